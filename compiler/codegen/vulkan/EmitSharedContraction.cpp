// Matrix products and convolutions with tiles in the workgroup's memory: for each step of K, all invocations
// together bring a block of a (block_rows pixels x block_depth) and of b (block_depth x block_columns
// channels), then each multiplies its `pixels` rows with its `fours` fours of columns. Rows and columns of an
// invocation are interleaved with those of its neighbours, so that neighbours read neighbouring banks. For
// GPUs; software drivers prefer the floor.
#include "compiler/codegen/vulkan/ContractionTile.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

class SharedContractionEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  ContractionTile tile;
  const Contraction& c;
  const int64_t blockDepth, mr, nf;
  int64_t acrossColumns, acrossRows; // invocations
  Value tileA, tileB;

  // Rows of a that this invocation brings: one four of K of each.
  struct Row {
    Pixel pixel;
    Value slot; // in tileA
  };

  // k and what it stands for.
  struct Depth {
    Value k, place, channel, inside;
  };
  Depth depthOf(Value k) {
    Depth d;
    d.k = k;
    if (c.depth() % blockDepth != 0) {
      d.inside = e.less(k, e.cst(c.depth()));
      d.k = e.min(k, e.cst(c.depth() - 1));
    }
    d.place = c.kernelHeight * c.kernelWidth == 1 ? e.cst(0) : e.div(d.k, c.channelsIn);
    d.channel = c.kernelHeight * c.kernelWidth == 1 ? d.k : e.rem(d.k, c.channelsIn);
    return d;
  }

  Value elementOfA(const Pixel& pixel, const Depth& d) {
    auto [address, inside] =
        tile.address(pixel, e.div(d.place, c.kernelWidth), e.rem(d.place, c.kernelWidth));
    Value unit = tile.foursOfA() ? e.div(d.channel, 4) : d.channel;
    return tile.loadA(address, unit, e.both(inside, d.inside));
  }

  void bringA(ArrayRef<Row> rows, Value k0) {
    Value four = e.rem(e.local, blockDepth / 4), k = e.add(k0, e.mul(four, 4));
    SmallVector<Depth> depths;
    for (int64_t lane = 0; lane < (tile.foursOfA() ? 1 : 4); ++lane)
      depths.push_back(depthOf(e.add(k, lane)));
    for (const Row& row : rows) {
      SmallVector<Value> lanes;
      for (const Depth& d : depths)
        lanes.push_back(elementOfA(row.pixel, d));
      e.storeShared(tile.foursOfA() ? lanes[0] : e.gather(lanes), tileA, row.slot);
    }
  }

  void bringB(const Columns& block, Value k0) {
    int64_t fours = tile.blockColumns / 4, rowsAtOnce = e.localSize() / fours;
    Value four = e.rem(e.local, fours), row = e.div(e.local, fours);
    Value inGroup = e.add(e.div(block.first, 4), four);
    for (int64_t i = 0; i < blockDepth; i += rowsAtOnce) {
      Value inTile = e.add(row, i);
      Depth d = depthOf(e.add(k0, inTile));
      Value value = tile.loadB(block, inGroup, d.k);
      value = e.select(d.inside, value, e.constant(e.b.getF32Type(), 0.0, 4));
      e.storeShared(value, tileB, e.add(e.mul(inTile, fours), four));
    }
  }

  Values multiply(Value tx, Value ty, ValueRange carried) {
    Values acc(carried);
    int64_t foursOfDepth = blockDepth / 4, fours = tile.blockColumns / 4;
    return e.loop(e.cst(0), e.cst(foursOfDepth), 1, acc, [&](Value q, ValueRange inner) {
      Values sums(inner), a;
      for (int64_t i = 0; i < mr; ++i)
        a.push_back(e.loadShared(tileA, e.add(e.mul(e.add(ty, i * acrossRows), foursOfDepth), q)));
      for (int64_t u = 0; u < 4; ++u)
        for (int64_t j = 0; j < nf; ++j) {
          Value row = e.mul(e.add(e.mul(q, 4), u), fours);
          Value weight = e.loadShared(tileB, e.add(row, e.add(tx, j * acrossColumns)));
          for (int64_t i = 0; i < mr; ++i)
            sums[i * nf + j] = e.multiplyAdd(e.splat(e.extract(a[i], u), 4), weight, sums[i * nf + j]);
        }
      return sums;
    });
  }

public:
  explicit SharedContractionEmitter(KernelEmitter& e)
      : e(e), tile(e, e.tile("pixels"), e.tile("fours")), c(tile.c), blockDepth(e.tile("block_depth")),
        mr(e.tile("pixels")), nf(e.tile("fours")) {
    tile.blockRows = e.tile("block_rows");
    tile.blockColumns = e.tile("block_columns");
    acrossColumns = tile.fourStep = tile.blockColumns / (4 * nf);
    acrossRows = tile.blockRows / mr;
  }

  void emit() {
    auto fours = VectorType::get({4}, e.b.getF32Type());
    tileA = e.shared(tile.blockRows * blockDepth / 4, fours);
    tileB = e.shared(blockDepth * tile.blockColumns / 4, fours);
    e.forEachWorkgroup([&](Value workgroup) {
      int64_t panels = c.groups * tile.panelsPerGroup();
      Columns block = tile.columns(e.rem(workgroup, panels));
      auto [image, first] = tile.rows(panels == 1 ? workgroup : e.div(workgroup, panels), block);
      Value tx = e.rem(e.local, acrossColumns), ty = e.div(e.local, acrossColumns);

      SmallVector<Row> rows;
      int64_t perRow = blockDepth / 4, rowsAtOnce = e.localSize() / perRow;
      for (int64_t i = 0; i < tile.blockRows; i += rowsAtOnce) {
        Value inTile = e.add(e.div(e.local, perRow), i);
        Value slot = e.add(e.mul(inTile, perRow), e.rem(e.local, perRow));
        rows.push_back({tile.clampedPixel(image, e.add(first, inTile), block.group), slot});
      }
      Columns own = block;
      own.first = e.add(block.first, e.mul(tx, 4));
      own.outFirst = e.add(block.outFirst, e.mul(tx, 4));
      Values sums =
          e.loop(e.cst(0), e.cst(c.depth()), blockDepth, tile.start(own), [&](Value k0, ValueRange carried) {
            bringA(rows, k0);
            bringB(block, k0);
            e.barrier();
            Values next = multiply(tx, ty, carried);
            e.barrier();
            return next;
          });
      SmallVector<Pixel> pixels;
      for (int64_t i = 0; i < mr; ++i)
        pixels.push_back(tile.clampedPixel(image, e.add(first, e.add(ty, i * acrossRows)), block.group));
      tile.finish(pixels, own, sums);
    });
  }
};

} // namespace

void emitSharedContraction(KernelEmitter& e) {
  SharedContractionEmitter(e).emit();
}

} // namespace aic::codegen::vulkan
