#include "runtime/Model.h"

#include "runtime/Failure.h"
#include "runtime/Structs.h"

#include <cstring>

#define XXH_INLINE_ALL
#include "xxhash.h"

namespace aic::runtime {

/// Picks the first target of each kind that this machine runs (of several CPUs the best stands first);
/// whether there is a device for it is known when a session is made. Errors: AIC_UNSUPPORTED if there is
/// none.
static aic_status ChooseTargets(aic_model& model) {
  const auto& targets = *model.header->targets();
  const uint32_t none = targets.size();
  for (uint32_t i = 0; i < targets.size(); ++i) {
    uint32_t& chosen = model.chosen[targets[i]->kind()];
    if (chosen == none && KindOf(*targets[i]).fits(*targets[i]))
      chosen = i;
  }
  for (uint32_t kind = kTargetKinds; kind-- > 0;)
    if (model.chosen[kind] != none)
      model.target = model.chosen[kind];
  return model.target != none ? AIC_OK : model.ExplainNo(*kTargets[0]);
}

/// Makes the chosen targets' code ready.
static aic_status LoadCode(aic_model& model) {
  const auto& targets = *model.header->targets();
  for (uint32_t kind = 0; kind < kTargetKinds; ++kind) {
    const uint32_t chosen = model.chosen[kind];
    if (chosen == targets.size())
      continue;
    const schema::Section& section = *model.header->sections()->Get(targets[chosen]->code_section());
    if (aic_status status = kTargets[kind]->load(model.where.data(), *targets[chosen], model.sections[chosen],
                                                 section.bytes(), &model.code[kind]))
      return status;
  }
  return AIC_OK;
}

/// Finds each target's code section, or a copy of it where the caller's memory is not aligned.
static aic_status PlaceCode(aic_model& model) {
  const auto& targets = *model.header->targets();
  if (!model.sections.Allocate(targets.size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", model.where.data());
  constexpr uint64_t kAligned = 16; // No kind asks more.
  for (int pass = 0; pass < 2; ++pass) {
    uint64_t copied = 0;
    for (uint32_t i = 0; i < targets.size(); ++i) {
      const schema::Section& code = *model.header->sections()->Get(targets[i]->code_section());
      const uint8_t* bytes = model.bytes + code.offset();
      bool aligned = reinterpret_cast<uintptr_t>(bytes) % KindOf(*targets[i]).codeAlignment == 0;
      if (pass == 1 && !aligned) {
        memcpy(model.sectionsCopy.data() + copied, bytes, code.bytes());
        bytes = model.sectionsCopy.data() + copied;
      }
      model.sections[i] = bytes;
      if (!aligned)
        copied += (code.bytes() + kAligned - 1) / kAligned * kAligned;
    }
    if (copied == 0)
      break;
    if (pass == 0 && !model.sectionsCopy.Allocate(copied))
      return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a copy of the code", model.where.data());
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

static aic_status ListDims(aic_model& model) {
  const auto& entries = *model.header->entries();
  size_t count = 0;
  for (const schema::Entry* entry : entries)
    count += entry->dims() ? entry->dims()->size() : 0;
  if (!model.dimNames.Allocate(count) || !model.dimValues.Allocate(count) ||
      !model.dimStart.Allocate(size_t(entries.size()) + 1))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", model.where.data());
  uint32_t next = 0;
  for (uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i]->dims())
      for (const schema::Dim* dim : *entries[i]->dims()) {
        model.dimNames[next] = dim->name()->c_str();
        model.dimValues[next++] = dim->value();
      }
    model.dimStart[i + 1] = next;
  }
  return AIC_OK;
}

static aic_signature SignatureOf(const aic_model& model) {
  aic_signature result = {};
  result.struct_bytes = sizeof(result);
  result.data = model.bytes;
  result.bytes = model.header.signedBytes();
  if (const schema::Signature* found = model.header.signature()) {
    result.kind = AIC_SIGNATURE_ED25519;
    result.key = found->key;
    result.signature = found->signature;
  }
  return result;
}

/// Everything after the bytes are there.
static aic_status Prepare(aic_model& model, const aic_open_options& options) {
  const char* where = model.where.data();
  const uint32_t flags = options.flags;
  if (aic_status status = model.header.Read(where, model.bytes, model.size))
    return status;
  if (options.verify) {
    const aic_signature signature = SignatureOf(model);
    if (options.verify(options.user, &signature) != 0)
      return Fail(AIC_REFUSED, "%s: the program refuses it, %s", where,
                  signature.kind == AIC_SIGNATURE_NONE ? "which has no signature" : "by its signature");
  }
  if (aic_status status = ListFeatures(model))
    return status;
  if (aic_status status = ListDims(model))
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
    if (flags & (AIC_OPEN_PRELOAD | AIC_OPEN_LOCK))
      if (aic_status status = flags & AIC_OPEN_LOCK
                                  ? model.resident.Lock(where, model.weights, section->bytes())
                                  : model.resident.Preload(where, model.weights, section->bytes()))
        return status;
    if (flags & AIC_OPEN_VERIFY)
      if (aic_status status = aic_model_verify_weights(&model))
        return status;
  }
  if (aic_status status = PlaceCode(model))
    return status;
  const uint32_t none = model.header->targets()->size();
  model.target = none;
  for (uint32_t& chosen : model.chosen)
    chosen = none;
  if (flags & AIC_OPEN_INSPECT)
    return AIC_OK;
  if (aic_status status = ChooseTargets(model))
    return status;
  return LoadCode(model);
}

/// Makes the model and its name; the caller fills in the bytes.
static aic_status Create(const char* where, aic_model** result) {
  auto* model = Make<aic_model>();
  if (!model)
    return Fail(AIC_OUT_OF_MEMORY, "memory is short");
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

using namespace aic::runtime;

void aic_model::Release() {
  if (references.fetch_sub(1, std::memory_order_acq_rel) == 1)
    Unmake(this);
}

aic_model::~aic_model() {
  for (uint32_t kind = 0; kind < kTargetKinds; ++kind)
    if (code[kind])
      kTargets[kind]->unload(code[kind]);
}

aic_status aic_model::ExplainNo(const TargetKind& kind) const {
  for (const aic::schema::Target* candidate : *header->targets())
    if (&KindOf(*candidate) == &kind)
      return kind.explain(where.data(), *header);
  return Fail(AIC_UNSUPPORTED, "%s: holds no code for %s; compile it again with --target %s", where.data(),
              aic::schema::kTargetRules[kind.kind].title, kind.name);
}

extern "C" {

aic_status aic_model_open(const char* path, uint32_t flags, aic_model** result) {
  if (!result)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open: model is NULL");
  *result = nullptr;
  if (!path)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open: path is NULL");
  aic_open_options options = {};
  options.struct_bytes = sizeof(options);
  options.path = path;
  options.flags = flags;
  return aic_model_open_with(&options, result);
}

aic_status aic_model_open_memory(const void* data, size_t bytes, uint32_t flags, aic_model** result) {
  if (!result)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open_memory: model is NULL");
  *result = nullptr;
  if (!data)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open_memory: data is NULL");
  aic_open_options options = {};
  options.struct_bytes = sizeof(options);
  options.data = data;
  options.bytes = bytes;
  options.flags = flags;
  return aic_model_open_with(&options, result);
}

aic_status aic_model_open_with(const aic_open_options* options, aic_model** result) {
  const char* const function = "aic_model_open_with";
  if (!result)
    return Fail(AIC_INVALID_ARGUMENT, "%s: model is NULL", function);
  *result = nullptr;
  if (!options)
    return Fail(AIC_INVALID_ARGUMENT, "%s: options is NULL", function);
  aic_open_options wanted;
  if (aic_status status = TakeOptions(function, options, &wanted))
    return status;
  if (!wanted.path == !wanted.data)
    return Fail(AIC_INVALID_ARGUMENT, "%s: %s are given; one is meant", function,
                wanted.path ? "both path and data" : "neither path nor data");
  if (wanted.path && wanted.bytes)
    return Fail(AIC_INVALID_ARGUMENT, "%s: bytes belong to data; a path is given", function);
  if (wanted.flags & ~uint32_t(AIC_OPEN_INSPECT | AIC_OPEN_VERIFY | AIC_OPEN_PRELOAD | AIC_OPEN_LOCK))
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_open: unknown flags 0x%x", wanted.flags);
  aic_model* model;
  if (aic_status status = Create(wanted.path ? wanted.path : "<memory>", &model))
    return status;
  if (wanted.path) {
    if (aic_status status = model->file.Open(wanted.path, model->where.data()))
      return Finish(status, model, result);
    model->bytes = model->file.data();
    model->size = model->file.bytes();
  } else {
    model->bytes = static_cast<const uint8_t*>(wanted.data);
    model->size = wanted.bytes;
  }
  return Finish(Prepare(*model, wanted), model, result);
}

aic_status aic_model_signature(const aic_model* model, aic_signature* signature) {
  if (!model || !signature)
    return Fail(AIC_INVALID_ARGUMENT, "aic_model_signature: %s is NULL", model ? "signature" : "model");
  Answer answer("aic_model_signature", signature);
  if (aic_status status = answer.Begin())
    return status;
  *answer = SignatureOf(*model);
  return answer.Give();
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
