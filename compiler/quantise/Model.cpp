#include "compiler/quantise/Model.h"

#include "compiler/quantise/Prepared.h"
#include "dialects/aic/Gradient.h"
#include "dialects/aic/Quantised.h"

using namespace mlir;

namespace aic::quantise {
namespace {

/// Operations of both models: results of quantize and dequantize.
class Builder : public GradientBuilder {
public:
  using GradientBuilder::GradientBuilder;

  Value f32(float value) { return full(value, {}, builder.getF32Type()); }
  Value clamped(Value x) {
    return make<ClampOp>(x, builder.getF64FloatAttr(0), builder.getF64FloatAttr(255));
  }

  /// The scale of each channel, as aic.dequantize takes it.
  Value perChannel(ArrayRef<float> scales, const std::string& name, ArrayRef<int64_t> shape, bool columns) {
    const auto channels = static_cast<int64_t>(scales.size());
    SmallVector<int64_t> whole(shape.size(), 1);
    whole[columns ? shape.size() - 1 : 0] = channels;
    const std::vector<double> numbers(scales.begin(), scales.end());
    return reshape(parameter(builder, {channels}, builder.getF32Type(), numbers, name), whole);
  }
};

/// The trial: each operator twice, and an input that says which counts.
class Trial {
public:
  Trial(const Model& model, func::FuncOp function)
      : model(model), function(function), opBuilder(function.getContext()) {}

  bool make() {
    Type f32 = opBuilder.getF32Type();
    const auto operators = static_cast<int64_t>(model.operators.size()),
               points = static_cast<int64_t>(model.points.size());
    choice = addInput(kChoiceInput, RankedTensorType::get({operators}, opBuilder.getI1Type()));
    ranges = addInput(kRangesInput, RankedTensorType::get({points, 2}, f32));
    corrections = addInput(kCorrectionsInput, RankedTensorType::get({model.channels}, f32));
    if (!choice || !ranges || !corrections)
      return false;
    opBuilder.setInsertionPointToStart(&function.getBody().front());
    for (int64_t i = 0; i < operators; ++i)
      chosen.push_back(scalar(function.getLoc(), choice, {i}));
    std::vector<Operation*> ops = operatorsOf(function);
    points_.resize(model.points.size());
    int64_t channel = 0;
    for (auto [i, op] : llvm::enumerate(ops)) {
      twice(i, op, channel);
      channel += model.operators[i].channels;
    }
    for (At& at : points_)
      otherReaders(at);
    finish();
    return true;
  }

private:
  /// A point of the copy.
  struct At {
    Value value, rounded;
    SmallVector<Operation*> own; // reads value itself
    SmallVector<Value> chosen;
  };

  const Model& model;
  func::FuncOp function;
  OpBuilder opBuilder;
  Value choice, ranges, corrections;
  SmallVector<Value> chosen, means;
  std::vector<At> points_;

  Value addInput(const char* name, Type type) {
    const unsigned index = function.getNumArguments();
    return failed(function.insertArgument(index, type, named(opBuilder, name), function.getLoc()))
               ? Value()
               : function.getArgument(index);
  }

  Value scalar(Location loc, Value x, ArrayRef<int64_t> at) {
    Builder b(opBuilder, loc);
    for (auto [dim, i] : llvm::enumerate(at))
      x = b.slice(x, static_cast<int64_t>(dim), i, 1);
    return b.reshape(x, {});
  }

  /// What is read at a point, as numbers of 8 bits give it.
  At& pointOf(size_t index, Value value) {
    At& at = points_[index];
    if (at.value)
      return at;
    at.value = value;
    opBuilder.setInsertionPointAfterValue(value);
    if (isa<BlockArgument>(value)) // behind the choices
      opBuilder.setInsertionPointAfter(chosen.back().getDefiningOp());
    Builder b(opBuilder, value.getLoc());
    const auto i = static_cast<int64_t>(index);
    Value scale = scalar(value.getLoc(), ranges, {i, 0}), zero = scalar(value.getLoc(), ranges, {i, 1});
    Operation* divide = b.div(value, scale).getDefiningOp();
    at.own.push_back(divide);
    Value q = b.clamped(b.add(b.make<RoundOp>(divide->getResult(0)), zero));
    at.rounded = b.mul(b.sub(q, zero), scale);
    return at;
  }

