// Matrix products and convolutions: mr x nv vector accumulators in registers, K innermost, the epilogue
// applied before anything is stored. Convolution is the same loop with another address (no im2col): a tile is
// mr neighbours of one row of output pixels. Rows of the window that fall outside the input shorten the ky
// loop; columns that do are left out of the first and last tiles, whose code is made for just the pixels that
// take part.
#include "compiler/codegen/cpu/ContractionTiling.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/Gates.h"
#include "compiler/codegen/cpu/IntegerTiling.h"
#include "compiler/codegen/cpu/PairTiling.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "compiler/codegen/cpu/WinogradTiling.h"
#include "compiler/lowering/Lowering.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// With more units than this a panel is used so often that fetching it does not show.
constexpr int64_t kPrefetchUnits = 64;

// Windows wider than this are not unrolled at the edges; their edge pixels are computed one by one.
constexpr int64_t kUnrolledWindow = 9;

class ContractionEmitter {
  KernelEmitter& e;
  const Contraction c;
  const ContractionTiling t;
  const int64_t lanes, panelWidth, panelsPerConvGroup;
  const bool partialPanels;
  int64_t prefetchUnits = 0; // units that share the fetching of the next panel; 0: none is fetched
  Value firstFetching;       // of the units that share the fetching of a panel
  int64_t streamAhead = 0;   // elements of b that are fetched before one tile reads them; 0: none
  Value a, bBuffer, bias;
  FloatType real;
  // With a gate, tiles read what was scaled: rows of a, from the tile `firstOfA` on, or a panel of b.
  std::optional<GateTiling> gate;
  Value factors, scaledA, firstOfA, scaledB; // scaledB also: a panel of integers or halves as floats
  using Values = KernelEmitter::Values;

  // What a tile stands on.
  struct Panel {
    Value group, base, column, outColumn; // base: offset in b; column: first channel inside the group
    int64_t nv;                           // vectors that have channels
    Value valid;                          // channels; null: all vectors are whole
    Value ahead;                          // offset in b of this unit's share of the next panel, or null
  };

  Values zeroOrBias(int64_t mr, const Panel& panel) {
    Values accumulators;
    for (int64_t j = 0; j < panel.nv; ++j) {
      Value start;
      if (bias)
        start = e.load(bias, e.add(panel.outColumn, j * lanes), real, lanes, laneMask(panel, j));
      else
        start = e.constant(real, 0.0, lanes);
      for (int64_t i = 0; i < mr; ++i)
        accumulators.push_back(start);
    }
    // Order [i][j].
    Values ordered(mr * panel.nv);
    for (int64_t i = 0; i < mr; ++i)
      for (int64_t j = 0; j < panel.nv; ++j)
        ordered[i * panel.nv + j] = accumulators[j * mr + i];
    return ordered;
  }

  Value laneMask(const Panel& panel, int64_t j) {
    if (!panel.valid)
      return {};
    return e.maskFirst(e.sub(panel.valid, e.cst(j * lanes)), lanes);
  }

  // accumulators[i][j] += a[aBase + k + i * pixelStep] * b[k][j] for k in [0, count), for the pixels in
  // `active`.
  Values accumulate(Value aBase, ArrayRef<int64_t> active, int64_t pixelStep, const Panel& panel, Value bBase,
                    int64_t count, Values accumulators) {
    int64_t rowOfB = c.packed ? panelWidth : c.channelsOut;
    auto prefetch = [&](Value base, Value k) {
      // base + k is (base - panel.base) / rowOfB + k steps into K; the share is as long as K * rowOfB /
      // units.
      Value done = e.add(e.sub(base, panel.base), e.mul(k, rowOfB));
      memref::PrefetchOp::create(e.b, e.loc, bBuffer,
                                 ValueRange{e.add(panel.ahead, e.div(done, prefetchUnits))},
                                 /*isWrite=*/false, /*localityHint=*/2, /*isDataCache=*/true);
    };
    auto mask = [&](int64_t j) { return laneMask(panel, j); };
    RegisterTile tile{
        e, scaledA ? scaledA : a, pixelStep, 1, scaledB ? scaledB : bBuffer, rowOfB, panel.nv, lanes};
    if (!c.packed)
      tile.maskOf = mask;
    if (panel.ahead)
      tile.ahead = prefetch;
    if (streamAhead > 0)
      tile.distance = e.cst(streamAhead);
    return tile.accumulate(aBase, active, bBase, count, accumulators);
  }

