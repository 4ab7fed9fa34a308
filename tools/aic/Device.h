// --device: what a model runs on.
#pragma once

#include "runtime/aic.h"
#include "tools/aic/Model.h"

#include <string>

namespace CLI {
class App;
}

namespace aic::tool {

/// The name of a kind of device: "cpu". As --device and --target have it.
const char* deviceName(uint32_t kind);

struct DeviceOptions {
  std::string device; // "", a device's name, "NAME:N" where there may be several
  std::string variant;
  unsigned threads = 0;
};

/// --device, --vulkan-variant, --threads.
void addDeviceOptions(CLI::App& command, DeviceOptions& options);

/// Fills the runtime's options; `profile` asks for timestamps. Returns 0, or prints what is wrong with them
/// and returns the exit code. `options` must outlive `result`.
int parseDevice(const std::string& command, const DeviceOptions& options, bool profile,
                aic_session_options& result);

/// "llvmpipe (LLVM 15.0.6, 256 bits), llvmpipe Mesa 22.3.6", "2 threads"
std::string describeDevice(const aic_session_info& info);

} // namespace aic::tool
