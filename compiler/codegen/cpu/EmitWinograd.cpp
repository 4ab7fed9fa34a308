// 3x3 convolutions by Winograd's F(2x2, 3x3) and F(4x4, 3x3): see WinogradTiling.h for the order of the work.
// The transforms are those of Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2015, with
// the points 0, 1, -1, (2, -2,) infinity; weights are transformed when the model is compiled
// (lowering/Packing.h). Of a dilated convolution each phase, the pixels that lie a multiple of the dilation
// apart, is an image of its own.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "compiler/codegen/cpu/WinogradTiling.h"
#include "compiler/codegen/cpu/WinogradTransforms.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Weights are fetched so far ahead of their use, in floats: a model's are in no near cache.
constexpr int64_t kFetchAhead = 2048;

/// What stands at one side of the input or the output: where tiles of one axis begin.
struct Axis {
  int64_t size, outputs, padding, tile, dilation; // dilation: as many phases, and from one pixel to the next

  int64_t tiles() const { return ceilDiv(ceilDiv(outputs, dilation), tile); }
  /// Of all phases.
  bool isInside(int64_t index) const {
    int64_t begin = index * tile * dilation - padding;
    return begin >= 0 && begin + dilation - 1 + (tile + 1) * dilation < size;
  }
  bool isWhole(int64_t index) const { return (index + 1) * tile * dilation <= outputs; }
  /// So many pixels before the end of the input begins the first tile that is not inside, and of the outputs
  /// the first that is not whole.
  int64_t reach() const { return (tile + 1) * dilation; }
  int64_t reachOfOutputs() const { return (tile - 1) * dilation; }
  template <typename Is> int64_t count(Is is) const {
    return llvm::count_if(llvm::seq<int64_t>(0, tiles()), [&](int64_t index) { return (this->*is)(index); });
  }
};

class WinogradEmitter {
  using Values = KernelEmitter::Values;
  using Matrix = WinogradTransforms::Matrix;
  KernelEmitter& e;
  const Contraction c;
  const WinogradTiling t;
  const int64_t side, points, lanes, width, vectors, panelsPerConvGroup;
  const int64_t tiles, strideOfV, strideOfM, beginOfM;
  const Axis y, x;
  WinogradTransforms transforms;
  Value input, weight, bias;
  Value patch;      // one tile of the input with its padding, [side * side][lanes]; null if none has padding
  Value outputTile; // one tile of the output, [tile * tile][lanes]; null if all tiles are whole

  Value sum(Value a, Value b) { return arith::AddFOp::create(e.b, e.loc, a, b); }

  //===-- Input
  //------------------------------------------------------------------------------------------===//
  struct Place {
    Value image, y, x; // of a tile: which image, and its first output
  };
  Place placeOf(Value tile) {
    SmallVector<Value> index = e.delinearize(tile, {c.images, y.dilation, x.dilation, y.tiles(), x.tiles()});
    return {index[0], e.add(e.mul(index[3], y.tile * y.dilation), index[1]),
            e.add(e.mul(index[4], x.tile * x.dilation), index[2])};
  }

  Value channelMask(Value vector) {
    if (c.channelsIn % lanes == 0)
      return {};
    return e.maskFirst(e.sub(e.cst(c.channelsIn), e.mul(vector, lanes)), lanes);
  }

  // V of one vector of channels of a tile, whose element (row, column) `at` gives.
  void storeInput(function_ref<Value(int64_t, int64_t)> at, Value to) {
    Matrix v = transforms.ofSquare(side, at, [&](ArrayRef<Value> line) { return transforms.ofInput(line); });
    for (int64_t i = 0; i < side; ++i)
      for (int64_t j = 0; j < side; ++j)
        e.store(v[i][j], e.workerScratch, e.add(to, (i * side + j) * strideOfV));
  }

  Value loadInput(Value at, Value mask) { return e.load(input, at, e.b.getF32Type(), lanes, mask); }

