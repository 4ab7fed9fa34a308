// Zip files that numpy does not write, made by hand.

#include "test/unit/weights/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace aic::weights {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A raw deflate stream.
std::string Deflate(const std::string& content) {
  z_stream stream = {};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// One member, with every field that a test wants to be wrong.
struct Member {
  std::string name = "a.npy";
  std::string data = TinyNpy(); // as stored
  uint16_t flags = 0, method = 0, localMethod = 0;
  uint32_t crc = 0;
  uint32_t size = 0, packed = 0;
  std::string extra;        // of the directory's entry
  std::string localName;    // "" = name
  uint32_t localOffset = 0; // added to the true one
  bool fixedOffset = false; // then localOffset is the value

  Member() { size = packed = static_cast<uint32_t>(data.size()); }
};

std::string Zip(const std::vector<Member>& members, const std::string& comment = "", int count = -1) {
  std::string file, directory;
  for (const Member& m : members) {
    uint32_t local = m.fixedOffset ? m.localOffset : static_cast<uint32_t>(file.size()) + m.localOffset;
    const std::string& localName = m.localName.empty() ? m.name : m.localName;
    file += Le<uint32_t>(0x04034b50) + Le<uint16_t>(20) + Le(m.flags) + Le(m.localMethod) + Le<uint32_t>(0) +
            Le(m.crc) + Le(m.packed) + Le(m.size) + Le<uint16_t>(localName.size()) + Le<uint16_t>(0) +
            localName + m.data;
    directory += Le<uint32_t>(0x02014b50) + Le<uint16_t>(20) + Le<uint16_t>(20) + Le(m.flags) + Le(m.method) +
                 Le<uint32_t>(0) + Le(m.crc) + Le(m.packed) + Le(m.size) + Le<uint16_t>(m.name.size()) +
                 Le<uint16_t>(m.extra.size()) + Le<uint16_t>(0) + Le<uint16_t>(0) + Le<uint16_t>(0) +
                 Le<uint32_t>(0) + Le(local) + m.name + m.extra;
  }
  uint16_t n = static_cast<uint16_t>(count < 0 ? members.size() : count);
  return file + directory + Le<uint32_t>(0x06054b50) + Le<uint32_t>(0) + Le(n) + Le(n) +
         Le<uint32_t>(directory.size()) + Le<uint32_t>(file.size()) + Le<uint16_t>(comment.size()) + comment;
}

std::string Failure(const std::string& bytes, absl::StatusCode code = absl::StatusCode::kInvalidArgument) {
  absl::Status status = ParseString(bytes).status();
  EXPECT_EQ(status.code(), code) << status;
  return std::string(status.message());
}

Member Deflated(const std::string& content) {
  Member m;
  m.data = Deflate(content);
  m.method = m.localMethod = 8;
  m.crc = static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size()));
  m.size = static_cast<uint32_t>(content.size());
  m.packed = static_cast<uint32_t>(m.data.size());
  return m;
}

TEST(Zip, TheBuilderOfTheseTestsMakesGoodFiles) {
  for (const Member& m : {Member(), Deflated(TinyNpy())}) {
    auto file = ParseString(Zip({m}, "a comment"));
    ASSERT_TRUE(file.ok()) << file.status();
    EXPECT_THAT(Values<int16_t>(**file, "a"), ElementsAre(5, 6));
  }
  EXPECT_TRUE(ParseString(Zip({})).ok());
}

TEST(Zip, ReadsZip64) {
  Member m;
  uint64_t size = m.data.size();
  m.size = m.packed = 0xFFFFFFFF;
  // Another field first, then the two sizes; the offset is not all ones, so it is not there.
  m.extra = Le<uint16_t>(0x7777) + Le<uint16_t>(3) + "xyz" + Le<uint16_t>(1) + Le<uint16_t>(16) + Le(size) +
            Le(size);
  auto file = ParseString(Zip({m}));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_THAT(Values<int16_t>(**file, "a"), ElementsAre(5, 6));

  m.extra = Le<uint16_t>(1) + Le<uint16_t>(8) + Le(size);
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("zip64 field is cut off"));
  m.extra = Le<uint16_t>(1) + Le<uint16_t>(16) + Le(~uint64_t{0}) + Le(~uint64_t{0});
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("data lie outside the file"));
}

