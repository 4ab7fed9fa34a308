// Names in C, what collides, what a header and the objects hold.
#include "compiler/library/Interface.h"

#include "compiler/library/Archive.h"
#include "compiler/library/Code.h"
#include "runtime/aic.h"
#include "runtime/embedded/embedded.h"

#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/TargetSelect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace aic;
using namespace aic::library;
using artifact::ElementType;
using testing::HasSubstr;
using testing::Not;

namespace {

/// A content with these entries.
artifact::Content contentOf(std::vector<artifact::Entry> entries) {
  artifact::Content content;
  content.source = "folder/model.graph";
  content.entries = std::move(entries);
  return content;
}

/// What makes no library, in words.
std::string refusalOf(const artifact::Content& content, const std::string& name = "lib") {
  auto made = makeInterface(content, name, {});
  EXPECT_EQ(made.status().code(), absl::StatusCode::kInvalidArgument);
  return std::string(made.status().message());
}

TEST(Identifier, IsWhatCTakes) {
  for (auto [from, to] : {std::pair("x", "x"),
                          {"input.1", "input_1"},
                          {"/conv/Out", "_conv_Out"},
                          {"12", "_12"},
                          {"a-b", "a_b"},
                          {"int", "int_"},
                          {"class", "class_"},
                          {"int_", "int_"},
                          {"größe", "gr__e"},
                          {"日", "_"},
                          {"_", "_"},
                          {"Int", "Int"},
                          {"self", "self_"},
                          {"main", "main_"},
                          {"int32_t", "int32_t_"},
                          {"", ""}})
    EXPECT_EQ(identifier(from), to) << from;
  EXPECT_TRUE(isIdentifier("a_1"));
  for (const char* no : {"", "1a", "a.b", "while", "é"})
    EXPECT_FALSE(isIdentifier(no)) << no;
}

TEST(Interface, NamesFunctionsByEntryAndSize) {
  const artifact::Tensor x{"x", ElementType::F32, {2, 3}};
  auto one = makeInterface(contentOf({{"g", {x}, {x}, {{"N", 2}}}}), "lib", {});
  ASSERT_TRUE(one.ok());
  EXPECT_EQ(one->functions[0].prefix, "lib");
  // The library's name, whatever the entry's; a dimension tells entries of one name apart.
  const artifact::Content content = contentOf(
      {{"int", {x}, {x}}, {"g", {x}, {x}, {{"N", 2}, {"S", 5}}}, {"g", {x}, {x}, {{"N", 3}, {"S", 5}}}});
  auto made = makeInterface(content, "lib", {});
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made->functions[0].prefix, "lib_int");
  EXPECT_EQ(made->functions[1].prefix, "lib_g_N2_S5");
  EXPECT_EQ(made->functions[2].title, "g[N=3,S=5]");
  EXPECT_EQ(made->functions[2].inputs.members[0].macro, "LIB_G_N3_S5_INPUT_X");
  EXPECT_EQ(made->functions[2].inputs.members[0].elements, 6u);
  EXPECT_THAT(made->functions[0].parameters, testing::ElementsAre("x", "x_out"));
}

TEST(Interface, LaysMembersOutAsCDoes) {
  const artifact::Content content = contentOf({{"g",
                                                {{"flag", ElementType::Bool, {3}},
                                                 {"d", ElementType::F64, {}},
                                                 {"none", ElementType::I16, {0, 7}},
                                                 {"last", ElementType::F32, {1}}},
                                                {}}});
  auto made = makeInterface(content, "lib", {});
  ASSERT_TRUE(made.ok());
  struct Inputs {
    uint8_t flag[3];
    double d[1];
    int16_t none[1];
    float last[1];
  };
  const std::vector<Member>& members = made->functions[0].inputs.members;
  EXPECT_EQ(members[1].offset, offsetof(Inputs, d));
  EXPECT_EQ(members[2].offset, offsetof(Inputs, none));
  EXPECT_EQ(members[2].elements, 0u);
  EXPECT_EQ(members[3].offset, offsetof(Inputs, last));
  EXPECT_EQ(made->functions[0].outputs.type, "");
}

