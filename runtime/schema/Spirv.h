/// \file
/// What writer and loader ask of a SPIR-V module before a driver sees it. Drivers take whatever they are
/// given for valid; this is not spirv-val (the compiler's tests run that), but it holds what the runtime
/// relies on: that the module is whole, and that it wants nothing that its Variant does not say.
#ifndef AIC_RUNTIME_SCHEMA_SPIRV_H
#define AIC_RUNTIME_SCHEMA_SPIRV_H

#include <cstdint>
#include <cstring>

namespace aic::schema {

struct SpirvFacts {
  uint32_t localSize[3] = {0, 0, 0};
  uint32_t bindings = 0; ///< One more than the largest binding; 0 without any.
  bool usesSubgroups = false;
};

namespace spirv {
constexpr uint32_t kMagicNumber = 0x07230203, kVersion13 = 0x00010300, kHeaderWords = 5;
constexpr uint32_t kMaxBound = 0x3fffff; ///< SPIR-V's universal limit of result ids.
enum Op : uint32_t {
  OpExtension = 10,
  OpEntryPoint = 15,
  OpExecutionMode = 16,
  OpCapability = 17,
  OpSpecConstantTrue = 48,
  OpSpecConstantOp = 52,
  OpVariable = 59,
  OpDecorate = 71,
  OpExecutionModeId = 331
};
enum : uint32_t { CapabilityMatrix = 0, CapabilityShader = 1, CapabilityGroupNonUniform = 61 };
enum : uint32_t { CapabilityGroupNonUniformArithmetic = 63 };
enum : uint32_t { ModelGLCompute = 5, ModeLocalSize = 17 };
enum : uint32_t { DecorationBuiltIn = 11, DecorationBinding = 33, DecorationDescriptorSet = 34 };
enum : uint32_t { BuiltInWorkgroupSize = 25 };
enum : uint32_t { StorageInput = 1, StorageWorkgroup = 4, StoragePrivate = 6, StorageFunction = 7 };
enum : uint32_t { StorageBuffer = 12 };
} // namespace spirv

/// What ReadSpirv has seen of a module. Each function returns nullptr, or what is wrong.
struct SpirvReader {
  const uint8_t* data;
  uint64_t words;
  SpirvFacts* facts;
  bool shader = false, entry = false, size = false;
  uint32_t entryId = 0;

  uint32_t word(uint64_t i) const {
    uint32_t value;
    memcpy(&value, data + 4 * i, 4);
    return value;
  }
  /// Whether the string at word `i`, which may reach to word `end`, is `text`.
  bool reads(uint64_t i, uint64_t end, const char* text) const {
    uint64_t length = strlen(text) + 1;
    return length <= 4 * (end - i) && memcmp(data + 4 * i, text, length) == 0;
  }

  const char* header() const {
    using namespace spirv;
    if (words < kHeaderWords || word(0) != kMagicNumber)
      return "is no SPIR-V module";
    if ((word(1) & 0xff0000ff) || word(1) > kVersion13)
      return "is of a SPIR-V version above 1.3";
    if (word(3) == 0 || word(3) > kMaxBound || word(4) != 0)
      return "has an impossible SPIR-V header";
    return nullptr;
  }

  /// The operands of an instruction are the words [i + 1, next).
  const char* capability(uint64_t i, uint64_t next) {
    using namespace spirv;
    if (next - i != 2)
      return "has a malformed capability";
    if (word(i + 1) == CapabilityGroupNonUniform || word(i + 1) == CapabilityGroupNonUniformArithmetic)
      facts->usesSubgroups = true;
    else if (word(i + 1) == CapabilityShader)
      shader = true;
    else if (word(i + 1) != CapabilityMatrix)
      return "asks for a capability that this format does not know";
    return nullptr;
  }

  const char* entryPoint(uint64_t i, uint64_t next) {
    if (entry || next - i < 4 || word(i + 1) != spirv::ModelGLCompute || !reads(i + 3, next, "main"))
      return "has another entry point than one compute shader called main";
    entry = true;
    entryId = word(i + 2);
    return nullptr;
  }

  const char* executionMode(uint64_t i, uint64_t next) {
    if (size || !entry || next - i != 6 || word(i + 1) != entryId || word(i + 2) != spirv::ModeLocalSize)
      return "has another execution mode than one LocalSize";
    size = true;
    memcpy(facts->localSize, data + 4 * (i + 3), sizeof(facts->localSize));
    return nullptr;
  }

  const char* decoration(uint64_t i, uint64_t next) {
    using namespace spirv;
    uint64_t count = next - i;
    if (count < 3)
      return "has a malformed decoration";
    if (word(i + 2) == DecorationBuiltIn && (count != 4 || word(i + 3) == BuiltInWorkgroupSize))
      return "decorates its workgroups' size";
    if (word(i + 2) == DecorationDescriptorSet && (count != 4 || word(i + 3) != 0))
      return "has a buffer outside descriptor set 0";
    if (word(i + 2) != DecorationBinding)
      return nullptr;
    if (count != 4 || word(i + 3) >= kMaxBound)
      return "has an impossible binding";
    if (word(i + 3) >= facts->bindings)
      facts->bindings = word(i + 3) + 1;
    return nullptr;
  }

  const char* variable(uint64_t i, uint64_t next) const {
    using namespace spirv;
    if (next - i < 4)
      return "has a malformed variable";
    uint32_t storage = word(i + 3);
    if (storage != StorageInput && storage != StorageWorkgroup && storage != StoragePrivate &&
        storage != StorageFunction && storage != StorageBuffer)
      return "has a variable that is neither a storage buffer nor its own";
    return nullptr;
  }

  const char* instruction(uint64_t i, uint64_t next) {
    using namespace spirv;
    switch (uint32_t op = word(i) & 0xffff) {
    case OpCapability:
      return capability(i, next);
    case OpExtension:
      return reads(i + 1, next, "SPV_KHR_storage_buffer_storage_class")
                 ? nullptr
                 : "asks for an extension that this format does not know";
    case OpEntryPoint:
      return entryPoint(i, next);
    case OpExecutionMode:
      return executionMode(i, next);
    case OpExecutionModeId:
      return "has another execution mode than one LocalSize";
    case OpDecorate:
      return decoration(i, next);
    case OpVariable:
      return variable(i, next);
    default:
      return op >= OpSpecConstantTrue && op <= OpSpecConstantOp ? "has specialisation constants" : nullptr;
    }
  }
};

/// Reads `bytes` bytes at `data`, which need not be aligned. Returns nullptr and fills `facts`, or says what
/// is wrong, as the end of a sentence that begins with the module's name.
inline const char* ReadSpirv(const uint8_t* data, uint64_t bytes, SpirvFacts* facts) {
  *facts = {};
  if (bytes % 4)
    return "is no SPIR-V module";
  SpirvReader reader{data, bytes / 4, facts};
  if (const char* problem = reader.header())
    return problem;
  for (uint64_t i = spirv::kHeaderWords, next; i < reader.words; i = next) {
    uint32_t count = reader.word(i) >> 16;
    next = i + count;
    if (count == 0 || next > reader.words)
      return "has an instruction that reaches beyond its end";
    if (const char* problem = reader.instruction(i, next))
      return problem;
  }
  return reader.shader && reader.entry && reader.size ? nullptr
                                                      : "lacks a capability, an entry point or a LocalSize";
}

} // namespace aic::schema

#endif // AIC_RUNTIME_SCHEMA_SPIRV_H
