// The gradient of a 3x3 convolution's weight by Winograd's F(3x3, 4x4): the weights take the place of the
// output, and the result's gradient that of the weights (Lavin and Gray, "Fast Algorithms for Convolutional
// Neural Networks", 2015). Blocks and memory: WinogradGradient.h.
#include "compiler/codegen/cpu/RegisterTile.h"
#include "compiler/codegen/cpu/TrainingEmitters.h"
#include "compiler/codegen/cpu/WinogradGradient.h"
#include "compiler/codegen/cpu/WinogradTransforms.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class WinogradGradientEmitter {
  using Values = KernelEmitter::Values;
  using Tiling = WinogradGradientTiling;
  KernelEmitter& e;
  const WeightGradient w;
  const Tiling t;
  const int64_t lanes, beginOfW, beginOfM;
  WinogradTransforms transforms;
  Value x, gradient;
  Value firstChannel, firstOutput; ///< of this workgroup

  /// An image that tiles are taken from, [images][height][width][channels], and where they go to.
  struct Image {
    Value from;
    int64_t height, width, channels; ///< of a pixel
    int64_t side;                    ///< of a tile
    Value first;                     ///< channel of this workgroup
    int64_t count;                   ///< of its channels
    int64_t to, stride;              ///< in scratch memory, and from one point to the next
  };

  Value mask(const Image& image, Value vector) {
    if (image.channels % image.count == 0)
      return {};
    Value column = e.add(image.first, e.mul(vector, lanes));
    return e.maskFirst(e.sub(e.cst(image.channels), column), lanes);
  }

  /// One vector of a tile, from `at` on; what lies outside of the image is 0. rows, columns: which are
  /// inside; empty where all are.
  void transform(const Image& image, function_ref<Value(int64_t, int64_t)> offset, ArrayRef<Value> rows,
                 ArrayRef<Value> columns, Value vector, Value row, WinogradTransforms::Line ofLine) {
    Type real = e.b.getF32Type();
    Value there = mask(image, vector), lane = e.mul(vector, lanes);
    auto at = [&](int64_t i, int64_t j) -> Value {
      Value value = e.load(image.from, e.add(offset(i, j), lane), real, lanes, there);
      if (rows.empty())
        return value;
      return arith::SelectOp::create(e.b, e.loc, e.both(rows[i], columns[j]), value,
                                     e.constant(real, 0, lanes));
    };
    WinogradTransforms::Matrix made = transforms.ofSquare(image.side, at, ofLine);
    Value to = e.add(e.add(e.mul(row, image.count), lane), image.to);
    for (int64_t i = 0; i < Tiling::kSide; ++i)
      for (int64_t j = 0; j < Tiling::kSide; ++j)
        e.store(made[i][j], e.workerScratch, e.add(to, (i * Tiling::kSide + j) * image.stride));
  }

  /// The tile of `image` whose first pixel is (top, left), which may lie outside, into row `row` of a block.
  void transformTile(const Image& image, Value number, Value top, Value left, Value row, bool isInput) {
    auto line = [&](ArrayRef<Value> values) {
      return isInput ? transforms.ofInput(values) : transforms.ofGradient(values);
    };
    auto forEachVector = [&](function_ref<void(Value)> body) {
      e.loop(e.cst(0), e.cst(image.count / lanes), 1, body);
    };
    Value ofImage = e.mul(number, image.height);
    auto inside = [&] {
      Value pixel = e.add(e.mul(e.add(ofImage, top), image.width), left);
      Value base = e.add(e.mul(pixel, image.channels), image.first);
      forEachVector([&](Value vector) {
        auto offset = [&](int64_t i, int64_t j) {
          return e.add(base, (i * image.width + j) * image.channels);
        };
        transform(image, offset, {}, {}, vector, row, line);
      });
    };
    auto partly = [&] { // reads the nearest pixels in place of those outside
      Values rows, columns, lines, places;
      for (int64_t i = 0; i < image.side; ++i) {
        Value y = e.add(top, i), at = e.add(left, i);
        rows.push_back(e.inside(y, image.height));
        columns.push_back(e.inside(at, image.width));
        Value near = e.min(e.max(y, e.cst(0)), e.cst(image.height - 1));
        lines.push_back(e.add(e.mul(e.mul(e.add(ofImage, near), image.width), image.channels), image.first));
        places.push_back(e.mul(e.min(e.max(at, e.cst(0)), e.cst(image.width - 1)), image.channels));
      }
      forEachVector([&](Value vector) {
        auto offset = [&](int64_t i, int64_t j) { return e.add(lines[i], places[j]); };
        transform(image, offset, rows, columns, vector, row, line);
      });
    };
    if (image.height < image.side || image.width < image.side)
      return partly();
    e.ifThenElse(
        e.both(e.inside(top, image.height - image.side + 1), e.inside(left, image.width - image.side + 1)),
        inside, partly);
  }

  /// V and W of the tiles [begin, begin + count).
  void transformBlock(Value begin, Value count) {
    const Image ofX{x,          w.height, w.width,      w.channelsIn, Tiling::kSide, firstChannel,
                    t.channels, 0,        t.strideOfV()};
    const Image ofGradient{gradient,    w.outHeight, w.outWidth, w.channelsOut, Tiling::kTile,
                           firstOutput, t.outputs,   beginOfW,   t.strideOfW()};
    const int64_t rows = ceilDiv(w.outHeight, Tiling::kTile), columns = ceilDiv(w.outWidth, Tiling::kTile);
    e.loop(e.cst(0), count, 1, [&](Value row) {
      SmallVector<Value> place = e.delinearize(e.add(begin, row), {w.images, rows, columns});
      Value top = e.mul(place[1], Tiling::kTile), left = e.mul(place[2], Tiling::kTile);
      transformTile(ofX, place[0], e.add(top, -w.padTop), e.add(left, -w.padLeft), row, /*isInput=*/true);
      transformTile(ofGradient, place[0], top, left, row, /*isInput=*/false);
    });
  }

  /// M of all points += the products of a block.
  void products(Value count) {
    const int64_t pieces = ceilDiv(t.outputs, t.mr), rows = t.outputs / pieces, longer = t.outputs % pieces;
    const int64_t width = t.nv * lanes;
    RegisterTile tile{e, e.workerScratch, 1, t.outputs, e.workerScratch, t.channels, t.nv, lanes};
    Type real = e.b.getF32Type();
    auto sumsOf = [&](Value point, Value column, Value output, int64_t mr) {
      Value at =
          e.add(e.add(e.mul(point, t.strideOfM()), e.mul(output, t.channels)), e.add(column, beginOfM));
      auto place = [&](int64_t i, int64_t j) { return e.add(at, i * t.channels + j * lanes); };
      Values sums;
      for (int64_t i = 0; i < mr; ++i)
        for (int64_t j = 0; j < t.nv; ++j)
          sums.push_back(e.load(e.workerScratch, place(i, j), real, lanes));
      Value a = e.add(e.add(e.mul(point, t.strideOfW()), output), beginOfW);
      Value b = e.add(e.mul(point, t.strideOfV()), column);
      sums = tile.accumulate(a, llvm::to_vector(llvm::seq<int64_t>(0, mr)), b, count, sums);
      for (int64_t i = 0; i < mr; ++i)
        for (int64_t j = 0; j < t.nv; ++j)
          e.store(sums[i * t.nv + j], e.workerScratch, place(i, j));
    };
    e.loop(e.cst(0), e.cst(Tiling::kPoints), 1, [&](Value point) {
      e.loop(e.cst(0), e.cst(t.channels), width, [&](Value column) {
        auto run = [&](int64_t from, int64_t number, int64_t mr) {
          if (number > 0)
            e.loop(e.cst(from), e.cst(from + number * mr), mr,
                   [&](Value output) { sumsOf(point, column, output, mr); });
        };
        run(0, longer, rows + 1);
        run(longer * (rows + 1), pieces - longer, rows);
      });
    });
  }

  void finish() {
    const Image ofX{x, w.height, w.width, w.channelsIn, Tiling::kSide, firstChannel, t.channels, 0, 0};
    Value outputs = e.min(e.cst(t.outputs), e.sub(e.cst(w.channelsOut), firstOutput));
    auto line = [&](ArrayRef<Value> values) { return transforms.ofWeights(values); };
    e.loop(e.cst(0), outputs, 1, [&](Value output) {
      e.loop(e.cst(0), e.cst(t.channels / lanes), 1, [&](Value vector) {
        Value lane = e.mul(vector, lanes), from = e.add(e.add(e.mul(output, t.channels), lane), beginOfM);
        auto at = [&](int64_t i, int64_t j) {
          return e.load(e.workerScratch, e.add(from, (i * Tiling::kSide + j) * t.strideOfM()),
                        e.b.getF32Type(), lanes);
        };
        WinogradTransforms::Matrix made = transforms.ofSquare(Tiling::kSide, at, line);
        Value row = e.mul(e.add(firstOutput, output), 9), there = mask(ofX, vector);
        Values all;
        for (const Values& values : made)
          all.append(values);
        e.finishTile(all, 9, 1, [&](Value i, int64_t) {
          return Position{e.add(row, i), e.add(firstChannel, lane), lanes, there};
        });
      });
    });
  }

