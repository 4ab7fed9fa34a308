/// \file
/// Writes a model as a C library.
#ifndef AIC_COMPILER_LIBRARY_LIBRARY_H
#define AIC_COMPILER_LIBRARY_LIBRARY_H

#include "compiler/library/Interface.h"

#include <string>
#include <vector>

namespace aic::library {

/// How it is to be.
struct Options {
  std::string folder;       ///< which is there
  std::string name;         ///< an identifier
  bool withRuntime = false; ///< one archive; else the runtime is one of its own, for all models of a program
  Comments comments;
};

/// Writes libNAME.a, NAME.h, NAME.hpp and, without the runtime in it, libaic_embedded.a. `target` is the
/// content's for a CPU, `kernels` its object code, before it was linked. `written` gets the files' paths. The
/// same content and options give the same bytes. Errors: InvalidArgument (two things of the model would have
/// one name in C), Unimplemented (there is no runtime for this CPU), Internal (a fault of ours); those of
/// frontends/weights/FileWriter.h.
absl::Status writeLibrary(const artifact::Content& content, const artifact::Target& target,
                          const std::string& kernels, const Options& options,
                          std::vector<std::string>& written);

} // namespace aic::library

#endif // AIC_COMPILER_LIBRARY_LIBRARY_H
