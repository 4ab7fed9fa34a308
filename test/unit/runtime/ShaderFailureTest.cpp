// Vulkan targets that lie: every constraint on variants and their SPIR-V, broken one by one behind right
// checksums.
#include "runtime/schema/Prelude.h"
#include "runtime/schema/artifact_generated.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstring>
#include <functional>
#include <random>

namespace aic::test {
namespace {

using testing::HasSubstr;

schema::Target* VulkanTarget(std::string& bytes) {
  return schema::GetMutableHeader(bytes.data() + sizeof(schema::Prelude))
      ->mutable_targets()
      ->GetMutableObject(1);
}
/// Kernels: 0 scale (floor, shared), 1 blend (floor, subgroup), 2 sum (floor).
schema::Variant* VariantOf(std::string& bytes, uint32_t kernel, uint32_t variant) {
  return VulkanTarget(bytes)
      ->mutable_kernels()
      ->GetMutableObject(kernel)
      ->mutable_variants()
      ->GetMutableObject(variant);
}
schema::Binding* BindingOf(std::string& bytes, uint32_t dispatch, uint32_t binding) {
  return const_cast<schema::Binding*>(
      VulkanTarget(bytes)->programs()->Get(0)->dispatches()->Get(dispatch)->bindings()->Get(binding));
}

/// Breaks a sound artifact, makes the checksums right again, and expects to be told so.
void ExpectRefused(const char* message, const std::function<bool(std::string&)>& damage) {
  std::string bytes = TwoTargetModel()->Bytes();
  ASSERT_EQ(OpenFailure(bytes, AIC_OK), "");
  ASSERT_TRUE(damage(bytes));
  FixChecksums(&bytes);
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr(message));
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT, AIC_OPEN_INSPECT), HasSubstr(message));
}

TEST(HostileShaders, VariantsThatLie) {
  auto variant = [](auto change, uint32_t kernel = 0, uint32_t index = 1) {
    return [=](std::string& bytes) { return change(VariantOf(bytes, kernel, index)); };
  };
  ExpectRefused("kernel scale, variant shared has an impossible local size",
                variant([](auto* v) { return v->mutate_local_x(0); }));
  ExpectRefused("impossible local size", variant([](auto* v) { return v->mutate_local_z(5); }));
  ExpectRefused("impossible local size", variant([](auto* v) {
                  return v->mutate_local_x(1u << 31) && v->mutate_local_y(2) && v->mutate_local_z(1);
                }));
  ExpectRefused("has another local size than its SPIR-V",
                variant([](auto* v) { return v->mutate_local_x(8); }));
  ExpectRefused("has another local size than its SPIR-V",
                variant([](auto* v) { return v->mutate_local_z(2); }));
  ExpectRefused("impossible number of workgroups",
                variant([](auto* v) { return v->mutate_workgroups_x(0); }));
  ExpectRefused("impossible number of workgroups",
                variant([](auto* v) { return v->mutate_workgroups_y(65536); }));
  ExpectRefused("impossible number of workgroups",
                variant([](auto* v) { return v->mutate_workgroups_z(0); }));
  ExpectRefused("too much workgroup memory",
                variant([](auto* v) { return v->mutate_shared_bytes((1u << 20) + 1); }));
  ExpectRefused("lies outside the code section", variant([](auto* v) { return v->mutate_offset(2); }));
  ExpectRefused("lies outside the code section",
                variant([](auto* v) { return v->mutate_offset(~uint64_t(3)); }));
  ExpectRefused("lies outside the code section",
                variant([](auto* v) { return v->mutate_bytes(v->bytes() - 1); }));
  ExpectRefused("lies outside the code section", variant([](auto* v) { return v->mutate_bytes(1 << 20); }));
  ExpectRefused("lies outside the code section",
                variant([](auto* v) { return v->mutate_bytes(~uint64_t(3)); }));
  ExpectRefused("overlaps another module",
                variant([](auto* v) { return v->mutate_offset(v->offset() - 4); }));
  ExpectRefused("is no SPIR-V module", variant([](auto* v) { return v->mutate_offset(v->offset() + 4); }));
  ExpectRefused("is no SPIR-V module", variant([](auto* v) { return v->mutate_bytes(0); }));
  ExpectRefused("uses subgroups and does not say so",
                variant([](auto* v) { return v->mutate_needs_subgroup(false); }, 1));
}

