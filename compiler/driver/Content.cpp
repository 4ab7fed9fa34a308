// Constants in the order that kernels read them, and the plan, as the artifact's structs.
#include "compiler/driver/Content.h"

#include "compiler/driver/Driver.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"
#include "compiler/reference/Reference.h"
#include "frontends/graph/Parameters.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace aic::driver {
namespace {

artifact::Tensor tensorOf(StringRef name, ShapedType type) {
  return {name.str(), graph::fileElement(type.getElementType()), std::vector<int64_t>(type.getShape())};
}

// The row-major bytes of a constant: the resource's own where it has them, else made here.
FailureOr<ArrayRef<uint8_t>> bytesOf(schedule::ConstantOp constant, std::vector<uint8_t>& made) {
  auto type = cast<MemRefType>(constant.getBuffer().getType());
  int64_t bytes = tensorBytes(type);
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(constant.getValue())) {
    AsmResourceBlob* blob = resource.getRawHandle().getBlob();
    if (!blob || static_cast<int64_t>(blob->getData().size()) != bytes)
      return constant.emitError("the data of '") << resource.getRawHandle().getKey() << "' is not here";
    return ArrayRef(reinterpret_cast<const uint8_t*>(blob->getData().data()), blob->getData().size());
  }
  auto tensor = reference::fromAttr(constant.getValue(), [&] { return constant.emitError(); });
  if (failed(tensor))
    return failure();
  made.resize(bytes);
  reference::toBytes(*tensor, made.data());
  return ArrayRef(made);
}

// A constant that is there already, and of whose bytes these are a part: one target may read parts of what
// another reads as a whole (a target may bind less at once). Null if there is none.
const artifact::Constant* holderOf(ArrayRef<uint8_t> bytes, const ContentStorage& storage,
                                   const artifact::Content& content) {
  constexpr int kNested = 16; // constants that begin between the whole and its part: parts themselves
  auto address = [](const uint8_t* pointer) { return reinterpret_cast<uintptr_t>(pointer); };
  auto next = storage.byAddress.upper_bound(address(bytes.begin()));
  for (int i = 0; i < kNested && !bytes.empty() && next != storage.byAddress.begin(); ++i) {
    auto [begin, index] = *--next;
    const artifact::Constant& stored = content.constants[index];
    if (address(bytes.end()) <= begin + stored.data.size() &&
        (address(bytes.begin()) - begin) % lowering::kBufferAlignment == 0)
      return &stored;
  }
  return nullptr;
}

// Places a constant in the weights, packed as its kernels read it; once, however many targets read it so.
FailureOr<artifact::Binding> place(schedule::ConstantOp constant, ContentStorage& storage,
                                   artifact::Content& content) {
  auto type = cast<MemRefType>(constant.getBuffer().getType());
  DictionaryAttr packing = constant.getPackingAttr();
  auto [known, isNew] = storage.placed.try_emplace({constant.getValue(), packing});
  if (!isNew)
    return known->second;
  std::vector<uint8_t> bytes;
  auto raw = bytesOf(constant, bytes);
  if (failed(raw))
    return failure();
  if (const artifact::Constant* whole = packing ? nullptr : holderOf(*raw, storage, content)) {
    artifact::Binding part;
    part.kind = artifact::Binding::Kind::Weights;
    part.offset = whole->offset + static_cast<uint64_t>(raw->data() - whole->data.data());
    part.bytes = raw->size();
    return known->second = part;
  }
  artifact::Binding binding;
  binding.kind = artifact::Binding::Kind::Weights;
  binding.offset = llvm::alignTo(content.weightsBytes, lowering::kBufferAlignment);
  binding.bytes = tensorBytes(type);
  absl::Span<const uint8_t> data = absl::MakeConstSpan(raw->data(), raw->size());
  if (packing) {
    int64_t width = elementBytes(type.getElementType());
    binding.bytes = lowering::packedElements(type.getShape(), packing) * width;
    std::vector<uint8_t>& packed = storage.constants.emplace_back(binding.bytes);
    // A mapped file promises no alignment.
    std::vector<uint8_t> aligned;
    const uint8_t* from = raw->data();
    if (reinterpret_cast<uintptr_t>(from) % static_cast<uintptr_t>(width) != 0) {
      aligned.assign(raw->begin(), raw->end());
      from = aligned.data();
    }
    auto pack = [&](auto element) {
      using Bits = decltype(element);
      lowering::pack(type.getShape(), packing, reinterpret_cast<const Bits*>(from),
                     reinterpret_cast<Bits*>(packed.data()));
    };
    if (width == 2)
      pack(uint16_t());
    else if (width == 8)
      pack(uint64_t());
    else
      pack(uint32_t());
    data = packed;
  } else if (!bytes.empty()) {
    data = storage.constants.emplace_back(std::move(bytes));
  }
  content.weightsBytes = binding.offset + binding.bytes;
  if (!data.empty()) {
    storage.byAddress.insert({reinterpret_cast<uintptr_t>(data.data()), content.constants.size()});
    content.constants.push_back({binding.offset, data});
  }
  return known->second = binding;
}

