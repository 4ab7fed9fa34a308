// Assigning offsets is NP-hard ("dynamic storage allocation"). With all lives known, first fit comes close to
// the lower bound if the order is right (cf. Pisarchyk and Lee, "Efficient Memory Management for Deep Neural
// Net Inference", arXiv:2001.03288, where large buffers go first). A few orders are tried; where none reaches
// the bound, the best is improved: a buffer that ends at the arena's end is placed earlier.
#include "compiler/lowering/Arena.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/SmallVector.h"

#include <map>
#include <random>

namespace aic::lowering {
namespace {

using Order = std::vector<size_t>;

// So many comparisons of two buffers may the improvement cost: about a tenth of a second.
constexpr int64_t kImprovementBudget = 30'000'000;

// Places buffers in the given order, each at the lowest offset where it fits.
Arena place(llvm::ArrayRef<Lifetime> buffers, const Order& order) {
  Arena arena;
  arena.offsets.assign(buffers.size(), 0);
  llvm::SmallVector<std::pair<int64_t, int64_t>> taken;
  for (size_t k = 0; k < order.size(); ++k) {
    const Lifetime& buffer = buffers[order[k]];
    taken.clear();
    for (size_t other : llvm::ArrayRef(order).take_front(k))
      if (buffer.overlaps(buffers[other]))
        taken.push_back({arena.offsets[other], arena.offsets[other] + buffers[other].bytes});
    llvm::sort(taken);
    int64_t offset = 0;
    for (auto [begin, end] : taken) {
      if (offset + buffer.bytes <= begin)
        break;
      offset = std::max(offset, end);
    }
    arena.offsets[order[k]] = offset;
    arena.bytes = std::max(arena.bytes, offset + buffer.bytes);
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
  auto attempt = [&](const Order& order) {
    Arena arena = place(buffers, order);
    bool better = bestOrder.empty() || arena.bytes < best.bytes;
    if (better)
      bestOrder = order, best = std::move(arena);
    return better;
  };
  // By size; by size times length of life; by length of life; by the first use. Ties as the buffers come.
  using Key = std::pair<int64_t, int64_t>;
  Key (*keys[])(const Lifetime&) = {
      [](const Lifetime& b) { return Key(-b.bytes, b.begin); },
      [](const Lifetime& b) { return Key(-(b.bytes / 64) * (b.end - b.begin + 1), b.begin); },
      [](const Lifetime& b) { return Key(b.begin - b.end, -b.bytes); },
      [](const Lifetime& b) { return Key(b.begin, -b.bytes); },
  };
  for (auto key : keys) {
    if (!bestOrder.empty() && best.bytes == peak)
      break;
    Order order(llvm::seq<size_t>(0, buffers.size()).begin(), llvm::seq<size_t>(0, buffers.size()).end());
    llvm::sort(order, [&](size_t a, size_t b) {
      return std::pair(key(buffers[a]), a) < std::pair(key(buffers[b]), b);
    });
    attempt(order);
  }
  std::mt19937 random(1); // the same sequence everywhere
  int64_t cost =
      std::max<int64_t>(1, static_cast<int64_t>(buffers.size()) * static_cast<int64_t>(buffers.size()) / 2);
  Order order = bestOrder;
  Arena current = best;
  for (int64_t spent = 0; best.bytes > peak && spent < kImprovementBudget && spent < 2000 * cost;
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
    Arena arena = place(buffers, changed);
    if (arena.bytes > current.bytes)
      continue;
    order = std::move(changed);
    current = std::move(arena);
    if (current.bytes < best.bytes)
      best = current;
  }
  best.peak = peak;
  return best;
}

} // namespace aic::lowering
