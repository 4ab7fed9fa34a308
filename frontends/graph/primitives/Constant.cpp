// Tensors known at compile time.
#include "frontends/graph/Primitives.h"

#include <cmath>

namespace aic::graph {
namespace {

constexpr int64_t kMaxWritten = 1 << 20; // elements of a constant that are written out one by one

bool checkShape(PrimitiveCall& call, size_t i, llvm::ArrayRef<int64_t> shape, int64_t least) {
  for (int64_t size : shape)
    if (size < least) {
      call.error(i,
                 "a constant's sizes are at least " + std::to_string(least) + ", found " + spellShape(shape));
      return false;
    }
  if (!isBounded(shape)) {
    call.error(i, "the tensor would have more than 2^40 elements or 32 axes");
    return false;
  }
  return true;
}

/// An element as an attribute of its type, or null (reported).
mlir::Attribute elementOf(PrimitiveCall& call, size_t i, const Value& value, mlir::Type type) {
  if (value.isPoison()) {
    call.error(i, "");
    return nullptr;
  }
  std::string problem;
  mlir::Attribute attribute = literalAttribute(value, type, problem);
  if (!attribute)
    call.error(i, problem);
  return attribute;
}

/// The shape of a nested list, from its first items; ragged lists are found while flattening.
bool flattenList(PrimitiveCall& call, const Value& value, size_t depth, llvm::ArrayRef<int64_t> shape,
                 mlir::Type type, std::vector<mlir::Attribute>& out) {
  if (!call.spend(1))
    return false;
  if (depth == shape.size()) {
    if (value.kind == Value::Kind::List) {
      call.error(0, "the lists nest unevenly");
      return false;
    }
    mlir::Attribute attribute = elementOf(call, 0, value, type);
    if (attribute)
      out.push_back(attribute);
    return attribute != nullptr;
  }
  if (value.kind != Value::Kind::List || static_cast<int64_t>(value.list->size()) != shape[depth]) {
    call.error(0,
               "the lists are ragged: expected " + std::to_string(shape[depth]) + " items, found " +
                   (value.kind == Value::Kind::List ? std::to_string(value.list->size()) : describe(value)));
    return false;
  }
  for (const Value& item : *value.list)
    if (!flattenList(call, item, depth + 1, shape, type, out))
      return false;
  return true;
}

Value tensor(PrimitiveCall& call) {
  mlir::Type type = call.element(1);
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<int64_t> shape;
  const Value* inner = &call.value(0);
  while (inner->kind == Value::Kind::List) {
    shape.push_back(inner->list->size());
    if (inner->list->empty())
      break;
    inner = &inner->list->front();
  }
  if (!checkShape(call, 0, shape, 1))
    return Value::poison();
  std::vector<mlir::Attribute> elements;
  if (!flattenList(call, call.value(0), 0, shape, type, elements))
    return Value::poison();
  auto tensorType = mlir::RankedTensorType::get(shape, type);
  return Value::ofTensor(call.constant(mlir::DenseElementsAttr::get(tensorType, elements)));
}

Value full(PrimitiveCall& call) {
  auto shape = call.integers(0);
  mlir::Type type = call.element(2);
  if (call.failed() || !checkShape(call, 0, shape, 0))
    return Value::poison();
  mlir::Attribute element = elementOf(call, 1, call.value(1), type);
  if (!element)
    return Value::poison();
  return Value::ofTensor(
      call.constant(mlir::DenseElementsAttr::get(mlir::RankedTensorType::get(shape, type), element)));
}

/// arange(end), arange(start, end), arange(start, end, step), as in PyTorch; of ints i64, else f32.
Value arange(PrimitiveCall& call) {
  size_t typeAt = 3;
  for (size_t i : {1, 4}) // arange(n, f32), arange(n, type=f32)
    if (call.value(i).kind == Value::Kind::Type)
      typeAt = i;
  bool single = call.isNone(1) || typeAt == 1;
  const Value zero = Value::ofInt(0);
  const Value &first = single ? zero : call.value(0), &last = call.value(single ? 0 : 1),
              &step = call.value(2);
  size_t lastAt = single ? 0 : 1;
  for (size_t i : {size_t(0), lastAt, size_t(2)})
    call.number(i);
  bool integers =
      first.kind == Value::Kind::Int && last.kind == Value::Kind::Int && step.kind == Value::Kind::Int;
  mlir::Type type =
      !call.isNone(typeAt) ? call.element(typeAt) : elementType(call.context(), integers ? "i64" : "f32");
  if (call.failed())
    return Value::poison();
  double size = std::ceil((last.asDouble() - first.asDouble()) / step.asDouble());
  if (!(step.asDouble() != 0) || !(size >= 0 && size <= static_cast<double>(kMaxWritten))) {
    call.error(lastAt, step.asDouble() == 0
                           ? "the step is 0"
                           : "expected a count between 0 and " + std::to_string(kMaxWritten) + ", found " +
                                 (single && integers ? spell(last) : spell(Value::ofFloat(size))));
    return Value::poison();
  }
  auto n = static_cast<int64_t>(size);
  if (!call.spend(n))
    return Value::poison();
  std::vector<mlir::Attribute> elements;
  elements.reserve(n);
  for (int64_t i = 0; i < n; ++i) {
    Value one = integers ? Value::ofInt(first.integer + i * step.integer)
                         : Value::ofFloat(first.asDouble() + static_cast<double>(i) * step.asDouble());
    elements.push_back(elementOf(call, lastAt, one, type));
    if (!elements.back())
      return Value::poison();
  }
  return Value::ofTensor(
      call.constant(mlir::DenseElementsAttr::get(mlir::RankedTensorType::get({n}, type), elements)));
}

constexpr Primitive kRows[] = {
    {"tensor", "value, type", tensor},
    {"full", "shape, value, type", full},
    {"arange", "start, end=none, step=1, dtype=none, type=none", arange},
};

} // namespace

llvm::ArrayRef<Primitive> constantPrimitives() {
  return kRows;
}

} // namespace aic::graph
