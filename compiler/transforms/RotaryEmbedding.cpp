// Rotary embeddings: see RotaryEmbedding.h. A row of 2 h elements is two halves [2, h], or h pairs [h, 2]: in
// either shape its two parts are a and b, and the model has
//   [a * c - b * s, b * c + a * s]        (Parts), or with c and s for all of the row
//   x * c + [-b, a] * s                   (Rotated)
// Both are x * c + [b, a] * [-s, s].
#include "compiler/transforms/RotaryEmbedding.h"

#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"

using namespace mlir;

namespace aic::transforms {

namespace {

/// x as pairs of parts: its shape with the axis `axis`, of size 2, for the part. x: what the model slices, or
/// that before a reshape.
struct Pairs {
  Value x;
  SmallVector<int64_t> shape;
  int64_t axis = 0;

  bool operator==(const Pairs& other) const {
    return x == other.x && shape == other.shape && axis == other.axis;
  }
  /// The shape of a part.
  SmallVector<int64_t> part() const {
    SmallVector<int64_t> sizes(shape);
    sizes.erase(sizes.begin() + axis);
    return sizes;
  }
};

/// One of the two parts.
struct Part {
  Pairs of;
  int64_t index = 0;
  bool negative = false;
};

Value behindReshapes(Value value) {
  while (auto reshape = value.getDefiningOp<ReshapeOp>())
    value = reshape.getX();
  return value;
}

/// The last axis of `shape` as pairs.
SmallVector<int64_t> asPairs(ArrayRef<int64_t> shape, bool halves) {
  int64_t half = shape.back() / 2;
  return halves ? join(shape.drop_back(), {2, half}) : join(shape.drop_back(), {half, 2});
}

/// What `slice` takes, if that is one of the two parts of its operand's rows.
std::optional<Part> partOf(SliceOp slice) {
  ArrayRef<int64_t> x = shapeOf(slice.getX()), sizes = slice.getSizes();
  int64_t rank = x.size(), cut = -1;
  for (int64_t axis = 0; axis < rank; ++axis)
    if (sizes[axis] != x[axis]) {
      if (cut >= 0)
        return std::nullopt;
      cut = axis;
    }
  if (cut < 0 || sizes[cut] * 2 != x[cut] || sizes[cut] == 0)
    return std::nullopt;
  for (int64_t axis = 0; axis < rank; ++axis)
    if (axis != cut && slice.getStrides()[axis] != 1)
      return std::nullopt;
  int64_t offset = slice.getOffsets()[cut], stride = slice.getStrides()[cut], size = sizes[cut];
  Part part;
  part.of.x = slice.getX();
  if (size == 1 && cut + 2 >= rank && rank >= 2) { // an axis of pairs, which the model made
    part.of.shape.assign(x.begin(), x.end());
    part.of.axis = cut;
    part.index = offset;
  } else if (cut == rank - 1 && (stride == 1 || stride == 2)) {
    bool halves = stride == 1;
    if (halves ? offset % size != 0 : offset > 1)
      return std::nullopt;
    part.of.shape = asPairs(x, halves);
    part.of.axis = halves ? rank - 1 : rank;
    part.index = halves ? offset / size : offset;
  } else {
    return std::nullopt;
  }
  part.of.x = behindReshapes(part.of.x);
  return part;
}

/// A part behind reshapes, and negations where `negative` may be.
std::optional<Part> findPart(Value value, bool mayBeNegative) {
  bool negative = false;
  while (Operation* op = value.getDefiningOp()) {
    if (isa<ReshapeOp>(op)) {
      value = op->getOperand(0);
    } else if (mayBeNegative && isa<NegOp>(op)) {
      negative = !negative;
      value = op->getOperand(0);
    } else {
      break;
    }
  }
  auto slice = value.getDefiningOp<SliceOp>();
  std::optional<Part> part = slice ? partOf(slice) : std::nullopt;
  if (part)
    part->negative = negative;
  return part;
}

/// True where the two operands of `concat`, each of the elements of a part, lie in its result as the parts of
/// `pairs` do.
bool joinsParts(ConcatOp concat, const Pairs& pairs) {
  ArrayRef<int64_t> joined = shapeOf(concat.getResult());
  auto dim = int64_t(concat.getDim());
  if (concat.getInputs().size() != 2 || concat.getInputs()[0].getType() != concat.getInputs()[1].getType())
    return false;
  SmallVector<int64_t> shape(joined.take_front(dim));
  shape.append({2, joined[dim] / 2});
  llvm::append_range(shape, joined.drop_front(dim + 1));
  // Sizes of 1 are in nobody's way.
  auto inner = [](ArrayRef<int64_t> sizes, int64_t axis) {
    return ShapedType::getNumElements(sizes.drop_front(axis + 1));
  };
  return ShapedType::getNumElements(joined) == ShapedType::getNumElements(pairs.shape) &&
         inner(shape, dim) == inner(pairs.shape, pairs.axis);
}

/// A rotation: the pairs, their factors c and s, and the rank of what these broadcast to.
struct Rotation {
  Pairs pairs;
  Value c, s;
  bool ofParts = false;       ///< c and s are those of a part; else those of a whole row
  SmallVector<int64_t> shape; ///< that c and s broadcast to
};

/// What one factor of a product is where the other satisfies `is`.
template <typename Is> Value otherFactor(Value product, Is is) {
  auto mul = product.getDefiningOp<MulOp>();
  if (!mul || !mul->hasOneUse())
    return {};
  return is(mul.getA()) ? Value(mul.getB()) : is(mul.getB()) ? Value(mul.getA()) : Value();
}

/// True for [-b, a].
bool isRotated(ConcatOp concat, Pairs& pairs) {
  if (concat.getInputs().size() != 2)
    return false;
  std::optional<Part> first = findPart(concat.getInputs()[0], true),
                      second = findPart(concat.getInputs()[1], true);
  if (!first || !second || !(first->of == second->of) || first->index != 1 || second->index != 0 ||
      !first->negative || second->negative || !joinsParts(concat, first->of))
    return false;
  pairs = first->of;
  return true;
}

/// x * c + [-b, a] * s. `rotated` is the last of the two.
std::optional<Rotation> findRotated(AddOp add, Value rotated, Value straight, std::string& why) {
  Rotation found;
  ConcatOp concat;
  found.s = otherFactor(rotated, [&](Value value) {
    if (!concat) {
      auto made = behindReshapes(value).getDefiningOp<ConcatOp>();
      if (made && isRotated(made, found.pairs))
        concat = made;
      return concat != nullptr;
    }
    return false;
  });
  if (!found.s)
    return std::nullopt;
  found.c = otherFactor(straight, [&](Value value) { return behindReshapes(value) == found.pairs.x; });
  if (!found.c) {
    why = "what they are added to is no product of the same tensor";
    return std::nullopt;
  }
  found.shape.assign(shapeOf(add.getResult()).begin(), shapeOf(add.getResult()).end());
  if (found.shape.empty() || found.shape.back() % 2 != 0 ||
      asPairs(found.shape, found.pairs.axis + 2 == int64_t(found.pairs.shape.size())) != found.pairs.shape) {
    why = "the rows of the sum are not those that are rotated";
    return std::nullopt;
  }
  return found;
}

/// [a * c - b * s, b * c + a * s].
std::optional<Rotation> findParts(ConcatOp concat, std::string& why) {
  if (concat.getInputs().size() != 2)
    return std::nullopt;
  Value inputs[] = {behindReshapes(concat.getInputs()[0]), behindReshapes(concat.getInputs()[1])};
  auto sub = inputs[0].getDefiningOp<SubOp>();
  auto add = inputs[1].getDefiningOp<AddOp>();
  if (!sub || !add)
    return std::nullopt;
  // A product as (part, factor).
  auto product = [](Value value) -> std::optional<std::pair<Part, Value>> {
    auto mul = value.getDefiningOp<MulOp>();
    if (!mul)
      return std::nullopt;
    for (auto [x, factor] : {std::pair(mul.getA(), mul.getB()), std::pair(mul.getB(), mul.getA())})
      if (std::optional<Part> part = findPart(x, false); part && shapeOf(x) == ArrayRef(part->of.part()))
        return std::pair(*part, Value(factor));
    return std::nullopt;
  };
  auto ac = product(sub.getA()), bs = product(sub.getB()), one = product(add.getA()),
       two = product(add.getB());
  if (!ac || !bs || !one || !two)
    return std::nullopt;
  if (one->first.index == 0)
    std::swap(one, two); // b * c, a * s
  bool parts = ac->first.index == 0 && bs->first.index == 1 && one->first.index == 1 &&
               two->first.index == 0 && ac->first.of == bs->first.of && ac->first.of == one->first.of &&
               ac->first.of == two->first.of;
  if (!parts)
    return std::nullopt;
  if (ac->second != one->second || bs->second != two->second) {
    why = "the two parts have other factors";
    return std::nullopt;
  }
  Rotation found{ac->first.of, ac->second, bs->second, true, ac->first.of.part()};
  if (!joinsParts(concat, found.pairs) || shapeOf(sub.getResult()) != ArrayRef(found.shape) ||
      shapeOf(add.getResult()) != ArrayRef(found.shape)) {
    why = "they are not put together as they were taken";
    return std::nullopt;
  }
  return found;
}

/// Makes the one sum of a rotation, at `root`.
class Builder {
public:
  Builder(Operation* root, Rotation& rotation) : builder(root), loc(root->getLoc()), r(rotation) {}

