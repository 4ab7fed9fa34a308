// The table's lookup, and what builders use to read arguments and emit operations.
#include "frontends/graph/Primitives.h"

#include "dialects/aic/Mixing.h"
#include "frontends/graph/Evaluator.h"
#include "mlir/IR/Verifier.h"

#include <charconv>
#include <unordered_map>

namespace aic::graph {

//===-- The table ---------------------------------------------------------------------------------------===//

static const std::unordered_map<std::string, const Primitive*>& table() {
  static const std::unordered_map<std::string, const Primitive*> rows = [] {
    std::unordered_map<std::string, const Primitive*> all;
    for (llvm::ArrayRef<Primitive> family :
         {windowPrimitives(), matrixPrimitives(), einsumPrimitives(), normPrimitives(),
          elementwisePrimitives(), quantisedPrimitives(), reductionPrimitives(), shapePrimitives(),
          indexPrimitives(), sequencePrimitives(), constantPrimitives()})
      for (const Primitive& row : family)
        all.emplace(row.name, &row);
    return all;
  }();
  return rows;
}

const Primitive* findPrimitive(llvm::StringRef name) {
  auto found = table().find(name.str());
  return found == table().end() ? nullptr : found->second;
}

std::vector<std::string> primitiveNames() {
  std::vector<std::string> names;
  for (const auto& entry : table())
    names.push_back(entry.first);
  llvm::sort(names);
  return names;
}

std::vector<SignatureArgument> parseSignature(llvm::StringRef signature) {
  std::vector<SignatureArgument> arguments;
  while (!signature.empty()) {
    llvm::StringRef one;
    std::tie(one, signature) = signature.split(", ");
    auto [name, text] = one.split('=');
    SignatureArgument argument;
    argument.name = name.str();
    argument.hasDefault = !text.empty();
    int64_t integer;
    double number;
    if (text == "none")
      argument.defaultValue = Value::none();
    else if (text == "true" || text == "false")
      argument.defaultValue = Value::ofBool(text == "true");
    else if (!text.getAsInteger(10, integer))
      argument.defaultValue = Value::ofInt(integer);
    else if (!text.getAsDouble(number))
      argument.defaultValue = Value::ofFloat(number);
    else
      argument.defaultValue = Value::ofString(text.trim('"').str());
    arguments.push_back(std::move(argument));
  }
  return arguments;
}

//===-- Reading arguments -------------------------------------------------------------------------------===//

mlir::MLIRContext* PrimitiveCall::context() const {
  return evaluator_.context();
}

void PrimitiveCall::error(const std::string& message) {
  failed_ = true;
  evaluator_.error(scope_, span_, name_ + ": " + message);
}

void PrimitiveCall::error(size_t i, const std::string& message) {
  failed_ = true;
  if (!message.empty())
    evaluator_.error(scope_, arguments[i].span, name_ + ": " + arguments[i].name + ": " + message);
}

bool PrimitiveCall::spend(int64_t steps) {
  if (evaluator_.spend(scope_, span_, steps))
    return true;
  failed_ = true;
  return false;
}

mlir::Value PrimitiveCall::tensor(size_t i) {
  if (value(i).isTensor() && isFourBits(value(i).tensor.getType()) && name_ != "dequantize") {
    error(i, storedAlone(value(i).tensor));
    return nullptr;
  }
  if (value(i).isTensor())
    return value(i).tensor;
  error(i, "expected a tensor, found " + describe(value(i)));
  return nullptr;
}

mlir::Value PrimitiveCall::optionalTensor(size_t i) {
  return isNone(i) ? nullptr : tensor(i);
}

llvm::SmallVector<mlir::Value> PrimitiveCall::tensors(size_t i) {
  llvm::SmallVector<mlir::Value> found;
  if (value(i).kind != Value::Kind::List || value(i).list->empty()) {
    error(i, "expected a list of tensors, found " + describe(value(i)));
    return found;
  }
  for (const Value& item : *value(i).list) {
    if (!item.isTensor()) {
      error(i, "expected a list of tensors, it holds " + describe(item));
      return found;
    }
    if (isFourBits(item.tensor.getType())) {
      error(i, storedAlone(item.tensor));
      return found;
    }
    found.push_back(item.tensor);
  }
  if (!spend(static_cast<int64_t>(found.size())))
    found.clear();
  return found;
}

/// Ints that become attributes stay far from overflow in every sum and product.
static bool inBounds(int64_t value) {
  return value >= -kMaxElements && value <= kMaxElements;
}

int64_t PrimitiveCall::integer(size_t i) {
  if (value(i).kind != Value::Kind::Int) {
    error(i, "expected an int, found " + describe(value(i)));
    return 0;
  }
  if (!inBounds(value(i).integer)) {
    error(i, "the number " + spell(value(i)) + " is out of bounds");
    return 0;
  }
  return value(i).integer;
}

double PrimitiveCall::number(size_t i) {
  if (!value(i).isNumber())
    error(i, "expected a number, found " + describe(value(i)));
  return value(i).isNumber() ? value(i).asDouble() : 0;
}

double PrimitiveCall::epsilon(size_t i) {
  if (value(i).kind != Value::Kind::Int)
    return number(i);
  error(i, "expected a float such as 1e-5, found " + describe(value(i)) + ": a number is written " +
               spell(value(i)) + ".0");
  return 0;
}

llvm::SmallVector<double> PrimitiveCall::numbers(size_t i, size_t count) {
  const Value& given = value(i);
  std::vector<Value> items(count, given);
  bool isList = given.kind == Value::Kind::List;
  if (isList)
    items = *given.list;
  if (items.size() != count || !llvm::all_of(items, [](const Value& item) { return item.isNumber(); })) {
    error(i,
          "expected a number or a list of " + std::to_string(count) + " numbers, found " + describe(given));
    return llvm::SmallVector<double>(count, 0);
  }
  llvm::SmallVector<double> found;
  for (const Value& item : items)
    found.push_back(item.asDouble());
  return found;
}

bool PrimitiveCall::boolean(size_t i) {
  if (value(i).kind != Value::Kind::Bool)
    error(i, "expected true or false, found " + describe(value(i)));
  return value(i).boolean;
}

std::string PrimitiveCall::string(size_t i) {
  if (value(i).kind == Value::Kind::String)
    return *value(i).string;
  error(i, "expected a string, found " + describe(value(i)));
  return "";
}

mlir::Type PrimitiveCall::element(size_t i) {
  if (value(i).kind != Value::Kind::Type)
    error(i, "expected an element type such as f32, found " + describe(value(i)));
  else if (isFourBits(value(i).type) && name_ != "quantize")
    error(i, "nothing is computed in " + spell(value(i)) + ": parameters have it, and what quantize makes");
  return value(i).type;
}

llvm::SmallVector<int64_t> PrimitiveCall::integers(size_t i) {
  llvm::SmallVector<int64_t> found;
  if (value(i).kind != Value::Kind::List) {
    error(i, "expected a list of ints, found " + describe(value(i)));
    return found;
  }
  if (!spend(static_cast<int64_t>(value(i).list->size())))
    return found;
  for (const Value& item : *value(i).list) {
    if (item.kind != Value::Kind::Int || !inBounds(item.integer)) {
      error(i, item.kind == Value::Kind::Int ? "the number " + spell(item) + " is out of bounds"
                                             : "expected a list of ints, it holds " + describe(item));
      return found;
    }
    found.push_back(item.integer);
  }
  return found;
}

llvm::SmallVector<int64_t> PrimitiveCall::sizes(size_t i, size_t count, int64_t low) {
  llvm::SmallVector<int64_t> found;
  bool isList = value(i).kind == Value::Kind::List;
  if (value(i).kind == Value::Kind::Int)
    found.assign(count, integer(i));
  else if (isList && value(i).list->size() == count)
    found = integers(i);
  else
    error(i, "expected an int or a list of " + std::to_string(count) + " ints, found " + describe(value(i)));
  for (int64_t size : found)
    if (!failed_ && size < low)
      error(i, "expected at least " + std::to_string(low) + ", found " + spell(value(i)));
  found.resize(count, low);
  return found;
}

llvm::SmallVector<int64_t> PrimitiveCall::padding(size_t i, size_t axes) {
  bool all = value(i).kind == Value::Kind::List && value(i).list->size() == 2 * axes;
  if (value(i).kind == Value::Kind::List && !all && value(i).list->size() != axes) {
    error(i, std::string("expected an int, ") +
                 (axes == 1 ? "[both] or [left, right]"
                            : "[vertical, horizontal] or [top, left, bottom, right]") +
                 ", found " + describe(value(i)));
    return llvm::SmallVector<int64_t>(2 * axes, 0);
  }
  llvm::SmallVector<int64_t> found = sizes(i, all ? 2 * axes : axes, 0);
  if (!all)
    found.append(llvm::SmallVector<int64_t>(found));
  return found;
}

/// An axis from its place or from the end; nullopt where there is none.
static std::optional<int64_t> normalAxis(int64_t axis, int64_t rank) {
  if (axis < -rank || axis >= rank)
    return std::nullopt;
  return axis < 0 ? axis + rank : axis;
}

static std::string noSuchAxis(int64_t axis, int64_t rank) {
  return "axis " + std::to_string(axis) + " is outside of [" + std::to_string(-rank) + ", " +
         std::to_string(rank) + "): there are " + std::to_string(rank) + " axes";
}

int64_t PrimitiveCall::axis(size_t i, int64_t rank) {
  int64_t axis = integer(i);
  if (failed_)
    return 0;
  std::optional<int64_t> normal = normalAxis(axis, rank);
  if (!normal)
    error(i, noSuchAxis(axis, rank));
  return normal.value_or(0);
}

bool PrimitiveCall::checkPosition(size_t i, int64_t low, int64_t high, const std::string& why) {
  if (value(i).isTensor() && value(i).tensorType().getRank() == 0 &&
      (value(i).tensorType().getElementType().isInteger(64) ||
       value(i).tensorType().getElementType().isInteger(32)))
    return true;
  if (value(i).kind != Value::Kind::Int) {
    error(i, "expected an int or an i64[], found " + describe(value(i)));
    return false;
  }
  int64_t found = value(i).integer;
  if (found < low || found > high) {
    error(i, (low > high ? "nothing fits"
                         : "expected " + (low == high ? std::to_string(low)
                                                      : "an int from " + std::to_string(low) + " to " +
                                                            std::to_string(high))) +
                 ", found " + describe(value(i)) + ": " + why);
    return false;
  }
  return true;
}

mlir::Value PrimitiveCall::position(size_t i, int64_t low, int64_t high, const std::string& why) {
  if (!checkPosition(i, low, high, why))
    return nullptr;
  if (value(i).isTensor())
    return value(i).tensor;
  return scalar(value(i), mlir::Builder(context()).getI64Type(), arguments[i].span);
}

llvm::SmallVector<int64_t> PrimitiveCall::axes(size_t i, int64_t rank) {
  llvm::SmallVector<int64_t> found;
  if (isNone(i)) {
    for (int64_t axis = 0; axis < rank; ++axis)
      found.push_back(axis);
    return found;
  }
  if (value(i).kind == Value::Kind::Int)
    found.push_back(integer(i));
  else if (value(i).kind == Value::Kind::List)
    found = integers(i);
  else
    error(i, "expected none, an int or a list of ints, found " + describe(value(i)));
  for (int64_t& axis : found) {
    if (failed_)
      return {};
    std::optional<int64_t> normal = normalAxis(axis, rank);
    if (!normal)
      error(i, noSuchAxis(axis, rank));
    axis = normal.value_or(0);
  }
  llvm::sort(found);
  auto twice = std::adjacent_find(found.begin(), found.end());
  if (!failed_ && twice != found.end())
    error(i, "axis " + std::to_string(*twice) + " is named twice");
  return found;
}

std::pair<mlir::Value, mlir::Value> PrimitiveCall::operands(size_t a, size_t b) {
  auto isLiteral = [&](size_t i) { return value(i).isNumber() || value(i).kind == Value::Kind::Bool; };
  if (isLiteral(a) && isLiteral(b)) {
    error("at least one of " + arguments[a].name + " and " + arguments[b].name + " is a tensor; found " +
          describe(value(a)) + " and " + describe(value(b)));
    return {};
  }
  mlir::Value x = isLiteral(a) ? nullptr : tensor(a);
  mlir::Value y = isLiteral(b) ? nullptr : tensor(b);
  if (failed_)
    return {};
  if (!x)
    x = scalar(value(a), mlir::getElementTypeOrSelf(y.getType()), arguments[a].span);
  if (!y)
    y = scalar(value(b), mlir::getElementTypeOrSelf(x.getType()), arguments[b].span);
  return {x, y};
}

//===-- Emitting ----------------------------------------------------------------------------------------===//

llvm::SmallVector<mlir::Value> PrimitiveCall::emitInferred(Infer infer, Create create) {
  if (!evaluator_.countOperator(scope_, span_)) {
    failed_ = true;
    return {};
  }
  mlir::Location location = evaluator_.location(scope_, span_);
  llvm::SmallVector<mlir::Type> types;
  std::string message;
  if (llvm::failed(evaluator_.listen([&] { return infer(location, types); }, message)) || types.empty()) {
    failed_ = true;
    evaluator_.error(scope_, span_, message.empty() ? name_ + ": these arguments do not fit" : message);
    return {};
  }
  mlir::Operation* op = create(evaluator_.builder(), location, types);
  if (std::string why = whyMixed(op); !why.empty()) {
    op->erase();
    failed_ = true;
    evaluator_.error(scope_, span_, why);
    return {};
  }
  return llvm::SmallVector<mlir::Value>(op->getResults());
}

mlir::Value PrimitiveCall::emitChecked(mlir::Type result, Create create) {
  if (!evaluator_.countOperator(scope_, span_)) {
    failed_ = true;
    return nullptr;
  }
  mlir::Operation* op = create(evaluator_.builder(), evaluator_.location(scope_, span_), result);
  std::string message;
  if (llvm::succeeded(evaluator_.listen([&] { return mlir::verify(op); }, message)))
    return op->getResult(0);
  op->erase();
  failed_ = true;
  evaluator_.error(scope_, span_, message);
  return nullptr;
}

mlir::Value PrimitiveCall::view(mlir::RankedTensorType type, mlir::Value bytes) {
  return mlir::UnrealizedConversionCastOp::create(evaluator_.builder(), evaluator_.location(scope_, span_),
                                                  type, bytes)
      .getResult(0);
}

mlir::Value PrimitiveCall::reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
  auto type = llvm::cast<mlir::RankedTensorType>(x.getType());
  if (type.getShape() == shape)
    return x;
  if (!isBounded(shape)) {
    error("the tensor would have more than 2^40 elements or 32 axes");
    return nullptr;
  }
  return emitAs<ReshapeOp>(type.clone(shape), x);
}

