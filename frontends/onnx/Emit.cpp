// What a node emits: operations with inferred types, folded where their operands are constants.
#include "dialects/aic/Mixing.h"
#include "frontends/onnx/Importer.h"
#include "frontends/onnx/Node.h"
#include "mlir/IR/Verifier.h"

#include <cmath>

namespace aic::onnx {

bool Node::poisoned(mlir::ValueRange operands) {
  failed_ |= llvm::any_of(operands, [](mlir::Value value) { return !value; });
  return failed_;
}

bool Node::checkBounds(llvm::ArrayRef<int64_t> shape) {
  if (isBounded(shape) && llvm::all_of(shape, [](int64_t size) { return size >= 0; }))
    return true;
  error("a tensor would have a negative size, or more than 2^40 elements or 32 axes");
  return false;
}

// An error of the dialect, in whose message the operation's name gives way to the node's operator's.
template <typename Body> static bool listen(mlir::MLIRContext* context, std::string& message, Body body) {
  mlir::ScopedDiagnosticHandler handler(context, [&](mlir::Diagnostic& d) {
    if (d.getSeverity() == mlir::DiagnosticSeverity::Error)
      message += (message.empty() ? "" : "; ") + d.str();
    return llvm::success();
  });
  return llvm::succeeded(body());
}

llvm::SmallVector<mlir::Value> Node::emitInferred(mlir::ValueRange operands, Infer infer, Create create) {
  if (poisoned(operands) || !importer_.count()) {
    failed_ = true;
    return {};
  }
  llvm::SmallVector<mlir::Type> types;
  std::string message;
  if (!listen(context(), message, [&] { return infer(location_, types); }) || types.empty()) {
    error(message.empty() ? "its inputs do not fit" : message);
    return {};
  }
  mlir::Operation* op = create(importer_.builder(), location_, types);
  if (std::string why = whyMixed(op); !why.empty()) {
    op->erase();
    error(why);
    return {};
  }
  if (op->getNumResults() == 1)
    return {importer_.folded(op)};
  return llvm::SmallVector<mlir::Value>(op->getResults());
}

mlir::Value Node::emitChecked(mlir::Type result, mlir::ValueRange operands, Create create) {
  if (poisoned(operands) || !importer_.count()) {
    failed_ = true;
    return nullptr;
  }
  mlir::Operation* op = create(importer_.builder(), location_, result);
  std::string message;
  if (listen(context(), message, [&] { return mlir::verify(op); }))
    return importer_.folded(op);
  op->erase();
  error(message);
  return nullptr;
}

mlir::NamedAttribute Node::attribute(llvm::StringRef name, llvm::ArrayRef<int64_t> values) const {
  return attribute(name, mlir::Attribute(mlir::DenseI64ArrayAttr::get(context(), values)));
}
mlir::NamedAttribute Node::attribute(llvm::StringRef name, int64_t value) const {
  return attribute(name, mlir::Attribute(builder().getI64IntegerAttr(value)));
}
mlir::NamedAttribute Node::attribute(llvm::StringRef name, bool value) const {
  return attribute(name, mlir::Attribute(mlir::BoolAttr::get(context(), value)));
}
mlir::NamedAttribute Node::attribute(llvm::StringRef name, double value) const {
  return attribute(name, mlir::Attribute(builder().getF64FloatAttr(value)));
}
mlir::NamedAttribute Node::attribute(llvm::StringRef name, mlir::Attribute value) const {
  return {mlir::StringAttr::get(context(), name), value};
}

mlir::Value Node::constant(mlir::ElementsAttr value) {
  if (failed_ || !value) {
    failed_ = true;
    return nullptr;
  }
  return emitChecked(value.getType(), {},
                     [&](mlir::OpBuilder& builder, mlir::Location location, mlir::TypeRange types) {
                       return ConstantOp::create(builder, location, types, value).getOperation();
                     });
}

mlir::Value Node::pairsOf(mlir::Value x) {
  auto constant = x ? x.getDefiningOp<ConstantOp>() : nullptr;
  mlir::ElementsAttr pairs = constant ? importer_.tensors().pairsOf(constant.getValue()) : nullptr;
  mlir::Value made = pairs ? this->constant(pairs) : nullptr;
  if (made)
    made.setLoc(x.getLoc());
  return made;
}

mlir::Value Node::constant(llvm::ArrayRef<int64_t> values, llvm::ArrayRef<int64_t> shape,
                           mlir::Type element) {
  if (failed_ || !element || !checkBounds(shape))
    return nullptr;
  if (!importer_.countElements(static_cast<int64_t>(values.size()))) {
    failed_ = true;
    return nullptr;
  }
  if (llvm::isa<mlir::FloatType>(element))
    return constant(llvm::ArrayRef<double>(Numbers(values.begin(), values.end())), shape, element);
  llvm::SmallVector<llvm::APInt> elements;
  for (int64_t value : values)
    elements.emplace_back(element.getIntOrFloatBitWidth(), static_cast<uint64_t>(value), /*isSigned=*/false,
                          /*implicitTrunc=*/true);
  return constant(mlir::DenseElementsAttr::get(mlir::RankedTensorType::get(shape, element), elements));
}

bool Node::checkWhole(llvm::ArrayRef<double> numbers, mlir::Type element) {
  for (double number : numbers)
    if (!(std::abs(number) < 0x1p63)) {
      error("on " + aic::describe(element) + " it would need the number " + std::to_string(number) +
            ", which is no integer: it is for floats");
      return false;
    }
  return true;
}

mlir::Value Node::constant(llvm::ArrayRef<double> values, llvm::ArrayRef<int64_t> shape, mlir::Type element) {
  if (failed_ || !element || !checkBounds(shape))
    return nullptr;
  if (!importer_.countElements(static_cast<int64_t>(values.size()))) {
    failed_ = true;
    return nullptr;
  }
  auto type = llvm::dyn_cast<mlir::FloatType>(element);
  if (!type)
    return checkWhole(values, element)
               ? constant(llvm::ArrayRef<int64_t>(Ints(values.begin(), values.end())), shape, element)
               : nullptr;
  llvm::SmallVector<llvm::APFloat> elements;
  for (double value : values) {
    elements.emplace_back(value);
    bool loses;
    elements.back().convert(type.getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven, &loses);
  }
  return constant(mlir::DenseElementsAttr::get(mlir::RankedTensorType::get(shape, element), elements));
}

mlir::Value Node::filled(double number, llvm::ArrayRef<int64_t> shape, mlir::Type element) {
  if (llvm::isa_and_nonnull<mlir::FloatType>(element))
    return constant(llvm::ArrayRef<double>(number), shape, element);
  if (failed_ || !element || !checkWhole(number, element))
    return nullptr;
  return constant(llvm::ArrayRef<int64_t>(static_cast<int64_t>(number)), shape, element);
}

mlir::Value Node::mean(mlir::Value x, llvm::ArrayRef<int64_t> dims, bool keep) {
  if (failed_)
    return nullptr;
  if (llvm::all_of(dims, [&](int64_t dim) { return shapeOf(x)[dim] > 0; }))
    return reduce<MeanOp>(x, dims, keep);
  mlir::Value sum = reduce<SumOp>(x, dims, keep);
  return div(sum, scalar(0, sum));
}

mlir::Value Node::sequenceOf(llvm::ArrayRef<mlir::Value> tensors) {
  if (poisoned(tensors) || !importer_.count())
    return nullptr;
  mlir::Type type = mlir::TupleType::get(context(), mlir::TypeRange(mlir::ValueRange(tensors)));
  return mlir::UnrealizedConversionCastOp::create(importer_.builder(), location_, type, tensors).getResult(0);
}

mlir::Value Node::add(mlir::Value a, mlir::Value b) {
  return emit<AddOp>({a, b});
}
mlir::Value Node::sub(mlir::Value a, mlir::Value b) {
  return emit<SubOp>({a, b});
}
mlir::Value Node::mul(mlir::Value a, mlir::Value b) {
  return emit<MulOp>({a, b});
}
mlir::Value Node::div(mlir::Value a, mlir::Value b) {
  return emit<DivOp>({a, b});
}
mlir::Value Node::minimum(mlir::Value a, mlir::Value b) {
  return emit<MinimumOp>({a, b});
}
mlir::Value Node::maximum(mlir::Value a, mlir::Value b) {
  return emit<MaximumOp>({a, b});
}
mlir::Value Node::compare(Predicate predicate, mlir::Value a, mlir::Value b) {
  mlir::Attribute value = PredicateAttr::get(context(), predicate);
  return emit<CompareOp>({a, b}, attribute("predicate", value));
}
mlir::Value Node::where(mlir::Value condition, mlir::Value a, mlir::Value b) {
  return emit<WhereOp>({condition, a, b});
}

mlir::Value Node::cast(mlir::Value x, mlir::Type element) {
  if (!x || !element || failed_)
    return nullptr;
  auto type = llvm::cast<mlir::RankedTensorType>(x.getType());
  return type.getElementType() == element ? x : emitAs<CastOp>(type.clone(element), x);
}

mlir::Value Node::wide(mlir::Value x) {
  if (!x || !isFloat(x) || elementOf(x).getIntOrFloatBitWidth() > 16)
    return x;
  return cast(x, mlir::Float32Type::get(context()));
}

mlir::Value Node::reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
  if (!x || shapeOf(x) == shape)
    return x;
  if (!checkBounds(shape))
    return nullptr;
  return emitAs<ReshapeOp>(llvm::cast<mlir::RankedTensorType>(x.getType()).clone(shape), x);
}

