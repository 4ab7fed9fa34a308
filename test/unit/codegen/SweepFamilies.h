// Every family of kernels, as small functions whose tails a test chooses.
#pragma once

#include "Harness.h"

namespace aic::test {

/// A batch whose arguments are filled by what they are for.
class Sweep {
public:
  struct Value {
    std::string name;
    Shape shape;
    std::string type;
    std::string text() const { return tensorType(shape, type); }
  };

  /// Any numbers: multiples of 1/8 up to 3.75, integers up to 100, never 0.
  Value argument(const Shape& shape, const std::string& type);
  /// Indices into an axis of `size` elements.
  Value index(const Shape& shape, int64_t size, const std::string& type = "i64");
  /// A constant of a float type, not a splat.
  Value weight(const Shape& shape, const std::string& type);
  /// "aic.NAME a, b {attributes}" with the types of operands and result.
  Value op(const std::string& name, const std::vector<Value>& operands, const std::string& attributes,
           const Shape& shape, const std::string& type);
  /// The same for operations that are written with their operand's type alone.
  Value unary(const std::string& name, const Value& x);
  Value cast(const Value& x, const std::string& type);
  void result(const Value& value, const std::string& label, double scale = 0); ///< as Batch::result

  /// Compiles, runs under guard pages and on two threads, so many times, and compares.
  void expectRight(const std::string& type, const std::string& targetCpu, size_t onTwoThreads = 1) const;
  size_t size() const { return batch.size(); }

  Batch batch;

private:
  struct Argument {
    std::string type;
    int64_t limit; // indices are below; 0: numbers
  };
  double element(size_t index, int64_t i) const;

  std::vector<Argument> arguments;
};

struct SweepFamily {
  const char* name;
  std::vector<std::string> types;
  /// Adds the family's operations on `type`, whose innermost loops run over n elements.
  void (*add)(Sweep& sweep, int64_t n, const std::string& type);
};

inline std::ostream& operator<<(std::ostream& stream, const SweepFamily& family) {
  return stream << family.name;
}

const std::vector<SweepFamily>& sweepFamilies();

} // namespace aic::test
