// Runs the ONNX backend tests (Debian's libonnx-testdata): each model is compiled in process, run on the
// given inputs, and compared with the given outputs. See README.md.
#include "compiler/driver/Driver.h"
#include "compiler/driver/Fold.h"
#include "compiler/reference/Reference.h"
#include "frontends/onnx/Onnx.h"
#include "frontends/weights/Npy.h"
#include "runtime/aic.h"
#include "test/onnx/Arrays.h"
#include "test/onnx/Outcome.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fstream>
#include <onnx/onnx_pb.h>
#include <sys/wait.h>
#include <unistd.h>

namespace aic::onnx {
namespace {

using test::Array;
using test::Outcome;

constexpr unsigned kSecondsEach = 120;
constexpr int kMaxBound = 8;

struct Options {
  std::string data = "/usr/share/libonnx-testdata/data/node", expected, update;
  std::string crash;              // the name of a test that dies: for the test of this program
  std::vector<std::string> names; // of tests; empty: all
  size_t every = 1, from = 0;     // of how many one runs, and from which one on
  bool verbose = false;
};

/// One set of inputs and outputs, in the model's order.
struct DataSet {
  std::vector<Array> inputs, outputs;
};

/// The data of CastLike's `like`, whose values nothing reads, are one element where the model says [3, 4].
template <typename Info> void fillDeclared(const Info& declared, Array& array) {
  std::vector<int64_t> shape;
  size_t count = 1;
  for (const auto& dim : declared.type().tensor_type().shape().dim()) {
    if (!dim.has_dim_value() || dim.dim_value() < 0)
      return;
    shape.push_back(dim.dim_value());
    count *= static_cast<size_t>(dim.dim_value());
  }
  if (array.shape != std::vector<int64_t>{1} || shape.size() < 2)
    return;
  std::vector<uint8_t> one = array.bytes;
  array.shape = shape;
  array.bytes.clear();
  for (size_t i = 0; i < count; ++i)
    array.bytes.insert(array.bytes.end(), one.begin(), one.end());
}

/// "" or why a file holds no array that we have a type for. `declared` are the inputs or outputs of the
/// model.
template <typename Infos>
std::string readArrays(const std::string& folder, const char* kind, const Infos& declared,
                       std::vector<Array>& arrays) {
  for (int i = 0;; ++i) {
    std::string path = folder + "/" + kind + "_" + std::to_string(i) + ".pb";
    if (access(path.c_str(), R_OK) != 0)
      return "";
    ::onnx::TensorProto tensor;
    arrays.emplace_back();
    int type = i < declared.size() ? declared.Get(i).type().tensor_type().elem_type() : 0;
    if (!tensor.ParseFromString(test::readFile(path)) || !test::toArray(tensor, type, arrays.back()))
      return std::string(kind) + " " + std::to_string(i) + " is of no type that aic has";
    if (i < declared.size())
      fillDeclared(declared.Get(i), arrays.back());
  }
}

/// The same from a model that holds its data itself, as initializers "given/INPUT" and "expected/OUTPUT".
template <typename Infos>
std::string storedArrays(const ::onnx::GraphProto& graph, const std::string& kind, const Infos& declared,
                         std::vector<Array>& arrays) {
  for (const auto& info : declared)
    for (const ::onnx::TensorProto& tensor : graph.initializer())
      if (tensor.name() == kind + "/" + info.name()) {
        arrays.emplace_back();
        if (!test::toArray(tensor, 0, arrays.back()))
          return tensor.name() + " is of no type that aic has";
      }
  return arrays.size() == static_cast<size_t>(declared.size()) ? "" : kind + " values are missing";
}

std::string firstMessage(const std::vector<graph::Diagnostic>& diagnostics) {
  for (const graph::Diagnostic& d : diagnostics)
    if (d.severity == graph::Diagnostic::Error) {
      std::string text = d.message;
      std::replace(text.begin(), text.end(), '\n', ' ');
      return text;
    }
  return "no reason";
}

/// One model and its data.
class NodeTest {
public:
  /// `place`: a folder with model.onnx and folders of data, or a model that holds its data.
  NodeTest(std::string place, std::string scratch) : place_(std::move(place)), scratch_(std::move(scratch)) {
    holdsData_ = place_.size() > 5 && place_.compare(place_.size() - 5, 5, ".onnx") == 0;
    path_ = holdsData_ ? place_ : place_ + "/model.onnx";
  }

