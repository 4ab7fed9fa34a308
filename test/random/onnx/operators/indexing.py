"""What reads or writes at places that another tensor names."""
import numpy

from graph import MOST_RANK, Unfit
from operators import operator
from tensors import FLOATS, INTS, TYPES, Tensor


def indices(g, shape, size, type=None, negative=True, unique_along=None):
    """Indices below `size`, some counted from the end."""
    array = g.array("i64", shape, (0, size - 1)).array
    if unique_along is not None:  # no two the same along that axis: what is written twice has no one value
        order = g.array("f64", shape[:unique_along] + (size,) + shape[unique_along + 1:], (0, 1)).array.argsort(unique_along)
        array = order.take(range(shape[unique_along]), unique_along)
    if negative and g.chance(0.4):
        array = numpy.where(g.array("bool", shape).array, array - size, array)
    return g.hold(Tensor(type or g.choose(["i32", "i64"]), array))


@operator("Gather", weight=2)
def gather(g):
    x = g.operand(TYPES, rank=(1, 4))
    written, axis = g.axis(x.rank)
    at = indices(g, g.shape((0, 2), most=40), x.shape[axis], negative=g.opset >= 11)
    g.node("Gather", [x, at], [(x.type, x.shape[:axis] + at.shape + x.shape[axis + 1:])], axis=written if axis or g.chance(0.5) else None)


@operator("GatherElements", 11)
def gather_elements(g):
    x = g.operand(TYPES, rank=(1, 4))
    written, axis = g.axis(x.rank)
    at = indices(g, tuple(g.integer(1, 6) if i == axis else g.integer(1, n) for i, n in enumerate(x.shape)), x.shape[axis])
    g.node("GatherElements", [x, at], [(x.type, at.shape)], axis=written if axis or g.chance(0.5) else None)


def tuples(g, shape, sizes, negative=True):
    """[..., k]: places in k dimensions."""
    parts = [g.array("i64", shape, (0, n - 1)).array for n in sizes]
    if negative:
        parts = [p - n * g.array("bool", shape).array if g.chance(0.3) else p for p, n in zip(parts, sizes)]
    return numpy.stack(parts, -1)


@operator("GatherND", 11)
def gather_nd(g):
    x = g.operand(TYPES, rank=(1, 5))
    batch = g.integer(0, min(2, x.rank - 1)) if g.opset >= 12 and g.chance(0.5) else 0
    k = g.integer(1, x.rank - batch)
    middle = g.shape((0, 2), most=20)
    if batch and not middle and g.chance(0.5):
        middle = (g.integer(1, 3),)
    at = g.hold(Tensor("i64", tuples(g, x.shape[:batch] + middle, x.shape[batch:batch + k])))
    g.node("GatherND", [x, at], [(x.type, x.shape[:batch] + middle + x.shape[batch + k:])], batch_dims=batch if batch or g.chance(0.3) and g.opset >= 12 else None)


def _scatter(name):
    def build(g):
        x = g.operand(TYPES, rank=(1, 4))
        written, axis = g.axis(x.rank)
        reductions = [None, "none"] if g.opset >= 16 else [None]
        if g.opset >= 16 and x.type in FLOATS + ("i32", "i64"):
            reductions += ["add", "mul"] + (["min", "max"] if g.opset >= 18 else [])
        reduction = g.choose(reductions) if name == "ScatterElements" else None
        alone = reduction in (None, "none")
        if reduction in ("min", "max") and x.type in FLOATS:
            x = g.plain((x.type,), x.shape)
        shape = tuple(g.integer(1, n if alone or i != axis else n + 2) for i, n in enumerate(x.shape))
        at = indices(g, shape, x.shape[axis], unique_along=axis if alone else None, negative=g.opset >= 11)
        updates = g.fresh(x.type, shape, (-4, 4) if reduction in ("min", "max") and x.type != "u8" else None)
        g.node(name, [x, at, updates], [(x.type, x.shape)], axis=written if axis or g.chance(0.5) else None, reduction=reduction)

    return build


operator("ScatterElements", 11)(_scatter("ScatterElements"))
operator("Scatter", 9, 10)(_scatter("Scatter"))


