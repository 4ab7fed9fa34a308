// Constants in the order that kernels read them, and the plan, as the artifact's structs.
#include "compiler/driver/Content.h"

#include "compiler/artifact/Repeats.h"
#include "compiler/codegen/Kernel.h"
#include "compiler/driver/Driver.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"
#include "compiler/reference/Reference.h"
#include "dialects/aic/Quantised.h"
#include "dialects/schedule/Parts.h"
#include "frontends/graph/Parameters.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include "llvm/Support/xxhash.h"

#include <cstring>

using namespace mlir;

namespace aic::driver {
namespace {

artifact::Tensor tensorOf(StringRef name, ShapedType type) {
  return {name.str(), graph::fileElement(type.getElementType()), std::vector<int64_t>(type.getShape())};
}

// A tensor that is to lie in the weights: its value, the order in which it is read (null: row-major), and
// where errors belong.
struct Weight {
  ElementsAttr value;
  ShapedType type; // as its reader sees it
  DictionaryAttr packing;
  Location location;
};

// The row-major bytes of a weight: the resource's own where it has them, else made here.
FailureOr<ArrayRef<uint8_t>> bytesOf(const Weight& weight, std::vector<uint8_t>& made) {
  int64_t bytes = tensorBytes(weight.type);
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(weight.value)) {
    AsmResourceBlob* blob = resource.getRawHandle().getBlob();
    if (!blob || static_cast<int64_t>(blob->getData().size()) != bytes)
      return emitError(weight.location)
             << "the data of '" << resource.getRawHandle().getKey() << "' is not here";
    return ArrayRef(reinterpret_cast<const uint8_t*>(blob->getData().data()), blob->getData().size());
  }
  auto tensor = reference::fromAttr(weight.value, [&] { return emitError(weight.location); });
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

// Bytes that are there already and are equal to these; null if there are none. Entries that were made of one
// graph fold equal constants, each for itself.
const artifact::Constant* equalTo(absl::Span<const uint8_t> data, uint64_t hash,
                                  const ContentStorage& storage, const artifact::Content& content) {
  auto [first, last] = storage.byHash.equal_range(hash);
  for (auto known = first; known != last; ++known)
    if (content.constants[known->second].data == data)
      return &content.constants[known->second];
  return nullptr;
}

// Places a tensor in the weights, packed as its kernels read it; once, however many entries and targets read
// it so.
FailureOr<artifact::Binding> place(const Weight& weight, ContentStorage& storage,
                                   artifact::Content& content) {
  DictionaryAttr packing = weight.packing;
  auto [known, isNew] = storage.placed.try_emplace({weight.value, packing});
  if (!isNew)
    return known->second;
  std::vector<uint8_t> bytes;
  auto raw = bytesOf(weight, bytes);
  if (failed(raw))
    return failure();
  artifact::Binding binding;
  binding.kind = artifact::Binding::Kind::Weights;
  if (const artifact::Constant* whole = packing ? nullptr : holderOf(*raw, storage, content)) {
    binding.offset = whole->offset + static_cast<uint64_t>(raw->data() - whole->data.data());
    binding.bytes = raw->size();
    return known->second = binding;
  }
  absl::Span<const uint8_t> data = absl::MakeConstSpan(raw->data(), raw->size());
  std::vector<uint8_t> own; // what is in no mapped file as it is
  if (packing) {
    int64_t width = elementBytes(weight.type.getElementType());
    own.resize(lowering::packedElements(weight.type.getShape(), packing) * width);
    // A mapped file promises no alignment.
    std::vector<uint8_t> aligned;
    const uint8_t* from = raw->data();
    if (reinterpret_cast<uintptr_t>(from) % static_cast<uintptr_t>(width) != 0) {
      aligned.assign(raw->begin(), raw->end());
      from = aligned.data();
    }
    auto pack = [&](auto element) {
      using Bits = decltype(element);
      lowering::pack(weight.type.getShape(), packing, reinterpret_cast<const Bits*>(from),
                     reinterpret_cast<Bits*>(own.data()));
    };
    if (width == 1)
      pack(uint8_t());
    else if (width == 2)
      pack(uint16_t());
    else if (width == 8)
      pack(uint64_t());
    else
      pack(uint32_t());
    data = own;
  } else if (!bytes.empty()) {
    own = std::move(bytes);
    data = own;
  }
  binding.bytes = data.size();
  const uint64_t hash = storage.shared ? llvm::xxh3_64bits(llvm::ArrayRef(data.data(), data.size())) : 0;
  if (const artifact::Constant* same = storage.shared ? equalTo(data, hash, storage, content) : nullptr) {
    binding.offset = same->offset;
    return known->second = binding;
  }
  if (!own.empty())
    data = storage.constants.emplace_back(std::move(own));
  binding.offset = llvm::alignTo(content.weightsBytes, lowering::kBufferAlignment);
  content.weightsBytes = binding.offset + binding.bytes;
  if (storage.pairs.contains(weight.value))
    content.pairBytes += binding.bytes;
  else
    content.typeBytes[graph::fileElement(weight.type.getElementType())] += binding.bytes;
  if (!data.empty()) {
    storage.byAddress.insert({reinterpret_cast<uintptr_t>(data.data()), content.constants.size()});
    if (storage.shared)
      storage.byHash.insert({hash, content.constants.size()});
    content.constants.push_back({binding.offset, data});
  }
  return known->second = binding;
}

/// What a caller sees of a program: its function's own types, as a target may hold them in others.
artifact::Entry entryOf(schedule::ProgramOp program, func::FuncOp function) {
  artifact::Entry entry;
  auto name = function->getAttrOfType<StringAttr>(kEntryAttr);
  entry.name = (name ? name.getValue() : function.getSymName()).str();
  if (auto dims = function->getAttrOfType<DictionaryAttr>(kDimsAttr))
    for (NamedAttribute dim : dims)
      if (auto value = dyn_cast<IntegerAttr>(dim.getValue()))
        entry.dims.push_back({dim.getName().str(), value.getInt()});
  for (auto input : program.getOps<schedule::InputOp>()) {
    Type type = function.getArgument(static_cast<unsigned>(input.getIndex())).getType();
    entry.inputs.push_back(tensorOf(input.getName(), cast<ShapedType>(type)));
  }
  for (auto output : program.getOps<schedule::OutputOp>())
    entry.outputs.push_back(
        tensorOf(output.getName(), cast<ShapedType>(function.getResultTypes()[output.getIndex()])));
  return entry;
}

/// The states of the model as it was written, in its order; those with values of their own lie in the
/// weights.
LogicalResult addStates(ModuleOp model, ContentStorage& storage, artifact::Content& content) {
  for (auto op : model.getOps<StateOp>()) {
    auto type = cast<RankedTensorType>(op.getType());
    artifact::State& state = content.states.emplace_back();
    state.tensor = tensorOf(op.getSymName(), type);
    auto dense = dyn_cast<DenseElementsAttr>(op.getValue());
    if (dense && dense.isSplat()) {
      std::vector<uint8_t> bytes;
      auto scalar = RankedTensorType::get({}, type.getElementType());
      if (failed(bytesOf({dense.resizeSplat(scalar), scalar, {}, op.getLoc()}, bytes)))
        return failure();
      std::memcpy(&state.value, bytes.data(), bytes.size()); // little-endian
      continue;
    }
    auto placed = place({op.getValue(), type, {}, op.getLoc()}, storage, content);
    if (failed(placed))
      return failure();
    state.fromWeights = true;
    state.offset = placed->offset;
  }
  return success();
}

/// Where each buffer of a program lies; its constants are placed.
FailureOr<DenseMap<Value, artifact::Binding>> bindingsOf(schedule::ProgramOp program,
                                                         const llvm::StringMap<uint32_t>& states,
                                                         ContentStorage& storage,
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
      binding.bytes = transient.getBytes();
    } else if (auto state = dyn_cast<schedule::StateBufferOp>(op)) {
      binding.kind = Kind::State;
      binding.index = states.lookup(state.getState());
    } else if (auto constant = dyn_cast<schedule::ConstantOp>(op)) {
      auto placed = place({constant.getValue(), cast<MemRefType>(constant.getBuffer().getType()),
                           constant.getPackingAttr(), constant.getLoc()},
                          storage, content);
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
    dispatch.name = nameOf(op, kernel.op);
    dispatch.location = placeOf(op.getLoc());
    dispatch.flops = kernel.cost.flops;
    dispatch.bytes = kernel.cost.bytes;
    made.scratchBytes = std::max(made.scratchBytes, static_cast<uint64_t>(codegen::scratchBytes(kernel.op)));
    for (auto [i, buffer, type] : llvm::enumerate(op.getReads(), kernel.op.getArgumentTypes())) {
      artifact::Binding& binding = dispatch.bindings.emplace_back(bindings.lookup(buffer));
      if (const int64_t offset = schedule::readOffset(op, i); offset >= 0) {
        binding.offset += offset;
        binding.bytes = tensorBytes(cast<ShapedType>(type));
      }
    }
    for (Value buffer : op.getWrites()) {
      dispatch.bindings.push_back(bindings.lookup(buffer));
      dispatch.bindings.back().write = true;
    }
  }
  artifact::FindRepeats(made);
  return made;
}

/// By how much the constants of a schedule that are stored transformed are larger than they were; each place
/// counts once.
uint64_t winogradBytes(ModuleOp schedule, const ContentStorage& storage) {
  llvm::DenseSet<uint64_t> seen;
  uint64_t bytes = 0;
  schedule.walk([&](schedule::ConstantOp constant) {
    DictionaryAttr packing = constant.getPackingAttr();
    if (!packing || !lowering::isTransformed(packing))
      return;
    const artifact::Binding& placed = storage.placed.find({constant.getValue(), packing})->second;
    if (seen.insert(placed.offset).second)
      bytes +=
          placed.bytes - static_cast<uint64_t>(tensorBytes(cast<MemRefType>(constant.getBuffer().getType())));
  });
  return bytes;
}

/// The constants of numbers of 4 bits: what the model dequantises, as lookups read it, and what products of
/// blocks read.
void findPairs(ModuleOp schedule, ModuleOp model, llvm::DenseSet<Attribute>& pairs) {
  model.walk([&](DequantizeOp op) {
    if (auto constant = op.getQ().getDefiningOp<aic::ConstantOp>(); constant && op.getBits() == 4)
      pairs.insert(constant.getValue());
  });
  SymbolTableCollection symbols;
  schedule.walk([&](schedule::DispatchOp dispatch) {
    auto kernel = symbols.lookupNearestSymbolFrom<schedule::KernelOp>(dispatch, dispatch.getKernelAttr());
    kernel.walk([&](BlockLinearOp op) {
      auto argument = dyn_cast<BlockArgument>(op.getQ());
      if (op.getBits() != 4 || !argument || argument.getArgNumber() >= dispatch.getReads().size())
        return;
      Value read = dispatch.getReads()[argument.getArgNumber()];
      if (auto constant = read.getDefiningOp<schedule::ConstantOp>())
        pairs.insert(constant.getValue());
    });
  });
}

} // namespace

LogicalResult addTarget(ModuleOp schedule, ModuleOp model, artifact::Target made, ContentStorage& storage,
                        artifact::Content& content) {
  findPairs(schedule, model, storage.pairs);
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
  auto programs = schedule.getOps<schedule::ProgramOp>();
  storage.shared = storage.shared || std::next(programs.begin()) != programs.end();
  if (first && failed(addStates(model, storage, content)))
    return failure();
  llvm::StringMap<uint32_t> states;
  for (const artifact::State& state : content.states)
    states[state.tensor.name] = static_cast<uint32_t>(states.size());
  for (schedule::ProgramOp program : programs) {
    if (first)
      content.entries.push_back(entryOf(program, model.lookupSymbol<func::FuncOp>(program.getSymName())));
    auto bindings = bindingsOf(program, states, storage, content);
    if (failed(bindings))
      return failure();
    made.programs.push_back(programOf(program, kernels, *bindings));
  }
  made.winogradBytes = winogradBytes(schedule, storage);
  content.targets.push_back(std::move(made));
  return success();
}

} // namespace aic::driver
