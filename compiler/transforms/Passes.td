// The passes from `aic` to `aic`, in alphabetical order. Pipeline.cpp says in which order they run, and why.
#ifndef AIC_TRANSFORMS_PASSES_TD
#define AIC_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

// Passes that make one operation of several ask these first (Targets.h).
def AsksTargets : ListOption<"targets", "targets", "std::string", "devices that must compute what is made: cpu, vulkan">;

def DecomposeBatchNorm : Pass<"aic-decompose-batch-norm", "::mlir::func::FuncOp"> {
  let summary = "batch_norm becomes mul and add (or, with statistics that are not constant, sub, mul and add)";
  let description = [{
    What aic-fold-batch-norm left becomes elementwise operators, which can be the epilogue of a kernel. With constant
    statistics and parameters the factor and the term of each channel are computed here, in double:

      %1 = aic.batch_norm %x, %mean, %var weight %w bias %b : (tensor<1x8x4x4xf32>, ...) -> tensor<1x8x4x4xf32>
      =>
      %1 = aic.mul %x, %factor : (tensor<1x8x4x4xf32>, tensor<8x1x1xf32>) -> tensor<1x8x4x4xf32>
      %2 = aic.add %1, %term : (tensor<1x8x4x4xf32>, tensor<8x1x1xf32>) -> tensor<1x8x4x4xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def DecomposeConvolution : Pass<"aic-decompose-convolution", "::mlir::func::FuncOp"> {
  let summary = "conv1d and conv_transpose2d become conv2d";
  let description = [{
    conv1d is a conv2d over one row; the elementwise operators, reductions and the like that follow it go with it to four
    axes, so that aic-layout sees one region. conv_transpose2d with a constant weight is a conv2d with stride 1: its
    kernel reversed, and for a stride above 1 one set of channels for each phase and a pixel shuffle
    (TransposedConvolution.cpp). It is written in NHWC, which its shuffle is cheapest in. Where a phase has fewer taps than
    another, an infinity or NaN in x makes NaN of elements that do not depend on it: they read it with a weight of zero.

      %1 = aic.conv1d %x, %w : (tensor<1x3x8xf32>, tensor<4x3x3xf32>) -> tensor<1x4x6xf32>
      =>
      %0 = aic.reshape %x : (tensor<1x3x8xf32>) -> tensor<1x3x1x8xf32>
      %1 = aic.reshape %w : (tensor<4x3x3xf32>) -> tensor<4x3x1x3xf32>
      %2 = aic.conv2d %0, %1 : (tensor<1x3x1x8xf32>, tensor<4x3x1x3xf32>) -> tensor<1x4x1x6xf32>
      %3 = aic.reshape %2 : (tensor<1x4x1x6xf32>) -> tensor<1x4x6xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def DecomposeDequantize : Pass<"aic-decompose-dequantize", "::mlir::func::FuncOp"> {
  let summary = "a dequantize that nothing reads packed becomes f32: of constants now, of other tensors in the run";
  let description = [{
    Without `all` those stay that a product of matrices or a lookup reads, directly or through a transpose:
    aic-read-quantised may take them.

      %1 = aic.dequantize %q, %s zero %z : (tensor<8x4xi8>, tensor<8x1xf32>, tensor<8x1xi8>) -> tensor<8x4xf32>
      =>
      %2 = aic.cast %q : (tensor<8x4xi8>) -> tensor<8x4xf32>
      %3 = aic.cast %z : (tensor<8x1xi8>) -> tensor<8x1xf32>
      %4 = aic.sub %2, %3 : (tensor<8x4xf32>, tensor<8x1xf32>) -> tensor<8x4xf32>
      %1 = aic.mul %4, %s : (tensor<8x4xf32>, tensor<8x1xf32>) -> tensor<8x4xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [Option<"all", "all", "bool", "true", "also what products and lookups read">,
                 Option<"fold", "fold", "bool", "true", "constants now; else as all others">];
}

def DecomposeIntegerProducts : Pass<"aic-decompose-integer-products", "::mlir::func::FuncOp"> {
  let summary = "products of two tensors of 8-bit integers become sums of f32, where a target has no kernel of integers for them";
  let description = [{
    The sums are as exact: up to 514 products fit f32's 24 bits, up to 4386 where the weight is split into two of 4 bits, and more
    are sums of parts.

      %1 = aic.matmul %a, %b : (tensor<2x300xui8>, tensor<300x4xi8>) -> tensor<2x4xi32>
      =>
      %2 = aic.cast %a : (tensor<2x300xui8>) -> tensor<2x300xf32>
      %3 = aic.cast %b : (tensor<300x4xi8>) -> tensor<300x4xf32>
      %4 = aic.matmul %2, %3 : (tensor<2x300xf32>, tensor<300x4xf32>) -> tensor<2x4xf32>
      %1 = aic.cast %4 : (tensor<2x4xf32>) -> tensor<2x4xi32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [AsksTargets];
}

def DecomposeOneHot : Pass<"aic-decompose-one-hot", "::mlir::func::FuncOp"> {
  let summary = "one_hot becomes a comparison with the classes' numbers";
  let description = [{
      %1 = aic.one_hot %ids {num_classes = 3 : i64} : (tensor<5xi64>) -> tensor<5x3xi64>
      =>
      %0 = aic.reshape %ids : (tensor<5xi64>) -> tensor<5x1xi64>
      %1 = aic.constant dense<[0, 1, 2]> : tensor<3xi64>
      %2 = aic.compare eq %0, %1 : (tensor<5x1xi64>, tensor<3xi64>) -> tensor<5x3xi1>
      %3 = aic.cast %2 : (tensor<5x3xi1>) -> tensor<5x3xi64>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def Differentiate : Pass<"aic-differentiate", "::mlir::func::FuncOp"> {
  let summary = "gradients become the operations that compute them";
  let description = [{
    Reverse-mode differentiation by the operations' own rules (GradientOpInterface), of one aic.gradient after another, so that
    a gradient can be differentiated. No gradient passes through aic.stop_gradient, nor through what is no float. An
    operation without a rule, where a gradient would have to pass, is an error at its place.

      %y = aic.mul %x, %w : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %loss = aic.sum %y {dims = array<i64: 0>} : (tensor<2xf32>) -> tensor<f32>
      %g = aic.gradient %loss by %w : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
      =>
      %0 = aic.constant dense<1.0> : tensor<f32>
      %1 = aic.reshape %0 : (tensor<f32>) -> tensor<1xf32>
      %2 = aic.expand %1 : (tensor<1xf32>) -> tensor<2xf32>
      %g = aic.mul %2, %x : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def FoldBatchNorm : Pass<"aic-fold-batch-norm", "::mlir::func::FuncOp"> {
  let summary = "batch_norm goes into the weight and bias of the convolution or linear before it";
  let description = [{
    Applies where the convolution or linear has no other user and its weight and bias, and the statistics and parameters
    of the batch_norm, are constants. Computed in double and rounded once. The new constants are named after the old:

      %1 = aic.conv2d %x, %w : ...                         // %w = dense_resource<layer1.0.conv1.weight>
      %2 = aic.batch_norm %1, %mean, %var weight %g bias %b : ...
      =>
      %2 = aic.conv2d %x, %w2, %b2 : ...                   // dense_resource<layer1.0.conv1.weight+bn>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def FoldConstants : Pass<"aic-fold-constants", "::mlir::func::FuncOp"> {
  let summary = "operators whose operands are all constants are evaluated, with the oracle";
  let description = [{
    An operator is left alone, with a remark, where its result is more than max-growth bytes bigger than its operands,
    or where it would take more than max-steps scalar steps. A reshape of a parameter shares the parameter's bytes.

      %2 = aic.transpose %w {perm = array<i64: 1, 0>} : ...
      =>
      %2 = aic.constant dense_resource<"w+transpose"> : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [
    Option<"maxGrowth", "max-growth", "int64_t", "1048576", "bytes by which a result may exceed its operands">,
    Option<"maxSteps", "max-steps", "int64_t", "67108864", "scalar steps that one operator may take">];
}

def FoldPads : Pass<"aic-fold-pads", "::mlir::func::FuncOp"> {
  let summary = "a pad with zeros before a convolution becomes padding, a pad of nothing goes";
  let description = [{
    The pad is of zeros, along the image's own axes. Others that read it go on to. It stays where a device computes the convolution
    only without it, as the CPU those of integers.

      %0 = aic.pad %x {low = array<i64: 0, 0, 4>, high = array<i64: 0, 0, 0>} : (tensor<1x16x64xf32>) -> tensor<1x16x68xf32>
      %1 = aic.conv1d %0, %w {dilation = array<i64: 2>} : ...
      =>
      %1 = aic.conv1d %x, %w {dilation = array<i64: 2>, padding = array<i64: 4, 0>} : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [AsksTargets];
}

def FoldScales : Pass<"aic-fold-scales", "::mlir::func::FuncOp"> {
  let summary = "what quantised values are divided by before they are rounded goes into their scales";
  let description = [{
    Where a sum of integers, or several such, is scaled, added, bounded, divided by one number and rounded, the number goes into the
    scales, which are rounded to f32 once more: a value is multiplied once where it was multiplied and divided, as ONNX Runtime
    requantises. The results differ where a value is within roundings of a tie.

      %2 = aic.mul %1, %x_times_w : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
      %3 = aic.relu %2 : tensor<1x8x8x16xf32>
      %4 = aic.div %3, %y : (tensor<1x8x8x16xf32>, tensor<f32>) -> tensor<1x8x8x16xf32>
      %5 = aic.round %4 : tensor<1x8x8x16xf32>
      =>
      %3 = aic.mul %1, %x_times_w_over_y : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
      %4 = aic.relu %3 : tensor<1x8x8x16xf32>
      %5 = aic.round %4 : tensor<1x8x8x16xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def FuseAttention : Pass<"aic-fuse-attention", "::mlir::func::FuncOp"> {
  let summary = "softmax(q . k^T * scale + mask) . v becomes one attention";
  let description = [{
    From each softmax that a matmul reads, back to the matmul that makes its scores: between the two may stand factors and
    divisors (also split over q and k), added masks, `where` with a hidden score (-inf, or at most -1e4), bounds from
    below, and reshapes of the leading axes (AttentionScores.cpp). Masks that are constants become causality, a bool
    mask, or nothing (AttentionMask.cpp). Of an attention that the model has as such, factors of q and k and constant
    masks go the same way. The values' columns by the weights' rows, v . p^T, are the same attention, transposed.

      %1 = aic.matmul %q, %kt : ...
      %2 = aic.div %1, %eight : ...
      %3 = aic.where %lower_triangle, %2, %minus_infinity : ...
      %4 = aic.softmax %3 {dim = 3 : i64} : ...
      %5 = aic.matmul %4, %v : ...
      =>
      %k = aic.transpose %kt {perm = array<i64: 0, 1, 3, 2>} : ...
      %5 = aic.attention %q, %k, %v {causal = true, scale = 0.125 : f64} : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [AsksTargets];
}

def FuseEpilogues : Pass<"aic-fuse-epilogues", "::mlir::func::FuncOp"> {
  let summary = "a root operator and the elementwise operators that follow it become one aic.fused";
  let description = [{
    A root is a conv2d, linear, matmul, pooling, interpolate, reduction, softmax, norm, embedding, gather or take, or a
    copy (transpose, slice, expand, concat, pad); a group may also have none. An elementwise
    operator joins the group of one of its operands where its result has the shape of the group's, so nothing is
    computed twice; its other operands may be any values known by then, such as a residual. A value of the group that
    is used outside as well becomes one more result. Splat constants stand inside the region, where an emitter sees them
    as literals; parameters stay outside, as operands. A single operator stays bare.

      %1 = aic.conv2d %x, %w, %b : ...
      %2 = aic.add %1, %residual : ...
      %3 = aic.relu %2 : ...
      =>
      %3 = aic.fused(%x, %w, %b, %residual) : ... { ^bb0(...): aic.conv2d ...; aic.add ...; aic.relu ...; aic.yield }
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [
    AsksTargets,
    Option<"maxOperators", "max-operators", "int64_t", "64", "operators in one group">,
    Option<"maxBuffers", "max-buffers", "int64_t", "32", "operands and results of one group, together">];
}

def FuseViews : Pass<"aic-fuse-views", "::mlir::func::FuncOp"> {
  let summary = "attention and recurrence take the views before and after them into their group";
  let description = [{
    Heads are split and merged by reshape and transpose, and a merged projection is cut by slice: attention's q, k and v
    (and a recurrence's x) are then views of one tensor, and its result is viewed once more. Each view that would be a
    copy goes into the group, where the kernel reads it as strides (dialects/aic/Views.h). Where a reshape that merges
    leading axes stands in the way, the attention keeps them apart (AttentionAxes.cpp). Of v, x and the result
    neighbours along the last axis must lie side by side.

      %1 = aic.transpose %q {perm = array<i64: 0, 2, 1, 3>} : (tensor<1x8x2x4xf32>) -> tensor<1x2x8x4xf32>
      %2 = aic.attention %1, %k, %v {scale = 0.5 : f64} : ...
      =>
      %2 = aic.fused(%q, %k, %v) : ... { ^bb0(...): aic.transpose ...; aic.attention ...; aic.yield }
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def Layout : Pass<"aic-layout", "::mlir::func::FuncOp"> {
  let summary = "convolutions and poolings become NHWC, and whole regions around them";
  let description = [{
    Convolutions and poolings always become NHWC: that is what their kernels read. Elementwise operators, batch_norm,
    reductions, softmax, concat, slice, pad and expand on tensors of rank 4 follow where that leaves fewer bytes to
    transpose (LayoutPlan.cpp), so transposes stay only at the edges of a region. A flatten that feeds only linears with
    constant weights needs none: the columns of the weights are permuted instead. A transpose that moves only axes of
    size 1 is a reshape. A function without a convolution or pooling is left as it is.

      %1 = aic.conv2d %x, %w : (tensor<1x3x8x8xf32>, ...) -> tensor<1x4x8x8xf32>
      %2 = aic.relu %1 : tensor<1x4x8x8xf32>
      %3 = aic.mean %2 {dims = array<i64: 2, 3>} : (tensor<1x4x8x8xf32>) -> tensor<1x4xf32>
      =>
      %0 = aic.transpose %x {perm = array<i64: 0, 2, 3, 1>} : (tensor<1x3x8x8xf32>) -> tensor<1x8x8x3xf32>
      %1 = aic.conv2d %0, %w {layout = nhwc} : (tensor<1x8x8x3xf32>, ...) -> tensor<1x8x8x4xf32>
      %2 = aic.relu %1 : tensor<1x8x8x4xf32>
      %3 = aic.mean %2 {dims = array<i64: 1, 2>} : (tensor<1x8x8x4xf32>) -> tensor<1x4xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def MergeProjections : Pass<"aic-merge-projections", "::mlir::func::FuncOp"> {
  let summary = "linears of one input, read by an attention or by recurrences, become one and slices of it";
  let description = [{
    Applies to the linears (and matmuls with a constant matrix, with or without the add of a vector) behind q, k and v of
    one attention, and behind the x of recurrences, that read the same value and have constant weights. The slices cost
    nothing there, as aic-fuse-views lets the kernel read them in place; before other operators each would be a copy, so
    linears that others read stay apart.

      %q = aic.linear %x, %wq, %bq : ...
      %k = aic.linear %x, %wk, %bk : ...
      %v = aic.linear %x, %wv, %bv : ...
      =>
      %0 = aic.linear %x, %wqkv, %bqkv : ...           // dense_resource<"attention.query.weight+merged">
      %q = aic.slice %0 ..., %k = aic.slice %0 ..., %v = aic.slice %0 ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [AsksTargets];
}

def NarrowRows : Pass<"aic-narrow-rows", "::mlir::func::FuncOp"> {
  let summary = "where only some rows of a result are read, only those are computed";
  let description = [{
    A slice moves before the linears, products (rows of a), norms, softmaxes, attentions (queries) and what stands between
    them, where nothing reads anything else of their results. The last query of a causal attention sees every key.

      %1 = aic.linear %0, %w : (tensor<1x197x768xf32>, tensor<1000x768xf32>) -> tensor<1x197x1000xf32>
      %2 = aic.slice %1 {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 1, 1, 1000>, ...} : ...
      =>
      %1 = aic.slice %0 {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 1, 1, 768>, ...} : ...
      %2 = aic.linear %1, %w : (tensor<1x1x768xf32>, tensor<1000x768xf32>) -> tensor<1x1x1000xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def QuantiseWeights : Pass<"aic-quantise-weights", "::mlir::ModuleOp"> {
  let summary = "constant weights of linear, matmul, embedding and take in 16, 8 or 4 bits";
  let description = [{
    Of f32 parameters with two axes. int8: the nearest of -127 to 127 times a scale for each output (row of a table), its largest
    weight over 127. int4: -8 to 7 times a scale of f16 for each 32 neighbours, the one of several whose errors' squares
    are least. An odd number of inputs is int8 instead. bf16 and f16: the nearest, which products of f32 read as they are
    stored, and a cast behind lookups; what is too large for f16 is bf16 instead.

      %1 = aic.linear %x, %w : (tensor<2x64xf32>, tensor<8x64xf32>) -> tensor<2x8xf32>
      =>
      %2 = aic.dequantize %q, %s : (tensor<8x64xi8>, tensor<8x1xf32>) -> tensor<8x64xf32>
      %1 = aic.linear %x, %2 : (tensor<2x64xf32>, tensor<8x64xf32>) -> tensor<2x8xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [Option<"precision", "precision", "std::string", "\"int8\"",
                        "TYPE[;PATTERN=TYPE]...: f32, f16, bf16, int8, int4; a pattern is a glob on a parameter's name or a dotted prefix">];
}

def ReadQuantised : Pass<"aic-read-quantised", "::mlir::func::FuncOp"> {
  let summary = "products, lookups and attentions read what is stored in 8 or 4 bits as it is";
  let description = [{
    An attention whose keys or values are a dequantize of 8 bits with a scale for each row, maybe through reshapes and
    expansions that leave rows alone, is a quantised_attention of the bytes.

    A linear or matmul whose weight is a dequantize with a scale for each output, or one for all, is one of the
    integers, which widen in registers, and its sums are scaled:

      %1 = aic.dequantize %q, %s : (tensor<8x64xi8>, tensor<8x1xf32>) -> tensor<8x64xf32>
      %2 = aic.linear %x, %1, %b : (tensor<2x64xf32>, tensor<8x64xf32>, tensor<8xf32>) -> tensor<2x8xf32>
      =>
      %3 = aic.linear %x, %q : (tensor<2x64xf32>, tensor<8x64xi8>) -> tensor<2x8xf32>
      %4 = aic.mul %3, %s : (tensor<2x8xf32>, tensor<8xf32>) -> tensor<2x8xf32>
      %2 = aic.add %4, %b : (tensor<2x8xf32>, tensor<8xf32>) -> tensor<2x8xf32>

    Zero points are subtracted now; what no longer fits i8 is i16. One with scales for blocks of its inputs is a block_linear. A
    lookup takes rows of integers and dequantizes those. Where a device has no tensors of bytes, what is made of rounded floats and
    cast back stays these floats, which are the same numbers.
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [AsksTargets];
}

def RecogniseActivations : Pass<"aic-recognise-activations", "::mlir::func::FuncOp"> {
  let summary = "gelu, silu, hardswish, hardsigmoid and softmax where they are spelled out";
  let description = [{
    gelu by erf and by tanh (x^3 as a power or products), silu as x * sigmoid(x) or x / (1 + exp(-x)), hardswish and
    hardsigmoid by relu6 or clamp, softmax as exp(x - amax(x)) / sum(exp(x - amax(x))). Constants may differ in the sixth
    digit.

      %1 = aic.div %x, %root_of_two : ...
      %2 = aic.erf %1 : ...
      %3 = aic.add %2, %one : ...
      %4 = aic.mul %x, %3 : ...
      %5 = aic.mul %4, %half : ...
      =>
      %5 = aic.gelu %x : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [AsksTargets];
}

def RecogniseNorms : Pass<"aic-recognise-norms", "::mlir::func::FuncOp"> {
  let summary = "layer_norm and rms_norm where they are spelled out";
  let description = [{
    Over the last axes: (x - mean) / sqrt(mean((x - mean)^2) + eps), and x * rsqrt(mean(x^2) + eps), with sqrt, rsqrt or
    powers; a mean may be a sum and a division. The weight and bias that follow are the norm's; the weight may also stand
    before the division.

      %1 = aic.mul %x, %x : ...
      %2 = aic.mean %1 {dims = array<i64: 2>, keepdim = true} : ...
      %3 = aic.add %2, %eps : ...
      %4 = aic.rsqrt %3 : ...
      %5 = aic.mul %x, %4 : ...
      %6 = aic.mul %w, %5 : ...
      =>
      %6 = aic.rms_norm %x weight %w {eps = 1.0e-5 : f64} : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [AsksTargets];
}

def SimplifyMoves : Pass<"aic-simplify-moves", "::mlir::func::FuncOp"> {
  let summary = "operators that only move elements are joined, dropped, or moved behind elementwise ones";
  let description = [{
    Of two transposes around a reshape that only merges or splits axes one is left, and one that moves only axes of size 1
    is a reshape. One that keeps the last axis passes a linear or matmul where it meets another move, or becomes a view of an
    attention or recurrence (MovesAroundProducts.cpp). A slice of one operand of a concat reads that operand; slices of slices and concats of concats are one; an expand
    before an elementwise operator, which broadcasts by itself, goes. An elementwise operator of one tensor moves before
    the reshapes, transposes and slices that it follows, to the kernel that makes their operand:

      %1 = aic.reshape %conv : ...
      %2 = aic.transpose %1 : ...
      %3 = aic.relu %2 : ...
      =>
      %1 = aic.relu %conv : ...
      %2 = aic.reshape %1 : ...
      %3 = aic.transpose %2 : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def SliceTakes : Pass<"aic-slice-takes", "::mlir::func::FuncOp"> {
  let summary = "take at constant indices that lie evenly apart is a slice";
  let description = [{
    Exporters write x[:, -1] and x[0] so. A slice is a view for some readers, the last step of a recurrence is its state,
    and a slice of a concat reads one operand:

      %1 = aic.take %x, %minus {dim = 1 : i64} : (tensor<2x5x3xf32>, tensor<i64>) -> tensor<2x3xf32>
      =>
      %0 = aic.slice %x {offsets = array<i64: 0, 4, 0>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : ...
      %1 = aic.reshape %0 : (tensor<2x1x3xf32>) -> tensor<2x3xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def SplitConcats : Pass<"aic-split-concats", "::mlir::func::FuncOp"> {
  let summary = "a concat of more tensors than a device binds at once joins some of them first";
  let description = [{
    After the whole pipeline, with the number of the target: because a device binds so many buffers, or because each tensor
    is code of its own in the kernel. Neighbours are joined before, in as few steps as there can be; steps of a
    concat inside a group come before the group.

      %0 = aic.concat %a, %b, %c {dim = 0 : i64} : ...
      => (most = 2)
      %1 = aic.concat %b, %c {dim = 0 : i64} : ...
      %0 = aic.concat %a, %1 {dim = 0 : i64} : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [Option<"most", "most", "unsigned", "14", "the most tensors that a concat joins, at least 2">];
}

def SplitRecurrence : Pass<"aic-split-recurrence", "::mlir::func::FuncOp"> {
  let summary = "lstm, gru and rnn become one linear over all steps and a recurrence";
  let description = [{
    The projection of the input does not depend on the step before, so it is one matrix product for all steps. What is
    left is `recurrence`, one kernel that keeps its weights at hand. The biases are added to the projection; only gru's
    hidden bias of n, which r multiplies, stays. A slice of the last step is the last state, which is there already.

      %y, %h, %c = aic.lstm %x, %w, %v b_ih %a b_hh %b : ...
      =>
      %0 = aic.add %a, %b : ...
      %1 = aic.linear %x, %w, %0 : ...
      %y, %h, %c = aic.recurrence lstm %1, %v : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def WidenHalves : Pass<"aic-widen-halves", "::mlir::ModuleOp"> {
  let summary = "models in f16 and bf16 whose bound is arithmetic compute in f32";
  let description = [{
    Where each number of the constant weights serves 16 rows or more on average, and no state is of 16 bits: weights become f32 now,
    inputs when the run begins, results are rounded when it ends. What the model casts is rounded as it asks. Tables that are looked
    up in, and scales of integers, stay as they are stored.

      %1 = aic.linear %x, %w : (tensor<64x8xf16>, tensor<4x8xf16>) -> tensor<64x4xf16>
      =>
      %0 = aic.cast %x : (tensor<64x8xf16>) -> tensor<64x8xf32>
      %1 = aic.linear %0, %w_f32 : (tensor<64x8xf32>, tensor<4x8xf32>) -> tensor<64x4xf32>
      %2 = aic.cast %1 : (tensor<64x4xf32>) -> tensor<64x4xf16>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def WidenWeights : Pass<"aic-widen-weights", "::mlir::func::FuncOp"> {
  let summary = "constants of f16 and bf16 that a target cannot read beside f32 become f32";
  let description = [{
    What `--precision f16` and `bf16` store: weights of linear and matmul whose other factor is f32, and tables whose rows are
    cast to f32. Vulkan has no tensors of 16 bits.

      %1 = aic.linear %x, %w : (tensor<2x64xf32>, tensor<8x64xbf16>) -> tensor<2x8xf32>
      =>
      %1 = aic.linear %x, %w_f32 : (tensor<2x64xf32>, tensor<8x64xf32>) -> tensor<2x8xf32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [AsksTargets];
}

#endif
