// Operations that only move elements: transpose, slice, expand, reshape, one after another; pad; concat. One
// invocation takes an element of the result, or four where they lie side by side in the source as well.
#include "compiler/codegen/vulkan/Emitters.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

// Elements an invocation moves: four where every run of neighbours starts at a multiple of four on both
// sides.
int64_t lanesOf(Operation* root) {
  auto out = typeOf(root->getResult(0));
  if (out.getRank() == 0 || out.getShape().back() % 4 != 0)
    return 1;
  auto fours = [](int64_t size) { return size % 4 == 0; };
  if (auto concat = dyn_cast<ConcatOp>(root))
    return llvm::all_of(concat.getInputs(),
                        [&](Value input) { return fours(typeOf(input).getShape().back()); })
               ? 4
               : 1;
  if (auto pad = dyn_cast<PadOp>(root))
    return fours(typeOf(pad.getX()).getShape().back()) && pad.getLow().back() == 0 &&
                   pad.getHigh().back() == 0
               ? 4
               : 1;
  CopyView view = copyView(root);
  if (typeOf(view.argument).getNumElements() % 4 != 0)
    return 1;
  return view.axes.strides.back() == 1 && fours(view.base) &&
                 llvm::all_of(ArrayRef(view.axes.strides).drop_back(), fours)
             ? 4
             : 1;
}

class CopyEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  Operation* root;
  RankedTensorType out;
  int64_t lanes;

  Value at(Value argument, Value offset) {
    return lanes == 4 ? e.load4(argument, e.div(offset, 4)) : e.load(argument, offset);
  }

  Value strided(ArrayRef<Value> index) {
    CopyView view = copyView(root);
    Value offset = e.cst(view.base);
    for (auto [i, stride] : llvm::zip(index, view.axes.strides))
      if (stride != 0)
        offset = e.add(offset, e.mul(i, stride));
    return at(view.argument, offset);
  }

  Value concat(SmallVector<Value> index, size_t input, int64_t start) {
    auto op = cast<ConcatOp>(root);
    int64_t dim = op.getDim();
    Value x = op.getInputs()[input];
    auto shape = typeOf(x).getShape();
    auto load = [&] {
      auto strides = denseStrides(shape);
      Value offset = e.cst(0);
      for (auto [i, value] : llvm::enumerate(index)) {
        Value own = static_cast<int64_t>(i) == dim ? e.add(value, -start) : value;
        offset = e.add(offset, e.mul(own, strides[i]));
      }
      return at(x, offset);
    };
    if (input + 1 == op.getInputs().size())
      return load();
    return e.choose(
        e.less(index[dim], e.cst(start + shape[dim])), [&] { return Values{load()}; },
        [&] { return Values{concat(index, input + 1, start + shape[dim])}; })[0];
  }

  Value pad(ArrayRef<Value> index) {
    auto op = cast<PadOp>(root);
    auto shape = typeOf(op.getX()).getShape();
    auto strides = denseStrides(shape);
    Value offset = e.cst(0), inside;
    for (auto [i, coordinate] : llvm::enumerate(index)) {
      int64_t size = shape[i];
      Value value = coordinate;
      if (op.getLow()[i] != 0 || op.getHigh()[i] != 0) {
        value = e.add(value, -op.getLow()[i]);
        if (op.getMode() == PadMode::Constant) {
          inside = e.both(inside, e.inside(value, size));
        } else if (op.getMode() == PadMode::Replicate) {
          value = e.min(e.max(value, e.cst(0)), e.cst(size - 1));
        } else {
          value = e.max(value, e.sub(e.cst(0), value));              // mirror at the front
          value = e.min(value, e.sub(e.cst(2 * (size - 1)), value)); // and at the back
        }
      }
      offset = e.add(offset, e.mul(value, strides[i]));
    }
    if (!inside)
      return at(op.getX(), offset);
    Value element = at(op.getX(), e.select(inside, offset, e.cst(0)));
    Value filling = e.constant(out.getElementType(), op.getValue().convertToDouble(), lanes == 4 ? 4 : 0);
    return e.select(inside, element, filling);
  }

public:
  explicit CopyEmitter(KernelEmitter& e)
      : e(e), root(e.parts.root), out(typeOf(root->getResult(0))), lanes(lanesOf(root)) {}

  void emit() {
    int64_t rank = out.getRank();
    SmallVector<int64_t> sizes(out.getShape());
    if (rank > 0)
      sizes.back() /= lanes;
    e.forEachInvocation(out.getNumElements() / lanes, [&](Value id) {
      SmallVector<Value> index = e.delinearize(id, sizes);
      if (rank > 0)
        index.back() = e.mul(index.back(), lanes);
      Value value = isa<ConcatOp>(root) ? concat(index, 0, 0)
                    : isa<PadOp>(root)  ? pad(index)
                                        : strided(index);
      Value row = rank == 0 ? e.cst(0) : e.div(id, sizes.back());
      e.finish(value, Position{row, rank == 0 ? e.cst(0) : index.back(), lanes == 4 ? 4 : 0});
    });
  }
};

} // namespace

Variants copyVariants(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  return {flat(typeOf(root->getResult(0)).getNumElements() / lanesOf(root))};
}

void emitCopy(KernelEmitter& e) {
  auto out = typeOf(e.parts.root->getResult(0));
  e.space = ResultSpace(out.getShape(), std::max<int64_t>(out.getRank() - 1, 0));
  CopyEmitter(e).emit();
}

} // namespace aic::codegen::vulkan
