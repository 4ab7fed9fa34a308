#include "Harness.h"

#include "GuardedRun.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "runtime/aic.h"
#include "runtime/cpu/CpuFeatures.h"
#include "test/unit/Sanitized.h"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

using namespace mlir;

namespace aic::test {
namespace {

using reference::Tensor;
using Bytes = std::vector<std::vector<uint8_t>>;

namespace cross {

/// Whether the code is for a machine of another architecture.
bool isFor(const artifact::Content& content) {
  return !llvm::StringRef(content.targets[0].triple).starts_with(runtime::cpu::Architecture());
}

/// What runs a model there (test/cross/run.c); it may not be there.
std::string runner() {
  return std::string(AIC_QEMU_AARCH64) + " " AIC_BINARY_DIR "/aarch64/bin/cross_run";
}

} // namespace cross

/// What this machine lacks to run the code, or "".
std::string lackingMachine(const artifact::Content& content) {
  if (!cross::isFor(content))
    return lackingFeature(content);
  return std::filesystem::exists(AIC_BINARY_DIR "/aarch64/bin/cross_run") ? "" : "emulator for AArch64";
}

// As its own bytes hold it.
Tensor rounded(const Tensor& tensor) {
  std::vector<uint8_t> bytes(tensorBytes(tensor.type()));
  reference::toBytes(tensor, bytes.data());
  return reference::fromBytes(tensor.shape, tensor.element, bytes.data());
}

Tensor makeArgument(RankedTensorType type, size_t index, const HarnessOptions& options,
                    std::mt19937_64& random) {
  Tensor tensor;
  tensor.shape.assign(type.getShape().begin(), type.getShape().end());
  tensor.element = type.getElementType();
  const bool isFloat = tensor.isFloat(), isBool = tensor.element.isInteger(1);
  const int width = int(tensor.element.getIntOrFloatBitWidth());
  const bool isUnsigned = tensor.element.isUnsignedInteger();
  for (int64_t i = 0, n = type.getNumElements(); i < n; ++i) {
    double value = options.input ? options.input(index, i)
                                 : std::uniform_real_distribution<double>(options.low, options.high)(random);
    if (isFloat)
      tensor.f.push_back(value);
    else if (isBool)
      tensor.i.push_back(options.input ? value != 0 : value > 0.5 * (options.low + options.high));
    else if (isUnsigned)
      tensor.i.push_back(
          std::llround(std::clamp(value < 0 ? -value : value, 0.0, std::ldexp(1.0, width) - 1)));
    else // what the type can hold
      tensor.i.push_back(
          std::llround(std::clamp(value, -std::ldexp(1.0, width - 1), std::ldexp(1.0, width - 1) - 1)));
  }
  return isFloat ? rounded(tensor) : tensor;
}

double element(const Tensor& tensor, int64_t i) {
  return tensor.isFloat() ? tensor.f[i] : static_cast<double>(tensor.i[i]);
}

// Runs once through the runtime, with the caller's buffers against unmapped pages; the message of what went
// wrong, or "".
std::string runOnce(const std::string& artifact, uint32_t threads, const Bytes& in, Bytes& out) {
  std::vector<GuardedBuffer> buffers;
  buffers.reserve(in.size() + out.size()); // aic_input and aic_output point into them
  std::vector<aic_input> inputs;
  std::vector<aic_output> outputs;
  for (const std::vector<uint8_t>& bytes : in) {
    std::copy(bytes.begin(), bytes.end(), buffers.emplace_back(bytes.size(), Against::End).data());
    buffers.back().protect();
    inputs.push_back({buffers.back().data(), bytes.size()});
  }
  for (const std::vector<uint8_t>& bytes : out)
    outputs.push_back({buffers.emplace_back(bytes.size(), Against::End).data(), bytes.size()});

  aic_model* model = nullptr;
  aic_session* session = nullptr;
  std::string message;
  if (aic_model_open_memory(artifact.data(), artifact.size(), 0, &model) != AIC_OK ||
      aic_session_create(model, threads, &session) != AIC_OK ||
      aic_session_run(session, inputs.data(), inputs.size(), outputs.data(), outputs.size()) != AIC_OK)
    message = aic_last_error();
  aic_session_close(session);
  aic_model_close(model);
  for (size_t k = 0; k < out.size(); ++k) {
    const GuardedBuffer& buffer = buffers[in.size() + k];
    out[k].assign(buffer.data(), buffer.data() + buffer.size());
    if (std::string damage = buffer.damage(); message.empty() && !damage.empty())
      message = "output " + std::to_string(k) + ": " + damage;
  }
  return message;
}

// The same on a machine of another architecture, under an emulator (test/cross).
std::string runAcross(const std::string& artifact, uint32_t threads, const Bytes& in, Bytes& out) {
  std::string folder = testing::TempDir() + "/aic-cross-XXXXXX";
  if (!mkdtemp(folder.data()))
    return "no folder for the emulator's files";
  auto path = [&](const char* name) { return folder + "/" + name; };
  std::ofstream(path("model.aic"), std::ios::binary) << artifact;
  {
    std::ofstream inputs(path("in"), std::ios::binary);
    for (const std::vector<uint8_t>& bytes : in)
      inputs.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
  }
  const std::string command = cross::runner() + " " + path("model.aic") + " f " + std::to_string(threads) +
                              " " + path("in") + " " + path("out") + " 2> " + path("said");
  const int status = std::system(command.c_str());
  std::string message;
  if (status != 0) {
    std::getline(std::ifstream(path("said")), message);
    message = "under the emulator (status " + std::to_string(status) + "): " + message;
  } else {
    std::ifstream outputs(path("out"), std::ios::binary);
    for (std::vector<uint8_t>& bytes : out)
      if (!outputs.read(reinterpret_cast<char*>(bytes.data()), std::streamsize(bytes.size())))
        message = "the emulator's outputs are too short";
  }
  std::filesystem::remove_all(folder);
  return message;
}

// All ways to run; they must agree to the bit. Returns the message of what went wrong, or "".
std::string runAllWays(const artifact::Content& content, const std::string& artifact,
                       const HarnessOptions& options, const Bytes& in, Bytes& out) {
  if (cross::isFor(content)) {
    std::string message = runAcross(artifact, options.threads, in, out);
    for (uint32_t threads : options.moreThreads) {
      Bytes other = out;
      if (message.empty())
        message = runAcross(artifact, threads, in, other);
      if (message.empty() && other != out)
        message = "other bits with " + std::to_string(threads) + " threads";
    }
    return message;
  }
  std::string message;
  Bytes other = out;
  auto agrees = [&](const std::string& how) {
    if (message.empty() && other != out)
      message = "other bits " + how;
    return message.empty();
  };
  // One workgroup after another first: what it says of a fault, the runtime's threads could not.
  if (!options.withoutReference) { // of a run that must fail, the runtime's words are wanted
    message = runGuarded(content, in, out, Against::End, /*backwards=*/false);
    if (!message.empty())
      return message;
    message = runGuarded(content, in, other, Against::Start, /*backwards=*/true);
    if (!agrees("with the workgroups in reverse order"))
      return message;
  }
  message = runOnce(artifact, options.threads, in, other);
  if (options.withoutReference || !message.empty()) {
    out = other;
    return message;
  }
  if (!agrees("through the runtime"))
    return message;
  for (uint32_t threads : options.moreThreads) {
    message = runOnce(artifact, threads, in, other);
    if (!agrees("with " + std::to_string(threads) + " threads"))
      return message;
  }
  return "";
}

// The smallest normal number of a type, below which there are fewer digits.
double smallestNormal(Type element) {
  auto type = dyn_cast<FloatType>(element);
  return type ? llvm::APFloat::getSmallestNormalized(type.getFloatSemantics()).convertToDouble() : 1;
}

void compare(Comparison& result, const HarnessOptions& options) {
  for (size_t k = 0; k < result.expected.size(); ++k) {
    const Tensor &exact = result.expected[k], &got = result.found[k];
    Tensor want = exact.isFloat() ? rounded(exact) : exact; // overflow included
    double scale = std::max(options.smallestScale, smallestNormal(want.element)), error = 0;
    if (k < options.smallestScales.size())
      scale = std::max(scale, options.smallestScales[k]);
    std::string fault;
    for (int64_t i = 0; i < want.size(); ++i) {
      double a = element(got, i), b = element(want, i);
      if (std::isnan(b) || std::isinf(b) || !std::isfinite(a)) {
        if (!(std::isnan(a) && std::isnan(b)) && a != b && fault.empty())
          fault = "expected " + std::to_string(b) + ", got " + std::to_string(a) + " at " + std::to_string(i);
        continue;
      }
      error = std::max(error, std::fabs(a - b) / std::max(std::fabs(b), scale));
    }
    result.errors.push_back(error);
    result.error = std::max(result.error, error);
    result.faults.push_back(fault);
    if (result.message.empty())
      result.message = fault;
  }
}

driver::Options compileOptions(const std::string& body, const HarnessOptions& options) {
  driver::Options compile;
  compile.path = "test.mlir";
  compile.module = body;
  const char* every = std::getenv("AIC_TEST_CPU"); // to run any of the tests for another CPU, by hand
  compile.targetCpu = every ? every : options.targetCpu;
  compile.forcedWinograd = options.forcedWinograd;
  if (!options.fuse) {
    compile.fusion = transforms::FusionOptions();
    compile.fusion.fuseEpilogues = false;
    compile.fusion.foldConstants = false;
  }
  return compile;
}

} // namespace

Comparison runAndCompare(const std::string& body, const HarnessOptions& options) {
  Comparison result;
  driver::Compilation compilation(compileOptions(body, options));
  if (compilation.reach(driver::Stage::Artifact) != driver::kGood) {
    result.message = graph::render(compilation.diagnostics());
    return result;
  }
  std::string artifact = compilation.emit(driver::Stage::Artifact);
  result.lacking = lackingMachine(compilation.content());
  if (!result.lacking.empty()) {
    result.message = "this machine has no " + result.lacking;
    return result;
  }
  result.scratchBytes = compilation.content().targets[0].programs[0].scratchBytes;
  result.dispatches = static_cast<int>(compilation.content().targets[0].programs[0].dispatches.size());

  auto function = *compilation.original().getOps<func::FuncOp>().begin();
  std::mt19937_64 random(42);
  for (auto [index, type] : llvm::enumerate(function.getArgumentTypes()))
    result.arguments.push_back(makeArgument(cast<RankedTensorType>(type), index, options, random));
  llvm::SmallVector<Tensor> values;
  if (options.withoutReference) {
    for (Type type : function.getResultTypes())
      values.push_back(makeArgument(cast<RankedTensorType>(type), 0, options, random));
  } else if (failed(reference::evaluateBlock(function.getBody().front(), result.arguments, values))) {
    result.message = "the reference failed: " + graph::render(compilation.diagnostics());
    return result;
  }
  result.expected.assign(values.begin(), values.end());

  Bytes in, out;
  for (const Tensor& tensor : result.arguments)
    reference::toBytes(tensor, in.emplace_back(tensorBytes(tensor.type())).data());
  for (const Tensor& tensor : result.expected)
    out.emplace_back(tensorBytes(tensor.type()));
  result.message = runAllWays(compilation.content(), artifact, options, in, out);
  if (!result.message.empty())
    return result;
  for (auto [k, want] : llvm::enumerate(result.expected))
    result.found.push_back(reference::fromBytes(want.shape, want.element, out[k].data()));
  compare(result, options);
  return result;
}

std::string tensorType(const Shape& shape, const std::string& element) {
  std::string text = "tensor<";
  for (int64_t size : shape)
    text += std::to_string(size) + "x";
  return text + element + ">";
}

std::string array(const std::vector<int64_t>& values) {
  std::string text = "array<i64";
  for (size_t i = 0; i < values.size(); ++i)
    text += (i ? ", " : ": ") + std::to_string(values[i]);
  return text + ">";
}

std::string Batch::argument(const Shape& shape, const std::string& element) {
  std::string name = "%a" + std::to_string(names++);
  arguments += (arguments.empty() ? "" : ", ") + name + ": " + tensorType(shape, element);
  return name;
}

std::string Batch::weight(const Shape& shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  if (count == 0)
    return op("aic.constant dense<> : " + tensorType(shape));
  std::string hex = "0x";
  uint32_t state = 12345u + static_cast<uint32_t>(count);
  for (int64_t i = 0; i < count; ++i) {
    state = state * 1664525u + 1013904223u;
    float value = static_cast<float>(static_cast<int32_t>(state >> 8) - (1 << 23)) / (1 << 23);
    uint32_t bits;
    std::memcpy(&bits, &value, 4);
    char digits[9];
    std::snprintf(digits, sizeof digits, "%02X%02X%02X%02X", bits & 255, bits >> 8 & 255, bits >> 16 & 255,
                  bits >> 24);
    hex += digits;
  }
  return op("aic.constant dense<\"" + hex + "\"> : " + tensorType(shape));
}

std::string Batch::scalar(const std::string& value, const std::string& element) {
  return op("aic.constant dense<" + value + "> : tensor<" + element + ">");
}

std::string Batch::op(const std::string& text, int results) {
  std::string name = "%v" + std::to_string(names++);
  body += "  " + name + (results > 1 ? ":" + std::to_string(results) : "") + " = " + text + "\n";
  return name;
}

void Batch::result(const std::string& value, const std::string& type, const std::string& label,
                   double scale) {
  values += (values.empty() ? "" : ", ") + value;
  types += (types.empty() ? "" : ", ") + type;
  labels.push_back(label);
  scales.push_back(scale);
}

std::string Batch::text() const {
  return "func.func @f(" + arguments + ") -> (" + types + ") {\n" + body + "  return " + values + " : " +
         types + "\n}\n";
}

void Batch::expectClose(double tolerance, const HarnessOptions& options) const {
  const Step step = nextStep();
  if (step == Step::Nothing)
    return;
  if (step == Step::OurCode) { // the rest is LLVM's, and the kernels'
    driver::Compilation compilation(compileOptions(text(), options));
    EXPECT_EQ(compilation.reach(driver::Stage::Code), driver::kGood)
        << options.targetCpu << ": " << graph::render(compilation.diagnostics());
    return;
  }
  HarnessOptions own = options;
  own.smallestScales = scales;
  Comparison c = runAndCompare(text(), own);
  AIC_SKIP_IF_LACKING(c);
  if (c.errors.empty()) {
    ADD_FAILURE() << options.targetCpu << ": " << c.message << "\n" << text().substr(0, 4000);
    return;
  }
  for (size_t k = 0; k < labels.size(); ++k) {
    EXPECT_EQ(c.faults[k], "") << options.targetCpu << ": " << labels[k];
    EXPECT_LE(c.errors[k], tolerance) << options.targetCpu << ": " << labels[k];
  }
  EXPECT_EQ(c.message, "") << options.targetCpu;
}

} // namespace aic::test
