// The recursive-descent parser's state. Each Parse*.cpp reads one layer of the grammar.
#pragma once

#include "frontends/graph/Lexer.h"
#include "frontends/graph/Parser.h"

namespace aic::graph {

class ParserState {
public:
  ParserState(std::shared_ptr<const SourceFile> source, std::vector<Diagnostic>& diagnostics);
  std::unique_ptr<File> file();

private:
  // ParseItem.cpp
  void item(File& file);
  bool import(Item& item);
  bool constant(Item& item);
  bool declaration(Item& item);
  bool entries(Item& item);
  bool arguments(ArgumentList& list, bool typed);
  bool argument(Argument& argument, bool typed);
  bool type(TypeRef& type, bool kinds);
  bool dim(Dim& dim);
  void recoverItem();
  bool startsItem() const;

  // ParseStatement.cpp
  bool blockBody(Body& body);
  void body(Body& body, Span opened);
  std::unique_ptr<Statement> statement();
  bool parseParam(Statement& s, Statement::Kind kind);
  bool parseFor(Statement& s);
  bool parseIf(Statement& s);
  bool parseAssign(Statement& s);
  bool checkSpelling(const Token& first, const std::string& word);
  void recoverStatement(uint32_t begin);

  // ParseExpr.cpp
  ExprPtr expression();
  ExprPtr binary(int minimum);
  ExprPtr unary();
  ExprPtr power();
  ExprPtr postfix(ExprPtr e);
  ExprPtr primary();
  ExprPtr literal();
  ExprPtr name();
  ExprPtr nameAfter(const Token& first);
  bool elements(std::vector<Element>& items, std::vector<Comment>& dangling, Tok close, bool named);
  bool element(Element& element, bool named);
  bool isBlockArgument() const;
  bool subscript(Element& element);
  ExprPtr make(Expr::Kind kind, Span span);
  ExprPtr finish(ExprPtr e);

  // ParsePath.cpp
  std::unique_ptr<Path> path();
  bool pathExpression(Path& path);
  bool pathText(Path& path);
  bool checkPath(const Path& path, bool closed);

  // ParserState.cpp: the current token and what stands before it.
  void advance();
  bool accept(Tok kind);
  bool expect(Tok kind, const char* where);
  bool error(Span span, const std::string& message); // false
  std::string text(Span span) const { return source_->text().substr(span.begin, span.end - span.begin); }
  int lineOf(uint32_t offset) const { return source_->lineColumn(offset).first; }
  std::string found() const;

  // Comments: those before the current token wait until somebody takes them.
  std::vector<Comment> takeComments();
  /// Moves a waiting comment that stands on the line of `offset` to `to`, if that is empty.
  void takeTrailing(uint32_t offset, std::string& to);
  void trailing(Trivia& trivia);

  /// Counts one level of recursion of expressions.
  struct Nested {
    explicit Nested(ParserState& parser);
    ~Nested() { --parser.depth_; }
    ParserState& parser;
    bool good;
  };

  std::shared_ptr<const SourceFile> source_;
  Lexer lexer_;
  Token current_;
  uint32_t previousEnd_ = 0; // end of the last token but line ends
  std::vector<CommentToken> waiting_;
  int depth_ = 0;
  int bodyDepth_ = 0;
  bool initialiser_ = false; // a path that follows is the parameter's, not the call's
  int expressions_ = 0;
  uint64_t fingerprint_ = 0xcbf29ce484222325ull;
  uint64_t comments_ = 0;
};

} // namespace aic::graph
