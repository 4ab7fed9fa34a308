// Images read at places that are computed at run time: GridSample and RoiAlign. The image's height and width
// become one axis, from which elements are gathered.
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

using mlir::Value;

/// Reads an image whose axes H and W are one.
struct Reader {
  Node& n;
  int64_t height, width;
  llvm::function_ref<Value(Value)> gather; // an element for each index (i64)

  Value bounded(Value x, int64_t size) const {
    return n.emit<ClampOp>(x, {n.attribute("min", 0.0), n.attribute("max", static_cast<double>(size - 1))});
  }
  /// The elements at whole places (as floats), the nearest inside for those outside.
  Value at(Value y, Value x) const {
    mlir::Type i64 = n.builder().getI64Type();
    Value row = n.cast(bounded(y, height), i64), column = n.cast(bounded(x, width), i64);
    return gather(n.add(n.mul(row, n.whole(width, i64)), column));
  }
  /// True (bool) for whole places inside.
  Value inside(Value y, Value x) const {
    auto within = [&](Value v, int64_t size) {
      return n.emit<LogicalAndOp>({n.compare(Predicate::GE, v, n.scalar(0, v)),
                                   n.compare(Predicate::LT, v, n.scalar(static_cast<double>(size), v))});
    };
    return n.emit<LogicalAndOp>({within(y, height), within(x, width)});
  }
};

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
    if (rankOf(image_) != 4 || rankOf(grid) != 4 || shapeOf(grid)[3] != 2 ||
        shapeOf(grid)[0] != shapeOf(image_)[0])
      return rankOf(image_) > 4
                 ? n_.unsupported("images of more than two dimensions")
                 : n_.error("expected an image [N, C, H, W] and a grid [N, OH, OW, 2]; found " +
                            describe(image_.getType()) + " and " + describe(grid.getType()));
    if (padding != "zeros" && padding != "border" && padding != "reflection")
      return n_.error("padding_mode is zeros, border or reflection");
    outside_ = padding == "zeros"    ? Outside::Zeros
               : padding == "border" ? Outside::Border
                                     : Outside::Reflection;
    height_ = shapeOf(image_)[2];
    width_ = shapeOf(image_)[3];
    places_ = shapeOf(grid)[1] * shapeOf(grid)[2];
    Value x = coordinate(n_.slice(grid, 3, 0, 1), width_), y = coordinate(n_.slice(grid, 3, 1, 1), height_);
    Value result;
    if (mode == "nearest")
      result = read(reflected(n_.emit<RoundOp>(y), height_), reflected(n_.emit<RoundOp>(x), width_));
    else if (mode == "bilinear" || mode == "linear")
      result = bilinear(reflected(y, height_), reflected(x, width_));
    else if (mode == "bicubic" || mode == "cubic")
      result = bicubic(y, x);
    else
      return n_.error("mode is bilinear, nearest or bicubic");
    n_.result(
        n_.reshape(result, {shapeOf(image_)[0], shapeOf(image_)[1], shapeOf(grid)[1], shapeOf(grid)[2]}));
  }

private:
  Value number(double v) { return n_.scalar(v, image_); }

  /// [N, 1, places]: from [-1, 1] to the axis' elements.
  Value coordinate(Value g, int64_t size) {
    double extent = static_cast<double>(size);
    g = n_.cast(n_.reshape(g, {shapeOf(image_)[0], 1, places_}), elementOf(image_));
    Value moved = n_.add(g, number(1));
    if (aligned_)
      return n_.mul(moved, number((extent - 1) / 2));
    return n_.div(n_.sub(n_.mul(moved, number(extent)), number(1)), number(2));
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
  Value reflected(Value v, int64_t size) { return outside_ == Outside::Reflection ? mirrored(v, size) : v; }

  /// [N, C, places] at whole places; what is outside as padding_mode says.
  Value read(Value y, Value x) {
    int64_t batch = shapeOf(image_)[0], channels = shapeOf(image_)[1];
    Value flat = n_.reshape(image_, {batch, channels, height_ * width_});
    auto gather = [&](Value index) {
      return n_.emit<GatherOp>({flat, n_.expand(index, {batch, channels, places_})},
                               n_.attribute("dim", int64_t(2)));
    };
    Reader reader{n_, height_, width_, gather};
    Value found = reader.at(y, x);
    return outside_ == Outside::Zeros ? n_.where(reader.inside(y, x), found, number(0)) : found;
  }

  Value bilinear(Value y, Value x) {
    // Along the border what lies outside is the edge: the place itself may be clamped first.
    if (outside_ == Outside::Border) {
      y = Reader{n_, height_, width_, nullptr}.bounded(y, height_);
      x = Reader{n_, height_, width_, nullptr}.bounded(x, width_);
    }
    Value top = n_.emit<FloorOp>(y), left = n_.emit<FloorOp>(x), sum;
    Value down = n_.sub(y, top), across = n_.sub(x, left);
    for (int corner = 0; corner < 4; ++corner) {
      bool lower = corner & 2, right = corner & 1;
      Value weight =
          n_.mul(lower ? down : n_.sub(number(1), down), right ? across : n_.sub(number(1), across));
      Value part =
          n_.mul(read(lower ? n_.add(top, number(1)) : top, right ? n_.add(left, number(1)) : left), weight);
      sum = sum ? n_.add(sum, part) : part;
    }
    return sum;
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
        Value py = reflected(n_.add(top, number(row - 1)), height_);
        Value px = reflected(n_.add(left, number(column - 1)), width_);
        Value part = n_.mul(read(py, px), n_.mul(down[row], across[column]));
        sum = sum ? n_.add(sum, part) : part;
      }
    return sum;
  }

  Node& n_;
  Value image_;
  bool aligned_ = false;
  Outside outside_ = Outside::Zeros;
  int64_t height_ = 0, width_ = 0, places_ = 0;
};

