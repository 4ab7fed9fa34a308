#include "frontends/graph/Source.h"

#include <algorithm>

namespace aic::graph {

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  starts_.push_back(0);
  blank_.push_back(true);
  for (size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') {
      starts_.push_back(static_cast<uint32_t>(i + 1));
      blank_.push_back(true);
    } else if (text_[i] != ' ' && text_[i] != '\t' && text_[i] != '\r') {
      blank_.back() = false;
    }
  }
}

std::pair<int, int> SourceFile::lineColumn(uint32_t offset) const {
  offset = std::min<uint32_t>(offset, static_cast<uint32_t>(text_.size()));
  auto it = std::upper_bound(starts_.begin(), starts_.end(), offset) - 1;
  return {static_cast<int>(it - starts_.begin()) + 1, static_cast<int>(offset - *it) + 1};
}

std::string SourceFile::line(int number) const {
  if (number < 1 || static_cast<size_t>(number) > starts_.size())
    return "";
  size_t begin = starts_[number - 1];
  size_t end = static_cast<size_t>(number) < starts_.size() ? starts_[number] - 1 : text_.size();
  if (end > begin && text_[end - 1] == '\r')
    --end;
  return text_.substr(begin, end - begin);
}

bool SourceFile::blankLineAbove(uint32_t offset) const {
  int number = lineColumn(offset).first;
  return number > 1 && blank_[number - 2];
}

} // namespace aic::graph
