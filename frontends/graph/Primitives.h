// The table of primitives. A row is a name, its arguments with their defaults, and the function that emits
// operations; rows live in primitives/<Family>.cpp.
#pragma once

#include "dialects/aic/Aic.h"
#include "frontends/graph/Ast.h"
#include "frontends/graph/Value.h"

namespace aic::graph {

class Evaluator;
struct Scope;

/// A call of a primitive that is being evaluated: reads and checks its arguments, and emits operations. Every
/// reader reports what is wrong at the argument's place and marks the call as failed; builders read all of
/// their arguments, then ask failed() once.
class PrimitiveCall {
public:
  PrimitiveCall(Evaluator& evaluator, Scope& scope, Span span, std::string name)
      : evaluator_(evaluator), scope_(scope), span_(span), name_(std::move(name)) {}

  struct Formal {
    std::string name;
    Value value;
    Span span;
  };
  std::vector<Formal> arguments; // in the order of the signature, defaults filled in

  const std::string& name() const { return name_; }
  mlir::MLIRContext* context() const;
  bool failed() const { return failed_; }

  const Value& value(size_t i) const { return arguments[i].value; }
  bool isNone(size_t i) const { return value(i).kind == Value::Kind::None; }

  mlir::Value tensor(size_t i);
  mlir::Value optionalTensor(size_t i); // null for none
  /// A list of at least one tensor.
  llvm::SmallVector<mlir::Value> tensors(size_t i);
  int64_t integer(size_t i);
  double number(size_t i);
  /// A float. No int: where layers of PyTorch take a width, these take it from x.
  double epsilon(size_t i);
  /// A number for all, or a list of `count`.
  llvm::SmallVector<double> numbers(size_t i, size_t count);
  bool boolean(size_t i);
  std::string string(size_t i);
  mlir::Type element(size_t i);
  /// A list of ints.
  llvm::SmallVector<int64_t> integers(size_t i);
  /// An int for all, or a list of `count`; each at least `low`.
  llvm::SmallVector<int64_t> sizes(size_t i, size_t count, int64_t low);
  /// [top, left, bottom, right] from an int, [vertical, horizontal] or all four; with one axis [left, right].
  llvm::SmallVector<int64_t> padding(size_t i, size_t axes = 2);
  /// An axis of a tensor of rank `rank`, counted from the end where negative; in [0, rank).
  int64_t axis(size_t i, int64_t rank);
  /// Whether it is an int in [low, high], or a scalar tensor of ints, which is checked when the model runs.
  /// `why` says where the bounds come from.
  bool checkPosition(size_t i, int64_t low, int64_t high, const std::string& why);
  /// The same, an int as a constant. Null on failure.
  mlir::Value position(size_t i, int64_t low, int64_t high, const std::string& why);
  /// none (all), an int or a list: sorted, each once.
  llvm::SmallVector<int64_t> axes(size_t i, int64_t rank);

  /// Operands of an elementwise operator: of two values one may be a number or bool, which takes the other's
  /// element type. Null on failure.
  std::pair<mlir::Value, mlir::Value> operands(size_t a, size_t b);

  /// Reports at argument i, after the operator's and the argument's name; at the call.
  void error(size_t i, const std::string& message);
  void error(const std::string& message);

  /// Emits an operation, inferring its result; null where the inference fails, which is reported.
  template <typename Op>
  mlir::Value emit(mlir::ValueRange operands, llvm::ArrayRef<mlir::NamedAttribute> attributes = {}) {
    llvm::SmallVector<mlir::Value> results = emitAll<Op>(operands, attributes);
    return results.empty() ? nullptr : results.front();
  }
  /// The same for an operation of several results; empty where the inference fails.
  template <typename Op>
  llvm::SmallVector<mlir::Value> emitAll(mlir::ValueRange operands,
                                         llvm::ArrayRef<mlir::NamedAttribute> attributes = {});
  /// The same for an operation with several optional operands, null where they are absent.
  template <typename Op>
  llvm::SmallVector<mlir::Value> emitSegments(llvm::ArrayRef<mlir::Value> operands,
                                              llvm::ArrayRef<mlir::NamedAttribute> attributes);
  /// The same with the result given, checked by the operation's verifier.
  template <typename Op> mlir::Value emitAs(mlir::Type result, mlir::ValueRange operands);

  /// Bytes as a tensor of numbers of 4 bits (isFourBits).
  mlir::Value view(mlir::RankedTensorType type, mlir::Value bytes);
  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape);
  mlir::Value expand(mlir::Value x, llvm::ArrayRef<int64_t> shape);
  /// x[..., offset : offset + size * step : step, ...] along dim; x itself where that is all of it.
  mlir::Value slice(mlir::Value x, int64_t dim, int64_t offset, int64_t size, int64_t step = 1);
  mlir::Value constant(mlir::DenseElementsAttr value);
  /// A scalar of the element type; reports where the number does not fit.
  mlir::Value scalar(const Value& number, mlir::Type element, Span span);

