#include "frontends/weights/Npy.h"

#include "test/unit/weights/Files.h"

#include <csignal>
#include <dirent.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace aic::weights {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

template <typename T> std::vector<T> Elements(const Array& array) {
  std::vector<T> values(array.data.size() / sizeof(T));
  std::memcpy(values.data(), array.data.data(), array.data.size());
  return values;
}

int CountFiles(const std::string& folder) {
  DIR* dir = opendir(folder.c_str());
  int count = 0;
  while (dirent* entry = readdir(dir))
    count += entry->d_name[0] != '.';
  closedir(dir);
  return count;
}

TEST(Npy, ReadsWhatNumpyWrites) {
  auto tiny = ReadNpy(InputPath("tiny.npy"));
  ASSERT_TRUE(tiny.ok()) << tiny.status();
  EXPECT_EQ(TypeString(tiny->type, tiny->shape), "f32[1, 3]");
  EXPECT_THAT(Elements<float>(*tiny), ElementsAre(1, 2, 3));
  for (const char* name : {"version2.npy", "version3.npy"}) {
    auto array = ReadNpy(InputPath(name));
    ASSERT_TRUE(array.ok()) << array.status();
    EXPECT_THAT(Elements<int16_t>(*array), ElementsAre(0, 1, 2));
  }
  auto fortran = ReadNpy(InputPath("fortran.npy"));
  ASSERT_TRUE(fortran.ok()) << fortran.status();
  EXPECT_EQ(Elements<float>(*fortran)[23], 23);
  EXPECT_EQ(Elements<float>(*fortran)[1], 1);
  EXPECT_EQ(Elements<float>(*fortran)[4], 4);
  auto big = ReadNpy(InputPath("big.npy"));
  ASSERT_TRUE(big.ok()) << big.status();
  EXPECT_THAT(Elements<int32_t>(*big), ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_EQ(ReadNpy(InputPath("structured.npy")).status().code(), absl::StatusCode::kUnimplemented);
  EXPECT_EQ(ReadNpy(InputPath("complex.npy")).status().code(), absl::StatusCode::kUnimplemented);
  EXPECT_EQ(ReadNpy("/nowhere/x.npy").status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(NpyFile::Open("/nowhere/x.npy").status().code(), absl::StatusCode::kNotFound);
  auto opened = NpyFile::Open(InputPath("fortran.npy"));
  ASSERT_TRUE(opened.ok()) << opened.status();
  std::vector<uint8_t> elements(opened->bytes());
  opened->CopyTo(elements.data());
  EXPECT_EQ(elements, fortran->data);
  EXPECT_EQ(opened->shape(), fortran->shape);
}

TEST(Npy, WritesWhatItReads) {
  TemporaryFolder folder;
  std::string path = folder / "x.npy";
  const ElementType types[] = {ElementType::F32,  ElementType::F16, ElementType::F64,
                               ElementType::Bool, ElementType::I8,  ElementType::U8,
                               ElementType::I16,  ElementType::I32, ElementType::I64};
  const std::vector<int64_t> shapes[] = {{}, {0}, {7}, {2, 3}, {1, 2, 3, 4, 5}};
  for (ElementType type : types) {
    for (const std::vector<int64_t>& shape : shapes) {
      SCOPED_TRACE(TypeString(type, shape));
      std::vector<uint8_t> data(TensorBytes(type, shape).value());
      for (size_t i = 0; i < data.size(); ++i)
        data[i] = static_cast<uint8_t>(i * 37 + 1);
      ASSERT_TRUE(WriteNpy(path, type, shape, data.data()).ok());
      std::string bytes = ReadAll(path);
      EXPECT_EQ((bytes.size() - data.size()) % 64, 0u); // NumPy aligns the elements so
      auto back = ReadNpy(path);
      ASSERT_TRUE(back.ok()) << back.status();
      EXPECT_EQ(back->type, type);
      EXPECT_EQ(back->shape, shape);
      EXPECT_EQ(back->data, data);
    }
  }
  EXPECT_EQ(CountFiles(folder.path()), 1);
  EXPECT_EQ(WriteNpy(path, ElementType::BF16, {1}, "xx").code(), absl::StatusCode::kUnimplemented);
}

/// To the byte what numpy.save wrote into Inputs/.
TEST(Npy, WritesNumpysBytes) {
  TemporaryFolder folder;
  const float values[] = {1, 2, 3};
  ASSERT_TRUE(WriteNpy(folder / "x.npy", ElementType::F32, {1, 3}, values).ok());
  EXPECT_EQ(ReadAll(folder / "x.npy"), ReadAll(InputPath("tiny.npy")));
}

TEST(Npy, KeepsTheModeAndFollowsLinks) {
  TemporaryFolder folder;
  std::string path = folder / "x.npy", link = folder / "link.npy";
  std::ofstream(path) << "old";
  ASSERT_EQ(chmod(path.c_str(), 0640), 0);
  ASSERT_EQ(symlink("x.npy", link.c_str()), 0);
  const uint8_t value = 1;
  ASSERT_TRUE(WriteNpy(link, ElementType::U8, {1}, &value).ok());
  struct stat info;
  ASSERT_EQ(lstat(link.c_str(), &info), 0);
  EXPECT_TRUE(S_ISLNK(info.st_mode));
  ASSERT_EQ(stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0640u);
  EXPECT_TRUE(ReadNpy(path).ok());
}

/// A link to what is not there yet stays a link; links that end nowhere are an error.
TEST(Npy, FollowsLinksToNewFiles) {
  TemporaryFolder folder;
  const uint8_t value = 1;
  ASSERT_EQ(mkdir((folder / "far").c_str(), 0755), 0);
  ASSERT_EQ(symlink("far/second.npy", (folder / "first.npy").c_str()), 0);
  ASSERT_EQ(symlink((folder / "third.npy").c_str(), (folder / "far/second.npy").c_str()), 0);
  ASSERT_TRUE(WriteNpy(folder / "first.npy", ElementType::U8, {1}, &value).ok());
  struct stat info;
  for (const char* link : {"first.npy", "far/second.npy"}) {
    ASSERT_EQ(lstat((folder / link).c_str(), &info), 0);
    EXPECT_TRUE(S_ISLNK(info.st_mode)) << link;
  }
  ASSERT_EQ(lstat((folder / "third.npy").c_str(), &info), 0);
  EXPECT_TRUE(S_ISREG(info.st_mode));
  EXPECT_TRUE(ReadNpy(folder / "first.npy").ok());

  ASSERT_EQ(symlink("loop", (folder / "loop").c_str()), 0);
  absl::Status loop = WriteNpy(folder / "loop", ElementType::U8, {1}, &value);
  EXPECT_EQ(loop.code(), absl::StatusCode::kUnavailable) << loop;
  EXPECT_THAT(std::string(loop.message()),
              HasSubstr("loop: cannot write: Too many levels of symbolic links"));
}

TEST(Npy, TakesTheLongestNames) {
  TemporaryFolder folder;
  const uint8_t value = 1;
  const std::string longest = folder / (std::string(251, 'x') + ".npy"), tooLong = longest + "y";
  ASSERT_TRUE(WriteNpy(longest, ElementType::U8, {1}, &value).ok());
  EXPECT_TRUE(ReadNpy(longest).ok());
  absl::Status status = WriteNpy(tooLong, ElementType::U8, {1}, &value);
  EXPECT_THAT(std::string(status.message()), HasSubstr("File name too long"));
}

TEST(Npy, SaysWhyAFileCannotBeWritten) {
  TemporaryFolder folder;
  const uint8_t value = 1;
  absl::Status absent = WriteNpy(folder / "no/x.npy", ElementType::U8, {1}, &value);
  EXPECT_EQ(absent.code(), absl::StatusCode::kNotFound) << absent;
  absl::Status directory = WriteNpy(folder.path(), ElementType::U8, {1}, &value);
  EXPECT_EQ(directory.code(), absl::StatusCode::kUnavailable) << directory;
  absl::Status full = WriteNpy("/dev/full", ElementType::U8, {1}, &value);
  EXPECT_EQ(full.code(), absl::StatusCode::kUnavailable) << full;
  EXPECT_THAT(std::string(full.message()), HasSubstr("/dev/full: cannot write: No space left on device"));
  struct stat info;
  ASSERT_EQ(stat("/dev/full", &info), 0);
  EXPECT_TRUE(S_ISCHR(info.st_mode)); // not replaced by a file
}

/// The disk is "full" after 4096 bytes: a limit on the size of files, in a process of its own.
TEST(Npy, AFullDiskLeavesTheOldFileAndNothingElse) {
  TemporaryFolder folder;
  std::string path = folder / "x.npy";
  std::ofstream(path) << "old";
  pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    rlimit limit = {4096, 4096};
    setrlimit(RLIMIT_FSIZE, &limit);
    std::vector<uint8_t> data(10000);
    absl::Status status = WriteNpy(path, ElementType::U8, {10000}, data.data());
    _exit(status.code() == absl::StatusCode::kUnavailable ? 0 : 1);
  }
  int result = -1;
  ASSERT_EQ(waitpid(child, &result, 0), child);
  EXPECT_EQ(result, 0);
  EXPECT_EQ(ReadAll(path), "old");
  EXPECT_EQ(CountFiles(folder.path()), 1);
}

} // namespace
} // namespace aic::weights
