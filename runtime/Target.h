/// \file
/// A kind of target, as the rest of the runtime sees it: a row of functions. Targets.cpp lists the kinds;
/// each is implemented in its own folder. (Functions and not virtual members: the runtime has nothing of
/// libstdc++.)
#ifndef AIC_RUNTIME_TARGET_H
#define AIC_RUNTIME_TARGET_H

#include "runtime/Control.h"
#include "runtime/Header.h"
#include "runtime/Trace.h"

namespace aic::runtime {

/// A model's code for one target, ready to run; of the kind's own type.
struct Code;
/// One target, made ready for a session, with the programs of all entries; of the kind's own type.
struct Plan;

/// What a plan is made of. All of it stays as long as the plan.
struct PlanSource {
  const char* where; ///< Names the file in messages.
  const Header* header;
  const schema::Target* target; ///< Its programs are those of the header's entries.
  const Code* code;
  const uint8_t* weights;
  const Control* control; ///< Of the session's runs.
};

struct PlanOptions {
  uint32_t device = AIC_DEVICE_ANY; ///< Index among the kind's devices.
  uint32_t threads = 0;             ///< 0: one per CPU, or fewer. `prepare` says how many they are.
  const char* variant = nullptr;    ///< That every kernel which has it must use.
  bool profile = false;
};

struct TargetKind {
  aic_target_kind kind;
  const char* name;       ///< As `aic compile --target` has it: "cpu".
  uint32_t codeAlignment; ///< Of the code section in memory.

  /// Whether this machine may run `target`. Devices are looked for when a session is made, not here.
  bool (*fits)(const schema::Target& target);
  /// AIC_UNSUPPORTED, with a message that says what is missing for the targets of this kind that the header
  /// has, of which there is at least one, and none fits.
  aic_status (*explain)(const char* where, const schema::Header& header);

  /// Makes the code at `bytes`, `size` bytes, ready. Errors: AIC_INVALID_ARTIFACT, AIC_UNSUPPORTED,
  /// AIC_OUT_OF_MEMORY, AIC_SYSTEM.
  aic_status (*load)(const char* where, const schema::Target& target, const uint8_t* bytes, uint64_t size,
                     Code** code);
  void (*unload)(Code* code);

  /// What `prepare` would take, and how many threads; all but the session's own bytes (other_bytes is that of
  /// the plan) and the sum. Errors: AIC_UNSUPPORTED (only the device knows).
  aic_status (*require)(const PlanSource& source, const PlanOptions& options, aic_requirements* needs);

  /// Makes a plan, whose states are what they begin with. Errors: AIC_UNSUPPORTED (no such device, what it
  /// lacks), AIC_INVALID_ARGUMENT (an option that means nothing here), AIC_OUT_OF_MEMORY, AIC_DEVICE_LOST,
  /// AIC_SYSTEM.
  aic_status (*prepare)(const PlanSource& source, PlanOptions& options, Plan** plan);
  void (*end)(Plan* plan);

  /// Runs an entry. The caller's buffers are already checked against the header. Allocates nothing. Where it
  /// fails, `statesLost` says whether it may have changed a state before it did. Errors: AIC_KERNEL_FAILED,
  /// AIC_CANCELLED, AIC_DEVICE_LOST, AIC_OUT_OF_MEMORY, AIC_UNSUPPORTED.
  aic_status (*run)(Plan& plan, uint32_t entry, const aic_input* inputs, const aic_output* outputs,
                    const Trace& trace, bool* statesLost);

  /// Between runs, whole states, in their own types; `data` need not be aligned. None allocates. The first
  /// says whether a state can be what is at `data` (AIC_UNSUPPORTED, where an i64 has 32 bits). With NULL for
  /// `data`, writeState writes what the state begins with; if it fails, the state is lost. Errors of the
  /// other two: AIC_DEVICE_LOST, AIC_OUT_OF_MEMORY.
  aic_status (*checkState)(const Plan& plan, uint32_t state, const void* data);
  aic_status (*readState)(Plan& plan, uint32_t state, void* data);
  aic_status (*writeState)(Plan& plan, uint32_t state, const void* data);

  /// What only the plan knows of it: all but device, target, threads and dispatch_count. Memory,
  /// pipelines and times are those of all entries, other counts those of the first.
  void (*describe)(const Plan& plan, aic_session_info* info);
  /// The variant that a kernel runs as, and why; "" and "" where kernels have none.
  void (*variant)(const Plan& plan, uint32_t kernel, const char** name, const char** reason);
};

constexpr uint32_t kTargetKinds = schema::TargetKind_MAX + 1;

/// By schema::TargetKind. Where a caller does not say what to run on, it is the first that the model has.
extern const TargetKind* const kTargets[kTargetKinds];

/// The kind of a target whose header was checked.
inline const TargetKind& KindOf(const schema::Target& target) {
  return *kTargets[target.kind()];
}

namespace cpu {
extern const TargetKind kTarget;
}
namespace vulkan {
extern const TargetKind kTarget;
}

} // namespace aic::runtime

#endif // AIC_RUNTIME_TARGET_H
