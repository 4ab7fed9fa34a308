// --input NAME=FILE and --output NAME=FILE.
#pragma once

#include "tools/aic/Model.h"

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

/// Fills every input from its .npy file or from random:SEED; one that is missing is wrong usage. Returns as
/// above.
int readInputs(const std::string& command, const std::vector<std::string>& arguments,
               std::vector<Buffer>& inputs);

/// True where both names exist and are one file.
bool sameFile(const std::string& a, const std::string& b);

/// That no output would replace one of `inputs` (files that the command reads) or another output. Returns as
/// above.
int checkOutputs(const std::string& command, const std::vector<Binding>& outputs,
                 const std::vector<std::string>& inputs);

/// Writes the outputs that have a file. Returns as above.
int writeOutputs(const std::vector<Binding>& bindings, const std::vector<Buffer>& outputs);

} // namespace aic::tool
