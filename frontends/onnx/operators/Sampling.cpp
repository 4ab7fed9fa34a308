// Images read at places that are computed at run time: GridSample, AffineGrid and RoiAlign. The image's own
// axes become one, from which elements are gathered.
#include "frontends/onnx/operators/Sampling.h"

#include "frontends/onnx/Tensors.h"

#include <cmath>

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxPlaces = 1 << 22; // of a grid that is made here

enum class Outside { Zeros, Border, Reflection };

class GridSample {
public:
  explicit GridSample(Node& n) : n_(n) {}

  void run() {
    image_ = n_.operand(0);
    Value grid = n_.operand(1);
    std::string mode = n_.string("mode", n_.opset() >= 20 ? "linear" : "bilinear");
    std::string padding = n_.string("padding_mode", "zeros");
    aligned_ = n_.flag("align_corners", false);
    if (n_.failed())
      return;
    int64_t rank = rankOf(image_), dims = rank - 2;
    if ((rank != 4 && rank != 5) || rankOf(grid) != rank || shapeOf(grid).back() != dims ||
        shapeOf(grid)[0] != shapeOf(image_)[0])
      return n_.error(
          "expected an image [N, C, H, W] and a grid [N, OH, OW, 2], or [N, C, D, H, W] and [N, OD, OH, "
          "OW, 3]; found " +
          describe(image_.getType()) + " and " + describe(grid.getType()));
    if (padding != "zeros" && padding != "border" && padding != "reflection")
      return n_.error("padding_mode is zeros, border or reflection");
    outside_ = padding == "zeros"    ? Outside::Zeros
               : padding == "border" ? Outside::Border
                                     : Outside::Reflection;
    sizes_.assign(shapeOf(image_).begin() + 2, shapeOf(image_).end());
    llvm::ArrayRef<int64_t> out = shapeOf(grid).drop_front().drop_back();
    places_ = elementsOf(out);
    Places at; // the grid names the last axis first
    for (int64_t axis = 0; axis < dims; ++axis)
      at.push_back(coordinate(n_.slice(grid, rank - 1, dims - 1 - axis, 1), sizes_[axis]));
    Value result;
    if (mode == "nearest")
      result = read(reflected(rounded(at)));
    else if (mode == "bilinear" || mode == "linear")
      result = linear(reflected(at));
    else if (mode != "bicubic" && mode != "cubic")
      return n_.error("mode is linear, nearest or cubic");
    else if (dims == 2)
      result = bicubic(at[0], at[1]);
    else
      return n_.error("cubic is of images of two dimensions, as the standard has it");
    Node::Ints shape(shapeOf(image_).take_front(2));
    shape.append(out.begin(), out.end());
    n_.result(n_.reshape(result, shape));
  }

private:
  Value number(double v) { return n_.scalar(v, image_); }

  /// [N, 1, places]: from [-1, 1] to the axis' elements.
  Value coordinate(Value g, int64_t size) {
    if (n_.failed())
      return nullptr;
    double extent = static_cast<double>(size);
    g = n_.cast(n_.reshape(g, {shapeOf(image_)[0], 1, places_}), elementOf(image_));
    Value moved = n_.add(g, number(1));
    if (aligned_)
      return n_.mul(moved, number((extent - 1) / 2));
    return n_.div(n_.sub(n_.mul(moved, number(extent)), number(1)), number(2));
  }

  Places rounded(Places at) {
    for (Value& one : at)
      one = n_.emit<RoundOp>(one);
    return at;
  }

  /// Coordinates outside mirrored at the edges (or their elements' centres), as often as need be.
  Value mirrored(Value v, int64_t size) {
    double low = aligned_ ? 0 : -0.5, span = static_cast<double>(size) - (aligned_ ? 1 : 0);
    if (span == 0)
      return n_.mul(v, number(0));
    Value distance = n_.emit<RemOp>({n_.emit<AbsOp>(n_.sub(v, number(low))), number(2 * span)});
    Value back = n_.sub(number(span), n_.emit<AbsOp>(n_.sub(distance, number(span))));
    return n_.add(back, number(low));
  }
  Places reflected(Places at) {
    for (auto [one, size] : llvm::zip_equal(at, sizes_))
      if (outside_ == Outside::Reflection)
        one = mirrored(one, size);
    return at;
  }

  /// [N, C, places] at whole places; what is outside as padding_mode says.
  Value read(const Places& at) {
    if (n_.failed())
      return nullptr;
    int64_t batch = shapeOf(image_)[0], channels = shapeOf(image_)[1];
    Value flat = n_.reshape(image_, {batch, channels, elementsOf(sizes_)});
    auto gather = [&](Value index) {
      return n_.emit<GatherOp>({flat, n_.expand(index, {batch, channels, places_})},
                               n_.attribute("dim", int64_t(2)));
    };
    Reader reader{n_, sizes_, gather};
    Value found = reader.at(at);
    return outside_ == Outside::Zeros ? n_.where(reader.inside(at), found, number(0)) : found;
  }

