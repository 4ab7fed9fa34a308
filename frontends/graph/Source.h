// One text file in memory, and places in it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace aic::graph {

/// Bytes [begin, end) of a file.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
};

/// A named text. Lines end with "\n"; a "\r" before it counts as space.
class SourceFile {
public:
  SourceFile(std::string name, std::string text);

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }

  /// Line and column, both from 1; columns count bytes. Offsets past the end give the end.
  std::pair<int, int> lineColumn(uint32_t offset) const;

  /// The text of a line without its end; empty where there is no such line.
  std::string line(int number) const;

  /// True where the line above the one that holds `offset` is blank.
  bool blankLineAbove(uint32_t offset) const;

private:
  std::string name_;
  std::string text_;
  std::vector<uint32_t> starts_; // offset of each line's first byte
  std::vector<bool> blank_;      // of each line: nothing but space
};

} // namespace aic::graph
