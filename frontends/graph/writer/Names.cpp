#include "frontends/graph/writer/Names.h"

#include "frontends/graph/Lexer.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace aic::graph::writer {
namespace {

constexpr size_t kMaxIdentifier = 60;
constexpr size_t kMaxPath = 2000; // escapes may double it, and a string has 4,096 bytes

bool isUtf8(const std::string& text) {
  for (size_t i = 0; i < text.size();) {
    int length = utf8Length(text, i);
    if (length == 0)
      return false;
    i += static_cast<size_t>(length);
  }
  return true;
}

bool isKeyword(llvm::StringRef name) {
  for (const char* keyword :
       {"import", "block", "graph",  "param", "return",  "if",    "elif", "else", "for", "in",
        "and",    "or",    "not",    "true",  "false",   "none",  "inf",  "nan",  "aic", "nn",
        "int",    "float", "string", "list",  "weights", "zeros", "ones", "full", "_"})
    if (name == keyword)
      return true;
  return isElementTypeName(name.str());
}

bool isWord(char c) {
  return llvm::isAlnum(c) || c == '_';
}

} // namespace

bool isIdentifier(llvm::StringRef name) {
  return !name.empty() && name.size() <= kMaxIdentifier && !llvm::isDigit(name[0]) &&
         llvm::all_of(name, isWord) && !isKeyword(name);
}

std::string identifier(llvm::StringRef name, llvm::StringRef otherwise) {
  std::string text;
  for (char c : name.take_front(4 * kMaxIdentifier)) {
    if (isWord(c))
      text += c;
    else if (!text.empty() && text.back() != '_')
      text += '_';
  }
  text.resize(std::min(text.size(), kMaxIdentifier - 1));
  if (name.find_first_of("/.:-") != name.npos)
    while (!text.empty() && text.back() == '_')
      text.pop_back();
  if (text.empty())
    text = otherwise.str();
  if (llvm::isDigit(text[0]))
    text = "x" + text;
  return isKeyword(text) ? text + "_" : text;
}

std::string unique(std::set<std::string>& taken, const std::string& name) {
  std::string text = name;
  for (int n = 2; !taken.insert(text).second; ++n)
    text = name + "_" + std::to_string(n);
  return text;
}

std::string commentText(llvm::StringRef text, size_t limit) {
  std::string line = text.take_front(limit).str();
  bool cut = line.size() < text.size();
  while (cut && !line.empty() && (static_cast<unsigned char>(line.back()) & 0x80))
    line.pop_back(); // not in the middle of a character
  bool good = isUtf8(line);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
        (!good && (static_cast<unsigned char>(c) & 0x80)))
      c = '?';
  return line + (cut ? "..." : "");
}

bool isParameterName(llvm::StringRef name) {
  return !name.empty() && name != "." && name != "__metadata__" && name.size() <= kMaxPath &&
         isUtf8(name.str()) &&
         llvm::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool isGenerated(llvm::StringRef name) {
  return name.starts_with("onnx::") || name.starts_with("_v_") || llvm::all_of(name, llvm::isDigit);
}

std::string scopeOfNode(llvm::StringRef node) {
  if (!node.contains('/'))
    return "";
  llvm::SmallVector<llvm::StringRef> parts;
  node.split(parts, '/', -1, /*KeepEmpty=*/false);
  if (parts.empty())
    return "";
  parts.pop_back(); // the operator
  std::string scope, last;
  for (llvm::StringRef part : parts) {
    if (!llvm::all_of(part, [](char c) { return isWord(c) || c == '.' || c == '-'; }))
      return "";
    bool repeats = !last.empty() && part.starts_with(last + ".");
    if (repeats)
      scope.resize(scope.size() - last.size());
    else if (!scope.empty())
      scope += '.';
    last = part.str();
    for (char c : part)
      scope += c == '-' ? '_' : c;
  }
  return isParameterName(scope) ? scope : "";
}

std::string escapePath(llvm::StringRef path) {
  std::string text;
  for (char c : path) {
    if (c == '"' || c == '\\' || c == '{' || c == '}')
      text += '\\';
    text += c;
  }
  return text;
}

std::string spellPath(llvm::StringRef path) {
  if (path == ".")
    return ".";
  bool plain = !path.empty() && path.front() != '.' && path.back() != '.' && !path.contains("..") &&
               llvm::all_of(path, [](char c) { return isWord(c) || c == '.'; });
  return plain ? path.str() : "\"" + escapePath(path) + "\"";
}

std::string below(llvm::StringRef scope, llvm::StringRef path) {
  if (scope.empty())
    return path.str();
  if (path == scope)
    return ".";
  if (path.size() <= scope.size() + 1 || !path.starts_with(scope) || path[scope.size()] != '.')
    return "";
  llvm::StringRef rest = path.drop_front(scope.size() + 1);
  return rest == "." ? "" : rest.str(); // which would mean something else
}

} // namespace aic::graph::writer
