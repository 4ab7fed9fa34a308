// What is asked of a file: which of its graphs, in which sizes, with which weights.
#include "frontends/graph/Evaluator.h"
#include "frontends/graph/Parser.h"

#include <filesystem>

namespace aic::graph {

/// The graphs that are asked for, each once; none after an error.
std::vector<const Item*> Evaluator::chooseGraphs(Unit& unit) {
  std::vector<std::string> asked = options_.graphs, names;
  for (const Item* graph : unit.graphs)
    names.push_back(graph->name.text);
  auto refuse = [&](const std::string& message) {
    Diagnostic d;
    d.file = unit.source().name();
    d.message = message;
    diagnostics_.push_back(d);
    ++errors_;
    return std::vector<const Item*>();
  };
  if (names.empty())
    return refuse("the file has no graph");
  if (asked == std::vector<std::string>{"all"} && !llvm::is_contained(names, "all"))
    return unit.graphs;
  if (asked.empty() && unit.entries)
    for (const Argument& entry : unit.entries->inputs.items)
      asked.push_back(entry.name.text);
  if (asked.empty())
    return {unit.graphs.front()};
  std::vector<const Item*> chosen;
  for (const std::string& name : asked) {
    auto found = llvm::find(names, name);
    if (found == names.end() && name == "all")
      return refuse("all stands alone: it is every graph of the file");
    if (found == names.end()) {
      std::string message = "there is no graph " + name + suggestion(name, names) + "; the file has ";
      for (size_t i = 0; i < names.size() && i < 20; ++i)
        message += (i ? ", " : "") + names[i];
      return refuse(message);
    }
    const Item* graph = unit.graphs[found - names.begin()];
    if (llvm::is_contained(chosen, graph))
      return refuse("the graph " + name + " is asked for twice");
    chosen.push_back(graph);
  }
  return chosen;
}

/// The names of the dimensions of a graph's inputs, in the order of the text, but for constants of the file.
static std::vector<std::string> dimensionsOf(const Item& graph,
                                             const std::map<std::string, const Item*>& constants) {
  std::vector<std::string> names;
  for (const Argument& input : graph.inputs.items)
    for (const Dim& dim : input.typeOrNone().dims)
      if (!dim.ellipsis && dim.value->kind == Expr::Kind::Name &&
          !llvm::is_contained(names, dim.value->text) &&
          (dim.defaultValue || !constants.count(dim.value->text)))
        names.push_back(dim.value->text);
  return names;
}

/// Each graph, once for each combination of the sizes that are asked for, the last dimension changing first.
std::vector<Evaluator::Entry> Evaluator::chooseEntries(const Unit& unit,
                                                       const std::vector<const Item*>& graphs) {
  std::vector<Entry> entries;
  std::vector<std::string> known;
  const std::string tooMany =
      "there are more than " + std::to_string(kMaxEntries) + " entries: a graph in each of its sizes is one";
  std::set<std::string> symbols;
  for (const Item* graph : graphs)
    symbols.insert(graph->name.text);
  for (const Item* graph : graphs) {
    std::vector<Entry> sizes(1);
    sizes[0].graph = graph;
    sizes[0].label = graph->name.text;
    std::string labels;
    for (const std::string& name : dimensionsOf(*graph, unit.constants)) {
      if (!llvm::is_contained(known, name))
        known.push_back(name);
      auto given = options_.dims.find(name);
      if (given == options_.dims.end())
        continue;
      std::vector<Entry> more;
      for (const Entry& entry : sizes)
        for (int64_t value : given->second) {
          if (entries.size() + more.size() >= kMaxEntries) {
            fail(tooMany, 1);
            return {};
          }
          more.push_back(entry);
          more.back().dims[name] = value;
          if (given->second.size() > 1)
            more.back().sizes += (entry.sizes.empty() ? "" : ",") + name + "=" + std::to_string(value);
        }
      sizes = std::move(more);
    }
    for (size_t i = 0, n = 0; i < sizes.size(); ++i) {
      Entry& entry = sizes[i];
      entry.symbol = graph->name.text;
      while (i > 0 && !symbols.insert(entry.symbol).second)
        entry.symbol = graph->name.text + "_" + std::to_string(++n);
      if (!entry.sizes.empty())
        entry.label += "[" + entry.sizes + "]";
      if (entries.size() == kMaxEntries) {
        fail(tooMany, 1);
        return {};
      }
      entries.push_back(std::move(entry));
    }
  }
  for (const auto& [name, values] : options_.dims)
    if (!llvm::is_contained(known, name)) {
      Diagnostic d;
      d.file = unit.source().name();
      d.message = "--dim " + name + ": the inputs of graph" + (graphs.size() > 1 ? "s " : " ");
      for (size_t i = 0; i < graphs.size() && i < 20; ++i)
        d.message += (i ? ", " : "") + graphs[i]->name.text;
      d.message += " have no dimension of that name" + suggestion(name, known);
      if (suggestion(name, known).empty())
        d.message += known.empty() ? "; their sizes are numbers" : "; they have " + llvm::join(known, ", ");
      diagnostics_.push_back(d);
      ++errors_;
    }
  return entries;
}

/// The `weights` statements of the graphs: they name one file. Null with an error, or where there is none.
const Statement* Evaluator::findWeights(const Unit& unit, const std::vector<const Item*>& graphs) {
  const Statement* first = nullptr;
  const Item* firstGraph = nullptr;
  std::string firstPath;
  for (const Item* graph : graphs)
    for (const auto& s : graph->body.statements) {
      if (s->kind != Statement::Kind::Weights)
        continue;
      weightsStatements_.insert(s.get());
      std::string path = unescape(s->values[0]->text);
      if (!first) {
        first = s.get();
        firstGraph = graph;
        firstPath = path;
      } else if (options_.weights.empty() && std::filesystem::path(path).lexically_normal() !=
                                                 std::filesystem::path(firstPath).lexically_normal()) {
        Diagnostic d = at(unit.source(), s->span, Diagnostic::Error,
                          "the weights are \"" + path + "\" here and \"" + firstPath + "\" in graph " +
                              firstGraph->name.text + ": graphs that are compiled together share one file");
        d.notes.push_back(at(unit.source(), first->span, Diagnostic::Note, "the first is here"));
        diagnostics_.push_back(std::move(d));
        ++errors_;
      }
      break;
    }
  return first;
}

/// What --weights names: a file, whatever its name; else files and random:SEED with commas between.
static std::vector<std::string> weightSources(const std::string& option) {
  std::error_code error;
  std::vector<std::string> sources{option};
  for (size_t comma; !std::filesystem::exists(sources.back(), error) &&
                     (comma = sources.back().find(',')) != std::string::npos;) {
    std::string rest = sources.back().substr(comma + 1);
    sources.back().resize(comma);
    sources.push_back(std::move(rest));
  }
  return sources;
}

bool Evaluator::openWeights(Unit& unit, const std::vector<const Item*>& graphs) {
  int before = errors_;
  const Statement* statement = findWeights(unit, graphs);
  if (errors_ != before)
    return false;
  const std::string& option = options_.weights;
  Diagnostic place;
  place.file = unit.source().name();
  if (option.empty() && statement)
    place = at(unit.source(), statement->span, Diagnostic::Error, "");
  parameters_.place = place;
  std::vector<std::string> sources = weightSources(option);
  if (option.empty()) {
    if (!statement)
      return true;
    sources = {units_.inside(unit, statement->values[0]->span, unescape(statement->values[0]->text))};
    if (sources[0].empty()) {
      ++errors_;
      return false;
    }
  }
  std::string problem;
  int exitCode = 0;
  parameters_.strip(options_.stripPrefix);
  for (const std::string& source : sources) {
    if (source.compare(0, 7, "random:") == 0 && !option.empty()) {
      if (parameters_.openRandom(source.substr(7)) && &source == &sources.back())
        continue;
      fail("--weights " + option +
               (&source == &sources.back()
                    ? ": the seed is a number between 0 and 2^64 - 1, as in random:1"
                    : ": " + source + " gives what no file before it holds, so it stands last"),
           1);
      return false;
    }
    weightsPaths_.push_back(source);
    if (!parameters_.openFile(source, problem, exitCode))
      break;
  }
  if (problem.empty())
    return true;
  place.severity = Diagnostic::Error;
  place.message = problem;
  diagnostics_.push_back(place);
  ++errors_;
  forcedExit_ = exitCode;
  return false;
}

} // namespace aic::graph
