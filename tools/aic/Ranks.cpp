#include "tools/aic/Ranks.h"

#include "absl/strings/str_cat.h"
#include "tools/aic/Failure.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <dlfcn.h>
#include <filesystem>
#include <sys/mman.h>
#include <unistd.h>

namespace aic::tool {

namespace {

/// What launchers of MPI programs tell each process: Open MPI, and those that speak PMI (MPICH, Intel's,
/// Slurm's).
bool isLaunched() {
  for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "PMIX_RANK"})
    if (std::getenv(name))
      return true;
  return false;
}

constexpr const char* kLibrary = "libaic_mpi.so";

/// Beside this program's folder, as it is built and installed.
void* openLibrary(std::string& why) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"../lib", "../lib/aic"}) {
    const std::filesystem::path path = folder / place / kLibrary;
    if (!std::filesystem::exists(path, error))
      continue;
    if (void* library =
            dlopen(path.c_str(), RTLD_NOW | RTLD_GLOBAL)) // Open MPI's own plugins look for its symbols
      return library;
    const char* text = dlerror();
    why = text ? text : "it cannot be loaded";
    return nullptr;
  }
  why = absl::StrCat("there is no ", kLibrary, " in ", (folder / "../lib").lexically_normal().string(),
                     ": aic was built without MPI (libopenmpi-dev)");
  return nullptr;
}

std::atomic<const std::string*> lastWords = nullptr; // of allWords, which a signal may read at any time
std::deque<std::string> allWords;

void onTerminate(int) {
  if (const std::string* text = lastWords.load())
    if (write(STDERR_FILENO, text->data(), text->size()) < 0)
      _exit(128 + SIGTERM);
  _exit(128 + SIGTERM);
}

} // namespace

Ranks::~Ranks() {
  if (!joined_)
    return;
  std::signal(SIGTERM, SIG_DFL);
  calls_.finish();
}

int Ranks::open() {
  if (!isLaunched())
    return Good;
  std::string why;
  void* library = openLibrary(why);
  if (!library)
    return fail(Unsupported,
                absl::StrCat("mpirun has started this, and each process would train for itself: ", why));
  auto open = reinterpret_cast<decltype(&aic_mpi_open)>(dlsym(library, "aic_mpi_open"));
  if (!open)
    return fail(Unsupported, absl::StrCat(kLibrary, " is not this aic's"));
  if (int code = check(open(&calls_), "start"))
    return code;
  joined_ = true;
  return Good;
}

int Ranks::check(int failed, const char* what) {
  if (!failed)
    return Good;
  return fail(CannotReadOrWrite,
              absl::StrCat("MPI, process ", rank(), ": cannot ", what, " (its error ", failed, ")"));
}

int Ranks::send(const void* data, size_t bytes, int to) {
  return check(calls_.send(data, bytes, to), "send");
}

int Ranks::receive(void* data, size_t bytes, int from) {
  return check(calls_.receive(data, bytes, from), "receive");
}

int Ranks::broadcast(void* data, size_t bytes, int from) {
  return size() == 1 ? static_cast<int>(Good) : check(calls_.broadcast(data, bytes, from), "pass on");
}

void Ranks::abort(int code) {
  std::fflush(nullptr);
  if (joined_ && size() > 1)
    calls_.abort(code);
}

void Ranks::sayAtEnd(const std::string& text) {
  if (size() == 1 || rank() != 0)
    return;
  lastWords.store(&allWords.emplace_back(text));
  std::signal(SIGTERM, onTerminate);
}

OneVoice::OneVoice(const Ranks& ranks) : rank_(ranks.rank()) {
  if (rank_ == 0)
    return;
  std::fflush(stderr);
  held_ = memfd_create("aic-stderr", MFD_CLOEXEC);
  stderr_ = dup(STDERR_FILENO);
  if (held_ >= 0 && stderr_ >= 0)
    dup2(held_, STDERR_FILENO);
}

OneVoice::~OneVoice() {
  end(/*say=*/true);
}

void OneVoice::end(bool say) {
  if (held_ < 0 || stderr_ < 0)
    return;
  std::fflush(stderr);
  dup2(stderr_, STDERR_FILENO);
  char buffer[4096];
  lseek(held_, 0, SEEK_SET);
  for (ssize_t got; say && (got = read(held_, buffer, sizeof buffer)) > 0;)
    std::fwrite(buffer, 1, static_cast<size_t>(got), stderr);
  close(held_);
  close(stderr_);
  held_ = stderr_ = -1;
}

} // namespace aic::tool
