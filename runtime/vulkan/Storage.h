/// \file
/// A session's memory on the device: weights, activations, and what goes in and comes out.
#ifndef AIC_RUNTIME_VULKAN_STORAGE_H
#define AIC_RUNTIME_VULKAN_STORAGE_H

#include "runtime/Header.h"
#include "runtime/vulkan/Buffer.h"
#include "runtime/vulkan/Commands.h"
#include "runtime/vulkan/List.h"
#include "runtime/vulkan/Placement.h"

namespace aic::runtime::vulkan {

/// One allocation each for the weights that the plan binds, the arena, and inputs and outputs together (more
/// only where one would pass a limit of the device). On a unified device inputs and outputs are mapped, and
/// shaders read and write them there; on others they have a mapped copy, the staging.
class Storage {
public:
  /// Allocates; uploads nothing. Call once. Errors: AIC_UNSUPPORTED (a limit; the message names the
  /// dispatch), AIC_OUT_OF_MEMORY, AIC_DEVICE_LOST.
  aic_status Create(const char* where, LogicalDevice& device, const Header& header,
                    const schema::Target& target, uint32_t entry);

  /// Copies the weights that are bound out of the section. Errors: those of Vulkan.
  aic_status UploadWeights(const char* where, const uint8_t* section, CommandPool& pool, Fence& fence);

  /// What a dispatch binds for `binding`.
  VkDescriptorBufferInfo Find(const schema::Binding& binding) const;

  /// Whether every i64 fits in the device's 32 bits. Errors: AIC_UNSUPPORTED, which names the element.
  aic_status CheckInputs(const char* where, const aic_input* inputs) const;

  /// Between the caller's memory and mapped memory; i64 and bool are i32 there. The device is idle.
  VkResult WriteInputs(const aic_input* inputs);
  VkResult ReadOutputs(const aic_output* outputs);

  /// Between mapped memory and what shaders see; before and after the plan. The first records nothing on a
  /// unified device, the second at least the barrier that lets the host read.
  bool copiesInputs() const { return !unified_; }
  void RecordInputs(VkCommandBuffer commands) const;
  void RecordOutputs(VkCommandBuffer commands) const;

  uint64_t bytes() const { return bytes_; } ///< Of all allocations.

private:
  aic_status Place(const char* where, const schema::Program& program);
  aic_status Assign(const char* where, const char* what, Placement& placement);
  aic_status Allocate(const char* where, const char* what, const Placement& placement, MemoryUse use,
                      List<Buffer>& buffers);
  const Piece* FindTensor(bool input, uint32_t index) const;
  const List<Buffer>& mapped() const { return unified_ ? tensors_ : staging_; }

  LogicalDevice* device_ = nullptr;
  const schema::Entry& entry() const { return *(*header_)->entries()->Get(entry_); }

  const Header* header_ = nullptr;
  uint32_t entry_ = 0;
  bool unified_ = false;
  uint64_t bytes_ = 0;
  Placement weightPlaces_, arenaPlaces_, tensorPlaces_;
  /// Where inputs and then outputs begin in a section of their own, which tensorPlaces_ places.
  Array<uint64_t> tensorStarts_;
  Array<bool> written_; ///< Per output: whether a dispatch writes it.
  List<Buffer> weights_, arena_, tensors_, staging_;
  Buffer spare_; ///< What bindings of no bytes bind: Vulkan has no empty ranges.
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_STORAGE_H
