// Bytes that nobody vouches for: every one of them changed, every length cut, every field of the header set
// wrong.
#include "runtime/schema/Prelude.h"
#include "runtime/schema/artifact_generated.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstring>
#include <random>

namespace aic::test {
namespace {

using testing::HasSubstr;

schema::Header* MutableHeader(std::string* bytes) {
  return schema::GetMutableHeader(bytes->data() + sizeof(schema::Prelude));
}

/// A copy at an aligned address, of exactly its size, so that AddressSanitizer sees a step beyond it.
struct Exact {
  Exact(const char* from, size_t size)
      : data(static_cast<char*>(aligned_alloc(64, (size + 63) / 64 * 64))), bytes(size), at(data) {
    // Ends where the allocation ends, so a read past the end is a fault; the start may then be unaligned.
    at = data + ((size + 63) / 64 * 64 - size);
    memcpy(at, from, size);
  }
  ~Exact() { free(data); }
  char* data;
  size_t bytes;
  char* at;
};

TEST(HostileModel, EveryTruncationIsRefused) {
  std::string bytes = ChainModel(2)->Bytes();
  for (size_t size = 0; size < bytes.size(); ++size) {
    Exact cut(bytes.data(), size);
    aic_model* model;
    aic_status status = aic_model_open_memory(cut.at, size, 0, &model);
    ASSERT_EQ(status, AIC_INVALID_ARTIFACT) << "at " << size;
    ASSERT_EQ(model, nullptr);
  }
  EXPECT_THAT(aic_last_error(), HasSubstr("cut short"));
  EXPECT_THAT(OpenFailure(bytes + "x", AIC_INVALID_ARTIFACT), HasSubstr("too long"));
}

TEST(HostileModel, EveryChangedByteIsRefusedOrHarmless) {
  std::string bytes = ChainModel(2)->Bytes();
  std::vector<float> x = ChainInput();
  ChainResult expected = ComputeChain(x, 2), result;
  ModelPtr whole = Open(bytes, AIC_OPEN_INSPECT);
  aic_section_info weights;
  ASSERT_EQ(aic_model_section(whole.get(), 1, &weights), AIC_OK);
  aic_section_info code;
  ASSERT_EQ(aic_model_section(whole.get(), 0, &code), AIC_OK);
  size_t accepted = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    bool padding = i >= code.offset + code.bytes && i < weights.offset;
    for (uint8_t flip : {0x01, 0x80, 0xff}) {
      if (padding && i % 64 != 0)
        continue; // All alike.
      bytes[i] ^= flip;
      aic_model* model;
      aic_status status = aic_model_open_memory(bytes.data(), bytes.size(), 0, &model);
      ModelPtr owner(model);
      if (status == AIC_OK) {
        ++accepted;
        bool inWeights = i >= weights.offset;
        ASSERT_TRUE(padding || inWeights || i < code.offset) << "byte " << i;
        ASSERT_EQ(aic_model_verify_weights(model), inWeights ? AIC_INVALID_ARTIFACT : AIC_OK) << "byte " << i;
        ASSERT_EQ(RunChain(MakeSession(owner, 1).get(), x, &result), AIC_OK);
        if (!inWeights) {
          ASSERT_EQ(result.y, expected.y) << "byte " << i;
        }
      } else {
        ASSERT_EQ(status, AIC_INVALID_ARTIFACT) << "byte " << i << ": " << aic_last_error();
        ASSERT_FALSE(padding);
        ASSERT_STRNE(aic_last_error(), "");
      }
      bytes[i] ^= flip;
    }
  }
  EXPECT_GE(accepted, 3 * weights.bytes);
}

TEST(HostileModel, AnotherFormatVersionIsUnsupported) {
  std::string bytes = ChainModel()->Bytes();
  bytes[offsetof(schema::Prelude, formatMajor)] = 77;
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr("damaged"));
  FixChecksums(&bytes);
  EXPECT_THAT(OpenFailure(bytes, AIC_UNSUPPORTED),
              HasSubstr("has format version 77, this runtime reads version 4"));
  bytes[offsetof(schema::Prelude, formatMajor)] = 3;
  FixChecksums(&bytes);
  EXPECT_THAT(OpenFailure(bytes, AIC_UNSUPPORTED),
              HasSubstr("has format version 3, this runtime reads version 4; compile the model again"));
}

