// Products of two quantised tensors: the sums are those of integers, and scaled. aic-read-quantised makes
// them.
#include "compiler/transforms/IntegerProducts.h"

#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/StoredMatrix.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Quantised.h"

#include <cmath>

using namespace mlir;

namespace aic::transforms {
namespace {

/// (q - zero) * scale, q of 8 bits; with its axes moved where `move` is there.
struct Quantised {
  Value q;
  TransposeOp move;
  double scale = 1;
  int64_t zero = 0;
};

/// `value` as one, as a frontend spells it: cast, sub, mul, of one number each.
std::optional<Quantised> quantisedOf(Value value) {
  auto move = value.getDefiningOp<TransposeOp>();
  if (move)
    value = move.getX();
  auto mul = value.getDefiningOp<MulOp>();
  std::optional<double> scale = mul ? splatNumber(mul.getB()) : std::nullopt;
  if (!scale || !(*scale > 0) || !std::isfinite(*scale))
    return std::nullopt;
  Quantised found{mul.getA(), move, *scale, 0};
  if (auto sub = found.q.getDefiningOp<SubOp>()) {
    std::optional<double> zero = splatNumber(sub.getB());
    if (!zero || *zero != std::floor(*zero) || std::fabs(*zero) > 255)
      return std::nullopt;
    found.zero = static_cast<int64_t>(*zero);
    found.q = sub.getA();
  }
  auto cast = found.q.getDefiningOp<CastOp>();
  if (!cast || !typeOf(cast.getX()).getElementType().isInteger(8) || !typeOf(cast).getElementType().isF32())
    return std::nullopt;
  found.q = cast.getX();
  const bool isUnsigned = typeOf(found.q).getElementType().isUnsignedInteger();
  if (found.zero < (isUnsigned ? 0 : -128) || found.zero > (isUnsigned ? 255 : 127))
    return std::nullopt;
  return found;
}

/// The products of `x` that this sum of `rows` of numbers has for each unit of its zero point.
std::vector<int64_t> sumsOf(const StoredMatrix& m) {
  std::vector<int64_t> sums(static_cast<size_t>(m.outputs), 0);
  for (int64_t i = 0; i < m.outputs * m.inputs; ++i)
    sums[i / m.inputs] += m.numbers[i];
  return sums;
}

int32_t wrapped(int64_t value) {
  return static_cast<int32_t>(static_cast<uint32_t>(value));
}

class IntegerProduct {
public:
  IntegerProduct(OpBuilder& b, Operation* op, const Quantised& x, const StoredMatrix& m)
      : b(b), loc(op->getLoc()), op(op), x(x), m(m) {}

  Value make(Value bias) {
    std::vector<int64_t> terms = sumsOf(m);
    for (int64_t& term : terms)
      term *= -x.zero;
    const bool taken = takeBias(bias, terms);
    Value sums = product(terms);
    Value scaled =
        MulOp::create(b, loc, CastOp::create(b, loc, typeOf(sums).clone(b.getF32Type()), sums), scales());
    return bias && !taken ? AddOp::create(b, loc, scaled, bias).getResult() : scaled;
  }

private:
  OpBuilder& b;
  Location loc;
  Operation* op;
  const Quantised& x;
  const StoredMatrix& m;

  double scaleOf(int64_t output) const {
    return x.scale * double(m.scales.size() > 1 ? m.scales[output] : m.scales[0]);
  }

  /// A bias that is whole numbers of the products' scale, as quantised models have it, goes into the sums.
  bool takeBias(Value bias, std::vector<int64_t>& terms) {
    ElementsAttr value = bias ? constantWithData(bias) : ElementsAttr();
    if (!value)
      return false;
    FailureOr<reference::Tensor> numbers = reference::fromAttr(value);
    if (failed(numbers) || numbers->size() != m.outputs)
      return false;
    std::vector<int64_t> whole;
    for (int64_t output = 0; output < m.outputs; ++output) {
      const double number = numbers->f[output] / scaleOf(output), nearest = std::nearbyint(number);
      // As far off as roundings of the bias, the scales and their product to f32 can be.
      if (!(std::fabs(nearest) < 0x1p30) ||
          std::fabs(number - nearest) > std::max(1e-4, std::fabs(number) * 0x1p-21) ||
          std::fabs(number - nearest) > 0.25)
        return false;
      whole.push_back(static_cast<int64_t>(nearest));
    }
    for (auto [term, number] : llvm::zip(terms, whole))
      term += number;
    return true;
  }

