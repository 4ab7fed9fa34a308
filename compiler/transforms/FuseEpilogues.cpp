// aic-fuse-epilogues: outlines each group of operators (Groups.cpp) into an `aic.fused`.
#include "compiler/transforms/Groups.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_FUSEEPILOGUES
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-fuse-epilogues";

/// "conv2d, add and relu"
std::string listNames(ArrayRef<Operation*> ops) {
  std::string names;
  for (auto [i, op] : llvm::enumerate(ops)) {
    if (i > 0)
      names += i + 1 == ops.size() ? " and " : ", ";
    names += describe(op);
  }
  return names;
}

void outline(const Group& group, OpBuilder& builder) {
  llvm::SetVector<Value> inputs = groupInputs(group);
  SmallVector<Value> results = groupResults(group);
  SmallVector<Operation*> all = group.all();
  SmallVector<Location> locations;
  for (Operation* op : all)
    locations.push_back(op->getLoc());
  Location loc = FusedLoc::get(builder.getContext(), locations);

  builder.setInsertionPoint(group.ops.back());
  auto fused = FusedOp::create(builder, loc, ValueRange(results).getTypes(), inputs.getArrayRef());
  Block& body = fused.getBody().emplaceBlock();
  IRMapping mapping;
  for (Value input : inputs)
    mapping.map(input, body.addArgument(input.getType(), input.getLoc()));
  builder.setInsertionPointToStart(&body);
  for (Operation* op : all)
    for (Value operand : op->getOperands())
      if (!mapping.contains(operand) && !llvm::is_contained(all, operand.getDefiningOp())) // a literal
        builder.clone(*operand.getDefiningOp(), mapping);
  for (Operation* op : all)
    builder.clone(*op, mapping);
  SmallVector<Value> yielded;
  for (Value result : results)
    yielded.push_back(mapping.lookup(result));
  YieldOp::create(builder, loc, yielded);

  std::string extra = results.size() > 1 ? " with " + std::to_string(results.size()) + " results" : "";
  reportPassed(all.front()->getLoc(), kPass, listNames(all) + " become one kernel" + extra);
  for (auto [result, replacement] : llvm::zip_equal(results, fused.getResults()))
    result.replaceAllUsesWith(replacement);
  for (Operation* op : llvm::reverse(all))
    op->erase();
}

/// Why nothing follows a root that stays bare: what reads its result. Where nothing but the graph's result
/// does, nothing was missed.
void reportBareRoot(Operation* root) {
  Operation* elementwise = nullptr;
  for (Operation* user : root->getUsers()) {
    if (isElementwise(user)) {
      elementwise = user;
    } else if (!isa<func::ReturnOp>(user)) {
      reportMissed(root->getLoc(), kPass,
                   describe(root) + " has no epilogue: its result is read by " + describe(user) +
                       ", which is not elementwise");
      return;
    }
  }
  if (elementwise)
    reportMissed(root->getLoc(), kPass,
                 describe(root) + " has no epilogue: the " + describe(elementwise) +
                     " that reads its result is in another kernel");
}

struct FuseEpiloguesPass : impl::FuseEpiloguesBase<FuseEpiloguesPass> {
  using FuseEpiloguesBase::FuseEpiloguesBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    GroupLimits limits{maxOperators, std::min<int64_t>(maxBuffers, asked->buffers())};
    OpBuilder builder(&getContext());
    for (Block& block : getOperation().getBody()) {
      std::vector<Group> groups = formGroups(block, limits, kPass);
      for (const Group& group : groups) {
        if (group.all().size() > 1 && !groupResults(group).empty())
          outline(group, builder);
        else if (group.root && !isCopy(group.root))
          reportBareRoot(group.root);
      }
      // The literals that went into the groups.
      for (Operation& op : llvm::make_early_inc_range(block))
        if (isa<ConstantOp>(op) && op.use_empty())
          op.erase();
    }
  }
};

} // namespace

} // namespace aic::transforms
