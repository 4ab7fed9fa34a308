#include "tools/aic/Schedule.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "frontends/graph/Diagnostic.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace aic::tool {

double Schedule::at(int64_t step) const {
  const double part = step < warmup ? static_cast<double>(step + 1) / static_cast<double>(warmup) : 1;
  const double begin = static_cast<double>(std::min(warmup, total)), all = static_cast<double>(total);
  const double t = all > begin ? std::max(0.0, static_cast<double>(step) - begin) / (all - begin) : 0;
  const int64_t epoch = step / perEpoch, falls = epoch / epochs;
  switch (kind) {
  case Kind::Constant:
    return part * rate;
  case Kind::Linear:
    return part * (rate + (last - rate) * t);
  case Kind::Cosine:
    return part * (last + (rate - last) * (1 + std::cos(M_PI * t)) / 2);
  case Kind::Step:
    return part * rate * std::pow(gamma, static_cast<double>(falls));
  case Kind::Exponential:
    return part * rate * std::pow(gamma, static_cast<double>(epoch));
  }
  return rate;
}

std::string parseSchedule(const std::string& text, Schedule& schedule) {
  using Kind = Schedule::Kind;
  const size_t colon = text.find(':');
  const std::string name = text.substr(0, colon);
  std::vector<std::string> values;
  if (colon != std::string::npos)
    values = absl::StrSplit(text.substr(colon + 1), ',');
  auto number = [](const std::string& value, double& out) {
    return absl::SimpleAtod(value, &out) && std::isfinite(out) && out >= 0;
  };
  bool good = true;
  if (name == "constant") {
    schedule.kind = Kind::Constant;
    good = values.empty();
  } else if (name == "linear" || name == "cosine") {
    schedule.kind = name == "linear" ? Kind::Linear : Kind::Cosine;
    good = values.empty() || (values.size() == 1 && number(values[0], schedule.last));
  } else if (name == "step") {
    schedule.kind = Kind::Step;
    good = (values.size() == 1 || values.size() == 2) && absl::SimpleAtoi(values[0], &schedule.epochs) &&
           schedule.epochs >= 1 && (values.size() == 1 || number(values[1], schedule.gamma));
  } else if (name == "exponential") {
    schedule.kind = Kind::Exponential;
    good = values.size() == 1 && number(values[0], schedule.gamma);
  } else {
    return absl::StrCat("there is no schedule '", name, "'",
                        graph::suggestion(name, {"constant", "linear", "cosine", "step", "exponential"}));
  }
  return good ? ""
              : "expected constant, linear[:LAST], cosine[:LAST], step:EPOCHS[,GAMMA] or exponential:GAMMA";
}

} // namespace aic::tool
