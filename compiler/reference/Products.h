// Matrix products on rows of doubles, shared by the families that are made of them. Internal to this folder.
#pragma once

#include "compiler/reference/Evaluators.h"

namespace aic::reference {

/// The elements of a factor or a bias of a contraction as doubles: a float tensor's own, or in `room` those
/// of integers, which are exact.
const std::vector<double>& numbersOf(const Tensor& tensor, std::vector<double>& room);

/// Where a contraction's result is of integers: its sums as such, wrapped. `result` holds them as doubles.
void makeSums(mlir::Operation* op, Tensor& result);

/// Zeros for the sums of a contraction, as doubles whatever the result's type is.
mlir::FailureOr<Tensor> zeroSums(mlir::Operation* op);

/// c += a . b for row-major [m, n], [m, k], [k, n] without gaps.
void addProduct(const double* a, const double* b, double* c, int64_t m, int64_t k, int64_t n);

/// c += a . b^T for row-major [m, n], [m, k], [n, k]; a's rows begin `aStride` apart, the others have no
/// gaps.
void addProductTransposed(const double* a, int64_t aStride, const double* b, double* c, int64_t m, int64_t k,
                          int64_t n);

} // namespace aic::reference
