// A node of the model as its importer sees it: inputs, attributes, and what emits operations.
//
// Every reader reports what is wrong and marks the node as failed; then values are null, and whatever gets a
// null value gives one, in silence. So an importer is written straight down, and asks failed() only where it
// looks at a type.
#pragma once

#include "dialects/aic/Aic.h"
#include "frontends/onnx/Operators.h"

#include <optional>
#include <string>
#include <vector>

namespace onnx {
class AttributeProto;
class NodeProto;
} // namespace onnx

namespace aic::onnx {

class Importer;
struct Frame;
struct Scope;

/// The shape and the element type of a value; nothing of a null one.
llvm::ArrayRef<int64_t> shapeOf(mlir::Value x);
mlir::Type elementOf(mlir::Value x);
inline int64_t rankOf(mlir::Value x) {
  return static_cast<int64_t>(shapeOf(x).size());
}
/// The number of elements of a (bounded) shape.
int64_t elementsOf(llvm::ArrayRef<int64_t> shape);
/// True for a sequence of tensors.
bool isSequence(mlir::Value x);
/// True where x is there and of floats.
bool isFloat(mlir::Value x);

class Node {
public:
  using Ints = llvm::SmallVector<int64_t>;
  using Numbers = llvm::SmallVector<double>;

  Node(Importer& importer, const ::onnx::NodeProto& proto, const Scope& scope, const Frame& frame,
       int64_t opset);

  std::string operatorName() const;
  int64_t opset() const { return opset_; }
  mlir::MLIRContext* context() const;
  mlir::Builder builder() const { return mlir::Builder(context()); }
  bool failed() const { return failed_; }

  /// The model is wrong here. The operator's name is put in front.
  void error(const std::string& message);
  /// The model is right, but this is not supported.
  void unsupported(const std::string& message);

  //===-- Inputs ---------------------------------------------------------------------------------------===//

  size_t inputs() const;
  /// True where input i is given: there, and not the empty name.
  bool has(size_t i) const;
  /// Reports an input that is given and that the importer never asked for: one of a newer form of the
  /// operator.
  void checkInputs();
  /// Input i, which must be there.
  mlir::Value operand(size_t i);
  /// Input i, or null.
  mlir::Value optional(size_t i);
  /// Input i, which must be there; also where it is a sequence, as only few operators take it.
  mlir::Value anyOperand(size_t i);
  /// Input i, which must be a sequence: its tensors.
  llvm::SmallVector<mlir::Value> sequence(size_t i);
  /// All inputs; at least one.
  llvm::SmallVector<mlir::Value> operands();
  /// The value of input i, which must be known now; null (reported: what it hangs on, --bind) where not.
  mlir::ElementsAttr known(size_t i);
  /// The same as integers, or as numbers; of rank 0 or 1.
  Ints ints(size_t i);
  Numbers numbers(size_t i);
  int64_t integer(size_t i);
  double number(size_t i);
  /// A value that was computed, which must be known now; `what` it is, for the message.
  mlir::ElementsAttr known(mlir::Value value, const std::string& what);
  /// A value that was computed, if it is known now; null where not. Does not report.
  mlir::ElementsAttr tryKnown(mlir::Value value);

  //===-- Attributes -----------------------------------------------------------------------------------===//

  bool hasAttribute(llvm::StringRef name) const;
  int64_t integer(llvm::StringRef name, int64_t otherwise);
  bool flag(llvm::StringRef name, bool otherwise) { return integer(name, otherwise) != 0; }
  double number(llvm::StringRef name, double otherwise);
  std::string string(llvm::StringRef name, llvm::StringRef otherwise);
  /// Empty where it is not given.
  Ints ints(llvm::StringRef name);
  Numbers numbers(llvm::StringRef name);
  std::vector<std::string> strings(llvm::StringRef name);
  /// The tensor of an attribute, null where it is not given.
  mlir::ElementsAttr tensor(llvm::StringRef name);
  /// The dialect's type for an attribute that is a TensorProto.DataType.
  mlir::Type elementType(llvm::StringRef name, mlir::Type otherwise);
  /// Imports the subgraph of an attribute here; its results, none where that failed. `made`: the operations
  /// that were emitted for it.
  llvm::SmallVector<mlir::Value> subgraph(llvm::StringRef name, mlir::ValueRange inputs,
                                          llvm::SmallVector<mlir::Operation*>* made = nullptr);

  /// `axis` counted from the end where negative, checked to be in [0, rank).
  int64_t axis(int64_t axis, int64_t rank);
  /// A list of axes: normal, sorted, each once.
  Ints axes(llvm::ArrayRef<int64_t> axes, int64_t rank);

