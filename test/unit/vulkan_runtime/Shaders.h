/// \file
/// Kernels in SPIR-V, written by hand as text and assembled and validated in process.
#ifndef AIC_TEST_UNIT_VULKAN_RUNTIME_SHADERS_H
#define AIC_TEST_UNIT_VULKAN_RUNTIME_SHADERS_H

#include "compiler/artifact/Artifact.h"

#include <string>
#include <vector>

namespace aic::test {

using Words = std::vector<uint32_t>;

/// A shader over f32 buffers, one invocation per element in workgroups of 64. `body` is SPIR-V text: %i is
/// the invocation's index (u32), @load{%v b %at} and @store{b %at %v} reach element %at of binding b; types
/// %f32 %u32 %bool; constants f:NUMBER and u:NUMBER. Fails the test unless spirv-val takes the result.
Words Shader(uint32_t bindings, const std::string& body);
/// The same over u32 buffers.
Words IntegerShader(uint32_t bindings, const std::string& body);

/// The kernels of test::ChainModel: y = factor * x + w, blend, and the sum of a tensor by one invocation.
Words ScaleShader(float factor = 2);
Words BlendShader();
Words SumShader();
/// y[i] = x[i] + addend; over 64 elements a workgroup.
Words AddShader(float addend);
/// y[i] = the sum of x over i's subgroup: 64 invocations.
Words SubgroupShader();

/// A variant of 64 invocations.
artifact::Variant MakeVariant(const std::string& name, Words words, uint32_t workgroups);

} // namespace aic::test

#endif // AIC_TEST_UNIT_VULKAN_RUNTIME_SHADERS_H
