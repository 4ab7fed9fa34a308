// Cutting attention: see AttentionTiling.h.
#include "compiler/codegen/cpu/AttentionTiling.h"

#include "compiler/codegen/cpu/TilingAttr.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Scores of a block, which are written and read again: with q's block and a part of k and v they stay in the
// first-level cache. What fits into the larger number is not cut at all.
constexpr int64_t kScoreBytes = 24 * 1024, kUncutScoreBytes = 32 * 1024;
// Columns of v at once, where the sums of several blocks of keys wait on the stack.
constexpr int64_t kValueColumns = 256;
// About 20 us of one core.
constexpr double kFlopsPerGroup = 2e6;
constexpr int64_t kMaxGroups = 256;
// The same of k and v where their bytes are what takes time.
constexpr int64_t kBytesPerGroup = 256 * 1024;
// Of few queries: numbers of q at most, and keys of a block.
constexpr int64_t kFewNumbers = 4096, kFewKeys = 4096;

constexpr TilingNumber<AttentionTiling> kNumbers[] = {{"keys_per_block", &AttentionTiling::keysPerBlock},
                                                      {"keys_per_tile", &AttentionTiling::keysPerTile},
                                                      {"query_vectors", &AttentionTiling::queryVectors},
                                                      {"units_per_group", &AttentionTiling::unitsPerGroup}};

} // namespace

int64_t AttentionTiling::queryBlocks(const Attention& a, const CpuTarget& target) const {
  return ceilDiv(a.queries, queryVectors * target.lanes(4));
}

int64_t AttentionTiling::valueColumns(const Attention& a) const {
  return a.keys <= keysPerBlock ? a.valueWidth : std::min(a.valueWidth, kValueColumns);
}

int64_t AttentionTiling::units(const Attention& a, const CpuTarget& target) const {
  return a.batch * queryBlocks(a, target) * ceilDiv(a.valueWidth, valueColumns(a));
}

DictionaryAttr AttentionTiling::toAttr(MLIRContext* context) const {
  return attrOfNumbers(*this, kNumbers, context).getDictionary(context);
}

AttentionTiling AttentionTiling::fromAttr(DictionaryAttr attr) {
  return numbersOfAttr(attr, kNumbers);
}

bool fewQueries(const Attention& a, const CpuTarget& target) {
  // Instructions for a key: queries * (width / lanes + 3) against width, and of v's columns about the same.
  return a.k.column == 1 && a.queries <= target.lanes(4) / 2 && a.queries * a.width <= kFewNumbers;
}

static AttentionTiling chooseForFew(const Attention& a, const CpuTarget& target) {
  AttentionTiling t;
  t.keysPerTile = target.lanes(4);
  int64_t most = std::min(kUncutScoreBytes / (4 * a.queries), kFewKeys);
  t.keysPerBlock = ceilDiv(ceilDiv(a.keys, ceilDiv(a.keys, most)), t.keysPerTile) * t.keysPerTile;
  int64_t bytes = 4 * a.batch * a.keys * (a.width + a.valueWidth);
  t.unitsPerGroup = ceilDiv(t.units(a, target), std::clamp<int64_t>(bytes / kBytesPerGroup, 1, kMaxGroups));
  return t;
}

std::pair<int64_t, int64_t> chooseValueTile(int64_t queries, int64_t columns, const CpuTarget& target) {
  const int64_t lanes = target.lanes(4);
  std::pair<int64_t, int64_t> chosen(1, 1);
  double best = 0;
  for (int64_t vectors = 1; vectors <= std::min<int64_t>(4, ceilDiv(columns, lanes)); ++vectors) {
    int64_t rows = queries;
    while (rows * vectors > target.accumulators)
      rows /= 2;
    double step =
        std::max({static_cast<double>(rows * vectors) / 2, static_cast<double>(rows + vectors) / 2, 4.0});
    int64_t tiles = queries / rows * ceilDiv(columns, vectors * lanes);
    double cost = step * static_cast<double>(tiles);
    if (best == 0 || cost < best) {
      best = cost;
      chosen = {rows, vectors};
    }
  }
  return chosen;
}

AttentionTiling chooseAttentionTiling(const Attention& a, const CpuTarget& target) {
  if (fewQueries(a, target))
    return chooseForFew(a, target);
  AttentionTiling t;
  int64_t lanes = target.lanes(4);
  t.queryVectors = a.queries <= lanes ? 1 : 2; // each key that is read serves two FMAs
  int64_t most = std::min(target.accumulators / t.queryVectors, a.keys);
  t.keysPerTile = ceilDiv(a.keys, ceilDiv(a.keys, most)); // even tiles
  int64_t bytesPerKey = 4 * t.queryVectors * lanes;
  int64_t blocks = a.keys * bytesPerKey <= kUncutScoreBytes ? 1 : ceilDiv(a.keys * bytesPerKey, kScoreBytes);
  t.keysPerBlock = ceilDiv(ceilDiv(a.keys, blocks), t.keysPerTile) * t.keysPerTile;
  int64_t units = t.units(a, target);
  double flops = 2.0 * static_cast<double>(a.batch * a.queries) * static_cast<double>(a.keys) *
                 static_cast<double>(a.width + a.valueWidth);
  int64_t groups = std::clamp<int64_t>(static_cast<int64_t>(flops / kFlopsPerGroup), 1, kMaxGroups);
  t.unitsPerGroup = ceilDiv(units, groups);
  return t;
}

} // namespace aic::codegen
