#include "frontends/weights/ZipDirectory.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/Formats.h"

#include <algorithm>
#include <cstring>

namespace aic::weights {

namespace {

// The fixed parts of the records; section numbers are APPNOTE's.
constexpr size_t kLocalHeader = 30;   // 4.3.7
constexpr size_t kCentralHeader = 46; // 4.3.12
constexpr size_t kEnd64 = 56;         // 4.3.14
constexpr size_t kEnd64Locator = 20;  // 4.3.15
constexpr size_t kEnd = 22;           // 4.3.16
constexpr size_t kMaxComment = 65535;
constexpr uint64_t kDeflateRatio = 1032; // zlib.net/zlib_tech.html: no deflate stream expands more

bool HasSignature(Bytes file, uint64_t at, uint32_t signature) {
  return LoadLe<uint32_t>(&file[at]) == signature;
}

/// Whether [offset, offset + size) lies inside `total` bytes.
bool Inside(uint64_t offset, uint64_t size, uint64_t total) {
  return offset <= total && size <= total - offset;
}

struct Directory {
  uint64_t offset = 0, size = 0, count = 0;
};

class Reader {
public:
  Reader(Bytes file, const std::string& path) : file_(file), path_(path) {}

  absl::StatusOr<std::vector<ZipMember>> Read() {
    absl::StatusOr<Directory> directory = FindDirectory();
    if (!directory.ok())
      return directory.status();
    if (!Inside(directory->offset, directory->size, file_.size()))
      return Malformed("its directory lies outside the file");
    if (directory->count > directory->size / kCentralHeader)
      return Malformed(
          absl::StrCat("its directory claims ", directory->count, " members in ", directory->size, " bytes"));
    Bytes entries = file_.subspan(directory->offset, directory->size);
    std::vector<ZipMember> members;
    for (uint64_t i = 0; i < directory->count; ++i) {
      ZipMember member;
      if (absl::Status status = ReadEntry(entries, member); !status.ok())
        return status;
      members.push_back(std::move(member));
    }
    if (!entries.empty())
      return Malformed("its directory has more bytes than members");
    // The members, local headers included, must not share bytes (nor reach into the directory).
    used_.push_back({directory->offset, directory->offset + directory->size});
    std::sort(used_.begin(), used_.end());
    for (size_t i = 1; i < used_.size(); ++i)
      if (used_[i].first < used_[i - 1].second)
        return Malformed("its members overlap");
    return members;
  }

private:
  absl::Status Malformed(absl::string_view why) const {
    return absl::InvalidArgumentError(absl::StrCat(path_, ": malformed .npz (zip) file: ", why));
  }

  absl::StatusOr<Directory> FindDirectory() const {
    if (file_.size() < kEnd)
      return Malformed("it is too short");
    size_t last = file_.size() - kEnd;
    size_t first = last > kMaxComment ? last - kMaxComment : 0;
    for (size_t at = last + 1; at-- > first;) {
      if (!HasSignature(file_, at, 0x06054b50) || LoadLe<uint16_t>(&file_[at + 20]) != last - at)
        continue;
      Directory directory;
      directory.count = LoadLe<uint16_t>(&file_[at + 10]);
      directory.size = LoadLe<uint32_t>(&file_[at + 12]);
      directory.offset = LoadLe<uint32_t>(&file_[at + 16]);
      bool zip64 = at >= kEnd64Locator && HasSignature(file_, at - kEnd64Locator, 0x07064b50);
      if (!zip64) {
        if (LoadLe<uint16_t>(&file_[at + 4]) != 0 || LoadLe<uint16_t>(&file_[at + 8]) != directory.count)
          return absl::UnimplementedError(
              absl::StrCat(path_, ": zip files in several parts are not supported"));
        return directory;
      }
      uint64_t end = LoadLe<uint64_t>(&file_[at - kEnd64Locator + 8]);
      if (!Inside(end, kEnd64, at - kEnd64Locator) || !HasSignature(file_, end, 0x06064b50))
        return Malformed("its zip64 record is not where the locator says");
      directory.count = LoadLe<uint64_t>(&file_[end + 32]);
      directory.size = LoadLe<uint64_t>(&file_[end + 40]);
      directory.offset = LoadLe<uint64_t>(&file_[end + 48]);
      return directory;
    }
    return Malformed("its end record is missing: the file may be cut off");
  }

