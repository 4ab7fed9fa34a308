// Matrix products and convolutions of 8-bit integers, whose sums are exact in 32 bits (and wrap beyond them).
// Four neighbours of x meet four of each output at a time, a quad: by vpdpbusd where the CPU has it, and else
// as 16-bit integers whose products are added in pairs (vpmaddwd), which is as exact and half as fast. Linear
// layers, and windows of 1x1, of many rows go by AMX where the CPU has it (EmitLinearInTiles.cpp), to the
// same sums.
//
// A tile is mr pixels of a row by nv vectors of outputs, as of other contractions. Nothing is padded here
// (aic-read-quantised does that before): a row of the window lies side by side in NHWC, whatever its
// channels.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/IntegerTiling.h"
#include "compiler/codegen/cpu/LinearInTiles.h"
#include "compiler/lowering/Packing.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

bool hasProductsOfBytes(const CpuTarget& target) {
  auto has = [&](StringRef feature) { return llvm::is_contained(target.requiredFeatures, feature); };
  return target.vectorBytes == 64 ? has("avx512vnni") : target.vectorBytes == 32 && has("avxvnni");
}

/// The same loops with a quad in the place of a number.
Contraction inQuads(Contraction c) {
  const int64_t quads = quadsOfRun(c);
  c.kernelWidth /= columnsOfRun(c);
  c.channelsIn = quads;
  c.pixelStride = (c.pixelStride + 3) / 4;
  return c;
}

class IntegerEmitter {
  KernelEmitter& e;
  const Contraction c;
  const ContractionTiling t;
  const int64_t lanes, width;
  const int64_t runs, rowBytes, quads; ///< of a row of the window; of a run: its bytes of x, in quads
  const bool direct, isSigned;
  Value x, weight, bias;
  using Values = KernelEmitter::Values;

  VectorType vectorOf(int64_t count, unsigned bits) {
    return VectorType::get({count}, e.b.getIntegerType(bits));
  }

  struct Panel {
    Value base, column, valid; ///< base: of its weights; valid: outputs of its group that are there
    Value ofX;                 ///< offset of its group's channels in a pixel of x
  };

  Value laneMask(const Panel& panel, int64_t j) {
    if (c.channelsOut % width == 0)
      return {};
    return e.maskFirst(e.sub(panel.valid, e.cst(j * lanes)), lanes);
  }

  /// Quad `quad` of the row at `base`, the last of which may be shorter, as the 32 bits of an integer.
  Value quadOf(Value base, Value quad, bool isLast) {
    const int64_t rest = rowBytes % 4;
    auto load = [&](Value at, Value mask) {
      Value four = e.load(x, at, e.b.getI8Type(), 4, mask);
      four = vector::BitCastOp::create(e.b, e.loc, vectorOf(1, 32), four);
      return vector::ExtractOp::create(e.b, e.loc, four, int64_t(0)).getResult();
    };
    Value at = e.add(base, e.mul(quad, 4));
    if (!isLast || rest == 0)
      return load(at, {});
    if (rowBytes < 4) // there may be no more before it or behind
      return load(at, e.maskFirst(e.cst(rest), 4));
    Value bits = load(e.add(at, rest - 4), {});
    Value by = e.constant(e.b.getI32Type(), static_cast<double>(8 * (4 - rest)), 0);
    return arith::ShRUIOp::create(e.b, e.loc, bits, by);
  }

  /// A quad of x for all lanes, as `product` takes it.
  Value spread(Value quad) {
    if (direct) {
      if (isSigned) { // as the unsigned integer that is 128 more
        Value flip = e.constant(e.b.getI32Type(), static_cast<double>(int32_t(0x80808080)), 0);
        quad = arith::XOrIOp::create(e.b, e.loc, quad, flip);
      }
      return vector::BitCastOp::create(e.b, e.loc, vectorOf(4 * lanes, 8), e.splat(quad, lanes));
    }
    Value bytes =
        vector::BitCastOp::create(e.b, e.loc, vectorOf(4, 8),
                                  vector::BroadcastOp::create(e.b, e.loc, vectorOf(1, 32), quad).getResult());
    Value words = isSigned ? arith::ExtSIOp::create(e.b, e.loc, vectorOf(4, 16), bytes).getResult()
                           : arith::ExtUIOp::create(e.b, e.loc, vectorOf(4, 16), bytes).getResult();
    Value all = vector::ExtractOp::create(
        e.b, e.loc, vector::BitCastOp::create(e.b, e.loc, vectorOf(1, 64), words).getResult(), int64_t(0));
    return vector::BitCastOp::create(e.b, e.loc, vectorOf(4 * lanes, 16), e.splat(all, lanes));
  }