TEST(HostileModel, ANewerMinorVersionIsUnsupported) {
  std::string bytes = ChainModel()->Bytes();
  bytes[offsetof(schema::Prelude, formatMinor)] = schema::kFormatMinor + 1;
  FixChecksums(&bytes);
  EXPECT_THAT(OpenFailure(bytes, AIC_UNSUPPORTED),
              HasSubstr("has format version 4.4, this runtime reads up to 4.3; run it with a newer runtime"));
}

TEST(HostileModel, HeaderSizesThatLie) {
  for (uint64_t size : {uint64_t(0), uint64_t(4), uint64_t(1) << 40, ~uint64_t(0), ~uint64_t(0) - 63}) {
    std::string bytes = ChainModel()->Bytes();
    memcpy(&bytes[offsetof(schema::Prelude, headerBytes)], &size, 8);
    FixChecksums(&bytes);
    OpenFailure(bytes, AIC_INVALID_ARTIFACT);
  }
}

/// Damages the header of a chain model, makes the checksums right again, and expects to be told so.
template <typename Damage> void ExpectRefused(const char* message, Damage damage) {
  std::string bytes = ChainModel()->Bytes();
  ASSERT_TRUE(damage(*MutableHeader(&bytes)));
  FixChecksums(&bytes);
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr(message));
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT, AIC_OPEN_INSPECT), HasSubstr(message));
}

schema::Program* FirstProgram(schema::Header& header) {
  return header.mutable_targets()->GetMutableObject(0)->mutable_programs()->GetMutableObject(0);
}
schema::Dispatch* FirstDispatch(schema::Header& header) {
  return FirstProgram(header)->mutable_dispatches()->GetMutableObject(0);
}
/// Binding `index` of scale: 0 the input, 1 the weights, 2 the arena.
schema::Binding* ScaleBinding(schema::Header& header, uint32_t index) {
  return const_cast<schema::Binding*>(FirstDispatch(header)->bindings()->Get(index));
}
/// 0 code, 1 weights.
schema::Section* SectionOf(schema::Header& header, uint32_t index) {
  return const_cast<schema::Section*>(header.sections()->Get(index));
}

TEST(HostileModel, DispatchesThatLie) {
  ExpectRefused("has 0 steps of 64 workgroups", [](auto& h) { return FirstDispatch(h)->mutate_steps(0); });
  ExpectRefused("has 4294967295 steps of 64 workgroups",
                [](auto& h) { return FirstDispatch(h)->mutate_steps(UINT32_MAX); });
  ExpectRefused("runs kernel 10 of 10", [](auto& h) { return FirstDispatch(h)->mutate_kernel(10); });
  ExpectRefused("has 0 workgroups", [](auto& h) { return FirstDispatch(h)->mutate_workgroups(0); });
  ExpectRefused("2147483648 workgroups",
                [](auto& h) { return FirstDispatch(h)->mutate_workgroups(0x80000000u); });
  ExpectRefused("binds input 1 of 1", [](auto& h) { return ScaleBinding(h, 0)->mutate_index(1), true; });
  ExpectRefused("binding 0 (8192 bytes at byte 4) does not fit its buffer of 8192 bytes",
                [](auto& h) { return ScaleBinding(h, 0)->mutate_offset(4), true; });
  ExpectRefused("binding 0", [](auto& h) {
    ScaleBinding(h, 0)->mutate_bytes(4);
    return ScaleBinding(h, 0)->mutate_offset(2), true; // Splits an element.
  });
  ExpectRefused("binding 2",
                [](auto& h) { return ScaleBinding(h, 2)->mutate_offset(3 * kTensorBytes), true; });
  ExpectRefused("binding 2", [](auto& h) { return ScaleBinding(h, 2)->mutate_offset(~uint64_t(63)), true; });
  ExpectRefused("binding 2", [](auto& h) { return ScaleBinding(h, 2)->mutate_bytes(~uint64_t(0)), true; });
  ExpectRefused("binding 2", [](auto& h) { return ScaleBinding(h, 2)->mutate_offset(32), true; });
  ExpectRefused("binding 2", [](auto& h) { return ScaleBinding(h, 2)->mutate_index(1), true; });
  ExpectRefused("binding 1", [](auto& h) { return ScaleBinding(h, 1)->mutate_bytes(129), true; });
  ExpectRefused("binding 1 writes what is read-only",
                [](auto& h) { return ScaleBinding(h, 1)->mutate_write(true), true; });
  ExpectRefused("binding 0 writes what is read-only",
                [](auto& h) { return ScaleBinding(h, 0)->mutate_write(true), true; });
  ExpectRefused("is of kind 5", [](auto& h) {
    return ScaleBinding(h, 1)->mutate_kind(static_cast<schema::BindingKind>(5)), true;
  });
}

