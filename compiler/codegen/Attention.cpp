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
  const AttentionForm op = *attentionForm(root);
  Attention a;
  auto shape = [](Value value) { return typeOf(value).getShape(); };
  size_t rank = shape(op.q).size();
  a.queries = shape(op.q)[rank - 2];
  a.width = shape(op.q)[rank - 1];
  a.keys = shape(op.k)[rank - 2];
  a.valueWidth = shape(op.v)[rank - 1];
  a.batch = ShapedType::getNumElements(shape(op.q).drop_back(2));
  a.scale = op.scale;
  a.causal = op.causal;
  a.guarded = isGuarded(root);
  auto operand = [&](Value value) { return matrixOf(stridedView(value), shape(value), shape(value)); };
  a.q = operand(op.q);
  a.k = operand(op.k);
  a.v = operand(op.v);
  a.length = op.length;
  if (op.kScale)
    a.kScale = matrixOf(stridedView(op.kScale), shape(op.kScale), shape(op.k));
  if (op.vScale)
    a.vScale = matrixOf(stridedView(op.vScale), shape(op.vScale), shape(op.v));
  if (op.spans)
    a.spans = stridedView(op.spans);
  if (Value mask = op.mask) {
    SmallVector<int64_t> scores(shape(op.q));
    scores.back() = a.keys;
    a.mask = matrixOf(stridedView(mask), shape(mask), scores);
  }
  StridedView result = stridedResult(root->getResult(0));
  a.resultInPlace = result.strides == denseStrides(shape(root->getResult(0)));
  a.result = matrixOf(result, shape(root->getResult(0)), shape(root->getResult(0)));
  a.result.argument = {};
  return a;
}

} // namespace aic::codegen
