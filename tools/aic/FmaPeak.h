// What this machine can do at most: fused multiply-adds in registers and nothing else.
#pragma once

namespace aic::tool {

/// GFLOP/s (f32, a multiply-add is two) that `threads` threads reach at once with the widest vectors of this
/// CPU, over some 30 ms. The clock of a shared machine drifts: measure right before and right after what is
/// compared with it.
double measureFmaPeak(unsigned threads);

} // namespace aic::tool
