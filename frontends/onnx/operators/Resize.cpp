// Resize and Upsample. Each axis is resized by itself: an element of the result is a weighted sum of a few of
// the axis, whose places and weights are known now. Where those are what the dialect's interpolate computes,
// that takes their place.
//
// Sizes and coordinates are computed in f32, one rounding after another as ONNX Runtime does it: a factor
// such as 5/3 or 0.2 is no f32, so that the size and the pixel that is nearest hang on the roundings.
#include "frontends/onnx/Names.h"
#include "frontends/onnx/Node.h"

#include "llvm/ADT/StringExtras.h"

#include <cmath>

namespace aic::onnx {
namespace {

using mlir::Value;

/// How an axis becomes longer or shorter: element i of the result is the sum of weights[t][i] times element
/// places[t][i].
struct Axis {
  int64_t dim, in, out;
  float scale; // out / in, or as the model gives it
  std::vector<Node::Ints> places;
  std::vector<Node::Numbers> weights; // empty: one place, taken as it is
  Node::Ints outside;                 // 1 where the extrapolation value stands; empty: nowhere
  std::vector<float> coordinates;
};

struct Settings {
  std::string mode, coordinates, nearest;
  double cubic = -0.75, extrapolation = 0;
  bool excludeOutside = false;
  bool antialias = false;

