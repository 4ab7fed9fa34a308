// Result shapes of attention and recurrence.
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Infer.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace aic {

using infer::Inference;

LogicalResult infer::attention(Inference& inference, bool causal, bool spans, bool scales,
                               SmallVectorImpl<Type>& types) {
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType q = inference.type(0), k = inference.type(1), v = inference.type(2),
                   mask = inference.type(3);
  if (q.getRank() < 2 || k.getRank() != q.getRank() || v.getRank() != q.getRank())
    return inference.fail("C1", "q, k and v have one number of axes, at least 2");
  if (failed(inference.checkElement(0, infer::Element::Float, "C2")))
    return failure();
  for (size_t i : {1, 2}) {
    Type element = inference.type(i).getElementType();
    if (scales && inference.type(4 + i) && element.isSignlessInteger(8) && q.getElementType().isF32())
      continue;
    if (element != q.getElementType() &&
        !(q.getElementType().isF32() && isa<Float16Type, BFloat16Type>(element)))
      return inference.fail("C2", "q, k and v have one element type: cast one");
  }
  ArrayRef<int64_t> leading = q.getShape().drop_back(2);
  if (k.getShape().drop_back(2) != leading || v.getShape().drop_back(2) != leading)
    return inference.fail("C3", "q, k and v have equal leading axes, all but the last two");
  int64_t rank = q.getRank(), width = q.getShape().back(), queries = q.getDimSize(rank - 2),
          keys = k.getDimSize(rank - 2);
  if (k.getShape().back() != width || width == 0)
    return inference.fail("C4", "the last axes of q and k are equal and not empty");
  if (v.getDimSize(rank - 2) != keys || keys == 0)
    return inference.fail("C5", "k and v hold as many keys as values, at least one");
  SmallVector<int64_t> scores(q.getShape());
  scores.back() = keys;
  if (spans) {
    if (!mask || !mask.getElementType().isInteger(32) || mask.getShape() != ArrayRef<int64_t>{2, queries})
      return inference.fail("C6", "spans are a mask i32[2, " + Twine(queries) +
                                      "]: the first key of each query, and the one behind its last");
    if (inference.type(4) || causal)
      return inference.fail("C8", "spans say what length and causal would");
  } else if (mask) {
    if (!mask.getElementType().isInteger(1) && mask.getElementType() != q.getElementType())
      return inference.fail("C6", "mask is bool (true sees) or of q's element type (added)");
    std::optional<SmallVector<int64_t>> common = broadcastShapes(mask.getShape(), scores);
    if (!common || *common != scores)
      return inference.fail("C7",
                            "mask does not broadcast to the scores' shape " + infer::describeShape(scores));
  }
  if (RankedTensorType length = inference.type(4)) {
    if (length.getRank() != 0)
      return inference.fail("C8", "length is one number, a scalar");
    if (failed(inference.checkElement(4, infer::Element::Index, "C8")))
      return failure();
    if (causal && queries > keys)
      return inference.fail("C8", "with causal the queries are the last of the keys: there are " +
                                      Twine(queries) + " queries for " + Twine(keys) + " keys");
  }
  if (!isBounded(scores))
    return inference.fail("S1", "the scores would be " + infer::describeShape(scores) +
                                    ", a tensor has at most 2^40 elements and 32 axes");
  scores.back() = v.getShape().back();
  scores[rank - 2] = queries;
  return inference.finish(scores, q.getElementType(), types);
}

LogicalResult AttentionOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                            SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"q", adaptor.getQ()},
                       {"k", adaptor.getK()},
                       {"v", adaptor.getV()},
                       {"mask", adaptor.getMask()},
                       {"length", adaptor.getLength()}});
  const BoolAttr causal = adaptor.getProperties().causal;
  return infer::attention(inference, causal && causal.getValue(),
                          adaptor.getAttributes() && adaptor.getAttributes().contains(kSpansAttr),
                          /*scales=*/false, types);
}

