// Attention and recurrences: merged projections and views keep the numbers, and leave no copy.
#include "test/unit/transforms/ModuleMaker.h"

#include <cmath>
#include <numeric>

using namespace mlir;

namespace aic::transforms::test {
namespace {

constexpr double kExact = 1e-9; // the same operations in double, perhaps summed in another order

/// Views alone, or with merged projections before.
FusionOptions withViews(bool merge) {
  FusionOptions options = nothing();
  options.fuseViews = true;
  options.mergeProjections = merge;
  return options;
}

/// Operators outside of groups that move bytes.
int64_t copies(ModuleOp module) {
  int64_t found = 0;
  for (Operation& op : bodyOf(module))
    found += isa<TransposeOp, SliceOp, ExpandOp, ConcatOp>(op);
  return found;
}

TEST(Attention, HeadsNeedNoCopies) {
  for (int seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MLIRContext context;
    std::mt19937_64 random(seed);
    auto pick = [&](int64_t low, int64_t high) {
      return std::uniform_int_distribution<int64_t>(low, high)(random);
    };
    int64_t batch = pick(1, 2), queries = pick(1, 4), keys = pick(1, 4), heads = pick(1, 3),
            depth = pick(1, 3), width = 5;
    bool self = pick(0, 1), asMatmul = pick(0, 1), merge = pick(0, 1);
    if (self)
      keys = queries;
    ModuleMaker m(context, {{batch, queries, width}, {batch, keys, width}}, seed);
    Value x = m.input(0), memory = self ? x : m.input(1);
    auto project = [&](Value from, int64_t length) {
      Value y;
      if (asMatmul) {
        y = MatmulOp::create(m.builder, m.loc, from, m.constant({width, heads * depth}));
        if (m.chance(2))
          y = AddOp::create(m.builder, m.loc, y, m.constant({heads * depth}));
      } else {
        y = LinearOp::create(m.builder, m.loc, from, m.constant({heads * depth, width}),
                             m.chance(2) ? m.constant({heads * depth}) : Value());
      }
      return m.transpose(m.reshape(y, {batch, length, heads, depth}), {0, 2, 1, 3});
    };
    Value q = project(x, queries), k = project(memory, keys), v = project(memory, keys);
    Value mask = m.chance(2) ? m.constant({queries, keys}) : Value();
    Value y = AttentionOp::create(m.builder, m.loc, q.getType(), q, k, v, mask, /*length=*/Value(),
                                  m.builder.getBoolAttr(m.chance(2)), m.builder.getF64FloatAttr(0.5));
    y = m.reshape(m.transpose(y, {0, 2, 1, 3}), {batch, queries, heads * depth});
    ModuleOp module = m.finish(y);
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(module, withViews(merge), kExact, seed));
    EXPECT_EQ(copies(module), 0) << print(module);
    EXPECT_EQ(count(module, asMatmul ? "matmul" : "linear"), !merge ? 3 : self ? 1 : 2);
  }
}

// As torch.nn.MultiheadAttention is exported: sequences first, batch and heads one axis.
TEST(Attention, BatchAndHeadsInOneAxis) {
  for (bool masked : {false, true}) {
    MLIRContext context;
    constexpr int64_t kBatch = 2, kLength = 4, kHeads = 3, kDepth = 2, kWidth = kHeads * kDepth;
    ModuleMaker m(context, {{kLength, kBatch, 5}, {kLength, kLength}}, 1);
    Value qkv = LinearOp::create(m.builder, m.loc, m.input(), m.constant({3 * kWidth, 5}), Value());
    SmallVector<Value> parts;
    for (int64_t i = 0; i < 3; ++i) {
      Value part = SliceOp::create(m.builder, m.loc, qkv, ArrayRef<int64_t>{0, 0, i * kWidth},
                                   ArrayRef<int64_t>{kLength, kBatch, kWidth}, ArrayRef<int64_t>{1, 1, 1});
      parts.push_back(m.transpose(m.reshape(part, {kLength, kBatch * kHeads, kDepth}), {1, 0, 2}));
    }
    Value y = AttentionOp::create(m.builder, m.loc, parts[0].getType(), parts[0], parts[1], parts[2],
                                  masked ? m.input(1) : Value(), /*length=*/Value(),
                                  m.builder.getBoolAttr(false), m.builder.getF64FloatAttr(0.5));
    y = m.reshape(m.transpose(y, {1, 0, 2}), {kLength * kBatch, kWidth});
    ModuleOp module = m.finish(y);
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(module, withViews(false), kExact));
    EXPECT_EQ(copies(module), 0) << print(module);
  }
}

