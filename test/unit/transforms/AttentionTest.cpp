// Attention and recurrences: merged projections and views keep the numbers, and leave no copy.
#include "test/unit/transforms/ModuleMaker.h"

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
    Value y = AttentionOp::create(m.builder, m.loc, q.getType(), q, k, v, mask,
                                  m.builder.getBoolAttr(m.chance(2)), m.builder.getF64FloatAttr(0.5));
    y = m.reshape(m.transpose(y, {0, 2, 1, 3}), {batch, queries, heads * depth});
    ModuleOp module = m.finish(y);
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(module, withViews(merge), kExact, seed));
    EXPECT_EQ(copies(module), 0) << print(module);
    EXPECT_EQ(count(module, asMatmul ? "matmul" : "linear"), !merge ? 3 : self ? 1 : 2);
  }
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

} // namespace
} // namespace aic::transforms::test