namespace {

/// lstm, gru and rnn: operands x, weight_ih, weight_hh, bias_ih, bias_hh, h0 (and c0), under PyTorch's names.
/// Results y, h (and c).
LogicalResult inferRecurrent(std::optional<Location> location, StringRef operation,
                             std::vector<infer::Operand> operands, int64_t gates,
                             SmallVectorImpl<Type>& types) {
  bool hasCell = operands.size() == 7;
  Inference inference(location, operation, std::move(operands));
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0), hidden = inference.type(2);
  if (x.getRank() != 3)
    return inference.fail("C1", "x needs 3 axes (batch, time, features), it has " + Twine(x.getRank()));
  if (x.getDimSize(1) == 0)
    return inference.fail("C1", "x has no time step");
  if (failed(inference.checkElement(0, infer::Element::Float, "C2")) ||
      failed(inference.checkSameElement("C2")))
    return failure();
  if (hidden.getRank() != 2 || hidden.getDimSize(1) == 0)
    return inference.fail("C3", "weight_hh needs 2 axes, the second one not empty");
  int64_t size = hidden.getDimSize(1), rows; // at most 2^40 each, gates at most 4
  rows = gates * size;
  std::string because =
      gates == 1 ? ": the hidden size is " + std::to_string(size)
                 : ": " + std::to_string(gates) + " gates of the hidden size " + std::to_string(size);
  if (failed(inference.checkShape(2, {rows, size}, "C3", because)) ||
      failed(inference.checkShape(1, {rows, x.getDimSize(2)}, "C3", because)) ||
      failed(inference.checkShape(3, {rows}, "C4", because)) ||
      failed(inference.checkShape(4, {rows}, "C4", because)))
    return failure();
  for (size_t i = 5; i < (hasCell ? 7u : 6u); ++i)
    if (failed(inference.checkShape(i, {x.getDimSize(0), size}, "C5", ", batch and hidden size")))
      return failure();
  if (failed(inference.finish({x.getDimSize(0), x.getDimSize(1), size}, x.getElementType(), types)))
    return failure();
  types.append(hasCell ? 2 : 1, RankedTensorType::get({x.getDimSize(0), size}, x.getElementType()));
  return success();
}

template <typename Adaptor> std::vector<infer::Operand> recurrentOperands(Adaptor adaptor) {
  return {{"x", adaptor.getX()},         {"weight_ih", adaptor.getWIh()}, {"weight_hh", adaptor.getWHh()},
          {"bias_ih", adaptor.getBIh()}, {"bias_hh", adaptor.getBHh()},   {"h0", adaptor.getH0()}};
}

} // namespace

LogicalResult LstmOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                       SmallVectorImpl<Type>& types) {
  std::vector<infer::Operand> operands = recurrentOperands(adaptor);
  operands.push_back({"c0", adaptor.getC0()});
  return inferRecurrent(location, getOperationName(), std::move(operands), 4, types);
}

LogicalResult GruOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                      SmallVectorImpl<Type>& types) {
  return inferRecurrent(location, getOperationName(), recurrentOperands(adaptor), 3, types);
}

LogicalResult RnnOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                      SmallVectorImpl<Type>& types) {
  return inferRecurrent(location, getOperationName(), recurrentOperands(adaptor), 1, types);
}

LogicalResult RecurrenceOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                             SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()},
                       {"w_hh", adaptor.getWHh()},
                       {"b_n", adaptor.getBN()},
                       {"h0", adaptor.getH0()},
                       {"c0", adaptor.getC0()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0), hidden = inference.type(1);
  if (x.getRank() != 3 || x.getDimSize(1) == 0)
    return inference.fail("C1", "x needs 3 axes (batch, time, gates) and a time step");
  if (failed(inference.checkElement(0, infer::Element::Float, "C2")) ||
      failed(inference.checkSameElement("C2")))
    return failure();
  if (hidden.getRank() != 2 || hidden.getDimSize(1) == 0)
    return inference.fail("C3", "w_hh needs 2 axes, the second one not empty");
  CellAttr cell = adaptor.getProperties().cell;
  if (!cell)
    return inference.fail("C3", "cell is missing");
  int64_t size = hidden.getDimSize(1), rows = gateCount(cell.getValue()) * size;
  if (failed(inference.checkShape(1, {rows, size}, "C3", " for " + stringifyCell(cell.getValue()))) ||
      failed(inference.checkShape(0, {x.getDimSize(0), x.getDimSize(1), rows}, "C3",
                                  " for " + stringifyCell(cell.getValue()))))
    return failure();
  if (inference.type(2) && cell.getValue() != Cell::Gru)
    return inference.fail("C4", "b_n goes with gru");
  if (inference.type(4) && cell.getValue() != Cell::Lstm)
    return inference.fail("C5", "c0 goes with lstm");
  if (failed(inference.checkShape(2, {size}, "C4", ", the hidden size")))
    return failure();
  for (size_t i : {3, 4})
    if (failed(inference.checkShape(i, {x.getDimSize(0), size}, "C5", ", batch and hidden size")))
      return failure();
  if (failed(inference.finish({x.getDimSize(0), x.getDimSize(1), size}, x.getElementType(), types)))
    return failure();
  types.append(cell.getValue() == Cell::Lstm ? 2 : 1,
               RankedTensorType::get({x.getDimSize(0), size}, x.getElementType()));
  return success();
}

} // namespace aic
