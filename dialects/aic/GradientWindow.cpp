// Rules of convolution, pooling and interpolation.
#include "dialects/aic/Gradient.h"
#include "dialects/aic/Training.h"

#include <limits>

using namespace mlir;

namespace aic {
namespace {

/// The weight's gradient, [O, C / groups, kernel]. x: [N, C, H, W], gradient: [N, O, OH, OW].
Value weightGradient(Vjp& vjp, Value x, Value gradient, const Windows& windows, ArrayRef<int64_t> kernel) {
  if (windows.groups != 1)
    return weightGradientAsConvolution(vjp, x, gradient, windows, kernel);
  SmallVector<int64_t, 4> padding = windows.padding;
  // Of few channels, those of neighbouring columns are read as one row where no window looks outside: a copy
  // of what is so small costs less.
  constexpr int64_t kFewChannels = 4;
  if (GradientBuilder::shapeOf(x)[1] <= kFewChannels) {
    x = vjp.pad(x, {0, 0, padding[0], padding[1]}, {0, 0, padding[2], padding[3]});
    padding.assign(4, 0);
  }
  return vjp.make<Conv2dWeightGradientOp>(x, gradient, kernel, windows.stride, padding, windows.dilation,
                                          Layout::NCHW);
}

/// The gradient of a convolution's x, of size [H, W].
Value inputGradient(GradientBuilder& b, Value gradient, Value weight, const Windows& windows,
                    ArrayRef<int64_t> size) {
  SmallVector<int64_t, 2> longer; // what the stride left over at the end
  for (int64_t axis : {0, 1}) {
    int64_t covered = windows.dilation[axis] * (GradientBuilder::shapeOf(weight)[2 + axis] - 1) + 1;
    longer.push_back((size[axis] + windows.padding[axis] + windows.padding[2 + axis] - covered) %
                     windows.stride[axis]);
  }
  return b.make<ConvTranspose2dOp>(gradient, weight, Value(), windows.stride, windows.padding, longer,
                                   windows.dilation, uint64_t(windows.groups));
}

/// From a matrix with one axis of a linear operation, [in, out], and its gradient along `dim`: what goes
/// back.
Value backAlong(Vjp& vjp, Value gradient, int64_t dim, Value matrix) {
  const int64_t last = GradientBuilder::rankOf(gradient) - 1;
  Value back = vjp.transposeLast(matrix);
  if (dim == last)
    return vjp.matmul(gradient, back);
  SmallVector<int64_t> perm = axesFrom(0, last + 1);
  std::swap(perm[dim], perm[last]);
  return vjp.transpose(vjp.matmul(vjp.transpose(gradient, perm), back), perm);
}

/// The gradient of x: [N, C, H, W] through an operation that is linear, and works on each axis by itself:
/// `along(identity, axis)` applies it to an image [1, n, n, 1] of unit vectors along its height as it is
/// applied to that axis of x.
Value throughEachAxis(Vjp& vjp, Value x, llvm::function_ref<Value(Value, int)> along) {
  Value gradient = vjp.gradient();
  for (int axis : {1, 0}) {
    int64_t size = GradientBuilder::shapeOf(x)[2 + axis], made = GradientBuilder::shapeOf(gradient)[2 + axis];
    Value identity = vjp.reshape(vjp.identity(size, GradientBuilder::elementOf(x)), {1, size, size, 1});
    gradient = backAlong(vjp, gradient, 2 + axis, vjp.reshape(along(identity, axis), {size, made}));
  }
  return gradient;
}

/// The gradient of x: [N, C, H, W], of means over windows that lie side by side and cover it: each element
/// has its part.
Value throughTiles(Vjp& vjp, Value x) {
  ArrayRef<int64_t> in = GradientBuilder::shapeOf(x);
  Value gradient = vjp.gradient();
  SmallVector<int64_t> out(GradientBuilder::shapeOf(gradient));
  const int64_t height = in[2] / out[2], width = in[3] / out[3];
  gradient =
      vjp.reshape(vjp.mul(gradient, 1.0 / double(height * width)), {in[0], in[1], out[2], 1, out[3], 1});
  return vjp.reshape(vjp.expand(gradient, {in[0], in[1], out[2], height, out[3], width}), in);
}

LogicalResult refuseNhwc(Operation* op, Layout layout) {
  if (layout == Layout::NCHW)
    return success();
  return op->emitError(op->getName().stripDialect()) << " has no gradient in the layout nhwc";
}

/// x, from `from` on, of this size along an axis; zeros where it has nothing.
Value window(GradientBuilder& b, Value x, int64_t axis, int64_t from, int64_t size) {
  int64_t there = std::min(GradientBuilder::shapeOf(x)[axis] - from, size);
  return b.pad(b.slice(x, axis, from, there), axis, 0, size - there);
}

/// Elements of an axis `stride` apart, with zeros between and behind them: `length` in all.
Value apart(GradientBuilder& b, Value x, int64_t axis, int64_t stride, int64_t length) {
  SmallVector<int64_t> shape(GradientBuilder::shapeOf(x)), spread(shape);
  spread.insert(spread.begin() + axis + 1, 1);
  Value padded = b.pad(b.reshape(x, spread), axis + 1, 0, stride - 1);
  shape[axis] *= stride;
  return window(b, b.reshape(padded, shape), axis, 0, length);
}

} // namespace

Value weightGradientAsConvolution(GradientBuilder& b, Value x, Value gradient, const Windows& windows,
                                  ArrayRef<int64_t> kernel) {
  auto exchanged = [&](Value value, ArrayRef<int64_t> perm, bool batchOutside) {
    ArrayRef<int64_t> shape = GradientBuilder::shapeOf(value);
    int64_t groups = windows.groups, channels = shape[1] / groups;
    value = b.reshape(value, {shape[0], groups, channels, shape[2], shape[3]});
    value = b.transpose(value, perm);
    if (batchOutside)
      return b.reshape(value, {channels, groups * shape[0], shape[2], shape[3]});
    return b.reshape(value, {groups * channels, shape[0], shape[2], shape[3]});
  };
  Value images = exchanged(x, {2, 1, 0, 3, 4}, true), weight = exchanged(gradient, {1, 2, 0, 3, 4}, false);
  Value product = b.make<Conv2dOp>(images, weight, Value(), windows.dilation, windows.padding, windows.stride,
                                   uint64_t(windows.groups), Layout::NCHW);
  for (int64_t axis : {0, 1})
    product = b.slice(product, 2 + axis, 0, kernel[axis]);
  return b.transpose(product, {1, 0, 2, 3});
}

LogicalResult Conv2dOp::buildVjp(Vjp& vjp) {
  if (failed(refuseNhwc(*this, getLayout())))
    return failure();
  const Windows windows{{getStride()[0], getStride()[1]},
                        {getDilation()[0], getDilation()[1]},
                        SmallVector<int64_t, 4>(getPadding()),
                        int64_t(getGroups())};
  Value gradient = vjp.gradient();
  if (vjp.wants(0))
    vjp.give(0,
             inputGradient(vjp, gradient, getWeight(), windows, getX().getType().getShape().drop_front(2)));
  if (vjp.wants(1))
    vjp.give(1,
             weightGradient(vjp, getX(), gradient, windows, getWeight().getType().getShape().drop_front(2)));
  if (getBias() && vjp.wants(2))
    vjp.give(2, vjp.sum(gradient, {0, 2, 3}));
  return success();
}

LogicalResult Conv1dOp::buildVjp(Vjp& vjp) {
  const Windows windows{{1, getStride()[0]},
                        {1, getDilation()[0]},
                        {0, getPadding()[0], 0, getPadding()[1]},
                        int64_t(getGroups())};
  auto asImage = [&](Value x) {
    ArrayRef<int64_t> shape = GradientBuilder::shapeOf(x);
    return vjp.reshape(x, {shape[0], shape[1], 1, shape[2]});
  };
  ArrayRef<int64_t> x = getX().getType().getShape(), weight = getWeight().getType().getShape();
  Value gradient = asImage(vjp.gradient());
  if (vjp.wants(0))
    vjp.give(0, vjp.reshape(inputGradient(vjp, gradient, asImage(getWeight()), windows, {1, x[2]}), x));
  if (vjp.wants(1))
    vjp.give(1, vjp.reshape(weightGradient(vjp, asImage(getX()), gradient, windows, {1, weight[2]}), weight));
  if (getBias() && vjp.wants(2))
    vjp.give(2, vjp.sum(vjp.gradient(), {0, 2}));
  return success();
}

LogicalResult ConvTranspose2dOp::buildVjp(Vjp& vjp) {
  const Windows windows{{getStride()[0], getStride()[1]},
                        {getDilation()[0], getDilation()[1]},
                        SmallVector<int64_t, 4>(getPadding()),
                        int64_t(getGroups())};
  Value gradient = vjp.gradient();
  if (vjp.wants(0)) {
    Value back = vjp.make<Conv2dOp>(gradient, getWeight(), Value(), windows.stride, windows.padding,
                                    windows.dilation, uint64_t(windows.groups), Layout::NCHW);
    for (int64_t axis : {2, 3}) // an output_padding of a stride or more has a window of its own
      back = vjp.slice(back, axis, 0, getX().getType().getDimSize(axis));
    vjp.give(0, back);
  }
  if (vjp.wants(1))
    vjp.give(1,
             weightGradient(vjp, gradient, getX(), windows, getWeight().getType().getShape().drop_front(2)));
  if (getBias() && vjp.wants(2))
    vjp.give(2, vjp.sum(gradient, {0, 2, 3}));
  return success();
}

namespace {

/// A pooling's x where windows look, -inf outside, and what each place of a window sees of it.
class PooledPlaces {
public:
  PooledPlaces(GradientBuilder& b, MaxPool2dGradientOp op)
      : b(b), in(op.getX().getType().getShape()), out(op.getGradient().getType().getShape()),
        kernel(op.getKernel()), stride(op.getStride()), dilation(op.getDilation()),
        low{0, 0, op.getPadding()[0], op.getPadding()[1]}, length(in) {
    SmallVector<int64_t> high(4, 0);
    for (int axis : {0, 1}) {
      int64_t last = (out[2 + axis] - 1) * stride[axis] + dilation[axis] * (kernel[axis] - 1) + 1;
      length[2 + axis] = std::max(last, low[2 + axis] + in[2 + axis]);
      high[2 + axis] = length[2 + axis] - low[2 + axis] - in[2 + axis];
    }
    padded = b.pad(op.getX(), low, high, -std::numeric_limits<double>::infinity());
    largest = b.make<MaxPool2dOp>(op.getX(), kernel, stride, op.getPadding(), dilation, op.getCeilMode(),
                                  Layout::NCHW);
  }

