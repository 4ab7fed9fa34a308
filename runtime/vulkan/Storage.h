/// \file
/// A session's memory on the device: weights, activations, and what goes in and comes out.
#ifndef AIC_RUNTIME_VULKAN_STORAGE_H
#define AIC_RUNTIME_VULKAN_STORAGE_H

#include "runtime/Header.h"
#include "runtime/vulkan/Buffer.h"
#include "runtime/vulkan/Commands.h"
#include "runtime/vulkan/List.h"
#include "runtime/vulkan/Placement.h"
#include "runtime/vulkan/States.h"

namespace aic::runtime::vulkan {

/// One allocation each for the weights that the programs bind, the arena, and inputs and outputs together
/// (more only where one would pass a limit of the device). Arena, inputs and outputs are those of the largest
/// entry: entries run one at a time, each has its own places in them. On a unified device inputs and outputs
/// are mapped, and shaders read and write them there; on others they have a mapped copy, the staging.
class Storage {
public:
  /// Allocates; uploads nothing. Call once. Errors: AIC_UNSUPPORTED (a limit; the message names the
  /// dispatch), AIC_OUT_OF_MEMORY, AIC_DEVICE_LOST.
  aic_status Create(const char* where, LogicalDevice& device, const Header& header,
                    const schema::Target& target);

  /// Copies the weights that are bound out of the section. Errors: those of Vulkan.
  aic_status UploadWeights(const char* where, const uint8_t* section, CommandPool& pool, Fence& fence);

  /// What a dispatch of an entry binds for `binding`, where that lies at byte `offset` this time.
  VkDescriptorBufferInfo Find(uint32_t entry, const schema::Binding& binding, uint64_t offset,
                              const States& states) const;

  /// Whether every i64 fits in the device's 32 bits. Errors: AIC_UNSUPPORTED, which names the element.
  aic_status CheckInputs(const char* where, uint32_t entry, const aic_input* inputs) const;

  /// Between the caller's memory and mapped memory; i64 and bool are i32 there. The device is idle.
  VkResult WriteInputs(uint32_t entry, const aic_input* inputs);
  VkResult ReadOutputs(uint32_t entry, const aic_output* outputs);

  /// Between mapped memory and what shaders see; before and after the plan. The first records nothing on a
  /// unified device, the second at least the barrier that lets the host read.
  bool copiesInputs() const { return !unified_; }
  void RecordInputs(uint32_t entry, VkCommandBuffer commands) const;
  void RecordOutputs(uint32_t entry, VkCommandBuffer commands) const;

  uint64_t bytes() const { return bytes_; } ///< Of all allocations.

private:
  /// An entry's places in what is allocated for all.
  struct Part {
    Placement arenaPlaces, tensorPlaces;
    /// Where inputs and then outputs begin in a section of their own, which tensorPlaces places.
    Array<uint64_t> tensorStarts;
    Array<bool> written; ///< Per output: whether a dispatch writes it.
  };

  aic_status CheckRanges(const char* where, const schema::Program& program) const;
  aic_status PlaceWeights(const char* where, const schema::Target& target);
  aic_status PlacePart(const char* where, uint32_t entry, const schema::Program& program);
  /// Makes buffers in each of which the pieces of every entry have room.
  aic_status AllocateShared(const char* where, const char* what, Placement Part::* places, MemoryUse use,
                            List<Buffer>& buffers);
  const schema::Entry& EntryOf(uint32_t entry) const { return *(*header_)->entries()->Get(entry); }
  const Piece* FindTensor(uint32_t entry, bool input, uint32_t index) const;
  const List<Buffer>& mapped() const { return unified_ ? tensors_ : staging_; }

  LogicalDevice* device_ = nullptr;
  const Header* header_ = nullptr;
  bool unified_ = false;
  uint64_t bytes_ = 0;
  Placement weightPlaces_;
  List<Part> parts_; ///< One per entry.
  List<Buffer> weights_, arena_, tensors_, staging_;
  Buffer spare_; ///< What bindings of no bytes bind: Vulkan has no empty ranges.
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_STORAGE_H
