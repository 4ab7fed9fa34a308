// aic-form-kernels: the model's functions become kernels and programs.
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/States.h"
#include "dialects/aic/Views.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/IRMapping.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_FORMKERNELS
#include "compiler/lowering/Passes.h.inc"

namespace {

using schedule::KernelOp;

// A number that the kernel can hold itself.
bool isLiteral(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  auto dense = constant ? dyn_cast<DenseElementsAttr>(constant.getValue()) : DenseElementsAttr();
  return dense && !dense.empty() && dense.isSplat();
}

bool isConstant(Value value) {
  return behindReshapes(value).getDefiningOp<ConstantOp>() != nullptr;
}

bool isEmpty(Value value) {
  return cast<RankedTensorType>(value.getType()).getNumElements() == 0;
}

// A place that does not fit fails the run also where nothing is read there.
bool looksAtPlace(Operation* op) {
  if (auto fused = dyn_cast<FusedOp>(op))
    return llvm::any_of(fused.getBody().front(), [](Operation& inner) { return looksAtPlace(&inner); });
  auto narrow = dyn_cast<NarrowOp>(op);
  return narrow && !isConstant(narrow.getStart());
}

// `outer` as a value for an operation of `fused`: another operand of it. Where there is no aic.fused, itself.
Value bringInside(FusedOp fused, Value outer) {
  if (!fused)
    return outer;
  fused.getInputsMutable().append(outer);
  return fused.getBody().front().addArgument(outer.getType(), outer.getLoc());
}

void dropUnusedInputs(FusedOp fused) {
  Block& body = fused.getBody().front();
  for (unsigned i = body.getNumArguments(); i-- > 0;)
    if (body.getArgument(i).use_empty()) {
      body.eraseArgument(i);
      fused.getInputsMutable().erase(i);
    }
}

// Contractions that no kernel is made for, as operations that have one:
// - over no channels at all: the bias, or zeros, expanded;
// - linear with a weight that is computed at run time: a matrix product with its transpose, which a kernel of
// its own
//   makes, plus the bias. (Constant weights are packed when the model is compiled.)
void replaceContraction(Operation* op) {
  auto fused = dyn_cast<FusedOp>(op->getParentOp());
  OpBuilder outside(fused ? fused.getOperation() : op), inside(op);
  Value bias = op->getNumOperands() > 2 ? op->getOperand(2) : Value();
  Value result;
  if (isEmpty(op->getOperand(1)) && !isEmpty(op->getResult(0))) {
    if (!bias) {
      auto type = RankedTensorType::get({}, getElementTypeOrSelf(op->getResult(0)));
      bias = bringInside(
          fused, ConstantOp::create(outside, op->getLoc(), cast<ElementsAttr>(outside.getZeroAttr(type))));
    }
    result = ExpandOp::create(inside, op->getLoc(), op->getResult(0).getType(), bias);
  } else if (auto linear = dyn_cast<LinearOp>(op)) {
    auto argument = dyn_cast<BlockArgument>(linear.getWeight());
    if (fused && (!argument || argument.getOwner() != op->getBlock()))
      return; // checkKernel says why not
    Value weight = fused ? fused.getInputs()[argument.getArgNumber()] : linear.getWeight();
    if (isConstant(weight) || linear.getX().getType().getRank() < 2)
      return;
    Value transposed =
        TransposeOp::create(outside, op->getLoc(), weight, outside.getDenseI64ArrayAttr({1, 0}));
    result = MatmulOp::create(inside, op->getLoc(), linear.getX(), bringInside(fused, transposed));
    if (bias)
      result = AddOp::create(inside, op->getLoc(), result, bias);
  } else {
    return;
  }
  op->getResult(0).replaceAllUsesWith(result);
  op->erase();
  if (fused)
    dropUnusedInputs(fused);
}

// The kernels of all functions: equal ones are one.
class Kernels {
  OpBuilder kernels;
  llvm::StringMap<KernelOp> known; // printed body -> kernel
  llvm::StringSet<> names;
  llvm::StringMap<int> repeated; // how often a name was taken already

  std::string uniqueName(const std::string& name) {
    if (names.insert(name).second)
      return name;
    for (int& last = repeated[name];;)
      if (std::string other = name + "_" + std::to_string(++last + 1); names.insert(other).second)
        return other;
  }

public:
  bool good = true;

