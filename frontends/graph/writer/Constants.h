// The module's constants: which are literals of the text and which are parameters, and under what names.
#pragma once

#include "dialects/aic/Aic.h"
#include "frontends/graph/writer/Writer.h"

#include "llvm/ADT/MapVector.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace aic::graph::writer {

struct Constant {
  mlir::ElementsAttr value;
  std::string name;        ///< as the file has it; "" where an exporter only counted it out
  std::string path;        ///< once it is a parameter
  bool transposed = false; ///< of a matrix: stored the other way round
  bool fourBits = false;   ///< two numbers a byte: a parameter of i4 or u4
  mlir::RankedTensorType type() const;
};

class Constants {
public:
  /// Remembers the constants of the function, and what reshapes, cuts and joins them once `fold` has done it.
  void collect(mlir::func::FuncOp function, const Fold& fold);

  /// The constant that a value is, or null.
  Constant* find(mlir::Value value);
  /// Says that the constant, equal ones that an exporter has made one, belongs to several modules: `owner`
  /// keeps it.
  void spread(mlir::Value value, const std::string& owner) { spread_[value] = owner; }
  /// The constant of a module: a copy under the module's name where it was spread.
  Constant* find(mlir::Value value, const std::string& scope);
  bool isSpread(mlir::Value value) const { return spread_.count(value) != 0; }

  /// True for what is written out in the text.
  bool isLiteral(const Constant& constant) const;
  /// `0.5` for a constant of one element; nullopt where there are more, or the language has no literal for
  /// it.
  static std::optional<std::string> element(mlir::ElementsAttr value);
  /// `full([2, 3], 0.0, f32)`, `tensor([1, 2], i64)`; of a constant that is a literal.
  static std::string literal(mlir::ElementsAttr value);

  /// Gives a constant its path: its own name, or `hint`, made unique.
  const std::string& parameter(Constant& constant, const std::string& hint);
  /// Gives the parameters of a layer paths that are one prefix and their roles, and returns the prefix;
  /// nullopt, and nothing is changed, where their own names are others. `scope` is the prefix where none has
  /// a name.
  std::optional<std::string> layer(llvm::ArrayRef<std::pair<Constant*, const char*>> roles,
                                   const std::string& scope, bool transposeFirst = false);
  /// The same for one of an explicit path, which must be free.
  bool assign(Constant& constant, const std::string& path, bool transposed);

  /// Keeps a path for a state; its tensor, where it is one of the parameters, else null.
  void keep(const std::string& path, mlir::ElementsAttr value);

  /// All parameters, and the tensors of states.
  std::vector<weights::TensorSource> tensors() const;

private:
  bool fits(const Constant& constant, const std::string& path, bool transposed) const;

  llvm::MapVector<mlir::Value, Constant> constants_;
  llvm::DenseMap<mlir::Value, std::string> spread_;
  std::map<std::pair<Constant*, std::string>, std::unique_ptr<Constant>> copies_; // by scope
  std::map<std::string, const Constant*> parameters_; // by path; null: a state that has none
  std::vector<std::unique_ptr<Constant>> kept_;       // of states
  std::map<std::string, int> next_;                   // the number that a path's next namesake gets
  std::set<std::string> taken_;                       // paths, and the names of the file
};

/// A number as the text has it, such that a number of `element` type comes back; nullopt for NaN of odd bits
/// is not made: any NaN is `nan`.
std::string spellNumber(double value, mlir::Type element);

/// The language's name of an element type.
std::string spellType(mlir::Type element);

} // namespace aic::graph::writer
