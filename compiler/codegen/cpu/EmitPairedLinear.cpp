// Linear layers of f32 with a constant weight of bf16. Panels hold 32 bits of each output side by side: two
// neighbours along K. There are four ways to multiply them:
//   tiles  many rows, on a CPU with AMX: EmitLinearInTiles.cpp.
//   dots   many rows, on a CPU with a fast vdpbf16ps: the rows of x become pairs of bf16 in scratch memory,
//          rounded to nearest even, and a pair of x meets a pair of each output at a time. Sums are f32.
//          Twice the products of an FMA.
//   panel  many rows elsewhere: a panel is widened into scratch memory, once for all tiles of rows.
//   words  few rows, which wait for the weight's bytes: a pair is two floats by a shift and a mask, and x
//          stays f32.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/LinearInTiles.h"
#include "compiler/codegen/cpu/PairTiling.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "compiler/lowering/Packing.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// With more rows dots pay: their rounding of x is what products of many rows are bound by anyhow.
constexpr int64_t kFewRows = 4;
// Of an x whose rows become pairs; a tile of longer ones is more than the second-level cache has.
constexpr int64_t kMostDepth = 1 << 16;
// Rows as pairs stay in the second-level cache while panel after panel meets them.
constexpr int64_t kBytesOfRows = 512 * 1024;
// So many tiles of rows and more read a panel that was widened, which stays there meanwhile.
constexpr int64_t kTilesOfWidened = 3, kMostWidened = 896 * 1024;

// Weights beyond this do not stay in the second-level cache from run to run: while one panel is read, or what
// it was widened to, the next is fetched, by each of so many tiles of rows a part.
constexpr int64_t kPrefetchBytes = 512 * 1024, kPrefetchUnits = 64;

enum class Way { Words, Panel, Dots, Tiles };

bool hasProductsOfPairs(const CpuTarget& target) {
  return target.vectorBytes == 64 && target.avx512 && target.fastPairs;
}

int64_t pairsOf(const Contraction& c) {
  return ceilDiv(c.channelsIn, 2);
}

/// The same loops with a pair in the place of a number.
Contraction inPairs(Contraction c) {
  c.channelsIn = c.pixelStride = pairsOf(c);
  return c;
}

bool hasDots(const Contraction& c, const CpuTarget& target) {
  return c.outWidth > kFewRows && c.channelsIn <= kMostDepth && hasProductsOfPairs(target);
}

int64_t unitsOfGroup(const Contraction& c, const ContractionTiling& t) {
  return std::min(t.units(c), t.unitsPerGroup);
}

int64_t widenedBytes(const Contraction& c, const ContractionTiling& t, const CpuTarget& target) {
  return 4 * c.channelsIn * t.width(c, target);
}

Way wayOf(const Contraction& c, const ContractionTiling& t, const CpuTarget& target) {
  if (isInTiles(c, t, Packed::Pairs, target))
    return Way::Tiles;
  if (hasDots(c, target))
    return Way::Dots;
  const bool widens = unitsOfGroup(c, t) >= kTilesOfWidened && widenedBytes(c, t, target) <= kMostWidened;
  return widens ? Way::Panel : Way::Words;
}

/// Tiles whose rows are pairs at a time.
int64_t unitsOfBlock(const Contraction& c, const ContractionTiling& t) {
  return std::clamp<int64_t>(kBytesOfRows / std::max<int64_t>(4 * t.mr * pairsOf(c), 1), 1,
                             std::max<int64_t>(unitsOfGroup(c, t), 1));
}

class PairedLinearEmitter {
  KernelEmitter& e;
  const Contraction c;
  const ContractionTiling t;
  const int64_t lanes, width, depth, pairs;
  const Way way;
  Value x, weight, bias, scratch;
  Value firstOfRows; ///< the first row that is in scratch memory, with dots
  using Values = KernelEmitter::Values;

  struct Panel {
    Value base, column; ///< base: of its pairs; column: its first output
    Value ahead = {};   ///< offset in the weight of a tile's part of the next panel, or null
  };

