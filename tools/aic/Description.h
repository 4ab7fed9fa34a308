// All that the runtime tells of a compiled model, and what its entries have in common.
#pragma once

#include "tools/aic/Model.h"

#include <string>
#include <vector>

namespace aic::tool {

struct Dispatch {
  aic_dispatch_info info;
  std::vector<aic_binding_info> bindings;
};

/// What a target runs for one entry.
struct Program {
  aic_plan_info plan;
  std::vector<Dispatch> dispatches;

  uint64_t flops() const;
  /// "512 x 4 dispatches, 2 x 3 dispatches"; empty if nothing is repeated.
  std::string loops() const;
  /// The numbers of the kernels that it runs, in order, each once.
  std::vector<uint32_t> kernels() const;
};

struct Kernel {
  aic_kernel_info info;
  std::vector<aic_variant_info> variants;
};

struct Target {
  aic_target_info info;
  std::vector<Kernel> kernels;
  std::vector<Program> programs; // one an entry

  /// The numbers of the kernels that more than one entry runs, in order.
  std::vector<uint32_t> sharedKernels() const;
  /// Bytes of the weights that more than one entry reads.
  uint64_t sharedWeightBytes() const;
};

struct Entry {
  aic_entry_info info;
  std::string name; // as --entry takes it
  std::vector<aic_tensor_info> inputs, outputs;
};

struct State {
  aic_state_info info;
  Buffer first; // the first few elements before the first run: f32[8]

  /// True where every element is that of `first` before the first run.
  bool isSplat() const { return !info.initial; }
};

struct Description {
  aic_model_info model;
  std::vector<Entry> entries;
  std::vector<State> states;
  std::vector<aic_section_info> sections;
  std::vector<Target> targets;
};

/// Fills it. Returns 0, or prints why not and returns the exit code.
int describeModel(const aic_model* model, Description& description);

} // namespace aic::tool
