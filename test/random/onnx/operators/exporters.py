"""What exporters write: shapes that a model computes, and the blocks that compilers fuse."""
import numpy

from graph import Unfit
from operators import operator
from tensors import ONNX, TYPES, Tensor


def dimension(g, x, axis):
    """x.size(axis), as torch.onnx writes it: Shape, Gather."""
    shape = g.node("Shape", [x], [("i64", (x.rank,))])
    at = g.hold(Tensor("i64", axis), "constant")
    return g.node("Gather", [shape, at], [("i64", ())], axis=0)


def unsqueeze(g, value):
    if g.opset < 13:
        return g.node("Unsqueeze", [value], [(value.type, (1,))], axes=[0])
    return g.node("Unsqueeze", [value, g.hold(Tensor("i64", [0]), "constant")], [(value.type, (1,))])


@operator("Reshape", weight=2)
def view(g):
    """x.view(x.size(0), -1, ...)"""
    x = g.operand(TYPES, rank=(2, 4))
    first = unsqueeze(g, dimension(g, x, 0))
    rest = unsqueeze(g, g.hold(Tensor("i64", -1), "constant"))
    shape = g.node("Concat", [first, rest], [("i64", (2,))], axis=0)
    g.node("Reshape", [x, shape], [(x.type, (x.shape[0], int(numpy.prod(x.shape[1:]))))])


@operator("Reshape", weight=1.5)
def heads(g):
    """[n, s, h * d] to [n, h, s, d], sizes by Div and Mul of what Shape gives."""
    n, s, h, d = g.integer(1, 2), g.integer(1, 6), g.choose([1, 2, 4]), g.choose([1, 2, 4, 8])
    x = g.operand(("f32",), shape=(n, s, h * d))
    each = g.node("Div", [dimension(g, x, 2), g.hold(Tensor("i64", h), "constant")], [("i64", ())])
    parts = [unsqueeze(g, dimension(g, x, 0)), unsqueeze(g, dimension(g, x, 1)), g.fixed([h]), unsqueeze(g, each)]
    shape = g.node("Concat", parts, [("i64", (4,))], axis=0)
    y = g.node("Reshape", [x, shape], [("f32", (n, s, h, d))])
    g.node("Transpose", [y], [("f32", (n, h, s, d))], perm=[0, 2, 1, 3])


@operator("Expand", 9, weight=1.5)
def expand_as(g):
    """x.expand(...): the -1 of a shape by Equal, ConstantOfShape and Where."""
    x = g.operand(("f32", "i64", "bool"), rank=(1, 3))
    target = tuple(g.choose([2, 3]) if n == 1 else n for n in x.shape)
    wanted = g.hold(Tensor("i64", [-1 if n == m else n for n, m in zip(target, x.shape)]), "constant")
    shape = g.node("Shape", [x], [("i64", (x.rank,))])
    ones = g.node("ConstantOfShape", [g.fixed([x.rank])], [("i64", (x.rank,))], value=Tensor("i64", [1]).proto())
    minus = g.node("Mul", [ones, g.hold(Tensor("i64", -1), "constant")], [("i64", (x.rank,))])
    same = g.node("Equal", [wanted, minus], [("bool", (x.rank,))])
    sizes = g.node("Where", [same, shape, wanted], [("i64", (x.rank,))])
    g.node("Expand", [x, sizes], [(x.type, target)])