TEST(HostileModel, RepeatsThatLie) {
  auto refused = [](const char* message, std::vector<artifact::Repeat> written, auto damage) {
    auto model = ChainModel();
    artifact::Program& program = model->program();
    program.repeats = std::move(written);
    program.dispatches[3].strides = {0, 64};
    program.dispatches[3].bindings[1].bytes = 64;
    std::string bytes = model->Bytes();
    schema::Header* header = MutableHeader(&bytes);
    damage(header, const_cast<schema::Repeat*>(FirstProgram(*header)->repeats()->Get(0)));
    FixChecksums(&bytes);
    EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr(message));
  };
  auto stride = [](int64_t bytes) {
    return [=](schema::Header* header, schema::Repeat*) {
      FirstProgram(*header)->mutable_dispatches()->GetMutableObject(3)->mutable_strides()->Mutate(1, bytes);
    };
  };
  auto field = [](auto change) { return [=](schema::Header*, schema::Repeat* repeat) { change(*repeat); }; };
  const std::vector<artifact::Repeat> one = {{2, 3, 5}}, two = {{2, 3, 5}, {5, 1, 5}};
  refused("repeats 0 dispatches from 2 on", one, field([](auto& r) { r.mutate_dispatches(0); }));
  refused("from 2 on of 10, 1 times", one, field([](auto& r) { r.mutate_times(1); }));
  refused("repeats 9 dispatches from 2 on of 10", one, field([](auto& r) { r.mutate_dispatches(9); }));
  refused("repeats 4294967295 dispatches", one, field([](auto& r) { r.mutate_dispatches(UINT32_MAX); }));
  refused("from 4294967295 on", one, field([](auto& r) { r.mutate_first(UINT32_MAX); }));
  refused("repeats 1 dispatches from 5 on", two, field([](auto& r) { r.mutate_dispatches(4); }));
  refused("runs more than 16777216 dispatches", one, field([](auto& r) { r.mutate_times(UINT32_MAX); }));
  refused("runs 1 times and has 2 strides", one, field([](auto& r) { r.mutate_first(4); }));
  refused("binding 1 (64 bytes at byte 8224)", one, stride(32));
  refused("binding 1 (64 bytes at byte 24576)", one, stride(4096)); // The last time, behind the arena.
  refused("binding 1 moves by -8256 bytes, 5 times", one, stride(-64 - int64_t(kTensorBytes)));
  refused("binding 1 moves by", one, stride(INT64_MIN));
}

TEST(HostileModel, TargetsAndTensorsThatLie) {
  auto target = [](schema::Header& h) { return h.mutable_targets()->GetMutableObject(0); };
  ExpectRefused("of kind 2",
                [&](auto& h) { return target(h)->mutate_kind(static_cast<schema::TargetKind>(2)); });
  ExpectRefused("names section 1", [&](auto& h) { return target(h)->mutate_code_section(1); });
  ExpectRefused("names section 2", [&](auto& h) { return target(h)->mutate_code_section(2); });
  ExpectRefused("asks for an arena",
                [&](auto& h) { return FirstProgram(h)->mutate_arena_bytes(~uint64_t(0)); });
  ExpectRefused("does not fit", [&](auto& h) { return FirstProgram(h)->mutate_arena_bytes(kTensorBytes); });
  ExpectRefused("asks for scratch memory of 1073741825 bytes a thread",
                [&](auto& h) { return FirstProgram(h)->mutate_scratch_bytes((uint64_t(1) << 30) + 1); });
  auto input = [](schema::Header& h) {
    return h.mutable_entries()->GetMutableObject(0)->mutable_inputs()->GetMutableObject(0);
  };
  ExpectRefused("element type 10",
                [&](auto& h) { return input(h)->mutate_type(static_cast<schema::ElementType>(10)); });
  ExpectRefused("impossible shape", [&](auto& h) { return input(h)->mutable_shape()->Mutate(0, -1), true; });
  ExpectRefused("impossible shape",
                [&](auto& h) { return input(h)->mutable_shape()->Mutate(0, 1LL << 62), true; });
  ExpectRefused("does not fit", [&](auto& h) { return input(h)->mutable_shape()->Mutate(0, 63), true; });
}

