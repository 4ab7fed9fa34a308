#include "frontends/graph/writer/Scopes.h"

#include "frontends/graph/writer/Names.h"

namespace aic::graph::writer {

std::string parentOf(const std::string& path) {
  size_t dot = path.rfind('.');
  return dot == std::string::npos ? "" : path.substr(0, dot);
}

std::string commonScope(const std::string& a, const std::string& b) {
  size_t end = 0, i = 0;
  for (; i < a.size() && i < b.size() && a[i] == b[i]; ++i)
    if (a[i] == '.')
      end = i;
  bool aEnds = i == a.size() || a[i] == '.', bEnds = i == b.size() || b[i] == '.';
  return a.substr(0, aEnds && bEnds ? i : end);
}

std::string nodeName(mlir::Location location) {
  auto named = llvm::dyn_cast<mlir::NameLoc>(location);
  if (!named)
    return "";
  llvm::StringRef text = named.getName().getValue();
  if (!text.consume_front("node '"))
    return "";
  return text.take_until([](char c) { return c == '\''; }).str();
}

Scopes::Scopes(mlir::func::FuncOp function, Constants& constants) {
  for (mlir::Operation& op : function.front()) {
    std::string scope = scopeOfNode(nodeName(op.getLoc()));
    if (scope.empty())
      continue;
    for (mlir::Value operand : op.getOperands()) {
      Constant* constant = constants.find(operand);
      if (!constant || constant->name.empty() || constants.isLiteral(*constant))
        continue;
      std::string module = parentOf(constant->name);
      for (std::string at = scope; !at.empty(); at = parentOf(at)) {
        auto [place, isNew] = known_.try_emplace(at, module);
        if (!isNew)
          place->second = commonScope(place->second, module);
      }
    }
  }
}

std::string Scopes::of(mlir::Operation* op) const {
  std::string scope = scopeOfNode(nodeName(op->getLoc())), rest;
  for (std::string at = scope; !at.empty(); at = parentOf(at)) {
    auto found = known_.find(at);
    if (found != known_.end() && !found->second.empty())
      return found->second + scope.substr(at.size());
  }
  return scope;
}

} // namespace aic::graph::writer
