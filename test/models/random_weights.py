"""The weights of `--weights random:SEED`, in numpy (rule 10 of the language)."""
import numpy as np


def unit(seed, name, count):
    """`count` doubles in [-1, 1): the stream of the parameter `name`."""
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = (h ^ byte) * 0x100000001B3 % 2**64
    with np.errstate(over="ignore"):
        z = np.uint64(h ^ seed) + np.arange(count, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ z >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ z >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return (z >> np.uint64(40)).astype(np.float64) / 2.0**23 - 1.0


def parameter(seed, name, shape):
    """The f32 tensor that `random:seed` gives to the parameter `name` of this shape."""
    u = unit(seed, name, int(np.prod(shape, dtype=np.int64)))
    if name.endswith("running_var"):
        u = 1 + 0.5 * u
    elif len(shape) >= 2:
        u = u * np.sqrt(3 / np.prod(shape[1:], dtype=np.float64))
    elif len(shape) == 1 and name.endswith("weight"):
        u = 1 + 0.2 * u
    else:
        u = 0.1 * u
    return u.astype(np.float32).reshape(shape)
