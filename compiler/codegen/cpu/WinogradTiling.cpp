// The blocks of Winograd's convolutions, by a model of the core.
#include "compiler/codegen/cpu/WinogradTiling.h"

#include "compiler/codegen/cpu/TilingAttr.h"

#include <cmath>

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::KernelOp;

// Shares of the second-level cache: of V and M of a block, which are read and written there while weights
// pass; and of the weights of a workgroup that are to be there for its next block.
constexpr double kShareOfScratch = 0.6875, kShareOfWeights = 0.375;
constexpr int64_t kMostTiles = 64, kMostGroups = 64;
// Vectors of a panel.
constexpr int64_t kMostVectors = 8;
// Rows of a register tile that is one vector wide: more hide no more latency.
constexpr int64_t kMostRows = 14;
// Bytes a cycle from memory and from the third-level cache, for one core.
constexpr double kFromMemory = 9, kFromThirdLevel = 8;
// How much longer products take where a register tile is small: its operands come from V and the weights more
// often, and from the second-level cache (measured on AVX2, where direct convolution reaches the peak).
constexpr double kOfSmallTiles = 1.3;
// Cycles: of an FMA, with what is lost where no more than these are in flight; and of a line of weights.
constexpr double kLatency = 5, kLineFromBeyond = 4;
// To hand a workgroup over, in cycles.
constexpr double kHandOver = 1500;

constexpr int64_t kLine = 16; // floats

// More phases are more tiles than a picture has pixels.
constexpr int64_t kMostDilation = 64;

struct Costs {
  double inside, padded; ///< cycles to transform a vector of a tile of the input
  double output;         ///< and of the output, with its epilogue
};

Costs costsOf(const CpuTarget& target, int64_t tile) {
  const bool wide = target.registers >= 32; // a tile's matrix fits in them
  if (tile == 2)
    return {30, 65, 35};
  return wide ? Costs{105, 210, 110} : Costs{125, 230, 130};
}

class Model {
  const Contraction& c;
  const CpuTarget& target;
  const Costs costs;
  double padded; // part of the tiles

public:
  Model(const Contraction& c, const CpuTarget& target, int64_t tile)
      : c(c), target(target), costs(costsOf(target, tile)) {
    auto inside = [&](int64_t size, int64_t outputs, int64_t padding, int64_t dilation) {
      double count = 0;
      const int64_t tiles = ceilDiv(ceilDiv(outputs, dilation), tile);
      for (int64_t i = 0; i < tiles; ++i)
        for (int64_t phase = 0; phase < dilation; ++phase) {
          int64_t begin = i * tile * dilation + phase - padding;
          count += begin >= 0 && begin + (tile + 1) * dilation < size;
        }
      return count / static_cast<double>(tiles * dilation);
    };
    padded = 1 - inside(c.height, c.outHeight, c.padTop, c.dilationH) *
                     inside(c.width, c.outWidth, c.padLeft, c.dilationW);
  }

  /// Transforming a block of the input, in cycles.
  double input(const WinogradTiling& t) const {
    double vectors =
        static_cast<double>(ceilDiv(c.channelsIn, target.lanes(c.numberBytes)) * t.tilesPerBlock);
    return vectors * (costs.inside + (costs.padded - costs.inside) * padded);
  }

  /// One panel of a block: its products and the transform of what they make. As in ContractionTiling.cpp, a
  /// step takes what its FMAs, its loads or an FMA's latency take, and in the first register tile of a point
  /// what its weights take to arrive from beyond the second-level cache.
  double panel(const WinogradTiling& t) const {
    const int64_t pieces = ceilDiv(t.tilesPerBlock, t.mr);
    const double lines = static_cast<double>(t.nv * target.vectorBytes) / 64;
    auto rows = [&](int64_t count, double arriving) {
      double step = std::max({count * t.nv / 2.0, (count + t.nv + t.nv) / 2.0, kLatency, arriving});
      return static_cast<double>(c.channelsIn) * step + 24 + 2.0 * count * t.nv;
    };
    double shorter = rows(t.tilesPerBlock / pieces, 0), longest = rows(t.tilesPerBlock / pieces + 1, 0);
    double longer = static_cast<double>(t.tilesPerBlock % pieces);
    double products = longer * longest + (static_cast<double>(pieces) - longer) * shorter;
    const int64_t first = ceilDiv(t.tilesPerBlock, pieces);
    products += rows(first, kLineFromBeyond * lines) - rows(first, 0);
    if (target.registers < 32)
      products *= kOfSmallTiles;
    return t.points() * products + static_cast<double>(t.tilesPerBlock * t.nv) * costs.output;
  }

