#include "compiler/library/Code.h"

#include "runtime/embedded/embedded.h"
#include "runtime/schema/ArmFeatures.h"
#include "runtime/schema/Prelude.h"
#include "runtime/schema/X86Features.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/Alignment.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Target/TargetOptions.h"
#include "llvm/TargetParser/Triple.h"

#include <algorithm>

namespace aic::library {
namespace {

using llvm::Constant;

llvm::Error failure(std::errc kind, const llvm::Twine& message) {
  return llvm::createStringError(std::make_error_code(kind), message);
}

uint64_t bytesOf(const artifact::Tensor& tensor) {
  uint64_t bytes = schema::kElementBytes[static_cast<size_t>(tensor.type)];
  for (int64_t dim : tensor.shape)
    bytes *= static_cast<uint64_t>(dim);
  return bytes;
}

uint64_t aligned(uint64_t bytes) {
  return llvm::alignTo(bytes, AIC_EMBEDDED_ALIGNMENT);
}

/// The memory of an instance.
struct Sizes {
  uint64_t states = 0, arena = 0, scratch = 0;
  uint64_t instance() const {
    return AIC_EMBEDDED_INSTANCE_BYTES + aligned(states) + aligned(arena) + aligned(scratch);
  }
};

Sizes sizesOf(const artifact::Content& content, const artifact::Target& target) {
  Sizes sizes;
  for (const artifact::State& state : content.states)
    sizes.states = aligned(sizes.states) + bytesOf(state.tensor);
  for (const artifact::Program& program : target.programs) {
    sizes.arena = std::max(sizes.arena, program.arenaBytes);
    sizes.scratch = std::max(sizes.scratch, program.scratchBytes);
  }
  return sizes;
}

/// The tables of aic_embedded_model.
struct Plan {
  std::string strings = std::string(1, '\0'); // text 0 is ""
  std::vector<aic_embedded_feature> features;
  std::vector<aic_embedded_entry> entries;
  std::vector<aic_embedded_tensor> tensors;
  std::vector<aic_embedded_dispatch> dispatches;
  std::vector<aic_embedded_repeat> repeats;
  std::vector<aic_embedded_binding> bindings;
  std::vector<aic_embedded_state> states;

