// Random numbers. They are a function of the node's seed alone, computed when the model is compiled: the same
// in each run, on each device and for each number of threads.
#include "dialects/aic/Philox.h"
#include "frontends/onnx/Node.h"

#include <array>
#include <cmath>
#include <cstring>

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxDrawn = 1 << 24; // numbers of a node

/// The numbers of a node, in [0, 1), in steps of 2^-24: the words of Philox4x32-10 at the counters from 0 on.
/// Its seed is a float, whose bits are the key.
class Stream {
public:
  explicit Stream(double seed) {
    auto single = static_cast<float>(seed);
    std::memcpy(&key_, &single, sizeof key_);
  }

  double next() {
    if (at_ % 4 == 0)
      words_ = philox::numbers({static_cast<uint32_t>(at_ / 4), static_cast<uint32_t>(at_ / 4 >> 32), 0, 0},
                               {key_, 0});
    return static_cast<double>(words_[at_++ % 4] >> 8) * 0x1p-24;
  }

private:
  uint32_t key_ = 0;
  uint64_t at_ = 0;
  std::array<uint32_t, 4> words_{};
};

/// Checks that the node has a seed, and that there are not too many numbers to draw.
bool mayDraw(Node& n, llvm::ArrayRef<int64_t> shape) {
  if (n.failed())
    return false;
  int64_t count = 1;
  for (int64_t size : shape)
    count = size < 0 || size > kMaxDrawn || count > kMaxDrawn ? kMaxDrawn + 1 : count * size;
  if (!n.hasAttribute("seed"))
    n.unsupported(
        "without a seed its numbers are others in each run; with the attribute seed they are the same in all "
        "of them; or make what it gives an input of the model");
  else if (count > kMaxDrawn)
    n.unsupported("more than 2^24 numbers, or a negative size");
  return !n.failed();
}

/// Numbers of a shape, each of `draw(stream)`.
template <typename Draw> void drawn(Node& n, llvm::ArrayRef<int64_t> shape, mlir::Type element, Draw draw) {
  if (!mayDraw(n, shape))
    return;
  if (!llvm::isa_and_nonnull<mlir::FloatType>(element))
    return n.error("its numbers are floats");
  Stream stream(n.number("seed", 0));
  Node::Numbers all(elementsOf(shape));
  for (double& one : all)
    one = draw(stream);
  n.result(n.constant(all, shape, element));
}

void drawUniform(Node& n, llvm::ArrayRef<int64_t> shape, mlir::Type element) {
  double low = n.number("low", 0), high = n.number("high", 1);
  drawn(n, shape, element, [&](Stream& stream) { return low + stream.next() * (high - low); });
}

// Box and Muller's, of two numbers each.
void drawNormal(Node& n, llvm::ArrayRef<int64_t> shape, mlir::Type element) {
  constexpr double kTurn = 2 * 3.14159265358979323846;
  double mean = n.number("mean", 0), scale = n.number("scale", 1);
  drawn(n, shape, element, [&](Stream& stream) {
    double radius = std::sqrt(-2 * std::log(1 - stream.next()));
    return mean + scale * radius * std::cos(kTurn * stream.next());
  });
}

using Draw = void (*)(Node&, llvm::ArrayRef<int64_t>, mlir::Type);

template <Draw draw> void ofShape(Node& n) {
  mlir::Type element = n.elementType("dtype", n.builder().getF32Type());
  Node::Ints shape = n.ints("shape");
  draw(n, shape, element);
}

template <Draw draw> void like(Node& n) {
  Value x = n.operand(0);
  if (n.failed())
    return;
  mlir::Type element = n.elementType("dtype", elementOf(x));
  draw(n, shapeOf(x), element);
}

/// Constant numbers in [0, 1) of a shape and type; null (reported) where they may not be drawn.
Value uniform(Node& n, llvm::ArrayRef<int64_t> shape, mlir::Type element) {
  if (!mayDraw(n, shape))
    return nullptr;
  Stream stream(n.number("seed", 0));
  Node::Numbers all(elementsOf(shape));
  for (double& one : all)
    one = stream.next();
  return n.constant(all, shape, element);
}

// 1 as often as its input says.
void bernoulli(Node& n) {
  Value x = n.operand(0);
  if (n.failed())
    return;
  mlir::Type element = n.elementType("dtype", elementOf(x));
  if (!isFloat(x))
    return n.error("its input is of floats; found " + describe(x.getType()));
  // Compared in at least f32: f16 would round some numbers to 1.
  Value wide = n.wide(x);
  n.result(n.cast(n.compare(Predicate::LT, uniform(n, shapeOf(x), elementOf(wide)), wide), element));
}

// The class in whose part of [0, 1) a number lies; the parts are the softmax of the row.
void multinomial(Node& n) {
  Value x = n.operand(0);
  int64_t samples = n.integer("sample_size", 1);
  mlir::Type element = n.elementType("dtype", n.builder().getI32Type());
  if (n.failed())
    return;
  if (rankOf(x) != 2 || !isFloat(x) || shapeOf(x)[1] < 1 || samples < 1)
    return n.error("its input is [N, classes] of floats, and sample_size at least 1; found " +
                   describe(x.getType()));
  int64_t rows = shapeOf(x)[0], classes = shapeOf(x)[1];
  if (classes > 1 << 12)
    return n.unsupported("more than 4,096 classes");
  Value share = n.emit<SoftmaxOp>(n.wide(x), n.attribute("dim", int64_t(1)));
  Node::Numbers before; // of each class those in front of it, and itself
  for (int64_t from = 0; from < classes; ++from)
    for (int64_t to = 0; to < classes; ++to)
      before.push_back(from <= to ? 1 : 0);
  Value ends = n.emit<MatmulOp>({share, n.constant(before, {classes, classes}, elementOf(share))});
  Value number = uniform(n, {rows, samples, 1}, elementOf(share));
  // The last class has what rounding leaves: only the ends of those before it count.
  ends = n.reshape(n.slice(ends, 1, 0, classes - 1), {rows, 1, classes - 1});
  Value passed = n.cast(n.compare(Predicate::GE, number, ends), n.builder().getI64Type());
  n.result(n.cast(n.reduce<SumOp>(passed, int64_t(2), false), element));
}

constexpr const char* kNote = "nodes without a seed; numbers that differ from run to run";

constexpr Operator kRows[] = {
    {"Bernoulli", 15, bernoulli, "dtype seed", kNote},
    {"Multinomial", 7, multinomial, "dtype sample_size seed", kNote},
    {"RandomNormal", 1, ofShape<drawNormal>, "dtype mean scale seed shape", kNote},
    {"RandomNormalLike", 1, like<drawNormal>, "dtype mean scale seed", kNote},
    {"RandomUniform", 1, ofShape<drawUniform>, "dtype high low seed shape", kNote},
    {"RandomUniformLike", 1, like<drawUniform>, "dtype high low seed", kNote},
};

} // namespace

llvm::ArrayRef<Operator> randomOperators() {
  return kRows;
}

} // namespace aic::onnx
