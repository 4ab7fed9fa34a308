#include "tools/aic/AttributionReport.h"

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "frontends/tokenizers/Tokenizer.h"
#include "frontends/weights/FileWriter.h"
#include "frontends/weights/Npy.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Names.h"
#include "tools/aic/Numbers.h"
#include "tools/aic/Print.h"

#include <cmath>

namespace aic::tool {

namespace {

/// One number for each group of `inner` that lie `stride` apart, `outer` times: their sum where they add up;
/// else of channels the largest size, and of vectors their length.
std::vector<double> joined(const std::vector<double>& values, size_t inner, size_t stride, bool sums,
                           bool length) {
  std::vector<double> all;
  for (size_t outer = 0; outer < values.size(); outer += inner * stride)
    for (size_t place = 0; place < stride; ++place) {
      double sum = 0, most = 0, squares = 0;
      for (size_t i = 0; i < inner; ++i) {
        const double value = values[outer + i * stride + place];
        sum += value;
        squares += value * value;
        most = std::max(most, std::fabs(value));
      }
      all.push_back(sums ? sum : length ? std::sqrt(squares) : most);
    }
  return all;
}

/// The words of the ids of each row.
int readWords(const AttributeOptions& options, const Buffer& ids, AttributionView& view) {
  std::unique_ptr<tokenizers::Tokenizer> tokenizer;
  if (!options.tokenizer.empty()) {
    auto opened = tokenizers::Open(options.tokenizer);
    if (!opened.ok())
      return fail(opened.status());
    tokenizer = *std::move(opened);
  }
  view.words.resize(static_cast<size_t>(view.rows));
  for (uint64_t i = 0; i < elementCount(ids); ++i) {
    const int64_t id = loadInteger(ids, i);
    const std::string word = tokenizer ? tokenizer->Decode(id) : "";
    view.words[i / static_cast<size_t>(view.width)].push_back(word.empty() ? absl::StrCat("[", id, "]")
                                                                           : word);
  }
  return Good;
}

/// Whether integers are numbers of words: a table is read by them; or they are no bytes, and nothing says
/// more.
bool areWords(const AttributionSession& model, const Buffer& ids) {
  const bool bytes = ids.type() == weights::ElementType::U8 || ids.type() == weights::ElementType::I8;
  return !isFloat(ids.type()) && (elementCount(model.explained()) != elementCount(ids) ||
                                  (!isFloat(model.explained().type()) && !bytes));
}

} // namespace

int viewOf(const AttributeOptions& options, const AttributionSession& model, const Buffer& ids,
           const AttributionResult& result, AttributionView& view) {
  const Buffer& explained = model.explained();
  std::vector<int64_t> shape(explained.shape().begin(), explained.shape().end());
  const bool sums = methodOf(options).sums;
  view.rows = static_cast<int64_t>(model.rows());
  if (shape.empty() || shape[0] != view.rows)
    shape.insert(shape.begin(), 1);
  if (areWords(model, ids)) {
    view.kind = AttributionView::Kind::Words;
    view.width = static_cast<int64_t>(elementCount(ids)) / view.rows;
    const size_t vector = result.values.size() / elementCount(ids);
    view.weights = joined(result.values, vector, 1, sums, /*length=*/true);
    return readWords(options, ids, view);
  }
  if (shape.size() >= 3) {
    view.kind = AttributionView::Kind::Picture;
    view.height = shape[shape.size() - 2];
    view.width = shape.back();
    view.image = model.x();
    const auto pixels = static_cast<size_t>(view.height * view.width);
    view.weights = joined(result.values, result.values.size() / static_cast<size_t>(view.rows) / pixels,
                          pixels, sums, false);
    return Good;
  }
  view.width = static_cast<int64_t>(result.values.size()) / view.rows;
  view.weights = result.values;
  if (!options.names.empty())
    if (int code =
            readNames("--names", options.names, static_cast<size_t>(view.width), "features", view.features))
      return code;
  for (int64_t i = static_cast<int64_t>(view.features.size()); i < view.width; ++i)
    view.features.push_back(absl::StrCat(ids.info.name, "[", i, "]"));
  return Good;
}

std::vector<std::string> linesOf(const AttributeOptions& options, const AttributionSession& model,
                                 const AttributionResult& result) {
  std::vector<std::string> lines;
  const size_t places = model.outputs().size() / model.rows();
  for (size_t row = 0; row < model.rows(); ++row) {
    std::string line = model.rows() > 1 ? absl::StrCat("row ", row, ": ") : "";
    absl::StrAppend(&line, model.output().info.name);
    if (places > 1)
      absl::StrAppend(&line, "[", model.target(row), "]");
    lines.push_back(line + absl::StrFormat(" = %.6g", model.beginScore(row)));
  }
  std::string method = options.method;
  if (result.steps)
    absl::StrAppend(&method, ": ", *result.steps,
                    options.method == "smoothgrad"  ? " samples"
                    : options.method == "occlusion" ? " windows"
                                                    : " steps");
  if (!result.completeness.empty())
    absl::StrAppendFormat(&method, ", completeness error %.2g %%",
                          100 * *absl::c_max_element(result.completeness));
  lines.push_back(method);
  return lines;
}

void printAsJson(const AttributeOptions& options, AttributionSession& model, const AttributionResult& result,
                 const AttributionView& view) {
  constexpr size_t kAll = 100000;
  nlohmann::ordered_json json;
  json["method"] = options.method;
  json["input"] = model.input().info.name;
  json["output"] = model.output().info.name;
  for (size_t row = 0; row < model.rows(); ++row) {
    json["targets"].push_back(model.target(row));
    json["scores"].push_back(model.beginScore(row));
  }
  if (result.steps)
    json[options.method == "smoothgrad"  ? "samples"
         : options.method == "occlusion" ? "windows"
                                         : "steps"] = *result.steps;
  if (!result.completeness.empty())
    json["completeness_errors"] = result.completeness;
  json["shape"] = {view.rows, view.height, view.width};
  if (view.kind == AttributionView::Kind::Words)
    json["words"] = view.words;
  if (view.kind == AttributionView::Kind::Table)
    json["features"] = view.features;
  if (view.weights.size() <= kAll)
    json["weights"] = view.weights;
  printJson(json);
}

int writeFiles(const AttributeOptions& options, const AttributionSession& model,
               const AttributionResult& result, const AttributionView& view) {
  for (const std::string& file : options.files) {
    absl::Status status;
    if (absl::EndsWith(file, ".npy")) {
      status =
          weights::WriteNpy(file, weights::ElementType::F64, model.explained().shape(), result.values.data());
    } else {
      const std::string bytes = attributionFile(view, file);
      status = weights::WriteFile(file, {{reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}});
    }
    if (!status.ok())
      return fail(status);
  }
  return Good;
}

} // namespace aic::tool
