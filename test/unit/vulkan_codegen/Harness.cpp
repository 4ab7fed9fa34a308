#include "Harness.h"

#include "compiler/codegen/vulkan/Vulkan.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"
#include "compiler/reference/Reference.h"
#include "compiler/transforms/Passes.h"
#include "dialects/schedule/Parts.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "test/unit/Sanitized.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <set>
#include <sstream>

using namespace mlir;

namespace aic::test {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity(),
                 kLargest = std::numeric_limits<float>::max();

// A context that keeps what is said.
struct Compiler {
  MLIRContext context{MLIRContext::Threading::DISABLED};
  std::string said;

  Compiler() {
    DialectRegistry registry;
    codegen::registerVulkanDialects(registry);
    registry.insert<func::FuncDialect>();
    context.appendDialectRegistry(registry);
    context.loadAllAvailableDialects();
    context.getDiagEngine().registerHandler([this](Diagnostic& diagnostic) {
      if (diagnostic.getSeverity() == DiagnosticSeverity::Error)
        said += diagnostic.str() + "\n";
      return success();
    });
  }

  LogicalResult fuse(ModuleOp module) {
    PassManager pm(&context);
    transforms::buildFusionPipeline(pm);
    return pm.run(module);
  }
};

reference::Tensor randomTensor(RankedTensorType type, const Options& options, std::mt19937_64& random) {
  reference::Tensor tensor;
  tensor.shape.assign(type.getShape().begin(), type.getShape().end());
  tensor.element = type.getElementType();
  const bool isFloat = tensor.isFloat(), isBool = tensor.element.isInteger(1);
  for (int64_t i = 0, n = type.getNumElements(); i < n; ++i) {
    double value = std::uniform_real_distribution<double>(options.low, options.high)(random);
    if (isFloat)
      tensor.f.push_back(static_cast<float>(value));
    else
      tensor.i.push_back(isBool ? value > 0 : std::llround(value));
  }
  return tensor;
}

// "" or the element that is farthest beyond its bound.
std::string compare(const reference::Tensor& want, const reference::Tensor& got, const Options& options,
                    ArrayRef<reference::Tensor> arguments) {
  double worst = 1;
  int64_t at = -1;
  auto element = [](const reference::Tensor& tensor, int64_t i) {
    return tensor.isFloat() ? tensor.f[i] : static_cast<double>(tensor.i[i]);
  };
  for (int64_t i = 0; i < want.size() && worst < kInfinity; ++i) {
    double a = element(got, i), b = element(want, i);
    if (want.isFloat())
      b = static_cast<float>(b); // what is beyond f32 is infinite
    double bound = options.absolute + options.tolerance * std::fabs(b), off = std::fabs(a - b);
    if (a == b || (std::isnan(a) && std::isnan(b)))
      continue;
    // Beside infinity stands the largest number.
    if (std::isinf(b) && std::isfinite(a) && std::fabs(a) > kLargest * (1 - options.tolerance))
      continue;
    if (std::isinf(a) && std::isfinite(b) && std::fabs(b) > kLargest * (1 - options.tolerance))
      continue;
    double excess = off <= bound && !std::isinf(b)    ? 0
                    : bound > 0 && std::isfinite(off) ? off / bound
                                                      : kInfinity;
    if (excess > worst)
      worst = excess, at = i;
  }
  if (at < 0)
    return "";
  std::ostringstream text;
  text.precision(9);
  text << "expected " << element(want, at) << ", got " << element(got, at) << ", " << worst
       << " times what is allowed, at element " << at << " of " << want.size();
  for (const reference::Tensor& argument : arguments)
    if (argument.shape == want.shape)
      text << ", from " << element(argument, at);
  return text.str();
}

// i64 and bool are i32 on the device, as the runtime makes them.
Type inMemory(Type element) {
  return element.isInteger(64) || element.isInteger(1) ? IntegerType::get(element.getContext(), 32) : element;
}

// Which argument a state is as the run finds it, and which result as the run leaves it.
struct StateNumbers {
  llvm::StringMap<size_t> argument, result;

  explicit StateNumbers(func::FuncOp function) {
    auto find = [](auto& numbers, unsigned i, Attribute state) {
      if (auto name = dyn_cast_or_null<FlatSymbolRefAttr>(state))
        numbers[name.getValue()] = i;
    };
    for (unsigned i = 0; i < function.getNumArguments(); ++i)
      find(argument, i, function.getArgAttr(i, kStateAttr));
    for (unsigned i = 0; i < function.getNumResults(); ++i)
      find(result, i, function.getResultAttr(i, kStateAttr));
  }
};

// The program of a schedule over device buffers.
struct Program {
  Runner& runner;
  ModuleOp schedule;
  const StateNumbers& states;
  std::vector<std::unique_ptr<DeviceBuffer>> owned = {};
  DenseMap<Value, DeviceBuffer*> buffers = DenseMap<Value, DeviceBuffer*>();
  DenseMap<size_t, DeviceBuffer*> outputs = DenseMap<size_t, DeviceBuffer*>(); // by the result's number
  int32_t failure = 0; // what kernels reported, the largest

