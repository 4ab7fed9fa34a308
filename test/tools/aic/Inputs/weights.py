"""Makes the files of weights.test in the current folder: the parameters of mlp.graph as random:1 has them."""
import json
import os
import struct
import sys
import zipfile

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../models"))
from random_weights import parameter  # noqa: E402

SHAPES = {"fc1.weight": (5, 3), "fc1.bias": (5,), "fc2.weight": (4, 5), "fc2.bias": (4,)}
good = {name: parameter(1, name, shape) for name, shape in SHAPES.items()}


def safetensors(path, entries, data):
    text = json.dumps(entries).encode()
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + data)


np.savez("stored.npz", **good)
np.savez_compressed("deflated.npz", **good)
np.savez("more.npz", **good, **{"bn.num_batches_tracked": np.int64(7), "head.weight": np.float32(7)})
np.savez("parallel.npz", **{"module." + k: v for k, v in good.items()}, **{"module.bn.num_batches_tracked": np.int64(7)})
np.savez("less.npz", **{k: v for k, v in good.items() if k != "fc2.bias"})
with open("cut.npz", "wb") as f:
    f.write(open("stored.npz", "rb").read()[:-10])
entries, data = {}, b""
for name, array in good.items():
    entries[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [len(data), len(data) + array.nbytes]}
    data += array.tobytes()
safetensors("good.safetensors", entries, data)
safetensors("overlap.safetensors", {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
                                    "b": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}, bytes(12))
safetensors("f8.safetensors", {"fc1.weight": {"dtype": "F8_E4M3", "shape": [5, 3], "data_offsets": [0, 15]}}, bytes(15))
zipfile.ZipFile("model.pth", "w").writestr("archive/data.pkl", b"x")
