// A module of the `aic` dialect, as a frontend made it, to text in the graph language and the tensors beside
// it.
#pragma once

#include "dialects/Mlir.h"
#include "frontends/weights/SafetensorsWriter.h"

#include <functional>
#include <string>
#include <vector>

namespace aic::graph {

/// Computes an operation on constant operands within a budget of steps, or gives null: what the driver's
/// folder does.
using Fold =
    std::function<mlir::ElementsAttr(mlir::Operation*, llvm::ArrayRef<mlir::ElementsAttr>, int64_t& budget)>;

struct WriteOptions {
  std::string graph;                 ///< what the graph is called; made an identifier
  std::string weights;               ///< the tensors' file, as the text names it
  std::vector<std::string> comments; ///< what stands on top; made safe, and '#' put in front
  Fold fold;                         ///< moves constants where the module reshapes or cuts them; may be empty
};

struct Written {
  std::string text; ///< canonical: `aic fmt` keeps it; "" where there is a problem
  /// What the text's parameters are, by name. They read the module's constants: keep it, and what it points
  /// into.
  std::vector<weights::TensorSource> tensors;
  std::string problem; ///< what the language cannot say
  int exitCode = 0;    ///< 0 good, 3 the model does not fit into a file of the language, 70 our own fault
};

/// Writes the one function of `module`, which holds no operations that passes make (fused, recurrence).
Written writeGraph(mlir::ModuleOp module, const WriteOptions& options);

} // namespace aic::graph
