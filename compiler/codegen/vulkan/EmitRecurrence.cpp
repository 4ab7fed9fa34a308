// Recurrence: a workgroup a sequence, which goes through all time steps. The states stand in the workgroup's
// memory: h twice, as a step reads the one before while it writes its own, and c, which each unit's
// invocation alone touches. One barrier a step.
#include "compiler/codegen/Recurrence.h"
#include "compiler/codegen/vulkan/Emitters.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

class RecurrenceEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Recurrence r;
  Value hidden, cell; // [2][units], [units]
  Type f32 = e.b.getF32Type();

  // The products of a unit's rows of the weight, one a gate, with the state that begins at `from`.
  Values multiply(Value unit, Value from, Values sums) {
    if (r.units % 4 != 0)
      return e.loop(e.cst(0), e.cst(r.units), 1, sums, [&](Value k, ValueRange acc) {
        Value h = e.loadShared(hidden, e.add(from, k));
        Values next;
        for (int64_t gate = 0; gate < r.gates; ++gate) {
          Value row = e.mul(e.add(unit, gate * r.units), r.units);
          next.push_back(e.multiplyAdd(h, e.load(r.weight, e.add(row, k)), acc[gate]));
        }
        return next;
      });
    Values partial = e.loop(e.cst(0), e.cst(r.units / 4), 1, Values(r.gates, e.constant(f32, 0.0, 4)),
                            [&](Value k, ValueRange acc) {
                              Value at = e.add(from, e.mul(k, 4));
                              Values lanes;
                              for (int64_t lane = 0; lane < 4; ++lane)
                                lanes.push_back(e.loadShared(hidden, e.add(at, lane)));
                              Value h = e.gather(lanes);
                              Values next;
                              for (int64_t gate = 0; gate < r.gates; ++gate) {
                                Value row = e.mul(e.add(unit, gate * r.units), r.units / 4);
                                next.push_back(e.multiplyAdd(h, e.load4(r.weight, e.add(row, k)), acc[gate]));
                              }
                              return next;
                            });
    for (int64_t gate = 0; gate < r.gates; ++gate)
      for (int64_t lane = 0; lane < 4; ++lane)
        sums[gate] = e.fadd(sums[gate], e.extract(partial[gate], lane));
    return sums;
  }

  // Drivers may compute tanh from exp(2 x), which overflows; at 10 it is 1 in f32. A NaN stays.
  void boundTangents(Block& block) {
    for (auto tangent : llvm::make_early_inc_range(block.getOps<math::TanhOp>())) {
      OpBuilder::InsertionGuard guard(e.b);
      e.b.setInsertionPoint(tangent);
      Value x = tangent.getOperand();
      for (auto [predicate, bound] :
           {std::pair(arith::CmpFPredicate::OGT, 10.0), std::pair(arith::CmpFPredicate::OLT, -10.0)}) {
        Value limit = e.constant(f32, bound, 0);
        x = e.select(arith::CmpFOp::create(e.b, e.loc, predicate, x, limit), limit, x);
      }
      tangent.getOperandMutable().assign(x);
    }
  }

  void begin(Value sequence) {
    e.loop(e.local, e.cst(r.units), e.localSize(), [&](Value unit) {
      Value at = e.add(e.mul(sequence, r.units), unit), zero = e.constant(f32, 0.0, 0);
      e.storeShared(r.h0 ? e.load(r.h0, at) : zero, hidden, unit);
      if (r.hasCell())
        e.storeShared(r.c0 ? e.load(r.c0, at) : zero, cell, unit);
    });
    e.barrier();
  }

  void step(Value sequence, Value number) {
    Value time = r.time(e, number), parity = e.rem(number, 2);
    Value from = e.mul(parity, r.units), to = e.sub(e.cst(r.units), from);
    Value row = e.add(e.add(e.mul(sequence, r.xSequence), e.mul(time, r.xStep)), r.xOffset);
    e.loop(e.local, e.cst(r.units), e.localSize(), [&](Value unit) {
      auto fromX = [&](int64_t gate) { return e.load(r.x, e.add(e.add(row, unit), gate * r.units)); };
      Values sums;
      for (int64_t gate = 0; gate < r.gates; ++gate) {
        if (r.cell != Cell::Gru || gate < 2)
          sums.push_back(fromX(gate));
        else
          sums.push_back(r.bias ? e.load(r.bias, unit) : e.constant(f32, 0.0, 0));
      }
      sums = multiply(unit, from, sums);
      CellState before{e.loadShared(hidden, e.add(from, unit)),
                       r.hasCell() ? e.loadShared(cell, unit) : Value()};
      CellState after = emitCell(e, r.cell, sums, r.cell == Cell::Gru ? fromX(2) : Value(), before);
      boundTangents(*e.b.getInsertionBlock());
      e.storeShared(after.h, hidden, e.add(to, unit));
      if (r.hasCell())
        e.storeShared(after.c, cell, unit);
      e.store(0, after.h, e.add(e.mul(e.add(e.mul(sequence, r.steps), time), r.units), unit));
    });
    e.barrier();
  }

  void end(Value sequence) {
    e.loop(e.local, e.cst(r.units), e.localSize(), [&](Value unit) {
      Value at = e.add(e.mul(sequence, r.units), unit);
      e.store(1, e.loadShared(hidden, e.add(unit, r.steps % 2 * r.units)), at);
      if (r.hasCell())
        e.store(2, e.loadShared(cell, unit), at);
    });
  }

public:
  explicit RecurrenceEmitter(KernelEmitter& e)
      : e(e), r(describeRecurrence(e.parts.root)), hidden(e.shared(2 * r.units, e.b.getF32Type())) {
    if (r.hasCell())
      cell = e.shared(r.units, e.b.getF32Type());
  }

  void emit() {
    e.forEachWorkgroup([&](Value sequence) {
      begin(sequence);
      e.loop(e.cst(0), e.cst(r.steps), 1, [&](Value number) { step(sequence, number); });
      end(sequence);
    });
  }
};

} // namespace

Variants recurrenceVariants(schedule::KernelOp kernel) {
  Variant floor = flat(0);
  floor.workgroups = describeRecurrence(splitKernel(kernel).root).sequences;
  return {floor};
}

void emitRecurrence(KernelEmitter& e) {
  RecurrenceEmitter(e).emit();
}

} // namespace aic::codegen::vulkan