  /// A workgroup. Its share of the weights comes from memory once, and while it computes.
  double workgroup(const WinogradTiling& t, double input, double panel) const {
    auto blocks = static_cast<double>(t.unitsPerGroup), panels = static_cast<double>(t.panelsPerGroup);
    double share = panels * static_cast<double>(t.points() * c.channelsIn * t.width(target)) * 4;
    double again = share > kShareOfWeights * static_cast<double>(target.secondLevel)
                       ? (blocks - 1) * share / kFromThirdLevel
                       : 0;
    double groups = c.groups == 1 ? 1 : std::min(panels, static_cast<double>(c.groups));
    return std::max(blocks * (groups * input + panels * panel), share / kFromMemory + again) + kHandOver;
  }
};

constexpr TilingNumber<WinogradTiling> kNumbers[] = {{"mr", &WinogradTiling::mr},
                                                     {"nv", &WinogradTiling::nv},
                                                     {"panels_per_group", &WinogradTiling::panelsPerGroup},
                                                     {"tiles_per_block", &WinogradTiling::tilesPerBlock},
                                                     {"units_per_group", &WinogradTiling::unitsPerGroup},
                                                     {kWinograd, &WinogradTiling::tile}};

} // namespace

int64_t WinogradTiling::tiles(const Contraction& c) const {
  auto ofAxis = [&](int64_t outputs, int64_t dilation) {
    return dilation * ceilDiv(ceilDiv(outputs, dilation), tile);
  };
  return c.images * ofAxis(c.outHeight, c.dilationH) * ofAxis(c.outWidth, c.dilationW);
}

int64_t WinogradTiling::panels(const Contraction& c, const CpuTarget& target) const {
  return c.groups * ceilDiv(c.channelsOut, width(target));
}

int64_t WinogradTiling::workgroups(const Contraction& c, const CpuTarget& target) const {
  return ceilDiv(blocks(c), unitsPerGroup) * ceilDiv(panels(c, target), panelsPerGroup);
}

int64_t WinogradTiling::pointStrideOfV(const Contraction& c, const CpuTarget& target) const {
  return tilesPerBlock * llvm::alignTo(c.channelsIn, kChannelBlock) + kLine;
}

int64_t WinogradTiling::pointStrideOfM(const CpuTarget& target) const {
  return llvm::alignTo(tilesPerBlock * width(target), kLine) + kLine;
}

int64_t WinogradTiling::scratchBytes(const Contraction& c, const CpuTarget& target) const {
  return points() * (pointStrideOfV(c, target) + pointStrideOfM(target)) * 4;
}

DictionaryAttr WinogradTiling::toAttr(MLIRContext* context, const Contraction& c,
                                      const CpuTarget& target) const {
  NamedAttrList all = attrOfNumbers(*this, kNumbers, context);
  all.append(kScratchBytes, Builder(context).getI64IntegerAttr(scratchBytes(c, target)));
  return all.getDictionary(context);
}

WinogradTiling WinogradTiling::fromAttr(DictionaryAttr attr) {
  return numbersOfAttr(attr, kNumbers);
}

bool isWinograd(KernelOp kernel) {
  return kernel.getFamily() == "contraction" && kernel.getTiling() && kernel.getTiling()->contains(kWinograd);
}

