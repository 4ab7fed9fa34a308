// Tokens, and the comments before them.
#include "frontends/graph/ParserState.h"

#include <utility>

namespace aic::graph {

ParserState::ParserState(std::shared_ptr<const SourceFile> source, std::vector<Diagnostic>& diagnostics)
    : source_(std::move(source)), lexer_(*source_, diagnostics) {
  current_ = lexer_.next();
  waiting_ = lexer_.takeComments();
}

void ParserState::advance() {
  if (current_.kind != Tok::Newline && current_.kind != Tok::End) {
    previousEnd_ = current_.span.end;
    if (current_.kind != Tok::LParen && current_.kind != Tok::RParen && current_.kind != Tok::Comma) {
      auto mix = [&](unsigned char c) { fingerprint_ = (fingerprint_ ^ c) * 0x100000001b3ull; };
      for (uint32_t i = current_.span.begin; i < current_.span.end; ++i)
        mix(static_cast<unsigned char>(source_->text()[i]));
      mix(0);
    }
  }
  current_ = lexer_.next();
  std::vector<CommentToken> comments = lexer_.takeComments();
  waiting_.insert(waiting_.end(), comments.begin(), comments.end());
}

ParserState::Nested::Nested(ParserState& parser)
    : parser(parser), good(++parser.depth_ <= kMaxExpressionDepth) {
  if (!good)
    parser.error(parser.current_.span, "the expression is nested more than " +
                                           std::to_string(kMaxExpressionDepth) + " levels deep");
}

bool ParserState::accept(Tok kind) {
  if (current_.kind != kind)
    return false;
  advance();
  return true;
}

std::string ParserState::found() const {
  switch (current_.kind) {
  case Tok::Name:
  case Tok::Type:
  case Tok::Int:
  case Tok::Float: {
    std::string spelled = text(current_.span);
    return "'" + (spelled.size() > 40 ? spelled.substr(0, 37) + "..." : spelled) + "'";
  }
  default:
    return tokenName(current_.kind);
  }
}

bool ParserState::error(Span span, const std::string& message) {
  lexer_.error(span, message);
  return false;
}

bool ParserState::expect(Tok kind, const char* where) {
  if (accept(kind))
    return true;
  if (current_.kind == Tok::Bad) // reported by the lexer
    return false;
  Span span = current_.span;
  bool later = previousEnd_ > 0 && lineOf(span.begin) > lineOf(previousEnd_ - 1);
  if (current_.kind == Tok::Newline || current_.kind == Tok::End || later) // where it is missing
    span = {previousEnd_, previousEnd_};
  return error(span, std::string("expected ") + tokenName(kind) + " " + where + ", found " + found());
}

std::vector<Comment> ParserState::takeComments() {
  std::vector<Comment> taken;
  for (const CommentToken& token : waiting_) {
    taken.push_back({text(token.span), source_->blankLineAbove(token.span.begin)});
    ++comments_;
  }
  waiting_.clear();
  return taken;
}

void ParserState::takeTrailing(uint32_t offset, std::string& to) {
  if (!to.empty() || waiting_.empty())
    return;
  int line = lineOf(offset);
  for (auto it = waiting_.begin(); it != waiting_.end(); ++it)
    if (it->span.begin >= offset && lineOf(it->span.begin) == line) {
      to = text(it->span);
      waiting_.erase(it);
      ++comments_;
      return;
    }
}

/// At the end of a statement or declaration: a comment on its last line is its own, those from inside of it
/// go above.
void ParserState::trailing(Trivia& trivia) {
  auto inside = waiting_.begin();
  for (; inside != waiting_.end() && inside->span.begin < previousEnd_; ++inside) {
    trivia.leading.push_back({text(inside->span), false});
    ++comments_;
  }
  waiting_.erase(waiting_.begin(), inside);
  if (previousEnd_ > 0)
    takeTrailing(previousEnd_ - 1, trivia.trailing);
}

} // namespace aic::graph
