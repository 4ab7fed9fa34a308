// The inference functions' common ground: messages, limits, checks of operands and attributes. The functions
// of the operations are in Infer<Family>.cpp.
#include "dialects/aic/Infer.h"

using namespace mlir;

namespace aic::infer {

Inference::Inference(std::optional<Location> location, StringRef operation, std::vector<Operand> operands)
    : location(location), name(operation), operands(std::move(operands)) {
  name.consume_front("aic.");
}

LogicalResult Inference::fail(StringRef constraint, const Twine& reason) {
  std::string message = name.str();
  constexpr size_t kShown = 8; // a concatenation may have thousands
  size_t shown = 0;
  for (const Operand& operand : operands) {
    if (!operand.value)
      continue;
    if (shown == kShown) {
      message += ", ...";
      break;
    }
    message += (shown++ == 0 ? ": " : ", ") + operand.name + " is " + describe(operand.value.getType());
  }
  message += ": " + reason.str() + " [" + constraint.str() + "]";
  return emitOptionalError(location, message);
}

LogicalResult Inference::checkTensors() {
  for (const Operand& operand : operands) {
    if (!operand.value)
      continue;
    auto type = dyn_cast<RankedTensorType>(operand.value.getType());
    if (!type || !type.hasStaticShape())
      return fail("S1", operand.name + " is not a tensor of static shape");
    if (!isBounded(type.getShape()))
      return fail("S1", operand.name + " has more than 2^40 elements or 32 axes");
  }
  return success();
}

LogicalResult Inference::checkElement(size_t i, Element element, StringRef constraint) {
  if (!operands[i].value)
    return success();
  Type type = getElementTypeOrSelf(operands[i].value.getType());
  bool isBool = type.isInteger(1), isFloat = isa<FloatType>(type);
  switch (element) {
  case Element::Any:
    return success();
  case Element::Number:
    if (isBool)
      return fail(constraint, name + " works on numbers, " + operands[i].name + " is bool: cast it");
    return success();
  case Element::Float:
    if (!isFloat)
      return fail(constraint, name + " works on floats (f32, f16, bf16, f64), " + operands[i].name + " is " +
                                  describe(type) + ": cast it");
    return success();
  case Element::Bool:
    if (!isBool)
      return fail(constraint, name + " wants a bool tensor, " + operands[i].name + " is " + describe(type));
    return success();
  case Element::Index:
    if (!type.isSignlessInteger(32) && !type.isSignlessInteger(64))
      return fail(constraint, name + " takes indices of i32 or i64, " + operands[i].name + " is " +
                                  describe(type) + ": cast it");
    return success();
  }
  return success();
}

LogicalResult Inference::checkSameElement(StringRef constraint, size_t first) {
  Type expected;
  for (size_t i = first; i < operands.size(); ++i) {
    if (!operands[i].value)
      continue;
    Type found = getElementTypeOrSelf(operands[i].value.getType());
    if (!expected)
      expected = found;
    if (found != expected)
      return fail(constraint, operands[i].name + " is " + describe(found) + ", " + operands[first].name +
                                  " is " + describe(expected) + ": element types never mix, cast one");
  }
  return success();
}

LogicalResult Inference::checkContraction(StringRef constraint, Type& sum, bool halfWeights) {
  Type x = getElementTypeOrSelf(operands[0].value.getType()),
       weight = getElementTypeOrSelf(operands[1].value.getType());
  if (x.isInteger(8) && weight.isSignlessInteger(8))
    sum = IntegerType::get(x.getContext(), 32);
  else if (x.isF32() && (weight.isSignlessInteger(8) || weight.isInteger(16) ||
                         (halfWeights && isa<Float16Type, BFloat16Type>(weight))))
    sum = x;
  if (!sum) {
    sum = x;
    return failure(failed(checkElement(0, Element::Float, constraint)) ||
                   failed(checkSameElement(constraint)));
  }
  if (operands.size() < 3 || !operands[2].value)
    return success();
  if (Type bias = getElementTypeOrSelf(operands[2].value.getType()); bias != sum)
    return fail(constraint, operands[2].name + " is " + describe(bias) + ", the sums of these products are " +
                                describe(sum) + ": cast it");
  return success();
}

LogicalResult Inference::checkShape(size_t i, ArrayRef<int64_t> shape, StringRef constraint,
                                    const Twine& because) {
  RankedTensorType found = type(i);
  if (!found || found.getShape() == shape)
    return success();
  return fail(constraint, operands[i].name + " needs the shape " + describeShape(shape) + because);
}

LogicalResult Inference::checkAxis(size_t i, IntegerAttr dim, StringRef constraint) {
  int64_t rank = type(i).getRank();
  if (dim && dim.getInt() >= 0 && dim.getInt() < rank)
    return success();
  return fail(constraint, (dim ? "axis " + Twine(dim.getInt()) : Twine("the missing axis")) +
                              " is not one of " + operands[i].name + "'s " + Twine(rank) + " axes");
}

LogicalResult Inference::checkSizes(StringRef attribute, DenseI64ArrayAttr values, size_t size, int64_t low,
                                    StringRef constraint) {
  if (!values)
    return fail(constraint, attribute + " is missing");
  if (size_t(values.size()) != size)
    return fail(constraint, attribute + " is " + describeShape(values) + ": it takes " + Twine(size) +
                                (size == 1 ? " value" : " values"));
  for (int64_t value : values.asArrayRef())
    if (value < low || value > INT32_MAX)
      return fail(constraint, attribute + " is " + describeShape(values) + ": each value is at least " +
                                  Twine(low) + " and below 2^31");
  return success();
}

LogicalResult Inference::finish(ArrayRef<int64_t> shape, Type element, SmallVectorImpl<Type>& types) {
  if (!isBounded(shape))
    return fail("S1", "the result would be " + describe(element) + describeShape(shape) +
                          ", a tensor has at most 2^40 elements and 32 axes");
  types.push_back(RankedTensorType::get(shape, element));
  return success();
}

std::string describeShape(ArrayRef<int64_t> shape) {
  std::string text = "[";
  for (size_t i = 0; i < shape.size(); ++i)
    text += (i ? ", " : "") + (ShapedType::isDynamic(shape[i]) ? std::string("?") : std::to_string(shape[i]));
  return text + "]";
}

} // namespace aic::infer
