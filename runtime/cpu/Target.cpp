/// \file
/// The CPU as a kind of target.
#include "runtime/Target.h"

#include "runtime/Failure.h"
#include "runtime/cpu/CodeObject.h"
#include "runtime/cpu/CpuFeatures.h"
#include "runtime/cpu/Cpus.h"
#include "runtime/cpu/Plan.h"

#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <utility>

namespace aic::runtime::cpu {

namespace {

/// A session's plan and the threads that run it. On a 256-byte boundary, since a team is.
struct Ready {
  Ready(PoolUse use, uint32_t threads) : pool(std::move(use)), team(threads) {}

  PoolUse pool; ///< Ends after the team. None where the host's pool is used.
  Team team;
  Plan plan;
};

CodeObject& Of(Code& code) {
  return *reinterpret_cast<CodeObject*>(&code);
}
const CodeObject& Of(const Code& code) {
  return *reinterpret_cast<const CodeObject*>(&code);
}
Ready& Of(runtime::Plan& plan) {
  return *reinterpret_cast<Ready*>(&plan);
}
const Ready& Of(const runtime::Plan& plan) {
  return *reinterpret_cast<const Ready*>(&plan);
}

/// Whether `triple` is for this machine's architecture.
bool RunsHere(const char* triple) {
  size_t length = strlen(Architecture());
  return strncmp(triple, Architecture(), length) == 0 && (triple[length] == '-' || triple[length] == '\0');
}

/// What a target needs that this machine has not.
struct Lack {
  const char* unknown = nullptr; ///< A feature that this runtime does not know; the first.
  const char* feature = nullptr; ///< One that the CPU has not; the first.
  uint32_t others = 0;           ///< How many more.

  explicit Lack(const schema::Target& target) {
    for (const flatbuffers::String* name : *target.features()) {
      const Feature state = LookUp(name->c_str());
      if (state == Feature::Unknown && !unknown)
        unknown = name->c_str();
      if (state == Feature::Absent && feature)
        ++others;
      else if (state == Feature::Absent)
        feature = name->c_str();
    }
  }
  bool Any() const { return unknown || feature; }
};

/// The one CPU whose code is to run, by its name in the file: AIC_TARGET_CPU of the environment, for tests.
/// NULL: any.
const char* WantedCpu() {
  const char* wanted = secure_getenv("AIC_TARGET_CPU");
  return wanted && *wanted ? wanted : nullptr;
}

bool Fits(const schema::Target& target) {
  const char* wanted = WantedCpu();
  return RunsHere(target.triple()->c_str()) && !Lack(target).Any() &&
         (!wanted || strcmp(wanted, target.cpu()->c_str()) == 0);
}

aic_status ExplainOne(const char* where, const schema::Target& target) {
  if (!RunsHere(target.triple()->c_str()))
    return Fail(AIC_UNSUPPORTED,
                "%s: compiled for %s, this machine is %s; compile it again with --target-cpu %s", where,
                target.triple()->c_str(), Architecture(), PortableTargetCpu());
  const Lack lack(target);
  if (lack.unknown)
    return Fail(AIC_UNSUPPORTED,
                "%s: compiled for %s and needs %s, which this runtime does not know; compile again "
                "with --target-cpu %s",
                where, target.cpu()->c_str(), lack.unknown, PortableTargetCpu());
  char more[32] = "";
  if (lack.others)
    snprintf(more, sizeof(more), " and %u more", lack.others);
  return Fail(AIC_UNSUPPORTED,
              "%s: compiled for %s and needs %s%s, which this machine's CPU lacks; compile again with "
              "--target-cpu %s",
              where, target.cpu()->c_str(), lack.feature, more, PortableTargetCpu());
}

/// "x86-64-v4 (lacking here: avx512f and 4 more), neoverse-n1 (aarch64)": all CPUs that there is code for.
struct CpuList {
  char text[400] = "";
  size_t length = 0;
  uint32_t count = 0;

