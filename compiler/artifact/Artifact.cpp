#include "compiler/artifact/Artifact.h"

#include "absl/strings/str_cat.h"
#include "compiler/artifact/Programs.h"
#include "compiler/artifact/Shaders.h"
#include "frontends/weights/FileWriter.h"
#include "runtime/schema/Prelude.h"
#include "runtime/schema/artifact_generated.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <set>

#define XXH_INLINE_ALL
#include "xxhash.h"

namespace aic::artifact {

namespace {

using Bytes = absl::Span<const uint8_t>;
/// Takes the file's bytes, in order.
using Sink = std::function<absl::Status(Bytes)>;

uint64_t AlignUp(uint64_t value, uint64_t alignment) {
  return (value + alignment - 1) / alignment * alignment;
}

absl::Status CheckEntries(const Content& content) {
  if (content.entries.empty())
    return absl::InvalidArgumentError("no entry");
  std::set<std::pair<std::string, std::map<std::string, int64_t>>> known;
  for (const Entry& entry : content.entries) {
    for (const std::vector<Tensor>* tensors : {&entry.inputs, &entry.outputs})
      for (const Tensor& tensor : *tensors)
        if (auto bytes = TensorBytes(tensor); !bytes.ok())
          return bytes.status();
    std::map<std::string, int64_t> dims;
    for (const auto& [name, value] : entry.dims)
      if (value < 0 || !dims.insert({name, value}).second)
        return absl::InvalidArgumentError(absl::StrCat("entry ", entry.name, ": dimension ", name, " = ",
                                                       value, " is below 0 or there twice"));
    if (!known.insert({entry.name, dims}).second)
      return absl::InvalidArgumentError(
          absl::StrCat("entry ", entry.name, " is there twice, in the same sizes"));
  }
  return absl::OkStatus();
}

absl::Status CheckStates(const Content& content) {
  std::set<std::string> names;
  uint64_t end = 0;
  for (const State& state : content.states) {
    auto wrong = [&](auto... what) {
      return absl::InvalidArgumentError(absl::StrCat("state ", state.tensor.name, what...));
    };
    auto bytes = TensorBytes(state.tensor);
    if (!bytes.ok())
      return bytes.status();
    if (!names.insert(state.tensor.name).second)
      return wrong(" is there twice");
    if (end = AlignUp(end, schema::kBufferAlignment) + *bytes; end > schema::kMaxBytes)
      return wrong(": the states are too large");
    if (state.fromWeights ? state.value != 0 : state.offset != 0)
      return wrong(" begins in two ways");
    if (!state.fromWeights && !schema::IsGoodElement(static_cast<uint32_t>(state.tensor.type), state.value))
      return wrong(": ", state.value, " is no element of its type");
    if (state.fromWeights &&
        (state.offset % schema::kBufferAlignment || !Inside(state.offset, *bytes, content.weightsBytes)))
      return wrong(": ", *bytes, " bytes at ", state.offset, " are misaligned or outside the weights");
  }
  return absl::OkStatus();
}

/// The constraints of runtime/schema/artifact.fbs.
absl::Status Check(const Content& content) {
  if (content.weightsBytes > schema::kMaxBytes)
    return absl::InvalidArgumentError("the weights are too large");
  uint64_t end = 0;
  for (const Constant& constant : content.constants) {
    if (constant.offset % schema::kBufferAlignment || constant.offset < end ||
        !Inside(constant.offset, constant.data.size(), content.weightsBytes))
      return absl::InvalidArgumentError(
          absl::StrCat("constant at ", constant.offset, ": misaligned, out of order or outside the weights"));
    end = constant.offset + constant.data.size();
  }
  if (absl::Status status = CheckEntries(content); !status.ok())
    return status;
  if (absl::Status status = CheckStates(content); !status.ok())
    return status;
  if (content.targets.empty())
    return absl::InvalidArgumentError("no target");
  for (const Target& target : content.targets) {
    if (target.programs.size() != content.entries.size())
      return absl::InvalidArgumentError(absl::StrCat("a target has ", target.programs.size(),
                                                     " programs for ", content.entries.size(), " entries"));
    for (size_t e = 0; e < content.entries.size(); ++e)
      if (absl::Status status = CheckProgram(content, target, e); !status.ok())
        return status;
    if (absl::Status status = CheckKernels(target); !status.ok())
      return status;
  }
  return absl::OkStatus();
}

/// About how many bytes the header takes, at least: FlatBuffers asserts at 2 GiB, so its limit is checked
/// before.
uint64_t EstimateHeader(const Content& content) {
  uint64_t bytes = content.producer.size() + content.source.size();
  for (const Entry& entry : content.entries) {
    bytes += 32 + entry.name.size();
    for (const auto& dim : entry.dims)
      bytes += 32 + dim.first.size();
    for (const std::vector<Tensor>* tensors : {&entry.inputs, &entry.outputs})
      for (const Tensor& tensor : *tensors)
        bytes += 32 + tensor.name.size() + 8 * tensor.shape.size();
  }
  for (const State& state : content.states)
    bytes += 64 + state.tensor.name.size() + 8 * state.tensor.shape.size();
  for (const Target& target : content.targets) {
    bytes += 64 + target.triple.size() + target.cpu.size();
    for (const std::string& feature : target.features)
      bytes += 16 + feature.size();
    for (const Kernel& kernel : target.kernels) {
      bytes += 64 + kernel.name.size() + kernel.family.size();
      for (const Variant& variant : kernel.variants)
        bytes += 96 + variant.name.size();
    }
    for (const Program& program : target.programs) {
      bytes += 64;
      for (const Dispatch& dispatch : program.dispatches)
        bytes += 128 + dispatch.name.size() + dispatch.location.size() +
                 sizeof(schema::Binding) * dispatch.bindings.size() + 8 * dispatch.strides.size();
    }
  }
  return bytes;
}

/// Hands the weights section to `take` in order, the zeros between the constants too.
absl::Status StreamWeights(const Content& content, const Sink& take) {
  static const uint8_t kZeros[4096] = {};
  uint64_t at = 0;
  auto pad = [&](uint64_t to) {
    while (at < to) {
      uint64_t n = std::min<uint64_t>(to - at, sizeof(kZeros));
      if (absl::Status status = take(Bytes(kZeros, n)); !status.ok())
        return status;
      at += n;
    }
    return absl::OkStatus();
  };
  for (const Constant& constant : content.constants) {
    if (absl::Status status = pad(constant.offset); !status.ok())
      return status;
    if (absl::Status status = take(constant.data); !status.ok())
      return status;
    at += constant.data.size();
  }
  return pad(content.weightsBytes);
}

/// The code of each target: its own bytes or those that its variants make.
struct Code {
  explicit Code(const Content& content) {
    for (const Target& target : content.targets) {
      const bool variants = RulesOf(target).variants;
      shaders.push_back(variants ? LayOutShaders(target) : ShaderSection());
      const std::vector<uint32_t>& words = shaders.back().words;
      bytes.push_back(variants ? Bytes(reinterpret_cast<const uint8_t*>(words.data()), 4 * words.size())
                               : target.code);
    }
  }
  std::vector<ShaderSection> shaders; ///< One per target, empty where kernels have no variants.
  std::vector<Bytes> bytes;           ///< One per target.
};

/// The sections in the file's order: the code of each target, then the weights. Offsets are not set yet.
std::vector<schema::Section> MakeSections(const Content& content, const Code& code) {
  std::vector<schema::Section> sections;
  for (Bytes bytes : code.bytes)
    sections.emplace_back(0, bytes.size(), XXH3_64bits(bytes.data(), bytes.size()), schema::kBufferAlignment,
                          schema::SectionKind_Code);
  if (content.weightsBytes > 0) {
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    (void)StreamWeights(content, [&](Bytes bytes) { // Never fails: the sink does not.
      XXH3_64bits_update(&state, bytes.data(), bytes.size());
      return absl::OkStatus();
    });
    sections.emplace_back(0, content.weightsBytes, XXH3_64bits_digest(&state), schema::kWeightsAlignment,
                          schema::SectionKind_Weights);
  }
  return sections;
}

// Below, each part is made by a statement of its own before the table that holds it: the order in which a
// call's arguments are evaluated is the C++ compiler's choice, and would show in the bytes.
using Builder = flatbuffers::FlatBufferBuilder;

flatbuffers::Offset<schema::Tensor> BuildTensor(Builder& builder, const Tensor& tensor) {
  auto name = builder.CreateString(tensor.name);
  auto shape = builder.CreateVector(tensor.shape);
  return schema::CreateTensor(builder, name, static_cast<schema::ElementType>(tensor.type), shape);
}

flatbuffers::Offset<flatbuffers::Vector<flatbuffers::Offset<schema::Tensor>>>
BuildTensors(Builder& builder, const std::vector<Tensor>& tensors) {
  std::vector<flatbuffers::Offset<schema::Tensor>> offsets;
  for (const Tensor& tensor : tensors)
    offsets.push_back(BuildTensor(builder, tensor));
  return builder.CreateVector(offsets);
}

flatbuffers::Offset<schema::Kernel> BuildKernel(Builder& builder, const Kernel& kernel,
                                                const std::vector<uint64_t>& offsets) {
  std::vector<flatbuffers::Offset<schema::Variant>> variants;
  for (size_t v = 0; v < kernel.variants.size(); ++v) {
    const Variant& variant = kernel.variants[v];
    auto name = builder.CreateSharedString(variant.name);
    variants.push_back(schema::CreateVariant(
        builder, name, offsets[v], 4 * variant.words.size(), variant.localSize[0], variant.localSize[1],
        variant.localSize[2], variant.workgroups[0], variant.workgroups[1], variant.workgroups[2],
        variant.sharedBytes, variant.needsSubgroup, variant.reports));
  }
  auto name = builder.CreateSharedString(kernel.name);
  auto family = builder.CreateSharedString(kernel.family);
  auto list = builder.CreateVector(variants);
  return schema::CreateKernel(builder, name, family, list);
}

flatbuffers::Offset<schema::Entry> BuildEntry(Builder& builder, const Entry& entry) {
  auto name = builder.CreateString(entry.name);
  auto inputs = BuildTensors(builder, entry.inputs);
  auto outputs = BuildTensors(builder, entry.outputs);
  std::vector<flatbuffers::Offset<schema::Dim>> dims;
  for (const auto& [dim, value] : entry.dims) {
    auto dimName = builder.CreateSharedString(dim);
    dims.push_back(schema::CreateDim(builder, dimName, value));
  }
  auto dimList = builder.CreateVector(dims);
  return schema::CreateEntry(builder, name, inputs, outputs, dimList);
}

flatbuffers::Offset<schema::State> BuildState(Builder& builder, const State& state) {
  auto tensor = BuildTensor(builder, state.tensor);
  return schema::CreateState(builder, tensor,
                             state.fromWeights ? schema::StateInit_Weights : schema::StateInit_Splat,
                             state.value, state.offset);
}

flatbuffers::Offset<schema::Program> BuildProgram(Builder& builder, const Program& program) {
  std::vector<flatbuffers::Offset<schema::Dispatch>> dispatches;
  for (const Dispatch& dispatch : program.dispatches) {
    std::vector<schema::Binding> bindings;
    for (const Binding& binding : dispatch.bindings)
      bindings.emplace_back(binding.offset, binding.bytes, binding.index,
                            static_cast<schema::BindingKind>(binding.kind), binding.write);
    auto bindingList = builder.CreateVectorOfStructs(bindings);
    auto name = builder.CreateSharedString(dispatch.name);
    auto location = builder.CreateSharedString(dispatch.location);
    flatbuffers::Offset<flatbuffers::Vector<int64_t>> strides;
    if (!dispatch.strides.empty())
      strides = builder.CreateVector(dispatch.strides);
    dispatches.push_back(schema::CreateDispatch(builder, dispatch.kernel, dispatch.workgroups, dispatch.steps,
                                                bindingList, name, location, dispatch.flops, dispatch.bytes,
                                                strides));
  }
  auto list = builder.CreateVector(dispatches);
  flatbuffers::Offset<flatbuffers::Vector<const schema::Repeat*>> repeats;
  std::vector<schema::Repeat> all;
  for (const Repeat& repeat : program.repeats)
    all.emplace_back(repeat.first, repeat.dispatches, repeat.times);
  if (!all.empty())
    repeats = builder.CreateVectorOfStructs(all);
  return schema::CreateProgram(builder, list, program.arenaBytes, program.peakLiveBytes, program.totalBytes,
                               program.scratchBytes, repeats);
}

flatbuffers::Offset<schema::Target> BuildTarget(Builder& builder, const Target& target,
                                                const ShaderSection& shaders, uint32_t codeSection) {
  std::vector<std::string> features = target.features;
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  std::vector<flatbuffers::Offset<schema::Kernel>> kernels;
  for (size_t k = 0; k < target.kernels.size(); ++k)
    kernels.push_back(BuildKernel(builder, target.kernels[k],
                                  k < shaders.offsets.size() ? shaders.offsets[k] : std::vector<uint64_t>()));
  std::vector<flatbuffers::Offset<schema::Program>> programs;
  for (const Program& program : target.programs)
    programs.push_back(BuildProgram(builder, program));
  auto triple = builder.CreateString(target.triple);
  auto cpu = builder.CreateString(target.cpu);
  auto featureList = builder.CreateVectorOfStrings(features);
  auto kernelList = builder.CreateVector(kernels);
  auto programList = builder.CreateVector(programs);
  return schema::CreateTarget(builder, static_cast<schema::TargetKind>(target.kind), triple, cpu, featureList,
                              kernelList, programList, codeSection, target.winogradBytes);
}

void BuildHeader(Builder& builder, const Content& content, const Code& code,
                 const std::vector<schema::Section>& sections) {
  // Zeros are written like other numbers, so that the header's size does not hang on the sections' offsets.
  builder.ForceDefaults(true);
  std::vector<flatbuffers::Offset<schema::Target>> targets;
  for (uint32_t i = 0; i < content.targets.size(); ++i)
    targets.push_back(BuildTarget(builder, content.targets[i], code.shaders[i], /*codeSection=*/i));
  auto producer = builder.CreateString(content.producer);
  auto source = builder.CreateString(content.source);
  std::vector<flatbuffers::Offset<schema::Entry>> entries;
  for (const Entry& entry : content.entries)
    entries.push_back(BuildEntry(builder, entry));
  std::vector<flatbuffers::Offset<schema::State>> states;
  for (const State& state : content.states)
    states.push_back(BuildState(builder, state));
  auto entryList = builder.CreateVector(entries);
  auto targetList = builder.CreateVector(targets);
  auto sectionList = builder.CreateVectorOfStructs(sections);
  auto stateList = builder.CreateVector(states);
  std::vector<schema::TypeBytes> types;
  for (auto [type, bytes] : content.typeBytes)
    types.emplace_back(bytes, static_cast<schema::ElementType>(type));
  if (content.pairBytes)
    types.emplace_back(content.pairBytes, static_cast<schema::ElementType>(schema::kPairsOf4Bits));
  auto typeList = builder.CreateVectorOfStructs(types);
  schema::FinishHeaderBuffer(builder, schema::CreateHeader(builder, producer, source, entryList, targetList,
                                                           sectionList, stateList, typeList));
}

/// Sends the whole file to `take`; `begin` is told its size before the first byte, once nothing is wrong any
/// more.
absl::Status Emit(const Content& content, const std::function<absl::Status(uint64_t)>& begin,
                  const Sink& take) {
  if (absl::Status status = Check(content); !status.ok())
    return status;
  if (uint64_t bytes = EstimateHeader(content); bytes > schema::kMaxHeaderBytes)
    return absl::ResourceExhaustedError(absl::StrCat("the header would have some ", bytes, " bytes"));
  const Code code(content);
  std::vector<schema::Section> sections = MakeSections(content, code);

  // Offsets hang on the header's size, which does not hang on them: built twice.
  Builder sizing;
  BuildHeader(sizing, content, code, sections);
  const uint64_t headerBytes = sizing.GetSize();
  if (headerBytes > schema::kMaxHeaderBytes)
    return absl::ResourceExhaustedError(absl::StrCat("the header would have ", headerBytes, " bytes"));
  uint64_t end = sizeof(schema::Prelude) + headerBytes;
  for (schema::Section& section : sections) {
    uint64_t offset = AlignUp(end, section.alignment());
    section =
        schema::Section(offset, section.bytes(), section.checksum(), section.alignment(), section.kind());
    end = offset + section.bytes();
  }
  Builder header;
  BuildHeader(header, content, code, sections);
  if (header.GetSize() != headerBytes)
    return absl::InternalError("the header's size changed with its sections' offsets");

  schema::Prelude prelude = {};
  memcpy(prelude.magic, schema::kMagic, sizeof(prelude.magic));
  prelude.formatMajor = schema::kFormatMajor;
  prelude.formatMinor = schema::kFormatMinor;
  prelude.fileBytes = end;
  prelude.headerBytes = headerBytes;
  prelude.headerChecksum = XXH3_64bits(header.GetBufferPointer(), headerBytes);
  prelude.preludeChecksum = XXH3_64bits(&prelude, offsetof(schema::Prelude, preludeChecksum));

  if (absl::Status status = begin(end); !status.ok())
    return status;
  if (absl::Status status = take(Bytes(reinterpret_cast<const uint8_t*>(&prelude), sizeof(prelude)));
      !status.ok())
    return status;
  if (absl::Status status = take(Bytes(header.GetBufferPointer(), headerBytes)); !status.ok())
    return status;
  uint64_t at = sizeof(prelude) + headerBytes;
  for (size_t i = 0; i < sections.size(); ++i) {
    const std::vector<uint8_t> gap(sections[i].offset() - at); // Less than a page.
    if (absl::Status status = take(Bytes(gap)); !status.ok())
      return status;
    absl::Status status = i < code.bytes.size() ? take(code.bytes[i]) : StreamWeights(content, take);
    if (!status.ok())
      return status;
    at = sections[i].offset() + sections[i].bytes();
  }
  return absl::OkStatus();
}

} // namespace

absl::StatusOr<std::string> SerializeArtifact(const Content& content) {
  std::string bytes;
  absl::Status status = Emit(
      content,
      [&](uint64_t size) {
        bytes.reserve(size);
        return absl::OkStatus();
      },
      [&](Bytes part) {
        bytes.append(reinterpret_cast<const char*>(part.data()), part.size());
        return absl::OkStatus();
      });
  if (!status.ok())
    return status;
  return bytes;
}

absl::Status WriteArtifact(const Content& content, const std::string& path) {
  std::unique_ptr<weights::FileWriter> file;
  absl::Status status = Emit(
      content,
      [&](uint64_t) {
        auto created = weights::FileWriter::Create(path);
        if (!created.ok())
          return created.status();
        file = *std::move(created);
        return absl::OkStatus();
      },
      [&](Bytes part) { return file->Write(part); });
  return status.ok() ? file->Commit() : status;
}

} // namespace aic::artifact
