"""When two results are equal."""
import numpy

from tensors import EPSILON, FLOATS

# |a - b| <= absolute + relative |b|, element by element. Results that depend on more digits than these are found out by
# oracle.spread, never by wider numbers here.
TOLERANCE = {"f32": (1e-6, 2e-5), "f64": (1e-12, 1e-9), "f16": (1e-3, 4e-3), "bf16": (1e-2, 2e-2)}


# Operators whose sums cancel, or whose coordinates are rounded: how many units of the last place of the largest element an element may be off besides.
# InstanceNormalization there is x f + (B - mean f), whose f is up to 1 / sqrt(epsilon).
SLACK = {"InstanceNormalization": 64, "DFT": 16, "STFT": 16, "Resize": 16, "Upsample": 16, "GridSample": 16, "RoiAlign": 16,
         "HannWindow": 4, "HammingWindow": 4, "BlackmanWindow": 4}


# Operators that sum terms of size 1 in f32, whatever their type is, and may be 0 throughout.
OF_SIZE_ONE = {"HannWindow", "HammingWindow", "BlackmanWindow"}


def slack_of(case):
    return max([SLACK.get(node.op_type, 0) for node in case.model.graph.node], default=0)


def floor_of(case):
    """What an element may be off, however small the largest one is."""
    return 4 * EPSILON["f32"] if any(node.op_type in OF_SIZE_ONE for node in case.model.graph.node) else 0


def near(found, wanted, spread=None, slack=0, floor=0):
    """True element by element. spread: what the wanted values are as their operands' last digits vary."""
    a, b = found.array, wanted.array
    if wanted.type not in FLOATS:
        return (a == b) if spread is None else (a >= spread.low) & (a <= spread.high)
    absolute, relative = TOLERANCE[wanted.type]
    with numpy.errstate(all="ignore"):
        same = (a == b) | (numpy.isnan(a) & numpy.isnan(b))
        a, b = a.astype(numpy.float64), b.astype(numpy.float64)
        margin = absolute + floor + relative * numpy.abs(b)
        if slack:
            margin = margin + slack * EPSILON[wanted.type] * numpy.max(numpy.abs(b), initial=0, where=numpy.isfinite(b))
        if spread is None:
            return same | (numpy.abs(a - b) <= margin) & numpy.isfinite(b)
        low, high = spread.low.astype(numpy.float64), spread.high.astype(numpy.float64)
        unsure = spread.unsure | (high - low > numpy.abs(b))  # no digit is sure
        margin = margin + 4 * (high - low)
        return same | unsure | (a >= low - margin) & (a <= high + margin)


# Operators whose integers ONNX Runtime computes in f64: what leaves the type saturates there (a power becomes the smallest number)
# and wraps in aic (a power saturates), and i64 has f64's digits. The specification says nothing of either. Of all other operators
# integers are equal, those that leave their type too.
FLOAT_INTEGERS = {"Einsum", "ReduceSum", "ReduceProd", "ReduceSumSquare", "ReduceL1", "ReduceL2", "Pow"}
OVERFLOW = {"i32": 2.0**30, "i64": 2.0**53}


def overflows(case, found, wanted, good):
    """Whether all that differs is integers that left their type, or a float's digits, on the way through such an operator."""
    limit = OVERFLOW.get(wanted.type)
    if limit is None or not FLOAT_INTEGERS & {node.op_type for node in case.model.graph.node}:
        return False
    a, b = (numpy.abs(x.array[~good].astype(numpy.float64)) for x in (found, wanted))
    return bool((numpy.maximum(a, b) >= limit).all())


def difference(found, wanted, case):
    """None, or what differs: (kind, words). found and wanted are dictionaries of outputs of the case."""
    slack = slack_of(case)
    for name, tensor in wanted.items():
        if name not in found:
            return "outputs", f"output '{name}' is missing"
        if found[name].type != tensor.type:
            return "type", f"output '{name}' is {found[name]}, ONNX Runtime gives {tensor}"
        if found[name].shape != tensor.shape:
            return "shape", f"output '{name}' is {found[name]}, ONNX Runtime gives {tensor}"
    for name, tensor in wanted.items():
        good = near(found[name], tensor, slack=slack, floor=floor_of(case))
        if not good.all():
            at = tuple(int(i) for i in numpy.argwhere(~good)[0])
            count = int((~good).sum())
            kind = "overflow" if overflows(case, found[name], tensor, good) else "numbers"
            return kind, (f"output '{name}' {tensor}: element {list(at)} is {found[name].array[at]}, ONNX Runtime gives "
                               f"{tensor.array[at]}; {count} of {good.size} differ")
    return None
