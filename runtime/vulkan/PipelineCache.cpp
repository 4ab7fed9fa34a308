#include "runtime/vulkan/PipelineCache.h"

#include "runtime/Memory.h"
#include "runtime/vulkan/Result.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include "xxhash.h"

namespace aic::runtime::vulkan {

namespace {

constexpr size_t kMaxPath = 1024;
constexpr size_t kMaxBytes = size_t(256) << 20; ///< A file that is larger is not ours, or of no use.

/// Before the driver's bytes.
struct FileHeader {
  char magic[8];
  uint64_t bytes;    ///< Of the driver's.
  uint64_t checksum; ///< XXH3, 64 bits, of the driver's.
  uint64_t zero;
};
constexpr char kMagic[8] = {'a', 'i', 'c', '-', 'v', 'k', 'p', '1'};

/// What Vulkan says every driver's bytes begin with: VkPipelineCacheHeaderVersionOne, which is not aligned.
struct DriverHeader {
  uint32_t bytes, version, vendor, device;
  uint8_t uuid[VK_UUID_SIZE];
};
static_assert(sizeof(DriverHeader) == 32);

/// The folder and the file's path in it; "" where the environment names no folder.
struct Path {
  explicit Path(const VkPhysicalDeviceProperties& properties) {
    const char* cache = secure_getenv("XDG_CACHE_HOME");
    const char* home = secure_getenv("HOME");
    int length = 0;
    // The XDG specification: a relative path is to be ignored.
    if (cache && *cache == '/')
      length = snprintf(folder, sizeof(folder), "%s/aic", cache);
    else if (home && *home == '/')
      length = snprintf(folder, sizeof(folder), "%s/.cache/aic", home);
    if (length <= 0 || length >= static_cast<int>(sizeof(folder)))
      return;
    char uuid[2 * VK_UUID_SIZE + 1];
    for (uint32_t i = 0; i < VK_UUID_SIZE; ++i)
      snprintf(uuid + 2 * i, 3, "%02x", properties.pipelineCacheUUID[i]);
    snprintf(file, sizeof(file), "%s/vulkan-%08x-%08x-%08x-%s.pipelines", folder, properties.vendorID,
             properties.deviceID, properties.driverVersion, uuid);
  }
  char folder[kMaxPath] = "";
  char file[kMaxPath + 128] = "";
};

/// Makes a folder and those above it.
void MakeFolders(char* path) {
  for (char* at = path + 1; *at; ++at)
    if (*at == '/') {
      *at = '\0';
      mkdir(path, 0700);
      *at = '/';
    }
  mkdir(path, 0700);
}

bool ReadAll(int fd, void* to, size_t bytes) {
  for (size_t done = 0; done < bytes;) {
    ssize_t n = read(fd, static_cast<char*>(to) + done, bytes - done);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return false;
    done += n;
  }
  return true;
}

bool WriteAll(int fd, const void* from, size_t bytes) {
  for (size_t done = 0; done < bytes;) {
    ssize_t n = write(fd, static_cast<const char*>(from) + done, bytes - done);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return false;
    done += n;
  }
  return true;
}

/// Reads the driver's bytes out of a file; false unless all is as it should be.
bool Load(const char* path, const VkPhysicalDeviceProperties& properties, Array<uint8_t>& data) {
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return false;
  struct stat status;
  FileHeader header;
  DriverHeader driver;
  bool good = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && ReadAll(fd, &header, sizeof(header)) &&
              memcmp(header.magic, kMagic, sizeof(kMagic)) == 0 && header.bytes >= sizeof(driver) &&
              header.bytes <= kMaxBytes &&
              static_cast<uint64_t>(status.st_size) == sizeof(header) + header.bytes &&
              data.Allocate(header.bytes) && ReadAll(fd, data.data(), data.size()) &&
              XXH3_64bits(data.data(), data.size()) == header.checksum;
  close(fd);
  if (!good)
    return false;
  memcpy(&driver, data.data(), sizeof(driver));
  return driver.bytes >= sizeof(driver) && driver.bytes <= data.size() &&
         driver.version == VK_PIPELINE_CACHE_HEADER_VERSION_ONE && driver.vendor == properties.vendorID &&
         driver.device == properties.deviceID &&
         memcmp(driver.uuid, properties.pipelineCacheUUID, VK_UUID_SIZE) == 0;
}

} // namespace

aic_status PipelineCache::Create(const char* where, LogicalDevice& device) {
  device_ = &device;
  const Path path(device.physical.properties);
  Array<uint8_t> data;
  found_ = *path.file && Load(path.file, device.physical.properties, data);
  VkPipelineCacheCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_PIPELINE_CACHE_CREATE_INFO;
  if (found_) {
    info.initialDataSize = data.size();
    info.pInitialData = data.data();
  }
  VkResult result = device.Note(device.vk.CreatePipelineCache(device.handle, &info, nullptr, &cache_));
  if (result) {
    cache_ = VK_NULL_HANDLE;
    return FailVulkan(result, "%s: %s: no pipeline cache", where, device.name());
  }
  // Not the file's size: a driver may drop what it was given, or add to it at once (SwiftShader does).
  if (found_ && device.vk.GetPipelineCacheData(device.handle, cache_, &loadedBytes_, nullptr))
    loadedBytes_ = data.size();
  return AIC_OK;
}

void PipelineCache::Save() const {
  const DeviceFunctions& vk = device_->vk;
  Path path(device_->physical.properties);
  size_t bytes = 0;
  if (!*path.file || vk.GetPipelineCacheData(device_->handle, cache_, &bytes, nullptr) ||
      bytes <= loadedBytes_ || bytes > kMaxBytes)
    return;
  Array<uint8_t> data;
  if (!data.Allocate(bytes) || vk.GetPipelineCacheData(device_->handle, cache_, &bytes, data.data()) ||
      bytes > data.size())
    return;
  FileHeader header = {};
  memcpy(header.magic, kMagic, sizeof(kMagic));
  header.bytes = bytes;
  header.checksum = XXH3_64bits(data.data(), bytes);
  MakeFolders(path.folder);
  char temporary[sizeof(path.file) + 16];
  snprintf(temporary, sizeof(temporary), "%s.XXXXXX", path.file);
  int fd = mkostemp(temporary, O_CLOEXEC);
  if (fd < 0)
    return;
  bool good = WriteAll(fd, &header, sizeof(header)) && WriteAll(fd, data.data(), bytes);
  good = close(fd) == 0 && good;
  if (!good || rename(temporary, path.file) != 0)
    unlink(temporary);
}

PipelineCache::~PipelineCache() {
  if (cache_)
    device_->vk.DestroyPipelineCache(device_->handle, cache_, nullptr);
}

} // namespace aic::runtime::vulkan
