// Reading at indices that are known at run time only.
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

constexpr Primitive kRows[] = {
    {"embedding", "ids, weight", embedding},
    {"gather", "x, dim, index", pick<GatherOp>},
    {"take", "x, dim, index", pick<TakeOp>},
    {"one_hot", "ids, num_classes", oneHot},
};

} // namespace

llvm::ArrayRef<Primitive> indexPrimitives() {
  return kRows;
}

} // namespace aic::graph
