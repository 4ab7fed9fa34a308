// Which constant weights are stored in fewer bits: what `aic compile --precision` says.
#pragma once

#include "dialects/aic/Aic.h"

#include <string>
#include <vector>

namespace aic::transforms {

/// How a weight is stored.
enum class Stored { F32, Int8, Int4 };

/// "TYPE[;PATTERN=TYPE]...": a type for all, and those of the parameters whose full name, or a dotted prefix
/// of it, matches a glob (* and ?). Later rules win.
struct Precision {
  struct Rule {
    std::string pattern;
    Stored stored;
  };
  Stored all = Stored::F32;
  std::vector<Rule> rules;
};

/// Reads it; else false, with the reason.
bool parsePrecision(const std::string& text, Precision& precision, std::string& why);

/// Makes the constant f32 weights of linear, matmul, embedding and take `dequantize`s of what is stored: int8
/// with a scale for each output (or row of a table), int4 with one of f16 for each 32 neighbours of it.
/// Weights that int4 cannot hold, of an odd number of inputs, become int8. `unmatched`: the patterns that no
/// such weight has, and "*" where a type is asked for all and there is none. Fails, with an error, where a
/// weight is not finite.
llvm::LogicalResult quantiseWeights(mlir::ModuleOp module, const Precision& precision,
                                    std::vector<std::string>& unmatched);

} // namespace aic::transforms
