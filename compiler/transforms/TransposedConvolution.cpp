// Transposed convolutions. Along one axis the result is y[i] = sum over (h, k) with i = h * stride - before +
// k * dilation of w[k] * x[h]. Elements i = t * stride + r - shift of one phase r in [0, stride) have their
// own few taps k, at distances m(k) = (k * dilation - before - r + shift) / stride that are whole numbers,
// and read x[t - m]: each phase is a convolution of stride 1 by the taps in reverse order. All phases
// together are one convolution with stride times as many channels, over the window that covers every phase's
// taps (zeros where a phase has none: times an infinite x they are NaN, where another order of the sum would
// have no such product); a pixel shuffle puts the phases side by side. With stride 1 there is
// one phase and no shuffle. A weight that is computed at run time, as on the way back of a convolution of
// stride 2, is not worth making so many zeros of: there each phase is a convolution by itself. (Shi et al.,
// "Is the deconvolution layer the same as a convolutional layer?", 2016.)
#include "compiler/transforms/TransposedConvolution.h"

#include "compiler/transforms/Constants.h"
#include "compiler/transforms/LayoutPlan.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"

#include <array>
#include <numeric>

using namespace mlir;

namespace aic::transforms {

namespace {

/// One axis: what is given, and the convolution that it becomes.
struct Axis {
  int64_t size, kernel, stride, dilation, before, length; // length: of the result
  int64_t shift = 0;            // the result's element 0 is at this place of the shuffled phases
  int64_t first = 0, last = 0;  // distances m
  int64_t step = 1;             // between taps: the dilation
  int64_t taps = 1, places = 1; // the window, and the length of each phase

  int64_t padBefore() const { return last; }                 // negative: x's first elements reach no result
  int64_t padAfter() const { return places - size - first; } // the same at the end

  /// The distance of tap k in phase r, if k is one of its taps.
  std::optional<int64_t> distance(int64_t k, int64_t r) const {
    int64_t whole = k * dilation - before - r + shift;
    if (whole % stride != 0)
      return std::nullopt;
    return whole / stride;
  }

  void arrange(int64_t newShift) {
    shift = newShift;
    bool any = false;
    int64_t common = 0;
    for (int64_t k = 0; k < kernel; ++k)
      for (int64_t r = 0; r < stride; ++r)
        if (std::optional<int64_t> m = distance(k, r)) {
          if (any)
            common = std::gcd(common, *m - first);
          else
            first = last = *m;
          any = true;
          first = std::min(first, *m);
          last = std::max(last, *m);
        }
    step = std::max<int64_t>(common, 1);
    taps = (last - first) / step + 1;
    places = (length - 1 + shift) / stride + 1;
  }

