"""Convolutions: a window over one, two or three dimensions."""
import numpy

from graph import Unfit
from operators import operator
from tensors import FLOATS, Tensor


class Window:
    """Kernel, strides, dilations and padding over the dimensions of `sizes`; `attributes` as they are written."""

    def __init__(self, g, sizes, dilated=True, ceil=False, pooling=False):
        count = len(sizes)
        self.kernel = [g.choose([1, 2, 3, 3, 5]) for _ in sizes]
        self.strides = [g.choose([1, 1, 2, 3]) for _ in sizes]
        self.dilations = [g.choose([1, 1, 1, 2]) for _ in sizes] if dilated and g.chance(0.4) else [1] * count
        self.span = [(k - 1) * d + 1 for k, d in zip(self.kernel, self.dilations)]
        self.auto = g.choose(["NOTSET"] * 7 + ["VALID", "SAME_UPPER", "SAME_LOWER"])
        if self.auto.startswith("SAME") and any(d > 1 for d in self.dilations):
            self.auto = "VALID"
        # A window may not lie in the padding alone; ONNX Runtime's pooling does not count the gaps of a dilation.
        most = self.kernel if pooling else self.span
        self.pads = [g.integer(0, s - 1) if g.chance(0.5) else 0 for s in most + most] if self.auto == "NOTSET" else [0] * 2 * count
        self.ceil = bool(ceil and self.auto == "NOTSET" and g.chance(0.3))
        self.sizes = [self._size(i, n) for i, n in enumerate(sizes)]
        if min(self.sizes, default=1) < 1:
            raise Unfit()
        # SAME of windows that leave something out between them: less than no padding, which ONNX Runtime's poolings refuse or cut off.
        if pooling and self.auto.startswith("SAME") and any((m - 1) * t + s < n for m, t, s, n in zip(self.sizes, self.strides, self.span, sizes)):
            raise Unfit()
        self.attributes = {"strides": self.strides if max(self.strides, default=1) > 1 or g.chance(0.5) else None,
                           "pads": self.pads if self.auto == "NOTSET" and (any(self.pads) or g.chance(0.4)) else None,
                           "auto_pad": self.auto if self.auto != "NOTSET" else g.maybe(0.1, "NOTSET")}
        if dilated:
            self.attributes["dilations"] = self.dilations if max(self.dilations, default=1) > 1 or g.chance(0.3) else None

    def _size(self, i, n):
        count, stride = len(self.kernel), self.strides[i]
        if self.auto.startswith("SAME"):
            return -(-n // stride)
        room = n + self.pads[i] + self.pads[i + count] - self.span[i]
        if room < 0:
            return 0
        if not self.ceil:
            return room // stride + 1
        size = -(-room // stride) + 1
        return size - 1 if (size - 1) * stride >= n + self.pads[i] else size  # a window that starts in the padding behind


def image(g, types, dims=(1, 3), channels=None, least=1):
    """A value [n, c, ...]."""
    if channels is None and g.chance(0.5):
        return g.operand(types, rank=(dims[0] + 2, dims[1] + 2))
    n, c = g.choose([1, 1, 2, 3]), channels or g.choose([1, 2, 3, 4, 5, 8, 16, 17])
    count = g.integer(*dims)
    most = {1: 30, 2: 14, 3: 6}[count]
    return g.fresh(g.type(types), (n, c) + tuple(g.integer(least, most) for _ in range(count)))


@operator("Conv", weight=4)
def conv(g):
    group = g.choose([1, 1, 1, 2, 3, 4])
    depthwise = g.chance(0.2)
    x = image(g, ("f32", "f32", "f16", "bf16"), channels=None if group == 1 else group * g.choose([1, 2, 4]))
    c = x.shape[1]
    if depthwise:
        group = c
    w = Window(g, x.shape[2:])
    out = group * g.choose([1, 2, 3] if group > 1 else [1, 2, 3, 4, 5, 8, 16, 17, 33])
    weight = g.weight(x.type, (out, c // group) + tuple(w.kernel))
    bias = g.weight(x.type, (out,)) if g.chance(0.5) else None
    y = g.node("Conv", [x, weight, bias], [(x.type, (x.shape[0], out) + tuple(w.sizes))], group=group if group > 1 or g.chance(0.3) else None,
               kernel_shape=w.kernel if g.chance(0.7) else None, **w.attributes)
    if g.chance(0.3):  # what follows a convolution in networks, and is fused
        after = g.choose(["Relu", "Sigmoid", "BatchNormalization", "Add"])
        if after == "BatchNormalization":
            parameters = [g.fresh(x.type, (out,), (0.2, 2), "initializer") for _ in range(4)]
            g.node(after, [y] + parameters, [(y.type, y.shape)])
        else:
            g.node(after, [y] + ([g.operand((y.type,), shape=y.shape)] if after == "Add" else []), [(y.type, y.shape)])


@operator("ConvTranspose", weight=2)
def conv_transpose(g):
    group = g.choose([1, 1, 2, 3])
    x = image(g, ("f32", "f32", "f16", "bf16"), channels=None if group == 1 else group * g.choose([1, 2]))
    x = g.plain((x.type,), x.shape)  # aic pads the kernels of the phases with zeros, which an infinity times would be NaN
    count = x.rank - 2
    kernel = [g.choose([1, 2, 3]) for _ in range(count)]
    strides = [g.choose([1, 2, 3]) for _ in range(count)]
    dilations = [g.choose([1, 1, 2]) for _ in range(count)]
    extra = [g.integer(0, max(s, d) - 1) if g.chance(0.3) else 0 for s, d in zip(strides, dilations)]
    full = [s * (n - 1) + e + (k - 1) * d + 1 for s, n, e, k, d in zip(strides, x.shape[2:], extra, kernel, dilations)]
    attributes = {}
    how = g.choose(["pads", "pads", "pads", "same", "shape"])
    if how == "pads":
        pads = [g.integer(0, min(1, n - 1)) if g.chance(0.4) else 0 for n in full] + [0] * count
        pads[count:] = [g.integer(0, min(1, n - p - 1)) if g.chance(0.4) else 0 for n, p in zip(full, pads)]
        sizes = [n - a - b for n, a, b in zip(full, pads, pads[count:])]
        attributes["pads"] = pads if any(pads) or g.chance(0.3) else None
    elif how == "same":
        attributes["auto_pad"] = g.choose(["SAME_UPPER", "SAME_LOWER", "VALID"])
        sizes = full if attributes["auto_pad"] == "VALID" else [n * s for n, s in zip(x.shape[2:], strides)]
        if attributes["auto_pad"] != "VALID" and any(a < b for a, b in zip(full, sizes)):
            raise Unfit()
    else:
        sizes = [max(1, n - g.integer(0, 2)) for n in full]
        attributes["output_shape"] = sizes
        attributes["auto_pad"] = g.choose([None, "SAME_UPPER", "SAME_LOWER"])
    c, each = x.shape[1], g.choose([1, 2, 3, 5])
    weight = g.weight(x.type, (c, each) + tuple(kernel))
    bias = g.weight(x.type, (each * group,)) if g.chance(0.5) else None
    g.node("ConvTranspose", [x, weight, bias], [(x.type, (x.shape[0], each * group) + tuple(sizes))], group=group if group > 1 or g.chance(0.3) else None,
           kernel_shape=kernel if g.chance(0.7) else None, strides=strides, dilations=dilations if max(dilations) > 1 else None,
           output_padding=extra if any(extra) else None, **attributes)


@operator("Col2Im", 18)
def col2im(g):
    sizes = [g.integer(3, 8), g.integer(3, 8)]
    w = Window(g, sizes)
    c, n = g.integer(1, 3), g.integer(1, 2)
    span = [(k - 1) * d + 1 for k, d in zip(w.kernel, w.dilations)]
    blocks = [(size + w.pads[i] + w.pads[i + 2] - span[i]) // w.strides[i] + 1 for i, size in enumerate(sizes)]
    if min(blocks) < 1:
        raise Unfit()
    x = g.fresh("f32", (n, c * w.kernel[0] * w.kernel[1], blocks[0] * blocks[1]))
    g.node("Col2Im", [x, g.fixed(sizes), g.fixed(w.kernel)], [("f32", (n, c) + tuple(sizes))], dilations=w.dilations, strides=w.strides, pads=w.pads)
