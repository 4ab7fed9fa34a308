#include "frontends/graph/Value.h"

#include "dialects/aic/Aic.h"

#include "llvm/Support/Format.h"

#include <cmath>

namespace aic::graph {

Value Value::ofList(std::vector<Value> items) {
  Value v = of(Kind::List);
  for (const Value& item : items)
    v.listDepth = std::max(v.listDepth, item.listDepth);
  ++v.listDepth;
  v.list = std::make_shared<const std::vector<Value>>(std::move(items));
  return v;
}

Value Value::ofFunction(Function function) {
  Value v = of(Kind::Function);
  v.function = std::make_shared<const Function>(std::move(function));
  return v;
}

std::string spellShape(llvm::ArrayRef<int64_t> shape) {
  std::string out = "[";
  for (size_t i = 0; i < shape.size(); ++i)
    out += (i ? ", " : "") + std::to_string(shape[i]);
  return out + "]";
}

static void spellInto(const Value& value, std::string& out) {
  constexpr size_t kShown = 200;
  switch (value.kind) {
  case Value::Kind::Poison:
    out += "?";
    return;
  case Value::Kind::None:
    out += "none";
    return;
  case Value::Kind::Bool:
    out += value.boolean ? "true" : "false";
    return;
  case Value::Kind::Int:
    out += std::to_string(value.integer);
    return;
  case Value::Kind::Float: {
    llvm::raw_string_ostream stream(out);
    stream << llvm::format("%.9g", value.number);
    return;
  }
  case Value::Kind::String:
    out += '"' + value.string->substr(0, kShown) + '"';
    return;
  case Value::Kind::Type:
    out += aic::describe(value.type);
    return;
  case Value::Kind::Function:
    out += value.function->name;
    return;
  case Value::Kind::Tensor:
    out += aic::describe(value.tensor.getType());
    return;
  case Value::Kind::List:
  case Value::Kind::Tuple: {
    out += '[';
    bool first = true;
    for (const Value& item : *value.list) {
      if (!first)
        out += ", ";
      first = false;
      if (out.size() > kShown) {
        out += "...";
        break;
      }
      spellInto(item, out);
    }
    out += ']';
    return;
  }
  }
}

std::string spell(const Value& value) {
  std::string out;
  spellInto(value, out);
  return out;
}

std::string describe(const Value& value) {
  switch (value.kind) {
  case Value::Kind::Bool:
    return "bool " + spell(value);
  case Value::Kind::Int:
    return "int " + spell(value);
  case Value::Kind::Float:
    return "float " + spell(value);
  case Value::Kind::String:
    return "string " + spell(value);
  case Value::Kind::Type:
    return "element type " + spell(value);
  case Value::Kind::List:
    return "list " + spell(value);
  case Value::Kind::Function:
    return "the function " + spell(value) + ": call it, as in " + spell(value) + "(...)";
  case Value::Kind::Tuple:
    return std::to_string(value.list->size()) + " results";
  default:
    return spell(value);
  }
}

mlir::Type elementType(mlir::MLIRContext* context, llvm::StringRef name) {
  mlir::Builder b(context);
  return llvm::StringSwitch<mlir::Type>(name)
      .Case("f32", b.getF32Type())
      .Case("f16", b.getF16Type())
      .Case("bf16", b.getBF16Type())
      .Case("f64", b.getF64Type())
      .Case("i4", b.getIntegerType(4))
      .Case("u4", b.getIntegerType(4, false))
      .Case("i8", b.getI8Type())
      .Case("u8", b.getIntegerType(8, false))
      .Case("i16", b.getI16Type())
      .Case("i32", b.getI32Type())
      .Case("i64", b.getI64Type())
      .Case("bool", b.getI1Type())
      .Default(nullptr);
}

bool isFourBits(mlir::Type type) {
  return mlir::getElementTypeOrSelf(type).isInteger(4);
}

std::string storedAlone(mlir::Value x) {
  return aic::describe(x.getType()) + " is stored and not computed on: dequantize(...) it first";
}

mlir::TypedAttr literalAttribute(const Value& value, mlir::Type element, std::string& problem) {
  auto refuse = [&](const std::string& why) -> mlir::TypedAttr {
    problem = describe(value) + why;
    return nullptr;
  };
  std::string type = aic::describe(element);
  if (value.kind == Value::Kind::Bool) {
    if (!element.isInteger(1))
      return refuse(" is no element of a tensor of " + type);
    return mlir::IntegerAttr::get(element, value.boolean);
  }
  if (!value.isNumber())
    return refuse(": expected a number" + std::string(element.isInteger(1) ? " or bool" : ""));
  if (auto floatType = llvm::dyn_cast<mlir::FloatType>(element)) {
    double number = value.asDouble();
    llvm::APFloat rounded(number);
    bool loses = false;
    rounded.convert(floatType.getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven, &loses);
    if (rounded.isInfinity() && !std::isinf(number))
      return refuse(" does not fit in " + type);
    return mlir::FloatAttr::get(element, rounded);
  }
  if (value.kind == Value::Kind::Float)
    return refuse(" is not an integer: the tensor has elements of " + type);
  auto integerType = llvm::cast<mlir::IntegerType>(element);
  if (integerType.getWidth() == 1)
    return refuse(" is not a bool: write true or false");
  bool isUnsigned = integerType.isUnsigned();
  int64_t limit =
      integerType.getWidth() == 64 ? 0 : int64_t(1) << (integerType.getWidth() - (isUnsigned ? 0 : 1));
  if (limit && (value.integer >= limit || value.integer < (isUnsigned ? 0 : -limit)))
    return refuse(" does not fit in " + type);
  return mlir::IntegerAttr::get(
      element, llvm::APInt(integerType.getWidth(), static_cast<uint64_t>(value.integer), !isUnsigned));
}

} // namespace aic::graph
