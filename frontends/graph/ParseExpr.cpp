// Expressions, by precedence climbing.
#include "frontends/graph/Operators.h"
#include "frontends/graph/ParserState.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace aic::graph {

ExprPtr ParserState::make(Expr::Kind kind, Span span) {
  if (++expressions_ > kMaxExpressions) {
    error(span, "the file has more than " + std::to_string(kMaxExpressions) + " expressions");
    return nullptr;
  }
  auto e = std::make_unique<Expr>();
  e->kind = kind;
  e->span = span;
  e->opSpan = span;
  return e;
}

/// Counts the height of a tree whose parts are complete; loops build deep trees without recursion.
ExprPtr ParserState::finish(ExprPtr e) {
  if (!e)
    return nullptr;
  int below = 0;
  for (const Expr* part : {e->a.get(), e->b.get(), e->c.get()})
    if (part)
      below = std::max(below, part->depth);
  for (const Element& item : e->items)
    if (item.value)
      below = std::max(below, item.value->depth);
  if (e->path)
    for (const Path::Piece& piece : e->path->pieces)
      if (piece.expr)
        below = std::max(below, piece.expr->depth);
  e->depth = below + 1;
  if (e->depth > kMaxExpressionDepth) {
    error(e->opSpan, "the expression is more than " + std::to_string(kMaxExpressionDepth) +
                         " operations deep: give its parts names");
    return nullptr;
  }
  return e;
}

ExprPtr ParserState::expression() {
  Nested nested(*this);
  if (!nested.good)
    return nullptr;
  ExprPtr a = binary(kTernary);
  if (!a || current_.kind != Tok::If)
    return a;
  ExprPtr e = make(Expr::Kind::Ternary, a->span);
  if (!e)
    return nullptr;
  e->opSpan = current_.span;
  advance();
  e->a = std::move(a);
  e->b = binary(kTernary);
  if (!e->b || !expect(Tok::Else, "and the value where the condition does not hold"))
    return nullptr;
  e->c = expression();
  if (!e->c)
    return nullptr;
  e->span.end = e->c->span.end;
  return finish(std::move(e));
}

ExprPtr ParserState::binary(int minimum) {
  if (current_.kind == Tok::Not && minimum > kNot) {
    error(current_.span, "put 'not ...' between parentheses here");
    return nullptr;
  }
  ExprPtr left = unary();
  bool compared = false;
  while (left) {
    const OperatorRow* row = binaryOperator(current_.kind);
    if (!row || row->precedence < minimum)
      return left;
    if (row->precedence == kCompare && compared) {
      error(current_.span, "comparisons do not chain: join them with 'and'");
      return nullptr;
    }
    compared = row->precedence == kCompare;
    ExprPtr e = make(Expr::Kind::Binary, left->span);
    if (!e)
      return nullptr;
    e->op = row->op;
    e->opSpan = current_.span;
    advance();
    e->a = std::move(left);
    e->b = binary(row->precedence + 1);
    if (!e->b)
      return nullptr;
    e->span.end = e->b->span.end;
    left = finish(std::move(e));
  }
  return nullptr;
}

ExprPtr ParserState::unary() {
  if (current_.kind != Tok::Not && current_.kind != Tok::Minus)
    return power();
  Nested nested(*this);
  if (!nested.good)
    return nullptr;
  ExprPtr e = make(Expr::Kind::Unary, current_.span);
  if (!e)
    return nullptr;
  e->op = current_.kind == Tok::Not ? Op::Not : Op::Neg;
  advance();
  e->a = e->op == Op::Not ? binary(kNot) : unary();
  if (!e->a)
    return nullptr;
  if (e->op == Op::Neg && e->a->kind == Expr::Kind::Unary && e->a->op == Op::Not) {
    error(e->a->span, "put 'not ...' between parentheses here");
    return nullptr;
  }
  e->span.end = e->a->span.end;
  return finish(std::move(e));
}

ExprPtr ParserState::power() {
  ExprPtr base = postfix(primary());
  if (!base || current_.kind != Tok::StarStar)
    return base;
  Nested nested(*this);
  ExprPtr e = nested.good ? make(Expr::Kind::Binary, base->span) : nullptr;
  if (!e)
    return nullptr;
  e->op = Op::Pow;
  e->opSpan = current_.span;
  advance();
  if (current_.kind == Tok::Not) {
    error(current_.span, "put 'not ...' between parentheses here");
    return nullptr;
  }
  e->a = std::move(base);
  e->b = unary(); // right-associative, and 2 ** -1 is fine
  if (!e->b)
    return nullptr;
  e->span.end = e->b->span.end;
  return finish(std::move(e));
}

