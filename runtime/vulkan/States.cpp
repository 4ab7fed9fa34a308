#include "runtime/vulkan/States.h"

#include "runtime/Failure.h"
#include "runtime/schema/Prelude.h"
#include "runtime/vulkan/Narrow.h"
#include "runtime/vulkan/Places.h"
#include "runtime/vulkan/Result.h"

#include <cstring>

namespace aic::runtime::vulkan {

namespace {

constexpr uint64_t kWindow = uint64_t(8) << 20; ///< Large enough that a submission's cost is not seen.

/// Of an element, in the caller's memory and in the device's.
uint64_t Width(const schema::Tensor& tensor) {
  return schema::kElementBytes[tensor.type()];
}
uint64_t WidthThere(const schema::Tensor& tensor) {
  return schema::kVulkanElementBytes[tensor.type()];
}

/// Runs and copies, which may have touched a state before.
constexpr Scope kBefore = {kCompute.stages | kTransfer.stages, kCompute.accesses | kTransfer.accesses};

} // namespace

aic_status States::Create(const char* where, LogicalDevice& device, const Header& header,
                          const uint8_t* weights, CommandPool& pool, Fence& fence) {
  where_ = where;
  device_ = &device;
  header_ = &header;
  weights_ = weights;
  pool_ = &pool;
  fence_ = &fence;
  const schema::TargetRules& rules = schema::kTargetRules[schema::TargetKind_Vulkan];
  if (!places_.Allocate(count()) || !starts_.Allocate(count()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  uint64_t end = 0, largest = 0;
  for (uint32_t i = 0; i < count(); ++i) {
    const schema::State& state = header.State(i);
    const uint64_t bytes = Header::BytesThere(rules, tensor(i), header.StateBytes(i));
    starts_[i] = end;
    places_.Add(end, bytes);
    end = AlignUp(end + bytes);
    if (end > schema::kMaxBytes)
      return Fail(AIC_OUT_OF_MEMORY, "%s: the states are too large", where);
    largest = bytes > largest ? bytes : largest;
    const bool splat = state.init() == schema::StateInit_Splat;
    const uint64_t value = state.value();
    if (aic_status status = splat ? CheckElements(where, "state", i, tensor(i), &value,
                                                  header.StateBytes(i) ? Width(tensor(i)) : 0)
                                  : Check(i, weights + state.offset()))
      return status;
  }
  places_.Separate(); // They are apart already; this sorts.
  if (aic_status status = AssignPlaces(where, device, "states", places_))
    return status;
  if (aic_status status =
          AllocateBuffers(where, device, "states", places_.bufferBytes(),
                          device.physical.unified ? MemoryUse::Shared : MemoryUse::Device, buffers_, &bytes_))
    return status;
  if (device.physical.unified || largest == 0)
    return AIC_OK;
  if (aic_status status = window_.Create(where, device, "window to the states",
                                         largest < kWindow ? largest : kWindow, MemoryUse::Staging))
    return status;
  bytes_ += window_.bytes();
  VkResult result = pool.Begin(&commands_);
  if (!result)
    result = pool.End(commands_);
  return result ? FailVulkan(result, "%s: %s: no command buffer for the states", where, device.name())
                : AIC_OK;
}

const Piece* States::FindPiece(uint32_t state) const {
  return header_->StateBytes(state) ? &places_.Find(starts_[state]) : nullptr;
}

VkDescriptorBufferInfo States::Find(const schema::Binding& binding) const {
  const Piece& piece = places_.Find(starts_[binding.index()]);
  return {buffers_[piece.buffer].handle(), piece.offset, binding.bytes()};
}

aic_status States::Check(uint32_t state, const void* data) const {
  return CheckElements(where_, "state", state, tensor(state), data, header_->StateBytes(state));
}

void States::Convert(uint32_t state, const void* data, uint64_t first, uint64_t count, uint8_t* to) const {
  const schema::State& from = header_->State(state);
  const uint64_t width = Width(tensor(state));
  if (!data && from.init() == schema::StateInit_Splat) // The low bytes of an i64 that fits are the i32.
    return Fill(to, count * WidthThere(tensor(state)), from.value(), WidthThere(tensor(state)));
  const auto* all = data ? static_cast<const uint8_t*>(data) : weights_ + from.offset();
  Narrow(tensor(state).type(), all + first * width, count * width, to);
}

VkResult States::Copy(const Piece& piece, uint64_t at, uint64_t bytes, bool write) {
  if (VkResult result = pool_->BeginAgain(commands_))
    return result;
  Barrier(device_->vk, commands_, kBefore, kTransfer);
  const VkBuffer buffer = buffers_[piece.buffer].handle();
  const VkBufferCopy copy = {write ? 0 : piece.offset + at, write ? piece.offset + at : 0, bytes};
  device_->vk.CmdCopyBuffer(commands_, write ? window_.handle() : buffer, write ? buffer : window_.handle(),
                            1, &copy);
  Barrier(device_->vk, commands_, kTransfer, write ? kCompute : kHost); // Of the submissions that come later.
  VkResult result = pool_->End(commands_);
  if (!result)
    result = device_->Submit(&commands_, 1, fence_->handle());
  if (!result)
    result = fence_->Wait();
  return result;
}

VkResult States::Read(uint32_t state, void* data) {
  const Piece* piece = FindPiece(state);
  if (!piece)
    return VK_SUCCESS;
  const uint64_t width = Width(tensor(state)), there = WidthThere(tensor(state));
  if (!commands_) {
    if (VkResult result = buffers_[piece->buffer].Invalidate())
      return result;
    Widen(tensor(state).type(), buffers_[piece->buffer].data() + piece->offset, data,
          header_->StateBytes(state));
    return VK_SUCCESS;
  }
  const uint64_t elements = header_->StateBytes(state) / width, most = window_.bytes() / there;
  for (uint64_t first = 0; first < elements; first += most) {
    const uint64_t count = elements - first < most ? elements - first : most;
    VkResult result = Copy(*piece, first * there, count * there, /*write=*/false);
    if (!result)
      result = window_.Invalidate();
    if (result)
      return result;
    Widen(tensor(state).type(), window_.data(), static_cast<uint8_t*>(data) + first * width, count * width);
  }
  return VK_SUCCESS;
}

VkResult States::Write(uint32_t state, const void* data) {
  const Piece* piece = FindPiece(state);
  if (!piece)
    return VK_SUCCESS;
  const uint64_t there = WidthThere(tensor(state)), elements = (piece->end - piece->begin) / there;
  if (!commands_) {
    Convert(state, data, 0, elements, buffers_[piece->buffer].data() + piece->offset);
    return buffers_[piece->buffer].Flush();
  }
  const uint64_t most = window_.bytes() / there;
  for (uint64_t first = 0; first < elements; first += most) {
    const uint64_t count = elements - first < most ? elements - first : most;
    Convert(state, data, first, count, window_.data());
    VkResult result = window_.Flush();
    if (!result)
      result = Copy(*piece, first * there, count * there, /*write=*/true);
    if (result)
      return result;
  }
  return VK_SUCCESS;
}

} // namespace aic::runtime::vulkan
