#include "frontends/graph/Parser.h"

#include "frontends/graph/ParserState.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace aic::graph {

//===-- Tokens and comments -----------------------------------------------------------------------------===//

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

//===-- Declarations ------------------------------------------------------------------------------------===//

std::unique_ptr<File> ParserState::file() {
  auto file = std::make_unique<File>();
  file->source = source_;
  for (;;) {
    while (accept(Tok::Newline)) {
    }
    if (current_.kind == Tok::End)
      break;
    item(*file);
  }
  file->dangling = takeComments();
  file->fingerprint = fingerprint_;
  file->comments = comments_;
  return file;
}

bool ParserState::startsItem() const {
  return current_.kind == Tok::Import || current_.kind == Tok::Block || current_.kind == Tok::Graph;
}

/// After an error outside of every body: on to the next line that starts a declaration.
void ParserState::recoverItem() {
  lexer_.depth = 0;
  bool lineStart = false;
  while (current_.kind != Tok::End && !(lineStart && startsItem())) {
    lineStart = current_.kind == Tok::Newline;
    advance();
    lexer_.depth = 0;
  }
}

void ParserState::item(File& file) {
  auto item = std::make_unique<Item>();
  item->trivia.blankAbove = source_->blankLineAbove(current_.span.begin);
  item->trivia.leading = takeComments();
  uint32_t begin = current_.span.begin;
  bool good = false;
  if (current_.kind == Tok::Import) {
    good = import(*item);
  } else if (current_.kind == Tok::Block || current_.kind == Tok::Graph) {
    good = declaration(*item);
  } else if (current_.kind == Tok::Name && text(current_.span) == "entries") {
    good = entries(*item);
  } else if (current_.kind == Tok::Name && text(current_.span) == "aic") {
    item->kind = Item::Kind::Version;
    if (!file.items.empty())
      error(current_.span, "the language version stands at the top of the file");
    advance();
    item->name = {text(current_.span), current_.span};
    if (current_.kind == Tok::Int && item->name.text != "1")
      error(current_.span,
            "the file is written in language version " + item->name.text + "; this aic reads version 1");
    good = expect(Tok::Int, "after 'aic': the language version");
  } else if (current_.kind != Tok::Bad) {
    error(current_.span, "expected 'import', 'block', 'graph' or 'entries', found " + found() +
                             suggestion(text(current_.span), {"import", "block", "graph", "entries"}));
  }
  if (good)
    trailing(item->trivia);
  if (good && current_.kind != Tok::Newline && current_.kind != Tok::End) {
    good = error(current_.span, "expected the end of the line, found " + found());
  }
  item->span = {begin, std::max(begin, item->span.end ? item->span.end : previousEnd_)};
  if (!good)
    recoverItem();
  if (good || item->kind == Item::Kind::Block || item->kind == Item::Kind::Graph)
    file.items.push_back(std::move(item));
}

bool ParserState::import(Item& item) {
  item.kind = Item::Kind::Import;
  advance();
  item.name = {text(current_.span), current_.span};
  return expect(Tok::String, "after 'import': the file's name");
}

bool ParserState::entries(Item& item) {
  item.kind = Item::Kind::Entries;
  item.name = {text(current_.span), current_.span};
  advance();
  do {
    item.inputs.items.emplace_back();
    item.inputs.items.back().name = {text(current_.span), current_.span};
    if (!expect(Tok::Name, "for a graph of the file"))
      return false;
  } while (accept(Tok::Comma));
  return true;
}

bool ParserState::declaration(Item& item) {
  bool isGraph = current_.kind == Tok::Graph;
  item.kind = isGraph ? Item::Kind::Graph : Item::Kind::Block;
  Span keyword = current_.span;
  advance();
  item.name = {text(current_.span), current_.span};
  bool header =
      expect(Tok::Name, isGraph ? "for the graph" : "for the block") && arguments(item.inputs, isGraph) &&
      (!isGraph || (expect(Tok::Arrow, "and the graph's results") && arguments(item.outputs, true)));
  item.span = {keyword.begin, previousEnd_};
  if (!header) {
    // The body is read all the same where it can be found, for its own errors.
    lexer_.depth = 0;
    while (current_.kind != Tok::End && current_.kind != Tok::LBrace && !startsItem()) {
      advance();
      lexer_.depth = 0;
    }
    if (current_.kind != Tok::LBrace)
      return false;
  }
  return blockBody(item.body);
}

bool ParserState::arguments(ArgumentList& list, bool typed) {
  if (!expect(Tok::LParen, "and the arguments"))
    return false;
  while (current_.kind != Tok::RParen) {
    if (!list.items.empty())
      takeTrailing(previousEnd_ - 1, list.items.back().trivia.trailing);
    Argument argument;
    argument.trivia.leading = takeComments();
    if (!this->argument(argument, typed))
      return false;
    list.items.push_back(std::move(argument));
    takeTrailing(previousEnd_ - 1, list.items.back().trivia.trailing);
    if (current_.kind != Tok::RParen && !expect(Tok::Comma, "or ')' after the argument"))
      return false;
  }
  if (!list.items.empty())
    takeTrailing(previousEnd_ - 1, list.items.back().trivia.trailing);
  list.dangling = takeComments();
  advance();
  return true;
}

