"""Pooling, local and global."""
import numpy

from graph import Unfit
from operators import operator
from operators.windows import Window, image
from tensors import FLOATS


@operator("MaxPool", weight=2)
def max_pool(g):
    types = ("f32", "f64", "f16", "bf16") + (("i8", "u8") if g.opset >= 12 else ())
    x = image(g, types)
    if x.type in FLOATS:  # NaN has no place in an order
        x = g.plain((x.type,), x.shape)
    w = Window(g, x.shape[2:], pooling=True, dilated=g.opset >= 10, ceil=g.opset >= 10)
    result = (x.type, x.shape[:2] + tuple(w.sizes))
    outputs = [result] + ([("i64", result[1])] if g.opset >= 8 and g.chance(0.25) else [])
    g.node("MaxPool", [x], outputs, kernel_shape=w.kernel, ceil_mode=1 if w.ceil else None, storage_order=g.choose([None, 0, 1]) if len(outputs) > 1 else None, **w.attributes)


@operator("AveragePool", weight=2)
def average_pool(g):
    x = image(g, ("f32", "f16", "bf16"))
    w = Window(g, x.shape[2:], pooling=True, dilated=g.opset >= 19, ceil=g.opset >= 10)
    g.node("AveragePool", [x], [(x.type, x.shape[:2] + tuple(w.sizes))], kernel_shape=w.kernel, ceil_mode=1 if w.ceil else None,
           count_include_pad=g.choose([None, 0, 1]), **w.attributes)


@operator("LpPool")
def lp_pool(g):
    x = image(g, ("f32",))
    w = Window(g, x.shape[2:], pooling=True, dilated=g.opset >= 18, ceil=g.opset >= 18)
    g.node("LpPool", [x], [(x.type, x.shape[:2] + tuple(w.sizes))], kernel_shape=w.kernel, p=g.choose([None, 1, 2, 3]), ceil_mode=1 if w.ceil else None, **w.attributes)


@operator("MaxUnpool", 9, weight=0.7)
def max_unpool(g):
    count = g.integer(1, 3)
    shape = (g.integer(1, 2), g.integer(1, 3)) + tuple(g.integer(1, 4) for _ in range(count))
    kernel = [g.choose([2, 3]) for _ in range(count)]
    sizes = [n * k for n, k in zip(shape[2:], kernel)]
    total = int(numpy.prod(shape))
    from tensors import Tensor
    places = numpy.array(g.random.sample(range(int(numpy.prod(shape[:2] + tuple(sizes)))), total)).reshape(shape)
    named = g.chance(0.3)
    inputs = [g.fresh("f32", shape), g.hold(Tensor("i64", places))]
    if named:
        inputs.append(g.fixed(list(shape[:2]) + sizes))
    g.node("MaxUnpool", inputs, [("f32", shape[:2] + tuple(sizes))], kernel_shape=kernel, strides=kernel)


def _whole(name):
    def build(g):
        x = image(g, ("f32", "f16", "bf16") if name != "GlobalLpPool" else ("f32",), dims=(1, 3))
        if name == "GlobalMaxPool":  # as MaxPool
            x = g.plain((x.type,), x.shape)
        attributes = {"p": g.choose([None, 1, 2, 3])} if name == "GlobalLpPool" else {}
        g.node(name, [x], [(x.type, x.shape[:2] + (1,) * (x.rank - 2))], **attributes)

    return build


for name in ("GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool"):
    operator(name, until=21 if name == "GlobalLpPool" else 99)(_whole(name))
