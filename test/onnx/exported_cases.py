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


def rotary():
    """Rotary embeddings: rotate_half between a transpose and an attention, as Hugging Face has it, with tables that are constants and
    ones that are inputs; GPT-J's even and odd elements; pairs that a reshape makes, as Meta's code has them; halves of a split."""
    s, h, d = 6, 2, 8
    x = f(1, s, h * d)
    angle = np.arange(s)[:, None] * 10000.0 ** (np.arange(d // 2) / (-d / 2))[None, :]
    cos, sin = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)
    whole = {"cos": np.concatenate([cos, cos], 1), "sin": np.concatenate([sin, sin], 1)}
    constants = {"four": ints(1, s, h, d), "pairs": ints(1, s, h, d // 2, 2), "back": ints(1, s, h * d), "last": ints(-1), "zero": ints(0),
                 "one": ints(1), "two": ints(2), "half": ints(d // 2), "end": ints(1 << 40), "parts": ints(d // 2, d // 2), **whole,
                 "row_cos": cos[:, None], "row_sin": sin[:, None], "even_cos": np.repeat(cos, 2, 1)[:, None], "even_sin": np.repeat(sin, 2, 1)[:, None],
                 "scale": np.float32(d**-0.5)}
    nodes, expected = [node("Reshape", ["x", "four"], ["heads"]), node("Transpose", ["heads"], ["q"], perm=[0, 2, 1, 3])], {}

    def add(op, inputs, output, **attributes):
        nodes.append(node(op, inputs, [output], **attributes))
        return output

    def cut(value, first, end, step, name):
        return add("Slice", [value, first, end, "last", step], name)

    def rotated(name, first, second, pairs=False):
        parts = [add("Neg", [second], name + "_neg"), first]
        if pairs:
            parts = [add("Unsqueeze", [part, "last"], f"{name}_{i}") for i, part in enumerate(parts)]
        return add("Concat", parts, name + "_rot", axis=-1)

    q = t(x).view(1, s, h, d).transpose(1, 2)
    half = torch.cat([-q[..., d // 2:], q[..., :d // 2]], -1)
    for name, tables in (("constant", ("cos", "sin")), ("given", ("c", "si"))):
        turned = rotated(name, cut("q", "zero", "half", "one", name + "_a"), cut("q", "half", "end", "one", name + "_b"))
        y = add("Add", [add("Mul", ["q", tables[0]], name + "_qc"), add("Mul", [turned, tables[1]], name + "_qs")], name + "_q")
        scores = add("MatMul", [add("Mul", [y, "scale"], name + "_sc"), add("Transpose", [y], name + "_t", perm=[0, 1, 3, 2])], name + "_scores")
        add("MatMul", [add("Softmax", [scores], name + "_p", axis=-1), "q"], name)
        r = q * t(whole["cos"]) + half * t(whole["sin"])
        expected[name] = torch.softmax(r @ r.transpose(2, 3) * d**-0.5, -1) @ q
    # Even and odd elements, in rows of heads as they come.
    p = t(x).view(1, s, h, d // 2, 2)
    a, b = p[..., 0], p[..., 1]
    c, si = t(cos)[:, None], t(sin)[:, None]
    turned = rotated("gptj", cut("heads", "zero", "end", "two", "gptj_a"), cut("heads", "one", "end", "two", "gptj_b"), pairs=True)
    add("Add", [add("Mul", ["heads", "even_cos"], "gptj_c"), add("Mul", [add("Reshape", [turned, "four"], "gptj_r"), "even_sin"], "gptj_s")], "gptj")
    expected["gptj"] = torch.stack([a * c - b * si, b * c + a * si], -1).reshape(1, s, h, d)
    # The same in pairs; and halves of a split, put together as they were.
    add("Reshape", ["x", "pairs"], "p")
    index = {"meta_a": np.int64(0), "meta_b": np.int64(1)}
    constants.update({name + "_at": value for name, value in index.items()})
    for name in index:
        add("Gather", ["p", name + "_at"], name, axis=4)
    nodes.append(node("Split", ["heads", "parts"], ["split_a", "split_b"], axis=3))
    for name in ("meta", "split"):
        first = add("Sub", [add("Mul", [name + "_a", "row_cos"], name + "_ac"), add("Mul", [name + "_b", "row_sin"], name + "_bs")], name + "_first")
        second = add("Add", [add("Mul", [name + "_a", "row_sin"], name + "_as"), add("Mul", [name + "_b", "row_cos"], name + "_bc")], name + "_second")
        if name == "meta":
            first, second = (add("Unsqueeze", [part, "last"], part + "_u") for part in (first, second))
        joined = add("Concat", [first, second], name + "_joined", axis=-1)
        add("Reshape", [joined, "back"], name)
    expected["meta"] = expected["gptj"].reshape(1, s, h * d)
    w = t(x).view(1, s, h, d)
    a, b = w[..., :d // 2], w[..., d // 2:]
    expected["split"] = torch.cat([a * c - b * si, b * c + a * si], -1).reshape(1, s, h * d)
    case("rotary", nodes, {"x": x, "c": whole["cos"], "si": whole["sin"]}, expected, 17, constants)


GROUPS = (guarded, windows, rotary)