/// A vector of tables whose length is said to be `size`, which is not more than it has.
template <typename T> bool Shorten(flatbuffers::Vector<flatbuffers::Offset<T>>* vector, uint32_t size) {
  const bool shorter = size < vector->size();
  memcpy(static_cast<void*>(vector), &size, sizeof(size));
  return shorter;
}

TEST(HostileModel, EntriesAndProgramsThatDoNotMatch) {
  ExpectRefused("has no entry", [](auto& h) { return Shorten(h.mutable_entries(), 0); });
  ExpectRefused("target 0 has 0 programs for 1 entries", [](auto& h) {
    return Shorten(h.mutable_targets()->GetMutableObject(0)->mutable_programs(), 0);
  });
  std::string bytes = TwoEntryModel()->Bytes();
  ASSERT_TRUE(Shorten(MutableHeader(&bytes)->mutable_targets()->GetMutableObject(0)->mutable_programs(), 1));
  FixChecksums(&bytes);
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr("target 0 has 1 programs for 2 entries"));
}

TEST(HostileModel, TheSecondEntryIsCheckedToo) {
  auto refused = [](const char* message, auto damage) {
    std::string bytes = TwoEntryModel()->Bytes();
    ASSERT_TRUE(damage(*MutableHeader(&bytes)));
    FixChecksums(&bytes);
    EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr(message));
  };
  auto program = [](schema::Header& h) {
    return h.mutable_targets()->GetMutableObject(0)->mutable_programs()->GetMutableObject(1);
  };
  refused("entry total asks for an arena",
          [&](auto& h) { return program(h)->mutate_arena_bytes(~uint64_t(0)); });
  refused("runs kernel 99 of 10",
          [&](auto& h) { return program(h)->mutable_dispatches()->GetMutableObject(0)->mutate_kernel(99); });
  // It has one output, the first entry two.
  refused("binds output 1 of 1", [&](auto& h) {
    auto* bindings = program(h)->mutable_dispatches()->GetMutableObject(0)->bindings();
    return const_cast<schema::Binding*>(bindings->Get(1))->mutate_index(1), true;
  });
  refused("impossible shape", [&](auto& h) {
    return h.mutable_entries()
               ->GetMutableObject(1)
               ->mutable_inputs()
               ->GetMutableObject(0)
               ->mutable_shape()
               ->Mutate(0, -1),
           true;
  });
}

/// Damages the header of StateModel likewise.
template <typename Damage> void ExpectStatesRefused(const char* message, Damage damage) {
  std::string bytes = StateModel()->Bytes();
  ASSERT_TRUE(damage(*MutableHeader(&bytes)));
  FixChecksums(&bytes);
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr(message));
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT, AIC_OPEN_INSPECT), HasSubstr(message));
}

TEST(HostileModel, StatesThatLie) {
  auto state = [](schema::Header& h, uint32_t index) { return h.mutable_states()->GetMutableObject(index); };
  ExpectStatesRefused("state 0 has element type 10", [&](auto& h) {
    return state(h, kH)->mutable_tensor()->mutate_type(static_cast<schema::ElementType>(10));
  });
  ExpectStatesRefused("state 1 has an impossible shape", [&](auto& h) {
    return state(h, kW)->mutable_tensor()->mutable_shape()->Mutate(0, -1), true;
  });
  // 2^55 floats fit 57 bits no more; 2^53 of two states do not.
  ExpectStatesRefused("state 0 has an impossible shape", [&](auto& h) {
    return state(h, kH)->mutable_tensor()->mutable_shape()->Mutate(0, int64_t(1) << 55), true;
  });
  ExpectStatesRefused("its states are too large", [&](auto& h) {
    state(h, kH)->mutable_tensor()->mutable_shape()->Mutate(0, int64_t(1) << 49);
    return state(h, kFlags)->mutable_tensor()->mutable_shape()->Mutate(0, 1), true;
  });
  ExpectStatesRefused("state h begins in way 2",
                      [&](auto& h) { return state(h, kH)->mutate_init(static_cast<schema::StateInit>(2)); });
  ExpectStatesRefused("state h begins with 0x13f800000, which is no element",
                      [&](auto& h) { return state(h, kH)->mutate_value(0x13f800000); });
  ExpectStatesRefused("state flags begins with 0x2",
                      [&](auto& h) { return state(h, kFlags)->mutate_value(2); });
  ExpectStatesRefused("state h begins with", [&](auto& h) { return state(h, kH)->mutate_offset(64); });
  ExpectStatesRefused("state w begins with 128 bytes at byte 64 of the weights, which do not lie there",
                      [&](auto& h) { return state(h, kW)->mutate_offset(64); });
  ExpectStatesRefused("state w begins with 128 bytes at byte 4",
                      [&](auto& h) { return state(h, kW)->mutate_offset(4); });
  ExpectStatesRefused("state w begins with 128 bytes at byte 18446744073709551552",
                      [&](auto& h) { return state(h, kW)->mutate_offset(~uint64_t(63)); });
  ExpectStatesRefused("state w begins", [&](auto& h) { return state(h, kW)->mutate_value(1); });
  ExpectStatesRefused("state h begins with 8192 bytes at byte 0 of the weights", [&](auto& h) {
    state(h, kH)->mutate_value(0);
    return state(h, kH)->mutate_init(schema::StateInit_Weights);
  });
  ExpectStatesRefused("entry sum has N = -1", [](auto& h) {
    return h.mutable_entries()
        ->GetMutableObject(kSumOfState)
        ->mutable_dims()
        ->GetMutableObject(0)
        ->mutate_value(-1);
  });
}

