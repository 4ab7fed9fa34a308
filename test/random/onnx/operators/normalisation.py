"""Means, deviations and softmaxes."""
import numpy

from graph import MOST_RANK, Unfit
from operators import operator
from tensors import FLOATS

F32 = ("f32", "f16", "bf16")


def _softmax(name):
    def build(g):
        x = g.operand(FLOATS, rank=(1, MOST_RANK))
        written, axis = g.axis(x.rank, g.opset >= 11)
        default = x.rank - 1 if g.opset >= 13 else 1
        g.node(name, [x], [(x.type, x.shape)], axis=None if axis == default and g.chance(0.5) else written)

    return build


for name in ("Softmax", "LogSoftmax"):
    operator(name, weight=1.5)(_softmax(name))


@operator("Hardmax")
def hardmax(g):
    x = g.fresh(g.type(F32), g.shape((1, 4)), (-5, 5))
    written, axis = g.axis(x.rank, g.opset >= 11)
    default = x.rank - 1 if g.opset >= 13 else 1
    g.node("Hardmax", [x], [(x.type, x.shape)], axis=None if axis == default and g.chance(0.5) else written)


def epsilon(g):
    return g.choose([None, 1e-5, 1e-3, 0.1])


@operator("BatchNormalization", weight=2)
def batch_normalization(g):
    x = g.operand(FLOATS, rank=(2, 5))
    c = (x.shape[1],)
    scale, bias, mean = g.weight(x.type, c), g.weight(x.type, c), g.weight(x.type, c)
    variance = g.fresh(x.type, c, (0.1, 3))
    g.node("BatchNormalization", [x, scale, bias, mean, variance], [(x.type, x.shape)], epsilon=epsilon(g), momentum=g.maybe(0.2, 0.8),
           training_mode=0 if g.opset >= 14 and g.chance(0.2) else None)


@operator("InstanceNormalization")
def instance_normalization(g):
    x = g.operand(("f32", "f16", "bf16"), rank=(3, 5), where=lambda v: numpy.prod(v.shape[2:]) > 1 or g.chance(0.2))
    c = (x.shape[1],)
    g.node("InstanceNormalization", [x, g.weight(x.type, c), g.weight(x.type, c)], [(x.type, x.shape)], epsilon=epsilon(g))


@operator("LayerNormalization", 17, weight=2)
def layer_normalization(g):
    x = g.operand(FLOATS, rank=(1, MOST_RANK))
    written, axis = g.axis(x.rank)
    shape = x.shape[axis:]
    if len(shape) > 1 and g.chance(0.1):
        shape = tuple(1 if g.chance(0.5) else n for n in shape)
    bias = g.weight(x.type, shape) if g.chance(0.6) else None
    rest = x.shape[:axis] + (1,) * (x.rank - axis)
    outputs = [(x.type, x.shape)]
    if g.chance(0.2):
        outputs += [("f32", rest), ("f32", rest)] if x.type != "f64" else [("f64", rest)] * 0
    g.node("LayerNormalization", [x, g.weight(x.type, shape), bias], outputs, axis=None if axis == x.rank - 1 and g.chance(0.5) else written, epsilon=epsilon(g))


@operator("RMSNormalization", 23)
def rms_normalization(g):
    x = g.operand(FLOATS, rank=(1, MOST_RANK))
    written, axis = g.axis(x.rank)
    g.node("RMSNormalization", [x, g.weight(x.type, x.shape[axis:])], [(x.type, x.shape)], axis=None if axis == x.rank - 1 and g.chance(0.5) else written, epsilon=epsilon(g))


@operator("GroupNormalization", 18)
def group_normalization(g):
    groups, each = g.integer(1, 4), g.integer(1, 3)
    x = g.fresh(g.type(F32), (g.integer(1, 3), groups * each) + g.shape((1, 3), most=60))
    parameters = (groups,) if g.opset < 21 else (groups * each,)
    g.node("GroupNormalization", [x, g.weight(x.type, parameters), g.weight(x.type, parameters)], [(x.type, x.shape)], num_groups=groups, epsilon=epsilon(g))


@operator("LpNormalization")
def lp_normalization(g):
    x = g.operand(("f32", "f64"), rank=(1, MOST_RANK))
    written, axis = g.axis(x.rank)
    g.node("LpNormalization", [x], [(x.type, x.shape)], axis=None if axis == x.rank - 1 and g.chance(0.5) else written, p=g.choose([None, 1, 2]))


@operator("MeanVarianceNormalization", 9)
def mean_variance(g):
    x = g.operand(("f32",), rank=(3, 4)) if g.opset < 13 else g.operand(("f32", "bf16"), rank=(2, 5))
    written, axes = g.axes(x.rank, 1)
    default = x.rank == 4 and g.chance(0.4)
    g.node("MeanVarianceNormalization", [x], [(x.type, x.shape)], axes=None if default else sorted(axes))


@operator("LRN")
def lrn(g):
    x = g.plain(("f32", "f16", "bf16"), rank=4) if g.chance(0.9) else g.operand(("f32", "f16", "bf16"), rank=4)
    g.node("LRN", [x], [(x.type, x.shape)], size=g.choose([1, 3, 5]), alpha=g.maybe(0.5, g.real(0, 1)), beta=g.maybe(0.5, g.real(0, 1)), bias=g.maybe(0.5, g.real(0.5, 2)))
