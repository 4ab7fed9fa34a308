#include "test/unit/vulkan_runtime/Shaders.h"

#include "gtest/gtest.h"
#include <map>
#include <regex>
#include <spirv-tools/libspirv.h>

namespace aic::test {

static Words Assemble(const std::string& text) {
  spv_context context = spvContextCreate(SPV_ENV_VULKAN_1_1);
  spv_binary binary = nullptr;
  spv_diagnostic diagnostic = nullptr;
  Words words;
  spv_result_t result = spvTextToBinary(context, text.data(), text.size(), &binary, &diagnostic);
  if (result == SPV_SUCCESS)
    result = spvValidateBinary(context, binary->code, binary->wordCount, &diagnostic);
  EXPECT_EQ(result, SPV_SUCCESS) << (diagnostic ? diagnostic->error : "") << " in\n" << text;
  if (result == SPV_SUCCESS)
    words.assign(binary->code, binary->code + binary->wordCount);
  spvDiagnosticDestroy(diagnostic);
  spvBinaryDestroy(binary);
  spvContextDestroy(context);
  return words;
}

/// Replaces every match of `pattern` by what `make` returns for it.
template <typename Make>
static std::string Replace(const std::string& text, const std::regex& pattern, Make make) {
  std::string result;
  size_t at = 0;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
    result += text.substr(at, match->position() - at) + make(*match);
    at = match->position() + match->length();
  }
  return result + text.substr(at);
}

static Words Build(uint32_t bindings, const std::string& body, const std::string& capabilities = "",
                   const std::string& element = "%f32") {
  std::map<std::string, std::string> constants; // What stands in the body, and its definition.
  int pointers = 0;
  std::string code =
      Replace(body, std::regex("@load\\{(%\\w+) (\\d+) (%\\w+)\\}"), [&](const std::smatch& m) {
        std::string p = "%p" + std::to_string(pointers++);
        return p + " = OpAccessChain %ptr %b" + m[2].str() + " %zero " + m[3].str() + "\n" + m[1].str() +
               " = OpLoad " + element + " " + p;
      });
  code = Replace(code, std::regex("@store\\{(\\d+) (%\\w+) (%\\w+)\\}"), [&](const std::smatch& m) {
    std::string p = "%p" + std::to_string(pointers++);
    return p + " = OpAccessChain %ptr %b" + m[1].str() + " %zero " + m[2].str() + "\nOpStore " + p + " " +
           m[3].str();
  });
  code = Replace(code, std::regex("([fu]):(-?[0-9.]+)"), [&](const std::smatch& m) {
    bool real = m[1] == "f";
    std::string name =
        std::string("%") + m[1].str() + "_" + std::regex_replace(m[2].str(), std::regex("[.-]"), "_");
    constants[name] = name + " = OpConstant " + (real ? "%f32 " : "%u32 ") + m[2].str();
    return name;
  });
  std::string text = "OpCapability Shader\n" + capabilities +
                     "OpMemoryModel Logical GLSL450\n"
                     "OpEntryPoint GLCompute %main \"main\" %id\n"
                     "OpExecutionMode %main LocalSize 64 1 1\n"
                     "OpDecorate %id BuiltIn GlobalInvocationId\n"
                     "OpDecorate %array ArrayStride 4\n"
                     "OpDecorate %block Block\n"
                     "OpMemberDecorate %block 0 Offset 0\n";
  for (uint32_t b = 0; b < bindings; ++b) {
    std::string name = "%b" + std::to_string(b);
    text += "OpDecorate " + name + " DescriptorSet 0\nOpDecorate " + name + " Binding " + std::to_string(b) +
            "\nOpDecorate " + name + " Aliased\n";
  }
  text += "%void = OpTypeVoid\n%function = OpTypeFunction %void\n%bool = OpTypeBool\n"
          "%u32 = OpTypeInt 32 0\n%f32 = OpTypeFloat 32\n%v3 = OpTypeVector %u32 3\n"
          "%in = OpTypePointer Input %v3\n%id = OpVariable %in Input\n"
          "%array = OpTypeRuntimeArray " +
          element +
          "\n%block = OpTypeStruct %array\n"
          "%buffer = OpTypePointer StorageBuffer %block\n%ptr = OpTypePointer StorageBuffer " +
          element +
          "\n"
          "%zero = OpConstant %u32 0\n";
  for (const auto& [name, definition] : constants)
    text += definition + "\n";
  for (uint32_t b = 0; b < bindings; ++b)
    text += "%b" + std::to_string(b) + " = OpVariable %buffer StorageBuffer\n";
  text += "%main = OpFunction %void None %function\n%start = OpLabel\n%ids = OpLoad %v3 %id\n"
          "%i = OpCompositeExtract %u32 %ids 0\n" +
          code + "\nOpReturn\nOpFunctionEnd\n";
  return Assemble(text);
}

