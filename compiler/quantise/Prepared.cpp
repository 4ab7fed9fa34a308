#include "compiler/quantise/Prepared.h"

#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Values.h"
#include "mlir/Pass/PassManager.h"

#include "llvm/ADT/StringExtras.h"

#include <cmath>
#include <map>

using namespace mlir;

namespace aic::quantise {

using transforms::constantWithData;
using transforms::shapeOf;
using transforms::typeOf;

namespace {

/// Whether it may be one of 8 bits: an activation by a constant, both of f32.
bool isOperator(Operation* op) {
  auto conv = dyn_cast<Conv2dOp>(op);
  if (!isa<Conv2dOp, LinearOp, MatmulOp>(op) || (conv && conv.getLayout() != ::aic::Layout::NCHW))
    return false;
  Value x = op->getOperand(0), weight = op->getOperand(1);
  return !x.getDefiningOp<ConstantOp>() && typeOf(x).getElementType().isF32() &&
         typeOf(weight).getElementType().isF32() && constantWithData(weight) &&
         typeOf(weight).getRank() >= 2 && (!isa<MatmulOp>(op) || typeOf(weight).getRank() == 2) &&
         typeOf(weight).getNumElements() > 0 && typeOf(op->getResult(0)).getNumElements() > 0;
}

/// The convolution or linear layer whose outputs are x's channels, scaled by what follows as they are:
/// nothing else reads them on the way. Null where there is none.
Operation* producerOf(Value x) {
  bool flat = false;
  while (true) {
    Operation* op = x.getDefiningOp();
    if (!op || !x.hasOneUse())
      return nullptr;
    if (isOperator(op))
      return isa<Conv2dOp>(op) || (isa<LinearOp>(op) && !flat) ? op : nullptr;
    if (isa<ReshapeOp>(op)) { // [N, C, ...] to [N, C * ...]
      if (flat || shapeOf(x).size() != 2 || shapeOf(op->getOperand(0)).size() != 4 ||
          shapeOf(op->getOperand(0))[0] != shapeOf(x)[0])
        return nullptr;
      flat = true;
    } else if (!isa<ReluOp, MaxPool2dOp, AvgPool2dOp, AdaptiveAvgPool2dOp>(op)) {
      return nullptr;
    }
    x = op->getOperand(0);
  }
}

/// How many neighbours of a weight's elements are of one input channel, of `channels`; 0 where they lie
/// otherwise.
int64_t innerOf(Operation* reader, int64_t channels) {
  const ArrayRef<int64_t> shape = shapeOf(reader->getOperand(1));
  if (auto conv = dyn_cast<Conv2dOp>(reader)) {
    const bool depthwise =
        shape[1] == 1 && shape[0] == channels && static_cast<int64_t>(conv.getGroups()) == channels;
    return (conv.getGroups() == 1 && shape[1] == channels) || depthwise ? shape[2] * shape[3] : 0;
  }
  return isa<LinearOp>(reader) && shape[1] % channels == 0 ? shape[1] / channels : 0;
}

class Preparation {
public:
  Preparation(Prepared& prepared, std::string (*placeOf)(Location))
      : prepared(prepared), placeOf(placeOf), builder(prepared.context()) {}

  void findAll() {
    prepared.operators = operatorsOf(prepared.function);
    Model& model = prepared.models;
    for (Operation* op : prepared.operators) {
      Operator info;
      info.kind = op->getName().stripDialect().str();
      info.name = nameOf(op->getOperand(1));
      if (llvm::StringRef name = info.name; name.consume_back(".weight"))
        info.name = name.str();
      if (info.name.empty())
        info.name = info.kind + "_" + std::to_string(model.operators.size());
      if (placeOf)
        info.place = placeOf(op->getLoc());
      const ArrayRef<int64_t> shape = shapeOf(op->getOperand(1));
      info.weights = typeOf(op->getOperand(1)).getNumElements();
      info.channels = isa<MatmulOp>(op) ? shape.back() : shape[0];
      if (const ArrayRef<int64_t> result = shapeOf(op->getResult(0)); result.size() > 1)
        info.rows = result[0];
      auto [at, isNew] = points.try_emplace(op->getOperand(0), model.points.size());
      if (isNew)
        addPoint(op);
      info.point = at->second;
      prepared.points.push_back(info.point);
      model.channels += info.channels;
      model.operators.push_back(std::move(info));
    }
  }

