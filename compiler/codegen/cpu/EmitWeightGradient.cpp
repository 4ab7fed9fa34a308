// The gradient of a convolution's weight: a product whose depth are the pixels. A tile is mr outputs,
// elements of the gradient that are broadcast, by nv vectors of channels of x. Pixels are taken row by row;
// those where a window looks beside x are left out of the row, and rows that lie above or below it have none.
#include "compiler/codegen/cpu/RegisterTile.h"
#include "compiler/codegen/cpu/TrainingEmitters.h"
#include "compiler/codegen/cpu/WinogradGradient.h"

#include <tuple>

using namespace mlir;

namespace aic::codegen {
namespace {

class WeightGradientEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const WeightGradient w;
  const WeightGradientTiling t;
  const int64_t lanes, width, panelsOfRun;
  Value x, gradient;
  Value panelBegin, panelEnd, tileBegin, tileEnd; ///< of this workgroup

  /// nv vectors of a run: where it begins in the window, and where they begin in the run.
  struct Panel {
    Value ky, kx, column, valid;
    Value number; ///< in the workgroup
  };

  Panel panelAt(Value index, Value first) {
    Value run = e.div(index, panelsOfRun), inRun = panelsOfRun == 1 ? e.cst(0) : e.rem(index, panelsOfRun);
    Panel p;
    p.ky = e.div(run, w.runs());
    p.kx = w.runs() == 1 ? e.cst(0) : e.rem(run, w.runs());
    p.column = e.mul(inRun, width);
    p.valid = e.sub(e.cst(w.runLength()), p.column);
    p.number = e.sub(index, first);
    return p;
  }

  Value mask(const Panel& p, int64_t j) {
    if (w.runLength() % width == 0)
      return {};
    return e.maskFirst(e.sub(p.valid, e.cst(j * lanes)), lanes);
  }

  /// The sums of `mr` outputs from `output` on over the rows [begin, end).
  Values sumRows(const Panel& p, Value output, int64_t mr, Value begin, Value end) {
    auto maskOf = [&](int64_t j) { return mask(p, j); };
    RegisterTile tile{e, gradient, 1, w.channelsOut, x, w.strideW * w.channelsIn, t.nv, lanes};
    if (w.runLength() % width != 0)
      tile.maskOf = maskOf;
    const SmallVector<int64_t> active = llvm::to_vector(llvm::seq<int64_t>(0, mr));
    Value left = e.add(e.mul(p.kx, w.dilationW), -w.padLeft), first, count; // pixels of a row
    if (!w.wholeRows) {
      first = e.ceilDivClipped(e.sub(e.cst(0), left), w.strideW, w.outWidth);
      count = e.sub(e.ceilDivClipped(e.sub(e.cst(w.width), left), w.strideW, w.outWidth), first);
      count = e.max(count, e.cst(0));
    }
    return e.loop(begin, end, 1, tile.zeros(mr), [&](Value row, ValueRange sums) {
      Value image = e.div(row, w.outHeight), oh = e.rem(row, w.outHeight);
      Value y = e.add(e.add(e.mul(oh, w.strideH), e.mul(p.ky, w.dilationH)), -w.padTop);
      Value pixel = e.mul(row, w.outWidth), column = left, there = count;
      if (first) {
        pixel = e.add(pixel, first);
        column = e.add(column, e.mul(first, w.strideW));
      }
      if (w.looksOutside()) {
        Value whole = there ? there : e.cst(w.outWidth);
        there = arith::SelectOp::create(e.b, e.loc, e.inside(y, w.height), whole, e.cst(0));
      }
      Value a = e.add(e.mul(pixel, w.channelsOut), output);
      Value place = e.add(e.mul(e.add(e.mul(image, w.height), y), w.width), column);
      Value b = e.add(e.mul(place, w.channelsIn), p.column);
      if (there)
        return tile.accumulate(a, active, b, there, Values(sums));
      return tile.accumulate(a, active, b, w.outWidth, Values(sums));
    });
  }

  void finish(const Panel& p, Value output, int64_t mr, const Values& sums) {
    e.finishTile(sums, mr, t.nv, [&](Value i, int64_t j) {
      Value row = e.add(e.mul(e.add(output, i), w.windowRows()), p.ky);
      if (!w.wholeRows)
        row = e.add(e.mul(row, w.kernelWidth), p.kx);
      return Position{row, e.add(p.column, j * lanes), lanes, mask(p, j)};
    });
  }