TEST(Zip, ReadsTheZip64EndRecord) {
  std::string plain = Zip({Member()});
  std::string body = plain.substr(0, plain.size() - 22);
  uint64_t directory = body.size() - 46 - 5;
  auto build = [&](uint64_t count, uint64_t size, uint64_t offset, uint64_t record) {
    return body + Le<uint32_t>(0x06064b50) + Le<uint64_t>(44) + Le<uint16_t>(45) + Le<uint16_t>(45) +
           Le<uint32_t>(0) + Le<uint32_t>(0) + Le(count) + Le(count) + Le(size) + Le(offset) +
           Le<uint32_t>(0x07064b50) + Le<uint32_t>(0) + Le(record) + Le<uint32_t>(1) +
           Le<uint32_t>(0x06054b50) + Le<uint32_t>(0) + Le<uint16_t>(0xFFFF) + Le<uint16_t>(0xFFFF) +
           Le<uint32_t>(~0u) + Le<uint32_t>(~0u) + Le<uint16_t>(0);
  };
  auto file = ParseString(build(1, 51, directory, body.size()));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_THAT(Values<int16_t>(**file, "a"), ElementsAre(5, 6));
  EXPECT_THAT(Failure(build(1, 51, directory, ~uint64_t{0})), HasSubstr("not where the locator says"));
  EXPECT_THAT(Failure(build(1, 51, ~uint64_t{0} - 20, body.size())), HasSubstr("directory lies outside"));
  EXPECT_THAT(Failure(build(~uint64_t{0}, 51, directory, body.size())),
              HasSubstr("claims 18446744073709551615"));
  EXPECT_THAT(Failure(build(0, 51, directory, body.size())), HasSubstr("more bytes than members"));
}

TEST(Zip, MembersThatLie) {
  Member m;
  m.size += 1;
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("two sizes differ"));
  m = Member();
  m.localOffset = 1;
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("not where the directory says"));
  m.localOffset = 0xFFFFFFF0;
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("not where the directory says"));
  m = Member();
  m.localName = "b.npy";
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("header and the directory differ"));
  m = Member();
  m.name = "a.txt";
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("'a.txt': its name does not end with .npy"));
  m = Member();
  m.flags = 1;
  EXPECT_THAT(Failure(Zip({m}), absl::StatusCode::kUnimplemented), HasSubstr("encrypted"));
  m = Member();
  m.method = m.localMethod = 93;
  EXPECT_THAT(Failure(Zip({m}), absl::StatusCode::kUnimplemented), HasSubstr("compression method 93"));
  EXPECT_THAT(Failure(Zip({Member(), Member()})), HasSubstr("the name occurs twice"));
  EXPECT_THAT(Failure(Zip({Member()}, "", 2)), HasSubstr("claims 2 members"));
  EXPECT_THAT(Failure(Zip({Member()}, "", 0)), HasSubstr("more bytes than members"));
}

TEST(Zip, OverlapsAreRefused) {
  Member first = Member(), second = Member();
  second.fixedOffset = true; // its entry points at the first member
  EXPECT_THAT(Failure(Zip({first, second})), HasSubstr("members overlap"));
}

TEST(Zip, BombsAreRefusedBeforeMemoryIsTaken) {
  Member m = Deflated(TinyNpy());
  m.size = 0xFFFFFFF0;
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("which is impossible"));
  // A possible claim that does not fit the array, in both directions.
  m.size = static_cast<uint32_t>(TinyNpy().size()) + 1;
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("i16[2] needs 4 bytes after the header, the file has 5"));
  m.size -= 2;
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("i16[2] needs 4 bytes after the header, the file has 3"));
  m.size = 6; // within the header
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("ends inside the .npy header"));
  m = Deflated(TinyNpy());
  m.data = Deflate(TinyNpy().substr(0, 9)); // there is less of it than is claimed
  m.packed = static_cast<uint32_t>(m.data.size());
  EXPECT_THAT(Failure(Zip({m})), HasSubstr("damaged"));
}

/// What is compressed is looked at no further than its header until it is asked for.
TEST(Zip, MembersAreUnpackedWhenTheyAreUsed) {
  Member good = Deflated(TinyNpy()), bad = Deflated(TinyNpy());
  good.name = "b.npy";
  bad.crc ^= 1;
  auto file = ParseString(Zip({bad, good}));
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_NE((*file)->Find("a"), nullptr);
  EXPECT_EQ((*file)->Find("a")->bytes, 4u);
  absl::StatusOr<TensorData> lost = (*file)->Load("a");
  EXPECT_EQ(lost.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(lost.status().message()),
              HasSubstr("file: member 'a.npy': its compressed data are damaged"));
  EXPECT_THAT(Values<int16_t>(**file, "b"), ElementsAre(5, 6));
  EXPECT_EQ((*file)->Load("b")->data(), (*file)->Load("b")->data()); // kept
  EXPECT_EQ((*file)->Load("c").status().code(), absl::StatusCode::kNotFound);

  bad = Deflated(TinyNpy());
  bad.data += "x"; // bytes after the end of the stream
  bad.packed += 1;
  file = ParseString(Zip({bad}));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_FALSE((*file)->Load("a").ok());
}

/// A header longer than what is unpacked at first.
TEST(Zip, ReadsALongHeaderOfACompressedMember) {
  std::string npy = Npy("{'descr': '<i2', 'fortran_order': False, 'shape': (2,), }" + std::string(5000, ' '),
                        Le<uint16_t>(5) + Le<uint16_t>(6));
  auto file = ParseString(Zip({Deflated(npy)}));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_THAT(Values<int16_t>(**file, "a"), ElementsAre(5, 6));
}

} // namespace
} // namespace aic::weights
