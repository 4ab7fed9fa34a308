#include "tools/aic/AttributionRun.h"

#include "absl/algorithm/container.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tools/aic/Attribution.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Numbers.h"
#include "tools/aic/Progress.h"

namespace aic::tool {

namespace {

/// --baseline: a number, or an array of the explained shape, or of one of its rows.
int readBaseline(const AttributeOptions& options, const AttributionSession& model,
                 std::vector<double>& baseline) {
  const Buffer& explained = model.explained();
  double value;
  if (absl::SimpleAtod(options.baseline, &value)) {
    if (!canHold(explained.type(), value))
      return failUsage("attribute", absl::StrCat("--baseline ", options.baseline, ": no number of ",
                                                 explained.describe()));
    baseline.assign(model.x().size(), value);
    return Good;
  }
  absl::StatusOr<weights::NpyFile> array = weights::NpyFile::Open(options.baseline);
  if (!array.ok())
    return fail(array.status());
  absl::Span<const int64_t> shape = explained.shape();
  const bool row = !shape.empty() && array->shape() == shape.subspan(1);
  if (array->type() != explained.type() || (array->shape() != shape && !row))
    return fail(WrongUsage,
                absl::StrCat(options.baseline, ": the array is ",
                             weights::TypeString(array->type(), array->shape()), ", what is explained is ",
                             explained.describe(), ", or a row of it"));
  Buffer values;
  values.info = explained.info;
  values.info.bytes = array->bytes();
  if (int code = allocateBuffer(values))
    return code;
  array->CopyTo(values.data.get());
  baseline = loadNumbers(values);
  while (baseline.size() < model.x().size())
    baseline.insert(baseline.end(), baseline.begin(),
                    baseline.begin() + static_cast<ptrdiff_t>(elementCount(values)));
  return Good;
}

/// "8x8" into numbers.
bool parseSizes(const std::string& text, std::vector<int64_t>& sizes) {
  for (absl::string_view part : absl::StrSplit(text, 'x'))
    if (!absl::SimpleAtoi(part, &sizes.emplace_back()) || sizes.back() < 1)
      return false;
  return true;
}

/// --window and --stride: of pictures an eighth of a side, and half of that; else one number at a time.
int readWindows(const AttributeOptions& options, const AttributionSession& model, Windows& windows) {
  absl::Span<const int64_t> shape = model.explained().shape();
  windows.shape.assign(shape.begin(), shape.end());
  if (shape.empty() || (model.rows() == 1 && shape[0] != 1)) // no axis of rows: one that is 1
    windows.shape.insert(windows.shape.begin(), 1);
  if (windows.shape.size() == 1)
    windows.shape.push_back(1);
  if (!options.window.empty() && !parseSizes(options.window, windows.window))
    return failUsage("attribute", absl::StrCat("--window ", options.window, ": expected sizes, as in 8x8"));
  if (!options.stride.empty() && !parseSizes(options.stride, windows.stride))
    return failUsage("attribute", absl::StrCat("--stride ", options.stride, ": expected sizes, as in 4x4"));
  if (windows.window.empty()) {
    const bool picture = windows.shape.size() == 4;
    for (size_t axis = windows.shape.size() - (picture ? 2 : 1); axis < windows.shape.size(); ++axis)
      windows.window.push_back(picture ? (windows.shape[axis] + 7) / 8 : 1);
  }
  if (windows.stride.empty())
    for (int64_t size : windows.window)
      windows.stride.push_back((size + 1) / 2);
  if (const std::string wrong = windows.check(); !wrong.empty())
    return failUsage("attribute", absl::StrCat("--window ", absl::StrJoin(windows.window, "x"), " --stride ",
                                               absl::StrJoin(windows.stride, "x"), " of ",
                                               model.explained().describe(), ": ", wrong));
  return Good;
}

/// So many equal steps as --steps says; else as many as it takes for half of a good completeness.
int integrate(const AttributeOptions& options, AttributionSession& model, const std::vector<double>& baseline,
              const AttributionProgress& progress, AttributionResult& result) {
  constexpr uint64_t kFirst = 32, kMost = 4096;
  if (int code =
          options.steps
              ? integratedGradients(model, model.x(), baseline, *options.steps, progress, result.values)
              : integratedGradientsWithin(model, model.x(), baseline, kGoodCompleteness / 2, kFirst, kMost,
                                          progress, result.values, result.steps.emplace()))
    return code;
  if (options.steps)
    result.steps = options.steps;
  return completenessErrors(model, model.x(), baseline, result.values, result.completeness);
}

} // namespace

const AttributionMethod& methodOf(const AttributeOptions& options) {
  return *absl::c_find_if(kAttributionMethods,
                          [&](const AttributionMethod& method) { return options.method == method.name; });
}

int explain(const AttributeOptions& options, AttributionSession& model, AttributionResult& result) {
  Progress line(options.method);
  const AttributionProgress progress = [&](uint64_t done, uint64_t all) {
    line.say(all ? absl::StrFormat("%s: %d of %d", options.method, done, all)
                 : absl::StrFormat("%s: %d steps", options.method, done));
  };
  std::vector<double> baseline;
  if (int code = readBaseline(options, model, baseline))
    return code;
  if (options.method == "integrated_gradients")
    return integrate(options, model, baseline, progress, result);
  if (options.method == "smoothgrad") {
    result.steps = options.samples;
    return smoothGradient(model, model.x(), options.noise, options.samples, options.seed, progress,
                          result.values);
  }
  if (options.method == "occlusion") {
    Windows windows;
    if (int code = readWindows(options, model, windows))
      return code;
    result.steps = windows.count();
    return occlusion(model, model.x(), baseline, windows, progress, result.values);
  }
  if (int code = model.gradient(model.x(), result.values))
    return code;
  if (options.method == "input_x_gradient")
    for (size_t i = 0; i < result.values.size(); ++i)
      result.values[i] *= model.x()[i];
  return Good;
}

} // namespace aic::tool
