// Any bytes as a model.aic: the checksums are made right, so that what is behind them is reached; what is
// accepted is read to its last byte. The code section is never loaded: test/fuzz/code does that.
#include "runtime/aic.h"
#include "runtime/schema/Prelude.h"
#include "runtime/schema/artifact_generated.h"

#include <cstdlib>
#include <cstring>
#include <new>

#define XXH_INLINE_ALL
#include "xxhash.h"

namespace {

using namespace aic;

/// A copy with magic, version, sizes and checksums that fit; with a header size of its own only where it is
/// plausible.
void MakePlausible(uint8_t* bytes, size_t size) {
  schema::Prelude prelude;
  memcpy(&prelude, bytes, sizeof(prelude));
  memcpy(prelude.magic, schema::kMagic, sizeof(prelude.magic));
  prelude.formatMajor = schema::kFormatMajor;
  prelude.formatMinor = schema::kFormatMinor;
  prelude.fileBytes = size;
  if (prelude.headerBytes > size - sizeof(prelude))
    prelude.headerBytes = size - sizeof(prelude);
  uint8_t* header = bytes + sizeof(prelude);
  flatbuffers::Verifier verifier(header, prelude.headerBytes, 64, 1000000);
  // The verifier asks no more than 4 bytes of a vector's alignment, a section asks 8.
  if (schema::VerifyHeaderBuffer(verifier) &&
      reinterpret_cast<uintptr_t>(schema::GetHeader(header)->sections()->Data()) % 8 == 0)
    for (const schema::Section* section : *schema::GetHeader(header)->sections())
      if (section->offset() >= sizeof(prelude) + prelude.headerBytes && section->offset() <= size &&
          section->bytes() <= size - section->offset())
        const_cast<schema::Section*>(section)->mutate_checksum(
            XXH3_64bits(bytes + section->offset(), section->bytes()));
  prelude.headerChecksum = XXH3_64bits(header, prelude.headerBytes);
  prelude.preludeChecksum = XXH3_64bits(&prelude, offsetof(schema::Prelude, preludeChecksum));
  memcpy(bytes, &prelude, sizeof(prelude));
}

volatile size_t total;
void Read(const char* text) {
  total = total + strlen(text);
}
void Expect(bool condition) {
  if (!condition)
    abort();
}

/// `Info`: aic_tensor_info, aic_state_info.
template <typename Info> void ReadTensor(const Info& info) {
  Read(info.name);
  uint64_t bytes = aic_element_bytes(info.type);
  Expect(bytes > 0);
  Expect(reinterpret_cast<uintptr_t>(info.shape) % 8 == 0);
  for (uint32_t i = 0; i < info.rank; ++i)
    bytes *= info.shape[i];
  Expect(bytes == info.bytes);
}

void ReadVariants(const aic_model* model, uint32_t t, uint32_t kernel, uint32_t count) {
  for (uint32_t v = 0; v < count; ++v) {
    aic_variant_info variant;
    Expect(aic_model_variant(model, t, kernel, v, &variant) == AIC_OK);
    Read(variant.name);
    Expect(reinterpret_cast<uintptr_t>(variant.words) % 4 == 0 && variant.shader_bytes % 4 == 0);
    Expect(variant.words[0] == 0x07230203);
    total = total + variant.words[variant.shader_bytes / 4 - 1];
    Expect(uint64_t(variant.local_size[0]) * variant.local_size[1] * variant.local_size[2] <= 1024);
  }
}

void ReadTarget(const aic_model* model, uint32_t t) {
  aic_target_info target;
  Expect(aic_model_target(model, t, &target) == AIC_OK);
  Read(target.triple);
  Read(target.cpu);
  for (uint32_t i = 0; i < target.feature_count; ++i)
    Read(target.features[i]);
  for (uint32_t i = 0; i < target.kernel_count; ++i) {
    aic_kernel_info kernel;
    Expect(aic_model_kernel(model, t, i, &kernel) == AIC_OK);
    Read(kernel.name);
    Read(kernel.family);
    ReadVariants(model, t, i, kernel.variant_count);
  }
}

constexpr uint32_t kMostRead = 1000; ///< Of the first dispatches of a plan, and of the last.

/// What target `t` runs for an entry.
void ReadPlan(const aic_model* model, uint32_t t, uint32_t entry, uint64_t weightsBytes) {
  aic_target_info target;
  aic_plan_info plan;
  Expect(aic_model_target(model, t, &target) == AIC_OK);
  Expect(aic_model_entry_plan(model, t, entry, &plan) == AIC_OK);
  const bool widens = target.kind == AIC_TARGET_VULKAN; // bool to 4 bytes; i64 has 4 there, which is less.
  uint64_t written = 0;
  bool all = true;
  for (uint32_t d = 0; d < plan.dispatch_count; ++d) {
    if (d == kMostRead && plan.dispatch_count > 2 * kMostRead) { // A repeat's: they would take seconds.
      all = false;
      d = plan.dispatch_count - kMostRead;
    }
    aic_dispatch_info dispatch;
    Expect(aic_model_entry_dispatch(model, t, entry, d, &dispatch) == AIC_OK);
    Read(dispatch.name);
    Read(dispatch.location);
    Expect(dispatch.kernel < target.kernel_count && dispatch.workgroups > 0);
    Expect(!dispatch.repeat_times ||
           (d >= dispatch.repeat_first &&
            d - dispatch.repeat_first < uint64_t(dispatch.repeat_times) * dispatch.repeat_dispatches));
    for (uint32_t b = 0; b < dispatch.binding_count; ++b) {
      aic_binding_info binding;
      aic_tensor_info tensor;
      aic_state_info state;
      Expect(aic_model_entry_binding(model, t, entry, d, b, &binding) == AIC_OK);
      uint64_t size = weightsBytes;
      if (binding.kind == AIC_BINDING_INPUT || binding.kind == AIC_BINDING_OUTPUT) {
        auto describe = binding.kind == AIC_BINDING_INPUT ? aic_model_entry_input : aic_model_entry_output;
        Expect(describe(model, entry, binding.index, &tensor) == AIC_OK);
        size = widens && tensor.type == AIC_BOOL ? 4 * tensor.bytes : tensor.bytes;
      } else if (binding.kind == AIC_BINDING_STATE) {
        Expect(aic_model_state(model, binding.index, &state) == AIC_OK);
        size = widens && state.type == AIC_BOOL ? 4 * state.bytes : state.bytes;
        written += binding.write ? binding.bytes : 0;
      } else if (binding.kind == AIC_BINDING_ARENA) {
        size = plan.arena_bytes;
      }
      Expect(binding.offset <= size && binding.bytes <= size - binding.offset);
    }
  }
  Expect(!all || written == plan.state_bytes_written);
}

void ReadStates(const aic_model* model) {
  for (uint32_t i = 0; i < aic_model_state_count(model); ++i) {
    aic_state_info state;
    Expect(aic_model_state(model, i, &state) == AIC_OK);
    ReadTensor(state);
  }
}

/// Its names, sizes and tensors; it is found by its name, unless others have it too.
void ReadEntry(const aic_model* model, uint32_t e) {
  aic_entry_info entry;
  Expect(aic_model_entry(model, e, &entry) == AIC_OK);
  Read(entry.name);
  for (uint32_t i = 0; i < entry.dim_count; ++i) {
    Read(entry.dim_names[i]);
    Expect(entry.dim_values[i] >= 0);
  }
  uint32_t found = 0;
  Expect(aic_model_find_entry(model, entry.name, &found) == AIC_OK ? found < aic_model_entry_count(model)
                                                                   : found == 0);
  aic_tensor_info tensor;
  for (uint32_t i = 0; i < entry.input_count; ++i) {
    Expect(aic_model_entry_input(model, e, i, &tensor) == AIC_OK);
    ReadTensor(tensor);
  }
  for (uint32_t i = 0; i < entry.output_count; ++i) {
    Expect(aic_model_entry_output(model, e, i, &tensor) == AIC_OK);
    ReadTensor(tensor);
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // As it is, at an address that is aligned or not.
  aic_model* model;
  if (aic_model_open_memory(data, size, AIC_OPEN_INSPECT, &model) != AIC_OK)
    Expect(model == nullptr && *aic_last_error());
  aic_model_close(model);

  if (size < sizeof(schema::Prelude))
    return 0;
  auto* bytes = static_cast<uint8_t*>(malloc(size));
  memcpy(bytes, data, size);
  MakePlausible(bytes, size);
  aic_status status = aic_model_open_memory(bytes, size, AIC_OPEN_INSPECT, &model);
  if (status == AIC_OK) {
    aic_model_info info;
    Expect(aic_model_describe(model, &info) == AIC_OK);
    Read(info.producer);
    Read(info.graph);
    Read(info.source);
    for (uint32_t e = 0; e < aic_model_entry_count(model); ++e)
      ReadEntry(model, e);
    ReadStates(model);
    for (uint32_t i = 0; i < info.section_count; ++i) {
      aic_section_info section;
      Expect(aic_model_section(model, i, &section) == AIC_OK);
      Expect(section.offset <= size && section.bytes <= size - section.offset);
    }
    for (uint32_t t = 0; t < info.target_count; ++t) {
      ReadTarget(model, t);
      for (uint32_t e = 0; e < aic_model_entry_count(model); ++e)
        ReadPlan(model, t, e, info.weights_bytes);
    }
    Expect(aic_model_verify_weights(model) == AIC_OK);
    aic_signature signature;
    Expect(aic_model_signature(model, &signature) == AIC_OK);
    Expect(signature.data == bytes);
    Expect(signature.bytes == (signature.kind == AIC_SIGNATURE_NONE ? size : size - 128));
    for (int i = 0; signature.kind != AIC_SIGNATURE_NONE && i < 64; ++i)
      total = total + signature.key[i / 2] + signature.signature[i];
    // Opened for inspection, it makes no session.
    aic_session* session;
    Expect(aic_session_create(model, 1, &session) == AIC_INVALID_ARGUMENT && !session);
  } else {
    Expect(model == nullptr && *aic_last_error());
  }
  aic_model_close(model);
  free(bytes);
  return 0;
}
