// Text to tokens. Line ends are tokens outside of ( ) and [ ]; comments are set aside for the parser.
#pragma once

#include "frontends/graph/Diagnostic.h"
#include "frontends/graph/Source.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace aic::graph {

enum class Tok : uint8_t {
  End,
  Newline,
  Name,
  Int,
  Float,
  String,
  Type,
  // keywords
  Import,
  Block,
  Graph,
  Param,
  Return,
  If,
  Elif,
  Else,
  For,
  In,
  And,
  Or,
  Not,
  True,
  False,
  None,
  Inf,
  // punctuation
  LParen,
  RParen,
  LBracket,
  RBracket,
  LBrace,
  RBrace,
  Comma,
  Colon,
  Dot,
  DotDot,
  Ellipsis,
  At,
  Arrow,
  Assign,
  Plus,
  Minus,
  Star,
  StarStar,
  Slash,
  SlashSlash,
  Percent,
  EqEq,
  NotEq,
  Less,
  LessEq,
  Greater,
  GreaterEq,
  Bad // already reported
};

struct Token {
  Tok kind = Tok::End;
  Span span;
};

struct CommentToken {
  Span span; // from '#' to the last byte that is not space
};

/// How a token is named in messages: "')'", "a name", "the end of the line".
const char* tokenName(Tok kind);

/// True for f32 f16 bf16 f64 i8 u8 i16 i32 i64 bool.
bool isElementTypeName(const std::string& name);

class Lexer {
public:
  Lexer(const SourceFile& file, std::vector<Diagnostic>& diagnostics);

  /// The next token. After the end: End, again and again.
  Token next();

  /// The comments that next() passed since the last call.
  std::vector<CommentToken> takeComments();

  uint32_t position() const { return pos_; }
  void seek(uint32_t position) { pos_ = position; }

  /// Open brackets around the position; line ends are tokens where it is 0. Counted by next().
  int depth = 0;

  std::string spelling(Token token) const {
    return file_.text().substr(token.span.begin, token.span.end - token.span.begin);
  }
  char peek(uint32_t ahead = 0) const {
    return pos_ + ahead < file_.text().size() ? file_.text()[pos_ + ahead] : '\0';
  }
  bool atEnd() const { return pos_ >= file_.text().size(); }

  /// Reports at a place, once for each place, and at most kMaxErrors times in all.
  void error(Span span, const std::string& message);
  int errors() const { return errors_; }
  bool gaveUp() const { return errors_ >= kMaxErrors; }

  /// Checks the bytes [begin, end) of a comment or string; reports control characters and malformed UTF-8.
  bool checkText(uint32_t begin, uint32_t end);

  static constexpr int kMaxErrors = 50;
  static constexpr uint32_t kMaxNameBytes = 255;
  static constexpr uint32_t kMaxStringBytes = 4096;

private:
  void skip();
  void comment();
  Token number();
  Token string();
  Token word();
  Token bad();
  Token make(Tok kind, uint32_t length);

  const SourceFile& file_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<CommentToken> comments_;
  uint32_t pos_ = 0;
  int errors_ = 0;
  std::set<uint32_t> reported_; // where; the parser may read a line again
};

/// Length of the UTF-8 character that starts at text[i], 0 where it is malformed.
int utf8Length(const std::string& text, size_t i);

} // namespace aic::graph