  /// Divides what each point's producer makes, and multiplies what reads it.
  void equalise(const std::vector<std::vector<float>>& equalisers) {
    for (auto [i, op] : llvm::enumerate(prepared.operators)) {
      const std::vector<float>& factors = equalisers[prepared.points[i]];
      Operation* producer = factors.empty() ? nullptr : producerOf(op->getOperand(0));
      if (!producer)
        continue;
      const auto channels = static_cast<int64_t>(factors.size());
      const int64_t rest = typeOf(producer->getOperand(1)).getNumElements() / channels;
      scale(producer, 1, [&](int64_t k) { return 1 / double(factors[k / rest]); });
      if (producer->getNumOperands() > 2)
        scale(producer, 2, [&](int64_t k) { return 1 / double(factors[k]); });
      const int64_t inner = innerOf(op, channels);
      scale(op, 1, [&](int64_t k) { return double(factors[k / inner % channels]); });
    }
  }

private:
  Prepared& prepared;
  std::string (*placeOf)(Location);
  OpBuilder builder;
  DenseMap<Value, size_t> points;

  void addPoint(Operation* reader) {
    Point point;
    Value x = reader->getOperand(0);
    Operation* producer = producerOf(x);
    const int64_t channels = producer ? shapeOf(producer->getOperand(1))[0] : 0;
    const bool ownWeights = producer && onlyReader(producer, 1) && onlyReader(reader, 1) &&
                            (producer->getNumOperands() < 3 || constantWithData(producer->getOperand(2)));
    if (const int64_t inner = ownWeights ? innerOf(reader, channels) : 0) {
      point.channels = channels;
      const ArrayRef<int64_t> shape = shapeOf(x);
      point.inner = shape.size() == 4 ? shape[2] * shape[3] : shape.back() / channels;
      point.weights.assign(static_cast<size_t>(channels), 0);
      for (auto [i, number] : llvm::enumerate(numbersOf(reader->getOperand(1)))) {
        float& most = point.weights[i / inner % channels];
        most = std::max(most, static_cast<float>(std::fabs(number)));
      }
    }
    prepared.models.points.push_back(std::move(point));
  }

  /// Whether no other operation reads that operand: a tied weight stays what it is.
  static bool onlyReader(Operation* op, unsigned operand) { return op->getOperand(operand).hasOneUse(); }

  template <typename Factor> void scale(Operation* op, unsigned operand, const Factor& factor) {
    Value old = op->getOperand(operand);
    std::vector<double> numbers = numbersOf(old);
    for (auto [k, number] : llvm::enumerate(numbers))
      number *= factor(static_cast<int64_t>(k));
    builder.setInsertionPoint(op);
    op->setOperand(operand, parameter(builder, shapeOf(old), builder.getF32Type(), numbers, nameOf(old)));
  }
};

} // namespace

std::vector<Operation*> operatorsOf(func::FuncOp function) {
  std::vector<Operation*> found;
  for (Operation& op : function.front())
    if (isOperator(&op))
      found.push_back(&op);
  return found;
}

std::vector<double> numbersOf(Value constant) {
  FailureOr<reference::Tensor> tensor = reference::fromAttr(constantWithData(constant));
  return succeeded(tensor) ? std::move(tensor->f) : std::vector<double>();
}

std::string nameOf(Value constant) {
  llvm::StringRef name;
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(constantWithData(constant)))
    name = resource.getRawHandle().getKey();
  if (auto location = dyn_cast<NameLoc>(constant.getLoc())) {
    name = location.getName().getValue();
    if (name.consume_front("tensor '"))
      name.consume_back("'");
    else if (name.starts_with("node '"))
      name = "";
  }
  while (name.consume_back("+bn")) {
  }
  return name.str();
}

