// update_slice and narrow: an invocation an element of the slice, or four neighbours. Each looks at the place
// before it writes anything: where the slice does not fit there, nothing is written. Of an update's x, whose
// bytes the result's are, nothing is read.
#include "compiler/codegen/Slice.h"
#include "compiler/codegen/vulkan/Emitters.h"
#include "compiler/lowering/Lowering.h"
#include "runtime/kernel_abi.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

// Elements that an invocation moves: four where every run of neighbours starts at a multiple of four on both
// sides, wherever the slice begins.
int64_t lanesOf(const Slice& s, Operation* root) {
  auto fours = [](int64_t value) { return value % 4 == 0; };
  bool good = !s.sizes.empty() && fours(s.sizes.back()) && s.read.back() == 1 && s.written.back() == 1 &&
              fours(s.base) && fours(s.readStep) && fours(s.writtenStep) &&
              llvm::all_of(ArrayRef(s.read).drop_back(), fours) &&
              llvm::all_of(ArrayRef(s.written).drop_back(), fours) &&
              fours(typeOf(s.from).getNumElements()) && fours(typeOf(root->getResult(0)).getNumElements());
  return good ? 4 : 1;
}

// The argument that an update's values are, if that is empty; null where it is not.
BlockArgument emptyValues(schedule::KernelOp kernel) {
  auto update = dyn_cast_or_null<UpdateSliceOp>(splitKernel(kernel).root);
  if (!update)
    return {};
  auto argument = dyn_cast<BlockArgument>(lowering::behindViews(update.getValues()));
  return argument && typeOf(argument).getNumElements() == 0 ? argument : BlockArgument();
}

void dropArgument(schedule::KernelOp kernel, unsigned index) {
  kernel.getBody().front().eraseArgument(index);
  SmallVector<int64_t> constants;
  for (int64_t constant : kernel.getConstantArguments().value_or(ArrayRef<int64_t>()))
    if (constant != index)
      constants.push_back(constant > index ? constant - 1 : constant);
  if (constants.empty())
    kernel.removeConstantArgumentsAttr();
  else
    kernel.setConstantArguments(constants);
}

} // namespace

void dropEmptyValues(ModuleOp schedule) {
  DenseMap<Operation*, unsigned> dropped;
  for (auto kernel : schedule.getOps<schedule::KernelOp>()) {
    BlockArgument argument = emptyValues(kernel);
    if (!argument)
      continue;
    auto update = cast<UpdateSliceOp>(splitKernel(kernel).root);
    Value values = update.getValues();
    ArrayRef<int64_t> shape = typeOf(values).getShape();
    OpBuilder b(update);
    SmallVector<int64_t> zeros(shape.size(), 0), ones(shape.size(), 1);
    update.getValuesMutable().set(SliceOp::create(b, update.getLoc(), update.getX(), zeros, shape, ones));
    while (values != argument) {
      Operation* view = values.getDefiningOp();
      values = view->getOperand(0);
      view->erase();
    }
    dropped[kernel] = argument.getArgNumber();
    dropArgument(kernel, argument.getArgNumber());
  }
  if (dropped.empty())
    return;
  SymbolTable kernels(schedule);
  for (auto program : schedule.getOps<schedule::ProgramOp>())
    for (auto dispatch : program.getOps<schedule::DispatchOp>())
      if (auto found = dropped.find(kernels.lookup(dispatch.getKernel())); found != dropped.end())
        dispatch.getReadsMutable().erase(found->second);
}

Variants sliceVariants(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  Slice s = describeSlice(root);
  return {flat(std::max<int64_t>(s.elements / lanesOf(s, root), 1))};
}

void emitSlice(KernelEmitter& e) {
  const Slice s = describeSlice(e.parts.root);
  const int64_t lanes = lanesOf(s, e.parts.root);
  e.space = ResultSpace(typeOf(e.parts.made).getShape(), 0); // one row
  Value start = arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), e.load(s.start, e.cst(0)));
  e.refuse(e.outside(start, s.limit), AIC_KERNEL_INDEX_OUT_OF_RANGE);
  if (s.elements == 0)
    return;
  e.ifThen(e.inside(start, s.limit), [&] {
    SmallVector<int64_t> sizes(s.sizes);
    if (lanes == 4)
      sizes.back() /= 4;
    e.forEachInvocation(s.elements / lanes, [&](Value id) {
      Value from = e.add(e.mul(start, s.readStep), s.base), to = e.mul(start, s.writtenStep);
      SmallVector<Value> index = e.delinearize(id, sizes);
      if (lanes == 4)
        index.back() = e.mul(index.back(), 4);
      for (auto [at, read, written] : llvm::zip(index, s.read, s.written)) {
        from = e.add(from, e.mul(at, read));
        to = e.add(to, e.mul(at, written));
      }
      Value value = lanes == 4 ? e.load4(s.from, e.div(from, 4)) : e.load(s.from, from);
      e.finish(value, Position{e.cst(0), to, lanes == 4 ? 4 : 0});
    });
  });
}

} // namespace aic::codegen::vulkan
