#include "frontends/graph/Lexer.h"

#include "frontends/graph/Spellings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

namespace aic::graph {
namespace {

bool isNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

struct TokenRow {
  Tok kind;
  const char* name; ///< in messages: what is always spelled alike in quotes
};
constexpr TokenRow kTokens[] = {
    {Tok::End, "the end of the file"},
    {Tok::Newline, "the end of the line"},
    {Tok::Name, "a name"},
    {Tok::Int, "a number"},
    {Tok::Float, "a number"},
    {Tok::String, "a string"},
    {Tok::Type, "an element type"},
    {Tok::Import, "'import'"},
    {Tok::Block, "'block'"},
    {Tok::Graph, "'graph'"},
    {Tok::Param, "'param'"},
    {Tok::Return, "'return'"},
    {Tok::If, "'if'"},
    {Tok::Elif, "'elif'"},
    {Tok::Else, "'else'"},
    {Tok::For, "'for'"},
    {Tok::In, "'in'"},
    {Tok::And, "'and'"},
    {Tok::Or, "'or'"},
    {Tok::Not, "'not'"},
    {Tok::True, "'true'"},
    {Tok::False, "'false'"},
    {Tok::None, "'none'"},
    {Tok::Inf, "'inf'"},
    {Tok::LParen, "'('"},
    {Tok::RParen, "')'"},
    {Tok::LBracket, "'['"},
    {Tok::RBracket, "']'"},
    {Tok::LBrace, "'{'"},
    {Tok::RBrace, "'}'"},
    {Tok::Comma, "','"},
    {Tok::Colon, "':'"},
    {Tok::Dot, "'.'"},
    {Tok::DotDot, "'..'"},
    {Tok::Ellipsis, "'...'"},
    {Tok::At, "'@'"},
    {Tok::Arrow, "'->'"},
    {Tok::Assign, "'='"},
    {Tok::Plus, "'+'"},
    {Tok::Minus, "'-'"},
    {Tok::Star, "'*'"},
    {Tok::StarStar, "'**'"},
    {Tok::Slash, "'/'"},
    {Tok::SlashSlash, "'//'"},
    {Tok::Percent, "'%'"},
    {Tok::EqEq, "'=='"},
    {Tok::NotEq, "'!='"},
    {Tok::Less, "'<'"},
    {Tok::LessEq, "'<='"},
    {Tok::Greater, "'>'"},
    {Tok::GreaterEq, "'>='"},
    {Tok::Bad, "an unknown character"},
};
static_assert(std::size(kTokens) == static_cast<size_t>(Tok::Bad) + 1, "a row for each kind");

/// The spelling without the quotes, empty for a kind of many spellings.
constexpr std::string_view spellingOf(const TokenRow& row) {
  std::string_view name = row.name;
  return name.front() == '\'' ? name.substr(1, name.size() - 2) : std::string_view();
}

const std::map<std::string_view, Tok>& keywords() {
  static const auto table = [] {
    std::map<std::string_view, Tok> words;
    for (const TokenRow& row : kTokens)
      if (std::string_view word = spellingOf(row); !word.empty() && isNameStart(word.front()))
        words.emplace(word, row.kind);
    return words;
  }();
  return table;
}

/// The longest punctuation that `text` begins with, or null.
const TokenRow* punctuation(std::string_view text) {
  const TokenRow* longest = nullptr;
  for (const TokenRow& row : kTokens) {
    std::string_view spelling = spellingOf(row);
    if (!spelling.empty() && spelling.front() == text.front() &&
        text.substr(0, spelling.size()) == spelling &&
        (!longest || spelling.size() > spellingOf(*longest).size()))
      longest = &row;
  }
  return longest;
}

std::string hexByte(unsigned char c) {
  const char* digits = "0123456789abcdef";
  return std::string("0x") + digits[c >> 4] + digits[c & 15];
}

} // namespace

bool isElementTypeName(const std::string& name) {
  for (const char* type : {"f32", "f16", "bf16", "f64", "i4", "u4", "i8", "u8", "i16", "i32", "i64", "bool"})
    if (name == type)
      return true;
  return false;
}

int utf8Length(const std::string& text, size_t i) {
  auto byte = [&](size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
  unsigned c = byte(i);
  int length = c < 0x80                ? 1
               : c >= 0xC2 && c < 0xE0 ? 2
               : c >= 0xE0 && c < 0xF0 ? 3
               : c >= 0xF0 && c < 0xF5 ? 4
                                       : 0;
  for (int k = 1; k < length; ++k)
    if ((byte(i + k) & 0xC0) != 0x80)
      return 0;
  unsigned second = length > 2 ? byte(i + 1) : 0;
  if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) || (c == 0xF0 && second < 0x90) ||
      (c == 0xF4 && second > 0x8F))
    return 0; // overlong, surrogate, past U+10FFFF
  return length;
}

