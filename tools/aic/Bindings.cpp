#include "tools/aic/Bindings.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/weights/Npy.h"
#include "frontends/weights/Weights.h"
#include "tools/aic/Failure.h"

#include <sys/stat.h>

namespace aic::tool {

namespace {

std::string listBuffers(const std::string& kind, const std::vector<Buffer>& buffers) {
  std::string list =
      absl::StrCat("the model has ", buffers.size(), " ", kind, buffers.size() == 1 ? "" : "s", ":");
  for (const Buffer& buffer : buffers)
    absl::StrAppend(&list, "\n  ", buffer.describe());
  return list;
}

size_t indexOf(const std::vector<Buffer>& buffers, absl::string_view name) {
  for (size_t i = 0; i < buffers.size(); ++i)
    if (name == buffers[i].info.name)
      return i;
  return buffers.size();
}

} // namespace

int matchBindings(const std::string& command, const std::string& kind,
                  const std::vector<std::string>& arguments, const std::vector<Buffer>& buffers,
                  std::vector<Binding>& bindings) {
  for (const std::string& argument : arguments) {
    size_t equals = argument.find('=');
    bool named = equals != std::string::npos;
    std::string name = named ? argument.substr(0, equals) : "";
    size_t index = named ? indexOf(buffers, name) : buffers.size();
    Binding binding{index, named ? argument.substr(equals + 1) : argument};
    if (index == buffers.size()) {
      // A name with a slash or a dot is a path that happens to hold '='.
      if (named && name.find_first_of("/.") == std::string::npos) {
        std::vector<std::string> names;
        for (const Buffer& buffer : buffers)
          names.push_back(buffer.info.name);
        return failUsage(command,
                         absl::StrCat("--", kind, " ", argument, ": there is no ", kind, " '", name, "'",
                                      graph::suggestion(name, names), "; ", listBuffers(kind, buffers)));
      }
      if (buffers.size() != 1)
        return failUsage(command, absl::StrCat("--", kind, " ", argument, ": say which ", kind,
                                               " it is, NAME=FILE; ", listBuffers(kind, buffers)));
      binding = {0, argument};
    }
    if (binding.value.empty())
      return failUsage(command, absl::StrCat("--", kind, " ", argument, ": the file's name is missing"));
    for (const Binding& other : bindings)
      if (other.index == binding.index)
        return failUsage(command, absl::StrCat("--", kind, " ", argument, ": '",
                                               buffers[binding.index].info.name, "' is given twice"));
    bindings.push_back(std::move(binding));
  }
  return Good;
}

int readInputs(const std::string& command, const std::vector<std::string>& arguments,
               std::vector<Buffer>& inputs) {
  std::vector<Binding> bindings;
  if (int code = matchBindings(command, "input", arguments, inputs, bindings))
    return code;
  std::vector<bool> given(inputs.size(), false);
  for (const Binding& binding : bindings)
    given[binding.index] = true;
  for (size_t i = 0; i < inputs.size(); ++i)
    if (!given[i])
      return failUsage(command,
                       absl::StrCat("no value for the input '", inputs[i].info.name, "': add --input ",
                                    inputs[i].info.name, "=FILE.npy, or ", inputs[i].info.name,
                                    "=random:SEED for numbers; ", listBuffers("input", inputs)));
  for (const Binding& binding : bindings) {
    Buffer& input = inputs[binding.index];
    absl::string_view value = binding.value;
    if (absl::ConsumePrefix(&value, "random:")) {
      uint64_t seed;
      if (!absl::SimpleAtoi(value, &seed))
        return failUsage(command, absl::StrCat("--input ", input.info.name, "=", binding.value,
                                               ": the seed is no number from 0 to 2^64 - 1"));
      weights::FillUniform(seed, input.info.name, input.shape(), input.type(), input.data.get());
      continue;
    }
    absl::StatusOr<weights::NpyFile> array = weights::NpyFile::Open(binding.value);
    if (!array.ok())
      return fail(array.status());
    std::string found = weights::TypeString(array->type(), array->shape());
    std::string wanted = weights::TypeString(input.type(), input.shape());
    if (found != wanted) {
      std::string hint;
      if (array->type() != input.type())
        hint = absl::StrCat("; in NumPy: array.astype('",
                            input.type() == weights::ElementType::F32   ? "float32"
                            : input.type() == weights::ElementType::I64 ? "int64"
                                                                        : weights::ElementName(input.type()),
                            "')");
      return fail(WrongUsage, absl::StrCat(binding.value, ": the array is ", found, ", the input '",
                                           input.info.name, "' is ", wanted, hint));
    }
    if (array->bytes() != input.info.bytes)
      return fail(InvalidArtifact,
                  absl::StrCat("the input '", input.info.name, "' has another size than its shape"));
    array->CopyTo(input.data.get());
    auto* elements = static_cast<uint8_t*>(input.data.get());
    if (input.type() == weights::ElementType::Bool) // any other value is true, as in NumPy
      for (size_t i = 0; i < array->bytes(); ++i)
        elements[i] = elements[i] != 0;
  }
  return Good;
}

bool sameFile(const std::string& a, const std::string& b) {
  struct stat x, y;
  return stat(a.c_str(), &x) == 0 && stat(b.c_str(), &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

int checkOutputs(const std::string& command, const std::vector<Binding>& outputs,
                 const std::vector<std::string>& inputs) {
  for (const Binding& output : outputs) {
    struct stat info;
    if (stat(output.value.c_str(), &info) == 0 && !S_ISREG(info.st_mode))
      continue; // a device or a pipe replaces nothing
    for (const std::string& input : inputs)
      if (sameFile(output.value, input))
        return failUsage(command,
                         absl::StrCat("--output ", output.value, ": this would overwrite what is read"));
    for (const Binding& other : outputs)
      if (&other != &output && (other.value == output.value || sameFile(other.value, output.value)))
        return failUsage(command,
                         absl::StrCat("--output ", output.value, ": two outputs would go to one file"));
  }
  return Good;
}

int writeOutputs(const std::vector<Binding>& bindings, const std::vector<Buffer>& outputs) {
  for (const Binding& binding : bindings) {
    const Buffer& output = outputs[binding.index];
    absl::Status status = weights::WriteNpy(binding.value, output.type(), output.shape(), output.data.get());
    if (!status.ok())
      return fail(status);
  }
  return Good;
}

} // namespace aic::tool
