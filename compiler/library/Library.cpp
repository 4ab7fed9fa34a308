#include "compiler/library/Library.h"

#include "absl/strings/str_cat.h"
#include "compiler/library/Archive.h"
#include "compiler/library/Code.h"
#include "frontends/weights/FileWriter.h"
#include "runtime/embedded/embedded.h"

namespace aic::library {
namespace {

/// The functions of runtime/embedded/embedded.h.
constexpr const char* kRuntime[] = {"create", "create_in", "destroy", "run", "states", "reset", "last_error"};

absl::Status statusOf(llvm::Error error) {
  absl::Status status;
  llvm::handleAllErrors(std::move(error), [&](const llvm::ErrorInfoBase& info) {
    const auto code = info.convertToErrorCode();
    if (code == std::errc::not_supported)
      status = absl::UnimplementedError(info.message());
    else if (code == std::errc::not_enough_memory)
      status = absl::UnavailableError(info.message());
    else
      status = absl::InternalError(info.message());
  });
  return status;
}

absl::Status writeText(const std::string& path, const std::string& text) {
  return weights::WriteFile(path,
                            {weights::Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size())});
}

} // namespace

absl::Status writeLibrary(const artifact::Content& content, const artifact::Target& target,
                          const std::string& kernels, const Options& options,
                          std::vector<std::string>& written) {
  auto interface = makeInterface(content, options.name, options.comments);
  if (!interface.ok())
    return interface.status();
  const std::string own = options.name + "_";
  const llvm::StringRef embedded = runtimeObject(target.triple);
  if (embedded.empty())
    return absl::UnimplementedError(
        absl::StrCat("this compiler has no runtime of C libraries for ", target.triple));

  Symbols symbols;
  symbols.kernels = own + AIC_KERNEL_TABLE_SYMBOL;
  if (content.weightsBytes > 0)
    symbols.weights = own + "aic_weights";
  if (options.withRuntime)
    symbols.runtime = own;
  auto code = makeCode(*interface, content, target, symbols);
  if (!code)
    return statusOf(code.takeError());
  auto table = renamed(kernels, {{AIC_KERNEL_TABLE_SYMBOL, symbols.kernels}});
  if (!table)
    return statusOf(table.takeError());
  std::vector<ArchiveMember> members = {{options.name + ".o", llvm::MemoryBufferRef(*code, "code")},
                                        {own + "kernels.o", llvm::MemoryBufferRef(*table, "kernels")}};
  std::unique_ptr<llvm::MemoryBuffer> data;
  if (content.weightsBytes > 0) {
    auto made = weightsObject(content, target.triple, symbols.weights);
    if (!made)
      return statusOf(made.takeError());
    data = std::move(*made);
    members.push_back({own + "weights.o", data->getMemBufferRef()});
  }
  // In an archive of its own under its own names, which all models share; in one with a model under the
  // model's.
  std::vector<std::pair<std::string, std::string>> names;
  for (const char* function : kRuntime) {
    const std::string name = absl::StrCat("aic_embedded", AIC_EMBEDDED_VERSION, "_", function);
    names.push_back({name, symbols.runtime + name});
  }
  auto runtime = renamed(embedded, names);
  if (!runtime)
    return statusOf(runtime.takeError());
  const llvm::MemoryBufferRef runtimeMember(*runtime, "runtime");
  if (options.withRuntime)
    members.push_back({own + "runtime.o", runtimeMember});

  auto write = [&](const std::string& file, auto writer) {
    const std::string path = absl::StrCat(options.folder, "/", file);
    absl::Status status = writer(path);
    if (status.ok())
      written.push_back(path);
    return status;
  };
  absl::Status status = write(absl::StrCat("lib", options.name, ".a"),
                              [&](const std::string& path) { return writeArchive(path, members); });
  if (status.ok() && !options.withRuntime)
    status = write("libaic_embedded.a", [&](const std::string& path) {
      return writeArchive(path, {{"aic_embedded.o", runtimeMember}});
    });
  if (status.ok())
    status = write(options.name + ".h", [&](const std::string& path) {
      return writeText(path, makeHeader(*interface, content, instanceBytes(content, target)));
    });
  if (status.ok())
    status = write(options.name + ".hpp",
                   [&](const std::string& path) { return writeText(path, makeCppHeader(*interface)); });
  return status;
}

} // namespace aic::library
