"""eval.py make: samples of eval.graph as .npz and idx. eval.py check NAME: what `aic eval --json` said (stdin) against NumPy.
eval.py permutation NAME METRIC: the same of `aic attribute --method permutation --json`."""
import json, struct, sys
import numpy as np

sys.path.append(f"{sys.path[0]}/../../../models")
from random_weights import parameter

random = np.random.default_rng(5)
x = random.standard_normal((27, 3)).astype(np.float32)  # the last batch is not full
label = random.integers(0, 6, 27)
ids = random.integers(0, 7, (27, 5))
nexts = random.integers(0, 7, (27, 5))
nexts[3, 1:4] = -100
price = random.standard_normal((27, 2)).astype(np.float32)
sick = random.integers(0, 2, 27)
pixels = random.integers(0, 3, (27, 2)).astype(np.int32)
image = random.integers(0, 256, (7, 4, 4)).astype(np.uint8)


def linear(x, name, outputs):
    w = parameter(1, f"{name}.weight", (outputs, x.shape[1])).astype(np.float64)
    return x @ w.T + parameter(1, f"{name}.bias", (outputs,)).astype(np.float64)


def classes(y, label):
    """Scores [samples, classes] and their labels."""
    p = np.exp(y - y.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    ce = -np.log(p[np.arange(len(y)), label]).mean()
    confusion = np.zeros((y.shape[1],) * 2, int)
    np.add.at(confusion, (label, y.argmax(1)), 1)
    return {"accuracy": (y.argmax(1) == label).mean(), "ce": ce, "perplexity": np.exp(ce), "confusion": confusion.tolist(),
            "top5": np.mean([l in row for l, row in zip(label, np.argsort(y, 1)[:, ::-1][:, :5])])}


def order(count, seed, epoch):
    """The order of samples as Shuffle.h states it."""

    def mix(z):
        z = (z + 0x9E3779B97F4A7C15) % 2**64
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
        return z ^ z >> 31

    key = mix((mix(seed) + epoch) % 2**64)
    return sorted(range(count), key=lambda row: mix((key + row) % 2**64))


def importances(name, metric, seed, repeats):
    """What each feature's other orders cost, one row a feature."""
    global x
    whole, before, lost = wanted(name)[metric], x, []
    for feature in range(3):
        for repeat in range(repeats):
            x = before.copy()
            x[:, feature] = before[order(len(x), seed, feature * repeats + repeat), feature]
            lost.append(whole - wanted(name)[metric])
    x = before
    return np.reshape(lost, (3, repeats)) * (-1 if metric in ("bce", "ce", "mse") else 1)


def wanted(name):
    if name in ("logits", "probabilities"):
        return classes(linear(np.maximum(linear(x, "fc1", 5), 0), "fc2", 6), label)
    if name == "binary":
        p = 1 / (1 + np.exp(-linear(x, "fc1", 1)[:, 0]))
        pairs = np.sign(p[sick == 1][:, None] - p[sick == 0])
        hits = (p > 0.5)[sick == 1].sum()
        return {"accuracy": ((p > 0.5) == sick).mean(), "bce": -np.log(np.where(sick, p, 1 - p)).mean(), "auc": (pairs.mean() + 1) / 2,
                "precision": hits / max((p > 0.5).sum(), 1), "recall": hits / sick.sum()}
    if name == "numbers":
        d = linear(x, "fc1", 2) - price
        return {"mse": (d**2).mean(), "rmse": np.sqrt((d**2).mean()), "mae": abs(d).mean(),
                "r2": (1 - (d**2).sum(0) / ((price - price.mean(0, dtype=np.float64)) ** 2).sum(0)).mean()}
    if name == "tokens":
        there = nexts != -100
        return classes(parameter(1, "fc1.weight", (7, 7)).astype(np.float64)[ids[there]], nexts[there])
    if name == "pixels":
        return classes(linear(x, "fc1", 6).reshape(-1, 3, 2).transpose(0, 2, 1).reshape(-1, 3), pixels.ravel())
    if name == "counting":
        return classes(x.astype(np.float64), label % 3)
    return classes(image.reshape(7, 16) / 255.0, label[:7])


if sys.argv[1] == "make":
    np.savez("class.npz", x=x, label=label.astype(np.uint8))
    np.savez_compressed("sick.npz", x=x, sick=sick.astype(bool), price=price)
    np.savez("sick_floats.npz", x=x, sick=sick.astype(np.float32)[:, None])
    np.savez("tokens.npz", ids=ids, next=nexts)
    np.savez("pixels.npz", x=x, label=pixels)
    np.savez("counting.npz", x=x, label=label % 3)
    np.savez("wrong.npz", x=x, label=np.where(np.arange(27) == 20, 6, label))
    np.savez("bad.npz", x=np.where(np.arange(27)[:, None] == 9, np.nan, x), label=label)
    odd = price.copy()
    odd[5, 1], odd[9, 0] = np.nan, np.inf
    np.savez("odd_prices.npz", x=x, price=odd)
    np.savez("unlabelled.npz", x=x)
    with open("pictures.idx", "wb") as f:
        f.write(struct.pack(">IIII", 2051, 7, 4, 4) + image.tobytes())
    with open("labels.idx", "wb") as f:
        f.write(struct.pack(">II", 2049, 7) + label[:7].astype(np.uint8).tobytes())
    open("names.txt", "w").write("".join(f"class {c}\n" for c in "abcdef"))
elif sys.argv[1] == "permutation":
    said, lost = json.load(sys.stdin), importances(sys.argv[2], sys.argv[3], 11, 3)
    assert said["metric"] == sys.argv[3] and said["samples"] == 27 and said["features"] == ["x[0]", "x[1]", "x[2]"]
    assert np.allclose(said["weights"], lost.mean(1), rtol=1e-5, atol=1e-7) and abs(lost).max() > 0, (said["weights"], lost)
    assert np.allclose(said["deviations"], lost.std(1), rtol=1e-4, atol=1e-7), (said["deviations"], lost)
else:
    said = json.load(sys.stdin)["metrics"]
    for key, value in wanted(sys.argv[2]).items():
        if key not in said:
            continue
        found = said[key]["binary"] if isinstance(said[key], dict) else said[key]
        assert np.allclose(found, value, rtol=2e-6, atol=0), (key, found, value)
        print(f"{key}: {found}")
    assert len(said) >= 1
