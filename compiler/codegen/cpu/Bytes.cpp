// Bytes in epilogues: see Bytes.h.
#include "compiler/codegen/cpu/Bytes.h"

#include "compiler/reference/Uncertainty.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/IRMapping.h"

#include <cmath>

using namespace mlir;

namespace aic::codegen {
namespace {

constexpr int64_t kBytes = 256, kLanesOfTable = 64;
constexpr size_t kMostOperations = 64;

bool isByte(Type tensor) {
  return cast<RankedTensorType>(tensor).getElementType().isInteger(8);
}

bool isNumber(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  auto dense = constant ? dyn_cast<DenseElementsAttr>(constant.getValue()) : DenseElementsAttr();
  return dense && !dense.empty() && dense.isSplat();
}

/// Whether there are integers that it refuses.
bool divides(Operation* op) {
  return isa<DivOp, FloorDivOp, RemOp>(op) && typeOf(op->getResult(0)).getElementType().isInteger();
}

/// The operations between a byte and those behind it, of which there must be one.
class Walk {
public:
  explicit Walk(Operation* last) : last(last), shape(typeOf(last->getResult(0)).getShape()) {}

  bool run() { return visit(last) && source; }

  Value source;
  llvm::SmallVector<Operation*> ops;

private:
  Operation* last;
  ArrayRef<int64_t> shape;
  llvm::SmallPtrSet<Operation*, 16> seen;

  bool visit(Operation* op) {
    if (!seen.insert(op).second)
      return true;
    if (seen.size() > kMostOperations || !isElementwise(op) || divides(op) ||
        typeOf(op->getResult(0)).getShape() != shape)
      return false;
    for (Value operand : op->getOperands())
      if (!isNumber(operand) && !take(operand))
        return false;
    ops.push_back(op);
    return true;
  }

