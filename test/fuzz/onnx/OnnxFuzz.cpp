// Any bytes as an ONNX model: a module or a message, never a crash, never our own fault. Most mutations
// change a parsed model, so that what is wrong lies behind the parser.
#include "compiler/driver/Fold.h"
#include "frontends/onnx/Onnx.h"

#include <cstdio>
#include <cstdlib>
#include <google/protobuf/stubs/logging.h>
#include <onnx/onnx_pb.h>
#include <random>

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t maxSize);

namespace {

using ::onnx::AttributeProto;
using ::onnx::GraphProto;
using ::onnx::ModelProto;
using ::onnx::NodeProto;
using ::onnx::TensorProto;

/// Changes one thing of a model.
class Mutator {
public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  void mutate(ModelProto& model) {
    GraphProto* graph = pickGraph(*model.mutable_graph());
    collectNames(*graph);
    switch (pick(12)) {
    case 0:
      if (model.opset_import_size())
        model.mutable_opset_import(0)->set_version(pick(26));
      break;
    case 1:
      mutateInput(*graph);
      break;
    case 2:
    case 3:
      mutateTensor(*graph);
      break;
    case 4:
      mutateList(*graph->mutable_node());
      break;
    case 5:
      mutateList(*graph->mutable_initializer());
      break;
    case 6:
      if (graph->output_size())
        graph->mutable_output(pick(graph->output_size()))->set_name(name());
      break;
    default:
      mutateNode(*graph);
    }
  }

private:
  int pick(int count) { return count < 2 ? 0 : static_cast<int>(random_() % static_cast<unsigned>(count)); }

  int64_t number() {
    static constexpr int64_t kNumbers[] = {
        0,         1,        -1,  2,     -2,   3,         4,         7,
        8,         16,       255, 65536, -128, INT32_MAX, INT32_MIN, int64_t(1) << 40,
        INT64_MAX, INT64_MIN};
    return pick(3) ? kNumbers[pick(std::size(kNumbers))] : static_cast<int64_t>(random_() % 12) - 3;
  }

  std::string name() {
    return names_.empty() || pick(12) == 0 ? (pick(2) ? "" : "nothing \xff") : names_[pick(names_.size())];
  }

  void collectNames(const GraphProto& graph) {
    names_.clear();
    for (const auto& node : graph.node())
      names_.insert(names_.end(), node.output().begin(), node.output().end());
    for (const auto& input : graph.input())
      names_.push_back(input.name());
    for (const auto& tensor : graph.initializer())
      names_.push_back(tensor.name());
  }

  /// The graph itself, or one inside of it.
  GraphProto* pickGraph(GraphProto& graph) {
    for (NodeProto& node : *graph.mutable_node())
      for (AttributeProto& attribute : *node.mutable_attribute())
        if (attribute.has_g() && pick(2))
          return pickGraph(*attribute.mutable_g());
    return &graph;
  }

  /// Removes, repeats or swaps.
  template <typename List> void mutateList(List& list) {
    if (list.empty())
      return;
    int i = pick(list.size()), j = pick(list.size());
    switch (pick(3)) {
    case 0:
      list.DeleteSubrange(i, 1);
      break;
    case 1:
      *list.Add() = typename List::value_type(list.Get(i));
      break;
    default:
      list.SwapElements(i, j);
    }
  }

  void mutateType(int type, ::onnx::TypeProto& proto) {
    auto* tensor = proto.mutable_tensor_type();
    if (pick(3) == 0)
      tensor->set_elem_type(type);
    auto* shape = tensor->mutable_shape();
    if (shape->dim_size() == 0 || pick(4) == 0)
      shape->add_dim();
    auto* dim = shape->mutable_dim(pick(shape->dim_size()));
    pick(4) ? dim->set_dim_value(number()) : dim->set_dim_param(name());
    if (pick(6) == 0)
      shape->mutable_dim()->RemoveLast();
  }

  void mutateInput(GraphProto& graph) {
    if (graph.input_size())
      mutateType(pick(20), *graph.mutable_input(pick(graph.input_size()))->mutable_type());
  }

  void mutateBytes(std::string& bytes) {
    size_t size = bytes.size();
    bytes.resize(size + 8);
    bytes.resize(LLVMFuzzerMutate(reinterpret_cast<uint8_t*>(&bytes[0]), size, size + 8));
  }

  void change(TensorProto& tensor) {
    switch (pick(5)) {
    case 0:
      tensor.set_data_type(pick(20));
      break;
    case 1:
      if (tensor.dims_size())
        tensor.set_dims(pick(tensor.dims_size()), number());
      break;
    case 2:
      tensor.set_name(name());
      break;
    case 3: // values that fit: shapes, axes and indices change their meaning
      if (tensor.data_type() == TensorProto::INT64 && tensor.raw_data().size() >= 8) {
        int64_t value = number();
        tensor.mutable_raw_data()->replace(8 * pick(static_cast<int>(tensor.raw_data().size() / 8)), 8,
                                           reinterpret_cast<const char*>(&value), 8);
      }
      break;
    default:
      mutateBytes(*tensor.mutable_raw_data());
    }
  }

