#include "frontends/graph/Unit.h"

#include "frontends/graph/Parser.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <functional>

namespace aic::graph {
namespace fs = std::filesystem;

bool readText(const std::string& path, std::string& text, std::string& problem) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status)) { // to open a pipe would wait for a writer
    problem = fs::is_directory(status) ? "it is a folder" : "it is no regular file";
    return false;
  }
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) {
    problem = std::strerror(errno);
    return false;
  }
  char buffer[65536];
  size_t got;
  // One byte more than the parser takes, so that it can say so.
  while ((got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0) {
    text.append(buffer, got);
    if (text.size() > kMaxFileBytes)
      return true;
  }
  if (std::ferror(file.get())) {
    problem = std::strerror(errno);
    return false;
  }
  return true;
}

namespace {

/// Absolute, links followed as far as the path exists. weakly_canonical alone leaves a relative path as it is
/// where no part of it exists.
std::string canonicalPath(const std::string& path) {
  std::error_code error;
  fs::path absolute = fs::absolute(fs::path(path), error);
  if (error)
    return path;
  fs::path canonical = fs::weakly_canonical(absolute, error);
  return error ? path : canonical.string();
}

bool isName(const std::string& text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9'))
    return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// Calls `visit` for every call in an expression, a body, an item.
using Visit = std::function<void(const Expr&)>;
void forCalls(const Expr* e, const Visit& visit) {
  if (!e)
    return;
  if (e->kind == Expr::Kind::Call)
    visit(*e);
  for (const Expr* part : {e->a.get(), e->b.get(), e->c.get()})
    forCalls(part, visit);
  for (const Element& item : e->items)
    forCalls(item.value.get(), visit);
}

void forCalls(const Body& body, bool& param, const Visit& visit) {
  for (const auto& s : body.statements) {
    param |= s->kind == Statement::Kind::Param || s->kind == Statement::Kind::State;
    for (const ExprPtr& value : s->values)
      forCalls(value.get(), visit);
    forCalls(s->rangeEnd.get(), visit);
    for (const Statement::Branch& branch : s->branches) {
      forCalls(branch.condition.get(), visit);
      forCalls(branch.body, param, visit);
    }
    forCalls(s->body, param, visit);
  }
}

} // namespace

void Units::findParametric() {
  std::map<const Item*, std::vector<const Item*>> callers;
  std::vector<const Item*> found;
  for (const auto& unit : units_)
    for (const auto& [name, block] : unit->blocks) {
      bool declares = false;
      const Item* caller = block;
      forCalls(block->body, declares, [&, unit = unit.get()](const Expr& call) {
        size_t dot = call.text.find('.');
        const Unit* callee = unit;
        if (dot != std::string::npos) {
          auto import = unit->imports.find(call.text.substr(0, dot));
          callee = import == unit->imports.end() ? nullptr : import->second;
        } else if (unit->library) {
          callee = nullptr; // plain names are primitives there
        }
        if (!callee)
          return;
        auto target = callee->blocks.find(dot == std::string::npos ? call.text : call.text.substr(dot + 1));
        if (target != callee->blocks.end())
          callers[target->second].push_back(caller);
      });
      if (declares)
        found.push_back(block);
    }
  while (!found.empty()) {
    const Item* block = found.back();
    found.pop_back();
    if (parametric_.insert(block).second)
      for (const Item* caller : callers[block])
        found.push_back(caller);
  }
}

std::string Units::inside(const Unit& unit, Span span, const std::string& path) {
  auto refuse = [&](const std::string& why) {
    diagnostics_.push_back(at(unit.source(), span, Diagnostic::Error, "\"" + path + "\" " + why));
    return std::string();
  };
  fs::path asked(path);
  if (path.empty() || path.find('\0') != std::string::npos)
    return refuse("is not a file's name");
  if (asked.is_absolute())
    return refuse("is an absolute path: files of a model are named relative to it");
  fs::path joined = unit.directory.empty() ? asked : fs::path(unit.directory) / asked;
  std::string canonical = canonicalPath(joined.string());
  std::string folder = root_ == "/" ? root_ : root_ + "/";
  if (canonical.compare(0, folder.size(), folder) != 0)
    return refuse("lies outside of the model's folder");
  return joined.string();
}

Unit* Units::parseUnit(const std::string& path, std::string text) {
  std::vector<Diagnostic> found;
  auto unit = std::make_unique<Unit>();
  unit->file = parse(path, std::move(text), found);
  unit->directory = fs::path(path).parent_path().string();
  bool good = !hasErrors(found);
  diagnostics_.insert(diagnostics_.end(), found.begin(), found.end());
  units_.push_back(std::move(unit));
  return good && declare(*units_.back()) ? units_.back().get() : nullptr;
}

bool Units::declare(Unit& unit) {
  bool good = true;
  std::map<std::string, const Item*> seen;
  auto refuse = [&](const Ident& name, const std::string& what) {
    diagnostics_.push_back(at(unit.source(), name.span, Diagnostic::Error, what));
    good = false;
  };
  for (const auto& item : unit.file->items) {
    if (item->kind == Item::Kind::Entries && unit.entries) {
      refuse(item->name, "'entries' stands once in a file");
      diagnostics_.back().notes.push_back(
          at(unit.source(), unit.entries->name.span, Diagnostic::Note, "the first is here"));
    } else if (item->kind == Item::Kind::Entries) {
      unit.entries = item.get();
    }
    if (item->kind != Item::Kind::Block && item->kind != Item::Kind::Graph &&
        item->kind != Item::Kind::Constant)
      continue;
    auto [place, isNew] = seen.emplace(item->name.text, item.get());
    if (!isNew) {
      refuse(item->name, "the name " + item->name.text + " is declared twice");
      diagnostics_.back().notes.push_back(
          at(unit.source(), place->second->name.span, Diagnostic::Note, "the first is here"));
      continue;
    }
    if (item->kind == Item::Kind::Block)
      unit.blocks[item->name.text] = item.get();
    else if (item->kind == Item::Kind::Constant)
      unit.constants[item->name.text] = item.get();
    else
      unit.graphs.push_back(item.get());
    std::map<std::string, bool> names;
    for (const ArgumentList* list : {&item->inputs, &item->outputs}) {
      names.clear();
      for (const Argument& argument : list->items)
        if (!names.emplace(argument.name.text, true).second)
          refuse(argument.name, "the argument " + argument.name.text + " is declared twice");
    }
  }
  if (!unit.entries)
    return good;
  std::vector<std::string> graphs;
  for (const Item* graph : unit.graphs)
    graphs.push_back(graph->name.text);
  std::set<std::string> named;
  for (const Argument& entry : unit.entries->inputs.items) {
    const std::string& name = entry.name.text;
    if (std::find(graphs.begin(), graphs.end(), name) == graphs.end())
      refuse(entry.name, (unit.blocks.count(name) ? "an entry is a graph, and " + name + " is a block"
                                                  : "the file has no graph " + name) +
                             suggestion(name, graphs));
    else if (!named.insert(name).second)
      refuse(entry.name, "the entry " + name + " is named twice");
  }
  return good;
}

/// Reads the libraries, which know each other. False where one has an error (reported).
bool Units::loadLibraries() {
  if (!libraries_.empty())
    return true;
  for (auto [name, text] :
       {std::pair("nn", kStandardLibrary), std::pair("optim", kOptimisers), std::pair("lora", kAdapters)}) {
    Unit* library = parseUnit(std::string(name) + ".graph", text);
    if (!library)
      return false;
    library->library = true;
    libraries_[name] = library;
  }
  functions_ = parseUnit("functions.graph", kFunctions);
  if (!functions_)
    return false;
  functions_->library = true;
  functions_->functions = functions_;
  for (auto& [name, library] : libraries_) {
    library->imports = libraries_;
    library->functions = functions_;
  }
  return true;
}

bool Units::importAll(Unit& unit, const std::string& canonical) {
  bool good = true;
  importing_.push_back(canonical);
  for (const auto& item : unit.file->items) {
    if (item->kind != Item::Kind::Import)
      continue;
    auto fail = [&](const std::string& message) {
      diagnostics_.push_back(at(unit.source(), item->name.span, Diagnostic::Error, message));
      good = false;
    };
    std::string spelled = unescape(item->name.text);
    std::string path = inside(unit, item->name.span, spelled);
    if (path.empty()) {
      good = false;
      continue;
    }
    std::string name = fs::path(spelled).stem().string();
    bool isLibrary = name == "nn" || name == "optim" || name == "lora";
    if (!isName(name) || isLibrary) {
      fail(isLibrary
               ? name + " is the " +
                     (name == "nn"      ? "standard library"
                      : name == "optim" ? "library of optimisers"
                                        : "library of adapters") +
                     ": name the file otherwise"
               : "a file that is imported has a name of letters, digits and '_', found \"" + name + "\"");
      continue;
    }
    if (unit.imports.count(name)) {
      fail("two imports are called " + name);
      continue;
    }
    std::string target = canonicalPath(path);
    if (std::find(importing_.begin(), importing_.end(), target) != importing_.end()) {
      fail("the files import each other in a circle");
      continue;
    }
    auto known = byPath_.find(target);
    if (known == byPath_.end()) {
      std::string text, problem;
      if (units_.size() >= 256 || importing_.size() >= 64) {
        fail("the model has too many imports");
        break;
      }
      if (!readText(path, text, problem)) {
        fail("cannot read " + path + ": " + problem);
        unreadable_ = true;
        continue;
      }
      Unit* imported = parseUnit(path, std::move(text));
      if (imported && !importAll(*imported, target))
        imported = nullptr;
      known = byPath_.emplace(target, imported).first;
    }
    if (known->second)
      unit.imports[name] = known->second;
    else
      good = false;
  }
  importing_.pop_back();
  if (!loadLibraries())
    return false;
  for (const auto& [name, library] : libraries_)
    unit.imports[name] = library;
  unit.functions = functions_;
  return good;
}

Unit* Units::load(const std::string& path) {
  std::string text, problem;
  if (!readText(path, text, problem)) {
    Diagnostic d;
    d.file = path;
    d.message = "cannot read the file: " + problem;
    diagnostics_.push_back(d);
    unreadable_ = true;
    return nullptr;
  }
  return loadText(path, text);
}

Unit* Units::loadText(const std::string& path, const std::string& text) {
  std::string canonical = canonicalPath(path);
  root_ = fs::path(canonical).parent_path().string();
  Unit* unit = parseUnit(path, text);
  if (!unit || !importAll(*unit, canonical))
    return nullptr;
  findParametric();
  return unit;
}

} // namespace aic::graph
