#include "tools/aic/TrainingLog.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/Failure.h"

#include <cerrno>
#include <fstream>
#include <iterator>

namespace aic::tool {

namespace {

/// The lines of a file that belong to the first `steps` steps.
std::string linesUpTo(const std::string& path, int64_t steps) {
  std::ifstream in(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  std::string kept;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    const auto json = nlohmann::json::parse(line.begin(), line.end(), nullptr, /*allow_exceptions=*/false);
    if (!json.is_object() || !json.contains("step") || !json["step"].is_number_integer() ||
        json["step"].get<int64_t>() > steps)
      break; // also a line that was not written to its end
    absl::StrAppend(&kept, line, "\n");
  }
  return kept;
}

} // namespace

int TrainingLog::failed() const {
  return fail(weights::FileError(path_, "write", errno));
}

int TrainingLog::open(const std::string& path, int64_t steps) {
  path_ = path;
  const std::string kept = steps < 0 ? "" : linesUpTo(path, steps);
  absl::Status status =
      weights::WriteFile(path, {weights::Bytes(reinterpret_cast<const uint8_t*>(kept.data()), kept.size())});
  if (!status.ok())
    return fail(status);
  file_.reset(std::fopen(path.c_str(), "ab"));
  return file_ ? 0 : failed();
}

int TrainingLog::add(const nlohmann::ordered_json& line) {
  if (!file_)
    return 0;
  const std::string text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  return std::fwrite(text.data(), 1, text.size(), file_.get()) == text.size() ? 0 : failed();
}

int TrainingLog::flush() {
  return !file_ || std::fflush(file_.get()) == 0 ? 0 : failed();
}

} // namespace aic::tool
