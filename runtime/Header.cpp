#include "runtime/Header.h"

#include "runtime/Failure.h"

#include <cstring>

#define XXH_INLINE_ALL
#include "xxhash.h"

namespace aic::runtime {

using ull = unsigned long long; // What printf's %llu takes; uint64_t is another type here.

/// Whether a vector's elements stand where their type must: FlatBuffers' verifier asks 4 bytes of a vector,
/// whatever its elements are.
template <typename Vector> static bool IsAligned(const Vector& vector) {
  return vector.size() == 0 || reinterpret_cast<uintptr_t>(vector.Data()) % 8 == 0;
}

/// Writes the size of the tensor in bytes. `what`: "input", "output" or "state".
static aic_status CheckTensor(const char* where, const char* what, uint32_t i, const schema::Tensor& tensor,
                              uint64_t* size) {
  uint32_t type = static_cast<uint8_t>(tensor.type());
  if (type >= schema::kElementTypes)
    return Fail(AIC_INVALID_ARTIFACT, "%s: %s %u has element type %u, which does not exist", where, what, i,
                type);
  if (!IsAligned(*tensor.shape()))
    return Fail(AIC_INVALID_ARTIFACT, "%s: the shape of %s %u is misaligned", where, what, i);
  if (tensor.shape()->size() > schema::kMaxRank)
    return Fail(AIC_INVALID_ARTIFACT, "%s: %s %u has %u dimensions, more than %u", where, what, i,
                tensor.shape()->size(), schema::kMaxRank);
  uint64_t bytes = schema::kElementBytes[type];
  for (int64_t dim : *tensor.shape())
    if (dim < 0 || __builtin_mul_overflow(bytes, static_cast<uint64_t>(dim), &bytes) ||
        bytes > schema::kMaxBytes)
      return Fail(AIC_INVALID_ARTIFACT, "%s: %s %u has an impossible shape", where, what, i);
  *size = bytes;
  return AIC_OK;
}

/// Writes one size per tensor to `sizes`.
static aic_status CheckTensors(const char* where, const char* what,
                               const flatbuffers::Vector<flatbuffers::Offset<schema::Tensor>>& tensors,
                               uint64_t* sizes) {
  for (uint32_t i = 0; i < tensors.size(); ++i)
    if (aic_status status = CheckTensor(where, what, i, *tensors[i], sizes + i))
      return status;
  return AIC_OK;
}

aic_status Header::CheckSections(const char* where, const uint8_t* bytes, uint64_t size, uint64_t headerEnd) {
  const auto& sections = *root_->sections();
  uint64_t end = headerEnd;
  if (!IsAligned(sections))
    return Fail(AIC_INVALID_ARTIFACT, "%s: the list of sections is misaligned", where);
  if (root_->weight_types() && !IsAligned(*root_->weight_types()))
    return Fail(AIC_INVALID_ARTIFACT, "%s: the list of the weights' types is misaligned", where);
  for (uint32_t i = 0; i < sections.size(); ++i) {
    const schema::Section& section = *sections[i];
    uint32_t alignment = section.alignment();
    if (section.kind() > schema::SectionKind_MAX)
      return Fail(AIC_INVALID_ARTIFACT, "%s: section %u is of kind %u, which does not exist", where, i,
                  static_cast<uint8_t>(section.kind()));
    if (alignment == 0 || (alignment & (alignment - 1)) || alignment > schema::kMaxSectionAlignment ||
        section.offset() % alignment)
      return Fail(AIC_INVALID_ARTIFACT, "%s: section %u at byte %llu is not aligned as it says (%u)", where,
                  i, ull(section.offset()), alignment);
    if (!Inside(section.offset(), section.bytes(), size))
      return Fail(AIC_INVALID_ARTIFACT, "%s: section %u (%llu bytes at byte %llu) lies outside the file",
                  where, i, ull(section.bytes()), ull(section.offset()));
    if (section.offset() < end)
      return Fail(AIC_INVALID_ARTIFACT, "%s: section %u at byte %llu overlaps what is before it", where, i,
                  ull(section.offset()));
    end = section.offset() + section.bytes();
    if (section.kind() == schema::SectionKind_Weights) {
      if (weights_)
        return Fail(AIC_INVALID_ARTIFACT, "%s: two sections hold weights", where);
      if (alignment < schema::kBufferAlignment)
        return Fail(AIC_INVALID_ARTIFACT, "%s: the weights are aligned to %u bytes, less than %u", where,
                    alignment, schema::kBufferAlignment);
      weights_ = &section;
    } else if (XXH3_64bits(bytes + section.offset(), section.bytes()) != section.checksum()) {
      return Fail(AIC_INVALID_ARTIFACT, "%s: the code section is damaged (its checksum differs)", where);
    }
  }
  return ReadSignature(where, bytes, size, end);
}

aic_status Header::ReadSignature(const char* where, const uint8_t* bytes, uint64_t size, uint64_t end) {
  signedBytes_ = size;
  constexpr uint64_t kBytes = sizeof(schema::Signature);
  if (size < kBytes || size - kBytes < end || (size - kBytes) % schema::kSignatureAlignment)
    return AIC_OK;
  schema::Signature found;
  memcpy(&found, bytes + size - kBytes, kBytes);
  if (memcmp(found.magic, schema::kSignatureMagic, sizeof(found.magic)) != 0)
    return AIC_OK;
  if (found.bytes != kBytes || found.kind != schema::Signature::kEd25519 || found.zero[0] || found.zero[1])
    return Fail(AIC_INVALID_ARTIFACT, "%s: has a signature of kind %u and %u bytes, which cannot be", where,
                found.kind, found.bytes);
  signature_ = found;
  signedBytes_ = size - kBytes;
  return AIC_OK;
}

aic_status Header::CheckEntries(const char* where) {
  const auto& entries = *root_->entries();
  if (entries.size() == 0)
    return Fail(AIC_INVALID_ARTIFACT, "%s: has no entry", where);
  uint64_t tensors = 0;
  for (const schema::Entry* entry : entries)
    tensors += uint64_t(entry->inputs()->size()) + entry->outputs()->size();
  if (tensors > schema::kMaxTables)
    return Fail(AIC_INVALID_ARTIFACT, "%s: has %llu inputs and outputs", where, ull(tensors));
  if (!sizes_.Allocate(tensors) || !firstSize_.Allocate(entries.size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  uint32_t next = 0;
  for (uint32_t e = 0; e < entries.size(); ++e) {
    firstSize_[e] = next;
    if (aic_status status = CheckTensors(where, "input", *entries[e]->inputs(), sizes_.data() + next))
      return status;
    next += entries[e]->inputs()->size();
    if (aic_status status = CheckTensors(where, "output", *entries[e]->outputs(), sizes_.data() + next))
      return status;
    next += entries[e]->outputs()->size();
    if (entries[e]->dims())
      for (const schema::Dim* dim : *entries[e]->dims())
        if (dim->value() < 0)
          return Fail(AIC_INVALID_ARTIFACT, "%s: entry %s has %s = %lld", where, entries[e]->name()->c_str(),
                      dim->name()->c_str(), static_cast<long long>(dim->value()));
  }
  return AIC_OK;
}

aic_status Header::CheckStates(const char* where) {
  const uint32_t count = StateCount();
  if (!stateBytes_.Allocate(count) || !stateStart_.Allocate(size_t(count) + 1))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  uint64_t end = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const schema::State& state = State(i);
    const char* name = state.tensor()->name()->c_str();
    if (aic_status status = CheckTensor(where, "state", i, *state.tensor(), &stateBytes_[i]))
      return status;
    stateStart_[i] =
        (end + schema::kBufferAlignment - 1) / schema::kBufferAlignment * schema::kBufferAlignment;
    end = stateStart_[i] + stateBytes_[i];
    if (end > schema::kMaxBytes)
      return Fail(AIC_INVALID_ARTIFACT, "%s: its states are too large", where);
    switch (state.init()) {
    case schema::StateInit_Splat:
      if (!schema::IsGoodElement(state.tensor()->type(), state.value()) || state.offset() != 0)
        return Fail(AIC_INVALID_ARTIFACT, "%s: state %s begins with 0x%llx, which is no element", where, name,
                    ull(state.value()));
      break;
    case schema::StateInit_Weights:
      if (state.value() != 0 || state.offset() % schema::kBufferAlignment ||
          !Inside(state.offset(), stateBytes_[i], weights_ ? weights_->bytes() : 0))
        return Fail(AIC_INVALID_ARTIFACT,
                    "%s: state %s begins with %llu bytes at byte %llu of the weights, which do not lie there",
                    where, name, ull(stateBytes_[i]), ull(state.offset()));
      break;
    default:
      return Fail(AIC_INVALID_ARTIFACT, "%s: state %s begins in way %u, which does not exist", where, name,
                  static_cast<uint8_t>(state.init()));
    }
  }
  stateStart_[count] = end;
  return AIC_OK;
}

const schema::Tensor* Header::TensorOf(uint32_t entry, const schema::Binding& binding, const char** what,
                                       uint32_t* count, uint64_t* bytes) const {
  const schema::Entry& owner = *root_->entries()->Get(entry);
  const uint32_t index = binding.index();
  if (binding.kind() == schema::BindingKind_State) {
    *what = "state";
    *count = StateCount();
    if (index >= *count)
      return nullptr;
    *bytes = StateBytes(index);
    return State(index).tensor();
  }
  const bool input = binding.kind() == schema::BindingKind_Input;
  const auto& tensors = input ? *owner.inputs() : *owner.outputs();
  *what = input ? "input" : "output";
  *count = tensors.size();
  if (index >= *count)
    return nullptr;
  *bytes = input ? InputBytes(entry, index) : OutputBytes(entry, index);
  return tensors[index];
}

aic_status Header::CheckBinding(const char* where, const schema::Target& target, uint32_t entry,
                                const schema::Dispatch& dispatch, uint32_t index, uint64_t offset) const {
  const schema::Binding& binding = *dispatch.bindings()->Get(index);
  const schema::TargetRules& rules = schema::kTargetRules[target.kind()];
  uint64_t size = 0;
  uint32_t alignment = schema::kBufferAlignment;
  bool fixed = true; // No tensor: index means nothing.
  switch (binding.kind()) {
  case schema::BindingKind_Input:
  case schema::BindingKind_Output:
  case schema::BindingKind_State: {
    const char* what;
    uint32_t count;
    const schema::Tensor* tensor = TensorOf(entry, binding, &what, &count, &size);
    if (!tensor)
      return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s binds %s %u of %u", where, dispatch.name()->c_str(),
                  what, binding.index(), count);
    alignment = rules.elementBytes[tensor->type()];
    size = BytesThere(rules, *tensor, size);
    if (rules.wholeTensors && offset != 0)
      return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s: binding %u does not begin where its tensor does",
                  where, dispatch.name()->c_str(), index);
    fixed = false;
    break;
  }
  case schema::BindingKind_Arena:
    size = target.programs()->Get(entry)->arena_bytes();
    alignment = rules.arenaAlignment;
    break;
  case schema::BindingKind_Weights:
    size = weights_ ? weights_->bytes() : 0;
    break;
  default:
    return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s: binding %u is of kind %u, which does not exist",
                where, dispatch.name()->c_str(), index, static_cast<uint8_t>(binding.kind()));
  }
  if ((fixed && binding.index() != 0) || offset % alignment || !Inside(offset, binding.bytes(), size))
    return Fail(AIC_INVALID_ARTIFACT,
                "%s: dispatch %s: binding %u (%llu bytes at byte %llu) does not fit its buffer of %llu bytes",
                where, dispatch.name()->c_str(), index, ull(binding.bytes()), ull(offset), ull(size));
  if (binding.write() &&
      (binding.kind() == schema::BindingKind_Input || binding.kind() == schema::BindingKind_Weights))
    return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s: binding %u writes what is read-only", where,
                dispatch.name()->c_str(), index);
  return AIC_OK;
}

