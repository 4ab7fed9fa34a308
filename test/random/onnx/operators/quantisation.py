"""Integers that stand for reals."""
import numpy

from graph import Unfit
from operators import operator
from operators.matrix import DIMS
from operators.windows import Window
from tensors import Tensor


def parameters(g, x, axis, type, float_type="f32"):
    """Scale and zero point, of the whole tensor or of an axis."""
    shape = () if axis is None else (x.shape[axis],)
    scale = g.fresh(float_type, shape, [0.01, 0.02, 0.05, 0.1, 0.25])
    zero = g.fresh(type, shape, (0, 200) if type == "u8" else (-50, 50)) if g.chance(0.7) else None
    return scale, zero


def _axis(g, x):
    if g.opset < 13 or x.rank == 0 or g.chance(0.5):
        return None, None
    return g.axis(x.rank)


@operator("QuantizeLinear", 10, weight=2)
def quantize(g):
    x = g.plain(("f32",) + (("f16", "bf16") if g.opset >= 19 else ()), low=-9, high=9)  # NaN has no integer
    type = g.choose(["u8", "i8"])
    written, axis = _axis(g, x)
    scale, zero = parameters(g, x, axis, type, x.type)
    if zero is None:
        type = "u8"
    g.node("QuantizeLinear", [x, scale, zero], [(type, x.shape)], axis=written if axis is not None and (axis != 1 or g.chance(0.5)) else None)


@operator("DequantizeLinear", 10, weight=2)
def dequantize(g):
    x = g.operand(("u8", "i8", "i32"))
    written, axis = _axis(g, x)
    scale, zero = parameters(g, x, axis, x.type)
    if x.type == "i32":
        zero = None
    g.node("DequantizeLinear", [x, scale, zero], [("f32", x.shape)], axis=written if axis is not None and (axis != 1 or g.chance(0.5)) else None)


@operator("DynamicQuantizeLinear", 11)
def dynamic(g):
    x = g.fresh("f32", tuple(max(n, 1) for n in g.shape((1, 4))), g.choose([None, (0, 5), (-3, -1), (-4, 4)]) if not g.special else (-2, 7))
    g.node("DynamicQuantizeLinear", [x], [("u8", x.shape), ("f32", ()), ("u8", ())])


def bytes_(g, shape, type=None):
    type = type or g.choose(["u8", "i8"])
    return g.fresh(type, shape, (0, 255) if type == "u8" else (-128, 127))


def zero_of(g, x, shape=()):
    return g.fresh(x.type, shape, (0, 255) if x.type == "u8" else (-128, 127))


@operator("MatMulInteger", 10, weight=1.5)
def matmul_integer(g):
    m, k, n = (g.choose(DIMS) for _ in range(3))
    batch = g.choose([(), (), (2,), (2, 3)])
    a, b = bytes_(g, batch + (m, k)), bytes_(g, g.choose([batch, ()]) + (k, n))
    zeros = [zero_of(g, a) if g.chance(0.6) else None, None]
    if g.chance(0.6):
        zeros[1] = zero_of(g, b, (n,) if b.rank == 2 and g.chance(0.4) else ())
    g.node("MatMulInteger", [a, b] + zeros, [("i32", batch + (m, n))])


@operator("QLinearMatMul", 10)
def qlinear_matmul(g):
    m, k, n = (g.choose(DIMS) for _ in range(3))
    batch = g.choose([(), (), (2,), (2, 3)])
    a, b = bytes_(g, batch + (m, k)), bytes_(g, g.choose([batch, ()]) + (k, n))
    if a.type == "i8":  # ONNX Runtime has u8 by either, i8 by i8
        b = bytes_(g, b.shape, "i8")
    scale = lambda: g.fresh("f32", (), [0.01, 0.02, 0.05])
    y = g.fresh(a.type, (), (0, 255) if a.type == "u8" else (-128, 127))
    g.node("QLinearMatMul", [a, scale(), zero_of(g, a), b, scale(), zero_of(g, b), g.fresh("f32", (), [0.5, 1.0, 0.2]), y], [(a.type, batch + (m, n))])


def _convolution(g, name):
    group = g.choose([1, 1, 2])
    c, out = group * g.choose([1, 2, 3, 4]), group * g.choose([1, 2, 3, 8, 17])
    count = g.choose([1, 2, 2])
    x = bytes_(g, (g.integer(1, 2), c) + tuple(g.integer(3, 10) for _ in range(count)), "u8" if name == "ConvInteger" else None)
    w = Window(g, x.shape[2:])
    weight = bytes_(g, (out, c // group) + tuple(w.kernel), "i8" if x.type == "i8" else None)
    shape = (x.shape[0], out) + tuple(w.sizes)
    return x, weight, shape, dict(w.attributes, group=group if group > 1 else None, kernel_shape=w.kernel)


@operator("ConvInteger", 10)
def conv_integer(g):
    x, w, shape, attributes = _convolution(g, "ConvInteger")
    zeros = [zero_of(g, x) if g.chance(0.6) else None, zero_of(g, w) if g.chance(0.6) else None]
    g.node("ConvInteger", [x, w] + zeros, [("i32", shape)], **attributes)


@operator("QLinearConv", 10)
def qlinear_conv(g):
    x, w, shape, attributes = _convolution(g, "QLinearConv")
    each = (shape[1],) if g.chance(0.4) else ()
    zero = g.fresh(w.type, each, (0, 0) if each else (0, 255) if w.type == "u8" else (-128, 127), "initializer")
    bias = g.fresh("i32", (shape[1],), (-500, 500)) if g.chance(0.5) else None
    scale = lambda shape=(): g.fresh("f32", shape, [0.01, 0.02, 0.05])
    g.node("QLinearConv", [x, scale(), zero_of(g, x), w, scale(each), zero, g.fresh("f32", (), [0.5, 1.0, 0.2]), zero_of(g, x), bias], [(x.type, shape)], **attributes)