TEST(HostileShaders, TheFloorAsksForNothing) {
  auto floor = [](auto change) { return [=](std::string& bytes) { return change(VariantOf(bytes, 0, 0)); }; };
  ExpectRefused("kernel scale, variant floor asks for more than every device has",
                floor([](auto* v) { return v->mutate_needs_subgroup(true); }));
  ExpectRefused("asks for more", floor([](auto* v) { return v->mutate_shared_bytes(16385); }));
  ExpectRefused("asks for more", floor([](auto* v) { return v->mutate_local_y(5); }));
  ExpectRefused("no variant called floor",
                floor([](auto* v) { return const_cast<char*>(v->name()->c_str())[0] = 'F', true; }));
}

TEST(HostileShaders, ListsThatLie) {
  // "shared" and "floor" differ in length: the name's offset is changed to the other's string.
  ExpectRefused("kernel scale has two variants of one name", [](std::string& bytes) {
    auto* shared = reinterpret_cast<flatbuffers::Table*>(VariantOf(bytes, 0, 1));
    auto* field = const_cast<uint8_t*>(shared->GetAddressOf(schema::Variant::VT_NAME));
    const auto* floor = reinterpret_cast<const uint8_t*>(VariantOf(bytes, 0, 0)->name());
    if (floor < field) // Offsets reach forwards only: FlatBuffers writes children first, so they do.
      return false;
    flatbuffers::WriteScalar<uint32_t>(field, floor - field);
    return true;
  });
  ExpectRefused("is for a CPU and has variants",
                [](std::string& bytes) { return VulkanTarget(bytes)->mutate_kind(schema::TargetKind_Cpu); });
  ExpectRefused("kernel scale has no variant called floor", [](std::string& bytes) {
    schema::Target* cpu = schema::GetMutableHeader(bytes.data() + sizeof(schema::Prelude))
                              ->mutable_targets()
                              ->GetMutableObject(0);
    return cpu->mutate_kind(schema::TargetKind_Vulkan);
  });
  // The kernel of one dispatch becomes another, with another number of bindings.
  ExpectRefused("dispatch op 2 has 2 bindings, another of kernel scale has 3", [](std::string& bytes) {
    return VulkanTarget(bytes)
        ->mutable_programs()
        ->GetMutableObject(0)
        ->mutable_dispatches()
        ->GetMutableObject(1)
        ->mutate_kernel(0);
  });
}

TEST(HostileShaders, BindingsThatLie) {
  ExpectRefused("binding 2 (8192 bytes at byte 64) does not fit",
                [](std::string& bytes) { return BindingOf(bytes, 0, 2)->mutate_offset(64), true; });
  ExpectRefused("binding 0 does not begin where its tensor does", [](std::string& bytes) {
    BindingOf(bytes, 0, 0)->mutate_bytes(4);
    return BindingOf(bytes, 0, 0)->mutate_offset(256), true;
  });
}

TEST(HostileShaders, IntegersHaveFourBytesOnTheDevice) {
  // As i64 and as bool, x has 2048 elements: 8192 bytes there, whatever the caller has.
  for (artifact::ElementType type : {artifact::ElementType::I64, artifact::ElementType::Bool}) {
    auto model = TwoTargetModel();
    model->content.targets.erase(model->content.targets.begin());
    model->content.entries[0].inputs[0].type = type;
    std::string bytes = model->Bytes();
    EXPECT_EQ(OpenFailure(bytes, AIC_OK), "");
    schema::Header* header = schema::GetMutableHeader(bytes.data() + sizeof(schema::Prelude));
    const_cast<schema::Binding*>(
        header->targets()->Get(0)->programs()->Get(0)->dispatches()->Get(0)->bindings()->Get(0))
        ->mutate_bytes(8196);
    FixChecksums(&bytes);
    EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr("does not fit its buffer of 8192 bytes"));
    model->program(0).dispatches[0].bindings[0].bytes = 8196;
    EXPECT_FALSE(artifact::SerializeArtifact(model->content).ok());
  }
}

