// Linear layers of f32 with a constant weight of bf16, many rows at a time, by AMX. A workgroup writes its
// rows of x as tiles of bf16, rounded to nearest even, into scratch memory; 2 x 2 tiles of sums meet these
// with tiles of the weight, whose panels of pairs (lowering/Packing.h) are such as they lie.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/MatrixTiles.h"
#include "compiler/codegen/cpu/PairsInTiles.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// With fewer, rows wait for the weight's bytes and may as well stay f32.
constexpr int64_t kFewRows = 4;
constexpr int64_t kMostDepth = 1 << 16;
// Of a workgroup's rows, which are to stay in the second-level cache beside the panels.
constexpr int64_t kBytesOfRows = 768 * 1024;
// Each workgroup writes its rows as tiles, 15 cycles for 32 numbers: beside 384 columns that takes little
// (128 x 768 x 3072 takes 0.92 of the time with 192), but four threads are to have something to do.
constexpr int64_t kColumnsOfGroup = 384, kFewestColumns = 192, kEnoughGroups = 4, kMostGroups = 64;
// Weights beyond this do not stay in the second-level cache from run to run: while one panel is read, the
// next is fetched, 1.06 to 1.14 times as fast.
constexpr int64_t kPrefetchBytes = 512 * 1024, kWordsOfLine = 16;
// Numbers of x in a tile's row.
constexpr int64_t kDepthOfTile = 2 * kTileWords;

int64_t pairsOf(const Contraction& c) {
  return ceilDiv(c.channelsIn, 2);
}
int64_t stepsOf(const Contraction& c) {
  return ceilDiv(c.channelsIn, kDepthOfTile);
}
int64_t unitsOfGroup(const Contraction& c, const ContractionTiling& t) {
  return std::min(t.units(c), t.unitsPerGroup);
}
int64_t wordsOfRows(const Contraction& c, const ContractionTiling& t) {
  return unitsOfGroup(c, t) * t.mr * kTileWords * stepsOf(c);
}

class TilesOfPairs {
  KernelEmitter& e;
  const Contraction c;
  const ContractionTiling t;
  const int64_t width, depth, pairs;
  const int64_t steps, whole, rest; ///< of tiles along K, of whole ones; pairs of the one that is not
  const int64_t rowTiles;           ///< of a unit
  MatrixTiles tiles;
  Value x, weight, bias, scratch, endOfPanel, sums;
  static constexpr int64_t kColumns = 2 * kTileWords; ///< of sums
  // The tiles: sums [row][column], then rows of x, then columns of the weight.
  static constexpr int64_t kRowsAt = 4, kColumnsAt = 6;

  struct Panel {
    Value base, column; ///< in pairs; its first output
  };

  /// Vector j of pair `pair` of a panel, as words.
  Value words(const Panel& panel, Value pair, int64_t j) {
    Value at = e.mul(e.add(e.add(panel.base, e.mul(pair, width)), j * kTileWords), 2);
    Value bits = vector::LoadOp::create(e.b, e.loc, VectorType::get({2 * kTileWords}, e.b.getIntegerType(16)),
                                        weight, ValueRange{at});
    return vector::BitCastOp::create(e.b, e.loc, VectorType::get({kTileWords}, e.b.getF32Type()), bits);
  }

  /// A tile's row from `count` numbers of x, with zeros behind them.
  void writeRow(Value from, Value to, int64_t count) {
    Type f32 = e.b.getF32Type();
    auto load = [&](int64_t first) {
      const int64_t there = std::clamp<int64_t>(count - first, 0, kTileWords);
      if (there == 0)
        return e.constant(f32, 0, kTileWords);
      return e.load(x, e.add(from, first), f32, kTileWords,
                    there == kTileWords ? Value() : e.maskFirst(e.cst(there), kTileWords));
    };
    Value low = load(0), high = load(kTileWords);
    Value halves = LLVM::CallIntrinsicOp::create(
                       e.b, e.loc, VectorType::get({kDepthOfTile}, e.b.getBF16Type()),
                       e.b.getStringAttr("llvm.x86.avx512bf16.cvtne2ps2bf16.512"), ValueRange{high, low})
                       .getResult(0);
    e.store(vector::BitCastOp::create(e.b, e.loc, VectorType::get({kTileWords}, f32), halves), scratch, to);
  }

