// Linear layers and convolutions of 1x1, of many rows, by AMX. A workgroup writes its rows of x as tiles into
// scratch memory: pairs of bf16, rounded to nearest even, beside a weight of bf16, or quads of bytes as they
// are; 2 x 2 tiles of sums, of f32 or exact ones of 32 bits, meet these with tiles of the weight, whose
// panels of pairs or quads (lowering/Packing.h) are such as they lie.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/LinearInTiles.h"
#include "compiler/codegen/cpu/MatrixTiles.h"
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
// (128 x 768 x 3072 takes 0.92 of what it takes with 192), but four threads are to have something to do.
constexpr int64_t kColumnsOfGroup = 384, kFewestColumns = 192, kEnoughGroups = 4, kMostGroups = 64;
// Of rows that are many more, so many groups, of so many units.
constexpr int64_t kGroupsOfAll = 8, kUnitsOfGroup = 8;
// Weights beyond this do not stay in the second-level cache from run to run: while one panel is read, the
// next is fetched, 1.06 to 1.14 times as fast.
constexpr int64_t kPrefetchBytes = 512 * 1024, kWordsOfLine = 16;

/// Of a row of x, and tiles that they fill.
int64_t wordsOf(const Contraction& c, Packed packed) {
  return ceilDiv(c.channelsIn, static_cast<int64_t>(packed));
}
int64_t stepsOf(const Contraction& c, Packed packed) {
  return ceilDiv(wordsOf(c, packed), kTileWords);
}
int64_t unitsOfGroup(const Contraction& c, const ContractionTiling& t) {
  return std::min(t.units(c), t.unitsPerGroup);
}
int64_t wordsOfRows(const Contraction& c, const ContractionTiling& t, Packed packed) {
  return unitsOfGroup(c, t) * t.mr * kTileWords * stepsOf(c, packed);
}

class LinearInTiles {
  KernelEmitter& e;
  const Contraction c;
  const ContractionTiling t;
  const Packed packed;
  const int64_t width, depth, words;
  const int64_t steps, whole, rest; ///< of tiles along K, of whole ones; words of the one that is not
  const int64_t elements;           ///< of the weight's buffer in a word
  const int64_t rowTiles;           ///< of a unit
  const bool isSigned;              ///< bytes of x
  MatrixTiles tiles;
  Value x, weight, bias, scratch, endOfPanel, sums;
  static constexpr int64_t kColumns = 2 * kTileWords; ///< of sums
  // The tiles: sums [row][column], then rows of x, then columns of the weight.
  static constexpr int64_t kRowsAt = 4, kColumnsAt = 6;

  struct Panel {
    Value base, column; ///< in words; its first output
  };

  bool isOfPairs() const { return packed == Packed::Pairs; }

  Value asWords(Value vector) {
    return vector::BitCastOp::create(e.b, e.loc, VectorType::get({kTileWords}, e.b.getF32Type()), vector);
  }

  /// Vector j of row `row` of a panel.
  Value wordsOfPanel(const Panel& panel, int64_t row, int64_t j) {
    Value at = e.mul(e.add(panel.base, row * width + j * kTileWords), elements);
    Type element = cast<MemRefType>(weight.getType()).getElementType();
    return asWords(vector::LoadOp::create(e.b, e.loc, VectorType::get({elements * kTileWords}, element),
                                          weight, ValueRange{at}));
  }

  /// A tile's row from `count` numbers of x, with zeros behind them.
  void writeRow(Value from, Value to, int64_t count) {
    auto load = [&](int64_t first, Type type, int64_t lanes) {
      const int64_t there = std::clamp<int64_t>(count - first, 0, lanes);
      if (there == 0)
        return e.constant(type, 0, lanes);
      return e.load(x, e.add(from, first), type, lanes,
                    there == lanes ? Value() : e.maskFirst(e.cst(there), lanes));
    };
    Value row;
    if (isOfPairs()) {
      Value low = load(0, e.b.getF32Type(), kTileWords),
            high = load(kTileWords, e.b.getF32Type(), kTileWords);
      row = LLVM::CallIntrinsicOp::create(e.b, e.loc, VectorType::get({2 * kTileWords}, e.b.getBF16Type()),
                                          e.b.getStringAttr("llvm.x86.avx512bf16.cvtne2ps2bf16.512"),
                                          ValueRange{high, low})
                .getResult(0);
    } else {
      row = load(0, e.b.getI8Type(), 4 * kTileWords);
    }
    e.store(asWords(row), scratch, to);
  }