  mlir::NamedAttribute attribute(llvm::StringRef name, llvm::ArrayRef<int64_t> values) const;
  mlir::NamedAttribute attribute(llvm::StringRef name, int64_t value) const;
  mlir::NamedAttribute attribute(llvm::StringRef name, bool value) const;
  mlir::NamedAttribute attribute(llvm::StringRef name, double value) const;
  mlir::NamedAttribute attribute(llvm::StringRef name, mlir::Attribute value) const;

  /// Counts compile-time work; false where the budget is spent (reported).
  bool spend(int64_t steps);

private:
  using Infer = llvm::function_ref<llvm::LogicalResult(mlir::Location, llvm::SmallVectorImpl<mlir::Type>&)>;
  using Create = llvm::function_ref<mlir::Operation*(mlir::OpBuilder&, mlir::Location, mlir::TypeRange)>;
  llvm::SmallVector<mlir::Value> emitInferred(Infer infer, Create create);
  mlir::Value emitChecked(mlir::Type result, Create create);

  Evaluator& evaluator_;
  Scope& scope_;
  Span span_;
  std::string name_;
  bool failed_ = false;
};

struct Primitive {
  const char* name;
  const char* signature; // "x, weight, bias=none, stride=1"
  Value (*build)(PrimitiveCall&);
};

llvm::ArrayRef<Primitive> windowPrimitives();      // convolution, pooling, interpolation
llvm::ArrayRef<Primitive> matrixPrimitives();      // matrix products
llvm::ArrayRef<Primitive> einsumPrimitives();      // einsum
llvm::ArrayRef<Primitive> normPrimitives();        // normalisation
llvm::ArrayRef<Primitive> elementwisePrimitives(); // activations, arithmetic, comparisons
llvm::ArrayRef<Primitive> quantisedPrimitives();   // quantize and dequantize
llvm::ArrayRef<Primitive> reductionPrimitives();   // reductions and softmax
llvm::ArrayRef<Primitive> shapePrimitives();       // reshape to pad
llvm::ArrayRef<Primitive> indexPrimitives();       // embedding to one_hot
llvm::ArrayRef<Primitive> sequencePrimitives();    // attention and recurrence
llvm::ArrayRef<Primitive> constantPrimitives();    // tensor, full, arange

/// The row of that name, or null.
const Primitive* findPrimitive(llvm::StringRef name);

/// An argument of a signature.
struct SignatureArgument {
  std::string name;
  bool hasDefault = false;
  Value defaultValue;
};
std::vector<SignatureArgument> parseSignature(llvm::StringRef signature);

/// The shape of a tensor.
inline llvm::ArrayRef<int64_t> shapeOf(mlir::Value x) {
  return llvm::cast<mlir::RankedTensorType>(x.getType()).getShape();
}

template <typename Op>
llvm::SmallVector<mlir::Value> PrimitiveCall::emitAll(mlir::ValueRange operands,
                                                      llvm::ArrayRef<mlir::NamedAttribute> attributes) {
  typename Op::Properties properties{};
  mlir::DictionaryAttr dictionary = mlir::DictionaryAttr::get(context(), attributes);
  return emitInferred(
      [&](mlir::Location location, llvm::SmallVectorImpl<mlir::Type>& types) -> llvm::LogicalResult {
        if constexpr (!std::is_same_v<typename Op::Properties, mlir::EmptyProperties>)
          if (llvm::failed(Op::setPropertiesFromAttr(
                  properties, dictionary, [&] { return mlir::emitError(location) << name() << ": "; })))
            return llvm::failure();
        return Op::inferReturnTypes(context(), location, operands, dictionary,
                                    mlir::OpaqueProperties(&properties), {}, types);
      },
      [&](mlir::OpBuilder& builder, mlir::Location location, mlir::TypeRange types) -> mlir::Operation* {
        return Op::create(builder, location, types, operands, properties);
      });
}

template <typename Op>
llvm::SmallVector<mlir::Value> PrimitiveCall::emitSegments(llvm::ArrayRef<mlir::Value> operands,
                                                           llvm::ArrayRef<mlir::NamedAttribute> attributes) {
  llvm::SmallVector<mlir::Value> there;
  llvm::SmallVector<int32_t> segments;
  for (mlir::Value operand : operands) {
    segments.push_back(operand ? 1 : 0);
    if (operand)
      there.push_back(operand);
  }
  llvm::SmallVector<mlir::NamedAttribute> all(attributes);
  mlir::Attribute sizes = mlir::DenseI32ArrayAttr::get(context(), segments);
  all.push_back(attribute("operandSegmentSizes", sizes));
  return emitAll<Op>(there, all);
}

template <typename Op> mlir::Value PrimitiveCall::emitAs(mlir::Type result, mlir::ValueRange operands) {
  return emitChecked(result, [&](mlir::OpBuilder& builder, mlir::Location location, mlir::TypeRange types) {
    return Op::create(builder, location, types, operands).getOperation();
  });
}

} // namespace aic::graph