bool ParserState::argument(Argument& argument, bool typed) {
  argument.name = {text(current_.span), current_.span};
  if (!expect(Tok::Name, "for the argument"))
    return false;
  if (typed ? expect(Tok::Colon, "and a type, such as f32[N, 3]") : accept(Tok::Colon)) {
    argument.type.emplace();
    if (!type(*argument.type, !typed))
      return false;
  } else if (typed) {
    return false;
  }
  if (!typed && accept(Tok::Assign)) {
    argument.defaultValue = expression();
    return argument.defaultValue != nullptr;
  }
  return true;
}

bool ParserState::type(TypeRef& type, bool kinds) {
  type.name = {text(current_.span), current_.span};
  type.span = current_.span;
  bool element = current_.kind == Tok::Type;
  if (!element && current_.kind != Tok::Name)
    return error(current_.span, "expected a type, such as f32[N, 3], found " + found());
  advance();
  if (current_.kind != Tok::LBracket) {
    if (!kinds)
      return error(type.span, "a type has its dimensions: " + type.name.text + "[...], or " + type.name.text +
                                  "[] for a scalar");
    for (const char* kind : {"int", "float", "bool", "string", "list"})
      if (type.name.text == kind)
        return true;
    return error(type.span,
                 element ? "a tensor type has its dimensions: " + type.name.text + "[N, 3], or " +
                               type.name.text + "[] for a scalar"
                         : "unknown kind '" + type.name.text + "'" +
                               suggestion(type.name.text, {"int", "float", "bool", "string", "list"}) +
                               ": it is int, float, bool, string, list, or a tensor type such as f32[N, 3]");
  }
  type.tensor = true;
  advance();
  while (current_.kind != Tok::RBracket) {
    Dim dim;
    if (!this->dim(dim))
      return false;
    if (dim.ellipsis && !type.dims.empty())
      return error(dim.span, "'...' stands for the leading dimensions: it comes first");
    type.dims.push_back(std::move(dim));
    if (current_.kind != Tok::RBracket && !expect(Tok::Comma, "or ']' after the dimension"))
      return false;
  }
  type.span.end = current_.span.end;
  advance();
  return true;
}

bool ParserState::dim(Dim& dim) {
  dim.span = current_.span;
  if (accept(Tok::Ellipsis)) {
    dim.ellipsis = true;
    return true;
  }
  dim.value = expression();
  if (!dim.value)
    return false;
  if (accept(Tok::Assign)) {
    if (dim.value->kind != Expr::Kind::Name)
      return error(dim.value->span, "only a name can have a default");
    dim.defaultValue = expression();
    if (!dim.defaultValue)
      return false;
  }
  dim.span.end = previousEnd_;
  return true;
}

//===-- Statements --------------------------------------------------------------------------------------===//

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
  s.kind = Statement::Kind::Assign;
  s.targets.push_back({word, first.span});
  while (accept(Tok::Comma)) {
    s.targets.push_back({text(current_.span), current_.span});
    if (!expect(Tok::Name, "to bind"))
      return false;
  }
  if (current_.kind == Tok::LParen || current_.kind == Tok::Dot)
    return error(first.span, "the value of this call goes nowhere: bind it, as in y = " + word + "...");
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

//===-- Entry points ------------------------------------------------------------------------------------===//

// What a file is that begins like another kind of file, or nothing.
static const char* otherKind(const std::string& text) {
  struct Kind {
    std::string_view begin;
    const char* name;
  };
  static constexpr Kind kKinds[] = {
      {"\x89"
       "AIC",
       "a compiled model: its name ends in .aic"},
      {"\x93"
       "NUMPY",
       "a NumPy array"},
      {"PK\x03\x04", "a ZIP archive: .npz, .pth"},
      {"\x08", "an ONNX model, by its first byte: its name must end in .onnx"},
  };
  for (const Kind& kind : kKinds)
    if (std::string_view(text).substr(0, kind.begin.size()) == kind.begin)
      return kind.name;
  return nullptr;
}

std::unique_ptr<File> parse(std::shared_ptr<const SourceFile> source, std::vector<Diagnostic>& diagnostics) {
  const char* kind = otherKind(source->text());
  if (kind || source->text().size() > kMaxFileBytes) {
    Diagnostic d;
    d.file = source->name();
    d.message = kind ? std::string("this is not a model's text but ") + kind
                     : "the file is larger than " + std::to_string(kMaxFileBytes) +
                           " bytes, which is all that is read";
    diagnostics.push_back(d);
    auto file = std::make_unique<File>();
    file->source = std::move(source);
    return file;
  }
  return ParserState(std::move(source), diagnostics).file();
}

std::unique_ptr<File> parse(const std::string& name, std::string text, std::vector<Diagnostic>& diagnostics) {
  return parse(std::make_shared<const SourceFile>(name, std::move(text)), diagnostics);
}

std::string unescape(const std::string& spelling) {
  std::string out;
  for (size_t i = 0; i < spelling.size(); ++i) {
    char c = spelling[i];
    if (c == '"')
      continue;
    if (c == '\\' && i + 1 < spelling.size()) {
      c = spelling[++i];
      c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
    out += c;
  }
  return out;
}

} // namespace aic::graph
