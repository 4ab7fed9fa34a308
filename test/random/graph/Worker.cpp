// Checks models against the reference, one after another, in one process: what `aic run FILE --weights
// random:SEED
// --input random:SEED --check` does, without a new process, and with one compilation for all thread counts.
//
//   aic_random_worker --names            the language's primitives, one a line
//   aic_random_worker DEVICE THREADS     DEVICE: cpu or vulkan; THREADS: 1,2. From stdin lines "SEED FILE";
//   to each
//                                        an answer: what there is to say, then a line "\x1e CODE"
//
// Standard output and standard error are one stream for whoever started it. A crash ends the process.

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "frontends/graph/Graph.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Check.h"
#include "tools/aic/Device.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"

#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>

namespace aic::tool {
namespace {

struct Request {
  std::string target = "cpu";
  std::string device;
  std::vector<unsigned> threads;
  std::string seed, file;
};

std::vector<std::string> bytesOf(const std::vector<Buffer>& buffers) {
  std::vector<std::string> all;
  for (const Buffer& buffer : buffers)
    all.emplace_back(static_cast<const char*>(buffer.data.get()), buffer.info.bytes);
  return all;
}

int check(const Request& request) {
  ModelOptions options;
  options.file = request.file;
  options.weights = "random:" + request.seed;
  options.targets = {request.target};
  std::unique_ptr<driver::Compilation> compilation;
  if (int code = compileTo("run", options, driver::Stage::Artifact, compilation))
    return code;
  const std::string artifact = compilation->emit(driver::Stage::Artifact);
  aic_model* opened = nullptr;
  if (aic_status status = aic_model_open_memory(artifact.data(), artifact.size(), 0, &opened))
    return failRuntime(status);
  ModelHandle model(opened);
  std::vector<Buffer> inputs;
  if (int code = allocateInputs(model.get(), 0, inputs))
    return code;
  std::vector<std::string> values;
  for (const Buffer& input : inputs)
    values.push_back(absl::StrCat(input.info.name, "=random:", request.seed));
  if (int code = readInputs("run", values, inputs))
    return code;
  std::vector<std::string> first;
  for (unsigned threads : request.threads) {
    std::vector<Buffer> outputs;
    if (int code = allocateOutputs(model.get(), 0, outputs))
      return code;
    DeviceOptions device;
    device.device = request.device;
    device.threads = threads;
    aic_session_options session;
    if (int code = parseDevice("run", device, /*profile=*/false, session))
      return code;
    SessionHandle handle;
    if (int code = makeSession(model.get(), session, handle))
      return code;
    ReferenceCheck check(*compilation, model.get(), handle.get());
    if (int code = check.checkNew())
      return code;
    if (int code = check.run(0, inputs, outputs))
      return code;
    std::vector<std::string> bytes = bytesOf(outputs);
    if (!first.empty() && bytes != first)
      return fail(NumbersDiffer, absl::StrCat("the outputs of ", threads,
                                              " threads are not the same bytes as of ", request.threads[0]));
    first = std::move(bytes);
  }
  return Good;
}

int checked(const Request& request) {
  try {
    return check(request);
  } catch (const std::exception& error) {
    return fail(OurFault, std::string("internal error: ") + error.what());
  }
}

} // namespace
} // namespace aic::tool

int main(int argc, char** argv) {
  using namespace aic::tool;
  if (argc == 2 && std::strcmp(argv[1], "--names") == 0) {
    for (const std::string& name : aic::graph::primitiveNames())
      std::puts(name.c_str());
    return Good;
  }
  Request request;
  bool good = argc == 3;
  if (good)
    for (absl::string_view count : absl::StrSplit(argv[2], ',')) {
      unsigned threads = 0;
      good &= absl::SimpleAtoi(count, &threads);
      request.threads.push_back(threads);
    }
  if (!good) {
    std::fprintf(stderr, "usage: aic_random_worker DEVICE THREADS\n");
    return WrongUsage;
  }
  request.device = argv[1];
  request.target = request.device == "cpu" ? "cpu" : "vulkan";
  for (std::string line; std::getline(std::cin, line);) {
    size_t space = line.find(' ');
    if (space == std::string::npos)
      return WrongUsage;
    request.seed = line.substr(0, space);
    request.file = line.substr(space + 1);
    int code = checked(request);
    std::fflush(stderr);
    std::printf("\x1e %d\n", code);
    std::fflush(stdout);
  }
  return Good;
}
