#!/usr/bin/python3
"""Make golden/metrics.json: answers and labels, and what scikit-learn says of them.

    make_metrics.py     run by hand; needs python3-sklearn (1.2)
"""
import json, os, warnings
import numpy as np
from sklearn import metrics as m

warnings.simplefilter("ignore")
random = np.random.default_rng(7)
cases = []


def averages(of, labels, predicted, **more):
    return {key: float(of(labels, predicted, average=key, zero_division=0, **more)) for key in ("macro", "micro", "weighted")}


def report(labels, predicted, classes):
    found = {"accuracy": m.accuracy_score(labels, predicted),
             "confusion": m.confusion_matrix(labels, predicted, labels=range(classes)).ravel().tolist()}
    for name, of in {"precision": m.precision_score, "recall": m.recall_score, "f1": m.f1_score}.items():
        each = of(labels, predicted, average=None, labels=range(classes), zero_division=0)
        found[name] = {**averages(of, labels, predicted), "classes": each.tolist()}
    return found


# Many classes: ties between scores (rounded), a class that is never predicted, one that is neither label nor prediction.
for classes, samples, missing in ((5, 60, []), (4, 40, [3]), (7, 90, [2])):
    logits = np.round(random.standard_normal((samples, classes)), 1)
    labels = random.choice([c for c in range(classes) if c not in missing], samples)
    logits[np.arange(samples), labels] += 0.7
    logits[:, 1] -= 9 * (classes == 5)
    logits[:, missing] = -8
    logits = np.round(logits, 1)
    p = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    found = report(labels, p.argmax(1), classes)
    found["top2"] = m.top_k_accuracy_score(labels, logits, k=2, labels=range(classes))
    found["ce"] = m.log_loss(labels, p, labels=range(classes))
    if not missing:
        found["auc"] = {key: m.roc_auc_score(labels, p, multi_class="ovr", average=key) for key in ("macro", "micro", "weighted")}
        found["auc"]["classes"] = m.roc_auc_score(labels, p, multi_class="ovr", average=None).tolist()
    cases.append({"kind": "classes", "classes": classes, "labels": labels.tolist(), "logits": logits.ravel().tolist(),
                  "probabilities": p.ravel().tolist(), "wanted": found})

# Two: ties, and probabilities of exactly 0 and 1, once on the right side and once not.
for edges in (False, True):
    logits = np.round(random.standard_normal(50), 1)
    labels = (random.random(50) < 1 / (1 + np.exp(-2 * logits))).astype(int)
    p = 1 / (1 + np.exp(-logits))
    if edges:
        p[:4], labels[:4] = [0, 0, 1, 1], [0, 1, 1, 0]
    found = report(labels, (p > 0.5).astype(int), 2)
    found.update(auc=m.roc_auc_score(labels, p), bce=m.log_loss(labels, p, labels=[0, 1]))
    x, y, _ = m.roc_curve(labels, p, drop_intermediate=False)
    found["roc"] = np.stack([x, y], 1).tolist()
    found.update({name: {**found[name], "binary": of(labels, (p > 0.5).astype(int))}
                  for name, of in {"precision": m.precision_score, "recall": m.recall_score, "f1": m.f1_score}.items()})
    cases.append({"kind": "binary", "labels": labels.tolist(), "probabilities": p.tolist(), "wanted": found,
                  **({} if edges else {"logits": logits.tolist()})})

# Numbers: an output that never changes, answered right and not, far from 0.
for shift in (0, 1e6):
    wanted = random.standard_normal((30, 4)) + shift
    wanted[:, 2] = wanted[:, 3] = 2
    found = wanted + 0.5 * random.standard_normal((30, 4))
    found[:, 3] = 2
    cases.append({"kind": "numbers", "outputs": 4, "labels": wanted.ravel().tolist(), "found": found.ravel().tolist(),
                  "wanted": {"mse": m.mean_squared_error(wanted, found), "mae": m.mean_absolute_error(wanted, found),
                             "r2": m.r2_score(wanted, found)}})

with open(f"{os.path.dirname(os.path.abspath(__file__))}/golden/metrics.json", "w") as f:
    json.dump(cases, f, separators=(",", ":"))
    f.write("\n")