  // Does column kx of the window meet the input at pixel ow?
  bool meets(int64_t ow, int64_t kx) const {
    int64_t column = ow * c.strideW + kx * c.dilationW - c.padLeft;
    return column >= 0 && column < c.width;
  }
  bool isInterior(int64_t ow) const { return meets(ow, 0) && meets(ow, c.kernelWidth - 1); }

  struct Row {
    Value image, oh, base, kyLower,
        kyUpper; // base: offset in a of column 0 of window row ky = 0, may be "negative"
  };

  Row row(Value unit) {
    Row r;
    r.image = e.div(unit, c.outHeight);
    r.oh = e.rem(unit, c.outHeight);
    Value top = e.add(e.mul(r.oh, c.strideH), -c.padTop);
    r.kyLower = e.ceilDivClipped(e.sub(e.cst(0), top), c.dilationH, c.kernelHeight);
    r.kyUpper = e.ceilDivClipped(e.sub(e.cst(c.height), top), c.dilationH, c.kernelHeight);
    Value line = e.add(e.mul(r.image, c.height), top);
    r.base = e.mul(line, c.width * c.pixelStride);
    return r;
  }

  // One tile of a convolution: pixels ow .. ow + mr of a row. `first` is the first pixel where it is known.
  void convTile(const Row& r, const Panel& panel, Value ow, int64_t mr, std::optional<int64_t> first) {
    Value pixel = e.add(e.mul(ow, c.strideW), -c.padLeft);
    Value base = e.add(r.base, e.mul(pixel, c.pixelStride));
    if (c.groups > 1)
      base = e.add(base, e.mul(panel.group, c.channelsIn));
    int64_t rowOfB = panelWidth;
    auto body = [&](Value ky, ValueRange carried) {
      Values acc(carried);
      Value aRow = e.add(base, e.mul(ky, c.dilationH * c.width * c.pixelStride));
      Value bRow = e.add(panel.base, e.mul(ky, c.kernelWidth * c.channelsIn * rowOfB));
      int64_t step = c.strideW * c.pixelStride;
      SmallVector<int64_t> all = llvm::to_vector(llvm::seq<int64_t>(0, mr));
      bool contiguous = c.groups == 1 && (c.dilationW == 1 || c.kernelWidth == 1);
      if (!first && contiguous)
        return accumulate(aRow, all, step, panel, bRow, c.kernelWidth * c.channelsIn, acc);
      auto column = [&](Value kx, ArrayRef<int64_t> active, Values sums) {
        return accumulate(e.add(aRow, e.mul(kx, c.dilationW * c.pixelStride)), active, step, panel,
                          e.add(bRow, e.mul(kx, c.channelsIn * rowOfB)), c.channelsIn, sums);
      };
      if (!first)
        return e.loop(e.cst(0), e.cst(c.kernelWidth), 1, acc,
                      [&](Value kx, ValueRange sums) { return column(kx, all, Values(sums)); });
      for (int64_t kx = 0; kx < c.kernelWidth; ++kx) {
        SmallVector<int64_t> active;
        for (int64_t i : all)
          if (meets(*first + i, kx))
            active.push_back(i);
        if (!active.empty())
          acc = column(e.cst(kx), active, acc);
      }
      return acc;
    };
    Values sums = e.loop(r.kyLower, r.kyUpper, 1, zeroOrBias(mr, panel), body);
    finishTile(e.add(e.mul(e.add(e.mul(r.image, c.outHeight), r.oh), c.outWidth), ow), panel, mr, sums);
  }

