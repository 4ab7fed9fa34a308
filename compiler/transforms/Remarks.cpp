// Remarks: how the passes make them, and a streamer that keeps them.
#include "compiler/transforms/Remarks.h"

#include "dialects/aic/Aic.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::transforms {

void CollectedRemarks::add(CollectedRemark remark) {
  std::lock_guard<std::mutex> lock(mutex);
  remarks.push_back(std::move(remark));
}

std::vector<CollectedRemark> CollectedRemarks::all() const {
  std::lock_guard<std::mutex> lock(mutex);
  return remarks;
}

void RemarkCollector::streamOptimizationRemark(const remark::detail::Remark& remark) {
  std::string message;
  for (const remark::detail::Remark::Arg& arg : remark.getArgs())
    message += arg.val;
  bool passed = remark.getRemarkType() == llvm::remarks::Type::Passed;
  into->add({passed, remark.getCategoryName().str(), std::move(message), remark.getLocation()});
}

FailureOr<std::shared_ptr<CollectedRemarks>> collectRemarks(MLIRContext& context) {
  auto remarks = std::make_shared<CollectedRemarks>();
  remark::RemarkCategories categories;
  categories.all = categories.passed = categories.missed = ".*";
  if (failed(remark::enableOptimizationRemarks(context, std::make_unique<RemarkCollector>(remarks),
                                               std::make_unique<remark::RemarkEmittingPolicyAll>(),
                                               categories)))
    return failure();
  return remarks;
}

bool remarksWanted(MLIRContext* context) {
  return context->getRemarkEngine() != nullptr;
}

void reportPassed(Location loc, StringRef pass, const Twine& message) {
  if (remarksWanted(loc.getContext()))
    remark::passed(loc, remark::RemarkOpts::name("applied").category(pass)) << StringRef(message.str());
}

void reportMissed(Location loc, StringRef pass, const Twine& message) {
  if (remarksWanted(loc.getContext()))
    remark::missed(loc, remark::RemarkOpts::name("not-applied").category(pass)) << StringRef(message.str());
}

std::string describe(Type type) {
  auto shaped = dyn_cast<RankedTensorType>(type);
  std::string text;
  llvm::raw_string_ostream out(text);
  if (!shaped) {
    out << type;
    return text;
  }
  Type element = shaped.getElementType();
  if (element.isInteger(1))
    out << "bool";
  else if (element.isUnsignedInteger(8))
    out << "u8";
  else
    out << element;
  out << '[';
  llvm::interleaveComma(shaped.getShape(), out);
  out << ']';
  return text;
}

StringRef describe(Operation* op) {
  if (isa<func::ReturnOp>(op))
    return "the graph's result";
  if (auto fused = dyn_cast<FusedOp>(op))
    for (Operation& inner : fused.getBody().front().without_terminator())
      if (!isElementwise(&inner) && !isa<ConstantOp>(inner) && !isView(&inner))
        return describe(&inner);
  return isa_and_nonnull<AicDialect>(op->getDialect()) ? op->getName().stripDialect()
                                                       : op->getName().getStringRef();
}

std::string describeSource(Value value) {
  if (Operation* op = value.getDefiningOp())
    return describe(op).str();
  auto argument = cast<BlockArgument>(value);
  auto function = dyn_cast_or_null<func::FuncOp>(argument.getOwner()->getParentOp());
  if (function && argument.getOwner()->isEntryBlock())
    if (auto name = function.getArgAttrOfType<StringAttr>(argument.getArgNumber(), "aic.name"))
      return "the input '" + name.str() + "'";
  return "input " + std::to_string(argument.getArgNumber());
}

} // namespace aic::transforms
