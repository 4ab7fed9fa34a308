// The pipeline from a frontend's module to what compiler/lowering reads.
#include "compiler/transforms/GradientPasses.h"
#include "compiler/transforms/Passes.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_REGISTRATION
#include "compiler/transforms/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "compiler/transforms/GradientPasses.h.inc"

static void addTidying(OpPassManager& function, const FusionOptions& options) {
  if (!options.canonicalize)
    return;
  function.addPass(createCanonicalizerPass());
  function.addPass(createCSEPass());
}

// The operations that a model is written in become fewer kinds, each as a kernel computes it.
static void addSimplifications(OpPassManager& function, const FusionOptions& options) {
  SmallVector<std::string> targets(options.targets);
  // While every operation is one that a model is written in: those have rules.
  function.addPass(createDifferentiate());
  // What only some devices have, before all that looks for what models are written in.
  function.addPass(createDecomposeGradients({targets}));
  // A frontend expands blocks as they are written: identities, dead values, the same parameter read twice.
  // cse compares resources by their handle, so equal parameters merge without a look at their bytes.
  addTidying(function, options);
  // Before batch norms: a weight that the text computes from constants (a reshape, a scale) becomes a
  // constant first.
  if (options.foldConstants)
    function.addPass(createFoldConstants());
  // A quantised tensor that no product or lookup may read as it is stored is one of floats from here on.
  function.addPass(createDecomposeDequantize({/*all=*/false, /*fold=*/true}));
  // Where weights are constants by now; before what looks for products of floats.
  if (options.decomposeIntegerProducts)
    function.addPass(createDecomposeIntegerProducts({targets}));
  // Where indices are constants by now; before recurrences, of which a slice may be the last step.
  if (options.sliceTakes)
    function.addPass(createSliceTakes());
  // While every convolution is in the model's own layout, and a conv1d is one.
  if (options.foldPads)
    function.addPass(createFoldPads({targets}));
  // While convolution and batch_norm still are in the model's own layout and meet directly.
  if (options.foldBatchNorm)
    function.addPass(createFoldBatchNorm());
  // Only what could not fold; before layout, which then has fewer kinds of operators to move.
  if (options.decomposeBatchNorm)
    function.addPass(createDecomposeBatchNorm());
  // Where the model's own operators still stand as they were exported; softmax before attention, which looks
  // for it.
  if (options.recogniseNorms)
    function.addPass(createRecogniseNorms({targets}));
  if (options.recogniseActivations)
    function.addPass(createRecogniseActivations({targets}));
  if (options.fuseAttention)
    function.addPass(createFuseAttention({targets}));
  // When norms and attentions are what they will be, and before projections merge: of the queries' only some
  // rows are wanted then, of the keys' and values' all.
  if (options.narrowRows)
    function.addPass(createNarrowRows());
  // Lowering has no lstm, gru or rnn; the sums of biases that this makes are folded below.
  if (options.splitRecurrence)
    function.addPass(createSplitRecurrence());
  // After batch norms, which meet a convolution directly only before it is a conv2d between reshapes; before
  // layout, which moves conv2d alone.
  if (options.decomposeConvolution)
    function.addPass(createDecomposeConvolution());
  if (options.decomposeOneHot)
    function.addPass(createDecomposeOneHot());
  // Before layout, which has less to move then.
  if (options.simplifyMoves)
    function.addPass(createSimplifyMoves());
}

// The layout of images, and what belongs to one kernel.
static void addFusions(OpPassManager& function, const FusionOptions& options) {
  SmallVector<std::string> targets(options.targets);
  // The old weights and statistics are dead now.
  addTidying(function, options);
  // What the passes before computed with constants (a recurrence's biases) is a constant below.
  if (options.foldConstants)
    function.addPass(createFoldConstants());
  // Wants constant weights and biases. Its slices are copies but where aic-fuse-views takes them in.
  if (options.mergeProjections && options.fuseViews)
    function.addPass(createMergeProjections({targets}));
  // Before fusing: the layout decides which values have the same shape, and the transposes that it leaves are
  // roots of nothing, so they would cut groups in two.
  if (options.layout)
    function.addPass(createLayout());
  // The layout reshaped and transposed constants: equal ones merge first, so that each is computed once.
  addTidying(function, options);
  if (options.foldConstants)
    function.addPass(createFoldConstants());
  addTidying(function, options);
  // Again for the transposes that the layout left.
  if (options.layout && options.simplifyMoves)
    function.addPass(createSimplifyMoves());
  // When products are what they will be: their scales are elementwise operators after them. What is left is
  // computed now if it is constant, for arithmetic is the bound there, not memory.
  if (options.readQuantised)
    function.addPass(createReadQuantised({targets}));
  function.addPass(createDecomposeDequantize({/*all=*/true, /*fold=*/true}));
  // When sums are scaled by constants.
  if (options.foldScales)
    function.addPass(createFoldScales());
  addTidying(function, options);
  // When every view is where it stays, and before elementwise operators take what is beside them.
  if (options.fuseViews)
    function.addPass(createFuseViews());
  // Last: nothing after it looks into the groups.
  if (options.fuseEpilogues)
    function.addPass(createFuseEpilogues({targets}));
}

