// The formatter: one canonical form, comments kept, nothing lost.
#include "frontends/graph/Parser.h"
#include "frontends/graph/Printer.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

using namespace aic::graph;

namespace {

std::string formatted(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  std::string once = format(text, diagnostics, "t.graph");
  EXPECT_TRUE(diagnostics.empty()) << render(diagnostics);
  std::vector<Diagnostic> again;
  std::unique_ptr<File> before = parse("t.graph", text, again), after = parse("t.graph", once, again);
  EXPECT_EQ(before->fingerprint, after->fingerprint) << "tokens changed:\n" << once;
  EXPECT_EQ(before->comments, after->comments) << "a comment is lost:\n" << once;
  EXPECT_EQ(format(once, again), once) << "not idempotent";
  return once;
}

std::string statement(const std::string& text) {
  std::string out = formatted("block b() {\n" + text + "\n}\n");
  std::string head = "block b() {\n  ", tail = "\n}\n";
  EXPECT_EQ(out.substr(0, head.size()), head);
  return out.substr(head.size(), out.size() - head.size() - tail.size());
}

std::string readFile(const std::string& path) {
  std::ifstream in(path);
  EXPECT_TRUE(in.good()) << path;
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Format, CanonicalFilesStay) {
  for (const char* path : {"/examples/mlp.graph", "/examples/cnn.graph", "/examples/resnet.graph",
                           "/frontends/graph/nn.graph", "/frontends/graph/functions.graph"}) {
    std::string text = readFile(std::string(AIC_SOURCE_DIR) + path);
    EXPECT_EQ(formatted(text), text) << path;
  }
}

TEST(Format, Spacing) {
  EXPECT_EQ(statement("y=f( x,k=1 , j = a+b )@p"), "y = f(x, k=1, j = a + b) @ p");
  EXPECT_EQ(statement("x=a if b else c"), "x = a if b else c");
  EXPECT_EQ(statement("h,_=f()"), "h, _ = f()");
  EXPECT_EQ(statement("y=x[ : , -1,...,none,0 : S:2,::]"), "y = x[:, -1, ..., none, 0:S:2, ::]");
  EXPECT_EQ(statement("y=x[a+1:b]"), "y = x[a + 1:b]");
  EXPECT_EQ(statement("for i in 0 .. n-1{ x=i}"), "for i in 0..n - 1 {\n    x = i\n  }");
  EXPECT_EQ(statement("param w:T[a//2,3]@\"w{k+1}\\{\"=full(1.0)"),
            "param w: T[a // 2, 3] @ \"w{k + 1}\\{\" = full(1.0)");
}

TEST(Format, ConstantsStandTogether) {
  EXPECT_EQ(formatted("# why\nA=1 # one\n\nB =[ 1,2]\nblock f( x,act=relu ){return act(x)}\nC=A\n"),
            "# why\nA = 1  # one\n\nB = [1, 2]\n\nblock f(x, act = relu) {\n  return act(x)\n}\n\nC = A\n");
}

TEST(Format, StatesAndEntries) {
  EXPECT_EQ(statement("state kv:f32[N,2]=zeros # all"), "state kv: f32[N, 2] = zeros  # all");
  // The path may stand last; it is printed first, of parameters too.
  EXPECT_EQ(statement("state kv:f32[2]=full( f(1)@c )@a{i}.kv"),
            "state kv: f32[2] @ a{i}.kv = full(f(1) @ c)");
  EXPECT_EQ(statement("state kv:f32[2]@\"a b\"=weights"), "state kv: f32[2] @ \"a b\" = weights");
  EXPECT_EQ(statement("param w: f32[2] = (zeros) @ w{i}"), "param w: f32[2] @ w{i} = zeros");
  EXPECT_EQ(statement("state=f(state)@state"), "state = f(state) @ state");
  EXPECT_EQ(formatted("aic 1\nentries  a,b # both\n# c\ngraph a() -> () {}\nblock b() {}\n"),
            "aic 1\n\nentries a, b  # both\n\n# c\ngraph a() -> () {}\n\nblock b() {}\n");
}

TEST(Format, Parentheses) {
  EXPECT_EQ(statement("x = ((a) + (b * c))"), "x = a + b * c");
  EXPECT_EQ(statement("x = (a + b) * c"), "x = (a + b) * c");
  EXPECT_EQ(statement("x = a - (b - c)"), "x = a - (b - c)");
  EXPECT_EQ(statement("x = (a - b) - c"), "x = a - b - c");
  EXPECT_EQ(statement("x = (-a) ** 2"), "x = (-a) ** 2");
  EXPECT_EQ(statement("x = -(a ** 2)"), "x = -a ** 2");
  EXPECT_EQ(statement("x = a ** (b ** c)"), "x = a ** b ** c");
  EXPECT_EQ(statement("x = (a ** b) ** c"), "x = (a ** b) ** c");
  EXPECT_EQ(statement("x = not (a and b)"), "x = not (a and b)");
  EXPECT_EQ(statement("x = (not a) and b"), "x = not a and b");
  EXPECT_EQ(statement("x = (a < b) == c"), "x = (a < b) == c");
  EXPECT_EQ(statement("x = (a if b else c) if d else e"), "x = (a if b else c) if d else e");
  EXPECT_EQ(statement("x = a if b else (c if d else e)"), "x = a if b else c if d else e");
  EXPECT_EQ(statement("x = (a + b)[0]"), "x = (a + b)[0]");
  EXPECT_EQ(statement("x = -(-a)"), "x = --a");
}

TEST(Format, Comments) {
  EXPECT_EQ(formatted(R"(
# the file

aic 1 # version
import "a.graph"
# about b
import "b.graph"   # bb


# about block
block b(x: T[..., D] # x
  , k, # k
  ) { # header

  # first
  y = f(a, # one
     # two
     b # three
     # four
  ) # five


  if a {x = 1} # six
  else { # seven
    # eight
  } # nine
  return y # ten
  # eleven
} # twelve
# end)"),
            R"(# the file

aic 1  # version

import "a.graph"
# about b
import "b.graph"  # bb

# about block
block b(
  x: T[..., D],  # x
  k,  # k
) {  # header
  # first
  y = f(
    a,  # one
    # two
    b,  # three
    # four
  )  # five

  if a {
    x = 1
  } else {  # seven
    # six
    # eight
  }  # nine
  return y  # ten
  # eleven
}  # twelve
# end
)");
}

TEST(Format, LongLinesBreak) {
  std::string name(30, 'n');
  EXPECT_EQ(statement("x = f(" + name + ", " + name + ", g(1, 2), " + name + ") @ path"),
            "x = f(\n    " + name + ",\n    " + name + ",\n    g(1, 2),\n    " + name + ",\n  ) @ path");
  std::string numbers = "[0";
  for (int i = 1; i < 60; ++i)
    numbers += ", " + std::to_string(i);
  std::string out = statement("x = " + numbers + "]");
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 4) << out;
  for (std::stringstream lines(out); std::getline(lines, name);)
    EXPECT_LE(name.size(), 110u);
}

TEST(Format, WindowsLineEndsAndByteOrderMark) {
  EXPECT_EQ(formatted("\xEF\xBB\xBF# c\r\nblock b() {\r\n  x = 1  # d\r\n\r\n\r\n  y = 2\r\n}\r\n"),
            "# c\nblock b() {\n  x = 1  # d\n\n  y = 2\n}\n");
}

TEST(Format, TextWithErrorsStays) {
  std::vector<Diagnostic> diagnostics;
  EXPECT_EQ(format("block b( {  }", diagnostics), "block b( {  }");
  EXPECT_TRUE(hasErrors(diagnostics));
}

TEST(Format, EmptyFile) {
  EXPECT_EQ(formatted(""), "");
  EXPECT_EQ(formatted("\n\n"), "");
  EXPECT_EQ(formatted("# only"), "# only\n");
}

} // namespace
