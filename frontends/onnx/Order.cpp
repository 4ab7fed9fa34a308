#include "frontends/onnx/Order.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <onnx/onnx_pb.h>

namespace aic::onnx {

using ::onnx::GraphProto;
using ::onnx::NodeProto;

namespace {

constexpr int kMaxDepth = 100; // of messages in messages: what a file has been checked for

template <typename Take> void namesRead(const NodeProto& node, Take take, int depth);

/// The names that a subgraph reads and does not make itself.
template <typename Take> void namesRead(const GraphProto& graph, Take take, int depth) {
  if (depth > kMaxDepth)
    return;
  llvm::StringSet<> own;
  for (const auto& input : graph.input())
    own.insert(input.name());
  for (const auto& tensor : graph.initializer())
    own.insert(tensor.name());
  for (const NodeProto& node : graph.node())
    for (const std::string& output : node.output())
      own.insert(output);
  // Through a reference to a function: each level would else be a type of its own.
  llvm::function_ref<void(llvm::StringRef)> outer = take;
  auto free = [&](llvm::StringRef name) {
    if (!own.contains(name))
      outer(name);
  };
  for (const NodeProto& node : graph.node())
    namesRead(node, llvm::function_ref<void(llvm::StringRef)>(free), depth + 1);
  for (const auto& output : graph.output())
    free(output.name());
}

template <typename Take> void namesRead(const NodeProto& node, Take take, int depth) {
  for (const std::string& input : node.input())
    take(llvm::StringRef(input));
  for (const auto& attribute : node.attribute()) {
    if (attribute.has_g())
      namesRead(attribute.g(), take, depth);
    for (const GraphProto& graph : attribute.graphs())
      namesRead(graph, take, depth);
  }
}

/// Depth first, in the file's order: what a node waits for goes before it. No recursion, a chain may be long.
class Sorter {
public:
  explicit Sorter(const NodeList& nodes) : nodes_(nodes), waits_(nodes.size()), mark_(nodes.size(), New) {
    llvm::StringMap<int> makers;
    for (const auto& [i, node] : llvm::enumerate(nodes))
      for (const std::string& output : node.output())
        if (!output.empty())
          makers.try_emplace(output, static_cast<int>(i));
    for (int self = 0; self < nodes.size(); ++self) {
      auto take = [&](llvm::StringRef name) {
        auto found = makers.find(name);
        if (found == makers.end())
          return;
        waits_[self].push_back(found->getValue());
        if (found->getValue() >= self && !order_.early)
          order_.early = &nodes[self];
      };
      namesRead(nodes[self], llvm::function_ref<void(llvm::StringRef)>(take), 0);
    }
  }

  Order run() {
    for (int i = 0; i < nodes_.size(); ++i)
      if (mark_[i] == New)
        from(i);
    return std::move(order_);
  }

private:
  enum Mark : char { New, Open, Done, InCycle };

  void from(int root) {
    push(root);
    while (!path_.empty()) {
      auto& [node, seen] = path_.back();
      if (seen == waits_[node].size()) {
        if (mark_[node] == Open) {
          mark_[node] = Done;
          order_.nodes.push_back(&nodes_[node]);
          open_.pop_back();
        }
        path_.pop_back();
        continue;
      }
      int next = waits_[node][seen++];
      if (mark_[next] == New)
        push(next);
      else if (mark_[next] == Open)
        close(next);
    }
  }

  void push(int node) {
    mark_[node] = Open;
    open_.push_back(path_.size());
    path_.push_back({node, 0});
  }

  /// The nodes of the path from `first` on wait for each other. Those that are known to be in a cycle do not
  /// lie in open_ any more, so that all calls together are linear; with one of them among these, this is a
  /// part of that.
  void close(int first) {
    std::vector<const NodeProto*> cycle;
    size_t begin;
    do {
      begin = open_.pop_back_val();
      int node = path_[begin].first;
      mark_[node] = InCycle;
      order_.waiting.push_back(&nodes_[node]);
      cycle.push_back(&nodes_[node]);
    } while (path_[begin].first != first);
    if (cycle.size() != path_.size() - begin)
      return;
    std::reverse(cycle.begin(), cycle.end());
    order_.cycles.push_back(std::move(cycle));
  }

  const NodeList& nodes_;
  std::vector<llvm::SmallVector<int, 2>> waits_; // by node: those whose values it reads
  std::vector<Mark> mark_;
  llvm::SmallVector<std::pair<int, size_t>> path_; // a node, and how many of its waits were seen
  llvm::SmallVector<size_t> open_;                 // the places in path_ whose mark is Open
  Order order_;
};

} // namespace

Order orderOf(const NodeList& nodes) {
  return Sorter(nodes).run();
}

} // namespace aic::onnx
