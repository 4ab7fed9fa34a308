#include "tools/aic/AttributionSession.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "frontends/graph/Diagnostic.h"
#include "tools/aic/AttributionModel.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Numbers.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace aic::tool {

namespace {

/// The place of a name; of "" the only buffer that fits.
int findBuffer(const std::vector<Buffer>& buffers, const std::string& name, const std::string& option,
               bool (*fits)(const Buffer&), size_t& index) {
  std::vector<std::string> names;
  size_t fitting = 0;
  for (size_t i = 0; i < buffers.size(); ++i) {
    names.push_back(buffers[i].info.name);
    if (name == names.back()) {
      index = i;
      return Good;
    }
    if (fits(buffers[i])) {
      if (name.empty())
        index = i;
      ++fitting;
    }
  }
  if (name.empty() && fitting == 1)
    return Good;
  return failUsage(
      "attribute",
      name.empty()
          ? absl::StrCat("say which is meant, ", option, " NAME; the model has ", absl::StrJoin(names, ", "))
          : absl::StrCat(option, " ", name, ": there is no '", name, "'", graph::suggestion(name, names),
                         "; the model has ", absl::StrJoin(names, ", ")));
}

void copyBuffers(const std::vector<Buffer>& from, std::vector<Buffer>& to) {
  for (size_t i = 0; i < from.size(); ++i)
    std::memcpy(to[i].data.get(), from[i].data.get(), from[i].info.bytes);
}

void storeNumbers(absl::Span<const double> numbers, Buffer& buffer) {
  for (size_t i = 0; i < numbers.size(); ++i)
    storeNumber(buffer, i, numbers[i]);
}

size_t indexOf(const std::vector<Buffer>& buffers, absl::string_view name) {
  size_t i = 0;
  while (i < buffers.size() && name != buffers[i].info.name)
    ++i;
  return i;
}

} // namespace

int AttributionEntry::open(const aic_model* model, uint32_t entry) {
  number = entry;
  if (int code = allocateInputs(model, entry, inputs))
    return code;
  return allocateOutputs(model, entry, outputs);
}

int AttributionSession::openEntries(const std::string& input, bool embedded) {
  for (uint32_t i = 0; i < aic_model_entry_count(model_); ++i) {
    aic_entry_info info;
    if (aic_status status = aic_model_entry(model_, i, &info))
      return failRuntime(status);
    const std::string name = info.name;
    if (name == kGradientEntry)
      gradient_ = std::make_unique<AttributionEntry>();
    if (name == kEmbedEntry)
      embed_ = std::make_unique<AttributionEntry>();
    AttributionEntry& entry = name == kScoreEntry ? score_ : name == kGradientEntry ? *gradient_ : *embed_;
    if (int code = entry.open(model_, i))
      return code;
  }
  input_ = indexOf(inputs(), input);
  explained_ = embedded ? indexOf(score_.inputs, kEmbeddedInput) : input_;
  if (canStore(explained().type()) && canStore(output().type()))
    return Good;
  return fail(Unsupported,
              absl::StrCat(explained().describe(), ": gradients are explained of f32 and f64, in and out"));
}

int AttributionSession::openForward(uint32_t entry, const std::string& input, const std::string& output) {
  if (int code = score_.open(model_, entry))
    return code;
  auto any = [](const Buffer&) { return true; };
  auto floats = [](const Buffer& buffer) { return isFloat(buffer.type()); };
  if (int code = findBuffer(score_.inputs, input, "--by", any, input_))
    return code;
  explained_ = input_;
  if (int code = findBuffer(score_.outputs, output, "--of", floats, output_))
    return code;
  return canStore(explained().type())
             ? static_cast<int>(Good)
             : fail(Unsupported, absl::StrCat(explained().describe(), ": floats of 16 bits are not changed"));
}

int AttributionSession::run(AttributionEntry& entry) {
  if (aic_model_state_count(model_) > 0) // each run sees what the first one sees
    if (aic_status status = aic_session_reset_state(session_, AIC_ALL_STATES))
      return failRuntime(status);
  return runOnce(session_, entry.inputs, entry.outputs, entry.number);
}

std::vector<int64_t> AttributionSession::rowShape() const {
  absl::Span<const int64_t> shape = output().shape();
  const bool rows = !shape.empty() && static_cast<size_t>(shape[0]) == rows_;
  return {shape.begin() + (rows ? 1 : 0), shape.end()};
}

