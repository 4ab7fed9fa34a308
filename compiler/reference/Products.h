// Matrix products on rows of doubles, shared by the families that are made of them. Internal to this folder.
#pragma once

#include <cstdint>

namespace aic::reference {

/// c += a . b for row-major [m, n], [m, k], [k, n] without gaps.
void addProduct(const double* a, const double* b, double* c, int64_t m, int64_t k, int64_t n);

/// c += a . b^T for row-major [m, n], [m, k], [n, k]; a's rows begin `aStride` apart, the others have no
/// gaps.
void addProductTransposed(const double* a, int64_t aStride, const double* b, double* c, int64_t m, int64_t k,
                          int64_t n);

} // namespace aic::reference
