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

// The body takes what is carried and a slice of each scanned input; it gives what is carried and a slice of
// each scanned output.
void scan(Node& n) {
  llvm::SmallVector<Value> all = n.operands();
  int64_t count = n.integer("num_scan_inputs", 0);
  if (n.failed())
    return;
  if (count < 1 || count > static_cast<int64_t>(all.size()))
    return n.error("num_scan_inputs is at least 1, and at most its inputs");
  llvm::SmallVector<Value> carried(all.begin(), all.end() - count), scanned(all.end() - count, all.end());
  if (n.outputs() < carried.size())
    return n.error("it has fewer outputs than values to carry");
  size_t outputs = n.outputs() - carried.size();
  Node::Ints axes = forEach(n, "scan_input_axes", scanned.size());
  Node::Ints backwards = forEach(n, "scan_input_directions", scanned.size());
  Node::Ints outAxes = forEach(n, "scan_output_axes", outputs);
  Node::Ints outBackwards = forEach(n, "scan_output_directions", outputs);
  int64_t steps = -1;
  for (auto [i, value] : llvm::enumerate(scanned)) {
    axes[i] = n.axis(axes[i], rankOf(value));
    if (n.failed())
      return;
    int64_t size = shapeOf(value)[axes[i]];
    if (steps >= 0 && size != steps)
      return n.error("its scanned inputs are of different lengths");
    steps = size;
  }
  if (steps > kMaxIterations)
    return n.unsupported("more than " + std::to_string(kMaxIterations) + " steps");
  std::vector<llvm::SmallVector<Value>> collected(outputs);
  for (int64_t step = 0; step < steps && !n.failed(); ++step) {
    llvm::SmallVector<Value> inputs(carried);
    for (auto [i, value] : llvm::enumerate(scanned)) {
      Node::Ints shape(shapeOf(value));
      shape.erase(shape.begin() + axes[i]);
      inputs.push_back(n.reshape(n.slice(value, axes[i], backwards[i] ? steps - 1 - step : step, 1), shape));
    }
    llvm::SmallVector<Value> results = n.subgraph("body", inputs);
    if (n.failed())
      return;
    if (results.size() != n.outputs())
      return n.error("its body has " + std::to_string(results.size()) + " outputs, the node " +
                     std::to_string(n.outputs()));
    std::copy(results.begin(), results.begin() + carried.size(), carried.begin());
    for (size_t i = 0; i < outputs; ++i)
      collected[i].push_back(results[carried.size() + i]);
  }
  for (auto [i, value] : llvm::enumerate(carried))
    n.result(i, value);
  for (size_t i = 0; i < outputs; ++i) {
    if (outBackwards[i])
      std::reverse(collected[i].begin(), collected[i].end());
    if (n.wants(carried.size() + i))
      n.result(carried.size() + i, stacked(n, collected[i], outAxes[i]));
  }
}

constexpr Operator kRows[] = {
    {"If", 1, ifOperator, "else_branch then_branch", "a condition that is computed at run time"},
    {"Loop", 1, loop, "body", "a number of steps that is computed at run time"},
    {"Scan", 9, scan,
     "body num_scan_inputs scan_input_axes scan_input_directions scan_output_axes scan_output_directions",
     "opset 8"},
};

} // namespace

llvm::ArrayRef<Operator> controlOperators() {
  return kRows;
}

} // namespace aic::onnx