const char* tokenName(Tok kind) {
  return std::find_if(std::begin(kTokens), std::end(kTokens),
                      [&](const TokenRow& row) { return row.kind == kind; })
      ->name;
}

Lexer::Lexer(const SourceFile& file, std::vector<Diagnostic>& diagnostics)
    : file_(file), diagnostics_(diagnostics) {
  if (file.text().compare(0, 3, "\xEF\xBB\xBF") == 0) // a byte order mark
    pos_ = 3;
}

void Lexer::error(Span span, const std::string& message) {
  if (gaveUp() || !reported_.insert(span.begin).second)
    return;
  ++errors_;
  diagnostics_.push_back(at(file_, span, Diagnostic::Error, message));
  if (gaveUp()) {
    Diagnostic more;
    more.severity = Diagnostic::Note;
    more.file = file_.name();
    more.message = "too many errors; the rest of the file was not read";
    diagnostics_.push_back(more);
  }
}

std::vector<CommentToken> Lexer::takeComments() {
  std::vector<CommentToken> taken;
  taken.swap(comments_);
  return taken;
}

Token Lexer::make(Tok kind, uint32_t length) {
  Token token{kind, {pos_, pos_ + length}};
  pos_ += length;
  return token;
}

bool Lexer::checkText(uint32_t begin, uint32_t end) {
  const std::string& text = file_.text();
  for (uint32_t i = begin; i < end;) {
    unsigned char c = static_cast<unsigned char>(text[i]);
    int length = utf8Length(text, i);
    if (length == 0 || i + length > end) {
      error({i, i + 1}, "byte " + hexByte(c) + " is not UTF-8");
      return false;
    }
    if ((c < 0x20 && c != '\t') || c == 0x7F) {
      error({i, i + 1}, "control character " + hexByte(c) + " is not allowed");
      return false;
    }
    i += length;
  }
  return true;
}

/// Spaces, comments, and the ends of lines within brackets.
void Lexer::skip() {
  while (!gaveUp() && !atEnd()) {
    char c = file_.text()[pos_];
    if (c == '#')
      comment();
    else if (c == ' ' || c == '\t' || c == '\r' || (c == '\n' && depth > 0))
      ++pos_;
    else
      return;
  }
}

void Lexer::comment() {
  const std::string& text = file_.text();
  uint32_t begin = pos_;
  size_t lineEnd = text.find('\n', pos_);
  uint32_t end = static_cast<uint32_t>(lineEnd == std::string::npos ? text.size() : lineEnd);
  pos_ = end;
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r'))
    --end;
  checkText(begin, end);
  comments_.push_back({{begin, end}});
}

Token Lexer::next() {
  skip();
  const std::string& text = file_.text();
  if (gaveUp() || atEnd()) {
    uint32_t end = static_cast<uint32_t>(text.size());
    return {Tok::End, {end, end}};
  }
  char c = text[pos_];
  if (c == '\n')
    return make(Tok::Newline, 1);
  if (c == '"')
    return string();
  if (isNameStart(c))
    return word();
  if (isDigit(c))
    return number();
  const TokenRow* row = punctuation(std::string_view(text).substr(pos_));
  if (!row)
    return bad();
  if (row->kind == Tok::LParen || row->kind == Tok::LBracket)
    ++depth;
  else if (row->kind == Tok::RParen || row->kind == Tok::RBracket)
    depth -= depth > 0;
  return make(row->kind, static_cast<uint32_t>(spellingOf(*row).size()));
}

