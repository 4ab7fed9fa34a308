"""What moves elements and computes nothing: shapes, joints, cuts."""
import numpy

from graph import MOST_RANK, Unfit
from operators import operator
from tensors import FLOATS, INTS, TYPES, Tensor


@operator("Transpose", weight=2)
def transpose(g):
    x = g.operand(TYPES)
    order = g.random.sample(range(x.rank), x.rank)
    if g.chance(0.2):
        g.node("Transpose", [x], [(x.type, x.shape[::-1])])
    else:
        g.node("Transpose", [x], [(x.type, [x.shape[i] for i in order])], perm=order if order else None)


def factors(g, count, rank):
    """A shape of `rank` dimensions with `count` elements."""
    shape = []
    for _ in range(rank - 1):
        divisors = [d for d in range(1, count + 1) if count % d == 0] if count < 3000 else [1, count]
        shape.append(g.choose(divisors))
        count //= shape[-1]
    shape.append(count)
    g.random.shuffle(shape)
    return shape


@operator("Reshape", weight=2)
def reshape(g):
    x = g.operand(TYPES)
    count = int(numpy.prod(x.shape, initial=1))
    rank = g.integer(0 if count == 1 else 1, 5)
    shape = factors(g, count, rank) if rank else []
    written = list(shape)
    if shape and g.chance(0.3):
        written[g.integer(0, rank - 1)] = -1
    for i in range(min(rank, x.rank)):
        if shape[i] == x.shape[i] and written[i] != -1 and g.chance(0.4):
            written[i] = 0
    g.node("Reshape", [x, g.fixed(written)], [(x.type, shape)], allowzero=0 if g.opset >= 14 and g.chance(0.2) else None)


@operator("Flatten")
def flatten(g):
    x = g.operand(TYPES)
    axis = g.integer(-x.rank if g.opset >= 11 else 0, x.rank)
    at = axis if axis >= 0 else axis + x.rank
    shape = [int(numpy.prod(x.shape[:at], initial=1)), int(numpy.prod(x.shape[at:], initial=1))]
    if axis == 1 and g.chance(0.5):
        axis = None if x.rank >= 1 else axis
    g.node("Flatten", [x], [(x.type, shape)], axis=axis)


def with_axes(g, op, x, shape, axes, since, **attributes):
    """axes: an attribute, from opset `since` on an input."""
    if g.opset < since:
        return g.node(op, [x], [(x.type, shape)], axes=axes, **attributes)
    return g.node(op, [x, None if axes is None else g.fixed(axes)], [(x.type, shape)], **attributes)


@operator("Squeeze")
def squeeze(g):
    x = g.operand(TYPES, where=lambda v: 1 in v.shape) if g.chance(0.7) else g.fresh(g.type(TYPES), (1,) + g.shape((0, 3)))
    ones = [i for i, n in enumerate(x.shape) if n == 1]
    if g.chance(0.2):
        with_axes(g, "Squeeze", x, [n for n in x.shape if n != 1], None, 13)
        return
    axes = g.random.sample(ones, g.integer(1, len(ones)))
    written = [a - x.rank if g.opset >= 11 and g.chance(0.3) else a for a in axes]
    with_axes(g, "Squeeze", x, [n for i, n in enumerate(x.shape) if i not in axes], written, 13)


@operator("Unsqueeze")
def unsqueeze(g):
    x = g.operand(TYPES, rank=(0, 4))
    rank = x.rank + g.integer(1, 2)
    axes = g.random.sample(range(rank), rank - x.rank)
    rest = iter(x.shape)
    shape = [1 if i in axes else next(rest) for i in range(rank)]
    with_axes(g, "Unsqueeze", x, shape, [a - rank if g.opset >= 11 and g.chance(0.3) else a for a in axes], 13)


@operator("Concat", weight=2)
def concat(g):
    x = g.operand(TYPES, rank=(1, MOST_RANK))
    written, axis = g.axis(x.rank, g.opset >= 11)
    values, total = [x], x.shape[axis]
    for _ in range(g.integer(0, 3)):
        def fits(v):
            return v.rank == x.rank and all(i == axis or n == x.shape[i] for i, n in enumerate(v.shape))

        found = [v for v in g.visible() if v.type == x.type and fits(v)]
        shape = tuple(g.integer(1, 5) if i == axis else n for i, n in enumerate(x.shape))
        values.append(g.choose(found) if found and g.chance(0.5) else g.fresh(x.type, shape))
        total += values[-1].shape[axis]
    g.random.shuffle(values)
    g.node("Concat", values, [(x.type, [total if i == axis else n for i, n in enumerate(x.shape)])], axis=written)