void buildFusionPipeline(OpPassManager& pm, const FusionOptions& options) {
  // Before all others, which then see what there is.
  pm.addNestedPass<func::FuncOp>(createWidenWeights({SmallVector<std::string>(options.targets)}));
  // Before all others, which then see f32. Vulkan's devices compute in 16 bits where they can.
  if (options.widenHalves && options.targets.size() == 1 && options.targets.front() == "cpu")
    pm.addPass(createWidenHalves());
  OpPassManager& function = pm.nest<func::FuncOp>();
  addSimplifications(function, options);
  addFusions(function, options);
}

namespace {

/// The switches of FusionOptions on the command line.
struct CommandLine : PassPipelineOptions<CommandLine> {
  FusionOptions values;

  struct Switch : Option<bool> {
    Switch(CommandLine& parent, StringRef name, bool& value)
        : Option<bool>(parent, name, llvm::cl::desc("run it"), llvm::cl::init(true)) {
      this->setCallback([&value](const bool& wanted) { value = wanted; });
    }
  };
  ListOption<std::string> targets{*this, "targets", llvm::cl::desc("devices that must compute what is made")};
  Switch canonicalize{*this, "canonicalize", values.canonicalize};
  Switch foldConstants{*this, "fold-constants", values.foldConstants};
  Switch sliceTakes{*this, "slice-takes", values.sliceTakes};
  Switch foldPads{*this, "fold-pads", values.foldPads};
  Switch foldBatchNorm{*this, "fold-batch-norm", values.foldBatchNorm};
  Switch decomposeBatchNorm{*this, "decompose-batch-norm", values.decomposeBatchNorm};
  Switch recogniseNorms{*this, "recognise-norms", values.recogniseNorms};
  Switch recogniseActivations{*this, "recognise-activations", values.recogniseActivations};
  Switch fuseAttention{*this, "fuse-attention", values.fuseAttention};
  Switch narrowRows{*this, "narrow-rows", values.narrowRows};
  Switch splitRecurrence{*this, "split-recurrence", values.splitRecurrence};
  Switch decomposeConvolution{*this, "decompose-convolution", values.decomposeConvolution};
  Switch decomposeIntegerProducts{*this, "decompose-integer-products", values.decomposeIntegerProducts};
  Switch decomposeOneHot{*this, "decompose-one-hot", values.decomposeOneHot};
  Switch readQuantised{*this, "read-quantised", values.readQuantised};
  Switch foldScales{*this, "fold-scales", values.foldScales};
  Switch simplifyMoves{*this, "simplify-moves", values.simplifyMoves};
  Switch mergeProjections{*this, "merge-projections", values.mergeProjections};
  Switch layout{*this, "layout", values.layout};
  Switch fuseViews{*this, "fuse-views", values.fuseViews};
  Switch widenHalves{*this, "widen-halves", values.widenHalves};
  Switch fuseEpilogues{*this, "fuse-epilogues", values.fuseEpilogues};
};

} // namespace

void registerPasses() {
  registerAicTransformsPasses();
  registerAicGradientsPasses();
  PassPipelineRegistration<CommandLine>("aic-fusion-pipeline",
                                        "all passes from a frontend's module to fused operators",
                                        [](OpPassManager& pm, const CommandLine& options) {
                                          FusionOptions values = options.values;
                                          llvm::append_range(values.targets, options.targets);
                                          buildFusionPipeline(pm, values);
                                        });
}

} // namespace aic::transforms
