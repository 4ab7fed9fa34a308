#include "frontends/graph/writer/Writer.h"

#include "frontends/graph/Graph.h"
#include "frontends/graph/Parser.h"
#include "frontends/graph/Printer.h"
#include "frontends/graph/writer/Blocks.h"
#include "frontends/graph/writer/Body.h"
#include "frontends/graph/writer/Names.h"
#include "frontends/graph/writer/Signature.h"
#include "frontends/graph/writer/Spell.h"

namespace aic::graph::writer {
namespace {

/// The members of what is being written, and the one among them that the text shows; the whole model is its
/// only one.
struct Place {
  const Block* block = nullptr;
  std::vector<int> starts = {0};
  size_t shown = 0;
  int length = 0;
  std::string scope;
  int at(size_t member, int i) const { return starts[member] + (i - starts[shown]); }
};

class Writer {
public:
  Writer(Steps& steps, std::vector<std::unique_ptr<Block>> blocks)
      : steps_(steps), blocks_(std::move(blocks)) {
    for (const std::string& name : primitiveNames())
      functions_.insert(name);
    for (const char* name : {"len", "max", "min", "same", "shape", "sizes", "sqrt"})
      functions_.insert(name);
    nameBlocks();
    for (const auto& block : blocks_)
      for (int start : block->starts)
        at_.emplace(start, block.get());
  }

  std::string text(const WriteOptions& options);

private:
  void nameBlocks();
  std::string writeBlock(Block& block);
  std::string writeGraph(const WriteOptions& options);
  std::vector<Item> items(const Place& place);
  const Block* callAt(int i, const Place& place) const;
  Item call(const Block& block, int i, const Place& place);
  Item item(int i, const Place& place);
  void addInts(Item& item, const Piece& piece, const std::vector<std::vector<int64_t>>& columns);
  std::string number(const std::vector<int64_t>& values, const std::string& hint);
  std::string type(mlir::RankedTensorType type) const;
  static void addText(Item& item, const std::string& text);
  bool hasParameters(const Block& block) const;

