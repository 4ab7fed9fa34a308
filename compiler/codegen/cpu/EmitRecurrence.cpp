// Recurrence: for a panel of units and some sequences, the gates' sums start with the input's projection and
// gather the product with the state before, K innermost, in registers; the cell's functions and the new state
// follow there. y is where the state before is read from, and the result c is where it waits.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/RecurrenceTiling.h"
#include "compiler/codegen/cpu/RegisterTile.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class RecurrenceEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Recurrence r;
  const RecurrenceTiling t;
  const int64_t lanes, width, vectors; // vectors of all gates of a panel
  FloatType f32;
  Value x, weight, bias, h0, c0, y, h, c;

  // A step of some sequences and a panel.
  struct Place {
    Value step, time, first; // a condition: it is the first
    Value sequence;          // the tile's first
    Value panel, unit;       // its number and its first unit
  };

  Value laneMask(const Place& p, int64_t v) {
    if (r.units % width == 0)
      return {};
    return e.maskFirst(e.sub(e.cst(r.units - v * lanes), p.unit), lanes);
  }
  // Offset of unit 0 of sequence i of the tile in y, at the element `time` of its sequence.
  Value rowOfY(const Place& p, Value time, int64_t i) {
    return e.mul(e.add(e.mul(e.add(p.sequence, i), r.steps), time), r.units);
  }
  Value rowOfState(const Place& p, int64_t i) { return e.mul(e.add(p.sequence, i), r.units); }
  Value before(const Place& p) { return e.add(p.time, r.before()); }

  Value fromX(const Place& p, int64_t i, int64_t gate, int64_t v) {
    Value row = e.add(e.mul(e.add(p.sequence, i), r.xSequence), e.mul(p.time, r.xStep));
    return e.load(x, e.add(e.add(row, p.unit), r.xOffset + gate * r.units + v * lanes), f32, lanes,
                  laneMask(p, v));
  }

  // The sums of all gates, [row][gate][vector]: from x, and for gru's n the bias.
  Values start(const Place& p, int64_t rows) {
    Values sums;
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t gate = 0; gate < r.gates; ++gate)
        for (int64_t v = 0; v < t.vectors; ++v) {
          if (r.cell != Cell::Gru || gate < 2)
            sums.push_back(fromX(p, i, gate, v));
          else if (bias)
            sums.push_back(e.load(bias, e.add(p.unit, v * lanes), f32, lanes, laneMask(p, v)));
          else
            sums.push_back(e.constant(f32, 0.0, lanes));
        }
    return sums;
  }

  // The product with the state before, which in the first step is h0, or nothing.
  Values multiply(const Place& p, int64_t rows, Values sums) {
    SmallVector<int64_t> all = llvm::to_vector(llvm::seq<int64_t>(0, rows));
    Value panel = e.mul(p.panel, r.units * r.gates * width);
    auto with = [&](Value state, Value at, int64_t row) {
      RegisterTile tile{e, state, row, 1, weight, r.gates * width, vectors, lanes};
      return tile.accumulate(at, all, panel, r.units, sums);
    };
    return e.choose(
        p.first, [&] { return h0 ? with(h0, rowOfState(p, 0), r.units) : sums; },
        [&] { return with(y, rowOfY(p, before(p), 0), r.steps * r.units); });
  }

  // A vector of the state before, from `initial` (or zero) in the first step.
  Value stateBefore(const Place& p, Value initial, Value offset, Value later, Value laterOffset, Value mask) {
    return e.choose(
        p.first,
        [&] {
          return Values{initial ? e.load(initial, offset, f32, lanes, mask) : e.constant(f32, 0.0, lanes)};
        },
        [&] { return Values{e.load(later, laterOffset, f32, lanes, mask)}; })[0];
  }

  void tile(const Place& p, int64_t rows) {
    Values sums = multiply(p, rows, start(p, rows));
    Value last = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, p.step, e.cst(r.steps - 1));
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t v = 0; v < t.vectors; ++v) {
        Value mask = laneMask(p, v), unit = e.add(p.unit, v * lanes);
        Value state = e.add(rowOfState(p, i), unit), out = e.add(rowOfY(p, p.time, i), unit);
        Values gates;
        for (int64_t gate = 0; gate < r.gates; ++gate)
          gates.push_back(sums[i * vectors + gate * t.vectors + v]);
        CellState old;
        Value input;
        if (r.hasCell())
          old.c = stateBefore(p, c0, state, c, state, mask);
        if (r.cell == Cell::Gru) {
          input = fromX(p, i, 2, v);
          old.h = stateBefore(p, h0, state, y, e.add(rowOfY(p, before(p), i), unit), mask);
        }
        CellState next = emitCell(e, r.cell, gates, input, old);
        e.store(next.h, y, out, mask);
        if (r.hasCell())
          e.store(next.c, c, state, mask);
        e.ifThenElse(last, [&] { e.store(next.h, h, state, mask); });
      }
  }

  // A panel of units of the tiles [begin, end) of sequences.
  void panel(Value number, Value step, Value begin, Value end) {
    Place p;
    p.step = step;
    p.time = r.time(e, step);
    p.first = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, step, e.cst(0));
    p.panel = number;
    p.unit = e.mul(number, width);
    int64_t tiles = t.tiles(r), rest = r.sequences % t.rows;
    e.loop(begin, end, 1, [&](Value index) {
      p.sequence = e.mul(index, t.rows);
      if (rest == 0)
        return tile(p, t.rows);
      Value isLast = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, index, e.cst(tiles - 1));
      e.ifThenElse(isLast, [&] { tile(p, rest); }, [&] { tile(p, t.rows); });
    });
  }

public:
  explicit RecurrenceEmitter(KernelEmitter& e)
      : e(e), r(describeRecurrence(e.parts.root)), t(RecurrenceTiling::fromAttr(*e.kernel.getTiling())),
        lanes(e.target.lanes(4)), width(t.width(e.target)), vectors(r.gates * t.vectors),
        f32(e.b.getF32Type()), x(e.buffer(r.x)), weight(e.buffer(r.weight)) {
    auto optional = [&](Value argument) { return argument ? e.buffer(argument) : Value(); };
    bias = optional(r.bias), h0 = optional(r.h0), c0 = optional(r.c0);
    y = e.resultBuffer(0);
    h = e.resultBuffer(1);
    if (r.hasCell())
      c = e.resultBuffer(2);
  }

  void emit() {
    int64_t panels = t.panels(r, e.target), tiles = t.tiles(r);
    if (t.inSteps) {
      auto [begin, end] = e.share(e.workgroup, panels, t.unitsPerGroup);
      e.loop(begin, end, 1, [&](Value number) { panel(number, e.step, e.cst(0), e.cst(tiles)); });
      return;
    }
    std::pair<Value, Value> part = e.share(e.workgroup, tiles, t.unitsPerGroup);
    e.loop(e.cst(0), e.cst(r.steps), 1, [&](Value step) {
      e.loop(e.cst(0), e.cst(panels), 1, [&](Value number) { panel(number, step, part.first, part.second); });
    });
  }
};

} // namespace

void emitRecurrence(KernelEmitter& e) {
  RecurrenceEmitter(e).emit();
}

} // namespace aic::codegen
