// Choosing the tiles of contractions.
#include "compiler/codegen/cpu/ContractionTiling.h"

#include "compiler/codegen/cpu/TilingAttr.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// A workgroup takes 3 us of one core or more, in cycles of the model below.
constexpr double kCyclesPerGroup = 12000;
// More pieces than this balance no better on the machines that we know (2 to 64 threads).
constexpr int64_t kMaxGroups = 64;
// Workgroups that are enough for most machines' threads, and tiles of rows beside whose products a panel's
// widening does not show.
constexpr int64_t kEnoughGroups = 16, kEnoughUnits = 24;
// Cycles of taking a workgroup and beginning its loops.
constexpr double kTaking = 300;
// The numbers of threads that work is dealt out for, and how much each counts.
constexpr std::pair<int64_t, double> kThreads[] = {{1, 1.0},  {2, 1.0}, {3, 0.25}, {4, 0.75},
                                                   {6, 0.25}, {8, 0.5}, {16, 0.25}};
// Threads do not run alike: so much of a workgroup's time the last of them is waited for.
constexpr double kUneven = 0.15;
// Bytes a cycle that reach a thread from beyond its second-level cache.
constexpr double kArriving = 16;
// What reaches a thread from memory, and of what another core has just written. The operators of a network
// have rows in common: where each thread has the same part of them of one tensor as of the next, it finds it
// in its own cache. (Measured on Granite Rapids: 4.5, and 3.5 to 7 from another core beside 18 from its own.)
constexpr double kFromMemory = 4.5, kFromOthers = 5;
// While a panel is used, its workgroups share the fetching of the next one; of several panels of a workgroup
// that has a part of the rows, all but the first are not fetched in time, and the share of them costs so much
// of the cycles. (Measured on Granite Rapids: two 1.08, four 1.13.)
constexpr double kUnfetched = 0.16;
// Shares of the second-level cache: of a workgroup's part of `a`, which is read once per panel; of a panel;
// and of all that is to be found there by the next workgroup.
constexpr double kShareOfA = 0.25, kShareOfPanel = 0.625, kShareOfAll = 0.4;
// Panels other than those whose tiles take the fewest cycles must be better dealt out by so much; and those
// of more than kWorthLooking times the cycles are not looked at.
constexpr double kBetter = 0.97, kWorthLooking = 1.25;
constexpr int64_t kFewPanels = 2;
// Wider panels take more of the second-level cache: they must have fewer cycles by so much.
constexpr double kWider = 0.99;

// Parts of the rows, of which each reads all weights: only those that have room in the second-level cache.
constexpr int64_t kMostParts = 4;

// What of the first-level cache a panel may take.
constexpr double kFirstLevel = 24 * 1024;
// Lines of the first-level cache at addresses that differ by a multiple of kSetStride bytes share a set, of
// kWays lines (12 on some). Where more rows of a tile than that do, as those of 1024 channels, each of their
// elements comes from the second level, which takes so many cycles.
constexpr int64_t kSetStride = 4096, kLineBytes = 64, kWays = 8;
constexpr double kAliased = 1.4;
// Where vectors take two passes and weights are soon there: so many sums hide an FMA's latency; each more
// costs so many cycles at the end of a tile, which up to there passes while the next tile has begun.
// (Measured on Zen 4: 7 x 1 is 1 to 5 % faster than 14 x 2 in 1x1 convolutions of 16 to 64 channels, up to a
// third where the result does not fit in the second-level cache, and 1.25 times as fast for a 5x5 window of
// one channel. Of weights that come from memory wide panels are fetched better.)
constexpr double kAtHand = 128 * 1024, kOfSums = 1.2;
constexpr int64_t kFewSums = 7;
// What more rows than kFewRows cost each on Sapphire Rapids and after it: 8 x 3 is 2 to 4 % faster than
// 12 x 2, though both find all in the second-level cache, and 5 to 8 % than 13 x 2. (Granite Rapids.)
constexpr double kOfRows = 0.01;
constexpr int64_t kFewRows = 8;
// Of a panel.
constexpr int64_t kMostVectors = 8;

