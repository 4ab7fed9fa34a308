// The table from operation names to evaluators, and evaluation of operations and blocks.
#include "compiler/reference/Evaluators.h"
#include "compiler/reference/Random.h"
#include "dialects/aic/Aic.h"

#include "llvm/ADT/StringMap.h"

#include <memory>
#include <new>
#include <stdexcept>

using namespace mlir;

namespace aic::reference {
namespace {

LogicalResult evaluateConstant(Operation* op, Operands, Results& results) {
  FailureOr<Tensor> tensor = fromAttr(cast<ConstantOp>(op).getValue(), [&] { return emitFailure(op); });
  if (failed(tensor))
    return failure();
  results.push_back(std::move(*tensor));
  return success();
}

LogicalResult evaluateFused(Operation* op, Operands operands, Results& results) {
  return evaluateBlockOn(cast<FusedOp>(op).getBody().front(), operands, results);
}

const llvm::StringMap<Evaluator>& table() {
  static const llvm::StringMap<Evaluator> rows = [] {
    llvm::StringMap<Evaluator> made;
    made[ConstantOp::getOperationName()] = evaluateConstant;
    made[FusedOp::getOperationName()] = evaluateFused;
    for (ArrayRef<Entry> family :
         {attentionEntries(), convolutionEntries(), elementwiseEntries(), indexingEntries(),
          interpolationEntries(), matrixProductEntries(), normalisationEntries(), poolingEntries(),
          quantisedEntries(), randomEntries(), recurrenceEntries(), reductionEntries(), shapeEntries()})
      for (const Entry& entry : family)
        made[entry.name] = entry.evaluate;
    return made;
  }();
  return rows;
}

/// True if the tensor is a value of the type, with all its elements.
bool isValueOf(const Tensor& tensor, Type type) {
  auto ranked = dyn_cast<RankedTensorType>(type);
  return ranked && ranked.hasStaticShape() && ranked.getElementType() == tensor.element &&
         ranked.getShape() == ArrayRef(tensor.shape) && elementCount(tensor.shape) == tensor.size();
}

/// The values of a block while it is evaluated: its arguments, and what has been computed and will be used
/// again.
class Values {
public:
  Values(Block& block, Operands args) {
    for (auto [argument, tensor] : llvm::zip_equal(block.getArguments(), args))
      arguments[argument] = tensor;
    for (Operation& op : block)
      for (Value operand : op.getOperands())
        ++uses[operand];
  }

  /// The tensor of a value; a constant is read now. Null, with an error, where that fails.
  const Tensor* get(Operation* user, Value value) {
    if (auto it = arguments.find(value); it != arguments.end())
      return it->second;
    if (auto it = computed.find(value); it != computed.end())
      return it->second.get();
    auto constant = value.getDefiningOp<ConstantOp>();
    if (!constant) {
      emitFailure(user) << "an operand is defined outside the block that is evaluated, or after its use";
      return nullptr;
    }
    SmallVector<Tensor, 1> results;
    if (failed(evaluate(constant, {}, results)))
      return nullptr;
    set(value, std::move(results.front()));
    return computed[value].get();
  }

  /// Keeps the tensor until its last use.
  void set(Value value, Tensor tensor) {
    if (uses.lookup(value) > 0)
      computed[value] = std::make_unique<Tensor>(std::move(tensor));
  }

  /// One use of the value is over.
  void release(Value value) {
    if (--uses[value] == 0)
      computed.erase(value);
  }

