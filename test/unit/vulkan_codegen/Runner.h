// The plainest way to run one compute shader: for tests alone. Every dispatch is submitted and waited for by
// itself.
#pragma once

#include "compiler/codegen/vulkan/Vulkan.h"

#include <memory>
#include <string>
#include <vector>
#include <vulkan/vulkan.h>

namespace aic::test {

/// Host-visible memory that shaders can read and write, between canaries that they must not touch. The one
/// behind the end is bound with it, so that no driver keeps a shader from writing there; and what is read
/// there, or in front, is a number that shows.
class DeviceBuffer {
public:
  DeviceBuffer(VkDevice device, VkPhysicalDevice physical, size_t bytes);
  ~DeviceBuffer();
  DeviceBuffer(const DeviceBuffer&) = delete;
  DeviceBuffer& operator=(const DeviceBuffer&) = delete;

  VkBuffer buffer = VK_NULL_HANDLE;
  size_t bytes;
  uint8_t* data = nullptr; ///< null: no memory
  bool intact() const;     ///< nothing was written in front of the beginning or behind the end
  VkDescriptorBufferInfo binding() const;

private:
  VkDevice device;
  VkDeviceMemory memory = VK_NULL_HANDLE;
};

class Runner {
public:
  /// The first device of the first driver (VK_ICD_FILENAMES chooses); null, with the reason, where there is
  /// none.
  static Runner* instance(std::string& why);
  ~Runner();

  std::unique_ptr<DeviceBuffer> allocate(size_t bytes);
  /// Runs a variant over buffers, in the order of its bindings. Empty, or what went wrong.
  std::string run(const artifact::Variant& variant, const std::vector<DeviceBuffer*>& buffers);

  std::string deviceName;
  bool subgroupArithmetic = false;
  uint32_t subgroupSize = 0;
  double seconds = 0; ///< from the last run's submission to its end

private:
  Runner() = default;
  std::string create();

  VkInstance vulkan = VK_NULL_HANDLE;
  VkPhysicalDevice physical = VK_NULL_HANDLE;
  VkDevice device = VK_NULL_HANDLE;
  VkQueue queue = VK_NULL_HANDLE;
  VkCommandPool pool = VK_NULL_HANDLE;
  uint32_t family = 0;
};

/// What spirv-val says of a module for Vulkan 1.1; empty if it is valid.
std::string validate(const std::vector<uint32_t>& words);

} // namespace aic::test