int AttributionSession::begin(const std::string& target) {
  absl::Span<const int64_t> in = explained().shape(), out = output().shape();
  rows_ = !in.empty() && !out.empty() && in[0] == out[0] ? static_cast<size_t>(in[0]) : 1;
  if (elementCount(explained()) == 0 || elementCount(output()) == 0)
    return fail(WrongUsage, absl::StrCat(explained().describe(), ", ", output().describe(),
                                         ": there is nothing to explain"));
  if (embed_) {
    if (int code = run(*embed_))
      return code;
    copyBuffers(embed_->inputs, score_.inputs);
    std::memcpy(score_.inputs[explained_].data.get(), embed_->outputs[0].data.get(),
                score_.inputs[explained_].info.bytes);
  }
  if (gradient_)
    copyBuffers(score_.inputs, gradient_->inputs); // weights are the last
  x_ = loadNumbers(explained());
  if (int code = run(score_))
    return code;
  y_ = loadNumbers(output());
  return setTargets(target);
}

int AttributionSession::parseTarget(const std::string& target, size_t& place) const {
  const std::vector<int64_t> shape = rowShape();
  std::vector<absl::string_view> parts = absl::StrSplit(target, ',');
  bool good = parts.size() == shape.size();
  place = 0;
  for (size_t axis = 0; axis < shape.size() && good; ++axis) {
    int64_t index = 0;
    good = absl::SimpleAtoi(parts[axis], &index) && index >= 0 && index < shape[axis];
    place = place * static_cast<size_t>(shape[axis]) + static_cast<size_t>(index);
  }
  if (good)
    return Good;
  if (shape.size() == 1)
    return failUsage("attribute", absl::StrCat("--target ", target, ": '", output().info.name,
                                               "' has the places 0 to ", shape[0] - 1));
  return failUsage("attribute", absl::StrCat("--target ", target, ": a place in '", output().info.name,
                                             "' is ", shape.size(), " numbers with commas between, below ",
                                             absl::StrJoin(shape, ", ")));
}

int AttributionSession::setTargets(const std::string& target) {
  const size_t places = y_.size() / rows_;
  size_t given = 0;
  if (!target.empty())
    if (int code = parseTarget(target, given))
      return code;
  targets_.clear();
  for (size_t row = 0; row < rows_; ++row) {
    auto first = y_.begin() + static_cast<ptrdiff_t>(row * places);
    auto larger = [](double a, double b) { return a < b || (std::isnan(a) && !std::isnan(b)); };
    targets_.push_back(
        target.empty() ? static_cast<size_t>(
                             std::max_element(first, first + static_cast<ptrdiff_t>(places), larger) - first)
                       : given);
    if (const double score = y_[row * places + targets_.back()]; !std::isfinite(score))
      return fail(ModelWrong, absl::StrCat(output().info.name, ", ", this->target(row), ": the score is ",
                                           score, ", which nothing explains"));
  }
  if (gradient_)
    for (size_t i = 0; i < y_.size(); ++i)
      storeNumber(gradient_->inputs.back(), i, i % places == targets_[i / places] ? 1 : 0);
  return Good;
}

std::string AttributionSession::target(size_t row) const {
  std::vector<int64_t> shape = rowShape(), place(shape.size());
  size_t rest = targets_[row];
  for (size_t axis = shape.size(); axis-- > 0;) {
    place[axis] = static_cast<int64_t>(rest % static_cast<size_t>(shape[axis]));
    rest /= static_cast<size_t>(shape[axis]);
  }
  return absl::StrJoin(place, ",");
}

int AttributionSession::score(absl::Span<const double> x, std::vector<double>& scores) {
  storeNumbers(x, score_.inputs[explained_]);
  if (int code = run(score_))
    return code;
  scores.clear();
  const size_t places = y_.size() / rows_;
  for (size_t row = 0; row < rows_; ++row)
    scores.push_back(loadNumber(output(), row * places + targets_[row]));
  return Good;
}

int AttributionSession::gradient(absl::Span<const double> x, std::vector<double>& gradient) {
  storeNumbers(x, gradient_->inputs[explained_]);
  if (int code = run(*gradient_))
    return code;
  gradient = loadNumbers(gradient_->outputs[0]);
  return Good;
}

} // namespace aic::tool
