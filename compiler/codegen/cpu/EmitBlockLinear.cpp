// Products whose weights are integers of 8 or 4 bits in blocks with scales. Panels hold 32 bits of each
// output side by side: 4 or 8 of its numbers, which are shifted out one after another and become floats in
// registers.
//
// With few rows the sums of a block are scaled when it ends (two sets of sums in registers); with many the
// weights are scaled as they are widened, once for all rows of the tile; where a workgroup has several tiles
// of rows, once for all of them, into scratch memory.
#include "compiler/codegen/cpu/BlockTiling.h"
#include "compiler/codegen/cpu/ContractionTiling.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "compiler/lowering/Packing.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {

namespace {

// With more rows weights are scaled, not sums.
constexpr int64_t kFewRows = 2;
// A workgroup is so many multiply-adds or more: some 20 us of one core.
constexpr int64_t kWorkOfGroup = 1 << 19;
constexpr int64_t kMaxGroups = 64;
// So many tiles of rows and more read a panel that was widened, which stays in the second-level cache
// meanwhile.
constexpr int64_t kTilesOfWidened = 3, kMostWidened = 896 * 1024;

int64_t vectorsOfPanel(const BlockLinear& b, const CpuTarget& target) {
  const int64_t most = target.registers >= 32 ? 4 : 2;
  return std::clamp<int64_t>(ceilDiv(b.columns, target.lanes(4)), 1, most);
}

// Weights beyond this do not stay in the second-level cache from run to run.
constexpr int64_t kPrefetchBytes = 512 * 1024;

class BlockLinearEmitter {
  KernelEmitter& e;
  const BlockLinear l;
  const BlockTiling t;
  const int64_t lanes, width;
  const bool streams; ///< a panel is read once, from beyond the second-level cache
  Value x, q, scale, bias;
  Value widened; // scratch memory for the numbers of a panel as floats [depth, width]; or null
  Type scaleType;
  using Values = KernelEmitter::Values;

  struct Panel {
    Value number, column; // column: its first output
  };

  Value laneMask(const Panel& panel, int64_t j) {
    if (l.columns % width == 0)
      return {};
    return e.maskFirst(e.sub(e.sub(e.cst(l.columns), panel.column), e.cst(j * lanes)), lanes);
  }

  Value shift(Value words, int64_t left, int64_t right) {
    auto by = [&](int64_t bits) { return e.constant(e.b.getI32Type(), static_cast<double>(bits), lanes); };
    if (left)
      words = arith::ShLIOp::create(e.b, e.loc, words, by(left));
    return right ? arith::ShRSIOp::create(e.b, e.loc, words, by(right)).getResult() : words;
  }

  /// Number `i` of each word, as floats.
  Value number(Value words, int64_t i) {
    if (l.bits == 4 && lanes == 16) { // a table of the 16 numbers, which looks at the low 4 bits alone
      SmallVector<float> numbers;
      for (int n = 0; n < 16; ++n)
        numbers.push_back(static_cast<float>(n < 8 ? n : n - 16));
      auto type = VectorType::get({16}, e.b.getF32Type());
      Value table =
          arith::ConstantOp::create(e.b, e.loc, DenseElementsAttr::get(type, ArrayRef<float>(numbers)));
      Value index =
          i == 0 ? words
                 : arith::ShRUIOp::create(e.b, e.loc, words,
                                          e.constant(e.b.getI32Type(), static_cast<double>(4 * i), lanes));
      return LLVM::CallIntrinsicOp::create(e.b, e.loc, type,
                                           e.b.getStringAttr("llvm.x86.avx512.permvar.sf.512"),
                                           ValueRange{table, index})
          .getResult(0);
    }
    return asFloats(e, shift(words, 32 - l.bits * (i + 1), 32 - l.bits));
  }

  /// The scales of block `block` (an index) for each vector of the panel.
  Values scalesOf(const Panel& panel, Value block) {
    Values all;
    Value at = e.mul(e.add(e.mul(panel.number, l.blocks()), block), width);
    for (int64_t j = 0; j < t.nv; ++j)
      all.push_back(e.load(scale, e.add(at, j * lanes), scaleType, lanes));
    return all;
  }