@operator("ScatterND", 11)
def scatter_nd(g):
    x = g.operand(TYPES, rank=(1, 4))
    reductions = [None]
    if g.opset >= 16 and x.type in FLOATS + ("i32", "i64"):
        reductions += ["none", "add", "mul"] + (["min", "max"] if g.opset >= 18 else [])
    reduction = g.choose(reductions)
    k = g.integer(1, x.rank)
    count = int(numpy.prod(x.shape[:k]))
    middle = (g.integer(1, min(6, count)),) if g.chance(0.7) else (1, g.integer(1, min(4, count)))
    if reduction in (None, "none"):
        flat = numpy.array(g.random.sample(range(count), int(numpy.prod(middle))))
        at = numpy.stack(numpy.unravel_index(flat, x.shape[:k]), -1).reshape(middle + (k,))
    else:
        at = tuples(g, middle, x.shape[:k])
    ordered = reduction in ("min", "max")
    if ordered and x.type in FLOATS:
        x = g.plain((x.type,), x.shape)
    updates = g.fresh(x.type, middle + x.shape[k:], (-4, 4) if ordered else None)
    g.node("ScatterND", [x, g.hold(Tensor("i64", at)), updates], [(x.type, x.shape)], reduction=reduction)


@operator("OneHot", 9)
def one_hot(g):
    depth = g.integer(1, 7)
    # What ONNX Runtime has: the types of (indices, values, depth).
    kind, type, deep = g.choose([("i64", "i64", "i64"), ("f32", "i64", "i64"), ("i64", "f32", "i64"), ("i32", "f32", "i32"), ("f32", "f32", "f32"), ("i64", "i32", "f32")])
    x = g.hold(Tensor(kind, g.array("i64", g.shape((1, 3), most=60), (-depth, depth - 1)).array))
    written, axis = g.axis(x.rank + 1)
    values = g.fresh(type, (2,))
    shape = x.shape[:axis] + (depth,) + x.shape[axis:]
    g.node("OneHot", [x, g.fixed([depth], deep) if g.chance(0.5) else g.fixed(depth, deep), values], [(type, shape)], axis=None if axis == x.rank and g.chance(0.5) else written)


@operator("Compress", 9)
def compress(g):
    x = g.operand(TYPES, rank=(1, 4))
    flat = g.chance(0.3)
    written, axis = g.axis(x.rank, g.opset >= 11)
    size = int(numpy.prod(x.shape)) if flat else x.shape[axis]
    keep = g.array("bool", (min(size, 50) if g.chance(0.8) else g.integer(1, min(size, 50)),)).array
    keep[g.integer(0, len(keep) - 1)] = True
    count = int(keep.sum())
    shape = (count,) if flat else x.shape[:axis] + (count,) + x.shape[axis + 1:]
    g.node("Compress", [x, g.hold(Tensor("bool", keep), g.choose(["initializer", "constant", "input"]))], [(x.type, shape)], axis=None if flat else written)


@operator("NonZero", 9)
def non_zero(g):
    tensor = g.array(g.choose(["f32", "i32", "i64", "u8", "bool"]), g.shape((1, 3), most=60))
    tensor = Tensor(tensor.type, numpy.where(g.array("bool", tensor.shape).array, tensor.array, 0))
    found = numpy.argwhere(tensor.array).T
    g.node("NonZero", [g.hold(tensor, g.choose(["initializer", "constant"]))], [("i64", found.shape)])


@operator("TfIdfVectorizer", 9, weight=0.5)
def tf_idf(g):
    x = g.fresh(g.choose(["i32", "i64"]), g.choose([(12,), (3, 8)]), (0, 6))
    pairs = g.chance(0.6)
    pool = [g.integer(0, 6) for _ in range(4)] + ([g.integer(0, 6) for _ in range(6)] if pairs else [])
    if len(set(pool[:4])) < 4 or pairs and len({tuple(pool[i:i + 2]) for i in (4, 6, 8)}) < 3:
        raise Unfit()
    count = 7 if pairs else 4
    g.node("TfIdfVectorizer", [x], [("f32", x.shape[:-1] + (count,))], mode=g.choose(["TF", "IDF", "TFIDF"]), min_gram_length=1 if not pairs else g.choose([1, 2]),
           max_gram_length=2 if pairs else 1, max_skip_count=g.integer(0, 3) if pairs else 0, ngram_counts=[0, 4] if pairs else [0],
           ngram_indexes=g.random.sample(range(count), count), pool_int64s=pool, weights=g.maybe(0.5, [g.real(0, 2) for _ in range(count)]))