  /// Runs body(tile, its first output, where its sums are, mr) for the tiles of this workgroup.
  void eachTile(const Panel& panel, function_ref<void(Value, Value, Value, int64_t)> body) {
    e.loop(tileBegin, tileEnd, 1, [&](Value tile) {
      Value output = e.mul(tile, t.mr), inGroup = e.sub(tile, tileBegin);
      Value sums = e.mul(e.add(e.mul(panel.number, t.tilesPerGroup), inGroup), t.mr * width);
      int64_t tail = w.channelsOut % t.mr;
      if (tail == 0)
        return body(inGroup, output, sums, t.mr);
      Value isTail = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, tile, e.cst(t.tiles(w) - 1));
      e.ifThenElse(
          isTail, [&] { body(inGroup, output, sums, tail); }, [&] { body(inGroup, output, sums, t.mr); });
    });
  }
  void eachPanel(function_ref<void(const Panel&)> body) {
    e.loop(panelBegin, panelEnd, 1, [&](Value index) { body(panelAt(index, panelBegin)); });
  }

  /// What becomes of a block's sums of a tile: they are added to those before, or are all there are.
  void keep(const Panel& panel, Value output, Value at, int64_t mr, const Values& sums) {
    if (t.blocks(w) == 1)
      return finish(panel, output, mr, sums);
    for (int64_t i = 0; i < mr * t.nv; ++i) {
      Value place = e.add(at, i * lanes), before = e.load(e.workerScratch, place, e.b.getF32Type(), lanes);
      e.store(arith::AddFOp::create(e.b, e.loc, before, sums[i]), e.workerScratch, place);
    }
  }

  /// Calls body(begin, end) for the blocks of [0, count), with sums cleared before and finished behind them.
  void eachBlock(int64_t count, int64_t each, function_ref<void(Value, Value)> body) {
    if (t.blocks(w) == 1)
      return body(e.cst(0), e.cst(count));
    Type real = e.b.getF32Type();
    e.loop(e.cst(0), e.cst(t.sums(w, e.target)), lanes,
           [&](Value at) { e.store(e.constant(real, 0.0, lanes), e.workerScratch, at); });
    e.loop(e.cst(0), e.cst(count), each,
           [&](Value begin) { body(begin, e.min(e.add(begin, each), e.cst(count))); });
    eachPanel([&](const Panel& panel) {
      eachTile(panel, [&](Value, Value output, Value at, int64_t mr) {
        Values sums;
        for (int64_t i = 0; i < mr * t.nv; ++i)
          sums.push_back(e.load(e.workerScratch, e.add(at, i * lanes), real, lanes));
        finish(panel, output, mr, sums);
      });
    });
  }

  /// scratch <- the gradient of the pixels [begin, end), [tile][pixel][mr].
  void packGradient(Value begin, Value end, int64_t to) {
    e.loop(begin, end, 1, [&](Value pixel) {
      e.loop(tileBegin, tileEnd, 1, [&](Value tile) {
        Value output = e.mul(tile, t.mr), from = e.add(e.mul(pixel, w.channelsOut), output);
        Value row = e.add(e.mul(e.sub(tile, tileBegin), t.depth), e.sub(pixel, begin));
        Value place = e.add(e.mul(row, t.mr), to);
        e.forEachVector(t.mr, lanes, [&](Value i, int64_t, Value mask) {
          Value there = mask;
          if (w.channelsOut % t.mr != 0) { // outputs that are not there are 0
            Value valid = e.min(e.sub(e.cst(w.channelsOut), output), e.cst(t.mr));
            there = e.maskFirst(e.sub(valid, i), lanes);
          }
          Value value = e.load(gradient, e.add(from, i), e.b.getF32Type(), lanes, there);
          e.store(value, e.workerScratch, e.add(place, i), mask);
        });
      });
    });
  }

  /// scratch <- the same of a panel of x, [pixel][width].
  void packPanel(const Panel& p, Value begin, Value end, int64_t to) {
    e.loop(begin, end, 1, [&](Value pixel) {
      Value from = e.add(e.mul(pixel, w.channelsIn), p.column);
      Value place = e.add(e.mul(e.sub(pixel, begin), width), to);
      for (int64_t j = 0; j < t.nv; ++j)
        e.store(e.load(x, e.add(from, j * lanes), e.b.getF32Type(), lanes, mask(p, j)), e.workerScratch,
                e.add(place, j * lanes));
    });
  }

