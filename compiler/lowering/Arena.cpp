// Assigning offsets is NP-hard ("dynamic storage allocation"). With all lives known, first fit comes close to
// the lower bound if the order is right (cf. Pisarchyk and Lee, "Efficient Memory Management for Deep Neural
// Net Inference", arXiv:2001.03288, where large buffers go first). A few orders are tried; where none reaches
// the bound, the best is improved: a buffer that ends at the arena's end is placed earlier.
#include "compiler/lowering/Arena.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MathExtras.h"

#include <limits>
#include <map>
#include <optional>
#include <queue>
#include <random>

namespace aic::lowering {
namespace {

using Order = std::vector<size_t>;

// So many comparisons of two buffers may the improvement cost: about a tenth of a second.
constexpr int64_t kImprovementBudget = 30'000'000;

// So much may the orders that are tried cost together, before the one that is cheap has to do.
constexpr int64_t kOrdersBudget = 300'000'000;

// More buffers than this are placed in time first: should that reach the bound, nothing else is tried.
constexpr size_t kMany = 1024;

// Places buffers in the given order, each at the lowest offset where it fits; the first `kept` lie where
// `arena` has them. Nullopt where that costs more than `budget`, which is lowered by the cost, or needs more
// than `most` bytes.
std::optional<Arena> place(llvm::ArrayRef<Lifetime> buffers, const Order& order, int64_t& budget,
                           Arena arena = {}, size_t kept = 0,
                           int64_t most = std::numeric_limits<int64_t>::max()) {
  arena.offsets.resize(buffers.size());
  arena.bytes = 0;
  auto endOf = [&](size_t index) { return arena.offsets[index] + buffers[index].bytes; };
  Order placed(order.begin(), order.begin() + static_cast<ptrdiff_t>(kept)); // by their offsets
  llvm::sort(placed, [&](size_t a, size_t b) {
    return std::pair(arena.offsets[a], a) < std::pair(arena.offsets[b], b);
  });
  for (size_t index : placed)
    arena.bytes = std::max(arena.bytes, endOf(index));
  for (size_t k = kept; k < order.size(); ++k) {
    const Lifetime& buffer = buffers[order[k]];
    if ((budget -= static_cast<int64_t>(k)) < 0)
      return std::nullopt;
    int64_t offset = 0;
    for (size_t other : placed) {
      if (!buffer.overlaps(buffers[other]))
        continue;
      if (offset + buffer.bytes <= arena.offsets[other])
        break;
      offset = std::max(offset, endOf(other));
    }
    arena.offsets[order[k]] = offset;
    arena.bytes = std::max(arena.bytes, offset + buffer.bytes);
    if (arena.bytes > most)
      return std::nullopt;
    placed.insert(llvm::upper_bound(placed, offset,
                                    [&](int64_t at, size_t other) { return at < arena.offsets[other]; }),
                  order[k]);
  }
  return arena;
}

// The same for the order of the first use, where the buffers to compare with are those alive: the gaps
// between them are kept.
Arena placeInTime(llvm::ArrayRef<Lifetime> buffers, const Order& order) {
  Arena arena;
  arena.offsets.assign(buffers.size(), 0);
  std::map<int64_t, int64_t> gaps{{0, std::numeric_limits<int64_t>::max()}}; // begin to end
  using Death = std::pair<int64_t, size_t>;
  std::priority_queue<Death, std::vector<Death>, std::greater<>> alive;
  auto release = [&](int64_t begin, int64_t end) {
    auto after = gaps.lower_bound(begin);
    if (after != gaps.end() && after->first == end) {
      end = after->second;
      after = gaps.erase(after);
    }
    if (after != gaps.begin())
      if (auto before = std::prev(after); before->second == begin) {
        before->second = end;
        return;
      }
    gaps[begin] = end;
  };
  for (size_t index : order) {
    const Lifetime& buffer = buffers[index];
    for (; !alive.empty() && alive.top().first < buffer.begin; alive.pop()) {
      size_t dead = alive.top().second;
      release(arena.offsets[dead], arena.offsets[dead] + buffers[dead].bytes);
    }
    if (buffer.bytes == 0)
      continue;
    auto gap = gaps.begin();
    while (gap->second - gap->first < buffer.bytes)
      ++gap;
    auto [begin, end] = *gap;
    gaps.erase(gap);
    if (begin + buffer.bytes < end)
      gaps[begin + buffer.bytes] = end;
    arena.offsets[index] = begin;
    arena.bytes = std::max(arena.bytes, begin + buffer.bytes);
    alive.push({buffer.end, index});
  }
  return arena;
}

int64_t peakOf(llvm::ArrayRef<Lifetime> buffers) {
  std::map<int64_t, int64_t> changes;
  for (const Lifetime& buffer : buffers) {
    changes[buffer.begin] += buffer.bytes;
    changes[buffer.end + 1] -= buffer.bytes;
  }
  int64_t alive = 0, peak = 0;
  for (auto [step, change] : changes)
    peak = std::max(peak, alive += change);
  return peak;
}

} // namespace

Arena planArena(llvm::ArrayRef<Lifetime> buffers) {
  const int64_t peak = peakOf(buffers);
  Arena best;
  Order bestOrder;
  auto keep = [&](const Order& order, std::optional<Arena> arena) {
    if (arena && (bestOrder.empty() || arena->bytes < best.bytes))
      bestOrder = order, best = std::move(*arena);
  };
  // By size; by size times length of life; by length of life; by the first use. Ties as the buffers come.
  using Key = std::pair<int64_t, int64_t>;
  Key (*keys[])(const Lifetime&) = {
      [](const Lifetime& b) { return Key(-b.bytes, b.begin); },
      [](const Lifetime& b) { return Key(-(b.bytes / 64) * (b.end - b.begin + 1), b.begin); },
      [](const Lifetime& b) { return Key(b.begin - b.end, -b.bytes); },
      [](const Lifetime& b) { return Key(b.begin, -b.bytes); },
  };
  auto ordered = [&](Key (*key)(const Lifetime&)) {
    Order order(llvm::seq<size_t>(0, buffers.size()).begin(), llvm::seq<size_t>(0, buffers.size()).end());
    llvm::sort(order, [&](size_t a, size_t b) {
      return std::pair(key(buffers[a]), a) < std::pair(key(buffers[b]), b);
    });
    return order;
  };
  if (buffers.size() > kMany) {
    Order order = ordered(std::end(keys)[-1]);
    keep(order, placeInTime(buffers, order));
  }
  int64_t budget = kOrdersBudget, enough = std::numeric_limits<int64_t>::max();
  for (auto key : keys) {
    if (!bestOrder.empty() && best.bytes == peak)
      break;
    Order order = ordered(key);
    keep(order, place(buffers, order, budget));
  }
  std::mt19937 random(1); // the same sequence everywhere
  int64_t cost =
      std::max<int64_t>(1, static_cast<int64_t>(buffers.size()) * static_cast<int64_t>(buffers.size()) / 2);
  Order order = bestOrder;
  Arena current = best;
  for (int64_t spent = 0;
       best.bytes > peak && cost <= kImprovementBudget && spent < kImprovementBudget && spent < 2000 * cost;
       spent += cost) {
    llvm::SmallVector<size_t> ends; // places in the order of what reaches the arena's end
    for (size_t k = 1; k < order.size(); ++k)
      if (current.offsets[order[k]] + buffers[order[k]].bytes == current.bytes)
        ends.push_back(k);
    if (ends.empty())
      break;
    size_t from = ends[random() % ends.size()], to = random() % from;
    Order changed = order;
    std::rotate(changed.begin() + to, changed.begin() + from, changed.begin() + from + 1);
    std::optional<Arena> arena = place(buffers, changed, enough, current, to, current.bytes);
    if (!arena)
      continue;
    order = std::move(changed);
    current = *std::move(arena);
    if (current.bytes < best.bytes)
      best = current;
  }
  best.peak = peak;
  return best;
}

} // namespace aic::lowering