  /// scratch <- the rows [first, end) as tiles [rows / 16][K / 32][16][32]. Those behind the last one hold
  /// what they held; their sums are not read.
  void writeRows(Value first, Value end) {
    e.loop(first, end, 1, [&](Value row) {
      Value own = e.sub(row, first), from = e.mul(row, depth);
      Value to =
          e.add(e.mul(e.div(own, kTileRows), steps * kWordsOfTile), e.mul(e.rem(own, kTileRows), kTileWords));
      e.loop(e.cst(0), e.cst(depth / kDepthOfTile), 1, [&](Value k) {
        writeRow(e.add(from, e.mul(k, kDepthOfTile)), e.add(to, e.mul(k, kWordsOfTile)), kDepthOfTile);
      });
      if (int64_t tail = depth % kDepthOfTile)
        writeRow(e.add(from, depth - tail), e.add(to, (steps - 1) * kWordsOfTile), tail);
    });
  }

  /// A tile reads 16 rows of a panel: of fewer, a copy with zeros behind them.
  void copyEnd(const Panel& panel) {
    for (int64_t p = 0; p < kTileRows; ++p)
      for (int64_t j = 0; j < t.nv; ++j)
        e.store(p < rest ? words(panel, e.cst(whole * kTileRows + p), j)
                         : e.constant(e.b.getF32Type(), 0, kTileWords),
                scratch, e.add(endOfPanel, p * width + j * kTileWords));
  }

  /// A step's part of the next panel, in lines.
  int64_t linesOfStep() const {
    const int64_t visits = unitsOfGroup(c, t) * ceilDiv(t.nv, 2) * std::max<int64_t>(1, whole);
    return ceilDiv(pairs * width, kWordsOfLine * visits);
  }

  void multiply(int64_t columns) {
    for (int64_t i = 0; i < rowTiles; ++i)
      for (int64_t j = 0; j < columns; ++j)
        tiles.multiplyPairs(2 * i + j, kRowsAt + i, kColumnsAt + j);
  }

  /// The sums of unit `own` of the workgroup and of the vectors [j, j + columns) of a panel.
  void accumulate(Value own, const Panel& panel, int64_t first, int64_t columns) {
    Value rows = e.mul(own, rowTiles * steps * kWordsOfTile);
    for (int64_t i = 0; i < rowTiles; ++i)
      for (int64_t j = 0; j < columns; ++j)
        tiles.zero(2 * i + j);
    auto loadRows = [&](Value k) {
      for (int64_t i = 0; i < rowTiles; ++i)
        tiles.load(kRowsAt + i, scratch, e.add(e.add(rows, e.mul(k, kWordsOfTile)), i * steps * kWordsOfTile),
                   kTileWords);
    };
    const bool fetches = 4 * c.channelsOut * pairs > kPrefetchBytes;
    const int64_t lines = linesOfStep();
    Value ahead =
        e.add(e.add(panel.base, pairs * width), e.mul(e.add(e.mul(own, ceilDiv(t.nv, 2)), first / 2),
                                                      lines * kWordsOfLine * std::max<int64_t>(1, whole)));
    e.loop(e.cst(0), e.cst(whole), 1, [&](Value k) {
      for (int64_t line = 0; fetches && line < lines; ++line)
        memref::PrefetchOp::create(
            e.b, e.loc, weight,
            ValueRange{e.mul(e.add(e.add(ahead, e.mul(k, lines * kWordsOfLine)), line * kWordsOfLine), 2)},
            /*isWrite=*/false, /*localityHint=*/2, /*isDataCache=*/true);
      loadRows(k);
      Value at = e.add(panel.base, e.mul(k, kTileRows * width));
      for (int64_t j = 0; j < columns; ++j)
        tiles.load(kColumnsAt + j, weight, e.mul(e.add(at, (first + j) * kTileWords), 2), width);
      multiply(columns);
    });
    if (rest == 0)
      return;
    loadRows(e.cst(whole));
    for (int64_t j = 0; j < columns; ++j)
      tiles.load(kColumnsAt + j, scratch, e.add(endOfPanel, (first + j) * kTileWords), width);
    multiply(columns);
  }