TEST(Interface, RefusesTwoThingsOfOneName) {
  const artifact::Tensor x{"x", ElementType::F32, {1}};
  EXPECT_EQ(
      refusalOf(contentOf({{"g", {{"a.b", ElementType::F32, {1}}, {"a/b", ElementType::F32, {1}}}, {x}}})),
      "as a C library, the input 'a.b' and the input 'a/b' would both be a_b: rename one of them");
  EXPECT_EQ(
      refusalOf(contentOf({{"g",
                            {{"h", ElementType::F32, {1}}},
                            {{"y", ElementType::F32, {1}}, {"Y", ElementType::F32, {1}}}}})),
      "as a C library, the output 'y' and the output 'Y' would both be LIB_OUTPUT_Y: rename one of them");
  EXPECT_EQ(
      refusalOf(contentOf({{"a b", {x}, {x}}, {"a_b", {x}, {x}}})),
      "as a C library, the entry 'a b' and the entry 'a_b' would both be lib_a_b_inputs: rename one of them");
  EXPECT_EQ(refusalOf(contentOf({{"g", {{"lib_inputs", ElementType::F32, {1}}}, {x}}})),
            "as a C library, their structure and the input 'lib_inputs' would both be lib_inputs: rename one "
            "of them");
}

TEST(Header, HasCommentsThatEndNothing) {
  artifact::Content content =
      contentOf({{"g", {{"x", ElementType::F32, {1}}}, {{"y", ElementType::F32, {1}}}}});
  content.source = "folder/*/odd*/.graph";
  Comments comments;
  comments.entries["g"] = "ends */ int here; /* and begins\n\nthird ?\?/ line \\";
  auto made = makeInterface(content, "lib", comments);
  ASSERT_TRUE(made.ok());
  const std::string header = makeHeader(*made, content, 64);
  EXPECT_THAT(header, HasSubstr("/* ends * / int here; / * and begins\n *\n * third ? ?/ line / */\n"));
  size_t open = 0, closed = 0;
  for (size_t at = 0; (at = header.find("/*", at)) != std::string::npos; at += 2)
    ++open;
  for (size_t at = 0; (at = header.find("*/", at)) != std::string::npos; at += 2)
    ++closed;
  EXPECT_EQ(open, closed);
}

TEST(Header, HasEveryStatusOfTheRuntime) {
  const artifact::Content content = contentOf({{"g", {}, {{"y", ElementType::F32, {1}}}}});
  auto made = makeInterface(content, "lib", {});
  ASSERT_TRUE(made.ok());
  const std::string header = makeHeader(*made, content, 64);
  uint32_t status = 0;
  for (; std::string(aic_status_name(status)) != "AIC_?"; ++status)
    EXPECT_THAT(header, HasSubstr(std::string(aic_status_name(status)) + " = " + std::to_string(status)));
  EXPECT_THAT(header, Not(HasSubstr(" = " + std::to_string(status) + "\n")));
}

TEST(Archive, HoldsWeightsAtTheirPlaces) {
  artifact::Content content;
  const std::vector<uint8_t> first(100, 1), second(3, 2);
  content.constants = {{0, first}, {128, second}};
  content.weightsBytes = 131;
  for (const char* triple : {"x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"}) {
    auto object = weightsObject(content, triple, "lib_weights");
    ASSERT_TRUE(bool(object)) << llvm::toString(object.takeError());
    auto file = llvm::object::ObjectFile::createELFObjectFile((*object)->getMemBufferRef());
    ASSERT_TRUE(bool(file)) << llvm::toString(file.takeError());
    EXPECT_EQ((*file)->getArch(), llvm::Triple(triple).getArch());
    auto section = *(*file)->section_begin();
    while (section.getAlignment().value() != 64)
      section = *std::next(llvm::object::section_iterator(section));
    EXPECT_EQ(llvm::cantFail(section.getName()), ".rodata");
    std::string wanted(131, '\0');
    wanted.replace(0, 100, 100, '\1');
    wanted.replace(128, 3, 3, '\2');
    EXPECT_EQ(llvm::cantFail(section.getContents()).str(), wanted);
    size_t symbols = 0;
    for (const llvm::object::SymbolRef& symbol : (*file)->symbols()) {
      EXPECT_EQ(llvm::cantFail(symbol.getName()), "lib_weights");
      EXPECT_EQ(llvm::object::ELFSymbolRef(symbol).getSize(), 131u);
      ++symbols;
    }
    EXPECT_EQ(symbols, 1u);
    EXPECT_FALSE(runtimeObject(triple).empty());
  }
  auto other = weightsObject(content, "riscv64-unknown-linux-gnu", "lib_weights");
  EXPECT_THAT(llvm::toString(other.takeError()), HasSubstr("there is no C library for riscv64"));
  EXPECT_TRUE(runtimeObject("riscv64-unknown-linux-gnu").empty());
}