constexpr StringLiteral kRowParts = "row_parts"; // where there are several

constexpr TilingNumber<ContractionTiling> kNumbers[] = {
    {"mr", &ContractionTiling::mr},
    {"nv", &ContractionTiling::nv},
    {"panels_per_group", &ContractionTiling::panelsPerGroup},
    {"units_per_group", &ContractionTiling::unitsPerGroup}};

} // namespace

int64_t ContractionTiling::units(const Contraction& c) const {
  return c.isMatmul ? c.images * ceilDiv(c.outWidth, mr) : c.images * c.outHeight;
}

int64_t ContractionTiling::panels(const Contraction& c, const CpuTarget& target) const {
  return c.groups * ceilDiv(c.channelsOut, width(c, target));
}

int64_t ContractionTiling::workgroups(const Contraction& c, const CpuTarget& target) const {
  return rowParts * groupsOfPart(c) * ceilDiv(panels(c, target), panelsPerGroup);
}

int64_t ContractionTiling::groupsOfPart(const Contraction& c) const {
  return ceilDiv(ceilDiv(units(c), unitsPerGroup), rowParts);
}

DictionaryAttr ContractionTiling::toAttr(MLIRContext* context) const {
  NamedAttrList all = attrOfNumbers(*this, kNumbers, context);
  if (half)
    all.append("half", UnitAttr::get(context));
  if (rowParts > 1)
    all.append(kRowParts, Builder(context).getI64IntegerAttr(rowParts));
  return all.getDictionary(context);
}

ContractionTiling ContractionTiling::fromAttr(DictionaryAttr attr) {
  ContractionTiling tiling = numbersOfAttr(attr, kNumbers);
  tiling.half = attr.contains("half");
  if (auto parts = attr.getAs<IntegerAttr>(kRowParts))
    tiling.rowParts = parts.getInt();
  return tiling;
}

