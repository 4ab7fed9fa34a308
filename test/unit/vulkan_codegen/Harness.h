// Compiles a function of the aic dialect to SPIR-V, validates every module, runs it dispatch by dispatch, and
// compares the results with the reference evaluator's.
#pragma once

#include "Runner.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace aic::test {

struct Options {
  double low = -1, high = 1; ///< of the random inputs
  double tolerance = 1e-5;   ///< |a - b| <= absolute + tolerance |b|, of each element
  bool fuse = true;     ///< run the fusion pipeline (without it the module is in the form that kernels take)
  bool inPlace = false; ///< let the first result share its bytes with an operand that it may take over
  int32_t fails = 0;    ///< what kernels report (runtime/kernel_abi.h): the results then are not compared,
                        ///< unless with `expected`, where what is not written is NaN, of integers -1
  std::string expected = {}; ///< a function of the same arguments that the reference evaluates instead
  double absolute = 1e-5;    ///< see tolerance
};

/// `body` is the text of one func.func, and of the states that it has; its arguments get random values. Every
/// variant of every kernel is validated; the program runs once with the floor variants, and once for each
/// other name among the variants, where the device can.
void check(const std::string& body, const Options& options = {});

/// The function on these arguments in place of random ones, one number an element.
void checkOn(const std::string& body, const std::vector<std::vector<double>>& arguments,
             const Options& options = {});

/// Whether a kernel that writes four elements behind the end of its result is found out on this driver.
bool seesOverrun();

/// What checkVulkanCoverage says of a module, one line an error.
std::string coverage(const std::string& body, bool fuse = true);

} // namespace aic::test
