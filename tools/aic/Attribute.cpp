// aic attribute: which parts of an input a model's answer comes from.

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "frontends/tokenizers/Tokenizer.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/Attribution.h"
#include "tools/aic/AttributionModel.h"
#include "tools/aic/AttributionSession.h"
#include "tools/aic/AttributionView.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Entry.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Names.h"
#include "tools/aic/NumberOption.h"
#include "tools/aic/Numbers.h"
#include "tools/aic/Permutation.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace aic::tool {

namespace {

/// What there is to choose from.
struct Method {
  const char* name;
  bool gradient; // needs the model's text
  bool sums;     // its parts add up: over channels, and over the numbers of a word's vector
};
constexpr Method kMethods[] = {
    {"gradient", true, false},    {"input_x_gradient", true, true}, {"integrated_gradients", true, true},
    {"smoothgrad", true, false},  {"guided", true, false},          {"occlusion", false, true},
    {"permutation", false, false}};

struct Options {
  ModelOptions model;
  std::vector<std::string> inputs, files;
  std::string method = "integrated_gradients", target, by, of, entry, baseline = "0", window, stride,
              tokenizer, names;
  std::optional<uint64_t> steps;
  uint64_t samples = 50, seed = 0;
  double noise = 0.15;
  DeviceOptions device;
  bool json = false;
  EvaluationOptions evaluation; // of permutation: samples and metric
  uint64_t repeats = 5;
};

constexpr double kGoodCompleteness = 0.01;

/// The attributions of the explained numbers, and what is said of them.
struct Result {
  std::vector<double> values;
  std::optional<uint64_t> steps;
  std::vector<double> completeness; // one a row; integrated gradients have it
};

const Method& methodOf(const Options& options) {
  return *absl::c_find_if(kMethods, [&](const Method& method) { return options.method == method.name; });
}

int checkUsage(const Options& options) {
  const bool source = isModelSource(options.model.file);
  if (methodOf(options).gradient && !source)
    return failUsage(
        "attribute",
        absl::StrCat("--method ", options.method,
                     " makes the model's gradient: give it FILE.graph or "
                     "FILE.onnx; of a compiled model there are --method occlusion and permutation"));
  if (source && !options.entry.empty())
    return failUsage("attribute", "--entry is for a compiled model; of FILE.graph say --graph NAME");
  for (const std::string& file : options.files) {
    if (int code = checkName("attribute", "-o", file))
      return code;
    for (const std::string& input : options.inputs)
      if (sameFile(file, input.substr(input.find('=') + 1)) || sameFile(file, input))
        return failUsage("attribute", absl::StrCat("-o ", file, ": this would overwrite what is read"));
    if (sameFile(file, options.model.file))
      return failUsage("attribute", absl::StrCat("-o ", file, ": this would overwrite the model"));
  }
  return source ? static_cast<int>(Good) : checkCompiled("attribute", options.model);
}

/// The model, opened, with what it lies in.
struct Opened {
  std::unique_ptr<driver::Compilation> compilation;
  std::string bytes;
  ModelHandle model;
  SessionHandle session;
  std::unique_ptr<AttributionSession> explained;
};

int openModelOf(const Options& options, Opened& opened) {
  aic_session_options device;
  if (int code = parseDevice("attribute", options.device, /*profile=*/false, device))
    return code;
  const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
  const bool gradient = methodOf(options).gradient;
  ModelOptions model = options.model;
  AttributionEntries entries;
  if (gradient)
    model.edit = [&](mlir::ModuleOp module) {
      return makeAttributionEntries(module, {options.by, options.of, options.method == "guided"}, entries);
    };
  if (int code = isModelSource(model.file)
                     ? openSource("attribute", model, target, opened.compilation, opened.bytes, opened.model)
                     : openModel(model.file, 0, /*verify=*/false, opened.model))
    return code;
  if (opened.compilation)
    for (const std::string& file : options.files)
      for (const std::string& read : opened.compilation->files())
        if (sameFile(file, read))
          return failUsage("attribute", absl::StrCat("-o ", file, ": this would overwrite what is read"));
  if (int code = makeSession(opened.model.get(), device, opened.session))
    return code;
  opened.explained = std::make_unique<AttributionSession>(opened.model.get(), opened.session.get());
  if (gradient)
    return opened.explained->openEntries(entries.input, entries.embedded);
  uint32_t entry;
  if (int code = chooseEntry("attribute", opened.model.get(), options.entry, options.inputs, 0, entry))
    return code;
  return opened.explained->openForward(entry, options.by, options.of);
}

/// --baseline: a number, or an array of the explained shape, or of one of its rows.
int readBaseline(const Options& options, const AttributionSession& model, std::vector<double>& baseline) {
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
int readWindows(const Options& options, const AttributionSession& model, Windows& windows) {
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
int integrate(const Options& options, AttributionSession& model, const std::vector<double>& baseline,
              const AttributionProgress& progress, Result& result) {
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

int explain(const Options& options, AttributionSession& model, Result& result) {
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
int readWords(const Options& options, const Buffer& ids, AttributionView& view) {
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

/// How rows are shown, and what is in them. `ids`: the input as it was given.
int viewOf(const Options& options, const AttributionSession& model, const Buffer& ids, const Result& result,
           AttributionView& view) {
  const Buffer& explained = model.explained();
  std::vector<int64_t> shape(explained.shape().begin(), explained.shape().end());
  const bool sums = methodOf(options).sums;
  view.rows = static_cast<int64_t>(model.rows());
  if (shape.empty() || shape[0] != view.rows)
    shape.insert(shape.begin(), 1);
  if (!isFloat(ids.type())) {
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

/// What is said of each row, and of the method.
std::vector<std::string> linesOf(const Options& options, const AttributionSession& model,
                                 const Result& result) {
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

void printAsJson(const Options& options, AttributionSession& model, const Result& result,
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

int writeFiles(const Options& options, const AttributionSession& model, const Result& result,
               const AttributionView& view) {
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

/// How a table's features matter over many samples.
int permute(const Options& options) {
  if (options.evaluation.data.empty())
    return failUsage("attribute", "--method permutation needs samples and what is right: --data");
  if (!options.inputs.empty() || !options.target.empty())
    return failUsage("attribute",
                     "--input and --target are for one input's answer; --method permutation takes --data");
  PermutationOptions permutation{options.evaluation, options.by,   options.names, options.files,
                                 options.repeats,    options.seed, options.json};
  permutation.evaluation.model = options.model;
  permutation.evaluation.of = options.of;
  permutation.evaluation.entry = options.entry;
  permutation.evaluation.device = options.device;
  return explainByPermutation(permutation);
}

int attribute(const Options& options) {
  if (int code = checkUsage(options))
    return code;
  if (options.method == "permutation")
    return permute(options);
  if (!options.evaluation.data.empty())
    return failUsage("attribute",
                     absl::StrCat("--data is for --method permutation; ", options.method, " takes --input"));
  Opened opened;
  if (int code = openModelOf(options, opened))
    return code;
  AttributionSession& model = *opened.explained;
  InputValues values;
  if (int code = values.open("attribute", options.inputs, model.inputs(), 0))
    return code;
  values.fill(0, model.inputs());
  if (int code = model.begin(options.target))
    return code;
  Buffer ids; // as it was given: occlusion changes what the model sees
  ids.info = model.input().info;
  if (int code = allocateBuffer(ids))
    return code;
  std::memcpy(ids.data.get(), model.input().data.get(), ids.info.bytes);
  Result result;
  AttributionView view;
  if (int code = viewOf(options, model, ids, {std::vector<double>(model.x().size(), 0), {}, {}}, view))
    return code;
  for (const std::string& file : options.files) // before the work
    if (std::string wrong = checkAttributionFile(view, file); !wrong.empty() && !absl::EndsWith(file, ".npy"))
      return failUsage("attribute", absl::StrCat("-o ", file, ": ", wrong));
  if (int code = explain(options, model, result))
    return code;
  view = AttributionView();
  if (int code = viewOf(options, model, ids, result, view))
    return code;
  view.title = absl::StrCat(options.method, " of ", model.input().info.name);
  view.lines = linesOf(options, model, result);
  if (int code = writeFiles(options, model, result, view))
    return code;
  if (!result.completeness.empty() && *absl::c_max_element(result.completeness) > kGoodCompleteness)
    std::fprintf(stderr, "aic: warning: the parts miss their sum by more than 1 %%; more --steps may help\n");
  if (absl::c_all_of(result.values, [](double value) { return value == 0; }))
    std::fprintf(stderr, "aic: warning: nothing of '%s' changes this score: all parts are 0\n",
                 model.input().info.name);
  if (options.json) {
    printAsJson(options, model, result, view);
    return Good;
  }
  std::printf("%s\n", absl::StrJoin(view.lines, "\n").c_str());
  if (options.files.empty())
    std::fputs(attributionText(view, isatty(STDOUT_FILENO)).c_str(), stdout);
  return Good;
}

/// Those of one method or another.
void addMethodOptions(CLI::App& command, Options& options) {
  command
      .add_option("--steps", options.steps,
                  "integrated_gradients: so many, of equal length; default: 32, and shorter ones where the "
                  "score changes most, until the parts add up within 0.5 %")
      ->check(CLI::Range(uint64_t(1), uint64_t(1) << 20))
      ->type_name("N");
  command
      .add_option("--baseline", options.baseline,
                  "integrated_gradients, occlusion: the input that says nothing, a number or an array")
      ->capture_default_str()
      ->type_name("NUMBER|FILE.npy");
  command.add_option("--samples", options.samples, "smoothgrad: how many")
      ->check(CLI::Range(uint64_t(1), uint64_t(1) << 20))
      ->capture_default_str()
      ->type_name("N");
  command
      .add_option("--noise", options.noise,
                  "smoothgrad: its deviation, from 0 to 10, as a part of the range of a row's numbers")
      ->check(numberWhere([](double part) { return part >= 0 && part <= 10; }, "from 0 to 10"))
      ->capture_default_str()
      ->type_name("PART");
  command.add_option("--seed", options.seed, "smoothgrad, permutation: other noise, other orders")
      ->capture_default_str()
      ->type_name("SEED");
  command.add_option("--window", options.window, "occlusion: what is covered at once, along the last axes")
      ->type_name("HxW");
  command
      .add_option("--stride", options.stride, "occlusion: how far apart windows are; default: half of one")
      ->type_name("HxW");
  command.add_option("--repeats", options.repeats, "permutation: orders of each feature's values")
      ->check(CLI::Range(uint64_t(1), uint64_t(1) << 20))
      ->capture_default_str()
      ->type_name("N");
  addEvaluationOptions(command, options.evaluation);
  for (const char* name : {"--data", "--metrics", "--labels", "--scores", "--ignore-index"}) {
    CLI::Option* option = command.get_option(name);
    option->description("permutation: " + option->get_description());
  }
}

} // namespace

Command addAttribute(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("attribute", "Show which parts of an input a model's answer comes from");
  command
      ->add_option("file", options->model.file, "A model: FILE.graph, FILE.onnx; for occlusion also FILE.aic")
      ->required();
  command
      ->add_option("--input", options->inputs,
                   "An input's value; one for each input. NAME= may be left out where there is one")
      ->allow_extra_args(false)
      ->type_name("[NAME=]FILE.npy|random:SEED");
  std::vector<std::string> names;
  for (const Method& method : kMethods)
    names.push_back(method.name);
  command->add_option("--method", options->method, absl::StrCat("One of ", absl::StrJoin(names, ", ")))
      ->check(CLI::IsMember(names))
      ->capture_default_str()
      ->type_name("NAME");
  command
      ->add_option("--target", options->target,
                   "Which number of a row of the output is explained; default: the largest. Of several axes "
                   "one number each")
      ->type_name("CLASS[,...]");
  command->add_option("--by", options->by, "The input that is explained; default: the only one")
      ->type_name("INPUT");
  command
      ->add_option("--of", options->of, "The output that it is explained of; default: the only one of floats")
      ->type_name("OUTPUT");
  command
      ->add_option("-o", options->files,
                   "Write a drawing: of a picture .png, of words and tables .svg, of all .html; or all "
                   "numbers as .npy; may be "
                   "repeated. Without it, they are shown as text")
      ->allow_extra_args(false)
      ->type_name("FILE");
  addMethodOptions(*command, *options);
  command
      ->add_option("--tokenizer", options->tokenizer,
                   "What ids mean: bytes, gpt2:FOLDER or sentencepiece:FILE")
      ->type_name("NAME");
  command->add_option("--names", options->names, "The names of a table's features, one a line")
      ->type_name("FILE.txt");
  addEntryOption(*command, options->entry, "the only one, or the size that the inputs' shapes fit");
  addDeviceOptions(*command, options->device);
  command->add_flag("--json", options->json, "Print what was found as JSON");
  addModelOptions(*command, options->model);
  command->footer("Gradients are by the input, of ids by the vectors that a table has for them. guided is "
                  "guided backpropagation: "
                  "what is negative does not pass back through a relu.\n\n"
                  "Examples:\n"
                  "  aic attribute cnn.graph --input shoe.npy --target 9 -o heat.png\n"
                  "  aic attribute resnet.onnx --input dog.npy --method smoothgrad -o heat.png\n"
                  "  aic attribute kjv.graph --graph prefill --input ids=text.npy --by ids --tokenizer bytes "
                  "-o words.html\n"
                  "  aic attribute diabetes.graph --input rows.npy --names features.txt -o importance.svg\n"
                  "  aic attribute diabetes.aic --method permutation --data diabetes.npz --metrics auc -o "
                  "importance.svg");
  return {command, [options] { return attribute(*options); }};
}

} // namespace aic::tool