  // No kernel takes the name of another symbol of the module.
  explicit Kernels(ModuleOp module) : kernels(module.getContext()) {
    for (Operation& op : *module.getBody())
      if (auto name = SymbolTable::getSymbolName(&op))
        names.insert(name);
  }

  // New ones stand in front of `op`.
  void standBefore(Operation* op) { kernels.setInsertionPoint(op); }

  // Moves the group `op` (an aic.fused or a single operation) into a kernel; equal kernels are one.
  KernelOp of(Operation* op, ArrayRef<Value> arguments, ArrayRef<int64_t> constantArguments,
              std::string name) {
    OpBuilder::InsertionGuard guard(kernels);
    auto kernel =
        KernelOp::create(kernels, op->getLoc(), "k", "", kernels.getDenseI64ArrayAttr(constantArguments),
                         /*workgroups=*/IntegerAttr(), /*steps=*/IntegerAttr(), DictionaryAttr());
    if (constantArguments.empty())
      kernel.removeConstantArgumentsAttr();
    Block& body = kernel.getBody().emplaceBlock();
    IRMapping map;
    auto fused = dyn_cast<FusedOp>(op);
    OpBuilder b(kernels.getContext());
    b.setInsertionPointToStart(&body);
    if (fused) {
      for (BlockArgument argument : fused.getBody().front().getArguments())
        map.map(argument, body.addArgument(argument.getType(), argument.getLoc()));
    } else {
      for (Value argument : arguments)
        map.map(argument, body.addArgument(argument.getType(), argument.getLoc()));
      for (Value operand : op->getOperands())
        if (!map.contains(operand))
          b.clone(*operand.getDefiningOp(), map); // a literal
    }
    if (fused) {
      for (Operation& inner : fused.getBody().front())
        b.clone(inner, map);
    } else {
      Operation* copy = b.clone(*op, map);
      copy->removeAttr(kCheckedAttr); // the dispatch's
      YieldOp::create(b, op->getLoc(), copy->getResults());
    }
    kernel.setFamily(familyOf(rootOf(body)));
    // Equal bodies print alike (weights are arguments, only scalars stand inside).
    std::string text;
    llvm::raw_string_ostream stream(text);
    kernel->print(stream, OpPrintingFlags().useLocalScope().printGenericOpForm());
    if (KernelOp same = known.lookup(text)) {
      kernel.erase();
      return same;
    }
    known[text] = kernel;
    kernel.setSymName(uniqueName(name));
    good &= succeeded(checkKernel(kernel));
    return kernel;
  }
};

class Former {
  ModuleOp module;
  func::FuncOp function;
  Kernels& kernels;
  OpBuilder program;
  DenseMap<Value, Value> buffers;                        // tensor -> memref
  DenseMap<std::pair<Attribute, Type>, Value> constants; // equal constants once
  DenseMap<Value, Value>
      outputs; // a tensor that is returned -> the output or state buffer that it is written to
  DenseMap<StringAttr, Value> stateBuffers;
  schedule::ProgramOp programOp;

  static MemRefType bufferType(Type type) {
    auto tensor = cast<RankedTensorType>(type);
    return MemRefType::get(tensor.getShape(), tensor.getElementType());
  }

  Value bufferOf(Value tensor) {
    Type type = bufferType(
        tensor.getType()); // a constant's buffer has the shape that its reader sees, for its packing
    tensor = behindReshapes(tensor);
    ElementsAttr value;
    if (auto constant = tensor.getDefiningOp<ConstantOp>())
      value = constant.getValue();
    else if (isEmpty(tensor)) // nobody computes it
      value = DenseElementsAttr::get(cast<ShapedType>(tensor.getType()), ArrayRef<Attribute>());
    else
      return buffers.lookup(tensor);
    Value& buffer = constants[{value, type}];
    if (!buffer) {
      OpBuilder::InsertionGuard guard(program);
      program.setInsertionPointToStart(&programOp.getBody().front());
      buffer = schedule::ConstantOp::create(program, tensor.getLoc(), type, value, DictionaryAttr());
    }
    return buffer;
  }

