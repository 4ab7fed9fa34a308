// Compiles a function of the aic dialect as a user's model is compiled, runs it through the runtime, and compares it
// with the reference evaluator.
#pragma once

#include "compiler/driver/Driver.h"
#include "compiler/reference/Reference.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aic::test {

struct Comparison {
  double error = 0;    ///< max |a - b| / max |b| over all outputs, the worst of them
  int dispatches = 0;
  std::string message; ///< why there is no result, or empty
};

struct HarnessOptions {
  std::string targetCpu = "native";
  bool fuse = true;   ///< run the fusion pipeline
  double low = -1, high = 1; ///< range of the random inputs
  uint32_t threads = 1;
};

/// `body` is the text of one func.func @f; its arguments get random values, i1 0 or 1, integers in [low, high].
Comparison runAndCompare(const std::string& body, const HarnessOptions& options = {});

} // namespace aic::test
