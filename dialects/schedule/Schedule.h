// The `schedule` dialect: see ScheduleOps.td.
#pragma once

#include "dialects/Pch.h"
#include "mlir/IR/SymbolTable.h"

#include "dialects/schedule/ScheduleDialect.h.inc"
#define GET_OP_CLASSES
#include "dialects/schedule/ScheduleOps.h.inc"