  // "conv2d_add_relu_1x56x56x64": the operations and the result's shape.
  static std::string nameOf(Operation* op) {
    if (auto check = op->getAttrOfType<StringAttr>(kCheckAttr))
      return check.str();
    std::string name;
    auto append = [&](Operation& inner) {
      if (!isa<ConstantOp, YieldOp>(inner) && name.size() < 60)
        name += (name.empty() ? "" : "_") + inner.getName().stripDialect().str();
    };
    if (auto fused = dyn_cast<FusedOp>(op)) {
      Block& body = fused.getBody().front();
      Operation* root = rootOf(body);
      for (Operation& inner : body) // views around a root are how it reads
        if (!isView(&inner) || (root && isView(root)))
          append(inner);
    } else {
      append(*op);
    }
    auto shape = cast<RankedTensorType>(op->getResult(0).getType()).getShape();
    if (!shape.empty())
      name += "_";
    llvm::raw_string_ostream stream(name);
    llvm::interleave(shape, stream, "x");
    return name;
  }

  void dispatch(Operation* op) {
    // A single operation may name one value twice; a kernel has one argument for it.
    SmallVector<Value> arguments;
    for (Value operand : op->getOperands())
      if (isa<FusedOp>(op) ||
          (!llvm::is_contained(arguments, operand) && !(isElementwise(op) && isLiteral(operand))))
        arguments.push_back(operand);
    SmallVector<Value> reads, writes;
    SmallVector<int64_t> constantArguments;
    for (auto [i, argument] : llvm::enumerate(arguments)) {
      reads.push_back(bufferOf(argument));
      if (reads.back().getDefiningOp<schedule::ConstantOp>())
        constantArguments.push_back(i);
    }
    KernelOp kernel = kernels.of(op, arguments, constantArguments, nameOf(op));
    OpOperand* updated = updatedOperand(op);
    for (Value result : op->getResults()) {
      Value buffer = updated ? bufferOf(updated->get()) : outputs.lookup(result);
      if (!buffer)
        buffer = schedule::TransientOp::create(program, op->getLoc(), bufferType(result.getType()));
      buffers[result] = buffer;
      writes.push_back(buffer);
    }
    auto dispatch = schedule::DispatchOp::create(program, op->getLoc(), kernel.getSymName(), reads, writes);
    if (Attribute checked = op->getAttr(kCheckedAttr))
      dispatch->setAttr(kCheckedAttr, checked);
  }

  // What the argument or result of this index is called, if it is no state.
  static std::string nameOf(DictionaryAttr attrs, const char* kind, unsigned index) {
    auto given = attrs ? attrs.getAs<StringAttr>("aic.name") : StringAttr();
    return given ? given.getValue().str() : kind + std::to_string(index);
  }

  Value stateBuffer(StringAttr name, Type type, Location loc) {
    Value& buffer = stateBuffers[name];
    if (!buffer)
      buffer = schedule::StateBufferOp::create(program, loc, bufferType(type), FlatSymbolRefAttr::get(name));
    return buffer;
  }

  void makeArguments() {
    int64_t inputs = 0;
    for (BlockArgument argument : function.getArguments()) {
      unsigned i = argument.getArgNumber();
      if (auto state = function.getArgAttrOfType<FlatSymbolRefAttr>(i, kStateAttr)) {
        buffers[argument] = stateBuffer(state.getAttr(), argument.getType(), argument.getLoc());
        continue;
      }
      std::string name = nameOf(function.getArgAttrDict(i), "input", i);
      buffers[argument] = schedule::InputOp::create(program, argument.getLoc(),
                                                    bufferType(argument.getType()), inputs++, name);
    }
  }

  void copy(Value value, Value buffer) {
    OpBuilder b(function.getBody().front().getTerminator());
    auto copy = ExpandOp::create(b, value.getLoc(), value.getType(), value); // to its own shape
    KernelOp kernel = kernels.of(copy, {value}, {}, "copy");
    schedule::DispatchOp::create(program, value.getLoc(), kernel.getSymName(), bufferOf(value), buffer);
  }

  // The states that nobody has written yet. What another state was before may be overwritten here: it is kept
  // first.
  void copyStates(const States& states) {
    SmallVector<std::pair<Value, Value>> kept;
    for (auto [value, name] : states.copied) {
      if (isEmpty(value))
        continue;
      auto argument = dyn_cast<BlockArgument>(behindReshapes(value));
      if (!argument || !function.getArgAttr(argument.getArgNumber(), kStateAttr))
        continue;
      Value before = schedule::TransientOp::create(program, value.getLoc(), bufferType(value.getType()));
      copy(value, before);
      kept.push_back({value, before});
    }
    for (auto [value, before] : kept) // a state that is not written keeps its buffer
      buffers[behindReshapes(value)] = before;
    for (auto [value, name] : states.copied)
      if (!isEmpty(value))
        copy(value, stateBuffer(name, value.getType(), value.getLoc()));
  }

public:
  Former(ModuleOp module, func::FuncOp function, Kernels& kernels)
      : module(module), function(function), kernels(kernels), program(module.getContext()) {}

