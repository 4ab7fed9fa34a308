// Every message of the lexer and the parser, with place and caret; and recovery: several errors in one run.
#include "frontends/graph/Parser.h"

#include <gtest/gtest.h>

using namespace aic::graph;

namespace {

std::string errors(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  parse("t.graph", text, diagnostics);
  return render(diagnostics);
}

/// The first message of a statement within a block, as `line:column: message`.
std::string first(const std::string& statement) {
  std::vector<Diagnostic> diagnostics;
  parse("t.graph", "block b() {\n" + statement + "\n}\n", diagnostics);
  if (diagnostics.empty())
    return "";
  return std::to_string(diagnostics[0].line) + ":" + std::to_string(diagnostics[0].column) + ": " +
         diagnostics[0].message;
}

/// The same for a file.
std::string firstOfFile(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  parse("t.graph", text, diagnostics);
  if (diagnostics.empty())
    return "";
  return std::to_string(diagnostics[0].line) + ":" + std::to_string(diagnostics[0].column) + ": " +
         diagnostics[0].message;
}

TEST(SyntaxError, Rendered) {
  EXPECT_EQ(errors("block b() {\n\ty = f(x\n\tz = 3 $ 4\n}\n"),
            "t.graph:2:9: error: expected ',' or ')' after the argument, found 'z'\n"
            "  \ty = f(x\n"
            "  \t       ^\n"
            "t.graph:3:8: error: unexpected character '$'\n"
            "  \tz = 3 $ 4\n"
            "  \t      ^\n");
}

TEST(SyntaxError, CaretCountsCharactersNotBytes) {
  EXPECT_EQ(errors("block b() {\n  x = f(\"h\xC3\xA9\", $)\n}\n"),
            "t.graph:2:16: error: unexpected character '$'\n"
            "    x = f(\"h\xC3\xA9\", $)\n"
            "                ^\n");
}

TEST(SyntaxError, AllOfAFileInOneRun) {
  std::vector<Diagnostic> diagnostics;
  parse("t.graph", R"(
block a(x y) { z = 1 + }
blok c() {}
block d() {
  if x == { y = 2 }
  for in 3 { q = ] }
  w = (1
  v = 2 2
}
graph g(x: f32) -> (y: f32[]) {
  y = 'a'
}
graph h(x: f32[2]) { }
)",
        diagnostics);
  std::vector<int> lines;
  for (const Diagnostic& d : diagnostics)
    lines.push_back(d.line);
  EXPECT_EQ(lines, (std::vector<int>{2, 2, 3, 5, 6, 6, 7, 8, 10, 11, 13})) << render(diagnostics);
}

TEST(SyntaxError, Lexer) {
  EXPECT_EQ(first("x = 1 ! 2"), "2:7: '!' is not an operator: write 'not' or '!='");
  EXPECT_EQ(first("x = 'a'"), "2:5: strings stand between double quotes");
  EXPECT_EQ(first("x = \"abc"), "2:5: the string has no closing '\"' on this line");
  EXPECT_EQ(first("x = \"a\\q\""), "2:7: unknown escape: it is \\\" \\\\ \\n or \\t");
  EXPECT_EQ(first("x = 2x"), "2:5: a name cannot begin with a digit, nor a number end with a letter");
  EXPECT_EQ(first("x = 99999999999999999999"), "2:5: the number does not fit in 64 bits");
  EXPECT_EQ(first("x = 1e999"), "2:5: the number does not fit in a 64-bit float: write inf for infinity");
  EXPECT_EQ(first("x = \xC3\xA9"), "2:5: unexpected character '\xC3\xA9'");
  EXPECT_EQ(first("x = 1e-999"), "");
}

TEST(SyntaxError, Expressions) {
  EXPECT_EQ(first("x = "), "2:4: expected an expression, found the end of the line");
  EXPECT_EQ(first("x = (1, 2)"), "2:7: there are no tuples: a list stands between '[' and ']'");
  EXPECT_EQ(first("x = a < b < c"), "2:11: comparisons do not chain: join them with 'and'");
  EXPECT_EQ(first("x = a + not b"), "2:9: put 'not ...' between parentheses here");
  EXPECT_EQ(first("x = +a"), "2:5: there is no unary '+'");
  EXPECT_EQ(first("x = a @ b"),
            "2:7: '@' says where the parameters of a call live: it follows a call; a matrix "
            "product is matmul(a, b)");
  EXPECT_EQ(first("x = f() @ a @ b"), "2:13: this call has a path already");
  EXPECT_EQ(first("x = f(1)(2)"), "2:9: only a block or a primitive can be called, by its name");
  EXPECT_EQ(first("x = f(a.b=2)"), "2:10: only a name can stand before '=' here");
  EXPECT_EQ(first("x = [a = 2]"), "2:8: '=' has no meaning here: '==' compares");
  EXPECT_EQ(first("x = a[]"), "2:7: an index stands between '[' and ']'");
  EXPECT_EQ(first("x = a if b"),
            "2:11: expected 'else' and the value where the condition does not hold, found the end "
            "of the line");
}