  Value linear(Places at) {
    // Along the border what lies outside is the edge: the place itself may be clamped first.
    if (outside_ == Outside::Border)
      for (auto [one, size] : llvm::zip_equal(at, sizes_))
        one = bounded(n_, one, size);
    return interpolated(n_, at, [&](const Places& corner) { return read(corner); });
  }

  /// Keys' weights, A = -0.75, of the four places around one that is `t` behind the second.
  llvm::SmallVector<Value> cubicWeights(Value t) {
    constexpr double a = -0.75;
    auto polynomial = [&](Value d, std::initializer_list<double> coefficients) {
      Value sum;
      for (double c : coefficients)
        sum = sum ? n_.add(n_.mul(sum, d), number(c)) : n_.add(n_.mul(d, number(0)), number(c));
      return sum;
    };
    auto near = [&](Value d) { return polynomial(d, {a + 2, -(a + 3), 0, 1}); };
    auto far = [&](Value d) { return polynomial(d, {a, -5 * a, 8 * a, -4 * a}); };
    Value rest = n_.sub(number(1), t);
    return {far(n_.add(t, number(1))), near(t), near(rest), far(n_.add(rest, number(1)))};
  }

  // Each of the sixteen places is padded by itself.
  Value bicubic(Value y, Value x) {
    Value top = n_.emit<FloorOp>(y), left = n_.emit<FloorOp>(x), sum;
    llvm::SmallVector<Value> down = cubicWeights(n_.sub(y, top)), across = cubicWeights(n_.sub(x, left));
    for (int row = 0; row < 4; ++row)
      for (int column = 0; column < 4; ++column) {
        Places at = reflected({n_.add(top, number(row - 1)), n_.add(left, number(column - 1))});
        Value part = n_.mul(read(at), n_.mul(down[row], across[column]));
        sum = sum ? n_.add(sum, part) : part;
      }
    return sum;
  }

  Node& n_;
  Value image_;
  bool aligned_ = false;
  Outside outside_ = Outside::Zeros;
  Node::Ints sizes_; // of the image's own axes
  int64_t places_ = 0;
};

void gridSample(Node& n) {
  GridSample(n).run();
}

/// The places of a grid along one axis of `size`, [-1, 1] at its edges or, aligned, at its first and last
/// element's centres.
double gridPlace(int64_t i, int64_t size, bool aligned) {
  auto at = static_cast<double>(i), extent = static_cast<double>(size);
  if (!aligned)
    return (2 * at + 1) / extent - 1;
  return size == 1 ? 0 : 2 * at / (extent - 1) - 1;
}

// The grid's places, the last axis first and 1 behind them, times each matrix of theta.
void affineGrid(Node& n) {
  Value theta = n.operand(0);
  Node::Ints size = n.ints(1);
  bool aligned = n.flag("align_corners", false);
  if (n.failed())
    return;
  auto dims = static_cast<int64_t>(size.size()) - 2;
  if ((dims != 2 && dims != 3) || rankOf(theta) != 3 || shapeOf(theta)[0] != size[0] ||
      shapeOf(theta)[1] != dims || shapeOf(theta)[2] != dims + 1 ||
      llvm::any_of(size, [](int64_t s) { return s < 1; }))
    return n.error(
        "expected theta [N, 2, 3] and a size [N, C, H, W], or [N, 3, 4] and [N, C, D, H, W]; found " +
        describe(theta.getType()) + " and " + std::to_string(size.size()) + " sizes");
  llvm::ArrayRef<int64_t> out = llvm::ArrayRef<int64_t>(size).drop_front(2);
  int64_t places = 1;
  for (int64_t one : out) {
    if (one > kMaxPlaces / places)
      return n.unsupported("more than 2^22 places");
    places *= one;
  }
  Node::Numbers base;
  for (int64_t place = 0; place < places; ++place) {
    Node::Numbers at(dims + 1, 1);
    int64_t rest = place;
    for (int64_t axis = dims - 1; axis >= 0; rest /= out[axis--])
      at[dims - 1 - axis] = gridPlace(rest % out[axis], out[axis], aligned);
    base.append(at);
  }
  Value grid = n.emit<MatmulOp>(
      {n.constant(base, {places, dims + 1}, elementOf(theta)), n.transpose(theta, {0, 2, 1})});
  Node::Ints shape{size[0]};
  shape.append(out.begin(), out.end());
  shape.push_back(dims);
  n.result(n.reshape(grid, shape));
}