  explicit CpuList(const schema::Header& header) {
    for (const schema::Target* target : *header.targets())
      if (target->kind() == schema::TargetKind_Cpu)
        Add(*target);
  }

private:
  void Append(const char* format, ...) __attribute__((format(printf, 2, 3))) {
    va_list arguments;
    va_start(arguments, format);
    const int added = vsnprintf(text + length, sizeof(text) - length, format, arguments);
    va_end(arguments);
    if (added > 0)
      length = length + size_t(added) < sizeof(text) ? length + size_t(added) : sizeof(text) - 1;
  }
  void Add(const schema::Target& target) {
    const char* triple = target.triple()->c_str();
    Append("%s%s", count++ ? ", " : "", target.cpu()->c_str());
    const Lack lack(target);
    if (!RunsHere(triple))
      Append(" (%.*s)", static_cast<int>(strcspn(triple, "-")), triple);
    else if (lack.unknown)
      Append(" (with %s, which this runtime does not know)", lack.unknown);
    else if (lack.others)
      Append(" (lacking here: %s and %u more)", lack.feature, lack.others);
    else if (lack.feature)
      Append(" (lacking here: %s)", lack.feature);
  }
};

aic_status Explain(const char* where, const schema::Header& header) {
  const CpuList list(header);
  if (const char* wanted = WantedCpu())
    return Fail(
        AIC_UNSUPPORTED,
        "%s: AIC_TARGET_CPU asks for the code for %s; there is code for %s, and this machine is %s and "
        "runs up to %s",
        where, wanted, list.text, Architecture(), PortableTargetCpu());
  if (list.count > 1)
    return Fail(AIC_UNSUPPORTED,
                "%s: has code for %s; this machine is %s and runs up to %s: compile again with it in "
                "--target-cpu",
                where, list.text, Architecture(), PortableTargetCpu());
  for (const schema::Target* target : *header.targets())
    if (target->kind() == schema::TargetKind_Cpu)
      return ExplainOne(where, *target);
  return Fail(AIC_UNSUPPORTED, "%s: has no code for a CPU", where);
}

aic_status Load(const char* where, const schema::Target& target, const uint8_t* bytes, uint64_t size,
                Code** result) {
  *result = reinterpret_cast<Code*>(Make<CodeObject>());
  if (!*result)
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  if (aic_status status = Of(**result).Load(where, bytes, size, target.kernels()->size()))
    return status;
  Of(**result).Name({[](const void* kernels, uint32_t i) {
                       using List = std::remove_reference_t<decltype(*target.kernels())>;
                       return static_cast<List*>(kernels)->Get(i)->name()->c_str();
                     },
                     target.kernels()});
  return AIC_OK;
}

void Unload(Code* code) {
  Unmake(&Of(*code));
}

void End(runtime::Plan* plan) {
  Unmake(&Of(*plan));
}

aic_status Require(const PlanSource& source, const PlanOptions& options, aic_requirements* needs) {
  needs->threads = options.threads ? options.threads : AutomaticThreads(CurrentThreading().cpuCount);
  const PlanNeeds plan(*source.header, *source.target, needs->threads);
  needs->arena_bytes = Pages::BytesOf(plan.arenaBytes);
  needs->state_bytes = Pages::BytesOf(plan.stateBytes);
  needs->scratch_bytes = Pages::BytesOf(plan.scratchBytes);
  needs->other_bytes = sizeof(Ready) + plan.tableBytes();
  return AIC_OK;
}

aic_status Prepare(const PlanSource& source, PlanOptions& options, runtime::Plan** result) {
  if (options.variant)
    return Fail(AIC_INVALID_ARGUMENT, "%s: a variant (%s) is asked for, and the CPU has none", source.where,
                options.variant);
  const bool chosen = options.threads != 0;
  const Threading threading = CurrentThreading();
  if (!chosen)
    options.threads = AutomaticThreads(threading.cpuCount);
  PoolUse pool;
  if (!threading.parallelFor) {
    if (aic_status status = pool.Begin(options.threads, /*orFewer=*/!chosen))
      return status;
    options.threads = pool.threads();
  }
  auto* ready = Make<Ready>(std::move(pool), options.threads);
  if (!ready)
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session", source.where);
  auto* plan = reinterpret_cast<runtime::Plan*>(ready);
  if (aic_status status = ready->plan.Prepare(source.where, *source.header, *source.target, Of(*source.code),
                                              source.weights, source.control, options.threads)) {
    End(plan);
    return status;
  }
  ready->team.SetControl(source.control);
  ready->team.SetParallelFor(threading.parallelFor, threading.user);
  ready->team.SetScratch(ready->plan.scratch(), ready->plan.scratchStride());
  *result = plan;
  return AIC_OK;
}

aic_status Run(runtime::Plan& plan, uint32_t entry, const aic_input* inputs, const aic_output* outputs,
               const Trace& trace, bool* statesLost) {
  return Of(plan).plan.Run(entry, Of(plan).team, inputs, outputs, trace, statesLost);
}

aic_status CheckState(const runtime::Plan&, uint32_t, const void*) {
  return AIC_OK;
}

aic_status ReadState(runtime::Plan& plan, uint32_t state, void* data) {
  Of(plan).plan.ReadState(state, data);
  return AIC_OK;
}

aic_status WriteState(runtime::Plan& plan, uint32_t state, const void* data) {
  Of(plan).plan.WriteState(state, data);
  return AIC_OK;
}

void Describe(const runtime::Plan& plan, aic_session_info* info) {
  info->device_name = "CPU";
  info->driver = "";
  info->device_bytes = Of(plan).plan.bytes();
}

void Variant(const runtime::Plan&, uint32_t, const char** name, const char** reason) {
  *name = *reason = "";
}

} // namespace

const TargetKind kTarget = {
    AIC_TARGET_CPU,      "cpu",
    /*codeAlignment=*/1, Fits,      Explain,    Load,     Unload, Require, Prepare, End, Run,
    CheckState,          ReadState, WriteState, Describe, Variant};

} // namespace aic::runtime::cpu
