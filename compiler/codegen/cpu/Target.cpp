// Resolving a CPU's name to what code may use there.
#include "compiler/codegen/cpu/Target.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/TargetParser/X86TargetParser.h"

namespace aic::codegen {
namespace {

// What the emitters and LLVM use on their own when a CPU has it; a machine without one of these cannot run
// the code. Features outside this list (system instructions, hints) never appear in kernels.
constexpr const char* kCheckedFeatures[] = {
    "sse3",         "ssse3",       "sse4.1",     "sse4.2",     "avx",          "f16c",
    "avx2",         "fma",         "bmi",        "bmi2",       "lzcnt",        "popcnt",
    "movbe",        "avx512f",     "avx512dq",   "avx512bw",   "avx512vl",     "avx512cd",
    "avx512vbmi",   "avx512vbmi2", "avx512vnni", "avx512bf16", "avx512ifma",   "avx512vpopcntdq",
    "avx512bitalg", "avx512fp16",  "gfni",       "avxvnni",    "avxneconvert", "cmpccxadd",
    "fma4",         "xop",         "tbm",        "sse4a"};

// ISA, vector bytes, registers, accumulators.
//   AVX-512: 32 registers: 28 accumulators, 2-4 for a row of B, the broadcast of A folds into the FMA or
//   takes one. AVX/AVX2: 16 registers: 12 accumulators (6x16), 2 for B, 1 for A. SSE2: 16 registers, no FMA:
//   8 accumulators, 2 for B, 1 for A, products need temporaries.
struct IsaRow {
  const char* feature;
  int64_t vectorBytes, registers, accumulators;
};
constexpr IsaRow kIsas[] = {{"avx512f", 64, 32, 28}, {"avx", 32, 16, 12}, {"sse2", 16, 16, 8}};

llvm::Error invalid(const std::string& message) {
  return llvm::createStringError(std::make_error_code(std::errc::invalid_argument), "%s", message.c_str());
}

} // namespace

llvm::Expected<CpuTarget> resolveTarget(llvm::StringRef name) {
  static const bool initialised = [] {
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
    return true;
  }();
  (void)initialised;
  CpuTarget target;
  target.triple = llvm::sys::getDefaultTargetTriple();
  llvm::Triple triple(target.triple);
  if (triple.getArch() != llvm::Triple::x86_64)
    return invalid("this build emits code for x86-64 only; the machine is " + target.triple);

  bool native = name.empty() || name == "native";
  target.cpu = native ? llvm::sys::getHostCPUName().str() : name.str();
  llvm::SmallVector<llvm::StringRef> known;
  llvm::X86::fillValidCPUArchList(known, /*Only64Bit=*/true);
  if (native && !llvm::is_contained(known, target.cpu))
    target.cpu = "x86-64"; // a CPU newer than LLVM: its features are still read from the machine below
  if (!llvm::is_contained(known, target.cpu)) {
    std::string list;
    for (llvm::StringRef cpu : known)
      if (cpu.starts_with("x86-64-v") || cpu.starts_with("znver") || cpu == "haswell" || cpu == "skylake" ||
          cpu == "skylake-avx512" || cpu == "icelake-server" || cpu == "sapphirerapids")
        list += (list.empty() ? "" : ", ") + cpu.str();
    return invalid("unknown CPU '" + target.cpu + "'; try native, " + list);
  }

  llvm::StringMap<bool> has;
  if (native) {
    has = llvm::sys::getHostCPUFeatures();
    // What this machine lacks (a hypervisor may hide it) or has beyond the named CPU.
    for (const char* feature : kCheckedFeatures)
      target.features +=
          (target.features.empty() ? "" : ",") + std::string(has.lookup(feature) ? "+" : "-") + feature;
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
  for (const char* feature : kCheckedFeatures)
    if (has.lookup(feature))
      target.requiredFeatures.push_back(feature);
  for (const IsaRow& isa : kIsas)
    if (has.lookup(isa.feature)) {
      target.vectorBytes = isa.vectorBytes;
      target.registers = isa.registers;
      target.accumulators = isa.accumulators;
      break;
    }
  target.fusedMultiplyAdd = has.lookup("fma") || has.lookup("avx512f");
  target.f16c = has.lookup("f16c");
  target.maskRegisters = has.lookup("avx512f");
  target.halfVectors = target.cpu == "znver4" && has.lookup("avx512vl");
  target.avx512 = target.maskRegisters && has.lookup("avx512vl") && has.lookup("avx512dq");
  return target;
}

} // namespace aic::codegen