  Outcome run() {
    ::onnx::ModelProto model;
    if (!model.ParseFromString(test::readFile(path_)))
      return {"data", 0, "the model cannot be parsed"};
    const ::onnx::GraphProto& graph = model.graph();
    for (const auto& input : graph.input())
      names_.push_back(input.name());
    std::vector<std::string> folders;
    for (const std::string& name : holdsData_ ? std::vector<std::string>{""} : test::entries(place_))
      if (holdsData_ || name.rfind("test_data_set_", 0) == 0)
        folders.push_back(name);
    for (const std::string& name : folders) {
      DataSet set;
      std::string from = place_ + "/" + name;
      std::string problem = holdsData_ ? storedArrays(graph, "given", graph.input(), set.inputs)
                                       : readArrays(from, "input", graph.input(), set.inputs);
      if (problem.empty())
        problem = holdsData_ ? storedArrays(graph, "expected", graph.output(), set.outputs)
                             : readArrays(from, "output", graph.output(), set.outputs);
      // The importer's own message says more, where it refuses the model.
      Outcome outcome = compileAndRun(set, problem);
      if (!outcome.isGood())
        return outcome;
    }
    return folders.empty() ? Outcome{"data", 0, "there is none"} : Outcome();
  }

private:
  /// Binds the inputs that decide shapes, one after the other.
  Outcome bind(const DataSet& set) {
    options_.binds.clear();
    for (size_t i = 0; i < set.inputs.size() && i < names_.size(); ++i)
      options_.shapes[names_[i]] = set.inputs[i].shape;
    options_.fold = driver::foldOperation;
    for (int round = 0;; ++round) {
      mlir::MLIRContext context;
      LoadResult loaded = loadOnnx(context, path_, options_);
      if (loaded.module)
        return {};
      bool more = false;
      for (const std::string& name : loaded.bindable) {
        size_t i = std::find(names_.begin(), names_.end(), name) - names_.begin();
        if (options_.binds.count(name) || i >= set.inputs.size() || round >= kMaxBound)
          continue;
        const Array& array = set.inputs[i];
        std::string path = scratch_ + "/" + std::to_string(i) + ".npy";
        if (!weights::WriteNpy(path, array.type, array.shape, array.bytes.data()).ok())
          continue;
        options_.binds[name] = path;
        more = true;
      }
      if (!more)
        return {"import", loaded.exitCode, firstMessage(loaded.diagnostics)};
    }
  }

  Outcome compileAndRun(const DataSet& set, const std::string& problem) {
    Outcome refused = bind(set);
    if (!refused.isGood())
      return refused;
    if (!problem.empty())
      return {"data", 0, problem};
    driver::Options request;
    request.path = path_;
    request.shapes = options_.shapes;
    request.binds = options_.binds;
    driver::Compilation compilation(request);
    if (int code = compilation.reach(driver::Stage::Artifact); code != driver::kGood)
      return {"compile", code, firstMessage(compilation.diagnostics()) + withReference(set)};
    std::string bytes = compilation.emit(driver::Stage::Artifact);
    aic_model* model = nullptr;
    aic_session* session = nullptr;
    if (aic_model_open_memory(bytes.data(), bytes.size(), 0, &model) ||
        aic_session_create(model, 1, &session))
      return {"load", driver::kInvalidArtifact, aic_last_error()};
    std::vector<aic_input> in;
    for (uint32_t i = 0; i < aic_model_input_count(model); ++i) {
      aic_tensor_info info;
      aic_model_input(model, i, &info);
      const Array& array = set.inputs[std::find(names_.begin(), names_.end(), info.name) - names_.begin()];
      in.push_back({array.bytes.data(), array.bytes.size()});
    }
    std::vector<Array> results;
    std::vector<aic_output> out;
    std::vector<std::string> outputs;
    for (uint32_t i = 0; i < aic_model_output_count(model); ++i) {
      aic_tensor_info info;
      aic_model_output(model, i, &info);
      outputs.push_back(info.name);
      results.push_back({static_cast<weights::ElementType>(info.type),
                         {info.shape, info.shape + info.rank},
                         std::vector<uint8_t>(info.bytes)});
    }
    for (Array& array : results)
      out.push_back({array.bytes.data(), array.bytes.size()});
    Outcome outcome;
    if (aic_session_run(session, in.data(), in.size(), out.data(), out.size()))
      outcome = {"run", driver::kModelWrong, aic_last_error()};
    aic_session_close(session);
    aic_model_close(model);
    std::string off = outcome.isGood() ? cutRows(outputs, results) : "";
    if (off.empty() && outcome.isGood())
      off = compare(results, set.outputs);
    if (!off.empty())
      outcome = {"numbers", driver::kNumbersDiffer, off};
    return outcome;
  }