  /// The tensor for one use, which is then over.
  LogicalResult take(Operation* user, Value value, Results& results) {
    const Tensor* tensor = get(user, value);
    if (!tensor)
      return failure();
    auto it = computed.find(value);
    if (it != computed.end() && uses[value] == 1)
      results.push_back(std::move(*it->second));
    else
      results.push_back(*tensor);
    release(value);
    return success();
  }

private:
  llvm::DenseMap<Value, const Tensor*> arguments;
  llvm::DenseMap<Value, std::unique_ptr<Tensor>> computed;
  llvm::DenseMap<Value, int64_t> uses;
};

LogicalResult runBlock(Block& block, Operands args, Results& results) {
  Operation* parent = block.getParentOp();
  Location where = parent ? parent->getLoc() : UnknownLoc::get(block.back().getContext());
  if (args.size() != block.getNumArguments())
    return emitError(where) << "the region takes " << block.getNumArguments() << " tensors, got "
                            << args.size();
  for (auto [number, argument, tensor] : llvm::enumerate(block.getArguments(), args))
    if (!isValueOf(*tensor, argument.getType()))
      return emitError(where) << "argument " << number << " of the region is not a whole "
                              << argument.getType();

  Values values(block, args);
  for (Operation& op : block.without_terminator()) {
    if (isa<ConstantOp>(op))
      continue; // Read at its first use.
    SmallVector<const Tensor*> operands;
    for (Value operand : op.getOperands()) {
      operands.push_back(values.get(&op, operand));
      if (!operands.back())
        return failure();
    }
    SmallVector<Tensor, 1> made;
    if (failed(evaluate(&op, operands, made, args.rounding)))
      return failure();
    for (auto [result, tensor] : llvm::zip_equal(op.getResults(), made))
      values.set(result, std::move(tensor));
    for (Value operand : op.getOperands())
      values.release(operand);
  }
  Operation* terminator = block.getTerminator();
  for (Value operand : terminator->getOperands())
    if (failed(values.take(terminator, operand, results)))
      return failure();
  return success();
}

/// Of memory that runs out here bad_alloc is thrown, whatever the program does about it elsewhere.
class ThrowingNew {
public:
  ThrowingNew() : before(std::set_new_handler(nullptr)) {}
  ~ThrowingNew() { std::set_new_handler(before); }
  ThrowingNew(const ThrowingNew&) = delete;
  ThrowingNew& operator=(const ThrowingNew&) = delete;

private:
  std::new_handler before;
};

/// Runs `body`, and makes an error of memory that runs out in it.
template <typename Body> LogicalResult withinMemory(Location where, StringRef what, Body&& body) {
  try {
    ThrowingNew throwing;
    return body();
  } catch (const std::bad_alloc&) {
  } catch (const std::length_error&) {
  }
  return emitError(where) << what << ": " << kOutOfMemory;
}

} // namespace

StringRef userName(Operation* op) {
  return op->getName().stripDialect();
}

InFlightDiagnostic emitFailure(Operation* op) {
  return emitError(op->getLoc()) << userName(op) << ": ";
}

FailureOr<Tensor> zeros(Operation* op, Type type) {
  auto ranked = cast<RankedTensorType>(type);
  std::optional<int64_t> count = elementCount(ranked.getShape());
  if (!count) {
    emitFailure(op) << "the result " << type << " has more than " << kMaxElements << " elements";
    return failure();
  }
  Tensor tensor;
  tensor.shape.assign(ranked.getShape().begin(), ranked.getShape().end());
  tensor.element = ranked.getElementType();
  if (tensor.isFloat())
    tensor.f.resize(*count);
  else
    tensor.i.resize(*count);
  return tensor;
}

Strides rowMajorStrides(ArrayRef<int64_t> shape) {
  Strides strides(shape.size());
  uint64_t stride = 1;
  for (size_t axis = shape.size(); axis-- > 0;) {
    strides[axis] = int64_t(stride);
    stride *= uint64_t(shape[axis]);
  }
  return strides;
}

Strides broadcastStrides(ArrayRef<int64_t> operand, ArrayRef<int64_t> shape) {
  Strides own = rowMajorStrides(operand), strides(shape.size(), 0);
  size_t missing = shape.size() - operand.size();
  for (size_t axis = 0; axis < operand.size(); ++axis)
    if (operand[axis] != 1)
      strides[missing + axis] = own[axis];
  return strides;
}

LogicalResult evaluate(Operation* op, ArrayRef<const Tensor*> operands, SmallVectorImpl<Tensor>& results,
                       RandomRounding* rounding) {
  auto row = table().find(op->getName().getStringRef());
  if (row == table().end())
    return emitError(op->getLoc()) << op->getName() << ": the reference cannot evaluate this operation";
  if (operands.size() != op->getNumOperands())
    return emitFailure(op) << "has " << op->getNumOperands() << " operands, got " << operands.size()
                           << " tensors";
  for (auto [number, type, tensor] : llvm::enumerate(op->getOperandTypes(), operands))
    if (!tensor || !isValueOf(*tensor, type))
      return emitFailure(op) << "operand " << number << " is not a whole " << type;
  return withinMemory(op->getLoc(), userName(op), [&] {
    if (failed(row->second(op, {operands, rounding}, results)))
      return failure();
    if (rounding && !isa<ConstantOp, FusedOp>(op)) // what a fused operation yields was moved inside it
      for (Tensor& made : MutableArrayRef(results).take_back(op->getNumResults()))
        rounding->move(made);
    return success();
  });
}

LogicalResult evaluateBlockOn(Block& block, Operands args, Results& results) {
  if (!block.mightHaveTerminator()) {
    Operation* parent = block.getParentOp();
    if (!parent)
      return failure();
    return emitError(parent->getLoc()) << "the region has no terminator, so it has no results to evaluate";
  }
  return withinMemory(block.back().getLoc(), "region", [&] { return runBlock(block, args, results); });
}

LogicalResult evaluateBlock(Block& block, ArrayRef<Tensor> args, SmallVectorImpl<Tensor>& results,
                            RandomRounding* rounding) {
  SmallVector<const Tensor*> pointers;
  for (const Tensor& tensor : args)
    pointers.push_back(&tensor);
  return evaluateBlockOn(block, {pointers, rounding}, results);
}

} // namespace aic::reference