  // One edge pixel of a very wide window, with a loop over the columns that meet the input.
  void edgePixel(const Row& r, const Panel& panel, Value ow) {
    Value left = e.add(e.mul(ow, c.strideW), -c.padLeft);
    Value kxLower = e.ceilDivClipped(e.sub(e.cst(0), left), c.dilationW, c.kernelWidth);
    Value kxUpper = e.ceilDivClipped(e.sub(e.cst(c.width), left), c.dilationW, c.kernelWidth);
    Value base = e.add(r.base, e.mul(left, c.pixelStride));
    if (c.groups > 1)
      base = e.add(base, e.mul(panel.group, c.channelsIn));
    Values sums = e.loop(r.kyLower, r.kyUpper, 1, zeroOrBias(1, panel), [&](Value ky, ValueRange carried) {
      Value aRow = e.add(base, e.mul(ky, c.dilationH * c.width * c.pixelStride));
      Value bRow = e.add(panel.base, e.mul(ky, c.kernelWidth * c.channelsIn * panelWidth));
      return e.loop(kxLower, kxUpper, 1, carried, [&](Value kx, ValueRange acc) {
        return accumulate(e.add(aRow, e.mul(kx, c.dilationW * c.pixelStride)), {0}, 0, panel,
                          e.add(bRow, e.mul(kx, c.channelsIn * panelWidth)), c.channelsIn, Values(acc));
      });
    });
    finishTile(e.add(e.mul(e.add(e.mul(r.image, c.outHeight), r.oh), c.outWidth), ow), panel, 1, sums);
  }

  void convRow(Value unit, const Panel& panel) {
    Row r = row(unit);
    int64_t ow = 0, full = c.outWidth / t.mr;
    auto tileIsInterior = [&](int64_t begin, int64_t mr) {
      return isInterior(begin) && isInterior(begin + mr - 1);
    };
    bool unrolled = c.kernelWidth <= kUnrolledWindow;
    int64_t index = 0;
    while (index < full) {
      int64_t run = 0;
      while (index + run < full && tileIsInterior((index + run) * t.mr, t.mr))
        ++run;
      if (run > 0) {
        e.loop(e.cst(index * t.mr), e.cst((index + run) * t.mr), t.mr,
               [&](Value at) { convTile(r, panel, at, t.mr, std::nullopt); });
        index += run;
      } else {
        edgeTile(r, panel, index * t.mr, t.mr, unrolled);
        ++index;
      }
    }
    ow = full * t.mr;
    if (int64_t tail = c.outWidth - ow)
      tileIsInterior(ow, tail) ? convTile(r, panel, e.cst(ow), tail, std::nullopt)
                               : edgeTile(r, panel, ow, tail, unrolled);
  }

  void edgeTile(const Row& r, const Panel& panel, int64_t begin, int64_t mr, bool unrolled) {
    if (unrolled)
      return convTile(r, panel, e.cst(begin), mr, begin);
    e.loop(e.cst(begin), e.cst(begin + mr), 1, [&](Value at) { edgePixel(r, panel, at); });
  }

