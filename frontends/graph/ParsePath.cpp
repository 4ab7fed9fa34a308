// Parameter paths, `@ layer{i}.conv1`: read character by character, not in tokens.
#include "frontends/graph/ParserState.h"

#include <utility>

namespace aic::graph {

static bool isPathCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// The current token is '@', and the lexer stands behind it.
std::unique_ptr<Path> ParserState::path() {
  Nested nested(*this);
  if (!nested.good)
    return nullptr;
  while (lexer_.peek() == ' ' || lexer_.peek() == '\t')
    lexer_.seek(lexer_.position() + 1);
  auto path = std::make_unique<Path>();
  uint32_t begin = lexer_.position();
  path->quoted = lexer_.peek() == '"';
  if (path->quoted)
    lexer_.seek(begin + 1);
  previousEnd_ = current_.span.end;
  for (bool more = true; more;) {
    uint32_t here = lexer_.position();
    if (!(lexer_.peek() == '{' ? pathExpression(*path) : pathText(*path)))
      return nullptr;
    more = lexer_.position() != here;
  }
  bool closed = !path->quoted;
  if (path->quoted && lexer_.peek() == '"') {
    lexer_.seek(lexer_.position() + 1);
    closed = true;
  }
  path->span = {begin, lexer_.position()};
  path->root = !path->quoted && path->pieces.size() == 1 && path->pieces[0].text == ".";
  if (!checkPath(*path, closed))
    return nullptr;
  previousEnd_ = path->span.end;
  current_ = {Tok::Newline, path->span}; // so that it is not counted for the fingerprint: its pieces were
  advance();
  return path;
}

/// `{expression}`; the lexer stands at the brace.
bool ParserState::pathExpression(Path& path) {
  lexer_.seek(lexer_.position() + 1);
  int depth = std::exchange(lexer_.depth, 0); // the expression ends on this line
  advance();                                  // the '@' or the brace before
  ExprPtr inner = expression();
  if (!inner)
    return false;
  if (current_.kind != Tok::RBrace)
    return expect(Tok::RBrace, "after the expression in the path");
  lexer_.depth = depth;
  lexer_.seek(current_.span.end);
  path.pieces.emplace_back();
  path.pieces.back().expr = std::move(inner);
  return true;
}

/// Text up to an expression or to what ends the path, perhaps none.
bool ParserState::pathText(Path& path) {
  const uint32_t begin = lexer_.position();
  while (!lexer_.atEnd() && lexer_.peek() != '\n' && lexer_.peek() != '{') {
    uint32_t here = lexer_.position(), length = 1;
    char c = lexer_.peek();
    if (path.quoted ? c == '"' : !isPathCharacter(c))
      break;
    if (c == '\\') {
      char escaped = lexer_.peek(1);
      if (escaped != '"' && escaped != '\\' && escaped != '{' && escaped != '}')
        return error({here, here + 1}, "unknown escape in a path: it is \\\" \\\\ \\{ or \\}");
      length = 2;
    } else if (c == '}') {
      return error({here, here + 1}, "'}' without '{': write \\} for the character");
    }
    lexer_.seek(here + length);
  }
  if (lexer_.position() == begin)
    return true;
  path.pieces.emplace_back();
  path.pieces.back().text = text({begin, lexer_.position()});
  for (char c : path.pieces.back().text)
    fingerprint_ = (fingerprint_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  return true;
}

bool ParserState::checkPath(const Path& path, bool closed) {
  auto [begin, end] = path.span;
  if (end - begin > Lexer::kMaxStringBytes)
    return error({begin, begin + 1}, "a path of " + std::to_string(end - begin) + " bytes: at most " +
                                         std::to_string(Lexer::kMaxStringBytes) + " are read");
  if (!closed)
    return error({begin, begin + 1}, "the path has no closing '\"' on this line");
  if (path.quoted && !lexer_.checkText(begin, end))
    return false;
  if (path.pieces.empty())
    return path.quoted ? error(path.span, "the path is empty: '.' adds nothing to the caller's path")
                       : error(current_.span,
                               "expected a path after '@', such as layer{i}.conv1, \"any text\" or '.'");
  if (path.quoted || path.root)
    return true;
  std::string outline; // expressions count as one letter
  for (const Path::Piece& piece : path.pieces)
    outline += piece.expr ? "x" : piece.text;
  if (outline.front() == '.' || outline.back() == '.' || outline.find("..") != std::string::npos)
    return error(path.span, "a path is names between dots, such as layer1.0.conv1, or '.' alone");
  return true;
}

} // namespace aic::graph
