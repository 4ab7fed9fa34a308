// DeformConv: a convolution whose kernel reads between the image's elements, at places of its own for each
// result.
#include "frontends/onnx/operators/Sampling.h"
#include "frontends/onnx/operators/Windows.h"

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxPlaces = 1 << 22; // kernel elements times results of a channel

/// The sizes that its inputs share.
struct Shape {
  int64_t batch, channels, outputs, groups, offsetGroups;
  int64_t taps, places;  // elements of the kernel, and of a channel of the result
  int64_t height, width; // of the result
};

/// Where the kernel's elements lie without offsets along an axis: [1, 1, 1, taps * places], tap by tap.
Value plain(Node& n, const Windows& w, const Shape& s, size_t axis, mlir::Type element) {
  Node::Numbers at;
  for (int64_t tap = 0; tap < s.taps; ++tap)
    for (int64_t place = 0; place < s.places; ++place) {
      int64_t inKernel = axis == 0 ? tap / w.kernel[1] : tap % w.kernel[1];
      int64_t inResult = axis == 0 ? place / s.width : place % s.width;
      at.push_back(
          static_cast<double>(inResult * w.stride[axis] - w.before[axis] + inKernel * w.dilation[axis]));
    }
  return n.constant(at, {1, 1, 1, s.taps * s.places}, element);
}

/// Reads the sizes and checks that the inputs have them.
bool readShape(Node& n, Value x, Value weight, Value offset, Value mask, const Windows& w, Shape& s) {
  llvm::ArrayRef<int64_t> in = shapeOf(x), k = shapeOf(weight), o = shapeOf(offset);
  if (s.groups < 1 || s.offsetGroups < 1 || s.groups > in[1] || s.offsetGroups > in[1]) {
    n.error("group and offset_group are in [1, channels]");
    return false;
  }
  for (size_t axis = 0; axis < 2; ++axis)
    if (in[2 + axis] + w.before[axis] + w.after[axis] < w.span(axis)) {
      n.error("the window does not fit the padded input");
      return false;
    }
  auto along = [&](size_t axis) {
    return (in[2 + axis] + w.before[axis] + w.after[axis] - w.span(axis)) / w.stride[axis] + 1;
  };
  s = {in[0], in[1], k[0], s.groups, s.offsetGroups, k[2] * k[3], along(0) * along(1), along(0), along(1)};
  Node::Ints offsets{s.batch, s.offsetGroups * s.taps * 2, s.height, s.width}, masks = offsets;
  masks[1] /= 2;
  if (s.channels % s.groups != 0 || s.outputs % s.groups != 0 || s.channels % s.offsetGroups != 0 ||
      k[1] != s.channels / s.groups || o != llvm::ArrayRef<int64_t>(offsets) ||
      (mask && shapeOf(mask) != llvm::ArrayRef<int64_t>(masks))) {
    n.error("group and offset_group divide the channels, and for each offset group and element of the kernel "
            "there are "
            "two offsets and one mask a result; found " +
            describe(x.getType()) + ", a kernel " + describe(weight.getType()) + ", offsets " +
            describe(offset.getType()) + (mask ? " and masks " + describe(mask.getType()) : ""));
    return false;
  }
  if (s.taps > kMaxPlaces / std::max<int64_t>(s.places, 1)) {
    n.unsupported("a kernel that reads more than 2^22 places of a channel");
    return false;
  }
  return true;
}

/// What each element of the kernel reads: [N, C, taps * places].
Value columns(Node& n, Value x, Value offset, Value mask, const Windows& w, const Shape& s) {
  int64_t all = s.taps * s.places, channels = s.channels / s.offsetGroups;
  Value byAxis = n.reshape(offset, {s.batch, s.offsetGroups, s.taps, 2, s.places});
  Places at;
  for (size_t axis = 0; axis < 2; ++axis)
    at.push_back(
        n.add(n.reshape(n.slice(byAxis, 3, static_cast<int64_t>(axis), 1), {s.batch, s.offsetGroups, 1, all}),
              plain(n, w, s, axis, elementOf(offset))));
  Value flat = n.reshape(x, {s.batch, s.offsetGroups, channels, shapeOf(x)[2] * shapeOf(x)[3]});
  auto gather = [&](Value index) {
    return n.emit<GatherOp>({flat, n.expand(index, {s.batch, s.offsetGroups, channels, all})},
                            n.attribute("dim", int64_t(3)));
  };
  Reader reader{n, shapeOf(x).drop_front(2), gather};
  Value found = interpolated(n, at, [&](const Places& corner) {
    return n.where(reader.inside(corner), reader.at(corner), n.scalar(0, x));
  });
  if (mask)
    found = n.mul(found, n.reshape(mask, {s.batch, s.offsetGroups, 1, all}));
  return n.reshape(found, {s.batch, s.channels, all});
}

void deformConv(Node& n) {
  Value x = n.operand(0), weight = n.operand(1), offset = n.operand(2), bias = n.optional(3),
        mask = n.optional(4);
  if (n.failed())
    return;
  if (rankOf(x) != 4 || rankOf(weight) != 4 || rankOf(offset) != 4)
    return n.unsupported("other images than [N, C, H, W]");
  Shape s{};
  s.groups = n.integer("group", 1);
  s.offsetGroups = n.integer("offset_group", 1);
  Node::Ints kernel = n.ints("kernel_shape");
  if (!kernel.empty() && llvm::ArrayRef<int64_t>(kernel) != shapeOf(weight).drop_front(2))
    return n.error("kernel_shape is not that of its weight " + describe(weight.getType()));
  Windows w = readWindows(n, shapeOf(x).drop_front(2), shapeOf(weight).drop_front(2));
  if (n.failed() || !readShape(n, x, weight, offset, mask, w, s))
    return;
  int64_t rows = s.outputs / s.groups, inner = s.channels / s.groups * s.taps;
  Value read = n.reshape(columns(n, x, offset, mask, w, s), {s.batch, s.groups, inner, s.places});
  Value made = n.emit<MatmulOp>({n.reshape(weight, {s.groups, rows, inner}), read});
  made = n.reshape(made, {s.batch, s.outputs, s.height, s.width});
  if (bias && shapeOf(bias) != llvm::ArrayRef<int64_t>(s.outputs))
    return n.error("its bias has a number for each channel of the result; found " + describe(bias.getType()));
  n.result(bias ? n.add(made, n.reshape(bias, {s.outputs, 1, 1})) : made);
}

constexpr Operator kRows[] = {
    {"DeformConv", 19, deformConv, "dilations group kernel_shape offset_group pads strides",
     "images of one or three dimensions"},
};

} // namespace

llvm::ArrayRef<Operator> deformOperators() {
  return kRows;
}

} // namespace aic::onnx
