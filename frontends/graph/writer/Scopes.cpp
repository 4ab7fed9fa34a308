#include "frontends/graph/writer/Scopes.h"

#include "frontends/graph/writer/Names.h"

#include "llvm/ADT/StringExtras.h"

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

/// Read by operations of several modules: it says nothing about where they are.
static bool isShared(mlir::Value constant) {
  std::string first;
  for (mlir::Operation* user : constant.getUsers()) {
    std::string scope = scopeOfNode(nodeName(user->getLoc()));
    if (!first.empty() && scope != first)
      return true;
    first = scope;
  }
  return false;
}

Scopes::Scopes(mlir::func::FuncOp function, Constants& constants) {
  for (mlir::Operation& op : function.front()) {
    std::string scope = scopeOfNode(nodeName(op.getLoc()));
    if (scope.empty())
      continue;
    for (mlir::Value operand : op.getOperands()) {
      Constant* constant = constants.find(operand);
      if (!constant || constant->name.empty() || constants.isLiteral(*constant) || isShared(operand))
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

/// What parameters' names below a scope of nodes begin with may be too much, where there are few: "layers.1"
/// is not "encoder.layers.1.self_attn.out_proj". It ends where the scope's own name does.
static std::string cutAfter(const std::string& path, const std::string& scope) {
  std::string own = scope.substr(parentOf(scope).size());
  if (llvm::all_of(
          own, [](char c) { return c == '.' || llvm::isDigit(c); })) // with the name in front of the number
    own = scope.substr(parentOf(parentOf(scope)).size());
  own = own[0] == '.' ? own : "." + own;
  size_t at = ("." + path + ".").find(own + ".");
  return at == std::string::npos ? path : path.substr(0, at + own.size() - 1);
}

std::string Scopes::of(mlir::Operation* op) const {
  std::string scope = scopeOfNode(nodeName(op->getLoc())), rest;
  for (std::string at = scope; !at.empty(); at = parentOf(at)) {
    auto found = known_.find(at);
    if (found != known_.end() && !found->second.empty())
      return cutAfter(found->second, at) + scope.substr(at.size());
  }
  return scope;
}

} // namespace aic::graph::writer