aic_status Header::CheckDispatch(const char* where, const schema::Target& target, uint32_t entry,
                                 const schema::Dispatch& dispatch, uint32_t times) const {
  const schema::TargetRules& rules = schema::kTargetRules[target.kind()];
  const char* name = dispatch.name()->c_str();
  if (dispatch.kernel() >= target.kernels()->size())
    return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s runs kernel %u of %u", where, name, dispatch.kernel(),
                target.kernels()->size());
  if (dispatch.workgroups() == 0 || dispatch.workgroups() > schema::kMaxWorkgroups)
    return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s has %u workgroups", where, name,
                dispatch.workgroups());
  if (!(rules.steps ? schema::IsGoodStepCount(dispatch.steps(), dispatch.workgroups())
                    : dispatch.steps() == 1))
    return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s has %u steps of %u workgroups", where, name,
                dispatch.steps(), dispatch.workgroups());
  const auto* strides = dispatch.strides();
  if (!IsAligned(*dispatch.bindings()) || (strides && !IsAligned(*strides)))
    return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s: its bindings are misaligned", where, name);
  if (strides && (times == 1 || strides->size() != dispatch.bindings()->size()))
    return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s runs %u times and has %u strides for %u bindings",
                where, name, times, strides->size(), dispatch.bindings()->size());
  for (uint32_t b = 0; b < dispatch.bindings()->size(); ++b)
    for (uint32_t time : {0u, 1u, times - 1}) { // Where these are right, so are all.
      const int64_t stride = strides ? strides->Get(b) : 0;
      int64_t moved;
      uint64_t offset;
      if (__builtin_mul_overflow(stride, static_cast<int64_t>(time), &moved) ||
          __builtin_add_overflow(dispatch.bindings()->Get(b)->offset(), moved, &offset))
        return Fail(AIC_INVALID_ARTIFACT, "%s: dispatch %s: binding %u moves by %lld bytes, %u times", where,
                    name, b, static_cast<long long>(stride), times);
      if (aic_status status = CheckBinding(where, target, entry, dispatch, b, offset))
        return status;
      if (stride == 0)
        break;
    }
  return AIC_OK;
}

