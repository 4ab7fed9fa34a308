// Compiles and runs ONNX models that come in over a pipe, each in a process of its own, so that a crash or a
// hang is an answer like another. random_models.py writes the requests and reads the answers.
//
// A request: u32 the bytes that follow; text "cpu=NAME threads=N place=end|start"; the model; u32 how many,
// tensors. An answer: u32 the bytes that follow; u32 code; text; u32 how many, tensors. Texts and models are
// a u32 length and bytes; a tensor is its name, u8 aic_element_type, u8 rank, i64 dimensions, u64 length and
// bytes. Little-endian.
#include "compiler/driver/Driver.h"
#include "compiler/driver/Fold.h"
#include "frontends/onnx/Onnx.h"
#include "frontends/weights/Npy.h"
#include "runtime/aic.h"
#include "test/onnx/Arrays.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace aic::onnx {
namespace {

using test::Array;

// Codes of an answer beside the exit codes of aic.
constexpr uint32_t kDied = 1000;     // and the signal's number
constexpr uint32_t kRunFailed = 500; // and the aic_status

// A machine that does other things stops a process for long; one that hangs without computing is found by the
// clock.
constexpr rlim_t kComputingSecondsEach = 60;
constexpr unsigned kSecondsEach = 900;
constexpr rlim_t kBytesEach = rlim_t(16) << 30;
constexpr int kMaxBound = 8;

struct Named {
  std::string name;
  Array array;
};

struct Request {
  std::string model, cpu = "native";
  unsigned threads = 1;
  bool atStart = false; // the data stand behind a page that is not there, else before it
  std::vector<Named> inputs;
};

struct Answer {
  uint32_t code = 0;
  std::string text;
  std::vector<Named> outputs;
};

class Reader {
public:
  explicit Reader(const std::string& bytes) : bytes_(bytes) {}

  template <typename T> T number() {
    T value{};
    take(&value, sizeof value);
    return value;
  }

  std::string text(size_t length) {
    std::string value(length, '\0');
    take(&value[0], length);
    return value;
  }
  std::string text() { return text(number<uint32_t>()); }

  Named tensor() {
    Named tensor;
    tensor.name = text();
    tensor.array.type = static_cast<weights::ElementType>(number<uint8_t>());
    tensor.array.shape.resize(number<uint8_t>());
    for (int64_t& size : tensor.array.shape)
      size = number<int64_t>();
    tensor.array.bytes.resize(number<uint64_t>());
    take(tensor.array.bytes.data(), tensor.array.bytes.size());
    return tensor;
  }

private:
  void take(void* to, size_t length) {
    if (length > bytes_.size() - at_) {
      std::fprintf(stderr, "onnx_random_runner: a request ends early\n");
      std::exit(driver::kWrongUsage);
    }
    std::memcpy(to, bytes_.data() + at_, length);
    at_ += length;
  }

  const std::string& bytes_;
  size_t at_ = 0;
};

class Writer {
public:
  template <typename T> void number(T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  void text(const std::string& value) {
    number(static_cast<uint32_t>(value.size()));
    bytes += value;
  }

  void tensor(const Named& tensor) {
    text(tensor.name);
    number(static_cast<uint8_t>(tensor.array.type));
    number(static_cast<uint8_t>(tensor.array.shape.size()));
    for (int64_t size : tensor.array.shape)
      number(size);
    number(static_cast<uint64_t>(tensor.array.bytes.size()));
    bytes.append(reinterpret_cast<const char*>(tensor.array.bytes.data()), tensor.array.bytes.size());
  }

  std::string bytes;
};

/// Memory with a page on each side that may not be touched. Freed when the process ends.
uint8_t* guarded(size_t bytes, bool atStart) {
  const size_t page = 4096, middle = (bytes + page - 1) / page * page;
  void* mapped = mmap(nullptr, middle + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED)
    std::abort();
  uint8_t* start = static_cast<uint8_t*>(mapped) + page;
  if (middle && mprotect(start, middle, PROT_READ | PROT_WRITE) != 0)
    std::abort();
  return atStart ? start : start + (middle - bytes);
}

/// What was said: the first error.
std::string firstError(const std::vector<graph::Diagnostic>& diagnostics) {
  for (const graph::Diagnostic& d : diagnostics)
    if (d.severity == graph::Diagnostic::Error)
      return d.message;
  return "no reason";
}

class Run {
public:
  Run(const Request& request, const std::string& scratch) : request_(request), scratch_(scratch) {}