  //===-- Results --------------------------------------------------------------------------------------===//

  size_t outputs() const;
  /// True where output i has a name that something reads.
  bool wants(size_t i) const;
  void result(size_t i, mlir::Value value);
  void result(mlir::Value value) { result(0, value); }
  const std::vector<mlir::Value>& results() const { return results_; }
  /// Gives the model one more output, under the node's first output's name, `_` and `suffix`: what a node of
  /// a standard's has no output for. Nothing in functions and subgraphs.
  void alsoGive(llvm::StringRef suffix, mlir::Value value);
  /// A sequence of tensors as a value, which has a tuple's type.
  mlir::Value sequenceOf(llvm::ArrayRef<mlir::Value> tensors);

  //===-- Emitting -------------------------------------------------------------------------------------===//

  /// Emits an operation whose result types are inferred; null on failure, which is reported.
  template <typename Op>
  mlir::Value emit(mlir::ValueRange operands, llvm::ArrayRef<mlir::NamedAttribute> attributes = {}) {
    llvm::SmallVector<mlir::Value> results = emitAll<Op>(operands, attributes);
    return results.empty() ? nullptr : results.front();
  }
  template <typename Op>
  llvm::SmallVector<mlir::Value> emitAll(mlir::ValueRange operands,
                                         llvm::ArrayRef<mlir::NamedAttribute> attributes = {});
  /// The same for an operation with several optional operands, null where absent. `required` counts the first
  /// ones, which may be null only through a failure.
  template <typename Op>
  llvm::SmallVector<mlir::Value> emitSegments(llvm::ArrayRef<mlir::Value> operands, size_t required,
                                              llvm::ArrayRef<mlir::NamedAttribute> attributes);

  mlir::NamedAttribute attribute(llvm::StringRef name, llvm::ArrayRef<int64_t> values) const;
  mlir::NamedAttribute attribute(llvm::StringRef name, int64_t value) const;
  mlir::NamedAttribute attribute(llvm::StringRef name, bool value) const;
  mlir::NamedAttribute attribute(llvm::StringRef name, double value) const;
  mlir::NamedAttribute attribute(llvm::StringRef name, mlir::Attribute value) const;

  mlir::Value constant(mlir::ElementsAttr value);
  /// The numbers of a constant of INT4 or UINT4 two a byte, as Tensors::pairsOf has them; null of other
  /// values.
  mlir::Value pairsOf(mlir::Value x);
  /// Row-major integers or bools (0, 1), wrapped to the element type.
  mlir::Value constant(llvm::ArrayRef<int64_t> values, llvm::ArrayRef<int64_t> shape, mlir::Type element);
  /// Row-major numbers, rounded to the (float) element type.
  mlir::Value constant(llvm::ArrayRef<double> values, llvm::ArrayRef<int64_t> shape, mlir::Type element);
  /// An integer of rank 0.
  mlir::Value whole(int64_t value, mlir::Type element) {
    return constant(llvm::ArrayRef<int64_t>(value), {}, element);
  }
  /// A tensor that holds one number everywhere, rounded to the element type.
  mlir::Value filled(double number, llvm::ArrayRef<int64_t> shape, mlir::Type element);
  /// A number of x's element type, of rank 0.
  mlir::Value scalar(double number, mlir::Value like) { return filled(number, {}, elementOf(like)); }