  Value laneMask(const Panel& panel, int64_t j) {
    if (c.channelsOut % width == 0)
      return {};
    return e.maskFirst(e.sub(e.sub(e.cst(c.channelsOut), panel.column), e.cst(j * lanes)), lanes);
  }

  VectorType vectorOf(Type element, int64_t count) { return VectorType::get({count}, element); }

  /// Pair `pair` of each output of vector j.
  Value pairOfWeights(const Panel& panel, Value pair, int64_t j, Type as) {
    Value at = e.mul(e.add(e.add(panel.base, e.mul(pair, width)), j * lanes), 2);
    Value bits = vector::LoadOp::create(e.b, e.loc, vectorOf(e.b.getIntegerType(16), 2 * lanes), weight,
                                        ValueRange{at});
    const int64_t count = as.isBF16() ? 2 * lanes : lanes;
    return vector::BitCastOp::create(e.b, e.loc, vectorOf(as, count), bits);
  }

  /// The first or second number of each word of 32 bits.
  Value half(Value words, bool second) {
    Type i32 = e.b.getI32Type();
    words = second ? arith::AndIOp::create(e.b, e.loc, words, e.constant(i32, -65536, lanes)).getResult()
                   : arith::ShLIOp::create(e.b, e.loc, words, e.constant(i32, 16, lanes)).getResult();
    return arith::BitcastOp::create(e.b, e.loc, vectorOf(e.b.getF32Type(), lanes), words);
  }

  /// scratch <- the rows of the tiles [begin, end) as pairs, the last one of an odd row with a zero.
  void pairRows(Value begin, Value end) {
    Type f32 = e.b.getF32Type();
    constexpr int64_t kPairs = 16; // of two vectors
    auto convert = [&](Value from, Value to, int64_t count) {
      auto load = [&](int64_t first) {
        const int64_t there = std::clamp<int64_t>(count - first, 0, kPairs);
        return e.load(x, e.add(from, first), f32, kPairs,
                      there == kPairs ? Value() : e.maskFirst(e.cst(there), kPairs));
      };
      Value low = load(0), high = count > kPairs ? load(kPairs) : e.constant(f32, 0, kPairs);
      Value halves = LLVM::CallIntrinsicOp::create(e.b, e.loc, vectorOf(e.b.getBF16Type(), 2 * kPairs),
                                                   e.b.getStringAttr("llvm.x86.avx512bf16.cvtne2ps2bf16.512"),
                                                   ValueRange{high, low})
                         .getResult(0);
      const int64_t made = ceilDiv(count, 2);
      e.store(vector::BitCastOp::create(e.b, e.loc, vectorOf(f32, kPairs), halves), scratch, to,
              made == kPairs ? Value() : e.maskFirst(e.cst(made), kPairs));
    };
    Value first = e.mul(begin, t.mr);
    e.loop(first, e.min(e.mul(end, t.mr), e.cst(c.outWidth)), 1, [&](Value row) {
      Value from = e.mul(row, depth), to = e.mul(e.sub(row, first), pairs);
      const int64_t whole = depth / (2 * kPairs);
      e.loop(e.cst(0), e.cst(whole), 1, [&](Value i) {
        convert(e.add(from, e.mul(i, 2 * kPairs)), e.add(to, e.mul(i, kPairs)), 2 * kPairs);
      });
      if (int64_t rest = depth - whole * 2 * kPairs)
        convert(e.add(from, whole * 2 * kPairs), e.add(to, whole * kPairs), rest);
    });
  }

  /// scratch <- a panel as floats [depth, width].
  void widenPanel(const Panel& panel) {
    auto widen = [&](Value pair, bool both) {
      for (int64_t j = 0; j < t.nv; ++j) {
        Value words = pairOfWeights(panel, pair, j, e.b.getI32Type());
        Value to = e.add(e.mul(pair, 2 * width), j * lanes);
        e.store(half(words, false), scratch, to);
        if (both)
          e.store(half(words, true), scratch, e.add(to, width));
      }
    };
    e.loop(e.cst(0), e.cst(depth / 2), 1, [&](Value pair) { widen(pair, true); });
    if (depth % 2)
      widen(e.cst(depth / 2), false);
  }

