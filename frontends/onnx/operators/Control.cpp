// Control flow: the branch that is taken, the steps of a loop one after another; where only the run knows
// which way it goes, all ways are computed.
#include "frontends/onnx/Tensors.h"
#include "frontends/onnx/operators/Choice.h"

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxIterations = 1 << 16;

/// A bool that must be known; false where it is not (reported).
bool knownBool(Node& n, Value value) {
  std::optional<bool> found = tryBool(n, value);
  if (!found)
    n.known(value, "its condition");
  return found.value_or(false);
}

/// The results of a branch, of which there are as many as the node has.
bool runBranch(Node& n, const char* branch, llvm::SmallVector<Value>& results,
               llvm::SmallVector<mlir::Operation*>& made) {
  results = n.subgraph(branch, {}, &made);
  if (!n.failed() && results.size() != n.outputs())
    n.error("its branch has " + std::to_string(results.size()) + " outputs, the node " +
            std::to_string(n.outputs()));
  return !n.failed();
}

// Where only the run knows the condition both branches are computed, and a result is chosen.
void ifOperator(Node& n) {
  Value condition = n.operand(0);
  std::optional<bool> known = tryBool(n, condition);
  llvm::SmallVector<Value> yes, no;
  llvm::SmallVector<mlir::Operation*> made;
  if (n.failed() || (known.value_or(true) && !runBranch(n, "then_branch", yes, made)) ||
      (!known.value_or(false) && !runBranch(n, "else_branch", no, made)))
    return;
  if (!known)
    yes = choose(n, condition, yes, no, made, "what its branches make");
  for (auto [i, value] : llvm::enumerate(known == false ? no : yes))
    n.result(i, value);
}

/// Values of all steps, one after another along a new axis.
Value stacked(Node& n, llvm::ArrayRef<Value> steps, int64_t axis) {
  if (steps.empty() || n.failed()) {
    if (!n.failed())
      n.unsupported("no step at all, whose result has no shape");
    return nullptr;
  }
  if (isSequence(steps.front())) {
    n.error("what a loop collects are tensors, not sequences");
    return nullptr;
  }
  Node::Ints shape(shapeOf(steps.front()));
  axis = n.axis(axis, static_cast<int64_t>(shape.size()) + 1);
  if (n.failed())
    return nullptr;
  shape.insert(shape.begin() + axis, 1);
  llvm::SmallVector<Value> parts;
  for (Value step : steps)
    parts.push_back(n.reshape(step, shape));
  return n.concat(parts, axis);
}

/// How often a Loop runs, as far as that is known now.
struct Steps {
  Value count; // null where it is known: `most` then
  int64_t most = INT64_MAX;
};

/// The count that a Loop is given; of Min(count, BOUND) that only the run knows, the bound.
Steps stepsOf(Node& n) {
  Steps steps;
  if (!n.has(0))
    return steps;
  Value count = n.operand(0);
  if (n.failed())
    return steps;
  if (!n.tryKnown(count))
    if (auto least = count.getDefiningOp<MinimumOp>())
      for (Value side : {least.getA(), least.getB()})
        if (auto bound = n.tryKnown(side) ? integersOf(n.tryKnown(side), 1) : std::nullopt) {
          steps.count = n.reshape(count, {});
          steps.most = bound->front();
          return steps;
        }
  steps.most = n.integer(0);
  return steps;
}

// The body takes the step's number, the condition and what is carried; it gives the condition, what is
// carried, and what is collected. Where only the run knows whether a step is to be made, it is computed as
// often as it can be, and what is carried stays as it is once it is not.
class Loop {
public:
  explicit Loop(Node& n) : n_(n) {}

  void run() {
    Steps steps = stepsOf(n_);
    Value condition = n_.has(1) ? n_.operand(1) : nullptr;
    for (size_t i = 2; i < n_.inputs(); ++i)
      carried_.push_back(n_.anyOperand(i));
    if (n_.failed())
      return;
    if (n_.outputs() < carried_.size())
      return n_.error("it has fewer outputs than values to carry");
    collected_.resize(n_.outputs() - carried_.size());
    mlir::Type i64 = n_.builder().getI64Type();
    if (!condition)
      condition = n_.whole(1, n_.builder().getI1Type());
    bool bounded = steps.most <= kMaxIterations;
    for (int64_t step = 0; step < steps.most && !n_.failed(); ++step) {
      Value at = n_.whole(step, i64);
      // Without a bound the condition must be known, which says why where it is not.
      std::optional<bool> goes = bounded ? tryBool(n_, condition) : knownBool(n_, condition);
      if (n_.failed() || goes == false)
        break;
      if (step == kMaxIterations)
        return n_.unsupported("more than " + std::to_string(kMaxIterations) + " steps");
      if (!goes)
        wanted(condition);
      if (steps.count)
        wanted(n_.compare(Predicate::LT, at, n_.cast(steps.count, i64)));
      condition = runBody(at, condition);
    }
    finish();
  }

private:
  /// This step and those behind it are made only where `condition` holds, too.
  void wanted(Value condition) {
    condition = n_.reshape(condition, {});
    active_ = active_ ? n_.emit<LogicalAndOp>({active_, condition}) : condition;
  }

