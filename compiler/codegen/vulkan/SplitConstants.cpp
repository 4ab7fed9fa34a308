// aic-split-constants: a constant that a device cannot bind at once is read in parts. Parts of whole rows
// share the bytes of the constant; others are copies.
#include "compiler/codegen/vulkan/Passes.h"
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Views.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/PassManager.h"

using namespace mlir;

namespace aic::codegen {

#define GEN_PASS_DEF_VULKANSPLITCONSTANTS
#include "compiler/codegen/vulkan/Passes.h.inc"

using namespace transforms;

namespace {

constexpr llvm::StringLiteral kPass = "aic-split-constants";

/// Parts begin at multiples of this: whole panels of every packing, and aligned rows.
constexpr int64_t kWholePanels = 64;

/// In the device's memory, where bools and i64 are i32.
int64_t bytesOnDevice(RankedTensorType type) {
  Type element = type.getElementType();
  int64_t width = element.isInteger(1) || element.isInteger(64) ? 4 : elementBytes(element);
  return type.getNumElements() * width;
}

RankedTensorType resized(RankedTensorType type, int64_t axis, int64_t size) {
  SmallVector<int64_t> shape(type.getShape());
  shape[axis] = size;
  return RankedTensorType::get(shape, type.getElementType());
}

/// Elements [begin, end) of a constant along an axis. Null where memory is short or the data is not here.
ElementsAttr partOf(ElementsAttr value, int64_t axis, int64_t begin, int64_t end) {
  auto type = cast<RankedTensorType>(value.getType()), partType = resized(type, axis, end - begin);
  auto dense = dyn_cast<DenseElementsAttr>(value);
  if (dense && dense.isSplat())
    return dense.resizeSplat(partType);
  auto resource = dyn_cast<DenseResourceElementsAttr>(value);
  ArrayRef<char> bytes;
  if (resource && resource.getRawHandle().getBlob())
    bytes = resource.getRawHandle().getBlob()->getData();
  else if (dense)
    bytes = dense.getRawData();
  if (static_cast<int64_t>(bytes.size()) != tensorBytes(type))
    return {};
  int64_t width = elementBytes(type.getElementType()), outer = 1, inner = width;
  for (auto [i, size] : llvm::enumerate(type.getShape()))
    (static_cast<int64_t>(i) < axis ? outer : inner) *= static_cast<int64_t>(i) == axis ? 1 : size;
  int64_t row = type.getDimSize(axis) * inner, part = (end - begin) * inner;
  std::string key = (resourceKey(value) + "[" + Twine(begin) + ":" + Twine(end) + "]").str();
  if (resource && outer == 1) // the blob belongs to the context, and so lives as long as this part
    return DenseResourceElementsAttr::get(
        partType, key, UnmanagedAsmResourceBlob::allocateWithAlign(bytes.slice(begin * inner, part), width));
  char* data = nullptr;
  ElementsAttr result = newResource(partType, key, &data);
  for (int64_t o = 0; result && o < outer; ++o)
    std::memcpy(data + o * part, bytes.data() + o * row + begin * inner, part);
  return result;
}

std::optional<PartedOperand> readingOf(OpOperand& use) {
  auto root = dyn_cast<KernelRootOpInterface>(use.getOwner());
  return root ? root.getParts(use.getOperandNumber()) : std::nullopt;
}

class Splitter {
  int64_t maxBytes;
  /// One constant for each part, however many operations read it.
  DenseMap<std::tuple<Value, int64_t, int64_t>, SmallVector<Value>> made;

  /// Rows of the constant that a part has, or 0 where not even few of them fit.
  int64_t rowsOfPart(RankedTensorType type, int64_t axis) const {
    int64_t rows = type.getDimSize(axis), most = maxBytes / (bytesOnDevice(type) / rows);
    most = most / kWholePanels * kWholePanels;
    if (most == 0)
      return 0;
    int64_t parts = llvm::divideCeil(rows, most);
    return llvm::alignTo(llvm::divideCeil(rows, parts), kWholePanels);
  }

