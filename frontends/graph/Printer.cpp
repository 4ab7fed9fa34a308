// Canonical form: two spaces of indentation, one statement a line, at most kColumns wide where a call or a
// list can be broken. A broken call or list has one item a line and a comma after each; lists of plain
// numbers are filled. Whatever stands on the right of a statement is a function of the tree alone, so that
// printing is idempotent.
#include "frontends/graph/Printer.h"

#include "frontends/graph/Parser.h"

#include <algorithm>
#include <cstring>

namespace aic::graph {
namespace {

constexpr int64_t kColumns = 110;

int precedence(const Expr& e) {
  switch (e.kind) {
  case Expr::Kind::Ternary:
    return 0;
  case Expr::Kind::Unary:
    return e.op == Op::Not ? 3 : 7;
  case Expr::Kind::Binary:
    switch (e.op) {
    case Op::Or:
      return 1;
    case Op::And:
      return 2;
    case Op::Add:
    case Op::Sub:
      return 5;
    case Op::Mul:
    case Op::Div:
    case Op::FloorDiv:
    case Op::Rem:
      return 6;
    case Op::Pow:
      return 8;
    default:
      return 4;
    }
  default:
    return 9;
  }
}

/// The least precedence that an operand may have without parentheses.
int operandPrecedence(const Expr& e, bool left) {
  int own = precedence(e);
  if (e.kind == Expr::Kind::Ternary)
    return 1;
  if (e.kind == Expr::Kind::Unary)
    return own;
  if (e.op == Op::Pow)
    return left ? 9 : 7; // (-x) ** 2, and 2 ** -x, and right-associative
  if (own == 4)
    return 5; // comparisons do not chain
  return left ? own : own + 1;
}

bool needsParentheses(const Expr& parent, const Expr& child, bool left) {
  return precedence(child) < operandPrecedence(parent, left);
}

/// `name=value`, but `name = a + b`.
bool spacedAssign(const Expr& value) {
  return precedence(value) < 7;
}

bool isPlain(const Expr& e) {
  switch (e.kind) {
  case Expr::Kind::Int:
  case Expr::Kind::Float:
  case Expr::Kind::Inf:
  case Expr::Kind::Bool:
  case Expr::Kind::None:
  case Expr::Kind::String:
  case Expr::Kind::Name:
    return true;
  case Expr::Kind::Unary:
    return e.op == Op::Neg && isPlain(*e.a);
  default:
    return false;
  }
}

constexpr int64_t kBroken = int64_t(1) << 40; // the width of what holds a comment: it never fits

class Printer {
public:
  std::string out;

