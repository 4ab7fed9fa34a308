// Workgroups on the host's own threads (aic_threading::parallel_for).
#include "runtime/cpu/FloatingPoint.h"
#include "runtime/cpu/Futex.h"
#include "runtime/cpu/Team.h"

namespace aic::runtime::cpu {

/// One step of a loop, in the hands of the host's threads. They claim its workgroups as they come, so that it
/// does not matter when the host calls for which of them, nor whether at once.
struct Team::HostLoop {
  Team& team;
  const Loop& loop;
  const uint32_t step, stride; ///< Workgroups to a claim: some four claims a thread.
  std::atomic<uint32_t> next{0};

  void Run(uint32_t worker) {
    const aic_kernel_env env = team.EnvOf(worker, step);
    for (;;) {
      const uint32_t first = next.load(std::memory_order_relaxed) < loop.workgroups
                                 ? next.fetch_add(stride, std::memory_order_relaxed)
                                 : loop.workgroups;
      if (first >= loop.workgroups)
        return;
      const uint32_t rest = loop.workgroups - first, count = rest < stride ? rest : stride;
      for (uint32_t i = 0; i < count; ++i)
        team.RunWorkgroup(loop, InTurn(first + i, loop.workgroups, step), env);
    }
  }
};

void Team::ShareWithHost(const Loop& loop, uint32_t step) {
  const uint32_t threads = loop.workgroups < threads_ ? loop.workgroups : threads_;
  HostLoop shared = {*this, loop, step, (loop.workgroups + 4 * threads - 1) / (4 * threads)};
  parallelFor_(
      parallelForUser_, threads,
      [](void* context, uint32_t index) {
        DefaultFloatingPoint modes;
        static_cast<HostLoop*>(context)->Run(index);
      },
      &shared);
}

/// Of a loop in steps the host's threads would have to meet after each, by the host's own means, which take
/// some 10 µs at best. So it is theirs only if a step is worth that, which the first one shows.
void Team::RunOnHost(const Loop& loop) {
  if (loop.steps == 1)
    return ShareWithHost(loop, 0);
  constexpr uint64_t kWorthSharing = 100000; // ns
  aic_kernel_env env = EnvOf(0, 0);
  const uint64_t begin = Nanoseconds();
  for (uint32_t group = 0; group < loop.workgroups; ++group)
    RunWorkgroup(loop, group, env);
  const bool shares = Nanoseconds() - begin > kWorthSharing;
  for (env.step = 1; env.step < loop.steps; ++env.step)
    if (shares)
      ShareWithHost(loop, env.step);
    else
      for (uint32_t i = 0; i < loop.workgroups; ++i)
        RunWorkgroup(loop, InTurn(i, loop.workgroups, env.step), env);
}

} // namespace aic::runtime::cpu