  /// sums[i][j] += x[row i, k] * weights for the numbers [first, first + count) of word `word` of each
  /// output.
  void addWord(Value xBase, int64_t mr, const Panel& panel, Value word, int64_t first, int64_t count,
               const Values& scales, Values& sums) {
    Value at = e.mul(e.add(e.mul(panel.number, l.words()), word), width);
    Values words;
    for (int64_t j = 0; streams && j < t.nv; ++j)
      prefetch(e, q, e.add(e.mul(e.add(at, j * lanes), 4), kStreamAhead));
    for (int64_t j = 0; j < t.nv; ++j)
      words.push_back(
          vector::BitCastOp::create(e.b, e.loc, VectorType::get({lanes}, e.b.getI32Type()),
                                    e.load(q, e.mul(e.add(at, j * lanes), 4), e.b.getI8Type(), 4 * lanes)));
    Value k = e.mul(word, l.perWord());
    for (int64_t n = first; n < first + count; ++n) {
      Values weights;
      for (int64_t j = 0; j < t.nv; ++j) {
        Value w = number(words[j], n);
        weights.push_back(scales.empty() ? w : arith::MulFOp::create(e.b, e.loc, w, scales[j]).getResult());
      }
      for (int64_t i = 0; i < mr; ++i) {
        Value element = e.load(x, e.add(e.add(xBase, k), n + i * l.depth), e.b.getF32Type(), 0);
        Value a = e.splat(element, lanes);
        for (int64_t j = 0; j < t.nv; ++j)
          sums[i * t.nv + j] = e.multiplyAdd(a, weights[j], sums[i * t.nv + j]);
      }
    }
  }

  /// Numbers [first, first + count) of a row, with one scale. `first` is a multiple of perWord() where
  /// `whole`.
  Values addBlock(Value xBase, int64_t mr, const Panel& panel, Value firstWord, int64_t offset, int64_t count,
                  const Values& scales, Values sums) {
    // A part of a word, whole words, a part of a word.
    const int64_t each = l.perWord();
    if (offset > 0) {
      const int64_t part = std::min(count, each - offset);
      addWord(xBase, mr, panel, firstWord, offset, part, scales, sums);
      count -= part;
      firstWord = e.add(firstWord, 1);
    }
    const int64_t whole = count / each;
    if (whole > 4) {
      sums = e.loop(firstWord, e.add(firstWord, whole), 1, sums, [&](Value word, ValueRange carried) {
        Values acc(carried);
        addWord(xBase, mr, panel, word, 0, each, scales, acc);
        return acc;
      });
    } else {
      for (int64_t i = 0; i < whole; ++i)
        addWord(xBase, mr, panel, e.add(firstWord, i), 0, each, scales, sums);
    }
    if (int64_t rest = count - whole * each)
      addWord(xBase, mr, panel, e.add(firstWord, whole), 0, rest, scales, sums);
    return sums;
  }

  Values zeros(int64_t mr) {
    return Values(static_cast<size_t>(mr * t.nv), e.constant(e.b.getF32Type(), 0.0, lanes));
  }

  /// Block number `block`, whose numbers begin in word `word` at `offset`.
  Values scaledBlock(Value xBase, int64_t mr, const Panel& panel, Value block, Value word, int64_t offset,
                     int64_t count, Values sums) {
    Values scales = scalesOf(panel, block);
    if (mr > kFewRows)
      return addBlock(xBase, mr, panel, word, offset, count, scales, sums);
    Values own = addBlock(xBase, mr, panel, word, offset, count, {}, zeros(mr));
    for (int64_t i = 0; i < mr; ++i)
      for (int64_t j = 0; j < t.nv; ++j)
        sums[i * t.nv + j] = e.multiplyAdd(own[i * t.nv + j], scales[j], sums[i * t.nv + j]);
    return sums;
  }

