// Results for people, and for machines.
#pragma once

#include "tools/aic/Model.h"

#include <nlohmann/json.hpp>
#include <string>

namespace aic::tool {

/// Of numbers: what a look at a big tensor is for. NaNs count but are in no other field.
struct Summary {
  uint64_t count = 0, nans = 0;
  double min = 0, max = 0, mean = 0;
  uint64_t argmax = 0; // row-major index of the largest
};
Summary summarise(const Buffer& buffer);

/// Element i as its type prints it: shortest text that reads back equal for floats, true and false for bools.
std::string elementText(const Buffer& buffer, uint64_t i);

/// "logits: f32[1, 10]" and the numbers, one line for each row of the last dimension; from 65 elements on a
/// summary and the first few. Ends with a line end.
std::string describeValues(const Buffer& buffer);

/// {"name", "type", "shape", "values" (at most 100,000 elements, else left out), "min", "max", "mean",
/// "argmax", "nan_count"}. What is not finite is null: JSON has no such numbers.
nlohmann::ordered_json valuesToJson(const Buffer& buffer);

/// 1234567 as "1,234,567".
std::string withCommas(uint64_t number);

/// "layer1.0.conv1 + relu  conv2d_relu_1x56x56x64  model.graph:12:7": what a dispatch is called, its kernel,
/// its place.
std::string operatorText(const aic_dispatch_info& dispatch, const aic_kernel_info& kernel);

/// Prints a JSON document and a line end to stdout. Text that is no UTF-8 is replaced, so that it always
/// prints.
void printJson(const nlohmann::ordered_json& json);

} // namespace aic::tool
