// Verifiers of the operations whose result type is not inferred. Their messages are in the user's words, as
// those of the inference functions.
#include "dialects/aic/Aic.h"
#include "dialects/aic/Infer.h"
#include "dialects/aic/Views.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

/// `lt`: in an operation a predicate stands bare, elsewhere it is #aic.predicate<lt>.
static ParseResult parsePredicate(OpAsmParser& parser, aic::PredicateAttr& predicate) {
  StringRef name;
  SMLoc place = parser.getCurrentLocation();
  if (failed(parser.parseKeyword(&name)))
    return failure();
  std::optional<aic::Predicate> value = aic::symbolizePredicate(name);
  if (!value)
    return parser.emitError(place, "expected eq, ne, lt, le, gt or ge, found ") << name;
  predicate = aic::PredicateAttr::get(parser.getContext(), *value);
  return success();
}

static void printPredicate(OpAsmPrinter& printer, Operation*, aic::PredicateAttr predicate) {
  printer << aic::stringifyPredicate(predicate.getValue());
}

static ParseResult parseCell(OpAsmParser& parser, aic::CellAttr& cell) {
  StringRef name;
  SMLoc place = parser.getCurrentLocation();
  if (failed(parser.parseKeyword(&name)))
    return failure();
  std::optional<aic::Cell> value = aic::symbolizeCell(name);
  if (!value)
    return parser.emitError(place, "expected lstm, gru, rnn_tanh or rnn_relu, found ") << name;
  cell = aic::CellAttr::get(parser.getContext(), *value);
  return success();
}

static void printCell(OpAsmPrinter& printer, Operation*, aic::CellAttr cell) {
  printer << aic::stringifyCell(cell.getValue());
}

#define GET_OP_CLASSES
#include "dialects/aic/AicOps.cpp.inc"

namespace aic {

LogicalResult ReshapeOp::verify() {
  infer::Inference inference(getLoc(), getOperationName(), {{"x", getX()}});
  RankedTensorType from = getX().getType(), to = getType();
  if (from.getElementType() != to.getElementType())
    return inference.fail("C1", "the result is " + describe(to) + ": reshape keeps the element type");
  if (from.getNumElements() != to.getNumElements())
    return inference.fail("C2", "x has " + Twine(from.getNumElements()) + " elements, the shape " +
                                    infer::describeShape(to.getShape()) + " holds " +
                                    Twine(to.getNumElements()));
  return success();
}

LogicalResult ExpandOp::verify() {
  infer::Inference inference(getLoc(), getOperationName(), {{"x", getX()}});
  RankedTensorType from = getX().getType(), to = getType();
  if (from.getElementType() != to.getElementType())
    return inference.fail("C1", "the result is " + describe(to) + ": expand keeps the element type");
  std::optional<SmallVector<int64_t>> common = broadcastShapes(from.getShape(), to.getShape());
  if (!common || ArrayRef<int64_t>(*common) != to.getShape())
    return inference.fail("C2", "x does not broadcast to the shape " + infer::describeShape(to.getShape()));
  return success();
}

LogicalResult StateOp::verify() {
  if (getValue().getType() != getType())
    return emitOpError("is ") << getType() << ", its value is " << getValue().getType() << " [C1]";
  return success();
}

LogicalResult GradientOp::verify() {
  infer::Inference inference(getLoc(), getOperationName(), {{"loss", getLoss()}});
  if (getLoss().getType().getRank() != 0)
    return inference.fail("C1", "a gradient is that of a scalar: take the mean or the sum of loss");
  if (getWrt().empty())
    return inference.fail("C2", "there is nothing to differentiate by");
  if (getWrt().getTypes() != getResultTypes())
    return emitOpError("has results of types ")
           << getResultTypes() << ", differentiates by " << getWrt().getTypes() << " [C3]";
  return success();
}

LogicalResult FusedOp::verify() {
  Block& block = getBody().front();
  if (!llvm::equal(block.getArgumentTypes(), getOperandTypes()))
    return emitOpError("has ") << getNumOperands() << " operands of types " << getOperandTypes()
                               << ", its region takes " << block.getNumArguments() << " arguments of types "
                               << block.getArgumentTypes() << " [C1]";
  auto yield = dyn_cast_if_present<YieldOp>(block.mightHaveTerminator() ? block.getTerminator() : nullptr);
  if (!yield)
    return emitOpError("ends its region with aic.yield [C2]");
  if (!llvm::equal(yield.getOperandTypes(), getResultTypes()))
    return emitOpError("has results of types ")
           << getResultTypes() << ", its region yields " << yield.getOperandTypes() << " [C2]";
  Operation* root = nullptr;
  for (Operation& op : block.without_terminator()) {
    // Literals stand inside, where an emitter sees them, and views of what the root reads and makes.
    if (isElementwise(&op) || isa<ConstantOp>(op) || isView(&op))
      continue;
    if (root) {
      InFlightDiagnostic error = emitOpError("holds more than one operation that is not elementwise [C3]");
      error.attachNote(root->getLoc()) << "the first is here";
      error.attachNote(op.getLoc()) << "the second is here";
      return error;
    }
    root = &op;
  }
  return success();
}

} // namespace aic
