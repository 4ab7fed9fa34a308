"""What aic made of caches in 8 bits (state-precision.test) beside numpy's own: the bytes, the scales, and the answer."""

import json
import struct

import numpy as n


def rows(x):
    """Bytes and scales of rows along the last axis, in f32 as aic computes them."""
    scale = n.maximum(abs(x).max(-1, keepdims=True), n.float32(2**-119)) / n.float32(127)
    return n.rint(x / scale).astype("i1"), scale


def saved(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    kinds = {"I8": "i1", "F32": "f4"}
    return {
        name: n.frombuffer(data[slice(*t["data_offsets"])], kinds[t["dtype"]]).reshape(t["shape"])
        for name, t in header.items()
        if name != "__metadata__" and t["dtype"] in kinds
    }


head, last = n.load("head.npy"), n.load("last.npy")
text = n.concatenate([head, last], 2)
keys, key_scale = rows(text)
values, value_scale = rows(text * n.float32(0.3) + n.float32(1))

states = saved("i.safetensors")
assert (abs(states["keys"][:, :, :21].astype(int) - keys[:, :, :21]) <= 1).all()  # a tie may fall either way
assert (states["keys"][:, :, :21] == keys[:, :, :21]).mean() > 0.99
assert n.allclose(states["keys.scale"][:, :, :21], key_scale[:, :, :21], rtol=1e-6)
assert (states["values"][:, :, 21:] == 127).all() and n.allclose(states["values.scale"][:, :, 21:], 0.5 / 127)

k, v = keys * key_scale.astype(float), values * value_scale.astype(float)
p = n.exp((last.astype(float) @ k.swapaxes(2, 3)) / 4)
y = p / p.sum(-1, keepdims=True) @ v + 0.01 * (v.sum() + 0.5 * 18 * 32)
found, whole = n.load("bytes.npy"), n.load("whole.npy")
assert abs(found - y).max() < 1e-3 * abs(y).max(), abs(found - y).max()
off = abs(found - whole).max() / abs(whole).max()
assert 0 < off < 1e-2, off

# Rows of tiny numbers keep the promise, too.
tiny = saved("tiny.safetensors")
small = head * n.float32(1e-33)
stored = tiny["keys"][:, :, :21] * tiny["keys.scale"][:, :, :21].astype(float)
assert (abs(stored - small) <= abs(small).max(-1, keepdims=True) / 254 * 1.0001).all(), abs(stored / small - 1).max()
