// Which importer each node has, by its domain and opset, and the list of those that have none.
#include "frontends/onnx/Hints.h"
#include "frontends/onnx/Importer.h"
#include "frontends/onnx/Names.h"
#include "frontends/onnx/Operators.h"

#include <onnx/onnx_pb.h>

namespace aic::onnx {

using ::onnx::NodeProto;

namespace {

constexpr size_t kNamedNodes = 5; // in one line of a message
constexpr size_t kHints = 8;      // in one message

} // namespace

bool Importer::readOpsets() {
  for (const auto& import : model_.proto().opset_import()) {
    std::string domain = plainDomain(import.domain());
    if (import.version() < 1) {
      error(1, "the model declares version " + std::to_string(import.version()) + " of the operators of " +
                   (domain.empty() ? "ONNX" : quoted(domain)));
      return false;
    }
    main_.opsets[domain] = import.version();
  }
  if (main_.opsets.empty() && model_.proto().ir_version() < 3)
    main_.opsets[""] = 1; // files of the first days
  if (main_.opsets.empty()) {
    error(1, "the model does not declare which operator set it is written in");
    return false;
  }
  auto onnx = main_.opsets.find("");
  if (onnx != main_.opsets.end() && onnx->second > newestOpset())
    warn("the model is written in opset " + std::to_string(onnx->second) +
         "; its operators are taken to be what they are in opset " + std::to_string(newestOpset()) +
         ", the newest that aic knows");
  Problem problem;
  if (functions_.read(model_, problem))
    return true;
  error(problem.code, problem.message);
  return false;
}

int64_t Importer::opsetOf(const NodeProto& node, const Frame& frame) {
  auto opset = frame.opsets.find(plainDomain(node.domain()));
  return opset == frame.opsets.end() ? 1 : opset->second;
}

const Operator* Importer::operatorOf(const NodeProto& node, const Frame& frame) const {
  // Only functions have overloads.
  return overloadOf(node).empty()
             ? findOperator(plainDomain(node.domain()), node.op_type(), opsetOf(node, frame))
             : nullptr;
}

template <typename Nodes>
bool Importer::checkSupport(const Nodes& nodes, const Frame& frame, const std::string& in) {
  struct Case {
    std::string what, nodes;
    size_t count = 0;
  };
  std::map<std::string, Case> cases;
  std::vector<std::string> hints; // each once
  auto add = [&](std::string what, const NodeProto& node) {
    Case& found = cases[what];
    if (++found.count > kNamedNodes)
      return;
    found.nodes += (found.count > 1 ? ", " : "") + describe(node, frame);
    if (std::string doc = firstLine(node.doc_string()); found.count == 1 && !doc.empty())
      found.nodes += " (" + doc + ")";
  };
  bool onlyAttributes = true;
  for (const NodeProto& node : nodes) {
    if (functions_.find(node))
      continue;
    std::string domain = plainDomain(node.domain());
    std::string name = (domain.empty() ? "" : shownName(domain) + ":") + shownName(node.op_type());
    const Operator* row = operatorOf(node, frame);
    if (std::string overload = overloadOf(node); !overload.empty()) {
      add(name + ", overload " + quoted(overload) + ", which no function of the model is", node);
      onlyAttributes = false;
      continue;
    }
    if (!row) {
      auto opset = frame.opsets.find(domain);
      bool known = isKnownOperator(domain, node.op_type());
      std::string hint = hintFor(domain, shownName(node.op_type()),
                                 opset == frame.opsets.end() ? std::nullopt : std::optional(opset->second));
      if (!hint.empty() && !llvm::is_contained(hints, hint) && hints.size() < kHints)
        hints.push_back(std::move(hint));
      add(name + (known && opset != frame.opsets.end() ? " in opset " + std::to_string(opset->second) : ""),
          node);
      onlyAttributes = false;
      continue;
    }
    llvm::SmallVector<llvm::StringRef> attributes;
    llvm::StringRef(row->attributes).split(attributes, ' ');
    for (const auto& attribute : node.attribute())
      if (!llvm::is_contained(attributes, llvm::StringRef(attribute.name())))
        add("attribute " + shownName(attribute.name()) + " of " + name, node);
  }
  if (cases.empty())
    return true;
  std::string message = "the model" + in + (onlyAttributes ? " has attributes" : " has operators") +
                        " that aic does not support:";
  for (const auto& [what, found] : cases)
    message +=
        "\n  " + what + ": " + found.nodes +
        (found.count > kNamedNodes ? " and " + std::to_string(found.count - kNamedNodes) + " more" : "");
  for (const std::string& hint : hints)
    message += "\n" + hint;
  error(3, message);
  return false;
}

template bool Importer::checkSupport(const google::protobuf::RepeatedPtrField<NodeProto>&, const Frame&,
                                     const std::string&);

} // namespace aic::onnx
