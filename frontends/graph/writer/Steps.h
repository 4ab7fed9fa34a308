// The model as a list of steps: what the text is made from. A step is one operation (or a layer, or a
// declaration of a parameter), its text in pieces that can be compared: two places of a model are one block
// where only their ints, the values that they read and the beginning of their paths differ.
#pragma once

#include "dialects/aic/Aic.h"

#include <optional>
#include <string>
#include <vector>

namespace aic::graph::writer {

struct Piece {
  enum class Kind : uint8_t { Text, Value, Ints, Path };
  enum class Form : uint8_t { One, Sizes, List }; ///< 3 · 3 or [3, 1] · [3, 1]

  Kind kind = Kind::Text;
  Form form = Form::One;
  bool postfix = false;      ///< of a value: an index follows
  int value = -1;            ///< of a Value
  std::string text;          ///< of a Text; what stands before Ints; of a Path the whole path
  std::string hint;          ///< what an argument in the place of Ints is called
  std::vector<int64_t> ints; ///< of Ints
  std::optional<std::vector<int64_t>>
      otherwise; ///< Ints, and what stands before them, are left out where equal
};

struct Step {
  std::vector<Piece> pieces;
  std::vector<int> results;
  std::string scope;      ///< "encoder.layer.0.attention": the module that it belongs to
  bool scoped = false;    ///< the scope is known
  bool parameter = false; ///< pieces: type, path
  bool operation = false; ///< an operator between operands: in parentheses within another
};

struct ValueInfo {
  mlir::RankedTensorType type;
};

/// A state of the model.
struct State {
  std::string name;    ///< the full one
  std::string local;   ///< the name of its declaration
  std::string initial; ///< `zeros`
  mlir::RankedTensorType type;
  int found = -1, next = -1; ///< its values at the beginning and at the end of a run; -1: none
};

/// A model, ready to be folded and printed.
struct Steps {
  std::vector<Step> steps;
  std::vector<ValueInfo> values;
  std::vector<int> inputs, outputs; ///< values; behind those that have names are the states'
  std::vector<std::string> inputNames, outputNames;
  std::vector<State> states;
};

} // namespace aic::graph::writer
