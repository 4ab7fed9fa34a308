// How long evaluation will take, told from types alone.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Quantised.h"
#include "dialects/aic/Training.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace aic::reference {
namespace {

using llvm::SaturatingAdd;
using llvm::SaturatingMultiply;

/// Product of sizes, saturating.
uint64_t product(ArrayRef<int64_t> sizes) {
  if (llvm::is_contained(sizes, 0))
    return 0;
  uint64_t count = 1;
  for (int64_t size : sizes)
    count = SaturatingMultiply<uint64_t>(count, uint64_t(size));
  return count;
}

uint64_t elements(Type type) {
  auto shaped = dyn_cast<ShapedType>(type);
  return shaped && shaped.hasStaticShape() ? product(shaped.getShape()) : 0;
}

uint64_t elementsMoved(Operation* op) {
  uint64_t steps = 0;
  for (Type type : op->getOperandTypes())
    steps = SaturatingAdd(steps, elements(type));
  for (Type type : op->getResultTypes())
    steps = SaturatingAdd(steps, elements(type));
  return steps;
}

ArrayRef<int64_t> shapeOf(Value value) {
  return cast<ShapedType>(value.getType()).getShape();
}

/// What one result element is made of; the kernel never sees more than the input's plane.
uint64_t windowElements(Value x, ArrayRef<int64_t> kernel) {
  return std::min(product(kernel), elements(x.getType()));
}

uint64_t steps(Operation* op) {
  auto each = [&](uint64_t count, uint64_t steps) {
    return SaturatingAdd(elementsMoved(op), SaturatingMultiply(count, steps));
  };
  auto perResult = [&](uint64_t steps) { return each(elements(op->getResult(0).getType()), steps); };
  // Each of x's steps with each row of the weights.
  auto perWeight = [&](Value x, std::initializer_list<Value> weights) {
    uint64_t sum = 0;
    for (Value weight : weights)
      sum = SaturatingAdd(sum, elements(weight.getType()));
    return each(product(shapeOf(x).take_front(2)), sum);
  };
  return llvm::TypeSwitch<Operation*, uint64_t>(op)
      .Case<AttentionOp, QuantisedAttentionOp>([&](auto attention) {
        ArrayRef<int64_t> k = shapeOf(attention.getK());
        uint64_t widths = SaturatingAdd(uint64_t(k.back()), uint64_t(shapeOf(attention.getV()).back()));
        return each(product(shapeOf(attention.getQ()).drop_back()),
                    SaturatingMultiply(uint64_t(k[k.size() - 2]), widths));
      })
      .Case([&](Conv1dOp conv) { return perResult(product(shapeOf(conv.getWeight()).drop_front())); })
      .Case([&](Conv2dOp conv) { return perResult(product(shapeOf(conv.getWeight()).drop_front())); })
      .Case([&](Conv2dWeightGradientOp conv) {
        uint64_t outputs = std::max<uint64_t>(uint64_t(conv.getType().getDimSize(0)), 1);
        return perResult(elements(conv.getGradient().getType()) / outputs);
      })
      .Case([&](ConvTranspose2dOp conv) {
        return each(elements(conv.getX().getType()), product(shapeOf(conv.getWeight()).drop_front()));
      })
      .Case<LstmOp, GruOp, RnnOp>(
          [&](auto cell) { return perWeight(cell.getX(), {cell.getWIh(), cell.getWHh()}); })
      .Case([&](RecurrenceOp recurrence) { return perWeight(recurrence.getX(), {recurrence.getWHh()}); })
      .Case([&](LinearOp linear) { return perResult(uint64_t(shapeOf(linear.getWeight())[1])); })
      .Case([&](BlockLinearOp linear) { return perResult(uint64_t(shapeOf(linear.getX()).back())); })
      .Case([&](MatmulOp matmul) { return perResult(uint64_t(shapeOf(matmul.getA()).back())); })
      .Case([&](MaxPool2dOp pool) { return perResult(windowElements(pool.getX(), pool.getKernel())); })
      .Case([&](MaxPool2dGradientOp pool) {
        return each(elements(pool.getGradient().getType()), windowElements(pool.getX(), pool.getKernel()));
      })
      .Case([&](AvgPool2dOp pool) { return perResult(windowElements(pool.getX(), pool.getKernel())); })
      .Case([&](FusedOp fused) {
        uint64_t sum = elementsMoved(op);
        for (Operation& inner : fused.getBody().front())
          sum = SaturatingAdd(sum, steps(&inner));
        return sum;
      })
      .Default([&](Operation*) { return elementsMoved(op); });
}

} // namespace

int64_t estimateSteps(Operation* op) {
  return int64_t(std::min<uint64_t>(steps(op), uint64_t(std::numeric_limits<int64_t>::max())));
}

} // namespace aic::reference
