// Which module of the model an operation belongs to, as its parameters' names spell it.
#pragma once

#include "frontends/graph/writer/Constants.h"

#include <map>
#include <string>

namespace aic::graph::writer {

/// The scope above: "a.b" of "a.b.c", "" of "a".
std::string parentOf(const std::string& path);

/// What two paths begin with, whole names: "a" of "a.b" and "a.bc".
std::string commonScope(const std::string& a, const std::string& b);

/// "/layer1/conv1/Conv" of a node's location, "" of others.
std::string nodeName(mlir::Location location);

/// Exporters name nodes after the modules that were called: `/layer.0/attention/query/MatMul`. Parameters are
/// named after all modules: `encoder.layer.0.attention.self.query.weight`. Where operations have both, they
/// say which scope of the one is which of the other.
class Scopes {
public:
  Scopes(mlir::func::FuncOp function, Constants& constants);

  /// The scope of an operation among the parameters'; "" where its name says nothing.
  std::string of(mlir::Operation* op) const;

private:
  std::map<std::string, std::string>
      known_; // a scope of nodes to what the names of all parameters below begin with
};

} // namespace aic::graph::writer