  bool take(Value operand) {
    if (typeOf(operand).getShape() != shape)
      return false;
    Operation* made = operand.getDefiningOp();
    if (!isByte(operand.getType()))
      return made && visit(made);
    if (made && isa<CastOp>(made)) {
      if (std::optional<ByteChain> before = byteChain(made)) {
        for (Operation* op : before->ops)
          if (seen.insert(op).second)
            ops.push_back(op);
        operand = before->source;
      }
    }
    if (!source)
      source = operand;
    return source == operand;
  }
};

/// The results for each byte, by its bits, with every number between rounded as f32 is, so that those beside
/// a tie are ONNX Runtime's; empty where the reference refuses.
std::vector<int8_t> resultsOf(const ByteChain& chain) {
  MLIRContext* context = chain.ops.front()->getContext();
  Block block;
  IRMapping mapping;
  Type byte = typeOf(chain.source).getElementType();
  auto type = [](Type element) { return RankedTensorType::get({kBytes}, element); };
  Location loc = chain.ops.back()->getLoc();
  mapping.map(chain.source, block.addArgument(type(byte), loc));
  OpBuilder b(context);
  b.setInsertionPointToStart(&block);
  for (Operation* op : chain.ops) {
    for (Value operand : op->getOperands())
      if (!mapping.contains(operand)) { // a number
        auto dense = cast<DenseElementsAttr>(operand.getDefiningOp<ConstantOp>().getValue());
        auto one = DenseElementsAttr::get(RankedTensorType::get({}, dense.getElementType()),
                                          dense.getSplatValue<Attribute>());
        mapping.map(operand, ConstantOp::create(b, loc, one).getResult());
      }
    Operation* made = b.clone(*op, mapping);
    made->getResult(0).setType(type(typeOf(op->getResult(0)).getElementType()));
  }
  YieldOp::create(b, loc, mapping.lookup(chain.ops.back()->getResult(0)));
  reference::Tensor all;
  all.shape = {kBytes};
  all.element = byte;
  for (int64_t bits = 0; bits < kBytes; ++bits)
    all.i.push_back(byte.isUnsignedInteger() ? bits : static_cast<int8_t>(bits));
  SmallVector<reference::Tensor> results;
  std::vector<int8_t> found;
  reference::RandomRounding nearest(1);
  if (succeeded(reference::evaluateBlock(block, {all}, results, &nearest)) &&
      results.front().size() == kBytes)
    for (int64_t result : results.front().i)
      found.push_back(static_cast<int8_t>(result));
  return found;
}

memref::GlobalOp globalOf(OpBuilder& b, const ByteChain& chain, StringRef name) {
  auto module = b.getInsertionBlock()->getParentOp()->getParentOfType<ModuleOp>();
  if (auto known = module.lookupSymbol<memref::GlobalOp>(name))
    return known;
  std::vector<int8_t> results = resultsOf(chain);
  if (results.empty())
    return {};
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(module.getBody());
  Type byte = b.getI8Type();
  return memref::GlobalOp::create(
      b, chain.ops.back()->getLoc(), name, b.getStringAttr("private"), MemRefType::get({kBytes}, byte),
      DenseElementsAttr::get(RankedTensorType::get({kBytes}, byte), ArrayRef(results)), /*constant=*/true,
      b.getI64IntegerAttr(kLanesOfTable));
}

bool permutesBytes(const CpuTarget& target) {
  return target.vectorBytes == kLanesOfTable && llvm::is_contained(target.requiredFeatures, "avx512vbmi");
}

/// Of two registers 128 bytes by seven bits of each index.
Value permuted(OpBuilder& b, Location loc, Value first, Value indices, Value second) {
  return LLVM::CallIntrinsicOp::create(b, loc, indices.getType(),
                                       b.getStringAttr("llvm.x86.avx512.vpermi2var.qi.512"),
                                       ValueRange{first, indices, second})
      .getResult(0);
}

Value inRegisters(OpBuilder& b, Location loc, Value table, Value bytes) {
  auto type = VectorType::get({kLanesOfTable}, b.getI8Type());
  const int64_t count = cast<VectorType>(bytes.getType()).getDimSize(0);
  SmallVector<int64_t> wider(kLanesOfTable), back(count);
  for (int64_t i = 0; i < kLanesOfTable; ++i)
    wider[i] = i < count ? i : vector::ShuffleOp::kPoisonIndex;
  for (int64_t i = 0; i < count; ++i)
    back[i] = i;
  Value indices = vector::ShuffleOp::create(b, loc, bytes, bytes, wider);
  SmallVector<Value> quarters;
  for (int64_t i = 0; i < kBytes / kLanesOfTable; ++i)
    quarters.push_back(vector::LoadOp::create(
        b, loc, type, table, ValueRange{arith::ConstantIndexOp::create(b, loc, i * kLanesOfTable)}));
  Value low = permuted(b, loc, quarters[0], indices, quarters[1]);
  Value high = permuted(b, loc, quarters[2], indices, quarters[3]);
  Value none = arith::ConstantOp::create(b, loc, b.getZeroAttr(type));
  Value isHigh = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt, indices, none);
  Value all = arith::SelectOp::create(b, loc, isHigh, high, low);
  return vector::ShuffleOp::create(b, loc, all, all, back);
}

Value inMemory(OpBuilder& b, Location loc, Value table, Value byte) {
  Value index = arith::IndexCastUIOp::create(b, loc, b.getIndexType(), byte);
  return memref::LoadOp::create(b, loc, table, ValueRange{index});
}

/// A float between 0 and 2^22 added to it leaves the nearest integer, half to even, in the lowest bits.
constexpr double kRounder = 12582912; // 1.5 * 2^23

std::optional<double> numberOf(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  auto dense = constant ? dyn_cast<DenseElementsAttr>(constant.getValue()) : DenseElementsAttr();
  if (!dense || !dense.isSplat() || !isa<FloatType>(dense.getElementType()))
    return std::nullopt;
  return dense.getSplatValue<FloatAttr>().getValueAsDouble();
}

} // namespace

std::optional<ByteChain> byteChain(Operation* cast) {
  if (!isa<CastOp>(cast) || !isByte(cast->getResult(0).getType()))
    return std::nullopt;
  Walk walk(cast);
  if (!walk.run())
    return std::nullopt;
  return ByteChain{walk.source, std::move(walk.ops)};
}