  void widen(const Panel& panel) {
    const int64_t each = l.perWord(), words = l.block / each;
    e.loop(e.cst(0), e.cst(l.blocks()), 1, [&](Value block) {
      Values scales = scalesOf(panel, block);
      Value first = e.mul(block, words);
      e.loop(first, e.add(first, words), 1, [&](Value word) {
        Value from = e.mul(e.add(e.mul(panel.number, l.words()), word), width);
        for (int64_t j = 0; j < t.nv; ++j) {
          Value bytes = e.load(q, e.mul(e.add(from, j * lanes), 4), e.b.getI8Type(), 4 * lanes);
          bytes = vector::BitCastOp::create(e.b, e.loc, VectorType::get({lanes}, e.b.getI32Type()), bytes);
          for (int64_t n = 0; n < each; ++n) {
            Value to = e.add(e.mul(e.add(e.mul(word, each), n), width), j * lanes);
            e.store(arith::MulFOp::create(e.b, e.loc, number(bytes, n), scales[j]), widened, to);
          }
        }
      });
    });
  }

  /// The sums of a tile over all blocks of a panel.
  Values accumulate(Value xBase, int64_t mr, const Panel& panel, Values sums) {
    if (widened) {
      RegisterTile tile{e, x, l.depth, 1, widened, width, t.nv, lanes};
      return tile.accumulate(xBase, llvm::to_vector(llvm::seq<int64_t>(0, mr)), e.cst(0), l.depth, sums);
    }
    const int64_t each = l.perWord(), whole = l.depth / l.block;
    if (l.block % each == 0) {
      sums = e.loop(e.cst(0), e.cst(whole), 1, sums, [&](Value block, ValueRange carried) {
        return scaledBlock(xBase, mr, panel, block, e.mul(block, l.block / each), 0, l.block,
                           Values(carried));
      });
    } else {
      for (int64_t block = 0; block < whole; ++block)
        sums = scaledBlock(xBase, mr, panel, e.cst(block), e.cst(block * l.block / each),
                           block * l.block % each, l.block, sums);
    }
    if (int64_t rest = l.depth - whole * l.block)
      sums = scaledBlock(xBase, mr, panel, e.cst(whole), e.cst(whole * l.block / each),
                         whole * l.block % each, rest, sums);
    return sums;
  }

  void tile(Value firstRow, int64_t mr, const Panel& panel) {
    Values sums;
    for (int64_t i = 0; i < mr; ++i)
      for (int64_t j = 0; j < t.nv; ++j)
        sums.push_back(
            bias ? e.load(bias, e.add(panel.column, j * lanes), e.b.getF32Type(), lanes, laneMask(panel, j))
                 : e.constant(e.b.getF32Type(), 0.0, lanes));
    sums = accumulate(e.mul(firstRow, l.depth), mr, panel, sums);
    for (int64_t j = 0; j < t.nv; ++j) {
      Value mask = laneMask(panel, j), column = e.add(panel.column, j * lanes);
      for (int64_t i = 0; i < mr; ++i)
        e.finish(sums[i * t.nv + j], Position{e.add(firstRow, i), column, lanes, mask});
    }
  }

public:
  explicit BlockLinearEmitter(KernelEmitter& e)
      : e(e), l(describeBlockLinear(e.parts.root)), t(chooseBlockTiling(l, e.target)),
        lanes(e.target.lanes(4)), width(t.nv * lanes),
        streams(4 * l.columns * l.words() > kPrefetchBytes && std::min(t.units, t.unitsPerGroup) == 1) {
    auto root = cast<BlockLinearOp>(e.parts.root);
    x = e.buffer(root.getX());
    q = e.buffer(root.getQ());
    scale = e.buffer(root.getScale());
    scaleType = root.getScale().getType().getElementType();
    if (root.getBias())
      bias = e.buffer(root.getBias());
    if (widenedBytes(l, t, e.target) > 0)
      widened = e.workerScratch;
  }

  void emit() {
    const int64_t unitGroups = ceilDiv(t.units, t.unitsPerGroup);
    auto [panelBegin, panelEnd] = e.share(e.div(e.workgroup, unitGroups), t.panels, t.panelsPerGroup);
    auto [unitBegin, unitEnd] =
        e.share(unitGroups == 1 ? e.cst(0) : e.rem(e.workgroup, unitGroups), t.units, t.unitsPerGroup);
    Value unitBegin_ = unitBegin, unitEnd_ = unitEnd;
    e.loop(panelBegin, panelEnd, 1, [&](Value index) {
      Panel panel{index, e.mul(index, width)};
      if (widened)
        widen(panel);
      e.loop(unitBegin_, unitEnd_, 1, [&](Value unit) {
        Value first = e.mul(unit, t.mr);
        const int64_t tail = l.rows % t.mr;
        if (tail == 0 || t.units == 1)
          return tile(first, tail == 0 ? t.mr : tail, panel);
        Value isTail = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, unit, e.cst(t.units - 1));
        e.ifThenElse(isTail, [&] { tile(first, tail, panel); }, [&] { tile(first, t.mr, panel); });
      });
    });
  }
};

} // namespace