std::string whyNoWinograd(KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  auto conv = dyn_cast<Conv2dOp>(root);
  if (!conv)
    return "it is no convolution";
  Contraction c = describeContraction(root, /*constantWeight=*/true);
  if (c.kernelHeight != 3 || c.kernelWidth != 3)
    return "its window is not 3x3";
  if (c.strideH != 1 || c.strideW != 1)
    return "its stride is not 1";
  if (std::max(c.dilationH, c.dilationW) > kMostDilation)
    return "its dilation is more than " + std::to_string(kMostDilation);
  auto isSingle = [](Value value) { return typeOf(value).getElementType().isF32(); };
  if (!llvm::all_of(root->getOperands(), isSingle) || !isSingle(root->getResult(0)))
    return "it is not of f32";
  if (!isa<BlockArgument>(conv.getWeight()))
    return "its weights are packed otherwise";
  if (c.images * c.outHeight * c.outWidth * c.channelsIn * c.channelsOut == 0)
    return "it is empty";
  return "";
}

bool isWinogradTiling(KernelOp kernel, const CpuTarget& target) {
  auto tiling = *kernel.getTiling();
  auto number = [&](StringRef name, int64_t most) {
    auto value = tiling.getAs<IntegerAttr>(name);
    return value && value.getType().isInteger(64) && value.getInt() >= 1 && value.getInt() <= most
               ? value.getInt()
               : 0;
  };
  int64_t tile = number(kWinograd, 4);
  if ((tile != 2 && tile != 4) || !number("mr", 32) || !number("nv", 8) || !number("tiles_per_block", 4096) ||
      !number("panels_per_group", INT64_MAX) || !number("units_per_group", INT64_MAX) ||
      !whyNoWinograd(kernel).empty())
    return false;
  Contraction c = describeContraction(splitKernel(kernel).root, /*constantWeight=*/true);
  return number(kScratchBytes, INT64_MAX) == WinogradTiling::fromAttr(tiling).scratchBytes(c, target);
}

bool isWinogradWidth(int64_t nv, const CpuTarget& target) {
  return nv >= 1 && nv <= std::min(kMostVectors, target.accumulators / 2); // two rows, at least
}

std::pair<WinogradTiling, double> chooseWinogradTiling(const Contraction& c, const CpuTarget& target,
                                                       int64_t tile, int64_t nv) {
  const int64_t lanes = target.lanes(c.numberBytes);
  WinogradTiling t, best;
  t.tile = tile;
  t.nv = nv != 0 ? nv : c.channelsOut > lanes ? 2 : 1;
  t.mr = std::min(target.accumulators / t.nv, kMostRows);
  const Model model(c, target, tile);
  const auto mostScratch = static_cast<int64_t>(kShareOfScratch * static_cast<double>(target.secondLevel));
  const int64_t tiles = t.tiles(c), panels = t.panels(c, target);
  double bestScore = 0, bestCycles = 0;
  for (int64_t most = 1; most <= std::min(kMostTiles, tiles); ++most) {
    const int64_t blocks = ceilDiv(tiles, most);
    t.tilesPerBlock = ceilDiv(tiles, blocks);
    if (t.tilesPerBlock != most || (most > 1 && t.scratchBytes(c, target) > mostScratch))
      continue;
    const double input = model.input(t), panel = model.panel(t);
    for (int64_t unitGroups = 1; unitGroups <= std::min(blocks, kMostGroups); ++unitGroups) {
      t.unitsPerGroup = ceilDiv(blocks, unitGroups);
      if (ceilDiv(blocks, t.unitsPerGroup) != unitGroups)
        continue;
      for (int64_t panelGroups = 1;
           panelGroups <= std::min(panels, std::max(kMostGroups / unitGroups, c.groups)); ++panelGroups) {
        t.panelsPerGroup = ceilDiv(panels, panelGroups);
        if (ceilDiv(panels, t.panelsPerGroup) != panelGroups)
          continue;
        const double each = model.workgroup(t, input, panel);
        // For one thread, two and four.
        double score = 0;
        for (int64_t threads : {1, 2, 4})
          score += each * static_cast<double>(threads * ceilDiv(unitGroups * panelGroups, threads));
        if (bestScore == 0 || score < bestScore * 0.999) {
          bestScore = score;
          bestCycles = each * static_cast<double>(unitGroups * panelGroups);
          best = t;
        }
      }
    }
  }
  return {best, bestCycles};
}

} // namespace aic::codegen
