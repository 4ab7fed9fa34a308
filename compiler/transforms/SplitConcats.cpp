// aic-split-concats: a concat of more tensors than a device binds at once joins some of them first.
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"

#include "llvm/ADT/BitVector.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_SPLITCONCATS
#include "compiler/transforms/Passes.h.inc"

namespace {

struct SplitConcatsPass : impl::SplitConcatsBase<SplitConcatsPass> {
  using SplitConcatsBase::SplitConcatsBase;

  void runOnOperation() override {
    limit = std::max<size_t>(most, 2);
    SmallVector<ConcatOp> wide;
    getOperation().walk([&](ConcatOp op) {
      if (op->getNumOperands() > limit)
        wide.push_back(op);
    });
    for (ConcatOp op : wide) {
      if (auto group = dyn_cast<FusedOp>(op->getParentOp()))
        splitInGroup(group, op);
      else
        split(op);
    }
  }

  /// Joins neighbours until no more than `limit` tensors are left; each level is as even as it can be.
  SmallVector<Value> join(OpBuilder& builder, ConcatOp op, SmallVector<Value> parts) {
    while (parts.size() > limit) {
      SmallVector<Value> joined;
      size_t groups = (parts.size() + limit - 1) / limit;
      for (size_t g = 0; g < groups; ++g) {
        size_t begin = parts.size() * g / groups, end = parts.size() * (g + 1) / groups;
        ArrayRef<Value> some = ArrayRef(parts).slice(begin, end - begin);
        joined.push_back(some.size() == 1
                             ? some[0]
                             : ConcatOp::create(builder, op.getLoc(), some, op.getDim()).getResult());
      }
      parts = std::move(joined);
    }
    return parts;
  }

  void report(ConcatOp op) {
    reportPassed(op.getLoc(), "aic-split-concats",
                 "concat of " + Twine(op->getNumOperands()) + " tensors in steps of at most " + Twine(limit));
  }

  void split(ConcatOp op) {
    OpBuilder builder(op);
    report(op);
    op->setOperands(join(builder, op, SmallVector<Value>(op->getOperands())));
  }

  /// The steps come before the group, where the concat reads nothing but the group's own operands.
  void splitInGroup(FusedOp group, ConcatOp op) {
    Block& body = group->getRegion(0).front();
    SmallVector<Value> parts;
    llvm::DenseMap<Value, Value> inner; // a part -> how the group sees it
    for (Value value : op->getOperands()) {
      auto argument = dyn_cast<BlockArgument>(value);
      if (!argument || argument.getOwner() != &body)
        return reportMissed(op.getLoc(), "aic-split-concats",
                            "concat of " + Twine(op->getNumOperands()) +
                                " tensors stays whole: some are computed in its kernel");
      parts.push_back(group->getOperand(argument.getArgNumber()));
      inner[parts.back()] = value;
    }
    report(op);
    OpBuilder builder(group);
    SmallVector<Value> joined = join(builder, op, parts), inside;
    for (Value value : joined) {
      if (auto known = inner.find(value); known != inner.end()) { // a single one is not joined
        inside.push_back(known->second);
        continue;
      }
      group->insertOperands(group->getNumOperands(), value);
      inside.push_back(body.addArgument(value.getType(), value.getLoc()));
    }
    op->setOperands(inside);
    llvm::BitVector unused(body.getNumArguments());
    for (BlockArgument argument : body.getArguments())
      unused[argument.getArgNumber()] = argument.use_empty();
    body.eraseArguments(unused);
    group->eraseOperands(unused);
  }

  size_t limit = 0;
};

} // namespace

} // namespace aic::transforms
