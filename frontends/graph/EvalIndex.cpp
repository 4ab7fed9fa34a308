// x[...]: items and parts of lists, NumPy's basic indexing of tensors.
#include "frontends/graph/Evaluator.h"

namespace aic::graph {

Value Evaluator::index(Scope& scope, const Expr& e) {
  Value a = evaluate(scope, *e.a);
  if (a.isPoison())
    return a;
  if (a.isTensor() && isFourBits(a.tensor.getType())) {
    error(scope, e.opSpan, storedAlone(a.tensor));
    return Value::poison();
  }
  if (a.isTensor())
    return tensorIndex(scope, e, a.tensor);
  if (a.kind == Value::Kind::List)
    return listIndex(scope, e, a);
  error(scope, e.opSpan, "only lists and tensors have an index, found " + describe(a));
  return Value::poison();
}

/// Python's slice.indices: what `a:b:c` means for a size.
std::optional<Evaluator::Range> Evaluator::range(Scope& scope, const Expr& slice, int64_t size) {
  std::optional<int64_t> bounds[3];
  const Expr* parts[3] = {slice.a.get(), slice.b.get(), slice.c.get()};
  for (int i = 0; i < 3; ++i) {
    if (!parts[i])
      continue;
    Value value = evaluate(scope, *parts[i]);
    if (value.isPoison())
      return std::nullopt;
    if (value.kind == Value::Kind::None)
      continue;
    if (value.kind != Value::Kind::Int) {
      error(scope, parts[i]->span, "the bounds of a slice are ints, found " + describe(value));
      return std::nullopt;
    }
    bounds[i] = value.integer;
  }
  constexpr int64_t kFar = int64_t(1) << 48; // past every tensor, and safe to add
  int64_t step = std::clamp(bounds[2].value_or(1), -kFar, kFar);
  if (step == 0) {
    error(scope, parts[2]->span, "the step of a slice is not 0");
    return std::nullopt;
  }
  int64_t low = step > 0 ? 0 : -1, high = step > 0 ? size : size - 1;
  auto place = [&](std::optional<int64_t> bound, int64_t otherwise) {
    if (!bound)
      return otherwise;
    int64_t at = std::clamp(*bound, -kFar, kFar);
    return std::clamp(at < 0 ? at + size : at, low, high);
  };
  int64_t start = place(bounds[0], step > 0 ? low : high), end = place(bounds[1], step > 0 ? high : low);
  Range range;
  range.count = step > 0 ? (end > start ? (end - start - 1) / step + 1 : 0)
                         : (start > end ? (start - end - 1) / -step + 1 : 0);
  range.start = range.count ? start : 0;
  range.step = range.count > 1 ? step : 1;
  return range;
}

Value Evaluator::listIndex(Scope& scope, const Expr& e, const Value& list) {
  int64_t size = static_cast<int64_t>(list.list->size());
  const Expr& item = *e.items[0].value;
  if (e.items.size() != 1 || item.kind == Expr::Kind::Ellipsis) {
    error(scope, e.opSpan, "a list has one index");
    return Value::poison();
  }
  if (item.kind == Expr::Kind::Slice) {
    std::optional<Range> part = range(scope, item, size);
    if (!part || !spend(scope, e.opSpan, part->count))
      return Value::poison();
    std::vector<Value> items;
    for (int64_t i = 0; i < part->count; ++i)
      items.push_back((*list.list)[part->start + i * part->step]);
    return Value::ofList(std::move(items));
  }
  Value at = evaluate(scope, item);
  if (at.isPoison())
    return at;
  if (at.kind != Value::Kind::Int) {
    error(scope, item.span, "the index of a list is an int, found " + describe(at));
    return Value::poison();
  }
  int64_t i = at.integer < 0 ? at.integer + size : at.integer;
  if (i < 0 || i >= size) {
    error(scope, item.span,
          "index " + spell(at) + " is outside of a list of " + std::to_string(size) +
              (size == 1 ? " item" : " items"));
    return Value::poison();
  }
  return (*list.list)[i];
}

/// The values of an index's items, nothing where one is a slice or `...`; an error where one cannot be an
/// index.
std::optional<std::vector<Value>> Evaluator::indexValues(Scope& scope, const Expr& e) {
  std::vector<Value> values;
  int ellipses = 0;
  for (const Element& item : e.items) {
    const Expr& i = *item.value;
    values.push_back(Value::none());
    if (i.kind == Expr::Kind::Slice)
      continue;
    if (i.kind == Expr::Kind::Ellipsis) {
      if (++ellipses > 1) {
        error(scope, i.span, "an index has one '...' at most");
        return std::nullopt;
      }
      continue;
    }
    Value& value = values.back() = evaluate(scope, i);
    if (value.isPoison())
      return std::nullopt;
    if (value.isTensor()) {
      error(scope, i.span, "a tensor is no index here: the index is known when the model is compiled");
      return std::nullopt;
    }
    if (value.kind != Value::Kind::Int && value.kind != Value::Kind::None) {
      error(scope, i.span, "an index is an int, a slice, '...' or none; found " + describe(value));
      return std::nullopt;
    }
  }
  return values;
}

namespace {
/// The part of a tensor that an index takes, and the shape that it has then.
struct Part {
  llvm::SmallVector<int64_t> offsets, sizes, strides, shape;
  int64_t axis = 0; ///< that the next item takes

