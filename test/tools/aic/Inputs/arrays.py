"""Makes the arrays of run.test in the current folder; with `check`, compares y.npy with numpy's own mlp."""
import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../models"))
from random_weights import parameter  # noqa: E402

if sys.argv[1:] == ["check"]:
    x, w = np.load("x.npy").astype(np.float64), lambda name, *shape: parameter(1, name, shape)
    h = np.maximum(x @ w("fc1.weight", 5, 3).T + w("fc1.bias", 5), 0)
    wanted = h @ w("fc2.weight", 4, 5).T + w("fc2.bias", 4)
    off = np.abs(np.load("y.npy") - wanted).max() / np.abs(wanted).max()
    sys.exit(0 if off < 1e-6 else "off by %g" % off)

np.save("x.npy", np.arange(6, dtype=np.float32).reshape(2, 3) / 4 - 1)
np.save("x64.npy", np.zeros((2, 3)))
np.save("a.npy", np.array([1, 2], np.float32))
np.save("b.npy", np.array([10, 20], np.float32))
np.save("complex.npy", np.zeros((2, 3), complex))
with open("cut.npy", "wb") as f:
    f.write(open("x.npy", "rb").read()[:-3])