  bool crops() const { return coordinates == "tf_crop_and_resize"; }
};

/// Where element i of the result lies in the axis; start and end are those of the roi.
float coordinate(const Settings& s, const Axis& a, int64_t i, float start, float end) {
  auto x = static_cast<float>(i), in = static_cast<float>(a.in), out = static_cast<float>(a.out);
  if (s.crops())
    return a.out > 1
               ? start * (in - 1) + x * (end - start) * (in - 1) / (out - 1)
               : static_cast<float>(0.5 * static_cast<double>(start + end) * static_cast<double>(in - 1));
  // Not resized. With antialias, a factor that leaves an axis as long as it is leaves it as it is.
  if (a.scale == 1 || (s.antialias && a.in == a.out))
    return x;
  if (s.coordinates == "align_corners")
    return a.out == 1 ? 0 : x * (in - 1) / (out - 1);
  if (s.coordinates == "asymmetric")
    return x / a.scale;
  if (s.coordinates == "tf_half_pixel_for_nn")
    return (x + 0.5F) / a.scale;
  if (s.coordinates == "pytorch_half_pixel" && a.out == 1)
    return 0;
  if (s.coordinates == "half_pixel_symmetric") {
    float adjust = out / (a.scale * in), offset = in / 2 * (1 - adjust);
    return static_cast<float>(static_cast<double>(offset) +
                              (static_cast<double>(x) + 0.5) / static_cast<double>(a.scale) - 0.5);
  }
  return (x + 0.5F) / a.scale - 0.5F;
}

float nearest(const Settings& s, const Axis& a, float x) {
  if (s.nearest == "simple") // of before opset 11: what is made smaller keeps the next pixel
    return a.scale < 1 ? std::ceil(x) : std::floor(x);
  if (s.nearest == "floor")
    return std::floor(x);
  if (s.nearest == "ceil")
    return std::ceil(x);
  float below = std::floor(x), part = x - below;
  if (std::abs(part - 0.5F) <= 1e-6F) // half way, but for the roundings
    return s.nearest == "round_prefer_ceil" ? below + 1 : below;
  return part < 0.5F ? below : below + 1;
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

void computePlaces(const Settings& s, Axis& a, float start, float end) {
  double shrink = s.antialias && a.in != a.out ? std::min(static_cast<double>(a.scale), 1.0) : 1;
  double reach = s.mode == "nearest" ? 0 : (s.mode == "linear" ? 1 : 2) / shrink; // to each side
  size_t taps = s.mode == "nearest" ? 1 : 2 * static_cast<size_t>(std::ceil(reach));
  a.places.assign(taps, {});
  a.weights.assign(taps == 1 ? 0 : taps, {});
  bool anyOutside = false;
  bool normal = s.excludeOutside || s.mode == "linear" || shrink < 1;
  for (int64_t i = 0; i < a.out; ++i) {
    float at = coordinate(s, a, i, start, end);
    auto x = static_cast<double>(at);
    a.coordinates.push_back(at);
    bool outside = s.crops() && (at < 0 || at > static_cast<float>(a.in - 1));
    a.outside.push_back(outside);
    anyOutside |= outside;
    double first = taps == 1 ? static_cast<double>(nearest(s, a, at)) : std::floor(x) - std::ceil(reach) + 1;
    double sum = 0;
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

/// What the dialect's interpolate is given along an axis; scale 0: none.
struct Interpolation {
  bool alignCorners = false;
  double scale = 0;
};

/// True where the dialect's interpolate takes the same places with the same weights along an axis.
bool isInterpolated(const Axis& a, const Settings& s, Interpolation with) {
  if (!a.outside.empty() || s.excludeOutside || (s.antialias && a.scale < 1))
    return false;
  // Made in f32 there too.
  float step = with.scale > 0 ? static_cast<float>(1 / with.scale)
                              : static_cast<float>(a.in) / static_cast<float>(a.out);
  if (with.alignCorners)
    step = a.out > 1 ? static_cast<float>(a.in - 1) / static_cast<float>(a.out - 1) : 0;
  auto last = static_cast<float>(a.in - 1);
  float near = 1e-6F * static_cast<float>(a.in) + 1e-6F; // some roundings of the farthest place
  for (int64_t i = 0; i < a.out; ++i) {
    auto x = static_cast<float>(i);
    if (s.mode == "nearest") {
      float place = std::min(std::floor(x * step), last);
      if (static_cast<int64_t>(place) != a.places[0][i])
        return false;
      continue;
    }
    float place = a.in == a.out ? x : with.alignCorners ? x * step : (x + 0.5F) * step - 0.5F;
    if (std::abs(std::clamp(place, 0.0F, last) - std::clamp(a.coordinates[i], 0.0F, last)) > near)
      return false;
  }
  return true;
}

/// Null where the dialect has no such interpolation.
Value interpolated(Node& n, Value x, llvm::ArrayRef<Axis> axes, const Settings& s) {
  // It computes places in f64 for f64.
  bool image = rankOf(x) == 4 && isFloat(x) && !elementOf(x).isF64() && s.mode != "cubic";
  for (const Axis& a : axes)
    image &= isIdentity(a) || a.dim >= 2;
  if (!image)
    return nullptr;
  // An axis that is not resized is one that interpolate copies, with a scale of 1 too.
  Node::Ints size(shapeOf(x).drop_front(2));
  Node::Numbers scales{1, 1};
  bool mayScale = true;
  for (const Axis& a : axes) {
    if (a.dim < 2)
      continue;
    size[a.dim - 2] = a.out;
    double scale = isIdentity(a) ? 1 : static_cast<double>(a.scale);
    scales[a.dim - 2] = scale;
    // interpolate takes the size from the scale in f64.
    mayScale &= std::floor(static_cast<double>(a.in) * scale) == static_cast<double>(a.out);
  }
  auto fits = [&](bool alignCorners, bool scaled) {
    return llvm::all_of(axes, [&](const Axis& a) {
      return a.dim < 2 || isInterpolated(a, s, {alignCorners, scaled ? scales[a.dim - 2] : 0});
    });
  };
  mlir::Attribute mode =
      ResizeModeAttr::get(n.context(), s.mode == "linear" ? ResizeMode::Bilinear : ResizeMode::Nearest);
  llvm::SmallVector<mlir::NamedAttribute> attributes{n.attribute("output_size", size),
                                                     n.attribute("mode", mode)};
  if (fits(false, false))
    return n.emit<InterpolateOp>(x, attributes);
  if (s.mode == "linear" && fits(true, false)) {
    attributes.push_back(n.attribute("align_corners", true));
    return n.emit<InterpolateOp>(x, attributes);
  }
  if (!mayScale || !fits(false, true))
    return nullptr;
  mlir::Attribute factors = mlir::DenseF64ArrayAttr::get(n.context(), scales);
  attributes.push_back(n.attribute("scales", factors));
  return n.emit<InterpolateOp>(x, attributes);
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
  if (s.crops() && roi.size() != 2 * count)
    return n.error("tf_crop_and_resize needs a roi of a start and an end for each axis");
  if (!llvm::all_of(roi, [](double bound) { return std::isfinite(bound); }))
    return n.error("its roi holds a number that is not finite");
  std::vector<Axis> axes;
  Node::Ints result(shapeOf(x));
  for (size_t i = 0; i < count; ++i) {
    Axis a{n.axis(dims[i], rankOf(x)), 0, 0, 1, {}, {}, {}, {}};
    a.in = n.failed() ? 0 : shapeOf(x)[a.dim];
    float in = static_cast<float>(a.in), out = 0;
    if (scales.empty()) {
      out = static_cast<float>(sizes[i]);
      a.scale = out / in;
    } else {
      a.scale = static_cast<float>(scales[i]);
      out = sizes.empty() ? std::floor(in * a.scale) : static_cast<float>(sizes[i]);
    }
    if (n.failed())
      return;
    if (!(out >= 0 && out <= float(1 << 24)))
      return n.error("an axis would have more than 2^24 elements, or less than none");
    a.out = static_cast<int64_t>(out);
    result[a.dim] = a.out;
    if (a.in == 0 && a.out > 0)
      return n.error("it would make elements of an axis that has none, of " + describe(x.getType()));
    if (a.in == 0 || a.out == 0)
      continue; // the result has no elements
    // Each tap is a slice of the whole: an image made a hundred times smaller is another operator's work.
    if (s.antialias && s.mode != "nearest" && a.scale < 1.0F / 64)
      return n.unsupported("antialias of a scale below 1/64");
    computePlaces(s, a, s.crops() ? static_cast<float>(roi[i]) : 0,
                  s.crops() ? static_cast<float>(roi[count + i]) : 1);
    axes.push_back(std::move(a));
  }
  if (elementsOf(result) == 0)
    return n.result(n.filled(0, result, elementOf(x)));
  // A factor that changes no size changes nothing, though coordinates may say otherwise: so do PyTorch and
  // ONNX Runtime.
  if (!s.crops() && llvm::all_of(axes, [](const Axis& a) { return a.in == a.out; }))
    return n.result(x);
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

bool checkModes(Node& n, Settings& s) {
  auto check = [&](llvm::StringRef attribute, llvm::StringRef value, llvm::ArrayRef<llvm::StringRef> known) {
    if (!n.failed() && !llvm::is_contained(known, value))
      n.error(attribute.str() + " is one of " + llvm::join(known, ", ") + "; found " + quoted(value));
  };
  if (s.mode == "bilinear")
    s.mode = "linear";
  check("mode", s.mode, {"nearest", "linear", "cubic"});
  check("coordinate_transformation_mode", s.coordinates,
        {"half_pixel", "half_pixel_symmetric", "pytorch_half_pixel", "align_corners", "asymmetric",
         "tf_half_pixel_for_nn", "tf_crop_and_resize"});
  if (s.nearest != "simple")
    check("nearest_mode", s.nearest, {"round_prefer_floor", "round_prefer_ceil", "floor", "ceil"});
  return !n.failed();
}

// Up to opset 10: scales alone, element i lies at i / scale.
void upsample(Node& n) {
  Settings s;
  s.mode = n.string("mode", "nearest");
  s.coordinates = "asymmetric";
  s.nearest = "simple";
  Value x = n.operand(0);
  Node::Numbers scales = n.opset() >= 9 ? n.numbers(1) : n.numbers("scales");
  if (checkModes(n, s))
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
  float scale = 0;
  for (auto [i, axis] : llvm::enumerate(axes)) {
    int64_t in = n.failed() ? 0 : shape[n.axis(axis, static_cast<int64_t>(shape.size()))];
    if (n.failed())
      return false;
    float one = static_cast<float>(sizes[i]) / static_cast<float>(std::max<int64_t>(in, 1));
    scale = i == 0 ? one : policy == "not_larger" ? std::min(scale, one) : std::max(scale, one);
  }
  for (auto [i, axis] : llvm::enumerate(axes)) {
    float size =
        std::round(scale * static_cast<float>(shape[n.axis(axis, static_cast<int64_t>(shape.size()))]));
    sizes[i] = static_cast<int64_t>(std::clamp(size, 0.0F, float(1 << 25)));
    scales.push_back(static_cast<double>(scale));
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
  // For all but tf_crop_and_resize a roi says nothing.
  Node::Numbers roi = n.has(1) && s.crops() ? n.numbers(1) : Node::Numbers();
  Node::Ints axes = n.hasAttribute("axes") ? n.ints("axes") : allAxes(rankOf(x));
  if (!checkModes(n, s))
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
