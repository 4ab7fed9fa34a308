// Operations that move elements without computing: reshape to pad.
#include "frontends/graph/Primitives.h"

#include <cmath>
#include <numeric>

namespace aic::graph {
namespace {

/// The product, or nullopt where it is past the dialect's limit. Sizes are not negative.
std::optional<int64_t> product(llvm::ArrayRef<int64_t> shape) {
  int64_t n = 1;
  for (int64_t size : shape) {
    if (size != 0 && n > kMaxElements / size)
      return std::nullopt;
    n *= size;
  }
  return n;
}

/// Where an axis is split into parts that do not divide it, such as a width into heads: ": 5 parts do not
/// divide the axis of 64". Else "".
std::string whyNotSplit(llvm::ArrayRef<int64_t> from, llvm::ArrayRef<int64_t> to) {
  size_t axis = 0;
  while (axis < from.size() && axis < to.size() && from[axis] == to[axis])
    ++axis;
  if (axis >= from.size() || axis + 1 >= to.size() || from.drop_front(axis + 1) != to.drop_front(axis + 2))
    return "";
  for (int64_t parts : {to[axis], to[axis + 1]})
    if (parts > 0 && from[axis] % parts != 0 && from[axis] / parts * parts == to[axis] * to[axis + 1])
      return ": " + std::to_string(parts) + " parts do not divide the axis of " + std::to_string(from[axis]);
  return "";
}

Value reshape(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  auto shape = call.integers(1);
  if (call.failed())
    return Value::poison();
  int64_t have = mlir::ShapedType::getNumElements(shapeOf(x)), wild = -1;
  llvm::SmallVector<int64_t> known;
  for (size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == -1 && wild < 0)
      wild = static_cast<int64_t>(i);
    else if (shape[i] < 0)
      call.error(1, shape[i] == -1 ? "only one size can be -1"
                                   : "a size is not negative, found " + std::to_string(shape[i]));
    else
      known.push_back(shape[i]);
  }
  if (call.failed())
    return Value::poison();
  std::optional<int64_t> want = product(known);
  if (wild >= 0 && want && *want > 0 && have % *want == 0) {
    shape[wild] = have / *want;
    want = have;
  }
  if (!want || *want != have || llvm::is_contained(shape, -1)) {
    call.error(1, "x is " + describe(Value::ofTensor(x)) + " with " + std::to_string(have) +
                      " elements: they do not fill the shape " + spellShape(shape) +
                      whyNotSplit(shapeOf(x), shape));
    return Value::poison();
  }
  return Value::ofTensor(call.reshape(x, shape));
}

Value flatten(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  auto shape = shapeOf(x);
  if (shape.empty())
    return Value::ofTensor(call.reshape(x, {1}));
  int64_t start = call.axis(1, shape.size()), end = call.axis(2, shape.size());
  if (!call.failed() && start > end)
    call.error(2, "the last axis, " + std::to_string(end) + ", comes before the first, " +
                      std::to_string(start));
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<int64_t> flat(shape.take_front(start));
  flat.push_back(mlir::ShapedType::getNumElements(shape.slice(start, end - start + 1)));
  flat.append(shape.begin() + end + 1, shape.end());
  return Value::ofTensor(call.reshape(x, flat));
}

Value transposed(PrimitiveCall& call, mlir::Value x, llvm::ArrayRef<int64_t> perm) {
  return Value::ofTensor(call.emit<TransposeOp>(x, call.attribute("perm", perm)));
}

Value transpose(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<int64_t> perm(shapeOf(x).size());
  std::iota(perm.begin(), perm.end(), 0);
  int64_t a = call.axis(1, perm.size()), b = call.axis(2, perm.size());
  if (call.failed())
    return Value::poison();
  std::swap(perm[a], perm[b]);
  return transposed(call, x, perm);
}

Value permute(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  auto perm = call.integers(1);
  if (call.failed())
    return Value::poison();
  int64_t rank = shapeOf(x).size();
  for (int64_t& axis : perm)
    if (axis >= -rank && axis < 0)
      axis += rank;
  return transposed(call, x, perm); // the inference checks that it is a permutation
}

Value expand(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  auto sizes = call.integers(1);
  if (call.failed())
    return Value::poison();
  auto shape = shapeOf(x);
  int64_t leading = static_cast<int64_t>(sizes.size()) - static_cast<int64_t>(shape.size());
  for (size_t i = 0; i < sizes.size(); ++i) {
    int64_t axis = static_cast<int64_t>(i) - leading;
    if (sizes[i] == -1 && axis >= 0)
      sizes[i] = shape[axis];
    else if (sizes[i] < 0)
      call.error(1, sizes[i] == -1 ? "-1 keeps an axis that x has; axis " + std::to_string(i) + " is new"
                                   : "a size is not negative, found " + std::to_string(sizes[i]));
  }
  if (!call.failed() && leading < 0)
    call.error(1, "x is " + describe(Value::ofTensor(x)) + ": " + std::to_string(sizes.size()) +
                      " sizes are fewer than its axes");
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(call.expand(x, sizes));
}

Value unsqueeze(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<int64_t> shape(shapeOf(x));
  int64_t dim = call.axis(1, shape.size() + 1);
  if (call.failed())
    return Value::poison();
  shape.insert(shape.begin() + dim, 1);
  return Value::ofTensor(call.reshape(x, shape));
}

Value squeeze(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<int64_t> shape(shapeOf(x));
  int64_t dim = call.axis(1, shape.size());
  if (call.failed())
    return Value::poison();
  if (shape[dim] != 1) {
    call.error(1, "axis " + std::to_string(dim) + " of " + describe(Value::ofTensor(x)) + " has size " +
                      std::to_string(shape[dim]) + ", not 1");
    return Value::poison();
  }
  shape.erase(shape.begin() + dim);
  return Value::ofTensor(call.reshape(x, shape));
}

/// The common part of concat and stack; ranks may differ, which the inference reports.
Value joined(PrimitiveCall& call, llvm::ArrayRef<mlir::Value> inputs, int64_t dim) {
  return Value::ofTensor(call.emit<ConcatOp>(inputs, call.attribute("dim", dim)));
}

Value concat(PrimitiveCall& call) {
  auto inputs = call.tensors(0);
  if (call.failed())
    return Value::poison();
  int64_t dim = call.axis(1, shapeOf(inputs[0]).size());
  return call.failed() ? Value::poison() : joined(call, inputs, dim);
}

Value stack(PrimitiveCall& call) {
  auto inputs = call.tensors(0);
  if (call.failed())
    return Value::poison();
  int64_t dim = call.axis(1, shapeOf(inputs[0]).size() + 1);
  if (call.failed())
    return Value::poison();
  for (mlir::Value& input : inputs) {
    if (input.getType() != call.value(0).list->front().tensor.getType()) {
      call.error(0, "the tensors of a stack have one type, found " + describe(call.value(0).list->front()) +
                        " and " + describe(Value::ofTensor(input)) +
                        (shapeOf(input) == shapeOf(call.value(0).list->front().tensor) ? ": cast one" : ""));
      return Value::poison();
    }
    llvm::SmallVector<int64_t> shape(shapeOf(input));
    shape.insert(shape.begin() + dim, 1);
    input = call.reshape(input, shape);
    if (!input)
      return Value::poison();
  }
  return joined(call, inputs, dim);
}

Value split(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  int64_t dim = call.axis(2, shapeOf(x).size());
  if (call.failed())
    return Value::poison();
  int64_t total = shapeOf(x)[dim];
  llvm::SmallVector<int64_t> sizes;
  if (call.value(1).kind == Value::Kind::Int) {
    int64_t size = call.integer(1);
    if (size < 1)
      call.error(1, "the size of a part is at least 1, found " + std::to_string(size));
    else if (call.spend(total / size))
      for (int64_t at = 0; at < total; at += size)
        sizes.push_back(std::min(size, total - at));
  } else {
    sizes = call.integers(1);
    int64_t sum = 0;
    bool good = true;
    for (int64_t size : sizes) {
      good = good && size >= 0 && size <= total - sum;
      sum += good ? size : 0;
    }
    if (!call.failed() && (!good || sum != total))
      call.error(1, "the parts " + spellShape(sizes) + " do not add up to " + std::to_string(total) +
                        ", the size of axis " + std::to_string(dim) + " of " + describe(Value::ofTensor(x)));
  }
  if (call.failed())
    return Value::poison();
  std::vector<Value> parts;
  int64_t at = 0;
  for (int64_t size : sizes) {
    mlir::Value part = call.slice(x, dim, at, size);
    if (!part)
      return Value::poison();
    parts.push_back(Value::ofTensor(part));
    at += size;
  }
  return Value::ofList(std::move(parts));
}

Value slice(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  int64_t dim = call.axis(1, shapeOf(x).size());
  int64_t step = call.integer(4);
  if (!call.failed() && step < 1)
    call.error(4, "the step is at least 1, found " + std::to_string(step));
  if (call.failed())
    return Value::poison();
  int64_t size = shapeOf(x)[dim];
  auto bound = [&](size_t i, int64_t otherwise) {
    if (call.isNone(i))
      return otherwise;
    int64_t at = call.integer(i);
    return std::clamp<int64_t>(at < 0 ? at + size : at, 0, size); // as NumPy: past the ends is cut
  };
  int64_t start = bound(2, 0), end = bound(3, size);
  if (call.failed())
    return Value::poison();
  int64_t count = end > start ? (end - start - 1) / step + 1 : 0;
  return Value::ofTensor(call.slice(x, dim, count ? start : 0, count, count > 1 ? step : 1));
}

Value update(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), values = call.tensor(1);
  if (call.failed())
    return Value::poison();
  int64_t rank = shapeOf(x).size(), dim = call.axis(2, rank);
  if (call.failed())
    return Value::poison();
  bool fits = static_cast<int64_t>(shapeOf(values).size()) == rank && shapeOf(values)[dim] <= shapeOf(x)[dim];
  int64_t size = shapeOf(x)[dim], taken = fits ? shapeOf(values)[dim] : 0; // else the inference objects
  mlir::Value start = call.position(3, 0, size - taken,
                                    "values takes " + std::to_string(taken) + " of " + std::to_string(size) +
                                        " along axis " + std::to_string(dim));
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(call.emit<UpdateSliceOp>({values, x, start}, call.attribute("dim", dim)));
}