  /// The parts of a constant, `rows` each; empty where one cannot be made.
  ArrayRef<Value> partsOf(Value constant, int64_t axis, int64_t rows) {
    SmallVector<Value>& parts = made[{constant, axis, rows}];
    if (!parts.empty())
      return parts;
    auto op = constant.getDefiningOp<ConstantOp>();
    OpBuilder builder(op);
    for (int64_t begin = 0, size = typeOf(constant).getDimSize(axis); begin < size; begin += rows) {
      ElementsAttr part = partOf(op.getValue(), axis, begin, std::min(begin + rows, size));
      if (!part) {
        parts.clear();
        return {};
      }
      parts.push_back(makeConstant(builder, constant.getLoc(), part));
    }
    return parts;
  }

  /// `op` on one of several parts of its operand `number`: elements from `begin` on of its result's axis.
  static Value onPart(OpBuilder& builder, Operation* op, unsigned number, Value part, PartedOperand reading,
                      int64_t begin) {
    int64_t size = typeOf(part).getDimSize(reading.axis);
    SmallVector<Value> operands(op->getOperands());
    operands[number] = part;
    if (operands.size() > 2)
      operands[2] = partOfBias(builder, operands[2], begin, begin + size);
    Operation* copy = builder.clone(*op);
    copy->setOperands(operands);
    copy->getResult(0).setType(resized(typeOf(op->getResult(0)), reading.resultAxis, size));
    return copy->getResult(0);
  }

  static Value partOfBias(OpBuilder& builder, Value bias, int64_t begin, int64_t end) {
    if (ElementsAttr value = constantWithData(bias))
      if (ElementsAttr part = partOf(value, 0, begin, end))
        return makeConstant(builder, bias.getLoc(), part);
    return SliceOp::create(builder, bias.getLoc(), bias, ArrayRef<int64_t>{begin},
                           ArrayRef<int64_t>{end - begin}, ArrayRef<int64_t>{1});
  }

  /// What embedding or take reads out of all parts: out of each part at the nearest index that it has, and
  /// then one of them. An index that no part has stays out of the first or the last one's range.
  Value selected(OpBuilder& builder, Operation* op, unsigned number, ArrayRef<Value> parts, int64_t axis,
                 int64_t rows) {
    Location loc = op->getLoc();
    unsigned indexNumber = 1 - number;
    Value index = op->getOperand(indexNumber);
    auto type = typeOf(op->getResult(0));
    auto scalar = RankedTensorType::get({}, typeOf(index).getElementType());
    auto cst = [&](int64_t value) -> Value {
      return ConstantOp::create(
          builder, loc, scalar,
          DenseElementsAttr::get(scalar, builder.getIntegerAttr(scalar.getElementType(), value)));
    };
    SmallVector<int64_t> broad(typeOf(index).getShape());
    broad.append(type.getRank() - axis - static_cast<int64_t>(broad.size()), 1);
    Value result;
    for (size_t i = parts.size(); i-- > 0;) {
      int64_t begin = static_cast<int64_t>(i) * rows;
      Value own = index;
      if (i + 1 < parts.size())
        own = MinimumOp::create(builder, loc, own, cst(begin + rows - 1));
      if (i > 0)
        own = SubOp::create(builder, loc, MaximumOp::create(builder, loc, own, cst(begin)), cst(begin));
      Operation* copy = builder.clone(*op);
      copy->setOperand(number, parts[i]);
      copy->setOperand(indexNumber, own);
      if (!result) {
        result = copy->getResult(0);
        continue;
      }
      Value wide = ReshapeOp::create(builder, loc,
                                     RankedTensorType::get(broad, typeOf(index).getElementType()), index);
      Value below = CompareOp::create(builder, loc, Predicate::LT, wide, cst(begin + rows));
      result = WhereOp::create(builder, loc, type, below, copy->getResult(0), result);
    }
    return result;
  }

public:
  explicit Splitter(int64_t maxBytes) : maxBytes(maxBytes) {}