TEST(HostileModel, BindingsOfStatesThatLie) {
  // Of "step" in the first entry: h, w, and h to write.
  auto binding = [](schema::Header& h, uint32_t index) {
    return const_cast<schema::Binding*>(
        FirstProgram(h)->mutable_dispatches()->GetMutableObject(1)->bindings()->Get(index));
  };
  ExpectStatesRefused("dispatch step binds state 5 of 5",
                      [&](auto& h) { return binding(h, 0)->mutate_index(5), true; });
  ExpectStatesRefused("binding 2 (8192 bytes at byte 4) does not fit its buffer of 8192 bytes",
                      [&](auto& h) { return binding(h, 2)->mutate_offset(4), true; });
  ExpectStatesRefused("binding 1 (132 bytes at byte 0) does not fit its buffer of 128 bytes",
                      [&](auto& h) { return binding(h, 1)->mutate_bytes(132), true; });
  ExpectStatesRefused("binding 1", [&](auto& h) {
    binding(h, 1)->mutate_bytes(4);
    return binding(h, 1)->mutate_offset(2), true; // Splits an element.
  });
  ExpectStatesRefused("binding 0", [&](auto& h) { return binding(h, 0)->mutate_index(kNothing), true; });
  // A part of a state that begins with a whole element is one that may be bound.
  std::string bytes = StateModel()->Bytes();
  binding(*MutableHeader(&bytes), 1)->mutate_offset(4);
  binding(*MutableHeader(&bytes), 1)->mutate_bytes(124);
  FixChecksums(&bytes);
  EXPECT_EQ(OpenFailure(bytes, AIC_OK), "");
}

TEST(HostileModel, SectionsThatLie) {
  ExpectRefused("lies outside the file", [](auto& h) { return SectionOf(h, 1)->mutate_bytes(129), true; });
  ExpectRefused("lies outside the file",
                [](auto& h) { return SectionOf(h, 1)->mutate_bytes(~uint64_t(0)), true; });
  ExpectRefused("lies outside the file",
                [](auto& h) { return SectionOf(h, 1)->mutate_offset(1ull << 62), true; });
  ExpectRefused("not aligned", [](auto& h) { return SectionOf(h, 1)->mutate_offset(4097), true; });
  ExpectRefused("not aligned", [](auto& h) { return SectionOf(h, 0)->mutate_alignment(0), true; });
  ExpectRefused("not aligned", [](auto& h) { return SectionOf(h, 0)->mutate_alignment(48), true; });
  ExpectRefused("not aligned", [](auto& h) { return SectionOf(h, 0)->mutate_alignment(1u << 31), true; });
  ExpectRefused("less than 64", [](auto& h) { return SectionOf(h, 1)->mutate_alignment(32), true; });
  ExpectRefused("overlaps", [](auto& h) { return SectionOf(h, 0)->mutate_offset(0), true; });
  ExpectRefused("overlaps", [](auto& h) { return SectionOf(h, 1)->mutate_offset(4096), true; });
  ExpectRefused("two sections hold weights", [](auto& h) {
    SectionOf(h, 0)->mutate_alignment(64);
    return SectionOf(h, 0)->mutate_kind(schema::SectionKind_Weights), true;
  });
  ExpectRefused("of kind 2", [](auto& h) {
    return SectionOf(h, 0)->mutate_kind(static_cast<schema::SectionKind>(2)), true;
  });
}

