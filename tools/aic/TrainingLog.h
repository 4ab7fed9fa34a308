// A training's record as JSON lines.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

namespace aic::tool {

/// One line a step, {"step": 1, "epoch": 1, "loss": 0.69, "lr": 0.001}, and one an epoch (epochToJson).
/// Nothing is written where it was not opened.
class TrainingLog {
public:
  /// Begins a file anew; of one that is there, those lines stay that are of the first `steps` steps (-1: none
  /// do). Returns 0, or prints what is wrong and returns the exit code.
  int open(const std::string& path, int64_t steps);
  bool isOpen() const { return file_ != nullptr; }

  /// Writes a line. Returns as above.
  int add(const nlohmann::ordered_json& line);
  /// Brings what was written to the file. Returns as above.
  int flush();

private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  int failed() const;

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
};

} // namespace aic::tool
