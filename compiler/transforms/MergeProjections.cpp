// aic-merge-projections: linears of one input, whose results an attention or recurrences read through views,
// become one. Elsewhere the parts of a merged result would be copies: they cost more than the linears'
// reading x once each.
#include "compiler/transforms/AttentionAxes.h"
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Views.h"

#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_MERGEPROJECTIONS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-merge-projections";

/// x . weight + bias: a linear, or a matmul with a matrix, and perhaps the add of a vector after it.
struct Projection {
  Operation* product = nullptr; ///< linear or matmul
  Value x, weight, bias;        ///< bias may be null
  Value result;                 ///< of the product, or of the add

  int64_t outputs() const { return typeOf(result).getShape().back(); }
  /// The axis of the weight along which the outputs lie: [N, K] of linear, [K, N] of matmul.
  int64_t outputAxis() const { return isa<LinearOp>(product) ? 0 : 1; }
};

std::optional<Projection> projectionBehind(Value result) {
  Operation* op = result.getDefiningOp();
  if (auto linear = dyn_cast_or_null<LinearOp>(op))
    return Projection{op, linear.getX(), linear.getWeight(), linear.getBias(), result};
  Value bias;
  if (auto add = dyn_cast_or_null<AddOp>(op)) {
    bias = add.getB();
    op = add.getA().getDefiningOp();
    if (!bias.getDefiningOp<ConstantOp>() || typeOf(bias).getRank() != 1 || !op || !op->hasOneUse() ||
        typeOf(bias).getDimSize(0) != typeOf(result).getShape().back())
      return std::nullopt;
  }
  auto matmul = dyn_cast_or_null<MatmulOp>(op);
  if (!matmul || typeOf(matmul.getB()).getRank() != 2)
    return std::nullopt;
  return Projection{op, matmul.getA(), matmul.getB(), bias, result};
}

/// The strides of a part of a merged result: rows of more than its own elements.
SmallVector<int64_t> stridesOfPart(Value part, int64_t merged) {
  SmallVector<int64_t> shape(typeOf(part).getShape());
  shape.back() = merged;
  return denseStrides(shape);
}

/// Why the part `result` of a merged projection would not be a view for its readers: empty where it is.
std::string whyNotView(Value result, Operation* reader, int64_t merged) {
  SmallVector<Value> open{result};
  while (!open.empty()) {
    Value value = open.pop_back_val();
    for (Operation* user : value.getUsers()) {
      if (isView(user)) {
        open.push_back(user->getResult(0));
        continue;
      }
      // The parts feed the reader's first operands: not a mask, a weight, a state.
      unsigned viewed = viewedActivations(user);
      bool isViewed = llvm::is_contained(user->getOperands().take_front(viewed), value) &&
                      !llvm::is_contained(user->getOperands().drop_front(viewed), value);
      if (!isViewed || (reader && user != reader))
        return ("the result of one is also read by " + describe(user)).str();
      std::optional<SmallVector<int64_t>> strides = stridesIn(value, result, stridesOfPart(result, merged));
      if (!strides || (typeOf(value).getShape().back() != 1 && strides->back() != 1))
        return (describe(user) + " reads one through a reshape or transpose that would be a copy of a part")
            .str();
    }
  }
  return "";
}

class Merger {
public:
  Merger(MLIRContext* context, const Targets& targets) : builder(context), targets(targets) {}

  /// Merges those of `candidates` (all of one input) that can be; `reader` is the only operator that may read
  /// them, null where any recurrence may.
  void merge(ArrayRef<Projection> candidates, Operation* reader) {
    Location loc = candidates.front().product->getLoc();
    auto missed = [&](const Twine& reason) {
      reportMissed(loc, kPass,
                   Twine(candidates.size()) + " projections of one input are not merged: " + reason);
    };
    int64_t outputs = 0;
    for (const Projection& projection : candidates) {
      outputs += projection.outputs();
      if (projection.outputAxis() != candidates.front().outputAxis())
        return missed("one is a linear and one a matmul");
      if (getElementTypeOrSelf(projection.weight) != getElementTypeOrSelf(candidates.front().weight))
        return missed("their weights are of several types");
      for (Value constant : {projection.weight, projection.bias})
        if (constant && !constantWithData(constant))
          return missed((constant == projection.weight ? "a weight " : "a bias ") + whyNotConstant(constant));
    }
    for (const Projection& projection : candidates)
      if (std::string why = whyNotView(projection.result, reader, outputs); !why.empty())
        return missed(why);
    Operation* user = reader ? reader : readerOf(candidates.front().result);
    std::string why;
    if (!create(candidates, why))
      return missed(why);
    reportPassed(loc, kPass,
                 Twine(candidates.size()) + " projections of one input become one; " + describe(user) +
                     " reads its parts where they lie");
  }

private:
  static Operation* readerOf(Value value) {
    Operation* user = *value.getUsers().begin();
    return isView(user) ? readerOf(user->getResult(0)) : user;
  }

