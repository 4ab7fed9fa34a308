// The passes that only training needs, apart from Passes.td, whose declarations all passes include.
#ifndef AIC_GRADIENT_PASSES_TD
#define AIC_GRADIENT_PASSES_TD

include "mlir/Pass/PassBase.td"

def DecomposeGradients : Pass<"aic-decompose-gradients", "::mlir::func::FuncOp"> {
  let summary = "what rules for gradients make becomes operations that models are written in, where a device has no code for it";
  let description = [{
    conv2d_weight_gradient becomes a conv2d in which batch and channels have changed places, max_pool2d_gradient comparisons of
    slices with the largest (dialects/aic/Training.h): for Vulkan, and the first on the CPU for f64.
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [
    ListOption<"targets", "targets", "std::string", "devices that must compute what is made: cpu, vulkan">];
}

#endif