  std::string prepare(ArrayRef<reference::Tensor> arguments) {
    auto program = *schedule.getOps<schedule::ProgramOp>().begin();
    for (Operation& op : program.getBody().front()) {
      if (op.getNumResults() != 1)
        continue;
      auto type = cast<MemRefType>(op.getResult(0).getType());
      int64_t elements = type.getNumElements();
      auto constant = dyn_cast<schedule::ConstantOp>(op);
      if (constant)
        elements = lowering::packedElements(type.getShape(), constant.getPackingAttr());
      owned.push_back(runner.allocate(elements * 4));
      DeviceBuffer* buffer = owned.back().get();
      if (!buffer->data)
        return "no memory";
      buffers[op.getResult(0)] = buffer;
      auto fill = [&](size_t argument) {
        reference::Tensor narrow = arguments[argument];
        narrow.element = inMemory(narrow.element);
        reference::toBytes(narrow, buffer->data);
      };
      if (auto input = dyn_cast<schedule::InputOp>(op))
        fill(input.getIndex()); // states stand behind the inputs, and behind the outputs
      if (auto output = dyn_cast<schedule::OutputOp>(op))
        outputs[output.getIndex()] = buffer;
      if (auto state = dyn_cast<schedule::StateBufferOp>(op)) {
        if (auto found = states.argument.find(state.getState()); found != states.argument.end())
          fill(found->second);
        if (auto found = states.result.find(state.getState()); found != states.result.end())
          outputs[found->second] = buffer;
      }
      if (constant) {
        auto tensor = reference::fromAttr(constant.getValue());
        if (failed(tensor))
          return "a constant without data";
        std::vector<uint32_t> raw(tensor->size());
        reference::toBytes(*tensor, raw.data());
        lowering::pack(type.getShape(), constant.getPackingAttr(), raw.data(),
                       reinterpret_cast<uint32_t*>(buffer->data));
      }
    }
    return "";
  }

  // A result that may take an operand's buffer over gets it, where the operand is read by nobody else.
  void shareBuffers() {
    for (auto dispatch : (*schedule.getOps<schedule::ProgramOp>().begin()).getOps<schedule::DispatchOp>()) {
      auto kernel = schedule.lookupSymbol<schedule::KernelOp>(dispatch.getKernel());
      for (auto [i, read] : llvm::enumerate(dispatch.getReads()))
        if (lowering::readsInPlace(kernel, i) && read.getDefiningOp<schedule::TransientOp>()) {
          Value write = dispatch.getWrites().front();
          if (write.getDefiningOp<schedule::OutputOp>())
            outputs[write.getDefiningOp<schedule::OutputOp>().getIndex()] = buffers[read];
          buffers[write] = buffers[read];
          break;
        }
    }
  }

  std::string run(const std::vector<artifact::Kernel>& kernels, const std::string& variantName) {
    for (auto dispatch : (*schedule.getOps<schedule::ProgramOp>().begin()).getOps<schedule::DispatchOp>()) {
      auto kernel = llvm::find_if(kernels, [&](auto& k) { return k.name == dispatch.getKernel().str(); });
      const artifact::Variant* variant = &kernel->variants.front();
      for (const artifact::Variant& other : kernel->variants)
        if (other.name == variantName)
          variant = &other;
      std::vector<DeviceBuffer*> bindings;
      for (auto [i, value] : llvm::enumerate(dispatch->getOperands())) {
        bindings.push_back(buffers.lookup(value));
        if (const int64_t offset = schedule::readOffset(dispatch, i); offset >= 0) { // a part, as a buffer
          auto read = schedule.lookupSymbol<schedule::KernelOp>(dispatch.getKernel()).getArgumentTypes()[i];
          const auto bytes = static_cast<size_t>(*schedule::bufferBytes(read));
          owned.push_back(runner.allocate(bytes));
          std::memcpy(owned.back()->data, reinterpret_cast<const char*>(bindings.back()->data) + offset,
                      bytes);
          bindings.back() = owned.back().get();
        }
      }
      if (variant->reports) {
        owned.push_back(runner.allocate(4));
        bindings.push_back(owned.back().get());
        std::memset(bindings.back()->data, 0, 4);
      }
      if (std::string error = runner.run(*variant, bindings); !error.empty())
        return kernel->name + " (" + variant->name + "): " + error;
      if (variant->reports) {
        int32_t word = 0;
        std::memcpy(&word, bindings.back()->data, 4);
        failure = std::max(failure, word);
      }
    }
    for (auto& buffer : owned)
      if (!buffer->intact())
        return "wrote beside a buffer";
    return "";
  }
};

/// From a fused module to a plan, by the pipelines of the driver and of aic-opt.
LogicalResult schedule(ModuleOp module) {
  std::unique_ptr<codegen::Target> target =
      std::move(llvm::cantFail(codegen::vulkanTarget().make({})).front());
  PassManager pm(module.getContext());
  target->addFitPasses(pm);
  target->buildSchedulePipeline(pm);
  return pm.run(module);
}

} // namespace

