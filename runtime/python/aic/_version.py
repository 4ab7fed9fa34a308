"""The version of this package: that of the aic.h that its structures are written after."""

VERSION = "0.1.0"
