// NAME.h: C99, and C++ as well.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "compiler/library/Interface.h"
#include "frontends/weights/Element.h"
#include "runtime/aic.h"
#include "runtime/embedded/embedded.h"

#include <algorithm>

namespace aic::library {
namespace {

constexpr std::pair<const char*, aic_status> kStatuses[] = {{"AIC_OK", AIC_OK},
                                                            {"AIC_INVALID_ARGUMENT", AIC_INVALID_ARGUMENT},
                                                            {"AIC_CANNOT_READ", AIC_CANNOT_READ},
                                                            {"AIC_INVALID_ARTIFACT", AIC_INVALID_ARTIFACT},
                                                            {"AIC_UNSUPPORTED", AIC_UNSUPPORTED},
                                                            {"AIC_OUT_OF_MEMORY", AIC_OUT_OF_MEMORY},
                                                            {"AIC_BUSY", AIC_BUSY},
                                                            {"AIC_KERNEL_FAILED", AIC_KERNEL_FAILED},
                                                            {"AIC_SYSTEM", AIC_SYSTEM},
                                                            {"AIC_DEVICE_LOST", AIC_DEVICE_LOST},
                                                            {"AIC_STATE_LOST", AIC_STATE_LOST},
                                                            {"AIC_CANCELLED", AIC_CANCELLED},
                                                            {"AIC_REFUSED", AIC_REFUSED}};

/// "odd" alone, or "step of lm".
std::string titleOf(const Interface& interface, const Function& function) {
  return interface.functions.size() == 1 ? interface.name : function.title;
}

/// Text that is in a comment: nothing in it ends that, or begins another.
std::string quoted(const std::string& text) {
  return absl::StrReplaceAll(text, {{"*/", "* /"}, {"/*", "/ *"}, {"?\?/", "? ?/"}, {"\\", "/"}});
}

/// Lines of a comment, indented.
void addComment(std::string& text, const std::string& comment, const char* indent) {
  if (comment.empty())
    return;
  const std::vector<std::string> lines = absl::StrSplit(quoted(comment), '\n');
  for (size_t i = 0; i < lines.size(); ++i)
    absl::StrAppend(&text, indent, i == 0 ? "/*" : " *", lines[i].empty() ? "" : " ", lines[i],
                    i + 1 == lines.size() ? " */\n" : "\n");
}

/// "f32[1, 3, 13, 11]"
std::string describe(const artifact::Tensor& tensor) {
  std::string text = absl::StrCat(weights::ElementName(tensor.type), "[");
  for (size_t d = 0; d < tensor.shape.size(); ++d)
    absl::StrAppend(&text, d ? ", " : "", tensor.shape[d]);
  return text + "]";
}

/// "[1 * 3 * 13 * 11]"; "[1]" for a scalar, and for an empty tensor.
std::string extent(const Member& member) {
  if (member.elements == 0 || member.tensor->shape.empty())
    return "[1]";
  std::string text = "[";
  for (size_t d = 0; d < member.tensor->shape.size(); ++d)
    absl::StrAppend(&text, d ? " * " : "", member.tensor->shape[d]);
  return text + "]";
}

void addConstants(std::string& text, const Structure& structure) {
  for (const Member& member : structure.members) {
    absl::StrAppend(&text, "#define ", member.macro, "_SIZE ", member.elements, "\n#define ", member.macro,
                    "_RANK ", member.tensor->shape.size(), "\n");
    if (member.tensor->shape.empty())
      continue;
    absl::StrAppend(&text, "#define ", member.macro, "_SHAPE {");
    for (size_t d = 0; d < member.tensor->shape.size(); ++d)
      absl::StrAppend(&text, d ? ", " : "", member.tensor->shape[d]);
    text += "}\n";
  }
}

void addStructure(std::string& text, const Structure& structure) {
  absl::StrAppend(&text, "typedef struct ", structure.type, " {\n");
  for (const Member& member : structure.members) {
    addComment(text, member.comment, "  ");
    absl::StrAppend(&text, "  ", typeOf(member.tensor->type), " ", member.name, extent(member), "; /* ",
                    describe(*member.tensor), member.elements ? "" : ", empty", " */\n");
  }
  absl::StrAppend(&text, "} ", structure.type, ";\n\n");
}

/// With the bytes between them that put each state where it lies.
void addStates(std::string& text, const Structure& states) {
  absl::StrAppend(&text, "typedef struct ", states.type, " {\n");
  uint64_t end = 0;
  int gaps = 0;
  for (const Member& member : states.members) {
    if (member.elements == 0)
      continue;
    if (member.offset > end) {
      std::string gap;
      do
        gap = absl::StrCat("aic_gap", gaps++);
      while (std::any_of(states.members.begin(), states.members.end(),
                         [&](const Member& other) { return other.name == gap; }));
      absl::StrAppend(&text, "  unsigned char ", gap, "[", member.offset - end, "];\n");
    }
    addComment(text, member.comment, "  ");
    absl::StrAppend(&text, "  ", typeOf(member.tensor->type), " ", member.name, extent(member), "; /* ",
                    quoted(member.tensor->name), ": ", describe(*member.tensor), " */\n");
    end = member.offset + member.elements * weights::ElementBytes(member.tensor->type);
  }
  absl::StrAppend(&text, "} ", states.type, ";\n\n");
}

void addFunction(std::string& text, const Interface& interface, const Function& function) {
  const std::string self = absl::StrCat(interface.name, "* self");
  addComment(text, function.comment, "");
  text += "\n/* Sizes in elements, and shapes. */\n";
  addConstants(text, function.inputs);
  addConstants(text, function.outputs);
  text += "\n";
  for (const Structure* structure : {&function.inputs, &function.outputs})
    if (!structure->type.empty())
      addStructure(text, *structure);
  absl::StrAppend(
      &text, "/* Runs ", quoted(titleOf(interface, function)),
      ". Allocates nothing. Errors: AIC_INVALID_ARGUMENT, AIC_BUSY (another thread runs it),\n"
      " * AIC_KERNEL_FAILED (it refused its data: an index out of range)",
      interface.states.members.empty()
          ? ". */\n"
          : absl::StrCat(", AIC_STATE_LOST (until ", interface.name, "_reset). */\n"),
      "aic_status ", function.prefix, "_run(", self,
      function.inputs.type.empty() ? "" : absl::StrCat(", const ", function.inputs.type, "* inputs"),
      function.outputs.type.empty() ? "" : absl::StrCat(", ", function.outputs.type, "* outputs"), ");\n\n");
  absl::StrAppend(
      &text,
      "/* The same on buffers of the caller's, which overlap in nothing that is written. */\naic_status ",
      function.prefix, "_run_with(", self);
  size_t parameter = 0;
  for (const Structure* structure : {&function.inputs, &function.outputs})
    for (const Member& member : structure->members) // an empty one may be NULL
      absl::StrAppend(&text, ", ", structure == &function.inputs ? "const " : "", typeOf(member.tensor->type),
                      member.elements ? " " : "* ", function.parameters[parameter++],
                      member.elements ? extent(member) : "");
  text += ");\n\n";
}

} // namespace

std::string makeHeader(const Interface& interface, const artifact::Content& content, uint64_t instanceBytes) {
  const std::string& name = interface.name;
  const bool several = interface.functions.size() > 1;
  std::string text =
      absl::StrCat("/* ", name, ".h: a model as a C library. Made by ", content.producer, " from ",
                   quoted(content.source.substr(content.source.rfind('/') + 1)), ".\n *\n");
  const Function& first = interface.functions.front();
  absl::StrAppend(&text, " *   ", name, "* model;\n *   if (", name, "_create(&model) != AIC_OK || ",
                  first.prefix, "_run(model", first.inputs.type.empty() ? "" : ", &inputs",
                  first.outputs.type.empty() ? "" : ", &outputs", ") != AIC_OK)\n *     puts(", name,
                  "_last_error());\n *   ", name, "_destroy(model);\n *\n");
  absl::StrAppend(&text, " * Arrays are row-major. bool is a byte, 0 or 1; f16 and bf16 are their bits. "
                         "Functions return 0 (AIC_OK) or\n"
                         " * what went wrong. An instance is for one thread at a time; several may be in use "
                         "at once. Results are those\n"
                         " * of `aic run`, bit for bit.\n */\n");
  absl::StrAppend(
      &text, "#ifndef ", interface.upper, "_H\n#define ", interface.upper,
      "_H\n\n#include <stddef.h>\n#include <stdint.h>\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
  text += "/* What functions return; aic.h has the same. */\n#ifndef AIC_STATUS_DEFINED\n#define "
          "AIC_STATUS_DEFINED\n"
          "typedef enum aic_status {\n";
  for (const auto& [status, value] : kStatuses)
    absl::StrAppend(&text, "  ", status, " = ", static_cast<int>(value),
                    status == std::rbegin(kStatuses)->first ? "\n" : ",\n");
  text += "} aic_status;\n#endif\n\n";
  absl::StrAppend(&text, "/* An instance: working memory",
                  interface.states.members.empty() ? "" : ", and the states", ". */\ntypedef struct ", name,
                  " ", name, ";\n\n");
  absl::StrAppend(&text,
                  "/* Makes one by malloc. Errors: AIC_INVALID_ARGUMENT, AIC_UNSUPPORTED (this CPU lacks "
                  "what the code was\n"
                  " * compiled for), AIC_OUT_OF_MEMORY. */\naic_status ",
                  name, "_create(", name, "** self);\n\n");
  absl::StrAppend(&text,
                  "/* Makes one in the caller's memory, which stays until it is destroyed: then nothing is "
                  "allocated at all. */\n#define ",
                  interface.upper, "_ARENA_BYTES ", instanceBytes, "\n#define ", interface.upper,
                  "_ARENA_ALIGNMENT ", AIC_EMBEDDED_ALIGNMENT, "\naic_status ", name,
                  "_create_in(void* arena, size_t bytes, ", name, "** self);\n\n");
  absl::StrAppend(&text, "/* Ends one; NULL is allowed. */\nvoid ", name, "_destroy(", name, "* self);\n\n");
  absl::StrAppend(
      &text,
      "/* The words for the last failure on this thread: one line, \"\" before the first. */\nconst char* ",
      name, "_last_error(void);\n\n");
  for (const Function& function : interface.functions) {
    if (several)
      absl::StrAppend(&text, "/* ---- ", quoted(function.title), " ---- */\n\n");
    addFunction(text, interface, function);
  }
  if (!interface.states.members.empty())
    absl::StrAppend(&text, several
                               ? "/* ---- States: what stays from run to run, for all functions ---- */\n\n"
                               : "/* ---- States: what stays from run to run ---- */\n\n");
  if (!interface.states.members.empty()) {
    addConstants(text, interface.states);
    text += "\n";
  }
  if (!interface.states.type.empty()) {
    addStates(text, interface.states);
    absl::StrAppend(&text,
                    "/* Where they lie in an instance: to be read and written between runs, one by one or "
                    "all of them by memcpy. */\n",
                    interface.states.type, "* ", name, "_state(", name, "* self);\n\n");
  }
  if (!interface.states.members.empty())
    absl::StrAppend(
        &text,
        "/* Gives all states what they begin with. Errors: AIC_INVALID_ARGUMENT, AIC_BUSY. */\naic_status ",
        name, "_reset(", name, "* self);\n\n");
  absl::StrAppend(&text, "#ifdef __cplusplus\n}\n#endif\n\n#endif /* ", interface.upper, "_H */\n");
  return text;
}

} // namespace aic::library