void check(const std::string& body, const Options& options) {
  checkOn(body, {}, options);
}

void checkOn(const std::string& body, const std::vector<std::vector<double>>& given, const Options& options) {
  const Step step = nextStep();
  if (step == Step::Nothing)
    return;
  SCOPED_TRACE(body);
  Compiler compiler;
  auto original = parseSourceString<ModuleOp>(body, ParserConfig(&compiler.context), "test");
  ASSERT_TRUE(original) << compiler.said;
  OwningOpRef<ModuleOp> module = original->clone();
  if (options.fuse)
    ASSERT_TRUE(succeeded(compiler.fuse(*module))) << compiler.said;
  ASSERT_TRUE(succeeded(schedule(*module))) << compiler.said;
  auto kernels = codegen::emitSpirv(*module);
  ASSERT_TRUE(succeeded(kernels)) << compiler.said;

  std::set<std::string> names;
  for (const artifact::Kernel& kernel : *kernels) {
    ASSERT_FALSE(kernel.variants.empty());
    EXPECT_EQ(kernel.variants.front().name, "floor");
    for (const artifact::Variant& variant : kernel.variants) {
      names.insert(variant.name);
      EXPECT_EQ(validate(variant.words), "") << kernel.name << " " << variant.name;
      EXPECT_LE(variant.sharedBytes, 16u * 1024);
      EXPECT_LE(variant.localSize[0] * variant.localSize[1] * variant.localSize[2], 256u);
    }
  }

  if (step == Step::OurCode) // the rest is the driver's, and the shaders'
    return;
  std::string why;
  Runner* runner = Runner::instance(why);
  if (!runner)
    GTEST_SKIP() << why;
  const StateNumbers states(*original->getOps<func::FuncOp>().begin());
  if (!options.expected.empty())
    original = parseSourceString<ModuleOp>(options.expected, ParserConfig(&compiler.context), "expected");
  ASSERT_TRUE(original) << compiler.said;
  auto function = *original->getOps<func::FuncOp>().begin();
  std::mt19937_64 random(42);
  std::vector<reference::Tensor> arguments;
  for (auto [i, type] : llvm::enumerate(function.getArgumentTypes())) {
    arguments.push_back(randomTensor(cast<RankedTensorType>(type), options, random));
    for (size_t n = 0; i < given.size() && n < given[i].size(); ++n)
      if (arguments[i].isFloat())
        arguments[i].f[n] = static_cast<float>(given[i][n]);
      else
        arguments[i].i[n] = static_cast<int64_t>(given[i][n]);
  }
  SmallVector<reference::Tensor> expected;
  ASSERT_TRUE((options.fails && options.expected.empty()) ||
              succeeded(reference::evaluateBlock(function.getBody().front(), arguments, expected)))
      << compiler.said;
  for (const std::string& name : names) {
    if (name == "subgroup" && !runner->subgroupArithmetic)
      continue;
    Program program{*runner, *module, states};
    ASSERT_EQ(program.prepare(arguments), "");
    if (options.inPlace)
      program.shareBuffers();
    ASSERT_EQ(program.run(*kernels, name), "");
    EXPECT_EQ(program.failure, options.fails);
    for (auto [i, want] : llvm::enumerate(expected)) {
      reference::Tensor got =
          reference::fromBytes(want.shape, inMemory(want.element), program.outputs.lookup(i)->data);
      EXPECT_EQ(compare(want, got, options, arguments), "") << "output " << i << ", variant " << name;
    }
  }
}

bool seesOverrun() {
  Compiler compiler;
  auto module =
      parseSourceString<ModuleOp>("func.func @f(%x: tensor<64xf32>) -> tensor<64xf32> {\n"
                                  "  %0 = aic.relu %x : tensor<64xf32>\n  return %0 : tensor<64xf32>\n}\n",
                                  ParserConfig(&compiler.context));
  if (failed(schedule(*module)))
    return false;
  auto kernels = codegen::emitSpirv(*module);
  std::string why;
  Runner* runner = Runner::instance(why);
  auto x = runner->allocate(64 * 4), y = runner->allocate(60 * 4);
  EXPECT_EQ(runner->run(kernels->front().variants.front(), {x.get(), y.get()}), "");
  return x->intact() && !y->intact();
}

std::string coverage(const std::string& body, bool fuse) {
  Compiler compiler;
  auto module = parseSourceString<ModuleOp>(body, ParserConfig(&compiler.context), "test");
  if (!module || (fuse && failed(compiler.fuse(*module))))
    return "cannot read: " + compiler.said;
  bool good = succeeded(codegen::checkVulkanCoverage(*module));
  EXPECT_EQ(good, compiler.said.empty());
  return compiler.said;
}

} // namespace aic::test
