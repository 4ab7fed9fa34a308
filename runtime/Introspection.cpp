/// \file
/// What tools ask about a model: the header, field by field.
#include "runtime/Failure.h"
#include "runtime/Model.h"

using namespace aic;
using namespace aic::runtime;

static_assert(static_cast<int>(schema::ElementType_MAX) == AIC_I64 && schema::kElementTypes == AIC_I64 + 1);
static_assert(static_cast<int>(schema::BindingKind_MAX) == AIC_BINDING_WEIGHTS);
static_assert(static_cast<int>(schema::SectionKind_MAX) == AIC_SECTION_CODE);
static_assert(static_cast<int>(schema::TargetKind_MAX) == AIC_TARGET_VULKAN);

/// The checks that every getter begins with: something to describe, somewhere to put it, and an index in
/// range.
#define AIC_CHECK_POINTERS(model, info)                                                                      \
  do {                                                                                                       \
    if (!(model) || !(info))                                                                                 \
      return Fail(AIC_INVALID_ARGUMENT, "%s: %s is NULL", __func__, (model) ? "info" : "model");             \
    *(info) = {};                                                                                            \
  } while (false)
#define AIC_CHECK_INDEX(index, count)                                                                        \
  do {                                                                                                       \
    if ((index) >= (count))                                                                                  \
      return Fail(AIC_INVALID_ARGUMENT, "%s: %s %u of %u", __func__, #index, index, count);                  \
  } while (false)

static aic_tensor_info Describe(const schema::Tensor& tensor, uint64_t bytes) {
  static const int64_t kScalar = 0; // A shape without elements need not be aligned, so it is not handed out.
  uint32_t rank = tensor.shape()->size();
  return {tensor.name()->c_str(), static_cast<aic_element_type>(tensor.type()), rank,
          rank ? tensor.shape()->data() : &kScalar, bytes};
}

extern "C" {

size_t aic_element_bytes(uint32_t type) {
  return type < schema::kElementTypes ? schema::kElementBytes[type] : 0;
}

const char* aic_element_name(uint32_t type) {
  static const char* const kNames[] = {"f32", "f16", "bf16", "f64", "bool", "i8", "u8", "i16", "i32", "i64"};
  static_assert(sizeof(kNames) / sizeof(kNames[0]) == schema::kElementTypes);
  return type < schema::kElementTypes ? kNames[type] : "?";
}

uint32_t aic_model_input_count(const aic_model* model) {
  return model ? model->header->inputs()->size() : 0;
}

uint32_t aic_model_output_count(const aic_model* model) {
  return model ? model->header->outputs()->size() : 0;
}

aic_status aic_model_input(const aic_model* model, uint32_t index, aic_tensor_info* info) {
  AIC_CHECK_POINTERS(model, info);
  AIC_CHECK_INDEX(index, model->header->inputs()->size());
  *info = Describe(*model->header->inputs()->Get(index), model->header.InputBytes(index));
  return AIC_OK;
}

aic_status aic_model_output(const aic_model* model, uint32_t index, aic_tensor_info* info) {
  AIC_CHECK_POINTERS(model, info);
  AIC_CHECK_INDEX(index, model->header->outputs()->size());
  *info = Describe(*model->header->outputs()->Get(index), model->header.OutputBytes(index));
  return AIC_OK;
}

aic_status aic_model_describe(const aic_model* model, aic_model_info* info) {
  AIC_CHECK_POINTERS(model, info);
  const Header& header = model->header;
  info->format_version = schema::kFormatVersion;
  info->producer = header->producer()->c_str();
  info->graph = header->graph()->c_str();
  info->source = header->source()->c_str();
  info->file_bytes = model->size;
  info->weights_bytes = header.weights() ? header.weights()->bytes() : 0;
  info->section_count = header->sections()->size();
  info->target_count = header->targets()->size();
  info->target = model->target;
  return AIC_OK;
}

aic_status aic_model_section(const aic_model* model, uint32_t section, aic_section_info* info) {
  AIC_CHECK_POINTERS(model, info);
  AIC_CHECK_INDEX(section, model->header->sections()->size());
  const schema::Section& from = *model->header->sections()->Get(section);
  *info = {static_cast<aic_section_kind>(from.kind()), from.offset(), from.bytes(), from.checksum(),
           from.alignment()};
  return AIC_OK;
}

aic_status aic_model_target(const aic_model* model, uint32_t target, aic_target_info* info) {
  AIC_CHECK_POINTERS(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  const schema::Target& from = *model->header->targets()->Get(target);
  *info = {static_cast<aic_target_kind>(from.kind()),
           from.triple()->c_str(),
           from.cpu()->c_str(),
           from.features()->size(),
           model->features.data() + model->featureStart[target],
           from.kernels()->size(),
           from.dispatches()->size(),
           from.arena_bytes(),
           from.peak_live_bytes(),
           from.total_bytes(),
           from.code_section()};
  return AIC_OK;
}

aic_status aic_model_kernel(const aic_model* model, uint32_t target, uint32_t kernel, aic_kernel_info* info) {
  AIC_CHECK_POINTERS(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  const auto& kernels = *model->header->targets()->Get(target)->kernels();
  AIC_CHECK_INDEX(kernel, kernels.size());
  const auto* variants = kernels[kernel]->variants();
  *info = {kernels[kernel]->name()->c_str(), kernels[kernel]->family()->c_str(),
           variants ? variants->size() : 0};
  return AIC_OK;
}

aic_status aic_model_variant(const aic_model* model, uint32_t target, uint32_t kernel, uint32_t variant,
                             aic_variant_info* info) {
  AIC_CHECK_POINTERS(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  const auto& kernels = *model->header->targets()->Get(target)->kernels();
  AIC_CHECK_INDEX(kernel, kernels.size());
  const auto* variants = kernels[kernel]->variants();
  AIC_CHECK_INDEX(variant, variants ? variants->size() : 0);
  const schema::Variant& from = *variants->Get(variant);
  *info = {from.name()->c_str(),
           from.bytes(),
           reinterpret_cast<const uint32_t*>(model->shaders[target] + from.offset()),
           {from.local_x(), from.local_y(), from.local_z()},
           {from.workgroups_x(), from.workgroups_y(), from.workgroups_z()},
           from.shared_bytes(),
           from.needs_subgroup()};
  return AIC_OK;
}

aic_status aic_model_dispatch(const aic_model* model, uint32_t target, uint32_t dispatch,
                              aic_dispatch_info* info) {
  AIC_CHECK_POINTERS(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  const auto& dispatches = *model->header->targets()->Get(target)->dispatches();
  AIC_CHECK_INDEX(dispatch, dispatches.size());
  const schema::Dispatch& from = *dispatches[dispatch];
  *info = {from.name()->c_str(), from.location()->c_str(), from.kernel(),
           from.workgroups(),    from.bindings()->size(),  from.flops(),
           from.bytes()};
  return AIC_OK;
}

aic_status aic_model_binding(const aic_model* model, uint32_t target, uint32_t dispatch, uint32_t binding,
                             aic_binding_info* info) {
  AIC_CHECK_POINTERS(model, info);
  AIC_CHECK_INDEX(target, model->header->targets()->size());
  const auto& dispatches = *model->header->targets()->Get(target)->dispatches();
  AIC_CHECK_INDEX(dispatch, dispatches.size());
  const auto& bindings = *dispatches[dispatch]->bindings();
  AIC_CHECK_INDEX(binding, bindings.size());
  const schema::Binding& from = *bindings[binding];
  *info = {static_cast<aic_binding_kind>(from.kind()), from.index(), from.offset(), from.bytes(),
           from.write()};
  return AIC_OK;
}
}