/// Changes the words of scale's variant shared, which has three buffers and one local size of 16, 16, 1.
void ExpectWordsRefused(const char* message, const std::function<void(std::vector<uint32_t>&)>& damage) {
  ExpectRefused(message, [&](std::string& bytes) {
    ModelPtr model = Open(bytes, AIC_OPEN_INSPECT);
    aic_target_info target;
    aic_section_info code;
    EXPECT_EQ(aic_model_target(model.get(), 1, &target), AIC_OK);
    EXPECT_EQ(aic_model_section(model.get(), target.code_section, &code), AIC_OK);
    schema::Variant* variant = VariantOf(bytes, 0, 1);
    std::vector<uint32_t> words(variant->bytes() / 4);
    char* at = bytes.data() + code.offset + variant->offset();
    memcpy(words.data(), at, variant->bytes());
    damage(words);
    EXPECT_EQ(words.size(), variant->bytes() / 4);
    memcpy(at, words.data(), variant->bytes());
    return true;
  });
}

TEST(HostileShaders, WordsThatLie) {
  using Words = std::vector<uint32_t>;
  constexpr uint32_t kEntryPoint = 15, kExecutionMode = 16, kCapability = 17, kMemoryModel = 14;
  constexpr uint32_t kVariable = 59, kDecorate = 71, kFunctionEnd = 56;
  auto set = [](uint32_t op, size_t operand, uint32_t value) {
    return [=](Words& words) { words[FindInstruction(words, op) + operand] = value; };
  };
  ExpectWordsRefused("kernel scale, variant shared", [](Words& words) { words[0] = 0x03022307; });
  ExpectWordsRefused("is no SPIR-V module", [](Words& words) { words[0] = 0x03022307; });
  ExpectWordsRefused("of a SPIR-V version above 1.3", [](Words& words) { words[1] = 0x00010400; });
  ExpectWordsRefused("of a SPIR-V version above 1.3", [](Words& words) { words[1] = 0x00010301; });
  ExpectWordsRefused("impossible SPIR-V header", [](Words& words) { words[3] = 0; });
  ExpectWordsRefused("impossible SPIR-V header", [](Words& words) { words[3] = 0x400000; });
  ExpectWordsRefused("impossible SPIR-V header", [](Words& words) { words[4] = 1; });
  ExpectWordsRefused("reaches beyond its end", [](Words& words) { words[5] &= 0xffff; });
  ExpectWordsRefused("reaches beyond its end", [](Words& words) { words[5] |= 0xffff0000; });
  ExpectWordsRefused("reaches beyond its end", set(kFunctionEnd, 0, 2 << 16 | kFunctionEnd));
  ExpectWordsRefused("capability that this format does not know", set(kCapability, 1, /*Float64*/ 10));
  ExpectWordsRefused("lacks a capability", set(kCapability, 1, /*Matrix*/ 0));
  ExpectWordsRefused("uses subgroups",
                     [](Words& words) { // In the place of the memory model: 2 words, 1 word.
                       size_t at = FindInstruction(words, kMemoryModel);
                       words[at] = 2 << 16 | kCapability;
                       words[at + 1] = 63;
                       words[at + 2] = 1 << 16; // OpNop
                     });
  ExpectWordsRefused("malformed capability", [](Words& words) {
    words[FindInstruction(words, kMemoryModel)] = 3 << 16 | kCapability;
  });
  ExpectWordsRefused("extension that this format does not know",
                     [](Words& words) { words[FindInstruction(words, kMemoryModel)] = 3 << 16 | 10; });
  ExpectWordsRefused("another entry point", set(kEntryPoint, 1, /*Fragment*/ 4));
  ExpectWordsRefused("another entry point", set(kEntryPoint, 3, 0x6e69616e));
  ExpectWordsRefused("another entry point", set(kEntryPoint, 4, 0x00000041)); // "mainA"
  ExpectWordsRefused("another execution mode", set(kExecutionMode, 1, 77));
  ExpectWordsRefused("another execution mode", set(kExecutionMode, 2, /*LocalSizeHint*/ 18));
  ExpectWordsRefused("another execution mode", set(kExecutionMode, 0, 6 << 16 | 331));
  ExpectWordsRefused("has another local size", set(kExecutionMode, 3, 32));
  ExpectWordsRefused("lacks a capability, an entry point or a LocalSize",
                     set(kExecutionMode, 0, 6 << 16 | /*OpName*/ 5));
  auto decorate = [](uint32_t decoration, uint32_t value) {
    return [=](Words& words) { // The first of three decorations with one value is the array's stride.
      size_t at = FindInstruction(words, kDecorate);
      words[at + 2] = decoration;
      words[at + 3] = value;
    };
  };
  ExpectWordsRefused("decorates its workgroups' size", decorate(11, 25));
  ExpectWordsRefused("outside descriptor set 0", decorate(34, 1));
  ExpectWordsRefused("more buffers than its dispatches bind", decorate(33, 3));
  ExpectWordsRefused("impossible binding", decorate(33, ~0u));
  ExpectWordsRefused("neither a storage buffer nor its own", set(kVariable, 3, /*PushConstant*/ 9));
  ExpectWordsRefused("neither a storage buffer nor its own", set(kVariable, 3, /*Uniform*/ 2));
  ExpectWordsRefused("specialisation constants", [](Words& words) {
    words[FindInstruction(words, kMemoryModel)] = 3 << 16 | /*OpSpecConstantTrue*/ 48;
  });
}

