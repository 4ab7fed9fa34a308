// aic-read-parts: what copies neighbouring elements of a transient, or an input, goes, and its readers read
// them where they lie.
#include "compiler/lowering/Lowering.h"
#include "dialects/schedule/Parts.h"

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_READPARTS
#include "compiler/lowering/Passes.h.inc"

namespace {

using schedule::DispatchOp;
using schedule::KernelOp;
using schedule::TransientOp;

/// How far behind the last use of the whole parts may be read that are together less than half of it: longer,
/// and the arena would hold all of it for little.
constexpr int64_t kMostDispatchesBehind = 8;

class Reader {
public:
  Reader(schedule::ProgramOp program, SymbolTable& kernels, int64_t alignment, bool inputs)
      : kernels(kernels), alignment(alignment), inputs(inputs), dispatches(program.getOps<DispatchOp>()) {
    for (auto [i, dispatch] : llvm::enumerate(dispatches)) {
      for (Value buffer : dispatch->getOperands())
        lastUse[buffer] = static_cast<int64_t>(i);
      for (Value buffer : dispatch.getWrites())
        ++writers[buffer];
    }
  }

  void run() {
    for (DispatchOp dispatch : dispatches)
      if (std::optional<int64_t> offset = partAt(dispatch))
        parts[dispatch.getReads().front()] += written(dispatch).getBytes();
    for (DispatchOp dispatch : dispatches)
      if (std::optional<int64_t> offset = partAt(dispatch))
        replace(dispatch, *offset);
  }

private:
  SymbolTable& kernels;
  int64_t alignment;
  bool inputs;
  SmallVector<DispatchOp> dispatches;
  DenseMap<Value, int64_t> lastUse, writers; ///< as they were before
  DenseMap<Value, int64_t> parts;            ///< bytes of all parts of a whole

  /// A transient that is row-major and has one writer.
  TransientOp plain(Value buffer) {
    auto transient = buffer.getDefiningOp<TransientOp>();
    return transient && !transient.getPacking() && writers.lookup(buffer) == 1 ? transient : TransientOp();
  }

  TransientOp written(DispatchOp copy) { return plain(copy.getWrites().front()); }

  /// Where a dispatch does nothing but to copy a part that can be read where it lies: the byte at which that
  /// begins.
  std::optional<int64_t> partAt(DispatchOp copy) {
    auto kernel = kernels.lookup<KernelOp>(copy.getKernel());
    if (!kernel || kernel.getFamily() != "copy")
      return std::nullopt;
    const std::optional<int64_t> first = copiedFrom(kernel);
    if (!first)
      return std::nullopt;
    Value whole = copy.getReads().front();
    TransientOp copied = written(copy);
    if (!(plain(whole) || (inputs && whole.getDefiningOp<schedule::InputOp>())) || !copied ||
        copied.getBytes() == 0)
      return std::nullopt;
    const int64_t elements = cast<MemRefType>(copied.getBuffer().getType()).getNumElements(),
                  offset = *first * (copied.getBytes() / elements) +
                           std::max<int64_t>(schedule::readOffset(copy, 0), 0);
    return offset % alignment == 0 ? std::optional(offset) : std::nullopt;
  }

  void replace(DispatchOp copy, int64_t offset) {
    Value whole = copy.getReads().front();
    TransientOp held = plain(whole), copied = written(copy);
    const bool late =
        held && lastUse.lookup(copied.getBuffer()) > lastUse.lookup(whole) + kMostDispatchesBehind;
    if (late && parts.lookup(whole) < held.getBytes() / 2)
      return;
    for (OpOperand& use : llvm::make_early_inc_range(copied.getBuffer().getUses()))
      if (auto reader = cast<DispatchOp>(use.getOwner()); reader != copy)
        schedule::readPart(reader, use.getOperandNumber(), whole, offset);
    copy.erase();
    copied.erase();
  }
};

struct ReadParts : impl::ReadPartsBase<ReadParts> {
  using ReadPartsBase::ReadPartsBase;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    if (alignment < schedule::kBufferAlignment || !llvm::isPowerOf2_64(alignment)) {
      module.emitError("aic-read-parts: the alignment is a power of two from ")
          << schedule::kBufferAlignment << " on, not " << alignment;
      return signalPassFailure();
    }
    SymbolTable kernels(module);
    llvm::DenseSet<StringRef> used;
    for (auto program : module.getOps<schedule::ProgramOp>()) {
      Reader(program, kernels, alignment, inputs).run();
      for (auto dispatch : program.getOps<DispatchOp>())
        used.insert(dispatch.getKernel());
    }
    for (KernelOp kernel : llvm::make_early_inc_range(module.getOps<KernelOp>()))
      if (kernel.getFamily() == "copy" && !used.contains(kernel.getSymName()))
        kernel.erase();
  }
};

} // namespace

std::optional<int64_t> copiedFrom(schedule::KernelOp kernel) {
  Block& body = kernel.getBody().front();
  if (body.getNumArguments() != 1 || !llvm::hasNItems(body.without_terminator(), 1))
    return std::nullopt;
  auto slice = dyn_cast<SliceOp>(body.front());
  if (!slice || slice.getX() != body.getArgument(0) || body.getTerminator()->getNumOperands() != 1)
    return std::nullopt;
  ArrayRef<int64_t> shape = slice.getX().getType().getShape(), sizes = slice.getSizes();
  int64_t first = 0, step = 1;
  bool whole = true; // of all axes behind
  for (int64_t axis = int64_t(shape.size()) - 1; axis >= 0; --axis) {
    if (sizes[axis] != 1 && (!whole || slice.getStrides()[axis] != 1))
      return std::nullopt;
    whole &= sizes[axis] == shape[axis];
    first += slice.getOffsets()[axis] * step;
    step *= shape[axis];
  }
  return first;
}

} // namespace aic::lowering
