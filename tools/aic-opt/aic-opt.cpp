// aic-opt: MLIR's driver with our dialects and passes, to start at any stage and stop after any.
#include "compiler/codegen/Targets.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/transforms/Passes.h"
#include "dialects/aic/Aic.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/Passes.h"

int main(int argc, char** argv) {
  mlir::DialectRegistry registry;
  registry.insert<aic::AicDialect, aic::schedule::ScheduleDialect>();
  // What kernels' bodies are made of, and become.
  registry.insert<mlir::affine::AffineDialect, mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect,
                  mlir::func::FuncDialect, mlir::linalg::LinalgDialect, mlir::LLVM::LLVMDialect,
                  mlir::math::MathDialect, mlir::memref::MemRefDialect, mlir::scf::SCFDialect,
                  mlir::tensor::TensorDialect, mlir::vector::VectorDialect>();
  for (const aic::codegen::TargetKind* kind : aic::codegen::targets())
    kind->registerDialects(registry);
  aic::codegen::registerTargets();
  mlir::registerTransformsPasses();
  aic::transforms::registerPasses();
  aic::lowering::registerPasses();
  aic::codegen::registerTargetPasses();
  return mlir::asMainReturnCode(mlir::MlirOptMain(argc, argv, "aic's optimiser driver\n", registry));
}