  /// False, with the reason, where it cannot be.
  bool create(ArrayRef<Projection> parts, std::string& why) {
    SmallVector<ElementsAttr> weights, biases;
    SmallVector<Location> locations;
    bool hasBias = llvm::any_of(parts, [](const Projection& part) { return part.bias != nullptr; });
    Operation* first = parts.front().product;
    Type element = typeOf(parts.front().result).getElementType();
    for (const Projection& part : parts) {
      locations.push_back(part.product->getLoc());
      weights.push_back(constantWithData(part.weight));
      biases.push_back(part.bias ? constantWithData(part.bias)
                                 : cast<ElementsAttr>(builder.getZeroAttr(
                                       RankedTensorType::get({part.outputs()}, element))));
      if (part.product->isBeforeInBlock(first))
        first = part.product;
    }
    auto key = [](ArrayRef<ElementsAttr> values, StringRef otherwise) {
      StringRef name = resourceKey(values.front());
      return ((name.empty() ? otherwise : name) + "+merged").str();
    };
    ElementsAttr weight = concatenated(weights, parts.front().outputAxis(), key(weights, "weight"));
    ElementsAttr bias = hasBias ? concatenated(biases, 0, key(biases, "bias")) : ElementsAttr();
    if (!weight || (hasBias && !bias)) {
      why = "memory for the merged weight is short";
      return false;
    }

    Location loc = FusedLoc::get(builder.getContext(), locations);
    builder.setInsertionPoint(first);
    Draft draft(builder);
    Value weightValue = makeConstant(builder, loc, weight);
    Value biasValue = hasBias ? makeConstant(builder, loc, bias) : Value();
    Value whole;
    if (isa<LinearOp>(first)) {
      whole = LinearOp::create(builder, loc, parts.front().x, weightValue, biasValue);
    } else {
      whole = MatmulOp::create(builder, loc, parts.front().x, weightValue);
      if (hasBias)
        whole = AddOp::create(builder, loc, whole, biasValue);
    }
    if (why = draft.whyNot(targets); !why.empty()) {
      draft.takeBack();
      return false;
    }
    SmallVector<int64_t> offsets(typeOf(whole).getRank(), 0), strides(typeOf(whole).getRank(), 1);
    for (const Projection& part : parts) {
      Value slice = SliceOp::create(builder, part.result.getLoc(), whole, offsets,
                                    typeOf(part.result).getShape(), strides);
      offsets.back() += part.outputs();
      Value(part.result).replaceAllUsesWith(slice);
    }
    for (const Projection& part : parts) {
      if (part.result.getDefiningOp() != part.product)
        part.result.getDefiningOp()->erase();
      part.product->erase();
    }
    return true;
  }

  OpBuilder builder;
  const Targets& targets;
};

struct MergeProjectionsPass : impl::MergeProjectionsBase<MergeProjectionsPass> {
  using MergeProjectionsBase::MergeProjectionsBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    Merger merger(&getContext(), *asked);
    for (Block& block : getOperation().getBody()) {
      OpBuilder builder(&getContext());
      for (auto given : llvm::to_vector(block.getOps<AttentionOp>())) {
        AttentionOp attention = splitLeadingAxes(given, builder); // more parts are views then
        mergeAll(merger, {attention.getQ(), attention.getK(), attention.getV()}, attention);
      }
      SmallVector<Value> inputs;
      for (auto recurrence : block.getOps<RecurrenceOp>())
        inputs.push_back(recurrence.getX());
      mergeAll(merger, inputs, nullptr);
      reportOthers(block);
    }
  }

  /// Of the projections behind `operands`, those that read one input.
  void mergeAll(Merger& merger, ArrayRef<Value> operands, Operation* reader) {
    llvm::MapVector<Value, SmallVector<Projection>> byInput;
    llvm::DenseSet<Value> seen;
    for (Value operand : operands) {
      Value base = stridedView(operand).base;
      std::optional<Projection> projection = projectionBehind(base);
      if (projection && seen.insert(base).second)
        byInput[projection->x].push_back(*projection);
    }
    for (auto& [x, projections] : byInput)
      if (projections.size() > 1)
        merger.merge(projections, reader);
  }

  /// Linears of one input that other operators read.
  static void reportOthers(Block& block) {
    if (!remarksWanted(block.getParentOp()->getContext()))
      return;
    llvm::MapVector<Value, SmallVector<LinearOp>> byInput;
    for (auto linear : block.getOps<LinearOp>())
      if (linear.getWeight().getDefiningOp<ConstantOp>() && !linear.use_empty())
        byInput[linear.getX()].push_back(linear);
    for (auto& [x, linears] : byInput) {
      if (linears.size() < 2)
        continue;
      Operation* other = nullptr; // what would read a part as a copy
      for (LinearOp linear : linears)
        for (Operation* user : linear->getUsers())
          if (!other && !isView(user) && !readsThroughViews(user))
            other = user;
      if (other)
        reportMissed(linears.front().getLoc(), kPass,
                     Twine(linears.size()) + " linears of one input are not merged: " + describe(other) +
                         " reads a result, and would need a copy of its part");
    }
  }
};

} // namespace

} // namespace aic::transforms