  Steps& steps_;
  std::vector<std::unique_ptr<Block>> blocks_; // the smaller ones first
  std::multimap<int, const Block*> at_;
  std::set<std::string> functions_; // names of what can be called
  // Of the block that is being written:
  std::vector<std::pair<std::string, std::vector<int64_t>>> dims_;
  std::vector<BlockArgument>* arguments_ = nullptr;
  std::set<std::string> names_;
};

/// `layer` for encoder.layer.0, layer1.0 and layer2.0.
std::string blockName(const Block& block) {
  std::string scope = block.scopes[block.shown];
  for (;;) {
    size_t dot = scope.rfind('.');
    std::string last = scope.substr(dot == std::string::npos ? 0 : dot + 1);
    while (!last.empty() && llvm::isDigit(last.back()))
      last.pop_back();
    while (!last.empty() && last.back() == '_')
      last.pop_back();
    if (!last.empty())
      return identifier(last, "part");
    if (dot == std::string::npos)
      return "part";
    scope.resize(dot);
  }
}

void Writer::nameBlocks() {
  // The larger ones choose first.
  for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block)
    (*block)->name = unique(functions_, blockName(**block));
}

bool Writer::hasParameters(const Block& block) const {
  for (int i = block.starts[0]; i < block.starts[0] + block.length; ++i)
    for (const Piece& piece : steps_.steps[i].pieces)
      if (piece.kind == Piece::Kind::Path)
        return true;
  return false;
}

std::string Writer::type(mlir::RankedTensorType type) const {
  return aic::describe(type);
}

//===-- Ints -------------------------------------------------------------------------------------------===//

/// An int that may differ from member to member: a number, a dimension's name, something simple of one, or an
/// argument.
std::string Writer::number(const std::vector<int64_t>& values, const std::string& hint) {
  if (llvm::all_equal(values))
    return std::to_string(values[0]);
  for (const auto& [name, sizes] : dims_)
    if (sizes == values)
      return name;
  for (const BlockArgument& argument : *arguments_)
    if (argument.values == values)
      return argument.name;
  auto isMultiple = [&](const std::vector<int64_t>& of, int64_t factor, bool divides) {
    for (size_t m = 0; m < values.size(); ++m)
      if (divides ? of[m] % factor != 0 || of[m] / factor != values[m] : of[m] * factor != values[m])
        return false;
    return true;
  };
  for (const auto& [name, sizes] : dims_)
    for (int64_t factor : {2, 3, 4, 6, 8, 16}) {
      if (isMultiple(sizes, factor, false))
        return std::to_string(factor) + " * " + name;
      if (isMultiple(sizes, factor, true))
        return name + " // " + std::to_string(factor);
    }
  BlockArgument argument;
  argument.name = unique(names_, identifier(hint, "size"));
  argument.values = values;
  arguments_->push_back(argument);
  return argument.name;
}

void Writer::addText(Item& item, const std::string& text) {
  if (text.empty())
    return;
  if (!item.tokens.empty() && item.tokens.back().kind == Token::Kind::Text)
    item.tokens.back().text += text;
  else
    item.tokens.push_back({Token::Kind::Text, text, -1, false});
}

void Writer::addInts(Item& item, const Piece& piece, const std::vector<std::vector<int64_t>>& columns) {
  auto isDefault = [&](const std::vector<int64_t>& column, size_t i) {
    return llvm::all_equal(column) && column[0] == (*piece.otherwise)[i];
  };
  if (piece.otherwise && columns.size() == piece.otherwise->size()) {
    bool all = true;
    for (size_t i = 0; i < columns.size(); ++i)
      all &= isDefault(columns[i], i);
    if (all)
      return;
  }
  std::vector<std::string> numbers;
  for (const std::vector<int64_t>& column : columns)
    numbers.push_back(number(column, piece.hint));
  bool isOne = piece.form == Piece::Form::One ||
               (piece.form == Piece::Form::Sizes && llvm::all_equal(numbers) && !numbers.empty());
  std::string text = piece.text;
  if (isOne)
    return addText(item, text + numbers[0]);
  text += "[";
  for (size_t i = 0; i < numbers.size(); ++i)
    text += (i ? ", " : "") + numbers[i];
  addText(item, text + "]");
}

//===-- Items ------------------------------------------------------------------------------------------===//

/// The longest block that begins at a step and has a member at that place of all members.
const Block* Writer::callAt(int i, const Place& place) const {
  const Block* longest = nullptr;
  for (auto [entry, end] = at_.equal_range(i); entry != end; ++entry) {
    const Block* block = entry->second;
    bool fits = block != place.block && (!place.block || block->length < place.length);
    for (size_t m = 0; fits && m < place.starts.size(); ++m)
      fits = block->memberAt(place.at(m, i)) >= 0;
    if (fits && (!longest || block->length > longest->length))
      longest = block;
  }
  return longest;
}

Item Writer::call(const Block& block, int i, const Place& place) {
  Item item;
  item.call = true;
  auto member = static_cast<size_t>(block.memberAt(i));
  addText(item, block.name + "(");
  bool first = true;
  for (int input : block.inputs[member]) {
    addText(item, first ? "" : ", ");
    item.tokens.push_back({Token::Kind::Value, "", input, false});
    first = false;
  }
  for (const BlockArgument& argument : block.arguments) {
    std::vector<int64_t> column;
    for (size_t m = 0; m < place.starts.size(); ++m)
      column.push_back(argument.values[static_cast<size_t>(block.memberAt(place.at(m, i)))]);
    std::string text = number(column, argument.name);
    bool isPlain = text.find(' ') == std::string::npos;
    bool named =
        block.arguments.size() > 1 || (argument.name != "out_channels" && argument.name != "out_features");
    addText(item, (first ? "" : ", ") + (named ? argument.name + (isPlain ? "=" : " = ") : "") + text);
    first = false;
  }
  addText(item, ")");
  if (hasParameters(block))
    item.tokens.push_back({Token::Kind::Path, below(place.scope, block.scopes[member]), -1, false});
  item.results = block.outputs[member];
  return item;
}

Item Writer::item(int i, const Place& place) {
  const Step& step = steps_.steps[i];
  Item item;
  item.results = step.results;
  item.operation = step.operation;
  item.parameter = step.parameter;
  for (size_t p = 0; p < step.pieces.size(); ++p) {
    const Piece& piece = step.pieces[p];
    switch (piece.kind) {
    case Piece::Kind::Text:
      addText(item, piece.text);
      break;
    case Piece::Kind::Value:
      item.tokens.push_back({Token::Kind::Value, "", piece.value, piece.postfix});
      break;
    case Piece::Kind::Path:
      if (step.parameter)
        item.path = below(place.scope, piece.text);
      else
        item.tokens.push_back({Token::Kind::Path, below(place.scope, piece.text), -1, false});
      break;
    case Piece::Kind::Ints: {
      std::vector<std::vector<int64_t>> columns(piece.ints.size());
      for (size_t m = 0; m < place.starts.size(); ++m)
        for (size_t k = 0; k < piece.ints.size(); ++k)
          columns[k].push_back(steps_.steps[place.at(m, i)].pieces[p].ints[k]);
      addInts(item, piece, columns);
      break;
    }
    }
  }
  return item;
}

std::vector<Item> Writer::items(const Place& place) {
  std::vector<Item> all;
  int begin = place.starts[place.shown], end = begin + place.length;
  for (int i = begin; i < end;) {
    if (const Block* block = callAt(i, place)) {
      all.push_back(call(*block, i, place));
      i += block->length;
    } else {
      all.push_back(item(i++, place));
    }
  }
  return all;
}

//===-- Blocks and the graph ---------------------------------------------------------------------------===//

std::string Writer::writeBlock(Block& block) {
  Place place;
  place.block = &block;
  place.starts = block.starts;
  place.shown = block.shown;
  place.length = block.length;
  place.scope = block.scopes[block.shown];
  names_ = functions_;
  dims_.clear();
  arguments_ = &block.arguments;
  // Sizes that differ get names, equal ones the same.
  static const char* const kLetters[5][4] = {{}, {"N"}, {"N", "D"}, {"N", "S", "D"}, {"N", "C", "H", "W"}};
  std::vector<std::string> types;
  for (size_t k = 0; k < block.inputs[0].size(); ++k) {
    mlir::RankedTensorType shown = steps_.values[block.inputs[block.shown][k]].type;
    std::string text = spellType(shown.getElementType()) + "[";
    for (int64_t axis = 0; axis < shown.getRank(); ++axis) {
      std::vector<int64_t> column;
      for (size_t m = 0; m < block.starts.size(); ++m)
        column.push_back(steps_.values[block.inputs[m][k]].type.getDimSize(axis));
      auto known = llvm::find_if(dims_, [&](const auto& dim) { return dim.second == column; });
      std::string size = std::to_string(column[0]);
      if (!llvm::all_equal(column)) {
        if (known == dims_.end()) {
          std::string letter = shown.getRank() < 5 ? kLetters[shown.getRank()][axis] : "D";
          size = unique(names_, letter);
          dims_.emplace_back(size, column);
        } else {
          size = known->first;
        }
      }
      text += (axis ? ", " : "") + size;
    }
    types.push_back(text + "]");
  }
  std::vector<Item> body = items(place);
  Body statements(std::move(body), names_);
  std::string formals;
  static const char* const kNames[] = {"x", "y", "z", "u", "v", "w", "p", "q", "r", "s"};
  std::vector<std::string> inputs;
  for (size_t k = 0; k < types.size(); ++k) {
    std::string name = unique(names_, k < std::size(kNames) ? kNames[k] : "x");
    statements.input(block.inputs[block.shown][k], name, true);
    formals += (k ? ", " : "") + name + ": " + types[k];
  }
  std::string text = statements.block(block.outputs[block.shown]);
  for (const BlockArgument& argument : block.arguments)
    formals += (formals.empty() ? "" : ", ") + argument.name + ": int";
  return "block " + block.name + "(" + formals + ") {\n" + text + "}\n";
}

std::string Writer::writeGraph(const WriteOptions& options) {
  Place place;
  place.length = static_cast<int>(steps_.steps.size());
  names_ = functions_;
  dims_.clear();
  std::vector<BlockArgument> none;
  arguments_ = &none;
  Body statements(items(place), names_);
  std::string inputs, outputs;
  for (size_t i = 0; i < steps_.inputNames.size(); ++i) {
    statements.input(steps_.inputs[i], steps_.inputNames[i], false);
    inputs += (i ? ", " : "") + steps_.inputNames[i] + ": " + type(steps_.values[steps_.inputs[i]].type);
  }
  bool hasWeights = false;
  for (const Step& step : steps_.steps)
    for (const Piece& piece : step.pieces)
      hasWeights |= piece.kind == Piece::Kind::Path;
  for (size_t i = 0; i < steps_.outputNames.size(); ++i) {
    statements.output(steps_.outputs[i], steps_.outputNames[i]);
    outputs += (i ? ", " : "") + steps_.outputNames[i] + ": " + type(steps_.values[steps_.outputs[i]].type);
  }
  std::string states;
  for (const State& state : steps_.states) {
    statements.state(state.local, state.found, state.next);
    hasWeights |= state.initial == "weights";
    states += "  state " + state.local + ": " + type(state.type) +
              (state.local == state.name ? "" : " @ " + spellPath(state.name)) + " = " + state.initial + "\n";
  }
  std::string weights = hasWeights ? "  weights \"" + escapePath(options.weights) + "\"\n" : "";
  std::set<std::string> taken = functions_;
  std::string name = identifier(options.graph, "model");
  return "graph " + name + "(" + inputs + ") -> (" + outputs + ") {\n" + weights + states +
         statements.graph() + "}\n";
}

std::string Writer::text(const WriteOptions& options) {
  std::string text;
  for (const std::string& comment : options.comments)
    text += "# " + commentText(comment) + "\n";
  text += text.empty() ? "" : "\n";
  for (const auto& block : blocks_)
    text += writeBlock(*block) + "\n";
  return text + writeGraph(options);
}

} // namespace
} // namespace aic::graph::writer