TEST(SyntaxError, Paths) {
  EXPECT_EQ(first("x = f() @"),
            "2:9: expected a path after '@', such as layer{i}.conv1, \"any text\" or '.'");
  EXPECT_EQ(first("x = f() @ a..b"),
            "2:11: a path is names between dots, such as layer1.0.conv1, or '.' alone");
  EXPECT_EQ(first("x = f() @ .a"),
            "2:11: a path is names between dots, such as layer1.0.conv1, or '.' alone");
  EXPECT_EQ(first("x = f() @ \"\""), "2:11: the path is empty: '.' adds nothing to the caller's path");
  EXPECT_EQ(first("x = f() @ \"a"), "2:11: the path has no closing '\"' on this line");
  EXPECT_EQ(first("x = f() @ \"a}\""), "2:13: '}' without '{': write \\} for the character");
  EXPECT_EQ(first("x = f() @ a{1"),
            "2:14: expected '}' after the expression in the path, found the end of the line");
  EXPECT_EQ(first("x = f() @ a{i}.{j + 1}.b"), "");
  EXPECT_EQ(first("x = f() @ \"sp ace{i}\\{\""), "");
}

TEST(SyntaxError, Statements) {
  EXPECT_EQ(first("f(x)"), ""); // a block without a value
  EXPECT_EQ(first("n.f(x) @ a.b"), "");
  EXPECT_EQ(first("f(x)[0]"), "2:1: this value goes nowhere: bind it, as in y = f...");
  EXPECT_EQ(first("f.x = 3"), "2:1: this value goes nowhere: bind it, as in y = f...");
  EXPECT_EQ(first("x = 1, 2"), "2:6: an assignment has one value on its right side");
  EXPECT_EQ(first("else { }"), "2:1: 'else' without an 'if' before it");
  EXPECT_EQ(first("budget kv: f32[2]"), "2:1: 'budget' is kept for a later version of the language");
  EXPECT_EQ(first("3 = x"), "2:1: expected a statement, found '3'");
  EXPECT_EQ(first("param w"), "2:8: expected ':' and the parameter's type, found the end of the line");
  EXPECT_EQ(first("param w: f32"), "2:10: a type has its dimensions: f32[...], or f32[] for a scalar");
  EXPECT_EQ(first("param w: f32[2, ...]"), "2:17: '...' stands for the leading dimensions: it comes first");
  EXPECT_EQ(first("weights\n"), "2:1: expected the file's name between double quotes after 'weights'");
  EXPECT_EQ(first("if = 3 { }"), "2:4: expected an expression, found '='");
  EXPECT_EQ(first("relu = 1 2"), "2:10: expected the end of the line, found '2'");
  EXPECT_EQ(first("if a { b = 1"), "1:11: this '{' is never closed");
}

TEST(SyntaxError, States) {
  EXPECT_EQ(first("state kv: f32[2] = zeros"), "");
  EXPECT_EQ(first("state kv: f32[2] = zeros @ a.b"), "");
  EXPECT_EQ(first("state kv: f32[2] @ a.b = full(f(1) @ c)"), "");
  EXPECT_EQ(first("state kv"), "2:9: expected ':' and the state's type, found the end of the line");
  EXPECT_EQ(first("state state: f32[2] = ones"), "");
  EXPECT_EQ(first("state kv: f32[2]"),
            "2:17: the state kv has no initialiser: = zeros, = ones, = full(value), or = weights for the "
            "tensor of its name in the weights");
  EXPECT_EQ(first("state kv: f32[2] @ a"),
            "2:21: the state kv has no initialiser: = zeros, = ones, = full(value), or = weights for the "
            "tensor of its name in the weights");
  EXPECT_EQ(first("state kv: f32[2] = zeros @ a @ b"), "2:30: expected the end of the line, found '@'");
  EXPECT_EQ(first("state kv: f32[2] = zeros = ones"), "2:26: expected the end of the line, found '='");
  EXPECT_EQ(first("param w: f32[2] = full(0) @ a"), "");
  // Names all the same.
  for (const char* statement :
       {"state = 3", "state, x = f(state)", "x = state(state, update, narrow, entries)",
        "update = narrow(update)", "entries = [state]", "param state: f32[2]"})
    EXPECT_EQ(first(statement), "") << statement;
  EXPECT_EQ(first("state(x)"), ""); // a call
}

