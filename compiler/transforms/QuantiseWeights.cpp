// aic-quantise-weights: constant weights in 16, 8 or 4 bits.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Precision.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Quantised.h"
#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/MapVector.h"

#include <cmath>

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_QUANTISEWEIGHTS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-quantise-weights";
/// Neighbours that share a scale in int4, and in files.
constexpr int64_t kBlock = 32;
/// Of int4: 6 times the largest f16, about.
constexpr float kLargest = 3e5;
/// Above this a number is infinite in f16.
constexpr float kLargestHalf = 65504;

/// A weight as rows of outputs: [rows, columns] f32, and how it is read.
struct Rows {
  const float* data;
  int64_t rows, columns;
  bool transposed; ///< the constant is [columns, rows]

  float at(int64_t row, int64_t column) const {
    return transposed ? data[column * rows + row] : data[row * columns + column];
  }
};

float asHalf(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, 4);
  const uint32_t exponent = bits >> 23 & 255;
  if (exponent >= 127 - 14 && exponent < 127 + 15) { // a normal number there: 13 bits less
    bits = (bits + 0xfff + (bits >> 13 & 1)) & ~0x1fffu;
    std::memcpy(&value, &bits, 4);
    return value;
  }
  llvm::APFloat half(value);
  bool inexact;
  half.convert(llvm::APFloat::IEEEhalf(), llvm::APFloat::rmNearestTiesToEven, &inexact);
  half.convert(llvm::APFloat::IEEEsingle(), llvm::APFloat::rmNearestTiesToEven, &inexact);
  return half.convertToFloat();
}

uint16_t bitsOf(float value, const llvm::fltSemantics& of) {
  llvm::APFloat half(value);
  bool inexact;
  half.convert(of, llvm::APFloat::rmNearestTiesToEven, &inexact);
  return static_cast<uint16_t>(half.bitcastToAPInt().getZExtValue());
}
uint16_t halfBits(float value) {
  return bitsOf(value, llvm::APFloat::IEEEhalf());
}

