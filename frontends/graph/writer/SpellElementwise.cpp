// Activations, arithmetic, comparisons.
#include "frontends/graph/writer/Spell.h"

namespace aic::graph::writer {
namespace {

bool isFloatDivision(mlir::Operation* op) {
  return llvm::isa<DivOp>(op) &&
         llvm::isa<mlir::FloatType>(mlir::getElementTypeOrSelf(op->getResult(0).getType()));
}

const char* operatorOf(mlir::Operation* op) {
  if (auto compare = llvm::dyn_cast<CompareOp>(op)) {
    switch (compare.getPredicate()) {
    case Predicate::EQ:
      return " == ";
    case Predicate::NE:
      return " != ";
    case Predicate::LT:
      return " < ";
    case Predicate::LE:
      return " <= ";
    case Predicate::GT:
      return " > ";
    case Predicate::GE:
      return " >= ";
    }
  }
  return llvm::isa<AddOp>(op)          ? " + "
         : llvm::isa<SubOp>(op)        ? " - "
         : llvm::isa<MulOp>(op)        ? " * "
         : isFloatDivision(op)         ? " / "
         : llvm::isa<FloorDivOp>(op)   ? " // "
         : llvm::isa<RemOp>(op)        ? " % "
         : llvm::isa<PowOp>(op)        ? " ** "
         : llvm::isa<LogicalAndOp>(op) ? " and "
         : llvm::isa<LogicalOrOp>(op)  ? " or "
                                       : nullptr;
}

/// a and b, of which one may become a literal.
void pair(Speller& s, mlir::Value a, const std::string& between, mlir::Value b, bool isOperator) {
  bool decides = between == " and " || between == " or "; // on the left `false and` would be the whole answer
  if (s.constant(a) && !s.constant(b) && !decides)
    s.broadcast(a, b, isOperator).text(between).value(b);
  else if (s.constant(b))
    s.value(a).text(between).broadcast(b, a);
  else
    s.value(a).text(between).value(b);
}

} // namespace

bool spellElementwise(Speller& s, mlir::Operation* op) {
  std::string name = op->getName().stripDialect().str();
  if (llvm::isa<NegOp, LogicalNotOp>(op)) {
    s.asOperator().text(llvm::isa<NegOp>(op) ? "-" : "not ").value(op->getOperand(0)).end(op->getResults());
    return true;
  }
  if (op->hasTrait<OpTrait::Unary>()) {
    s.text(name + "(").value(op->getOperand(0)).text(")").end(op->getResults());
    return true;
  }
  if (const char* between = operatorOf(op)) {
    s.asOperator();
    pair(s, op->getOperand(0), between, op->getOperand(1), true);
    s.end(op->getResults());
    return true;
  }
  if (llvm::isa<MinimumOp, MaximumOp>(op)) {
    s.text(name + "(");
    pair(s, op->getOperand(0), ", ", op->getOperand(1), false);
    s.text(")").end(op->getResults());
    return true;
  }
  if (llvm::isa<DivOp>(op)) { // of integers: towards zero
    s.text("div(");
    pair(s, op->getOperand(0), ", ", op->getOperand(1), false);
    s.text(", rounding_mode=\"trunc\")").end(op->getResults());
    return true;
  }
  mlir::Value x = op->getNumOperands() ? op->getOperand(0) : mlir::Value();
  if (auto gelu = llvm::dyn_cast<GeluOp>(op)) {
    s.text("gelu(").value(x).text(gelu.getTanh() ? ", \"tanh\")" : ")");
  } else if (auto leaky = llvm::dyn_cast<LeakyReluOp>(op)) {
    s.text("leaky_relu(").value(x).number(", ", leaky.getNegativeSlope().convertToDouble(), 0.01).text(")");
  } else if (auto elu = llvm::dyn_cast<EluOp>(op)) {
    s.text("elu(").value(x).number(", ", elu.getAlpha().convertToDouble(), 1.0).text(")");
  } else if (auto softplus = llvm::dyn_cast<SoftplusOp>(op)) {
    s.text("softplus(").value(x).number(", beta=", softplus.getBeta().convertToDouble(), 1.0);
    s.number(", threshold=", softplus.getThreshold().convertToDouble(), 20.0).text(")");
  } else if (auto clamp = llvm::dyn_cast<ClampOp>(op)) {
    s.text("clamp(").value(x);
    std::optional<llvm::APFloat> min = clamp.getMin(), max = clamp.getMax();
    if (min)
      s.number(", ", min->convertToDouble());
    if (max)
      s.number(min ? ", " : ", max=", max->convertToDouble());
    s.text(")");
  } else if (auto where = llvm::dyn_cast<WhereOp>(op)) {
    s.text("where(").value(where.getCondition()).text(", ");
    auto condition = where.getCondition();
    bool aFits = condition.getType().getShape() == where.getResult().getType().getShape();
    // A literal has no axes: what is left must still have the result's shape.
    if (s.constant(where.getA()) && !s.constant(where.getB()))
      s.broadcast(where.getA(), aFits ? mlir::Value(condition) : where.getB()).text(", ").value(where.getB());
    else if (s.constant(where.getB()))
      s.value(where.getA()).text(", ").broadcast(where.getB(), aFits ? mlir::Value(condition) : where.getA());
    else
      s.value(where.getA()).text(", ").value(where.getB());
    s.text(")");
  } else if (auto cast = llvm::dyn_cast<CastOp>(op)) {
    s.text("cast(").value(x).text(", " + spellType(s.elementOf(cast.getResult())) + ")");
  } else {
    return false;
  }
  s.end(op->getResults());
  return true;
}

} // namespace aic::graph::writer