// A head of keys for several of queries (Ainslie et al., 2023): the keys are expanded, not copied.
TEST(Attention, GroupsOfQueries) {
  MLIRContext context;
  constexpr int64_t kBatch = 2, kLength = 4, kHeads = 2, kGroup = 3, kDepth = 2;
  ModuleMaker m(context, {{kBatch, kLength, 5}, {kBatch, 1, kLength, kLength}}, 1);
  auto heads = [&](int64_t count) {
    Value y = LinearOp::create(m.builder, m.loc, m.input(), m.constant({count * kDepth, 5}), Value());
    return m.transpose(m.reshape(y, {kBatch, kLength, count, kDepth}), {0, 2, 1, 3});
  };
  auto repeat = [&](Value x) {
    x = m.reshape(x, {kBatch, kHeads, 1, kLength, kDepth});
    x = ExpandOp::create(m.builder, m.loc, m.type({kBatch, kHeads, kGroup, kLength, kDepth}), x);
    return m.reshape(x, {kBatch, kHeads * kGroup, kLength, kDepth});
  };
  Value q = heads(kHeads * kGroup), k = repeat(heads(kHeads)), v = repeat(heads(kHeads));
  Value y = AttentionOp::create(m.builder, m.loc, q.getType(), q, k, v, m.input(1), /*length=*/Value(),
                                m.builder.getBoolAttr(true), m.builder.getF64FloatAttr(0.5));
  y = m.reshape(m.transpose(y, {0, 2, 1, 3}), {kBatch, kLength, kHeads * kGroup * kDepth});
  ModuleOp module = m.finish(y);
  ASSERT_NO_FATAL_FAILURE(expectSameNumbers(module, withViews(true), kExact));
  EXPECT_EQ(copies(module), 0) << print(module);
}

TEST(Attention, DirectionsOfARecurrence) {
  for (int cell = 0; cell < 3; ++cell) {
    MLIRContext context;
    constexpr int64_t kBatch = 2, kSteps = 3, kInputs = 4, kHidden = 3;
    ModuleMaker m(context, {{kBatch, kSteps, kInputs}}, cell);
    int64_t gates = cell == 0 ? 4 : cell == 1 ? 3 : 1;
    SmallVector<Value> results;
    for (bool reverse : {false, true}) {
      Value w = m.constant({gates * kHidden, kInputs}), v = m.constant({gates * kHidden, kHidden});
      Value a = m.constant({gates * kHidden}), b = m.constant({gates * kHidden});
      Operation* op = nullptr;
      if (cell == 0)
        op = LstmOp::create(m.builder, m.loc, m.input(), w, v, a, b, Value(), Value(), reverse);
      else if (cell == 1)
        op = GruOp::create(m.builder, m.loc, m.input(), w, v, a, b, Value(), reverse);
      else
        op = RnnOp::create(m.builder, m.loc, m.input(), w, v, a, b, Value(), reverse, false);
      llvm::append_range(results, op->getResults());
    }
    ModuleOp module = m.finish(results);
    FusionOptions options = withViews(true);
    options.splitRecurrence = options.foldConstants = true;
    ASSERT_NO_FATAL_FAILURE(
        expectSameNumbers(module, options, 1e-6, cell)); // the sum of the biases is rounded
    EXPECT_EQ(count(module, "linear"), 1);
    EXPECT_EQ(copies(module), 0);
  }
}