  /// The sums of a step of `pairs`, some of them unrolled.
  Values overPairs(int64_t count, int64_t each, Values sums, function_ref<Values(Value, Values)> step) {
    const int64_t whole = count / each * each;
    if (whole > 0)
      sums = e.loop(e.cst(0), e.cst(whole), each, sums, [&](Value pair, ValueRange carried) {
        Values acc(carried);
        for (int64_t u = 0; u < each; ++u)
          acc = step(e.add(pair, u), acc);
        return acc;
      });
    for (int64_t pair = whole; pair < count; ++pair)
      sums = step(e.cst(pair), sums);
    return sums;
  }

  Values dots(Value firstRow, int64_t mr, const Panel& panel, Values sums) {
    StringRef name = lanes == 16 ? "llvm.x86.avx512bf16.dpbf16ps.512" : "llvm.x86.avx512bf16.dpbf16ps.256";
    Value base = e.mul(e.sub(firstRow, firstOfRows), pairs);
    Type bf16 = e.b.getBF16Type();
    return overPairs(pairs, std::clamp<int64_t>(48 / (mr * t.nv), 1, 8), sums, [&](Value pair, Values acc) {
      if (panel.ahead)
        memref::PrefetchOp::create(
            e.b, e.loc, weight,
            ValueRange{e.add(panel.ahead, e.div(e.mul(pair, 2 * width), unitsOfBlock(c, t)))},
            /*isWrite=*/false, /*localityHint=*/2, /*isDataCache=*/true);
      Values weights;
      for (int64_t j = 0; j < t.nv; ++j)
        weights.push_back(pairOfWeights(panel, pair, j, bf16));
      for (int64_t i = 0; i < mr; ++i) {
        Value both = e.load(scratch, e.add(e.add(base, pair), i * pairs), e.b.getF32Type(), 0);
        Value factor = vector::BitCastOp::create(e.b, e.loc, vectorOf(bf16, 2 * lanes), e.splat(both, lanes));
        for (int64_t j = 0; j < t.nv; ++j) {
          Value& sum = acc[i * t.nv + j];
          sum = LLVM::CallIntrinsicOp::create(e.b, e.loc, sum.getType(), e.b.getStringAttr(name),
                                              ValueRange{sum, weights[j], factor})
                    .getResult(0);
        }
      }
      return acc;
    });
  }

  /// Two sums each where registers hold them: fewer products wait for one another.
  Values words(Value firstRow, int64_t mr, const Panel& panel, Values sums) {
    const bool streams = 4 * c.channelsOut * pairs > kPrefetchBytes && unitsOfGroup(c, t) == 1;
    const size_t all = sums.size();
    const bool apart = 2 * static_cast<int64_t>(all) <= e.target.accumulators;
    if (apart)
      sums.append(all, e.constant(e.b.getF32Type(), 0.0, lanes));
    Value base = e.mul(firstRow, depth);
    auto step = [&](Value pair, Values acc, bool both) {
      Values of;
      for (int64_t j = 0; streams && j < t.nv; ++j)
        prefetch(e, weight,
                 e.add(e.mul(e.add(panel.base, e.mul(pair, width)), 2), 2 * j * lanes + kStreamAhead / 2));
      for (int64_t j = 0; j < t.nv; ++j)
        of.push_back(pairOfWeights(panel, pair, j, e.b.getI32Type()));
      for (int64_t n = 0; n < (both ? 2 : 1); ++n) {
        Values weights;
        for (int64_t j = 0; j < t.nv; ++j)
          weights.push_back(half(of[j], n == 1));
        for (int64_t i = 0; i < mr; ++i) {
          Value at = e.add(e.add(base, e.mul(pair, 2)), n + i * depth);
          Value factor = e.splat(e.load(x, at, e.b.getF32Type(), 0), lanes);
          for (int64_t j = 0; j < t.nv; ++j) {
            Value& sum = acc[(apart && n == 1 ? all : 0) + i * t.nv + j];
            sum = e.multiplyAdd(factor, weights[j], sum);
          }
        }
      }
      return acc;
    };
    sums = overPairs(depth / 2, std::clamp<int64_t>(24 / (mr * t.nv), 1, 4), sums,
                     [&](Value pair, Values acc) { return step(pair, acc, true); });
    if (depth % 2)
      sums = step(e.cst(depth / 2), sums, false);
    for (size_t i = 0; apart && i < all; ++i)
      sums[i] = arith::AddFOp::create(e.b, e.loc, sums[i], sums[all + i]);
    sums.resize(all);
    return sums;
  }

