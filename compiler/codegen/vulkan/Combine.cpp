// Folding over a workgroup: see Combine.h.
#include "compiler/codegen/vulkan/Combine.h"

#include "mlir/Dialect/SPIRV/IR/SPIRVOps.h"

#include <limits>

using namespace mlir;

namespace aic::codegen::vulkan {

double identityOf(Fold fold) {
  double infinity = std::numeric_limits<double>::infinity();
  switch (fold) {
  case Fold::Sum:
    return 0.0;
  case Fold::Product:
    return 1.0;
  case Fold::Max:
    return -infinity;
  case Fold::Min:
    return infinity;
  }
  return 0.0;
}

Value identityOf(KernelEmitter& e, Fold fold, Type element, int64_t lanes) {
  double value = identityOf(fold);
  if (!isa<FloatType>(element) && fold == Fold::Max)
    value = std::numeric_limits<int32_t>::min();
  if (!isa<FloatType>(element) && fold == Fold::Min)
    value = std::numeric_limits<int32_t>::max();
  return e.constant(element, value, lanes);
}

namespace {

Value combineIntegers(KernelEmitter& e, Fold fold, Value x, Value y) {
  switch (fold) {
  case Fold::Sum:
    return e.checked(e.parts.root, addChecked(e.b, e.loc, x, y));
  case Fold::Product:
    return e.checked(e.parts.root, multiplyChecked(e.b, e.loc, x, y));
  case Fold::Max:
    return arith::MaxSIOp::create(e.b, e.loc, x, y);
  case Fold::Min:
    return arith::MinSIOp::create(e.b, e.loc, x, y);
  }
  return {};
}

} // namespace

Value combine(KernelEmitter& e, Fold fold, Value x, Value y, bool keepNaN) {
  if (!isa<FloatType>(getElementTypeOrSelf(x.getType())))
    return combineIntegers(e, fold, x, y);
  auto flags = keepNaN ? arith::FastMathFlags::none : arith::FastMathFlags::nnan;
  switch (fold) {
  case Fold::Sum:
    return e.fadd(x, y);
  case Fold::Product:
    return e.fmul(x, y);
  case Fold::Max:
    return arith::MaximumFOp::create(e.b, e.loc, x, y, flags);
  case Fold::Min:
    return arith::MinimumFOp::create(e.b, e.loc, x, y, flags);
  }
  return {};
}

Value comesBefore(KernelEmitter& e, Value x, Value y, Value placeOfX, Value placeOfY) {
  Value larger, same;
  if (isa<FloatType>(x.getType())) {
    using F = arith::CmpFPredicate;
    auto compare = [&](F predicate, Value a, Value b) -> Value {
      return arith::CmpFOp::create(e.b, e.loc, predicate, a, b);
    };
    Value nan = compare(F::UNO, x, x);
    larger = arith::OrIOp::create(e.b, e.loc, compare(F::OGT, x, y), e.both(nan, compare(F::ORD, y, y)));
    same = arith::OrIOp::create(e.b, e.loc, compare(F::OEQ, x, y), e.both(nan, compare(F::UNO, y, y)));
  } else {
    larger = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::sgt, x, y);
    same = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, x, y);
  }
  Value earlier = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::slt, placeOfX, placeOfY);
  return arith::OrIOp::create(e.b, e.loc, larger, e.both(same, earlier));
}

WorkgroupFold::WorkgroupFold(KernelEmitter& e, Type element)
    : e(e), useSubgroups(e.hasTile("subgroup")),
      memory(e.shared(e.localSize(), element ? element : e.b.getF32Type())) {}

Value WorkgroupFold::operator()(Fold fold, Value value) {
  return useSubgroups ? subgroups(fold, value) : tree(fold, value);
}

Value WorkgroupFold::tree(Fold fold, Value value) {
  e.storeShared(value, memory, e.local);
  e.barrier();
  for (int64_t half = e.localSize() / 2; half > 0; half /= 2) {
    e.ifThen(e.less(e.local, e.cst(half)), [&] {
      Value mine = e.loadShared(memory, e.local), other = e.loadShared(memory, e.add(e.local, half));
      e.storeShared(combine(e, fold, mine, other), memory, e.local);
    });
    e.barrier();
  }
  Value result = e.loadShared(memory, e.cst(0));
  e.barrier(); // before the memory is used again
  return result;
}

// The subgroup's size is never assumed: each subgroup leaves its part at its own index, however many there
// are.
Value WorkgroupFold::subgroups(Fold fold, Value value) {
  Type f32 = e.b.getF32Type();
  auto reduce = [&](gpu::AllReduceOperation kind, Value x) -> Value {
    return gpu::SubgroupReduceOp::create(e.b, e.loc, x, kind, /*uniform=*/false);
  };
  Value part;
  if (fold == Fold::Sum || fold == Fold::Product) {
    part = reduce(fold == Fold::Sum ? gpu::AllReduceOperation::ADD : gpu::AllReduceOperation::MUL, value);
  } else {
    // GroupNonUniformFMax may drop a NaN; a sum does not.
    Value isNaN = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::UNO, value, value);
    Value clean = e.select(isNaN, e.constant(f32, identityOf(fold), 0), value);
    Value poison = e.select(isNaN, value, e.constant(f32, 0.0, 0));
    Value extreme = reduce(
        fold == Fold::Max ? gpu::AllReduceOperation::MAXNUMF : gpu::AllReduceOperation::MINNUMF, clean);
    part = e.fadd(extreme, reduce(gpu::AllReduceOperation::ADD, poison));
  }
  Value elected = spirv::GroupNonUniformElectOp::create(e.b, e.loc, spirv::Scope::Subgroup);
  Value subgroup = gpu::SubgroupIdOp::create(e.b, e.loc, /*upper_bound=*/nullptr);
  e.ifThen(elected, [&] { e.storeShared(part, memory, subgroup); });
  e.barrier();
  Value count = gpu::NumSubgroupsOp::create(e.b, e.loc, /*upper_bound=*/nullptr);
  Value result = e.loop(e.cst(0), count, 1, ValueRange{e.constant(f32, identityOf(fold), 0)},
                        [&](Value i, ValueRange acc) {
                          return KernelEmitter::Values{combine(e, fold, acc[0], e.loadShared(memory, i))};
                        })[0];
  e.barrier();
  return result;
}

} // namespace aic::codegen::vulkan