BlockLinear describeBlockLinear(Operation* root) {
  auto linear = cast<BlockLinearOp>(root);
  BlockLinear l;
  l.depth = linear.getX().getType().getShape().back();
  l.columns = linear.getType().getShape().back();
  l.rows = linear.getType().getNumElements() / l.columns;
  l.bits = linear.getBits();
  l.block = linear.getBlock();
  return l;
}

int64_t BlockTiling::workgroups() const {
  return ceilDiv(units, unitsPerGroup) * ceilDiv(panels, panelsPerGroup);
}

DictionaryAttr BlockTiling::toAttr(MLIRContext* context) const {
  Builder b(context);
  auto number = [&](StringRef name, int64_t value) {
    return b.getNamedAttr(name, b.getI64IntegerAttr(value));
  };
  return b.getDictionaryAttr({number("mr", mr), number("nv", nv), number("panels_per_group", panelsPerGroup),
                              number("units_per_group", unitsPerGroup)});
}

BlockTiling chooseBlockTiling(const BlockLinear& b, const CpuTarget& target) {
  BlockTiling t;
  t.nv = vectorsOfPanel(b, target);
  // Sums, the weights of a step and one element of x stay in registers.
  const int64_t most =
      b.rows <= kFewRows ? b.rows : std::max<int64_t>((target.accumulators - t.nv) / t.nv, kFewRows + 1);
  t.mr = ceilDiv(b.rows, ceilDiv(b.rows, std::max<int64_t>(most, 1)));
  t.units = ceilDiv(b.rows, t.mr);
  t.panels = ceilDiv(b.columns, t.nv * target.lanes(4));
  // Panels are dealt out first: each is read once then. Rows only where there are too few panels.
  const int64_t ofPanel = b.rows * b.depth * t.nv * target.lanes(4);
  const int64_t groups = std::clamp<int64_t>(ofPanel * t.panels / kWorkOfGroup, 1, kMaxGroups);
  t.panelsPerGroup = ceilDiv(t.panels, groups);
  t.unitsPerGroup =
      ceilDiv(t.units, std::clamp<int64_t>(groups / ceilDiv(t.panels, t.panelsPerGroup), 1, t.units));
  if (widenedBytes(b, t, target) > 0)
    t.unitsPerGroup = std::max(t.unitsPerGroup, fewestUnits(t.units, ceilDiv(t.panels, t.panelsPerGroup)));
  return t;
}

int64_t widenedBytes(const BlockLinear& b, const BlockTiling& t, const CpuTarget& target) {
  const int64_t bytes = b.depth * t.nv * target.lanes(4) * 4;
  const bool wholeWords = b.block % b.perWord() == 0 && b.depth % b.block == 0;
  return b.rows > kFewRows && wholeWords && std::min(t.units, t.unitsPerGroup) >= kTilesOfWidened &&
                 bytes <= kMostWidened
             ? bytes
             : 0;
}

DictionaryAttr blockPacking(schedule::KernelOp kernel, unsigned index, const CpuTarget& target) {
  auto root = cast<BlockLinearOp>(splitKernel(kernel).root);
  Value argument = kernel.getBody().front().getArgument(index);
  const int64_t width = vectorsOfPanel(describeBlockLinear(root), target) * target.lanes(4);
  if (argument == root.getQ())
    return lowering::packQuads(kernel.getContext(), width);
  return argument == root.getScale() ? lowering::packLinear(kernel.getContext(), width) : DictionaryAttr();
}

void emitBlockLinear(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), out.getRank() - 1);
  BlockLinearEmitter(e).emit();
}

} // namespace aic::codegen