namespace aic::graph {

Written writeGraph(mlir::ModuleOp module, const WriteOptions& options) {
  using namespace writer;
  Written written;
  auto function = *module.getOps<mlir::func::FuncOp>().begin();
  auto constants = std::make_shared<Constants>();
  constants->collect(function, options.fold);
  Steps steps;
  WriteOptions named = options;
  if (!readStates(module, function, *constants, steps, named.comments, written.problem) ||
      !Speller(*constants, steps).read(function, written.problem)) {
    written.exitCode = 3;
    return written;
  }
  inferScopes(steps);
  for (State& state : steps.states) {
    state.found = state.found < 0 ? -1 : steps.inputs[state.found];
    state.next = state.next < 0 ? -1 : steps.outputs[state.next];
  }
  nameSignature(function, steps, named.comments);
  std::string text = writer::Writer(steps, findBlocks(steps)).text(named);
  if (text.size() > kMaxFileBytes) {
    written.problem = "the text would have " + std::to_string(text.size()) +
                      " bytes, and files of the language have " + std::to_string(kMaxFileBytes) + " at most";
    written.exitCode = 3;
    return written;
  }
  std::vector<Diagnostic> diagnostics;
  written.text = format(text, diagnostics, "the imported text");
  if (hasErrors(diagnostics)) {
    written.problem = "internal error: the text cannot be read back: " + render(diagnostics);
    written.text.clear();
    written.exitCode = 70;
    return written;
  }
  written.tensors = constants->tensors();
  return written;
}

} // namespace aic::graph
