#include "tools/aic/TrainPlan.h"

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "frontends/graph/Diagnostic.h"
#include "mlir/IR/AttrTypeSubElements.h"
#include "mlir/IR/BuiltinOps.h"
#include "tools/aic/Failure.h"
#include "tools/aic/TrainSplit.h"
#include "tools/aic/TrainingText.h"

#include <cstdio>

namespace aic::tool {

namespace {

constexpr int64_t kDefaultBatch = 32; // of an entry that is made here

/// The array that is the target: --label, or the only one that is no input of the graph.
int findTarget(const TrainOptions& options, const Samples& samples, const graph::Item& graph,
               std::string& target) {
  if (samples.columns()[0].name.empty()) {
    target = options.label.empty() ? "label" : options.label;
    return Good;
  }
  std::vector<std::string> candidates, all;
  for (const Column& column : samples.columns()) {
    all.push_back(column.name);
    if (absl::c_none_of(graph.inputs.items,
                        [&](const graph::Argument& input) { return input.name.text == column.name; }))
      candidates.push_back(column.name);
  }
  target = !options.label.empty() ? options.label : candidates.size() == 1 ? candidates[0] : "";
  if (!target.empty() && samples.find(target))
    return Good;
  return failUsage("train",
                   absl::StrCat(target.empty() ? "--label says which array is the target"
                                               : absl::StrCat("--label ", target, ": there is no such array",
                                                              graph::suggestion(target, all)),
                                "; ", samples.describe()));
}

/// Gives the operators of what was made the places that the user knows, for all that is said of them later.
void movePlaces(const TrainingPlaces& places, mlir::ModuleOp module) {
  mlir::AttrTypeReplacer replacer;
  replacer.addReplacement([&](mlir::FileLineColLoc at) -> mlir::Attribute {
    const TrainingPlace place = places.find(
        {at.getFilename().str(), static_cast<int>(at.getLine()), static_cast<int>(at.getColumn())});
    return mlir::FileLineColLoc::get(at.getContext(), place.file, static_cast<unsigned>(place.line),
                                     static_cast<unsigned>(place.column));
  });
  replacer.recursivelyReplaceElementsIn(module, /*replaceAttrs=*/false, /*replaceLocs=*/true);
}

/// Makes a training entry of one that has none.
int makeEntry(const TrainOptions& options, const Samples& samples, const graph::File& file, TrainPlan& plan) {
  TrainingRequest request;
  request.graph = options.model.graph;
  request.loss = options.loss;
  request.optimizer = options.optimizer;
  request.of = options.of;
  request.trained = options.trained;
  request.clip = options.clip;
  const graph::Item* graph = findGraph(file, request.graph);
  if (graph)
    if (int code = findTarget(options, samples, *graph, request.target))
      return code;
  TrainingText made;
  if (std::string wrong = makeTrainingText(file, request, made); !wrong.empty())
    return failUsage("train", wrong);
  for (const std::string& note : made.notes)
    std::fprintf(stderr, "aic: note: %s\n", note.c_str());
  if (options.printEntry)
    std::fputs(made.added.c_str(), stdout);
  plan.model.text = made.text;
  plan.model.place = [places = made.places, pattern = made.pattern,
                      wrong = plan.onlyIsWrong](graph::Diagnostic& diagnostic) {
    places.move(diagnostic);
    *wrong |= !pattern.empty() && places.isMade(diagnostic.file) && diagnostic.column > 0 &&
              diagnostic.sourceLine.find(pattern, static_cast<size_t>(diagnostic.column) - 1) ==
                  static_cast<size_t>(diagnostic.column) - 1;
  };
  plan.model.edit = [places = made.places](mlir::ModuleOp module) {
    movePlaces(places, module);
    return static_cast<int>(Good);
  };
  plan.train = made.train;
  plan.validate = options.validate.empty() ? "" : made.validate;
  plan.rate = made.rate;
  plan.names = {{made.target, request.target}};
  return Good;
}

/// The entries of the file that are meant.
int findEntries(const TrainOptions& options, const graph::File& file, TrainPlan& plan) {
  std::vector<std::string> graphs;
  for (const auto& item : file.items)
    if (item->kind == graph::Item::Kind::Graph)
      graphs.push_back(item->name.text);
  auto find = [&](const std::string& option, const std::string& name, const std::string& hint) {
    if (findGraph(file, name))
      return static_cast<int>(Good);
    return failUsage("train", absl::StrCat(option, " ", name, ": the file has no such graph",
                                           graph::suggestion(name, graphs), "; it has ",
                                           absl::StrJoin(graphs, ", "), hint));
  };
  plan.train = options.entry;
  plan.validate = options.validate.empty() ? "" : options.validateEntry;
  if (int code = find("--entry", plan.train,
                      "; --loss cross_entropy --optimizer adam, say, make a training entry of a model"))
    return code;
  return plan.validate.empty()
             ? static_cast<int>(Good)
             : find("--validate-entry", plan.validate, "; it gives the loss, and changes nothing");
}

/// Into how many pieces a batch is cut.
int setPieces(const TrainOptions& options, const Ranks& ranks, int64_t batch, TrainPlan& plan) {
  constexpr int64_t kMost = 8;
  plan.pieces = options.pieces;
  for (int64_t pieces = kMost; plan.pieces == 0; pieces /= 2)
    if (batch % pieces == 0)
      plan.pieces = pieces;
  if (batch % plan.pieces != 0)
    return failUsage("train", absl::StrCat("--pieces ", plan.pieces, ": a batch of ", batch,
                                           " is not so many equal pieces"));
  if (plan.pieces < ranks.size())
    return failUsage("train", absl::StrCat("--pieces ", plan.pieces, ": there are ", ranks.size(),
                                           " processes, and each takes a piece at least"));
  return Good;
}

/// Says how many samples a step takes, by the dimension that they are along.
int setBatch(const TrainOptions& options, const graph::Item& graph, const Ranks& ranks, TrainPlan& plan) {
  const std::string name = batchDimension(graph, {plan.rate, "step", "epoch", "seed"});
  const bool cut = options.pieces > 1 || ranks.started();
  if (cut && name.empty())
    return failUsage(
        "train", absl::StrCat("--pieces and mpirun cut a batch, and the number of samples is a number in the "
                              "graph ",
                              graph.name.text, ", and has no name"));
  for (const std::string& dim : options.model.dims)
    if (cut && absl::StartsWith(dim, name + "="))
      return failUsage("train", absl::StrCat("--dim ", dim, ": a batch that is cut is said with --batch"));
    else if (absl::StartsWith(dim, name + "="))
      return options.batch == 0
                 ? static_cast<int>(Good)
                 : failUsage("train", absl::StrCat("--batch and --dim ", name, ": one of them will do"));
  if (name.empty())
    return options.batch == 0 ? static_cast<int>(Good)
                              : failUsage("train", absl::StrCat("--batch ", options.batch,
                                                                ": the number of samples "
                                                                "is a number in the graph ",
                                                                graph.name.text, ", and has no name"));
  int64_t batch = options.batch;
  if (batch == 0 && (options.generates() || batchDefault(graph, name) < 0))
    batch = kDefaultBatch;
  if (cut && batch == 0)
    batch = batchDefault(graph, name);
  if (cut)
    if (int code = setPieces(options, ranks, batch, plan))
      return code;
  if (batch > 0)
    plan.model.dims.push_back(absl::StrCat(name, "=", batch / plan.pieces));
  return Good;
}

} // namespace

int makePlan(const TrainOptions& options, const Samples& samples, const Ranks& ranks, TrainPlan& plan) {
  plan.model = options.model;
  std::unique_ptr<graph::File> file = readModelText(options.model.file);
  if (!file) {
    std::unique_ptr<driver::Compilation> compilation;
    const int code = compileTo("train", plan.model, driver::Stage::Aic, compilation);
    return code ? code : fail(OurFault, "the model's text was not understood");
  }
  if (!options.generates() && !options.model.graph.empty())
    return failUsage("train",
                     "--graph is for --loss and --optimizer; --entry says which graph is the training step");
  if (int code =
          options.generates() ? makeEntry(options, samples, *file, plan) : findEntries(options, *file, plan))
    return code;
  plan.model.graph = plan.train + (plan.validate.empty() ? "" : "," + plan.validate);
  const graph::Item* graph = findGraph(*file, options.generates() ? options.model.graph : plan.train);
  if (int code = setBatch(options, *graph, ranks, plan))
    return code;
  if (plan.pieces > 1)
    plan.model.edit = [edit = plan.model.edit, name = plan.train, rate = plan.rate](mlir::ModuleOp module) {
      if (int code = edit ? edit(module) : static_cast<int>(Good))
        return code;
      return splitTraining(module, name, rate);
    };
  return Good;
}

} // namespace aic::tool
