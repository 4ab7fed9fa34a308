// What random numbers decide: exact, the same on every device.
#include "compiler/reference/Random.h"

#include "dialects/aic/Philox.h"
#include "dialects/aic/Training.h"

using namespace mlir;

namespace aic::reference {
namespace {

LogicalResult dropout(Operation* op, Operands operands, Results& results) {
  auto drop = cast<DropoutOp>(op);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  const std::vector<int64_t>& key = operands[1]->i;
  const double p = drop.getP().convertToDouble();
  const uint32_t bound = philox::threshold(p);
  for (uint64_t i = 0; i < uint64_t(result->size()); ++i) {
    const uint64_t counter = philox::counterOf(i);
    auto numbers = philox::numbers({uint32_t(counter), uint32_t(counter >> 32), uint32_t(key[1]), 0},
                                   {uint32_t(key[0]), uint32_t(drop.getStream())});
    if (numbers[philox::wordOf(i)] >= bound)
      result->f[i] = operands[0]->f[i] / (1 - p);
  }
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {{"aic.dropout", dropout}};

} // namespace

ArrayRef<Entry> randomEntries() {
  return kEntries;
}

} // namespace aic::reference