/// A way to write softmax(q . k^T * scale + mask) . v.
struct Spelling {
  enum Scale { kNone, kMul, kDiv, kQuery, kBoth, kScales };
  enum Mask { kNoMask, kAdd, kSub, kWhere, kFilled, kTwo, kMasks };
  Scale scale;
  Mask mask;
  bool isConstant; ///< the mask is causal, made of constants; else known at run time
  double hidden;   ///< what hides a key
  bool flat;       ///< the products are on [batch * heads], the mask on [batch, heads]
  bool scaleLast;  ///< the mask is scaled too
  bool expSum;     ///< softmax is spelled out
  bool atLeast;    ///< masked scores are bounded from below
};

class SpelledOut {
public:
  SpelledOut(ModuleMaker& m, const Spelling& s) : m(m), s(s), b(m.builder), loc(m.loc) {}

  static constexpr int64_t kBatch = 2, kHeads = 3, kDepth = 4, kLength = 5;

  Value make() {
    Value q = heads(m.input(0)), k = heads(m.input(0)), v = heads(m.input(0));
    double scale = 0.4;
    if (s.scale == Spelling::kQuery)
      q = MulOp::create(b, loc, q, m.scalar(scale));
    if (s.scale == Spelling::kBoth) {
      q = MulOp::create(b, loc, q, m.scalar(std::sqrt(scale)));
      k = DivOp::create(b, loc, k, m.scalar(1 / std::sqrt(scale)));
    }
    q = flat(m.transpose(q, {0, 2, 1, 3}));
    k = flat(m.transpose(k, {0, 2, 3, 1})); // one permute for heads and transpose
    v = flat(m.transpose(v, {0, 2, 1, 3}));
    Value scores = MatmulOp::create(b, loc, q, k);
    auto scaled = [&](Value x) -> Value {
      if (s.scale == Spelling::kMul)
        return MulOp::create(b, loc, x, m.scalar(scale));
      if (s.scale == Spelling::kDiv)
        return DivOp::create(b, loc, x, m.scalar(1 / scale));
      return x;
    };
    if (!s.scaleLast)
      scores = scaled(scores);
    if (s.flat)
      scores = m.reshape(scores, {kBatch, kHeads, kLength, kLength});
    scores = masked(scores);
    if (s.scaleLast)
      scores = scaled(scores);
    if (s.atLeast)
      scores = MaximumOp::create(b, loc, m.scalar(-1e30), scores);
    if (s.flat)
      scores = m.reshape(scores, {kBatch * kHeads, kLength, kLength});
    Value y = MatmulOp::create(b, loc, softmax(scores), v);
    if (s.flat)
      y = m.reshape(y, {kBatch, kHeads, kLength, kDepth});
    return m.reshape(m.transpose(y, {0, 2, 1, 3}), {kBatch, kLength, kHeads * kDepth});
  }

private:
  Value heads(Value x) {
    Value y = LinearOp::create(b, loc, x, m.constant({kHeads * kDepth, m.shape(x).back()}), Value());
    return m.reshape(y, {kBatch, kLength, kHeads, kDepth});
  }
  Value flat(Value x) {
    ArrayRef<int64_t> shape = m.shape(x);
    return s.flat ? m.reshape(x, {kBatch * kHeads, shape[2], shape[3]}) : x;
  }
  Value softmax(Value x) {
    int64_t last = int64_t(m.shape(x).size()) - 1;
    if (!s.expSum)
      return SoftmaxOp::create(b, loc, x, b.getI64IntegerAttr(last));
    auto dims = b.getDenseI64ArrayAttr({last});
    Value most = AmaxOp::create(b, loc, x, dims, b.getBoolAttr(true));
    Value exp = ExpOp::create(b, loc, SubOp::create(b, loc, x, most));
    return DivOp::create(b, loc, exp, SumOp::create(b, loc, exp, dims, b.getBoolAttr(true)));
  }

  /// True where a query sees a key: [L, L] constant and causal, or [batch, 1, 1, L] at run time.
  Value visible() {
    if (!s.isConstant)
      return m.reshape(CompareOp::create(b, loc, Predicate::GT, m.input(1), m.scalar(-0.3)),
                       {kBatch, 1, 1, kLength});
    std::vector<float> numbers(kLength);
    std::iota(numbers.begin(), numbers.end(), 0.0f);
    auto arange = DenseElementsAttr::get(m.type({kLength}), ArrayRef<float>(numbers));
    Value places = ConstantOp::create(b, loc, arange.getType(), arange);
    return CompareOp::create(b, loc, Predicate::LE, places, m.reshape(places, {kLength, 1}));
  }

