#include "runtime/vulkan/Storage.h"

#include "runtime/Failure.h"
#include "runtime/schema/Prelude.h"
#include "runtime/vulkan/Narrow.h"
#include "runtime/vulkan/Result.h"

#include <cstring>

namespace aic::runtime::vulkan {

using ull = unsigned long long;

namespace {

constexpr uint64_t kSpareBytes = 256;
constexpr uint64_t kPieceOfUpload = uint64_t(8) << 20; ///< Large enough that a submission's cost is not seen.

uint64_t AlignUp(uint64_t value) {
  return (value + schema::kVulkanBufferAlignment - 1) / schema::kVulkanBufferAlignment *
         schema::kVulkanBufferAlignment;
}

} // namespace

aic_status Storage::Place(const char* where, const schema::Program& program) {
  const VkPhysicalDeviceLimits& limits = device_->physical.limits();
  const uint32_t inputs = entry().inputs()->size(), outputs = entry().outputs()->size();
  size_t weights = 0, arena = 0;
  for (const schema::Dispatch* dispatch : *program.dispatches())
    for (const schema::Binding* binding : *dispatch->bindings()) {
      weights += binding->kind() == schema::BindingKind_Weights;
      arena += binding->kind() == schema::BindingKind_Arena;
    }
  if (!weightPlaces_.Allocate(weights) || !arenaPlaces_.Allocate(arena) ||
      !tensorPlaces_.Allocate(size_t(inputs) + outputs) ||
      !tensorStarts_.Allocate(size_t(inputs) + outputs) || !written_.Allocate(outputs))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);

  for (const schema::Dispatch* dispatch : *program.dispatches())
    for (const schema::Binding* binding : *dispatch->bindings()) {
      if (binding->bytes() > limits.maxStorageBufferRange) {
        const char* location = dispatch->location()->c_str();
        const uint32_t most = limits.maxStorageBufferRange;
        return Fail(
            AIC_UNSUPPORTED,
            "%s: %s%s%s: %s: a tensor of %llu bytes is bound at once, and the device's maxStorageBufferRange "
            "is %u: the largest tensor that fits has %u elements of 4 bytes, %u %% of this one's; make the "
            "input or the batch smaller, or run on the CPU",
            where, location, *location ? ": " : "", dispatch->name()->c_str(), device_->name(),
            ull(binding->bytes()), most, most / 4,
            static_cast<unsigned>(uint64_t(most) * 100 / binding->bytes()));
      }
      if (binding->kind() == schema::BindingKind_Weights)
        weightPlaces_.Add(binding->offset(), binding->bytes());
      else if (binding->kind() == schema::BindingKind_Arena)
        arenaPlaces_.Add(binding->offset(), binding->bytes());
      else if (binding->kind() == schema::BindingKind_Output && binding->write())
        written_[binding->index()] = true;
    }
  weightPlaces_.Separate();
  arenaPlaces_.Merge();
  const schema::TargetRules& rules = schema::kTargetRules[schema::TargetKind_Vulkan];
  uint64_t end = 0;
  for (uint32_t i = 0; i < inputs + outputs; ++i) {
    uint64_t bytes =
        i < inputs ? Header::BytesThere(rules, *entry().inputs()->Get(i), header_->InputBytes(entry_, i))
                   : Header::BytesThere(rules, *entry().outputs()->Get(i - inputs),
                                        header_->OutputBytes(entry_, i - inputs));
    tensorStarts_[i] = end;
    tensorPlaces_.Add(end, bytes);
    end = AlignUp(end + bytes);
    if (end > schema::kMaxBytes)
      return Fail(AIC_OUT_OF_MEMORY, "%s: inputs and outputs are too large", where);
  }
  tensorPlaces_.Separate(); // They are apart already; this sorts.
  if (aic_status status = Assign(where, "weights", weightPlaces_))
    return status;
  if (aic_status status = Assign(where, "activations", arenaPlaces_))
    return status;
  return Assign(where, "inputs and outputs", tensorPlaces_);
}

aic_status Storage::Assign(const char* where, const char* what, Placement& placement) {
  // A page less, as a driver may round a buffer's size up.
  constexpr uint64_t kPage = 65536;
  const PhysicalDevice& physical = device_->physical;
  const uint64_t most = physical.maxBufferBytes < physical.maxAllocationBytes ? physical.maxBufferBytes
                                                                              : physical.maxAllocationBytes;
  bool memory = true;
  if (const Piece* piece = placement.Assign(most > 2 * kPage ? most - kPage : most, &memory))
    return Fail(
        AIC_UNSUPPORTED,
        "%s: %s: %llu bytes of %s must lie together, and the device's maxMemoryAllocationSize is %llu, "
        "its maxBufferSize %llu",
        where, device_->name(), ull(piece->end - piece->begin), what, ull(physical.maxAllocationBytes),
        ull(physical.maxBufferBytes));
  return memory ? AIC_OK : Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
}