ExprPtr ParserState::postfix(ExprPtr e) {
  while (e) {
    if (current_.kind == Tok::LBracket) {
      ExprPtr index = make(Expr::Kind::Index, e->span);
      if (!index)
        return nullptr;
      index->a = std::move(e);
      index->opSpan = current_.span;
      advance();
      while (current_.kind != Tok::RBracket) {
        index->items.emplace_back();
        if (!subscript(index->items.back()))
          return nullptr;
        if (current_.kind != Tok::RBracket && !expect(Tok::Comma, "or ']' after the index"))
          return nullptr;
      }
      if (index->items.empty()) {
        error(current_.span, "an index stands between '[' and ']'");
        return nullptr;
      }
      index->span.end = index->opSpan.end = current_.span.end;
      advance();
      e = finish(std::move(index));
    } else if (current_.kind == Tok::At && initialiser_) {
      return e;
    } else if (current_.kind == Tok::At) {
      if (e->kind != Expr::Kind::Call) {
        error(current_.span,
              "'@' says where the parameters of a call live: it follows a call; a matrix product is "
              "matmul(a, b)");
        return nullptr;
      }
      if (e->path) {
        error(current_.span, "this call has a path already");
        return nullptr;
      }
      e->path = path();
      if (!e->path)
        return nullptr;
      e->span.end = e->path->span.end;
      e = finish(std::move(e));
    } else if (current_.kind == Tok::LParen) {
      error(current_.span, "only a block or a primitive can be called, by its name");
      return nullptr;
    } else {
      return e;
    }
  }
  return nullptr;
}

ExprPtr ParserState::primary() {
  Token token = current_;
  switch (token.kind) {
  case Tok::LParen: {
    advance();
    ExprPtr e = expression();
    if (e && current_.kind == Tok::Comma) {
      error(current_.span, "there are no tuples: a list stands between '[' and ']'");
      return nullptr;
    }
    if (!e || !expect(Tok::RParen, "after the expression"))
      return nullptr;
    return e;
  }
  case Tok::LBracket: {
    ExprPtr e = make(Expr::Kind::List, token.span);
    advance();
    if (!e || !elements(e->items, e->dangling, Tok::RBracket, false))
      return nullptr;
    e->span.end = previousEnd_;
    return finish(std::move(e));
  }
  case Tok::Name:
    return name();
  case Tok::Int:
  case Tok::Float:
  case Tok::Inf:
  case Tok::True:
  case Tok::False:
  case Tok::None:
  case Tok::String:
  case Tok::Type:
    return literal();
  case Tok::Plus:
    error(token.span, "there is no unary '+'");
    return nullptr;
  case Tok::Bad:
    return nullptr;
  default: {
    bool ends = token.kind == Tok::Newline || token.kind == Tok::End;
    error(ends ? Span{previousEnd_, previousEnd_} : token.span, "expected an expression, found " + found());
    return nullptr;
  }
  }
}

ExprPtr ParserState::literal() {
  ExprPtr e = make(Expr::Kind::None, current_.span);
  if (!e)
    return nullptr;
  e->text = text(current_.span);
  const char* begin = e->text.data();
  const char* end = begin + e->text.size();
  switch (current_.kind) {
  case Tok::Int:
    e->kind = Expr::Kind::Int;
    if (std::from_chars(begin, end, e->integer).ec != std::errc()) {
      error(current_.span, "the number does not fit in 64 bits");
      return nullptr;
    }
    break;
  case Tok::Float:
    e->kind = Expr::Kind::Float;
    // from_chars reports both too large and too small; what rounds to zero is no error.
    if (std::from_chars(begin, end, e->number).ec != std::errc()) {
      size_t exponent = e->text.find_first_of("eE");
      bool small =
          exponent != std::string::npos && exponent + 1 < e->text.size() && e->text[exponent + 1] == '-';
      if (!small) {
        error(current_.span, "the number does not fit in a 64-bit float: write inf for infinity");
        return nullptr;
      }
      e->number = 0;
    }
    break;
  case Tok::Inf:
    e->kind = Expr::Kind::Inf;
    break;
  case Tok::True:
  case Tok::False:
    e->kind = Expr::Kind::Bool;
    e->boolean = current_.kind == Tok::True;
    break;
  case Tok::String:
    e->kind = Expr::Kind::String;
    for (size_t i = 1; i + 1 < e->text.size(); ++i)
      if (e->text[i] == '\\') {
        char escaped = e->text[++i];
        if (escaped != '"' && escaped != '\\' && escaped != 'n' && escaped != 't') {
          uint32_t at = current_.span.begin + static_cast<uint32_t>(i) - 1;
          error({at, at + 2}, "unknown escape: it is \\\" \\\\ \\n or \\t");
          return nullptr;
        }
      }
    break;
  case Tok::Type:
    e->kind = Expr::Kind::Type;
    break;
  default:
    break;
  }
  advance();
  return e;
}