Value narrow(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  int64_t dim = call.axis(1, shapeOf(x).size()), taken = call.integer(3);
  if (call.failed())
    return Value::poison();
  int64_t size = shapeOf(x)[dim];
  if (taken < 0 || taken > size) {
    call.error(3, "expected an int from 0 to " + std::to_string(size) + ", found " + describe(call.value(3)) +
                      ": axis " + std::to_string(dim) + " of " + describe(Value::ofTensor(x)) + " has " +
                      std::to_string(size));
    return Value::poison();
  }
  if (!call.checkPosition(2, 0, size - taken,
                          "narrow takes " + std::to_string(taken) + " of " + std::to_string(size) +
                              " along axis " + std::to_string(dim)))
    return Value::poison();
  if (call.value(2).kind == Value::Kind::Int)
    return Value::ofTensor(call.slice(x, dim, call.value(2).integer, taken));
  return Value::ofTensor(call.emit<NarrowOp>({x, call.value(2).tensor},
                                             {call.attribute("dim", dim), call.attribute("size", taken)}));
}

/// What negative amounts cut off; they are 0 then.
mlir::Value cropped(PrimitiveCall& call, mlir::Value x, llvm::MutableArrayRef<int64_t> low,
                    llvm::MutableArrayRef<int64_t> high) {
  for (size_t axis = 0; axis < low.size() && x; ++axis) {
    int64_t first = std::max<int64_t>(-low[axis], 0), last = std::max<int64_t>(-high[axis], 0);
    int64_t rest = shapeOf(x)[axis] - first - last;
    if (rest < 0) {
      call.error(1, "it takes " + std::to_string(first + last) + " elements off axis " +
                        std::to_string(axis) + " of " + describe(Value::ofTensor(x)));
      return nullptr;
    }
    x = call.slice(x, static_cast<int64_t>(axis), first, rest);
    low[axis] = std::max<int64_t>(low[axis], 0);
    high[axis] = std::max<int64_t>(high[axis], 0);
  }
  return x;
}

