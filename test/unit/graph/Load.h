// Loads text as a model and gives what tests compare: the operations, the messages.
#pragma once

#include "dialects/aic/Aic.h"
#include "frontends/graph/Graph.h"

#include <gtest/gtest.h>
#include <string>

namespace aic::graph::testing {

struct Loaded {
  Loaded() = default;
  Loaded(Loaded&&) = default;
  Loaded& operator=(Loaded&& other) {
    result = std::move(other.result); // the old module goes before its context does
    context = std::move(other.context);
    ir = std::move(other.ir);
    messages = std::move(other.messages);
    errors = std::move(other.errors);
    return *this;
  }

  std::unique_ptr<mlir::MLIRContext> context;
  LoadResult result;
  std::string ir;       // the operations of the function's body, one a line, without indentation; "" on error
  std::string messages; // rendered
  std::vector<std::string> errors; // "line:column: message", or the message alone where there is no place
};

inline Loaded loadText(const std::string& text, const LoadOptions& options = {},
                       const std::string& path = "t.graph") {
  Loaded loaded;
  loaded.context = std::make_unique<mlir::MLIRContext>(mlir::MLIRContext::Threading::DISABLED);
  loaded.result = loadGraphText(*loaded.context, path, text, options);
  loaded.messages = render(loaded.result.diagnostics);
  for (const Diagnostic& d : loaded.result.diagnostics)
    if (d.severity == Diagnostic::Error)
      loaded.errors.push_back(
          (d.line ? std::to_string(d.line) + ":" + std::to_string(d.column) + ": " : std::string()) +
          d.message);
  EXPECT_EQ(loaded.result.exitCode == 0, bool(loaded.result.module)) << loaded.messages;
  if (loaded.result.module) {
    llvm::raw_string_ostream stream(loaded.ir);
    mlir::OpPrintingFlags flags;
    flags.useLocalScope();
    auto function = *loaded.result.module->getOps<mlir::func::FuncOp>().begin();
    mlir::AsmState state(function, flags);
    for (mlir::Operation& op : function.front()) {
      op.print(stream, state);
      stream << "\n";
    }
  }
  return loaded;
}

/// The operations of a graph whose body is `body`; inputs x: f32[2, 3], i: i64[2, 3], m: bool[2, 3], v:
/// f32[3], img: f32[1, 4, 8, 8]. The result y is `x` unless bound.
inline std::string withBody(const std::string& body) {
  return "graph g(x: f32[2, 3], i: i64[2, 3], m: bool[2, 3], v: f32[3], img: f32[1, 4, 8, 8]) -> (y: "
         "f32[...]) {\n"
         "  y = x\n  " +
         body + "\n}\n";
}

/// A body with the same inputs whose parameters are random.
inline Loaded loadLayers(const std::string& body) {
  return loadText(withBody(body), {{}, {}, "random:1"});
}

/// The parameters of a body, "name: type" each, one a line.
inline std::string parametersOf(const std::string& body) {
  Loaded loaded = loadLayers(body);
  EXPECT_EQ(loaded.messages, "") << body;
  std::string text;
  if (loaded.result.module)
    loaded.result.module->walk([&](ConstantOp op) {
      if (auto name = llvm::dyn_cast<mlir::NameLoc>(op.getLoc()))
        text += name.getName().str() + ": " + aic::describe(op.getType()) + "\n";
    });
  return text;
}

/// The operations for an expression, but for the return.
inline std::string emitted(const std::string& expression) {
  Loaded loaded = loadText(withBody("r = " + expression));
  EXPECT_EQ(loaded.messages, "") << expression;
  size_t end = loaded.ir.find("func.return");
  if (end == std::string::npos)
    end = loaded.ir.find("return");
  return loaded.ir.substr(0, end);
}

/// The first error of a body, without its place.
inline std::string errorOf(const std::string& body) {
  Loaded loaded = loadText(withBody(body));
  for (const Diagnostic& d : loaded.result.diagnostics)
    if (d.severity == Diagnostic::Error)
      return d.message;
  return "";
}

} // namespace aic::graph::testing