/// The object of a model with one dispatch for a target of these features; or why there is none.
llvm::Expected<std::string> codeFor(const char* triple, std::vector<std::string> features,
                                    size_t bindings = 2) {
  static const bool initialised = [] {
    llvm::InitializeAllTargetInfos();
    llvm::InitializeAllTargets();
    llvm::InitializeAllTargetMCs();
    llvm::InitializeAllAsmPrinters();
    return true;
  }();
  EXPECT_TRUE(initialised);
  const artifact::Tensor x{"x", ElementType::F32, {1}}, y{"y", ElementType::F32, {1}};
  const artifact::Content content = contentOf({{"g", {x}, {y}}});
  artifact::Target target;
  target.triple = triple;
  target.features = std::move(features);
  artifact::Program& program = target.programs.emplace_back();
  program.dispatches.emplace_back().name = "copy";
  program.dispatches[0].bindings.resize(bindings);
  auto interface = makeInterface(content, "lib", {});
  EXPECT_TRUE(interface.ok());
  return makeCode(*interface, content, target, {"lib_kernels", "", "lib_"});
}

TEST(Code, IsForTheTargetsArchitecture) {
  for (auto [triple, features] :
       {std::pair("x86_64-unknown-linux-gnu", std::vector<std::string>{"avx512f", "fma"}),
        {"aarch64-unknown-linux-gnu", {"dotprod", "bf16"}}}) {
    auto object = codeFor(triple, features);
    ASSERT_TRUE(bool(object)) << llvm::toString(object.takeError());
    auto file = llvm::object::ObjectFile::createELFObjectFile(llvm::MemoryBufferRef(*object, "object"));
    ASSERT_TRUE(bool(file)) << llvm::toString(file.takeError());
    EXPECT_EQ((*file)->getArch(), llvm::Triple(triple).getArch());
    std::vector<std::string> defined, needed;
    for (const llvm::object::SymbolRef& symbol : (*file)->symbols())
      if (const uint32_t flags = llvm::cantFail(symbol.getFlags());
          flags & llvm::object::SymbolRef::SF_Global)
        (flags & llvm::object::SymbolRef::SF_Undefined ? needed : defined)
            .push_back(llvm::cantFail(symbol.getName()).str());
    EXPECT_THAT(defined, testing::UnorderedElementsAre("lib_create", "lib_create_in", "lib_destroy",
                                                       "lib_last_error", "lib_run", "lib_run_with"));
    EXPECT_THAT(needed,
                testing::UnorderedElementsAre("lib_kernels", "lib_aic_embedded2_create",
                                              "lib_aic_embedded2_create_in", "lib_aic_embedded2_destroy",
                                              "lib_aic_embedded2_last_error", "lib_aic_embedded2_run"));
  }
}

TEST(Code, RefusesWhatNoProgramCanAskFor) {
  auto object = codeFor("x86_64-unknown-linux-gnu", {"dotprod"});
  EXPECT_EQ(llvm::toString(object.takeError()), "a C library cannot ask a CPU for dotprod");
  object = codeFor("aarch64-unknown-linux-gnu", {"avx2"});
  EXPECT_EQ(llvm::toString(object.takeError()), "a C library cannot ask a CPU for avx2");
  object = codeFor("x86_64-unknown-linux-gnu", {}, AIC_EMBEDDED_MAX_BINDINGS + 1);
  EXPECT_THAT(llvm::toString(object.takeError()),
              HasSubstr("copy has 65 buffers, a C library has at most 64"));
}

} // namespace