bool ByteChain::pays(const CpuTarget& target) const {
  constexpr size_t kLong = 6; // as many as requantising takes
  bool hasFunction = llvm::any_of(ops, [](Operation* op) {
    return isa<SigmoidOp, SiluOp, TanhOp, ExpOp, ErfOp, GeluOp, LogOp, EluOp, SoftplusOp, PowOp>(op);
  });
  return hasFunction || (permutesBytes(target) && ops.size() >= kLong);
}

Value emitByteChain(OpBuilder& b, const ByteChain& chain, StringRef name, const CpuTarget& target,
                    Value bytes) {
  memref::GlobalOp global = globalOf(b, chain, name);
  if (!global)
    return {};
  Location loc = chain.ops.back()->getLoc();
  Value table = memref::GetGlobalOp::create(b, loc, global.getType(), global.getSymName());
  auto type = dyn_cast<VectorType>(bytes.getType());
  if (!type)
    return inMemory(b, loc, table, bytes);
  if (permutesBytes(target) && type.getDimSize(0) <= kLanesOfTable)
    return inRegisters(b, loc, table, bytes);
  SmallVector<Value> results;
  for (int64_t i = 0; i < type.getDimSize(0); ++i)
    results.push_back(inMemory(b, loc, table, vector::ExtractOp::create(b, loc, bytes, i)));
  return vector::FromElementsOp::create(b, loc, type, results);
}

std::optional<RoundedBytes> roundedBytes(Operation* cast) {
  if (!isa<CastOp>(cast) || !isByte(cast->getResult(0).getType()))
    return std::nullopt;
  auto clamp = cast->getOperand(0).getDefiningOp<ClampOp>();
  if (!clamp || !clamp.getMin() || !clamp.getMax() || !typeOf(clamp).getElementType().isF32())
    return std::nullopt;
  Value sum = clamp.getX();
  RoundedBytes made{sum, 0, 0, 0};
  if (auto add = sum.getDefiningOp<AddOp>()) {
    std::optional<double> zero = numberOf(add.getB());
    if (!zero || std::fabs(*zero) > 255 || *zero != std::floor(*zero))
      return std::nullopt;
    made.zero = static_cast<int64_t>(*zero);
    sum = add.getA();
  }
  auto round = sum.getDefiningOp<RoundOp>();
  if (!round)
    return std::nullopt;
  const bool isUnsigned = typeOf(cast->getResult(0)).getElementType().isUnsignedInteger();
  auto bounded = [&](double low, double high, double by) { // the bounds that there are, and these
    const double least = std::max<double>(static_cast<double>(made.low), std::nearbyint(low) + by);
    const double most = std::min<double>(static_cast<double>(made.high), std::nearbyint(high) + by);
    if (!(least <= most))
      return false;
    made.low = static_cast<int64_t>(least);
    made.high = static_cast<int64_t>(most);
    return true;
  };
  made.low = isUnsigned ? 0 : -128;
  made.high = isUnsigned ? 255 : 127;
  if (!bounded(std::ceil(clamp.getMin()->convertToDouble()), std::floor(clamp.getMax()->convertToDouble()),
               0))
    return std::nullopt;
  made.x = round.getX();
  while (Operation* before = made.x.getDefiningOp()) {
    double low = -HUGE_VAL, high = HUGE_VAL;
    if (auto bounds = dyn_cast<ClampOp>(before)) { // f32 has them rounded
      low = bounds.getMin() ? static_cast<float>(bounds.getMin()->convertToDouble()) : low;
      high = bounds.getMax() ? static_cast<float>(bounds.getMax()->convertToDouble()) : high;
    } else if (isa<ReluOp>(before)) {
      low = 0;
    } else {
      break;
    }
    if (!bounded(low, high, static_cast<double>(made.zero)))
      break;
    made.x = before->getOperand(0);
  }
  return made;
}

