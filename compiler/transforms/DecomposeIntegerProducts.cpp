// aic-decompose-integer-products: sums of products of two tensors of 8-bit integers, where a device has no
// kernel of integers for them, become such sums in f32, which are as exact: where so many products are added
// that f32 could round, the weight is split into two of 4 bits, and where that is not enough, the sum into
// parts that are added as integers.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "compiler/transforms/Values.h"

#include "llvm/Support/MathExtras.h"

#include <functional>

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_DECOMPOSEINTEGERPRODUCTS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-decompose-integer-products";
constexpr int64_t kExactProducts = 514; // of numbers in [-255, 255] and [-128, 127], in 24 bits
constexpr int64_t kExactSplit = 4386;   // of numbers in [-255, 255] and [-8, 15]

/// Which of a weight's bits: all, or w = 16 * high + low, low in [0, 15].
enum class Part { Whole, High, Low };

double partOf(double number, Part part) {
  const double high = std::floor(number / 16);
  return part == Part::Whole ? number : part == Part::High ? high : number - 16 * high;
}

class Decomposer {
public:
  explicit Decomposer(Operation* op) : b(op), loc(op->getLoc()), op(op), i32(b.getI32Type()) {}

  Value sums() {
    Value x = floats(op->getOperand(0)), all;
    if (auto conv = dyn_cast<Conv2dOp>(op))
      all = convolutionSums(conv, x);
    else
      all = matrixSums(x);
    if (op->getNumOperands() < 3)
      return all;
    Value bias = op->getOperand(2);
    if (isa<Conv2dOp>(op))
      bias = reshape(b, loc, bias, {shapeOf(bias)[0], 1, 1});
    return AddOp::create(b, loc, all, bias);
  }

private:
  OpBuilder b;
  Location loc;
  Operation* op;
  Type i32;

  Value cast(Value x, Type element) { return CastOp::create(b, loc, typeOf(x).clone(element), x); }
  Value floats(Value x) { return cast(x, b.getF32Type()); }
  Value number(double value) {
    return ConstantOp::create(b, loc,
                              DenseElementsAttr::get(RankedTensorType::get({}, b.getF32Type()),
                                                     b.getF32FloatAttr(static_cast<float>(value))));
  }

  /// A part of a weight of integers as floats: now, if it is constant.
  Value part(Value weight, Part which) {
    if (ElementsAttr bytes = constantWithData(weight)) {
      FailureOr<reference::Tensor> tensor = reference::fromAttr(bytes);
      if (succeeded(tensor)) {
        reference::Tensor made;
        made.shape = tensor->shape;
        made.element = b.getF32Type();
        for (int64_t value : tensor->i)
          made.f.push_back(partOf(double(value), which));
        const char* names[] = {"+f32", "+high", "+low"};
        if (ElementsAttr attr =
                reference::toAttr(made, (resourceKey(bytes) + names[static_cast<int>(which)]).str()))
          return makeConstant(b, loc, attr);
      }
    }
    Value whole = floats(weight);
    if (which == Part::Whole)
      return whole;
    Value sixteen = number(16), high = FloorOp::create(b, loc, DivOp::create(b, loc, whole, sixteen));
    return which == Part::High
               ? high
               : SubOp::create(b, loc, whole, MulOp::create(b, loc, high, sixteen)).getResult();
  }

  /// The sums of `count` products, at most kExactSplit, that `product` computes of a weight of floats.
  Value exact(Value weight, int64_t count, llvm::function_ref<Value(Value)> product) {
    if (count <= kExactProducts)
      return cast(product(part(weight, Part::Whole)), i32);
    Value high = cast(product(part(weight, Part::High)), i32);
    Value low = cast(product(part(weight, Part::Low)), i32);
    Value sixteen = ConstantOp::create(
        b, loc, DenseElementsAttr::get(RankedTensorType::get({}, i32), b.getI32IntegerAttr(16)));
    return AddOp::create(b, loc, MulOp::create(b, loc, high, sixteen), low);
  }

  /// [0, size) in parts of at most `most`, as many and as equal as may be; i32 wraps, as the sums do.
  Value addParts(int64_t size, int64_t most, llvm::function_ref<Value(int64_t first, int64_t length)> of) {
    const int64_t parts = std::max<int64_t>(llvm::divideCeil(size, most), 1);
    Value all;
    for (int64_t part = 0; part < parts; ++part) {
      const int64_t first = part * size / parts, next = (part + 1) * size / parts;
      Value one = of(first, next - first);
      all = all ? AddOp::create(b, loc, all, one).getResult() : one;
    }
    return all;
  }