  /// Four numbers of each output, as `product` takes them.
  Value weightsAt(Value at) {
    Value bytes = e.load(weight, at, e.b.getI8Type(), 4 * lanes);
    return direct ? bytes : arith::ExtSIOp::create(e.b, e.loc, vectorOf(4 * lanes, 16), bytes).getResult();
  }

  Value halves(Value sums, bool odd) {
    SmallVector<int64_t> places;
    const int64_t count = cast<VectorType>(sums.getType()).getDimSize(0) / 2;
    for (int64_t i = 0; i < count; ++i)
      places.push_back(2 * i + (odd ? 1 : 0));
    return vector::ShuffleOp::create(e.b, e.loc, sums, sums, places);
  }
  Value pairs(Value sums) {
    return arith::AddIOp::create(e.b, e.loc, halves(sums, false), halves(sums, true));
  }

  /// sums += the products of a quad: of one lane an output, or of two.
  Value product(Value sums, Value quad, Value weights) {
    if (direct) {
      StringRef name = lanes == 16 ? "llvm.x86.avx512.vpdpbusd.512" : "llvm.x86.avx512.vpdpbusd.256";
      return LLVM::CallIntrinsicOp::create(e.b, e.loc, sums.getType(), e.b.getStringAttr(name),
                                           ValueRange{sums, quad, weights})
          .getResult(0);
    }
    auto wide = [&](Value value) {
      return arith::ExtSIOp::create(e.b, e.loc, vectorOf(4 * lanes, 32), value).getResult();
    };
    Value products = arith::MulIOp::create(e.b, e.loc, wide(quad), wide(weights));
    return arith::AddIOp::create(e.b, e.loc, sums, pairs(products));
  }

  int64_t lanesOfSum() const { return direct ? lanes : 2 * lanes; }
  Values zeros(int64_t count) {
    return Values(static_cast<size_t>(count), e.constant(e.b.getI32Type(), 0, lanesOfSum()));
  }

  /// The sums [i][j] of a tile, and behind them, where x has signs and is taken as 128 more, those of 128
  /// times the weights.
  Values step(Value base, int64_t mr, int64_t pixelStep, Value rowOfWeights, Value quad, bool isLast,
              Values sums) {
    Values weights;
    for (int64_t j = 0; j < t.nv; ++j)
      weights.push_back(weightsAt(e.add(rowOfWeights, e.add(e.mul(quad, 4 * width), 4 * j * lanes))));
    for (int64_t i = 0; i < mr; ++i) {
      Value of = spread(quadOf(e.add(base, i * pixelStep), quad, isLast));
      for (int64_t j = 0; j < t.nv; ++j)
        sums[i * t.nv + j] = product(sums[i * t.nv + j], of, weights[j]);
    }
    if (direct && isSigned) {
      Value of = e.constant(e.b.getI8Type(), -128, 4 * lanes); // 128 without a sign
      for (int64_t j = 0; j < t.nv; ++j)
        sums[mr * t.nv + j] = product(sums[mr * t.nv + j], of, weights[j]);
    }
    return sums;
  }

  Values row(Value base, int64_t mr, int64_t pixelStep, Value rowOfWeights, Values sums) {
    const int64_t even = rowBytes % 4 ? quads - 1 : quads;
    const int64_t each = std::clamp<int64_t>(24 / (mr * t.nv), 1, 4), whole = even / each * each;
    if (whole > each)
      sums = e.loop(e.cst(0), e.cst(whole), each, sums, [&](Value quad, ValueRange carried) {
        Values acc(carried);
        for (int64_t u = 0; u < each; ++u)
          acc = step(base, mr, pixelStep, rowOfWeights, e.add(quad, u), false, acc);
        return acc;
      });
    for (int64_t quad = whole > each ? whole : 0; quad < quads; ++quad)
      sums = step(base, mr, pixelStep, rowOfWeights, e.cst(quad), quad == quads - 1, sums);
    return sums;
  }

  Values rowOfWindow(Value base, int64_t mr, int64_t pixelStep, Value rowOfWeights, Values sums) {
    auto run = [&](Value number, ValueRange carried) {
      return row(e.add(base, e.mul(number, c.dilationW * c.pixelStride)), mr, pixelStep,
                 e.add(rowOfWeights, e.mul(number, quads * 4 * width)), Values(carried));
    };
    // (Unrolled, LLVM would keep what neighbours of a row share, which are more than registers hold.)
    return runs == 1 ? run(e.cst(0), sums) : e.loop(e.cst(0), e.cst(runs), 1, sums, run);
  }

