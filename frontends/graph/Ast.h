// The syntax tree of a `.graph` file: everything that was written, comments included, with its place in the
// text.
#pragma once

#include "frontends/graph/Source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace aic::graph {

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

/// A comment on a line of its own.
struct Comment {
  std::string text; // from '#'
  bool blankAbove = false;
};

/// Comments around a statement, an item of a list or a declaration.
struct Trivia {
  std::vector<Comment> leading;
  std::string trailing; // on the same line, after it; "" where there is none
  bool blankAbove = false;
};

/// A name as it was written.
struct Ident {
  std::string text;
  Span span;
};

/// Where a callee's parameters live: `layer{stage + 1}.{i}`, `.`, `"any text {k}"`.
struct Path {
  struct Piece {
    std::string text; // as spelled, escapes included; or
    ExprPtr expr;     // the expression between braces
  };
  Span span;
  bool quoted = false;
  bool root = false; // `.`
  std::vector<Piece> pieces;
};

/// An item of a call, a list or an index.
struct Element {
  Ident name; // of a named argument, else empty
  ExprPtr value;
  Trivia trivia;
};

enum class Op : uint8_t { Or, And, Not, Eq, Ne, Lt, Le, Gt, Ge, Add, Sub, Mul, Div, FloorDiv, Rem, Neg, Pow };

/// `+`, `and`, ...
const char* opSpelling(Op op);

struct Expr {
  enum class Kind : uint8_t {
    Int,
    Float,
    Inf,
    Bool,
    None,
    String,  // literals: text is the spelling, the value beside it
    Type,    // an element type: text
    Name,    // text, perhaps dotted
    List,    // items
    Unary,   // op a
    Binary,  // a op b
    Ternary, // a if b else c
    Call,    // text(items) @ path
    Index,   // a[items]
    Slice,   // a : b : c within an index, each may be absent
    Ellipsis // `...` within an index
  };
  Kind kind = Kind::None;
  Op op = Op::Or;
  bool boolean = false;
  bool secondColon = false; // of a slice
  int depth = 1;            // height of the tree
  Span span;
  Span opSpan; // the operator, or the name of a call
  std::string text;
  int64_t integer = 0;
  double number = 0;
  ExprPtr a, b, c;
  std::vector<Element> items;
  std::unique_ptr<Path> path;
  std::vector<Comment> dangling; // before the closing bracket
  mutable int64_t width = -1;    // of the one-line form, counted once by the printer
};

/// One dimension of a type: an expression, `NAME = default` in a graph's inputs, or `...`.
struct Dim {
  Span span;
  bool ellipsis = false;
  ExprPtr value;
  ExprPtr defaultValue;
};

/// `f32[N, 3]`, `T[..., D]`, or a compile-time kind: `int float bool string list`.
struct TypeRef {
  Span span;
  bool tensor = false;
  Ident name; // the element type, a name for one, or the kind
  std::vector<Dim> dims;
};

struct Statement;

struct Body {
  std::vector<std::unique_ptr<Statement>> statements;
  std::string headerComment;     // after the '{'
  std::vector<Comment> dangling; // before the '}'
  Span close;                    // the '}'
};

struct Statement {
  enum class Kind : uint8_t { Weights, Param, State, Return, If, For, Assign, Call };
  struct Branch {
    ExprPtr condition; // null in `else`
    Body body;
  };
  Kind kind = Kind::Assign;
  Span span; // without comments; of `if` and `for` the header
  Trivia trivia;
  std::vector<Ident> targets; // of an assignment, a loop, or the name of a parameter or state
  std::vector<ExprPtr>
      values;       // right side, results, a call, the loop's list or first bound, the string of `weights`
  ExprPtr rangeEnd; // of `for i in a..b`
  TypeRef type;     // param, state
  std::unique_ptr<Path> path;   // param, state
  ExprPtr initialiser;          // param, state
  std::vector<Branch> branches; // if, elif, else
  Body body;                    // for
};

/// A parameter of a block, or an input or output of a graph.
struct Argument {
  Ident name;
  std::optional<TypeRef> type;
  ExprPtr defaultValue;
  Trivia trivia;

  /// The type; an empty one where there is none. The parser asks for one with each input and output of a
  /// graph.
  const TypeRef& typeOrNone() const {
    static const TypeRef none;
    return type ? *type : none;
  }
};

/// A list of arguments between parentheses.
struct ArgumentList {
  std::vector<Argument> items;
  std::vector<Comment> dangling;
};

/// An import, a constant, a block, a graph, or the graphs that go together.
struct Item {
  enum class Kind : uint8_t { Version, Import, Entries, Constant, Block, Graph };
  Kind kind = Kind::Import;
  Span span; // the header
  Trivia trivia;
  Ident name;           // of a constant, block or graph; the spelling of an import's string or of the version
  ArgumentList inputs;  // of a block its arguments; the names of `entries`
  ArgumentList outputs; // of a graph
  ExprPtr value;        // of a constant
  Body body;
};

struct File {
  std::shared_ptr<const SourceFile> source;
  std::vector<std::unique_ptr<Item>> items;
  std::vector<Comment> dangling; // at the end
  /// A hash over the tokens, without parentheses, commas and line ends: what formatting must keep.
  uint64_t fingerprint = 0;
  /// The number of comments: formatting keeps it.
  uint64_t comments = 0;
};

} // namespace aic::graph
