// What --precision and --state-precision say: see Precision.h.
#include "compiler/transforms/Precision.h"

#include "llvm/Support/GlobPattern.h"

namespace aic::transforms {
namespace {

using llvm::StringRef;

constexpr std::pair<llvm::StringLiteral, Stored> kTypes[] = {{"f32", Stored::F32},
                                                             {"f16", Stored::F16},
                                                             {"bf16", Stored::BF16},
                                                             {"int8", Stored::Int8},
                                                             {"int4", Stored::Int4}};

bool matches(StringRef pattern, StringRef name) {
  llvm::Expected<llvm::GlobPattern> glob = llvm::GlobPattern::create(pattern);
  if (!glob) {
    llvm::consumeError(glob.takeError());
    return false;
  }
  for (StringRef prefix = name; !prefix.empty(); prefix = prefix.rsplit('.').first) {
    if (glob->match(prefix))
      return true;
    if (!prefix.contains('.'))
      break;
  }
  return false;
}

/// The types of `what` are the first `count`.
bool parseType(StringRef text, size_t count, StringRef what, Stored& stored, std::string& why) {
  llvm::ArrayRef known(kTypes, count);
  for (auto [name, type] : known)
    if (text == name) {
      stored = type;
      return true;
    }
  why = "'" + text.str() + "' is no type of " + what.str() + ": they are ";
  for (auto [i, type] : llvm::enumerate(known))
    why += (i == 0 ? "" : i + 1 == count ? " and " : ", ") + type.first.str();
  return false;
}

bool parse(StringRef text, size_t types, StringRef what, Precision& precision, std::string& why) {
  llvm::SmallVector<StringRef> parts;
  text.split(parts, ';');
  if (!parseType(parts.front(), types, what, precision.all.emplace(), why))
    return false;
  for (StringRef part : llvm::ArrayRef(parts).drop_front()) {
    auto [pattern, type] = part.rsplit('=');
    if (pattern.empty() || pattern == part) {
      why = "'" + part.str() + "' is no PATTERN=TYPE";
      return false;
    }
    if (llvm::Expected<llvm::GlobPattern> glob = llvm::GlobPattern::create(pattern); !glob) {
      why = "'" + pattern.str() + "' is no pattern: " + llvm::toString(glob.takeError());
      return false;
    }
    Stored stored;
    if (!parseType(type, types, what, stored, why))
      return false;
    precision.rules.push_back({pattern.str(), stored});
  }
  return true;
}

} // namespace

StringRef nameOf(Stored stored) {
  return llvm::find_if(kTypes, [&](auto& known) { return known.second == stored; })->first;
}

std::optional<Stored> storedOf(const Precision& precision, StringRef name, std::vector<bool>& seen) {
  std::optional<Stored> stored = precision.all;
  for (auto [i, rule] : llvm::enumerate(precision.rules))
    if (matches(rule.pattern, name)) {
      stored = rule.stored;
      seen[i] = true;
    }
  return stored;
}

bool parsePrecision(const std::string& text, Precision& precision, std::string& why) {
  return parse(text, 5, "weights", precision, why);
}

bool parseStatePrecision(const std::string& text, Precision& precision, std::string& why) {
  return parse(text, 4, "states", precision, why);
}

} // namespace aic::transforms
