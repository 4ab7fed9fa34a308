// A weight that is computed at run time, transformed for Winograd's convolutions: G w G^T of each 3x3 window,
// in panels ("winograd" in compiler/lowering/Packing.h, where constants are packed so). Lanes are outputs:
// the windows of one input channel, a row each, are turned in registers, so that each vector has one tap of
// all.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "compiler/lowering/Packing.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Input channels of a unit: what is written for each point are so many lines that follow each other.
constexpr int64_t kChannels = 16;
constexpr int64_t kTaps = 9, kSide = 3;

struct WinogradPack {
  int64_t outputs, channels; ///< of a group
  int64_t groups, tile, width;

  explicit WinogradPack(schedule::KernelOp kernel) {
    auto packing = kernel.getTiling()->getAs<DictionaryAttr>("packing");
    auto number = [&](StringRef name) { return packing.getAs<IntegerAttr>(name).getInt(); };
    auto shape = typeOf(kernel.getBody().front().getTerminator()->getOperand(0)).getShape();
    groups = number("groups"), tile = number("tile"), width = number("width");
    outputs = shape[0] / groups, channels = shape[1];
  }
  int64_t points() const { return (tile + 2) * (tile + 2); }
  int64_t panels() const { return ceilDiv(outputs, width); } ///< of a group
  int64_t blocks() const { return ceilDiv(channels, kChannels); }
  int64_t units() const { return groups * panels() * blocks(); }
};

class WinogradPackEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const WinogradPack p;
  const StridedView view;
  const int64_t lanes;
  Value from, to;

  Value scaled(double factor, Value x) {
    return arith::MulFOp::create(e.b, e.loc, e.constant(e.b.getF32Type(), factor, lanes), x);
  }
  Value sum(Value a, Value b) { return arith::AddFOp::create(e.b, e.loc, a, b); }
  Value difference(Value a, Value b) { return arith::SubFOp::create(e.b, e.loc, a, b); }

  /// G w of three values.
  Values transformed(Value w0, Value w1, Value w2) {
    Value even = sum(w0, w2);
    if (p.tile == 2)
      return {w0, scaled(0.5, sum(even, w1)), scaled(0.5, difference(even, w1)), w2};
    Value two = e.multiplyAdd(e.constant(e.b.getF32Type(), 1.0 / 6, lanes), w2, scaled(1.0 / 24, w0));
    Value odd = scaled(1.0 / 12, w1);
    return {scaled(0.25, w0),
            scaled(-1.0 / 6, sum(even, w1)),
            scaled(-1.0 / 6, difference(even, w1)),
            sum(two, odd),
            difference(two, odd),
            w2};
  }

  /// The taps of one channel, of `lanes` outputs from `first` on of a group.
  Values taps(Value group, Value first, Value channel) {
    const bool reversed = view.strides[3] < 0;
    const bool whole = p.outputs % p.width == 0 && p.width % lanes == 0;
    Value base = e.add(e.mul(channel, view.strides[1]), view.offset - (reversed ? kTaps - 1 : 0));
    base = e.add(base, e.mul(e.mul(group, p.outputs), view.strides[0]));
    Values found;
    for (int64_t tap = 0; tap < kTaps; tap += lanes) {
      const int64_t count = std::min(lanes, kTaps - tap);
      Values rows;
      for (int64_t i = 0; i < lanes; ++i) {
        Value output = e.add(first, i), there = e.cst(count);
        if (!whole) // outputs that are not there are 0
          there = arith::SelectOp::create(e.b, e.loc, e.inside(output, p.outputs), there, e.cst(0));
        Value mask = whole && count == lanes ? Value() : e.maskFirst(there, lanes);
        Value at = e.add(e.add(base, e.mul(output, view.strides[0])), tap);
        rows.push_back(e.load(from, at, e.b.getF32Type(), lanes, mask));
      }
      rows = transposeSquare(e, rows);
      found.append(rows.begin(), rows.begin() + count);
    }
    if (reversed)
      std::reverse(found.begin(), found.end());
    return found;
  }

  void channelOf(Value group, Value panel, Value vector, Value channel) {
    Value inPanel = e.mul(vector, lanes), first = e.add(e.mul(panel, p.width), inPanel);
    Values w = taps(group, first, channel);
    SmallVector<Values> half; // [x][point]
    for (int64_t x = 0; x < kSide; ++x)
      half.push_back(transformed(w[x], w[kSide + x], w[2 * kSide + x]));
    Value place = e.add(e.mul(group, p.panels()), panel);
    place = e.add(e.mul(place, p.points() * p.channels), channel);
    place = e.add(e.mul(place, p.width), inPanel);
    Value mask;
    if (p.width % lanes != 0)
      mask = e.maskFirst(e.sub(e.cst(p.width), inPanel), lanes);
    for (int64_t i = 0; i < p.tile + 2; ++i) {
      Values line = transformed(half[0][i], half[1][i], half[2][i]);
      for (int64_t j = 0; j < p.tile + 2; ++j)
        e.store(line[j], to, e.add(place, (i * (p.tile + 2) + j) * p.channels * p.width), mask);
    }
  }

public:
  explicit WinogradPackEmitter(KernelEmitter& e)
      : e(e), p(e.kernel), view(stridedView(e.kernel.getBody().front().getTerminator()->getOperand(0))),
        lanes(e.target.lanes(sizeof(float))), from(e.buffer(view.base)), to(e.resultBuffer(0)) {}

  void emit(int64_t each) {
    auto [begin, end] = e.share(e.workgroup, p.units(), each);
    e.loop(begin, end, 1, [&](Value unit) {
      Value block = e.rem(unit, p.blocks()), panels = e.div(unit, p.blocks());
      Value group = e.div(panels, p.panels()), panel = e.rem(panels, p.panels());
      Value first = e.mul(block, kChannels), last = e.min(e.add(first, kChannels), e.cst(p.channels));
      e.loop(first, last, 1, [&](Value channel) {
        e.loop(e.cst(0), e.cst(ceilDiv(p.width, lanes)), 1,
               [&](Value vector) { channelOf(group, panel, vector, channel); });
      });
    });
  }
};

} // namespace

int64_t winogradPackUnits(schedule::KernelOp kernel) {
  return WinogradPack(kernel).units();
}

void emitWinogradPack(KernelEmitter& e) {
  WinogradPackEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen
