#include "compiler/library/Interface.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "runtime/embedded/embedded.h"
#include "runtime/schema/Prelude.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace aic::library {
namespace {

// Of C23 and C++20, alternative spellings too; what the header itself uses and a parameter would hide; the
// function of every program.
constexpr absl::string_view kKeywords =
    " alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t "
    "char8_t class co_await co_return co_yield compl concept const const_cast consteval constexpr "
    "constinit continue decltype default delete do double dynamic_cast else enum explicit export "
    "extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq "
    "nullptr operator or or_eq private protected public register reinterpret_cast requires restrict "
    "return short signed sizeof static static_assert static_cast struct switch template this "
    "thread_local throw true try typedef typeid typename typeof typeof_unqual union unsigned using "
    "virtual void volatile wchar_t while xor xor_eq self std linux unix int8_t int16_t int32_t int64_t "
    "uint8_t uint16_t size_t aic_status NULL main ";

bool isKeyword(const std::string& name) {
  return absl::StrContains(kKeywords, absl::StrCat(" ", name, " "));
}

/// The names that C programs see, each with what it is for.
class Names {
public:
  absl::Status add(const std::string& name, const std::string& what) {
    auto [known, isNew] = names_.try_emplace(name, what);
    if (isNew)
      return absl::OkStatus();
    return absl::InvalidArgumentError(absl::StrCat("as a C library, ", known->second, " and ", what,
                                                   " would both be ", name, ": rename one of them"));
  }

private:
  std::map<std::string, std::string> names_;
};

uint64_t elementsOf(const artifact::Tensor& tensor) {
  uint64_t elements = 1;
  for (int64_t dim : tensor.shape)
    elements *= static_cast<uint64_t>(dim);
  return elements;
}

uint64_t bytesOf(const artifact::Tensor& tensor) {
  return schema::kElementBytes[static_cast<size_t>(tensor.type)];
}

template <typename Key> std::string at(const std::map<Key, std::string>& comments, const Key& key) {
  auto found = comments.find(key);
  return found == comments.end() ? "" : found->second;
}

/// Makes the members of a structure. `kind`: "input", "output", "state". `spaced`: as states lie in memory.
absl::Status addMembers(Structure& structure, const std::vector<const artifact::Tensor*>& tensors,
                        const std::string& kind, const std::string& upper, const std::string& entry,
                        const Comments& comments, bool spaced, Names& names) {
  Names own;
  if (absl::Status status = own.add(structure.type, "their structure"); !status.ok())
    return status;
  uint64_t end = 0;
  for (const artifact::Tensor* tensor : tensors) {
    Member member;
    member.tensor = tensor;
    member.name = identifier(tensor->name);
    member.macro =
        absl::StrCat(upper, "_", absl::AsciiStrToUpper(kind), "_", absl::AsciiStrToUpper(member.name));
    member.elements = elementsOf(*tensor);
    if (spaced)
      member.comment = at(comments.states, tensor->name);
    else
      member.comment = at(comments.tensors, {entry, kind, tensor->name});
    const uint64_t alignment = spaced ? AIC_EMBEDDED_ALIGNMENT : bytesOf(*tensor);
    member.offset = (end + alignment - 1) / alignment * alignment;
    // No array of C is empty; among the states an empty one has no member.
    end = member.offset +
          bytesOf(*tensor) * (spaced ? member.elements : std::max<uint64_t>(member.elements, 1));
    const std::string what = absl::StrCat("the ", kind, " '", tensor->name, "'");
    if (absl::Status status = own.add(member.name, what); !status.ok())
      return status;
    if (absl::Status status = names.add(member.macro, what); !status.ok())
      return status;
    structure.members.push_back(std::move(member));
  }
  return absl::OkStatus();
}

std::vector<const artifact::Tensor*> pointers(const std::vector<artifact::Tensor>& tensors) {
  std::vector<const artifact::Tensor*> all;
  for (const artifact::Tensor& tensor : tensors)
    all.push_back(&tensor);
  return all;
}

/// "step", or "step[N=8]" where several entries have the name.
std::string titleOf(const artifact::Entry& entry, bool alone) {
  std::string title = entry.name;
  for (size_t d = 0; !alone && d < entry.dims.size(); ++d)
    absl::StrAppend(&title, d ? "," : "[", entry.dims[d].first, "=", entry.dims[d].second,
                    d + 1 == entry.dims.size() ? "]" : "");
  return title;
}

} // namespace

