// Writes a file so that its name shows either the old content or the whole new one.

#ifndef AIC_FRONTENDS_WEIGHTS_FILEWRITER_H
#define AIC_FRONTENDS_WEIGHTS_FILEWRITER_H

#include "absl/status/status.h"
#include "frontends/weights/MappedFile.h"

#include <string>
#include <vector>

namespace aic::weights {

/// Writes `parts` one after another to a temporary file in the folder of `path` and renames it to `path`.
/// Where the file system can, the temporary file has no name until it is complete, so that a killed process
/// leaves nothing; in any case a failure leaves nothing. A symbolic link is followed. What is there and no
/// regular file (a pipe, a terminal, /dev/stdout) is written directly. Fails with FileError's codes.
absl::Status WriteFile(const std::string& path, const std::vector<Bytes>& parts);

} // namespace aic::weights

#endif
