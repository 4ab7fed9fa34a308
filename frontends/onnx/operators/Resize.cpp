// Resize and Upsample. Each axis is resized by itself: an element of the result is a weighted sum of a few of
// the axis, whose places and weights are known now. Where those are what the dialect's interpolate computes,
// that takes their place.
#include "frontends/onnx/Node.h"

#include <cmath>

namespace aic::onnx {
namespace {

using mlir::Value;

/// How an axis becomes longer or shorter: element i of the result is the sum of weights[t][i] times element
/// places[t][i].
struct Axis {
  int64_t dim, in, out;
  double scale; // out / in, or as the model gives it
  std::vector<Node::Ints> places;
  std::vector<Node::Numbers> weights; // empty: one place, taken as it is
  Node::Ints outside;                 // 1 where the extrapolation value stands; empty: nowhere
  Node::Numbers coordinates;
};

struct Settings {
  std::string mode, coordinates, nearest;
  double cubic = -0.75, extrapolation = 0;
  bool excludeOutside = false;
  bool antialias = false;
};

double coordinate(const Settings& s, const Axis& a, int64_t i, double start, double end) {
  // With scales the standard does not round the size down here, nor do its tests.
  double x = static_cast<double>(i), in = static_cast<double>(a.in), out = in * a.scale;
  if (s.coordinates == "align_corners")
    return a.out == 1 ? 0 : x * (in - 1) / (out - 1);
  if (s.coordinates == "asymmetric")
    return x / a.scale;
  if (s.coordinates == "tf_half_pixel_for_nn")
    return (x + 0.5) / a.scale;
  if (s.coordinates == "pytorch_half_pixel" && a.out == 1)
    return 0;
  if (s.coordinates == "half_pixel_symmetric") {
    double adjust = static_cast<double>(a.out) / out, centre = in / 2;
    return centre * (1 - adjust) + (x + 0.5) / a.scale - 0.5;
  }
  if (s.coordinates == "tf_crop_and_resize")
    return a.out == 1 ? 0.5 * (start + end) * (in - 1)
                      : start * (in - 1) + x * (end - start) * (in - 1) / (out - 1);
  return (x + 0.5) / a.scale - 0.5;
}

double nearest(const Settings& s, double x) {
  if (s.nearest == "floor")
    return std::floor(x);
  if (s.nearest == "ceil")
    return std::ceil(x);
  return s.nearest == "round_prefer_ceil" ? std::floor(x + 0.5) : std::ceil(x - 0.5);
}

/// Keys' cubic at a distance, with A = s.cubic.
double cubicWeight(const Settings& s, double distance) {
  double d = std::abs(distance), a = s.cubic;
  if (d <= 1)
    return ((a + 2) * d - (a + 3)) * d * d + 1;
  return d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0;
}

/// The weight of an element at a distance from a place; `shrink` is below 1 where antialias widens the curve.
double weightAt(const Settings& s, double distance, double shrink) {
  if (s.mode == "linear")
    return std::clamp(1 - std::abs(distance * shrink), 0.0, 1.0);
  return cubicWeight(s, distance * shrink);
}

void computePlaces(const Settings& s, Axis& a, double start, double end) {
  double shrink = s.antialias ? std::min(a.scale, 1.0) : 1;
  double reach = s.mode == "nearest" ? 0 : (s.mode == "linear" ? 1 : 2) / shrink; // to each side
  size_t taps = s.mode == "nearest" ? 1 : 2 * static_cast<size_t>(std::ceil(reach));
  a.places.assign(taps, {});
  a.weights.assign(taps == 1 ? 0 : taps, {});
  bool crops = s.coordinates == "tf_crop_and_resize", anyOutside = false;
  bool normal = s.excludeOutside || s.mode == "linear" || shrink < 1;
  for (int64_t i = 0; i < a.out; ++i) {
    double x = coordinate(s, a, i, start, end);
    a.coordinates.push_back(x);
    bool outside = crops && (x < 0 || x > static_cast<double>(a.in - 1));
    a.outside.push_back(outside);
    anyOutside |= outside;
    double first = taps == 1 ? nearest(s, x) : std::floor(x) - std::ceil(reach) + 1, sum = 0;
    // Far outside, everything is the edge; an integer of it would overflow.
    first = std::clamp(first, -8.0 - 2 * reach, static_cast<double>(a.in) + 8);
    for (size_t t = 0; t < taps; ++t) {
      int64_t place = static_cast<int64_t>(first) + static_cast<int64_t>(t);
      bool beyond = place < 0 || place >= a.in;
      a.places[t].push_back(std::clamp<int64_t>(place, 0, a.in - 1));
      if (taps == 1)
        continue;
      double weight = weightAt(s, x - (first + static_cast<double>(t)), shrink);
      a.weights[t].push_back(beyond && s.excludeOutside ? 0 : weight);
      sum += a.weights[t].back();
    }
    if (taps > 1 && sum != 0 && normal)
      for (Node::Numbers& weights : a.weights)
        weights.back() /= sum;
  }
  if (!anyOutside)
    a.outside.clear();
}

Value resizeAxis(Node& n, Value x, const Axis& a, const Settings& s) {
  Value sum;
  Node::Ints spread(rankOf(x), 1);
  spread[a.dim] = a.out;
  for (size_t t = 0; t < a.places.size(); ++t) {
    Value index = n.constant(a.places[t], a.out, n.builder().getI64Type());
    Value part = n.emit<TakeOp>({x, index}, n.attribute("dim", a.dim));
    if (!a.weights.empty())
      part = n.mul(part, n.constant(a.weights[t], spread, elementOf(x)));
    sum = sum ? n.add(sum, part) : part;
  }
  if (!a.outside.empty())
    sum = n.where(n.constant(a.outside, spread, n.builder().getI1Type()), n.scalar(s.extrapolation, x), sum);
  return sum;
}

bool isIdentity(const Axis& a) {
  if (a.in != a.out || !a.outside.empty())
    return false;
  for (int64_t i = 0; i < a.out; ++i)
    for (size_t t = 0; t < a.places.size(); ++t)
      if (a.places[t][i] != i && (a.weights.empty() || std::abs(a.weights[t][i]) > 1e-12))
        return false;
  return true;
}

/// True where the dialect's interpolate takes the same places with the same weights along an axis.
bool isInterpolated(const Axis& a, const Settings& s, bool alignCorners) {
  if (!a.outside.empty() || s.excludeOutside || (s.antialias && a.scale < 1))
    return false;
  float ratio = static_cast<float>(a.in) / static_cast<float>(a.out);
  double last = static_cast<double>(a.in - 1);
  for (int64_t i = 0; i < a.out; ++i) {
    if (s.mode == "nearest") {
      auto place = static_cast<int64_t>(std::floor(static_cast<float>(i) * ratio));
      if (std::min(place, a.in - 1) != a.places[0][i])
        return false;
      continue;
    }
    double place = alignCorners ? a.out == 1 ? 0 : double(i) * last / static_cast<double>(a.out - 1)
                                : (static_cast<double>(i) + 0.5) * double(ratio) - 0.5;
    if (std::abs(std::clamp(place, 0.0, last) - std::clamp(a.coordinates[i], 0.0, last)) > 1e-5)
      return false;
  }
  return true;
}

/// Null where the dialect has no such interpolation.
Value interpolated(Node& n, Value x, llvm::ArrayRef<Axis> axes, const Settings& s) {
  bool image = rankOf(x) == 4 && isFloat(x) && s.mode != "cubic";
  for (const Axis& a : axes)
    image &= isIdentity(a) || a.dim >= 2;
  if (!image)
    return nullptr;
  for (bool alignCorners : {false, true}) {
    bool same = s.mode == "linear" || !alignCorners;
    Node::Ints size(shapeOf(x).drop_front(2));
    for (const Axis& a : axes) {
      if (a.dim < 2)
        continue;
      same &= isInterpolated(a, s, alignCorners);
      size[a.dim - 2] = a.out;
    }
    // An axis that is not resized is one that interpolate copies.
    if (!same)
      continue;
    mlir::Attribute mode =
        ResizeModeAttr::get(n.context(), s.mode == "linear" ? ResizeMode::Bilinear : ResizeMode::Nearest);
    return n.emit<InterpolateOp>(x, {n.attribute("output_size", size), n.attribute("mode", mode),
                                     n.attribute("align_corners", alignCorners)});
  }
  return nullptr;
}

void resizeWith(Node& n, const Settings& s, llvm::ArrayRef<int64_t> dims, const Node::Numbers& scales,
                const Node::Ints& sizes, const Node::Numbers& roi) {
  Value x = n.operand(0);
  if (n.failed())
    return;
  if (s.mode != "nearest" && !isFloat(x))
    return n.unsupported("mode " + s.mode + " on " + describe(elementOf(x)));
  size_t count = dims.size();
  // With both, the sizes are what the scales come to.
  if ((sizes.empty() ? scales.size() : sizes.size()) != count || (!scales.empty() && scales.size() != count))
    return n.error("it has a scale or a size for each axis");
  std::vector<Axis> axes;
  for (size_t i = 0; i < count; ++i) {
    Axis a{n.axis(dims[i], rankOf(x)), 0, 0, 1, {}, {}, {}, {}};
    a.in = n.failed() ? 0 : shapeOf(x)[a.dim];
    double out = sizes.empty() ? std::floor(static_cast<double>(a.in) * scales[i]) : double(sizes[i]);
    if (n.failed() || a.in < 1 || !(out >= 1 && out <= double(1 << 24)))
      return n.failed() ? void() : n.error("an axis would have no elements, or more than 2^24");
    a.out = static_cast<int64_t>(out);
    a.scale = scales.empty() ? out / static_cast<double>(a.in) : scales[i];
    // Each tap is a slice of the whole: an image made a hundred times smaller is another operator's work.
    if (s.antialias && s.mode != "nearest" && a.scale < 1.0 / 64)
      return n.unsupported("antialias of a scale below 1/64");
    double start = roi.size() == 2 * count ? roi[i] : 0, end = roi.size() == 2 * count ? roi[count + i] : 1;
    if (s.coordinates == "tf_crop_and_resize" && roi.size() != 2 * count)
      return n.error("tf_crop_and_resize needs a roi of a start and an end for each axis");
    computePlaces(s, a, start, end);
    axes.push_back(std::move(a));
  }
  if (Value direct = interpolated(n, x, axes, s))
    return n.result(direct);
  for (const Axis& a : axes)
    if (!n.failed() && !isIdentity(a))
      x = resizeAxis(n, x, a, s);
  n.result(x);
}

Node::Ints allAxes(int64_t rank) {
  Node::Ints all;
  for (int64_t axis = 0; axis < rank; ++axis)
    all.push_back(axis);
  return all;
}

bool checkMode(Node& n, Settings& s) {
  if (s.mode == "bilinear")
    s.mode = "linear";
  if (n.failed() || s.mode == "nearest" || s.mode == "linear" || s.mode == "cubic")
    return !n.failed();
  n.error("mode is nearest, linear or cubic");
  return false;
}

// Up to opset 10: scales alone, place i is i / scale.
void upsample(Node& n) {
  Settings s;
  s.mode = n.string("mode", "nearest");
  s.coordinates = "asymmetric";
  s.nearest = "floor";
  Value x = n.operand(0);
  Node::Numbers scales = n.opset() >= 9 ? n.numbers(1) : n.numbers("scales");
  if (checkMode(n, s))
    resizeWith(n, s, allAxes(rankOf(x)), scales, {}, {});
}

/// One scale for all axes, so that none (or at least one) becomes larger than its size in `sizes`.
bool keepAspectRatio(Node& n, llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> axes, Node::Ints& sizes,
                     Node::Numbers& scales) {
  std::string policy = n.string("keep_aspect_ratio_policy", "stretch");
  scales.clear();
  if (n.failed() || policy == "stretch")
    return !n.failed();
  if (policy != "not_larger" && policy != "not_smaller")
    n.error("keep_aspect_ratio_policy is stretch, not_larger or not_smaller");
  if (!n.failed() && sizes.size() != axes.size())
    n.error("it has a size for each axis");
  double scale = 0;
  for (auto [i, axis] : llvm::enumerate(axes)) {
    int64_t in = n.failed() ? 0 : shape[n.axis(axis, static_cast<int64_t>(shape.size()))];
    if (n.failed())
      return false;
    double one = static_cast<double>(sizes[i]) / static_cast<double>(std::max<int64_t>(in, 1));
    scale = i == 0 ? one : policy == "not_larger" ? std::min(scale, one) : std::max(scale, one);
  }
  for (auto [i, axis] : llvm::enumerate(axes)) {
    double size = std::floor(
        scale * static_cast<double>(shape[n.axis(axis, static_cast<int64_t>(shape.size()))]) + 0.5);
    sizes[i] = static_cast<int64_t>(std::clamp(size, 0.0, double(1 << 25)));
    scales.push_back(scale);
  }
  return true;
}

void resize(Node& n) {
  Settings s;
  s.mode = n.string("mode", "nearest");
  s.coordinates = n.string("coordinate_transformation_mode", "half_pixel");
  s.nearest = n.string("nearest_mode", "round_prefer_floor");
  s.cubic = n.number("cubic_coeff_a", -0.75);
  s.extrapolation = n.number("extrapolation_value", 0);
  s.excludeOutside = n.flag("exclude_outside", false);
  Value x = n.operand(0);
  s.antialias = n.flag("antialias", false);
  // A tensor of no elements stands for an input that is not given.
  Node::Numbers scales = n.has(2) ? n.numbers(2) : Node::Numbers();
  Node::Ints sizes = n.has(3) && !n.failed() ? n.ints(3) : Node::Ints();
  bool crops = s.coordinates == "tf_crop_and_resize"; // else a roi says nothing
  Node::Numbers roi = n.has(1) && crops ? n.numbers(1) : Node::Numbers();
  Node::Ints axes = n.hasAttribute("axes") ? n.ints("axes") : allAxes(rankOf(x));
  if (!checkMode(n, s))
    return;
  if (scales.empty() && sizes.empty())
    return n.error("it has neither scales nor sizes");
  if (!sizes.empty() && !keepAspectRatio(n, shapeOf(x), axes, sizes, scales))
    return;
  resizeWith(n, s, axes, scales, sizes, roi);
}

constexpr Operator kRows[] = {
    {"Upsample", 7, upsample, "mode scales"},
    {"Resize", 10, upsample, "mode"},
    {"Resize", 11, resize,
     "antialias axes coordinate_transformation_mode cubic_coeff_a exclude_outside extrapolation_value "
     "keep_aspect_ratio_policy mode nearest_mode",
     "antialias of a scale below 1/64"},
};

} // namespace

llvm::ArrayRef<Operator> resizeOperators() {
  return kRows;
}

} // namespace aic::onnx