  /// A step; the condition of the next.
  Value runBody(Value at, Value condition) {
    llvm::SmallVector<Value> inputs{at, condition};
    inputs.append(carried_);
    llvm::SmallVector<mlir::Operation*> made;
    llvm::SmallVector<Value> results = n_.subgraph("body", inputs, &made);
    if (n_.failed())
      return nullptr;
    if (results.size() != n_.outputs() + 1) {
      n_.error("its body has " + std::to_string(results.size()) + " outputs, the node wants " +
               std::to_string(n_.outputs() + 1));
      return nullptr;
    }
    llvm::ArrayRef<Value> next = llvm::ArrayRef<Value>(results).slice(1, carried_.size());
    if (active_)
      carried_ = choose(n_, active_, next, carried_, made, "what a step that is made or not carries");
    else
      carried_.assign(next.begin(), next.end());
    for (size_t i = 0; i < collected_.size(); ++i)
      collected_[i].push_back(results[1 + next.size() + i]);
    return results[0];
  }

  void finish() {
    for (auto [i, value] : llvm::enumerate(carried_))
      n_.result(i, value);
    for (auto [i, steps] : llvm::enumerate(collected_)) {
      size_t output = carried_.size() + i;
      if (!n_.wants(output) || n_.failed())
        continue;
      if (active_)
        n_.known(active_, "it collects as many values as it makes steps, and whether it makes one");
      else
        n_.result(output, stacked(n_, steps, 0));
    }
  }

  Node& n_;
  llvm::SmallVector<Value> carried_;
  std::vector<llvm::SmallVector<Value>> collected_;
  Value active_; // null while every step is made
};

void loop(Node& n) {
  Loop(n).run();
}

/// An integer list attribute with one value for each of `count`; all 0 where it is not given.
Node::Ints forEach(Node& n, llvm::StringRef name, size_t count) {
  Node::Ints found = n.ints(name);
  if (found.empty())
    found.assign(count, 0);
  if (found.size() != count && !n.failed())
    n.error("its attribute " + name.str() + " has a value for each of " + std::to_string(count));
  found.resize(count, 0);
  return found;
}

/// One run of a Scan's body over sequences: the node's inputs and attributes as one batch element sees them.
struct Sequence {
  llvm::SmallVector<Value> carried, scanned;
  Node::Ints axes, backwards; // of scanned
  int64_t steps = 0;
  std::vector<llvm::SmallVector<Value>> collected; // a value a step, for each scanned output
};

/// Checks that all scanned inputs are equally long, and gives that length.
bool readSteps(Node& n, Sequence& s) {
  s.steps = -1;
  for (auto [i, value] : llvm::enumerate(s.scanned)) {
    s.axes[i] = n.axis(s.axes[i], rankOf(value));
    if (n.failed())
      return false;
    int64_t size = shapeOf(value)[s.axes[i]];
    if (s.steps >= 0 && size != s.steps)
      n.error("its scanned inputs are of different lengths");
    s.steps = size;
  }
  if (s.steps > kMaxIterations)
    n.unsupported("more than " + std::to_string(kMaxIterations) + " steps");
  return !n.failed();
}

// The body takes what is carried and a slice of each scanned input; it gives what is carried and a slice of
// each scanned output.
bool runScan(Node& n, Sequence& s, int64_t steps) {
  for (int64_t step = 0; step < steps; ++step) {
    llvm::SmallVector<Value> inputs(s.carried);
    for (auto [i, value] : llvm::enumerate(s.scanned)) {
      Node::Ints shape(shapeOf(value));
      shape.erase(shape.begin() + s.axes[i]);
      int64_t at = s.backwards[i] ? s.steps - 1 - step : step;
      inputs.push_back(n.reshape(n.slice(value, s.axes[i], at, 1), shape));
    }
    llvm::SmallVector<Value> results = n.subgraph("body", inputs);
    if (n.failed())
      return false;
    if (results.size() != n.outputs()) {
      n.error("its body has " + std::to_string(results.size()) + " outputs, the node " +
              std::to_string(n.outputs()));
      return false;
    }
    std::copy(results.begin(), results.begin() + s.carried.size(), s.carried.begin());
    for (size_t i = 0; i < s.collected.size(); ++i)
      s.collected[i].push_back(results[s.carried.size() + i]);
  }
  return true;
}