/// The places at which a region is read along one axis: [R, bins * samples], from its low and high edge [R,
/// 1].
Value samplePlaces(Node& n, Value low, Value high, int64_t bins, int64_t samples) {
  Node::Numbers fractions; // of the region's extent
  for (int64_t i = 0; i < bins * samples; ++i)
    fractions.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(bins * samples));
  Value fraction = n.constant(fractions, {1, bins * samples}, elementOf(low));
  return n.add(low, n.mul(n.sub(high, low), fraction));
}

class RoiAlign {
public:
  explicit RoiAlign(Node& n) : n_(n) {}

  void run() {
    image_ = n_.operand(0);
    rois_ = n_.operand(1);
    batch_ = n_.operand(2);
    outHeight_ = n_.integer("output_height", 1);
    outWidth_ = n_.integer("output_width", 1);
    int64_t samples = n_.integer("sampling_ratio", 0);
    scale_ = n_.number("spatial_scale", 1);
    std::string mode = n_.string("mode", "avg");
    half_ = n_.opset() >= 16 && n_.string("coordinate_transformation_mode", "half_pixel") == "half_pixel";
    if (n_.failed())
      return;
    if (rankOf(image_) != 4 || rankOf(rois_) != 2 || shapeOf(rois_)[1] != 4 ||
        shapeOf(batch_) != shapeOf(rois_).take_front() || outHeight_ < 1 || outWidth_ < 1 ||
        outHeight_ > 4096 || outWidth_ > 4096)
      return n_.error(
          "expected an image [N, C, H, W], regions [R, 4] and a place in the batch for each; found " +
          describe(image_.getType()) + ", " + describe(rois_.getType()) + " and " +
          describe(batch_.getType()));
    if (mode != "avg")
      return n_.unsupported("mode " + mode);
    if (samples < 0 || samples > 64)
      return n_.error("sampling_ratio is in [0, 64]");
    if (samples > 0)
      return n_.result(regions(0, shapeOf(rois_)[0], samples, samples));
    eachWithItsSamples();
  }

private:
  static constexpr int64_t kMaxRegions = 1024;    // of samples of their own
  static constexpr int64_t kMaxSamples = 1 << 14; // of a region along an axis

  // As many samples as a bin has elements, rounded up: the regions must be known.
  void eachWithItsSamples() {
    mlir::ElementsAttr known =
        n_.known(rois_, "sampling_ratio = 0: the number of samples hangs on the regions' sizes, which");
    std::optional<Node::Numbers> all = known ? numbersOf(known, kMaxRegions * 4) : std::nullopt;
    if (n_.failed())
      return;
    int64_t count = shapeOf(rois_)[0];
    if (!all || count < 1)
      return n_.unsupported("sampling_ratio = 0: there are 1 to 1,024 regions then");
    llvm::SmallVector<Value> parts;
    for (int64_t i = 0; i < count; ++i) {
      // In f32, as it is read at run time.
      auto samples = [&](int64_t axis, int64_t bins) {
        auto edge = [&](int64_t at) {
          return static_cast<float>((*all)[i * 4 + at]) * static_cast<float>(scale_) - (half_ ? 0.5f : 0.0f);
        };
        float extent = edge(axis + 2) - edge(axis);
        return std::ceil((half_ ? extent : std::max(extent, 1.0f)) / static_cast<float>(bins));
      };
      float down = samples(1, outHeight_), across = samples(0, outWidth_);
      if (down > 0 && across > 0 &&
          !(down * static_cast<float>(outHeight_) <= kMaxSamples &&
            across * static_cast<float>(outWidth_) <= kMaxSamples))
        return n_.unsupported("a region of more than 16,384 samples along an axis");
      parts.push_back(down > 0 && across > 0
                          ? regions(i, 1, static_cast<int64_t>(down), static_cast<int64_t>(across))
                          : n_.filled(0, {1, shapeOf(image_)[1], outHeight_, outWidth_}, elementOf(image_)));
    }
    n_.result(n_.concat(parts, 0));
  }