  /// scratch <- the rows [first, end) as tiles [rows / 16][steps][16][64 bytes]. Those behind the last one
  /// hold what they held; their sums are not read.
  void writeRows(Value first, Value end) {
    const int64_t ofTile = static_cast<int64_t>(packed) * kTileWords;
    e.loop(first, end, 1, [&](Value row) {
      Value own = e.sub(row, first), from = e.mul(row, depth);
      Value to =
          e.add(e.mul(e.div(own, kTileRows), steps * kWordsOfTile), e.mul(e.rem(own, kTileRows), kTileWords));
      e.loop(e.cst(0), e.cst(depth / ofTile), 1, [&](Value k) {
        writeRow(e.add(from, e.mul(k, ofTile)), e.add(to, e.mul(k, kWordsOfTile)), ofTile);
      });
      if (int64_t tail = depth % ofTile)
        writeRow(e.add(from, depth - tail), e.add(to, (steps - 1) * kWordsOfTile), tail);
    });
  }

  /// A tile reads 16 rows of a panel: of fewer, a copy with zeros behind them.
  void copyEnd(const Panel& panel) {
    for (int64_t p = 0; p < kTileRows; ++p)
      for (int64_t j = 0; j < t.nv; ++j)
        e.store(p < rest ? wordsOfPanel(panel, whole * kTileRows + p, j)
                         : e.constant(e.b.getF32Type(), 0, kTileWords),
                scratch, e.add(endOfPanel, p * width + j * kTileWords));
  }

  /// A step's part of the next panel, in lines.
  int64_t linesOfStep() const {
    const int64_t visits = unitsOfGroup(c, t) * ceilDiv(t.nv, 2) * std::max<int64_t>(1, whole);
    return ceilDiv(words * width, kWordsOfLine * visits);
  }