/// `program`: all but its dispatches' own fields.
static aic_status CheckRepeats(const char* where, const char* entry, const schema::Program& program) {
  const uint64_t dispatches = program.dispatches()->size();
  uint64_t end = 0, turns = dispatches;
  for (uint32_t i = 0; program.repeats() && i < program.repeats()->size(); ++i) {
    const schema::Repeat& repeat = *program.repeats()->Get(i);
    if (repeat.dispatches() == 0 || repeat.times() < 2 || repeat.first() < end ||
        !Inside(repeat.first(), repeat.dispatches(), dispatches))
      return Fail(AIC_INVALID_ARTIFACT, "%s: entry %s repeats %u dispatches from %u on of %llu, %u times",
                  where, entry, repeat.dispatches(), repeat.first(), ull(dispatches), repeat.times());
    end = uint64_t(repeat.first()) + repeat.dispatches();
    turns += uint64_t(repeat.times() - 1) * repeat.dispatches();
    if (turns > schema::kMaxDispatches)
      return Fail(AIC_INVALID_ARTIFACT, "%s: entry %s runs more than %u dispatches", where, entry,
                  schema::kMaxDispatches);
  }
  return AIC_OK;
}

aic_status Header::CheckProgram(const char* where, const schema::Target& target, uint32_t entry) const {
  const schema::TargetRules& rules = schema::kTargetRules[target.kind()];
  const schema::Program& program = *target.programs()->Get(entry);
  const char* name = root_->entries()->Get(entry)->name()->c_str();
  if (program.arena_bytes() > schema::kMaxBytes)
    return Fail(AIC_INVALID_ARTIFACT, "%s: entry %s asks for an arena of %llu bytes", where, name,
                ull(program.arena_bytes()));
  if (program.scratch_bytes() > (rules.scratch ? schema::kMaxScratchBytes : 0))
    return Fail(AIC_INVALID_ARTIFACT, "%s: entry %s asks for scratch memory of %llu bytes a thread", where,
                name, ull(program.scratch_bytes()));
  if (aic_status status = CheckRepeats(where, name, program))
    return status;
  const auto* repeats = program.repeats();
  uint32_t next = 0;
  for (uint32_t d = 0; d < program.dispatches()->size(); ++d) {
    while (repeats && next < repeats->size() &&
           d >= repeats->Get(next)->first() + repeats->Get(next)->dispatches())
      ++next;
    const bool repeated = repeats && next < repeats->size() && d >= repeats->Get(next)->first();
    if (aic_status status = CheckDispatch(where, target, entry, *program.dispatches()->Get(d),
                                          repeated ? repeats->Get(next)->times() : 1))
      return status;
  }
  return AIC_OK;
}