  Values accumulate(Value firstRow, int64_t mr, const Panel& panel, Values sums) {
    switch (way) {
    case Way::Dots:
      return dots(firstRow, mr, panel, sums);
    case Way::Words:
      return words(firstRow, mr, panel, sums);
    case Way::Tiles: // EmitLinearInTiles.cpp
      break;
    case Way::Panel:
      RegisterTile tile{e, x, depth, 1, scratch, width, t.nv, lanes};
      auto fetch = [&](Value, Value k) {
        prefetch(e, weight, e.add(panel.ahead, e.div(e.mul(k, width), t.units(c))));
      };
      if (panel.ahead)
        tile.ahead = fetch;
      return tile.accumulate(e.mul(firstRow, depth), llvm::to_vector(llvm::seq<int64_t>(0, mr)), e.cst(0),
                             depth, sums);
    }
    llvm_unreachable("a way of its own");
  }

  void tile(Value firstRow, int64_t mr, const Panel& panel) {
    Values sums;
    for (int64_t i = 0; i < mr; ++i)
      for (int64_t j = 0; j < t.nv; ++j)
        sums.push_back(
            bias ? e.load(bias, e.add(panel.column, j * lanes), e.b.getF32Type(), lanes, laneMask(panel, j))
                 : e.constant(e.b.getF32Type(), 0.0, lanes));
    sums = accumulate(firstRow, mr, panel, sums);
    for (int64_t j = 0; j < t.nv; ++j) {
      Value mask = laneMask(panel, j), column = e.add(panel.column, j * lanes);
      for (int64_t i = 0; i < mr; ++i)
        e.finish(sums[i * t.nv + j], Position{e.add(firstRow, i), column, lanes, mask});
    }
  }

  void tileOfUnit(Value unit, const Panel& panel) {
    const int64_t tiles = ceilDiv(c.outWidth, t.mr), tail = c.outWidth % t.mr;
    Value first = e.mul(unit, t.mr);
    if (tail == 0 || tiles == 1)
      return tile(first, tail == 0 ? t.mr : tail, panel);
    Value isTail = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, unit, e.cst(tiles - 1));
    e.ifThenElse(isTail, [&] { tile(first, tail, panel); }, [&] { tile(first, t.mr, panel); });
  }

  void deal(std::pair<Value, Value> ofPanels, Value unitBegin, Value unitEnd) {
    e.loop(ofPanels.first, ofPanels.second, 1, [&](Value index) {
      Panel panel{e.mul(index, pairs * width), e.mul(index, width)};
      if (way == Way::Panel)
        widenPanel(panel);
      // Dots share it among the tiles of a block; all workgroups of a panel, where it is widened.
      const bool inBlock = way == Way::Dots;
      const int64_t units = inBlock ? unitsOfBlock(c, t) : t.units(c),
                    numbers = 2 * pairs * width; // of a panel
      const bool fetches = way != Way::Words && 4 * c.channelsOut * pairs > kPrefetchBytes && units >= 2 &&
                           units <= kPrefetchUnits;
      e.loop(unitBegin, unitEnd, 1, [&](Value at) {
        Panel own = panel;
        if (fetches)
          own.ahead = e.add(e.mul(e.add(index, 1), numbers),
                            e.mul(inBlock ? e.sub(at, unitBegin) : at, numbers / units));
        tileOfUnit(at, own);
      });
    });
  }

