// The operations of AicQuantised.td, for those few who know them: apart from Aic.h, which all include.
#pragma once

#include "dialects/aic/Aic.h"

#define GET_OP_CLASSES
#include "dialects/aic/AicQuantised.h.inc"
