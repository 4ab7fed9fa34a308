// Convolutions, in one, two and three dimensions.
#include "frontends/onnx/Tensors.h"
#include "frontends/onnx/operators/Windows.h"

namespace aic::onnx {
namespace {

using mlir::Value;

/// Emits a convolution of the rank that Op has.
template <typename Op>
Value emitConv(Node& n, Value x, Value weight, Value bias, const Windows& w, int64_t groups) {
  llvm::SmallVector<Value> operands{x, weight};
  if (bias)
    operands.push_back(bias);
  return n.emit<Op>(operands, {n.attribute("stride", w.stride), n.attribute("padding", w.padding()),
                               n.attribute("dilation", w.dilation), n.attribute("groups", groups)});
}

/// [N, C, D, H, W]: a 2-D convolution for each plane of the kernel, over all planes of the result at once,
/// and their sum, which is rounded once.
Value convolve3d(Node& n, Value x, Value weight, Value bias, const Windows& w, int64_t groups) {
  if (n.failed())
    return nullptr;
  mlir::Type element = elementOf(x);
  x = n.wide(x), weight = n.wide(weight), bias = n.wide(bias);
  Node::Ints low(5, 0), high(5, 0);
  low[2] = w.before[0];
  high[2] = w.after[0];
  x = n.pad(x, low, high, PadMode::Constant, 0);
  if (n.failed())
    return nullptr;
  int64_t planes = (shapeOf(x)[2] - w.span(0)) / w.stride[0] + 1;
  if (shapeOf(x)[2] < w.span(0)) {
    n.error("the window does not fit the padded input");
    return nullptr;
  }
  Windows flat;
  flat.kernel.assign(w.kernel.begin() + 1, w.kernel.end());
  flat.stride.assign(w.stride.begin() + 1, w.stride.end());
  flat.dilation.assign(w.dilation.begin() + 1, w.dilation.end());
  flat.before.assign(w.before.begin() + 1, w.before.end());
  flat.after.assign(w.after.begin() + 1, w.after.end());
  llvm::ArrayRef<int64_t> in = shapeOf(x), k = shapeOf(weight);
  Value sum;
  for (int64_t plane = 0; plane < w.kernel[0]; ++plane) {
    Value part = n.slice(x, 2, plane * w.dilation[0], planes, w.stride[0]);
    part = n.reshape(n.transpose(part, {0, 2, 1, 3, 4}), {in[0] * planes, in[1], in[3], in[4]});
    Value filter = n.reshape(n.slice(weight, 2, plane, 1), {k[0], k[1], k[3], k[4]});
    Value made = emitConv<Conv2dOp>(n, part, filter, plane == 0 ? bias : Value(), flat, groups);
    sum = sum ? n.add(sum, made) : made;
  }
  if (n.failed())
    return nullptr;
  llvm::ArrayRef<int64_t> out = shapeOf(sum);
  sum = n.transpose(n.reshape(sum, {in[0], planes, out[1], out[2], out[3]}), {0, 2, 1, 3, 4});
  return llvm::isa<mlir::FloatType>(element) ? n.cast(sum, element) : sum;
}

/// [N, C, W] as an image of one row.
Value convolve1d(Node& n, Value x, Value weight, Windows w, int64_t groups) {
  for (Node::Ints* list : {&w.kernel, &w.stride, &w.dilation})
    list->insert(list->begin(), 1);
  for (Node::Ints* list : {&w.before, &w.after})
    list->insert(list->begin(), 0);
  llvm::ArrayRef<int64_t> in = shapeOf(x), k = shapeOf(weight);
  Value made = emitConv<Conv2dOp>(n, n.reshape(x, {in[0], in[1], 1, in[2]}),
                                  n.reshape(weight, {k[0], k[1], 1, k[2]}), nullptr, w, groups);
  if (n.failed())
    return nullptr;
  llvm::ArrayRef<int64_t> out = shapeOf(made);
  return n.reshape(made, {out[0], out[1], out[3]});
}

/// x inside of what pads it, and `padding` there; the windows have none any more.
Value padded(Node& n, Value x, Value padding, Windows& w) {
  Node::Ints low(2, 0), high(2, 0), inside(shapeOf(x));
  low.append(w.before);
  high.append(w.after);
  w.before.assign(w.rank(), 0);
  w.after.assign(w.rank(), 0);
  auto isNone = [](int64_t size) { return size == 0; };
  if (llvm::all_of(low, isNone) && llvm::all_of(high, isNone))
    return x;
  mlir::ElementsAttr value = n.tryKnown(padding);
  auto known = value ? integersOf(value, 1) : std::nullopt;
  Value all = n.pad(x, low, high, PadMode::Constant, known ? static_cast<double>(known->front()) : 0);
  if (known || n.failed())
    return all;
  inside[0] = inside[1] = 1;
  Value ones = n.constant(Node::Ints(elementsOf(inside), 1), inside, n.builder().getI32Type());
  ones = n.pad(ones, low, high, PadMode::Constant, 0);
  return n.where(n.cast(ones, n.builder().getI1Type()), all, padding);
}

/// Checks the ranks of x and weight, and gives the kernel's size.
bool readKernel(Node& n, Value x, Value weight, llvm::ArrayRef<int64_t>& kernel) {
  if (n.failed())
    return false;
  if (rankOf(x) < 3 || rankOf(weight) != rankOf(x)) {
    n.error("its input and weight are of one rank, at least 3; found " + describe(x.getType()) + " and " +
            describe(weight.getType()));
    return false;
  }
  kernel = shapeOf(weight).drop_front(2);
  Node::Ints given = n.ints("kernel_shape");
  if (!given.empty() && llvm::ArrayRef<int64_t>(given) != kernel)
    n.error("kernel_shape is not that of its weight, " + describe(weight.getType()));
  if (llvm::is_contained(kernel, 0))
    n.error("its weight has no elements");
  return !n.failed();
}

void conv(Node& n) {
  Value x = n.operand(0), weight = n.operand(1);
  n.result(convolution(n, x, weight, n.optional(2)));
}

/// The padding of a transposed convolution, where the result's size is given or follows from auto_pad.
void readTransposedPadding(Node& n, llvm::ArrayRef<int64_t> sizes, const Node::Ints& more, Windows& w,
                           Node::Ints& wanted) {
  std::string mode = n.string("auto_pad", "NOTSET");
  bool same = mode == "SAME_UPPER" || mode == "SAME_LOWER";
  Node::Ints given = n.ints("output_shape");
  if (given.size() > w.rank()) // some exporters give N and C too
    given.erase(given.begin(), given.end() - w.rank());
  if (n.failed() || (given.empty() && !same))
    return;
  if (!given.empty() && given.size() != w.rank())
    return n.error("output_shape has a size for each spatial axis");
  for (size_t i = 0; i < w.rank(); ++i) {
    int64_t out = given.empty() ? sizes[i] * w.stride[i] : given[i];
    if (out < 1 || out > INT32_MAX)
      return n.error("output_shape holds sizes of at least 1");
    int64_t all = std::max<int64_t>(w.stride[i] * (sizes[i] - 1) + more[i] + w.span(i) - out, 0);
    w.before[i] = mode == "SAME_UPPER" ? all / 2 : all - all / 2;
    w.after[i] = all - w.before[i];
    wanted.push_back(out);
  }
}

/// What a transposed convolution along one axis leaves at the end of it: how much its own windows and
/// output_padding fall short of what is wanted.
struct Tail {
  Node::Ints inside;  // as output_padding, less than a stride or a dilation
  Node::Ints missing; // elements that no window touches
};

/// [N, C, H, W]: adds what no window touches, and the bias there too.
Value transposed2d(Node& n, Value x, Value weight, Value bias, const Windows& w, const Tail& tail,
                   int64_t groups) {
  Node::Ints low(4, 0), high{0, 0, tail.missing[0], tail.missing[1]};
  bool longer = high[2] > 0 || high[3] > 0;
  llvm::SmallVector<Value> operands{x, weight};
  if (bias && !longer)
    operands.push_back(bias);
  Value result = n.emit<ConvTranspose2dOp>(
      operands, {n.attribute("stride", w.stride), n.attribute("padding", w.padding()),
                 n.attribute("output_padding", tail.inside), n.attribute("dilation", w.dilation),
                 n.attribute("groups", groups)});
  if (!longer)
    return result;
  result = n.pad(result, low, high, PadMode::Constant, 0);
  return bias ? n.add(result, n.reshape(bias, {elementsOf(shapeOf(bias)), 1, 1})) : result;
}

/// [N, C, W] as an image of one row.
Value transposed1d(Node& n, Value x, Value weight, Value bias, Windows w, Tail tail, int64_t groups) {
  llvm::ArrayRef<int64_t> in = shapeOf(x), k = shapeOf(weight);
  for (Node::Ints* list : {&w.kernel, &w.stride, &w.dilation})
    list->insert(list->begin(), 1);
  for (Node::Ints* list : {&w.before, &w.after, &tail.inside, &tail.missing})
    list->insert(list->begin(), 0);
  Value result = transposed2d(n, n.reshape(x, {in[0], in[1], 1, in[2]}),
                              n.reshape(weight, {k[0], k[1], 1, k[2]}), bias, w, tail, groups);
  if (n.failed())
    return nullptr;
  llvm::ArrayRef<int64_t> out = shapeOf(result);
  return n.reshape(result, {out[0], out[1], out[3]});
}

/// [N, C, D, H, W]: a 2-D one for each plane of the kernel, over all planes of x at once. Each result's
/// planes are set a stride apart and moved to where the kernel's plane writes, and all are summed; the sum is
/// rounded once.
Value transposed3d(Node& n, Value x, Value weight, Value bias, const Windows& w, const Tail& tail,
                   int64_t groups) {
  mlir::Type element = elementOf(x);
  x = n.wide(x), weight = n.wide(weight), bias = n.wide(bias);
  llvm::ArrayRef<int64_t> in = shapeOf(x), k = shapeOf(weight);
  int64_t planes = in[2], stride = w.stride[0];
  if (planes < 1) {
    n.error("its input has no elements");
    return nullptr;
  }
  Windows flat = w;
  for (Node::Ints* list : {&flat.kernel, &flat.stride, &flat.dilation, &flat.before, &flat.after})
    list->erase(list->begin());
  Tail flatTail{{tail.inside[1], tail.inside[2]}, {tail.missing[1], tail.missing[2]}};
  Value image = n.reshape(n.transpose(x, {0, 2, 1, 3, 4}), {in[0] * planes, in[1], in[3], in[4]});
  int64_t spread = (planes - 1) * stride + 1, whole = spread + w.span(0) - 1;
  Value sum;
  for (int64_t plane = 0; plane < w.kernel[0] && !n.failed(); ++plane) {
    Value filter = n.reshape(n.slice(weight, 2, plane, 1), {k[0], k[1], k[3], k[4]});
    Value made = transposed2d(n, image, filter, nullptr, flat, flatTail, groups);
    if (n.failed())
      return nullptr;
    Node::Ints out(shapeOf(made));
    made = n.transpose(n.reshape(made, {in[0], planes, out[1], out[2], out[3]}), {0, 2, 1, 3, 4});
    made = n.reshape(made, {in[0], out[1], planes, 1, out[2], out[3]});
    made = n.pad(made, {0, 0, 0, 0, 0, 0}, {0, 0, 0, stride - 1, 0, 0}, PadMode::Constant, 0);
    made = n.slice(n.reshape(made, {in[0], out[1], planes * stride, out[2], out[3]}), 2, 0, spread);
    int64_t at = plane * w.dilation[0];
    made = n.pad(made, {0, 0, at, 0, 0}, {0, 0, whole - spread - at, 0, 0}, PadMode::Constant, 0);
    sum = sum ? n.add(sum, made) : made;
  }
  // What was asked for beyond is added, and the padding is cut off: of that too, where it is longer than all
  // else.
  int64_t more = tail.inside[0] + tail.missing[0] - w.after[0], size = whole - w.before[0] + more;
  if (size < 1) {
    n.error("its padding leaves no elements");
    return nullptr;
  }
  sum = n.pad(sum, {0, 0, 0, 0, 0}, {0, 0, std::max<int64_t>(more, 0), 0, 0}, PadMode::Constant, 0);
  sum = n.slice(sum, 2, w.before[0], size);
  if (bias)
    sum = n.add(sum, n.reshape(bias, {elementsOf(shapeOf(bias)), 1, 1, 1}));
  return n.cast(sum, element);
}

void convTranspose(Node& n) {
  Value x = n.operand(0), weight = n.operand(1), bias = n.optional(2);
  llvm::ArrayRef<int64_t> kernel;
  if (!readKernel(n, x, weight, kernel))
    return;
  if (rankOf(x) > 5)
    return n.unsupported("transposed convolutions over " + std::to_string(rankOf(x) - 2) +
                         " axes: aic has those over one, two and three");
  llvm::ArrayRef<int64_t> sizes = shapeOf(x).drop_front(2);
  size_t rank = sizes.size();
  Windows w;
  w.kernel.assign(kernel.begin(), kernel.end());
  w.stride = listOf(n, "strides", rank, 1, 1);
  w.dilation = listOf(n, "dilations", rank, 1, 1);
  Node::Ints pads = listOf(n, "pads", 2 * rank, 0, 0);
  w.before.assign(pads.begin(), pads.begin() + rank);
  w.after.assign(pads.begin() + rank, pads.end());
  Node::Ints more = listOf(n, "output_padding", rank, 0, 0), wanted;
  int64_t groups = n.integer("group", 1);
  if (llvm::any_of(sizes, [](int64_t size) { return size > INT32_MAX; }))
    return n.error("its spatial axes have at most 2^31 - 1 elements");
  readTransposedPadding(n, sizes, more, w, wanted);
  if (n.failed())
    return;
  Tail tail;
  for (size_t i = 0; i < rank; ++i) {
    if (!wanted.empty())
      more[i] = std::max<int64_t>(
          wanted[i] - (w.stride[i] * (sizes[i] - 1) + w.span(i) - w.before[i] - w.after[i]), 0);
    int64_t most = std::max(w.stride[i], w.dilation[i]) - 1;
    if (more[i] > most) { // what the padding cuts off comes back first
      int64_t back = std::min(more[i], w.after[i]);
      w.after[i] -= back;
      more[i] -= back;
    }
    tail.inside.push_back(std::min(more[i], most));
    tail.missing.push_back(more[i] - tail.inside[i]);
  }
  n.result(rank == 1   ? transposed1d(n, x, weight, bias, w, tail, groups)
           : rank == 2 ? transposed2d(n, x, weight, bias, w, tail, groups)
                       : transposed3d(n, x, weight, bias, w, tail, groups));
}

constexpr Operator kRows[] = {
    {"Conv", 1, conv, "auto_pad dilations group kernel_shape pads strides", "more than three dimensions"},
    {"ConvTranspose", 1, convTranspose,
     "auto_pad dilations group kernel_shape output_padding output_shape pads strides",
     "more than three dimensions"},
};

} // namespace

Value convolution(Node& n, Value x, Value weight, Value bias, Value padding) {
  llvm::ArrayRef<int64_t> kernel;
  if (!readKernel(n, x, weight, kernel))
    return nullptr;
  Windows w = readWindows(n, shapeOf(x).drop_front(2), kernel);
  int64_t groups = n.integer("group", 1);
  if (padding && rankOf(x) <= 5)
    x = padded(n, x, padding, w);
  if (n.failed())
    return nullptr;
  switch (rankOf(x)) {
  case 3:
    if (padding)
      return convolve1d(n, x, weight, w, groups);
    return emitConv<Conv1dOp>(n, x, weight, bias, w, groups);
  case 4:
    return emitConv<Conv2dOp>(n, x, weight, bias, w, groups);
  case 5:
    return convolve3d(n, x, weight, bias, w, groups);
  default:
    n.unsupported("convolutions over " + std::to_string(rankOf(x) - 2) +
                  " axes: aic has those over one, two and three");
    return nullptr;
  }
}

llvm::ArrayRef<Operator> convolutionOperators() {
  return kRows;
}

} // namespace aic::onnx
