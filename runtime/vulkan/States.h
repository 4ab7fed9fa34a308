/// \file
/// A session's states on the device: what its runs leave to the next ones.
#ifndef AIC_RUNTIME_VULKAN_STATES_H
#define AIC_RUNTIME_VULKAN_STATES_H

#include "runtime/Header.h"
#include "runtime/vulkan/Buffer.h"
#include "runtime/vulkan/Commands.h"
#include "runtime/vulkan/List.h"
#include "runtime/vulkan/Placement.h"

namespace aic::runtime::vulkan {

/// Whole tensors, bool and i64 as i32, at multiples of 256. On a unified device they are mapped; on others
/// the host sees them through a window of at most 8 MiB. All but Create are called between runs and allocate
/// nothing.
class States {
public:
  /// Allocates; writes nothing. `weights`, the weights section, stays as long as this, as do pool and fence.
  /// Call once. Errors: AIC_UNSUPPORTED (a limit; a state that begins with an i64 beyond 32 bits),
  /// AIC_OUT_OF_MEMORY, AIC_DEVICE_LOST.
  aic_status Create(const char* where, LogicalDevice& device, const Header& header, const uint8_t* weights,
                    CommandPool& pool, Fence& fence);

  /// What a dispatch binds for a binding of a state that is not empty.
  VkDescriptorBufferInfo Find(const schema::Binding& binding) const;

  /// Whether every i64 at `data` fits in the device's 32 bits. Errors: AIC_UNSUPPORTED, which names the
  /// element.
  aic_status Check(uint32_t state, const void* data) const;
  VkResult Read(uint32_t state, void* data);
  /// NULL: what the state begins with.
  VkResult Write(uint32_t state, const void* data);

  uint32_t count() const { return header_->StateCount(); }
  uint64_t bytes() const { return bytes_; } ///< Of all allocations.

private:
  const schema::Tensor& tensor(uint32_t state) const { return *header_->State(state).tensor(); }
  const Piece* FindPiece(uint32_t state) const;
  /// Writes elements `first` .. of the caller's, or of what the state begins with, to `to` as the device has
  /// them.
  void Convert(uint32_t state, const void* data, uint64_t first, uint64_t count, uint8_t* to) const;
  /// Copies between the window and a part of a piece, and waits.
  VkResult Copy(const Piece& piece, uint64_t at, uint64_t bytes, bool write);

  const char* where_ = nullptr;
  LogicalDevice* device_ = nullptr;
  const Header* header_ = nullptr;
  const uint8_t* weights_ = nullptr;
  CommandPool* pool_ = nullptr;
  Fence* fence_ = nullptr;
  VkCommandBuffer commands_ = VK_NULL_HANDLE; ///< NULL on a unified device.
  uint64_t bytes_ = 0;
  Placement places_; ///< Of a section that holds all states, each at a multiple of 256.
  Array<uint64_t> starts_;
  List<Buffer> buffers_;
  Buffer window_;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_STATES_H