namespace {

/// Rows and vectors of a tile, and what tiles take, in cycles.
struct Tile {
  int64_t mr, nv;
  bool half;
  double whole, tail; ///< one of mr rows; one of the pixels that are left of a row of them (0: none are)
  double row;         ///< all of a row of pixels, with one panel
  double image;       ///< the same with all panels of a group of channels
};

/// Whether panels of this width are of half vectors.
bool isHalf(int64_t width, const Contraction& c, const CpuTarget& target) {
  return target.halfVectors && width % target.lanes(c.numberBytes) != 0;
}

/// The most rows of a tile: accumulators, the fewer of a's elements and b's vectors of a step, and one of the
/// others at a time must fit in registers. (AVX-512 takes an element of a that it needs once from memory;
/// NEON has a vector of those of each row.)
int64_t mostRows(const CpuTarget& target, int64_t nv) {
  int64_t rows = target.accumulators / nv;
  auto others = [&] {
    if (target.takesLanes)
      return rows + 1;
    return std::min(rows, nv) + (target.broadcastsInFma && nv == 1 ? 0 : 1);
  };
  while (rows > 1 && rows * nv + others() > target.registers)
    --rows;
  return rows;
}

/// The most lines that share a set of the first-level cache, of those where the rows of a tile of `mr` rows
/// have their elements of one column.
int64_t linesOfOneSet(const Contraction& c, int64_t mr) {
  int64_t step = c.strideW * c.pixelStride * c.numberBytes, most = 0, last = -1;
  std::array<int64_t, kSetStride / kLineBytes> lines{};
  for (int64_t i = 0; i < mr; ++i) {
    int64_t line = i * step / kLineBytes;
    if (line != last)
      most = std::max(most, ++lines[static_cast<size_t>(line) % lines.size()]);
    last = line;
  }
  return most;
}

double bytesOfPanel(const CpuTarget& target) {
  return kShareOfPanel * static_cast<double>(target.secondLevel);
}

double weightBytes(const Contraction& c) {
  return 4.0 * static_cast<double>(c.depth() * c.groups * c.channelsOut);
}

// By a small model of the core. A step of K in a tile of mr x nv vectors takes the largest of
//   mr * nv / 2     two FMAs a cycle,
//   (mr + nv) / 1.8 nearly two loads a cycle: nv rows of b, mr broadcasts of a (of NEON a
//                   quarter: its products take lanes),
//   4               an FMA's latency: each accumulator is used once a step,
//   nv or 4 * nv    lines of b that is read more than once: from the second-level cache, or from beyond it,
//   1.4 * mr        elements of a, where rows share a set (kAliased),
// and the tile 24 + 2 * mr * nv cycles more for its addresses, epilogue and stores. With `arriving`, lines of
// b that is read once from beyond the second-level cache count too: they are as many for every tile. With
// vectors of half the width, where there are such, all of it takes half the time; vectors that take two
// passes need half as many loads and sums at a time (kAtHand).
Tile tileOf(const Contraction& c, const CpuTarget& target, int64_t width, bool arriving) {
  const bool half = isHalf(width, c, target);
  int64_t lanes = target.lanes(c.numberBytes) / (half ? 2 : 1), nv = width / lanes;
  double depth = static_cast<double>(c.depth());
  double panelBytes = 4.0 * depth * static_cast<double>(width);
  const bool small = target.halfVectors && !half && weightBytes(c) <= kAtHand;
  auto ofRows = [&](int64_t most) {
    int64_t mr = ceilDiv(c.outWidth, ceilDiv(c.outWidth, most)); // even tiles
    bool again = c.images * c.outHeight * c.outWidth > mr;
    bool fromBeyond =
        again ? panelBytes > bytesOfPanel(target) : arriving && weightBytes(c) > bytesOfPanel(target);
    auto cycles = [&](int64_t rows) {
      double loads = static_cast<double>(rows) / (target.takesLanes ? static_cast<double>(lanes) : 1) +
                     static_cast<double>(nv);
      double step = small ? std::max({rows * nv / 2.0, (rows + 2 * nv) / 3.6, 2.0})
                          : std::max({rows * nv / 2.0, loads / 1.8, 4.0});
      if (fromBeyond)
        step = std::max(step, 4.0 * nv);
      else if (again && panelBytes > kFirstLevel)
        step = std::max(step, 1.0 * nv);
      if (linesOfOneSet(c, rows) > kWays)
        step = std::max(step, kAliased * rows);
      if (target.secondLevel > 1024 * 1024 && !target.takesLanes)
        step *= 1 + kOfRows * static_cast<double>(std::max<int64_t>(0, rows - kFewRows));
      if (small)
        return depth * step + 3 + kOfSums * std::max(0.0, static_cast<double>(rows * nv - kFewSums));
      return (depth * step + 24 + 2.0 * rows * nv) / (half ? 2 : 1);
    };
    int64_t tiles = c.outWidth / mr, rest = c.outWidth % mr;
    double whole = cycles(mr), tail = rest ? cycles(rest) : 0;
    double row = static_cast<double>(tiles) * whole + tail;
    return Tile{mr, nv, half, whole, tail, row, row * static_cast<double>(ceilDiv(c.channelsOut, width))};
  };
  int64_t most = std::min(mostRows(target, nv), c.outWidth);
  Tile best = ofRows(most);
  if (linesOfOneSet(c, best.mr) > kWays) // fewer rows, which stay in the first-level cache
    if (Tile fewer = ofRows(std::min(most, kWays)); fewer.image < best.image)
      best = fewer;
  if (small)
    for (int64_t rows : {kFewSums, kFewSums + 1})
      if (Tile fewer = ofRows(std::min(most, ceilDiv(rows, nv))); fewer.image < best.image)
        best = fewer;
  return best;
}

/// How units and panels are dealt out to workgroups: so that the thread which ends last ends early, for each
/// number of threads, where each has its part of the workgroups in their order (parts of the rows outermost,
/// then panels).
class Dealing {
  const int64_t units, panels;
  const int64_t unitsOfImage; ///< of a matrix product: after so many, the last is a tail
  const double unit, tail;    ///< cycles with one panel
  const double bytesOfA, bytesOfOut, panelBytes;
  const double arriving;    ///< cycles in which a panel does from memory
  const bool fetches;       ///< panels come from beyond the second-level cache
  const double level, room; ///< bytes of the second-level cache, and what there is to stay

