// The table of kernel families: tiles and emitters.
#include "compiler/codegen/Concats.h"
#include "compiler/codegen/Gather.h"
#include "compiler/codegen/Interpolate.h"
#include "compiler/codegen/Normalisation.h"
#include "compiler/codegen/Scatter.h"
#include "compiler/codegen/Slice.h"
#include "compiler/codegen/cpu/AttentionTiling.h"
#include "compiler/codegen/cpu/BlockTiling.h"
#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/codegen/cpu/CommonPackings.h"
#include "compiler/codegen/cpu/ContractionTiling.h"
#include "compiler/codegen/cpu/DepthwiseTiling.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/Gates.h"
#include "compiler/codegen/cpu/IntegerTiling.h"
#include "compiler/codegen/cpu/PairTiling.h"
#include "compiler/codegen/cpu/RecurrenceTiling.h"
#include "compiler/codegen/cpu/SharedPanels.h"
#include "compiler/codegen/cpu/TrainingEmitters.h"
#include "compiler/codegen/cpu/WeightGradientTiling.h"
#include "compiler/codegen/cpu/WinogradGradient.h"
#include "compiler/codegen/cpu/WinogradKernels.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"
#include "dialects/aic/Philox.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::KernelOp;

struct Tiling {
  DictionaryAttr attr;
  int64_t workgroups;
  int64_t steps = 1;
};

// A thread that has written a part of a tensor reads that part best: from the other's cache a line takes 6 ns
// (cores that are near) to 100 ns (far). So the passes between products are dealt out where they take half a
// microsecond or more, by halves or quarters, as products are. (Measured, 32768 and any number of groups
// against this, on two near threads: EfficientNet-B0 takes 3.5 % longer, a small language model 4 %.)
constexpr int64_t kElementsPerGroup = 8192;
constexpr int64_t kMaxGroups = 64;
// What two workgroups write lies in different cache lines; and a vector has no more elements.
constexpr int64_t kColumnsOfALine = 16;
// A reduction reads more columns as they lie, up to so many, where enough of them are left for four threads;
// of what no cache holds, for two.
constexpr int64_t kColumnsAtOnce = 64, kLargeReduction = 1 << 20;

// `units` pieces that can be dealt out, `elements` touched in all.
Tiling deal(KernelOp kernel, int64_t units, int64_t elements, int64_t multiple = 1,
            bool alongColumns = false) {
  Builder b(kernel.getContext());
  int64_t groups = std::clamp<int64_t>(elements / kElementsPerGroup, 1, kMaxGroups);
  groups = groups >= 4 ? groups / 4 * 4 : groups >= 2 ? 2 : 1;
  int64_t each = std::max<int64_t>(1, (units + groups - 1) / groups);
  each = (each + multiple - 1) / multiple * multiple;
  SmallVector<NamedAttribute> attrs{b.getNamedAttr("units_per_group", b.getI64IntegerAttr(each))};
  if (alongColumns)
    attrs.push_back(b.getNamedAttr("along_columns", b.getUnitAttr()));
  return {b.getDictionaryAttr(attrs), std::max<int64_t>(1, (units + each - 1) / each)};
}

Tiling tileArgmax(KernelOp kernel, const CpuTarget&) {
  Operation* root = splitKernel(kernel).root;
  return deal(kernel, typeOf(root->getResult(0)).getNumElements(),
              4 * typeOf(root->getOperand(0)).getNumElements());
}

Tiling tileAttention(KernelOp kernel, const CpuTarget& target) {
  Attention a = describeAttention(splitKernel(kernel).root);
  AttentionTiling tiling = chooseAttentionTiling(a, target);
  return {tiling.toAttr(kernel.getContext()), ceilDiv(tiling.units(a, target), tiling.unitsPerGroup)};
}

// Does a matmul gain more by reading packed panels of b, which is computed at run time, than packing costs?
bool paysToPack(const Contraction& c) {
  // Measured on AVX-512: from 192 rows on by 4 to 25 %, and from 64 on by 7 to 27 % where the rows of b lie
  // more than two pages apart. Rows that are little longer than a panel are neighbours as they lie.
  int64_t rowBytes = c.channelsOut * c.numberBytes;
  return rowBytes >= 1024 && c.outWidth >= (rowBytes > 8192 ? 64 : 192);
}

