/// \file
/// Wrote 4.1.aic: Make41 4.0.aic 4.1.aic. The code, the weights and the first entry are those of 4.0.aic,
/// which `aic compile` made; a second entry runs the same two kernels on states:
///   remember[S=2] -> (y: f32[2, 4], next: i64[2]): count = count + 1, next = count + 1,
///   y = relu(x * weight + bias), where count: i64[2] = 40, x: f32[2, 3] = 0.5, bias: f32[4] (the weights'
///   own).
#include "compiler/artifact/Artifact.h"
#include "runtime/schema/Prelude.h"
#include "runtime/schema/artifact_generated.h"

#include <cstdio>
#include <fstream>
#include <iterator>

using namespace aic;

static artifact::Tensor Copy(const schema::Tensor& tensor) {
  return {tensor.name()->str(),
          static_cast<artifact::ElementType>(tensor.type()),
          {tensor.shape()->begin(), tensor.shape()->end()}};
}

static artifact::Kernel Copy(const schema::Kernel& kernel, const uint8_t* code) {
  artifact::Kernel copy = {kernel.name()->str(), kernel.family()->str()};
  for (const schema::Variant* variant : *kernel.variants()) {
    const auto* words = reinterpret_cast<const uint32_t*>(code + variant->offset());
    copy.variants.push_back({variant->name()->str(),
                             {words, words + variant->bytes() / 4},
                             {variant->local_x(), variant->local_y(), variant->local_z()},
                             {variant->workgroups_x(), variant->workgroups_y(), variant->workgroups_z()},
                             variant->shared_bytes(),
                             variant->needs_subgroup(),
                             variant->reports()});
  }
  return copy;
}

static artifact::Dispatch Copy(const schema::Dispatch& dispatch) {
  artifact::Dispatch copy;
  copy.kernel = dispatch.kernel();
  copy.workgroups = dispatch.workgroups();
  copy.steps = dispatch.steps();
  copy.name = dispatch.name()->str();
  copy.location = dispatch.location()->str();
  copy.flops = dispatch.flops();
  copy.bytes = dispatch.bytes();
  for (const schema::Binding* binding : *dispatch.bindings())
    copy.bindings.push_back({static_cast<artifact::Binding::Kind>(binding->kind()), binding->index(),
                             binding->offset(), binding->bytes(), binding->write()});
  return copy;
}

/// The second entry's program, of the first one's dispatches: linear (x, weight, bias -> y) and add (ids ->
/// next).
static artifact::Program Remember(const artifact::Program& tiny) {
  using Kind = artifact::Binding::Kind;
  artifact::Dispatch linear = tiny.dispatches[0], add = tiny.dispatches[1];
  const uint64_t bytes = add.bindings[0].bytes; // On Vulkan half as many.
  linear.bindings[0].kind = Kind::State;
  linear.bindings[0].index = 1;
  linear.bindings[2] = {Kind::State, 2, 0, linear.bindings[2].bytes, false};
  artifact::Dispatch count = add, next = add;
  count.bindings = {{Kind::State, 0, 0, bytes, false}, {Kind::State, 0, 0, bytes, true}};
  next.bindings = {{Kind::State, 0, 0, bytes, false}, {Kind::Output, 1, 0, bytes, true}};
  return {{count, next, linear}, tiny.arenaBytes, tiny.peakLiveBytes, tiny.totalBytes};
}

int main(int argc, char** argv) {
  if (argc != 3)
    return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  const schema::Header& header = *schema::GetHeader(bytes.data() + sizeof(schema::Prelude));
  auto section = [&](uint32_t index) {
    const schema::Section& section = *header.sections()->Get(index);
    return absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(bytes.data()) + section.offset(),
                               section.bytes());
  };
  artifact::Content content;
  content.producer = header.producer()->str();
  content.source = header.source()->str();
  artifact::Entry tiny, remember;
  tiny.name = header.entries()->Get(0)->name()->str();
  for (const schema::Tensor* tensor : *header.entries()->Get(0)->inputs())
    tiny.inputs.push_back(Copy(*tensor));
  for (const schema::Tensor* tensor : *header.entries()->Get(0)->outputs())
    tiny.outputs.push_back(Copy(*tensor));
  remember.name = "remember";
  remember.outputs = tiny.outputs;
  remember.dims = {{"S", 2}};
  content.entries = {tiny, remember};
  const uint32_t half = 0x3f000000;
  content.states = {
      {{"count", artifact::ElementType::I64, {2}}, false, 40},
      {{"x", artifact::ElementType::F32, {2, 3}}, false, half},
      {{"fc.bias", artifact::ElementType::F32, {4}},
       true,
       0,
       header.targets()->Get(0)->programs()->Get(0)->dispatches()->Get(0)->bindings()->Get(2)->offset()}};
  content.weightsBytes = section(2).size();
  content.constants = {{0, section(2)}};
  for (const schema::Target* from : *header.targets()) {
    artifact::Target& target = content.targets.emplace_back();
    target.kind = static_cast<artifact::Target::Kind>(from->kind());
    target.triple = from->triple()->str();
    target.cpu = from->cpu()->str();
    for (const flatbuffers::String* feature : *from->features())
      target.features.push_back(feature->str());
    for (const schema::Kernel* kernel : *from->kernels())
      target.kernels.push_back(Copy(*kernel, section(from->code_section()).data()));
    if (target.kind == artifact::Target::Kind::Cpu)
      target.code = section(from->code_section());
    const schema::Program& plan = *from->programs()->Get(0);
    artifact::Program& program = target.programs.emplace_back();
    for (const schema::Dispatch* dispatch : *plan.dispatches())
      program.dispatches.push_back(Copy(*dispatch));
    program.arenaBytes = plan.arena_bytes();
    program.peakLiveBytes = plan.peak_live_bytes();
    program.totalBytes = plan.total_bytes();
    target.programs.push_back(Remember(program));
  }
  const absl::Status status = artifact::WriteArtifact(content, argv[2]);
  if (!status.ok())
    fprintf(stderr, "%s\n", status.ToString().c_str());
  return status.ok() ? 0 : 1;
}