mlir::Value PrimitiveCall::expand(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
  if (shapeOf(x) == shape)
    return x;
  if (!isBounded(shape)) {
    error("the tensor would have more than 2^40 elements or 32 axes");
    return nullptr;
  }
  return emitAs<ExpandOp>(llvm::cast<mlir::RankedTensorType>(x.getType()).clone(shape), x);
}

mlir::Value PrimitiveCall::slice(mlir::Value x, int64_t dim, int64_t offset, int64_t size, int64_t step) {
  llvm::SmallVector<int64_t> offsets(shapeOf(x).size(), 0), strides(shapeOf(x).size(), 1), sizes(shapeOf(x));
  if (offset == 0 && step == 1 && size == sizes[dim])
    return x;
  offsets[dim] = offset;
  sizes[dim] = size;
  strides[dim] = step;
  return emit<SliceOp>(
      x, {attribute("offsets", offsets), attribute("sizes", sizes), attribute("strides", strides)});
}

mlir::Value PrimitiveCall::constant(mlir::DenseElementsAttr value) {
  return emitChecked(
      value.getType(), [&](mlir::OpBuilder& builder, mlir::Location location, mlir::TypeRange types) {
        return ConstantOp::create(builder, location, types, mlir::ElementsAttr(value)).getOperation();
      });
}

