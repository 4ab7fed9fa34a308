// NAME.hpp: C++20.
#include "absl/strings/str_cat.h"
#include "compiler/library/Interface.h"

namespace aic::library {

std::string makeCppHeader(const Interface& interface) {
  const std::string& name = interface.name;
  const std::string type = name + "_model";
  const bool several = interface.functions.size() > 1;
  std::string text = absl::StrCat(
      "// ", name, ".hpp: ", name,
      ".h for C++20. What goes wrong is a std::runtime_error with the library's words.\n#ifndef ",
      interface.upper, "_HPP\n#define ", interface.upper, "_HPP\n\n#if __cplusplus < 202002L\n#error \"",
      name, ".hpp is C++20; ", name, ".h is for C and for C++\"\n#endif\n\n#include \"", name,
      ".h\"\n\n#include <cstddef>\n#include <span>\n#include <stdexcept>\n#include <utility>\n\n"
      "/// An instance, which may be moved.\nclass ",
      type, " {\npublic:\n  ", type, "() { this->check(", name, "_create(&self_)); }\n");
  absl::StrAppend(&text, "  /// In memory of the caller's: ", interface.upper, "_ARENA_BYTES, aligned to ",
                  interface.upper, "_ARENA_ALIGNMENT.\n  explicit ", type,
                  "(std::span<std::byte> arena) { this->check(", name,
                  "_create_in(arena.data(), arena.size(), &self_)); }\n");
  absl::StrAppend(&text, "  ", type, "(", type,
                  "&& other) noexcept : self_(std::exchange(other.self_, nullptr)) {}\n  ", type,
                  "& operator=(", type,
                  "&& other) noexcept {\n    std::swap(self_, other.self_);\n    return *this;\n  }\n  ~",
                  type, "() { ", name, "_destroy(self_); }\n\n");
  for (const Function& function : interface.functions) {
    const std::string method = several ? "run" + function.prefix.substr(name.size()) : "run";
    std::string declared, passed;
    for (const Structure* structure : {&function.inputs, &function.outputs}) {
      const bool input = structure == &function.inputs;
      if (structure->type.empty())
        continue;
      absl::StrAppend(&declared, declared.empty() ? "" : ", ", input ? "const " : "", structure->type,
                      input ? "& inputs" : "& outputs");
      passed += input ? ", &inputs" : ", &outputs";
    }
    absl::StrAppend(&text, "  void ", method, "(", declared, ") { this->check(", function.prefix,
                    "_run(this->self_", passed, ")); }\n");
    if (declared.empty()) {
      text += "\n";
      continue;
    }
    declared.clear();
    passed.clear();
    size_t parameter = 0;
    for (const Structure* structure : {&function.inputs, &function.outputs})
      for (const Member& member : structure->members) {
        const std::string& called = function.parameters[parameter++];
        absl::StrAppend(&declared, declared.empty() ? "" : ", ", "std::span<",
                        structure == &function.inputs ? "const " : "", typeOf(member.tensor->type), ", ",
                        member.elements, "> ", called);
        absl::StrAppend(&passed, ", ", called, ".data()");
      }
    absl::StrAppend(&text, "  void ", method, "(", declared, ") {\n    this->check(", function.prefix,
                    "_run_with(this->self_", passed, "));\n  }\n\n");
  }
  if (!interface.states.type.empty())
    absl::StrAppend(&text, "  ", interface.states.type, "& states() { return *", name, "_state(self_); }\n");
  if (!interface.states.members.empty())
    absl::StrAppend(&text, "  void reset() { this->check(", name, "_reset(self_)); }\n");
  absl::StrAppend(
      &text, "  ", name,
      "* get() const { return self_; }\n\nprivate:\n"
      "  static void check(aic_status status) {\n    if (status != AIC_OK)\n      throw std::runtime_error(",
      name, "_last_error());\n  }\n\n  ", name, "* self_ = nullptr;\n};\n\n#endif // ", interface.upper,
      "_HPP\n");
  return text;
}

} // namespace aic::library
