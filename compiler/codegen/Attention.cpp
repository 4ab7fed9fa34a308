// Attention in strides: see Attention.h.
#include "compiler/codegen/Attention.h"

#include "dialects/aic/AttentionForms.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// A view of `shape` whose last two axes are the matrix; `whole` is the shape that it broadcasts to.
AttentionMatrix matrixOf(const StridedView& view, ArrayRef<int64_t> shape, ArrayRef<int64_t> whole) {
  size_t missing = whole.size() - shape.size();
  SmallVector<int64_t> strides(missing, 0);
  for (auto [size, stride] : llvm::zip(shape, view.strides))
    strides.push_back(size == 1 ? 0 : stride);
  AttentionMatrix matrix;
  matrix.argument = view.base;
  matrix.offset = view.offset;
  for (size_t i = 0; i + 2 < whole.size(); ++i)
    if (whole[i] != 1)
      matrix.batch.append(whole[i], strides[i]);
  matrix.row = strides[whole.size() - 2];
  matrix.column = strides[whole.size() - 1];
  return matrix;
}

} // namespace

Value spanOffset(LoopEmitter& e, const Attention& a, Value query, int64_t which) {
  return e.add(e.mul(query, a.spans.strides[1]), a.spans.offset + which * a.spans.strides[0]);
}

Attention describeAttention(Operation* root) {
  auto op = cast<AttentionOp>(root);
  Attention a;
  auto shape = [](Value value) { return typeOf(value).getShape(); };
  size_t rank = shape(op.getQ()).size();
  a.queries = shape(op.getQ())[rank - 2];
  a.width = shape(op.getQ())[rank - 1];
  a.keys = shape(op.getK())[rank - 2];
  a.valueWidth = shape(op.getV())[rank - 1];
  a.batch = ShapedType::getNumElements(shape(op.getQ()).drop_back(2));
  a.scale = op.getScale().convertToDouble();
  a.causal = op.getCausal();
  a.guarded = isGuarded(op);
  auto operand = [&](Value value) { return matrixOf(stridedView(value), shape(value), shape(value)); };
  a.q = operand(op.getQ());
  a.k = operand(op.getK());
  a.v = operand(op.getV());
  if (Value spans = spansOf(op))
    a.spans = stridedView(spans);
  if (Value mask = maskOf(op)) {
    SmallVector<int64_t> scores(shape(op.getQ()));
    scores.back() = a.keys;
    a.mask = matrixOf(stridedView(mask), shape(mask), scores);
  }
  StridedView result = stridedResult(op.getResult());
  a.resultInPlace = result.strides == denseStrides(shape(op.getResult()));
  a.result = matrixOf(result, shape(op.getResult()), shape(op.getResult()));
  a.result.argument = {};
  return a;
}

} // namespace aic::codegen
