// The inner loop of matrix products: see RegisterTile.h.
#include "compiler/codegen/cpu/RegisterTile.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {

void prefetch(LoopEmitter& e, Value buffer, Value at) {
  memref::PrefetchOp::create(e.b, e.loc, buffer, ValueRange{at}, /*isWrite=*/false, /*localityHint=*/3,
                             /*isDataCache=*/true);
}

Value asFloats(LoopEmitter& e, Value integers) {
  auto like = [&](Type element) {
    auto vector = dyn_cast<VectorType>(integers.getType());
    return vector ? Type(VectorType::get(vector.getShape(), element)) : element;
  };
  if (getElementTypeOrSelf(integers.getType()).getIntOrFloatBitWidth() < 32)
    integers = arith::ExtSIOp::create(e.b, e.loc, like(e.b.getI32Type()), integers);
  return arith::SIToFPOp::create(e.b, e.loc, like(e.b.getF32Type()), integers);
}

// Sums, a vector of a's elements for each row, and one of b's.
static bool fitRegisters(const CpuTarget& target, size_t rows, int64_t nv) {
  return static_cast<int64_t>(rows) * (nv + 1) + 1 <= target.registers;
}

RegisterTile::Values RegisterTile::zeros(int64_t rows) const {
  return Values(static_cast<size_t>(rows * nv), e.constant(e.b.getF32Type(), 0.0, lanes));
}

// Is a row of a read as vectors, of which products take lanes (NEON)? Else its elements are broadcast one by
// one.
bool RegisterTile::byLanes() const {
  return e.target.takesLanes && aStep == 1 && lanes > 1;
}

// Steps of an iteration: about 48 FMAs, or a vector of a's elements.
int64_t RegisterTile::each(size_t rows) const {
  int64_t work = static_cast<int64_t>(rows) * nv;
  if (byLanes() && fitRegisters(e.target, rows, nv))
    return lanes;
  return work == 0 ? 1 : std::clamp<int64_t>(48 / work, 1, 8);
}

// Few sums wait for each other: an FMA takes four cycles, in which a core begins eight (Zen 4 with AVX-512
// four). Then neighbouring k go to sums of their own, which are added in the end.
int64_t RegisterTile::chains(size_t rows, int64_t count) const {
  constexpr int64_t kLong = 32, kEnough = 7;
  int64_t work = static_cast<int64_t>(rows) * nv, most = work > 2 ? 2 : 4;
  bool fits = most * work + nv + 1 <= e.target.registers;
  return count < kLong || work >= kEnough || work == 0 || !fits ? 1 : most;
}

// ofRows: where a's elements are lanes of vectors, those of the rows, whose lane u is the element of this
// step.
RegisterTile::Values RegisterTile::step(Value aBase, ArrayRef<int64_t> active, Value bBase, Value k,
                                        int64_t u, ArrayRef<Value> ofRows, Values sums) const {
  Type f32 = e.b.getF32Type();
  Value aAt = e.add(aBase, e.mul(k, aStep)), bAt = e.add(bBase, e.mul(k, bStep));
  if (distance) {
    const int64_t bytes = elementBytes(cast<MemRefType>(b.getType()).getElementType());
    const int64_t line = std::max<int64_t>(1, 64 / bytes / lanes); // in vectors
    for (int64_t j = 0; j < nv; ++j)
      if ((u * nv + j) % line == 0)
        prefetch(e, b, e.add(e.add(bAt, distance), u * bStep + j * lanes));
  }
  auto element = [&](size_t number) {
    if (!ofRows.empty())
      return e.splat(vector::ExtractOp::create(e.b, e.loc, ofRows[number], u), lanes);
    return e.splat(e.load(a, e.add(aAt, u * aStep + active[number] * aRow), f32, 0), lanes);
  };
  auto row = [&](int64_t j) {
    Value y = e.load(b, e.add(bAt, u * bStep + j * lanes), f32, lanes, maskOf ? maskOf(j) : Value());
    return isa<FloatType>(getElementTypeOrSelf(y.getType())) ? y : asFloats(e, y);
  };
  auto add = [&](int64_t i, int64_t j, Value x, Value y) {
    sums[i * nv + j] = e.multiplyAdd(x, y, sums[i * nv + j]);
  };
  // The fewer of the two stay in registers meanwhile; a's, where they are there.
  Values kept;
  if (!ofRows.empty() || static_cast<int64_t>(active.size()) < nv) {
    for (size_t number = 0; number < active.size(); ++number)
      kept.push_back(element(number));
    for (int64_t j = 0; j < nv; ++j) {
      Value y = row(j);
      for (auto [i, x] : llvm::zip(active, kept))
        add(i, j, x, y);
    }
  } else {
    for (int64_t j = 0; j < nv; ++j)
      kept.push_back(row(j));
    for (auto [number, i] : llvm::enumerate(active)) {
      Value x = element(number);
      for (int64_t j = 0; j < nv; ++j)
        add(i, j, x, kept[j]);
    }
  }
  return sums;
}

