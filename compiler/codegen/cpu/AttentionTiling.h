// How attention is cut on the CPU.
#pragma once

#include "compiler/codegen/Attention.h"
#include "compiler/codegen/cpu/Target.h"

namespace aic::codegen {

/// A unit is a block of queries of one matrix (and of the value's columns, where it is very wide). Its scores
/// are computed for a block of keys at a time.
struct AttentionTiling {
  int64_t queryVectors = 1; ///< queries of a block, in vectors
  int64_t keysPerTile = 1;  ///< scores in registers: keysPerTile x queryVectors vectors
  int64_t keysPerBlock = 1; ///< a multiple of keysPerTile
  int64_t unitsPerGroup = 1;

  int64_t queryBlocks(const Attention& a, const CpuTarget& target) const;
  int64_t valueColumns(const Attention& a) const; ///< of a unit
  int64_t units(const Attention& a, const CpuTarget& target) const;

  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context) const;
  static AttentionTiling fromAttr(mlir::DictionaryAttr attr);
};

/// True where a vector along the queries would have most of its lanes idle, and rows of k lie as neighbours:
/// then vectors go along the width and the keys (EmitAttentionOfFew.cpp), and a unit has all queries.
bool fewQueries(const Attention& a, const CpuTarget& target);

/// Of the product with v: rows of a block's `queries` and vectors of `columns` at once. By the model of
/// ContractionTiling.cpp; of equal ones the narrowest: a panel of v is read once a tile, and the narrower it
/// is the sooner it stays in the first-level cache.
std::pair<int64_t, int64_t> chooseValueTile(int64_t queries, int64_t columns, const CpuTarget& target);

AttentionTiling chooseAttentionTiling(const Attention& a, const CpuTarget& target);

} // namespace aic::codegen
