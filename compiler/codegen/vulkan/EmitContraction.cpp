// Matrix products and convolutions, the floor variant: each invocation accumulates `pixels` pixels by `fours`
// fours of output channels in registers, K innermost, and applies the epilogue before anything is stored. No
// shared memory: on software drivers, and where the cache serves, this is best. Neighbouring invocations take
// neighbouring panels of channels of the same pixels.
#include "compiler/codegen/vulkan/ContractionTile.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

class ContractionEmitter {
  KernelEmitter& e;
  ContractionTile tile;
  const Contraction& c;
  const int64_t mr, nf;
  using Values = KernelEmitter::Values;

public:
  explicit ContractionEmitter(KernelEmitter& e)
      : e(e), tile(e, e.tile("pixels"), e.tile("fours")), c(tile.c), mr(e.tile("pixels")),
        nf(e.tile("fours")) {}

  void emit() {
    int64_t panels = c.groups * tile.panelsPerGroup();
    e.forEachInvocation(tile.tiles() * panels, [&](Value id) {
      Columns columns = tile.columns(e.rem(id, panels));
      auto [image, first] = tile.rows(panels == 1 ? id : e.div(id, panels), columns);
      SmallVector<Pixel> pixels;
      for (int64_t i = 0; i < mr; ++i) // the first one is always there
        pixels.push_back(tile.clampedPixel(image, e.add(first, i), columns.group, i > 0));
      Values sums = tile.start(columns);
      sums = e.loopOrUnroll(c.kernelHeight, 1, 1, sums, [&](Value ky, ValueRange carried) {
        return e.loopOrUnroll(c.kernelWidth, 1, 1, carried, [&](Value kx, ValueRange inner) {
          return window(ky, kx, pixels, columns, Values(inner));
        });
      });
      tile.finish(pixels, columns, sums);
    });
  }

  // All channels of one place of the window.
  Values window(Value ky, Value kx, ArrayRef<Pixel> pixels, const Columns& columns, Values sums) {
    Values at, inside;
    for (const Pixel& pixel : pixels) {
      auto [offset, valid] = tile.address(pixel, ky, kx);
      at.push_back(offset);
      inside.push_back(valid);
    }
    Value firstK = e.mul(e.add(e.mul(ky, c.kernelWidth), kx), c.channelsIn);
    int64_t unit = tile.foursOfA() ? 4 : 1;
    return e.loopOrUnroll(c.channelsIn / unit, 1, 4 / unit, sums, [&](Value index, ValueRange carried) {
      Values acc(carried), a;
      for (int64_t i = 0; i < mr; ++i)
        a.push_back(tile.loadA(at[i], index, inside[i]));
      Value k = e.add(firstK, e.mul(index, unit));
      for (int64_t u = 0; u < unit; ++u) {
        for (int64_t j = 0; j < nf; ++j) {
          Value weight = tile.loadB(columns, tile.fourOf(columns, j), k, u);
          for (int64_t i = 0; i < mr; ++i) {
            Value factor = unit == 4 ? e.extract(a[i], u) : a[i];
            acc[i * nf + j] = e.multiplyAdd(e.splat(factor, 4), weight, acc[i * nf + j]);
          }
        }
      }
      return acc;
    });
  }
};

} // namespace

void emitContraction(KernelEmitter& e) {
  ContractionEmitter(e).emit();
}

} // namespace aic::codegen::vulkan
