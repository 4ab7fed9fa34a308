// AVX-512 truncates integers while it stores them, under a mask (vpmovdw, vpmovqd, ...). LLVM 22's x86 code
// generator makes a scalar store of a masked one whose mask is a constant with one lane on; where that one
// truncates as well, the scalar is as wide as before the truncation, and bytes beyond the last element are
// overwritten. Which masks are constants, and which values are truncated ones, comes out of all that was done
// before; so none of these masks may be known when instructions are selected. An empty piece of assembly
// between a mask and its store does that: nothing can be said of its result, and it is no instruction. It
// stands there when LLVM IR is optimised, so that masks of vectors which prove to be whole are gone already.
#include "compiler/codegen/cpu/MaskedStores.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace aic::codegen {
namespace {

// The widest integers that can come of a truncation have 32 bits: there are no registers of more than 64.
bool mayBeTruncated(Type* stored) {
  return stored->isIntOrIntVectorTy() && stored->getScalarSizeInBits() < 64;
}

// The same mask, of which nothing is known. A mask register has eight lanes or more.
Value* hidden(IRBuilder<>& b, Value* mask) {
  auto* type = cast<FixedVectorType>(mask->getType());
  unsigned lanes = type->getNumElements();
  if (lanes < 8) {
    SmallVector<int> all = to_vector(seq<int>(0, 8));
    mask = b.CreateShuffleVector(mask, Constant::getNullValue(type),
                                 map_to_vector(all, [&](int i) { return std::min<int>(i, 2 * lanes - 1); }));
  }
  auto* kind = FunctionType::get(mask->getType(), {mask->getType()}, /*isVarArg=*/false);
  auto* nothing = InlineAsm::get(kind, "", "=k,0", /*hasSideEffects=*/false);
  CallInst* same = b.CreateCall(kind, nothing, {mask});
  same->setDoesNotAccessMemory();
  same->setDoesNotThrow();
  return lanes < 8 ? b.CreateShuffleVector(same, to_vector(seq<int>(0, lanes))) : same;
}

// How many lanes are on, where a mask is known and those are the first ones.
std::optional<unsigned> firstLanes(Value* mask) {
  auto* known = dyn_cast<Constant>(mask);
  unsigned lanes = cast<FixedVectorType>(mask->getType())->getNumElements(), count = 0;
  for (unsigned i = 0; i < lanes; ++i) {
    auto* on = known ? dyn_cast_or_null<ConstantInt>(known->getAggregateElement(i)) : nullptr;
    if (!on || (on->isOne() && count < i))
      return std::nullopt;
    count += on->isOne();
  }
  return count;
}

void storeFirst(IRBuilder<>& b, Value* value, Value* to, unsigned count) {
  auto* type = cast<FixedVectorType>(value->getType());
  Type* element = type->getElementType();
  Align align(element->getScalarSizeInBits() / 8);
  for (unsigned at = 0; at < count;) {
    unsigned lanes = bit_floor(count - at);
    Value* piece = lanes == 1
                       ? b.CreateExtractElement(value, at)
                       : b.CreateShuffleVector(
                             value, to_vector(seq<int>(static_cast<int>(at), static_cast<int>(at + lanes))));
    b.CreateAlignedStore(piece, b.CreateConstInBoundsGEP1_64(element, to, at), align);
    at += lanes;
  }
}

} // namespace

void splitStores(Module& module) {
  for (Function& function : module)
    for (BasicBlock& block : function)
      for (Instruction& instruction : make_early_inc_range(block)) {
        auto* store = dyn_cast<IntrinsicInst>(&instruction);
        if (!store || store->getIntrinsicID() != Intrinsic::masked_store ||
            store->getArgOperand(0)->getType()->getScalarSizeInBits() % 8 != 0)
          continue;
        std::optional<unsigned> count = firstLanes(store->getArgOperand(store->arg_size() - 1));
        if (!count)
          continue;
        IRBuilder<> b(store);
        storeFirst(b, store->getArgOperand(0), store->getArgOperand(1), *count);
        store->eraseFromParent();
      }
}

void hideStoreMasks(Module& module) {
  for (Function& function : module)
    for (BasicBlock& block : function)
      for (Instruction& instruction : block) {
        auto* store = dyn_cast<IntrinsicInst>(&instruction);
        if (!store || store->getIntrinsicID() != Intrinsic::masked_store ||
            !mayBeTruncated(store->getArgOperand(0)->getType()))
          continue;
        IRBuilder<> b(store);
        unsigned last = store->arg_size() - 1;
        store->setArgOperand(last, hidden(b, store->getArgOperand(last)));
      }
}

} // namespace aic::codegen