  /// An output NAME_count behind those of the file says how many rows of NAME there are: it goes, and the
  /// rows behind them, which are of -1; else says what is wrong.
  static std::string cutRows(const std::vector<std::string>& names, std::vector<Array>& results) {
    constexpr llvm::StringLiteral kSuffix = "_count";
    while (!results.empty() && llvm::StringRef(names[results.size() - 1]).ends_with(kSuffix)) {
      llvm::StringRef name = llvm::StringRef(names[results.size() - 1]).drop_back(kSuffix.size());
      auto cut = static_cast<size_t>(std::find(names.begin(), names.end(), name) - names.begin());
      if (cut + 1 >= results.size())
        return "";
      int64_t count;
      std::memcpy(&count, results.back().bytes.data(), sizeof count);
      results.pop_back();
      Array& rows = results[cut];
      if (count < 0 || count > rows.shape[0])
        return "output " + name.str() + " has " + std::to_string(rows.shape[0]) + " rows, of which " +
               std::to_string(count) + " are said to be there";
      size_t bytes = rows.shape[0] ? rows.bytes.size() / static_cast<size_t>(rows.shape[0]) : 0;
      if (std::any_of(rows.bytes.begin() + static_cast<ptrdiff_t>(bytes * static_cast<size_t>(count)),
                      rows.bytes.end(), [](uint8_t byte) { return byte != 0xff; }))
        return "output " + name.str() + ": a row behind the last is not of -1";
      rows.bytes.resize(bytes * static_cast<size_t>(count));
      rows.shape[0] = count;
    }
    return "";
  }

  static std::string compare(const std::vector<Array>& results, const std::vector<Array>& outputs) {
    if (results.size() != outputs.size())
      return std::to_string(results.size()) + " outputs, expected " + std::to_string(outputs.size());
    for (size_t i = 0; i < outputs.size(); ++i)
      if (std::string off = test::difference(results[i], outputs[i]); !off.empty())
        return "output " + std::to_string(i) + ": " + off;
    return "";
  }

  /// Where there is no code: is the import right at least? The oracle says.
  std::string withReference(const DataSet& set) {
    mlir::MLIRContext context;
    LoadResult loaded = loadOnnx(context, path_, options_);
    mlir::func::FuncOp function = *loaded.module->getOps<mlir::func::FuncOp>().begin();
    llvm::SmallVector<reference::Tensor> args, values;
    mlir::Block& block = function.getBody().front();
    for (auto [i, argument] : llvm::enumerate(block.getArguments())) {
      auto name = function.getArgAttrOfType<mlir::StringAttr>(i, "aic.name").str();
      const Array& array = set.inputs[std::find(names_.begin(), names_.end(), name) - names_.begin()];
      auto type = llvm::cast<mlir::RankedTensorType>(argument.getType());
      args.push_back(reference::fromBytes(type.getShape(), type.getElementType(), array.bytes.data()));
    }
    mlir::ScopedDiagnosticHandler silent(&context, [](mlir::Diagnostic&) { return llvm::success(); });
    if (llvm::failed(reference::evaluateBlock(block, args, values)))
      return " [the reference fails]";
    std::vector<Array> results;
    for (auto [i, value] : llvm::enumerate(values)) {
      Array array;
      array.type = set.outputs[std::min<size_t>(i, set.outputs.size() - 1)].type;
      array.shape.assign(value.shape.begin(), value.shape.end());
      array.bytes.resize(value.size() * elementBytes(value.element));
      reference::toBytes(value, array.bytes.data());
      results.push_back(std::move(array));
    }
    std::string off = compare(results, set.outputs);
    return off.empty() ? " [the reference agrees]" : " [the reference differs: " + off + "]";
  }