  // Row `row` of V: the tile at `place`. Of a tile with padding, what there is of it is copied between zeros.
  void transformInput(const Place& place, Value group, Value row) {
    Value top = e.add(place.y, -c.padTop), left = e.add(place.x, -c.padLeft);
    Value line = e.add(e.mul(place.image, c.height), top);
    Value base = e.mul(e.add(e.mul(line, c.width), left), c.pixelStride);
    if (c.groups > 1)
      base = e.add(base, e.mul(group, c.channelsIn));
    const int64_t lineStride = y.dilation * c.width * c.pixelStride, step = x.dilation * c.pixelStride;
    auto to = [&](Value vector) {
      const int64_t each = kChannelBlock / lanes;
      Value ofBlock = e.mul(e.add(e.mul(e.div(vector, each), t.tilesPerBlock), row), kChannelBlock);
      return e.add(ofBlock, e.mul(e.rem(vector, each), lanes));
    };
    auto inside = [&] {
      e.loop(e.cst(0), e.cst(vectors), 1, [&](Value vector) {
        Value from = e.add(base, e.mul(vector, lanes)), mask = channelMask(vector);
        storeInput(
            [&](int64_t i, int64_t j) { return loadInput(e.add(from, i * lineStride + j * step), mask); },
            to(vector));
      });
    };
    auto padded = [&] {
      auto bounds = [&](Value begin, const Axis& axis) {
        return std::pair(e.ceilDivClipped(e.sub(e.cst(0), begin), axis.dilation, side),
                         e.ceilDivClipped(e.sub(e.cst(axis.size), begin), axis.dilation, side));
      };
      auto [rowBegin, rowEnd] = bounds(top, y);
      auto [columnBegin, columnEnd] = bounds(left, x);
      Value rowBegin_ = rowBegin, rowEnd_ = rowEnd, columnBegin_ = columnBegin, columnEnd_ = columnEnd;
      for (int64_t i = 0; i < points; ++i)
        e.store(e.constant(e.b.getF32Type(), 0, lanes), patch, e.cst(i * lanes));
      e.loop(e.cst(0), e.cst(vectors), 1, [&](Value vector) {
        Value from = e.add(base, e.mul(vector, lanes)), mask = channelMask(vector);
        e.loop(rowBegin_, rowEnd_, 1, [&](Value i) {
          e.loop(columnBegin_, columnEnd_, 1, [&](Value j) {
            Value at = e.add(e.add(from, e.mul(i, lineStride)), e.mul(j, step));
            e.store(loadInput(at, mask), patch, e.mul(e.add(e.mul(i, side), j), lanes));
          });
        });
        storeInput(
            [&](int64_t i, int64_t j) {
              return e.load(patch, e.cst((i * side + j) * lanes), e.b.getF32Type(), lanes);
            },
            to(vector));
      });
    };
    if (!patch)
      return inside();
    if (y.count(&Axis::isInside) == 0 || x.count(&Axis::isInside) == 0)
      return padded();
    auto isIn = [&](Value begin, const Axis& axis) {
      return e.inside(begin, std::max<int64_t>(axis.size - axis.reach(), 0));
    };
    e.ifThenElse(e.both(isIn(top, y), isIn(left, x)), inside, padded);
  }