  void run() {
    SmallVector<Operation*> contractions;
    function.walk([&](Operation* op) {
      if (op->hasTrait<OpTrait::Contraction>())
        contractions.push_back(op);
    });
    for (Operation* op : contractions)
      replaceContraction(op);
    const States states = planStates(function);
    checkBeforeWrites(function, states);
    ownUpdatedOperands(function, states);

    kernels.standBefore(function);
    program.setInsertionPointAfter(function);
    programOp = schedule::ProgramOp::create(program, function.getLoc(), function.getSymName(), IntegerAttr(),
                                            IntegerAttr(), IntegerAttr());
    program.setInsertionPointToStart(&programOp.getBody().emplaceBlock());
    makeArguments();
    auto terminator = cast<func::ReturnOp>(function.getBody().front().getTerminator());
    SmallVector<std::pair<Value, Value>>
        copies; // of tensors that no dispatch can write to the output directly
    int64_t number = 0;
    for (auto [i, value] : llvm::enumerate(terminator.getOperands())) {
      Value source = behindReshapes(value);
      if (function.getResultAttr(i, kStateAttr)) {
        if (StringAttr state = states.written.lookup(source);
            state && !updatedOperand(source.getDefiningOp()))
          outputs[source] = stateBuffer(state, value.getType(), terminator.getLoc());
        continue;
      }
      std::string name = nameOf(function.getResultAttrDict(i), "output", i);
      Value buffer = schedule::OutputOp::create(program, terminator.getLoc(), bufferType(value.getType()),
                                                number++, name);
      Operation* made = source.getDefiningOp();
      if (made && !isa<ConstantOp>(made) && !updatedOperand(made) && !states.written.contains(source) &&
          !outputs.contains(source))
        outputs[source] = buffer;
      else
        copies.push_back({value, buffer});
    }
    for (Operation& op : function.getBody().front().without_terminator())
      if (!isa<ConstantOp, ReshapeOp>(op) && op.getNumResults() > 0 &&
          (!llvm::all_of(op.getResults(), isEmpty) || looksAtPlace(&op)))
        dispatch(&op);
    for (auto [value, buffer] : copies)
      if (!isEmpty(value))
        copy(value, buffer);
    copyStates(states);
    function.erase();
  }
};

struct FormKernels : impl::FormKernelsBase<FormKernels> {
  void runOnOperation() override {
    auto functions = llvm::to_vector(getOperation().getOps<func::FuncOp>());
    if (functions.empty()) {
      getOperation().emitError("expected a model, found no function");
      return signalPassFailure();
    }
    for (func::FuncOp function : functions)
      if (failed(check(function)))
        return signalPassFailure();
    Kernels kernels(getOperation());
    for (func::FuncOp function : functions)
      Former(getOperation(), function, kernels).run();
    for (auto state : llvm::make_early_inc_range(getOperation().getOps<StateOp>())) {
      OpBuilder b(state);
      auto type = cast<RankedTensorType>(state.getType());
      schedule::StateOp::create(b, state.getLoc(), state.getSymNameAttr(),
                                TypeAttr::get(MemRefType::get(type.getShape(), type.getElementType())));
      state.erase();
    }
    if (!kernels.good)
      signalPassFailure();
  }

  /// That a function is one that programs can be made of.
  LogicalResult check(func::FuncOp function) {
    if (!function.getBody().hasOneBlock())
      return function.emitError("a model is one block");
    for (Operation& op : function.getBody().front().without_terminator())
      if (op.getDialect() != getContext().getLoadedDialect<AicDialect>())
        return op.emitError("only operations of the aic dialect can become kernels");
    auto isTensor = [](Type type) {
      auto tensor = dyn_cast<RankedTensorType>(type);
      return tensor && isBounded(tensor.getShape()) && schedule::bufferBytes(tensor);
    };
    if (!llvm::all_of(function.getArgumentTypes(), isTensor) ||
        !llvm::all_of(function.getResultTypes(), isTensor))
      return function.emitError("a model takes and returns tensors of static shape");
    return success();
  }
};

} // namespace
} // namespace aic::lowering