  std::string place_, path_, scratch_;
  bool holdsData_;
  std::vector<std::string> names_; // of the model's inputs
  LoadOptions options_;
};

/// Runs one test in a process of its own, so that nothing can take the others with it.
Outcome runAlone(const std::string& place, bool crash) {
  char scratch[] = "/tmp/aic-onnx-XXXXXX";
  int ends[2];
  if (!mkdtemp(scratch) || pipe(ends) != 0)
    return {"died", 0, "no scratch folder or pipe"};
  std::fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    alarm(kSecondsEach);
    if (crash)
      std::raise(SIGKILL);
    std::string text = NodeTest(place, scratch).run().text();
    ssize_t written = write(ends[1], text.data(), text.size());
    _exit(written == static_cast<ssize_t>(text.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string text;
  char buffer[4096];
  for (ssize_t got; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<size_t>(got));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  for (const std::string& name : test::entries(scratch))
    unlink((std::string(scratch) + "/" + name).c_str());
  rmdir(scratch);
  if (WIFSIGNALED(status))
    return {"died", WTERMSIG(status), WTERMSIG(status) == SIGALRM ? "timeout" : strsignal(WTERMSIG(status))};
  std::optional<Outcome> outcome = test::parseOutcome(text);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || !outcome)
    return {"died", WIFEXITED(status) ? WEXITSTATUS(status) : 0, "it ended without a word"};
  return *outcome;
}

/// Tests that are listed and are not there: their names have changed.
int reportAbsent(const test::ExpectedFailures& expected, const std::vector<std::string>& names) {
  int absent = 0;
  for (const auto& entry : expected.all())
    if (std::find(names.begin(), names.end(), entry.first) == names.end()) {
      std::printf("%s is listed, but there is no such test\n", entry.first.c_str());
      ++absent;
    }
  return absent;
}

int runAll(const Options& options) {
  test::ExpectedFailures expected;
  if (std::string problem = options.expected.empty() ? "" : expected.read(options.expected);
      !problem.empty()) {
    std::printf("%s\n", problem.c_str());
    return 2;
  }
  std::map<std::string, Outcome> failures;
  std::vector<std::string> names = options.names.empty() ? test::entries(options.data) : options.names;
  if (options.every > 1) {
    std::printf("every %zu. of the tests, from %zu on\n", options.every, options.from);
    std::vector<std::string> some;
    for (size_t i = options.from; i < names.size(); i += options.every)
      some.push_back(names[i]);
    names.swap(some);
  }
  int passed = 0, crashed = 0,
      wrong = options.names.empty() && options.every == 1 ? reportAbsent(expected, names) : 0;
  for (const std::string& name : names) {
    Outcome outcome = runAlone(options.data + "/" + name, name == options.crash);
    passed += outcome.isGood();
    crashed += outcome.isCrash();
    if (!outcome.isGood() && !outcome.isCrash())
      failures[name] = outcome;
    std::string verdict = expected.judge(name, outcome);
    wrong += !verdict.empty();
    if (!verdict.empty())
      std::printf("%s\n", verdict.c_str());
    else if (options.verbose)
      std::printf("%s: %s\n", name.c_str(), outcome.text().c_str());
  }
  if (!options.update.empty()) {
    std::ofstream file(options.update);
    for (const auto& [name, outcome] : failures)
      file << name << ": " << outcome.text() << "\n";
  }
  std::printf("%d of %zu pass; %zu fail, %d crash; %d are not as expected\n", passed, names.size(),
              failures.size(), crashed, wrong);
  return names.empty() || wrong != 0;
}

} // namespace
} // namespace aic::onnx

int main(int argc, char** argv) {
  aic::onnx::Options options;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    bool more = i + 1 < argc;
    if (argument == "--data" && more)
      options.data = argv[++i];
    else if (argument == "--expected" && more)
      options.expected = argv[++i];
    else if (argument == "--write" && more)
      options.update = argv[++i];
    else if (argument == "--every" && more)
      options.every = std::max(1, std::atoi(argv[++i]));
    else if (argument == "--from" && more)
      options.from = std::max(0, std::atoi(argv[++i]));
    else if (argument == "--crash" && more)
      options.crash = argv[++i];
    else if (argument == "--verbose")
      options.verbose = true;
    else
      options.names.push_back(argument);
  }
  return aic::onnx::runAll(options);
}
