#include "compiler/artifact/Shaders.h"

#include "absl/strings/str_cat.h"
#include "runtime/schema/Prelude.h"
#include "runtime/schema/Spirv.h"

#include <map>

namespace aic::artifact {

const schema::TargetRules& RulesOf(const Target& target) {
  return schema::kTargetRules[static_cast<uint8_t>(target.kind)];
}

namespace {

struct ByContent {
  bool operator()(const std::vector<uint32_t>* a, const std::vector<uint32_t>* b) const { return *a < *b; }
};

/// What is wrong with a variant, or nullptr. `bindings`: of its kernel's dispatches; -1 if there is none.
const char* Check(const Variant& variant, bool floor, int64_t bindings) {
  uint64_t invocations = 1;
  for (uint32_t size : variant.localSize) {
    invocations *= size;
    if (invocations == 0 || invocations > schema::kMaxLocalInvocations)
      return "has an impossible local size";
  }
  for (uint32_t count : variant.workgroups)
    if (count == 0 || count > schema::kMaxVulkanWorkgroups)
      return "has an impossible number of workgroups";
  if (variant.sharedBytes > schema::kMaxSharedBytes)
    return "has too much workgroup memory";
  if (floor && (variant.needsSubgroup || invocations > schema::kFloorInvocations ||
                variant.sharedBytes > schema::kFloorSharedBytes))
    return "asks for more than every device has";
  schema::SpirvFacts facts;
  if (const char* problem = schema::ReadSpirv(reinterpret_cast<const uint8_t*>(variant.words.data()),
                                              4 * variant.words.size(), &facts))
    return problem;
  for (int i = 0; i < 3; ++i)
    if (facts.localSize[i] != variant.localSize[i])
      return "has another local size than its SPIR-V";
  if (facts.usesSubgroups && !variant.needsSubgroup)
    return "uses subgroups and does not say so";
  if (bindings >= 0 && facts.bindings > bindings + variant.reports)
    return "has more buffers than its dispatches bind";
  return nullptr;
}

} // namespace

ShaderSection LayOutShaders(const Target& target) {
  ShaderSection section;
  std::map<const std::vector<uint32_t>*, uint64_t, ByContent> known;
  for (const Kernel& kernel : target.kernels) {
    std::vector<uint64_t>& offsets = section.offsets.emplace_back();
    for (const Variant& variant : kernel.variants) {
      auto [place, added] = known.try_emplace(&variant.words, 4 * section.words.size());
      if (added)
        section.words.insert(section.words.end(), variant.words.begin(), variant.words.end());
      offsets.push_back(place->second);
    }
  }
  return section;
}

absl::Status CheckKernels(const Target& target) {
  std::vector<int64_t> bindings(target.kernels.size(), -1);
  const schema::TargetRules& rules = RulesOf(target);
  for (const Program& program : target.programs)
    for (const Dispatch& dispatch : program.dispatches) {
      int64_t& known = bindings[dispatch.kernel];
      auto count = static_cast<int64_t>(dispatch.bindings.size());
      if (rules.variants && known >= 0 && known != count)
        return absl::InvalidArgumentError(absl::StrCat("dispatch ", dispatch.name, " has ", count,
                                                       " bindings, another of its kernel has ", known));
      known = count;
    }
  if (rules.variants && !target.code.empty())
    return absl::InvalidArgumentError(
        absl::StrCat("the code of a ", rules.title, " target is made of its variants"));
  for (size_t k = 0; k < target.kernels.size(); ++k) {
    const Kernel& kernel = target.kernels[k];
    auto wrong = [&](auto... what) {
      return absl::InvalidArgumentError(absl::StrCat("kernel ", kernel.name, what...));
    };
    if (!rules.variants) {
      if (!kernel.variants.empty())
        return wrong(" is for ", rules.title, " and has variants");
      continue;
    }
    if (kernel.variants.empty() || kernel.variants[0].name != "floor")
      return wrong(" has no variant called floor in the first place");
    if (kernel.variants.size() > schema::kMaxVariants)
      return wrong(" has too many variants");
    for (size_t v = 0; v < kernel.variants.size(); ++v) {
      for (size_t before = 0; before < v; ++before)
        if (kernel.variants[before].name == kernel.variants[v].name)
          return wrong(" has two variants of one name");
      if (const char* problem = Check(kernel.variants[v], /*floor=*/v == 0, bindings[k]))
        return wrong(", variant ", kernel.variants[v].name, " ", problem);
    }
  }
  return absl::OkStatus();
}

} // namespace aic::artifact
