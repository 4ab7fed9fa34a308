// What `aic quantize` found, as text, JSON and a page.
#pragma once

#include "compiler/quantise/Model.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace aic::tool {

struct QuantiseReport {
  std::string file, output; ///< the model, and what was written
  bool byAccuracy = false;
  int64_t samples = 0;
  double accuracy = 0, quantisedAccuracy = 0; ///< shares of right answers, by accuracy
  double relative = 0;                        ///< error of the answers, of the artifact
  double bound = 0, drop = 0;                 ///< of the artifact, in the metric
  bool met = false;
  uint64_t bytesBefore = 0, bytesAfter = 0; ///< of the weights' file
  std::string ranges;                       ///< how they were found
  bool equalised = false, corrected = false;
  std::vector<quantise::Operator> operators;
  quantise::Found found;
};

std::string asText(const QuantiseReport& report);
nlohmann::ordered_json asJson(const QuantiseReport& report);
std::string asPage(const QuantiseReport& report);

/// An operator's bytes in floats, and with numbers of 8 bits and its scales.
uint64_t floatBytes(const quantise::Operator& op);
uint64_t storedBytes(const quantise::Operator& op);

} // namespace aic::tool
