// Pooling over any number of axes, and local response normalisation, which is a pooling over channels.
#include "frontends/onnx/operators/Windows.h"

#include <cmath>
#include <limits>

namespace aic::onnx {
namespace {

using mlir::Value;

/// The windows of a pooling, with `after` lengthened where ceil_mode makes one more window than fits.
struct Pool {
  Value x;
  Windows w;
  Node::Ints declared; // `after` as the model gives it
  Node::Ints counts;   // of windows along each axis
};

bool readPool(Node& n, Pool& p) {
  p.x = n.operand(0);
  Node::Ints kernel = n.ints("kernel_shape");
  bool ceil = n.flag("ceil_mode", false);
  if (n.failed())
    return false;
  if (rankOf(p.x) < 3 || static_cast<int64_t>(kernel.size()) != rankOf(p.x) - 2) {
    n.error("its input has at least 3 axes and kernel_shape a size for each but two; found " +
            describe(p.x.getType()));
    return false;
  }
  listOf(n, "kernel_shape", kernel.size(), 1, 1);
  llvm::ArrayRef<int64_t> sizes = shapeOf(p.x).drop_front(2);
  p.w = n.failed() ? Windows() : readWindows(n, sizes, kernel);
  if (n.failed())
    return false;
  p.declared = p.w.after;
  for (size_t i = 0; i < sizes.size(); ++i) {
    int64_t room = sizes[i] + p.w.before[i] + p.w.after[i] - p.w.span(i);
    if (room < 0 || sizes[i] == 0) {
      n.unsupported("a window that does not fit the padded input, " + describe(p.x.getType()));
      return false;
    }
    int64_t count = room / p.w.stride[i] + 1;
    // One more where it begins inside of what is read or padded before it.
    if (ceil && room % p.w.stride[i] != 0 && count * p.w.stride[i] < sizes[i] + p.w.before[i]) {
      p.w.after[i] += p.w.stride[i] - room % p.w.stride[i];
      ++count;
    }
    p.counts.push_back(count);
  }
  return true;
}

/// The padding that the dialect's poolings take by themselves is at most half of the kernel.
bool fitsPadding(const Windows& w) {
  for (size_t i = 0; i < w.rank(); ++i)
    if (2 * std::max(w.before[i], w.after[i]) > w.kernel[i])
      return false;
  return true;
}

Value padded(Node& n, Value x, Windows& w, double value) {
  Node::Ints low(2, 0), high(2, 0);
  low.append(w.before);
  high.append(w.after);
  w.before.assign(w.rank(), 0);
  w.after.assign(w.rank(), 0);
  return n.pad(x, low, high, PadMode::Constant, value);
}

/// Windows of two axes of a tensor of rank 4, without padding beyond the dialect's bounds.
using Emit = llvm::function_ref<Value(Value, const Windows&)>;

Windows part(const Windows& w, size_t first, size_t count) {
  auto cut = [&](const Node::Ints& all) {
    return Node::Ints(all.begin() + first, all.begin() + first + count);
  };
  return {cut(w.kernel), cut(w.stride), cut(w.dilation), cut(w.before), cut(w.after)};
}

/// Pools over any number of spatial axes by windows over two: the last two, then each other by itself. Right
/// for what is separable: maxima, and means over whole windows.
Value separable(Node& n, Value x, const Windows& w, Emit emit) {
  size_t rank = w.rank();
  size_t first = rank >= 2 ? rank - 2 : 0;
  Node::Ints shape(shapeOf(x));
  int64_t outer = 1;
  for (size_t i = 1; i < 2 + first; ++i)
    outer *= shape[i];
  Windows last = part(w, first, rank - first);
  if (rank == 1) {
    for (Node::Ints* list : {&last.kernel, &last.stride, &last.dilation})
      list->insert(list->begin(), 1);
    for (Node::Ints* list : {&last.before, &last.after})
      list->insert(list->begin(), 0);
  }
  int64_t width = shape.back(), height = rank >= 2 ? shape[shape.size() - 2] : 1;
  x = emit(n.reshape(x, {shape[0], outer, height, width}), last);
  if (n.failed())
    return nullptr;
  shape.back() = shapeOf(x)[3];
  if (rank >= 2)
    shape[shape.size() - 2] = shapeOf(x)[2];
  for (size_t i = first; i-- > 0 && !n.failed();) {
    int64_t before = 1, after = 1;
    for (size_t axis = 1; axis < 2 + i; ++axis)
      before *= shape[axis];
    for (size_t axis = 3 + i; axis < shape.size(); ++axis)
      after *= shape[axis];
    Windows one = part(w, i, 1);
    for (Node::Ints* list : {&one.kernel, &one.stride, &one.dilation})
      list->push_back(1);
    for (Node::Ints* list : {&one.before, &one.after})
      list->push_back(0);
    x = emit(n.reshape(x, {shape[0], before, shape[2 + i], after}), one);
    if (n.failed())
      return nullptr;
    shape[2 + i] = shapeOf(x)[2];
  }
  return n.reshape(x, shape);
}

/// Counts through all places of a box, the last axis fastest.
bool advance(Node::Ints& at, llvm::ArrayRef<int64_t> sizes) {
  for (size_t axis = at.size(); axis-- > 0;) {
    if (++at[axis] < sizes[axis])
      return true;
    at[axis] = 0;
  }
  return false;
}

/// Where the largest of each window is in the whole of x: every window is gathered, its largest found, and
/// its place looked up in a table.
Value maxPlaces(Node& n, const Pool& p, bool columnMajor) {
  const Windows& w = p.w;
  llvm::ArrayRef<int64_t> sizes = shapeOf(p.x).drop_front(2);
  int64_t windows = elementsOf(p.counts), area = elementsOf(sizes), size = 1;
  constexpr int64_t kMost = 1 << 22;
  for (int64_t kernel : w.kernel)
    size = std::min(size * kernel, kMost + 1); // both below 2^31
  if (windows > kMost / size) {
    n.unsupported("the places in more than 2^22 elements of windows");
    return nullptr;
  }
  Node::Ints strides(w.rank(), 1); // of the places that are told
  for (size_t i = 1; i < w.rank(); ++i) {
    size_t axis = columnMajor ? i : w.rank() - 1 - i, before = columnMajor ? i - 1 : axis + 1;
    strides[axis] = strides[before] * sizes[before];
  }
  // A place outside reads an element that is added behind the last, the smallest of all.
  Node::Ints reads, places, window(w.rank(), 0);
  do {
    Node::Ints tap(w.rank(), 0);
    do {
      int64_t read = 0, place = 0;
      bool outside = false;
      for (size_t i = 0; i < w.rank(); ++i) {
        int64_t at = window[i] * w.stride[i] + tap[i] * w.dilation[i] - w.before[i];
        outside |= at < 0 || at >= sizes[i];
        read = read * sizes[i] + at;
        place += at * strides[i];
      }
      reads.push_back(outside ? area : read);
      places.push_back(outside ? 0 : place);
    } while (advance(tap, w.kernel));
  } while (advance(window, p.counts));
  mlir::Type i64 = n.builder().getI64Type();
  int64_t batch = shapeOf(p.x)[0], channels = shapeOf(p.x)[1];
  Value flat = n.cast(n.reshape(p.x, {batch, channels, area}), n.builder().getF32Type());
  flat = n.pad(flat, {0, 0, 0}, {0, 0, 1}, PadMode::Constant, -std::numeric_limits<double>::infinity());
  Value all = n.emit<TakeOp>({flat, n.constant(reads, {windows, size}, i64)}, n.attribute("dim", int64_t(2)));
  Value largest = n.emit<ArgmaxOp>(all, n.attribute("dim", int64_t(3)));
  Node::Ints starts, rows;
  for (int64_t i = 0; i < windows; ++i)
    starts.push_back(i * size);
  for (int64_t i = 0; i < batch * channels; ++i)
    rows.push_back(i * area);
  Value entry = n.add(largest, n.constant(starts, {1, 1, windows}, i64));
  Value place =
      n.emit<TakeOp>({n.constant(places, windows * size, i64), entry}, n.attribute("dim", int64_t(0)));
  place = n.add(place, n.constant(rows, {batch, channels, 1}, i64));
  Node::Ints shape{batch, channels};
  shape.append(p.counts);
  return n.reshape(place, shape);
}

void maxPool(Node& n) {
  Pool p;
  bool columnMajor = n.flag("storage_order", false);
  if (!readPool(n, p))
    return;
  if (n.wants(1))
    n.result(1, maxPlaces(n, p, columnMajor));
  mlir::Type element = elementOf(p.x);
  Value x = isFloat(p.x) ? p.x : n.cast(p.x, n.builder().getF32Type()); // int8 and uint8, exactly
  if (!fitsPadding(p.w))
    x = padded(n, x, p.w, -std::numeric_limits<double>::infinity());
  Value result = separable(n, x, p.w, [&](Value y, const Windows& w) {
    return n.emit<MaxPool2dOp>(y, {n.attribute("kernel", w.kernel), n.attribute("stride", w.stride),
                                   n.attribute("padding", w.padding()), n.attribute("dilation", w.dilation)});
  });
  n.result(n.cast(result, element));
}

bool isDilated(const Windows& w) {
  return llvm::any_of(w.dilation, [](int64_t d) { return d != 1; });
}

/// The means of dilated windows over x, which is padded: a slice for each of the kernel's places.
Value dilatedMeans(Node& n, Value x, const Windows& w, llvm::ArrayRef<int64_t> counts) {
  constexpr int64_t kMost = 256;
  int64_t taps = 1;
  for (int64_t size : w.kernel)
    taps = std::min(taps * size, kMost + 1);
  if (n.failed() || taps > kMost) {
    if (!n.failed())
      n.unsupported("dilations of a window of more than 256 elements");
    return nullptr;
  }
  Node::Ints sizes(shapeOf(x).take_front(2)), steps{1, 1}, tap(w.rank(), 0);
  sizes.append(counts.begin(), counts.end());
  steps.append(w.stride);
  Value sum;
  do {
    Node::Ints offsets{0, 0};
    for (size_t i = 0; i < w.rank(); ++i)
      offsets.push_back(tap[i] * w.dilation[i]);
    Value part = n.slice(x, offsets, sizes, steps);
    sum = sum ? n.add(sum, part) : part;
  } while (advance(tap, w.kernel) && !n.failed());
  return n.mul(sum, n.scalar(1 / static_cast<double>(taps), sum));
}

/// The means of windows; where they are dilated, of x without padding.
Value means(Node& n, Value x, const Windows& w, llvm::ArrayRef<int64_t> counts, bool includePad) {
  if (isDilated(w))
    return dilatedMeans(n, x, w, counts);
  return separable(n, x, w, [&](Value y, const Windows& v) {
    return n.emit<AvgPool2dOp>(y, {n.attribute("kernel", v.kernel), n.attribute("stride", v.stride),
                                   n.attribute("padding", v.padding()),
                                   n.attribute("count_include_pad", includePad)});
  });
}

/// For each window the elements of its kernel by those that count: [1, 1, counts...].
Value countFactors(Node& n, const Pool& p, bool includePad) {
  Node::Numbers factors{1};
  Node::Ints shape{1, 1};
  for (size_t i = 0; i < p.w.rank(); ++i) {
    int64_t size = shapeOf(p.x)[2 + i];
    int64_t low = includePad ? -p.w.before[i] : 0, high = size + (includePad ? p.declared[i] : 0);
    Node::Numbers next;
    for (double factor : factors)
      for (int64_t window = 0; window < p.counts[i]; ++window) {
        int64_t begin = window * p.w.stride[i] - p.w.before[i];
        // The kernel's places below a bound, less those below the other.
        int64_t dilation = p.w.dilation[i];
        auto below = [&](int64_t bound) {
          return std::clamp<int64_t>((bound - begin + dilation - 1) / dilation, 0, p.w.kernel[i]);
        };
        int64_t inside = below(high) - below(low);
        next.push_back(factor * static_cast<double>(p.w.kernel[i]) /
                       static_cast<double>(std::max<int64_t>(inside, 1)));
      }
    factors = std::move(next);
    shape.push_back(p.counts[i]);
  }
  return n.constant(factors, shape, elementOf(p.x));
}

void averagePool(Node& n) {
  Pool p;
  bool includePad = n.flag("count_include_pad", false);
  if (!readPool(n, p))
    return;
  bool none = llvm::all_of(p.w.padding(), [](int64_t size) { return size == 0; });
  bool longer = p.declared != p.w.after;
  if (none || (p.w.rank() <= 2 && fitsPadding(p.w) && !(includePad && longer) && !isDilated(p.w)))
    return n.result(means(n, p.x, p.w, p.counts, includePad));
  int64_t windows = 1;
  for (int64_t count : p.counts)
    windows *= count;
  if (windows > 1 << 22)
    return n.unsupported("this padding over more than 2^22 windows");
  Windows w = p.w;
  Value x = padded(n, p.x, w, 0);
  n.result(n.mul(means(n, x, w, p.counts, true), countFactors(n, p, includePad)));
}

// (sum of |x|^p over the window)^(1/p), from the mean.
void lpPool(Node& n) {
  Pool p;
  int64_t power = n.integer("p", 2);
  if (!readPool(n, p))
    return;
  if (power < 1 || power > 64)
    return n.error("p is at least 1");
  double exponent = static_cast<double>(power), elements = 1;
  for (int64_t size : p.w.kernel)
    elements *= static_cast<double>(size);
  Value x = n.emit<AbsOp>(p.x);
  x = power == 1 ? x : power == 2 ? n.mul(x, x) : n.emit<PowOp>({x, n.scalar(exponent, x)});
  Windows w = p.w;
  Value mean = means(n, padded(n, x, w, 0), w, p.counts, true);
  Value sum = n.mul(mean, n.scalar(elements, mean));
  if (power == 2)
    sum = n.emit<SqrtOp>(sum);
  else if (power != 1)
    sum = n.emit<PowOp>({sum, n.scalar(1 / exponent, sum)});
  n.result(sum);
}

Node::Ints spatialAxes(Node& n, Value x) {
  Node::Ints axes;
  if (!n.failed() && rankOf(x) < 3)
    n.error("its input has at least 3 axes; found " + describe(x.getType()));
  for (int64_t axis = 2; axis < rankOf(x); ++axis)
    axes.push_back(axis);
  return axes;
}

void globalAveragePool(Node& n) {
  Value x = n.operand(0);
  Node::Ints axes = spatialAxes(n, x);
  if (n.failed())
    return;
  if (rankOf(x) == 4 && elementsOf(shapeOf(x)) > 0)
    return n.result(n.emit<AdaptiveAvgPool2dOp>(x, n.attribute("output_size", {1, 1})));
  n.result(n.mean(x, axes, true));
}

void globalMaxPool(Node& n) {
  Value x = n.operand(0);
  Node::Ints axes = spatialAxes(n, x);
  if (n.failed() || elementsOf(shapeOf(x)) > 0)
    return n.result(n.reduce<AmaxOp>(x, axes, true));
  Node::Ints shape(rankOf(x), 1); // of no elements it is the least that there is
  shape[0] = shapeOf(x)[0];
  shape[1] = shapeOf(x)[1];
  n.result(n.filled(-std::numeric_limits<double>::infinity(), shape, elementOf(x)));
}

void globalLpPool(Node& n) {
  Value x = n.operand(0);
  int64_t power = n.integer("p", 2);
  Node::Ints axes = spatialAxes(n, x);
  if (n.failed())
    return;
  if (power < 1 || power > 64)
    return n.error("p is at least 1");
  double exponent = static_cast<double>(power);
  Value size = n.emit<AbsOp>(x);
  size = power == 1 ? size : power == 2 ? n.mul(size, size) : n.emit<PowOp>({size, n.scalar(exponent, x)});
  Value sum = n.reduce<SumOp>(size, axes, true);
  n.result(power == 1   ? sum
           : power == 2 ? n.emit<SqrtOp>(sum)
                        : n.emit<PowOp>({sum, n.scalar(1 / exponent, x)}));
}

// x / (bias + alpha / size * sum of x^2 over `size` neighbouring channels)^beta: alpha times their mean.
void lrn(Node& n) {
  Value x = n.operand(0);
  double alpha = n.number("alpha", double(0.0001f)), beta = n.number("beta", 0.75),
         bias = n.number("bias", 1);
  int64_t size = n.integer("size", 0);
  if (n.failed())
    return;
  if (rankOf(x) < 2 || size < 1 || size > INT32_MAX)
    return n.error("its input has at least 2 axes and size is at least 1");
  int64_t channels = shapeOf(x)[1], rest = 1;
  for (int64_t axis : shapeOf(x).drop_front(2))
    rest *= axis;
  if (channels * rest == 0)
    return n.result(x);
  int64_t before = (size - 1) / 2;
  mlir::Type element = elementOf(x);
  x = n.wide(x);
  Value square = n.reshape(n.mul(x, x), {shapeOf(x)[0], 1, channels, rest});
  Value wide = n.pad(square, {0, 0, before, 0}, {0, 0, size - 1 - before, 0}, PadMode::Constant, 0);
  Value mean = n.emit<AvgPool2dOp>(wide, {n.attribute("kernel", {size, 1}), n.attribute("stride", {1, 1})});
  Value base = n.add(n.mul(n.reshape(mean, shapeOf(x)), n.scalar(alpha, x)), n.scalar(bias, x));
  n.result(n.cast(n.div(x, n.emit<PowOp>({base, n.scalar(beta, x)})), element));
}

constexpr Operator kRows[] = {
    {"MaxPool", 1, maxPool, "auto_pad ceil_mode dilations kernel_shape pads storage_order strides"},
    {"AveragePool", 1, averagePool,
     "auto_pad ceil_mode count_include_pad dilations kernel_shape pads strides"},
    {"LpPool", 2, lpPool, "auto_pad ceil_mode dilations kernel_shape p pads strides"},
    {"GlobalAveragePool", 1, globalAveragePool, ""},
    {"GlobalMaxPool", 1, globalMaxPool, ""},
    {"GlobalLpPool", 2, globalLpPool, "p"},
    {"LRN", 1, lrn, "alpha beta bias size"},
};

} // namespace

llvm::ArrayRef<Operator> poolingOperators() {
  return kRows;
}

} // namespace aic::onnx