Tiling tileContraction(KernelOp kernel, const CpuTarget& target, int64_t width) {
  Operation* root = splitKernel(kernel).root;
  bool constant = isConstantArgument(kernel, root->getOperand(1));
  Contraction c = describeContraction(root, constant);
  if (!constant)
    c.packed = !isa<MatmulOp>(root) || paysToPack(c);
  const bool paired = isPairedLinear(kernel);
  ContractionTiling tiling = isIntegerContraction(root) ? chooseIntegerTiling(c, target, width)
                             : paired                   ? choosePairTiling(c, target, width)
                                                        : chooseTiling(c, target, width, /*inParts=*/true);
  if (!paired && !isIntegerContraction(root) && !lowering::gateOf(root) &&
      widenedBytes(root, c, tiling, target) > 0)
    shareLess(tiling, c, target);
  NamedAttrList attrs(tiling.toAttr(kernel.getContext()));
  if (c.packed)
    attrs.append("packed", UnitAttr::get(kernel.getContext()));
  if (Operation* gate = lowering::gateOf(root)) {
    int64_t bytes = chooseGateTiling(gate, c, tiling, target).scratchBytes(c, tiling, target);
    attrs.append(kScratchBytes, Builder(kernel.getContext()).getI64IntegerAttr(bytes));
  } else if (int64_t bytes =
                 paired ? pairScratchBytes(c, tiling, target) : widenedBytes(root, c, tiling, target)) {
    attrs.append(kScratchBytes, Builder(kernel.getContext()).getI64IntegerAttr(bytes));
  }
  return {attrs.getDictionary(kernel.getContext()), tiling.workgroups(c, target)};
}
Tiling tileContraction(KernelOp kernel, const CpuTarget& target) {
  return tileContraction(kernel, target, /*width=*/0);
}

Tiling tileBlockLinear(KernelOp kernel, const CpuTarget& target) {
  const BlockLinear linear = describeBlockLinear(splitKernel(kernel).root);
  BlockTiling tiling = chooseBlockTiling(linear, target);
  NamedAttrList attrs(tiling.toAttr(kernel.getContext()));
  if (int64_t bytes = widenedBytes(linear, tiling, target))
    attrs.append(kScratchBytes, Builder(kernel.getContext()).getI64IntegerAttr(bytes));
  return {attrs.getDictionary(kernel.getContext()), tiling.workgroups()};
}

Tiling tilePack(KernelOp kernel, const CpuTarget&) {
  auto packing = kernel.getTiling()->getAs<DictionaryAttr>("packing");
  auto weight = typeOf(kernel.getBody().front().getTerminator()->getOperand(0));
  Tiling tiling;
  if (lowering::isTransformed(packing))
    tiling = deal(kernel, winogradPackUnits(kernel), lowering::packedElements(weight.getShape(), packing));
  else
    tiling = deal(kernel, packUnits(kernel), 2 * weight.getNumElements());
  NamedAttrList list(tiling.attr);
  list.append("packing", packing);
  tiling.attr = list.getDictionary(kernel.getContext());
  return tiling;
}

Tiling tilePoolGradient(KernelOp kernel, const CpuTarget& target) {
  Operation* root = splitKernel(kernel).root;
  return deal(kernel, poolGradientUnits(root, target), 4 * typeOf(root->getOperand(0)).getNumElements());
}

Tiling tileWeightGradient(KernelOp kernel, const CpuTarget& target) {
  WeightGradient w = describeWeightGradient(splitKernel(kernel).root);
  WeightGradientTiling tiling = chooseWeightGradientTiling(w, target);
  return {tiling.toAttr(kernel.getContext(), w, target), tiling.workgroups(w, target)};
}