  Value scales() {
    reference::Tensor numbers;
    if (m.scales.size() > 1)
      numbers.shape = {m.outputs};
    numbers.element = b.getF32Type();
    for (size_t i = 0; i < m.scales.size(); ++i)
      numbers.f.push_back(scaleOf(static_cast<int64_t>(i)));
    return makeConstant(b, loc, reference::toAttr(numbers, m.name + "+scale"));
  }

  Value product(const std::vector<int64_t>& terms) {
    auto conv = dyn_cast<Conv2dOp>(op);
    SmallVector<int64_t> shape = {m.outputs, m.inputs};
    if (conv)
      shape.assign(shapeOf(conv.getWeight()).begin(), shapeOf(conv.getWeight()).end());
    char* data = nullptr;
    ElementsAttr numbers = newResource(RankedTensorType::get(shape, b.getI8Type()), m.name, &data);
    if (!numbers)
      return {};
    for (auto [i, number] : llvm::enumerate(m.numbers))
      data[i] = static_cast<char>(number);
    Value weight = makeConstant(b, loc, numbers), bias;
    if (llvm::any_of(terms, [](int64_t term) { return term != 0; })) {
      reference::Tensor sums;
      sums.shape = {m.outputs};
      sums.element = b.getI32Type();
      for (int64_t term : terms)
        sums.i.push_back(wrapped(term));
      bias = makeConstant(b, loc, reference::toAttr(sums, m.name + "+sums"));
    }
    Value image = x.q;
    if (TransposeOp move = x.move)
      image = TransposeOp::create(b, loc, image, move.getPermAttr());
    if (!conv)
      return LinearOp::create(b, loc, image, weight, bias);
    SmallVector<int64_t> padding(conv.getPadding()); // top, left, bottom, right
    // Kernels of the family "window" read no padding: it is zeros.
    if ((x.zero != 0 || conv.getFamily() != "window") &&
        llvm::any_of(padding, [](int64_t pad) { return pad != 0; })) {
      const bool last = conv.getLayout() == Layout::NHWC;
      SmallVector<int64_t> low(4, 0), high(4, 0);
      low[last ? 1 : 2] = padding[0];
      low[last ? 2 : 3] = padding[1];
      high[last ? 1 : 2] = padding[2];
      high[last ? 2 : 3] = padding[3];
      image = PadOp::create(b, loc, image, low, high, PadMode::Constant, llvm::APFloat(double(x.zero)));
      padding.assign(4, 0);
    }
    return Conv2dOp::create(b, loc, image, weight, bias, conv.getStride(), padding, conv.getDilation(),
                            conv.getGroups(), conv.getLayout());
  }
};

} // namespace

Value integerProduct(OpBuilder& b, Operation* op, const Targets& targets, std::string& why) {
  auto conv = dyn_cast<Conv2dOp>(op);
  bool transposed = isa<MatmulOp>(op);
  std::optional<Quantised> x = quantisedOf(op->getOperand(0));
  DequantizeOp weight = quantisedBehind(op->getOperand(1), transposed);
  if (!x || !weight || (conv && conv.getLayout() != Layout::NHWC) ||
      typeOf(op->getResult(0)).getNumElements() == 0 || weight.getType().getNumElements() == 0)
    return {};
  std::unique_ptr<StoredMatrix> matrix = storedMatrix(weight, transposed);
  if (!matrix || matrix->blocks() > 1) {
    why = "its weight has several scales for one output";
    return {};
  }
  if (!matrix->fits(-128, 127)) {
    why = "its weight's numbers less their zero points do not fit 8 bits";
    return {};
  }
  Draft draft(b);
  Value bias = op->getNumOperands() > 2 ? op->getOperand(2) : Value();
  Value made = IntegerProduct(b, op, *x, *matrix).make(bias);
  if (why = draft.whyNot(targets); !why.empty()) {
    draft.takeBack();
    return {};
  }
  return made;
}

} // namespace aic::transforms
