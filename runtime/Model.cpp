#include "runtime/Model.h"

#include "runtime/Failure.h"
#include "runtime/cpu/CpuFeatures.h"

#include <cstdio>
#include <cstring>
#include <new>

#define XXH_INLINE_ALL
#include "xxhash.h"

namespace aic::runtime {

/// Whether `triple` is for this machine's architecture.
static bool RunsHere(const char* triple) {
  size_t length = strlen(cpu::Architecture());
  return strncmp(triple, cpu::Architecture(), length) == 0 &&
         (triple[length] == '-' || triple[length] == '\0');
}

/// AIC_OK if this machine runs `target`, else AIC_UNSUPPORTED with a message that says what is missing.
static aic_status CheckMachine(const char* where, const schema::Target& target) {
  if (!RunsHere(target.triple()->c_str()))
    return Fail(AIC_UNSUPPORTED,
                "%s: compiled for %s, this machine is %s; compile it again on such a machine", where,
                target.triple()->c_str(), cpu::Architecture());
  const char* lacking = nullptr;
  uint32_t others = 0;
  for (const flatbuffers::String* name : *target.features()) {
    cpu::Feature feature = cpu::LookUp(name->c_str());
    if (feature == cpu::Feature::Unknown)
      return Fail(AIC_UNSUPPORTED,
                  "%s: compiled for %s and needs %s, which this runtime does not know; compile again "
                  "with --target-cpu %s",
                  where, target.cpu()->c_str(), name->c_str(), cpu::PortableTargetCpu());
    if (feature == cpu::Feature::Absent && lacking)
      ++others;
    else if (feature == cpu::Feature::Absent)
      lacking = name->c_str();
  }
  if (!lacking)
    return AIC_OK;
  char more[32] = "";
  if (others)
    snprintf(more, sizeof(more), " and %u more", others);
  return Fail(AIC_UNSUPPORTED,
              "%s: compiled for %s and needs %s%s, which this machine's CPU lacks; compile again with "
              "--target-cpu %s",
              where, target.cpu()->c_str(), lacking, more, cpu::PortableTargetCpu());
}

/// Picks the first CPU target that this machine runs and the first Vulkan target; whether there is a device
/// for that is known when a session is made. Errors: AIC_UNSUPPORTED if there is neither.
static aic_status ChooseTargets(aic_model& model) {
  const auto& targets = *model.header->targets();
  const uint32_t none = targets.size();
  for (uint32_t i = 0; i < targets.size(); ++i) {
    bool cpu = targets[i]->kind() == schema::TargetKind_Cpu;
    uint32_t& chosen = cpu ? model.cpuTarget : model.vulkanTarget;
    if (chosen == none && (!cpu || CheckMachine(model.where.data(), *targets[i]) == AIC_OK))
      chosen = i;
  }
  model.target = model.cpuTarget != none ? model.cpuTarget : model.vulkanTarget;
  return model.target != none ? AIC_OK : model.ExplainNoCpu();
}

/// Finds each Vulkan target's words, or a copy of them where the caller's memory is not aligned.
static aic_status PlaceShaders(aic_model& model) {
  const auto& targets = *model.header->targets();
  if (!model.shaders.Allocate(targets.size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", model.where.data());
  for (int pass = 0; pass < 2; ++pass) {
    uint64_t copied = 0;
    for (uint32_t i = 0; i < targets.size(); ++i) {
      const schema::Section& code = *model.header->sections()->Get(targets[i]->code_section());
      if (targets[i]->kind() != schema::TargetKind_Vulkan)
        continue;
      const uint8_t* bytes = model.bytes + code.offset();
      bool aligned = reinterpret_cast<uintptr_t>(bytes) % 4 == 0;
      if (pass == 1 && !aligned) {
        memcpy(model.shadersCopy.data() + copied, bytes, code.bytes());
        bytes = model.shadersCopy.data() + copied;
      }
      model.shaders[i] = bytes;
      if (!aligned)
        copied += (code.bytes() + 3) / 4 * 4;
    }
    if (copied == 0)
      break;
    if (pass == 0 && !model.shadersCopy.Allocate(copied))
      return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a copy of the shaders", model.where.data());
  }
  return AIC_OK;
}

static aic_status ListFeatures(aic_model& model) {
  const auto& targets = *model.header->targets();
  size_t count = 0;
  for (const schema::Target* target : targets)
    count += target->features()->size();
  if (!model.features.Allocate(count) || !model.featureStart.Allocate(targets.size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", model.where.data());
  count = 0;
  for (uint32_t i = 0; i < targets.size(); ++i) {
    model.featureStart[i] = count;
    for (const flatbuffers::String* name : *targets[i]->features())
      model.features[count++] = name->c_str();
  }
  return AIC_OK;
}

/// Everything after the bytes are there.
static aic_status Prepare(aic_model& model, uint32_t flags) {
  const char* where = model.where.data();
  if (aic_status status = model.header.Read(where, model.bytes, model.size))
    return status;
  if (aic_status status = ListFeatures(model))
    return status;
  if (const schema::Section* section = model.header.weights()) {
    model.weights = model.bytes + section->offset();
    if (reinterpret_cast<uintptr_t>(model.weights) % schema::kBufferAlignment) {
      if (!model.weightsCopy.Allocate(section->bytes()))
        return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a copy of the weights (%llu bytes)", where,
                    static_cast<unsigned long long>(section->bytes()));
      memcpy(model.weightsCopy.data(), model.weights, section->bytes());
      model.weights = model.weightsCopy.data();
    }
    if (flags & AIC_OPEN_VERIFY)
      if (aic_status status = aic_model_verify_weights(&model))
        return status;
  }
  if (aic_status status = PlaceShaders(model))
    return status;
  const uint32_t none = model.header->targets()->size();
  model.target = model.cpuTarget = model.vulkanTarget = none;
  if (flags & AIC_OPEN_INSPECT)
    return AIC_OK;
  if (aic_status status = ChooseTargets(model))
    return status;
  if (model.cpuTarget == none)
    return AIC_OK;
  const schema::Target& target = *model.header->targets()->Get(model.cpuTarget);
  const schema::Section& code = *model.header->sections()->Get(target.code_section());
  return model.code.Load(where, model.bytes + code.offset(), code.bytes(), target.kernels()->size());
}

/// Makes the model and its name; the caller fills in the bytes.
static aic_status Create(const char* where, uint32_t flags, aic_model** result) {
  if (flags & ~uint32_t(AIC_OPEN_INSPECT | AIC_OPEN_VERIFY))
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open: unknown flags 0x%x", flags);
  void* memory = malloc(sizeof(aic_model));
  if (!memory)
    return Fail(AIC_OUT_OF_MEMORY, "memory is short");
  aic_model* model = new (memory) aic_model;
  // A path may be longer than a message: then its end names the file.
  constexpr size_t kLongest = 500;
  size_t length = strlen(where);
  if (length > kLongest)
    where += length - kLongest;
  if (!model->where.Allocate(strlen(where) + 1)) {
    model->Release();
    return Fail(AIC_OUT_OF_MEMORY, "memory is short");
  }
  memcpy(model->where.data(), where, strlen(where));
  *result = model;
  return AIC_OK;
}

/// Hands the model out, or ends it. The message stays: destructors set none.
static aic_status Finish(aic_status status, aic_model* model, aic_model** result) {
  if (status == AIC_OK)
    *result = model;
  else
    model->Release();
  return status;
}

} // namespace aic::runtime

void aic_model::Release() {
  if (references.fetch_sub(1, std::memory_order_acq_rel) != 1)
    return;
  this->~aic_model();
  free(this);
}

aic_status aic_model::ExplainNoCpu() const {
  // About the first target that is for a CPU, of whatever kind.
  for (const aic::schema::Target* candidate : *header->targets())
    if (candidate->kind() == aic::schema::TargetKind_Cpu)
      return aic::runtime::CheckMachine(where.data(), *candidate);
  return aic::runtime::Fail(AIC_UNSUPPORTED,
                            "%s: holds no code for a CPU; compile it again with --target cpu", where.data());
}

extern "C" {

using namespace aic::runtime;

aic_status aic_model_open(const char* path, uint32_t flags, aic_model** result) {
  if (!result)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open: model is NULL");
  *result = nullptr;
  if (!path)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open: path is NULL");
  aic_model* model;
  if (aic_status status = Create(path, flags, &model))
    return status;
  aic_status status = model->file.Open(path, model->where.data());
  if (status == AIC_OK) {
    model->bytes = model->file.data();
    model->size = model->file.bytes();
    status = Prepare(*model, flags);
  }
  return Finish(status, model, result);
}

aic_status aic_model_open_memory(const void* data, size_t bytes, uint32_t flags, aic_model** result) {
  if (!result)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open_memory: model is NULL");
  *result = nullptr;
  if (!data)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open_memory: data is NULL");
  aic_model* model;
  if (aic_status status = Create("<memory>", flags, &model))
    return status;
  model->bytes = static_cast<const uint8_t*>(data);
  model->size = bytes;
  return Finish(Prepare(*model, flags), model, result);
}

void aic_model_close(aic_model* model) {
  if (model)
    model->Release();
}

aic_status aic_model_verify_weights(const aic_model* model) {
  if (!model)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_verify_weights: model is NULL");
  const aic::schema::Section* section = model->header.weights();
  if (section && XXH3_64bits(model->weights, section->bytes()) != section->checksum())
    return Fail(AIC_INVALID_ARTIFACT, "%s: the weights are damaged (their checksum differs)",
                model->where.data());
  return AIC_OK;
}
}