  /// `base`: of x's element at the tile's first pixel, in the first row of the window; `pixel`: of the
  /// result.
  void tile(Value base, Value pixel, int64_t mr, const Panel& panel) {
    base = e.add(base, panel.ofX);
    const int64_t step = c.strideW * c.pixelStride;
    Values sums = zeros(mr * t.nv + (direct && isSigned ? t.nv : 0));
    auto ofRow = [&](Value ky, ValueRange carried) {
      return rowOfWindow(e.add(base, e.mul(ky, c.dilationH * c.width * c.pixelStride)), mr, step,
                         e.add(panel.base, e.mul(ky, runs * quads * 4 * width)), Values(carried));
    };
    if (c.kernelHeight == 1)
      sums = ofRow(e.cst(0), sums);
    else
      sums = e.loop(e.cst(0), e.cst(c.kernelHeight), 1, sums, ofRow);
    for (int64_t j = 0; j < t.nv; ++j) {
      Value mask = laneMask(panel, j), column = e.add(panel.column, j * lanes);
      Value start = bias ? e.load(bias, column, e.b.getI32Type(), lanes, mask) : Value();
      for (int64_t i = 0; i < mr; ++i) {
        Value sum = sums[i * t.nv + j];
        if (!direct)
          sum = pairs(sum);
        else if (isSigned)
          sum = arith::SubIOp::create(e.b, e.loc, sum, sums[mr * t.nv + j]);
        if (start)
          sum = arith::AddIOp::create(e.b, e.loc, sum, start);
        e.finish(sum, Position{e.add(pixel, i), column, lanes, mask});
      }
    }
  }

  void product(Value unit, const Panel& panel) {
    const int64_t tiles = ceilDiv(c.outWidth, t.mr), tail = c.outWidth % t.mr;
    Value first = e.mul(unit, t.mr), base = e.mul(first, c.pixelStride);
    if (tail == 0 || tiles == 1)
      return tile(base, first, tail == 0 ? t.mr : tail, panel);
    Value isTail = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, unit, e.cst(tiles - 1));
    e.ifThenElse(isTail, [&] { tile(base, first, tail, panel); }, [&] { tile(base, first, t.mr, panel); });
  }

  void rowOfPixels(Value unit, const Panel& panel) {
    Value image = e.div(unit, c.outHeight), oh = e.rem(unit, c.outHeight);
    Value line = e.add(e.mul(image, c.height), e.mul(oh, c.strideH));
    Value base = e.mul(line, c.width * c.pixelStride), first = e.mul(unit, c.outWidth);
    const int64_t whole = c.outWidth / t.mr * t.mr, step = c.strideW * c.pixelStride;
    e.loop(e.cst(0), e.cst(whole), t.mr,
           [&](Value ow) { tile(e.add(base, e.mul(ow, step)), e.add(first, ow), t.mr, panel); });
    if (int64_t tail = c.outWidth - whole)
      tile(e.add(base, whole * step), e.add(first, whole), tail, panel);
  }

public:
  IntegerEmitter(KernelEmitter& e, const Contraction& c, const ContractionTiling& t)
      : e(e), c(c), t(t), lanes(t.lanes(c, e.target)), width(t.width(c, e.target)),
        runs(c.kernelWidth / columnsOfRun(c)), rowBytes(columnsOfRun(c) * c.channelsIn), quads(quadsOfRun(c)),
        direct(hasProductsOfBytes(e.target)),
        isSigned(!typeOf(e.parts.root->getOperand(0)).getElementType().isUnsignedInteger()) {
    Operation* root = e.parts.root;
    x = e.buffer(root->getOperand(0));
    weight = e.buffer(root->getOperand(1));
    if (root->getNumOperands() > 2)
      bias = e.buffer(root->getOperand(2));
  }

  void emit() {
    const int64_t units = t.units(c), panels = t.panels(c, e.target);
    const int64_t unitGroups = ceilDiv(units, t.unitsPerGroup);
    auto [panelBegin, panelEnd] = e.share(e.div(e.workgroup, unitGroups), panels, t.panelsPerGroup);
    auto [unitBegin, unitEnd] =
        e.share(unitGroups == 1 ? e.cst(0) : e.rem(e.workgroup, unitGroups), units, t.unitsPerGroup);
    std::pair<Value, Value> ofUnits{unitBegin, unitEnd}, ofPanels{panelBegin, panelEnd};
    auto compute = [&](Value unit, const Panel& panel) {
      c.isMatmul ? product(unit, panel) : rowOfPixels(unit, panel);
    };
    if (sharesLines())
      return e.loop(ofUnits.first, ofUnits.second, 1, [&](Value unit) {
        e.loop(ofPanels.first, ofPanels.second, 1, [&](Value index) { compute(unit, panelOf(index)); });
      });
    e.loop(ofPanels.first, ofPanels.second, 1, [&](Value index) {
      Panel panel = panelOf(index);
      e.loop(ofUnits.first, ofUnits.second, 1, [&](Value unit) { compute(unit, panel); });
    });
  }

