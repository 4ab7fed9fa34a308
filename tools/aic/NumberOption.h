// What a command line's numbers may be.
#pragma once

#include "absl/strings/numbers.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <utility>

namespace aic::tool {

/// Refuses NaN too, which CLI::Range lets through; `what` completes "Value 2 is no number ...".
inline CLI::Validator numberWhere(std::function<bool(double)> holds, const std::string& what) {
  return CLI::Validator(
      [holds = std::move(holds), what](const std::string& text) {
        double number;
        return absl::SimpleAtod(text, &number) && holds(number) ? std::string()
                                                                : "Value " + text + " is no number " + what;
      },
      "");
}

} // namespace aic::tool
