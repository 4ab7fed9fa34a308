"""Losses, which exporters of training graphs write."""
import numpy

from operators import operator
from tensors import Tensor


def _loss(name):
    def build(g):
        n, c = g.integer(1, 4), g.integer(2, 5)
        rest = g.shape((0, 2), most=12)
        x = g.weight(g.type(("f32", "f32", "f64")), (n, c) + rest)  # see LogSoftmax in known.py
        target = g.hold(Tensor(g.choose(["i32", "i64"]), g.array("i64", (n,) + rest, (0, c - 1)).array))
        weight = g.fresh(x.type, (c,), (0.1, 2)) if g.chance(0.4) else None
        reduction = g.choose([None, "none", "sum", "mean"])
        shape = (n,) + rest if reduction == "none" else ()
        outputs = [(x.type, shape)]
        if name == "SoftmaxCrossEntropyLoss" and g.chance(0.4):
            outputs.append((x.type, x.shape))
        g.node(name, [x, target, weight], outputs, reduction=reduction, ignore_index=g.maybe(0.3, g.integer(0, c - 1) if reduction != "mean" else -1))

    return build


operator("NegativeLogLikelihoodLoss", 12)(_loss("NegativeLogLikelihoodLoss"))
operator("SoftmaxCrossEntropyLoss", 12)(_loss("SoftmaxCrossEntropyLoss"))