Tiling tileRecurrence(KernelOp kernel, const CpuTarget& target, int64_t width) {
  Recurrence r = describeRecurrence(splitKernel(kernel).root);
  RecurrenceTiling tiling = chooseRecurrenceTiling(r, target, width);
  return {tiling.toAttr(kernel.getContext()), tiling.workgroups(r, target), tiling.inSteps ? r.steps : 1};
}
Tiling tileRecurrence(KernelOp kernel, const CpuTarget& target) {
  return tileRecurrence(kernel, target, /*width=*/0);
}

Tiling tileWindow(KernelOp kernel, const CpuTarget& target) {
  KernelParts parts = splitKernel(kernel);
  if (isa<Conv2dOp>(parts.root)) {
    Window window = describeWindow(parts.root);
    DepthwiseTiling tiling =
        chooseDepthwiseTiling(window, static_cast<int64_t>(parts.epilogue.size()), target);
    NamedAttrList attrs(tiling.toAttr(kernel.getContext()));
    if (int64_t bytes = tiling.scratchBytes(window))
      attrs.append(kScratchBytes, Builder(kernel.getContext()).getI64IntegerAttr(bytes));
    return {attrs.getDictionary(kernel.getContext()), tiling.workgroups()};
  }
  auto out = typeOf(parts.root->getResult(0));
  return deal(kernel, out.getDimSize(0) * out.getDimSize(1), out.getNumElements());
}

Tiling tileDropout(KernelOp kernel, const CpuTarget&) {
  int64_t elements = typeOf(splitKernel(kernel).root->getResult(0)).getNumElements();
  return deal(kernel, ceilDiv(elements, philox::kChunk), 4 * elements);
}

Tiling tileElementwise(KernelOp kernel, const CpuTarget& target) {
  ResultSpace space = elementwiseSpace(kernel);
  if (space.rows == 1)
    return deal(kernel, space.cols, space.cols, 1024, true);
  return deal(kernel, space.rows, space.rows * space.cols);
}

Tiling tileReduction(KernelOp kernel, const CpuTarget&) {
  Operation* root = splitKernel(kernel).root;
  auto in = typeOf(root->getOperand(0)), out = typeOf(root->getResult(0));
  auto dims = cast<DenseI64ArrayAttr>(root->getAttr("dims")).asArrayRef();
  bool lastKept = dims.empty() || dims.back() != in.getRank() - 1;
  int64_t units = out.getNumElements(), elements = in.getNumElements();
  if (!lastKept || in.getRank() == 0)
    return deal(kernel, units, elements);
  int64_t columns = std::max<int64_t>(in.getShape().back(), 1), rows = units / columns;
  // The mean of a picture has few rows: lines of columns are dealt out, of all rows.
  if (rows < elements / kElementsPerGroup && rows < columns / kColumnsOfALine) {
    const int64_t shares = elements >= kLargeReduction ? 2 : 4;
    const int64_t most = columns / shares / kColumnsOfALine * kColumnsOfALine;
    return deal(kernel, columns, elements, std::clamp(most, kColumnsOfALine, kColumnsAtOnce), true);
  }
  return deal(kernel, rows, elements);
}

Tiling tileSoftmax(KernelOp kernel, const CpuTarget&) {
  Operation* root = splitKernel(kernel).root;
  auto out = typeOf(root->getResult(0));
  int64_t dim = cast<IntegerAttr>(root->getAttr("dim")).getInt();
  int64_t units = out.getNumElements() / std::max<int64_t>(out.getShape().back(), 1);
  if (dim != out.getRank() - 1)
    units /= out.getDimSize(dim);
  return deal(kernel, units, out.getNumElements() * 8);
}

Tiling tileGather(KernelOp kernel, const CpuTarget&) {
  Gather g = describeGather(kernel);
  return deal(kernel, g.space.rows, g.space.rows * g.space.cols * (g.slices ? 1 : 4));
}

Tiling tileInterpolate(KernelOp kernel, const CpuTarget&) {
  Interpolation i = describeInterpolation(splitKernel(kernel).root);
  int64_t elements = typeOf(splitKernel(kernel).root->getResult(0)).getNumElements();
  return deal(kernel, i.planes * i.h.out, elements * (i.h.nearest ? 1 : 4));
}