  /// Reads one entry off the front of `entries`, and the local header it points to.
  absl::Status ReadEntry(Bytes& entries, ZipMember& member) {
    if (entries.size() < kCentralHeader || !HasSignature(entries, 0, 0x02014b50))
      return Malformed("an entry of its directory is cut off or has no signature");
    const uint8_t* entry = entries.data();
    uint16_t flags = LoadLe<uint16_t>(entry + 8), method = LoadLe<uint16_t>(entry + 10);
    member.crc = LoadLe<uint32_t>(entry + 16);
    uint64_t packed = LoadLe<uint32_t>(entry + 20);
    member.size = LoadLe<uint32_t>(entry + 24);
    size_t nameSize = LoadLe<uint16_t>(entry + 28), extraSize = LoadLe<uint16_t>(entry + 30);
    size_t commentSize = LoadLe<uint16_t>(entry + 32);
    uint64_t local = LoadLe<uint32_t>(entry + 42);
    if (entries.size() - kCentralHeader < nameSize + extraSize + commentSize)
      return Malformed("an entry of its directory is cut off");
    member.name.assign(reinterpret_cast<const char*>(entry) + kCentralHeader, nameSize);
    Bytes extra = entries.subspan(kCentralHeader + nameSize, extraSize);
    entries.remove_prefix(kCentralHeader + nameSize + extraSize + commentSize);
    auto malformed = [&](absl::string_view why) {
      return Malformed(absl::StrCat("member ", Quote(member.name), ": ", why));
    };
    auto unsupported = [&](absl::string_view why) {
      return absl::UnimplementedError(absl::StrCat(path_, ": member ", Quote(member.name), ": ", why));
    };
    if (!ReadZip64(extra, member.size, packed, local))
      return malformed("its zip64 field is cut off");
    if (flags & 0x2041) // encrypted, strongly encrypted, masked headers
      return unsupported("encrypted members are not supported");
    if (method != 0 && method != 8)
      return unsupported(absl::StrCat("compression method ", method,
                                      " is not supported; numpy.savez and savez_compressed write others"));
    member.deflated = method == 8;
    if (!member.deflated && member.size != packed)
      return malformed("it is stored, but its two sizes differ");
    if (member.deflated && member.size / kDeflateRatio > packed)
      return malformed(absl::StrCat("it claims ", member.size, " bytes out of ", packed,
                                    " compressed ones, which is impossible"));

    if (!Inside(local, kLocalHeader, file_.size()) || !HasSignature(file_, local, 0x04034b50))
      return malformed("its header is not where the directory says");
    const uint8_t* header = &file_[local];
    size_t localName = LoadLe<uint16_t>(header + 26), localExtra = LoadLe<uint16_t>(header + 28);
    uint64_t data = local + kLocalHeader + localName + localExtra;
    if (!Inside(data, packed, file_.size()))
      return malformed("its data lie outside the file");
    if (localName != nameSize || std::memcmp(header + kLocalHeader, member.name.data(), nameSize) != 0 ||
        LoadLe<uint16_t>(header + 8) != method)
      return malformed("its header and the directory differ");
    member.data = file_.subspan(data, packed);
    used_.push_back({local, data + packed});
    return absl::OkStatus();
  }

  /// 4.5.3: the 64-bit values of those fields that are all ones, in this order.
  static bool ReadZip64(Bytes extra, uint64_t& size, uint64_t& packed, uint64_t& local) {
    uint64_t* fields[] = {&size, &packed, &local};
    while (extra.size() >= 4) {
      uint16_t id = LoadLe<uint16_t>(extra.data());
      size_t length = LoadLe<uint16_t>(extra.data() + 2);
      extra.remove_prefix(4);
      if (length > extra.size())
        return false;
      if (id != 1) {
        extra.remove_prefix(length);
        continue;
      }
      Bytes field = extra.subspan(0, length);
      for (uint64_t* value : fields) {
        if (*value != 0xFFFFFFFF)
          continue;
        if (field.size() < 8)
          return false;
        *value = LoadLe<uint64_t>(field.data());
        field.remove_prefix(8);
      }
      return true;
    }
    return true;
  }

  Bytes file_;
  const std::string& path_;
  std::vector<std::pair<uint64_t, uint64_t>> used_;
};

} // namespace

absl::StatusOr<std::vector<ZipMember>> ReadZipDirectory(Bytes file, const std::string& path) {
  return Reader(file, path).Read();
}

} // namespace aic::weights
