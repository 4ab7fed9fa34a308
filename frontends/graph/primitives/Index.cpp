// Reading and writing at indices that are known at run time only; and dropout, where random numbers say which
// elements go.
#include "dialects/aic/Training.h"
#include "frontends/graph/Primitives.h"

namespace aic::graph {
namespace {

Value embedding(PrimitiveCall& call) {
  mlir::Value ids = call.tensor(0), weight = call.tensor(1);
  return call.failed() ? Value::poison() : Value::ofTensor(call.emit<EmbeddingOp>({ids, weight}));
}

/// gather and take: x, dim, index.
template <typename Op> Value pick(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), index = call.tensor(2);
  int64_t dim = call.failed() ? 0 : call.axis(1, shapeOf(x).size());
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(call.emit<Op>({x, index}, call.attribute("dim", dim)));
}

Value oneHot(PrimitiveCall& call) {
  mlir::Value ids = call.tensor(0);
  int64_t classes = call.integer(1);
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(call.emit<OneHotOp>(ids, call.attribute("num_classes", classes)));
}

Value scatter(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), index = call.tensor(2);
  bool isLiteral = call.value(3).isNumber() || call.value(3).kind == Value::Kind::Bool;
  mlir::Value updates = isLiteral ? nullptr : call.tensor(3);
  if (isLiteral && !call.failed()) { // for all places, as PyTorch's value
    updates = call.scalar(call.value(3), mlir::getElementTypeOrSelf(x.getType()), call.arguments[3].span);
    updates = updates ? call.expand(updates, shapeOf(index)) : nullptr;
  }
  int64_t dim = call.failed() ? 0 : call.axis(1, shapeOf(x).size());
  std::optional<ScatterReduction> reduction = symbolizeScatterReduction(call.string(4));
  if (!call.failed() && !reduction)
    call.error(4,
               "expected \"none\", \"add\", \"mul\", \"min\" or \"max\", found \"" + call.string(4) + "\"");
  if (call.failed() || !reduction)
    return Value::poison();
  mlir::Attribute attribute = ScatterReductionAttr::get(call.context(), *reduction);
  return Value::ofTensor(call.emit<ScatterOp>(
      {x, index, updates}, {call.attribute("dim", dim), call.attribute("reduction", attribute)}));
}

Value topk(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  int64_t k = call.integer(1), dim = call.failed() ? 0 : call.axis(2, shapeOf(x).size());
  bool largest = call.boolean(3);
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<mlir::Value> found = call.emitAll<TopkOp>(
      x, {call.attribute("k", k), call.attribute("dim", dim), call.attribute("largest", largest)});
  return found.empty() ? Value::poison()
                       : Value::ofTuple({Value::ofTensor(found[0]), Value::ofTensor(found[1])});
}

/// Each dropout of an entry has numbers of its own: streams count on from the last one before it.
int64_t nextStream(mlir::Block& block) {
  for (mlir::Operation& op : llvm::reverse(block))
    if (auto last = llvm::dyn_cast<DropoutOp>(op))
      return int64_t(last.getStream()) + 1;
  return 0;
}

Value dropout(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), key = call.tensor(1);
  double p = call.number(2);
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(call.emit<DropoutOp>(
      {x, key}, {call.attribute("p", p), call.attribute("stream", nextStream(*x.getParentBlock()))}));
}

constexpr Primitive kRows[] = {
    {"embedding", "ids, weight", embedding},
    {"gather", "x, dim, index", pick<GatherOp>},
    {"take", "x, dim, index", pick<TakeOp>},
    {"scatter", "x, dim, index, updates, reduction=\"none\"", scatter},
    {"topk", "x, k, dim=-1, largest=true", topk},
    {"dropout", "x, key, p=0.5", dropout},
    {"one_hot", "ids, num_classes", oneHot},
};

} // namespace

llvm::ArrayRef<Primitive> indexPrimitives() {
  return kRows;
}

} // namespace aic::graph