  mlir::Value add(mlir::Value a, mlir::Value b);
  mlir::Value sub(mlir::Value a, mlir::Value b);
  mlir::Value mul(mlir::Value a, mlir::Value b);
  mlir::Value div(mlir::Value a, mlir::Value b);
  mlir::Value minimum(mlir::Value a, mlir::Value b);
  mlir::Value maximum(mlir::Value a, mlir::Value b);
  mlir::Value compare(Predicate predicate, mlir::Value a, mlir::Value b);
  mlir::Value where(mlir::Value condition, mlir::Value a, mlir::Value b);
  mlir::Value cast(mlir::Value x, mlir::Type element);
  /// f16 and bf16 as f32, for an operator whose steps between would overflow or lose their digits there.
  mlir::Value wide(mlir::Value x);
  /// Operations that only move elements; those that change nothing give x.
  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape);
  mlir::Value expand(mlir::Value x, llvm::ArrayRef<int64_t> shape);
  mlir::Value transpose(mlir::Value x, llvm::ArrayRef<int64_t> perm);
  mlir::Value concat(mlir::ValueRange parts, int64_t dim);
  /// x[..., offset : offset + size * step : step, ...] along dim.
  mlir::Value slice(mlir::Value x, int64_t dim, int64_t offset, int64_t size, int64_t step = 1);
  mlir::Value slice(mlir::Value x, llvm::ArrayRef<int64_t> offsets, llvm::ArrayRef<int64_t> sizes,
                    llvm::ArrayRef<int64_t> steps);
  mlir::Value pad(mlir::Value x, llvm::ArrayRef<int64_t> low, llvm::ArrayRef<int64_t> high, PadMode mode,
                  double value);
  template <typename Op> mlir::Value reduce(mlir::Value x, llvm::ArrayRef<int64_t> dims, bool keep) {
    return emit<Op>(x, {attribute("dims", dims), attribute("keepdim", keep)});
  }
  /// The mean of floats; of none it is NaN, which the dialect's own has no value for.
  mlir::Value mean(mlir::Value x, llvm::ArrayRef<int64_t> dims, bool keep);

private:
  using Infer = llvm::function_ref<llvm::LogicalResult(mlir::Location, llvm::SmallVectorImpl<mlir::Type>&)>;
  using Create = llvm::function_ref<mlir::Operation*(mlir::OpBuilder&, mlir::Location, mlir::TypeRange)>;
  llvm::SmallVector<mlir::Value> emitInferred(mlir::ValueRange operands, Infer infer, Create create);
  template <typename Op> mlir::Value emitAs(mlir::Type result, mlir::ValueRange operands) {
    return emitChecked(result, operands,
                       [&](mlir::OpBuilder& builder, mlir::Location location, mlir::TypeRange types) {
                         return Op::create(builder, location, types, operands).getOperation();
                       });
  }
  mlir::Value lookUp(size_t i);
  mlir::Value emitChecked(mlir::Type result, mlir::ValueRange operands, Create create);
  const ::onnx::AttributeProto* find(llvm::StringRef name) const;
  const ::onnx::AttributeProto* find(llvm::StringRef name, int type);
  void report(int code, const std::string& message);
  bool poisoned(mlir::ValueRange operands);
  bool checkBounds(llvm::ArrayRef<int64_t> shape);
  bool checkWhole(llvm::ArrayRef<double> numbers, mlir::Type element);
  void reportUnknown(mlir::Value value, const std::string& what);

  Importer& importer_;
  const ::onnx::NodeProto& proto_;
  const Scope& scope_;
  const Frame& frame_;
  int64_t opset_;
  std::string what_;
  mlir::Location location_;
  std::vector<mlir::Value> results_;
  mutable llvm::SmallVector<bool> asked_; // which inputs the importer knows of
  bool failed_ = false;
};

/// The second operand of an elementwise operator before opset 7, with axes of size 1 behind it so that it
/// stands where its attributes broadcast and axis say. (operators/Arithmetic.cpp)
mlir::Value alignedOperand(Node& n, mlir::Value a, mlir::Value b);

template <typename Op>
llvm::SmallVector<mlir::Value> Node::emitAll(mlir::ValueRange operands,
                                             llvm::ArrayRef<mlir::NamedAttribute> attributes) {
  typename Op::Properties properties{};
  mlir::DictionaryAttr dictionary = mlir::DictionaryAttr::get(context(), attributes);
  return emitInferred(
      operands,
      [&](mlir::Location location, llvm::SmallVectorImpl<mlir::Type>& types) -> llvm::LogicalResult {
        if constexpr (!std::is_same_v<typename Op::Properties, mlir::EmptyProperties>)
          if (llvm::failed(Op::setPropertiesFromAttr(properties, dictionary,
                                                     [&] { return mlir::emitError(location); })))
            return llvm::failure();
        return Op::inferReturnTypes(context(), location, operands, dictionary,
                                    mlir::OpaqueProperties(&properties), {}, types);
      },
      [&](mlir::OpBuilder& builder, mlir::Location location, mlir::TypeRange types) -> mlir::Operation* {
        return Op::create(builder, location, types, operands, properties);
      });
}

template <typename Op>
llvm::SmallVector<mlir::Value> Node::emitSegments(llvm::ArrayRef<mlir::Value> operands, size_t required,
                                                  llvm::ArrayRef<mlir::NamedAttribute> attributes) {
  llvm::SmallVector<mlir::Value> there;
  llvm::SmallVector<int32_t> segments;
  for (auto [i, operand] : llvm::enumerate(operands)) {
    segments.push_back(operand || i < required ? 1 : 0);
    if (segments.back())
      there.push_back(operand);
  }
  llvm::SmallVector<mlir::NamedAttribute> all(attributes);
  mlir::Attribute sizes = mlir::DenseI32ArrayAttr::get(context(), segments);
  all.push_back(attribute("operandSegmentSizes", sizes));
  return emitAll<Op>(there, all);
}

} // namespace aic::onnx