  /// Of root's shape.
  Value make() {
    SmallVector<int64_t> before = passTransposes();
    Value x = reshape(builder, loc, r.pairs.x, r.pairs.shape);
    int64_t rank = r.pairs.shape.size();
    SmallVector<int64_t> offsets(rank, 0), strides(rank, 1);
    offsets[r.pairs.axis] = 1;
    strides[r.pairs.axis] = -1;
    Value flipped = SliceOp::create(builder, loc, x, offsets, r.pairs.shape, strides);
    Value sum =
        AddOp::create(builder, loc, MulOp::create(builder, loc, x, c),
                      MulOp::create(builder, loc, flipped, MulOp::create(builder, loc, s, ofParts({-1, 1}))));
    if (before.empty())
      return sum;
    return TransposeOp::create(builder, loc, sum, builder.getDenseI64ArrayAttr(before));
  }

private:
  /// c and s in the pairs' shape, all ranks; and where x is only rows in another order: the rows as they
  /// were, and what brings the result into that order (empty: nothing).
  SmallVector<int64_t> passTransposes() {
    c = inPairs(r.c);
    s = inPairs(r.s);
    auto transpose = r.pairs.x.getDefiningOp<TransposeOp>();
    int64_t inner = 2, rank = r.pairs.shape.size();
    SmallVector<int64_t> own;
    if (transpose)
      own.assign(transpose.getPerm().begin(), transpose.getPerm().end());
    int64_t outer = own.size() - 1; // axes of x that are rows
    if (!transpose || own.back() != outer || outer != rank - inner ||
        shapeOf(r.pairs.x).drop_back() != ArrayRef(r.pairs.shape).take_front(outer) ||
        isReadElsewhere(transpose))
      return {};
    SmallVector<int64_t> back(rank), perm(own);
    perm.back() = outer;
    perm.push_back(outer + 1);
    for (int64_t i = 0; i < rank; ++i)
      back[perm[i]] = i;
    SmallVector<int64_t> shape(rank);
    for (int64_t i = 0; i < rank; ++i)
      shape[i] = r.pairs.shape[back[i]];
    c = permuted(c, back);
    s = permuted(s, back);
    r.pairs.shape = shape;
    r.pairs.x = transpose.getX();
    return perm;
  }

