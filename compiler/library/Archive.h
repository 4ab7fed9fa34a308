/// \file
/// Objects and archives, made in process: no program is started.
#ifndef AIC_COMPILER_LIBRARY_ARCHIVE_H
#define AIC_COMPILER_LIBRARY_ARCHIVE_H

#include "compiler/artifact/Artifact.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace aic::library {

/// An object with the same symbols under other names; `names`: from and to. Those that are defined there
/// become hidden: visible to what they are linked with, not beyond it.
llvm::Expected<std::string> renamed(llvm::StringRef object,
                                    const std::vector<std::pair<std::string, std::string>>& names);

/// An object for the triple that holds the weights as read-only data under a hidden symbol, aligned to a
/// kernel's buffers.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
weightsObject(const artifact::Content& content, llvm::StringRef triple, const std::string& symbol);

/// A member of an archive.
struct ArchiveMember {
  std::string name; ///< "odd.o"
  llvm::MemoryBufferRef object;
};

/// Writes a static library with its table of symbols: `path` holds what it held before, or all of it. The
/// same members give the same bytes. Errors: those of frontends/weights/FileWriter.h.
absl::Status writeArchive(const std::string& path, const std::vector<ArchiveMember>& members);

/// The small runtime (runtime/embedded) as an object for the triple's architecture; "" where this compiler
/// has none.
llvm::StringRef runtimeObject(llvm::StringRef triple);

} // namespace aic::library

#endif // AIC_COMPILER_LIBRARY_ARCHIVE_H
