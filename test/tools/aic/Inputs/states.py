"""Makes the arrays of entries.test and states.test in the current folder.

With `damage`: from s.safetensors, state files that do not fit the model of cache.graph."""
import json
import struct
import sys

import numpy as np


def write(name, tensors, cut=0):
    """A .safetensors file, by its specification: u64 length, JSON header, data."""
    header, data = {}, b""
    for key, array in tensors.items():
        kind = {"float32": "F32", "float64": "F64"}[str(array.dtype)]
        header[key] = {"dtype": kind, "shape": array.shape, "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header).encode()
    whole = struct.pack("<Q", len(text)) + text + data
    with open(name, "wb") as f:
        f.write(whole[: len(whole) - cut])


def read(name):
    """The tensors of a .safetensors file of f32, by its specification."""
    whole = open(name, "rb").read()
    size = struct.unpack("<Q", whole[:8])[0]
    header, data = json.loads(whole[8 : 8 + size]), whole[8 + size :]
    header.pop("__metadata__", None)
    return {
        key: np.frombuffer(data[slice(*entry["data_offsets"])], np.float32).reshape(entry["shape"])
        for key, entry in header.items()
        if entry["dtype"] == "F32"
    }


def f32(*values):
    return np.array(values, np.float32)


if sys.argv[1:] == ["damage"]:
    memory, runs = np.zeros(8, np.float32), np.zeros([], np.float32)
    write("name.safetensors", {"memori": memory, "runs": runs})
    write("shape.safetensors", {"memory": memory[:7], "runs": runs})
    write("type.safetensors", {"memory": memory.astype(np.float64), "runs": runs})
    write("extra.safetensors", {"memory": memory, "runs": runs, "more": runs})
    write("cut.safetensors", {"memory": memory, "runs": runs}, cut=1)
elif sys.argv[1:2] == ["expect"]:  # expect FILE memory... runs
    found = read(sys.argv[2])
    wanted = [float(value) for value in sys.argv[3:]]
    assert sorted(found) == ["memory", "runs"], found
    assert list(found["memory"]) == wanted[:8] and float(found["runs"]) == wanted[8], found
else:
    np.save("x.npy", f32(5))
    np.save("x3.npy", f32(1, 2, 3))
    np.save("xs.npy", f32(1, 2, 3).reshape(3, 1))
    for place in 0, 2, 6, 8:
        np.save("p%d.npy" % place, np.array(place))
    np.save("ps.npy", np.arange(3))
    np.save("ps9.npy", np.array([0, 1, 9]))
    for rows in 2, 4, 5:
        np.save("m%d.npy" % rows, np.ones((rows, 3), np.float32))