@operator("Split", weight=2)
def split(g):
    x = g.operand(TYPES, rank=(1, MOST_RANK), where=lambda v: max(v.shape) > 1)
    axis = g.choose([i for i, n in enumerate(x.shape) if n > 1] or [0])
    size = x.shape[axis]
    parts = min(size, g.integer(1, 4))
    cuts = sorted(g.random.sample(range(1, size), parts - 1)) if size > 1 else []
    sizes = [b - a for a, b in zip([0] + cuts, cuts + [size])]
    attributes, inputs = {"axis": axis - x.rank if g.opset >= 11 and g.chance(0.3) else axis}, [x]
    if axis == 0 and g.chance(0.3):
        attributes = {}
    if g.opset >= 18 and g.chance(0.5):  # num_outputs: all as large as the first but the last
        each = -(-size // parts)
        sizes = [each] * (parts - 1) + [size - each * (parts - 1)]
        if sizes[-1] <= 0:
            raise Unfit()
        attributes["num_outputs"] = parts
    elif g.chance(0.3) and size % parts == 0 and (g.opset < 18):
        sizes = [size // parts] * parts
    elif g.opset < 13:
        attributes["split"] = sizes
    else:
        inputs.append(g.fixed(sizes))
    shapes = [(x.type, [n if i == axis else m for i, m in enumerate(x.shape)]) for n in sizes]
    g.node("Split", inputs, shapes, **attributes)


@operator("Slice", weight=3)
def slice_(g):
    x = g.operand(TYPES, rank=(1, MOST_RANK))
    axes = g.random.sample(range(x.rank), g.integer(1, x.rank))
    shape, starts, ends, steps = list(x.shape), [], [], []
    for axis in axes:
        size = x.shape[axis]
        step = g.choose([1, 1, 1, 2, 3, -1, -2]) if g.opset >= 10 else 1
        start, end = g.integer(0, size - 1), g.integer(0, size - 1)
        if step > 0:
            start, end = min(start, end), max(start, end) + 1
            written = (start - size if start and g.chance(0.3) else start, g.choose([end, 2**31 - 1, 2**63 - 1, size + 3]) if end == size else end - size if g.chance(0.3) else end)
        else:
            start, end = max(start, end), min(start, end) - 1
            written = (g.choose([start, start - size] + ([size + 2, 2**31 - 1] if start == size - 1 else [])), g.choose([-size - 1, -2**31, -2**63 + 1]) if end < 0 else end)
        shape[axis] = len(range(start, end, step))
        starts.append(written[0])
        ends.append(written[1])
        steps.append(step)
    leading = axes == list(range(len(axes)))
    written = [a - x.rank if g.opset >= 10 and g.chance(0.3) else a for a in axes]
    if g.opset < 10:
        g.node("Slice", [x], [(x.type, shape)], starts=starts, ends=ends, axes=None if leading and g.chance(0.5) else written)
        return
    type = "i32" if all(abs(n) < 2**31 for n in starts + ends) and g.chance(0.2) else "i64"
    fixed = lambda numbers: g.fixed(numbers, type)
    plain = all(step == 1 for step in steps) and g.chance(0.5)
    bare = leading and plain and g.chance(0.5)
    g.node("Slice", [x, fixed(starts), fixed(ends), None if bare or leading and g.chance(0.3) else fixed(written), None if plain else fixed(steps)], [(x.type, shape)])


@operator("Expand", 8, weight=2)
def expand(g):
    x = g.operand(TYPES, rank=(0, 4))
    shape = [g.choose([1, 2, 3, 4]) if n == 1 else g.choose([1, n, n]) for n in x.shape]
    if g.chance(0.4):
        shape = [g.choose([1, 2, 3])] + shape
    elif g.chance(0.2):
        shape = shape[g.integer(0, len(shape)):]
    g.node("Expand", [x, g.fixed(shape)], [(x.type, numpy.broadcast_shapes(x.shape, tuple(shape)))])


@operator("Tile")
def tile(g):
    x = g.operand(TYPES, rank=(1, MOST_RANK))
    times = [g.choose([1, 1, 2, 3]) for _ in x.shape]
    g.node("Tile", [x, g.fixed(times)], [(x.type, [n * t for n, t in zip(x.shape, times)])])


@operator("Pad", weight=2)
def pad(g):
    mode = g.choose(["constant", "constant", "edge", "reflect"] + (["wrap"] if g.opset >= 19 else []))
    x = g.operand(FLOATS if g.opset < 11 else FLOATS + ("i8", "u8", "i32", "i64", "bool"), rank=(1, 4), since={"bool": 13})
    axes = list(range(x.rank))
    named = g.opset >= 18 and g.chance(0.4)
    if named:
        axes = g.random.sample(axes, g.integer(1, x.rank))
    shape, begin, end = list(x.shape), [], []
    for axis in axes:
        most = {"constant": 3, "edge": 3, "reflect": x.shape[axis] - 1, "wrap": x.shape[axis]}[mode]
        low = -min(1, x.shape[axis] - 1) if mode == "constant" and x.shape[axis] > 2 and g.chance(0.2) else 0
        begin.append(g.integer(low, max(0, min(most, 3))))
        end.append(g.integer(low, max(0, min(most, 3))))
        shape[axis] += begin[-1] + end[-1]
    if g.opset < 11:
        g.node("Pad", [x], [(x.type, shape)], mode=g.maybe(mode != "constant" or 0.5, mode), pads=begin + end, value=g.maybe(0.4, g.real(-2, 2)))
        return
    value = g.fresh(x.type, ()) if mode == "constant" and g.chance(0.6) else None
    inputs = [x, g.fixed(begin + end), value]
    if named:
        inputs.append(g.fixed([a - x.rank if g.chance(0.3) else a for a in axes]))
    g.node("Pad", inputs, [(x.type, shape)], mode=g.maybe(1 if mode != "constant" else 0.5, mode))


@operator("DepthToSpace")
def depth_to_space(g):
    b = g.choose([1, 2, 3])
    n, c, h, w = g.choose([1, 2]), g.integer(1, 4), g.integer(1, 5), g.integer(1, 5)
    x = g.fresh(g.type(("f32", "f64", "f16", "bf16")), (n, c * b * b, h, w))
    g.node("DepthToSpace", [x], [(x.type, (n, c, h * b, w * b))], blocksize=b, mode=g.choose([None, "DCR", "CRD"]) if g.opset >= 11 else None)


@operator("SpaceToDepth")
def space_to_depth(g):
    b = g.choose([1, 2, 3])
    n, c, h, w = g.choose([1, 2]), g.integer(1, 4), g.integer(1, 5), g.integer(1, 5)
    x = g.fresh(g.type(("f32", "f64", "f16", "bf16")), (n, c, h * b, w * b))
    g.node("SpaceToDepth", [x], [(x.type, (n, c * b * b, h, w))], blocksize=b)


@operator("CenterCropPad", 18)
def center_crop_pad(g):
    x = g.operand(TYPES, rank=(1, 4))
    named = g.chance(0.5)
    axes = g.random.sample(range(x.rank), g.integer(1, x.rank)) if named else list(range(x.rank))
    sizes = [max(1, x.shape[a] + g.integer(-4, 4)) for a in axes]
    shape = list(x.shape)
    for a, n in zip(axes, sizes):
        shape[a] = n
    g.node("CenterCropPad", [x, g.fixed(sizes)], [(x.type, shape)],
           axes=[a - x.rank if g.chance(0.3) else a for a in axes] if named else None)


@operator("ReverseSequence", 10)
def reverse_sequence(g):
    x = g.operand(TYPES, rank=(2, MOST_RANK))
    batch = g.integer(0, 1)
    lengths = g.fresh("i64", (x.shape[batch],), (1, x.shape[1 - batch]))
    g.node("ReverseSequence", [x, lengths], [(x.type, x.shape)], batch_axis=batch, time_axis=1 - batch)


@operator("Trilu", 14)
def trilu(g):
    x = g.operand(FLOATS + ("i64", "bool", "i32"), rank=(2, MOST_RANK))
    k = g.fixed(g.integer(-4, 4)) if g.chance(0.6) else None
    g.node("Trilu", [x, k], [(x.type, x.shape)], upper=g.choose([None, 0, 1]))


@operator("EyeLike", 9)
def eye_like(g):
    x = g.operand(("f32", "f64", "i32", "i64"), rank=2)
    type = g.type(("f32", "f64", "i32", "i64")) if g.chance(0.6) else None
    from tensors import ONNX
    g.node("EyeLike", [x], [(type or x.type, x.shape)], k=g.maybe(0.6, g.integer(-3, 3)), dtype=type and ONNX[type])


@operator("Shape")
def shape(g):
    x = g.operand(TYPES)
    start, end = (g.maybe(0.5, g.integer(-x.rank - 1, x.rank)), g.maybe(0.5, g.integer(-x.rank - 1, x.rank + 1))) if g.opset >= 15 else (None, None)
    clamp = lambda n: min(max(n + x.rank if n < 0 else n, 0), x.rank)
    size = clamp(x.rank if end is None else end) - clamp(start or 0)
    if size < 1:
        raise Unfit()
    g.node("Shape", [x], [("i64", (size,))], start=start, end=end)


@operator("Size")
def size(g):
    g.node("Size", [g.operand(TYPES)], [("i64", ())])


@operator("ConstantOfShape", 9)
def constant_of_shape(g):
    shape = g.shape((1, 4), most=200)
    type = g.type(tuple(t for t in TYPES if t != "bf16"))
    value = g.array(type, (1,)).proto() if g.chance(0.7) else None
    g.node("ConstantOfShape", [g.fixed(shape)], [("f32" if value is None else type, shape)], value=value)


@operator("Range", 11)
def range_(g):
    type = g.type(("f32", "f64", "i16", "i32", "i64"))
    step = g.choose([1, 2, 3, -1, -2] + ([0.5, 0.25, -1.5] if type in FLOATS else []))
    start, count = g.integer(-5, 5), g.integer(1, 12)
    limit = start + step * count - (0 if g.chance(0.5) or type in FLOATS else (1 if step > 0 else -1) * g.integer(0, abs(step) - 1 if type not in FLOATS else 0))
    fixed = lambda number: g.fixed(number, type)
    g.node("Range", [fixed(start), fixed(limit), fixed(step)], [(type, (count,))])