  void twice(size_t index, Operation* op, int64_t channel) {
    const Operator& info = model.operators[index];
    At& at = pointOf(info.point, op->getOperand(0));
    at.own.push_back(op);
    at.chosen.push_back(chosen[index]);
    opBuilder.setInsertionPointAfter(op);
    Builder b(opBuilder, op->getLoc());
    Value weight = roundedWeight(op);
    Operation* other = opBuilder.clone(*op);
    other->setOperand(0, at.rounded);
    other->setOperand(1, weight);
    Value exact = op->getResult(0), rounded = other->getResult(0);
    const int64_t rank = Builder::rankOf(exact), axis = isa<Conv2dOp>(op) ? 1 : rank - 1;
    SmallVector<int64_t> inner, shape(rank, 1);
    for (int64_t dim = 1; dim < rank; ++dim)
      if (dim != axis)
        inner.push_back(dim);
    shape[axis] = info.channels;
    Value difference = b.sub(rounded, exact);
    means.push_back(
        b.reshape(inner.empty() ? difference : b.mean(difference, inner), {info.rows * info.channels}));
    Value correction = b.reshape(b.slice(corrections, 0, channel, info.channels), shape);
    Value result = b.where(chosen[index], b.add(rounded, correction), exact);
    SmallPtrSet<Operation*, 2> but{difference.getDefiningOp(), result.getDefiningOp()};
    exact.replaceAllUsesExcept(result, but);
  }

  Value roundedWeight(Operation* op) {
    const bool columns = isa<MatmulOp>(op);
    std::vector<double> weight = numbersOf(op->getOperand(1));
    const ArrayRef<int64_t> shape = Builder::shapeOf(op->getOperand(1));
    StoredWeight stored = store(weight, static_cast<size_t>(columns ? shape.back() : shape[0]), columns);
    const size_t channels = stored.scales.size(), each = weight.size() / channels;
    for (auto [i, number] : llvm::enumerate(weight))
      number = double(float(stored.numbers[i]) * stored.scales[columns ? i % channels : i / each]);
    return parameter(opBuilder, shape, opBuilder.getF32Type(), weight, "quantised");
  }

  /// What else reads a point reads numbers of 8 bits too, where one operator does: they are what is kept.
  void otherReaders(At& at) {
    if (!at.value)
      return;
    SmallVector<OpOperand*> uses;
    for (OpOperand& use : at.value.getUses())
      if (!llvm::is_contained(at.own, use.getOwner()) &&
          !use.getOwner()->hasTrait<mlir::OpTrait::IsTerminator>())
        uses.push_back(&use);
    if (uses.empty())
      return;
    opBuilder.setInsertionPointAfterValue(at.rounded);
    Builder b(opBuilder, at.value.getLoc());
    Value any = at.chosen.front();
    for (Value more : ArrayRef(at.chosen).drop_front())
      any = b.make<LogicalOrOp>(any, more);
    Value either = b.where(any, at.rounded, at.value);
    for (OpOperand* use : uses)
      use->set(either);
  }

  void finish() {
    Operation* end = function.getBody().front().getTerminator();
    opBuilder.setInsertionPoint(end);
    Builder b(opBuilder, function.getLoc());
    SmallVector<Value> results(end->getOperands());
    results.push_back(means.size() == 1 ? means.front() : b.concat(means, 0));
    SmallVector<Attribute> names;
    for (unsigned i = 0; i + 1 < results.size(); ++i)
      names.push_back(function.getResultAttrDict(i));
    names.push_back(named(opBuilder, kMeansOutput));
    setResults(function, results, names);
  }
};

/// The model of a plan.
class Quantiser {
public:
  Quantiser(const Prepared& prepared, const Plan& plan)
      : prepared(prepared), plan(plan), builder(prepared.context()) {}

  void run() {
    for (auto [i, op] : llvm::enumerate(prepared.operators))
      if (plan.inBytes[i])
        kept[prepared.points[i]].push_back(op);
    for (auto [i, op] : llvm::enumerate(prepared.operators))
      if (plan.inBytes[i])
        rewrite(i, op);
    for (auto [i, op] : llvm::enumerate(prepared.operators)) // those of batch norms have no name yet
      if (const std::string& name = prepared.models.operators[i].name; op->getNumOperands() > 2)
        if (auto bias = op->getOperand(2).getDefiningOp<ConstantOp>(); bias && nameOf(bias).empty())
          bias->setLoc(NameLoc::get(builder.getStringAttr("tensor '" + name + ".bias'")));
  }

private:
  const Prepared& prepared;
  const Plan& plan;
  OpBuilder builder;
  std::map<size_t, SmallVector<Operation*>> kept; // readers in 8 bits, by point
  std::map<size_t, Value> read;                   // what they read
  DenseMap<Value, Value> weights;

