"""What is ONNX Runtime's own fault, with the specification's words; and what cannot be compared with it.

A row matches a case that was shrunk to one node: its operator, the kind of the failure, and a condition on it. What matches is
counted and shown. Where the specification leaves a result open, the table of operators keeps away from it, and says so there."""
import numpy

from tensors import OF_ONNX, Tensor


def _numbers(case, name):
    """The array of an input or an initializer of the case, or None."""
    if name in case.inputs:
        return case.inputs[name]
    for tensor in case.model.graph.initializer:
        if tensor.name == name and tensor.data_type in OF_ONNX and tensor.HasField("raw_data"):
            return Tensor.of_proto(tensor)
    return None


def _attribute(node, name, otherwise):
    return next((a.i for a in node.attribute if a.name == name), otherwise)


def _of_many_digits(node, case):
    return case.types.get(node.input[0]) not in ("f32", "f16", "bf16")


def _one_element(node, case):
    """Each channel is one element, or all of its elements are the same."""
    x = _numbers(case, node.input[0])
    return x is not None and x.array.reshape(x.shape[:2] + (-1,)).astype(numpy.float64).ptp(-1).min() == 0


def _constant(node, case):
    x = _numbers(case, node.input[0])
    return x is not None and len(numpy.unique(x.array)) == 1


def _empty(node, case):
    x = _numbers(case, node.input[0])
    return x is not None and x.array.size == 0


def _largest_i64(node, case):
    x = _numbers(case, node.input[0])
    return numpy.abs(x.array.astype(numpy.float64)).max(initial=0) if x is not None and x.type == "i64" else 0


def _not_finite(node, case):
    x = _numbers(case, node.input[0])
    return x is not None and not numpy.isfinite(x.array.astype(numpy.float64)).all()


FAULTS = [
    # (operator, kind, condition(node, case), what the specification says)
    ("Shrink", "numbers", _of_many_digits,
     '"If x < -lambd, y = x + bias; If x > lambd, y = x - bias; Otherwise, y = 0": it computes integers and f64 in f32'),
    ("HammingWindow", "numbers", lambda node, case: _attribute(node, "output_datatype", 1) == 11,
     '"The data type of the output tensor": f64 has the digits of f32'),
    ("BlackmanWindow", "numbers", lambda node, case: _attribute(node, "output_datatype", 1) == 11,
     '"The data type of the output tensor": f64 has the digits of f32'),
    ("HannWindow", "numbers", lambda node, case: _attribute(node, "output_datatype", 1) == 11,
     '"The data type of the output tensor": f64 has the digits of f32'),
    ("InstanceNormalization", "numbers", _one_element,
     '"y = scale * (x - mean) / sqrt(variance + epsilon) + B": where x = mean it is not B'),
    ("MeanVarianceNormalization", "numbers", _constant,
     'the function\'s "Divide = Div(X - mean, std + 1e-9)": of equal elements it is 0, not NaN'),
    ("LogSoftmax", "numbers", _not_finite,
     '"LogSoftmax(input, axis) = Log(Softmax(input, axis=axis))": in f64 a row with an infinity or a NaN gives 46.05, -log(1e-20)'),
    ("DFT", "numbers", _of_many_digits,
     '"Computes the discrete Fourier Transform (DFT) of the input": f64 has the digits of f32'),
    ("LayerNormalization", "numbers", _not_finite,
     '"Mean = ReduceMean<axes=normalized_axes>(X)": of an infinity and numbers it is NaN'),
    ("LRN", "numbers", _not_finite,
     '"square_sum[n, c] = sum(X[n, i]^2), where max(0, c - floor(...)) <= i <= ...": a NaN reaches other channels'),
]

FAULTS += [
    ("ReduceSum", "numbers", lambda node, case: _largest_i64(node, case) > 2.0**53,
     '"Computes the sum of the input tensor\'s elements": of i64 it has the digits of f64 (seen at opset 7)'),
    ("ReduceSumSquare", "numbers", lambda node, case: _largest_i64(node, case) > 2.0**31,
     '"Computes the sum square": what leaves i64 is 2^63 - 1 there and wraps here; the specification does not say'),
]
FAULTS += [
    (f"Reduce{name}", "shape", _empty,
     '"if keepdims equals 1, the reduced dimension is kept with length 1": of a tensor without elements it keeps its size')
    for name in ("L1", "L2", "LogSum", "LogSumExp", "Max", "Mean", "Min", "Prod", "Sum", "SumSquare")
] + [
    (name, "shape", _empty,
     '"If keepdims equals 1, the resulting tensor has the same rank as the input", the axis with length 1: without elements it keeps its size')
    for name in ("ArgMax", "ArgMin")
]

# Operators of `aic operators` that no model can have, and why.
NOT_COMPARED = {}


def fault_of_onnx_runtime(case, verdict):
    """The specification's words, or None."""
    nodes = [node for node in case.model.graph.node if node.op_type not in ("Constant", "Identity")]
    if len(nodes) != 1:
        return None
    for operator, kind, condition, words in FAULTS:
        if nodes[0].op_type == operator and verdict.kind == kind and condition(nodes[0], case):
            return f"{operator}: {words}"
    return None