std::optional<RoundedNumbers> roundedNumbers(Operation* op, const CpuTarget& target) {
  Operation* cast = op;
  std::optional<double> taken;
  if (auto sub = dyn_cast<SubOp>(op)) {
    taken = numberOf(sub.getB());
    cast = taken ? sub.getA().getDefiningOp() : nullptr;
  }
  if (!isa_and_nonnull<CastOp>(cast) || !typeOf(cast->getResult(0)).getElementType().isF32() ||
      !isByte(cast->getOperand(0).getType()))
    return std::nullopt;
  Operation* bytes = cast->getOperand(0).getDefiningOp();
  std::optional<RoundedBytes> rounded = bytes ? roundedBytes(bytes) : std::nullopt;
  if (!rounded || rounded->low != 0 || (taken && *taken != static_cast<double>(rounded->zero)))
    return std::nullopt;
  if (std::optional<ByteChain> chain = byteChain(bytes); chain && chain->pays(target))
    return std::nullopt;
  return RoundedNumbers{*rounded, taken.has_value()};
}

namespace {

/// f32 of any number of lanes, and what rounds it.
class Rounding {
public:
  Rounding(OpBuilder& b, Location loc, Value x) : b(b), loc(loc), x(x) {}

  Value constant(Type type, Attribute number) {
    auto vector = dyn_cast<VectorType>(type);
    return arith::ConstantOp::create(
        b, loc, vector ? TypedAttr(DenseElementsAttr::get(vector, number)) : cast<TypedAttr>(number));
  }
  Value real(double number) { return constant(x.getType(), b.getF32FloatAttr(static_cast<float>(number))); }
  Type shaped(Type element) {
    auto vector = dyn_cast<VectorType>(x.getType());
    return vector ? Type(VectorType::get(vector.getShape(), element)) : element;
  }

  /// x within the bounds less the zero point, with kRounder added. (NaN becomes the lower bound.)
  Value moved(const RoundedBytes& rounded) {
    auto either = [&](arith::CmpFPredicate predicate, Value a, Value bound) -> Value {
      Value first = arith::CmpFOp::create(b, loc, predicate, a, bound);
      return arith::SelectOp::create(b, loc, first, a, bound);
    };
    Value low = real(static_cast<double>(rounded.low - rounded.zero)),
          high = real(static_cast<double>(rounded.high - rounded.zero));
    Value inside = either(arith::CmpFPredicate::OLT, either(arith::CmpFPredicate::OGT, x, low), high);
    return arith::AddFOp::create(b, loc, inside, real(kRounder));
  }

private:
  OpBuilder& b;
  Location loc;
  Value x;
};

} // namespace

Value emitRoundedNumbers(OpBuilder& b, Location loc, const RoundedNumbers& numbers, Value x) {
  Rounding rounding(b, loc, x);
  Value whole = arith::SubFOp::create(b, loc, rounding.moved(numbers.of), rounding.real(kRounder));
  if (numbers.lessZero || numbers.of.zero == 0)
    return whole;
  return arith::AddFOp::create(b, loc, whole, rounding.real(static_cast<double>(numbers.of.zero)));
}

Value emitRoundedBytes(OpBuilder& b, Location loc, const RoundedBytes& rounded, Value x) {
  Rounding rounding(b, loc, x);
  Value bits = arith::BitcastOp::create(b, loc, rounding.shaped(b.getI32Type()), rounding.moved(rounded));
  Value bytes = arith::TruncIOp::create(b, loc, rounding.shaped(b.getI8Type()), bits);
  if (rounded.zero != 0)
    bytes = arith::AddIOp::create(
        b, loc, bytes,
        rounding.constant(bytes.getType(), b.getI8IntegerAttr(static_cast<int8_t>(rounded.zero))));
  if (rounded.low == 0)
    return bytes;
  Value isNumber = arith::CmpFOp::create(b, loc, arith::CmpFPredicate::ORD, x, x);
  return arith::SelectOp::create(b, loc, isNumber, bytes,
                                 rounding.constant(bytes.getType(), b.getI8IntegerAttr(0)));
}

} // namespace aic::codegen
