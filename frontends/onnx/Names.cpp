#include "frontends/onnx/Names.h"

#include "llvm/Support/JSON.h"

namespace aic::onnx {
namespace {

constexpr size_t kMaxName = 4096;

bool isControl(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

} // namespace

std::string shownName(llvm::StringRef name, size_t limit) {
  bool cut = name.size() > limit;
  std::string text = name.take_front(limit).str();
  while (cut && !text.empty() && (static_cast<unsigned char>(text.back()) & 0x80))
    text.pop_back(); // not in the middle of a character
  bool good = llvm::json::isUTF8(text);
  for (char& c : text)
    if (isControl(c) || (!good && (static_cast<unsigned char>(c) & 0x80)))
      c = '?';
  return text + (cut ? "..." : "");
}

std::string quoted(llvm::StringRef name) {
  return "'" + shownName(name) + "'";
}

bool isGoodName(llvm::StringRef name) {
  return !name.empty() && name.size() <= kMaxName && llvm::none_of(name, isControl) &&
         llvm::json::isUTF8(name);
}

std::string firstLine(llvm::StringRef doc) {
  return shownName(doc.ltrim().split('\n').first.rtrim());
}

std::string plainDomain(const std::string& domain) {
  return domain == "ai.onnx" ? "" : domain;
}

} // namespace aic::onnx
