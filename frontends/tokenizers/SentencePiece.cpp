#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "frontends/tokenizers/SentencePieceWire.h"
#include "frontends/tokenizers/Tokenizer.h"
#include "frontends/weights/MappedFile.h"

#include <climits>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace aic::tokenizers {

namespace {

/// A process at the other end of a socket. It ends with this.
class Process {
public:
  Process() = default;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (socket_ >= 0)
      close(socket_);
    if (pid_ <= 0)
      return;
    kill(pid_, SIGKILL); // it has nothing to bring to an end
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  /// Starts `program argument`, with the socket for its standard input and nothing for its outputs.
  absl::Status Start(const std::string& program, const std::string& argument) {
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
      return weights::FileError(program, "make a socket for it", errno);
    socket_ = sockets[0];
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, sockets[1], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string arguments[] = {program, argument};
    char* argv[] = {arguments[0].data(), arguments[1].data(), nullptr};
    int error = posix_spawn(&pid_, program.c_str(), &actions, nullptr, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(sockets[1]);
    if (error == 0)
      return absl::OkStatus();
    pid_ = -1;
    return weights::FileError(program, "start", error);
  }

  int socket() const { return socket_; }

private:
  int socket_ = -1;
  pid_t pid_ = -1;
};

class SentencePiece : public Tokenizer {
public:
  explicit SentencePiece(std::string file) : file_(std::move(file)) {}

  /// Starts the process and reads what the model has.
  absl::Status Load(const std::string& program) {
    if (absl::Status status = process_.Start(program, file_); !status.ok())
      return status;
    std::string error;
    uint32_t count, begin, end;
    if (!wire::Receive(process_.socket(), error))
      return Lost();
    if (!error.empty())
      return absl::InvalidArgumentError(
          absl::StrCat(file_, ": SentencePiece cannot read this model: ", error));
    if (!wire::Receive(process_.socket(), count) || count > wire::kMaxCount ||
        !wire::Receive(process_.socket(), begin) || !wire::Receive(process_.socket(), end))
      return Lost();
    pieces_.resize(count);
    for (std::string& piece : pieces_)
      if (!wire::Receive(process_.socket(), piece))
        return Lost();
    if (begin < count)
      begin_ = begin;
    if (end < count)
      end_ = end;
    return absl::OkStatus();
  }

  int64_t Size() const override { return static_cast<int64_t>(pieces_.size()); }

  absl::StatusOr<std::vector<int64_t>> Encode(absl::string_view text) override {
    if (absl::Status status = CheckUtf8(text); !status.ok())
      return status;
    if (text.size() > wire::kMaxBytes)
      return absl::InvalidArgumentError(
          absl::StrCat("the text has ", text.size(), " bytes, at most ", wire::kMaxBytes, " are possible"));
    std::string message, error;
    wire::Put(message, std::string(text));
    uint32_t count;
    if (!wire::Send(process_.socket(), message.data(), message.size()) ||
        !wire::Receive(process_.socket(), error))
      return Lost();
    if (!error.empty())
      return absl::InvalidArgumentError(
          absl::StrCat(file_, ": SentencePiece cannot encode the text: ", error));
    if (!wire::Receive(process_.socket(), count) || count > wire::kMaxBytes)
      return Lost();
    std::vector<uint32_t> ids(count);
    if (!wire::Receive(process_.socket(), ids.data(), ids.size() * sizeof(uint32_t)))
      return Lost();
    return std::vector<int64_t>(ids.begin(), ids.end());
  }

  std::string Decode(int64_t id) const override {
    return id >= 0 && id < Size() ? pieces_[static_cast<size_t>(id)] : "";
  }

  std::optional<int64_t> Begin() const override { return begin_; }
  std::optional<int64_t> End() const override { return end_; }

private:
  absl::Status Lost() const {
    return absl::InvalidArgumentError(absl::StrCat(
        file_, ": SentencePiece ended over this model: it is damaged, or there is not enough memory"));
  }

  std::string file_;
  Process process_;
  std::vector<std::string> pieces_;
  std::optional<int64_t> begin_, end_;
};

/// The program of that name in the folder of the one that runs.
absl::StatusOr<std::string> BesideThisProgram(const char* name) {
  char path[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  if (length <= 0)
    return weights::FileError("/proc/self/exe", "read", errno);
  std::string folder(path, static_cast<size_t>(length));
  return absl::StrCat(folder.substr(0, folder.rfind('/') + 1), name);
}

} // namespace

absl::StatusOr<std::unique_ptr<Tokenizer>> OpenSentencePiece(const std::string& file) {
#if AIC_HAVE_SENTENCEPIECE
  if (absl::StatusOr<weights::MappedFile> opened = weights::MapFile(file); !opened.ok())
    return opened.status(); // a better message than the library's
  absl::StatusOr<std::string> program = BesideThisProgram("aic-sentencepiece");
  if (!program.ok())
    return program.status();
  auto tokenizer = std::make_unique<SentencePiece>(file);
  if (absl::Status status = tokenizer->Load(*program); !status.ok())
    return status;
  return tokenizer;
#else
  return absl::UnimplementedError(absl::StrCat(file, ": this aic was built without SentencePiece: install "
                                                     "Debian's libsentencepiece-dev and build it again"));
#endif
}

} // namespace aic::tokenizers