  /// Fewest taps; of equal ones no shift, which would cost a slice.
  void choose() {
    SmallVector<int64_t> shifts{0, before % stride};
    for (int64_t other = 1; other < std::min<int64_t>(stride, 8); ++other)
      shifts.push_back(other);
    int64_t best = 0, fewest = std::numeric_limits<int64_t>::max();
    for (int64_t candidate : shifts) {
      arrange(candidate);
      if (taps < fewest) {
        best = candidate;
        fewest = taps;
      }
    }
    arrange(best);
  }
};

/// Calls body(rh, kh, th, rw, kw, tw) for every tap of the kernel in every phase that it belongs to.
template <typename Body> void forEachTap(const Axis& h, const Axis& w, Body body) {
  for (int64_t rh = 0; rh < h.stride; ++rh)
    for (int64_t kh = 0; kh < h.kernel; ++kh)
      for (int64_t rw = 0; rw < w.stride; ++rw)
        for (int64_t kw = 0; kw < w.kernel; ++kw)
          if (std::optional<int64_t> mh = h.distance(kh, rh), mw = w.distance(kw, rw); mh && mw)
            body(rh, kh, (h.last - *mh) / h.step, rw, kw, (w.last - *mw) / w.step);
}

/// The weight of the convolution, [groups * phases * O / groups, C / groups, taps, taps]: phases are outside
/// the channels of a group.
std::vector<double> convolutionWeight(const std::vector<double>& old, const Axis& h, const Axis& w,
                                      int64_t groups, int64_t inputs, int64_t outputs) {
  std::vector<double> weight(groups * h.stride * w.stride * outputs * inputs * h.taps * w.taps, 0.0);
  forEachTap(h, w, [&](int64_t rh, int64_t kh, int64_t th, int64_t rw, int64_t kw, int64_t tw) {
    for (int64_t g = 0; g < groups; ++g)
      for (int64_t o = 0; o < outputs; ++o)
        for (int64_t c = 0; c < inputs; ++c) {
          int64_t row = ((g * h.stride + rh) * w.stride + rw) * outputs + o;
          int64_t from = (((g * inputs + c) * outputs + o) * h.kernel + kh) * w.kernel + kw;
          weight[((row * inputs + c) * h.taps + th) * w.taps + tw] = old[from];
        }
  });
  return weight;
}

Value permute(OpBuilder& builder, Location loc, Value value, ArrayRef<int64_t> perm) {
  return TransposeOp::create(builder, loc, value, builder.getDenseI64ArrayAttr(perm));
}

/// The same weight of one that is computed at run time: each phase takes its taps, and a zero where it has
/// none.
Value convolutionWeight(OpBuilder& builder, Location loc, Value old, const Axis& h, const Axis& w,
                        int64_t groups, int64_t inputs, int64_t outputs) {
  int64_t window = h.kernel * w.kernel, phases = h.stride * w.stride;
  std::vector<int64_t> taps(phases * h.taps * w.taps, window);
  forEachTap(h, w, [&](int64_t rh, int64_t kh, int64_t th, int64_t rw, int64_t kw, int64_t tw) {
    taps[((rh * w.stride + rw) * h.taps + th) * w.taps + tw] = kh * w.kernel + kw;
  });
  Value value;
  if (phases == 1 && h.taps == h.kernel && w.taps == w.kernel) { // all taps, in reverse
    value = SliceOp::create(builder, loc, old, SmallVector<int64_t>{0, 0, h.kernel - 1, w.kernel - 1},
                            SmallVector<int64_t>{groups * inputs, outputs, h.kernel, w.kernel},
                            SmallVector<int64_t>{1, 1, -1, -1});
    value = reshape(builder, loc, value, {groups, inputs, outputs, h.taps, w.taps});
    value = permute(builder, loc, value, {0, 2, 1, 3, 4});
    return reshape(builder, loc, value, {groups * outputs, inputs, h.taps, w.taps});
  }
  value = reshape(builder, loc, old, {groups * inputs, outputs, window});
  if (llvm::is_contained(taps, window))
    value = PadOp::create(builder, loc, value, SmallVector<int64_t>{0, 0, 0}, SmallVector<int64_t>{0, 0, 1},
                          PadMode::Constant, llvm::APFloat(0.0));
  auto type = RankedTensorType::get({phases, h.taps, w.taps}, builder.getI64Type());
  Value index = makeConstant(builder, loc, DenseElementsAttr::get(type, ArrayRef<int64_t>(taps)));
  value = TakeOp::create(builder, loc, value, index, /*dim=*/2);
  value = reshape(builder, loc, value, {groups, inputs, outputs, phases, h.taps, w.taps});
  value = permute(builder, loc, value, {0, 3, 2, 1, 4, 5});
  return reshape(builder, loc, value, {groups * phases * outputs, inputs, h.taps, w.taps});
}

/// An NCHW image with zeros between its elements, stride - 1 of them.
Value spread(OpBuilder& builder, Location loc, Value value, const Axis& h, const Axis& w) {
  ArrayRef<int64_t> shape = shapeOf(value);
  int64_t images = shape[0], channels = shape[1];
  value = reshape(builder, loc, value, {images, channels, h.size, 1, w.size, 1});
  value = PadOp::create(builder, loc, value, SmallVector<int64_t>(6, 0),
                        SmallVector<int64_t>{0, 0, 0, h.stride - 1, 0, w.stride - 1}, PadMode::Constant,
                        llvm::APFloat(0.0));
  value = reshape(builder, loc, value, {images, channels, h.size * h.stride, w.size * w.stride});
  SmallVector<int64_t> sizes{images, channels, (h.size - 1) * h.stride + 1, (w.size - 1) * w.stride + 1};
  return SliceOp::create(builder, loc, value, SmallVector<int64_t>(4, 0), sizes, SmallVector<int64_t>(4, 1));
}

/// Part of the height and width of an NHWC value.
Value crop(OpBuilder& builder, Location loc, Value value, ArrayRef<int64_t> offsets,
           ArrayRef<int64_t> sizes) {
  ArrayRef<int64_t> shape = shapeOf(value);
  SmallVector<int64_t> from{0, offsets[0], offsets[1], 0}, to{shape[0], sizes[0], sizes[1], shape[3]};
  if (ArrayRef<int64_t>(to) == shape)
    return value;
  return SliceOp::create(builder, loc, value, from, to, SmallVector<int64_t>(4, 1));
}

/// A transposed convolution and what it becomes: axes, image and weight.
class Transposed {
public:
  explicit Transposed(ConvTranspose2dOp op)
      : op(op), x(shapeOf(op.getX())), out(shapeOf(op.getResult())), image(op.getX()), groups(op.getGroups()),
        inputs(x[1] / groups), outputs(shapeOf(op.getWeight())[1]) {
    ArrayRef<int64_t> kernel = shapeOf(op.getWeight());
    for (int i = 0; i < 2; ++i) {
      // Of one element no other is a stride away.
      int64_t stride = x[2 + i] == 1 ? 1 : op.getStride()[i];
      axes[i] = {x[2 + i], kernel[2 + i], stride, op.getDilation()[i], op.getPadding()[i], out[2 + i]};
    }
  }