  aic_embedded_text text(const std::string& words) {
    if (words.empty())
      return 0;
    auto [known, isNew] = texts.try_emplace(words, static_cast<aic_embedded_text>(strings.size()));
    if (isNew)
      strings.append(words).push_back('\0');
    return known->second;
  }

private:
  llvm::StringMap<aic_embedded_text> texts;
};

/// The row of a table for a feature's name; null if it has none.
template <typename Row, size_t N> const Row* rowOf(const Row (&rows)[N], const std::string& feature) {
  const Row* row = std::find_if(rows, rows + N, [&](const Row& row) { return feature == row.name; });
  return row == rows + N ? nullptr : row;
}

llvm::Error addFeatures(Plan& plan, const artifact::Target& target) {
  namespace x86 = schema::x86;
  namespace arm = schema::arm;
  // XCR0's bits, by x86::State.
  static constexpr uint32_t kSaved[] = {0, 0x6, 0xe6, 0x60006};
  const auto arch = llvm::Triple(target.triple).getArch();
  std::vector<std::string> features = target.features;
  std::sort(features.begin(), features.end());
  for (const std::string& feature : features) {
    const x86::Row* asked = arch == llvm::Triple::x86_64 ? rowOf(x86::kRows, feature) : nullptr;
    const arm::Row* bit = arch == llvm::Triple::aarch64 ? rowOf(arm::kRows, feature) : nullptr;
    if (asked)
      plan.features.push_back(
          {asked->leaf, asked->subleaf, asked->reg, asked->bit, kSaved[asked->state], plan.text(feature)});
    else if (bit)
      plan.features.push_back({bit->bit < 32u ? AIC_EMBEDDED_HWCAP : AIC_EMBEDDED_HWCAP2, 0, 0,
                               bit->bit % 32u, 0, plan.text(feature)});
    else
      return failure(std::errc::not_supported, "a C library cannot ask a CPU for " + feature);
  }
  return llvm::Error::success();
}

void addTensors(Plan& plan, const Structure& structure) {
  for (const Member& member : structure.members)
    plan.tensors.push_back({bytesOf(*member.tensor), member.offset, plan.text(member.tensor->name),
                            schema::kElementBytes[static_cast<size_t>(member.tensor->type)]});
}

llvm::Error addEntry(Plan& plan, const Function& function, const artifact::Target& target,
                     const artifact::Program& program) {
  plan.entries.push_back(
      {static_cast<uint32_t>(plan.tensors.size()), static_cast<uint32_t>(function.inputs.members.size()),
       static_cast<uint32_t>(function.outputs.members.size()), static_cast<uint32_t>(plan.dispatches.size()),
       static_cast<uint32_t>(program.dispatches.size()), static_cast<uint32_t>(plan.repeats.size()),
       static_cast<uint32_t>(program.repeats.size()), plan.text(function.prefix)});
  for (const artifact::Repeat& repeat : program.repeats)
    plan.repeats.push_back({repeat.first, repeat.dispatches, repeat.times});
  addTensors(plan, function.inputs);
  addTensors(plan, function.outputs);
  for (const artifact::Dispatch& dispatch : program.dispatches) {
    if (dispatch.bindings.size() > AIC_EMBEDDED_MAX_BINDINGS)
      return failure(std::errc::invalid_argument,
                     "internal error: " + dispatch.name + " has " + llvm::Twine(dispatch.bindings.size()) +
                         " buffers, a C library has at most " + llvm::Twine(AIC_EMBEDDED_MAX_BINDINGS));
    plan.dispatches.push_back({dispatch.kernel, dispatch.workgroups, dispatch.steps,
                               static_cast<uint32_t>(plan.bindings.size()),
                               static_cast<uint32_t>(dispatch.bindings.size()), plan.text(dispatch.name),
                               plan.text(dispatch.location)});
    for (auto [i, binding] : llvm::enumerate(dispatch.bindings))
      plan.bindings.push_back({binding.offset, dispatch.strides.empty() ? 0 : dispatch.strides[i],
                               binding.index, static_cast<uint16_t>(binding.kind),
                               static_cast<uint16_t>(binding.write && binding.bytes > 0)});
  }
  return llvm::Error::success();
}

static_assert(static_cast<int>(artifact::Binding::Kind::Input) == AIC_EMBEDDED_INPUT &&
              static_cast<int>(artifact::Binding::Kind::Output) == AIC_EMBEDDED_OUTPUT &&
              static_cast<int>(artifact::Binding::Kind::Arena) == AIC_EMBEDDED_ARENA &&
              static_cast<int>(artifact::Binding::Kind::Weights) == AIC_EMBEDDED_WEIGHTS &&
              static_cast<int>(artifact::Binding::Kind::State) == AIC_EMBEDDED_STATE);

void addStates(Plan& plan, const Structure& states, const artifact::Content& content) {
  for (size_t s = 0; s < content.states.size(); ++s) {
    const artifact::State& state = content.states[s];
    plan.states.push_back({states.members[s].offset, bytesOf(state.tensor),
                           state.fromWeights ? state.offset : state.value,
                           schema::kElementBytes[static_cast<size_t>(state.tensor.type)], state.fromWeights});
  }
}

/// Makes the module.
class Builder {
public:
  Builder(llvm::Module& module, const Interface& interface, const Symbols& symbols,
          const llvm::Triple& triple)
      : module(module), context(module.getContext()), b(context), interface(interface), symbols(symbols),
        baseline(triple.getArch() == llvm::Triple::x86_64 ? "x86-64" : "generic"),
        pointer(llvm::PointerType::getUnqual(context)), i32(b.getInt32Ty()), i64(b.getInt64Ty()) {}

  void addModel(const Plan& plan, const artifact::Content& content, const artifact::Target& target,
                aic_embedded_text name, aic_embedded_text cpu) {
    const Sizes sizes = sizesOf(content, target);
    const uint64_t numbers[] = {
        plan.entries.size(), plan.states.size(), plan.features.size(), name, cpu, sizes.states,
        sizes.arena,         sizes.scratch,      sizes.instance()};
    std::vector<Constant*> fields;
    for (uint64_t number : numbers)
      fields.push_back(llvm::ConstantInt::get(i64, number));
    fields.push_back(data("strings", plan.strings.data(), plan.strings.size()));
    fields.push_back(table("features", plan.features));
    fields.push_back(table("entries", plan.entries));
    fields.push_back(table("tensors", plan.tensors));
    fields.push_back(table("dispatches", plan.dispatches));
    fields.push_back(table("repeats", plan.repeats));
    fields.push_back(table("bindings", plan.bindings));
    fields.push_back(table("states", plan.states));
    fields.push_back(elsewhere(symbols.kernels));
    fields.push_back(symbols.weights.empty() ? llvm::ConstantPointerNull::get(pointer)
                                             : elsewhere(symbols.weights));
    // The struct has 8-byte fields only: no padding.
    static_assert(sizeof(aic_embedded_model) == 8 * (std::size(numbers) + 10));
    Constant* value = llvm::ConstantStruct::getAnon(fields);
    model = new llvm::GlobalVariable(module, value->getType(), /*isConstant=*/true,
                                     llvm::GlobalValue::PrivateLinkage, value, "model");
  }