  /// scratch <- the windows of the pixels [begin, end), [pixel][packedRow]: those of their rows that this
  /// workgroup's panels see. What the last vector of a row has too much is 0 until the next row lies there.
  void gatherWindows(Value begin, Value end, int64_t to) {
    const int64_t row = w.rowLength();
    Value firstRow = e.div(e.mul(panelBegin, width), row);
    Value lastRow = e.min(e.add(e.div(e.add(e.mul(panelEnd, width), -1), row), 1), e.cst(w.kernelHeight));
    e.loop(begin, end, 1, [&](Value pixel) {
      SmallVector<Value> place = e.delinearize(pixel, {w.images, w.outHeight, w.outWidth});
      Value y = e.add(e.mul(place[0], w.height), e.mul(place[1], w.strideH));
      Value column = e.mul(place[2], w.strideW * w.channelsIn);
      Value target = e.add(e.mul(e.sub(pixel, begin), t.packedRow(w, e.target)), to);
      e.loop(firstRow, lastRow, 1, [&](Value ky) {
        Value line = e.add(y, e.mul(ky, w.dilationH));
        Value from = e.add(e.mul(line, w.width * w.channelsIn), column), at = e.add(target, e.mul(ky, row));
        e.forEachVector(row, lanes, [&](Value i, int64_t, Value mask) {
          e.store(e.load(x, e.add(from, i), e.b.getF32Type(), lanes, mask), e.workerScratch, e.add(at, i));
        });
      });
    });
  }

  void emitPacked() {
    const int64_t toGradient = t.sums(w, e.target), toPanel = toGradient + t.packedGradient();
    const int64_t packedRow = t.packedRow(w, e.target);
    eachBlock(w.pixels(), t.depth, [&](Value begin, Value end) {
      packGradient(begin, end, toGradient);
      if (w.isGathered)
        gatherWindows(begin, end, toPanel);
      eachPanel([&](const Panel& panel) {
        if (!w.isGathered)
          packPanel(panel, begin, end, toPanel);
        eachTile(panel, [&](Value inGroup, Value output, Value at, int64_t mr) {
          RegisterTile tile{e, e.workerScratch, 1, t.mr, e.workerScratch, packedRow, t.nv, lanes};
          Value a = e.add(e.mul(inGroup, t.depth * t.mr), toGradient), b = e.cst(toPanel);
          if (w.isGathered)
            b = e.add(b, panel.column);
          SmallVector<int64_t> active = llvm::to_vector(llvm::seq<int64_t>(0, mr));
          keep(panel, output, at, mr,
               w.pixels() % t.depth == 0 ? tile.accumulate(a, active, b, t.depth, tile.zeros(mr))
                                         : tile.accumulate(a, active, b, e.sub(end, begin), tile.zeros(mr)));
        });
      });
    });
  }

public:
  WeightGradientEmitter(KernelEmitter& e, const WeightGradient& w, const WeightGradientTiling& t)
      : e(e), w(w), t(t), lanes(e.target.lanes(sizeof(float))), width(t.width(e.target)),
        panelsOfRun(t.panelsOfRun(w, e.target)), x(e.buffer(e.parts.root->getOperand(0))),
        gradient(e.buffer(e.parts.root->getOperand(1))) {
    const int64_t tiles = t.tiles(w), tileGroups = ceilDiv(tiles, t.tilesPerGroup);
    std::tie(panelBegin, panelEnd) =
        e.share(e.div(e.workgroup, tileGroups), t.panels(w, e.target), t.panelsPerGroup);
    std::tie(tileBegin, tileEnd) =
        e.share(tileGroups == 1 ? e.cst(0) : e.rem(e.workgroup, tileGroups), tiles, t.tilesPerGroup);
  }

  void emit() {
    if (t.depth > 0)
      return emitPacked();
    eachBlock(w.rows(), t.rowsPerBlock, [&](Value begin, Value end) {
      eachPanel([&](const Panel& panel) {
        eachTile(panel, [&](Value, Value output, Value at, int64_t mr) {
          keep(panel, output, at, mr, sumRows(panel, output, mr, begin, end));
        });
      });
    });
  }
};

} // namespace

void emitWeightGradient(KernelEmitter& e) {
  WeightGradient w = describeWeightGradient(e.parts.root);
  auto out = typeOf(e.parts.root->getResult(0));
  e.space = ResultSpace(out.getShape(), out.getRank() == 2 || w.isGathered ? 1 : w.wholeRows ? 2 : 3);
  if (isWinogradGradient(e.kernel))
    return emitWinogradGradient(e);
  WeightGradientEmitter(e, w, WeightGradientTiling::fromAttr(*e.kernel.getTiling())).emit();
}

} // namespace aic::codegen