  /// Chooses the convolution; false, with the reason, where each would be too big.
  bool choose(OpBuilder& builder, std::string& what) {
    if (arrange())
      return true;
    // A weight of many phases, most of them zeros: rather zeros in the image.
    int64_t elements = op.getX().getType().getNumElements();
    apart = h.stride <= kElements && w.stride <= kElements && elements <= kElements / h.stride / w.stride;
    if (apart) {
      image = spread(builder, op.getLoc(), image, h, w);
      for (Axis& axis : axes) {
        axis.size = (axis.size - 1) * axis.stride + 1;
        axis.stride = 1;
      }
    }
    if (apart && arrange())
      return true;
    what = "as a convolution its weight or result would be many times as big";
    return false;
  }

  /// True where the padding cuts everything off that x reaches.
  bool isBiasAlone() const {
    return h.size + std::min<int64_t>(h.padBefore(), 0) < 1 ||
           w.size + std::min<int64_t>(w.padBefore(), 0) < 1;
  }

  /// The result where it is the bias alone, or zeros.
  Value biasAlone(OpBuilder& builder) {
    Value bias = op.getBias();
    if (!bias) {
      auto channels = RankedTensorType::get({out[1]}, element());
      bias = makeConstant(builder, op.getLoc(), cast<ElementsAttr>(builder.getZeroAttr(channels)));
    }
    return ExpandOp::create(builder, op.getLoc(), op.getType(),
                            reshape(builder, op.getLoc(), bias, {1, out[1], 1, 1}));
  }

  /// The convolution's weight; null, with the reason, where it cannot be made.
  Value weight(OpBuilder& builder, std::string& what) {
    ElementsAttr given = constantWithData(op.getWeight());
    if (!given)
      return convolutionWeight(builder, op.getLoc(), op.getWeight(), h, w, groups, inputs, outputs);
    FailureOr<reference::Tensor> old = reference::fromAttr(given, [&] { return op.emitError(); });
    if (failed(old)) {
      what = "its weight cannot be read";
      return {};
    }
    auto type = RankedTensorType::get({groups * phases() * outputs, inputs, h.taps, w.taps}, element());
    StringRef key = resourceKey(given);
    ElementsAttr made = roundedAttr(convolutionWeight(old->f, h, w, groups, inputs, outputs), type,
                                    key.empty() ? "weight+phases" : (key + "+phases").str());
    if (!made) {
      what = "memory for its weight as a convolution is short";
      return {};
    }
    return makeConstant(builder, op.getLoc(), made);
  }

  /// Whether all phases together multiply by many zeros, and each can be a convolution by itself.
  bool isSparse() {
    const int64_t all = phases() * h.taps * w.taps, own = h.kernel * w.kernel;
    if (phases() == 1 || phases() > kOwnPhases || 4 * own >= 3 * all)
      return false;
    auto count = [](const Axis& axis) {
      return llvm::count_if(llvm::seq<int64_t>(0, axis.stride),
                            [&](int64_t r) { return Phase(axis, r).taps > 0; });
    };
    const int64_t ofH = count(h), ofW = count(w);
    const bool whole = ofH == h.stride && ofW == w.stride;
    return whole || (!op.getBias() && (ofH == 1 || ofH == h.stride) && (ofW == 1 || ofW == w.stride));
  }

