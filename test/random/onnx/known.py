"""What is ONNX Runtime's own fault, with the specification's words; and what cannot be compared with it.

A row matches a case that was shrunk to one node: its operator, the kind of the failure, and a condition on it. What matches is
counted and shown. The words stand in the operator's schema: self_check.py looks, for those that python3-onnx has. Where the specification
leaves a result open, the table of operators keeps away from it, and says so there."""
from collections import namedtuple

import numpy
import onnx

from tensors import OF_ONNX, Tensor

# kind: how the verdict's begins. words: of the specification. remark: what ONNX Runtime does instead.
Fault = namedtuple("Fault", "operator kind condition words remark")


def _numbers(case, name):
    """The array of an input or an initializer of the case, or None."""
    if name in case.inputs:
        return case.inputs[name]
    for tensor in case.model.graph.initializer:
        if tensor.name == name and tensor.data_type in OF_ONNX and tensor.HasField("raw_data"):
            return Tensor.of_proto(tensor)
    return None


def _attribute(node, name, otherwise):
    return next((onnx.helper.get_attribute_value(a) for a in node.attribute if a.name == name), otherwise)


def _operand(node, case, i=0):
    return _numbers(case, node.input[i]) if i < len(node.input) and node.input[i] else None


def _flat_channels(node, case):
    """A channel's elements are all the same, or there is one."""
    x = _operand(node, case)
    return x is not None and x.array.size > 0 and x.array.reshape(x.shape[:2] + (-1,)).astype(numpy.float64).ptp(-1).min() == 0


def _flat_along_axes(node, case):
    """Elements that are normalised together are all the same."""
    x = _operand(node, case)
    axes = tuple(_attribute(node, "axes", [0, 2, 3]))
    return x is not None and x.array.size > 0 and bool((x.array.astype(numpy.float64).ptp(axes) == 0).any())


def _empty(node, case):
    x = _operand(node, case)
    return x is not None and x.array.size == 0


def _empty_axes(node, case):
    axes = _operand(node, case, 1)
    return axes is not None and axes.array.size == 0


def _sums_nothing(node, case):
    x = _operand(node, case)
    return x is not None and x.shape[-1:] == (0,)


def _sum_leaves_i32(node, case):
    x = _operand(node, case)
    return x is not None and x.type == "i32" and numpy.abs(x.array.astype(numpy.float64)).sum() >= 2.0**31


def _sums_leave_digits(node, case):
    operands = [_operand(node, case, i) for i in range(len(node.input))]
    most = {"i32": 2.0**31, "i64": 2.0**53}
    return any(x is not None and numpy.abs(x.array.astype(numpy.float64)).sum() >= most.get(x.type, numpy.inf) for x in operands)


def _no_parts(node, case):
    places = _operand(node, case, 1)
    return places is not None and places.shape[-1:] == (0,)


def _digits(bits, types):
    """Integers that a float of so many bits does not hold."""
    def condition(node, case):
        x = _operand(node, case)
        return x is not None and x.type in types and numpy.abs(x.array.astype(numpy.float64)).max(initial=0) > 2.0**bits
    return condition


def _not_finite(types):
    def condition(node, case):
        x = _operand(node, case)
        return x is not None and x.type in types and not numpy.isfinite(x.array.astype(numpy.float64)).all()
    return condition


