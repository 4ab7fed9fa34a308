// Which constant weights are stored in fewer bits: what `aic compile --precision` says.
#pragma once

#include "dialects/aic/Aic.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace aic::transforms {

/// How a weight is stored.
enum class Stored { F32, F16, BF16, Int8, Int4 };

/// A matrix as a file stores it: blocks of 32 inputs with a scale of f16 each, as `dequantize` reads them.
struct StoredBlocks {
  int64_t bits, rows, columns; ///< 8, or 4: two a byte
  bool turned;                 ///< the parameter is [columns, rows]
  llvm::ArrayRef<char> numbers, scales;
  std::shared_ptr<const void> owners[2]; ///< of these bytes
};

/// A parameter whose file stores it in blocks.
struct BlocksInFile {
  std::string kind; ///< "Q4_0"
  /// Null where no kernel reads this kind; nullopt where memory is short.
  std::function<std::optional<StoredBlocks>()> load;
};

/// "TYPE[;PATTERN=TYPE]...": a type for all, and those of the parameters whose full name, or a dotted prefix
/// of it, matches a glob (* and ?). Later rules win.
struct Precision {
  struct Rule {
    std::string pattern;
    Stored stored;
  };
  std::optional<Stored> all; ///< null: nobody has asked
  std::vector<Rule> rules;
  std::map<std::string, BlocksInFile> inFile; ///< by name: they stay so where nobody has asked for a type
};

/// The type of `name`, and in `seen` which rules match it; null where nobody has asked.
std::optional<Stored> storedOf(const Precision& precision, llvm::StringRef name, std::vector<bool>& seen);

/// As options have it: "bf16".
llvm::StringRef nameOf(Stored stored);

/// Reads it; else false, with the reason.
bool parsePrecision(const std::string& text, Precision& precision, std::string& why);

/// Makes the constant f32 weights of linear, matmul, embedding and take `dequantize`s of what is stored: int8
/// with a scale for each output (or row of a table), int4 with one of f16 for each 32 neighbours of it; or
/// constants of bf16 or f16, rounded to the nearest. Weights that int4 cannot hold, of an odd number of
/// inputs, become int8, those too large for f16 bf16. What a file stores in blocks that a kernel reads is a
/// `dequantize` of these, where no type is asked for. `unmatched`: the patterns that no such weight has, and
/// "*" where a type is asked for all and there is none. Fails, with an error, where a weight of 8 or 4 bits
/// is not finite.
llvm::LogicalResult quantiseWeights(mlir::ModuleOp module, const Precision& precision,
                                    std::vector<std::string>& unmatched);

/// How --state-precision says that caches are stored, in the same words but for int4; else false, with the
/// reason.
bool parseStatePrecision(const std::string& text, Precision& precision, std::string& why);

/// The f32 states that are written by updates of slices alone, as keys and values are, become tensors of f16
/// or bf16 (what is written is rounded, attentions read them as they are stored, and what else reads them
/// casts them to f32); or of i8, with a second state NAME.scale: f32 of the same shape but for a last axis of
/// 1. There the numbers are n * scale, n in [-127, 127], and the scale is the largest magnitude of the row
/// (along the last axis) over 127: each number is off by at most 1/254 of that (or of 2^-119, if that is
/// more), but for the rounding of f32. `problem`: a pattern that names no state which can be stored so, with
/// the reason. Returns an update of such a state, of which devices may be asked whether they have these; null
/// where all states stay.
mlir::Operation* narrowStates(mlir::ModuleOp module, const Precision& precision, std::string& problem);

} // namespace aic::transforms