  /// True where others read the transpose than slices, products and reshapes for them.
  static bool isReadElsewhere(TransposeOp transpose) {
    return llvm::any_of(transpose->getUsers(),
                        [](Operation* user) { return !isa<SliceOp, MulOp, ReshapeOp>(user); });
  }

  /// A factor that broadcasts to r.shape, in the pairs' shape where it is not 1. One for each pair is
  /// repeated where pairs lie side by side: vectors go over both.
  Value inPairs(Value factor) {
    SmallVector<int64_t> sizes(r.shape.size() - shapeOf(factor).size(), 1);
    llvm::append_range(sizes, shapeOf(factor));
    int64_t rank = r.pairs.shape.size();
    if (r.ofParts) {
      sizes.insert(sizes.begin() + r.pairs.axis, 1);
      factor = reshape(builder, loc, factor, sizes);
      if (r.pairs.axis != rank - 1 || sizes[rank - 2] == 1)
        return factor;
      return MulOp::create(builder, loc, factor, ofParts({1, 1}));
    }
    bool one = sizes.back() == 1;
    sizes.pop_back();
    ArrayRef<int64_t> last = ArrayRef(r.pairs.shape).take_back(2);
    sizes.append({one ? 1 : last[0], one ? 1 : last[1]});
    return reshape(builder, loc, factor, sizes);
  }