/// Each axis begins again at its other end.
mlir::Value wrapped(PrimitiveCall& call, mlir::Value x, llvm::ArrayRef<int64_t> low,
                    llvm::ArrayRef<int64_t> high) {
  for (size_t axis = 0; axis < low.size(); ++axis) {
    auto dim = static_cast<int64_t>(axis);
    int64_t size = shapeOf(x)[axis];
    if (low[axis] > size || high[axis] > size) {
      call.error(1, "a circular pad takes at most the whole axis, " + std::to_string(size) + " here, found " +
                        std::to_string(std::max(low[axis], high[axis])));
      return nullptr;
    }
    llvm::SmallVector<mlir::Value> parts{x};
    if (low[axis] > 0)
      parts.insert(parts.begin(), call.slice(x, dim, size - low[axis], low[axis]));
    if (high[axis] > 0)
      parts.push_back(call.slice(x, dim, 0, high[axis]));
    if (call.failed())
      return nullptr;
    if (parts.size() > 1)
      x = call.emit<ConcatOp>(parts, call.attribute("dim", dim));
    if (!x)
      return nullptr;
  }
  return x;
}

Value pad(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  auto amounts = call.integers(1);
  std::string mode = call.string(2);
  double value = call.number(3);
  if (call.failed())
    return Value::poison();
  size_t rank = shapeOf(x).size();
  auto padMode = symbolizePadMode(mode);
  bool circular = mode == "circular";
  if (!padMode && !circular)
    call.error(2,
               "expected \"constant\", \"reflect\", \"replicate\" or \"circular\", found \"" + mode + "\"");
  if (amounts.size() % 2 || amounts.size() / 2 > rank)
    call.error(1, "expected two amounts an axis, last axis first, for at most " + std::to_string(rank) +
                      " axes, found " + spellShape(amounts));
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<int64_t> low(rank, 0), high(rank, 0);
  for (size_t i = 0; i < amounts.size() / 2; ++i) {
    low[rank - 1 - i] = amounts[2 * i];
    high[rank - 1 - i] = amounts[2 * i + 1];
  }
  x = cropped(call, x, low, high);
  if (circular && x)
    return Value::ofTensor(wrapped(call, x, low, high));
  if (!x || !padMode)
    return Value::poison();
  // The dialect's value is a double, which does not hold every i64; around a difference that wraps, 0 does.
  mlir::Value exact;
  if (*padMode == PadMode::Constant && call.value(3).kind == Value::Kind::Int && std::fabs(value) >= 0x1p53 &&
      mlir::getElementTypeOrSelf(x.getType()).isInteger(64)) {
    exact = call.scalar(call.value(3), mlir::getElementTypeOrSelf(x.getType()), call.arguments[3].span);
    x = exact ? call.emit<SubOp>({x, exact}) : nullptr;
    value = 0;
    if (!x)
      return Value::poison();
  }
  mlir::Attribute modeAttribute = PadModeAttr::get(call.context(), *padMode);
  mlir::Value padded =
      call.emit<PadOp>(x, {call.attribute("low", low), call.attribute("high", high),
                           call.attribute("mode", modeAttribute), call.attribute("value", value)});
  return Value::ofTensor(padded && exact ? call.emit<AddOp>({padded, exact}) : padded);
}

constexpr Primitive kRows[] = {
    {"reshape", "x, shape", reshape},
    {"flatten", "x, start_dim=0, end_dim=-1", flatten},
    {"transpose", "x, dim0, dim1", transpose},
    {"permute", "x, dims", permute},
    {"expand", "x, sizes", expand},
    {"unsqueeze", "x, dim", unsqueeze},
    {"squeeze", "x, dim", squeeze},
    {"concat", "list, dim=0", concat},
    {"stack", "list, dim=0", stack},
    {"split", "x, size, dim=0", split},
    {"slice", "x, dim, start, end, step=1", slice},
    {"update", "x, values, dim, start", update},
    {"narrow", "x, dim, start, size", narrow},
    {"pad", "x, pad, mode=\"constant\", value=0.0", pad},
};

} // namespace

llvm::ArrayRef<Primitive> shapePrimitives() {
  return kRows;
}

} // namespace aic::graph
