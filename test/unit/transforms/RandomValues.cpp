#include "test/unit/transforms/RandomValues.h"

#include "mlir/Interfaces/InferTypeOpInterface.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace aic::transforms::test {

Type RandomValues::anyElement() {
  return oneOf<Type>({builder.getF32Type(), builder.getF32Type(), builder.getF32Type(), builder.getF16Type(),
                      builder.getBF16Type(), builder.getF64Type(), builder.getI1Type(),
                      builder.getIntegerType(8), builder.getIntegerType(8, false), builder.getIntegerType(16),
                      builder.getI32Type(), builder.getI64Type()});
}

Type RandomValues::anyFloat() {
  return isa<FloatType>(favourite)
             ? favourite
             : oneOf<Type>({builder.getF32Type(), builder.getF64Type(), builder.getF16Type()});
}

RandomValues::Shape RandomValues::anyShape() {
  Shape shape;
  for (int64_t i = 0, rank = pick(0, 4); i < rank; ++i)
    shape.push_back(anySize());
  return shape;
}

int64_t RandomValues::factorOf(int64_t number) {
  Shape factors{1};
  for (int64_t f = 2; f <= number; ++f)
    if (number % f == 0)
      factors.push_back(f);
  return factors[pick(0, int64_t(factors.size()) - 1)];
}

Value RandomValues::add(Value value, bool isExact) {
  if (!value || typeOf(value).getNumElements() > 4000)
    return {};
  values.push_back(value);
  if (isExact)
    exact.insert(value);
  return value;
}

bool RandomValues::isExact(ValueRange operands) const {
  return llvm::all_of(operands, [&](Value value) {
    return exact.contains(value) || isa_and_nonnull<ConstantOp>(value.getDefiningOp());
  });
}

Value RandomValues::any() {
  int64_t last = int64_t(values.size()) - 1;
  return values[chance(3) ? pick(0, last) : std::max<int64_t>(0, last - pick(0, 2))];
}

Value RandomValues::anyOf(Type element) {
  return anyThat([&](Value value) { return elementOf(value) == element; });
}

Value RandomValues::floatOfRank(int64_t rank) {
  Value value = anyThat([&](Value v) { return isFloat(v) && int64_t(shapeOf(v).size()) == rank; });
  if (value)
    return value;
  value = anyThat([&](Value v) { return isFloat(v); });
  if (!value)
    value = convertTo(any(), anyFloat());
  Shape shape;
  int64_t left = typeOf(value).getNumElements();
  for (int64_t i = 0; i < rank; ++i) {
    int64_t size = i + 1 == rank ? left : factorOf(left);
    shape.push_back(size);
    left = size ? left / size : left;
  }
  return rank == 0 ? Value() : reshape(value, shape);
}

Value RandomValues::partner(Value x) {
  Type element = elementOf(x);
  ArrayRef<int64_t> shape = shapeOf(x);
  if (chance(4))
    return number(element, double(pick(-2, 2)));
  if (!chance(3))
    if (Value other = anyThat([&](Value v) {
          return elementOf(v) == element && broadcastShapes(shapeOf(v), shape).has_value();
        }))
      return other;
  Shape own(shape.drop_front(pick(0, int64_t(shape.size()))));
  for (int64_t& size : own)
    size = chance(2) ? 1 : size;
  if (chance(6)) // wider than x
    own.insert(own.begin(), 2);
  if (!broadcastShapes(own, shape))
    return x;
  return constant(own, element);
}

Value RandomValues::index(ArrayRef<int64_t> shape, int64_t size) {
  Type element = oneOf<Type>({builder.getI32Type(), builder.getI64Type()});
  if (size < 1)
    return {};
  if (Value given = chance(2) ? anyThat([&](Value v) {
        return elementOf(v) == element && isExact(v) && shapeOf(v) == shape;
      })
                              : Value())
    return make("rem", {given, number(element, double(size))});
  return constant(shape, element, 0, size - 1);
}

Value RandomValues::constant(ArrayRef<int64_t> shape, Type element, int64_t low, int64_t high) {
  reference::Tensor tensor;
  tensor.shape.assign(shape.begin(), shape.end());
  tensor.element = element;
  bool splat = chance(4);
  int64_t number = pick(low, high);
  for (int64_t i = 0, n = tensor.type().getNumElements(); i < n; ++i) {
    int64_t own = splat ? number : pick(low, high);
    if (tensor.isFloat())
      tensor.f.push_back(double(own) / 8);
    else
      tensor.i.push_back(element.isInteger(1) ? own & 1 : element.isUnsignedInteger() ? std::abs(own) : own);
  }
  return ConstantOp::create(builder, loc, tensor.type(), reference::toAttr(tensor, "parameter"));
}

Value RandomValues::number(Type element, double value) {
  auto type = RankedTensorType::get({}, element);
  if (isa<FloatType>(element)) {
    llvm::APFloat number(value);
    bool lossy;
    number.convert(cast<FloatType>(element).getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven, &lossy);
    return ConstantOp::create(builder, loc, type, DenseElementsAttr::get(type, number));
  }
  llvm::APInt bits(element.getIntOrFloatBitWidth(), uint64_t(int64_t(value)), /*isSigned=*/true, true);
  return ConstantOp::create(builder, loc, type, DenseElementsAttr::get(type, bits));
}

Operation* RandomValues::tryMake(StringRef name, ValueRange operands, ArrayRef<NamedAttribute> attributes,
                                 unsigned results) {
  OperationState state(loc, ("aic." + name).str());
  state.addOperands(operands);
  state.addAttributes(attributes);
  for (unsigned i = 0; i < results; ++i)
    state.addTypes(operands.front().getType());
  Operation* op = Operation::create(state);
  auto inferred = dyn_cast<InferTypeOpInterface>(op);
  SmallVector<Type> types;
  if (!inferred ||
      failed(inferred.inferReturnTypes(builder.getContext(), std::nullopt, operands,
                                       op->getDiscardableAttrDictionary(), op->getPropertiesStorage(), {},
                                       types)) ||
      types.size() != results) {
    op->destroy();
    return nullptr;
  }
  for (auto [result, type] : llvm::zip_equal(op->getResults(), types))
    result.setType(type);
  return builder.insert(op);
}

Value RandomValues::make(StringRef name, ValueRange operands, ArrayRef<NamedAttribute> attributes) {
  if (llvm::any_of(operands, [](Value value) { return !value; }))
    return {};
  Operation* op = tryMake(name, operands, attributes);
  return op ? op->getResult(0) : Value();
}

Value RandomValues::convertTo(Value x, Type element) {
  return CastOp::create(builder, loc, RankedTensorType::get(shapeOf(x), element), x);
}

Value RandomValues::reshape(Value x, ArrayRef<int64_t> shape) {
  auto type = RankedTensorType::get(shape, elementOf(x));
  if (!x || type.getNumElements() != typeOf(x).getNumElements())
    return {};
  Value made = ReshapeOp::create(builder, loc, type, x);
  if (exact.contains(x))
    exact.insert(made);
  return made;
}

} // namespace aic::transforms::test
