// --input NAME=FILE and --output NAME=FILE.
#pragma once

#include "absl/types/span.h"
#include "frontends/weights/Npy.h"
#include "tools/aic/Model.h"

#include <optional>
#include <string>
#include <vector>

namespace aic::tool {

/// One option: the value that belongs to the buffer number `index`.
struct Binding {
  size_t index;
  std::string value;
};

/// Splits each argument at the buffer's name; without a name it means the only buffer. `kind` is "input" or
/// "output", `command` whose --help a message points to. Returns 0, or prints what is wrong (with the buffers
/// there are) and returns the exit code.
int matchBindings(const std::string& command, const std::string& kind,
                  const std::vector<std::string>& arguments, const std::vector<Buffer>& buffers,
                  std::vector<Binding>& bindings);

/// Whether an array has an input's shape, so that every step takes the same values; or `steps` of them, one a
/// step, along a dimension before the others (0: there are no steps); or neither.
enum class Fit { None, Same, Stepped };
Fit fitOf(absl::Span<const int64_t> array, absl::Span<const int64_t> input, uint64_t steps);

/// The values of --input over one or several runs of an entry, its steps.
class InputValues {
public:
  /// Reads the .npy files; where `all` are asked for, an input that has no value is wrong usage. A file has
  /// the input's values, or those of all `steps` (fitOf). `dims`: the model's named dimensions, for the
  /// message where an array is another size of one. Returns as above.
  int open(const std::string& command, const std::vector<std::string>& arguments,
           const std::vector<Buffer>& inputs, uint64_t steps, bool all = true,
           const std::vector<std::pair<std::string, int64_t>>& dims = {});

  /// Fills the inputs for a step, from 0 on: random:SEED is random:SEED+step.
  void fill(uint64_t step, std::vector<Buffer>& inputs) const;

private:
  struct Value {
    size_t input;
    std::optional<uint64_t> seed;          // random:SEED, or
    std::optional<weights::NpyFile> array; // the same values for every step, or
    std::vector<uint8_t> elements;         // those of all steps
  };
  std::vector<Value> values_;
};

/// Those inputs of one run that are given; the others keep what they hold. Returns as above.
int readInputs(const std::string& command, const std::vector<std::string>& arguments,
               std::vector<Buffer>& inputs);

/// True where both names exist and are one file.
bool sameFile(const std::string& a, const std::string& b);

/// That a file which is written has a name: "-", which elsewhere is stdout, is none. `option`: "--output".
/// Returns as above.
int checkName(const std::string& command, const std::string& option, const std::string& path);

/// That no output would replace one of `inputs` (files that the command reads) or another output. Returns as
/// above.
int checkOutputs(const std::string& command, const std::vector<Binding>& outputs,
                 const std::vector<std::string>& inputs);

/// Writes the outputs that have a file. Returns as above.
int writeOutputs(const std::vector<Binding>& bindings, const std::vector<Buffer>& outputs);

} // namespace aic::tool