  /// [N, C, OH, OW] of an image as large as what windows look at: place (h, w) of each window.
  Value at(Value image, int64_t h, int64_t w) {
    Value rows = b.slice(image, 2, h * dilation[0], out[2], stride[0]);
    return b.slice(rows, 3, w * dilation[1], out[3], stride[1]);
  }

  /// Calls body(h, w, taken) for the places of a window, row by row; taken: the first of the largest is here.
  void each(llvm::function_ref<void(int64_t, int64_t, Value)> body) {
    Value free;
    for (int64_t h = 0; h < kernel[0]; ++h)
      for (int64_t w = 0; w < kernel[1]; ++w) {
        Value lower = b.compare(Predicate::LT, at(padded, h, w), largest);
        Value taken = b.make<LogicalNotOp>(lower);
        if (free)
          taken = b.both(free, taken);
        free = free ? b.both(free, lower) : lower;
        body(h, w, taken);
      }
  }

  GradientBuilder& b;
  ArrayRef<int64_t> in, out, kernel, stride, dilation;
  SmallVector<int64_t> low, length; ///< of the image that windows look at
  Value padded, largest;
};

} // namespace

Value maxPoolGradientBySlices(GradientBuilder& b, MaxPool2dGradientOp op) {
  PooledPlaces places(b, op);
  ArrayRef<int64_t> in = places.in, out = places.out, kernel = places.kernel, stride = places.stride,
                    dilation = places.dilation, length = places.length;
  Value total;
  const bool tiles = kernel == stride && dilation[0] == 1 && dilation[1] == 1;
  SmallVector<Value> rows, row;
  places.each([&](int64_t h, int64_t w, Value taken) {
    Value part = b.only(taken, op.getGradient());
    if (tiles) {
      row.push_back(b.reshape(part, {in[0], in[1], out[2], out[3], 1}));
      if (w + 1 == kernel[1]) {
        rows.push_back(b.reshape(b.concat(row, 4), {in[0], in[1], out[2], 1, out[3] * kernel[1]}));
        row.clear();
      }
      return;
    }
    part = window(b, apart(b, part, 2, stride[0], length[2] - h * dilation[0]), 2, 0,
                  length[2] - h * dilation[0]);
    part = b.pad(part, 2, h * dilation[0], 0);
    part = apart(b, part, 3, stride[1], length[3] - w * dilation[1]);
    part = b.pad(part, 3, w * dilation[1], 0);
    total = total ? b.add(total, part) : part;
  });
  if (tiles) {
    total = b.reshape(b.concat(rows, 3), {in[0], in[1], out[2] * kernel[0], out[3] * kernel[1]});
    for (int64_t axis : {2, 3})
      total = window(b, total, axis, 0, length[axis]);
  }
  for (int64_t axis : {2, 3})
    total = b.slice(total, axis, places.low[axis], in[axis]);
  return total;
}

LogicalResult MaxPool2dOp::buildVjp(Vjp& vjp) {
  if (failed(refuseNhwc(*this, getLayout())))
    return failure();
  vjp.give(0, vjp.make<MaxPool2dGradientOp>(getX(), vjp.gradient(), getKernel(), getStride(), getPadding(),
                                            getDilation(), getCeilMode(), Layout::NCHW));
  return success();
}

LogicalResult MaxPool2dGradientOp::buildVjp(Vjp& vjp) {
  if (failed(refuseNhwc(*this, getLayout())))
    return failure();
  if (!vjp.wants(1)) // which is the largest does not change
    return success();
  PooledPlaces places(vjp, *this);
  SmallVector<int64_t> high(4, 0);
  for (int64_t axis : {2, 3})
    high[axis] = places.length[axis] - places.low[axis] - places.in[axis];
  Value seen = vjp.pad(vjp.gradient(), places.low, high), total;
  places.each([&](int64_t h, int64_t w, Value taken) {
    Value part = vjp.only(taken, places.at(seen, h, w));
    total = total ? vjp.add(total, part) : part;
  });
  vjp.give(1, total);
  return success();
}

LogicalResult Conv2dWeightGradientOp::buildVjp(Vjp& vjp) {
  if (getType().getRank() == 2) {
    if (vjp.wants(0))
      vjp.give(0, vjp.matmul(getGradient(), vjp.gradient()));
    if (vjp.wants(1))
      vjp.give(1, vjp.matmul(getX(), vjp.transposeLast(vjp.gradient())));
    return success();
  }
  if (failed(refuseNhwc(*this, getLayout())))
    return failure();
  const Windows windows{{getStride()[0], getStride()[1]},
                        {getDilation()[0], getDilation()[1]},
                        SmallVector<int64_t, 4>(getPadding())};
  ArrayRef<int64_t> x = getX().getType().getShape(), gradient = getGradient().getType().getShape();
  Value weight = vjp.gradient();
  if (vjp.wants(0)) {
    Windows used = windows; // up to the last window that has a gradient
    for (int axis : {0, 1}) {
      int64_t end = (gradient[2 + axis] - 1) * windows.stride[axis] +
                    windows.dilation[axis] * (getKernel()[axis] - 1) + 1;
      used.padding[2 + axis] = std::max<int64_t>(end - x[2 + axis] - windows.padding[axis], 0);
    }
    Value made = inputGradient(vjp, getGradient(), weight, used, x.drop_front(2));
    for (int64_t axis : {2, 3})
      made = window(vjp, made, axis, 0, x[axis]);
    vjp.give(0, made);
  }
  if (vjp.wants(1)) {
    Value made = vjp.make<Conv2dOp>(getX(), weight, Value(), windows.stride, windows.padding,
                                    windows.dilation, uint64_t(1), Layout::NCHW);
    for (int64_t axis : {2, 3})
      made = vjp.slice(made, axis, 0, gradient[axis]);
    vjp.give(1, made);
  }
  return success();
}

LogicalResult AvgPool2dOp::buildVjp(Vjp& vjp) {
  if (failed(refuseNhwc(*this, getLayout())))
    return failure();
  ArrayRef<int64_t> in = getX().getType().getShape(), out = getType().getShape();
  ArrayRef<int64_t> kernel = getKernel(), stride = getStride(), padding = getPadding();
  if (kernel == stride && in[2] == out[2] * kernel[0] && in[3] == out[3] * kernel[1]) {
    vjp.give(0, throughTiles(vjp, getX()));
    return success();
  }
  vjp.give(0, throughEachAxis(vjp, getX(), [&](Value identity, int axis) {
             return vjp.make<AvgPool2dOp>(identity, ArrayRef<int64_t>{kernel[axis], 1},
                                          ArrayRef<int64_t>{stride[axis], 1},
                                          ArrayRef<int64_t>{padding[axis], 0, padding[2 + axis], 0},
                                          getCeilMode(), getCountIncludePad(), Layout::NCHW);
           }));
  return success();
}

LogicalResult AdaptiveAvgPool2dOp::buildVjp(Vjp& vjp) {
  if (failed(refuseNhwc(*this, getLayout())))
    return failure();
  ArrayRef<int64_t> in = getX().getType().getShape(), out = getType().getShape();
  if (in[2] % out[2] == 0 && in[3] % out[3] == 0) {
    vjp.give(0, throughTiles(vjp, getX()));
    return success();
  }
  vjp.give(0, throughEachAxis(vjp, getX(), [&](Value identity, int axis) {
             return vjp.make<AdaptiveAvgPool2dOp>(identity, ArrayRef<int64_t>{out[2 + axis], 1},
                                                  Layout::NCHW);
           }));
  return success();
}

LogicalResult InterpolateOp::buildVjp(Vjp& vjp) {
  if (failed(refuseNhwc(*this, getLayout())))
    return failure();
  ArrayRef<int64_t> out = getType().getShape();
  vjp.give(0, throughEachAxis(vjp, getX(), [&](Value identity, int axis) {
             DenseF64ArrayAttr scales;
             if (getScales())
               scales = vjp.builder.getDenseF64ArrayAttr({(*getScales())[axis], 1.0});
             return vjp.make<InterpolateOp>(identity, vjp.builder.getDenseI64ArrayAttr({out[2 + axis], 1}),
                                            ResizeModeAttr::get(vjp.builder.getContext(), getMode()),
                                            vjp.builder.getBoolAttr(getAlignCorners()), scales,
                                            LayoutAttr::get(vjp.builder.getContext(), Layout::NCHW));
           }));
  return success();
}

} // namespace aic
