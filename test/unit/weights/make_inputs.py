#!/usr/bin/python3
"""Makes the committed files of Inputs/ and RandomGoldens.inc with NumPy. Run it only to add to them."""
import json
import os
import struct
import zipfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
INPUTS = os.path.join(HERE, "Inputs")


# --- rule 10 of the graph language, in ten lines of numpy -------------------------------------------------------
def random_parameter(seed, name, shape):
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = (h ^ byte) * 0x100000001B3 % 2**64
    i = np.arange(int(np.prod(shape)), dtype=np.uint64)
    z = i + np.uint64(((seed ^ h) + 0x9E3779B97F4A7C15) % 2**64)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    u = ((z ^ (z >> np.uint64(31))) >> np.uint64(40)) / 2.0**23 - 1
    if name.endswith("running_var"): u = 1 + 0.5 * u
    elif len(shape) >= 2: u = u * np.sqrt(3 / np.prod(shape[1:]))
    elif len(shape) == 1 and name.endswith("weight"): u = 1 + 0.2 * u
    else: u = 0.1 * u
    return u.reshape(shape)
# ----------------------------------------------------------------------------------------------------------------


def bf16_bits(x):
    """float64 -> bfloat16 bits, to nearest even, without the double rounding that going through float32 has."""
    m, e = np.frexp(x)  # |m| in [0.5, 1)
    return (np.ldexp(np.rint(np.ldexp(m, 8)), e - 8).astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)


def bits(x, type):
    if type == "F32": return x.astype("<f4").view(np.uint32)
    if type == "F64": return x.astype("<f8").view(np.uint64)
    if type == "F16": return x.astype("<f2").view(np.uint16)
    if type == "BF16": return bf16_bits(x)
    return np.rint(x).astype(np.int64).view(np.uint64) & np.uint64(2**8 - 1 if type == "I8" else 2**64 - 1)


def random_goldens():
    cases = [
        (0, "fc.weight", [3, 5], "F32"), (7, "layer1.0.conv1.weight", [4, 3, 3, 3], "F32"),
        (7, "bn1.running_var", [9], "F32"), (7, "bn1.running_mean", [9], "F32"), (7, "bn1.weight", [9], "F32"),
        (7, "bn1.bias", [9], "F32"), (2**64 - 1, "bn1.bias", [5], "F64"), (123456789012345, "Gewichte.äöü", [2, 2], "F64"),
        (3, "a.running_var", [2, 3], "F64"), (3, "scalar.weight", [], "F64"), (1, "x.weight", [40, 1000], "F16"),
        (1, "x.weight", [40, 1000], "BF16"), (1, "x.bias", [300], "F16"), (1, "x.bias", [300], "BF16"),
        (5, "num", [30, 1], "I8"), (5, "num", [30, 1], "I64"), (5, "none", [0, 4], "F32"),
    ]
    out = ["// Made by make_inputs.py with NumPy %s; checksum: FNV-1a over the little-endian bytes." % np.__version__]
    for seed, name, shape, type in cases:
        values = bits(random_parameter(seed, name, shape), type).reshape(-1)
        size = {"F32": 4, "F64": 8, "F16": 2, "BF16": 2, "I8": 1, "I64": 8}[type]
        h = 0xCBF29CE484222325
        for byte in values.astype("<u%d" % size).tobytes():
            h = (h ^ byte) * 0x100000001B3 % 2**64
        first = ", ".join("0x%xu" % v if size < 8 else "0x%xull" % v for v in values[:4].tolist())
        dims = ", ".join(map(str, shape))
        out.append('{%dull, "%s", {%s}, ElementType::%s, {%s}, 0x%016xull},' % (
            seed, name, dims, {"BF16": "BF16"}.get(type, type), first, h))
    with open(os.path.join(HERE, "RandomGoldens.inc"), "w") as f:
        f.write("\n".join(out) + "\n")


def safetensors(path, tensors, metadata=None):
    header, data = {}, b""
    if metadata:
        header["__metadata__"] = metadata
    for name, (dtype, array) in tensors.items():
        raw = array.tobytes()
        header[name] = {"dtype": dtype, "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + data)


def arrays():
    count = np.arange(24).reshape(2, 3, 4)
    return {
        "fc.weight": count[0].astype("<f4") / 4, "half": count.astype("<f2"), "double": count[:, 0].astype("<f8"),
        "flags": (count % 3 == 0), "bytes": count.astype("u1"), "signed": (count - 12).astype("i1"),
        "short": (count * 1000).astype("<i2"), "int": (count - 5).astype("<i4"),
        "num_batches_tracked": np.array(2**40, dtype="<i8"), "empty": np.zeros((0, 3), "<f4"),
    }


def main():
    os.makedirs(INPUTS, exist_ok=True)
    random_goldens()
    a = arrays()
    names = {"f4": "F32", "f2": "F16", "f8": "F64", "b1": "BOOL", "u1": "U8", "i1": "I8", "i2": "I16", "i4": "I32", "i8": "I64"}
    tensors = {k: (names[v.dtype.str[1:]], v) for k, v in a.items()}
    tensors["brain"] = ("BF16", np.array([0x3F80, 0xC000], "<u2"))
    safetensors(os.path.join(INPUTS, "all.safetensors"), tensors, {"format": "pt"})
    safetensors(os.path.join(INPUTS, "tiny.safetensors"), {"a": ("F32", np.array([1, 2], "<f4")), "b": ("I8", np.array([[3]], "i1"))})
    np.savez(os.path.join(INPUTS, "all.npz"), **a)
    np.savez_compressed(os.path.join(INPUTS, "deflated.npz"), **a)
    np.savez(os.path.join(INPUTS, "turned.npz"), fortran=np.asfortranarray(np.arange(24, dtype="<f4").reshape(2, 3, 4)),
             big=np.arange(6, dtype=">f4").reshape(2, 3), both=np.asfortranarray(np.arange(6, dtype=">i8").reshape(3, 2)))
    np.savez(os.path.join(INPUTS, "tiny.npz"), a=np.array([1, 2], "<f4"))
    np.savez_compressed(os.path.join(INPUTS, "tiny_deflated.npz"), a=np.zeros(100, "<f4"))
    np.save(os.path.join(INPUTS, "tiny.npy"), np.array([[1, 2, 3]], "<f4"))
    np.save(os.path.join(INPUTS, "fortran.npy"), np.asfortranarray(np.arange(24, dtype="<f4").reshape(2, 3, 4)))
    np.save(os.path.join(INPUTS, "big.npy"), np.arange(6, dtype=">i4").reshape(2, 3))
    np.save(os.path.join(INPUTS, "structured.npy"), np.zeros(2, dtype=[("x", "<f4")]))
    np.save(os.path.join(INPUTS, "complex.npy"), np.zeros(2, dtype="<c8"))
    for version in (2, 3):
        with open(os.path.join(INPUTS, "version%d.npy" % version), "wb") as f:
            np.lib.format.write_array(f, np.arange(3, dtype="<i2"), version=(version, 0))
    # A zip64 file as numpy.savez writes it for a stream that it cannot seek in: sizes after the data.
    with open(os.path.join(INPUTS, "zip64.npz"), "wb") as f:
        with zipfile.ZipFile(f, "w", allowZip64=True) as z:
            with z.open("a.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array(member, np.array([1, 2], "<f4"))
    zipfile.ZipFile(os.path.join(INPUTS, "torch.pth"), "w").writestr("archive/data.pkl", b"x")


main()
