// Canonical form: two spaces of indentation, one statement a line, at most kColumns wide where a call or a
// list can be broken. A broken call or list has one item a line and a comma after each; lists of plain
// numbers are filled. Whatever stands on the right of a statement is a function of the tree alone, so that
// printing is idempotent.
#include "frontends/graph/Printer.h"

#include "frontends/graph/Parser.h"
#include "frontends/graph/PrinterState.h"

#include <utility>

namespace aic::graph {

void Printer::comments(const std::vector<Comment>& comments, int indent, bool first) {
  for (const Comment& comment : comments) {
    if (comment.blankAbove && !first)
      out += '\n';
    first = false;
    line(indent);
    out += comment.text + "\n";
  }
}

void Printer::type(const TypeRef& type) {
  out += type.name.text;
  if (!type.tensor)
    return;
  out += '[';
  for (size_t i = 0; i < type.dims.size(); ++i) {
    const Dim& dim = type.dims[i];
    if (i)
      out += ", ";
    if (dim.ellipsis) {
      out += "...";
      continue;
    }
    flat(*dim.value);
    if (dim.defaultValue) {
      out += " = ";
      flat(*dim.defaultValue);
    }
  }
  out += ']';
}

void Printer::argument(const Argument& argument, int indent) {
  out += argument.name.text;
  if (argument.type) {
    out += ": ";
    type(*argument.type);
  }
  if (argument.defaultValue) {
    out += " = ";
    expr(*argument.defaultValue, indent);
  }
}

void Printer::arguments(const ArgumentList& list, int indent) {
  bool broken = !list.dangling.empty();
  for (const Argument& a : list.items)
    broken |= !a.trivia.leading.empty() || !a.trivia.trailing.empty();
  if (!broken) {
    column();
    size_t begin = out.size(), lineStart = lineStart_;
    out += '(';
    for (size_t i = 0; i < list.items.size(); ++i) {
      if (i)
        out += ", ";
      argument(list.items[i], indent);
    }
    out += ')';
    if (column() <= kColumns && out.find('\n', begin) == std::string::npos)
      return;
    out.resize(begin);
    scanned_ = begin;
    lineStart_ = lineStart;
  }
  out += "(\n";
  for (const Argument& a : list.items) {
    comments(a.trivia.leading, indent + 2, &a == &list.items.front());
    line(indent + 2);
    argument(a, indent + 2);
    out += ',';
    end(a.trivia.trailing);
  }
  comments(list.dangling, indent + 2, list.items.empty());
  line(indent);
  out += ')';
}

void Printer::body(const Body& body, int indent) {
  out += '{';
  if (body.statements.empty() && body.dangling.empty() && body.headerComment.empty()) {
    out += '}';
    return;
  }
  end(body.headerComment);
  bool first = true;
  for (const auto& s : body.statements) {
    comments(s->trivia.leading, indent + 2, first);
    // A blank line above the statement stays; at the top of a body there is none.
    if (s->trivia.blankAbove && !(first && s->trivia.leading.empty()))
      out += '\n';
    first = false;
    statement(*s, indent + 2);
  }
  comments(body.dangling, indent + 2, first);
  line(indent);
  out += '}';
}

void Printer::statement(const Statement& s, int indent) {
  line(indent);
  auto names = [&] {
    for (size_t i = 0; i < s.targets.size(); ++i)
      out += (i ? ", " : "") + s.targets[i].text;
  };
  switch (s.kind) {
  case Statement::Kind::Weights:
    out += "weights ";
    expr(*s.values[0], indent);
    break;
  case Statement::Kind::Param:
  case Statement::Kind::State:
    out += s.kind == Statement::Kind::State ? "state " : "param ";
    names();
    out += ": ";
    type(s.type);
    if (s.path)
      path(*s.path);
    if (s.initialiser) {
      out += " = ";
      expr(*s.initialiser, indent);
    }
    break;
  case Statement::Kind::Return:
    out += "return ";
    for (size_t i = 0; i < s.values.size(); ++i) {
      out += i ? ", " : "";
      expr(*s.values[i], indent);
    }
    break;
  case Statement::Kind::Assign:
    names();
    out += " = ";
    expr(*s.values[0], indent);
    break;
  case Statement::Kind::Call:
    expr(*s.values[0], indent);
    break;
  case Statement::Kind::For:
    out += "for ";
    names();
    out += " in ";
    expr(*s.values[0], indent);
    if (s.rangeEnd) {
      out += "..";
      expr(*s.rangeEnd, indent);
    }
    out += ' ';
    body(s.body, indent);
    break;
  case Statement::Kind::If:
    for (size_t i = 0; i < s.branches.size(); ++i) {
      const Statement::Branch& branch = s.branches[i];
      out += i == 0 ? "if " : branch.condition ? " elif " : " else ";
      if (branch.condition) {
        expr(*branch.condition, indent);
        out += ' ';
      }
      body(branch.body, indent);
    }
    break;
  }
  end(s.trivia.trailing);
}

void Printer::file(const File& file) {
  const Item* previous = nullptr;
  for (const auto& item : file.items) {
    bool together = previous && previous->kind == Item::Kind::Import && item->kind == Item::Kind::Import;
    together |= previous && previous->kind == Item::Kind::Constant && item->kind == Item::Kind::Constant;
    bool blank = item->trivia.blankAbove;
    if (previous && !together) {
      // Declarations stand apart: the blank line goes above the comments that belong to the second.
      out += '\n';
    } else if (previous && item->trivia.leading.empty() && blank) {
      out += '\n';
    }
    comments(item->trivia.leading, 0, !previous || !together);
    if (blank && !item->trivia.leading.empty())
      out += '\n';
    switch (item->kind) {
    case Item::Kind::Version:
      out += "aic " + item->name.text;
      break;
    case Item::Kind::Import:
      out += "import " + item->name.text;
      break;
    case Item::Kind::Entries:
      out += "entries ";
      for (size_t i = 0; i < item->inputs.items.size(); ++i)
        out += (i ? ", " : "") + item->inputs.items[i].name.text;
      break;
    case Item::Kind::Constant:
      out += item->name.text + " = ";
      expr(*item->value, 0);
      break;
    case Item::Kind::Block:
      out += "block " + item->name.text;
      arguments(item->inputs, 0);
      out += ' ';
      body(item->body, 0);
      break;
    case Item::Kind::Graph:
      out += "graph " + item->name.text;
      arguments(item->inputs, 0);
      out += " -> ";
      arguments(item->outputs, 0);
      out += ' ';
      body(item->body, 0);
      break;
    }
    end(item->trivia.trailing);
    previous = item.get();
  }
  comments(file.dangling, 0, !previous);
}

std::string print(const File& file) {
  Printer printer;
  printer.file(file);
  return std::move(printer.out);
}

std::string printType(const TypeRef& type) {
  Printer printer;
  printer.type(type);
  return std::move(printer.out);
}

std::string format(const std::string& text, std::vector<Diagnostic>& diagnostics, const std::string& name) {
  std::vector<Diagnostic> found;
  std::unique_ptr<File> file = parse(name, text, found);
  bool good = !hasErrors(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return good ? print(*file) : text;
}

} // namespace aic::graph
