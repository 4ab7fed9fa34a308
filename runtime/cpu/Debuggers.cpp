#include "runtime/cpu/Debuggers.h"

#include "runtime/Memory.h"
#include "runtime/cpu/GdbJit.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

// What a process has of these depends on what it links; the runtime itself needs none.
extern "C" {
// libgcc's: a whole .eh_frame, with room for what libgcc notes (it needs six words).
__attribute__((weak)) void __register_frame_info(const void* begin, void* object);
__attribute__((weak)) void* __deregister_frame_info(const void* begin);
// LLVM's libunwind has others.
__attribute__((weak)) void __unw_add_dynamic_eh_frame_section(uintptr_t begin);
__attribute__((weak)) void __unw_remove_dynamic_eh_frame_section(uintptr_t begin);
}

namespace aic::runtime::cpu {

namespace {

int CompareAddresses(const void* a, const void* b) {
  const uint64_t x = *static_cast<const uint64_t*>(a), y = *static_cast<const uint64_t*>(b);
  return x < y ? -1 : x > y;
}

/// Fills `sizes`: from each kernel to the next one in memory, or to the end of the code. False: no memory.
bool MeasureKernels(const LoadedCode& code, Array<uint64_t>* sizes) {
  const uint32_t kernels = code.table->count;
  Array<uint64_t> sorted;
  if (!sorted.Allocate(kernels + size_t(1)) || !sizes->Allocate(kernels))
    return false;
  auto start = [&](uint32_t i) { return uint64_t(reinterpret_cast<uintptr_t>(code.table->functions[i])); };
  for (uint32_t i = 0; i < kernels; ++i)
    sorted[i] = start(i);
  sorted[kernels] = reinterpret_cast<uintptr_t>(code.memory) + code.code.address + code.code.bytes;
  qsort(sorted.data(), sorted.size(), sizeof(uint64_t), CompareAddresses);
  for (uint32_t i = 0; i < kernels; ++i) {
    const uint64_t begin = start(i);
    size_t low = 0, high = kernels; // The first that lies behind it is in (low, high].
    while (high - low > 1) {
      const size_t middle = (low + high) / 2;
      (sorted[middle] > begin ? high : low) = middle;
    }
    (*sizes)[i] = sorted[high] - begin;
  }
  return true;
}

/// Appends to /tmp/perf-PID.map, lines "START SIZE NAME" (Linux: tools/perf/Documentation/jit-interface.txt).
void WritePerfMap(const LoadedCode& code, const KernelNames& names, const uint64_t* sizes) {
  char path[64];
  snprintf(path, sizeof(path), "/tmp/perf-%ld.map", static_cast<long>(getpid()));
  // Anybody may have left something of that name there.
  int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0)
    return;
  for (uint32_t i = 0; i < code.table->count; ++i) {
    char line[256];
    int length =
        snprintf(line, sizeof(line), "%llx %llx %s\n",
                 static_cast<unsigned long long>(reinterpret_cast<uintptr_t>(code.table->functions[i])),
                 static_cast<unsigned long long>(sizes[i]), names[i]);
    if (length >= static_cast<int>(sizeof(line))) { // A long name is cut.
      length = sizeof(line) - 1;
      line[length - 1] = '\n';
    }
    if (write(file, line, static_cast<size_t>(length)) != length)
      break;
  }
  close(file);
}

} // namespace

void Debuggers::TellUnwinder(const LoadedCode& code) {
  if (code.unwind.bytes == 0)
    return;
  const uint8_t* begin = code.memory + code.unwind.address;
  if (__unw_add_dynamic_eh_frame_section && __unw_remove_dynamic_eh_frame_section)
    __unw_add_dynamic_eh_frame_section(reinterpret_cast<uintptr_t>(begin));
  else if (__register_frame_info && __deregister_frame_info)
    __register_frame_info(begin, unwindObject_);
  else
    return;
  unwind_ = begin;
}

void Debuggers::TellNames(const LoadedCode& code, const KernelNames& names) {
  Array<uint64_t> sizes;
  if (!MeasureKernels(code, &sizes))
    return;
  gdb_ = ShowGdb(code, names, sizes.data());
  const char* wanted = secure_getenv("AIC_PERF_MAP");
  if (wanted && strcmp(wanted, "1") == 0)
    WritePerfMap(code, names, sizes.data());
}

Debuggers::~Debuggers() {
  if (gdb_)
    HideFromGdb(gdb_);
  if (!unwind_)
    return;
  if (__unw_add_dynamic_eh_frame_section && __unw_remove_dynamic_eh_frame_section)
    __unw_remove_dynamic_eh_frame_section(reinterpret_cast<uintptr_t>(unwind_));
  else
    __deregister_frame_info(unwind_);
}

} // namespace aic::runtime::cpu
