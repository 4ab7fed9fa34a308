#include "runtime/vulkan/Storage.h"

#include "runtime/Failure.h"
#include "runtime/Turns.h"
#include "runtime/schema/Prelude.h"
#include "runtime/vulkan/Narrow.h"
#include "runtime/vulkan/Places.h"
#include "runtime/vulkan/Result.h"

#include <cstring>

namespace aic::runtime::vulkan {

using ull = unsigned long long;

namespace {

constexpr uint64_t kSpareBytes = 256;
constexpr uint64_t kPieceOfUpload = uint64_t(8) << 20; ///< Large enough that a submission's cost is not seen.

/// How often a run binds something of a kind.
size_t CountOf(const schema::Program& program, schema::BindingKind kind) {
  size_t count = 0;
  for (Turns turns(program); !turns.done(); turns.Next())
    for (const schema::Binding* binding : *(*turns).dispatch->bindings())
      count += binding->kind() == kind;
  return count;
}

/// Adds all that a run binds of a kind.
void AddPlaces(const schema::Program& program, schema::BindingKind kind, Placement& places) {
  for (Turns turns(program); !turns.done(); turns.Next()) {
    const auto& bindings = *(*turns).dispatch->bindings();
    for (uint32_t b = 0; b < bindings.size(); ++b)
      if (bindings[b]->kind() == kind)
        places.Add((*turns).Offset(b), bindings[b]->bytes());
  }
}

} // namespace

aic_status Storage::CheckRanges(const char* where, const schema::Program& program) const {
  const uint32_t most = device_->physical.limits().maxStorageBufferRange;
  for (const schema::Dispatch* dispatch : *program.dispatches())
    for (const schema::Binding* binding : *dispatch->bindings())
      if (binding->bytes() > most) {
        const char* location = dispatch->location()->c_str();
        return Fail(
            AIC_UNSUPPORTED,
            "%s: %s%s%s: %s: a tensor of %llu bytes is bound at once, and the device's maxStorageBufferRange "
            "is %u: the largest tensor that fits has %u elements of 4 bytes, %u %% of this one's; make the "
            "input or the batch smaller, or run on the CPU",
            where, location, *location ? ": " : "", dispatch->name()->c_str(), device_->name(),
            ull(binding->bytes()), most, most / 4,
            static_cast<unsigned>(uint64_t(most) * 100 / binding->bytes()));
      }
  return AIC_OK;
}

aic_status Storage::PlaceWeights(const char* where, const schema::Target& target) {
  size_t weights = 0;
  for (const schema::Program* program : *target.programs())
    weights += CountOf(*program, schema::BindingKind_Weights);
  if (!weightPlaces_.Allocate(weights))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (const schema::Program* program : *target.programs())
    AddPlaces(*program, schema::BindingKind_Weights, weightPlaces_);
  weightPlaces_.Separate();
  return AssignPlaces(where, *device_, "weights", weightPlaces_);
}

aic_status Storage::PlacePart(const char* where, uint32_t entry, const schema::Program& program) {
  Part& part = parts_[entry];
  const schema::Entry& owner = EntryOf(entry);
  const uint32_t inputs = owner.inputs()->size(), outputs = owner.outputs()->size();
  const size_t arena = CountOf(program, schema::BindingKind_Arena);
  if (!part.arenaPlaces.Allocate(arena) || !part.tensorPlaces.Allocate(size_t(inputs) + outputs) ||
      !part.tensorStarts.Allocate(size_t(inputs) + outputs) || !part.written.Allocate(outputs))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (const schema::Dispatch* dispatch : *program.dispatches())
    for (const schema::Binding* binding : *dispatch->bindings())
      if (binding->kind() == schema::BindingKind_Output && binding->write())
        part.written[binding->index()] = true;
  AddPlaces(program, schema::BindingKind_Arena, part.arenaPlaces);
  part.arenaPlaces.Merge();
  const schema::TargetRules& rules = schema::kTargetRules[schema::TargetKind_Vulkan];
  uint64_t end = 0;
  for (uint32_t i = 0; i < inputs + outputs; ++i) {
    uint64_t bytes = i < inputs
                         ? Header::BytesThere(rules, *owner.inputs()->Get(i), header_->InputBytes(entry, i))
                         : Header::BytesThere(rules, *owner.outputs()->Get(i - inputs),
                                              header_->OutputBytes(entry, i - inputs));
    part.tensorStarts[i] = end;
    part.tensorPlaces.Add(end, bytes);
    end = AlignUp(end + bytes);
    if (end > schema::kMaxBytes)
      return Fail(AIC_OUT_OF_MEMORY, "%s: inputs and outputs are too large", where);
  }
  part.tensorPlaces.Separate(); // They are apart already; this sorts.
  if (aic_status status = AssignPlaces(where, *device_, "activations", part.arenaPlaces))
    return status;
  return AssignPlaces(where, *device_, "inputs and outputs", part.tensorPlaces);
}

aic_status Storage::AllocateShared(const char* where, const char* what, Placement Part::* places,
                                   MemoryUse use, List<Buffer>& buffers) {
  size_t count = 0;
  for (const Part& part : parts_)
    count = (part.*places).bufferBytes().size() > count ? (part.*places).bufferBytes().size() : count;
  Array<uint64_t> sizes;
  if (!sizes.Allocate(count))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (const Part& part : parts_)
    for (size_t i = 0; i < (part.*places).bufferBytes().size(); ++i)
      sizes[i] = (part.*places).bufferBytes()[i] > sizes[i] ? (part.*places).bufferBytes()[i] : sizes[i];
  return AllocateBuffers(where, *device_, what, sizes, use, buffers, &bytes_);
}

aic_status Storage::Create(const char* where, LogicalDevice& device, const Header& header,
                           const schema::Target& target) {
  const auto& programs = *target.programs();
  device_ = &device;
  header_ = &header;
  unified_ = device.physical.unified;
  if (!parts_.Allocate(programs.size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (const schema::Program* program : programs)
    if (aic_status status = CheckRanges(where, *program))
      return status;
  if (aic_status status = PlaceWeights(where, target))
    return status;
  for (uint32_t entry = 0; entry < programs.size(); ++entry)
    if (aic_status status = PlacePart(where, entry, *programs[entry]))
      return status;
  const MemoryUse shared = unified_ ? MemoryUse::Shared : MemoryUse::Device;
  if (aic_status status =
          AllocateBuffers(where, device, "weights", weightPlaces_.bufferBytes(), shared, weights_, &bytes_))
    return status;
  if (aic_status status = AllocateShared(where, "activations", &Part::arenaPlaces, MemoryUse::Device, arena_))
    return status;
  if (aic_status status = AllocateShared(where, "inputs and outputs", &Part::tensorPlaces, shared, tensors_))
    return status;
  if (!unified_)
    if (aic_status status =
            AllocateShared(where, "staging", &Part::tensorPlaces, MemoryUse::Staging, staging_))
      return status;
  for (const schema::Program* program : programs)
    for (const schema::Dispatch* dispatch : *program->dispatches())
      for (const schema::Binding* binding : *dispatch->bindings())
        if (binding->bytes() == 0 && !spare_.handle()) {
          if (aic_status status =
                  spare_.Create(where, device, "empty tensors", kSpareBytes, MemoryUse::Device))
            return status;
          bytes_ += spare_.bytes();
        }
  return AIC_OK;
}

aic_status Storage::UploadWeights(const char* where, const uint8_t* section, CommandPool& pool,
                                  Fence& fence) {
  if (unified_) {
    for (const Piece& piece : weightPlaces_)
      memcpy(weights_[piece.buffer].data() + piece.offset, section + piece.begin, piece.end - piece.begin);
    for (const Buffer& buffer : weights_)
      if (VkResult result = buffer.Flush())
        return FailVulkan(result, "%s: %s: the weights cannot be written", where, device_->name());
    return AIC_OK;
  }
  uint64_t total = 0;
  for (const Piece& piece : weightPlaces_)
    total += piece.end - piece.begin;
  if (total == 0)
    return AIC_OK;
  Buffer window;
  if (aic_status status = window.Create(where, *device_, "upload of the weights",
                                        total < kPieceOfUpload ? total : kPieceOfUpload, MemoryUse::Staging))
    return status;
  VkCommandBuffer commands = VK_NULL_HANDLE;
  uint64_t filled = 0;
  VkResult result = pool.Begin(&commands);
  auto submit = [&]() -> VkResult {
    Barrier(device_->vk, commands, kTransfer, kCompute); // For the submissions that come later.
    VkResult failure = pool.End(commands);
    if (!failure)
      failure = window.Flush();
    if (!failure)
      failure = device_->Submit(&commands, 1, fence.handle());
    if (!failure)
      failure = fence.Wait();
    filled = 0;
    return failure;
  };
  for (const Piece* piece = weightPlaces_.begin(); piece != weightPlaces_.end() && !result; ++piece)
    for (uint64_t at = piece->begin; at < piece->end && !result;) {
      uint64_t bytes = piece->end - at, room = window.bytes() - filled;
      bytes = bytes < room ? bytes : room;
      memcpy(window.data() + filled, section + at, bytes);
      const VkBufferCopy copy = {filled, piece->offset + (at - piece->begin), bytes};
      device_->vk.CmdCopyBuffer(commands, window.handle(), weights_[piece->buffer].handle(), 1, &copy);
      filled += bytes;
      at += bytes;
      total -= bytes;
      if (filled == window.bytes() || total == 0)
        result = submit();
      if (!result && filled == 0 && total > 0)
        result = pool.BeginAgain(commands);
    }
  if (result == VK_SUCCESS)
    return AIC_OK;
  device_->WaitIdle(); // The window goes now.
  return FailVulkan(result, "%s: %s: the weights cannot be uploaded", where, device_->name());
}

const Piece* Storage::FindTensor(uint32_t entry, bool input, uint32_t index) const {
  const Part& part = parts_[entry];
  const uint32_t number = input ? index : EntryOf(entry).inputs()->size() + index;
  const uint64_t bytes = input ? header_->InputBytes(entry, index) : header_->OutputBytes(entry, index);
  return bytes ? &part.tensorPlaces.Find(part.tensorStarts[number]) : nullptr;
}

VkDescriptorBufferInfo Storage::Find(uint32_t entry, const schema::Binding& binding, uint64_t offset,
                                     const States& states) const {
  if (binding.bytes() == 0)
    return {spare_.handle(), 0, kSpareBytes};
  const Piece* piece = nullptr;
  switch (binding.kind()) {
  case schema::BindingKind_Weights:
    piece = &weightPlaces_.Find(offset);
    return {weights_[piece->buffer].handle(), piece->offset, binding.bytes()};
  case schema::BindingKind_Arena:
    piece = &parts_[entry].arenaPlaces.Find(offset);
    return {arena_[piece->buffer].handle(), piece->offset + (offset - piece->begin), binding.bytes()};
  case schema::BindingKind_Input:
  case schema::BindingKind_Output:
    piece = FindTensor(entry, binding.kind() == schema::BindingKind_Input, binding.index());
    return {tensors_[piece->buffer].handle(), piece->offset, binding.bytes()};
  case schema::BindingKind_State:
    return states.Find(binding);
  }
  return {};
}

aic_status Storage::CheckInputs(const char* where, uint32_t entry, const aic_input* inputs) const {
  const auto& tensors = *EntryOf(entry).inputs();
  for (uint32_t i = 0; i < tensors.size(); ++i)
    if (aic_status status = CheckElements(where, "input", i, *tensors[i], inputs[i].data, inputs[i].bytes))
      return status;
  return AIC_OK;
}

VkResult Storage::WriteInputs(uint32_t entry, const aic_input* inputs) {
  const auto& tensors = *EntryOf(entry).inputs();
  for (uint32_t i = 0; i < tensors.size(); ++i)
    if (const Piece* piece = FindTensor(entry, /*input=*/true, i))
      Narrow(tensors[i]->type(), inputs[i].data, inputs[i].bytes,
             mapped()[piece->buffer].data() + piece->offset);
  for (const Buffer& buffer : mapped())
    if (VkResult result = buffer.Flush())
      return result;
  return VK_SUCCESS;
}

VkResult Storage::ReadOutputs(uint32_t entry, const aic_output* outputs) {
  for (const Buffer& buffer : mapped())
    if (VkResult result = buffer.Invalidate())
      return result;
  const auto& tensors = *EntryOf(entry).outputs();
  for (uint32_t i = 0; i < tensors.size(); ++i)
    if (const Piece* piece = FindTensor(entry, /*input=*/false, i); piece && parts_[entry].written[i])
      Widen(tensors[i]->type(), mapped()[piece->buffer].data() + piece->offset, outputs[i].data,
            outputs[i].bytes);
  return VK_SUCCESS;
}

void Storage::RecordInputs(uint32_t entry, VkCommandBuffer commands) const {
  for (uint32_t i = 0; i < EntryOf(entry).inputs()->size(); ++i)
    if (const Piece* piece = FindTensor(entry, /*input=*/true, i)) {
      const VkBufferCopy copy = {piece->offset, piece->offset, piece->end - piece->begin};
      device_->vk.CmdCopyBuffer(commands, staging_[piece->buffer].handle(), tensors_[piece->buffer].handle(),
                                1, &copy);
    }
  Barrier(device_->vk, commands, kTransfer, kCompute);
}

void Storage::RecordOutputs(uint32_t entry, VkCommandBuffer commands) const {
  if (unified_) {
    Barrier(device_->vk, commands, kCompute, kHost);
    return;
  }
  Barrier(device_->vk, commands, kCompute, kTransfer);
  for (uint32_t i = 0; i < EntryOf(entry).outputs()->size(); ++i)
    if (const Piece* piece = FindTensor(entry, /*input=*/false, i); piece && parts_[entry].written[i]) {
      const VkBufferCopy copy = {piece->offset, piece->offset, piece->end - piece->begin};
      device_->vk.CmdCopyBuffer(commands, tensors_[piece->buffer].handle(), staging_[piece->buffer].handle(),
                                1, &copy);
    }
  Barrier(device_->vk, commands, kTransfer, kHost);
}

} // namespace aic::runtime::vulkan