TEST(SyntaxError, Entries) {
  EXPECT_EQ(firstOfFile("entries a, b\nblock entries(entries) {}\n"), "");
  EXPECT_EQ(firstOfFile("entries\n"),
            "1:8: expected a name for a graph of the file, found the end of the line");
  EXPECT_EQ(firstOfFile("entries a,\n"),
            "1:11: expected a name for a graph of the file, found the end of the line");
  EXPECT_EQ(firstOfFile("entries a b\n"), "1:11: expected the end of the line, found 'b'");
  EXPECT_EQ(firstOfFile("entires a, b\n"), "1:1: expected 'import', 'block', 'graph' or 'entries', found "
                                           "'entires' (did you mean entries?)");
}

TEST(SyntaxError, Declarations) {
  EXPECT_EQ(firstOfFile("aic 2\n"),
            "1:5: the file is written in language version 2; this aic reads version 1");
  EXPECT_EQ(firstOfFile("block b() {}\naic 1\n"), "2:1: the language version stands at the top of the file");
  EXPECT_EQ(firstOfFile("grph g() {}\n"),
            "1:1: expected 'import', 'block', 'graph' or 'entries', found 'grph' (did you mean graph?)");
  EXPECT_EQ(firstOfFile("import x\n"), "1:8: expected a string after 'import': the file's name, found 'x'");
  EXPECT_EQ(firstOfFile("block if() {}\n"), "1:7: expected a name for the block, found 'if'");
  EXPECT_EQ(firstOfFile("block b(x: strng) {}\n"), "1:12: unknown kind 'strng' (did you mean string?): it is "
                                                   "int, float, bool, string, list, or a tensor type "
                                                   "such as f32[N, 3]");
  EXPECT_EQ(firstOfFile("block b(x: f32) {}\n"),
            "1:12: a tensor type has its dimensions: f32[N, 3], or f32[] for a scalar");
  EXPECT_EQ(firstOfFile("graph g(x) -> (y: f32[]) {}\n"),
            "1:10: expected ':' and a type, such as f32[N, 3], found ')'");
  EXPECT_EQ(firstOfFile("graph g(x: f32[2 = 3]) -> (y: f32[]) {}\n"), "1:16: only a name can have a default");
  EXPECT_EQ(firstOfFile("graph g(x: f32[2]) {}\n"), "1:20: expected '->' and the graph's results, found '{'");
  EXPECT_EQ(firstOfFile("block b() {\n"), "1:11: this '{' is never closed");
  EXPECT_EQ(firstOfFile("block b() {} }\n"), "1:14: expected the end of the line, found '}'");
}

TEST(SyntaxError, WhatPythonWrites) {
  for (auto [written, message] : std::initializer_list<std::pair<const char*, const char*>>{
           {"y += x", "2:3: '+=' is written out: y = y + ..."},
           {"y //= 2", "2:3: '//=' is written out: y = y // ..."},
           {"z = x & y", "2:7: '&' is not an operator: write 'and', of bools"},
           {"z = x | y", "2:7: '|' is not an operator: write 'or', of bools"},
           {"z = ~x", "2:5: '~' is not an operator: write 'not', of bools"},
           {"z = x; y = x", "2:6: ';' is not an operator: write a new line"},
           {"while true { z = x }",
            "2:1: there is no 'while': write for i in 0..n, with an n that is known when the model "
            "is compiled"},
           {"for i in 0..3 { break }",
            "2:17: there is no 'break': write a for of fewer steps: loops run to their end"},
           {"assert x == y", "2:1: there is no 'assert': write require(N > 1, \"a batch is needed\")"},
           {"def f(x):", "2:1: there is no 'def': write block NAME(x: f32[...]) { ... }"},
           {"if a {\n  z = x\n} else if b {\n  z = y\n}", "4:8: 'else if' is written elif"}})
    EXPECT_EQ(first(written), message) << written;
  // Names that Python has a statement of are names as long as they are bound.
  EXPECT_EQ(first("pass = x"), "");
  EXPECT_EQ(first("let, break = f(x)"), "");
}

} // namespace
