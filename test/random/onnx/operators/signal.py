"""Windows and spectra."""
import numpy

from operators import operator
from tensors import ONNX, Tensor


def _window(name):
    def build(g):
        n = g.integer(2, 20)
        type = "f64" if g.chance(0.1) else "f32"
        g.node(name, [g.fixed(n, g.choose(["i32", "i64"]))], [(type, (n,))], periodic=g.choose([None, 0, 1]), output_datatype=ONNX[type] if type != "f32" or g.chance(0.3) else None)

    return build


for name in ("HannWindow", "HammingWindow", "BlackmanWindow"):
    operator(name, 17)(_window(name))


@operator("MelWeightMatrix", 17)
def mel(g):
    bins, length, rate = g.integer(3, 8), g.choose([16, 32, 64]), g.choose([8000, 16000])
    low, high = g.choose([0.0, 100.0]), float(rate // 2)
    g.node("MelWeightMatrix", [g.fixed(bins), g.fixed(length), g.fixed(rate), g.fixed(numpy.float32(low), "f32"), g.fixed(numpy.float32(high), "f32")],
           [("f32", (length // 2 + 1, bins))])


@operator("DFT", 17)
def dft(g):
    n, real = g.choose([1, 2, 3, 4, 5, 8, 12, 16]), g.choose([1, 2])
    x = g.weight(g.choose(["f32", "f32", "f64"]), (g.integer(1, 3), n, real))
    onesided = 1 if real == 1 and g.chance(0.4) else g.choose([None, 0])
    inverse = 1 if not onesided and g.chance(0.3) else g.choose([None, 0])
    length = g.choose([n, max(1, n - 2), n + 3]) if g.chance(0.4) else n
    given = g.fixed(length) if length != n or g.chance(0.2) else None
    shape = (x.shape[0], length // 2 + 1 if onesided else length, 2)
    if g.opset < 20:
        g.node("DFT", [x, given], [(x.type, shape)], axis=g.choose([None, 1]), inverse=inverse, onesided=onesided)
    else:
        axis = g.fixed(g.choose([1, -2])) if g.chance(0.5) else None
        g.node("DFT", [x, given, axis], [(x.type, shape)], inverse=inverse, onesided=onesided)


@operator("STFT", 17)
def stft(g):
    n, frame, step = g.integer(16, 40), g.choose([4, 8, 16, 5]), g.integer(2, 8)
    x = g.weight("f32", (g.integer(1, 2), n, 1))
    window = g.fresh("f32", (frame,), (0, 1)) if g.chance(0.6) else None
    onesided = g.choose([None, 0, 1])
    bins = frame if onesided == 0 else frame // 2 + 1
    length = g.fixed(frame) if window is None or g.chance(0.5) else None
    g.node("STFT", [x, g.fixed(step), window, length], [("f32", (x.shape[0], (n - frame) // step + 1, bins, 2))], onesided=onesided)