Value parameter(OpBuilder& builder, ArrayRef<int64_t> shape, Type element, const std::vector<double>& numbers,
                const std::string& name) {
  auto type = RankedTensorType::get(shape, element);
  ElementsAttr value = transforms::roundedAttr(numbers, type, name.empty() ? "constant" : name);
  if (!value) // beyond f32, which no scale of a weight is
    value = DenseElementsAttr::get(type, builder.getFloatAttr(element, 0));
  return ConstantOp::create(builder, NameLoc::get(builder.getStringAttr("tensor '" + name + "'")), value);
}

Value parameter(OpBuilder& builder, ArrayRef<int64_t> shape, const std::vector<int8_t>& numbers,
                const std::string& name) {
  auto type = RankedTensorType::get(shape, builder.getI8Type());
  char* data = nullptr;
  ElementsAttr value = transforms::newResource(type, name.empty() ? "constant" : name, &data);
  if (value)
    std::copy(numbers.begin(), numbers.end(), data);
  else
    value = DenseElementsAttr::get(type, ArrayRef<int8_t>(numbers));
  return ConstantOp::create(builder, NameLoc::get(builder.getStringAttr("tensor '" + name + "'")), value);
}

DictionaryAttr named(OpBuilder& builder, StringRef name) {
  return builder.getDictionaryAttr(builder.getNamedAttr("aic.name", builder.getStringAttr(name)));
}

void setResults(func::FuncOp function, ArrayRef<Value> results, ArrayRef<Attribute> names) {
  Operation* end = function.getBody().front().getTerminator();
  OpBuilder builder(end);
  func::ReturnOp::create(builder, function.getLoc(), results);
  end->erase();
  function.setFunctionType(
      builder.getFunctionType(function.getArgumentTypes(), llvm::to_vector(ValueRange(results).getTypes())));
  function.setResAttrsAttr(builder.getArrayAttr(names));
}

std::string prepare(ModuleOp module, const std::vector<std::vector<float>>& equalisers,
                    std::string (*placeOf)(Location), Prepared& prepared) {
  auto functions = llvm::to_vector(module.getOps<func::FuncOp>());
  if (functions.size() != 1)
    return "say which graph it is, --graph NAME, in one size";
  prepared.function = functions.front();
  for (unsigned i = 0; i < prepared.function.getNumArguments(); ++i)
    if (prepared.function.getArgAttr(i, kStateAttr))
      return "the model has states: static ranges are found for models without";
  PassManager pm(module.getContext());
  pm.addNestedPass<func::FuncOp>(transforms::createFoldBatchNorm());
  if (failed(pm.run(module)))
    return "the batch norms cannot be folded";
  Preparation preparation(prepared, placeOf);
  preparation.findAll();
  if (!equalisers.empty()) {
    preparation.equalise(equalisers);
    prepared.operators = operatorsOf(prepared.function);
  }
  return "";
}

void nameParameters(func::FuncOp function) {
  OpBuilder builder(function.getContext());
  for (Operation& op : function.front()) {
    auto constant = dyn_cast<ConstantOp>(op);
    if (!constant || !constantWithData(constant.getResult()))
      continue;
    const bool has = isa<DenseResourceElementsAttr>(constant.getValue()) || isa<NameLoc>(constant.getLoc());
    if (std::string name = has ? nameOf(constant) : ""; !name.empty())
      constant->setLoc(NameLoc::get(builder.getStringAttr("tensor '" + name + "'")));
  }
}

} // namespace aic::quantise