  int64_t groupsOfPart(const ContractionTiling& t) const {
    return ceilDiv(ceilDiv(units, t.unitsPerGroup), t.rowParts);
  }

  /// A workgroup's units and panels.
  struct Place {
    int64_t unit, units, panels;
  };
  Place place(const ContractionTiling& t, int64_t group) const {
    const int64_t inPart = groupsOfPart(t), panelGroups = ceilDiv(panels, t.panelsPerGroup);
    const int64_t unit = (group / (inPart * panelGroups) * inPart + group % inPart) * t.unitsPerGroup;
    const int64_t panel = group / inPart % panelGroups * t.panelsPerGroup;
    return {unit, std::min(t.unitsPerGroup, units - unit), std::min(t.panelsPerGroup, panels - panel)};
  }

  double cyclesOf(int64_t first, int64_t count) const {
    int64_t tails = (first + count) / unitsOfImage - first / unitsOfImage;
    return static_cast<double>(count - tails) * unit + static_cast<double>(tails) * tail;
  }

  /// Cycles of workgroups [begin, end) on one thread, and the most that one of them takes.
  std::pair<double, double> part(const ContractionTiling& t, int64_t begin, int64_t end) const {
    const int64_t inPart = groupsOfPart(t);
    double share = bytesOfA * static_cast<double>(t.unitsPerGroup) / static_cast<double>(units);
    // The panels of a workgroup stay for the next one where they fit, and all of a part of `a` for the panels
    // after it.
    bool panelsStay = t.panelsPerGroup == 1
                          ? panelBytes <= kShareOfPanel * level
                          : share + panelBytes * static_cast<double>(t.panelsPerGroup) <= room;
    bool aStays = bytesOfA / static_cast<double>(t.rowParts) + panelBytes <= room;
    double sum = 0, most = 0;
    int64_t read = 0; // panels
    for (int64_t group = begin; group < end; ++group) {
      const Place at = place(t, group);
      double cycles = cyclesOf(at.unit, at.units);
      // A panel that this thread has not read yet arrives while its first tile is computed, or later.
      if (group == begin || group % inPart == 0) {
        cycles += std::max(0.0, arriving - unit);
        read += at.panels;
      } else if (!panelsStay) {
        cycles += arriving;
      }
      cycles *= static_cast<double>(at.panels);
      if (fetches && inPart > 1 && t.panelsPerGroup > 1)
        cycles *= 1 + kUnfetched * static_cast<double>(t.panelsPerGroup - 1) /
                          static_cast<double>(t.panelsPerGroup);
      if (!aStays && group - begin >= inPart)
        cycles += share / (4 * kArriving);
      sum += cycles + kTaking;
      most = std::max(most, cycles);
    }
    // All these panels come from memory.
    sum = std::max(sum, static_cast<double>(read) * panelBytes / kFromMemory);
    double shareOfA =
        std::min(1.0, static_cast<double>((end - begin) * t.unitsPerGroup) / static_cast<double>(units));
    return {sum + shareOfA * bytesOfA / (4 * kArriving), most};
  }