  /// 0 where a query sees a key.
  Value added() {
    if (s.mask != Spelling::kSub)
      return WhereOp::create(b, loc, visible(), m.scalar(0), m.scalar(s.hidden));
    return WhereOp::create(b, loc, visible(), m.scalar(0), m.scalar(-s.hidden));
  }

  Value masked(Value x) {
    switch (s.mask) {
    case Spelling::kAdd:
      return AddOp::create(b, loc, x, added());
    case Spelling::kSub:
      return SubOp::create(b, loc, x, added());
    case Spelling::kWhere:
      return WhereOp::create(b, loc, visible(), x, m.scalar(s.hidden));
    case Spelling::kFilled:
      return WhereOp::create(b, loc, LogicalNotOp::create(b, loc, visible()), m.scalar(s.hidden), x);
    case Spelling::kTwo: { // a bias of each head as well
      x = AddOp::create(b, loc, m.constant({kHeads, 1, kLength}), x);
      return AddOp::create(b, loc, x, added());
    }
    default:
      return x;
    }
  }

  ModuleMaker& m;
  const Spelling& s;
  OpBuilder& b;
  Location loc;
};

std::vector<Spelling> spellings() {
  std::vector<Spelling> all;
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (int scale = 0; scale < Spelling::kScales; ++scale)
    for (int mask = 0; mask < Spelling::kMasks; ++mask)
      for (double hidden : {-kInfinity, -3.4028234663852886e38, -1e9, -1e4})
        for (int bits = 0; bits < 32; ++bits) {
          bool scaleLast = bits & 4;
          // Not a spelling: a scaled mask without one, and the least number scaled up.
          if (scaleLast && (mask == 0 || scale == 0 || scale > Spelling::kDiv))
            continue;
          all.push_back({Spelling::Scale(scale), Spelling::Mask(mask), bool(bits & 1), hidden, bool(bits & 2),
                         scaleLast, bool(bits & 8), bool(bits & 16)});
        }
  return all;
}

TEST(Attention, SpelledOut) {
  FusionOptions options = nothing();
  options.recogniseActivations = options.fuseAttention = true;
  int seed = 0, causal = 0;
  for (const Spelling& s : spellings()) {
    SCOPED_TRACE("spelling " + std::to_string(seed));
    MLIRContext context;
    constexpr int64_t kBatch = SpelledOut::kBatch, kLength = SpelledOut::kLength;
    ModuleMaker m(context, {{kBatch, kLength, 6}, {kBatch, kLength}}, ++seed);
    ModuleOp module = m.finish(SpelledOut(m, s).make());
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(module, options, 1e-6, seed)); // the factors are f32
    EXPECT_EQ(count(module, "softmax"), 0) << print(module);
    EXPECT_EQ(count(module, "matmul"), 0) << print(module);
    module.walk([&](AttentionOp attention) {
      causal += attention.getCausal();
      if (attention.getCausal() && s.mask != Spelling::kTwo)
        EXPECT_FALSE(attention.getMask()) << print(module);
    });
    EXPECT_EQ(count(module, "attention"), 1);
  }
  EXPECT_GT(causal, seed / 3);
}