  void file(const File& file);
  void type(const TypeRef& type);
  void expr(const Expr& e, int indent);

private:
  int64_t width(const Expr& e);
  int64_t width(const std::vector<Element>& items, const std::vector<Comment>& dangling);
  int64_t width(const Path& path);
  void flat(const Expr& e);
  void operand(const Expr& parent, const Expr& child, bool left, int indent);
  void items(const std::vector<Element>& items, const std::vector<Comment>& dangling, char open, char close,
             int indent, bool fits);
  void element(const Element& item, int indent);
  void path(const Path& path);
  void comments(const std::vector<Comment>& comments, int indent, bool first);
  void line(int indent) { out += std::string(indent, ' '); }
  void end(const std::string& comment) { out += (comment.empty() ? "" : "  " + comment) + "\n"; }
  /// The column that comes next, from 0. Each byte is looked at once.
  int64_t column() {
    for (; scanned_ < out.size(); ++scanned_)
      if (out[scanned_] == '\n')
        lineStart_ = scanned_ + 1;
    return static_cast<int64_t>(out.size() - lineStart_);
  }
  size_t scanned_ = 0, lineStart_ = 0;
  void arguments(const ArgumentList& list, int indent);
  void argument(const Argument& argument, int indent);
  void body(const Body& body, int indent);
  void statement(const Statement& s, int indent);
};

//===-- Expressions -------------------------------------------------------------------------------------===//

int64_t Printer::width(const Path& path) {
  int64_t w = 3 + (path.quoted ? 2 : 0);
  for (const Path::Piece& piece : path.pieces)
    w += piece.expr ? width(*piece.expr) + 2 : static_cast<int64_t>(piece.text.size());
  return w;
}

int64_t Printer::width(const std::vector<Element>& items, const std::vector<Comment>& dangling) {
  int64_t w = 2 + (items.empty() ? 0 : 2 * static_cast<int64_t>(items.size() - 1));
  for (const Element& item : items) {
    w += width(*item.value);
    if (!item.name.text.empty())
      w += static_cast<int64_t>(item.name.text.size()) + (spacedAssign(*item.value) ? 3 : 1);
    if (!item.trivia.leading.empty() || !item.trivia.trailing.empty())
      w += kBroken;
  }
  return dangling.empty() ? w : w + kBroken;
}

int64_t Printer::width(const Expr& e) {
  if (e.width >= 0)
    return e.width;
  auto operand = [&](const Expr& child, bool left) {
    return width(child) + (needsParentheses(e, child, left) ? 2 : 0);
  };
  int64_t w = static_cast<int64_t>(e.text.size());
  switch (e.kind) {
  case Expr::Kind::Unary:
    w = (e.op == Op::Not ? 4 : 1) + operand(*e.a, false);
    break;
  case Expr::Kind::Binary:
    w = operand(*e.a, true) + operand(*e.b, false) + static_cast<int64_t>(std::strlen(opSpelling(e.op))) + 2;
    break;
  case Expr::Kind::Ternary:
    w = operand(*e.a, true) + operand(*e.b, true) + width(*e.c) + 10;
    break;
  case Expr::Kind::Slice:
    w = 1 + e.secondColon;
    for (const Expr* part : {e.a.get(), e.b.get(), e.c.get()})
      w += part ? width(*part) : 0;
    break;
  case Expr::Kind::Ellipsis:
    w = 3;
    break;
  case Expr::Kind::Index:
    w = width(*e.a) + (precedence(*e.a) < 9 ? 2 : 0) + width(e.items, e.dangling);
    break;
  case Expr::Kind::List:
    w = width(e.items, e.dangling);
    break;
  case Expr::Kind::Call:
    w += width(e.items, e.dangling) + (e.path ? width(*e.path) : 0);
    break;
  default:
    break;
  }
  return e.width = std::min(w, 2 * kBroken);
}

void Printer::path(const Path& path) {
  out += " @ ";
  if (path.quoted)
    out += '"';
  for (const Path::Piece& piece : path.pieces) {
    if (piece.expr) {
      out += '{';
      flat(*piece.expr);
      out += '}';
    } else {
      out += piece.text;
    }
  }
  if (path.quoted)
    out += '"';
}

/// On one line, whatever it costs. Comments inside make that impossible: then it breaks all the same.
void Printer::flat(const Expr& e) {
  expr(e, static_cast<int>(std::min<int64_t>(column(), 40)));
}

void Printer::operand(const Expr& parent, const Expr& child, bool left, int indent) {
  bool parentheses = needsParentheses(parent, child, left);
  if (parentheses)
    out += '(';
  expr(child, indent);
  if (parentheses)
    out += ')';
}

void Printer::comments(const std::vector<Comment>& comments, int indent, bool first) {
  for (const Comment& comment : comments) {
    if (comment.blankAbove && !first)
      out += '\n';
    first = false;
    line(indent);
    out += comment.text + "\n";
  }
}

void Printer::element(const Element& item, int indent) {
  if (!item.name.text.empty())
    out += item.name.text + (spacedAssign(*item.value) ? " = " : "=");
  expr(*item.value, indent);
}

void Printer::items(const std::vector<Element>& items, const std::vector<Comment>& dangling, char open,
                    char close, int indent, bool fits) {
  out += open;
  if (fits || (items.empty() && dangling.empty())) {
    for (size_t i = 0; i < items.size(); ++i) {
      if (i)
        out += ", ";
      element(items[i], indent);
    }
    out += close;
    return;
  }
  out += '\n';
  bool fill = dangling.empty() && std::all_of(items.begin(), items.end(), [](const Element& item) {
                return item.name.text.empty() && isPlain(*item.value) && item.trivia.leading.empty() &&
                       item.trivia.trailing.empty();
              });
  int inner = indent + 2;
  int64_t lineStart = static_cast<int64_t>(out.size());
  bool lineEmpty = true;
  for (const Element& item : items) {
    if (fill) {
      if (!lineEmpty && static_cast<int64_t>(out.size()) - lineStart + width(*item.value) + 2 > kColumns) {
        out += '\n';
        lineStart = static_cast<int64_t>(out.size());
        lineEmpty = true;
      }
      if (lineEmpty)
        line(inner);
      else
        out += ' ';
      lineEmpty = false;
      expr(*item.value, inner);
      out += ',';
      continue;
    }
    comments(item.trivia.leading, inner, &item == &items.front());
    line(inner);
    element(item, inner);
    out += ',';
    end(item.trivia.trailing);
  }
  if (fill)
    out += '\n';
  comments(dangling, inner, items.empty());
  line(indent);
  out += close;
}

void Printer::expr(const Expr& e, int indent) {
  switch (e.kind) {
  case Expr::Kind::Unary:
    out += e.op == Op::Not ? "not " : "-";
    operand(e, *e.a, false, indent);
    return;
  case Expr::Kind::Binary:
    operand(e, *e.a, true, indent);
    out += std::string(" ") + opSpelling(e.op) + " ";
    operand(e, *e.b, false, indent);
    return;
  case Expr::Kind::Ternary:
    operand(e, *e.a, true, indent);
    out += " if ";
    operand(e, *e.b, true, indent);
    out += " else ";
    expr(*e.c, indent);
    return;
  case Expr::Kind::List:
    items(e.items, e.dangling, '[', ']', indent, column() + width(e) <= kColumns);
    return;
  case Expr::Kind::Call:
    out += e.text;
    items(e.items, e.dangling, '(', ')', indent,
          column() + width(e) - static_cast<int64_t>(e.text.size()) <= kColumns);
    if (e.path)
      path(*e.path);
    return;
  case Expr::Kind::Index: {
    bool parentheses = precedence(*e.a) < 9;
    if (parentheses)
      out += '(';
    expr(*e.a, indent);
    if (parentheses)
      out += ')';
    items(e.items, e.dangling, '[', ']', indent, true);
    return;
  }
  case Expr::Kind::Slice:
    if (e.a)
      expr(*e.a, indent);
    out += ':';
    if (e.b)
      expr(*e.b, indent);
    if (e.secondColon)
      out += ':';
    if (e.c)
      expr(*e.c, indent);
    return;
  case Expr::Kind::Ellipsis:
    out += "...";
    return;
  default:
    out += e.text;
    return;
  }
}

void Printer::type(const TypeRef& type) {
  out += type.name.text;
  if (!type.tensor)
    return;
  out += '[';
  for (size_t i = 0; i < type.dims.size(); ++i) {
    const Dim& dim = type.dims[i];
    if (i)
      out += ", ";
    if (dim.ellipsis) {
      out += "...";
      continue;
    }
    flat(*dim.value);
    if (dim.defaultValue) {
      out += " = ";
      flat(*dim.defaultValue);
    }
  }
  out += ']';
}

//===-- Declarations ------------------------------------------------------------------------------------===//

void Printer::argument(const Argument& argument, int indent) {
  out += argument.name.text;
  if (argument.type) {
    out += ": ";
    type(*argument.type);
  }
  if (argument.defaultValue) {
    out += " = ";
    expr(*argument.defaultValue, indent);
  }
}

void Printer::arguments(const ArgumentList& list, int indent) {
  bool broken = !list.dangling.empty();
  for (const Argument& a : list.items)
    broken |= !a.trivia.leading.empty() || !a.trivia.trailing.empty();
  if (!broken) {
    column();
    size_t begin = out.size(), lineStart = lineStart_;
    out += '(';
    for (size_t i = 0; i < list.items.size(); ++i) {
      if (i)
        out += ", ";
      argument(list.items[i], indent);
    }
    out += ')';
    if (column() <= kColumns && out.find('\n', begin) == std::string::npos)
      return;
    out.resize(begin);
    scanned_ = begin;
    lineStart_ = lineStart;
  }
  out += "(\n";
  for (const Argument& a : list.items) {
    comments(a.trivia.leading, indent + 2, &a == &list.items.front());
    line(indent + 2);
    argument(a, indent + 2);
    out += ',';
    end(a.trivia.trailing);
  }
  comments(list.dangling, indent + 2, list.items.empty());
  line(indent);
  out += ')';
}

void Printer::body(const Body& body, int indent) {
  out += '{';
  if (body.statements.empty() && body.dangling.empty() && body.headerComment.empty()) {
    out += '}';
    return;
  }
  end(body.headerComment);
  bool first = true;
  for (const auto& s : body.statements) {
    comments(s->trivia.leading, indent + 2, first);
    // A blank line above the statement stays; at the top of a body there is none.
    if (s->trivia.blankAbove && !(first && s->trivia.leading.empty()))
      out += '\n';
    first = false;
    statement(*s, indent + 2);
  }
  comments(body.dangling, indent + 2, first);
  line(indent);
  out += '}';
}

void Printer::statement(const Statement& s, int indent) {
  line(indent);
  auto names = [&] {
    for (size_t i = 0; i < s.targets.size(); ++i)
      out += (i ? ", " : "") + s.targets[i].text;
  };
  switch (s.kind) {
  case Statement::Kind::Weights:
    out += "weights ";
    expr(*s.values[0], indent);
    break;
  case Statement::Kind::Param:
  case Statement::Kind::State:
    out += s.kind == Statement::Kind::State ? "state " : "param ";
    names();
    out += ": ";
    type(s.type);
    if (s.path)
      path(*s.path);
    if (s.initialiser) {
      out += " = ";
      expr(*s.initialiser, indent);
    }
    break;
  case Statement::Kind::Return:
    out += "return ";
    for (size_t i = 0; i < s.values.size(); ++i) {
      out += i ? ", " : "";
      expr(*s.values[i], indent);
    }
    break;
  case Statement::Kind::Assign:
    names();
    out += " = ";
    expr(*s.values[0], indent);
    break;
  case Statement::Kind::For:
    out += "for ";
    names();
    out += " in ";
    expr(*s.values[0], indent);
    if (s.rangeEnd) {
      out += "..";
      expr(*s.rangeEnd, indent);
    }
    out += ' ';
    body(s.body, indent);
    break;
  case Statement::Kind::If:
    for (size_t i = 0; i < s.branches.size(); ++i) {
      const Statement::Branch& branch = s.branches[i];
      out += i == 0 ? "if " : branch.condition ? " elif " : " else ";
      if (branch.condition) {
        expr(*branch.condition, indent);
        out += ' ';
      }
      body(branch.body, indent);
    }
    break;
  }
  end(s.trivia.trailing);
}

void Printer::file(const File& file) {
  const Item* previous = nullptr;
  for (const auto& item : file.items) {
    bool together = previous && previous->kind == Item::Kind::Import && item->kind == Item::Kind::Import;
    bool blank = item->trivia.blankAbove;
    if (previous && !together) {
      // Declarations stand apart: the blank line goes above the comments that belong to the second.
      out += '\n';
    } else if (previous && item->trivia.leading.empty() && blank) {
      out += '\n';
    }
    comments(item->trivia.leading, 0, !previous || !together);
    if (blank && !item->trivia.leading.empty())
      out += '\n';
    switch (item->kind) {
    case Item::Kind::Version:
      out += "aic " + item->name.text;
      break;
    case Item::Kind::Import:
      out += "import " + item->name.text;
      break;
    case Item::Kind::Entries:
      out += "entries ";
      for (size_t i = 0; i < item->inputs.items.size(); ++i)
        out += (i ? ", " : "") + item->inputs.items[i].name.text;
      break;
    case Item::Kind::Block:
      out += "block " + item->name.text;
      arguments(item->inputs, 0);
      out += ' ';
      body(item->body, 0);
      break;
    case Item::Kind::Graph:
      out += "graph " + item->name.text;
      arguments(item->inputs, 0);
      out += " -> ";
      arguments(item->outputs, 0);
      out += ' ';
      body(item->body, 0);
      break;
    }
    end(item->trivia.trailing);
    previous = item.get();
  }
  comments(file.dangling, 0, !previous);
}

} // namespace

std::string print(const File& file) {
  Printer printer;
  printer.file(file);
  return std::move(printer.out);
}

std::string printType(const TypeRef& type) {
  Printer printer;
  printer.type(type);
  return std::move(printer.out);
}

std::string format(const std::string& text, std::vector<Diagnostic>& diagnostics, const std::string& name) {
  std::vector<Diagnostic> found;
  std::unique_ptr<File> file = parse(name, text, found);
  bool good = !hasErrors(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return good ? print(*file) : text;
}

} // namespace aic::graph