  /// Null where the constant cannot be split so.
  Value split(OpOperand& use, PartedOperand reading) {
    Operation* op = use.getOwner();
    int64_t rows = rowsOfPart(typeOf(use.get()), reading.axis);
    if (rows == 0)
      return {};
    ArrayRef<Value> parts = partsOf(use.get(), reading.axis, rows);
    if (parts.empty())
      return {};
    reportPassed(op->getLoc(), kPass,
                 op->getName().stripDialect() + " reads its constant in " + Twine(parts.size()) + " parts");
    OpBuilder builder(op);
    if (reading.resultAxis < 0)
      return selected(builder, op, use.getOperandNumber(), parts, reading.axis, rows);
    SmallVector<Value> results;
    for (auto [i, part] : llvm::enumerate(parts))
      results.push_back(
          onPart(builder, op, use.getOperandNumber(), part, reading, static_cast<int64_t>(i) * rows));
    return ConcatOp::create(builder, op->getLoc(), results, reading.resultAxis);
  }
};

/// Puts the operators of a group back to where it stands.
void dissolve(FusedOp fused) {
  IRRewriter rewriter(fused);
  Operation* yield = fused.getBody().front().getTerminator();
  SmallVector<Value> yielded(yield->getOperands());
  rewriter.eraseOp(yield);
  SmallVector<Value> inputs(fused.getInputs());
  Block& body = fused.getBody().front();
  for (auto [i, value] : llvm::enumerate(yielded)) // a result may be an argument
    if (auto argument = dyn_cast<BlockArgument>(value))
      yielded[i] = inputs[argument.getArgNumber()];
  rewriter.inlineBlockBefore(&body, fused, inputs);
  rewriter.replaceOp(fused, yielded);
}

struct SplitConstants : impl::VulkanSplitConstantsBase<SplitConstants> {
  using VulkanSplitConstantsBase::VulkanSplitConstantsBase;

  bool isTooLarge(Value value) const {
    return value.getDefiningOp<ConstantOp>() && bytesOnDevice(typeOf(value)) > maxBytes;
  }

  void refuse(OpOperand& use, Value constant) {
    Operation* user = use.getOwner();
    if (auto fused = dyn_cast<FusedOp>(user))
      user = *fused.getBody().getArgument(use.getOperandNumber()).user_begin();
    user->emitError("unsupported on Vulkan: ")
        << user->getName().stripDialect() << " reads a constant of " << bytesOnDevice(typeOf(constant))
        << " bytes, and devices need not bind more than " << maxBytes.getValue()
        << " at once: embedding, take, linear, matmul and conv2d of one group read such a constant in parts";
    signalPassFailure();
  }

  void runOnOperation() override {
    SmallVector<ConstantOp> large;
    for (ConstantOp constant : getOperation().getOps<ConstantOp>())
      if (isTooLarge(constant))
        large.push_back(constant);
    if (large.empty())
      return;
    // Groups that read such constants come apart, and are formed anew below.
    for (ConstantOp constant : large) {
      llvm::SmallSetVector<Operation*, 4> users(constant->user_begin(),
                                                constant->user_end()); // some read it twice
      for (Operation* user : users)
        if (auto fused = dyn_cast<FusedOp>(user); fused && !readsThroughViews(fused))
          dissolve(fused);
    }
    Splitter splitter(maxBytes);
    for (ConstantOp constant : large) {
      while (!constant->use_empty()) {
        OpOperand& use = *constant->use_begin();
        std::optional<PartedOperand> reading = readingOf(use);
        Operation* user = use.getOwner();
        Value whole = reading ? splitter.split(use, *reading) : Value();
        if (!whole)
          return refuse(use, constant);
        user->getResult(0).replaceAllUsesWith(whole);
        user->erase();
      }
      constant.erase();
    }
    OpPassManager again(func::FuncOp::getOperationName());
    again.addPass(createFuseEpilogues());
    if (failed(runPipeline(again, getOperation())))
      signalPassFailure();
  }

  /// Groups of attention and recurrence hold views that mean nothing outside.
  static bool readsThroughViews(FusedOp fused) {
    return llvm::any_of(fused.getBody().front(), [](Operation& op) { return aic::readsThroughViews(&op); });
  }
};

} // namespace

} // namespace aic::codegen