  void multiply(int64_t columns) {
    for (int64_t i = 0; i < rowTiles; ++i)
      for (int64_t j = 0; j < columns; ++j)
        if (isOfPairs())
          tiles.multiplyPairs(2 * i + j, kRowsAt + i, kColumnsAt + j);
        else
          tiles.multiplyQuads(2 * i + j, kRowsAt + i, kColumnsAt + j, isSigned);
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
    const bool fetches = 4 * c.channelsOut * words > kPrefetchBytes;
    const int64_t lines = linesOfStep();
    Value ahead =
        e.add(e.add(panel.base, words * width), e.mul(e.add(e.mul(own, ceilDiv(t.nv, 2)), first / 2),
                                                      lines * kWordsOfLine * std::max<int64_t>(1, whole)));
    e.loop(e.cst(0), e.cst(whole), 1, [&](Value k) {
      for (int64_t line = 0; fetches && line < lines; ++line)
        memref::PrefetchOp::create(
            e.b, e.loc, weight,
            ValueRange{
                e.mul(e.add(e.add(ahead, e.mul(k, lines * kWordsOfLine)), line * kWordsOfLine), elements)},
            /*isWrite=*/false, /*localityHint=*/2, /*isDataCache=*/true);
      loadRows(k);
      Value at = e.add(panel.base, e.mul(k, kTileRows * width));
      for (int64_t j = 0; j < columns; ++j)
        tiles.load(kColumnsAt + j, weight, e.mul(e.add(at, (first + j) * kTileWords), elements), width);
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
    Type type = cast<MemRefType>(sums.getType()).getElementType();
    for (int64_t i = 0; i < rowTiles; ++i)
      for (int64_t j = 0; j < columns; ++j)
        tiles.store(2 * i + j, sums, e.cst(i * kTileRows * kColumns + j * kTileWords), kColumns);
    SmallVector<Value> column, mask, start;
    for (int64_t j = 0; j < columns; ++j) {
      column.push_back(e.add(panel.column, (first + j) * kTileWords));
      const bool full = c.channelsOut % width == 0;
      mask.push_back(full ? Value() : e.maskFirst(e.sub(e.cst(c.channelsOut), column[j]), kTileWords));
      start.push_back(bias ? e.load(bias, column[j], type, kTileWords, mask[j]) : Value());
    }
    e.loop(e.cst(0), e.min(e.cst(t.mr), e.sub(e.cst(c.outWidth), row)), 1, [&](Value i) {
      for (int64_t j = 0; j < columns; ++j) {
        Value sum = e.load(sums, e.add(e.mul(i, kColumns), j * kTileWords), type, kTileWords);
        if (start[j])
          sum = isOfPairs() ? arith::AddFOp::create(e.b, e.loc, sum, start[j]).getResult()
                            : arith::AddIOp::create(e.b, e.loc, sum, start[j]).getResult();
        e.finish(sum, Position{e.add(row, i), column[j], kTileWords, mask[j]});
      }
    });
  }

public:
  LinearInTiles(KernelEmitter& e, const Contraction& c, const ContractionTiling& t, Packed packed)
      : e(e), c(c), t(t), packed(packed), width(t.width(c, e.target)), depth(c.channelsIn),
        words(wordsOf(c, packed)), steps(stepsOf(c, packed)), whole(words / kTileRows),
        rest(words % kTileRows), elements(packed == Packed::Pairs ? 2 : 4), rowTiles(t.mr / kTileRows),
        isSigned(!typeOf(e.parts.root->getOperand(0)).getElementType().isUnsignedInteger()), tiles(e),
        scratch(e.workerScratch) {
    Operation* root = e.parts.root;
    x = e.buffer(root->getOperand(0));
    weight = e.buffer(root->getOperand(1));
    if (root->getNumOperands() > 2)
      bias = e.buffer(root->getOperand(2));
    sums = e.scratch(4 * kWordsOfTile, isOfPairs() ? Type(e.b.getF32Type()) : Type(e.b.getI32Type()));
    endOfPanel = e.cst(wordsOfRows(c, t, packed));
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
      Panel panel{e.mul(index, words * width), e.mul(index, width)};
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

bool paysInTiles(const Contraction& c, Packed packed, const CpuTarget& target) {
  return (packed == Packed::Pairs ? target.pairsInTiles : target.quadsInTiles) && c.isMatmul &&
         c.images == 1 && c.groups == 1 && c.pixelStride == c.channelsIn && c.outWidth > kFewRows &&
         c.channelsIn >= 1 && c.channelsIn <= kMostDepth;
}

ContractionTiling chooseTilesOfLinear(const Contraction& c, Packed packed, const CpuTarget& target,
                                      int64_t width) {
  const int64_t lanes = target.lanes(c.numberBytes);
  ContractionTiling t;
  t.mr = c.outWidth > kTileRows ? 2 * kTileRows : kTileRows;
  t.nv = width > 0 ? width / lanes : c.channelsOut > lanes ? 2 : 1;
  const int64_t panels = std::max<int64_t>(t.panels(c, target), 1), units = std::max<int64_t>(t.units(c), 1);
  int64_t groups =
      std::max(c.channelsOut / kColumnsOfGroup, std::min(c.channelsOut / kFewestColumns, kEnoughGroups));
  groups = std::clamp<int64_t>(groups, 1, kMostGroups);
  if (groups > 1) // two threads share an even number
    groups = ceilDiv(groups, 2) * 2;
  t.panelsPerGroup = ceilDiv(panels, std::min(groups, panels));
  // Rows as many as stay near; of many, enough groups for threads.
  const int64_t bytesOfUnit = t.mr * stepsOf(c, packed) * 4 * kTileWords;
  const int64_t most = std::clamp<int64_t>(kBytesOfRows / bytesOfUnit, 1, units);
  const int64_t unitGroups =
      std::max(ceilDiv(units, most), std::min(units / kUnitsOfGroup, ceilDiv(kGroupsOfAll, groups)));
  t.unitsPerGroup = ceilDiv(units, unitGroups);
  return t;
}

bool isInTiles(const Contraction& c, const ContractionTiling& t, Packed packed, const CpuTarget& target) {
  return paysInTiles(c, packed, target) && !t.half && (t.mr == kTileRows || t.mr == 2 * kTileRows);
}

int64_t bytesInTiles(const Contraction& c, const ContractionTiling& t, Packed packed,
                     const CpuTarget& target) {
  const int64_t endOfPanel = wordsOf(c, packed) % kTileRows ? kTileRows * t.width(c, target) : 0;
  return 4 * (wordsOfRows(c, t, packed) + endOfPanel);
}

void emitLinearInTiles(KernelEmitter& e, const Contraction& c, const ContractionTiling& t, Packed packed) {
  LinearInTiles(e, c, t, packed).emit();
}

} // namespace aic::codegen