  /// The result, NCHW, phase by phase.
  Value phaseByPhase(OpBuilder& builder, std::string& what) {
    Location loc = op.getLoc();
    Value value = permute(builder, loc, image, kToNhwc);
    SmallVector<Value> rows;
    SmallVector<int64_t> low(6, 0), high(6, 0); // where but one phase of an axis has anything
    for (int64_t rh = 0; rh < h.stride; ++rh) {
      SmallVector<Value> row;
      const Phase ofH(h, rh);
      for (int64_t rw = 0; rw < w.stride && ofH.taps > 0; ++rw) {
        const Phase ofW(w, rw);
        if (ofW.taps > 0) {
          row.push_back(phase(builder, value, ofH, ofW));
          low[4] = rw, high[4] = w.stride - 1 - rw;
        }
      }
      if (row.empty())
        continue;
      low[2] = rh, high[2] = h.stride - 1 - rh;
      rows.push_back(sideBySide(builder, row, 4));
    }
    value = sideBySide(builder, rows, 2);
    ArrayRef<int64_t> made = shapeOf(value);
    for (auto [axis, stride] : {std::pair(2, h.stride), std::pair(4, w.stride)})
      if (made[axis] == stride)
        low[axis] = high[axis] = 0;
    if (made[2] != h.stride || made[4] != w.stride)
      value = PadOp::create(builder, loc, value, low, high, PadMode::Constant, llvm::APFloat(0.0));
    value = reshape(builder, loc, value, {x[0], h.places * h.stride, w.places * w.stride, out[1]});
    value = crop(builder, loc, value, {h.shift, w.shift}, {h.length, w.length});
    what = "conv_transpose2d becomes a conv2d with stride 1 for each of its " + std::to_string(phases()) +
           " phases";
    return permute(builder, loc, value, kToNchw);
  }

  /// The result, NCHW, of the convolution by `weight`.
  Value convolve(OpBuilder& builder, Value weight, std::string& what) {
    Location loc = op.getLoc();
    Value value = permute(builder, loc, image, kToNhwc);
    SmallVector<int64_t> padding{h.padBefore(), w.padBefore(), h.padAfter(), w.padAfter()};
    SmallVector<int64_t> offsets, sizes;
    for (int i = 0; i < 2; ++i) {
      offsets.push_back(std::max<int64_t>(-padding[i], 0));
      sizes.push_back(axes[i].size - offsets[i] - std::max<int64_t>(-padding[2 + i], 0));
    }
    value = crop(builder, loc, value, offsets, sizes);
    for (int64_t& pad : padding)
      pad = std::max<int64_t>(pad, 0);
    Value bias = op.getBias();
    if (bias && phases() > 1) { // once a phase
      auto repeated = RankedTensorType::get({groups, phases(), outputs}, element());
      bias = reshape(builder, loc, bias, {groups, 1, outputs});
      bias = ExpandOp::create(builder, loc, repeated, bias);
      bias = reshape(builder, loc, bias, {groups * phases() * outputs});
    }
    SmallVector<int64_t> dilation{h.step, w.step};
    value = Conv2dOp::create(builder, loc, value, weight, bias, SmallVector<int64_t>{1, 1}, padding, dilation,
                             groups, ::aic::Layout::NHWC);
    what = "conv_transpose2d becomes a conv2d with stride 1";
    if (apart)
      what += " of the image with zeros between its elements";
    return permute(builder, loc, phases() > 1 ? shuffle(builder, value, what) : value, kToNchw);
  }

private:
  // Real ones have some 64 phases and grow fourfold at most.
  static constexpr int64_t kPhases = 1 << 12, kGrowth = 64, kElements = 1 << 27;
  // More phases than these are not made one by one.
  static constexpr int64_t kOwnPhases = 4;

  /// One phase of an axis by itself: its taps are every `every`th from `from` on, at distances from `first`
  /// on, `step` apart.
  struct Phase {
    int64_t from = 0, every = 1, taps = 0, first = 0, step = 1, before = 0, after = 0;

    Phase(const Axis& axis, int64_t r) {
      for (int64_t k = 0; k < axis.kernel; ++k)
        if (std::optional<int64_t> m = axis.distance(k, r)) {
          if (taps == 0)
            from = k, first = *m;
          if (taps == 1)
            every = k - from, step = *m - first;
          ++taps;
        }
      before = first + (taps - 1) * step;
      after = axis.places - axis.size - first;
      if (axis.size + std::min<int64_t>(before, 0) + std::min<int64_t>(after, 0) < 1)
        taps = 0; // it sees nothing of x
    }
  };