  void matmulTile(Value unit, Panel panel) {
    int64_t tiles = (c.outWidth + t.mr - 1) / t.mr, tail = c.outWidth % t.mr;
    Value image = e.div(unit, tiles), tile = c.images == 1 ? unit : e.rem(unit, tiles);
    Value first = e.mul(tile, t.mr);
    Value base = scaledA ? e.mul(e.sub(tile, firstOfA), t.mr * c.pixelStride) : e.mul(first, c.pixelStride);
    if (c.groups > 1)
      base = e.add(base, e.mul(panel.group, c.channelsIn));
    if (!c.batch.empty()) {
      base = e.add(base, batchOffset(e, c, image, c.batchA, c.outWidth * c.pixelStride));
      int64_t columns = c.packed ? panelsPerConvGroup * panelWidth : c.channelsOut;
      Value ofB = batchOffset(e, c, image, c.batchB, c.depth() * columns);
      panel.base = e.add(panel.base, ofB);
      if (panel.ahead)
        panel.ahead = e.add(panel.ahead, ofB);
    }
    auto compute = [&](int64_t mr) {
      Values sums = accumulate(base, llvm::to_vector(llvm::seq<int64_t>(0, mr)), c.pixelStride, panel,
                               panel.base, c.channelsIn, zeroOrBias(mr, panel));
      finishTile(e.add(e.mul(image, c.outWidth), first), panel, mr, sums);
    };
    if (tail == 0)
      return compute(t.mr);
    if (tiles == 1)
      return compute(tail);
    Value isTail = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, tile, e.cst(tiles - 1));
    e.ifThenElse(isTail, [&] { compute(tail); }, [&] { compute(t.mr); });
  }

  // scratch <- the rows of the tiles [begin, end), each channel by its factor.
  void scaleRows(Value begin, Value end) {
    auto of = typeOf(e.parts.gate->getOperand(1)), in = typeOf(e.parts.gate->getOperand(0));
    int64_t pixels = in.getDimSize(1) * in.getDimSize(2), depth = c.pixelStride;
    Value first = e.mul(begin, t.mr);
    e.loop(first, e.min(e.mul(end, t.mr), e.cst(c.outWidth)), 1, [&](Value row) {
      Value from = e.mul(row, depth), to = e.mul(e.sub(row, first), depth);
      Value by = of.getDimSize(0) == 1 ? e.cst(0) : e.mul(e.div(row, pixels), depth);
      e.forEachVector(depth, lanes, [&](Value k, int64_t, Value mask) {
        Value x = e.load(a, e.add(from, k), real, lanes, mask);
        Value factor = e.load(factors, e.add(by, k), real, lanes, mask);
        e.store(arith::MulFOp::create(e.b, e.loc, x, factor), scaledA, e.add(to, k), mask);
      });
    });
  }

  // scratch <- a panel of b, each row, which is a channel of a, by its factor, or widened.
  void scalePanel(Value base) {
    e.loop(e.cst(0), e.cst(c.channelsIn), 1, [&](Value k) {
      Value factor = gate ? e.splat(e.load(factors, k, real, 0), lanes) : Value(), at = e.mul(k, panelWidth);
      for (int64_t j = 0; j < t.nv; ++j) {
        Value y = e.load(bBuffer, e.add(e.add(base, at), j * lanes), real, lanes);
        if (factor)
          y = arith::MulFOp::create(e.b, e.loc, y, factor);
        else if (!isa<FloatType>(getElementTypeOrSelf(y.getType()))) // halves are floats by now
          y = asFloats(e, y);
        e.store(y, scaledB, e.add(at, j * lanes));
      }
    });
  }

  void finishTile(Value firstPixel, const Panel& panel, int64_t mr, const Values& sums) {
    SmallVector<std::pair<Value, Value>> columns; // and their masks
    for (int64_t j = 0; j < panel.nv; ++j)
      columns.push_back({e.add(panel.outColumn, j * lanes), laneMask(panel, j)});
    e.finishTile(sums, mr, panel.nv, [&](Value i, int64_t j) {
      auto [column, mask] = columns[static_cast<size_t>(j)];
      return Position{e.add(firstPixel, i), column, lanes, mask};
    });
  }

public:
  ContractionEmitter(KernelEmitter& e, const Contraction& c, const ContractionTiling& t)
      : e(e), c(c), t(t), lanes(t.lanes(c, e.target)), panelWidth(t.nv * lanes),
        panelsPerConvGroup((c.channelsOut + panelWidth - 1) / panelWidth),
        partialPanels(c.channelsOut % panelWidth != 0), real(e.realOf(e.parts.root->getOperand(0))) {
    Operation* root = e.parts.root;
    Operation* multiplied = e.parts.gate;
    a = e.buffer(multiplied ? multiplied->getOperand(0) : root->getOperand(0));
    if (multiplied) {
      gate = chooseGateTiling(multiplied, c, t, e.target);
      factors = e.buffer(multiplied->getOperand(1));
      (gate->weights ? scaledB : scaledA) = e.workerScratch;
    } else if (widenedBytes(root, c, t, e.target) > 0) {
      scaledB = e.workerScratch;
    }
    bBuffer = e.buffer(lowering::behindViews(root->getOperand(1)));
    if (root->getNumOperands() > 2)
      bias = e.buffer(root->getOperand(2));
    int64_t numberBytes = elementBytes(cast<MemRefType>(bBuffer.getType()).getElementType());
    int64_t weightBytes = c.groups * c.channelsOut * c.depth() * numberBytes;
    // All workgroups of a panel share the fetching of the next, where they are not too many: memory is slow.
    int64_t units = unitsOfPart() <= kPrefetchUnits ? unitsOfPart() : t.unitsPerGroup;
    bool oneTileARow = c.isMatmul || c.outWidth <= t.mr;
    if (c.packed && weightBytes > kFetchedBytes && oneTileARow && units >= 2 && units <= kPrefetchUnits)
      prefetchUnits = units;
    if (c.packed && c.isMatmul && weightBytes > kFetchedBytes && units == 1 && !scaledB)
      streamAhead = kStreamAhead / numberBytes;
  }

  void emit() {
    int64_t units = t.units(c), panels = t.panels(c, e.target);
    int64_t panelGroups = (panels + t.panelsPerGroup - 1) / t.panelsPerGroup;
    // Neighbouring workgroups share a panel's weights.
    const int64_t unitGroups = t.groupsOfPart(c); // in a part of the rows
    const int64_t ofPart = panelGroups * unitGroups;
    Value inPart = t.rowParts == 1 ? e.workgroup : e.rem(e.workgroup, ofPart),
          part = t.rowParts == 1 ? e.cst(0) : e.div(e.workgroup, ofPart);
    auto [panelBegin, panelEnd] = e.share(e.div(inPart, unitGroups), panels, t.panelsPerGroup);
    Value unitGroup = panelGroups == 1 ? inPart : e.rem(inPart, unitGroups);
    auto [unitBegin, unitEnd] = e.share(e.add(unitGroup, e.mul(part, unitGroups)), units, t.unitsPerGroup);
    firstFetching = prefetchUnits == unitsOfPart() ? e.mul(part, unitGroups * t.unitsPerGroup) : unitBegin;
    if (!scaledA)
      return deal(panelBegin, panelEnd, unitBegin, unitEnd);
    Value all = unitEnd;
    std::pair<Value, Value> own{panelBegin, panelEnd};
    e.loop(unitBegin, all, gate->unitsPerBlock, [&](Value begin) {
      Value end = e.min(e.add(begin, gate->unitsPerBlock), all);
      firstOfA = begin;
      scaleRows(begin, end);
      deal(own.first, own.second, begin, end);
    });
  }