  /// Defines NAME_`name`, which hands its parameters on to the runtime's `target`, behind the model if
  /// `takesModel`.
  void addForward(const char* name, const char* target, llvm::Type* result,
                  llvm::ArrayRef<llvm::Type*> parameters, bool takesModel) {
    llvm::Function* function = define(interface.name + name, result, parameters);
    llvm::SmallVector<llvm::Value*> arguments;
    if (takesModel)
      arguments.push_back(model);
    for (llvm::Argument& argument : function->args())
      arguments.push_back(&argument);
    finish(function, target, arguments);
  }

  /// PREFIX_run and PREFIX_run_with of an entry.
  void addRun(const Function& entry, uint32_t index) {
    Constant* null = llvm::ConstantPointerNull::get(pointer);
    llvm::SmallVector<llvm::Type*> parameters(1, pointer);
    parameters.append(!entry.inputs.type.empty() + !entry.outputs.type.empty(), pointer);
    llvm::Function* run = define(entry.prefix + "_run", i32, parameters);
    unsigned next = 1;
    llvm::Value* inputs = entry.inputs.type.empty() ? null : static_cast<llvm::Value*>(run->getArg(next++));
    llvm::Value* outputs = entry.outputs.type.empty() ? null : static_cast<llvm::Value*>(run->getArg(next++));
    finish(run, "run", {model, run->getArg(0), b.getInt32(index), inputs, outputs, null});

    const auto count = static_cast<unsigned>(entry.parameters.size());
    parameters.assign(1 + count, pointer);
    llvm::Function* runWith = define(entry.prefix + "_run_with", i32, parameters);
    // Never NULL, which would mean the structures.
    llvm::Value* buffers = b.CreateAlloca(llvm::ArrayType::get(pointer, std::max(count, 1u)));
    for (unsigned i = 0; i < count; ++i)
      b.CreateStore(runWith->getArg(1 + i), b.CreateConstInBoundsGEP1_64(pointer, buffers, i));
    finish(runWith, "run", {model, runWith->getArg(0), b.getInt32(index), null, null, buffers});
  }

  llvm::Type* ptr() const { return pointer; }
  llvm::Type* status() const { return i32; } // an enum of C
  llvm::Type* size() const { return i64; }
  llvm::Type* nothing() { return b.getVoidTy(); }

private:
  template <typename Row> Constant* table(const char* name, const std::vector<Row>& rows) {
    if (rows.empty())
      return llvm::ConstantPointerNull::get(pointer);
    return data(name, reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row));
  }

  /// Bytes of read-only data.
  Constant* data(const char* name, const char* bytes, size_t size) {
    Constant* value =
        llvm::ConstantDataArray::getString(context, llvm::StringRef(bytes, size), /*AddNull=*/false);
    auto* variable = new llvm::GlobalVariable(module, value->getType(), /*isConstant=*/true,
                                              llvm::GlobalValue::PrivateLinkage, value, name);
    variable->setAlignment(llvm::Align(8));
    return variable;
  }

  Constant* elsewhere(const std::string& name) {
    auto* variable = new llvm::GlobalVariable(module, b.getInt8Ty(), /*isConstant=*/true,
                                              llvm::GlobalValue::ExternalLinkage, nullptr, name);
    variable->setVisibility(llvm::GlobalValue::HiddenVisibility);
    return variable;
  }

  llvm::Function* define(const std::string& name, llvm::Type* result,
                         llvm::ArrayRef<llvm::Type*> parameters) {
    auto* function = llvm::Function::Create(llvm::FunctionType::get(result, parameters, false),
                                            llvm::GlobalValue::ExternalLinkage, name, module);
    function->addFnAttr("target-cpu", baseline);
    function->addFnAttr(llvm::Attribute::NoUnwind);
    function->setUWTableKind(llvm::UWTableKind::Async);
    b.SetInsertPoint(llvm::BasicBlock::Create(context, "", function));
    return function;
  }

