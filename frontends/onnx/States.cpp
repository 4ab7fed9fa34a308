// Inputs and outputs that become states. Where they are equal in shape, the output is what the next run finds
// as the input. A cache that grows, Concat(past, new), becomes a buffer of --capacity in which the new part
// is written at a position.
#include "frontends/onnx/States.h"

#include "frontends/onnx/Importer.h"
#include "frontends/onnx/Names.h"

namespace aic::onnx {
namespace {

constexpr llvm::StringLiteral kPosition = "position";

std::string spell(const StateOption& option) {
  return "--state " + shownName(option.input) + "=" + shownName(option.output);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size() && i < 20; ++i)
    text += (i ? ", " : "") + shownName(names[i]);
  return text + (names.size() > 20 ? ", ..." : "");
}

/// What fills the buffer: new elements behind those that are there.
struct Growth {
  mlir::Value added;
  int64_t axis = 0;
};

} // namespace

std::optional<std::string> outputOfState(const StateOption& option, llvm::StringRef input) {
  auto [before, after] = llvm::StringRef(option.input).split('*');
  if (!llvm::StringRef(option.input).contains('*'))
    return input == option.input ? std::optional(option.output) : std::nullopt;
  if (!input.consume_front(before) || !input.consume_back(after) || input.empty() ||
      !llvm::all_of(input, llvm::isDigit))
    return std::nullopt;
  auto [outBefore, outAfter] = llvm::StringRef(option.output).split('*');
  return (outBefore + input + outAfter).str();
}

/// Makes states of the inputs and outputs that the options name, when the function is whole: they stand
/// behind the others then.
class StateMaker {
public:
  StateMaker(Importer& importer, const LoadOptions& options, mlir::func::FuncOp function,
             std::vector<std::string>& inputs, std::vector<std::string>& outputs)
      : importer_(importer), options_(options), function_(function), block_(function.getBody().front()),
        inputs_(inputs), outputs_(outputs) {}

  bool run() {
    for (const StateOption& option : options_.states)
      if (!find(option))
        return false;
    if (options_.capacity > 0 && llvm::none_of(states_, [](const State& state) { return state.growth; }))
      return fail("--capacity is for a state that grows, and none does");
    if (states_.size() == outputs_.size() && !states_.empty())
      return fail("all outputs are states: a model has one output at least");
    if (!checkBuffers())
      return false;
    mlir::Value position;
    for (const State& state : states_)
      if (state.growth && !position && !(position = findPosition()))
        return false;
    for (const State& state : states_)
      make(state, position);
    for (size_t i = inputs_.size(); i-- > 0;)
      if (isState(inputs_[i])) {
        block_.eraseArgument(i);
        inputs_.erase(inputs_.begin() + static_cast<std::ptrdiff_t>(i));
      }
    reorderResults();
    return true;
  }

  /// By which states the last arguments and results are, in their order.
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const State& state : states_)
      all.push_back(state.input);
    return all;
  }