aic_status Header::CheckTarget(const char* where, uint32_t index, const uint8_t* fileBytes) const {
  const schema::Target& target = *root_->targets()->Get(index);
  if (target.kind() > schema::TargetKind_MAX)
    return Fail(AIC_INVALID_ARTIFACT, "%s: target %u is of kind %u, which does not exist", where, index,
                static_cast<uint8_t>(target.kind()));
  const schema::TargetRules& rules = schema::kTargetRules[target.kind()];
  if (target.code_section() >= root_->sections()->size() ||
      root_->sections()->Get(target.code_section())->kind() != schema::SectionKind_Code)
    return Fail(AIC_INVALID_ARTIFACT, "%s: target %u names section %u as its code", where, index,
                target.code_section());
  if (target.programs()->size() != root_->entries()->size())
    return Fail(AIC_INVALID_ARTIFACT, "%s: target %u has %u programs for %u entries", where, index,
                target.programs()->size(), root_->entries()->size());
  for (uint32_t entry = 0; entry < root_->entries()->size(); ++entry)
    if (aic_status status = CheckProgram(where, target, entry))
      return status;
  if (rules.variants)
    return CheckShaders(where, target, fileBytes);
  for (const schema::Kernel* kernel : *target.kernels())
    if (kernel->variants() && kernel->variants()->size())
      return Fail(AIC_INVALID_ARTIFACT, "%s: kernel %s is for %s and has variants", where,
                  kernel->name()->c_str(), rules.title);
  return AIC_OK;
}