private:
  /// Units of a part of the rows.
  int64_t unitsOfPart() const { return std::min(t.units(c), t.groupsOfPart(c) * t.unitsPerGroup); }

  void deal(Value panelBegin, Value panelEnd, Value unitBegin, Value unitEnd) {
    e.loop(panelBegin, panelEnd, 1, [&](Value index) {
      Panel panel;
      panel.group = e.div(index, panelsPerConvGroup);
      Value inGroup = c.groups == 1 ? index : e.rem(index, panelsPerConvGroup);
      panel.column = e.mul(inGroup, panelWidth);
      panel.outColumn = e.add(e.mul(panel.group, c.channelsOut), panel.column);
      panel.base = c.packed ? e.mul(index, c.depth() * panelWidth) : panel.column;
      panel.nv = t.nv;
      if (partialPanels)
        panel.valid = e.sub(e.cst(c.channelsOut), panel.column);
      Value next = e.add(panel.base, c.depth() * panelWidth);
      if (scaledB) {
        scalePanel(panel.base);
        panel.base = e.cst(0);
      }
      auto compute = [&](const Panel& of) {
        e.loop(unitBegin, unitEnd, 1, [&](Value unit) {
          Panel own = of;
          if (prefetchUnits)
            own.ahead =
                e.add(next, e.mul(e.sub(unit, firstFetching), c.depth() * panelWidth / prefetchUnits));
          c.isMatmul ? matmulTile(unit, own) : convRow(unit, own);
        });
      };
      // Masks that are known when the model is compiled cost nothing to make, and none but the last panel has
      // them. (Measured with AVX2, which has no registers for them: some 1.5 to 2.3 times as fast.)
      if (!partialPanels || panelsPerConvGroup == 1 || e.target.maskRegisters)
        return compute(panel);
      Panel whole = panel, last = panel;
      int64_t rest = c.channelsOut % panelWidth;
      whole.valid = {};
      last.valid = e.cst(rest);
      last.nv = ceilDiv(rest, lanes);
      Value isWhole = e.less(inGroup, e.cst(panelsPerConvGroup - 1));
      e.ifThenElse(isWhole, [&] { compute(whole); }, [&] { compute(last); });
    });
  }
};

} // namespace

void emitContraction(KernelEmitter& e) {
  Operation* root = e.parts.root;
  auto out = cast<RankedTensorType>(root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), out.getRank() - 1);
  if (isIntegerContraction(root))
    return emitIntegerContraction(e);
  if (isPairedLinear(e.kernel))
    return emitPairedLinear(e);
  if (isWinograd(e.kernel))
    return emitWinograd(e);
  auto tiling = *e.kernel.getTiling();
  Contraction c = describeContraction(root, /*constantWeight=*/false);
  c.packed = tiling.contains("packed");
  ContractionEmitter(e, c, ContractionTiling::fromAttr(tiling)).emit();
}

} // namespace aic::codegen