TEST(HostileShaders, RandomDamageWithRightChecksums) {
  // Header, and shaders with the header: nothing is refused by a checksum, and nothing crashes.
  const std::string bytes = TwoTargetModel()->Bytes();
  schema::Prelude prelude;
  memcpy(&prelude, bytes.data(), sizeof(prelude));
  ModelPtr model = Open(bytes, AIC_OPEN_INSPECT);
  aic_section_info code;
  ASSERT_EQ(aic_model_section(model.get(), 1, &code), AIC_OK);
  std::mt19937 random(1);
  int accepted = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string damaged = bytes;
    for (unsigned n = random() % 4 + 1; n > 0; --n) {
      bool words = random() % 2;
      damaged[words ? code.offset + random() % code.bytes
                    : sizeof(prelude) + random() % prelude.headerBytes] = random();
    }
    FixChecksums(&damaged);
    aic_model* opened;
    if (aic_model_open_memory(damaged.data(), damaged.size(), AIC_OPEN_INSPECT, &opened) == AIC_OK)
      ++accepted;
    aic_model_close(opened);
  }
  EXPECT_GT(accepted, 0);
  EXPECT_LT(accepted, 5000);
}

TEST(HostileShaders, AFlippedBitIsAChecksumsBusiness) {
  std::string bytes = TwoTargetModel()->Bytes();
  ModelPtr model = Open(bytes, AIC_OPEN_INSPECT);
  aic_section_info code;
  ASSERT_EQ(aic_model_section(model.get(), 1, &code), AIC_OK);
  ASSERT_EQ(code.kind, AIC_SECTION_CODE);
  for (uint64_t i = 0; i < code.bytes; i += 7) {
    bytes[code.offset + i] ^= 4;
    EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr("the code section is damaged"));
    bytes[code.offset + i] ^= 4;
  }
}

} // namespace
} // namespace aic::test