  /// Stores the sums of the unit whose first row is `row`, with bias and epilogue.
  void finish(Value row, const Panel& panel, int64_t first, int64_t columns) {
    Type f32 = e.b.getF32Type();
    for (int64_t i = 0; i < rowTiles; ++i)
      for (int64_t j = 0; j < columns; ++j)
        tiles.store(2 * i + j, sums, e.cst(i * kTileRows * kColumns + j * kTileWords), kColumns);
    SmallVector<Value> column, mask, start;
    for (int64_t j = 0; j < columns; ++j) {
      column.push_back(e.add(panel.column, (first + j) * kTileWords));
      const bool full = c.channelsOut % width == 0;
      mask.push_back(full ? Value() : e.maskFirst(e.sub(e.cst(c.channelsOut), column[j]), kTileWords));
      start.push_back(bias ? e.load(bias, column[j], f32, kTileWords, mask[j]) : Value());
    }
    e.loop(e.cst(0), e.min(e.cst(t.mr), e.sub(e.cst(c.outWidth), row)), 1, [&](Value i) {
      for (int64_t j = 0; j < columns; ++j) {
        Value sum = e.load(sums, e.add(e.mul(i, kColumns), j * kTileWords), f32, kTileWords);
        if (start[j])
          sum = arith::AddFOp::create(e.b, e.loc, sum, start[j]);
        e.finish(sum, Position{e.add(row, i), column[j], kTileWords, mask[j]});
      }
    });
  }

public:
  TilesOfPairs(KernelEmitter& e, const Contraction& c, const ContractionTiling& t)
      : e(e), c(c), t(t), width(t.width(c, e.target)), depth(c.channelsIn), pairs(pairsOf(c)),
        steps(stepsOf(c)), whole(pairs / kTileRows), rest(pairs % kTileRows), rowTiles(t.mr / kTileRows),
        tiles(e), scratch(e.workerScratch) {
    auto root = cast<LinearOp>(e.parts.root);
    x = e.buffer(root.getX());
    weight = e.buffer(root.getWeight());
    if (root.getBias())
      bias = e.buffer(root.getBias());
    sums = e.scratch(4 * kWordsOfTile);
    endOfPanel = e.cst(wordsOfRows(c, t));
  }

  void emit() {
    const int64_t units = t.units(c), unitGroups = ceilDiv(units, t.unitsPerGroup);
    auto [panelBegin, panelEnd] =
        e.share(e.div(e.workgroup, unitGroups), t.panels(c, e.target), t.panelsPerGroup);
    std::pair<Value, Value> ofUnits =
        e.share(unitGroups == 1 ? e.cst(0) : e.rem(e.workgroup, unitGroups), units, t.unitsPerGroup);
    Value firstRow = e.mul(ofUnits.first, t.mr);
    tiles.configure();
    writeRows(firstRow, e.min(e.mul(ofUnits.second, t.mr), e.cst(c.outWidth)));
    e.loop(panelBegin, panelEnd, 1, [&](Value index) {
      Panel panel{e.mul(index, pairs * width), e.mul(index, width)};
      if (rest)
        copyEnd(panel);
      e.loop(ofUnits.first, ofUnits.second, 1, [&](Value unit) {
        for (int64_t first = 0; first < t.nv; first += 2) {
          const int64_t columns = std::min<int64_t>(2, t.nv - first);
          accumulate(e.sub(unit, ofUnits.first), panel, first, columns);
          finish(e.mul(unit, t.mr), panel, first, columns);
        }
      });
    });
    tiles.release();
  }
};

} // namespace

bool paysInTiles(const Contraction& c, const CpuTarget& target) {
  return target.pairsInTiles && c.outWidth > kFewRows && c.channelsIn >= 1 && c.channelsIn <= kMostDepth;
}

ContractionTiling chooseTilesOfPairs(const Contraction& c, const CpuTarget& target, int64_t width) {
  const int64_t lanes = target.lanes(c.numberBytes);
  ContractionTiling t;
  t.mr = c.outWidth > kTileRows ? 2 * kTileRows : kTileRows;
  t.nv = width > 0 ? width / lanes : c.channelsOut > lanes ? 2 : 1;
  const int64_t bytesOfUnit = t.mr * stepsOf(c) * 4 * kTileWords, units = t.units(c);
  const int64_t most = std::clamp<int64_t>(kBytesOfRows / bytesOfUnit, 1, std::max<int64_t>(units, 1));
  const int64_t unitGroups = ceilDiv(std::max<int64_t>(units, 1), most);
  t.unitsPerGroup = ceilDiv(std::max<int64_t>(units, 1), unitGroups);
  const int64_t panels = std::max<int64_t>(t.panels(c, target), 1);
  int64_t groups =
      std::max(c.channelsOut / kColumnsOfGroup, std::min(c.channelsOut / kFewestColumns, kEnoughGroups));
  groups = std::clamp<int64_t>(groups, 1, kMostGroups);
  if (groups > 1) // two threads share an even number
    groups = ceilDiv(groups, 2) * 2;
  t.panelsPerGroup = ceilDiv(panels, std::min(groups, panels));
  return t;
}

bool isTilesOfPairs(const Contraction& c, const ContractionTiling& t, const CpuTarget& target) {
  return paysInTiles(c, target) && !t.half && (t.mr == kTileRows || t.mr == 2 * kTileRows);
}

int64_t tilesOfPairsBytes(const Contraction& c, const ContractionTiling& t, const CpuTarget& target) {
  const int64_t endOfPanel = pairsOf(c) % kTileRows ? kTileRows * t.width(c, target) : 0;
  return 4 * (wordsOfRows(c, t) + endOfPanel);
}

void emitTilesOfPairs(KernelEmitter& e, const Contraction& c, const ContractionTiling& t) {
  TilesOfPairs(e, c, t).emit();
}

} // namespace aic::codegen