Tiling tileScatter(KernelOp kernel, const CpuTarget&) {
  Scatter s = describeScatter(splitKernel(kernel).root);
  int64_t elements = s.outer * s.size * s.inner + 4 * typeOf(s.index).getNumElements();
  bool alongColumns = s.outer < s.inner && s.outer < kMaxGroups;
  return deal(kernel, alongColumns ? s.inner : s.outer, elements, alongColumns ? 16 : 1, alongColumns);
}

Tiling tileSlice(KernelOp kernel, const CpuTarget&) {
  return deal(kernel, sliceUnits(kernel), describeSlice(splitKernel(kernel).root).elements);
}

Tiling tileTopk(KernelOp kernel, const CpuTarget&) {
  Topk t = describeTopk(splitKernel(kernel).root);
  return deal(kernel, t.outer * t.inner, 4 * typeOf(t.x).getNumElements());
}

Tiling tileNormalisation(KernelOp kernel, const CpuTarget& target) {
  Normalisation n = describeNormalisation(kernel);
  return deal(kernel, n.units, n.units * n.count() * 3, groupsTogether(kernel, target));
}

Tiling tileCopy(KernelOp kernel, const CpuTarget&) {
  Operation* root = splitKernel(kernel).root;
  auto out = typeOf(root->getResult(0));
  int64_t each = isa<TransposeOp>(root) ? 2 : 1; // what does not lie in the same order takes longer
  return deal(kernel, copyUnits(kernel), out.getNumElements() * each);
}

struct Family {
  const char* name;
  Tiling (*tile)(KernelOp, const CpuTarget&);
  void (*emit)(KernelEmitter&);
  bool doubles = true; ///< f64 too
};
const Family kFamilies[] = {{"argmax", tileArgmax, emitArgmax},
                            {"attention", tileAttention, emitAttention, /*doubles=*/false},
                            {"block_linear", tileBlockLinear, emitBlockLinear, /*doubles=*/false},
                            {"contraction", tileContraction, emitContraction},
                            {"copy", tileCopy, emitCopy},
                            {"dropout", tileDropout, emitDropout},
                            {"elementwise", tileElementwise, emitElementwiseKernel},
                            {"gather", tileGather, emitGather},
                            {"interpolate", tileInterpolate, emitInterpolate},
                            {"normalisation", tileNormalisation, emitNormalisation},
                            {"pack", tilePack, emitPack},
                            {"pool_gradient", tilePoolGradient, emitPoolGradient},
                            {"recurrence", tileRecurrence, emitRecurrence, /*doubles=*/false},
                            {"reduction", tileReduction, emitReduction},
                            {"scatter", tileScatter, emitScatter},
                            {"slice", tileSlice, emitSlice},
                            {"softmax", tileSoftmax, emitSoftmax},
                            {"topk", tileTopk, emitTopk},
                            {"weight_gradient", tileWeightGradient, emitWeightGradient, /*doubles=*/false},
                            {"window", tileWindow, emitWindow}};

const Family* familyNamed(StringRef name) {
  const Family* family = llvm::find_if(kFamilies, [&](const Family& known) { return name == known.name; });
  return family == std::end(kFamilies) ? nullptr : family;
}

// How the kernel reads constant argument `index`; null for row-major.
DictionaryAttr packingOf(KernelOp kernel, unsigned index, const CpuTarget& target) {
  if (isWinograd(kernel)) {
    auto conv = cast<Conv2dOp>(splitKernel(kernel).root);
    WinogradTiling tiling = WinogradTiling::fromAttr(*kernel.getTiling());
    if (conv.getWeight() != kernel.getBody().front().getArgument(index))
      return {};
    return lowering::packWinograd(kernel.getContext(), conv.getGroups(), tiling.tile, tiling.width(target));
  }
  bool packed = kernel.getFamily() == "contraction" && kernel.getTiling()->contains("packed");
  if (kernel.getFamily() == "recurrence")
    return weightPacking(kernel, index, RecurrenceTiling::fromAttr(*kernel.getTiling()).width(target));
  if (kernel.getFamily() == "gather")
    return tablePacking(kernel, index);
  if (kernel.getFamily() == "block_linear")
    return blockPacking(kernel, index, target);
  if (!packed)
    return weightPacking(kernel, index, 0);
  Operation* root = splitKernel(kernel).root;
  Contraction c = describeContraction(root, /*constantWeight=*/true);
  const int64_t width = ContractionTiling::fromAttr(*kernel.getTiling()).width(c, target);
  return isIntegerContraction(root) ? integerPacking(kernel, index, width)
         : isPairedLinear(kernel)   ? pairPacking(kernel, index, width)
                                    : weightPacking(kernel, index, width);
}

