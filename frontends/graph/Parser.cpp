#include "frontends/graph/Parser.h"

#include "frontends/graph/ParserState.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace aic::graph {

// What a file is that begins like another kind of file, or nothing.
static const char* otherKind(const std::string& text) {
  struct Kind {
    std::string_view begin;
    const char* name;
  };
  static constexpr Kind kKinds[] = {
      {"\x89"
       "AIC",
       "a compiled model: its name ends in .aic"},
      {"\x93"
       "NUMPY",
       "a NumPy array"},
      {"PK\x03\x04", "a ZIP archive: .npz, .pth"},
      {"ML\xefR", "a module's bytecode, which aic-opt reads"},
      {"GGUF", "a file of weights, for --weights"},
      {"\x08", "an ONNX model, by its first byte: its name must end in .onnx"},
  };
  for (const Kind& kind : kKinds)
    if (std::string_view(text).substr(0, kind.begin.size()) == kind.begin)
      return kind.name;
  // Of eight bytes the length of what follows in braces.
  if (text.size() > 8 && text[8] == '{' && text.find('\0') < 8)
    return "a file of weights, .safetensors, for --weights";
  constexpr size_t kLooked = 1024, kZeros = 4;
  const size_t zeros =
      static_cast<size_t>(std::count(text.begin(), text.begin() + std::min(text.size(), kLooked), '\0'));
  return zeros >= kZeros ? "some binary file: it holds zero bytes" : nullptr;
}

std::unique_ptr<File> parse(std::shared_ptr<const SourceFile> source, std::vector<Diagnostic>& diagnostics) {
  const char* kind = otherKind(source->text());
  if (kind || source->text().size() > kMaxFileBytes) {
    Diagnostic d;
    d.file = source->name();
    d.message = kind ? std::string("this is not a model's text but ") + kind
                     : "the file is larger than " + std::to_string(kMaxFileBytes) +
                           " bytes, which is all that is read";
    diagnostics.push_back(d);
    auto file = std::make_unique<File>();
    file->source = std::move(source);
    return file;
  }
  return ParserState(std::move(source), diagnostics).file();
}

std::unique_ptr<File> parse(const std::string& name, std::string text, std::vector<Diagnostic>& diagnostics) {
  return parse(std::make_shared<const SourceFile>(name, std::move(text)), diagnostics);
}

std::string unescape(const std::string& spelling) {
  std::string out;
  for (size_t i = 0; i < spelling.size(); ++i) {
    char c = spelling[i];
    if (c == '"')
      continue;
    if (c == '\\' && i + 1 < spelling.size()) {
      c = spelling[++i];
      c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
    out += c;
  }
  return out;
}

} // namespace aic::graph
