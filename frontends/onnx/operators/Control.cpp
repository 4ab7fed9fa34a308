// Control flow whose way is known when the model is compiled: the branch that is taken, the steps of a loop
// one after another.
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxIterations = 1 << 16;

/// A bool that must be known; false where it is not (reported).
bool knownBool(Node& n, Value value) {
  mlir::ElementsAttr known = n.known(value, "its condition");
  auto dense = llvm::dyn_cast_if_present<mlir::DenseElementsAttr>(known);
  if (dense && dense.getElementType().isInteger(1) && dense.getNumElements() == 1)
    return dense.getSplatValue<bool>();
  if (!n.failed())
    n.error("its condition is one bool");
  return false;
}

void ifOperator(Node& n) {
  bool condition = knownBool(n, n.operand(0));
  if (n.failed())
    return;
  llvm::SmallVector<Value> results = n.subgraph(condition ? "then_branch" : "else_branch", {});
  if (n.failed())
    return;
  if (results.size() != n.outputs())
    return n.error("its branch has " + std::to_string(results.size()) + " outputs, the node " +
                   std::to_string(n.outputs()));
  for (auto [i, value] : llvm::enumerate(results))
    n.result(i, value);
}

/// Values of all steps, one after another along a new axis.
Value stacked(Node& n, llvm::ArrayRef<Value> steps, int64_t axis) {
  if (steps.empty() || n.failed()) {
    if (!n.failed())
      n.unsupported("no step at all, whose result has no shape");
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

// The body takes the step's number, the condition and what is carried; it gives the condition, what is
// carried, and what is collected.
void loop(Node& n) {
  bool counted = n.has(0);
  int64_t most = counted ? n.integer(0) : INT64_MAX;
  Value condition = n.optional(1);
  llvm::SmallVector<Value> carried;
  for (size_t i = 2; i < n.inputs(); ++i)
    carried.push_back(n.operand(i));
  if (n.failed())
    return;
  if (n.outputs() < carried.size())
    return n.error("it has fewer outputs than values to carry");
  std::vector<llvm::SmallVector<Value>> collected(n.outputs() - carried.size());
  mlir::Type i64 = n.builder().getI64Type(), i1 = n.builder().getI1Type();
  if (!condition)
    condition = n.whole(1, i1);
  for (int64_t step = 0; step < most && !n.failed(); ++step) {
    if (!knownBool(n, condition))
      break;
    if (step == kMaxIterations)
      return n.unsupported("more than " + std::to_string(kMaxIterations) + " steps");
    llvm::SmallVector<Value> inputs{n.whole(step, i64), condition};
    inputs.append(carried);
    llvm::SmallVector<Value> results = n.subgraph("body", inputs);
    if (n.failed())
      return;
    if (results.size() != n.outputs() + 1)
      return n.error("its body has " + std::to_string(results.size()) + " outputs, the node wants " +
                     std::to_string(n.outputs() + 1));
    condition = results[0];
    for (size_t i = 0; i < carried.size(); ++i)
      carried[i] = results[1 + i];
    for (size_t i = 0; i < collected.size(); ++i)
      collected[i].push_back(results[1 + carried.size() + i]);
  }
  for (auto [i, value] : llvm::enumerate(carried))
    n.result(i, value);
  for (auto [i, steps] : llvm::enumerate(collected))
    if (n.wants(carried.size() + i))
      n.result(carried.size() + i, stacked(n, steps, 0));
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
    {"If", 1, ifOperator, "else_branch then_branch", "a condition that is computed at run time"},
    {"Loop", 1, loop, "body", "a number of steps that is computed at run time"},
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
