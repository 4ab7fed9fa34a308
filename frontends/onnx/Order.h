// The order of a list of nodes. ONNX asks for one in which each node stands behind what it reads; converters
// leave others, and ONNX Runtime takes them.
#pragma once

#include <google/protobuf/repeated_ptr_field.h>
#include <vector>

namespace onnx {
class NodeProto;
} // namespace onnx

namespace aic::onnx {

using NodeList = google::protobuf::RepeatedPtrField<::onnx::NodeProto>;

struct Order {
  /// The nodes that wait for themselves.
  std::vector<const ::onnx::NodeProto*> waiting;
  /// All others; each stands behind those of them whose values it reads, itself or in its subgraphs. Where
  /// the file's order is good, it is this one.
  std::vector<const ::onnx::NodeProto*> nodes;
  /// Cycles of `waiting`: every node waits for the next one, the last for the first. No node is in two; there
  /// may be more cycles than these through their nodes.
  std::vector<std::vector<const ::onnx::NodeProto*>> cycles;
  /// The first node of the file's order that reads what a later one makes; null where that order is good.
  const ::onnx::NodeProto* early = nullptr;
};

/// Linear in the nodes and their names. A value that several nodes make is the first one's.
Order orderOf(const NodeList& nodes);

} // namespace aic::onnx
