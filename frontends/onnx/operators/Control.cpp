// Control flow whose way is known when the model is compiled.
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

void ifOperator(Node& n) {
  mlir::ElementsAttr condition = n.known(0);
  if (n.failed())
    return;
  auto dense = llvm::dyn_cast<mlir::DenseElementsAttr>(condition);
  if (!dense || !dense.getElementType().isInteger(1) || dense.getNumElements() != 1)
    return n.error("its condition is one bool");
  llvm::SmallVector<mlir::Value> results =
      n.subgraph(dense.getSplatValue<bool>() ? "then_branch" : "else_branch", {});
  if (!n.failed() && results.size() != n.outputs())
    return n.error("its branch has " + std::to_string(results.size()) + " outputs, the node " +
                   std::to_string(n.outputs()));
  for (auto [i, value] : llvm::enumerate(results))
    n.result(i, value);
}

constexpr Operator kRows[] = {
    {"If", 1, ifOperator, "else_branch then_branch", "a condition that is computed at run time"},
};

} // namespace

llvm::ArrayRef<Operator> controlOperators() {
  return kRows;
}

} // namespace aic::onnx