void gridSample(Node& n) {
  GridSample(n).run();
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

void roiAlign(Node& n) {
  Value image = n.operand(0), rois = n.operand(1), batch = n.operand(2);
  int64_t outHeight = n.integer("output_height", 1), outWidth = n.integer("output_width", 1),
          samples = n.integer("sampling_ratio", 0);
  double scale = n.number("spatial_scale", 1);
  std::string mode = n.string("mode", "avg");
  bool half = n.opset() >= 16 && n.string("coordinate_transformation_mode", "half_pixel") == "half_pixel";
  if (n.failed())
    return;
  if (rankOf(image) != 4 || rankOf(rois) != 2 || shapeOf(rois)[1] != 4 ||
      shapeOf(batch) != shapeOf(rois).take_front() || outHeight < 1 || outWidth < 1 || outHeight > 4096 ||
      outWidth > 4096)
    return n.error(
        "expected an image [N, C, H, W], regions [R, 4] and a place in the batch for each; found " +
        describe(image.getType()) + ", " + describe(rois.getType()) + " and " + describe(batch.getType()));
  if (mode != "avg")
    return n.unsupported("mode " + mode);
  if (samples < 1 || samples > 64)
    return n.unsupported("sampling_ratio = 0: the number of samples hangs on the region's size");
  llvm::ArrayRef<int64_t> s = shapeOf(image);
  int64_t regions = shapeOf(rois)[0], height = s[2], width = s[3];
  auto edge = [&](int64_t i) {
    Value v = n.mul(n.slice(rois, 1, i, 1), n.scalar(scale, rois));
    return half ? n.sub(v, n.scalar(0.5, v)) : v;
  };
  Value left = edge(0), top = edge(1), right = edge(2), bottom = edge(3);
  if (!half) { // regions are at least one element wide
    right = n.add(left, n.maximum(n.sub(right, left), n.scalar(1, left)));
    bottom = n.add(top, n.maximum(n.sub(bottom, top), n.scalar(1, top)));
  }
  // [R, OH * S, OW * S], and what is more than one element outside is zero.
  int64_t rows = outHeight * samples, columns = outWidth * samples;
  Value y = n.reshape(samplePlaces(n, top, bottom, outHeight, samples), {regions, rows, 1});
  Value x = n.reshape(samplePlaces(n, left, right, outWidth, samples), {regions, 1, columns});
  auto within = [&](Value v, int64_t size) {
    return n.emit<LogicalAndOp>({n.compare(Predicate::GE, v, n.scalar(-1, v)),
                                 n.compare(Predicate::LE, v, n.scalar(static_cast<double>(size), v))});
  };
  Value inside = n.emit<LogicalAndOp>({within(y, height), within(x, width)});
  // Each channel is one row of all the batch's elements.
  Value flat = n.reshape(n.transpose(image, {1, 0, 2, 3}), {s[1], s[0] * height * width});
  mlir::Type i64 = n.builder().getI64Type();
  Value start = n.mul(n.reshape(n.cast(batch, i64), {regions, 1, 1}), n.whole(height * width, i64));
  auto gather = [&](Value index) {
    Value all = n.expand(n.add(index, start), {regions, rows, columns});
    return n.emit<TakeOp>({flat, all}, n.attribute("dim", int64_t(1)));
  };
  Reader reader{n, height, width, gather};
  y = reader.bounded(y, height);
  x = reader.bounded(x, width);
  Value up = n.emit<FloorOp>(y), back = n.emit<FloorOp>(x), sum;
  Value down = n.sub(y, up), across = n.sub(x, back), one = n.scalar(1, y);
  for (int corner = 0; corner < 4; ++corner) {
    bool lower = corner & 2, later = corner & 1;
    Value weight = n.mul(lower ? down : n.sub(one, down), later ? across : n.sub(one, across));
    Value part = n.mul(reader.at(lower ? n.add(up, one) : up, later ? n.add(back, one) : back), weight);
    sum = sum ? n.add(sum, part) : part;
  }
  sum = n.where(inside, sum, n.scalar(0, image)); // [C, R, OH * S, OW * S]
  Value cut = n.reshape(sum, {s[1], regions, outHeight, samples, outWidth, samples});
  n.result(n.transpose(n.mean(cut, {3, 5}, false), {1, 0, 2, 3}));
}

constexpr Operator kRows[] = {
    {"GridSample", 16, gridSample, "align_corners mode padding_mode", "more than two dimensions"},
    {"RoiAlign", 10, roiAlign,
     "coordinate_transformation_mode mode output_height output_width sampling_ratio spatial_scale",
     "mode max; sampling_ratio 0"},
};

} // namespace

llvm::ArrayRef<Operator> samplingOperators() {
  return kRows;
}

} // namespace aic::onnx
