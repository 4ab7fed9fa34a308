#include "tools/aic/BatchEntry.h"

#include "absl/strings/match.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Pieces.h"

#include <cstring>

namespace aic::tool {

using weights::ElementType;

bool isLossType(ElementType type) {
  return type == ElementType::F32 || type == ElementType::F64;
}

void storeScalar(ElementType type, void* out, double value) {
  if (type == ElementType::F32) {
    const auto narrow = static_cast<float>(value);
    std::memcpy(out, &narrow, sizeof narrow);
  } else {
    std::memcpy(out, &value, sizeof value);
  }
}
std::vector<std::string> BatchEntry::findScalars(const std::string& rateName) {
  std::vector<std::string> others;
  for (size_t i = 0; i < inputs.size(); ++i) {
    const Buffer& input = inputs[i];
    const std::string name = input.info.name;
    const bool integer = input.type() == ElementType::I64 || input.type() == ElementType::I32;
    int* place = input.info.rank != 0         ? nullptr
                 : name == rateName           ? isLossType(input.type()) ? &rate : nullptr
                 : name == "step" && integer  ? &step
                 : name == "epoch" && integer ? &epoch
                 : name == "seed" && integer  ? &seed
                                              : nullptr;
    if (!place)
      continue;
    *place = static_cast<int>(i);
    others.push_back(name);
  }
  return others;
}

int BatchEntry::open(const aic_model* model, uint32_t number, const Samples& samples,
                     const std::string& rateName,
                     const std::vector<std::pair<std::string, std::string>>& columns) {
  entry = number;
  if (int code = allocateInputs(model, entry, inputs))
    return code;
  if (int code = allocateOutputs(model, entry, outputs))
    return code;
  const std::vector<std::string> others = findScalars(rateName);
  for (size_t i = 0; i < outputs.size(); ++i) {
    if (outputs[i].info.rank != 0 || !isLossType(outputs[i].type()) ||
        absl::StartsWith(outputs[i].info.name, kPassed))
      continue;
    const bool loss = std::string(outputs[i].info.name) == "loss";
    scalars.insert(loss ? scalars.begin() : scalars.end(), i);
  }
  if (scalars.empty())
    return fail(WrongUsage,
                "the entry gives no loss: one of its results is an f32[], called loss where there are "
                "several");
  return feed.match("train", samples, inputs, others, columns);
}

std::vector<std::string> BatchEntry::names() const {
  std::vector<std::string> names;
  for (size_t i : scalars)
    names.push_back(outputs[i].info.name);
  return names;
}

double BatchEntry::scalar(size_t i) const {
  const Buffer& output = outputs[scalars[i]];
  if (output.type() == ElementType::F64)
    return *static_cast<const double*>(output.data.get());
  return static_cast<double>(*static_cast<const float*>(output.data.get()));
}

void BatchEntry::storeRate(double value) {
  if (rate >= 0) {
    Buffer& input = inputs[static_cast<size_t>(rate)];
    storeScalar(input.type(), input.data.get(), value);
  }
}

void BatchEntry::storeInteger(int place, int64_t value) {
  if (place < 0)
    return;
  Buffer& input = inputs[static_cast<size_t>(place)];
  if (input.type() == ElementType::I32) {
    const auto narrow = static_cast<int32_t>(value);
    std::memcpy(input.data.get(), &narrow, sizeof narrow);
  } else {
    std::memcpy(input.data.get(), &value, sizeof value);
  }
}

aic_status BatchEntry::run(aic_session* session) {
  in_.clear();
  out_.clear();
  for (const Buffer& buffer : inputs)
    in_.push_back({buffer.data.get(), static_cast<size_t>(buffer.info.bytes)});
  for (const Buffer& buffer : outputs)
    out_.push_back({buffer.data.get(), static_cast<size_t>(buffer.info.bytes)});
  return aic_session_run_entry(session, entry, in_.data(), static_cast<uint32_t>(in_.size()), out_.data(),
                               static_cast<uint32_t>(out_.size()));
}

} // namespace aic::tool