Type storedElement(Type element) {
  if (element.isInteger(1) || element.isUnsignedInteger() || isa<Float16Type, BFloat16Type>(element))
    return IntegerType::get(element.getContext(), static_cast<unsigned>(8 * elementBytes(element)));
  return element;
}

// Of a result of the kernel; a weight that it packs may be more than there was.
int64_t elementsWritten(KernelOp kernel, RankedTensorType type) {
  auto packing = kernel.getFamily() == lowering::kPackFamily
                     ? kernel.getTiling()->getAs<DictionaryAttr>("packing")
                     : DictionaryAttr();
  return packing && lowering::isTransformed(packing)
             ? lowering::packedElements(type.getShape(), packing)
             : kernel.getResultRuns().bufferElements(type.getNumElements());
}

void emitKernel(KernelOp kernel, const CpuTarget& target, ModuleOp out) {
  OpBuilder b = OpBuilder::atBlockEnd(out.getBody());
  SmallVector<Type> types;
  Block& body = kernel.getBody().front();
  auto add = [&](RankedTensorType type, int64_t elements) {
    types.push_back(MemRefType::get({std::max<int64_t>(elements, 1)}, storedElement(type.getElementType())));
  };
  for (BlockArgument argument : body.getArguments()) {
    auto type = cast<RankedTensorType>(argument.getType());
    add(type, lowering::packedElements(type.getShape(), packingOf(kernel, argument.getArgNumber(), target)));
  }
  for (Type type : kernel.getResultTypes())
    add(cast<RankedTensorType>(type), elementsWritten(kernel, cast<RankedTensorType>(type)));
  types.push_back(b.getIndexType()); // the workgroup
  if (int64_t scratch = scratchBytes(kernel))
    types.push_back(MemRefType::get({scratch / 4}, b.getF32Type()));
  if (kernel.getSteps())
    types.push_back(b.getIndexType()); // the step
  auto function = func::FuncOp::create(b, kernel.getLoc(), kernel.getSymName(), b.getFunctionType(types, {}));
  function.setPrivate();
  KernelEmitter emitter(kernel, target, function);
  familyNamed(kernel.getFamily())->emit(emitter);
  emitter.close();
}

LogicalResult assign(KernelOp kernel, const Tiling& tiling) {
  if (tiling.workgroups > INT32_MAX / tiling.steps)
    return kernel.emitError("too many workgroups");
  Builder b(kernel.getContext());
  kernel.setStepsAttr(tiling.steps > 1 ? b.getI64IntegerAttr(tiling.steps) : IntegerAttr());
  kernel.setTilingAttr(tiling.attr);
  kernel.setWorkgroupsAttr(b.getI64IntegerAttr(tiling.workgroups));
  return success();
}

LogicalResult assignTiles(KernelOp kernel, const CpuTarget& target) {
  const Family* family = familyNamed(kernel.getFamily());
  if (!family)
    return kernel.emitError("unsupported on the CPU: no emitter for kernels of family '")
           << kernel.getFamily() << "'";
  return assign(kernel, family->tile(kernel, target));
}

} // namespace

bool writesRuns(KernelOp kernel) {
  if (kernel.getFamily() == "copy")
    return copiesToRuns(kernel);
  if (kernel.getFamily() == "interpolate" && describeInterpolation(splitKernel(kernel).root).channels == 1)
    return false; // rows of the image, or none
  return writesRunsOfRows(kernel);
}

bool hasEmitter(StringRef family) {
  return familyNamed(family) != nullptr;
}

bool hasEmitterOfDoubles(StringRef family) {
  const Family* known = familyNamed(family);
  return known && known->doubles;
}

