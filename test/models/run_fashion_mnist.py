#!/usr/bin/python3
"""The trained CNN on the 10,000 test pictures: the same answers as PyTorch gave, and no better than chance on shuffled labels.

    run_fashion_mnist.py WORK_FOLDER     needs `aic` on the path and Debian's dataset-fashion-mnist
"""
import json, os, sys
import numpy as np
from cases import CASES
from run_golden import HERE, aic, run_case

sys.path.append(f"{HERE}/../../tools")
import fashion_mnist

FOLDER = f"{HERE}/../../examples/fashion_mnist"
BATCH = 500


def main():
    work, = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    pytorch = np.fromfile(f"{FOLDER}/pytorch.labels", np.uint8)
    x, labels = fashion_mnist.network_input(fashion_mnist.pictures("t10k")), fashion_mnist.labels("t10k")
    # The weights are those that cnn.graph names itself.
    aic("compile", f"{HERE}/../../examples/cnn.graph", "--dim", f"N={BATCH}", "-o", f"{work}/cnn.aic")
    logits = [run_case(CASES["cnn"], f"{work}/cnn.aic", x[i:i + BATCH], work, 2) for i in range(0, len(x), BATCH)]
    answers = np.concatenate(logits).argmax(1).astype(np.uint8)

    right, differ = int((answers == labels).sum()), np.flatnonzero(answers != pytorch)
    wanted = json.load(open(f"{FOLDER}/pytorch.json"))
    print(f"{right} of {len(labels)} right; PyTorch: {wanted['right']}")
    if len(differ) or right != wanted["right"]:
        sys.exit(f"{len(differ)} answers are not PyTorch's; the first are those of the pictures {differ[:10]}")
    shuffled = int((answers == np.random.default_rng(0).permutation(labels)).sum())
    print(f"{shuffled} right by shuffled labels")
    if not 900 <= shuffled <= 1100:
        sys.exit("shuffled labels should give some 1,000 of 10,000: the test does not look at the pictures")


if __name__ == "__main__":
    main()
