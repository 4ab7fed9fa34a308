"""A group of make_cases.py: attention and rotary embeddings in the many nodes that exporters write for them. The values are PyTorch's."""
import numpy as np
import torch

from make_cases import case, f, ints, node, t


def guarded():
    """scaled_dot_product_attention as PyTorch 2.9 exports it: the root of the scale on both sides, keys transposed in three axes,
    and a guard against rows that see nothing; one sees nothing here, and one query is NaN."""
    b, h, s, e = 2, 3, 5, 8
    q, k, v = f(b, h, s, e), f(b, h, s, e), f(b, h, s, e)
    q[1, 2, 1, 4] = np.nan
    mask = f(b, 1, s, s) > -1
    mask[0, 0, 2] = False
    weights = torch.softmax((t(q) @ t(k).transpose(2, 3)) * e**-0.5 + torch.where(t(mask), 0.0, -torch.inf), -1)
    y = torch.where(weights.isnan(), 0.0, weights) @ t(v)
    nodes = [node("Mul", ["q", "c"], ["qs"]), node("Reshape", ["k", "three"], ["k3"]), node("Transpose", ["k3"], ["kt"], perm=[0, 2, 1]),
             node("Reshape", ["kt", "four"], ["k4"]), node("Mul", ["k4", "c"], ["ks"]), node("MatMul", ["qs", "ks"], ["a"]),
             node("Where", ["mask", "zero", "hidden"], ["bias"]), node("Add", ["a", "bias"], ["m"]), node("Softmax", ["m"], ["p"], axis=-1),
             node("IsNaN", ["p"], ["bad"]), node("Where", ["bad", "zero", "p"], ["w"]), node("MatMul", ["w", "v"])]
    constants = {"c": np.float32(e**-0.25), "three": ints(-1, s, e), "four": ints(b, h, e, s), "zero": np.float32(0), "hidden": np.float32(-np.inf)}
    case("sdpa_guarded", nodes, {"q": q, "k": k, "v": v, "mask": mask}, {"y": y.float()}, 18, constants)


def windows():
    """Sliding windows as constant masks: a band, a causal band with a query that sees nothing, blocks; added and of bools."""
    s, e = 40, 8
    x = f(2, s, e)
    i, j = np.arange(s)[:, None], np.arange(s)[None, :]
    masks = {"band": abs(i - j) < 5, "causal": (j <= i - 3) & (j > i - 20), "blocks": i // 16 == j // 16}
    nodes, expected, constants = [node("Transpose", ["x"], ["xt"], perm=[0, 2, 1]), node("MatMul", ["x", "xt"], ["scores"])], {}, {}
    for name, mask in masks.items():
        added = np.where(mask, 0, -np.inf).astype(np.float32)
        constants["mask_" + name] = added
        nodes += [node("Add", ["scores", "mask_" + name], ["a_" + name]), node("Softmax", ["a_" + name], ["p_" + name], axis=-1),
                  node("MatMul", ["p_" + name, "x"], [name])]
        expected[name] = torch.softmax(t(x) @ t(x).transpose(1, 2) + t(added), -1) @ t(x)
    case("sdpa_windows", nodes, {"x": x}, expected, 17, constants)


GROUPS = (guarded, windows)