private:
  struct State {
    std::string input, output;
    size_t argument, result;
    std::optional<Growth> growth;
  };

  bool fail(const std::string& message) {
    importer_.error(1, message);
    return false;
  }

  bool isState(const std::string& input) const {
    return llvm::any_of(states_, [&](const State& state) { return state.input == input; });
  }

  mlir::Operation* end() { return block_.getTerminator(); }

  bool find(const StateOption& option) {
    bool any = false;
    for (auto [i, input] : llvm::enumerate(inputs_)) {
      std::optional<std::string> output = outputOfState(option, input);
      if (!output)
        continue;
      any = true;
      auto found = llvm::find(outputs_, *output);
      if (found == outputs_.end())
        return fail(spell(option) + ": the model has no output " + quoted(*output) +
                    graph::suggestion(*output, outputs_) + "; it has " + listed(outputs_));
      for (const State& other : states_)
        if (other.input == input || other.output == *output)
          return fail(spell(option) + ": " + quoted(other.input) + " and " + quoted(other.output) +
                      " are a state already");
      State state{input, *output, i, static_cast<size_t>(found - outputs_.begin()), std::nullopt};
      if (!check(option, state))
        return false;
      states_.push_back(std::move(state));
    }
    if (any)
      return true;
    return fail(spell(option) + ": the model has no input of that name" +
                graph::suggestion(option.input, inputs_) +
                (inputs_.empty() ? "; it has none" : "; it has " + listed(inputs_)));
  }

  /// That the output can be the next run's input, as it is or in a buffer.
  bool check(const StateOption& option, State& state) {
    mlir::Value past = block_.getArgument(state.argument), present = end()->getOperand(state.result);
    auto from = llvm::cast<mlir::RankedTensorType>(past.getType()),
         to = llvm::cast<mlir::RankedTensorType>(present.getType());
    if (from == to)
      return true;
    const std::string shapes = spell(option) + ": the input " + quoted(state.input) + " is " +
                               aic::describe(from) + ", the output " + quoted(state.output) + " is " +
                               aic::describe(to);
    auto concat = present.getDefiningOp<ConcatOp>();
    if (!concat || concat.getNumOperands() != 2 || concat->getOperand(0) != past)
      return fail(shapes + ": a state has one shape, or grows as Concat(" + shownName(state.input) +
                  ", new)");
    const auto axis = static_cast<int64_t>(concat.getDim());
    const int64_t whole = to.getDimSize(axis), added = whole - from.getDimSize(axis);
    if (options_.capacity == 0)
      return fail(shapes + ": it grows by " + std::to_string(added) +
                  " with each run; --capacity N keeps up to N in a buffer");
    if (whole != options_.capacity)
      return fail(shapes + ": with --capacity " + std::to_string(options_.capacity) + " and " +
                  std::to_string(added) + " new ones a run, axis " + std::to_string(axis) +
                  " of the input has " + std::to_string(options_.capacity - added) + ": set that");
    if (!past.hasOneUse())
      return fail(spell(option) + ": " + quoted(state.input) +
                  " is read by other nodes than the Concat that makes it grow: they would see a buffer");
    state.growth = Growth{concat->getOperand(1), axis};
    return true;
  }

  bool isStateOutput(size_t result) const {
    return llvm::any_of(states_, [&](const State& state) { return state.result == result; });
  }

  /// The model sees whole buffers: something must tell it which of their elements are there.
  bool checkBuffers() {
    if (options_.capacity == 0)
      return true;
    auto spansBuffer = [&](size_t i) {
      auto type = llvm::cast<mlir::RankedTensorType>(block_.getArgument(i).getType());
      return !isState(inputs_[i]) && llvm::is_contained(type.getShape(), options_.capacity);
    };
    if (llvm::none_of(llvm::seq<size_t>(0, inputs_.size()), spansBuffer))
      return fail("--capacity " + std::to_string(options_.capacity) +
                  ": the model would see all elements of its buffers, those that no run has written too, and "
                  "has no input with an axis of " +
                  std::to_string(options_.capacity) + ", as a mask that hides them (attention_mask)");
    int64_t most = 0;
    for (const State& state : states_)
      if (state.growth)
        most = std::max(
            most,
            llvm::cast<mlir::RankedTensorType>(state.growth->added.getType()).getDimSize(state.growth->axis));
    if (most > 1)
      importer_.warn("--capacity: a run writes " + std::to_string(most) +
                     " new elements, and the model takes them for the last ones of the buffer: a causal mask "
                     "that it makes of its own sizes shows each of them the later ones; the mask that is an "
                     "input has to hide those");
    for (size_t i = 0; i < outputs_.size(); ++i) {
      auto concat = end()->getOperand(i).getDefiningOp<ConcatOp>();
      auto past = concat ? llvm::dyn_cast<mlir::BlockArgument>(concat->getOperand(0)) : mlir::BlockArgument();
      if (past && !isStateOutput(i) && !isState(inputs_[past.getArgNumber()]))
        importer_.warn("--capacity: " + quoted(inputs_[past.getArgNumber()]) + " grows into " +
                       quoted(outputs_[i]) + " as the states do, and is none: --state " +
                       shownName(inputs_[past.getArgNumber()]) + "=" + shownName(outputs_[i]));
    }
    return true;
  }

  /// Where new elements are written: an input of the model's, or one more.
  mlir::Value findPosition() {
    auto type = mlir::RankedTensorType::get({}, mlir::IntegerType::get(importer_.context(), 64));
    for (auto [i, input] : llvm::enumerate(inputs_))
      if (input == kPosition) {
        if (block_.getArgument(i).getType() == type)
          return block_.getArgument(i);
        fail("--capacity: where a run begins is the input 'position': i64[], and the model has one of that "
             "name: " +
             aic::describe(block_.getArgument(i).getType()));
        return {};
      }
    inputs_.push_back(kPosition.str());
    return block_.addArgument(type, importer_.place("input 'position'"));
  }

  void make(const State& state, mlir::Value position) {
    mlir::Location place = importer_.place("state " + quoted(state.input));
    mlir::Value past = block_.getArgument(state.argument);
    auto type = llvm::cast<mlir::RankedTensorType>(end()->getOperand(state.result).getType());
    mlir::OpBuilder& builder = importer_.builder();
    mlir::OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPoint(function_);
    StateOp::create(builder, place, state.input, type,
                    llvm::cast<mlir::ElementsAttr>(builder.getZeroAttr(type)));
    mlir::Value argument = block_.addArgument(type, place);
    if (!state.growth) {
      past.replaceAllUsesWith(argument);
      return;
    }
    auto concat = end()->getOperand(state.result).getDefiningOp();
    builder.setInsertionPoint(concat);
    mlir::Value updated = UpdateSliceOp::create(builder, concat->getLoc(), state.growth->added, argument,
                                                position, builder.getI64IntegerAttr(state.growth->axis));
    concat->getResult(0).replaceAllUsesWith(updated);
    concat->erase();
  }

  void reorderResults() {
    llvm::SmallVector<mlir::Value> results;
    std::vector<std::string> names;
    auto isOutput = [&](size_t i) { return !isStateOutput(i); };
    for (size_t i = 0; i < outputs_.size(); ++i)
      if (isOutput(i)) {
        results.push_back(end()->getOperand(i));
        names.push_back(outputs_[i]);
      }
    for (const State& state : states_)
      results.push_back(end()->getOperand(state.result));
    end()->setOperands(results);
    outputs_ = std::move(names);
  }

  Importer& importer_;
  const LoadOptions& options_;
  mlir::func::FuncOp function_;
  mlir::Block& block_;
  std::vector<std::string>&inputs_, &outputs_; // of the function, in order
  std::vector<State> states_;
};

bool Importer::makeStates(std::vector<std::string>& outputs, std::vector<std::string>& states) {
  StateMaker maker(*this, options_, function_, inputs_, outputs);
  if (!maker.run())
    return false;
  states = maker.names();
  // A function and a state of one name would be one symbol.
  if (llvm::is_contained(states, function_.getSymName().str())) {
    function_->setAttr(kEntryAttr, function_.getSymNameAttr());
    function_.setSymName(function_.getSymName().str() + " (entry)");
  }
  return true;
}

} // namespace aic::onnx
