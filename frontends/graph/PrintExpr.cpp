// Expressions in canonical form. Where a call or a list is broken is decided by its width on one line.
#include "frontends/graph/Operators.h"
#include "frontends/graph/PrinterState.h"

#include <algorithm>
#include <cstring>

namespace aic::graph {
namespace {

int precedence(const Expr& e) {
  switch (e.kind) {
  case Expr::Kind::Ternary:
    return kTernary;
  case Expr::Kind::Unary:
  case Expr::Kind::Binary:
    return operatorRow(e.op).precedence;
  default:
    return kPostfix;
  }
}

/// The least precedence that an operand may have without parentheses.
int operandPrecedence(const Expr& e, bool left) {
  int own = precedence(e);
  if (e.kind == Expr::Kind::Ternary)
    return kOr;
  if (e.kind == Expr::Kind::Unary)
    return own;
  if (e.op == Op::Pow)
    return left ? kPostfix : kNegate; // (-x) ** 2, and 2 ** -x, and right-associative
  if (own == kCompare)
    return kSum; // comparisons do not chain
  return left ? own : own + 1;
}

bool needsParentheses(const Expr& parent, const Expr& child, bool left) {
  return precedence(child) < operandPrecedence(parent, left);
}

/// `name=value`, but `name = a + b`.
bool spacedAssign(const Expr& value) {
  return precedence(value) < kNegate;
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

} // namespace

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
    w = width(*e.a) + (precedence(*e.a) < kPostfix ? 2 : 0) + width(e.items, e.dangling);
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
    bool parentheses = precedence(*e.a) < kPostfix;
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

} // namespace aic::graph
