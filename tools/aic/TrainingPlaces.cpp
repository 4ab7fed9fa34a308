#include "tools/aic/TrainingPlaces.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/graph/Parser.h"

namespace aic::tool {

using graph::Body;
using graph::Expr;
using graph::Item;
using graph::Path;
using graph::Span;
using graph::Statement;
using graph::TypeRef;

/// Walks what was made beside what it was made of, which have the same form but for arguments that were
/// added.
class PlaceFinder {
public:
  explicit PlaceFinder(TrainingPlaces& places) : places_(places) {}

  void same(Span made, Span theirs) {
    if (made.end > made.begin && theirs.end > theirs.begin)
      places_.origins_.push_back({places_.offset_ + made.begin, places_.theirs_.get(), theirs.begin});
  }
  void own(uint32_t made) { places_.origins_.push_back({places_.offset_ + made, places_.made_.get(), made}); }

  void walk(const Path* made, const Path* theirs) {
    if (!made || !theirs)
      return;
    same(made->span, theirs->span);
    for (size_t i = 0; i < std::min(made->pieces.size(), theirs->pieces.size()); ++i)
      walk(made->pieces[i].expr.get(), theirs->pieces[i].expr.get());
  }
  void walk(const Expr* made, const Expr* theirs) {
    if (!made || !theirs)
      return;
    same(made->span, theirs->span);
    same(made->opSpan, theirs->opSpan);
    walk(made->a.get(), theirs->a.get());
    walk(made->b.get(), theirs->b.get());
    walk(made->c.get(), theirs->c.get());
    for (size_t i = 0; i < made->items.size(); ++i) {
      const graph::Element& item = made->items[i];
      if (i >= theirs->items.size()) {
        own(item.name.text.empty() ? item.value->span.begin : item.name.span.begin);
        continue;
      }
      same(item.name.span, theirs->items[i].name.span);
      walk(item.value.get(), theirs->items[i].value.get());
    }
    walk(made->path.get(), theirs->path.get());
  }
  void walk(const TypeRef& made, const TypeRef& theirs) {
    same(made.span, theirs.span);
    for (size_t i = 0; i < std::min(made.dims.size(), theirs.dims.size()); ++i) {
      same(made.dims[i].span, theirs.dims[i].span);
      walk(made.dims[i].value.get(), theirs.dims[i].value.get());
    }
  }
  void walk(const Statement& made, const Statement& theirs) {
    same(made.span, theirs.span);
    for (size_t i = 0; i < std::min(made.targets.size(), theirs.targets.size()); ++i)
      same(made.targets[i].span, theirs.targets[i].span);
    for (size_t i = 0; i < std::min(made.values.size(), theirs.values.size()); ++i)
      walk(made.values[i].get(), theirs.values[i].get());
    walk(made.rangeEnd.get(), theirs.rangeEnd.get());
    walk(made.type, theirs.type);
    walk(made.path.get(), theirs.path.get());
    walk(made.initialiser.get(), theirs.initialiser.get());
    for (size_t i = 0; i < std::min(made.branches.size(), theirs.branches.size()); ++i) {
      walk(made.branches[i].condition.get(), theirs.branches[i].condition.get());
      walk(made.branches[i].body, theirs.branches[i].body);
    }
    walk(made.body, theirs.body);
  }
  void walk(const Body& made, const Body& theirs) {
    for (size_t i = 0; i < std::min(made.statements.size(), theirs.statements.size()); ++i)
      walk(*made.statements[i], *theirs.statements[i]);
  }
  void graph(const Item& made, const Item& theirs) {
    own(made.span.begin);
    for (size_t i = 0; i < made.inputs.items.size(); ++i) {
      const graph::Argument& input = made.inputs.items[i];
      if (i >= theirs.inputs.items.size()) {
        own(input.name.span.begin);
        continue;
      }
      const graph::Argument& other = theirs.inputs.items[i];
      same(input.name.span, other.name.span);
      if (input.type && other.type)
        walk(*input.type, *other.type);
    }
    for (const graph::Argument& output : made.outputs.items)
      own(output.name.span.begin);
    std::vector<const Statement*> statements; // weights stand first there
    for (bool weights : {true, false})
      for (const auto& statement : theirs.body.statements)
        if (weights == (statement->kind == Statement::Kind::Weights))
          statements.push_back(statement.get());
    for (size_t i = 0; i < made.body.statements.size(); ++i)
      if (i < statements.size())
        walk(*made.body.statements[i], *statements[i]);
      else
        own(made.body.statements[i]->span.begin);
  }

private:
  TrainingPlaces& places_;
};

TrainingPlaces::TrainingPlaces(const graph::File& file, const Item& graph, const std::string& added)
    : offset_(static_cast<uint32_t>(file.source->text().size()) + 1), theirs_(file.source) {
  std::vector<graph::Diagnostic> diagnostics;
  const std::unique_ptr<graph::File> made =
      graph::parse(absl::StrCat("the training entry made of ", file.source->name(), " (--print-entry)"),
                   added, diagnostics);
  made_ = made->source;
  PlaceFinder finder(*this);
  finder.own(0);
  for (const auto& item : made->items)
    finder.graph(*item, graph);
  absl::c_sort(origins_, [](const Origin& a, const Origin& b) { return a.begin < b.begin; });
}

TrainingPlace TrainingPlaces::find(const TrainingPlace& place) const {
  if (!made_ || place.file != theirs_->name() || place.line < 1)
    return place;
  const std::string& before = theirs_->text();
  const int lines = static_cast<int>(absl::c_count(before, '\n')) + 1; // the first of `added` is the next
  if (place.line <= lines)
    return place;
  const std::string& text = made_->text();
  size_t at = 0;
  for (int line = lines + 1; line < place.line && at < text.size(); ++line)
    at = text.find('\n', at) + 1;
  const auto offset = offset_ + static_cast<uint32_t>(at) + static_cast<uint32_t>(place.column) - 1;
  auto next = std::upper_bound(origins_.begin(), origins_.end(), offset,
                               [](uint32_t found, const Origin& origin) { return found < origin.begin; });
  const Origin& origin = *std::prev(next);
  auto [line, column] = origin.file->lineColumn(origin.there + (offset - origin.begin));
  return {origin.file->name(), line, column};
}

void TrainingPlaces::move(graph::Diagnostic& diagnostic) const {
  if (!made_)
    return;
  const TrainingPlace place = find({diagnostic.file, diagnostic.line, diagnostic.column});
  diagnostic.file = place.file;
  diagnostic.line = place.line;
  diagnostic.column = place.column;
  for (const graph::SourceFile* file : {theirs_.get(), made_.get()})
    if (file->name() == place.file)
      diagnostic.sourceLine = file->line(place.line);
  for (graph::Frame& frame : diagnostic.calls) {
    const TrainingPlace caller = find({frame.file, frame.line, frame.column});
    frame.file = caller.file;
    frame.line = caller.line;
    frame.column = caller.column;
  }
  for (graph::Diagnostic& note : diagnostic.notes)
    move(note);
}

} // namespace aic::tool
