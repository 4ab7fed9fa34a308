"""Sums, maxima and their kin along axes."""
from graph import MOST_RANK, Unfit
from operators import operator
from operators.moves import with_axes
from tensors import FLOATS, INTS, TYPES

# name, types, the opset since which axes are an input, values
REDUCE = [
    ("ReduceSum", FLOATS + ("i32", "i64"), 13, None),
    ("ReduceMean", FLOATS + ("i32",), 18, None),
    ("ReduceMax", FLOATS + ("i8", "u8", "i32", "i64"), 18, None),
    ("ReduceMin", FLOATS + ("i8", "u8", "i32", "i64"), 18, None),
    ("ReduceProd", FLOATS + ("i32", "i64"), 18, None),
    ("ReduceL1", FLOATS + ("i32",), 18, None),
    ("ReduceL2", FLOATS + ("i32",), 18, None),
    ("ReduceLogSum", FLOATS, 18, (0.1, 3)),
    ("ReduceLogSumExp", FLOATS, 18, None),
    ("ReduceSumSquare", FLOATS + ("i32", "i64"), 18, None),
]
LATER = {"i8": 12, "u8": 12}


def _reduce(name, types, since, values):
    def build(g):
        x = g.operand(types, since=LATER, values=values if g.chance(0.5) else None)
        if name in ("ReduceMax", "ReduceMin", "ReduceLogSumExp") and x.type in FLOATS:  # ONNX Runtime passes NaN on or not, by shape and type
            x = g.plain((x.type,), x.shape)
        if name == "ReduceMean" and 0 in x.shape:  # "Reduction over an empty set of values yields undefined."
            raise Unfit()
        written, axes = g.axes(x.rank, 1, g.opset >= 11)
        keep, given = g.choose([None, 0, 1]), written
        noop = None
        if g.chance(0.2) or not axes:
            given, axes = None, list(range(x.rank))
            noop = g.choose([None, 0, 1]) if g.opset >= since else None
            if noop:
                axes = []
        elif g.opset >= since and g.chance(0.1):
            noop = 1
        shape = [1 if i in axes else n for i, n in enumerate(x.shape) if i not in axes or keep != 0]
        with_axes(g, name, x, shape, given, since, keepdims=keep, noop_with_empty_axes=noop)

    return build


for name, types, since, values in REDUCE:
    operator(name)(_reduce(name, types, since, values))


def _arg(name):
    def build(g):
        x = g.operand(FLOATS + ("i8", "u8", "i32", "i64"), rank=(1, MOST_RANK), since={"i8": 13, "u8": 13, "i64": 13})
        if x.type in FLOATS:  # where NaN stands in an order is for nobody to say
            x = g.plain((x.type,), x.shape)
        written, axis = g.axis(x.rank, g.opset >= 11)
        if axis == 0 and g.chance(0.3):
            written = None
        keep = g.choose([None, 0, 1])
        shape = [1 if i == axis else n for i, n in enumerate(x.shape) if i != axis or keep != 0]
        g.node(name, [x], [("i64", shape)], axis=written, keepdims=keep, select_last_index=g.choose([None, 0, 1]) if g.opset >= 12 else None)

    return build


operator("ArgMax")(_arg("ArgMax"))
operator("ArgMin")(_arg("ArgMin"))


@operator("CumSum", 11)
def cumulative(g):
    x = g.operand(FLOATS + ("i32", "i64"), rank=(1, MOST_RANK))
    written, axis = g.axis(x.rank)
    g.node("CumSum", [x, g.fixed(written, g.choose(["i32", "i64"]))], [(x.type, x.shape)], exclusive=g.choose([None, 0, 1]), reverse=g.choose([None, 0, 1]))


@operator("TopK", weight=1.5)
def top_k(g):
    x = g.operand(FLOATS + ("i32", "i64"), rank=(1, MOST_RANK), since={"i32": 11, "i64": 11, "f16": 11, "f64": 9})
    if x.type in FLOATS:  # NaN has no place in an order
        x = g.plain((x.type,), x.shape)
    written, axis = g.axis(x.rank, g.opset >= 11)
    k = g.integer(1, x.shape[axis])
    shape = [k if i == axis else n for i, n in enumerate(x.shape)]
    attributes = {"axis": written if axis != x.rank - 1 or g.chance(0.5) else None}
    if g.opset >= 11:
        # sorted = 0 leaves the order open: only the sorted ones can be compared.
        attributes.update(largest=g.choose([None, 0, 1]), sorted=g.maybe(0.3, 1))
    outputs = [(x.type, shape), ("i64", shape)]
    if g.opset < 10:
        g.node("TopK", [x], outputs, k=k, **attributes)
    else:
        g.node("TopK", [x, g.fixed([k])], outputs, **attributes)
