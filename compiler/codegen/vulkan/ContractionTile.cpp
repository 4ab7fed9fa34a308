// Tiles of contractions: see ContractionTile.h.
#include "compiler/codegen/vulkan/ContractionTile.h"

#include "compiler/lowering/Lowering.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

bool windowsReachOutside(const Contraction& c) {
  auto outside = [](int64_t out, int64_t stride, int64_t low, int64_t kernel, int64_t dilation, int64_t in) {
    return low > 0 || (out - 1) * stride - low + (kernel - 1) * dilation >= in;
  };
  return !c.isMatmul && (outside(c.outHeight, c.strideH, c.padTop, c.kernelHeight, c.dilationH, c.height) ||
                         outside(c.outWidth, c.strideW, c.padLeft, c.kernelWidth, c.dilationW, c.width));
}

} // namespace

Contraction contractionOf(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  // A weight that is computed at run time is packed there; b of a matmul is read as it lies.
  bool packed = isConstantArgument(kernel, root->getOperand(1)) || !isa<MatmulOp>(root);
  return describeContraction(root, packed);
}

ContractionTile::ContractionTile(KernelEmitter& e, int64_t pixels, int64_t fours)
    : e(e), c(contractionOf(e.kernel)), mr(pixels), nf(fours), blockRows(pixels), blockColumns(4 * fours) {
  Operation* root = e.parts.root;
  auto out = cast<RankedTensorType>(root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), out.getRank() - 1);
  a = root->getOperand(0);
  b = lowering::behindViews(root->getOperand(1));
  if (root->getNumOperands() > 2)
    bias = root->getOperand(2);
  aFours = c.pixelStride % 4 == 0 && c.channelsIn % 4 == 0;
  padded = windowsReachOutside(c);
  panelWidth = e.tile("width");
  // What is not packed is b of a matmul: assignVulkanTiles saw to it.
  layoutOfB = c.packed                 ? LayoutOfB::Panels
              : c.channelsOut % 4 == 0 ? LayoutOfB::RowsInFours
                                       : LayoutOfB::Rows;
}

int64_t ContractionTile::panelsPerGroup() const {
  return ceilDiv(c.channelsOut, blockColumns);
}
int64_t ContractionTile::pixelsPerImage() const {
  return c.isMatmul ? c.outWidth : c.images * c.outHeight * c.outWidth;
}
int64_t ContractionTile::tiles() const {
  return (c.isMatmul ? c.images : 1) * ceilDiv(pixelsPerImage(), blockRows);
}

Columns ContractionTile::columns(Value panel) {
  Columns columns;
  int64_t perGroup = panelsPerGroup();
  columns.group = c.groups == 1 ? e.cst(0) : e.div(panel, perGroup);
  columns.first = e.mul(c.groups == 1 ? panel : e.rem(panel, perGroup), blockColumns);
  columns.outFirst = e.add(e.mul(columns.group, c.channelsOut), columns.first);
  return columns;
}

Pixel ContractionTile::pixel(Value image, Value index, Value group) {
  Pixel p;
  int64_t unit = aFours ? 4 : 1, step = c.pixelStride / unit;
  if (c.isMatmul) {
    p.row = e.add(e.mul(image, c.outWidth), index);
    p.base = e.mul(index, step);
    if (!c.batch.empty())
      p.base = e.add(p.base, batchOffset(e, c, image, c.batchA, c.outWidth * step));
  } else {
    p.row = index; // over all images
    SmallVector<Value> at = e.delinearize(index, {c.images, c.outHeight, c.outWidth});
    p.top = e.add(e.mul(at[1], c.strideH), -c.padTop);
    p.left = e.add(e.mul(at[2], c.strideW), -c.padLeft);
    p.base = e.mul(e.add(e.mul(e.add(e.mul(at[0], c.height), p.top), c.width), p.left), step);
  }
  if (c.groups > 1)
    p.base = e.add(p.base, e.mul(group, c.channelsIn / unit));
  return p;
}

std::pair<Value, Value> ContractionTile::rows(Value tile, Columns& columns) {
  int64_t tilesPerImage = ceilDiv(pixelsPerImage(), blockRows);
  bool one = !c.isMatmul || c.images == 1;
  Value image = one ? e.cst(0) : e.div(tile, tilesPerImage);
  if (!c.batch.empty())
    columns.batchB = batchOffset(e, c, image, c.batchB, c.depth() * c.channelsOut);
  return {image, e.mul(one ? tile : e.rem(tile, tilesPerImage), blockRows)};
}

Pixel ContractionTile::clampedPixel(Value image, Value index, Value group, bool mayExceed) {
  int64_t limit = pixelsPerImage();
  if (!mayExceed || limit % blockRows == 0)
    return pixel(image, index, group);
  Pixel p = pixel(image, e.min(index, e.cst(limit - 1)), group);
  p.valid = e.less(index, e.cst(limit));
  return p;
}

