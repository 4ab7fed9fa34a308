// The text that is printed so far, and its columns.
#pragma once

#include "frontends/graph/Ast.h"

#include <cstdint>
#include <string>
#include <vector>

namespace aic::graph {

constexpr int64_t kColumns = 110;

/// Printer.cpp prints files, declarations and statements, PrintExpr.cpp expressions.
class Printer {
public:
  std::string out;

  void file(const File& file);
  void type(const TypeRef& type);
  void expr(const Expr& e, int indent);

private:
  int64_t width(const Expr& e);
  int64_t width(const std::vector<Element>& items, const std::vector<Comment>& dangling);
  int64_t width(const Path& path);
  void flat(const Expr& e);
  void operand(const Expr& parent, const Expr& child, bool left, int indent);
  void items(const std::vector<Element>& items, const std::vector<Comment>& dangling, char open, char close,
             int indent, bool fits);
  void element(const Element& item, int indent);
  void path(const Path& path);
  void comments(const std::vector<Comment>& comments, int indent, bool first);
  void line(int indent) { out += std::string(indent, ' '); }
  void end(const std::string& comment) { out += (comment.empty() ? "" : "  " + comment) + "\n"; }
  /// The column that comes next, from 0. Each byte is looked at once.
  int64_t column() {
    for (; scanned_ < out.size(); ++scanned_)
      if (out[scanned_] == '\n')
        lineStart_ = scanned_ + 1;
    return static_cast<int64_t>(out.size() - lineStart_);
  }
  size_t scanned_ = 0, lineStart_ = 0;
  void arguments(const ArgumentList& list, int indent);
  void argument(const Argument& argument, int indent);
  void body(const Body& body, int indent);
  void statement(const Statement& s, int indent);
};

} // namespace aic::graph