  /// A reshape where only axes of size 1 move.
  Value permuted(Value value, ArrayRef<int64_t> perm) {
    SmallVector<int64_t> sizes, moved;
    for (int64_t axis : perm) {
      sizes.push_back(shapeOf(value)[axis]);
      if (sizes.back() != 1)
        moved.push_back(axis);
    }
    if (llvm::is_sorted(moved))
      return reshape(builder, loc, value, sizes);
    return TransposeOp::create(builder, loc, value, builder.getDenseI64ArrayAttr(perm));
  }

  /// A number for the first part and one for the second.
  Value ofParts(std::vector<double> numbers) {
    SmallVector<int64_t> shape{2};
    if (r.pairs.axis + 2 == int64_t(r.pairs.shape.size()))
      shape.push_back(1);
    auto type = RankedTensorType::get(shape, typeOf(r.pairs.x).getElementType());
    return makeConstant(builder, loc, roundedAttr(std::move(numbers), type, "parts"));
  }

  OpBuilder builder;
  Location loc;
  Rotation& r;
  Value c, s;
};

bool isFloats(Value value) {
  return isa<FloatType>(typeOf(value).getElementType());
}

} // namespace

void foldRotaryEmbeddings(func::FuncOp function, StringRef pass) {
  SmallVector<Operation*> candidates;
  function.walk([&](Operation* op) {
    if (isa<AddOp, ConcatOp>(op) && isFloats(op->getResult(0)) &&
        typeOf(op->getResult(0)).getNumElements() > 0)
      candidates.push_back(op);
  });
  for (Operation* op : candidates) {
    std::string why;
    std::optional<Rotation> found;
    if (auto add = dyn_cast<AddOp>(op)) {
      found = findRotated(add, add.getA(), add.getB(), why);
      if (!found && why.empty())
        found = findRotated(add, add.getB(), add.getA(), why);
    } else {
      found = findParts(cast<ConcatOp>(op), why);
    }
    if (!found) {
      if (!why.empty())
        reportMissed(op->getLoc(), pass,
                     "the rotated halves or pairs of a tensor are no rotary embedding: " + why);
      continue;
    }
    Value made = Builder(op, *found).make();
    OpBuilder after(op);
    op->getResult(0).replaceAllUsesWith(reshape(after, op->getLoc(), made, shapeOf(op->getResult(0))));
    op->erase();
    reportPassed(made.getLoc(), pass,
                 "a rotary embedding is one kernel over pairs, which reads its operand twice");
  }
}

} // namespace aic::transforms
