"""One exception a status of aic.h, below aic.Error; the message is the library's own."""
from __future__ import annotations


class Error(Exception):
    """The library refused or failed. `status` is the number of aic_status, `status_name` its name ("AIC_BUSY")."""

    status: int = -1
    status_name: str = ""


class LibraryError(Error, OSError):
    """libaic_runtime is not found, cannot be loaded, or has another version than this package asks for. It has no status."""


class InvalidArgumentError(Error, ValueError):
    """AIC_INVALID_ARGUMENT: an index, a count, a size or an alignment that is wrong."""


class CannotReadError(Error, OSError):
    """AIC_CANNOT_READ: the file cannot be opened or read."""


class InvalidArtifactError(Error):
    """AIC_INVALID_ARTIFACT: not a model.aic, or a damaged one."""


class UnsupportedError(Error):
    """AIC_UNSUPPORTED: sound, but not for this runtime, this CPU or this device."""


class OutOfMemoryError(Error, MemoryError):
    """AIC_OUT_OF_MEMORY."""


class BusyError(Error):
    """AIC_BUSY: the session is running in another thread."""


class KernelFailedError(Error):
    """AIC_KERNEL_FAILED: a kernel refused its data (an index out of range); outputs are unspecified."""


class SystemRefusedError(Error, OSError):
    """AIC_SYSTEM: the operating system refused a thread, a mapping, the code."""


class DeviceLostError(Error):
    """AIC_DEVICE_LOST: the driver gave the device up; the session runs no more."""


class StateLostError(Error):
    """AIC_STATE_LOST: a run failed after it had begun to write states: reset them or load them."""


class CancelledError(Error):
    """AIC_CANCELLED: the run was cancelled, or took longer than its limit; outputs are unspecified."""


class RefusedError(Error):
    """AIC_REFUSED: the file was not accepted (aic.load's accept)."""


BUSY = 6

# By their numbers; numbers that are newer than this package are aic.Error.
CLASSES: dict[int, type[Error]] = {
    1: InvalidArgumentError,
    2: CannotReadError,
    3: InvalidArtifactError,
    4: UnsupportedError,
    5: OutOfMemoryError,
    BUSY: BusyError,
    7: KernelFailedError,
    8: SystemRefusedError,
    9: DeviceLostError,
    10: StateLostError,
    11: CancelledError,
    12: RefusedError,
}


def error(status: int, name: str, message: str) -> Error:
    """The exception of a status, to be raised."""
    made = CLASSES.get(status, Error)(message)
    made.status, made.status_name = status, name
    return made
