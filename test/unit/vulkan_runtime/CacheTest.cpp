// The pipeline cache on disk. The tested drivers keep nothing in theirs: the layer does, 64 bytes a pipeline.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::test {
namespace {

namespace fs = std::filesystem;

class VulkanCache : public testing::Test {
protected:
  VulkanCache() : home_("HOME", folder_.path + "/home"), cache_("XDG_CACHE_HOME", folder_.path + "/cache") {}
  /// Makes a session of the model and says whether a cache was found; it is then run.
  bool Load(const std::string& bytes, const std::string& directives = "limit:cacheBytes:1000000") {
    Layers layers(directives);
    bool found;
    {
      ModelPtr model = Open(bytes);
      SessionPtr session = MakeVulkanSession(model);
      if (!session)
        return false;
      ChainResult result;
      EXPECT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
      EXPECT_LT(Difference(result.y, ComputeChain(ChainInput()).y), 1e-6f);
      found = DescribeSession(session).pipeline_cache_found;
    }
    EXPECT_EQ(layers.Log(), "");
    return found;
  }
  std::vector<fs::path> Files(const std::string& below = "/cache/aic") const {
    std::vector<fs::path> files;
    if (fs::exists(folder_.path + below))
      for (const auto& entry : fs::directory_iterator(folder_.path + below))
        files.push_back(entry.path());
    return files;
  }
  static std::string Read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  }
  static void Write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
  }

  Folder folder_;
  Variable home_, cache_;
  const std::string chain_ = VulkanChain()->Bytes();
};

TEST_F(VulkanCache, IsColdThenWarmThenGrows) {
  AIC_NEED_VULKAN();
  EXPECT_FALSE(Load(chain_)); // The folder is not there yet, either.
  ASSERT_EQ(Files().size(), 1u);
  fs::path file = Files()[0];
  std::string first = Read(file);
  EXPECT_EQ(first.size(), 32u + 32 + 3 * 64); // Our header, the driver's, three pipelines.
  EXPECT_TRUE(Load(chain_));                  // Six now: the layer keeps what it was given.
  EXPECT_EQ(Read(file).size(), first.size() + 3 * 64);
  // A driver that has nothing to add: the file stays as it is.
  std::string second = Read(file);
  struct stat before, after;
  ASSERT_EQ(stat(file.c_str(), &before), 0);
  EXPECT_TRUE(Load(chain_, "limit:cacheBytes:1"));
  ASSERT_EQ(stat(file.c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino);
  EXPECT_EQ(Read(file), second);
  EXPECT_EQ(Files().size(), 1u); // No temporary file is left.
  EXPECT_EQ(Files("/home").size(), 0u);
}

TEST_F(VulkanCache, EveryDamageIsSeen) {
  AIC_NEED_VULKAN();
  Load(chain_);
  fs::path file = Files().at(0);
  const std::string sound = Read(file);
  std::vector<std::string> damaged = {"",
                                      "x",
                                      sound.substr(0, 31),
                                      sound.substr(0, 60),
                                      sound.substr(0, sound.size() - 1),
                                      sound + "x",
                                      std::string(300, '\0')};
  for (size_t at = 0; at < sound.size(); at += at < 64 ? 1 : 17) {
    if (at >= 24 && at < 32)
      continue; // Spare bytes of the header.
    damaged.push_back(sound);
    damaged.back()[at] ^= 1;
  }
  Layers layers("limit:cacheBytes:1000000");
  ModelPtr model = Open(chain_);
  for (const std::string& bytes : damaged) {
    Write(file, bytes);
    EXPECT_FALSE(DescribeSession(MakeVulkanSession(model)).pipeline_cache_found);
    EXPECT_EQ(Read(file), sound); // And it is made anew.
  }
  EXPECT_EQ(layers.Log(), "");
}

TEST_F(VulkanCache, BelongsToOneDeviceAndDriver) {
  AIC_NEED_VULKAN();
  EXPECT_FALSE(Load(chain_));
  fs::path file = Files().at(0);
  EXPECT_FALSE(Load(chain_, "limit:cacheBytes:1000000,limit:driverVersion:77"));
  EXPECT_EQ(Files().size(), 2u);
  // Another device's bytes under this one's name, with right checksums, are not handed to the driver: the
  // driver's own header (vendor at byte 8 of it) says whose they are.
  std::string other = Read(file);
  for (const fs::path& each : Files())
    if (each != file)
      other = Read(each);
  EXPECT_EQ(other, Read(file)); // The version is in the name alone.
}

TEST_F(VulkanCache, MayBeMissingOrReadOnly) {
  AIC_NEED_VULKAN();
  { // A file where the folder should be.
    Write(folder_.path + "/cache", "in the way");
    EXPECT_FALSE(Load(chain_));
    EXPECT_FALSE(Load(chain_));
    fs::remove(folder_.path + "/cache");
  }
  { // No folder is named; a relative one counts as none.
    Variable cache("XDG_CACHE_HOME", "relative");
    Variable home("HOME", "");
    EXPECT_FALSE(Load(chain_));
    EXPECT_FALSE(fs::exists("relative"));
  }
  { // $HOME/.cache stands in.
    Variable cache("XDG_CACHE_HOME", "");
    EXPECT_FALSE(Load(chain_));
    EXPECT_EQ(Files("/home/.cache/aic").size(), 1u);
    EXPECT_TRUE(Load(chain_));
  }
  if (geteuid() != 0) { // Root may write anywhere.
    fs::create_directories(folder_.path + "/cache/aic");
    ASSERT_EQ(chmod((folder_.path + "/cache/aic").c_str(), 0500), 0);
    EXPECT_FALSE(Load(chain_));
    EXPECT_EQ(Files().size(), 0u);
    ASSERT_EQ(chmod((folder_.path + "/cache/aic").c_str(), 0700), 0);
  }
  { // A folder where the file should be: it can be neither read nor replaced, and nothing is left beside it.
    EXPECT_FALSE(Load(chain_));
    fs::path file = Files().at(0);
    fs::remove(file);
    fs::create_directory(file);
    EXPECT_FALSE(Load(chain_));
    EXPECT_EQ(Files(), std::vector<fs::path>{file});
  }
  { // The driver has trouble with its own cache.
    fs::remove_all(folder_.path + "/cache");
    EXPECT_FALSE(Load(chain_, "limit:cacheBytes:1000000,fail:vkGetPipelineCacheData:1:-1"));
    EXPECT_FALSE(Load(chain_, "limit:cacheBytes:1000000,fail:vkGetPipelineCacheData:2:5"));
    EXPECT_EQ(Files().size(), 0u);
  }
}

TEST_F(VulkanCache, IsMadeAnewForBytesThatTheDriverDoesNotKnow) {
  AIC_NEED_VULKAN();
  // A sound file of ours around bytes whose driver header is another device's: as a copied folder would hold.
  Load(chain_);
  fs::path file = Files().at(0);
  std::string bytes = Read(file);
  ASSERT_FALSE(Load(chain_, "limit:cacheBytes:1000000,limit:driverVersion:5")); // A second file.
  for (const fs::path& other : Files())
    if (other != file)
      fs::rename(other, file);
  EXPECT_TRUE(Load(chain_)); // The same device, so the driver itself judges its version.
  EXPECT_EQ(Files().size(), 1u);
}

} // namespace
} // namespace aic::test
