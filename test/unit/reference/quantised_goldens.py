"""Goldens of what is stored in 8 or 4 bits: NumPy's, from the operations' descriptions."""
import numpy as np
from golden_file import case

rng = np.random.default_rng(1)


def packed(q):
    """Numbers of 4 bits, two a byte along the last axis, the first in the low half."""
    low, high = (q[..., i::2].astype(np.int64) & 15 for i in (0, 1))
    return (low | high << 4).astype(np.uint8).view(np.int8 if q.dtype == np.int8 else np.uint8)


def spread(scale, shape, axis, block):
    """A scale, or a zero point, for each element."""
    if block:
        scale = np.repeat(scale, block, axis=axis).take(range(shape[axis]), axis=axis)
    return np.broadcast_to(scale, shape)


def numbers(kind, bits, shape):
    low, high = (-(1 << bits - 1), 1 << bits - 1) if kind == np.int8 else (0, 1 << bits)
    return rng.integers(low, high, shape).astype(kind)


def scales(shape, kind=np.float32):
    return (2.0 ** rng.integers(-6, -2, shape)).astype(kind)  # products with them are exact


def dequantised():
    for kind in (np.int8, np.uint8):
        for bits in (8, 4):
            for scale_shape, axis, block in (((1, 1, 1), 0, 0), ((1, 3, 1), 0, 0), ((2, 3, 6), 0, 0), ((2, 3, 2), 2, 4),
                                             ((2, 2, 1), 1, 2)):
                for zero in (False, True):
                    shape = (2, 3, 6)
                    q, scale = numbers(kind, bits, shape), scales(scale_shape, np.float16 if zero else np.float32)
                    zeros = numbers(kind, bits, scale_shape)
                    moved = q.astype(np.float32) - (spread(zeros, shape, axis, block) if zero else 0)
                    result = moved.astype(np.float32) * spread(scale, shape, axis, block).astype(np.float32)
                    stored = packed(q) if bits == 4 else q
                    args = [stored, scale] + ([zeros] if zero else [])
                    case("dequantize", args, result, "bits = %d, axis = %d, block = %d" % (bits, axis, block),
                         operands="%0, %1" + (" zero %2" if zero else ""))


def block_linear():
    for bits in (8, 4):
        for rows, k, n, block in (((3,), 8, 5, 4), ((2, 2), 6, 3, 4), ((), 10, 1, 16)):
            for bias in (False, True):
                x = (rng.integers(-16, 16, rows + (k,)) / 8).astype(np.float32)
                q, scale = numbers(np.int8, bits, (n, k)), scales((n, -(-k // block)))
                b = (rng.integers(-16, 16, n) / 8).astype(np.float32)
                result = x @ (q * spread(scale, (n, k), 1, block)).T + (b if bias else 0)
                args = [x, packed(q) if bits == 4 else q, scale] + ([b] if bias else [])
                case("block_linear", args, result.astype(np.float32), "bits = %d, block = %d" % (bits, block),
                     operands="%0, %1, %2" + (" bias %3" if bias else ""))


def attended():
    """Attention of keys, values or both in bytes, with a scale for each row, or one for the rows of several matrices."""
    for queries, keys, causal, parts in ((1, 5, False, "kv"), (3, 4, True, "kv"), (2, 3, False, "k"), (2, 3, False, "v")):
        q = (rng.integers(-16, 16, (2, queries, 4)) / 8).astype(np.float32)
        args, factors, whole = [q], [], []
        for name, leading in (("k", 2), ("v", 1)):
            if name in parts:
                stored, scale = numbers(np.int8, 8, (2, keys, 4)), scales((leading, keys, 1))
                factors.append((name, scale))
                whole.append(stored * scale.astype(np.float64))
            else:
                stored = (rng.integers(-16, 16, (2, keys, 4)) / 8).astype(np.float32)
                whole.append(stored.astype(np.float64))
            args.append(stored)
        scores = q.astype(np.float64) @ whole[0].swapaxes(1, 2) * 0.25
        if causal:
            scores = np.where(np.tri(queries, keys, dtype=bool), scores, -np.inf)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        result = weights / weights.sum(-1, keepdims=True) @ whole[1]
        operands = "%0, %1, %2" + "".join(" %s_scale %%%d" % (name, 3 + i) for i, (name, _) in enumerate(factors))
        case("quantised_attention", args + [scale for _, scale in factors], result.astype(np.float32),
             "causal = %s, scale = 0.25" % str(causal).lower(), operands=operands, summed=True, rounded=True)


FAMILIES = (dequantised, block_linear, attended)