RegisterTile::Values RegisterTile::steps(Value aBase, ArrayRef<int64_t> active, Value bBase, Value k,
                                         int64_t count, Values sums, int64_t chains) const {
  Values ofRows;
  if (byLanes() && fitRegisters(e.target, active.size(), nv) && count == lanes)
    for (int64_t i : active)
      ofRows.push_back(e.load(a, e.add(e.add(aBase, k), i * aRow), e.b.getF32Type(), lanes));
  size_t each = sums.size() / static_cast<size_t>(chains);
  for (int64_t u = 0; u < count; ++u) {
    auto* chain = sums.begin() + static_cast<size_t>(u % chains) * each;
    llvm::copy(step(aBase, active, bBase, k, u, ofRows, Values(chain, chain + each)), chain);
  }
  return sums;
}

RegisterTile::Values RegisterTile::accumulate(Value aBase, ArrayRef<int64_t> active, Value bBase,
                                              int64_t count, Values sums) const {
  int64_t each = this->each(active.size()), whole = count / each * each;
  const int64_t chains = this->chains(active.size(), count);
  const size_t all = sums.size();
  if (chains > 1)
    sums.append(all * static_cast<size_t>(chains - 1),
                e.constant(getElementTypeOrSelf(sums.front().getType()), 0.0, lanes));
  if (whole > each)
    sums = e.loop(e.cst(0), e.cst(whole), each, sums, [&](Value k, ValueRange carried) {
      if (ahead)
        ahead(bBase, k);
      return steps(aBase, active, bBase, k, each, Values(carried), chains);
    });
  else
    whole = 0;
  for (int64_t k = whole; k < count; ++k)
    sums = steps(aBase, active, bBase, e.cst(k), 1, sums, chains);
  for (size_t chain = sums.size(); chain > all;) {
    chain -= all;
    for (int64_t i : active)
      for (size_t at = static_cast<size_t>(i * nv), end = at + static_cast<size_t>(nv); at < end; ++at)
        sums[at] = arith::AddFOp::create(e.b, e.loc, sums[at], sums[chain + at]);
  }
  sums.resize(all);
  return sums;
}

RegisterTile::Values RegisterTile::accumulate(Value aBase, ArrayRef<int64_t> active, Value bBase, Value count,
                                              Values sums) const {
  int64_t each = this->each(active.size());
  Value whole = e.mul(e.div(count, each), each);
  sums = e.loop(e.cst(0), whole, each, sums, [&](Value k, ValueRange carried) {
    return steps(aBase, active, bBase, k, each, Values(carried));
  });
  if (each == 1)
    return sums;
  return e.loop(whole, count, 1, sums, [&](Value k, ValueRange carried) {
    return steps(aBase, active, bBase, k, 1, Values(carried));
  });
}

LoopEmitter::Values transposeSquare(LoopEmitter& e, LoopEmitter::Values rows) {
  int64_t n = static_cast<int64_t>(rows.size());
  SmallVector<int64_t> low, high;
  for (int64_t i = 0; i < n / 2; ++i) {
    low.append({i, n + i});
    high.append({n / 2 + i, n + n / 2 + i});
  }
  // Each round turns the bits of (row, column) by one place.
  for (int64_t round = 1; round < n; round *= 2) {
    LoopEmitter::Values next;
    for (int64_t i = 0; i < n / 2; ++i) {
      next.push_back(vector::ShuffleOp::create(e.b, e.loc, rows[i], rows[i + n / 2], low));
      next.push_back(vector::ShuffleOp::create(e.b, e.loc, rows[i], rows[i + n / 2], high));
    }
    rows = next;
  }
  return rows;
}

// As transposeSquare, but the halves of what each round makes are added: half as many vectors are left.
Value sumsOfLanes(LoopEmitter& e, LoopEmitter::Values rows) {
  int64_t n = static_cast<int64_t>(rows.size());
  SmallVector<int64_t> low, high;
  for (int64_t i = 0; i < n / 2; ++i) {
    low.append({i, n + i});
    high.append({n / 2 + i, n + n / 2 + i});
  }
  while (rows.size() > 1) {
    size_t half = rows.size() / 2;
    for (size_t i = 0; i < half; ++i) {
      Value x = vector::ShuffleOp::create(e.b, e.loc, rows[i], rows[i + half], low);
      Value y = vector::ShuffleOp::create(e.b, e.loc, rows[i], rows[i + half], high);
      rows[i] = arith::AddFOp::create(e.b, e.loc, x, y);
    }
    rows.resize(half);
  }
  return rows.front();
}

} // namespace aic::codegen
