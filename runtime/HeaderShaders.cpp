/// \file
/// The part of the header's checks that is about variants and their SPIR-V.
#include "runtime/Failure.h"
#include "runtime/Header.h"
#include "runtime/schema/Spirv.h"

#include <cstdlib>
#include <cstring>

namespace aic::runtime {

using ull = unsigned long long;

namespace {

/// A variant's words in the code section.
struct Module {
  uint64_t offset, bytes;
  uint32_t kernel, variant;
};

int Compare(const void* a, const void* b) {
  const auto& x = *static_cast<const Module*>(a);
  const auto& y = *static_cast<const Module*>(b);
  if (x.offset != y.offset)
    return x.offset < y.offset ? -1 : 1;
  if (x.bytes != y.bytes)
    return x.bytes < y.bytes ? -1 : 1;
  if (x.kernel != y.kernel)
    return x.kernel < y.kernel ? -1 : 1;
  return x.variant < y.variant ? -1 : x.variant > y.variant;
}

/// What is wrong with the variant's numbers, or nullptr.
const char* CheckNumbers(const schema::Variant& variant, bool floor) {
  const uint64_t local[] = {variant.local_x(), variant.local_y(), variant.local_z()};
  const uint32_t groups[] = {variant.workgroups_x(), variant.workgroups_y(), variant.workgroups_z()};
  uint64_t invocations = 1;
  for (uint64_t size : local) {
    invocations *= size;
    if (invocations == 0 || invocations > schema::kMaxLocalInvocations)
      return "has an impossible local size";
  }
  for (uint32_t count : groups)
    if (count == 0 || count > schema::kMaxVulkanWorkgroups)
      return "has an impossible number of workgroups";
  if (variant.shared_bytes() > schema::kMaxSharedBytes)
    return "has too much workgroup memory";
  if (floor && (variant.needs_subgroup() || invocations > schema::kFloorInvocations ||
                variant.shared_bytes() > schema::kFloorSharedBytes))
    return "asks for more than every device has";
  return nullptr;
}

/// What is wrong with the list of a kernel's variants, or nullptr.
const char* CheckNames(const schema::Kernel& kernel) {
  const auto* variants = kernel.variants();
  if (!variants || variants->size() == 0 || strcmp(variants->Get(0)->name()->c_str(), "floor") != 0)
    return "has no variant called floor in the first place";
  if (variants->size() > schema::kMaxVariants)
    return "has too many variants";
  for (uint32_t i = 0; i < variants->size(); ++i)
    for (uint32_t j = 0; j < i; ++j)
      if (strcmp(variants->Get(i)->name()->c_str(), variants->Get(j)->name()->c_str()) == 0)
        return "has two variants of one name";
  return nullptr;
}

} // namespace

aic_status Header::CheckShaders(const char* where, const schema::Target& target,
                                const uint8_t* fileBytes) const {
  const schema::Section& code = *root_->sections()->Get(target.code_section());
  const auto& kernels = *target.kernels();
  uint64_t count = 0;
  for (const schema::Kernel* kernel : kernels) {
    if (const char* problem = CheckNames(*kernel))
      return Fail(AIC_INVALID_ARTIFACT, "%s: kernel %s %s", where, kernel->name()->c_str(), problem);
    count += kernel->variants()->size();
  }

  constexpr uint32_t kNotDispatched = UINT32_MAX;
  Array<uint32_t> bindings; // Of each kernel.
  Array<Module> modules;
  if (!bindings.Allocate(kernels.size()) || !modules.Allocate(count))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (uint32_t& binding : bindings)
    binding = kNotDispatched;
  for (const schema::Program* program : *target.programs())
    for (const schema::Dispatch* dispatch : *program->dispatches()) {
      uint32_t& known = bindings[dispatch->kernel()];
      if (known != kNotDispatched && known != dispatch->bindings()->size())
        return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s has %u bindings, another of kernel %s has %u",
                    where, dispatch->name()->c_str(), dispatch->bindings()->size(),
                    kernels[dispatch->kernel()]->name()->c_str(), known);
      known = dispatch->bindings()->size();
    }

  uint64_t next = 0;
  for (uint32_t k = 0; k < kernels.size(); ++k)
    for (uint32_t v = 0; v < kernels[k]->variants()->size(); ++v) {
      const schema::Variant& variant = *kernels[k]->variants()->Get(v);
      const char* problem = CheckNumbers(variant, v == 0);
      if (!problem && (variant.offset() % 4 || variant.bytes() % 4 || variant.offset() > code.bytes() ||
                       variant.bytes() > code.bytes() - variant.offset()))
        problem = "lies outside the code section";
      if (problem)
        return Fail(AIC_INVALID_ARTIFACT, "%s: kernel %s, variant %s %s", where, kernels[k]->name()->c_str(),
                    variant.name()->c_str(), problem);
      modules[next++] = {variant.offset(), variant.bytes(), k, v};
    }

  // In the order of their places, each is read once, however many variants share it.
  qsort(modules.data(), modules.size(), sizeof(Module), Compare);
  schema::SpirvFacts facts;
  uint64_t end = 0;
  for (uint64_t i = 0; i < modules.size(); ++i) {
    const Module& module = modules[i];
    const schema::Kernel& kernel = *kernels[module.kernel];
    const schema::Variant& variant = *kernel.variants()->Get(module.variant);
    const char* problem = nullptr;
    if (i == 0 || module.offset != modules[i - 1].offset || module.bytes != modules[i - 1].bytes) {
      if (module.offset < end)
        problem = "overlaps another module";
      else
        problem = schema::ReadSpirv(fileBytes + code.offset() + module.offset, module.bytes, &facts);
      end = module.offset + module.bytes;
    }
    if (!problem && (facts.localSize[0] != variant.local_x() || facts.localSize[1] != variant.local_y() ||
                     facts.localSize[2] != variant.local_z()))
      problem = "has another local size than its SPIR-V";
    if (!problem && facts.usesSubgroups && !variant.needs_subgroup())
      problem = "uses subgroups and does not say so";
    if (!problem && bindings[module.kernel] != kNotDispatched &&
        facts.bindings > bindings[module.kernel] + uint64_t(variant.reports()))
      problem = "has more buffers than its dispatches bind";
    if (problem)
      return Fail(AIC_INVALID_ARTIFACT, "%s: kernel %s, variant %s (%llu bytes at byte %llu) %s", where,
                  kernel.name()->c_str(), variant.name()->c_str(), ull(module.bytes), ull(module.offset),
                  problem);
  }
  return AIC_OK;
}

} // namespace aic::runtime
