// Precompiled for the unit tests without MLIR (aic_use_gtest_headers): what most of them include.
#pragma once
#include "absl/status/status.h"
#include "absl/status/statusor.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>