bool isIdentifier(const std::string& text) {
  return !text.empty() && identifier(text) == text;
}

std::string identifier(const std::string& text) {
  std::string name;
  for (char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) == 0x80) // one _ a character, however many bytes it has
      continue;
    name += absl::ascii_isalnum(static_cast<unsigned char>(c)) ? c : '_';
  }
  if (!name.empty() && absl::ascii_isdigit(static_cast<unsigned char>(name[0])))
    name.insert(0, 1, '_');
  return isKeyword(name) ? name + "_" : name;
}

const char* typeOf(artifact::ElementType type) {
  // In the order of the schema: F32, F16, BF16, F64, Bool, I8, U8, I16, I32, I64.
  static constexpr const char* kTypes[] = {"float",  "uint16_t", "uint16_t", "double",  "uint8_t",
                                           "int8_t", "uint8_t",  "int16_t",  "int32_t", "int64_t"};
  static_assert(std::size(kTypes) == schema::kElementTypes);
  return kTypes[static_cast<size_t>(type)];
}

absl::StatusOr<Interface> makeInterface(const artifact::Content& content, const std::string& name,
                                        const Comments& comments) {
  Interface made;
  made.name = name;
  made.upper = absl::AsciiStrToUpper(name);
  Names names;
  const std::string library = absl::StrCat("the library '", name, "'");
  for (const char* own :
       {"", "_create", "_create_in", "_destroy", "_states", "_state", "_reset", "_last_error", "_model"})
    if (absl::Status status = names.add(name + own, library); !status.ok())
      return status;
  for (const char* own : {"_ARENA_BYTES", "_ARENA_ALIGNMENT", "_H", "_HPP"})
    if (absl::Status status = names.add(made.upper + own, library); !status.ok())
      return status;

  const bool several = content.entries.size() > 1;
  for (const artifact::Entry& entry : content.entries) {
    const auto alone =
        std::count_if(content.entries.begin(), content.entries.end(),
                      [&](const artifact::Entry& other) { return other.name == entry.name; }) == 1;
    Function& function = made.functions.emplace_back();
    function.title = titleOf(entry, alone);
    function.prefix = name;
    std::string upper = made.upper;
    if (several) {
      std::string suffix = entry.name;
      for (size_t d = 0; !alone && d < entry.dims.size(); ++d)
        absl::StrAppend(&suffix, "_", entry.dims[d].first, entry.dims[d].second);
      // Behind the library's name no keyword is one.
      suffix = identifier("_" + suffix);
      function.prefix += suffix;
      upper += absl::AsciiStrToUpper(suffix);
    }
    function.comment = at(comments.entries, entry.name);
    const std::string what = absl::StrCat("the entry '", function.title, "'");
    for (const char* own : {"_inputs", "_outputs", "_run", "_run_with"})
      if (absl::Status status = names.add(function.prefix + own, what); !status.ok())
        return status;
    function.inputs.type = function.prefix + "_inputs";
    function.outputs.type = function.prefix + "_outputs";
    for (auto [structure, tensors, kind] : {std::tuple(&function.inputs, &entry.inputs, "input"),
                                            std::tuple(&function.outputs, &entry.outputs, "output")}) {
      if (absl::Status status = addMembers(*structure, pointers(*tensors), kind, upper, entry.name, comments,
                                           /*spaced=*/false, names);
          !status.ok())
        return status;
      if (tensors->empty())
        structure->type.clear();
    }
    std::set<std::string> taken;
    for (const Structure* structure : {&function.inputs, &function.outputs})
      for (const Member& member : structure->members) {
        std::string parameter = member.name;
        while (!taken.insert(parameter).second) // an output that has an input's name
          parameter += "_out";
        function.parameters.push_back(parameter);
      }
  }
  std::vector<const artifact::Tensor*> states;
  for (const artifact::State& state : content.states)
    states.push_back(&state.tensor);
  made.states.type = name + "_states";
  if (absl::Status status =
          addMembers(made.states, states, "state", made.upper, "", comments, /*spaced=*/true, names);
      !status.ok())
    return status;
  if (std::none_of(made.states.members.begin(), made.states.members.end(),
                   [](const Member& member) { return member.elements > 0; }))
    made.states.type.clear();
  return made;
}

} // namespace aic::library
