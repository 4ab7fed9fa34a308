// Element types that models must not mix: see Mixing.h.
#include "dialects/aic/Mixing.h"

using namespace mlir;

namespace aic {

std::string whyMixed(Operation* op) {
  ArrayRef<StringRef> names;
  static constexpr StringRef kMatmul[] = {"a", "b"}, kLinear[] = {"x", "weight"},
                             kAttention[] = {"q", "k", "v"};
  if (isa<MatmulOp>(op))
    names = kMatmul;
  else if (isa<LinearOp>(op))
    names = kLinear;
  else if (isa<AttentionOp>(op))
    names = kAttention;
  std::string operands;
  for (auto [i, name] : llvm::enumerate(names))
    operands += (i ? ", " : "") + name.str() + " is " + describe(op->getOperand(i).getType());
  for (size_t i = 1; i < names.size(); ++i) {
    Type first = getElementTypeOrSelf(op->getOperand(0)), other = getElementTypeOrSelf(op->getOperand(i));
    if (first != other && isa<FloatType>(first) && isa<FloatType>(other))
      return op->getName().stripDialect().str() + ": " + operands + ": " + names[i].str() + " is " +
             describe(other) + ", " + names[0].str() + " is " + describe(first) +
             ": element types never mix, cast one";
  }
  return "";
}

} // namespace aic
