// Verifiers of the operations whose result type is not inferred.
#include "dialects/aic/Aic.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

#define GET_OP_CLASSES
#include "dialects/aic/AicOps.cpp.inc"