aic_status Storage::Allocate(const char* where, const char* what, const Placement& placement, MemoryUse use,
                             List<Buffer>& buffers) {
  if (!buffers.Allocate(placement.bufferBytes().size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (size_t i = 0; i < buffers.size(); ++i) {
    if (aic_status status = buffers[i].Create(where, *device_, what, placement.bufferBytes()[i], use))
      return status;
    bytes_ += buffers[i].bytes();
  }
  return AIC_OK;
}

aic_status Storage::Create(const char* where, LogicalDevice& device, const Header& header,
                           const schema::Target& target, uint32_t entry) {
  const schema::Program& program = *target.programs()->Get(entry);
  device_ = &device;
  header_ = &header;
  entry_ = entry;
  unified_ = device.physical.unified;
  if (aic_status status = Place(where, program))
    return status;
  if (aic_status status = Allocate(where, "weights", weightPlaces_,
                                   unified_ ? MemoryUse::Shared : MemoryUse::Device, weights_))
    return status;
  if (aic_status status = Allocate(where, "activations", arenaPlaces_, MemoryUse::Device, arena_))
    return status;
  if (aic_status status = Allocate(where, "inputs and outputs", tensorPlaces_,
                                   unified_ ? MemoryUse::Shared : MemoryUse::Device, tensors_))
    return status;
  if (!unified_)
    if (aic_status status = Allocate(where, "staging", tensorPlaces_, MemoryUse::Staging, staging_))
      return status;
  for (const schema::Dispatch* dispatch : *program.dispatches())
    for (const schema::Binding* binding : *dispatch->bindings())
      if (binding->bytes() == 0 && !spare_.handle()) {
        if (aic_status status = spare_.Create(where, device, "empty tensors", kSpareBytes, MemoryUse::Device))
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

const Piece* Storage::FindTensor(bool input, uint32_t index) const {
  const uint32_t number = input ? index : entry().inputs()->size() + index;
  const uint64_t bytes = input ? header_->InputBytes(entry_, index) : header_->OutputBytes(entry_, index);
  return bytes ? &tensorPlaces_.Find(tensorStarts_[number]) : nullptr;
}

VkDescriptorBufferInfo Storage::Find(const schema::Binding& binding) const {
  if (binding.bytes() == 0)
    return {spare_.handle(), 0, kSpareBytes};
  const Piece* piece = nullptr;
  const List<Buffer>* buffers = nullptr;
  switch (binding.kind()) {
  case schema::BindingKind_Weights:
    piece = &weightPlaces_.Find(binding.offset());
    return {weights_[piece->buffer].handle(), piece->offset, binding.bytes()};
  case schema::BindingKind_Arena:
    piece = &arenaPlaces_.Find(binding.offset());
    return {arena_[piece->buffer].handle(), piece->offset + (binding.offset() - piece->begin),
            binding.bytes()};
  case schema::BindingKind_Input:
  case schema::BindingKind_Output:
    piece = FindTensor(binding.kind() == schema::BindingKind_Input, binding.index());
    buffers = &tensors_;
    break;
  case schema::BindingKind_State:
    return {};
  }
  return {(*buffers)[piece->buffer].handle(), piece->offset, binding.bytes()};
}

aic_status Storage::CheckInputs(const char* where, const aic_input* inputs) const {
  for (uint32_t i = 0; i < entry().inputs()->size(); ++i) {
    const schema::Tensor& tensor = *entry().inputs()->Get(i);
    uint64_t place = FirstTooWide(tensor.type(), inputs[i].data, inputs[i].bytes);
    if (place == kNone)
      continue;
    int64_t value;
    memcpy(&value, static_cast<const char*>(inputs[i].data) + place * sizeof(value), sizeof(value));
    return Fail(
        AIC_UNSUPPORTED,
        "%s: input %u (%s): element %llu is %lld, which does not fit in the 32 bits that integers have "
        "on Vulkan",
        where, i, tensor.name()->c_str(), ull(place), static_cast<long long>(value));
  }
  return AIC_OK;
}

VkResult Storage::WriteInputs(const aic_input* inputs) {
  for (uint32_t i = 0; i < entry().inputs()->size(); ++i)
    if (const Piece* piece = FindTensor(/*input=*/true, i))
      Narrow(entry().inputs()->Get(i)->type(), inputs[i].data, inputs[i].bytes,
             mapped()[piece->buffer].data() + piece->offset);
  for (const Buffer& buffer : mapped())
    if (VkResult result = buffer.Flush())
      return result;
  return VK_SUCCESS;
}

VkResult Storage::ReadOutputs(const aic_output* outputs) {
  for (const Buffer& buffer : mapped())
    if (VkResult result = buffer.Invalidate())
      return result;
  for (uint32_t i = 0; i < entry().outputs()->size(); ++i)
    if (const Piece* piece = FindTensor(/*input=*/false, i); piece && written_[i])
      Widen(entry().outputs()->Get(i)->type(), mapped()[piece->buffer].data() + piece->offset,
            outputs[i].data, outputs[i].bytes);
  return VK_SUCCESS;
}

void Storage::RecordInputs(VkCommandBuffer commands) const {
  for (uint32_t i = 0; i < entry().inputs()->size(); ++i)
    if (const Piece* piece = FindTensor(/*input=*/true, i)) {
      const VkBufferCopy copy = {piece->offset, piece->offset, piece->end - piece->begin};
      device_->vk.CmdCopyBuffer(commands, staging_[piece->buffer].handle(), tensors_[piece->buffer].handle(),
                                1, &copy);
    }
  Barrier(device_->vk, commands, kTransfer, kCompute);
}

void Storage::RecordOutputs(VkCommandBuffer commands) const {
  if (unified_) {
    Barrier(device_->vk, commands, kCompute, kHost);
    return;
  }
  Barrier(device_->vk, commands, kCompute, kTransfer);
  for (uint32_t i = 0; i < entry().outputs()->size(); ++i)
    if (const Piece* piece = FindTensor(/*input=*/false, i); piece && written_[i]) {
      const VkBufferCopy copy = {piece->offset, piece->offset, piece->end - piece->begin};
      device_->vk.CmdCopyBuffer(commands, tensors_[piece->buffer].handle(), staging_[piece->buffer].handle(),
                                1, &copy);
    }
  Barrier(device_->vk, commands, kTransfer, kHost);
}

} // namespace aic::runtime::vulkan