  Answer answer() {
    std::string path = scratch_ + "/model.onnx";
    std::ofstream(path, std::ios::binary) << request_.model;
    driver::Options options;
    options.path = path;
    options.targetCpu = request_.cpu;
    for (const Named& input : request_.inputs)
      options.shapes[input.name] = input.array.shape;
    if (driver::Compilation first(options); first.reach(driver::Stage::Aic) != driver::kGood)
      bind(options);
    driver::Compilation compilation(options);
    Answer result;
    result.code = static_cast<uint32_t>(compilation.reach(driver::Stage::Artifact));
    if (result.code != driver::kGood) {
      result.text = firstError(compilation.diagnostics());
      return result;
    }
    run(compilation.emit(driver::Stage::Artifact), result);
    return result;
  }

private:
  const Named* input(const std::string& name) const {
    for (const Named& input : request_.inputs)
      if (input.name == name)
        return &input;
    return nullptr;
  }

  /// Binds the inputs that decide shapes, one after the other.
  void bind(driver::Options& options) {
    LoadOptions load;
    load.shapes = options.shapes;
    load.fold = driver::foldOperation;
    for (bool more = true; more && load.binds.size() < kMaxBound;) {
      more = false;
      mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
      LoadResult loaded = loadOnnx(context, options.path, load);
      if (loaded.module)
        break;
      for (const std::string& name : loaded.bindable) {
        const Named* given = input(name);
        std::string path = scratch_ + "/" + std::to_string(load.binds.size()) + ".npy";
        if (load.binds.count(name) || !given ||
            !weights::WriteNpy(path, given->array.type, given->array.shape, given->array.bytes.data()).ok())
          continue;
        load.binds[name] = path;
        more = true;
      }
    }
    options.binds = load.binds;
  }

  void run(const std::string& artifact, Answer& result) {
    aic_model* model = nullptr;
    aic_session* session = nullptr;
    uint32_t status = aic_model_open_memory(artifact.data(), artifact.size(), 0, &model);
    if (!status)
      status = aic_session_create(model, request_.threads, &session);
    if (!status)
      status = runSession(model, session, result);
    if (status) {
      result.code = kRunFailed + status;
      result.text = aic_last_error();
    }
  }

  uint32_t runSession(aic_model* model, aic_session* session, Answer& result) {
    std::vector<aic_input> in;
    for (uint32_t i = 0; i < aic_model_input_count(model); ++i) {
      aic_tensor_info info;
      aic_model_input(model, i, &info);
      const Named* given = input(info.name);
      if (!given || given->array.bytes.size() != info.bytes) {
        result.text = std::string("input '") + info.name + "' is not as the model says";
        return AIC_INVALID_ARGUMENT;
      }
      uint8_t* data = guarded(info.bytes, request_.atStart);
      std::copy(given->array.bytes.begin(), given->array.bytes.end(), data);
      in.push_back({data, info.bytes});
    }
    std::vector<aic_output> out;
    for (uint32_t i = 0; i < aic_model_output_count(model); ++i) {
      aic_tensor_info info;
      aic_model_output(model, i, &info);
      uint8_t* data = guarded(info.bytes, request_.atStart);
      std::memset(data, 0xA5, info.bytes);
      out.push_back({data, info.bytes});
      result.outputs.push_back(
          {info.name,
           {static_cast<weights::ElementType>(info.type), {info.shape, info.shape + info.rank}, {}}});
    }
    uint32_t status = aic_session_run(session, in.data(), static_cast<uint32_t>(in.size()), out.data(),
                                      static_cast<uint32_t>(out.size()));
    for (size_t i = 0; i < out.size(); ++i) {
      const uint8_t* data = static_cast<const uint8_t*>(out[i].data);
      result.outputs[i].array.bytes.assign(data, data + out[i].bytes);
    }
    return status;
  }