/// Splits a Scan's operands into what is carried and what is scanned.
bool readScan(Node& n, llvm::ArrayRef<Value> all, Sequence& s) {
  int64_t count = n.integer("num_scan_inputs", 0);
  if (n.failed())
    return false;
  if (count < 1 || count > static_cast<int64_t>(all.size())) {
    n.error("num_scan_inputs is at least 1, and at most its inputs");
    return false;
  }
  s.carried.assign(all.begin(), all.end() - count);
  s.scanned.assign(all.end() - count, all.end());
  if (n.outputs() < s.carried.size()) {
    n.error("it has fewer outputs than values to carry");
    return false;
  }
  s.collected.resize(n.outputs() - s.carried.size());
  return true;
}

void scan(Node& n) {
  Sequence s;
  if (!readScan(n, n.operands(), s))
    return;
  s.axes = forEach(n, "scan_input_axes", s.scanned.size());
  s.backwards = forEach(n, "scan_input_directions", s.scanned.size());
  Node::Ints outAxes = forEach(n, "scan_output_axes", s.collected.size());
  Node::Ints outBackwards = forEach(n, "scan_output_directions", s.collected.size());
  if (!readSteps(n, s) || !runScan(n, s, s.steps))
    return;
  for (auto [i, value] : llvm::enumerate(s.carried))
    n.result(i, value);
  for (size_t i = 0; i < s.collected.size(); ++i) {
    if (outBackwards[i])
      std::reverse(s.collected[i].begin(), s.collected[i].end());
    if (n.wants(s.carried.size() + i))
      n.result(s.carried.size() + i, stacked(n, s.collected[i], outAxes[i]));
  }
}

// Opset 8: a batch of sequences, each run by itself, and a length for each; behind it the results are zero.
void scanBatches(Node& n) {
  Node::Ints lengths = n.has(0) ? n.ints(0) : Node::Ints();
  llvm::SmallVector<Value> all;
  for (size_t i = 1; i < n.inputs() && !n.failed(); ++i)
    all.push_back(n.operand(i));
  Sequence whole;
  if (n.failed() || !readScan(n, all, whole))
    return;
  whole.axes.assign(whole.scanned.size(), 0);
  whole.backwards = forEach(n, "directions", whole.scanned.size());
  int64_t batch = rankOf(all.front()) > 0 ? shapeOf(all.front())[0] : -1;
  for (Value value : all)
    if (rankOf(value) < 1 || shapeOf(value)[0] != batch || batch < 1)
      return n.error("the first axis of its inputs is that of the batch");
  if (lengths.empty())
    lengths.assign(batch, INT64_MAX);
  if (static_cast<int64_t>(lengths.size()) != batch)
    return n.error("it has a length for each of the batch");
  if (batch > kMaxIterations)
    return n.unsupported("more than " + std::to_string(kMaxIterations) + " sequences");
  std::vector<llvm::SmallVector<Value>> made(n.outputs()); // of each output, a part for each of the batch
  for (int64_t b = 0; b < batch; ++b) {
    Sequence one = whole;
    for (auto* values : {&one.carried, &one.scanned})
      for (Value& value : *values)
        value = n.reshape(n.slice(value, 0, b, 1), shapeOf(value).drop_front());
    if (!readSteps(n, one))
      return;
    int64_t steps = lengths[b] == INT64_MAX ? one.steps : lengths[b];
    if (steps < 0 || steps > one.steps)
      return n.error("a sequence of " + std::to_string(steps) + " steps, where there are " +
                     std::to_string(one.steps));
    if (llvm::any_of(one.backwards, [](int64_t way) { return way != 0; }) && steps != one.steps)
      return n.unsupported("a shorter sequence that is read backwards");
    if (!runScan(n, one, steps))
      return;
    for (auto [i, value] : llvm::enumerate(one.carried))
      made[i].push_back(value);
    for (auto [i, values] : llvm::enumerate(one.collected)) {
      Value found = stacked(n, values, 0);
      if (n.failed())
        return;
      Node::Ints low(rankOf(found), 0), high(rankOf(found), 0);
      high[0] = one.steps - steps;
      made[one.carried.size() + i].push_back(n.pad(found, low, high, PadMode::Constant, 0));
    }
  }
  for (auto [i, values] : llvm::enumerate(made))
    n.result(i, stacked(n, values, 0));
}

constexpr Operator kRows[] = {
    {"If", 1, ifOperator, "else_branch then_branch",
     "a condition that is computed at run time, where the branches' results differ in type, or a branch may "
     "fail"},
    {"Loop", 1, loop, "body",
     "a number of steps that is computed at run time, without a bound that is known"},
    {"Scan", 8, scanBatches, "body directions num_scan_inputs",
     "lengths that are computed at run time, or of sequences that are read backwards"},
    {"Scan", 9, scan,
     "body num_scan_inputs scan_input_axes scan_input_directions scan_output_axes scan_output_directions"},
};

} // namespace

llvm::ArrayRef<Operator> controlOperators() {
  return kRows;
}

} // namespace aic::onnx