  //===-- Products
  //---------------------------------------------------------------------------------------===//
  // M of `rows` tiles from `row` on, at one point.
  void product(Value vBase, Value uBase, Value mBase, Value row, int64_t rows) {
    Value distance = e.cst(kFetchAhead);
    RegisterTile tile{e, e.workerScratch, kChannelBlock, 1, weight, width, t.nv, lanes};
    tile.distance = distance;
    SmallVector<int64_t> all = llvm::to_vector(llvm::seq<int64_t>(0, rows));
    Value aBase = e.add(vBase, e.mul(row, kChannelBlock));
    auto block = [&](Value index, int64_t count, Values sums) {
      return tile.accumulate(e.add(aBase, e.mul(index, t.tilesPerBlock * kChannelBlock)), all,
                             e.add(uBase, e.mul(index, kChannelBlock * width)), count, sums);
    };
    const int64_t whole = c.channelsIn / kChannelBlock, rest = c.channelsIn % kChannelBlock;
    Values sums = tile.zeros(rows);
    if (whole > 0)
      sums = e.loop(e.cst(0), e.cst(whole), 1, sums, [&](Value index, ValueRange carried) {
        return block(index, kChannelBlock, Values(carried));
      });
    if (rest > 0)
      sums = block(e.cst(whole), rest, sums);
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < t.nv; ++j)
        e.store(sums[i * t.nv + j], e.workerScratch,
                e.add(e.add(mBase, e.mul(row, width)), i * width + j * lanes));
  }

  // M of all tiles and points. Rows behind the last tile are whatever V holds there; nobody reads them.
  void products(Value panel) {
    const int64_t pieces = ceilDiv(t.tilesPerBlock, t.mr);
    const int64_t rows = t.tilesPerBlock / pieces, longer = t.tilesPerBlock % pieces;
    Value ofPanel = e.mul(panel, points * c.channelsIn * width);
    e.loop(e.cst(0), e.cst(points), 1, [&](Value point) {
      Value vBase = e.mul(point, strideOfV), mBase = e.add(e.mul(point, strideOfM), beginOfM);
      Value uBase = e.add(ofPanel, e.mul(point, c.channelsIn * width));
      auto run = [&](int64_t from, int64_t count, int64_t each) {
        if (count > 0)
          e.loop(e.cst(from), e.cst(from + count * each), each,
                 [&](Value row) { product(vBase, uBase, mBase, row, each); });
      };
      run(0, longer, rows + 1);
      run(longer * (rows + 1), pieces - longer, rows);
    });
  }

  //===-- Output
  //-----------------------------------------------------------------------------------------===//
  // Outputs of the tile in row `row` of M: all channels of a panel.
  void transformOutput(const Place& place, Value row, Value outColumn, Value valid) {
    Value line = e.add(e.mul(place.image, c.outHeight), place.y);
    Value pixel = e.add(e.mul(line, c.outWidth), place.x);
    const int64_t lineStride = y.dilation * c.outWidth;
    e.loop(e.cst(0), e.cst(t.nv), 1, [&](Value vector) {
      Value mask;
      if (c.channelsOut % width != 0)
        mask = e.maskFirst(e.sub(valid, e.mul(vector, lanes)), lanes);
      Value column = e.add(outColumn, e.mul(vector, lanes));
      Value from = e.add(e.add(e.mul(row, width), e.mul(vector, lanes)), beginOfM);
      Matrix out = transforms.ofSquare(
          side,
          [&](int64_t i, int64_t j) {
            return e.load(e.workerScratch, e.add(from, (i * side + j) * strideOfM), e.b.getF32Type(), lanes);
          },
          [&](ArrayRef<Value> line) { return transforms.ofOutput(line); });
      if (bias) {
        Value start = e.load(bias, column, e.b.getF32Type(), lanes, mask);
        for (Values& values : out)
          for (Value& value : values)
            value = sum(value, start);
      }
      auto finish = [&](Value value, Value at) { e.finish(value, Position{at, column, lanes, mask}); };
      auto whole = [&] {
        for (int64_t i = 0; i < t.tile; ++i)
          for (int64_t j = 0; j < t.tile; ++j)
            finish(out[i][j], e.add(pixel, i * lineStride + j * x.dilation));
      };
      if (!outputTile)
        return whole();
      auto part = [&] {
        for (int64_t i = 0; i < t.tile; ++i)
          for (int64_t j = 0; j < t.tile; ++j)
            e.store(out[i][j], outputTile, e.cst((i * t.tile + j) * lanes));
        Value rows = e.ceilDivClipped(e.sub(e.cst(c.outHeight), place.y), y.dilation, t.tile);
        Value columns = e.ceilDivClipped(e.sub(e.cst(c.outWidth), place.x), x.dilation, t.tile);
        e.loop(e.cst(0), rows, 1, [&](Value i) {
          e.loop(e.cst(0), columns, 1, [&](Value j) {
            Value value =
                e.load(outputTile, e.mul(e.add(e.mul(i, t.tile), j), lanes), e.b.getF32Type(), lanes);
            finish(value, e.add(e.add(pixel, e.mul(i, lineStride)), e.mul(j, x.dilation)));
          });
        });
      };
      if (y.count(&Axis::isWhole) == 0 || x.count(&Axis::isWhole) == 0)
        return part();
      auto isIn = [&](Value begin, const Axis& axis) {
        return e.less(begin, e.cst(axis.outputs - axis.reachOfOutputs()));
      };
      e.ifThenElse(e.both(isIn(place.y, y), isIn(place.x, x)), whole, part);
    });
  }

  //===-- A workgroup
  //------------------------------------------------------------------------------------===//
  // Calls `body` with each tile of a block, and its row in V and M.
  void forEachTile(Value block, function_ref<void(const Place&, Value)> body) {
    Value first = e.mul(block, t.tilesPerBlock);
    Value count = e.cst(t.tilesPerBlock);
    if (tiles % t.tilesPerBlock != 0)
      count = e.min(count, e.sub(e.cst(tiles), first));
    e.loop(e.cst(0), count, 1, [&](Value row) { body(placeOf(e.add(first, row)), row); });
  }

  // Panels [begin, end), all of one group of the convolution, for one block.
  void computeBlock(Value block, Value group, Value begin, Value end) {
    forEachTile(block, [&](const Place& place, Value row) { transformInput(place, group, row); });
    e.loop(begin, end, 1, [&](Value panel) {
      products(panel);
      Value inGroup = c.groups == 1 ? panel : e.rem(panel, panelsPerConvGroup);
      Value column = e.mul(inGroup, width), valid = e.sub(e.cst(c.channelsOut), column);
      Value outColumn = c.groups == 1 ? column : e.add(e.mul(group, c.channelsOut), column);
      forEachTile(block,
                  [&](const Place& place, Value row) { transformOutput(place, row, outColumn, valid); });
    });
  }

