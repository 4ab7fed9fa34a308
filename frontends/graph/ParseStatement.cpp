// Bodies and statements.
#include "frontends/graph/ParserState.h"
#include "frontends/graph/Spellings.h"

#include <algorithm>
#include <utility>

namespace aic::graph {

bool ParserState::blockBody(Body& body) {
  Span opened = current_.span;
  if (!expect(Tok::LBrace, "and the body"))
    return false;
  takeTrailing(opened.begin, body.headerComment);
  if (bodyDepth_ >= kMaxStatementDepth)
    return error(opened,
                 "bodies are nested more than " + std::to_string(kMaxStatementDepth) + " levels deep");
  ++bodyDepth_;
  this->body(body, opened);
  --bodyDepth_;
  return true;
}

void ParserState::body(Body& body, Span opened) {
  for (;;) {
    while (accept(Tok::Newline)) {
    }
    if (current_.kind == Tok::RBrace)
      break;
    if (current_.kind == Tok::End || startsItem()) {
      if (!lexer_.gaveUp())
        error(opened, "this '{' is never closed");
      body.close = {previousEnd_, previousEnd_};
      return;
    }
    uint32_t begin = current_.span.begin;
    std::unique_ptr<Statement> s = statement();
    if (!s) {
      recoverStatement(begin);
      continue;
    }
    body.statements.push_back(std::move(s));
  }
  body.dangling = takeComments();
  body.close = current_.span;
  advance();
}

/// After an error in the statement that began at `begin`: on behind the line of the last token that was read,
/// over whole braces. An unclosed '(' does not swallow the statements that follow.
void ParserState::recoverStatement(uint32_t begin) {
  lexer_.depth = 0;
  if (previousEnd_ > begin && lineOf(current_.span.begin) > lineOf(previousEnd_ - 1) &&
      current_.kind != Tok::End) {
    lexer_.seek(previousEnd_);
    waiting_.erase(std::remove_if(waiting_.begin(), waiting_.end(),
                                  [&](const CommentToken& c) { return c.span.begin >= previousEnd_; }),
                   waiting_.end());
    current_ = {Tok::Newline, {previousEnd_, previousEnd_}};
    return;
  }
  int braces = 0;
  while (current_.kind != Tok::End) {
    if (braces == 0 && (current_.kind == Tok::Newline || current_.kind == Tok::RBrace))
      return;
    if (startsItem() && (current_.span.begin == 0 || source_->text()[current_.span.begin - 1] == '\n'))
      return;
    braces += current_.kind == Tok::LBrace;
    braces -= current_.kind == Tok::RBrace;
    advance();
    lexer_.depth = 0;
  }
}

std::unique_ptr<Statement> ParserState::statement() {
  auto s = std::make_unique<Statement>();
  s->trivia.blankAbove = source_->blankLineAbove(current_.span.begin);
  s->trivia.leading = takeComments();
  s->span = current_.span;
  bool good = false;
  switch (current_.kind) {
  case Tok::Param:
    good = parseParam(*s, Statement::Kind::Param);
    break;
  case Tok::If:
    good = parseIf(*s);
    break;
  case Tok::For:
    good = parseFor(*s);
    break;
  case Tok::Return:
    s->kind = Statement::Kind::Return;
    advance();
    do {
      ExprPtr value = expression();
      good = value != nullptr;
      if (good)
        s->values.push_back(std::move(value));
    } while (good && accept(Tok::Comma));
    s->span.end = previousEnd_;
    break;
  case Tok::Name:
    good = parseAssign(*s);
    break;
  case Tok::Elif:
  case Tok::Else:
    error(current_.span, std::string(tokenName(current_.kind)) + " without an 'if' before it");
    break;
  case Tok::Bad:
    break;
  default:
    error(current_.span, "expected a statement, found " + found());
    break;
  }
  if (!good)
    return nullptr;
  trailing(s->trivia);
  if (current_.kind != Tok::Newline && current_.kind != Tok::RBrace && current_.kind != Tok::End) {
    if (current_.kind != Tok::Bad)
      error(current_.span, "expected the end of the line, found " + found());
    return nullptr;
  }
  return s;
}

/// `param NAME: TYPE @ path = initialiser`, a state with its keyword read. The path may stand last: it is
/// printed first, so the fingerprint of both counts in that order.
bool ParserState::parseParam(Statement& s, Statement::Kind kind) {
  s.kind = kind;
  bool isState = kind == Statement::Kind::State;
  if (!isState)
    advance();
  s.targets.push_back({text(current_.span), current_.span});
  if (!expect(Tok::Name, isState ? "for the state" : "for the parameter") ||
      !expect(Tok::Colon, isState ? "and the state's type" : "and the parameter's type") ||
      !type(s.type, false))
    return false;
  uint64_t whole = std::exchange(fingerprint_, 0), ofPath = 0, ofInitialiser = 0;
  while ((current_.kind == Tok::At && !s.path) || (current_.kind == Tok::Assign && !s.initialiser)) {
    fingerprint_ = 0;
    if (current_.kind == Tok::At) {
      s.path = path();
      if (!s.path)
        return false;
      ofPath = fingerprint_;
    } else {
      advance();
      bool outer = std::exchange(initialiser_, true);
      s.initialiser = expression();
      initialiser_ = outer;
      if (!s.initialiser)
        return false;
      ofInitialiser = fingerprint_;
    }
  }
  fingerprint_ = ((whole * 31 + ofPath) * 31 + ofInitialiser) ^ 0xcbf29ce484222325ull;
  s.span.end = previousEnd_;
  if (isState && !s.initialiser)
    return error({previousEnd_, previousEnd_}, "the state " + s.targets[0].text +
                                                   " has no initialiser: = zeros, = ones, = full(value), or "
                                                   "= weights for the tensor of its name in the weights");
  return true;
}

bool ParserState::parseFor(Statement& s) {
  s.kind = Statement::Kind::For;
  advance();
  bool header = false;
  do {
    s.targets.push_back({text(current_.span), current_.span});
    header = expect(Tok::Name, "for the loop");
  } while (header && accept(Tok::Comma));
  header = header && expect(Tok::In, "and what to go through");
  if (header) {
    ExprPtr value = expression();
    header = value != nullptr;
    if (header)
      s.values.push_back(std::move(value));
    if (header && accept(Tok::DotDot)) {
      s.rangeEnd = expression();
      header = s.rangeEnd != nullptr;
    }
  }
  s.span.end = previousEnd_;
  while (!header && current_.kind != Tok::LBrace && current_.kind != Tok::Newline &&
         current_.kind != Tok::End)
    advance();
  return blockBody(s.body) && header;
}

bool ParserState::parseIf(Statement& s) {
  s.kind = Statement::Kind::If;
  bool good = true;
  for (;;) {
    bool isElse = current_.kind == Tok::Else;
    advance();
    s.branches.emplace_back();
    Statement::Branch& branch = s.branches.back();
    bool header = true;
    if (isElse && current_.kind == Tok::If) { // read as what is meant
      good = error(current_.span, "'else if' is written elif");
      isElse = false;
      advance();
    }
    if (!isElse) {
      branch.condition = expression();
      header = branch.condition != nullptr;
    }
    if (s.branches.size() == 1)
      s.span.end = previousEnd_;
    while (!header && current_.kind != Tok::LBrace && current_.kind != Tok::Newline &&
           current_.kind != Tok::End)
      advance();
    good &= header;
    if (!blockBody(branch.body))
      return false;
    if (isElse)
      return good;
    // `else` may begin a new line.
    if (current_.kind == Tok::Newline) {
      uint32_t here = current_.span.begin;
      Token saved = current_;
      std::vector<CommentToken> comments = waiting_;
      while (current_.kind == Tok::Newline)
        advance();
      if (current_.kind != Tok::Else && current_.kind != Tok::Elif) {
        lexer_.seek(here + 1);
        current_ = saved;
        waiting_ = comments;
        return good;
      }
    }
    if (current_.kind != Tok::Else && current_.kind != Tok::Elif)
      return good;
  }
}

/// What Python begins a statement with, and its `x += y`: says what to write for it.
bool ParserState::checkSpelling(const Token& first, const std::string& word) {
  Tok kind = current_.kind;
  std::string ours = spellingOfStatement(word);
  if (!ours.empty() && kind != Tok::Assign && kind != Tok::Comma)
    return error(first.span, "there is no '" + word + "': write " + ours);
  bool isOperator = kind >= Tok::Plus && kind <= Tok::Percent;
  if (isOperator && source_->text().compare(current_.span.end, 1, "=") == 0) {
    std::string sign = text(current_.span);
    return error(current_.span,
                 "'" + sign + "=' is written out: " + word + " = " + word + " " + sign + " ...");
  }
  return true;
}

bool ParserState::parseAssign(Statement& s) {
  Token first = current_;
  std::string word = text(first.span);
  advance();
  if (word == "weights" && (current_.kind == Tok::String || current_.kind == Tok::Newline)) {
    s.kind = Statement::Kind::Weights;
    ExprPtr value = current_.kind == Tok::String ? literal() : nullptr;
    if (!value)
      return error(first.span, "expected the file's name between double quotes after 'weights'");
    s.values.push_back(std::move(value));
    s.span.end = previousEnd_;
    return true;
  }
  if (word == "state" && current_.kind == Tok::Name)
    return parseParam(s, Statement::Kind::State);
  if ((word == "expect" || word == "budget") && current_.kind == Tok::Name)
    return error(first.span, "'" + word + "' is kept for a later version of the language");
  if (current_.kind == Tok::LParen || current_.kind == Tok::Dot) {
    s.kind = Statement::Kind::Call;
    ExprPtr call = postfix(nameAfter(first));
    if (!call)
      return false;
    if (call->kind != Expr::Kind::Call)
      return error(first.span, "this value goes nowhere: bind it, as in y = " + word + "...");
    s.span.end = previousEnd_;
    s.values.push_back(std::move(call));
    return true;
  }
  if (!checkSpelling(first, word))
    return false;
  s.kind = Statement::Kind::Assign;
  s.targets.push_back({word, first.span});
  while (accept(Tok::Comma)) {
    s.targets.push_back({text(current_.span), current_.span});
    if (!expect(Tok::Name, "to bind"))
      return false;
  }
  if (!expect(Tok::Assign, "and a value"))
    return false;
  ExprPtr value = expression();
  if (!value)
    return false;
  s.values.push_back(std::move(value));
  if (current_.kind == Tok::Comma)
    return error(current_.span, "an assignment has one value on its right side");
  s.span.end = previousEnd_;
  return true;
}

} // namespace aic::graph
