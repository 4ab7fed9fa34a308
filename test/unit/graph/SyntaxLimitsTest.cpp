// Hostile text: the parser answers with a message, in bounded time and stack.
#include "frontends/graph/Parser.h"
#include "frontends/graph/Printer.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace aic::graph;

namespace {

std::string first(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  parse("t.graph", text, diagnostics);
  render(diagnostics);
  return diagnostics.empty() ? "" : diagnostics[0].message;
}
std::string inBlock(const std::string& text) {
  return "block b() {\n" + text + "\n}\n";
}
std::string repeat(const std::string& what, size_t n) {
  std::string out;
  for (size_t i = 0; i < n; ++i)
    out += what;
  return out;
}

TEST(SyntaxLimits, Depth) {
  const char* nested = "the expression is nested more than 200 levels deep";
  EXPECT_EQ(first(inBlock("x = " + std::string(100000, '('))), nested);
  EXPECT_EQ(first(inBlock("x = " + std::string(100000, '['))), nested);
  EXPECT_EQ(first(inBlock("x = " + std::string(100000, '-') + "1")), nested);
  EXPECT_EQ(first(inBlock("x = " + repeat("not ", 100000) + "a")), nested);
  EXPECT_EQ(first(inBlock("x = " + repeat("2 ** ", 100000) + "2")), nested);
  EXPECT_EQ(first(inBlock("x = " + repeat("f(", 100000))), nested);
  EXPECT_EQ(first(inBlock("x = " + repeat("f() @ a{", 100000))), nested);
  EXPECT_EQ(first(inBlock("x = " + repeat("a if b else ", 100000) + "c")), nested);
  const char* deep = "the expression is more than 200 operations deep: give its parts names";
  EXPECT_EQ(first(inBlock("x = " + repeat("1 + ", 100000) + "1")), deep);
  EXPECT_EQ(first(inBlock("x = a" + repeat("[0]", 100000))), deep);
  EXPECT_EQ(first(repeat("block b() { if a { ", 1) + repeat("if a {\n", 100000)),
            "bodies are nested more than 64 levels deep");
}

TEST(SyntaxLimits, Size) {
  EXPECT_EQ(first(std::string(kMaxFileBytes + 1, ' ')),
            "the file is larger than 8388608 bytes, which is all that is read");
  EXPECT_EQ(first(inBlock("x = " + std::string(1 << 20, '9'))),
            "a number of 1048576 digits: at most 400 are read");
  EXPECT_EQ(first(inBlock(std::string(1 << 20, 'a') + " = 1")),
            "a name of 1048576 letters: at most 255 are read");
  EXPECT_EQ(first(inBlock("x = \"" + std::string(1 << 20, 'a') + "\"")),
            "a string of 1048577 bytes: at most 4096 are read");
  EXPECT_EQ(first(inBlock("x = f() @ " + std::string(1 << 20, 'a'))),
            "a path of 1048576 bytes: at most 4096 are read");
  EXPECT_EQ(first(inBlock("x = [" + repeat("1,", 1100000) + "]")),
            "the file has more than 1000000 expressions");
}

TEST(SyntaxLimits, ManyErrorsStop) {
  std::vector<Diagnostic> diagnostics;
  parse("t.graph", inBlock(repeat("x = $\n", 100000)), diagnostics);
  EXPECT_EQ(diagnostics.size(), 51u);
  EXPECT_EQ(diagnostics.back().message, "too many errors; the rest of the file was not read");
}

TEST(SyntaxLimits, Bytes) {
  EXPECT_EQ(first(std::string("block b() { x = \0 1 }\n", 22)), "control character 0x00 is not allowed");
  EXPECT_EQ(first("# a\x1b[31m\n"), "control character 0x1b is not allowed");
  EXPECT_EQ(first("\x93NUMPY\x01"), "this is not a model's text but a NumPy array");
  EXPECT_EQ(first("\x08\x07\x12"),
            "this is not a model's text but an ONNX model, by its first byte: its name must end in .onnx");
  EXPECT_EQ(first(std::string("ML\xefR\x0d\x00", 6)),
            "this is not a model's text but a module's bytecode, which aic-opt reads");
  EXPECT_EQ(first("GGUF\x03"), "this is not a model's text but a file of weights, for --weights");
  EXPECT_EQ(first(std::string("\x20\x00\x00\x00\x00\x00\x00\x00{\"a\"", 12)),
            "this is not a model's text but a file of weights, .safetensors, for --weights");
  EXPECT_EQ(first(std::string("\x7f"
                              "ELF\x02\x01\x01\x00\x00\x00\x00\x00",
                              12)),
            "this is not a model's text but some binary file: it holds zero bytes");
  EXPECT_EQ(first("# \xff\n"), "byte 0xff is not UTF-8");
  EXPECT_EQ(first("# \xc0\x80\n"), "byte 0xc0 is not UTF-8");
  EXPECT_EQ(first("# \xed\xa0\x80\n"), "byte 0xed is not UTF-8");
  EXPECT_EQ(first("# \xf4\x90\x80\x80\n"), "byte 0xf4 is not UTF-8");
  EXPECT_EQ(first("# \xe2\x82"), "byte 0xe2 is not UTF-8");
  EXPECT_EQ(first("x\x80"), "expected 'import', 'block', 'graph' or 'entries', found 'x'");
  EXPECT_EQ(first("# \xe2\x82\xac \xf0\x9f\x98\x80\n"), "");
}

TEST(SyntaxLimits, LongLinesAreShownInPart) {
  std::vector<Diagnostic> diagnostics;
  parse("t.graph", inBlock("x = f(" + repeat("1, ", 5000) + "$)"), diagnostics);
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_LT(render(diagnostics).size(), 500u);
}

TEST(SyntaxLimits, ManyCommentsInOneExpression) {
  std::string text = inBlock("x = y[" + repeat("1, # c\n", 200000) + "1]");
  std::vector<Diagnostic> diagnostics;
  std::string once = format(text, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(std::count(once.begin(), once.end(), '#'), 200000);
}

TEST(SyntaxLimits, LongFilesFormatQuickly) {
  std::string text = inBlock("x = y[" + repeat("f(1, [2, 3]), ", 100000) + "1]\n" + repeat("# c\n", 100000));
  std::vector<Diagnostic> diagnostics;
  std::string once = format(text, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(format(once, diagnostics), once);
}

} // namespace