public:
  WinogradEmitter(KernelEmitter& e, const Contraction& c, const WinogradTiling& t)
      : e(e), c(c), t(t), side(t.tile + 2), points(t.points()), lanes(e.target.lanes(c.numberBytes)),
        width(t.width(e.target)), vectors(ceilDiv(c.channelsIn, lanes)),
        panelsPerConvGroup(ceilDiv(c.channelsOut, width)), tiles(t.tiles(c)),
        strideOfV(t.pointStrideOfV(c, e.target)), strideOfM(t.pointStrideOfM(e.target)),
        beginOfM(points * strideOfV), y{c.height, c.outHeight, c.padTop, t.tile, c.dilationH},
        x{c.width, c.outWidth, c.padLeft, t.tile, c.dilationW}, transforms(e, lanes) {
    Operation* root = e.parts.root;
    input = e.buffer(root->getOperand(0));
    weight = e.buffer(root->getOperand(1));
    if (root->getNumOperands() > 2)
      bias = e.buffer(root->getOperand(2));
    if (y.count(&Axis::isInside) < y.tiles() || x.count(&Axis::isInside) < x.tiles())
      patch = e.scratch(points * lanes);
    if (y.count(&Axis::isWhole) < y.tiles() || x.count(&Axis::isWhole) < x.tiles())
      outputTile = e.scratch(t.tile * t.tile * lanes);
  }

  void emit() {
    const int64_t blocks = t.blocks(c), panels = t.panels(c, e.target);
    const int64_t unitGroups = ceilDiv(blocks, t.unitsPerGroup),
                  panelGroups = ceilDiv(panels, t.panelsPerGroup);
    // Neighbouring workgroups share a panel's weights.
    auto [panelBegin, panelEnd] = e.share(e.div(e.workgroup, unitGroups), panels, t.panelsPerGroup);
    auto [blockBegin, blockEnd] =
        e.share(panelGroups == 1 ? e.workgroup : e.rem(e.workgroup, unitGroups), blocks, t.unitsPerGroup);
    Value panelBegin_ = panelBegin, panelEnd_ = panelEnd;
    e.loop(blockBegin, blockEnd, 1, [&](Value block) {
      if (c.groups == 1)
        return computeBlock(block, e.cst(0), panelBegin_, panelEnd_);
      Value last = e.add(e.div(e.add(panelEnd_, -1), panelsPerConvGroup), 1);
      e.loop(e.div(panelBegin_, panelsPerConvGroup), last, 1, [&](Value group) {
        Value first = e.mul(group, panelsPerConvGroup);
        computeBlock(block, group, e.max(panelBegin_, first),
                     e.min(panelEnd_, e.add(first, panelsPerConvGroup)));
      });
    });
  }
};

} // namespace

void emitWinograd(KernelEmitter& e) {
  WinogradEmitter(e, describeContraction(e.parts.root, /*constantWeight=*/true),
                  WinogradTiling::fromAttr(*e.kernel.getTiling()))
      .emit();
}

} // namespace aic::codegen
