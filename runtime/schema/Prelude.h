/// \file
/// The first 64 bytes of model.aic, and the numbers of the format that the schema cannot say.
#ifndef AIC_RUNTIME_SCHEMA_PRELUDE_H
#define AIC_RUNTIME_SCHEMA_PRELUDE_H

#include <cstddef>
#include <cstdint>

namespace aic::schema {

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "model.aic is little-endian and used in place");

/// A runtime reads every file of its major version whose minor one is not above its own, and refuses any
/// other by name. The minor version is raised with what an older runtime would misread or lack: a field at
/// the end of its table, a value of an enum. The major one with any other change of meaning. Files of each
/// version lie in test/unit/runtime/formats, and every later build of the major version runs them.
constexpr uint32_t kFormatMajor = 4;
constexpr uint32_t kFormatMinor = 3;

/// As PNG's: a byte above 127, the name, and line ends that a transfer in text mode would spoil.
constexpr uint8_t kMagic[8] = {0x89, 'A', 'I', 'C', '\r', '\n', 0x1a, '\n'};

/// Stands at offset 0; the FlatBuffer follows at offset 64. This layout stays the same in every format
/// version, so that a runtime can tell a damaged file from a newer one.
struct Prelude {
  uint8_t magic[8];
  uint32_t formatMajor;
  uint32_t formatMinor;    ///< 0 before version 4, which had none.
  uint64_t fileBytes;      ///< Of the whole file.
  uint64_t headerBytes;    ///< Of the FlatBuffer.
  uint64_t headerChecksum; ///< XXH3, 64 bits, of the FlatBuffer.
  uint64_t zero1[2];
  uint64_t preludeChecksum; ///< XXH3, 64 bits, of the 56 bytes before.
};
static_assert(sizeof(Prelude) == 64 && offsetof(Prelude, preludeChecksum) == 56);

constexpr uint64_t kMaxHeaderBytes = uint64_t(1) << 30; ///< FlatBuffers' own limit is 2 GiB.
constexpr uint32_t kMaxTables = 1u << 24;               ///< Tables in the header: bounds the verifier's time.
constexpr uint64_t kMaxBytes = uint64_t(1) << 56; ///< Of any section, tensor or arena: sums cannot overflow.
constexpr uint32_t kMaxRank = 32;
constexpr uint32_t kMaxSectionAlignment = 65536;
constexpr uint32_t kMaxWorkgroups = 0x7fffffff;
constexpr uint32_t kMaxSteppedWorkgroups = 256; ///< Of a dispatch with several steps.

/// Whether a dispatch may have so many steps, where its target has steps.
constexpr bool IsGoodStepCount(uint32_t steps, uint32_t workgroups) {
  return steps == 1 ||
         (steps > 1 && workgroups <= kMaxSteppedWorkgroups && uint64_t(steps) * workgroups <= kMaxWorkgroups);
}
constexpr uint32_t kMaxDispatches = 1u << 24;            ///< That a program runs, with repetitions.
constexpr uint64_t kMaxScratchBytes = uint64_t(1) << 30; ///< Of one thread.
constexpr uint32_t kBufferAlignment = 64; ///< Of bindings in the arena and in the weights, and of states.
constexpr uint32_t kVulkanBufferAlignment =
    256; ///< Of bindings in a Vulkan target's arena: no device asks more.
constexpr uint32_t kMaxVulkanWorkgroups = 65535; ///< In each direction: what every device allows.
constexpr uint32_t kMaxLocalInvocations = 1024;
constexpr uint32_t kMaxVariants = 16;         ///< Of a kernel.
constexpr uint32_t kMaxSharedBytes = 1 << 20; ///< Of a workgroup.
/// What the variant "floor" may use at most.
constexpr uint32_t kFloorInvocations = 256;
constexpr uint32_t kFloorSharedBytes = 16384;
constexpr uint32_t kWeightsAlignment = 4096; ///< What the writer gives the weights section: a page.

/// Bytes of one element, by schema::ElementType (as are types below); the table ends where the enum does.
constexpr uint8_t kElementBytes[] = {4, 2, 2, 8, 1, 1, 1, 2, 4, 8};
constexpr uint32_t kElementTypes = sizeof(kElementBytes);
/// In TypeBytes the type of integers of 4 bits, two a byte: no tensor has it.
constexpr uint32_t kPairsOf4Bits = 15;

/// Whether `value` is the bits of an element of a type, in the low bytes.
constexpr bool IsGoodElement(uint32_t type, uint64_t value) {
  constexpr uint32_t kBool = 4;
  return type == kBool ? value <= 1 : kElementBytes[type] == 8 || value >> 8 * kElementBytes[type] == 0;
}

/// The same for an input, output or state in a Vulkan device's memory: there bool (0 or 1) and i64 are i32.
constexpr uint8_t kVulkanElementBytes[] = {4, 2, 2, 8, 4, 1, 1, 2, 4, 4};
static_assert(sizeof(kVulkanElementBytes) == sizeof(kElementBytes));

/// What the format asks of one kind of target and not of another.
struct TargetRules {
  const uint8_t* elementBytes; ///< Of inputs, outputs and states in its memory, by schema::ElementType.
  uint32_t arenaAlignment;     ///< Of bindings in its arena.
  bool wholeTensors;           ///< A binding of an input, output or state begins where its tensor does.
  bool steps;                  ///< A dispatch may have several (kernel_abi.h).
  bool scratch;                ///< Kernels may have memory of their thread's own (kernel_abi.h).
  bool variants;               ///< Kernels have variants, and the code is their SPIR-V; else it is an object.
  const char* title;           ///< "a CPU"
};

/// By schema::TargetKind.
constexpr TargetRules kTargetRules[] = {
    {kElementBytes, kBufferAlignment, false, true, true, false, "a CPU"},
    {kVulkanElementBytes, kVulkanBufferAlignment, true, false, false, true, "Vulkan"},
};

} // namespace aic::schema

#endif // AIC_RUNTIME_SCHEMA_PRELUDE_H
