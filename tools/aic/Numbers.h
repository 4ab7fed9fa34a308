// The elements of a buffer as numbers, whatever their type.
#pragma once

#include "tools/aic/Model.h"

#include <vector>

namespace aic::tool {

bool isFloat(weights::ElementType type);

uint64_t elementCount(const Buffer& buffer);

/// Element i of a buffer of integers or bools.
int64_t loadInteger(const Buffer& buffer, uint64_t i);

/// The same of elements that lie at `data`, of any alignment.
int64_t loadInteger(weights::ElementType type, const void* data, uint64_t i);

/// f16, bf16 and f32 as float: their shortest text is that of their own precision or a little longer.
float loadFloat(const Buffer& buffer, uint64_t i);

/// Of any type; of an i64 beyond 2^53 the nearest double.
double loadNumber(const Buffer& buffer, uint64_t i);
/// The same of elements that lie at `data`, of any alignment.
double loadNumber(weights::ElementType type, const void* data, uint64_t i);
std::vector<double> loadNumbers(const Buffer& buffer);

/// Whether storeNumber knows the type: all but the floats of 16 bits.
bool canStore(weights::ElementType type);

/// Whether it may be stored: in floats any finite number, in integers those that they hold, in a bool 0
/// and 1.
bool canHold(weights::ElementType type, double value);

/// Rounds to f32; of an integer the value must be one and fit.
void storeNumber(Buffer& buffer, uint64_t i, double value);

} // namespace aic::tool
