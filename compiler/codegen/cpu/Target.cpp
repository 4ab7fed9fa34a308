// Resolving a CPU's name to what code may use there.
#include "compiler/codegen/cpu/Target.h"

#include "runtime/schema/X86Features.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/AArch64TargetParser.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/TargetParser/X86TargetParser.h"

namespace aic::codegen {
namespace {

constexpr const char* kX86Triple = "x86_64-pc-linux-gnu";
constexpr const char* kArmTriple = "aarch64-unknown-linux-gnu";

// What the emitters and LLVM use on their own when a CPU has it; a machine without one of these cannot run
// the code. Features outside this list (system instructions, hints) never appear in kernels.
constexpr const char* kX86Features[] = {
    "sse3",         "ssse3",       "sse4.1",     "sse4.2",     "avx",          "f16c",
    "avx2",         "fma",         "bmi",        "bmi2",       "lzcnt",        "popcnt",
    "movbe",        "avx512f",     "avx512dq",   "avx512bw",   "avx512vl",     "avx512cd",
    "avx512vbmi",   "avx512vbmi2", "avx512vnni", "avx512bf16", "avx512ifma",   "avx512vpopcntdq",
    "avx512bitalg", "avx512fp16",  "gfni",       "avxvnni",    "avxneconvert", "cmpccxadd",
    "fma4",         "xop",         "tbm",        "sse4a",      "amx-tile",     "amx-bf16",
    "amx-int8"};

// The same for AArch64, beyond ARMv8.0 with NEON. Code may use these and no others: LLVM is told no CPU of
// this architecture, but what it is to arrange code for. (SVE is left out: the emitters' vectors have a
// length.)
constexpr const char* kArmFeatures[] = {"crc",       "lse",     "rdm",    "fullfp16", "dotprod", "rcpc",
                                        "complxnum", "fp16fml", "jsconv", "bf16",     "i8mm"};
constexpr const char* kGenericArm = "generic-aarch64";

// ISA, vector bytes, registers, accumulators.
//   AVX-512: 32 registers: 28 accumulators, 2-4 for a row of B, the broadcast of A folds into the FMA or
//   takes one. AVX/AVX2: 16 registers: 12 accumulators (6x16), 2 for B, 1 for A. SSE2: 16 registers, no FMA:
//   8 accumulators, 2 for B, 1 for A, products need temporaries.
struct IsaRow {
  const char* feature;
  int64_t vectorBytes, registers, accumulators;
};
constexpr IsaRow kX86Isas[] = {{"avx512f", 64, 32, 28}, {"avx", 32, 16, 12}, {"sse2", 16, 16, 8}};
// NEON: 32 registers: 24 accumulators (6x16, 8x12), 3 or 4 for a row of B, 1 or 2 for A, which is
// broadcast when it is loaded (ld1r).
constexpr IsaRow kNeon = {"neon", 16, 32, 24};

void setFigures(CpuTarget& target, const IsaRow& isa) {
  target.vectorBytes = isa.vectorBytes;
  target.registers = isa.registers;
  target.accumulators = isa.accumulators;
}

llvm::Error invalid(const llvm::Twine& message) {
  return llvm::createStringError(std::make_error_code(std::errc::invalid_argument), message);
}

/// Of `features`, "+this,-that" for all that there may be.
template <size_t n> std::string spelled(const char* const (&all)[n], const llvm::StringMap<bool>& has) {
  std::string text;
  for (const char* feature : all)
    text += (text.empty() ? "" : ",") + std::string(has.lookup(feature) ? "+" : "-") + feature;
  return text;
}

llvm::Triple host() {
  return llvm::Triple(llvm::sys::getProcessTriple());
}

// --- x86-64

bool isX86Name(llvm::StringRef name) {
  llvm::SmallVector<llvm::StringRef> known;
  llvm::X86::fillValidCPUArchList(known, /*Only64Bit=*/true);
  return llvm::is_contained(known, name);
}

llvm::Expected<CpuTarget> resolveX86(llvm::StringRef name, bool native) {
  CpuTarget target;
  target.name = native ? "native" : name.str();
  target.triple = kX86Triple;
  // A CPU newer than LLVM: its features are still read from the machine below.
  target.cpu = native && !isX86Name(name) ? "x86-64" : name.str();
  target.llvmCpu = target.tuneFor = target.cpu;
  llvm::StringMap<bool> has;
  if (native) {
    has = llvm::sys::getHostCPUFeatures();
    if (has.lookup("amx-tile") && !schema::x86::PermitTiles())
      has["amx-tile"] = has["amx-bf16"] = has["amx-int8"] = false;
    target.features = spelled(kX86Features, has); // what this machine lacks (a hypervisor may hide it) or has
                                                  // beyond the named CPU
  } else {
    llvm::SmallVector<llvm::StringRef> features;
    llvm::X86::getFeaturesForCPU(target.cpu, features);
    for (llvm::StringRef feature : features) {
      has[feature] = true;
      llvm::X86::updateImpliedFeatures(feature, /*Enabled=*/true, has); // avx2 is listed, avx is not
    }
  }
  has["sse2"] = true;
  if (!has.lookup("sse4.1")) // floor and rounding would be calls into libm
    return invalid("the CPU '" + target.cpu +
                   "' has no SSE4.1, which the emitted code needs: x86-64-v2 or later");
  for (const char* feature : kX86Features)
    if (has.lookup(feature))
      target.requiredFeatures.push_back(feature);
  setFigures(target, *llvm::find_if(kX86Isas, [&](const IsaRow& isa) { return has.lookup(isa.feature); }));
  target.fusedMultiplyAdd = has.lookup("fma") || has.lookup("avx512f");
  target.f16c = has.lookup("f16c");
  target.maskRegisters = target.broadcastsInFma = has.lookup("avx512f");
  target.halfVectors = target.cpu == "znver4" && has.lookup("avx512vl");
  if (has.lookup("avx512fp16")) // Sapphire Rapids and what came after it
    target.secondLevel *= 2;
  target.fastPairs = llvm::StringRef(target.cpu).starts_with("znver") && has.lookup("avx512bf16");
  target.avx512 = target.maskRegisters && has.lookup("avx512vl") && has.lookup("avx512dq");
  target.quadsInTiles = target.avx512 && has.lookup("amx-int8");
  target.pairsInTiles = target.avx512 && has.lookup("avx512bf16") && has.lookup("amx-bf16");
  return target;
}

// --- AArch64

bool isArmName(llvm::StringRef name) {
  return name == kGenericArm || (name != "generic" && llvm::AArch64::parseCpu(name).has_value());
}

llvm::Expected<CpuTarget> resolveArm(llvm::StringRef name, bool native) {
  CpuTarget target;
  target.name = native ? "native" : name.str();
  target.triple = kArmTriple;
  target.cpu = native && !isArmName(name) ? kGenericArm : name.str();
  target.llvmCpu = "generic"; // which has NEON and no more
  target.tuneFor = target.cpu == kGenericArm ? "generic" : target.cpu;
  llvm::StringMap<bool> has;
  if (native) {
    has = llvm::sys::getHostCPUFeatures();
  } else if (auto cpu = llvm::AArch64::parseCpu(target.tuneFor)) {
    if (cpu->Arch.Profile != llvm::AArch64::AProfile)
      return invalid("the CPU '" + target.cpu + "' has no profile A, as those have that run Linux");
    llvm::AArch64::ExtensionSet extensions;
    extensions.addCPUDefaults(*cpu);
    std::vector<std::string> features;
    extensions.toLLVMFeatureList(features);
    for (llvm::StringRef feature : features)
      if (feature.consume_front("+"))
        has[feature] = true;
  }
  target.features = "+neon," + spelled(kArmFeatures, has);
  for (const char* feature : kArmFeatures)
    if (has.lookup(feature))
      target.requiredFeatures.push_back(feature);
  setFigures(target, kNeon);
  target.fusedMultiplyAdd = target.f16c = target.takesLanes = true;
  return target;
}

/// What a list of CPUs is put in order by: registers' width, then what is needed beside it.
std::pair<int64_t, size_t> rank(const CpuTarget& target) {
  return {target.vectorBytes, target.requiredFeatures.size()};
}

} // namespace

llvm::Expected<CpuTarget> resolveTarget(llvm::StringRef name) {
  static const bool initialised = [] {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    LLVMInitializeAArch64TargetInfo();
    LLVMInitializeAArch64Target();
    LLVMInitializeAArch64TargetMC();
    LLVMInitializeAArch64AsmPrinter();
    return true;
  }();
  (void)initialised;
  if (name.empty() || name == "native") {
    std::string cpu = llvm::sys::getHostCPUName().str();
    if (host().getArch() == llvm::Triple::x86_64)
      return resolveX86(cpu, /*native=*/true);
    if (host().getArch() == llvm::Triple::aarch64)
      return resolveArm(cpu, /*native=*/true);
    return invalid("native: there is no code for this machine, " + host().str() +
                   "; --target-cpu takes CPUs of x86-64 and AArch64");
  }
  if (isX86Name(name))
    return resolveX86(name, /*native=*/false);
  if (isArmName(name))
    return resolveArm(name, /*native=*/false);
  return invalid("unknown CPU '" + name +
                 "'; try native, x86-64-v2, x86-64-v3, x86-64-v4, haswell, skylake-avx512, icelake-server, "
                 "sapphirerapids, znver1 to znver5, or generic-aarch64, cortex-a72, neoverse-n1, apple-m1");
}

llvm::Expected<std::vector<CpuTarget>> resolveTargets(llvm::StringRef names) {
  std::vector<CpuTarget> all;
  llvm::SmallVector<llvm::StringRef> list;
  names.split(list, ',');
  for (llvm::StringRef name : list) {
    if (name.empty() && list.size() > 1)
      return invalid("--target-cpu " + names + ": a name is missing");
    auto target = resolveTarget(name);
    if (!target)
      return target.takeError();
    const CpuTarget* same = nullptr;
    for (const CpuTarget& known : all)
      if (known.isSame(*target))
        same = &known;
    if (!same) {
      all.push_back(std::move(*target));
    } else if (same->cpu != target->cpu) {
      return invalid("--target-cpu " + names + ": " + same->cpu + " and " + target->cpu +
                     " run on the same machines, so the code of one would never be used; leave one out");
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const CpuTarget& a, const CpuTarget& b) { return rank(a) > rank(b); });
  return all;
}

} // namespace aic::codegen