@operator("Slice", 10, weight=1.5)
def narrow(g):
    """x[..., : x.size(-1) // 2]"""
    x = g.operand(TYPES, rank=(1, 4), where=lambda v: v.shape[-1] > 1)
    half = g.node("Div", [dimension(g, x, x.rank - 1), g.hold(Tensor("i64", 2), "constant")], [("i64", ())])
    end = unsqueeze(g, half)
    g.node("Slice", [x, g.fixed([0]), end, g.fixed([-1])], [(x.type, x.shape[:-1] + (x.shape[-1] // 2,))])


@operator("Range", 11)
def positions(g):
    """torch.arange(x.size(i))"""
    x = g.operand(TYPES, rank=(1, 4))
    axis = g.integer(0, x.rank - 1)
    y = g.node("Range", [g.hold(Tensor("i64", 0), "constant"), dimension(g, x, axis), g.hold(Tensor("i64", 1), "constant")], [("i64", (x.shape[axis],))])
    g.node("Cast", [y], [("f32", y.shape)], to=ONNX["f32"])


def softmax(g, x):
    return g.node("Softmax", [x], [(x.type, x.shape)], axis=x.rank - 1 if g.opset < 13 else g.choose([-1, x.rank - 1]))


@operator("MatMul", weight=2)
def attention(g):
    """softmax(q k^T / c + mask) v, the pieces of which are there or not."""
    type = g.type(("f32", "f32", "f16", "f64", "bf16"))
    batch = g.choose([(), (1,), (2,), (1, 2), (2, 3)])
    s, t, d, e = g.integer(1, 9), g.integer(1, 9), g.choose([1, 2, 4, 8, 16]), g.choose([1, 2, 4, 8])
    q, k = g.operand((type,), shape=batch + (s, d)), g.operand((type,), shape=batch + (t, d))
    v = g.plain((type,), batch + (t, e))  # a weight that is zero or nearly so, times an infinity, is NaN or not
    order = list(range(len(batch))) + [len(batch) + 1, len(batch)]
    k = g.node("Transpose", [k], [(type, batch + (d, t))], perm=order)
    scale = g.fresh(type, (), (0.2, 1), g.choose(["constant", "initializer"]))
    early = g.chance(0.3)
    if early:
        q = g.node("Mul", [q, scale], [(type, q.shape)])
    x = g.node("MatMul", [q, k], [(type, batch + (s, t))])
    if not early and g.chance(0.7):
        x = g.node(g.choose(["Mul", "Div"]), [x, scale], [(type, x.shape)])
    if g.chance(0.5):
        x = g.node("Add", [x, g.fresh(type, g.choose([(s, t), (1, t), x.shape, (s, 1)]), [0, 0, -1, -100])], [(type, x.shape)])
    x = softmax(g, x)
    g.node("MatMul", [x, v], [(type, batch + (s, e))])


@operator("LayerNormalization", 11, weight=1.5)
def layer_norm_parts(g):
    """LayerNorm as exporters before opset 17 wrote it."""
    if g.opset >= 18:
        raise Unfit()
    x = g.operand(("f32", "f64"), rank=(2, 4))
    rest = x.shape[:-1] + (1,)
    mean = g.node("ReduceMean", [x], [(x.type, rest)], axes=[-1])
    off = g.node("Sub", [x, mean], [(x.type, x.shape)])
    square = g.node("Pow", [off, g.fresh(x.type, (), [2], "constant")], [(x.type, x.shape)])
    variance = g.node("ReduceMean", [square], [(x.type, rest)], axes=[-1])
    variance = g.node("Add", [variance, g.fresh(x.type, (), [1e-5, 1e-3], "constant")], [(x.type, rest)])
    y = g.node("Div", [off, g.node("Sqrt", [variance], [(x.type, rest)])], [(x.type, x.shape)])
    y = g.node("Mul", [y, g.fresh(x.type, x.shape[-1:])], [(x.type, x.shape)])
    g.node("Add", [y, g.fresh(x.type, x.shape[-1:])], [(x.type, x.shape)])


@operator("MatMul", weight=1.5)
def linear(g):
    """x W + b and an activation."""
    x = g.operand(("f32", "f32", "f64", "f16", "bf16"), rank=(2, 4))
    n = g.choose([1, 2, 3, 8, 16, 17])
    y = g.node("MatMul", [x, g.fresh(x.type, (x.shape[-1], n))], [(x.type, x.shape[:-1] + (n,))])
    b = g.fresh(x.type, g.choose([(n,), (n,), (1,), ()]))
    y = g.node("Add", g.choose([[y, b], [b, y]]), [(y.type, y.shape)])
    after = g.choose(["Relu", "gelu", "silu", "Tanh", None])
    if after in ("Relu", "Tanh"):
        g.node(after, [y], [(y.type, y.shape)])
    elif after == "silu":
        g.node("Mul", [y, g.node("Sigmoid", [y], [(y.type, y.shape)])], [(y.type, y.shape)])
    elif after == "gelu" and g.opset >= 9 and y.type == "f32":
        root = g.fresh("f32", (), [1.4142135], "constant")
        e = g.node("Erf", [g.node("Div", [y, root], [("f32", y.shape)])], [("f32", y.shape)])
        e = g.node("Add", [e, g.fresh("f32", (), [1.0], "constant")], [("f32", y.shape)])
        g.node("Mul", [g.node("Mul", [y, e], [("f32", y.shape)]), g.fresh("f32", (), [0.5], "constant")], [("f32", y.shape)])


@operator("QuantizeLinear", 13)
def quantised_linear(g):
    """QDQ: dequantise, multiply, quantise."""
    m, k, n = g.integer(1, 9), g.choose([1, 3, 4, 8, 16]), g.choose([1, 2, 5, 8, 17])
    dequantised = []
    for shape, type in (((m, k), "u8"), ((k, n), "i8")):
        x = g.fresh(type, shape, (0, 255) if type == "u8" else (-127, 127), "input" if type == "u8" else "initializer")
        zero = g.fresh(type, (), (100, 150) if type == "u8" else (0, 0), "initializer")
        dequantised.append(g.node("DequantizeLinear", [x, g.fresh("f32", (), [0.01, 0.02], "initializer"), zero], [("f32", shape)]))
    y = g.node("MatMul", dequantised, [("f32", (m, n))])
    y = g.node("QuantizeLinear", [y, g.fresh("f32", (), [0.1, 0.2], "initializer"), g.fresh("u8", (), (100, 150), "initializer")], [("u8", (m, n))])