public:
  WinogradGradientEmitter(KernelEmitter& e, const WeightGradient& w, const Tiling& t)
      : e(e), w(w), t(t), lanes(e.target.lanes(sizeof(float))), beginOfW(Tiling::kPoints * t.strideOfV()),
        beginOfM(beginOfW + Tiling::kPoints * t.strideOfW()), transforms(e, lanes),
        x(e.buffer(e.parts.root->getOperand(0))), gradient(e.buffer(e.parts.root->getOperand(1))) {
    const int64_t groups = t.channelGroups(w);
    firstOutput = e.mul(e.div(e.workgroup, groups), t.outputs);
    firstChannel = e.mul(groups == 1 ? e.cst(0) : e.rem(e.workgroup, groups), t.channels);
  }

  void emit() {
    const int64_t tiles = Tiling::tiles(w);
    e.loop(e.cst(beginOfM), e.cst(beginOfM + Tiling::kPoints * t.strideOfM()), lanes,
           [&](Value at) { e.store(e.constant(e.b.getF32Type(), 0, lanes), e.workerScratch, at); });
    e.loop(e.cst(0), e.cst(tiles), t.tilesPerBlock, [&](Value begin) {
      Value count = e.cst(t.tilesPerBlock);
      if (tiles % t.tilesPerBlock != 0)
        count = e.min(count, e.sub(e.cst(tiles), begin));
      transformBlock(begin, count);
      products(count);
    });
    finish();
  }
};

} // namespace

void emitWinogradGradient(KernelEmitter& e) {
  e.space = ResultSpace(typeOf(e.parts.root->getResult(0)).getShape(), 3);
  WinogradGradientEmitter(e, describeWeightGradient(e.parts.root),
                          WinogradGradientTiling::fromAttr(*e.kernel.getTiling()))
      .emit();
}

} // namespace aic::codegen