  void rewrite(size_t index, Operation* op) {
    Value& x = read[prepared.points[index]];
    if (!x)
      x = quantised(prepared.points[index], op->getOperand(0));
    op->setOperand(0, x);
    builder.setInsertionPoint(op);
    Value& weight = weights[op->getOperand(1)];
    if (!weight)
      weight = stored(op);
    op->setOperand(1, weight);
    if (index < plan.corrections.size() && !plan.corrections[index].empty() && !isa<MatmulOp>(op))
      correct(op, prepared.models.operators[index].name, plan.corrections[index]);
  }

  /// dequantize(quantize(x)), which all read but operators of floats and the caller.
  Value quantised(size_t point, Value x) {
    const Range& range = plan.ranges[point];
    builder.setInsertionPointAfterValue(x);
    Builder b(builder, x.getLoc());
    SmallVector<OpOperand*> uses;
    for (OpOperand& use : x.getUses()) {
      Operation* user = use.getOwner();
      const bool isOperator = llvm::is_contained(prepared.operators, user) && use.getOperandNumber() == 0;
      if (!user->hasTrait<mlir::OpTrait::IsTerminator>() &&
          (!isOperator || llvm::is_contained(kept[point], user)))
        uses.push_back(&use);
    }
    Value q = b.make<RoundOp>(b.div(x, b.f32(range.scale)));
    if (range.zero)
      q = b.add(q, b.f32(static_cast<float>(range.zero)));
    q = b.cast(b.clamped(q), builder.getIntegerType(8, false));
    Value number = b.cast(q, builder.getF32Type());
    if (range.zero)
      number = b.sub(number, b.f32(static_cast<float>(range.zero)));
    Value result = b.mul(number, b.f32(range.scale));
    for (OpOperand* use : uses)
      use->set(result);
    return result;
  }

  Value stored(Operation* op) {
    const bool columns = isa<MatmulOp>(op);
    Value weight = op->getOperand(1);
    const std::string name = nameOf(weight);
    const SmallVector<int64_t> shape(Builder::shapeOf(weight));
    StoredWeight made =
        store(numbersOf(weight), static_cast<size_t>(columns ? shape.back() : shape[0]), columns);
    Builder b(builder, op->getLoc());
    Value q = parameter(builder, shape, made.numbers, name);
    Value scale = b.perChannel(made.scales, name.empty() ? "" : name + "_scale", shape, columns);
    return DequantizeOp::create(builder, op->getLoc(), q, scale, Value(), /*bits=*/8, /*axis=*/0,
                                /*block=*/0);
  }

  void correct(Operation* op, const std::string& name, ArrayRef<float> correction) {
    std::vector<double> bias(correction.begin(), correction.end());
    std::string path = name + ".bias";
    if (op->getNumOperands() > 2) {
      const std::vector<double> old = numbersOf(op->getOperand(2));
      if (old.size() != bias.size())
        return;
      for (auto [sum, number] : llvm::zip(bias, old))
        sum += number;
      if (std::string own = nameOf(op->getOperand(2)); !own.empty())
        path = own;
    }
    Value made = parameter(builder, {static_cast<int64_t>(bias.size())}, builder.getF32Type(), bias, path);
    SmallVector<Value> operands{op->getOperand(0), op->getOperand(1), made};
    op->setOperands(operands);
  }
};

} // namespace

std::string makeTrial(ModuleOp module, const std::vector<std::vector<float>>& equalisers,
                      std::string (*placeOf)(Location), Model& model) {
  Prepared prepared;
  if (std::string problem = prepare(module, equalisers, placeOf, prepared); !problem.empty())
    return problem;
  model = prepared.models;
  if (model.operators.empty())
    return "";
  func::FuncOp observe = prepared.function, trial = cast<func::FuncOp>(observe->clone());
  for (func::FuncOp function : {observe, trial})
    function->removeAttr(kEntryAttr);
  observe.setSymName(kObserveEntry);
  trial.setSymName(kTryEntry);
  module.push_back(trial);
  SmallVector<Value> read(model.points.size());
  SmallVector<Attribute> names;
  OpBuilder builder(module.getContext());
  for (auto [i, op] : llvm::enumerate(prepared.operators))
    read[prepared.points[i]] = op->getOperand(0);
  for (size_t i = 0; i < read.size(); ++i)
    names.push_back(named(builder, "point." + std::to_string(i)));
  setResults(observe, read, names);
  return Trial(model, trial).make() ? "" : "the trial's inputs cannot be made";
}

std::string quantise(ModuleOp module, const Plan& plan) {
  Prepared prepared;
  if (std::string problem = prepare(module, plan.equalisers, nullptr, prepared); !problem.empty())
    return problem;
  Quantiser(prepared, plan).run();
  nameParameters(prepared.function);
  return "";
}

} // namespace aic::quantise
