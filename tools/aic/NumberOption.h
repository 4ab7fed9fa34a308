// What a command line's numbers may be.
#pragma once

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
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

/// A size such as 512K, 1.5M or 2GiB, where K is 1,024 bytes, from one byte to 2^50; it becomes its number.
inline CLI::Validator sizeInBytes() {
  return CLI::Validator(
      [](std::string& text) {
        const size_t end = std::min(text.find_last_of("0123456789.") + 1, text.size()); // 0: no digit
        std::string unit = absl::AsciiStrToUpper(text.substr(end));
        unit.erase(0, unit.find_first_not_of(' '));
        double bytes = 0;
        bool good = absl::SimpleAtod(text.substr(0, end), &bytes) && text.find_first_of("+-eExX") >= end;
        const size_t power = unit.empty() || unit == "B" ? 0 : std::string(" KMGT").find(unit[0]);
        good &=
            power <= 4 && (power == 0 || unit.size() == 1 || unit.substr(1) == "B" || unit.substr(1) == "IB");
        for (size_t i = 0; good && i < power; ++i)
          bytes *= 1024;
        if (!good || !(bytes >= 1 && bytes <= 0x1p50))
          return "Value " + text + " is no size from 1 byte to 1024T, such as 512K, 1.5M or 2G";
        text = std::to_string(static_cast<int64_t>(bytes));
        return std::string();
      },
      "");
}

} // namespace aic::tool