std::pair<Value, Value> ContractionTile::address(const Pixel& pixel, Value ky, Value kx) {
  if (c.isMatmul)
    return {pixel.base, Value()};
  int64_t step = c.pixelStride / (aFours ? 4 : 1);
  Value offset =
      e.add(pixel.base, e.add(e.mul(ky, c.dilationH * c.width * step), e.mul(kx, c.dilationW * step)));
  if (!padded)
    return {offset, Value()};
  Value inside = e.both(e.inside(e.add(pixel.top, e.mul(ky, c.dilationH)), c.height),
                        e.inside(e.add(pixel.left, e.mul(kx, c.dilationW)), c.width));
  return {e.select(inside, offset, e.cst(0)), inside};
}

Value ContractionTile::loadA(Value address, Value unit, Value inside) {
  Value offset = e.add(address, unit);
  Value value = aFours ? e.load4(a, offset) : e.load(a, offset);
  return inside ? e.select(inside, value, e.constant(e.b.getF32Type(), 0.0, aFours ? 4 : 0)) : value;
}

// What does not depend on k stands apart, so that it leaves the loop; `plus` is a constant distance.
Value ContractionTile::loadB(const Columns& columns, Value four, Value k, int64_t plus) {
  switch (layoutOfB) {
  case LayoutOfB::Panels: {
    int64_t panelFours = panelWidth / 4, panels = ceilDiv(c.channelsOut, panelWidth);
    if (blockColumns > panelWidth)
      four = e.min(four, e.cst(panels * panelFours - 1));
    Value panel = e.add(e.mul(columns.group, panels), e.div(four, panelFours));
    Value first = e.add(e.mul(panel, c.depth() * panelFours), e.rem(four, panelFours));
    return e.load4(b, e.add(e.add(first, e.mul(k, panelFours)), plus * panelFours));
  }
  case LayoutOfB::RowsInFours: {
    int64_t fours = c.channelsOut / 4;
    if (c.channelsOut % blockColumns != 0)
      four = e.min(four, e.cst(fours - 1));
    if (columns.batchB)
      four = e.add(e.div(columns.batchB, 4), four);
    return e.load4(b, e.add(e.add(four, e.mul(k, fours)), plus * fours));
  }
  case LayoutOfB::Rows: {
    Value row = e.add(e.mul(k, c.channelsOut), plus * c.channelsOut);
    return e.loadLanes(b, [&](int64_t lane) {
      Value column = e.min(e.add(e.mul(four, 4), lane), e.cst(c.channelsOut - 1));
      return e.add(columns.batchB ? e.add(columns.batchB, column) : column, row);
    });
  }
  }
  return {};
}

SmallVector<Value> ContractionTile::start(const Columns& columns) {
  SmallVector<Value> fours;
  int64_t channels = c.groups * c.channelsOut;
  for (int64_t j = 0; j < nf; ++j) {
    Value channel = e.add(columns.outFirst, 4 * j * fourStep);
    if (!bias)
      fours.push_back(e.constant(e.b.getF32Type(), 0.0, 4));
    else if (c.channelsOut % 4 == 0)
      fours.push_back(e.load4(bias, e.min(e.div(channel, 4), e.cst(channels / 4 - 1))));
    else
      fours.push_back(
          e.loadLanes(bias, [&](int64_t lane) { return e.min(e.add(channel, lane), e.cst(channels - 1)); }));
  }
  SmallVector<Value> sums;
  for (int64_t i = 0; i < mr; ++i)
    sums.append(fours);
  return sums;
}

void ContractionTile::finish(ArrayRef<Pixel> pixels, const Columns& columns, ArrayRef<Value> sums) {
  bool wholeFours = c.channelsOut % 4 == 0 || c.groups == 1, alone = blockColumns == 4 * nf;
  for (auto [i, pixel] : llvm::enumerate(pixels)) {
    e.ifThen(pixel.valid, [&, i = i, row = pixel.row] {
      for (int64_t j = 0; j < nf; ++j) {
        bool always = (j == 0 && alone) || c.channelsOut % blockColumns == 0;
        Value first = e.add(columns.first, 4 * j * fourStep),
              outFirst = e.add(columns.outFirst, 4 * j * fourStep);
        Value sum = sums[i * nf + j];
        e.ifThen(always ? Value() : e.less(first, e.cst(c.channelsOut)), [&] {
          if (wholeFours)
            return e.finish(sum, Position{row, outFirst, 4});
          // The group ends inside a four, and the result goes on with the next group: one by one.
          for (int64_t lane = 0; lane < 4; ++lane)
            e.ifThen(lane == 0 ? Value() : e.less(e.add(first, lane), e.cst(c.channelsOut)),
                     [&] { e.finish(e.extract(sum, lane), Position{row, e.add(outFirst, lane), 0}); });
        });
      }
    });
  }
}

} // namespace aic::codegen::vulkan