aic_status Header::Read(const char* where, const uint8_t* bytes, uint64_t size) {
  schema::Prelude prelude;
  if (size < sizeof(prelude.magic) || memcmp(bytes, schema::kMagic, sizeof(schema::kMagic)) != 0)
    return Fail(AIC_INVALID_ARTIFACT, "%s: is not a model.aic", where);
  if (size < sizeof(prelude))
    return Fail(AIC_INVALID_ARTIFACT, "%s: is cut short: %llu bytes", where, ull(size));
  memcpy(&prelude, bytes, sizeof(prelude));
  if (XXH3_64bits(&prelude, offsetof(schema::Prelude, preludeChecksum)) != prelude.preludeChecksum)
    return Fail(AIC_INVALID_ARTIFACT, "%s: is damaged (the checksum of its first 64 bytes differs)", where);
  if (prelude.formatMajor != schema::kFormatMajor)
    return Fail(
        AIC_UNSUPPORTED,
        "%s: has format version %u, this runtime reads version %u; compile the model again with the aic "
        "that belongs to this runtime",
        where, prelude.formatMajor, schema::kFormatMajor);
  if (prelude.formatMinor > schema::kFormatMinor)
    return Fail(
        AIC_UNSUPPORTED,
        "%s: has format version %u.%u, this runtime reads up to %u.%u; run it with a newer runtime, or "
        "compile the model again with the aic that belongs to this one",
        where, prelude.formatMajor, prelude.formatMinor, schema::kFormatMajor, schema::kFormatMinor);
  minor_ = prelude.formatMinor;
  if (prelude.fileBytes != size)
    return Fail(AIC_INVALID_ARTIFACT, "%s: is %s: %llu bytes, where its header says %llu", where,
                size < prelude.fileBytes ? "cut short" : "too long", ull(size), ull(prelude.fileBytes));
  if (prelude.headerBytes > schema::kMaxHeaderBytes || !Inside(sizeof(prelude), prelude.headerBytes, size))
    return Fail(AIC_INVALID_ARTIFACT, "%s: has a header of %llu bytes, which cannot be", where,
                ull(prelude.headerBytes));

  if (!copy_.Allocate((prelude.headerBytes + 7) / 8))
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for its header of %llu bytes", where,
                ull(prelude.headerBytes));
  auto* copy = reinterpret_cast<uint8_t*>(copy_.data());
  memcpy(copy, bytes + sizeof(prelude), prelude.headerBytes);
  if (XXH3_64bits(copy, prelude.headerBytes) != prelude.headerChecksum)
    return Fail(AIC_INVALID_ARTIFACT, "%s: is damaged (the header's checksum differs)", where);
  flatbuffers::Verifier verifier(copy, prelude.headerBytes, /*max_depth=*/16, schema::kMaxTables);
  if (!schema::VerifyHeaderBuffer(verifier))
    return Fail(AIC_INVALID_ARTIFACT, "%s: has a header that is no sound FlatBuffer", where);
  root_ = schema::GetHeader(copy);

  if (aic_status status = CheckEntries(where))
    return status;
  if (aic_status status = CheckSections(where, bytes, size, sizeof(prelude) + prelude.headerBytes))
    return status;
  if (aic_status status = CheckStates(where))
    return status;
  if (root_->targets()->size() == 0)
    return Fail(AIC_INVALID_ARTIFACT, "%s: holds code for no target", where);
  for (uint32_t i = 0; i < root_->targets()->size(); ++i)
    if (aic_status status = CheckTarget(where, i, bytes))
      return status;
  return AIC_OK;
}

} // namespace aic::runtime
