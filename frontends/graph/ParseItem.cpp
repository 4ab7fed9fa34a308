// Imports, constants, blocks, graphs and entries, their arguments and types.
#include "frontends/graph/ParserState.h"

#include <algorithm>

namespace aic::graph {

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
    good = constant(*item);
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

/// `NAME = expression`.
bool ParserState::constant(Item& item) {
  item.kind = Item::Kind::Constant;
  item.name = {text(current_.span), current_.span};
  std::string message = "expected 'import', 'block', 'graph' or 'entries', found " + found() +
                        suggestion(item.name.text, {"import", "block", "graph", "entries"});
  size_t next = source_->text().find_first_not_of(" \t", current_.span.end);
  bool assigns = next != std::string::npos && source_->text()[next] == '=';
  if (current_.kind != Tok::Name || item.name.text.find('.') != std::string::npos || !assigns)
    return error(item.name.span, message);
  advance();
  if (!expect(Tok::Assign, "and the constant's value"))
    return false;
  item.value = expression();
  return item.value != nullptr;
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

} // namespace aic::graph