public:
  PairedLinearEmitter(KernelEmitter& e, const Contraction& c, const ContractionTiling& t)
      : e(e), c(c), t(t), lanes(t.lanes(c, e.target)), width(t.width(c, e.target)), depth(c.channelsIn),
        pairs(pairsOf(c)), way(wayOf(c, t, e.target)), scratch(e.workerScratch) {
    auto root = cast<LinearOp>(e.parts.root);
    x = e.buffer(root.getX());
    weight = e.buffer(root.getWeight());
    if (root.getBias())
      bias = e.buffer(root.getBias());
  }

  void emit() {
    const int64_t units = t.units(c), panels = t.panels(c, e.target);
    const int64_t unitGroups = ceilDiv(units, t.unitsPerGroup);
    std::pair<Value, Value> ofPanels = e.share(e.div(e.workgroup, unitGroups), panels, t.panelsPerGroup);
    auto [unitBegin, unitEnd] =
        e.share(unitGroups == 1 ? e.cst(0) : e.rem(e.workgroup, unitGroups), units, t.unitsPerGroup);
    if (way != Way::Dots)
      return deal(ofPanels, unitBegin, unitEnd);
    const int64_t block = unitsOfBlock(c, t);
    Value last = unitEnd;
    e.loop(unitBegin, last, block, [&](Value begin) {
      Value end = e.min(e.add(begin, block), last);
      firstOfRows = e.mul(begin, t.mr);
      pairRows(begin, end);
      deal(ofPanels, begin, end);
    });
  }
};

} // namespace

bool isPairedLinear(schedule::KernelOp kernel) {
  auto root = dyn_cast_or_null<LinearOp>(splitKernel(kernel).root);
  return root && typeOf(root.getX()).getElementType().isF32() &&
         typeOf(root.getWeight()).getElementType().isBF16() && isConstantArgument(kernel, root.getWeight());
}

ContractionTiling choosePairTiling(const Contraction& c, const CpuTarget& target, int64_t width) {
  if (paysInTiles(c, Packed::Pairs, target))
    return chooseTilesOfLinear(c, Packed::Pairs, target, width);
  ContractionTiling t = chooseTiling(hasDots(c, target) ? inPairs(c) : c, target, width);
  if (wayOf(c, t, target) == Way::Panel)
    shareLess(t, c, target);
  return t;
}

int64_t pairScratchBytes(const Contraction& c, const ContractionTiling& t, const CpuTarget& target) {
  switch (wayOf(c, t, target)) {
  case Way::Words:
    return 0;
  case Way::Panel:
    return widenedBytes(c, t, target);
  case Way::Dots:
    return 4 * unitsOfBlock(c, t) * t.mr * pairsOf(c);
  case Way::Tiles:
    return bytesInTiles(c, t, Packed::Pairs, target);
  }
  llvm_unreachable("a way of its own");
}

DictionaryAttr pairPacking(schedule::KernelOp kernel, unsigned index, int64_t width) {
  Operation* root = splitKernel(kernel).root;
  if (root->getOperand(1) != kernel.getBody().front().getArgument(index))
    return {};
  return lowering::packPairs(kernel.getContext(), width);
}

void emitPairedLinear(KernelEmitter& e) {
  Contraction c = describeContraction(e.parts.root, /*constantWeight=*/true);
  const ContractionTiling t = ContractionTiling::fromAttr(*e.kernel.getTiling());
  if (isInTiles(c, t, Packed::Pairs, e.target))
    return emitLinearInTiles(e, c, t, Packed::Pairs);
  PairedLinearEmitter(e, c, t).emit();
}

} // namespace aic::codegen