/// Moves a list of the header to the header's end, to a place that is no multiple of 8: `list` is its length
/// and its elements.
static void MisplaceList(std::string* bytes, flatbuffers::voffset_t which, const std::string& list) {
  schema::Prelude prelude;
  memcpy(&prelude, bytes->data(), sizeof(prelude));
  std::string moved((8 - prelude.headerBytes % 8) % 8, '\0'); // Its length stands at a multiple of 8.
  const size_t at = prelude.headerBytes + moved.size();
  moved += list;
  moved.resize((moved.size() + 3) / 4 * 4);
  bytes->insert(sizeof(prelude) + prelude.headerBytes, moved);
  prelude.headerBytes += moved.size();
  prelude.fileBytes += moved.size();
  memcpy(bytes->data(), &prelude, sizeof(prelude));

  char* header = bytes->data() + sizeof(prelude);
  auto* table = reinterpret_cast<flatbuffers::Table*>(MutableHeader(bytes));
  auto* field = const_cast<uint8_t*>(table->GetAddressOf(which));
  ASSERT_NE(field, nullptr);
  flatbuffers::WriteScalar<uint32_t>(field, header + at - reinterpret_cast<char*>(field));
  FixChecksums(bytes);
}

TEST(HostileModel, VectorsOfEightBytesAtFour) {
  // Found by the fuzz target: FlatBuffers' verifier lets a vector of 8-byte elements stand at any multiple
  // of 4.
  std::string bytes = ChainModel()->Bytes();
  const auto& sections = *MutableHeader(&bytes)->sections();
  const std::string list(reinterpret_cast<const char*>(&sections),
                         4 + sections.size() * sizeof(schema::Section));
  MisplaceList(&bytes, schema::Header::VT_SECTIONS, list);
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT), HasSubstr("the list of sections is misaligned"));

  bytes = ChainModel()->Bytes();
  std::string types(4 + sizeof(schema::TypeBytes), '\0');
  types[0] = 1;
  MisplaceList(&bytes, schema::Header::VT_WEIGHT_TYPES, types);
  EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT),
              HasSubstr("the list of the weights' types is misaligned"));
}

TEST(HostileModel, RandomDamageWithRightChecksums) {
  // The fuzz target does this with coverage and for longer; here the seed is fixed and the sanitizer preset
  // watches.
  auto loop = ChainModel(4);
  loop->program().repeats = {{1, 2, 3}};
  loop->program().dispatches[1].strides = {0, 64};
  loop->program().dispatches[1].bindings[1].bytes = 64;
  for (const std::string& bytes : {ChainModel(2)->Bytes(), StateModel()->Bytes(), loop->Bytes()}) {
    schema::Prelude prelude;
    memcpy(&prelude, bytes.data(), sizeof(prelude));
    std::mt19937 random(1);
    int accepted = 0;
    for (int round = 0; round < 5000; ++round) {
      std::string damaged = bytes;
      for (unsigned n = random() % 4 + 1; n > 0; --n)
        damaged[sizeof(prelude) + random() % prelude.headerBytes] = random();
      FixChecksums(&damaged);
      Exact copy(damaged.data(), damaged.size());
      aic_model* model;
      if (aic_model_open_memory(copy.at, copy.bytes, AIC_OPEN_INSPECT, &model) == AIC_OK)
        ++accepted;
      aic_model_close(model);
    }
    EXPECT_GT(accepted, 0); // Names and numbers for people may change.
    EXPECT_LT(accepted, 5000);
  }
}

TEST(HostileModel, NamesCannotBreakAMessage) {
  auto model = ChainModel();
  model->program().dispatches[0].name = "evil\n\033[31m" + std::string(5000, 'a');
  std::string bytes = model->Bytes();
  ASSERT_TRUE(FirstDispatch(*MutableHeader(&bytes))->mutate_kernel(99));
  FixChecksums(&bytes);
  std::string message = OpenFailure(bytes, AIC_INVALID_ARTIFACT);
  EXPECT_THAT(message, HasSubstr("dispatch evil??[31m"));
  EXPECT_LT(message.size(), 1024u);
}

} // namespace
} // namespace aic::test