private:
  /// Several groups have their channels in one line of memory: pixels are read once for all of them.
  bool sharesLines() const { return c.groups > 1 && c.channelsIn < 64; }

  Panel panelOf(Value index) {
    const int64_t ofGroup = ceilDiv(c.channelsOut, width);
    Value group = c.groups == 1 ? e.cst(0) : e.div(index, ofGroup);
    Value first = e.mul(c.groups == 1 ? index : e.rem(index, ofGroup), width);
    Panel panel;
    panel.base = e.mul(index, c.kernelHeight * runs * quads * 4 * width);
    panel.column = e.add(e.mul(group, c.channelsOut), first);
    panel.valid = e.sub(e.cst(c.channelsOut), first);
    panel.ofX = e.mul(group, c.channelsIn);
    return panel;
  }
};

} // namespace

bool isIntegerContraction(Operation* root) {
  return root && root->hasTrait<OpTrait::Contraction>() &&
         typeOf(root->getResult(0)).getElementType().isInteger();
}

std::string whyNoIntegerContraction(Operation* root) {
  if (isa<LinearOp>(root))
    return "";
  auto conv = dyn_cast<Conv2dOp>(root);
  if (!conv)
    return " of two tensors of integers has no CPU code";
  if (conv.getFamily() == "window") // EmitDepthwise.cpp
    return typeOf(conv.getWeight()).getNumElements() / conv.getGroups() <= kMostIntegers
               ? ""
               : " of each channel by itself, of integers, has no CPU code for windows of more than " +
                     std::to_string(kMostIntegers);
  if (llvm::any_of(conv.getPadding(), [](int64_t pad) { return pad != 0; }))
    return " of integers that pads has no CPU code: pad before it";
  return "";
}

int64_t columnsOfRun(const Contraction& c) {
  return c.groups == 1 && c.dilationW == 1 ? c.kernelWidth : 1;
}

int64_t quadsOfRun(const Contraction& c) {
  return ceilDiv(columnsOfRun(c) * c.channelsIn, 4);
}

ContractionTiling chooseIntegerTiling(const Contraction& c, const CpuTarget& target, int64_t width) {
  if (paysInTiles(c, Packed::Quads, target))
    return chooseTilesOfLinear(c, Packed::Quads, target, width);
  ContractionTiling t = chooseTiling(inQuads(c), target, width);
  const int64_t mr = t.mr;
  if (!hasProductsOfBytes(target)) // sums of two registers each
    t.mr = std::max<int64_t>(1, mr / 2);
  else if (t.nv ==
           1) // LLVM begins with the quads of all rows, which no other product takes: registers for both
    t.mr = ceilDiv(mr, ceilDiv(mr, target.registers / 2 - 2));
  if (c.isMatmul && t.mr != mr)
    t.unitsPerGroup = ceilDiv(t.unitsPerGroup * mr, t.mr);
  return t;
}

int64_t widenedBytes(Operation* root, const Contraction& c, const ContractionTiling& t,
                     const CpuTarget& target) {
  constexpr int64_t kTiles = 3,
                    kMostBytes = 896 * 1024; // the panel stays in the second-level cache meanwhile
  if (isIntegerContraction(root))
    return isInTiles(c, t, Packed::Quads, target) ? bytesInTiles(c, t, Packed::Quads, target) : 0;
  if (!isa<LinearOp, MatmulOp>(root) || !typeOf(root->getOperand(0)).getElementType().isF32() ||
      typeOf(root->getOperand(1)).getElementType().isF32() || !c.packed)
    return 0;
  const int64_t bytes = 4 * c.depth() * t.width(c, target);
  return std::min(t.units(c), t.unitsPerGroup) >= kTiles && bytes <= kMostBytes ? bytes : 0;
}

DictionaryAttr integerPacking(schedule::KernelOp kernel, unsigned index, int64_t width) {
  Operation* root = splitKernel(kernel).root;
  if (root->getOperand(1) != kernel.getBody().front().getArgument(index))
    return {};
  if (!isa<Conv2dOp>(root))
    return lowering::packQuads(kernel.getContext(), width);
  const Contraction c = describeContraction(root, /*constantWeight=*/true);
  return lowering::packConvQuads(kernel.getContext(), c.groups, columnsOfRun(c), width);
}

void emitIntegerContraction(KernelEmitter& e) {
  Contraction c = describeContraction(e.parts.root, /*constantWeight=*/true);
  const ContractionTiling t = ContractionTiling::fromAttr(*e.kernel.getTiling());
  if (isInTiles(c, t, Packed::Quads, e.target))
    return emitLinearInTiles(e, c, t, Packed::Quads);
  IntegerEmitter(e, c, t).emit();
}

} // namespace aic::codegen