  /// [count, C, OH, OW]: the means of so many samples a bin of the regions from `first` on.
  Value regions(int64_t first, int64_t count, int64_t down, int64_t across) {
    llvm::ArrayRef<int64_t> s = shapeOf(image_);
    Value rois = n_.slice(rois_, 0, first, count), batch = n_.slice(batch_, 0, first, count);
    auto edge = [&](int64_t i) {
      Value v = n_.mul(n_.slice(rois, 1, i, 1), n_.scalar(scale_, rois));
      return half_ ? n_.sub(v, n_.scalar(0.5, v)) : v;
    };
    Value left = edge(0), top = edge(1), right = edge(2), bottom = edge(3);
    if (!half_) { // regions are at least one element wide
      right = n_.add(left, n_.maximum(n_.sub(right, left), n_.scalar(1, left)));
      bottom = n_.add(top, n_.maximum(n_.sub(bottom, top), n_.scalar(1, top)));
    }
    // [R, OH * S, OW * S], and what is more than one element outside is zero.
    int64_t rows = outHeight_ * down, columns = outWidth_ * across;
    Value y = n_.reshape(samplePlaces(n_, top, bottom, outHeight_, down), {count, rows, 1});
    Value x = n_.reshape(samplePlaces(n_, left, right, outWidth_, across), {count, 1, columns});
    auto within = [&](Value v, int64_t size) {
      return n_.emit<LogicalAndOp>({n_.compare(Predicate::GE, v, n_.scalar(-1, v)),
                                    n_.compare(Predicate::LE, v, n_.scalar(static_cast<double>(size), v))});
    };
    Value inside = n_.emit<LogicalAndOp>({within(y, s[2]), within(x, s[3])});
    // Each channel is one row of all the batch's elements.
    Value flat = n_.reshape(n_.transpose(image_, {1, 0, 2, 3}), {s[1], s[0] * s[2] * s[3]});
    mlir::Type i64 = n_.builder().getI64Type();
    Value start = n_.mul(n_.reshape(n_.cast(batch, i64), {count, 1, 1}), n_.whole(s[2] * s[3], i64));
    auto gather = [&](Value index) {
      Value all = n_.expand(n_.add(index, start), {count, rows, columns});
      return n_.emit<TakeOp>({flat, all}, n_.attribute("dim", int64_t(1)));
    };
    Reader reader{n_, s.drop_front(2), gather};
    Places at{bounded(n_, y, s[2]), bounded(n_, x, s[3])};
    Value sum = interpolated(n_, at, [&](const Places& corner) { return reader.at(corner); });
    sum = n_.where(inside, sum, n_.scalar(0, image_)); // [C, R, OH * S, OW * S]
    Value cut = n_.reshape(sum, {s[1], count, outHeight_, down, outWidth_, across});
    return n_.transpose(n_.mean(cut, {3, 5}, false), {1, 0, 2, 3});
  }

  Node& n_;
  Value image_, rois_, batch_;
  int64_t outHeight_ = 1, outWidth_ = 1;
  double scale_ = 1;
  bool half_ = false;
};

void roiAlign(Node& n) {
  RoiAlign(n).run();
}

constexpr Operator kRows[] = {
    {"AffineGrid", 20, affineGrid, "align_corners"},
    {"GridSample", 16, gridSample, "align_corners mode padding_mode"},
    {"RoiAlign", 10, roiAlign,
     "coordinate_transformation_mode mode output_height output_width sampling_ratio spatial_scale",
     "mode max; sampling_ratio 0 of regions that are computed at run time"},
};

} // namespace

Value bounded(Node& n, Value x, int64_t size) {
  return n.emit<ClampOp>(x, {n.attribute("min", 0.0), n.attribute("max", static_cast<double>(size - 1))});
}

Value Reader::at(llvm::ArrayRef<Value> place) const {
  mlir::Type i64 = n.builder().getI64Type();
  Value index;
  for (auto [one, size] : llvm::zip_equal(place, sizes)) {
    Value whole = n.cast(bounded(n, one, size), i64);
    index = index ? n.add(n.mul(index, n.whole(size, i64)), whole) : whole;
  }
  return gather(index);
}

Value Reader::inside(llvm::ArrayRef<Value> place) const {
  Value all;
  for (auto [v, size] : llvm::zip_equal(place, sizes)) {
    Value within =
        n.emit<LogicalAndOp>({n.compare(Predicate::GE, v, n.scalar(0, v)),
                              n.compare(Predicate::LT, v, n.scalar(static_cast<double>(size), v))});
    all = all ? n.emit<LogicalAndOp>({all, within}) : within;
  }
  return all;
}

Value interpolated(Node& n, llvm::ArrayRef<Value> place, llvm::function_ref<Value(const Places&)> read) {
  size_t dims = place.size();
  Places low, behind;
  for (Value one : place) {
    low.push_back(n.emit<FloorOp>(one));
    behind.push_back(n.sub(one, low.back()));
  }
  Value sum;
  for (unsigned corner = 0; corner < 1u << dims; ++corner) {
    Value weight;
    Places at;
    for (size_t axis = 0; axis < dims; ++axis) {
      Value one = n.scalar(1, place[axis]);
      bool next = corner >> (dims - 1 - axis) & 1;
      Value share = next ? behind[axis] : n.sub(one, behind[axis]);
      weight = weight ? n.mul(weight, share) : share;
      at.push_back(next ? n.add(low[axis], one) : low[axis]);
    }
    Value part = n.mul(read(at), weight);
    sum = sum ? n.add(sum, part) : part;
  }
  return sum;
}

llvm::ArrayRef<Operator> samplingOperators() {
  return kRows;
}

} // namespace aic::onnx