// What a CPU chooses by itself: tiles, and panels for all of its kernels that read one weight.
static LogicalResult tileAlone(ModuleOp schedule, const CpuTarget& target, bool small,
                               int64_t forcedWinograd) {
  auto packing = [&](KernelOp kernel, unsigned index) { return packingOf(kernel, index, target); };
  joinGates(schedule, target);
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    if (failed(assignTiles(kernel, target)))
      return failure();
  if (small)
    reportWithoutWinograd(schedule);
  else
    for (auto& [kernel, tiling] : winogradKernels(schedule, target, forcedWinograd)) {
      Contraction c = describeContraction(splitKernel(kernel).root, /*constantWeight=*/true);
      if (failed(
              assign(kernel, {tiling.toAttr(kernel.getContext(), c, target), tiling.workgroups(c, target)})))
        return failure();
    }
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    if (auto tiling = chooseWinogradGradient(kernel, target, forcedWinograd))
      if (failed(assign(kernel, {tiling->toAttr(kernel.getContext()),
                                 tiling->workgroups(describeWeightGradient(splitKernel(kernel).root))})))
        return failure();
  for (auto [kernel, width] : sharedPanels(schedule, target, packing))
    if (failed(assign(kernel, kernel.getFamily() == "recurrence" ? tileRecurrence(kernel, target, width)
                                                                 : tileContraction(kernel, target, width))))
      return failure();
  return success();
}

// The tiling of a kernel that is to read its weight in an order.
static Tiling tileFor(KernelOp kernel, const CpuTarget& target, const PanelOrder& order) {
  if (kernel.getFamily() == "recurrence")
    return tileRecurrence(kernel, target, order.width);
  if (order.way == 0)
    return tileContraction(kernel, target, order.width);
  Contraction c = describeContraction(splitKernel(kernel).root, /*constantWeight=*/true);
  WinogradTiling tiling =
      chooseWinogradTiling(c, target, order.way, order.width / target.lanes(c.numberBytes)).first;
  return {tiling.toAttr(kernel.getContext(), c, target), tiling.workgroups(c, target)};
}

// What is better for all CPUs together, in place of what this one would choose by itself.
static LogicalResult tileTogether(ModuleOp schedule, const CpuTarget& target, bool small,
                                  int64_t forcedWinograd, ArrayRef<CpuTarget> all) {
  SmallVector<OwningOpRef<ModuleOp>> others; // plans of kernels as they were before any was tiled
  SmallVector<ModuleOp> tiled;
  size_t own = 0;
  for (const CpuTarget& cpu : all)
    if (cpu.isSame(target)) {
      own = tiled.size();
      tiled.push_back(schedule);
    } else {
      others.push_back(schedule.clone());
      tiled.push_back(*others.back());
    }
  for (auto [plan, cpu] : llvm::zip(tiled, all))
    if (failed(tileAlone(plan, cpu, small, forcedWinograd)))
      return failure();
  for (auto& [kernel, order] : commonPackings(tiled, all, own, packingOf))
    if (failed(assign(kernel, tileFor(kernel, target, order))))
      return failure();
  return success();
}

LogicalResult assignTiles(ModuleOp schedule, const CpuTarget& target, bool small, int64_t forcedWinograd,
                          ArrayRef<CpuTarget> all) {
  auto packing = [&](KernelOp kernel, unsigned index) { return packingOf(kernel, index, target); };
  joinConcats(schedule, writesRuns);
  if (failed(all.size() > 1 ? tileTogether(schedule, target, small, forcedWinograd, all)
                            : tileAlone(schedule, target, small, forcedWinograd)))
    return failure();
  packRunTimeWeights(schedule, packing);
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    if (kernel.getFamily() == lowering::kPackFamily && failed(assignTiles(kernel, target)))
      return failure();
  shareTables(schedule, packing);
  packConstants(schedule, packing);
  return success();
}

OwningOpRef<ModuleOp> emitKernels(ModuleOp schedule, const CpuTarget& target) {
  OwningOpRef<ModuleOp> out = ModuleOp::create(schedule.getLoc());
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    emitKernel(kernel, target, *out);
  return out;
}

} // namespace aic::codegen