mlir::Value Node::expand(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
  if (!x || shapeOf(x) == shape)
    return x;
  if (!checkBounds(shape))
    return nullptr;
  return emitAs<ExpandOp>(llvm::cast<mlir::RankedTensorType>(x.getType()).clone(shape), x);
}

mlir::Value Node::transpose(mlir::Value x, llvm::ArrayRef<int64_t> perm) {
  if (llvm::is_sorted(perm) && x && perm.size() == shapeOf(x).size() &&
      llvm::all_of(llvm::enumerate(perm),
                   [](auto p) { return p.value() == static_cast<int64_t>(p.index()); }))
    return x;
  return emit<TransposeOp>(x, attribute("perm", perm));
}

mlir::Value Node::concat(mlir::ValueRange parts, int64_t dim) {
  return parts.size() == 1 ? parts.front() : emit<ConcatOp>(parts, attribute("dim", dim));
}

mlir::Value Node::slice(mlir::Value x, llvm::ArrayRef<int64_t> offsets, llvm::ArrayRef<int64_t> sizes,
                        llvm::ArrayRef<int64_t> steps) {
  if (x && shapeOf(x) == sizes && llvm::all_of(offsets, [](int64_t o) { return o == 0; }) &&
      llvm::all_of(steps, [](int64_t s) { return s == 1; }))
    return x;
  return emit<SliceOp>(
      x, {attribute("offsets", offsets), attribute("sizes", sizes), attribute("strides", steps)});
}

mlir::Value Node::slice(mlir::Value x, int64_t dim, int64_t offset, int64_t size, int64_t step) {
  if (!x || failed_)
    return nullptr;
  Ints offsets(shapeOf(x).size(), 0), sizes(shapeOf(x)), steps(shapeOf(x).size(), 1);
  offsets[dim] = offset;
  sizes[dim] = size;
  steps[dim] = step;
  return slice(x, offsets, sizes, steps);
}

mlir::Value Node::pad(mlir::Value x, llvm::ArrayRef<int64_t> low, llvm::ArrayRef<int64_t> high, PadMode mode,
                      double value) {
  auto none = [](int64_t size) { return size == 0; };
  if (llvm::all_of(low, none) && llvm::all_of(high, none))
    return x;
  mlir::Attribute modeAttr = PadModeAttr::get(context(), mode);
  return emit<PadOp>(x, {attribute("low", low), attribute("high", high), attribute("mode", modeAttr),
                         attribute("value", value)});
}

} // namespace aic::onnx
