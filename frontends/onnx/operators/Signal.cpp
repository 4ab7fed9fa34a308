// Running sums and Fourier transforms.
#include "frontends/onnx/Node.h"

#include <cmath>

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxMatrix = 1 << 22; // elements of a transform's matrix

/// x shifted by `count` towards the end of an axis, zeros before it.
Value shifted(Node& n, Value x, int64_t axis, int64_t count) {
  if (n.failed())
    return nullptr;
  Node::Ints low(rankOf(x), 0), high(rankOf(x), 0);
  low[axis] = std::min(count, shapeOf(x)[axis]);
  return n.pad(n.slice(x, axis, 0, shapeOf(x)[axis] - low[axis]), low, high, PadMode::Constant, 0);
}

// After the step with distance d each element holds the sum of 2 d neighbours: log n additions of the whole.
void cumSum(Node& n) {
  Value x = n.operand(0);
  int64_t axis = n.axis(n.integer(1), rankOf(x));
  bool exclusive = n.flag("exclusive", false), reverse = n.flag("reverse", false);
  if (n.failed())
    return;
  int64_t size = shapeOf(x)[axis];
  auto turned = [&](Value v) { return reverse && size > 0 ? n.slice(v, axis, size - 1, size, -1) : v; };
  x = turned(x);
  if (exclusive)
    x = shifted(n, x, axis, 1);
  for (int64_t distance = 1; distance < size; distance *= 2)
    x = n.add(x, shifted(n, x, axis, distance));
  n.result(turned(x));
}

/// The cosines and sines of 2 pi i k / length: [length, bins].
std::pair<Value, Value> waves(Node& n, int64_t length, int64_t bins, mlir::Type element) {
  if (n.failed())
    return {};
  if (length > kMaxMatrix / std::max<int64_t>(bins, 1)) {
    n.unsupported("a transform of " + std::to_string(length) + " elements");
    return {};
  }
  constexpr double kTurn = 2 * 3.14159265358979323846;
  Node::Numbers cosines, sines;
  for (int64_t i = 0; i < length; ++i)
    for (int64_t k = 0; k < bins; ++k) {
      double angle = kTurn * static_cast<double>(i * k % length) / static_cast<double>(length);
      cosines.push_back(std::cos(angle));
      sines.push_back(std::sin(angle));
    }
  return {n.constant(cosines, {length, bins}, element), n.constant(sines, {length, bins}, element)};
}

/// The transform along the last axis but one of x [..., length, 1 or 2], whose last is real and imaginary.
Value transform(Node& n, Value x, int64_t bins, bool inverse) {
  if (n.failed())
    return nullptr;
  int64_t rank = rankOf(x), length = shapeOf(x)[rank - 2];
  auto [cosines, sines] = waves(n, length, bins, elementOf(x));
  // As a matrix: what is transformed is one axis, all others the other.
  Node::Ints shape(shapeOf(x).drop_back(2));
  int64_t others = elementsOf(shape);
  auto part = [&](int64_t i) { return n.reshape(n.slice(x, rank - 1, i, 1), {others, length}); };
  auto product = [&](Value a, Value b) { return n.emit<MatmulOp>({a, b}); };
  Value real = product(part(0), cosines), imaginary = product(part(0), sines);
  if (!inverse)
    imaginary = n.emit<NegOp>(imaginary);
  if (!n.failed() && shapeOf(x)[rank - 1] == 2) {
    Value across = product(part(1), sines);
    real = inverse ? n.sub(real, across) : n.add(real, across);
    imaginary = n.add(imaginary, product(part(1), cosines));
  }
  Value both = n.concat({n.reshape(real, {others, bins, 1}), n.reshape(imaginary, {others, bins, 1})}, 2);
  if (inverse)
    both = n.div(both, n.scalar(static_cast<double>(length), both));
  shape.push_back(bins);
  shape.push_back(2);
  return n.reshape(both, shape);
}

bool checkSignal(Node& n, Value x) {
  if (n.failed())
    return false;
  if (rankOf(x) >= 2 && isFloat(x) && (shapeOf(x).back() == 1 || shapeOf(x).back() == 2))
    return true;
  n.error("its input is of floats, and its last axis holds real, or real and imaginary parts; found " +
          describe(x.getType()));
  return false;
}