/// bf16 is the upper half of an f32's bits: a table of words has millions of them.
uint16_t brainBits(float value) {
  if (std::isnan(value))
    return bitsOf(value, llvm::APFloat::BFloat());
  uint32_t bits;
  std::memcpy(&bits, &value, 4);
  return static_cast<uint16_t>((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

/// The nearest whole number, to even, of value / scale in [low, high].
int8_t nearest(float value, float scale, float low, float high) {
  if (scale == 0)
    return 0;
  constexpr float kWhole = 0x1.8p23f; // from there on floats are whole numbers
  return static_cast<int8_t>(std::clamp(value / scale, low, high) + kWhole - kWhole);
}

/// The sum of the squares of what is left of `values`, at most kBlock of them and zeros behind, in [-8, 7]
/// scales; in eight sums, which a compiler takes for vectors.
float errorOf(const float* values, float scale) {
  constexpr int64_t kSums = 8;
  constexpr float kWhole = 0x1.8p23f;
  float sums[kSums] = {}, error = 0;
  for (int64_t i = 0; i < kBlock; i += kSums)
    for (int64_t j = 0; j < kSums; ++j) {
      const float share = values[i + j] / scale, within = share < -8 ? -8 : share > 7 ? 7 : share;
      const float off = values[i + j] - scale * (within + kWhole - kWhole);
      sums[j] += off * off;
    }
  for (float sum : sums)
    error += sum;
  return error;
}

/// The scale in f16 with which the squares of the errors of `values` in [-8, 7] are least, of some around
/// that which makes the largest value -8 or 7. At most kBlock values.
float bestScale(ArrayRef<float> values) {
  float largest = 0, padded[kBlock] = {};
  std::copy(values.begin(), values.end(), padded);
  for (float value : values)
    if (std::fabs(value) > std::fabs(largest))
      largest = value;
  float best = 0, least = -1;
  for (float end = 6; end <= 9; end += 0.25f)
    for (float sign : {-1.0f, 1.0f}) {
      const float scale = asHalf(largest / (sign * end));
      if (scale == 0)
        continue;
      const float error = errorOf(padded, scale);
      if (least < 0 || error < least) {
        least = error;
        best = scale;
      }
    }
  return best;
}

class Quantiser {
public:
  Quantiser(ModuleOp module, const Precision& precision) : module(module), precision(precision) {
    seen.resize(precision.rules.size());
  }

  LogicalResult run(std::vector<std::string>& unmatched) {
    bool good = true;
    module.walk([&](Operation* op) { good &= succeeded(weightOf(op)); });
    for (auto [rule, was] : llvm::zip(precision.rules, seen))
      if (!was)
        unmatched.push_back(rule.pattern);
    if (precision.all.value_or(Stored::F32) != Stored::F32 && !any)
      unmatched.emplace_back("*");
    for (Operation* op : dead)
      if (isOpTriviallyDead(op))
        op->erase();
    return success(good);
  }

private:
  ModuleOp module;
  const Precision& precision;
  std::vector<bool> seen;
  bool any = false; ///< a weight that the type for all is meant for
  llvm::SetVector<Operation*> dead;
  struct Made {
    ElementsAttr q, scale;   ///< scale: null where q has halves
    int64_t bits, block = 0; ///< block: inputs that share a scale; 0: all
  };
  DenseMap<std::pair<Attribute, int>, Made> made; ///< by a constant, and 2 * stored + transposed
  llvm::StringMap<std::optional<Made>> kept; ///< of blocks in a file, by name; null where they are unpacked

  LogicalResult weightOf(Operation* op) {
    if (auto linear = dyn_cast<LinearOp>(op))
      return replace(op, 1, /*transposed=*/false);
    if (auto matmul = dyn_cast<MatmulOp>(op))
      return replace(op, 1, /*transposed=*/true);
    if (isa<EmbeddingOp>(op))
      return replace(op, 1, /*transposed=*/false);
    if (auto take = dyn_cast<TakeOp>(op); take && take.getDim() == 0)
      return replace(op, 0, /*transposed=*/false);
    return success();
  }

  /// The weight of `op`: rows of outputs, or, transposed, columns of them.
  LogicalResult replace(Operation* op, unsigned operand, bool transposed) {
    Value weight = op->getOperand(operand);
    if (auto transpose = weight.getDefiningOp<TransposeOp>(); transpose && typeOf(weight).getRank() == 2) {
      transposed ^= transpose.getPerm()[0] == 1;
      dead.insert(transpose);
      weight = transpose.getX();
    }
    ElementsAttr value = constantWithData(weight);
    StringRef name = value ? resourceKey(value) : StringRef();
    if (name.empty() || typeOf(weight).getRank() != 2 || !typeOf(weight).getElementType().isF32() ||
        typeOf(weight).getNumElements() == 0)
      return success();
    any = true;
    const std::optional<Stored> type = storedOf(precision, name, seen);
    if (type == Stored::F32)
      return success();
    OpBuilder b(op);
    if (!type) {
      if (const Made* blocks = blocksOf(name, transposed, weight.getLoc()))
        use(b, op, operand, stored(b, weight.getLoc(), *blocks));
      return success();
    }
    const Made& numbers = quantised(value, *type, transposed);
    if (!numbers.q)
      return op->emitError() << "the weight '" << name << "' has a NaN or an infinity, which "
                             << nameOf(*type) << " cannot hold";
    use(b, op, operand, stored(b, weight.getLoc(), numbers));
    return success();
  }

  /// What its file stores a parameter in; null where that is no blocks which a kernel reads.
  const Made* blocksOf(StringRef name, bool transposed, Location loc) {
    auto found = precision.inFile.find(name.str());
    if (found == precision.inFile.end())
      return nullptr;
    auto [known, isNew] = kept.try_emplace((name + (transposed ? "+transposed" : "")).str());
    if (!isNew)
      return known->second ? &*known->second : nullptr;
    const BlocksInFile& inFile = found->second;
    auto unpacked = [&](const Twine& why) {
      reportMissed(loc, kPass, "'" + name + "' is unpacked from " + inFile.kind + " to f32: " + why);
      return nullptr;
    };
    if (!inFile.load)
      return unpacked("no kernel reads such blocks");
    std::optional<StoredBlocks> blocks = inFile.load();
    if (!blocks)
      return unpacked("memory is short");
    if (blocks->turned != transposed)
      return unpacked("its blocks lie along its outputs");
    Builder b(module.getContext());
    char *q = nullptr, *scales = nullptr;
    Made made{
        newResource(RankedTensorType::get({blocks->rows, blocks->columns * blocks->bits / 8}, b.getI8Type()),
                    (name + "+" + inFile.kind).str(), &q),
        newResource(RankedTensorType::get({blocks->rows, blocks->columns / kBlock}, b.getF16Type()),
                    (name + "+scale").str(), &scales),
        blocks->bits, kBlock};
    if (!made.q || !made.scale)
      return unpacked("memory is short");
    llvm::copy(blocks->numbers, q);
    llvm::copy(blocks->scales, scales);
    known->second = made;
    return &*known->second;
  }

  /// f32, or halves.
  static Value stored(OpBuilder& b, Location loc, const Made& numbers) {
    Value q = makeConstant(b, loc, numbers.q);
    if (!numbers.scale)
      return q;
    Value scale = makeConstant(b, loc, numbers.scale);
    return DequantizeOp::create(b, loc, q, scale, Value(), numbers.bits, /*axis=*/numbers.block > 0 ? 1 : 0,
                                numbers.block);
  }

  void use(OpBuilder& b, Operation* op, unsigned operand, Value weight) {
    if (auto matmul = dyn_cast<MatmulOp>(op)) {
      Value linear = LinearOp::create(b, op->getLoc(), matmul.getA(), weight, Value());
      op->getResult(0).replaceAllUsesWith(linear);
      dead.insert(op);
    } else if (isa<LinearOp>(op) || typeOf(weight).getElementType().isF32()) {
      op->setOperand(operand, weight);
    } else { // a lookup of halves, cast to what it was
      Type type = op->getResult(0).getType();
      Operation* lookup = b.clone(*op);
      lookup->setOperand(operand, weight);
      lookup->getResult(0).setType(cast<RankedTensorType>(type).clone(typeOf(weight).getElementType()));
      op->getResult(0).replaceAllUsesWith(CastOp::create(b, op->getLoc(), type, lookup->getResult(0)));
      dead.insert(op);
    }
  }

  const Made& quantised(ElementsAttr value, Stored stored, bool transposed) {
    auto [found, isNew] = made.try_emplace({value, 2 * static_cast<int>(stored) + (transposed ? 1 : 0)});
    if (isNew)
      found->second = make(value, stored, transposed);
    return found->second;
  }

  Made make(ElementsAttr value, Stored stored, bool transposed) {
    ArrayRef<int64_t> shape = value.getShapedType().getShape();
    std::vector<float> aligned; // a mapped file promises no alignment
    ArrayRef<char> bytes = cast<DenseResourceElementsAttr>(value).getRawHandle().getBlob()->getData();
    aligned.resize(bytes.size() / sizeof(float));
    std::memcpy(aligned.data(), bytes.data(), bytes.size());
    const bool halves = stored == Stored::BF16 || stored == Stored::F16;
    if (!halves && !llvm::all_of(aligned, [](float number) { return std::isfinite(number); }))
      return {};
    Rows rows{aligned.data(), shape[transposed ? 1 : 0], shape[transposed ? 0 : 1], transposed};
    std::string name = resourceKey(value).str();
    Location at = NameLoc::get(StringAttr::get(module.getContext(), name));
    auto isBeyond = [&](float most) {
      return llvm::any_of(aligned, [&](float number) {
        return std::fabs(number) > most && (!halves || std::isfinite(number));
      });
    };
    if (halves) {
      const bool brain = stored == Stored::BF16 || isBeyond(kLargestHalf);
      if (brain && stored == Stored::F16)
        reportMissed(at, kPass, "'" + name + "' is stored in bf16: its numbers are too large for f16");
      return inHalves(rows, name, brain);
    }
    const bool large = isBeyond(kLargest);
    if (stored == Stored::Int4 && rows.columns % 2 == 0 && !large)
      return inBlocks(rows, name);
    if (stored == Stored::Int4)
      reportMissed(at, kPass,
                   "'" + name + "' is stored in int8: " +
                       (large ? Twine("its numbers are too large for scales of f16")
                              : Twine(rows.columns) + " inputs do not make pairs of 4 bits"));
    return byRows(rows, name);
  }

  Made inHalves(const Rows& rows, const std::string& name, bool brain) {
    Builder b(module.getContext());
    char* q = nullptr;
    Type element = brain ? Type(b.getBF16Type()) : b.getF16Type();
    Made made{newResource(RankedTensorType::get({rows.rows, rows.columns}, element),
                          name + (brain ? "+bf16" : "+f16"), &q),
              {},
              16};
    for (int64_t row = 0; row < rows.rows; ++row)
      for (int64_t i = 0; i < rows.columns; ++i) {
        const uint16_t bits = brain ? brainBits(rows.at(row, i)) : halfBits(rows.at(row, i));
        std::memcpy(q + (row * rows.columns + i) * 2, &bits, 2);
      }
    return made;
  }

  Made byRows(const Rows& rows, const std::string& name) {
    Builder b(module.getContext());
    char *q = nullptr, *scales = nullptr;
    Made made{
        newResource(RankedTensorType::get({rows.rows, rows.columns}, b.getI8Type()), name + "+int8", &q),
        newResource(RankedTensorType::get({rows.rows, 1}, b.getF32Type()), name + "+scale", &scales), 8};
    for (int64_t row = 0; row < rows.rows; ++row) {
      float largest = 0;
      for (int64_t i = 0; i < rows.columns; ++i)
        largest = std::max(largest, std::fabs(rows.at(row, i)));
      const float scale = largest / 127;
      std::memcpy(scales + row * 4, &scale, 4);
      for (int64_t i = 0; i < rows.columns; ++i)
        q[row * rows.columns + i] = static_cast<char>(nearest(rows.at(row, i), scale, -127, 127));
    }
    return made;
  }

  Made inBlocks(const Rows& rows, const std::string& name) {
    Builder b(module.getContext());
    const int64_t blocks = (rows.columns + kBlock - 1) / kBlock;
    char *q = nullptr, *scales = nullptr;
    Made made{
        newResource(RankedTensorType::get({rows.rows, rows.columns / 2}, b.getI8Type()), name + "+int4", &q),
        newResource(RankedTensorType::get({rows.rows, blocks}, b.getF16Type()), name + "+scale", &scales), 4,
        kBlock};
    std::vector<float> values;
    for (int64_t row = 0; row < rows.rows; ++row)
      for (int64_t block = 0; block < blocks; ++block) {
        const int64_t first = block * kBlock, count = std::min(kBlock, rows.columns - first);
        values.resize(count);
        for (int64_t i = 0; i < count; ++i)
          values[i] = rows.at(row, first + i);
        const float scale = bestScale(values);
        const uint16_t bits = halfBits(scale);
        std::memcpy(scales + (row * blocks + block) * 2, &bits, 2);
        for (int64_t i = 0; i < count; i += 2) {
          const int low = nearest(values[i], scale, -8, 7), high = nearest(values[i + 1], scale, -8, 7);
          q[(row * rows.columns + first + i) / 2] = static_cast<char>((low & 15) | (high & 15) << 4);
        }
      }
    return made;
  }
};

struct QuantiseWeightsPass : impl::QuantiseWeightsBase<QuantiseWeightsPass> {
  using QuantiseWeightsBase::QuantiseWeightsBase;

  void runOnOperation() override {
    Precision wanted;
    std::string why;
    std::vector<std::string> unmatched;
    if (!parsePrecision(precision, wanted, why)) {
      getOperation().emitError() << why;
      return signalPassFailure();
    }
    if (failed(quantiseWeights(getOperation(), wanted, unmatched)))
      return signalPassFailure();
    for (const std::string& pattern : unmatched)
      getOperation().emitError() << "no weight has a name that matches '" << pattern << "'";
    if (!unmatched.empty())
      signalPassFailure();
  }
};

} // namespace

LogicalResult quantiseWeights(ModuleOp module, const Precision& precision,
                              std::vector<std::string>& unmatched) {
  return Quantiser(module, precision).run(unmatched);
}

} // namespace aic::transforms
