// Precompiled for the unit tests that use MLIR.
#pragma once
#include "dialects/Pch.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