void dft(Node& n) {
  Value x = n.operand(0);
  bool inverse = n.flag("inverse", false), oneSided = n.flag("onesided", false);
  if (!checkSignal(n, x))
    return;
  int64_t given = n.opset() >= 20 ? n.has(2) ? n.integer(2) : -2 : n.integer("axis", 1);
  int64_t axis = n.axis(given, rankOf(x));
  if (n.failed())
    return;
  int64_t length = n.has(1) ? n.integer(1) : shapeOf(x)[axis];
  if (n.failed() || axis == rankOf(x) - 1 || length < 1 || length > kMaxMatrix)
    return n.failed() ? void() : n.error("its axis is not the last, and its length is in [1, 2^22]");
  if (length < shapeOf(x)[axis]) {
    x = n.slice(x, axis, 0, length);
  } else {
    Node::Ints low(rankOf(x), 0), high(rankOf(x), 0);
    high[axis] = length - shapeOf(x)[axis];
    x = n.pad(x, low, high, PadMode::Constant, 0);
  }
  if (n.failed())
    return;
  Node::Ints swap;
  for (int64_t i = 0; i < rankOf(x); ++i)
    swap.push_back(i);
  std::swap(swap[axis], swap[rankOf(x) - 2]);
  Value made = transform(n, n.transpose(x, swap), oneSided ? length / 2 + 1 : length, inverse);
  n.result(n.transpose(made, swap));
}

// Frames of the signal, `step` apart, each under the window and transformed.
void stft(Node& n) {
  Value x = n.operand(0), window = n.optional(2);
  int64_t step = n.integer(1);
  bool oneSided = n.flag("onesided", true);
  if (!n.failed() && rankOf(x) == 2)
    x = n.reshape(x, {shapeOf(x)[0], shapeOf(x)[1], 1});
  if (!checkSignal(n, x))
    return;
  int64_t length = n.has(3) ? n.integer(3) : window && rankOf(window) == 1 ? shapeOf(window)[0] : 0;
  if (n.failed())
    return;
  if (rankOf(x) != 3 || step < 1 || length < 1 || length > shapeOf(x)[1] ||
      (window && shapeOf(window) != llvm::ArrayRef<int64_t>(length)))
    return n.error(
        "its signal is [batch, length, 1 or 2], its step and frames are positive and no longer than "
        "the signal, and its window as long as a frame");
  int64_t frames = (shapeOf(x)[1] - length) / step + 1;
  if (frames > kMaxMatrix / length)
    return n.unsupported("more than 2^22 elements in all frames");
  Node::Ints places;
  for (int64_t frame = 0; frame < frames; ++frame)
    for (int64_t i = 0; i < length; ++i)
      places.push_back(frame * step + i);
  Value index = n.constant(places, {frames, length}, n.builder().getI64Type());
  Value cut = n.emit<TakeOp>({x, index}, n.attribute("dim", int64_t(1))); // [batch, frames, length, parts]
  if (window)
    cut = n.mul(cut, n.reshape(window, {length, 1}));
  n.result(transform(n, cut, oneSided ? length / 2 + 1 : length, false));
}

// Triangles on the mel scale over the bins of a transform.
void melWeightMatrix(Node& n) {
  int64_t bands = n.integer(0), size = n.integer(1), rate = n.integer(2);
  double low = n.number(3), high = n.number(4);
  mlir::Type element = n.elementType("output_datatype", n.builder().getF32Type());
  if (n.failed())
    return;
  int64_t bins = size / 2 + 1;
  if (bands < 1 || size < 1 || rate < 1 || bands > kMaxMatrix || bins > kMaxMatrix / bands)
    return n.error("its bands, length and rate are positive, and its matrix has at most 2^22 elements");
  auto mel = [](double hertz) { return 2595 * std::log10(1 + hertz / 700); };
  double first = mel(low), last = mel(high), step = (last - first) / static_cast<double>(bands + 2);
  std::vector<int64_t> edges; // in bins
  for (int64_t i = 0; i < bands + 2; ++i) {
    double hertz = 700 * (std::pow(10, (first + step * static_cast<double>(i)) / 2595) - 1);
    double bin = std::floor(static_cast<double>(size + 1) * hertz / static_cast<double>(rate));
    edges.push_back(static_cast<int64_t>(std::clamp(bin, 0.0, static_cast<double>(bins - 1))));
  }
  Node::Numbers weights(bins * bands, 0);
  for (int64_t band = 0; band < bands; ++band) {
    int64_t from = edges[band], centre = edges[band + 1], to = edges[band + 2];
    if (centre == from)
      weights[centre * bands + band] = 1;
    for (int64_t bin = from; bin <= centre && centre > from; ++bin)
      weights[bin * bands + band] = static_cast<double>(bin - from) / static_cast<double>(centre - from);
    for (int64_t bin = centre; bin < to; ++bin)
      weights[bin * bands + band] = static_cast<double>(to - bin) / static_cast<double>(to - centre);
  }
  n.result(n.constant(weights, {bins, bands}, element));
}

constexpr Operator kRows[] = {
    {"CumSum", 11, cumSum, "exclusive reverse"},
    {"DFT", 17, dft, "axis inverse onesided"},
    {"STFT", 17, stft, "onesided"},
    {"MelWeightMatrix", 17, melWeightMatrix, "output_datatype"},
};

} // namespace

llvm::ArrayRef<Operator> signalOperators() {
  return kRows;
}

} // namespace aic::onnx