  /// Cycles in which numbers come to thread `i` of `threads`, which has workgroups [begin, end), that are of
  /// other threads' parts of the rows: those that it reads of `a`, and those that it writes, once they are
  /// read.
  double exchange(const ContractionTiling& t, int64_t begin, int64_t end, int64_t i, int64_t threads) const {
    const int64_t inPart = groupsOfPart(t), ofPart = inPart * ceilDiv(panels, t.panelsPerGroup);
    const double ownBegin = static_cast<double>(units * i) / static_cast<double>(threads),
                 ownEnd = static_cast<double>(units * (i + 1)) / static_cast<double>(threads);
    double read = 0, written = 0;
    for (int64_t group = begin; group < end; ++group) {
      const Place at = place(t, group);
      double own = std::max(0.0, std::min(static_cast<double>(at.unit + at.units), ownEnd) -
                                     std::max(static_cast<double>(at.unit), ownBegin));
      double others = (static_cast<double>(at.units) - own) / static_cast<double>(units);
      written += others * static_cast<double>(at.panels);
      if (group - inPart < std::max(begin, group / ofPart * ofPart)) // these rows for the first time
        read += others;
    }
    return (read * bytesOfA + written / static_cast<double>(panels) * bytesOfOut) / kFromOthers;
  }

  /// In cycles of all threads together, over all numbers of threads.
  double cost(const ContractionTiling& t) const {
    int64_t groups = t.rowParts * groupsOfPart(t) * ceilDiv(panels, t.panelsPerGroup);
    double cost = 0;
    for (auto [threads, weight] : kThreads) {
      double longest = 0, most = 0;
      for (int64_t i = 0; i < threads; ++i) {
        const int64_t begin = groups * i / threads, end = groups * (i + 1) / threads;
        auto [cycles, ofOne] = part(t, begin, end);
        longest = std::max(longest, cycles + (threads > 1 ? exchange(t, begin, end, i, threads) : 0));
        most = std::max(most, ofOne);
      }
      cost += weight * static_cast<double>(threads) * (longest + (threads > 1 ? kUneven * most : 0));
    }
    return cost;
  }

public:
  Dealing(const Contraction& c, const CpuTarget& target, const ContractionTiling& t, const Tile& tile)
      : units(t.units(c)), panels(t.panels(c, target)),
        unitsOfImage(c.isMatmul ? ceilDiv(c.outWidth, t.mr) : 1), unit(c.isMatmul ? tile.whole : tile.row),
        tail(c.isMatmul && tile.tail != 0 ? tile.tail : unit),
        bytesOfA(static_cast<double>(c.numberBytes * c.images * c.height * c.width * c.pixelStride)),
        bytesOfOut(static_cast<double>(c.numberBytes * c.images * c.outHeight * c.outWidth * c.groups *
                                       c.channelsOut)),
        panelBytes(static_cast<double>(c.depth() * t.width(c, target) * c.numberBytes)),
        arriving(panelBytes / kArriving), fetches(weightBytes(c) > kFetchedBytes),
        level(static_cast<double>(target.secondLevel)), room(kShareOfAll * level) {}

  /// Sets the numbers in `t` that cost least; their cost. `mostParts`: of rowParts.
  double choose(ContractionTiling& t, int64_t mostParts) const {
    double all = static_cast<double>(panels) * std::max(cyclesOf(0, units), arriving);
    auto most = std::clamp<int64_t>(static_cast<int64_t>(all / kCyclesPerGroup), 1, kMaxGroups);
    int64_t fewest = std::clamp<int64_t>(static_cast<int64_t>(bytesOfA / (kShareOfA * level)), 1, units);
    double least = 0;
    ContractionTiling tried = t;
    for (int64_t unitGroups = fewest; unitGroups <= std::min(units, std::max(fewest, most)); ++unitGroups) {
      tried.unitsPerGroup = ceilDiv(units, unitGroups);
      if (ceilDiv(units, tried.unitsPerGroup) != unitGroups)
        continue; // the same as fewer groups
      for (int64_t panelGroups = 1; panelGroups <= std::min(panels, std::max<int64_t>(1, most / unitGroups));
           ++panelGroups) {
        tried.panelsPerGroup = ceilDiv(panels, panelGroups);
        if (ceilDiv(panels, tried.panelsPerGroup) != panelGroups)
          continue;
        for (tried.rowParts = 1; tried.rowParts <= (tried.panelsPerGroup == 1 ? mostParts : 1);
             tried.rowParts *= 2) {
          if (unitGroups % tried.rowParts != 0)
            break;
          double found = cost(tried);
          if (least == 0 || found < least * 0.999) {
            least = found;
            t = tried;
          }
        }
      }
    }
    return least;
  }
};

} // namespace