  void mutateTensor(GraphProto& graph) {
    if (graph.initializer_size())
      change(*graph.mutable_initializer(pick(graph.initializer_size())));
  }

  void change(AttributeProto& attribute) {
    switch (attribute.type()) {
    case AttributeProto::INT:
      attribute.set_i(number());
      break;
    case AttributeProto::FLOAT:
      attribute.set_f(static_cast<float>(number()) / 3);
      break;
    case AttributeProto::STRING:
      mutateBytes(*attribute.mutable_s());
      break;
    case AttributeProto::INTS:
      if (attribute.ints_size() == 0 || pick(4) == 0)
        attribute.add_ints(number());
      else if (pick(4) == 0)
        attribute.mutable_ints()->RemoveLast();
      else
        attribute.set_ints(pick(attribute.ints_size()), number());
      break;
    case AttributeProto::FLOATS:
      attribute.add_floats(static_cast<float>(number()) / 3);
      break;
    case AttributeProto::TENSOR:
      change(*attribute.mutable_t());
      break;
    default:
      attribute.set_type(static_cast<AttributeProto::AttributeType>(pick(8)));
    }
  }

  /// An operator of the table, with one of its attributes.
  void becomeAnother(NodeProto& node) {
    static const std::vector<aic::onnx::OperatorInfo> operators = aic::onnx::supportedOperators();
    const auto& info = operators[pick(operators.size())];
    node.set_op_type(info.name);
    node.set_domain(info.domain);
    if (pick(2))
      node.clear_attribute();
  }

  void addAttribute(NodeProto& node) {
    for (const auto& info : aic::onnx::supportedOperators()) {
      if (info.name != node.op_type() || info.attributes.empty())
        continue;
      AttributeProto& attribute = *node.add_attribute();
      attribute.set_name(info.attributes[pick(static_cast<int>(info.attributes.size()))]);
      attribute.set_type(pick(2) ? AttributeProto::INT : AttributeProto::INTS);
      change(attribute);
    }
  }

  void mutateNode(GraphProto& graph) {
    if (graph.node_size() == 0)
      return;
    NodeProto& node = *graph.mutable_node(pick(graph.node_size()));
    switch (pick(8)) {
    case 0:
      becomeAnother(node);
      break;
    case 1:
      if (node.input_size())
        node.set_input(pick(node.input_size()), name());
      break;
    case 2:
      node.add_input(name());
      break;
    case 3:
      if (node.input_size())
        node.mutable_input()->RemoveLast();
      break;
    case 4:
      pick(2) ? node.add_output("new" + std::to_string(pick(100))) : (void)0;
      break;
    case 5:
      addAttribute(node);
      break;
    default:
      if (node.attribute_size())
        change(*node.mutable_attribute(pick(node.attribute_size())));
    }
  }

  std::minstd_rand random_;
  std::vector<std::string> names_;
};

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
  google::protobuf::LogSilencer silent;
  ModelProto model;
  if (seed % 16 == 0 || !model.ParseFromArray(data, static_cast<int>(size)))
    return LLVMFuzzerMutate(data, size, maxSize);
  Mutator mutator(seed);
  for (unsigned i = 0; i <= seed % 3; ++i)
    mutator.mutate(model);
  std::string bytes = model.SerializePartialAsString();
  if (bytes.size() > maxSize)
    return LLVMFuzzerMutate(data, size, maxSize);
  std::copy(bytes.begin(), bytes.end(), data);
  return bytes.size();
}

// What libFuzzer is told beside the branches, which are counted in builds with sanitizers only: which
// operations came out, and what was said, without its numbers and names.
__attribute__((section("__libfuzzer_extra_counters"))) static uint8_t seen[1 << 14];

static void tell(llvm::StringRef what) {
  seen[llvm::hash_value(what) % std::size(seen)] = 1;
}

static std::string withoutNames(llvm::StringRef message) {
  std::string plain;
  bool quoted = false;
  for (char c : message) {
    quoted ^= c == '\'';
    if (!quoted && !llvm::isDigit(c))
      plain += c;
  }
  return plain;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  aic::onnx::LoadOptions options;
  options.fold = aic::driver::foldOperation;
  options.maxOperators = 20000;
  aic::onnx::LoadResult result = aic::onnx::loadOnnxBytes(
      context, "model.onnx", llvm::StringRef(reinterpret_cast<const char*>(data), size), options);
  bool said = aic::graph::hasErrors(result.diagnostics);
  for (const auto& diagnostic : result.diagnostics)
    tell(withoutNames(diagnostic.message));
  if (result.module)
    result.module->walk([](mlir::Operation* op) { tell(op->getName().getStringRef()); });
  if (result.exitCode == 70 || static_cast<bool>(result.module) == said ||
      (result.exitCode == 0) != static_cast<bool>(result.module)) {
    std::fprintf(stderr, "exit code %d\n%s", result.exitCode, aic::graph::render(result.diagnostics).c_str());
    std::abort();
  }
  return 0;
}
