/// \file
/// What tools ask about a model: the header, field by field.
#include "runtime/Failure.h"
#include "runtime/Model.h"
#include "runtime/Structs.h"
#include "runtime/Turns.h"

using namespace aic;
using namespace aic::runtime;

static_assert(AIC_WEIGHTS_I4 == schema::kPairsOf4Bits);
static_assert(static_cast<int>(schema::ElementType_MAX) == AIC_I64 && schema::kElementTypes == AIC_I64 + 1);
static_assert(static_cast<int>(schema::BindingKind_MAX) == AIC_BINDING_STATE);
static_assert(static_cast<int>(schema::SectionKind_MAX) == AIC_SECTION_CODE);
static_assert(static_cast<int>(schema::TargetKind_MAX) == AIC_TARGET_VULKAN);

/// The checks that every getter begins with: something to describe, somewhere to put it (which becomes
/// `answer`), and an index in range.
#define AIC_BEGIN_ANSWER(model, info)                                                                        \
  if (!(model) || !(info))                                                                                   \
    return Fail(AIC_INVALID_ARGUMENT, "%s: %s is NULL", __func__, (model) ? "info" : "model");               \
  Answer answer(__func__, info);                                                                             \
  if (aic_status status = answer.Begin())                                                                    \
  return status
#define AIC_CHECK_INDEX(index, count)                                                                        \
  do {                                                                                                       \
    if ((index) >= (count))                                                                                  \
      return Fail(AIC_INVALID_ARGUMENT, "%s: %s %u of %u", __func__, #index, index, count);                  \
  } while (false)

/// `Info`: aic_tensor_info, aic_state_info.
template <typename Info>
static aic_status Describe(const schema::Tensor& tensor, uint64_t bytes, Answer<Info>& answer) {
  static const int64_t kScalar = 0; // A shape without elements need not be aligned, so it is not handed out.
  answer->name = tensor.name()->c_str();
  answer->type = static_cast<aic_element_type>(tensor.type());
  answer->rank = tensor.shape()->size();
  answer->shape = answer->rank ? tensor.shape()->data() : &kScalar;
  answer->bytes = bytes;
  return answer.Give();
}

/// What a caller that names no entry means.
static constexpr uint32_t kFirst = 0;

static const schema::Entry& FirstEntry(const aic_model* model) {
  return *model->header->entries()->Get(kFirst);
}

extern "C" {

size_t aic_element_bytes(uint32_t type) {
  return type < schema::kElementTypes ? schema::kElementBytes[type] : 0;
}

const char* aic_element_name(uint32_t type) {
  static const char* const kNames[] = {"f32", "f16", "bf16", "f64", "bool", "i8", "u8", "i16", "i32", "i64"};
  static_assert(sizeof(kNames) / sizeof(kNames[0]) == schema::kElementTypes);
  return type < schema::kElementTypes ? kNames[type] : type == AIC_WEIGHTS_I4 ? "i4" : "?";
}

uint32_t aic_model_input_count(const aic_model* model) {
  return model ? FirstEntry(model).inputs()->size() : 0;
}

uint32_t aic_model_output_count(const aic_model* model) {
  return model ? FirstEntry(model).outputs()->size() : 0;
}

aic_status aic_model_entry_input(const aic_model* model, uint32_t entry, uint32_t index,
                                 aic_tensor_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(entry, model->header->entries()->size());
  const auto& inputs = *model->header->entries()->Get(entry)->inputs();
  AIC_CHECK_INDEX(index, inputs.size());
  return Describe(*inputs[index], model->header.InputBytes(entry, index), answer);
}

aic_status aic_model_entry_output(const aic_model* model, uint32_t entry, uint32_t index,
                                  aic_tensor_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(entry, model->header->entries()->size());
  const auto& outputs = *model->header->entries()->Get(entry)->outputs();
  AIC_CHECK_INDEX(index, outputs.size());
  return Describe(*outputs[index], model->header.OutputBytes(entry, index), answer);
}

aic_status aic_model_input(const aic_model* model, uint32_t index, aic_tensor_info* info) {
  return aic_model_entry_input(model, kFirst, index, info);
}

aic_status aic_model_output(const aic_model* model, uint32_t index, aic_tensor_info* info) {
  return aic_model_entry_output(model, kFirst, index, info);
}

uint32_t aic_model_entry_count(const aic_model* model) {
  return model ? model->header->entries()->size() : 0;
}

aic_status aic_model_entry(const aic_model* model, uint32_t entry, aic_entry_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(entry, model->header->entries()->size());
  const schema::Entry& from = *model->header->entries()->Get(entry);
  answer->name = from.name()->c_str();
  answer->input_count = from.inputs()->size();
  answer->output_count = from.outputs()->size();
  answer->dim_count = model->dimStart[entry + 1] - model->dimStart[entry];
  answer->dim_names = model->dimNames.data() + model->dimStart[entry];
  answer->dim_values = model->dimValues.data() + model->dimStart[entry];
  return answer.Give();
}

uint32_t aic_model_state_count(const aic_model* model) {
  return model ? model->header.StateCount() : 0;
}

aic_status aic_model_state(const aic_model* model, uint32_t state, aic_state_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(state, model->header.StateCount());
  const schema::State& from = model->header.State(state);
  if (from.init() == schema::StateInit_Weights)
    answer->initial = model->weights + from.offset();
  else
    answer->value = from.value();
  return Describe(*from.tensor(), model->header.StateBytes(state), answer);
}

aic_status aic_model_describe(const aic_model* model, aic_model_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  const Header& header = model->header;
  answer->format_version = schema::kFormatMajor;
  answer->format_minor = header.minor();
  answer->producer = header->producer()->c_str();
  answer->graph = FirstEntry(model).name()->c_str();
  answer->source = header->source()->c_str();
  answer->file_bytes = model->size;
  answer->weights_bytes = header.weights() ? header.weights()->bytes() : 0;
  if (const auto* types = header->weight_types())
    for (const schema::TypeBytes* of : *types)
      if (of->type() < schema::kElementTypes || of->type() == schema::kPairsOf4Bits)
        answer->weights_bytes_of[of->type()] = of->bytes();
  answer->section_count = header->sections()->size();
  answer->target_count = header->targets()->size();
  answer->target = model->target;
  return answer.Give();
}

aic_status aic_model_section(const aic_model* model, uint32_t section, aic_section_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(section, model->header->sections()->size());
  const schema::Section& from = *model->header->sections()->Get(section);
  answer->kind = static_cast<aic_section_kind>(from.kind());
  answer->offset = from.offset();
  answer->bytes = from.bytes();
  answer->checksum = from.checksum();
  answer->alignment = from.alignment();
  return answer.Give();
}

aic_status aic_model_target(const aic_model* model, uint32_t target, aic_target_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  const schema::Target& from = *model->header->targets()->Get(target);
  answer->kind = static_cast<aic_target_kind>(from.kind());
  answer->triple = from.triple()->c_str();
  answer->cpu = from.cpu()->c_str();
  answer->feature_count = from.features()->size();
  answer->features = model->features.data() + model->featureStart[target];
  answer->kernel_count = from.kernels()->size();
  const schema::Program& program = *from.programs()->Get(kFirst);
  answer->dispatch_count = TurnCount(program);
  answer->arena_bytes = program.arena_bytes();
  answer->peak_live_bytes = program.peak_live_bytes();
  answer->total_bytes = program.total_bytes();
  answer->code_section = from.code_section();
  answer->runs_here = KindOf(from).fits(from);
  answer->winograd_bytes = from.winograd_bytes();
  return answer.Give();
}

aic_status aic_model_kernel(const aic_model* model, uint32_t target, uint32_t kernel, aic_kernel_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  const auto& kernels = *model->header->targets()->Get(target)->kernels();
  AIC_CHECK_INDEX(kernel, kernels.size());
  const auto* variants = kernels[kernel]->variants();
  answer->name = kernels[kernel]->name()->c_str();
  answer->family = kernels[kernel]->family()->c_str();
  answer->variant_count = variants ? variants->size() : 0;
  return answer.Give();
}

aic_status aic_model_variant(const aic_model* model, uint32_t target, uint32_t kernel, uint32_t variant,
                             aic_variant_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  const auto& kernels = *model->header->targets()->Get(target)->kernels();
  AIC_CHECK_INDEX(kernel, kernels.size());
  const auto* variants = kernels[kernel]->variants();
  AIC_CHECK_INDEX(variant, variants ? variants->size() : 0);
  const schema::Variant& from = *variants->Get(variant);
  const uint32_t localSize[] = {from.local_x(), from.local_y(), from.local_z()};
  const uint32_t workgroups[] = {from.workgroups_x(), from.workgroups_y(), from.workgroups_z()};
  answer->name = from.name()->c_str();
  answer->shader_bytes = from.bytes();
  answer->words = reinterpret_cast<const uint32_t*>(model->sections[target] + from.offset());
  memcpy(answer->local_size, localSize, sizeof(localSize));
  memcpy(answer->workgroups, workgroups, sizeof(workgroups));
  answer->shared_bytes = from.shared_bytes();
  answer->needs_subgroup = from.needs_subgroup();
  return answer.Give();
}

aic_status aic_model_entry_plan(const aic_model* model, uint32_t target, uint32_t entry,
                                aic_plan_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  AIC_CHECK_INDEX(entry, model->header->entries()->size());
  const schema::Program& program = *model->header->targets()->Get(target)->programs()->Get(entry);
  answer->dispatch_count = TurnCount(program);
  answer->arena_bytes = program.arena_bytes();
  answer->peak_live_bytes = program.peak_live_bytes();
  answer->total_bytes = program.total_bytes();
  answer->scratch_bytes = program.scratch_bytes();
  const auto& kernels = *model->header->targets()->Get(target)->kernels();
  for (Turns turns(program); !turns.done(); turns.Next()) {
    const schema::Dispatch* dispatch = (*turns).dispatch;
    for (const schema::Binding* binding : *dispatch->bindings())
      if (binding->kind() == schema::BindingKind_State && binding->write()) {
        // An update is bound to all that its place may lie in; it reads and writes its slice alone.
        const bool isSlice = strcmp(kernels[dispatch->kernel()]->family()->c_str(), "slice") == 0;
        const uint64_t slice = dispatch->bytes() / 2;
        answer->state_bytes_written += isSlice && slice < binding->bytes() ? slice : binding->bytes();
      }
  }
  return answer.Give();
}

aic_status aic_model_entry_dispatch(const aic_model* model, uint32_t target, uint32_t entry,
                                    uint32_t dispatch, aic_dispatch_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  AIC_CHECK_INDEX(entry, model->header->entries()->size());
  const schema::Program& program = *model->header->targets()->Get(target)->programs()->Get(entry);
  AIC_CHECK_INDEX(dispatch, TurnCount(program));
  const Turn turn = TurnOf(program, dispatch);
  const schema::Dispatch& from = *turn.dispatch;
  answer->name = from.name()->c_str();
  answer->location = from.location()->c_str();
  answer->kernel = from.kernel();
  answer->workgroups = from.workgroups();
  answer->binding_count = from.bindings()->size();
  answer->flops = from.flops();
  answer->bytes = from.bytes();
  if (turn.repeat) {
    answer->repeat_first = turn.repeatTurn;
    answer->repeat_dispatches = turn.repeat->dispatches();
    answer->repeat_times = turn.repeat->times();
  }
  return answer.Give();
}

aic_status aic_model_dispatch(const aic_model* model, uint32_t target, uint32_t dispatch,
                              aic_dispatch_info* info) {
  return aic_model_entry_dispatch(model, target, kFirst, dispatch, info);
}

aic_status aic_model_entry_binding(const aic_model* model, uint32_t target, uint32_t entry, uint32_t dispatch,
                                   uint32_t binding, aic_binding_info* info) {
  AIC_BEGIN_ANSWER(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  AIC_CHECK_INDEX(entry, model->header->entries()->size());
  const schema::Program& program = *model->header->targets()->Get(target)->programs()->Get(entry);
  AIC_CHECK_INDEX(dispatch, TurnCount(program));
  const Turn turn = TurnOf(program, dispatch);
  const auto& bindings = *turn.dispatch->bindings();
  AIC_CHECK_INDEX(binding, bindings.size());
  const schema::Binding& from = *bindings[binding];
  answer->kind = static_cast<aic_binding_kind>(from.kind());
  answer->index = from.index();
  answer->offset = turn.Offset(binding);
  answer->bytes = from.bytes();
  answer->write = from.write();
  return answer.Give();
}

aic_status aic_model_binding(const aic_model* model, uint32_t target, uint32_t dispatch, uint32_t binding,
                             aic_binding_info* info) {
  return aic_model_entry_binding(model, target, kFirst, dispatch, binding, info);
}
}