Words Shader(uint32_t bindings, const std::string& body) {
  return Build(bindings, body);
}

Words IntegerShader(uint32_t bindings, const std::string& body) {
  return Build(bindings, body, "", "%u32");
}

Words ScaleShader(float factor) {
  return Shader(3, "@load{%x 0 %i}\n%column = OpUMod %u32 %i u:32\n@load{%w 1 %column}\n"
                   "%m = OpFMul %f32 f:" +
                       std::to_string(factor) + " %x\n%y = OpFAdd %f32 %m %w\n@store{2 %i %y}");
}

Words BlendShader() {
  return Shader(2, R"(
    %up = OpIAdd %u32 %i u:2016
    %above = OpUMod %u32 %up u:2048
    %down = OpIAdd %u32 %i u:32
    %below = OpUMod %u32 %down u:2048
    @load{%x0 0 %above}
    @load{%x1 0 %i}
    @load{%x2 0 %below}
    %y0 = OpFDiv %f32 %x0 f:4
    %y1 = OpFDiv %f32 %x1 f:2
    %y2 = OpFDiv %f32 %x2 f:3
    %y01 = OpFAdd %f32 %y0 %y1
    %y = OpFAdd %f32 %y01 %y2
    @store{1 %i %y})");
}

Words SumShader() {
  return Shader(2, R"(
    %first = OpIEqual %bool %i u:0
    OpSelectionMerge %end None
    OpBranchConditional %first %head %end
    %head = OpLabel
    OpBranch %loop
    %loop = OpLabel
    %n = OpPhi %u32 u:0 %head %next %continue
    %s = OpPhi %f32 f:0 %head %sum %continue
    %more = OpULessThan %bool %n u:2048
    OpLoopMerge %done %continue None
    OpBranchConditional %more %body %done
    %body = OpLabel
    @load{%x 0 %n}
    %sum = OpFAdd %f32 %s %x
    OpBranch %continue
    %continue = OpLabel
    %next = OpIAdd %u32 %n u:1
    OpBranch %loop
    %done = OpLabel
    @store{1 %zero %s}
    OpBranch %end
    %end = OpLabel)");
}

Words AddShader(float addend) {
  return Shader(2, "@load{%x 0 %i}\n%y = OpFAdd %f32 %x f:" + std::to_string(addend) + "\n@store{1 %i %y}");
}

Words SubgroupShader() {
  return Build(2, "@load{%x 0 %i}\n%y = OpGroupNonUniformFAdd %f32 u:3 Reduce %x\n@store{1 %i %y}",
               "OpCapability GroupNonUniform\nOpCapability GroupNonUniformArithmetic\n");
}

artifact::Variant MakeVariant(const std::string& name, Words words, uint32_t workgroups) {
  artifact::Variant variant;
  variant.name = name;
  variant.words = std::move(words);
  variant.localSize = {64, 1, 1};
  variant.workgroups = {workgroups, 1, 1};
  return variant;
}

} // namespace aic::test