  explicit Part(mlir::RankedTensorType type)
      : offsets(type.getRank(), 0), sizes(type.getShape()), strides(type.getRank(), 1) {}
  void keep(int64_t count) {
    for (; count > 0; --count)
      shape.push_back(sizes[axis++]);
  }
};
} // namespace

Value Evaluator::tensorIndex(Scope& scope, const Expr& e, mlir::Value x) {
  auto type = llvm::cast<mlir::RankedTensorType>(x.getType());
  const int64_t rank = type.getRank();
  std::optional<std::vector<Value>> values = indexValues(scope, e);
  if (!values)
    return Value::poison();
  // Each item takes an axis, but for `none` and `...`.
  auto takes = [&](size_t k) {
    Expr::Kind kind = e.items[k].value->kind;
    return kind == Expr::Kind::Slice || (*values)[k].kind == Value::Kind::Int;
  };
  int64_t taken = llvm::count_if(llvm::seq<size_t>(0, e.items.size()), takes);
  if (taken > rank) {
    error(scope, e.opSpan,
          "there are " + std::to_string(taken) + " indices for " + aic::describe(type) + ", which has " +
              std::to_string(rank) + (rank == 1 ? " axis" : " axes"));
    return Value::poison();
  }
  Part part(type);
  for (auto [item, value] : llvm::zip_equal(e.items, *values)) {
    const Expr& i = *item.value;
    if (i.kind == Expr::Kind::Ellipsis) {
      part.keep(rank - taken);
    } else if (i.kind == Expr::Kind::Slice) {
      std::optional<Range> range = this->range(scope, i, part.sizes[part.axis]);
      if (!range)
        return Value::poison();
      part.offsets[part.axis] = range->start;
      part.sizes[part.axis] = range->count;
      part.strides[part.axis] = range->step;
      part.keep(1);
    } else if (value.kind == Value::Kind::None) {
      part.shape.push_back(1);
    } else {
      int64_t size = part.sizes[part.axis], at = value.integer < 0 ? value.integer + size : value.integer;
      if (at < 0 || at >= size) {
        error(scope, i.span,
              "index " + spell(value) + " is outside of axis " + std::to_string(part.axis) + " of " +
                  aic::describe(type) + ", which has size " + std::to_string(size));
        return Value::poison();
      }
      part.offsets[part.axis] = at;
      part.sizes[part.axis++] = 1;
    }
  }
  part.keep(rank - part.axis);
  PrimitiveCall call(*this, scope, e.opSpan, "index");
  if (llvm::ArrayRef<int64_t>(part.sizes) != type.getShape() ||
      llvm::any_of(part.strides, [](int64_t s) { return s != 1; })) {
    x = call.emit<SliceOp>(x, {call.attribute("offsets", part.offsets), call.attribute("sizes", part.sizes),
                               call.attribute("strides", part.strides)});
    if (!x)
      return Value::poison();
  }
  return Value::ofTensor(call.reshape(x, part.shape));
}

} // namespace aic::graph