/// What a caller sees of a program: its function's own types, as a target may hold them in others.
artifact::Entry entryOf(schedule::ProgramOp program, func::FuncOp function) {
  artifact::Entry entry;
  entry.name = program.getSymName().str();
  for (auto input : program.getOps<schedule::InputOp>()) {
    Type type = function.getArgument(static_cast<unsigned>(input.getIndex())).getType();
    entry.inputs.push_back(tensorOf(input.getName(), cast<ShapedType>(type)));
  }
  for (auto output : program.getOps<schedule::OutputOp>())
    entry.outputs.push_back(
        tensorOf(output.getName(), cast<ShapedType>(function.getResultTypes()[output.getIndex()])));
  return entry;
}

/// Where each buffer of a program lies; its constants are placed.
FailureOr<DenseMap<Value, artifact::Binding>> bindingsOf(schedule::ProgramOp program, ContentStorage& storage,
                                                         artifact::Content& content) {
  using Kind = artifact::Binding::Kind;
  DenseMap<Value, artifact::Binding> bindings;
  for (Operation& op : program.getBody().front()) {
    if (op.getNumResults() != 1)
      continue;
    artifact::Binding binding;
    binding.bytes = tensorBytes(cast<MemRefType>(op.getResult(0).getType()));
    if (auto input = dyn_cast<schedule::InputOp>(op)) {
      binding.kind = Kind::Input;
      binding.index = input.getIndex();
    } else if (auto output = dyn_cast<schedule::OutputOp>(op)) {
      binding.kind = Kind::Output;
      binding.index = output.getIndex();
    } else if (auto transient = dyn_cast<schedule::TransientOp>(op)) {
      binding.kind = Kind::Arena;
      binding.offset = transient.getOffset().value_or(0);
    } else if (auto constant = dyn_cast<schedule::ConstantOp>(op)) {
      auto placed = place(constant, storage, content);
      if (failed(placed))
        return failure();
      binding = *placed;
    }
    bindings[op.getResult(0)] = binding;
  }
  return bindings;
}

/// A kernel of a schedule, and its number in the artifact.
struct NumberedKernel {
  schedule::KernelOp op;
  uint32_t number;
  lowering::KernelCost cost;
};

artifact::Program programOf(schedule::ProgramOp program, const llvm::StringMap<NumberedKernel>& kernels,
                            const DenseMap<Value, artifact::Binding>& bindings) {
  artifact::Program made;
  made.arenaBytes = program.getArenaBytes().value_or(0);
  made.peakLiveBytes = program.getPeakLiveBytes().value_or(0);
  made.totalBytes = program.getTotalBytes().value_or(0);
  for (auto op : program.getOps<schedule::DispatchOp>()) {
    NumberedKernel kernel = kernels.lookup(op.getKernel());
    artifact::Dispatch& dispatch = made.dispatches.emplace_back();
    dispatch.kernel = kernel.number;
    dispatch.workgroups = static_cast<uint32_t>(kernel.op.getWorkgroups().value_or(1));
    dispatch.steps = static_cast<uint32_t>(kernel.op.getSteps().value_or(1));
    dispatch.name = op.getKernel().str();
    dispatch.location = placeOf(op.getLoc());
    dispatch.flops = kernel.cost.flops;
    dispatch.bytes = kernel.cost.bytes;
    for (Value buffer : op.getReads())
      dispatch.bindings.push_back(bindings.lookup(buffer));
    for (Value buffer : op.getWrites()) {
      dispatch.bindings.push_back(bindings.lookup(buffer));
      dispatch.bindings.back().write = true;
    }
  }
  return made;
}

} // namespace

LogicalResult addTarget(ModuleOp schedule, ModuleOp model, artifact::Target made, ContentStorage& storage,
                        artifact::Content& content) {
  llvm::StringMap<NumberedKernel> kernels;
  for (auto kernel : schedule.getOps<schedule::KernelOp>()) {
    auto number = static_cast<uint32_t>(kernels.size());
    kernels[kernel.getSymName()] = {kernel, number, lowering::kernelCost(kernel)};
    if (made.kernels.size() <= number) // those with variants are there
      made.kernels.emplace_back();
    made.kernels[number].name = kernel.getSymName().str();
    made.kernels[number].family = kernel.getFamily().str();
  }
  const bool first = content.targets.empty();
  for (auto program : schedule.getOps<schedule::ProgramOp>()) {
    if (first)
      content.entries.push_back(entryOf(program, model.lookupSymbol<func::FuncOp>(program.getSymName())));
    auto bindings = bindingsOf(program, storage, content);
    if (failed(bindings))
      return failure();
    made.programs.push_back(programOf(program, kernels, *bindings));
  }
  content.targets.push_back(std::move(made));
  return success();
}

} // namespace aic::driver
