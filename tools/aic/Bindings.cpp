#include "tools/aic/Bindings.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/weights/Npy.h"
#include "frontends/weights/Weights.h"
#include "tools/aic/Failure.h"

#include <cstring>
#include <map>
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

/// "f32[2, 3]", and what an array for several steps is.
std::string typesOf(const Buffer& input, uint64_t steps) {
  std::string text = weights::TypeString(input.type(), input.shape());
  if (steps == 0)
    return text;
  std::vector<int64_t> shape = {static_cast<int64_t>(steps)};
  shape.insert(shape.end(), input.shape().begin(), input.shape().end());
  return absl::StrCat(text, ", or another for each step: ", weights::TypeString(input.type(), shape));
}

/// How to make an array of a type.
std::string castHint(weights::ElementType type) {
  return absl::StrCat("; in NumPy: array.astype('",
                      type == weights::ElementType::F32   ? "float32"
                      : type == weights::ElementType::I64 ? "int64"
                                                          : weights::ElementName(type),
                      "')");
}

/// "; --dim N=16 compiles the model for that" where the shapes differ in sizes that one dimension has alone.
std::string dimHint(absl::Span<const int64_t> array, absl::Span<const int64_t> input,
                    const std::vector<std::pair<std::string, int64_t>>& dims) {
  std::map<std::string, int64_t> wanted;
  for (size_t axis = 0; axis < input.size() && array.size() == input.size(); ++axis) {
    if (array[axis] == input[axis])
      continue;
    std::vector<std::string> names;
    for (const auto& [name, value] : dims)
      if (value == input[axis])
        names.push_back(name);
    if (names.size() != 1 || array[axis] < 1 || !wanted.emplace(names[0], array[axis]).second)
      return "";
  }
  std::string options;
  for (const auto& [name, value] : wanted)
    absl::StrAppend(&options, " --dim ", name, "=", value);
  return wanted.empty() ? "" : absl::StrCat(";", options, " makes it of that size");
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

Fit fitOf(absl::Span<const int64_t> array, absl::Span<const int64_t> input, uint64_t steps) {
  if (array == input)
    return Fit::Same;
  const bool stepped = steps > 0 && array.size() == input.size() + 1 &&
                       static_cast<uint64_t>(array[0]) == steps && array.subspan(1) == input;
  return stepped ? Fit::Stepped : Fit::None;
}

int InputValues::open(const std::string& command, const std::vector<std::string>& arguments,
                      const std::vector<Buffer>& inputs, uint64_t steps, bool all,
                      const std::vector<std::pair<std::string, int64_t>>& dims) {
  std::vector<Binding> bindings;
  if (int code = matchBindings(command, "input", arguments, inputs, bindings))
    return code;
  std::vector<bool> given(inputs.size(), false);
  for (const Binding& binding : bindings)
    given[binding.index] = true;
  for (size_t i = 0; i < inputs.size(); ++i)
    if (all && !given[i])
      return failUsage(command,
                       absl::StrCat("no value for the input '", inputs[i].info.name, "': add --input ",
                                    inputs[i].info.name, "=FILE.npy, or ", inputs[i].info.name,
                                    "=random:SEED for numbers; ", listBuffers("input", inputs)));
  for (const Binding& binding : bindings) {
    const Buffer& input = inputs[binding.index];
    Value& value = values_.emplace_back();
    value.input = binding.index;
    absl::string_view text = binding.value;
    if (absl::ConsumePrefix(&text, "random:")) {
      if (!absl::SimpleAtoi(text, &value.seed.emplace()))
        return failUsage(command, absl::StrCat("--input ", input.info.name, "=", binding.value,
                                               ": the seed is no number from 0 to 2^64 - 1"));
      continue;
    }
    absl::StatusOr<weights::NpyFile> array = weights::NpyFile::Open(binding.value);
    if (!array.ok())
      return fail(array.status());
    const Fit fit = fitOf(array->shape(), input.shape(), steps);
    if (array->type() != input.type() || fit == Fit::None)
      return fail(WrongUsage,
                  absl::StrCat(binding.value, ": the array is ",
                               weights::TypeString(array->type(), array->shape()), ", the input '",
                               input.info.name, "' is ", typesOf(input, steps),
                               array->type() != input.type() ? castHint(input.type())
                                                             : dimHint(array->shape(), input.shape(), dims)));
    if (array->bytes() != (fit == Fit::Stepped ? steps : 1) * input.info.bytes)
      return fail(InvalidArtifact,
                  absl::StrCat("the input '", input.info.name, "' has another size than its shape"));
    if (fit == Fit::Same) {
      value.array = *std::move(array);
      continue;
    }
    value.elements.resize(array->bytes());
    array->CopyTo(value.elements.data());
  }
  return Good;
}

void InputValues::fill(uint64_t step, std::vector<Buffer>& inputs) const {
  for (const Value& value : values_) {
    Buffer& input = inputs[value.input];
    auto* elements = static_cast<uint8_t*>(input.data.get());
    if (value.seed)
      weights::FillUniform(*value.seed + step, input.info.name, input.shape(), input.type(), elements);
    else if (value.array)
      value.array->CopyTo(elements);
    else if (input.info.bytes)
      std::memcpy(elements, value.elements.data() + step * input.info.bytes, input.info.bytes);
    if (input.type() == weights::ElementType::Bool) // any other value is true, as in NumPy
      for (size_t i = 0; i < input.info.bytes; ++i)
        elements[i] = elements[i] != 0;
  }
}

int readInputs(const std::string& command, const std::vector<std::string>& arguments,
               std::vector<Buffer>& inputs) {
  InputValues values;
  if (int code = values.open(command, arguments, inputs, 0, /*all=*/false))
    return code;
  values.fill(0, inputs);
  return Good;
}

bool sameFile(const std::string& a, const std::string& b) {
  struct stat x, y;
  return stat(a.c_str(), &x) == 0 && stat(b.c_str(), &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

int checkName(const std::string& command, const std::string& option, const std::string& path) {
  return path != "-"
             ? Good
             : failUsage(command, absl::StrCat(option, " -: a file is written, and this is no name of "
                                                       "one; /dev/stdout is the standard output"));
}

int checkOutputs(const std::string& command, const std::vector<Binding>& outputs,
                 const std::vector<std::string>& inputs) {
  for (const Binding& output : outputs) {
    if (int code = checkName(command, "--output", output.value))
      return code;
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