SAME_RANK = "The resulting tensor has the same rank as the input if keepdims equal"
FAULTS = [
    Fault("Shrink", "numbers", _digits(24, ("i32", "i64")), "If x < -lambd, y = x + bias; If x > lambd, y = x - bias; Otherwise, y = 0",
          "it is computed in f32, which has 24 bits"),
    Fault("InstanceNormalization", "numbers", _flat_channels, "y = scale * (x - mean) / sqrt(variance + epsilon) + B",
          "where x is the mean it is not B: x times a factor and mean times it are rounded, then subtracted"),
    Fault("MeanVarianceNormalization", "numbers", _flat_along_axes, "(X-EX)/sqrt(E(X-EX)^2)",
          "of equal elements this is 0 / 0, NaN; the operator's function adds 1e-9 to the root, which makes it 0, as aic does"),
    Fault("LogSoftmax", "numbers", _not_finite(("f64",)), "LogSoftmax(input, axis) = Log(Softmax(input, axis=axis))",
          "in f64 a row with an infinity or a NaN is 46.05, -log(1e-20)"),
    Fault("LayerNormalization", "numbers", _not_finite(("f32", "f64", "f16", "bf16")), "Mean = ReduceMean<axes=normalized_axes>(X)",
          "of an infinity and numbers it is NaN, and there it is not"),
    Fault("LRN", "numbers", _not_finite(("f32", "f16", "bf16")), "square_sum[n, c, d1, ..., dk] = sum(X[n, i, d1, ..., dk] ^ 2)",
          "the sum goes from channel to channel by adding one and subtracting another, so a NaN stays in it"),
    Fault("ReduceMean", "numbers", _empty, "The above behavior is similar to numpy",
          "numpy's mean of no elements is NaN, as is aic's; it has 0 (later texts: \"Reduction over an empty set of values yields undefined\")"),
    Fault("ReduceMean", "numbers", _sum_leaves_i32, "Computes the mean of the input tensor's element",
          "it sums integers in f64, aic in their own type"),
    Fault("Einsum", "numbers", _sums_leave_digits, "summation",
          "an operand's own sums are taken in f64, and those that leave the type saturate"),
    Fault("Clip", "numbers", _not_finite(("f16",)), "They default to numeric_limits::lowest() and numeric_limits::max(), respectively",
          "its defaults are f32's, which are infinite as f16"),
    Fault("Mod", "numbers", _digits(53, ("i64",)), "Performs element-wise binary modulus",
          "fmod = 1 is C's fmod there, of f64, which does not hold these integers"),
    Fault("Gemm", "numbers", _sums_nothing, "Compute Y = alpha * A' * B' + beta * C",
          "of no products it leaves beta out"),
    Fault("MatMul", "shape", _sums_nothing, "Matrix product that behaves like numpy.matmul",
          "of no products its leading axes are not broadcast"),
    Fault("MatMulInteger", "numbers", _sums_nothing, "Matrix product that behaves like numpy.matmul",
          "of no products it gives what is in its memory"),
    Fault("QLinearMatMul", "numbers", _sums_nothing, "y = saturate((x / y_scale) + y_zero_point)",
          "a sum of no products is 0, so y is y_zero_point; it is left as it was"),
    Fault("ConvInteger", "numbers", _empty, "The integer convolution operator consumes an input tensor",
          "a sum of no products is 0; it is left as it was"),
    Fault("QLinearConv", "numbers", _empty, "The convolution operator consumes a quantized input tensor",
          "a sum of no products is 0; it is left as it was"),
    Fault("GroupNormalization", "shape", _empty, "The output tensor of the same shape as `X`",
          "its function reshapes to sizes of which 0 keeps what was there"),
    Fault("SoftmaxCrossEntropyLoss", "numbers", _empty, "the sum of the output will be divided by the number of elements in the output",
          "0 / 0 is NaN; it has 0"),
    Fault("NegativeLogLikelihoodLoss", "numbers", _empty, "the sum of the output will be divided by the sum of applied weights",
          "0 / 0 is NaN; it has 0"),
    Fault("Squeeze", "shape", _empty_axes, "If `axes` is not provided, all the single dimensions will be removed from the shape",
          "a list of no axes that is provided removes all of them too"),
    Fault("GatherND", "exit 1", _no_parts, "should have a value between 1 (inclusive) and rank",
          "it takes indices of no parts"),
    Fault("Compress", "exit 1", _empty, "Its length can be less than the input length",
          "it takes a condition that is longer than the axis"),
] + [
    Fault(f"Reduce{name}", "shape", _empty, SAME_RANK, "an axis of no elements that is reduced keeps its size")
    for name in ("L1", "L2", "LogSum", "LogSumExp", "Max", "Mean", "Min", "Prod", "Sum", "SumSquare")
] + [
    Fault(name, "shape", _empty, SAME_RANK, "an axis of no elements that is reduced keeps its size") for name in ("ArgMax", "ArgMin")
]

# Operators of `aic operators` of which the generator makes none, and why: test/onnx/transformer_cases.py and quantised_cases.py have the
# forms that exporters write, with ONNX Runtime's values.
NOT_COMPARED = {name: "in test/onnx/ort alone" for name in (
    "Attention BiasGelu BiasSplitGelu DynamicQuantizeMatMul EmbedLayerNormalization FastGelu FusedConv FusedMatMul GatherBlockQuantized "
    "GemmFastGelu GroupQueryAttention MatMulIntegerToFloat MatMulNBits MultiHeadAttention QAttention QGemm QLinearAdd QLinearConcat "
    "QLinearGlobalAveragePool QLinearLeakyRelu QLinearMul QLinearSigmoid QLinearSoftmax QuickGelu RotaryEmbedding "
    "SimplifiedLayerNormalization SkipLayerNormalization SkipSimplifiedLayerNormalization Swish").split()}
NOT_COMPARED.update({name: "random" for name in "Bernoulli Multinomial RandomNormal RandomNormalLike RandomUniform RandomUniformLike".split()})
NOT_COMPARED.update({name: "of sequences: test/onnx/cases/sequences.onnx" for name in (
    "ConcatFromSequence SequenceAt SequenceConstruct SequenceEmpty SequenceErase SequenceInsert SequenceLength SplitToSequence").split()})
NOT_COMPARED.update({"NonMaxSuppression": "its result has rows that ONNX Runtime's lacks: ONNX's node tests and test/onnx/cases",
                     "DeformConv": "ONNX Runtime has none for the CPU: test/onnx/cases/deform_conv.onnx"})


def fault_of_onnx_runtime(case, verdict):
    """What ONNX Runtime does wrong, or None."""
    nodes = [node for node in case.model.graph.node if node.op_type not in ("Constant", "Identity")]
    if len(nodes) != 1:
        return None
    for fault in FAULTS:
        if nodes[0].op_type == fault.operator and verdict.kind.startswith(fault.kind) and fault.condition(nodes[0], case):
            return f'{fault.operator}: "{fault.words}": {fault.remark}'
    return None
