#include "tools/aic/QuantiseTrial.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "frontends/weights/Npy.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "tools/aic/Entry.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Numbers.h"

#include <cmath>

namespace aic::tool {

namespace {

constexpr const char* kCommand = "quantize";
/// Answers that are kept: bytes.
constexpr double kMostKept = double(uint64_t(2) << 30);

std::vector<int64_t> withoutOnes(absl::Span<const int64_t> shape) {
  std::vector<int64_t> kept;
  absl::c_copy_if(shape, std::back_inserter(kept), [](int64_t size) { return size != 1; });
  return kept;
}

bool isInteger(weights::ElementType type) {
  return !isFloat(type);
}

const float* floatsOf(const Buffer& buffer) {
  return static_cast<const float*>(buffer.data.get());
}

} // namespace

std::function<int(mlir::ModuleOp)> editBy(std::function<std::string(mlir::ModuleOp)> edit) {
  return [edit = std::move(edit)](mlir::ModuleOp module) -> int {
    const bool one = llvm::hasSingleElement(module.getOps<mlir::func::FuncOp>());
    std::string problem = edit(module);
    if (problem.empty())
      return Good;
    module.emitError() << problem;
    return one ? Unsupported : WrongUsage;
  };
}

int Calibration::open(const std::string& data, const std::string& labels) {
  if (int code = samples_.open(kCommand, data, "--calibrate"))
    return code;
  if (labels.empty())
    return Good;
  file_ = labels;
  absl::StatusOr<weights::Array> array = weights::ReadNpy(labels);
  if (!array.ok())
    return fail(array.status());
  const int64_t count = array->shape.empty() ? 0 : array->shape[0];
  if (!isInteger(array->type) || count != samples_.size())
    return fail(WrongUsage,
                absl::StrCat("--labels ", labels, ": expected integers, the first axis ", samples_.size(),
                             " samples; found ", weights::TypeString(array->type, array->shape)));
  perSample_ = 1;
  for (size_t i = 1; i < array->shape.size(); ++i)
    perSample_ *= array->shape[i];
  for (int64_t i = 0; i < count * perSample_; ++i)
    labels_.push_back(loadInteger(array->type, array->data.data(), static_cast<uint64_t>(i)));
  return Good;
}

int Calibration::findLabels(const Feed& feed, size_t inputs) {
  if (hasLabels())
    return Good;
  const Column* found = nullptr;
  for (const Column& column : samples_.columns()) {
    bool fed = !isInteger(column.type);
    for (size_t i = 0; i < inputs; ++i)
      fed |= feed.column(i) == &column;
    if (!fed && found)
      return Good; // several: nobody said which
    found = fed ? found : &column;
  }
  if (!found)
    return Good;
  perSample_ = 1;
  for (int64_t size : found->shape)
    perSample_ *= size;
  for (int64_t sample = 0; sample < samples_.size(); ++sample)
    for (int64_t i = 0; i < perSample_; ++i)
      labels_.push_back(loadInteger(found->type, found->sample(sample), static_cast<uint64_t>(i)));
  return Good;
}

std::vector<std::string> Calibration::files() const {
  std::vector<std::string> files = samples_.files();
  if (!file_.empty())
    files.push_back(file_);
  return files;
}

int AnswerRun::open(const aic_model* model, const std::string& entry, const DeviceOptions& device,
                    const Calibration& calibration, const std::vector<std::string>& extra) {
  model_ = model;
  aic_session_options options;
  if (int code = parseDevice(kCommand, device, /*profile=*/false, options))
    return code;
  if (int code = chooseEntry(kCommand, model, entry, {}, 0, entry_))
    return code;
  if (int code = allocateInputs(model, entry_, inputs))
    return code;
  if (int code = allocateOutputs(model, entry_, outputs))
    return code;
  if (int code = feed.match(kCommand, calibration.samples(), inputs, extra))
    return code;
  return makeSession(const_cast<aic_model*>(model), options, session_);
}

int AnswerRun::run(int64_t count, const std::function<int(absl::Span<const int64_t> rows)>& each) {
  std::vector<int64_t> rows;
  for (int64_t begin = 0; begin < count; begin += feed.batch()) {
    rows.clear();
    for (int64_t i = begin; i < std::min(count, begin + feed.batch()); ++i)
      rows.push_back(i);
    feed.fill(rows, inputs);
    if (int code = runOnce(session_.get(), inputs, outputs, entry_))
      return code;
    if (int code = each(rows))
      return code;
  }
  return Good;
}

int Score::open(const Calibration& calibration, const AnswerRun& run, const std::string& of) {
  std::vector<std::string> names, floats;
  for (size_t i = 0; i < run.outputs.size(); ++i) {
    const Buffer& output = run.outputs[i];
    if (output.info.name == std::string(quantise::kMeansOutput))
      continue;
    names.push_back(output.describe());
    if (of.empty() ? output.type() == weights::ElementType::F32 : of == output.info.name) {
      floats.push_back(output.info.name);
      output_ = i;
    }
  }
  if (floats.size() != 1 || run.outputs[output_].type() != weights::ElementType::F32)
    return failUsage(kCommand, absl::StrCat(of.empty() ? "say which output of f32 has the answers, --of NAME"
                                                       : absl::StrCat("--of ", of, ": no output of f32"),
                                            "; the model has ", absl::StrJoin(names, ", ")));
  const Buffer& output = run.outputs[output_];
  name_ = output.info.name;
  const absl::Span<const int64_t> shape = output.shape();
  if (shape.empty() || shape[0] != run.feed.batch())
    return fail(WrongUsage, absl::StrCat("the output ", output.describe(), " has nothing for each of ",
                                         run.feed.batch(), " samples"));
  each_ = elementCount(output) / static_cast<size_t>(shape[0]);
  if (double(each_) * double(calibration.samples().size()) * 4 > kMostKept)
    return fail(WrongUsage, absl::StrCat(calibration.samples().size(), " answers of ", each_,
                                         " numbers are more than 2 GiB: take fewer samples"));
  if (metric == Metric::Relative)
    return Good;
  places_ = static_cast<size_t>(calibration.perSample());
  classes_ = places_ ? each_ / places_ : 0;
  const std::vector<int64_t> rest = withoutOnes(shape.subspan(1));
  classesLast_ = places_ == 1 || (!rest.empty() && rest.back() == static_cast<int64_t>(classes_));
  if (classes_ < 2 || classes_ * places_ != each_ ||
      (!classesLast_ && rest.front() != static_cast<int64_t>(classes_)))
    return fail(WrongUsage,
                absl::StrCat("labels and answers do not fit: a sample has ", places_,
                             " labels, and the output is ", output.describe(),
                             "; expected a score for each class; --metric relative needs no labels"));
  for (int64_t sample = 0; sample < calibration.samples().size(); ++sample)
    for (int64_t i = 0; i < calibration.perSample(); ++i)
      if (int64_t label = calibration.label(sample, i); label < 0 || label >= static_cast<int64_t>(classes_))
        return fail(ModelWrong, absl::StrCat("sample ", sample, ": the label is ", label,
                                             ", and there are the classes 0 to ", classes_ - 1));
  return Good;
}

std::vector<float> Score::scoresOf(const Buffer& buffer, size_t row) const {
  const float* begin = floatsOf(buffer) + row * each_;
  return {begin, begin + each_};
}

int64_t Score::rightOf(const Calibration& calibration, absl::Span<const float> scores, int64_t sample) const {
  int64_t right = 0;
  for (size_t place = 0; place < places_; ++place) {
    size_t best = 0;
    auto score = [&](size_t c) { return scores[classesLast_ ? place * classes_ + c : c * places_ + place]; };
    for (size_t c = 1; c < classes_; ++c)
      if (score(c) > score(best))
        best = c;
    right += static_cast<int64_t>(best) == calibration.label(sample, static_cast<int64_t>(place));
  }
  return right;
}

int Score::keep(const Calibration& calibration, const std::vector<Buffer>& outputs,
                absl::Span<const int64_t> rows) {
  for (size_t row = 0; row < rows.size(); ++row) {
    const std::vector<float> scores = scoresOf(outputs[output_], row);
    for (float score : scores)
      if (!std::isfinite(score))
        return fail(ModelWrong,
                    absl::StrCat("sample ", rows[row], ": the model's answer in floats is not finite"));
    reference_.insert(reference_.end(), scores.begin(), scores.end());
    if (metric == Metric::Accuracy) {
      rightKept_ += rightOf(calibration, scores, rows[row]);
      kept_ += calibration.perSample();
    }
  }
  return Good;
}

void Score::begin() {
  squares_ = differences_ = 0;
  right_ = count_ = 0;
}

int Score::add(const Calibration& calibration, const std::vector<Buffer>& outputs,
               absl::Span<const int64_t> rows) {
  size_t output = 0; // the trial's outputs and the model's are one but for the means
  while (output < outputs.size() && outputs[output].info.name != name_)
    ++output;
  if (output == outputs.size())
    return fail(OurFault, absl::StrCat("the output ", name_, " is gone"));
  for (size_t row = 0; row < rows.size(); ++row) {
    const std::vector<float> scores = scoresOf(outputs[output], row);
    const float* wanted = reference_.data() + static_cast<size_t>(rows[row]) * each_;
    for (size_t i = 0; i < each_; ++i) {
      const double off = double(scores[i]) - double(wanted[i]);
      squares_ += double(wanted[i]) * double(wanted[i]);
      differences_ += off * off;
    }
    if (metric == Metric::Accuracy) {
      right_ += rightOf(calibration, scores, rows[row]);
      count_ += calibration.perSample();
    }
  }
  return Good;
}

double Score::relative() const {
  return differences_ == 0 ? 0 : std::sqrt(differences_ / std::max(squares_, 1e-30));
}

int QuantiseTrial::open(std::vector<std::vector<float>> equalisers) {
  ModelOptions options = options_;
  options.edit = editBy([this, equalisers = std::move(equalisers)](mlir::ModuleOp module) {
    return quantise::makeTrial(module, equalisers, driver::placeOf, model_);
  });
  aic_session_options device;
  if (int code = parseDevice(kCommand, device_, /*profile=*/false, device))
    return code;
  const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
  if (int code = openSource(kCommand, options, target, compilation_, bytes_, opened_))
    return code;
  if (model_.operators.empty())
    return fail(Unsupported,
                absl::StrCat(options_.file, ": it has no convolution, linear layer or product by a "
                                            "constant matrix in f32: there is nothing to quantise"));
  if (int code = observe_.open(opened_.get(), quantise::kObserveEntry, device_, calibration_, {}))
    return code;
  return try_.open(opened_.get(), quantise::kTryEntry, device_, calibration_,
                   {quantise::kChoiceInput, quantise::kRangesInput, quantise::kCorrectionsInput});
}

int QuantiseTrial::checkFinite(absl::Span<const int64_t> rows) const {
  for (const Buffer& input : try_.inputs) {
    if (input.type() != weights::ElementType::F32)
      continue;
    const size_t each = elementCount(input) / static_cast<size_t>(try_.feed.batch());
    for (size_t row = 0; row < rows.size(); ++row)
      for (size_t i = 0; i < each; ++i)
        if (const float x = floatsOf(input)[row * each + i]; !std::isfinite(x))
          return fail(ModelWrong, absl::StrCat("--calibrate: sample ", rows[row], " of '", input.info.name,
                                               "' has the value ", x, ": all are finite"));
  }
  return Good;
}

std::string QuantiseTrial::readerOf(size_t point) const {
  return absl::c_find_if(model_.operators, [&](const quantise::Operator& op) { return op.point == point; })
      ->name;
}

int QuantiseTrial::observe(ProgressBar& bar) {
  const int64_t all = calibration_.samples().size();
  observers_.assign(model_.points.size(), {});
  most_.assign(model_.points.size(), {});
  for (size_t p = 0; p < most_.size(); ++p)
    most_[p].assign(static_cast<size_t>(model_.points[p].channels), 0);
  for (bool first : {true, false}) {
    if (int code = observe_.run(all, [&](absl::Span<const int64_t> rows) -> int {
          for (size_t p = 0; p < observers_.size(); ++p) {
            const Buffer& seen = observe_.outputs[p];
            const size_t each = elementCount(seen) / static_cast<size_t>(observe_.feed.batch());
            const llvm::ArrayRef<float> numbers(floatsOf(seen), each * rows.size());
            first ? observers_[p].extend(numbers) : observers_[p].count(numbers);
            if (first && !observers_[p].isFinite())
              return fail(ModelWrong, absl::StrCat("samples ", rows.front(), " to ", rows.back(), ": what ",
                                                   readerOf(p), " reads is not finite"));
            if (!first || most_[p].empty())
              continue;
            const auto inner = static_cast<size_t>(model_.points[p].inner);
            for (size_t i = 0; i < numbers.size(); ++i) {
              float& most = most_[p][i / inner % most_[p].size()];
              most = std::max(most, std::fabs(numbers[i]));
            }
          }
          if (bar.isDue())
            bar.show("calibrating", rows.back() + 1 + (first ? 0 : all), 2 * all, "");
          return Good;
        }))
      return code;
  }
  return Good;
}

void QuantiseTrial::set(const quantise::Plan& plan) {
  for (Buffer& input : try_.inputs) {
    const std::string name = input.info.name;
    if (name == quantise::kChoiceInput) {
      for (size_t i = 0; i < plan.inBytes.size(); ++i)
        storeNumber(input, i, plan.inBytes[i]);
    } else if (name == quantise::kRangesInput) {
      for (size_t p = 0; p < plan.ranges.size(); ++p) {
        storeNumber(input, 2 * p, plan.ranges[p].scale);
        storeNumber(input, 2 * p + 1, plan.ranges[p].zero);
      }
    } else if (name == quantise::kCorrectionsInput) {
      size_t at = 0;
      for (size_t i = 0; i < model_.operators.size(); ++i)
        for (int64_t c = 0; c < model_.operators[i].channels; ++c)
          storeNumber(input, at++,
                      i < plan.corrections.size() && !plan.corrections[i].empty()
                          ? double(plan.corrections[i][static_cast<size_t>(c)])
                          : 0.0);
    }
  }
}

int QuantiseTrial::reference(Score& score) {
  quantise::Plan plan;
  plan.inBytes.assign(model_.operators.size(), 0);
  plan.ranges.resize(model_.points.size());
  set(plan);
  return try_.run(calibration_.samples().size(), [&](absl::Span<const int64_t> rows) -> int {
    if (int code = checkFinite(rows))
      return code;
    return score.keep(calibration_, try_.outputs, rows);
  });
}

int QuantiseTrial::findCorrections(const std::vector<quantise::Range>& ranges,
                                   std::vector<std::vector<float>>& corrections) {
  quantise::Plan plan;
  plan.inBytes.assign(model_.operators.size(), 0);
  plan.ranges = ranges;
  set(plan);
  std::vector<double> sums(static_cast<size_t>(model_.channels), 0), counts(model_.operators.size(), 0);
  const int64_t count = std::min(kRankingSamples, calibration_.samples().size()), batch = try_.feed.batch();
  if (int code = try_.run(count, [&](absl::Span<const int64_t> samples) -> int {
        const float* mean = floatsOf(try_.outputs.back());
        double* sum = sums.data();
        for (auto [op, counted] : llvm::zip(model_.operators, counts)) {
          // A last batch is filled up: what fills it counts for nothing where rows are samples.
          const int64_t rows =
              op.rows % batch == 0 ? op.rows / batch * static_cast<int64_t>(samples.size()) : op.rows;
          for (int64_t i = 0; i < rows * op.channels; ++i)
            sum[i % op.channels] += double(mean[i]);
          counted += double(rows);
          mean += op.rows * op.channels;
          sum += op.channels;
        }
        return Good;
      }))
    return code;
  corrections.clear();
  size_t at = 0;
  for (auto [op, counted] : llvm::zip(model_.operators, counts)) {
    std::vector<float>& correction = corrections.emplace_back();
    for (int64_t c = 0; c < op.channels; ++c, ++at)
      if (op.kind != "matmul") // has no bias
        correction.push_back(static_cast<float>(-sums[at] / counted));
  }
  return Good;
}

int QuantiseTrial::measure(const quantise::Plan& plan, int64_t samples, Score& score) {
  set(plan);
  score.begin();
  return try_.run(std::min(samples, calibration_.samples().size()), [&](absl::Span<const int64_t> rows) {
    return score.add(calibration_, try_.outputs, rows);
  });
}

} // namespace aic::tool