TEST(Attention, ColumnsOfTheValues) {
  FusionOptions options = nothing();
  options.fuseAttention = true;
  MLIRContext context;
  OwningOpRef<ModuleOp> module = parseModule(context, R"(
func.func @main(%q: tensor<2x3x5x4xf32>, %kt: tensor<2x3x4x6xf32>, %v: tensor<3x7x6xf32>, %m: tensor<5x6xf32>) -> tensor<2x3x7x5xf32> {
  %0 = aic.matmul %q, %kt : (tensor<2x3x5x4xf32>, tensor<2x3x4x6xf32>) -> tensor<2x3x5x6xf32>
  %1 = aic.add %0, %m : (tensor<2x3x5x6xf32>, tensor<5x6xf32>) -> tensor<2x3x5x6xf32>
  %2 = aic.softmax %1 {dim = 3 : i64} : (tensor<2x3x5x6xf32>) -> tensor<2x3x5x6xf32>
  %3 = aic.transpose %2 {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x3x5x6xf32>) -> tensor<2x3x6x5xf32>
  %4 = aic.matmul %v, %3 : (tensor<3x7x6xf32>, tensor<2x3x6x5xf32>) -> tensor<2x3x7x5xf32>
  return %4 : tensor<2x3x7x5xf32>
})");
  ASSERT_TRUE(module);
  ASSERT_NO_FATAL_FAILURE(expectSameNumbers(*module, options, kExact));
  int attentions = 0;
  module->walk([&](AttentionOp) { ++attentions; });
  EXPECT_EQ(attentions, 1);
}

TEST(Attention, MasksOfTheOperator) {
  FusionOptions options = nothing();
  options.fuseAttention = options.canonicalize = true;
  struct Case {
    const char* mask; ///< a value %m of the type
    const char* type;
    bool causal, masked;
  };
  const Case cases[] = {
      {"%m = aic.constant dense<[[true, false, false], [true, true, false]]> : tensor<2x3xi1>",
       "tensor<2x3xi1>", true, false},
      {"%m = aic.constant dense<[[true, true, false], [true, true, false]]> : tensor<2x3xi1>",
       "tensor<2x3xi1>", false, true},
      {"%m = aic.constant dense<true> : tensor<2x3xi1>", "tensor<2x3xi1>", false, false},
      {"%m = aic.constant dense<0.0> : tensor<3xf32>", "tensor<3xf32>", false, false},
      {"%m = aic.constant dense<1.5> : tensor<3xf32>", "tensor<3xf32>", false, true},
      {"%m = aic.constant dense<[[0.0, -1.0e9, -1.0e9], [0.0, 0.0, -1.0e9]]> : tensor<2x3xf32>",
       "tensor<2x3xf32>", true, false},
      // Of a query that sees no key a finite mask makes equal weights, not NaN: it stays what it is.
      {"%m = aic.constant dense<[[-1.0e9, -1.0e9, -1.0e9], [0.0, 0.0, -1.0e9]]> : tensor<2x3xf32>",
       "tensor<2x3xf32>", false, true},
      {"%c = aic.constant dense<[[true, false, false], [true, true, false]]> : tensor<2x3xi1>\n"
       "%m = aic.logical_and %c, %b : (tensor<2x3xi1>, tensor<3xi1>) -> tensor<2x3xi1>",
       "tensor<2x3xi1>", true, true},
      {"%e = aic.expand %b : (tensor<3xi1>) -> tensor<2x3xi1>\n"
       "%m = aic.logical_not %e : tensor<2x3xi1>",
       "tensor<2x3xi1>", false, true},
  };
  for (const Case& it : cases) {
    SCOPED_TRACE(it.mask);
    MLIRContext context;
    std::string text =
        std::string("func.func @main(%x: tensor<2x4xf32>, %y: tensor<3x4xf32>, %b: tensor<3xi1>) -> "
                    "tensor<2x4xf32> {\n") +
        it.mask +
        "\n%0 = aic.attention %x, %y, %y mask %m {scale = 0.5 : f64} : (tensor<2x4xf32>, "
        "tensor<3x4xf32>, tensor<3x4xf32>, " +
        it.type + ") -> tensor<2x4xf32>\nreturn %0 : tensor<2x4xf32>\n}";
    OwningOpRef<ModuleOp> module = parseModule(context, text);
    ASSERT_TRUE(module);
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(*module, options, kExact));
    module->walk([&](AttentionOp attention) {
      EXPECT_EQ(attention.getCausal(), it.causal) << print(*module);
      EXPECT_EQ(bool(attention.getMask()), it.masked) << print(*module);
    });
  }
}

} // namespace
} // namespace aic::transforms::test