Token Lexer::bad() {
  const std::string& text = file_.text();
  int length = utf8Length(text, pos_);
  unsigned char c = static_cast<unsigned char>(text[pos_]);
  Span span{pos_, pos_ + static_cast<uint32_t>(length ? length : 1)};
  if (length == 0)
    error(span, "byte " + hexByte(c) + " is not UTF-8");
  else if (c < 0x20 || c == 0x7F)
    error(span, "control character " + hexByte(c) + " is not allowed");
  else if (c == '\'') {
    error(span, "strings stand between double quotes");
    size_t close = text.find_first_of("'\n", pos_ + 1);
    if (close != std::string::npos && text[close] == '\'')
      span.end = static_cast<uint32_t>(close + 1);
  } else if (c == '!')
    error(span, "'!' is not an operator: write 'not' or '!='");
  else if (std::string ours = spellingOfCharacter(static_cast<char>(c)); !ours.empty())
    error(span, "'" + text.substr(pos_, length) + "' is not an operator: write " + ours);
  else
    error(span, "unexpected character '" + text.substr(pos_, length) + "'");
  pos_ = span.end;
  return {Tok::Bad, span};
}

Token Lexer::word() {
  uint32_t length = 1;
  while (isNameStart(peek(length)) || isDigit(peek(length)))
    ++length;
  if (length > kMaxNameBytes) {
    error({pos_, pos_ + length}, "a name of " + std::to_string(length) + " letters: at most " +
                                     std::to_string(kMaxNameBytes) + " are read");
    return make(Tok::Bad, length);
  }
  std::string name = file_.text().substr(pos_, length);
  auto keyword = keywords().find(name);
  if (keyword != keywords().end())
    return make(keyword->second, length);
  return make(isElementTypeName(name) ? Tok::Type : Tok::Name, length);
}

Token Lexer::number() {
  uint32_t length = 0;
  bool isFloat = false;
  auto digits = [&] {
    while (isDigit(peek(length)))
      ++length;
  };
  digits();
  if (peek(length) == '.' && isDigit(peek(length + 1))) {
    isFloat = true;
    ++length;
    digits();
  }
  if (peek(length) == 'e' || peek(length) == 'E') {
    uint32_t sign = peek(length + 1) == '+' || peek(length + 1) == '-' ? 1 : 0;
    if (isDigit(peek(length + 1 + sign))) {
      isFloat = true;
      length += 1 + sign;
      digits();
    }
  }
  if (isNameStart(peek(length))) {
    uint32_t end = length;
    while (isNameStart(peek(end)) || isDigit(peek(end)))
      ++end;
    error({pos_, pos_ + end}, "a name cannot begin with a digit, nor a number end with a letter");
    return make(Tok::Bad, end);
  }
  if (length > 400) {
    error({pos_, pos_ + length}, "a number of " + std::to_string(length) + " digits: at most 400 are read");
    return make(Tok::Bad, length);
  }
  return make(isFloat ? Tok::Float : Tok::Int, length);
}

Token Lexer::string() {
  const std::string& text = file_.text();
  uint32_t end = pos_ + 1;
  while (end < text.size() && text[end] != '"' && text[end] != '\n')
    end += text[end] == '\\' && end + 1 < text.size() && text[end + 1] != '\n' ? 2 : 1;
  if (end >= text.size() || text[end] != '"') {
    end = std::min<uint32_t>(end, static_cast<uint32_t>(text.size()));
    error({pos_, pos_ + 1}, "the string has no closing '\"' on this line");
    Token token{Tok::Bad, {pos_, end}};
    pos_ = end;
    return token;
  }
  Token token{Tok::String, {pos_, end + 1}};
  if (!checkText(pos_, end + 1))
    token.kind = Tok::Bad;
  if (end - pos_ > kMaxStringBytes) {
    error(token.span, "a string of " + std::to_string(end - pos_) + " bytes: at most " +
                          std::to_string(kMaxStringBytes) + " are read");
    token.kind = Tok::Bad;
  }
  pos_ = end + 1;
  return token;
}

} // namespace aic::graph
