// How far a computation of a type's own precision may be from the reference, element by element.
//
// No one bound serves: behind a cancellation, or where a norm divides by a deviation of zero, the right f32
// result is far from the one in double; a bound that lets these pass, such as a share of the largest element,
// hides whatever is wrong with small ones. So where a strict bound does not hold, the reference computes
// again, some times, with every value moved by up to a rounding in a random direction (CESTAC: Vignes, "A
// stochastic arithmetic for reliable scientific computation", 1993): how much an element moves then says how
// much of it is uncertain. The values inside an operation move too, as the mean in a norm: of equal numbers
// it is exact in double and not in f32. One of these computations rounds every value to the nearest of its
// type, as arithmetic does: where a number becomes an integer, a sum beside a tie falls as it falls there.
#pragma once

#include "compiler/reference/Reference.h"

namespace aic::reference {

/// Moves values as roundings to their element type could; that of seed 1 as the nearest of the type does.
class RandomRounding {
public:
  explicit RandomRounding(uint64_t seed) : state(seed), nearest(seed == 1) {}

  /// Each element of a float tensor is moved up or down by at most a rounding of its type; what the type
  /// cannot hold becomes infinite. Integers and bools stay.
  void move(Tensor& tensor);

  /// The value up or down by at most a rounding of the relative size; with seed 1 the value itself.
  double moved(double value, double rounding);

private:
  uint64_t state;
  bool nearest;
};

/// How many moved computations, of the seeds from 1 on, tell enough: that an uncertain element moves by less
/// than a 64th of its uncertainty in all of them does not happen.
inline constexpr int kMovedComputations = 9;

struct Fault {
  int64_t at = 0; ///< row-major
  double found = 0, wanted = 0;
  double allowed = 0; ///< how far `found` may be
};

struct Comparison {
  /// The largest difference, of the largest magnitude of what is wanted. It leaves out what is uncertain, and
  /// differences of what the type may drop around 0.
  double farthest = 0;
  bool uncertain = false;     ///< an element may only be what it is for what moved values show
  std::optional<Fault> fault; ///< an element that is farther off than it may be, if there is one
};

/// Compares `found`, computed in its type's precision, with the reference's `wanted`, of the same shape and
/// type. `moved`: what the same computation gave under RandomRounding; without any, the strict bound.
Comparison compare(const Tensor& found, const Tensor& wanted, llvm::ArrayRef<const Tensor*> moved);

} // namespace aic::reference