mlir::Value PrimitiveCall::scalar(const Value& number, mlir::Type element, Span span) {
  std::string problem;
  mlir::TypedAttr attribute = literalAttribute(number, element, problem);
  if (!attribute) {
    failed_ = true;
    evaluator_.error(scope_, span, name_ + ": " + problem);
    return nullptr;
  }
  return constant(
      mlir::DenseElementsAttr::get(mlir::RankedTensorType::get({}, element), mlir::Attribute(attribute)));
}

mlir::NamedAttribute PrimitiveCall::attribute(llvm::StringRef name, llvm::ArrayRef<int64_t> values) const {
  return attribute(name, mlir::Attribute(mlir::DenseI64ArrayAttr::get(context(), values)));
}
mlir::NamedAttribute PrimitiveCall::attribute(llvm::StringRef name, int64_t value) const {
  return attribute(name, mlir::Attribute(mlir::Builder(context()).getI64IntegerAttr(value)));
}
mlir::NamedAttribute PrimitiveCall::attribute(llvm::StringRef name, bool value) const {
  return attribute(name, mlir::Attribute(mlir::BoolAttr::get(context(), value)));
}
mlir::NamedAttribute PrimitiveCall::attribute(llvm::StringRef name, double value) const {
  return attribute(name, mlir::Attribute(mlir::Builder(context()).getF64FloatAttr(value)));
}
mlir::NamedAttribute PrimitiveCall::attribute(llvm::StringRef name, mlir::Attribute value) const {
  return {mlir::StringAttr::get(context(), name), value};
}

} // namespace aic::graph