  const Request& request_;
  const std::string& scratch_;
};

Request parse(const std::string& bytes) {
  Reader reader(bytes);
  Request request;
  std::istringstream words(reader.text());
  for (std::string word; words >> word;) {
    size_t equals = word.find('=');
    std::string key = word.substr(0, equals), value = word.substr(equals + 1);
    if (key == "cpu")
      request.cpu = value;
    else if (key == "threads")
      request.threads = static_cast<unsigned>(std::stoul(value));
    else if (key == "place")
      request.atStart = value == "start";
  }
  request.model = reader.text();
  for (uint32_t left = reader.number<uint32_t>(); left; --left)
    request.inputs.push_back(reader.tensor());
  return request;
}

std::string serialise(const Answer& answer) {
  Writer writer;
  writer.number(answer.code);
  writer.text(answer.text);
  writer.number(static_cast<uint32_t>(answer.outputs.size()));
  for (const Named& output : answer.outputs)
    writer.tensor(output);
  return std::move(writer.bytes);
}

bool readAll(int from, void* to, size_t length) {
  for (size_t at = 0; at < length;) {
    ssize_t got = read(from, static_cast<char*>(to) + at, length - at);
    if (got <= 0)
      return false;
    at += static_cast<size_t>(got);
  }
  return true;
}

void writeAll(int to, const std::string& bytes) {
  for (size_t at = 0; at < bytes.size();) {
    ssize_t put = write(to, bytes.data() + at, bytes.size() - at);
    if (put <= 0)
      _exit(driver::kCannotReadOrWrite);
    at += static_cast<size_t>(put);
  }
}

/// What a process that died left on stderr.
std::string lastWords(const std::string& path) {
  std::string text = test::readFile(path);
  return text.substr(0, 2000);
}

std::string answerInChild(const std::string& bytes, const std::string& scratch) {
  int ends[2];
  if (pipe(ends) != 0)
    std::abort();
  std::string errors = scratch + "/stderr";
  pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    alarm(kSecondsEach);
    rlimit limit{kBytesEach, kBytesEach}, seconds{kComputingSecondsEach, RLIM_INFINITY};
    setrlimit(RLIMIT_AS, &limit);
    setrlimit(RLIMIT_CPU, &seconds);
    if (!std::freopen(errors.c_str(), "w", stderr))
      _exit(driver::kCannotReadOrWrite);
    Request request = parse(bytes);
    writeAll(ends[1], serialise(Run(request, scratch).answer()));
    std::fflush(stderr);
    _exit(0);
  }
  close(ends[1]);
  std::string answer;
  char buffer[1 << 16];
  for (ssize_t got; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
    answer.append(buffer, static_cast<size_t>(got));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return answer;
  Answer died;
  died.code = kDied + static_cast<uint32_t>(WIFSIGNALED(status) ? WTERMSIG(status) : 0);
  bool late = WIFSIGNALED(status) && (WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGXCPU);
  died.text = late ? "timeout" : WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "it exited";
  died.text += "\n" + lastWords(errors);
  return serialise(died);
}

int serve() {
  char scratch[] = "/tmp/aic-random-XXXXXX";
  if (!mkdtemp(scratch))
    return driver::kCannotReadOrWrite;
  uint32_t length;
  while (readAll(0, &length, sizeof length)) {
    std::string bytes(length, '\0');
    if (!readAll(0, &bytes[0], length))
      break;
    std::string answer = answerInChild(bytes, scratch);
    Writer header;
    header.number(static_cast<uint32_t>(answer.size()));
    writeAll(1, header.bytes + answer);
  }
  for (const std::string& name : test::entries(scratch))
    unlink((std::string(scratch) + "/" + name).c_str());
  rmdir(scratch);
  return 0;
}

} // namespace
} // namespace aic::onnx

int main() {
  return aic::onnx::serve();
}