  Value slice(Value x, int64_t axis, int64_t first, int64_t length) {
    SmallVector<int64_t> begin(typeOf(x).getRank(), 0), shape(shapeOf(x)), steps(begin.size(), 1);
    if (shape[axis] == length)
      return x;
    begin[axis] = first;
    shape[axis] = length;
    ElementsAttr bytes = constantWithData(x);
    Value made = SliceOp::create(b, loc, x, begin, shape, steps);
    SmallVector<reference::Tensor> results;
    if (!bytes)
      return made;
    FailureOr<reference::Tensor> tensor = reference::fromAttr(bytes);
    if (failed(tensor) || failed(reference::evaluate(made.getDefiningOp(), {&*tensor}, results)))
      return made;
    ElementsAttr attr = reference::toAttr(results[0], (resourceKey(bytes) + "+part").str());
    return attr ? makeConstant(b, loc, attr) : made;
  }

  Value matrixSums(Value x) {
    Value weight = op->getOperand(1);
    const int64_t last = typeOf(x).getRank() - 1,
                  inner = typeOf(weight).getRank() - (isa<LinearOp>(op) ? 1 : 2);
    return addParts(shapeOf(x).back(), kExactSplit, [&](int64_t first, int64_t length) {
      Value left = slice(x, last, first, length);
      return exact(slice(weight, inner, first, length), length, [&](Value right) -> Value {
        if (isa<LinearOp>(op))
          return LinearOp::create(b, loc, left, right, Value());
        return MatmulOp::create(b, loc, left, right);
      });
    });
  }

  /// Channels [first, first + length) of each group of an image in nchw.
  Value groupChannels(Value x, int64_t groups, int64_t first, int64_t length) {
    SmallVector<int64_t> shape(shapeOf(x)), split(shape);
    split[1] = groups;
    split.insert(split.begin() + 2, shape[1] / groups);
    shape[1] = groups * length;
    return reshape(b, loc, slice(reshape(b, loc, x, split), 2, first, length), shape);
  }

  /// The weight with zeros outside of the places [first, first + length) of its window.
  Value windowPart(Value weight, int64_t first, int64_t length) {
    reference::Tensor mask;
    mask.shape.assign(shapeOf(weight).begin(), shapeOf(weight).end());
    mask.shape[0] = mask.shape[1] = 1;
    mask.element = typeOf(weight).getElementType();
    mask.i.assign(static_cast<size_t>(mask.shape[2] * mask.shape[3]), 0);
    std::fill_n(mask.i.begin() + first, length, 1);
    return MulOp::create(b, loc, weight, makeConstant(b, loc, reference::toAttr(mask, "window")));
  }

  Value convolutionSums(Conv2dOp conv, Value x) {
    const int64_t groups = conv.getGroups(), channels = shapeOf(conv.getWeight())[1],
                  area = shapeOf(conv.getWeight())[2] * shapeOf(conv.getWeight())[3];
    Value weight = conv.getWeight();
    auto of = [&](Value image) {
      return [&, image](Value filter) -> Value {
        return Conv2dOp::create(b, loc, image, filter, Value(), conv.getStride(), conv.getPadding(),
                                conv.getDilation(), groups, conv.getLayout());
      };
    };
    if (area * channels <= kExactSplit)
      return exact(weight, area * channels, of(x));
    const int64_t each = std::max<int64_t>(kExactSplit / area, 1);
    return addParts(channels, each, [&](int64_t first, int64_t length) {
      Value image = groupChannels(x, groups, first, length), filter = slice(weight, 1, first, length);
      if (area <= kExactSplit)
        return exact(filter, area * length, of(image));
      return addParts(area, kExactSplit, [&](int64_t place, int64_t places) {
        return exact(windowPart(filter, place, places), places, of(image));
      });
    });
  }
};

struct DecomposeIntegerProductsPass : impl::DecomposeIntegerProductsBase<DecomposeIntegerProductsPass> {
  using DecomposeIntegerProductsBase::DecomposeIntegerProductsBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    SmallVector<Operation*> products;
    getOperation().walk([&](Operation* op) {
      if (isa<Conv2dOp, LinearOp, MatmulOp>(op) && typeOf(op->getResult(0)).getElementType().isInteger() &&
          !onImagesLast(op))
        products.push_back(op);
    });
    for (Operation* op : products) {
      std::string why = asked->whyNot(op);
      if (why.empty() && typeOf(op->getOperand(0)).getNumElements() == 0)
        why = "it has no products";
      if (why.empty())
        continue;
      reportMissed(op->getLoc(), kPass, describe(op) + " of integers is one of floats, as exact: " + why);
      OracleSilence silence(&getContext());
      op->getResult(0).replaceAllUsesWith(Decomposer(op).sums());
      op->erase();
    }
  }

  /// A convolution in nhwc: this runs before any is.
  static bool onImagesLast(Operation* op) {
    auto conv = dyn_cast<Conv2dOp>(op);
    return conv && conv.getLayout() == Layout::NHWC;
  }
};

} // namespace

} // namespace aic::transforms
