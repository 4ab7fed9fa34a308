// aic-lsp-server: MLIR's language server with our dialects, for editing .mlir files that hold them.
#include "dialects/aic/Aic.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Tools/mlir-lsp-server/MlirLspServerMain.h"

int main(int argc, char** argv) {
  mlir::DialectRegistry registry;
  registry.insert<aic::AicDialect, aic::schedule::ScheduleDialect, mlir::arith::ArithDialect,
                  mlir::func::FuncDialect, mlir::linalg::LinalgDialect, mlir::math::MathDialect,
                  mlir::tensor::TensorDialect>();
  return mlir::failed(mlir::MlirLspServerMain(argc, argv, registry));
}