  /// A phase of the result, [N, places, 1, places, 1, O], of x in NHWC.
  Value phase(OpBuilder& builder, Value value, const Phase& ofH, const Phase& ofW) {
    Location loc = op.getLoc();
    SmallVector<int64_t> from{0, 0, ofH.from + (ofH.taps - 1) * ofH.every,
                              ofW.from + (ofW.taps - 1) * ofW.every};
    SmallVector<int64_t> sizes{groups * inputs, outputs, ofH.taps, ofW.taps},
        steps{1, 1, -ofH.every, -ofW.every};
    Value weight = SliceOp::create(builder, loc, op.getWeight(), from, sizes, steps); // taps in reverse
    weight = reshape(builder, loc, weight, {groups, inputs, outputs, ofH.taps, ofW.taps});
    weight = permute(builder, loc, weight, {0, 2, 1, 3, 4});
    weight = reshape(builder, loc, weight, {groups * outputs, inputs, ofH.taps, ofW.taps});
    auto less = [](int64_t pad) { return std::max<int64_t>(-pad, 0); };
    auto more = [](int64_t pad) { return std::max<int64_t>(pad, 0); };
    value = crop(builder, loc, value, {less(ofH.before), less(ofW.before)},
                 {h.size - less(ofH.before) - less(ofH.after), w.size - less(ofW.before) - less(ofW.after)});
    SmallVector<int64_t> padding{more(ofH.before), more(ofW.before), more(ofH.after), more(ofW.after)};
    value = Conv2dOp::create(builder, loc, value, weight, op.getBias(), SmallVector<int64_t>{1, 1}, padding,
                             SmallVector<int64_t>{ofH.step, ofW.step}, groups, ::aic::Layout::NHWC);
    return reshape(builder, loc, value, {x[0], h.places, 1, w.places, 1, out[1]});
  }

  Value sideBySide(OpBuilder& builder, ArrayRef<Value> parts, int64_t axis) {
    return parts.size() == 1
               ? parts[0]
               : ConcatOp::create(builder, op.getLoc(), ValueRange(parts), uint64_t(axis)).getResult();
  }

  int64_t phases() const { return h.stride * w.stride; }
  Type element() { return op.getType().getElementType(); }

  /// The taps of each phase; false where they would be too many.
  bool arrange() {
    if (h.stride > kPhases || w.stride > kPhases || phases() > kPhases)
      return false;
    h.choose();
    w.choose();
    int64_t growth = llvm::divideCeil(phases() * h.taps * w.taps, h.kernel * w.kernel);
    return growth <= kGrowth && growth * op.getWeight().getType().getNumElements() <= kElements &&
           isBounded({x[0], h.places * h.stride, w.places * w.stride, out[1]});
  }

  /// [N, H, W, (g, rh, rw, o)] -> [N, (H, rh), (W, rw), (g, o)]
  Value shuffle(OpBuilder& builder, Value value, std::string& what) {
    Location loc = op.getLoc();
    value = reshape(builder, loc, value, {x[0], h.places, w.places, groups, h.stride, w.stride, outputs});
    value = permute(builder, loc, value, {0, 1, 4, 2, 5, 3, 6});
    value = reshape(builder, loc, value, {x[0], h.places * h.stride, w.places * w.stride, out[1]});
    what += ", its " + std::to_string(phases()) + " phases side by side";
    return crop(builder, loc, value, {h.shift, w.shift}, {h.length, w.length});
  }

  ConvTranspose2dOp op;
  ArrayRef<int64_t> x, out; // shapes
  Value image;
  int64_t groups, inputs, outputs; // inputs and outputs of a group
  bool apart = false;              // zeros stand between the image's elements
  std::array<Axis, 2> axes;
  Axis &h = axes[0], &w = axes[1];
};

} // namespace

Value decomposeTransposed(ConvTranspose2dOp op, OpBuilder& builder, std::string& what) {
  Transposed transposed(op);
  if (!transposed.choose(builder, what))
    return {};
  if (transposed.isBiasAlone()) {
    what = "nothing of its input reaches its result, which is the bias";
    return transposed.biasAlone(builder);
  }
  if (!constantWithData(op.getWeight()) && transposed.isSparse())
    return transposed.phaseByPhase(builder, what);
  Value weight = transposed.weight(builder, what);
  return weight ? transposed.convolve(builder, weight, what) : Value();
}

} // namespace aic::transforms
