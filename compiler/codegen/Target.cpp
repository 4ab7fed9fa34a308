// What all targets have in common.
#include "compiler/codegen/Target.h"

#include "compiler/lowering/Lowering.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

struct Diagnosed : llvm::ErrorInfo<Diagnosed> {
  static char ID;
  void log(llvm::raw_ostream&) const override {}
  std::error_code convertToErrorCode() const override { return llvm::inconvertibleErrorCode(); }
};
char Diagnosed::ID;

} // namespace

void Target::buildSchedulePipeline(OpPassManager& pm) const {
  lowering::ShareSlicesOptions slices;
  slices.alignment = alignment();
  slices.inputs = readsPartsOfInputs();
  pm.addNestedPass<func::FuncOp>(lowering::createShareSlices(slices));
  pm.addNestedPass<func::FuncOp>(lowering::createOrderUpdates());
  pm.addPass(lowering::createFormKernels());
  addTilePasses(pm);
  // Behind all that looks for what a dispatch's buffers were written by.
  lowering::ReadPartsOptions parts;
  parts.alignment = alignment();
  parts.inputs = readsPartsOfInputs();
  pm.addPass(lowering::createReadParts(parts));
  lowering::PlanMemoryOptions memory;
  memory.alignment = alignment();
  pm.addNestedPass<schedule::ProgramOp>(lowering::createPlanMemory(memory));
}

llvm::Error diagnosed() {
  return llvm::make_error<Diagnosed>();
}

std::string printed(ModuleOp module) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  // A bit of data is worth nothing to a reader; what is this big is a weight.
  module.print(stream, OpPrintingFlags().elideLargeResourceString(0).elideLargeElementsAttrs(64));
  text += '\n';
  return text;
}

std::string takeMessage(llvm::Error error, bool& bySystem) {
  std::string message;
  bySystem = false;
  llvm::handleAllErrors(std::move(error), [&](const llvm::ErrorInfoBase& info) {
    const std::error_code reason = info.convertToErrorCode();
    bySystem |= reason.category() == std::generic_category() || reason.category() == std::system_category();
    message += (message.empty() ? "" : "\n") + info.message();
  });
  return message;
}

} // namespace aic::codegen
