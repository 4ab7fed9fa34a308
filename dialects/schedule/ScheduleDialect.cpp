// Registration and verifiers of the `schedule` dialect.
#include "dialects/schedule/Schedule.h"

#include "dialects/schedule/ScheduleDialect.cpp.inc"

using namespace mlir;

#define GET_OP_CLASSES
#include "dialects/schedule/ScheduleOps.cpp.inc"

namespace aic::schedule {

void ScheduleDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "dialects/schedule/ScheduleOps.cpp.inc"
      >();
}

LogicalResult KernelOp::verify() {
  auto isStatic = [](Type type) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    return tensor && tensor.hasStaticShape();
  };
  for (Type type : getArgumentTypes())
    if (!isStatic(type))
      return emitOpError("reads ") << type << "; a kernel reads and writes tensors of static shape [C1]";
  for (Type type : getResultTypes())
    if (!isStatic(type))
      return emitOpError("writes ") << type << "; a kernel reads and writes tensors of static shape [C1]";
  return success();
}

} // namespace aic::schedule