int64_t fewestUnits(int64_t units, int64_t panelGroups) {
  return std::min(ceilDiv(units, ceilDiv(kEnoughGroups, panelGroups)), kEnoughUnits);
}

void shareLess(ContractionTiling& t, const Contraction& c, const CpuTarget& target) {
  t.unitsPerGroup =
      std::max(t.unitsPerGroup, fewestUnits(t.units(c), ceilDiv(t.panels(c, target), t.panelsPerGroup)));
  t.rowParts = 1; // A panel is widened once.
}

SmallVector<int64_t> panelWidths(const Contraction& c, const CpuTarget& target) {
  int64_t lanes = target.lanes(c.numberBytes);
  SmallVector<int64_t> widths;
  for (int64_t nv = 1; nv <= std::min<int64_t>(kMostVectors, target.accumulators); ++nv)
    if (nv == 1 || (nv - 1) * lanes < c.channelsOut)
      widths.push_back(nv * lanes);
  if (int64_t half = lanes / 2; target.halfVectors) {
    for (int64_t nv = 1; nv < kMostVectors; nv += 2)
      if (nv == 1 || (nv - 1) * half < c.channelsOut)
        widths.push_back(nv * half);
    llvm::sort(widths);
  }
  return widths;
}

double cyclesOf(const Contraction& c, const CpuTarget& target, int64_t width, bool arriving) {
  return tileOf(c, target, width, arriving).image;
}

ContractionTiling chooseTiling(const Contraction& c, const CpuTarget& target, int64_t width, bool inParts) {
  SmallVector<Tile> tiles;
  for (int64_t candidate : panelWidths(c, target))
    if (width == 0 || candidate == width)
      tiles.push_back(tileOf(c, target, candidate, /*arriving=*/false));
  auto fewestOf = [&](bool half) {
    const Tile* fewest = nullptr;
    for (const Tile& tile : tiles)
      if (tile.half == half && (!fewest || tile.image < fewest->image * kWider))
        fewest = &tile;
    return fewest;
  };
  const Tile *fewest = fewestOf(false), *ofHalves = fewestOf(true);
  if (!fewest || (ofHalves && ofHalves->image < kBetter * fewest->image))
    fewest = ofHalves;
  const bool parts = inParts && weightBytes(c) <= static_cast<double>(target.secondLevel);
  auto deal = [&](const Tile& tile, ContractionTiling& t) {
    t = {tile.mr, tile.nv, 1, 1, tile.half};
    return Dealing(c, target, t, tile).choose(t, parts ? kMostParts : 1);
  };
  ContractionTiling best;
  double least = kBetter * deal(*fewest, best);
  // Of a few rows, what arrives from beyond the second-level cache takes longer than their cycles, however
  // wide the panels are: where these are too few for two threads, narrower ones are looked at, too, which
  // wait for their FMAs.
  double cycles = fewest->image, bytes = weightBytes(c);
  if (best.panels(c, target) < kFewPanels && bytes > bytesOfPanel(target))
    cycles = std::max(cycles, bytes / kArriving / static_cast<double>(c.images * c.outHeight));
  for (const Tile& other : tiles) {
    if (&other == fewest || other.half != fewest->half || other.image > kWorthLooking * cycles)
      continue;
    ContractionTiling t;
    double cost = deal(other, t);
    if (cost < least) {
      least = cost;
      best = t;
    }
  }
  return best;
}

} // namespace aic::codegen