ExprPtr ParserState::name() {
  Token first = current_;
  advance();
  return nameAfter(first);
}

/// A name or a call whose first token was read.
ExprPtr ParserState::nameAfter(const Token& first) {
  ExprPtr e = make(Expr::Kind::Name, first.span);
  if (!e)
    return nullptr;
  e->text = text(first.span);
  while (current_.kind == Tok::Dot) {
    advance();
    e->text += "." + text(current_.span);
    if (!expect(Tok::Name, "after '.'"))
      return nullptr;
    e->span.end = previousEnd_;
  }
  e->opSpan = e->span;
  if (current_.kind != Tok::LParen)
    return e;
  e->kind = Expr::Kind::Call;
  advance();
  if (!elements(e->items, e->dangling, Tok::RParen, true))
    return nullptr;
  e->span.end = previousEnd_;
  return finish(std::move(e));
}

bool ParserState::elements(std::vector<Element>& items, std::vector<Comment>& dangling, Tok close,
                           bool named) {
  const char* where = close == Tok::RParen ? "or ')' after the argument" : "or ']' after the item";
  struct Within { // brackets a path is a call's again
    bool& flag;
    bool outer = std::exchange(flag, false);
    ~Within() { flag = outer; }
  } within{initialiser_};
  while (current_.kind != close) {
    if (!items.empty())
      takeTrailing(previousEnd_ - 1, items.back().trivia.trailing);
    Element item;
    item.trivia.leading = takeComments();
    if (!element(item, named))
      return false;
    items.push_back(std::move(item));
    takeTrailing(previousEnd_ - 1, items.back().trivia.trailing);
    if (current_.kind != close && !expect(Tok::Comma, where))
      return false;
  }
  if (!items.empty())
    takeTrailing(previousEnd_ - 1, items.back().trivia.trailing);
  std::vector<Comment> rest = takeComments();
  dangling.insert(dangling.end(), rest.begin(), rest.end());
  advance();
  return true;
}

/// `block=`, an argument that is called as a keyword: nothing else begins so.
bool ParserState::isBlockArgument() const {
  const std::string& all = source_->text();
  const size_t next = all.find_first_not_of(" \t", current_.span.end);
  return current_.kind == Tok::Block && next != std::string::npos && all[next] == '=' &&
         all.compare(next, 2, "==") != 0;
}

bool ParserState::element(Element& element, bool named) {
  if (named && isBlockArgument()) {
    element.name = {text(current_.span), current_.span};
    advance();
    advance();
    element.value = expression();
    return element.value != nullptr;
  }
  element.value = expression();
  if (!element.value)
    return false;
  if (current_.kind != Tok::Assign)
    return true;
  if (!named || element.value->kind != Expr::Kind::Name || element.value->text.find('.') != std::string::npos)
    return error(current_.span,
                 named ? "only a name can stand before '=' here" : "'=' has no meaning here: '==' compares");
  element.name = {element.value->text, element.value->span};
  advance();
  element.value = expression();
  return element.value != nullptr;
}

bool ParserState::subscript(Element& element) {
  Span begin = current_.span;
  if (current_.kind == Tok::Ellipsis) {
    element.value = make(Expr::Kind::Ellipsis, begin);
    advance();
    return element.value != nullptr;
  }
  ExprPtr first;
  if (current_.kind != Tok::Colon) {
    first = expression();
    if (!first)
      return false;
    if (current_.kind != Tok::Colon) {
      element.value = std::move(first);
      return true;
    }
  }
  ExprPtr slice = make(Expr::Kind::Slice, begin);
  if (!slice)
    return false;
  advance(); // ':'
  slice->a = std::move(first);
  auto stops = [&] {
    return current_.kind == Tok::Colon || current_.kind == Tok::Comma || current_.kind == Tok::RBracket;
  };
  if (!stops() && !(slice->b = expression()))
    return false;
  if (accept(Tok::Colon)) {
    slice->secondColon = true;
    if (!stops() && !(slice->c = expression()))
      return false;
  }
  slice->span.end = previousEnd_;
  slice->opSpan = slice->span;
  element.value = finish(std::move(slice));
  return element.value != nullptr;
}

} // namespace aic::graph
