#!/usr/bin/python3
"""That a training on the Pima data went as PyTorch's (golden/pima.npz): each loss of the first 100 steps within 1e-4 of it, and what was
learned gives the same loss within 1e-3, and as many right answers but for one in 768; that `aic eval` finds that of it, and `aic attribute`
that glucose (feature 1) says most.

    pima_check.py LOG.jsonl PIMA.npz MLP.safetensors EVAL.json IMPORTANCE.json
"""
import json, os, subprocess, sys
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    log, data, weights, evaluation, importance = sys.argv[1:]
    golden = np.load(f"{HERE}/golden/pima.npz")
    losses = np.array([line["loss"] for line in map(json.loads, open(log)) if "loss" in line])
    assert losses.shape == golden["losses"].shape, losses.shape
    off = np.abs(losses / golden["losses"] - 1)
    x, target = (np.load(data)[name] for name in ("x", "target"))
    np.save("x.npy", x)
    subprocess.run(["aic", "run", f"{HERE}/../../examples/mlp.graph", "--weights", weights, "--dim", f"N={len(x)}", "--input", "x.npy", "--output", "y.npy"],
                   check=True)
    y = np.load("y.npy").astype(np.float64)
    loss = -np.where(target > 0.5, np.log(y), np.log(1 - y)).mean()
    accuracy = ((y > 0.5) == (target > 0.5)).mean()
    print(f"losses are off by {off[:100].max():.1e} in 100 steps, {off.max():.1e} in {len(off)}; "
          f"loss {loss:.6f} (PyTorch {golden['loss']:.6f}), accuracy {accuracy:.6f} ({golden['accuracy']:.6f})")
    assert off[:100].max() <= 1e-4 and abs(loss / golden["loss"] - 1) <= 1e-3
    assert abs(accuracy - golden["accuracy"]) * len(x) <= 1.001
    found = json.load(open(evaluation))["metrics"]
    pairs = np.sign(y[target > 0.5][:, None] - y[target <= 0.5])
    print(f"aic eval: accuracy {found['accuracy']:.6f}, bce {found['bce']:.6f}, auc {found['auc']:.6f}")
    assert abs(found["accuracy"] - accuracy) * len(x) <= 1.001 and abs(found["bce"] / loss - 1) <= 1e-6
    assert abs(found["auc"] - (pairs.mean() + 1) / 2) <= 1e-5
    weights = json.load(open(importance))["weights"]
    assert len(weights) == 8 and np.argmax(weights) == 1 and weights[1] > 0.05, weights


if __name__ == "__main__":
    main()