  /// Ends a function that was begun with a call of the runtime.
  void finish(llvm::Function* function, const char* target, llvm::ArrayRef<llvm::Value*> arguments) {
    llvm::SmallVector<llvm::Type*> types;
    for (llvm::Value* argument : arguments)
      types.push_back(argument->getType());
    auto* type = llvm::FunctionType::get(function->getReturnType(), types, false);
    const std::string name =
        symbols.runtime + "aic_embedded" + std::to_string(AIC_EMBEDDED_VERSION) + "_" + target;
    auto callee = module.getOrInsertFunction(name, type);
    llvm::cast<llvm::Function>(callee.getCallee())->setVisibility(llvm::GlobalValue::HiddenVisibility);
    llvm::CallInst* call = b.CreateCall(callee, arguments);
    if (function->getReturnType()->isVoidTy())
      b.CreateRetVoid();
    else
      b.CreateRet(call);
  }

  llvm::Module& module;
  llvm::LLVMContext& context;
  llvm::IRBuilder<> b;
  const Interface& interface;
  const Symbols& symbols;
  const char* baseline;
  llvm::PointerType* pointer;
  llvm::Type *i32, *i64;
  llvm::GlobalVariable* model = nullptr;
};

} // namespace

uint64_t instanceBytes(const artifact::Content& content, const artifact::Target& target) {
  return sizesOf(content, target).instance();
}

llvm::Expected<std::string> makeCode(const Interface& interface, const artifact::Content& content,
                                     const artifact::Target& target, const Symbols& symbols) {
  const llvm::Triple triple(target.triple);
  std::string error;
  const llvm::Target* found = llvm::TargetRegistry::lookupTarget(triple, error);
  if (!found)
    return failure(std::errc::not_supported, error);
  std::unique_ptr<llvm::TargetMachine> machine(
      found->createTargetMachine(triple, triple.getArch() == llvm::Triple::x86_64 ? "x86-64" : "generic", "",
                                 {}, llvm::Reloc::PIC_, std::nullopt, llvm::CodeGenOptLevel::Default));
  if (!machine)
    return failure(std::errc::not_supported, "LLVM has no code generator for " + target.triple);

  Plan plan;
  if (llvm::Error failed = addFeatures(plan, target))
    return std::move(failed);
  for (size_t e = 0; e < interface.functions.size(); ++e)
    if (llvm::Error failed = addEntry(plan, interface.functions[e], target, target.programs[e]))
      return std::move(failed);
  addStates(plan, interface.states, content);
  const aic_embedded_text name = plan.text(interface.name), cpu = plan.text(target.cpu);

  llvm::LLVMContext context;
  llvm::Module module(interface.name, context);
  module.setTargetTriple(triple);
  module.setDataLayout(machine->createDataLayout());
  module.setPICLevel(llvm::PICLevel::BigPIC);
  Builder builder(module, interface, symbols, triple);
  builder.addModel(plan, content, target, name, cpu);
  llvm::Type *ptr = builder.ptr(), *status = builder.status();
  builder.addForward("_create", "create", status, {ptr}, true);
  builder.addForward("_create_in", "create_in", status, {ptr, builder.size(), ptr}, true);
  builder.addForward("_destroy", "destroy", builder.nothing(), {ptr}, false);
  builder.addForward("_last_error", "last_error", ptr, {}, false);
  if (!interface.states.type.empty())
    builder.addForward("_state", "states", ptr, {ptr}, false);
  if (!interface.states.members.empty())
    builder.addForward("_reset", "reset", status, {ptr}, true);
  for (size_t e = 0; e < interface.functions.size(); ++e)
    builder.addRun(interface.functions[e], static_cast<uint32_t>(e));
  if (llvm::verifyModule(module))
    return failure(std::errc::invalid_argument,
                   "internal error: the library's functions are no sound LLVM IR");

  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::legacy::PassManager passes;
  if (machine->addPassesToEmitFile(passes, stream, nullptr, llvm::CodeGenFileType::ObjectFile))
    return failure(std::errc::not_supported, "LLVM cannot write objects for " + target.triple);
  passes.run(module);
  return std::string(bytes.begin(), bytes.end());
}

} // namespace aic::library
