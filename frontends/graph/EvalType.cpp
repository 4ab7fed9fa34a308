// Types against tensors, and parameter paths.
#include "frontends/graph/Evaluator.h"
#include "frontends/graph/Parser.h"

namespace aic::graph {

mlir::Type Evaluator::element(Scope& scope, const TypeRef& type) {
  if (mlir::Type known = elementType(context_, type.name.text))
    return known;
  auto bound = scope.names.find(type.name.text);
  if (bound != scope.names.end() && bound->second.kind == Value::Kind::Type)
    return bound->second.type;
  if (bound != scope.names.end() && bound->second.isPoison())
    return nullptr;
  llvm::SmallVector<llvm::StringRef> names;
  llvm::StringRef(kElementTypes).split(names, ' ');
  const std::vector<std::string> known(names.begin(), names.end());
  error(scope, type.name.span,
        "unknown element type " + type.name.text + suggestion(type.name.text, known) + ": it is one of " +
            kElementTypes);
  return nullptr;
}

bool Evaluator::match(Scope& scope, const TypeRef& type, mlir::RankedTensorType found, bool bind,
                      std::string& problem) {
  mlir::Type expected = elementType(context_, type.name.text);
  if (!expected) {
    auto bound = scope.names.find(type.name.text);
    if (bound == scope.names.end() && bind) {
      scope.names[type.name.text] = Value::ofType(found.getElementType());
      expected = found.getElementType();
    } else if (!(expected = element(scope, type))) {
      return false;
    }
  }
  if (expected != found.getElementType()) {
    problem = "the element type is " + aic::describe(found.getElementType()) + ", expected " +
              aic::describe(expected) +
              (isFourBits(found) ? ": dequantize(...) makes f32 of it"
                                 : ": cast(..., " + aic::describe(expected) + ") changes it");
    return false;
  }
  bool leading = !type.dims.empty() && type.dims.front().ellipsis;
  int64_t named = static_cast<int64_t>(type.dims.size()) - leading;
  if (leading ? found.getRank() < named : found.getRank() != named) {
    problem = "it has " + std::to_string(found.getRank()) +
              (found.getRank() == 1 ? " dimension" : " dimensions") + ", expected " +
              (leading ? "at least " : "") + std::to_string(named);
    return false;
  }
  int64_t skipped = found.getRank() - named;
  for (int64_t i = 0; i < named; ++i) {
    const Dim& dim = type.dims[i + leading];
    int64_t size = found.getDimSize(skipped + i);
    if (bind && dim.value->kind == Expr::Kind::Name && !scope.names.count(dim.value->text) &&
        !scope.unit->constants.count(dim.value->text) && dim.value->text.find('.') == std::string::npos) {
      scope.names[dim.value->text] = Value::ofInt(size);
      continue;
    }
    Value want = evaluate(scope, *dim.value);
    if (want.isPoison())
      return false;
    if (want.kind != Value::Kind::Int) {
      error(scope, dim.span, "a dimension is an int, found " + describe(want));
      return false;
    }
    if (want.integer != size) {
      std::string spelled = dim.value->kind == Expr::Kind::Name ? dim.value->text + " = " : "";
      problem = "dimension " + std::to_string(skipped + i) + " is " + std::to_string(size) + ", expected " +
                spelled + std::to_string(want.integer);
      return false;
    }
  }
  return true;
}

mlir::RankedTensorType Evaluator::resolve(Scope& scope, const TypeRef& type, const std::string& what) {
  mlir::Type element = this->element(scope, type);
  if (!element)
    return nullptr;
  llvm::SmallVector<int64_t> shape;
  for (const Dim& dim : type.dims) {
    if (dim.ellipsis || dim.defaultValue) {
      error(scope, dim.span, what + " has every dimension");
      return nullptr;
    }
    Value size = evaluate(scope, *dim.value);
    if (size.isPoison())
      return nullptr;
    std::vector<Value> sizes{size};
    if (size.kind == Value::Kind::List) // stands for as many dimensions
      sizes = *size.list;
    auto isBad = [](const Value& one) { return one.kind != Value::Kind::Int || one.integer < 1; };
    if (auto bad = llvm::find_if(sizes, isBad); bad != sizes.end()) {
      shape.resize(shape.size() + (bad - sizes.begin()));
      error(scope, dim.span,
            what + ": a dimension is an int, at least 1; dimension " + std::to_string(shape.size()) + " is " +
                spell(*bad));
      return nullptr;
    }
    for (const Value& one : sizes)
      shape.push_back(one.integer);
  }
  if (!isBounded(shape)) {
    error(scope, type.span, what + " has more than 2^40 elements or 32 axes");
    return nullptr;
  }
  return mlir::RankedTensorType::get(shape, element);
}

bool Evaluator::matchKind(const TypeRef& type, bool isEps, Value& value) {
  const std::string& kind = type.name.text;
  if (kind == "int")
    return value.kind == Value::Kind::Int;
  if (kind == "bool")
    return value.kind == Value::Kind::Bool;
  if (kind == "string")
    return value.kind == Value::Kind::String;
  if (kind == "list")
    return value.kind == Value::Kind::List;
  if (!value.isNumber() || (isEps && value.kind == Value::Kind::Int)) // LayerNorm(64) has a width there
    return false;
  value = Value::ofFloat(value.asDouble());
  return true;
}

std::optional<std::string> Evaluator::path(Scope& scope, const Path& path) {
  if (path.root)
    return scope.path;
  std::string text;
  if (!spend(scope, path.span, (path.span.end - path.span.begin) / 32))
    return std::nullopt;
  for (const Path::Piece& piece : path.pieces) {
    if (!piece.expr) {
      text += unescape(piece.text);
      continue;
    }
    Value value = evaluate(scope, *piece.expr);
    if (value.isPoison())
      return std::nullopt;
    if (value.kind != Value::Kind::Int && value.kind != Value::Kind::String) {
      error(scope, piece.expr->span, "a path holds ints and strings, found " + describe(value));
      return std::nullopt;
    }
    text += value.kind == Value::Kind::Int ? std::to_string(value.integer) : *value.string;
  }
  std::string whole = scope.path.empty() ? text : scope.path + "." + text;
  if (text.empty() || whole.size() > kMaxParameterName) {
    error(scope, path.span,
          text.empty() ? "the path is empty: '.' adds nothing to the caller's path"
                       : "the whole path is longer than " + std::to_string(kMaxParameterName) + " bytes");
    return std::nullopt;
  }
  return whole;
}

} // namespace aic::graph
