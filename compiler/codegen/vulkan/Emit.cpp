// The table of kernel families: variants and emitters.
#include "compiler/codegen/Concats.h"
#include "compiler/codegen/vulkan/EmitDropout.h"
#include "compiler/codegen/vulkan/Emitters.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "compiler/lowering/Packing.h"
#include "mlir/Dialect/SPIRV/IR/SPIRVAttributes.h"
#include "mlir/Dialect/SPIRV/IR/SPIRVDialect.h"
#include "mlir/Dialect/SPIRV/IR/TargetAndABI.h"

using namespace mlir;

namespace aic::codegen {
namespace vulkan {

using schedule::KernelOp;

Variant flat(int64_t count) {
  Variant variant;
  variant.name = "floor";
  variant.localSize = kLocalSize;
  variant.workgroups = (count + kLocalSize - 1) / kLocalSize;
  return variant;
}

Variants workgroupFolds(int64_t results) {
  Variant floor;
  floor.name = "floor";
  floor.localSize = kLocalSize;
  floor.workgroups = results;
  Variant subgroup = floor;
  subgroup.name = "subgroup";
  subgroup.tiles = {{"subgroup", 1}};
  return {floor, subgroup};
}

namespace {

struct Family {
  const char* name;
  Variants (*variants)(KernelOp);
  bool integers; ///< what is read, or put in order, may be integers as well as floats
  void (*floor)(KernelEmitter&);
  void (*shared)(KernelEmitter&) = nullptr;
  void (*subgroup)(KernelEmitter&) = nullptr;
};
const Family kFamilies[] = {
    {"argmax", argmaxVariants, true, emitArgmax},
    {"attention", attentionVariants, false, emitAttention, nullptr, emitAttention},
    {"contraction", contractionVariants, false, emitContraction, emitSharedContraction},
    {"copy", copyVariants, true, emitCopy},
    {"dropout", dropoutVariants, true, emitDropout},
    {"elementwise", elementwiseVariants, true, emitElementwiseKernel},
    {"gather", gatherVariants, true, emitGather},
    {"interpolate", interpolateVariants, false, emitInterpolate},
    {"normalisation", normalisationVariants, false, emitNormalisation, nullptr, emitNormalisation},
    {"pack", packVariants, false, emitPack},
    {"recurrence", recurrenceVariants, false, emitRecurrence},
    {"reduction", reductionVariants, true, emitReduction, nullptr, emitReduction},
    {"scatter", scatterVariants, true, emitScatter},
    {"slice", sliceVariants, true, emitSlice},
    {"softmax", softmaxVariants, false, emitSoftmax, nullptr, emitSoftmax},
    {"topk", topkVariants, true, emitTopk},
    {"window", windowVariants, false, emitWindow},
};

const Family* familyNamed(StringRef name) {
  const Family* family = llvm::find_if(kFamilies, [&](const Family& known) { return name == known.name; });
  return family == std::end(kFamilies) ? nullptr : family;
}

DictionaryAttr toAttr(const Variants& variants, MLIRContext* context) {
  Builder b(context);
  SmallVector<NamedAttribute> all;
  for (const Variant& variant : variants) {
    SmallVector<NamedAttribute> figures{
        b.getNamedAttr("local_size", b.getI64IntegerAttr(variant.localSize)),
        b.getNamedAttr("workgroups", b.getI64IntegerAttr(variant.workgroups))};
    for (auto [name, value] : variant.tiles)
      figures.push_back(b.getNamedAttr(name, b.getI64IntegerAttr(value)));
    all.push_back(b.getNamedAttr(variant.name, b.getDictionaryAttr(figures)));
  }
  return b.getDictionaryAttr(all);
}

// How the kernel reads constant argument `index`; null for row-major.
DictionaryAttr packingOf(KernelOp kernel, unsigned index) {
  if (kernel.getFamily() == "recurrence" || kernel.getFamily() == lowering::kPackFamily) // as they lie
    return {};
  auto floor = kernel.getTiling()->getAs<DictionaryAttr>("floor");
  bool packed = kernel.getFamily() == "contraction" && floor.contains("packed");
  return weightPacking(kernel, index, packed ? floor.getAs<IntegerAttr>("width").getInt() : 0);
}

LogicalResult checkKernel(KernelOp kernel) {
  for (Operation& op : kernel.getBody().front()) {
    if (auto constant = dyn_cast<ConstantOp>(op))
      if (!isa<SplatElementsAttr>(constant.getValue()))
        return op.emitError("unsupported on Vulkan: a constant of several values inside a kernel");
    if (auto image = dyn_cast<LayoutOpInterface>(op); image && image.needsOtherLayout())
      return op.emitError(
          "unsupported on Vulkan: kernels are made for nhwc activations; run aic-layout first");
    auto root = dyn_cast<KernelRootOpInterface>(op);
    if (root && root.getEpilogue() == Epilogue::Never && llvm::any_of(op.getUsers(), [](Operation* user) {
          return isElementwise(user) && !isa<CastOp>(user);
        }))
      return op.emitError("unsupported on Vulkan: operations after a ")
             << op.getName().stripDialect() << " in its kernel";
  }
  return success();
}

LogicalResult assignTiles(KernelOp kernel) {
  const Family* family = familyNamed(kernel.getFamily());
  if (!family)
    return kernel.emitError("unsupported on Vulkan: no emitter for kernels of family '")
           << kernel.getFamily() << "'";
  if (failed(checkKernel(kernel)))
    return failure();
  Variants variants = family->variants(kernel);
  for (const Variant& variant : variants)
    if (variant.workgroups > kMaxWorkgroupsPerAxis * kMaxWorkgroupsPerAxis / 2 ||
        variant.localSize > kMaxLocalSize)
      return kernel.emitError("too many workgroups");
  NamedAttrList tiling(toAttr(variants, kernel.getContext()));
  if (kernel.getFamily() == lowering::kPackFamily)
    tiling.append(kPacking, kernel.getTiling()->get(kPacking));
  kernel.setTilingAttr(tiling.getDictionary(kernel.getContext()));
  kernel.setWorkgroupsAttr(Builder(kernel.getContext()).getI64IntegerAttr(variants.front().workgroups));
  return success();
}

// The target environment of a variant: SPIR-V 1.3 is Vulkan 1.1 (and from 1.4 on spirv-update-vce makes a
// wrong entry-point interface).
spirv::TargetEnvAttr targetEnv(MLIRContext* context, bool subgroups) {
  SmallVector<spirv::Capability> capabilities{spirv::Capability::Shader};
  if (subgroups)
    capabilities.append({spirv::Capability::GroupNonUniform, spirv::Capability::GroupNonUniformArithmetic});
  auto triple = spirv::VerCapExtAttr::get(spirv::Version::V_1_3, capabilities,
                                          {spirv::Extension::SPV_KHR_storage_buffer_storage_class}, context);
  return spirv::TargetEnvAttr::get(triple, spirv::getDefaultResourceLimits(context), spirv::ClientAPI::Vulkan,
                                   spirv::Vendor::Unknown, spirv::DeviceType::Unknown,
                                   spirv::TargetEnvAttr::kUnknownDeviceID);
}

void emitVariant(KernelOp kernel, StringRef name, DictionaryAttr tiles, ModuleOp out) {
  OpBuilder b = OpBuilder::atBlockEnd(out.getBody());
  auto module = gpu::GPUModuleOp::create(b, kernel.getLoc(), (kernel.getSymName() + "__" + name).str());
  module->setAttr(spirv::getTargetEnvAttrName(), targetEnv(kernel.getContext(), name == "subgroup"));
  SmallVector<int64_t> elements;
  for (BlockArgument argument : kernel.getBody().front().getArguments()) {
    auto shape = cast<RankedTensorType>(argument.getType()).getShape();
    elements.push_back(lowering::packedElements(shape, packingOf(kernel, argument.getArgNumber())));
  }
  for (Type type : kernel.getResultTypes())
    elements.push_back(kernel.getResultRuns().bufferElements(cast<RankedTensorType>(type).getNumElements()));
  auto function = makeFunction(kernel, module, tiles.getAs<IntegerAttr>("local_size").getInt(), elements);
  KernelEmitter emitter(kernel, tiles, function);
  const Family* family = familyNamed(kernel.getFamily());
  (name == "shared" ? family->shared : name == "subgroup" ? family->subgroup : family->floor)(emitter);
  emitter.close();
  module->setAttr("aic.shared_bytes", b.getI64IntegerAttr(emitter.sharedBytes));
  if (emitter.reports())
    module->setAttr("aic.reports", b.getUnitAttr());
}

} // namespace
} // namespace vulkan

using namespace vulkan;

bool vulkan::hasEmitter(StringRef family) {
  return familyNamed(family) != nullptr;
}

bool vulkan::hasEmitterOfIntegers(StringRef family) {
  const Family* known = familyNamed(family);
  return known && known->integers;
}

LogicalResult assignVulkanTiles(ModuleOp schedule) {
  dropEmptyValues(schedule);
  joinConcats(schedule, writesRunsOfRows);
  if (failed(checkRuns(schedule, "Vulkan", writesRunsOfRows)))
    return failure();
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    if (failed(assignTiles(kernel)))
      return failure();
  packRunTimeWeights(schedule, packingOf);
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    if (kernel.getFamily() == lowering::kPackFamily && failed(assignTiles(kernel)))
      return failure();
  packConstants(schedule, packingOf);
  return success();
}

SmallVector<NamedAttribute> vulkan::variantsOf(KernelOp kernel) {
  SmallVector<NamedAttribute> variants;
  for (NamedAttribute entry : kernel.getTilingAttr())
    if (entry.getName() != kPacking)
      variants.push_back(entry);
  return variants;
}

OwningOpRef<ModuleOp> emitVulkanKernels(ModuleOp schedule) {
  OwningOpRef<ModuleOp> out = ModuleOp::create(schedule.getLoc());
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    for (NamedAttribute variant : variantsOf(kernel))
      emitVariant(kernel, variant.getName(), cast<DictionaryAttr>(variant.getValue()), *out);
  return out;
}

} // namespace aic::codegen
