/// \file
/// Writes model.aic. These structs mirror runtime/schema/artifact.fbs, which says what each field means and
/// which constraints hold; the writer checks every one of them, so what it writes the runtime's loader
/// accepts.
#ifndef AIC_COMPILER_ARTIFACT_ARTIFACT_H
#define AIC_COMPILER_ARTIFACT_ARTIFACT_H

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "frontends/weights/Element.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace aic::artifact {

/// In the order of the schema.
using ElementType = weights::ElementType;

/// An input or an output of an entry, or a state.
struct Tensor {
  std::string name;
  ElementType type = ElementType::F32;
  std::vector<int64_t> shape; ///< Row-major; empty for a scalar.
};

/// One buffer of a dispatch: `bytes` bytes at `offset` of the input or output number `index` of the entry,
/// the arena, the weights, or state number `index` of the model.
struct Binding {
  enum class Kind : uint8_t { Input, Output, Arena, Weights, State };
  Kind kind = Kind::Arena;
  uint32_t index = 0;  ///< Input, Output, State: which one. 0 otherwise.
  uint64_t offset = 0; ///< Arena, Weights: a multiple of 64 (256 in a Vulkan target's arena). Input, Output,
                       ///< State: a multiple of the element's size, mostly 0 (always on Vulkan).
  uint64_t bytes = 0;
  bool write = false; ///< Output, Arena and State only.
};

/// One way to compute a kernel on Vulkan.
struct Variant {
  std::string name;            ///< "floor", "shared", "subgroup"
  std::vector<uint32_t> words; ///< SPIR-V, at most 1.3, entry point "main". Equal modules are stored once.
  std::array<uint32_t, 3> localSize{1, 1, 1};
  std::array<uint32_t, 3> workgroups{1, 1, 1}; ///< each at most 65535
  uint32_t sharedBytes = 0;
  bool needsSubgroup = false;
  bool reports = false; ///< binds one storage buffer more than the dispatch: a word for what failed
};

/// CPU: a function of the code object, in the order of its table. Vulkan: its variants, "floor" first.
struct Kernel {
  std::string name;
  std::string family;
  std::vector<Variant> variants = {};
};

struct Dispatch {
  uint32_t kernel = 0;     ///< Index into Target::kernels.
  uint32_t workgroups = 1; ///< 1 .. 2^31 - 1.
  uint32_t steps = 1;      ///< How often all workgroups run (runtime/kernel_abi.h).
  std::vector<Binding> bindings;
  std::string name;     ///< For people.
  std::string location; ///< "file:line:column", or empty.
  uint64_t flops = 0;
  uint64_t bytes = 0;
  std::vector<int64_t> strides = {}; ///< Repeated: by how many bytes each binding moves from one time to the
                                     ///< next; empty: by none.
};

/// Dispatches first .. first + dispatches - 1, all of them run `times` times.
struct Repeat {
  uint32_t first = 0, dispatches = 1, times = 2;
};

/// What a target runs for one entry.
struct Program {
  std::vector<Dispatch> dispatches;
  uint64_t arenaBytes = 0;
  uint64_t peakLiveBytes = 0;
  uint64_t totalBytes = 0;
  uint64_t scratchBytes = 0;        ///< Of each thread, at most 1 GiB; 0 on Vulkan.
  std::vector<Repeat> repeats = {}; ///< In order; they share no dispatch.
};

/// The plans and the code for one device.
struct Target {
  enum class Kind : uint8_t { Cpu, Vulkan };
  Kind kind = Kind::Cpu;
  std::string triple; ///< "x86_64-unknown-linux-gnu"
  std::string cpu;    ///< As --target-cpu said it, `native` resolved: "znver5".
  /// What the code needs, as LLVM spells it ("avx2", "avx512f"), without a sign and without tuning flags.
  /// Written sorted, each once. The runtime refuses names that runtime/cpu/CpuFeatures.cpp does not list.
  std::vector<std::string> features;
  std::vector<Kernel> kernels;
  std::vector<Program> programs;  ///< One an entry, in the order of the entries.
  uint64_t winogradBytes = 0;     ///< What transformed weights take beyond their own size.
  absl::Span<const uint8_t> code; ///< CPU: an ELF shared object (runtime/kernel_abi.h). Must outlive the
                                  ///< call. Vulkan: empty, the writer makes it of the variants' words.
};

/// A run of bytes in the weights section. What no constant covers is zero.
struct Constant {
  uint64_t offset = 0;            ///< A multiple of 64.
  absl::Span<const uint8_t> data; ///< Must outlive the call. Need not be aligned.
};

/// A function that a caller can run.
struct Entry {
  std::string name; ///< The graph's. Entries of one name differ in dims.
  std::vector<Tensor> inputs;
  std::vector<Tensor> outputs;
  std::vector<std::pair<std::string, int64_t>> dims = {}; ///< The graph's: name and value, each name once.
};

/// A tensor that a session keeps from run to run, for all entries.
struct State {
  Tensor tensor;            ///< Its name is the state's full one, which no other state has.
  bool fromWeights = false; ///< What a new session's has: the weights at `offset`; else `value` everywhere.
  uint64_t value = 0;       ///< Not from weights: the bits of every element, in the low bytes.
  uint64_t offset = 0; ///< From weights: where its elements lie in the weights section, a multiple of 64:
                       ///< row-major, in the tensor's own type.
};

/// Everything in a model.aic.
struct Content {
  std::string producer = "aic 0.1.0";
  std::string source;         ///< The file that it was compiled from, as the user gave it.
  std::vector<Entry> entries; ///< At least one.
  std::vector<State> states = {};
  uint64_t weightsBytes = 0; ///< The section's size; every constant lies inside.
  std::map<weights::ElementType, uint64_t> typeBytes = {}; ///< Of the weights, by their type, for people;
  uint64_t pairBytes = 0;                                  ///< and of those of 4 bits, two a byte.
  std::vector<Constant> constants;                         ///< In ascending order of offset, not overlapping.
  std::vector<Target> targets;                             ///< At least one.
};

/// The file's bytes. The same content gives the same bytes.
/// Errors: InvalidArgument when `content` breaks a constraint of the schema (a fault of the compiler, not of
/// the user); ResourceExhausted when the header would pass 1 GiB.
absl::StatusOr<std::string> SerializeArtifact(const Content& content);

/// Writes the same bytes to `path`, under a temporary name in the same folder, then renames: `path` holds
/// either what it held before or the whole artifact. The weights are streamed, not copied. A symbolic link is
/// followed; a device (such as /dev/null) is written to directly. Errors: those of SerializeArtifact;
/// NotFound, PermissionDenied or Unavailable when the file cannot be written (the message names path and
/// reason), the temporary file removed.
absl::Status WriteArtifact(const Content& content, const std::string& path);

} // namespace aic::artifact

#endif // AIC_COMPILER_ARTIFACT_ARTIFACT_H
