// The values of a random module while it is made: chance, what there is to read, constants, and operations of
// any name.
#pragma once

#include "compiler/reference/Reference.h"
#include "dialects/aic/Aic.h"

#include "llvm/ADT/DenseSet.h"

#include <random>

namespace aic::transforms::test {

class RandomValues {
public:
  using Shape = llvm::SmallVector<int64_t>;

  RandomValues(mlir::MLIRContext& context, uint64_t seed)
      : builder(&context), loc(builder.getUnknownLoc()), random(seed * 0x9e3779b97f4a7c15 + 1),
        favourite(anyElement()) {}

  // Chance.

  int64_t pick(int64_t low, int64_t high) { return low + int64_t(random() % uint64_t(high - low + 1)); }
  bool chance(int64_t oneIn) { return pick(1, oneIn) == 1; }
  template <typename T> T oneOf(std::initializer_list<T> choices) {
    return choices.begin()[pick(0, int64_t(choices.size()) - 1)];
  }
  mlir::Type anyElement();
  mlir::Type anyFloat();
  int64_t anySize() { return chance(40) ? 0 : chance(4) ? 1 : pick(2, 5); }
  Shape anyShape();
  int64_t factorOf(int64_t number);

  // What there is.

  static mlir::RankedTensorType typeOf(mlir::Value value) {
    return llvm::cast<mlir::RankedTensorType>(value.getType());
  }
  static llvm::ArrayRef<int64_t> shapeOf(mlir::Value value) { return typeOf(value).getShape(); }
  static mlir::Type elementOf(mlir::Value value) { return typeOf(value).getElementType(); }
  static bool isFloat(mlir::Value value) { return llvm::isa<mlir::FloatType>(elementOf(value)); }

  /// One more value, null where it is null or large. `isExact`: no pass may change its last digit, so that
  /// what jumps (floor, argmax, comparisons) may read it.
  mlir::Value add(mlir::Value value, bool isExact);
  bool isExact(mlir::ValueRange operands) const;

  /// A recent value, so that chains form, or any.
  mlir::Value any();
  /// Null where a few tries find none.
  template <typename Wanted> mlir::Value anyThat(Wanted wanted) {
    for (int attempt = 0; attempt < 12; ++attempt)
      if (mlir::Value value = any(); wanted(value))
        return value;
    return {};
  }
  mlir::Value anyOf(mlir::Type element);
  /// A float of this rank: one that is there, or an old one reshaped and cast.
  mlir::Value floatOfRank(int64_t rank);
  /// Something that broadcasts with x and has its element type.
  mlir::Value partner(mlir::Value x);
  /// An index into an axis of this size: a constant, or what was computed, brought into range.
  mlir::Value index(llvm::ArrayRef<int64_t> shape, int64_t size);

  // Constants: eighths of [low, high], and a scalar.

  mlir::Value constant(llvm::ArrayRef<int64_t> shape, mlir::Type element, int64_t low = -16,
                       int64_t high = 16);
  mlir::Value number(mlir::Type element, double value);

  // Operations.

  /// Any operation whose result types are inferred; null where these operands and attributes are none for it.
  mlir::Operation* tryMake(llvm::StringRef name, mlir::ValueRange operands,
                           llvm::ArrayRef<mlir::NamedAttribute> attributes = {}, unsigned results = 1);
  /// The result of one that has one; null where it cannot be made, or an operand is null.
  mlir::Value make(llvm::StringRef name, mlir::ValueRange operands,
                   llvm::ArrayRef<mlir::NamedAttribute> attributes = {});
  mlir::Value convertTo(mlir::Value x, mlir::Type element);
  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape);

  mlir::NamedAttribute list(llvm::StringRef name, llvm::ArrayRef<int64_t> sizes) {
    return builder.getNamedAttr(name, builder.getDenseI64ArrayAttr(sizes));
  }
  mlir::NamedAttribute integer(llvm::StringRef name, int64_t value) {
    return builder.getNamedAttr(name, builder.getI64IntegerAttr(value));
  }
  mlir::NamedAttribute flag(llvm::StringRef name, bool value) {
    return builder.getNamedAttr(name, builder.getBoolAttr(value));
  }
  mlir::NamedAttribute real(llvm::StringRef name, double value) {
    return builder.getNamedAttr(name, builder.getF64FloatAttr(value));
  }
  mlir::NamedAttribute segments(llvm::ArrayRef<int32_t> sizes) {
    return builder.getNamedAttr("operandSegmentSizes", builder.getDenseI32ArrayAttr(sizes));
  }

  mlir::OpBuilder builder;
  mlir::Location loc;
  std::mt19937_64 random;
  mlir::Type favourite; ///< the element type that most inputs have
  llvm::SmallVector<mlir::Value> values;

private:
  llvm::DenseSet<mlir::Value> exact;
};

} // namespace aic::transforms::test
