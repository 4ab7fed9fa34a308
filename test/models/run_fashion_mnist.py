#!/usr/bin/python3
"""A trained network on the 10,000 test pictures: the same answers as PyTorch gave, and no better than chance on shuffled labels.

    run_fashion_mnist.py NAME WORK_FOLDER [DRIVER [COUNT]]     NAME: cnn, lstm, transformer or resnet

DRIVER, lavapipe or swiftshader, runs it on Vulkan instead, on the first COUNT pictures (300: these drivers are slow). Needs
`aic` on the path and Debian's dataset-fashion-mnist.
"""
import json, os, sys
import numpy as np
import vulkan_drivers
from cases import ALL, Case
from run_golden import HERE, aic, run_case

sys.path.append(f"{HERE}/../../tools")
import fashion_mnist

FOLDER = f"{HERE}/../../examples/fashion_mnist"


def main():
    name, work = sys.argv[1:3]
    driver, count = (sys.argv[3:] + ["", ""])[:2]
    count = int(count or (300 if driver else 10000))
    os.makedirs(work, exist_ok=True)
    pytorch = np.fromfile(f"{FOLDER}/{name}.labels", np.uint8)[:count]
    x, labels = fashion_mnist.network_input(fashion_mnist.pictures("t10k")[:count]), fashion_mnist.labels("t10k")[:count]
    graph = f"{HERE}/../../examples/cnn.graph" if name == "cnn" else f"{FOLDER}/{name}.graph"
    batch = min(count, 500)
    case = Case(graph, name, {}, 0, {"image": None}, {"logits": ALL})
    options = []
    if driver:
        vulkan_drivers.select(driver, work, validate=False)
        options = ["--device", "vulkan"]
    # The weights are those that the graph names itself.
    aic("compile", graph, "--dim", f"N={batch}", "--target", "vulkan" if driver else "cpu", "-o", f"{work}/{name}.aic")
    logits = [run_case(case, f"{work}/{name}.aic", {"image": x[i:i + batch]}, work, 2, *options)["logits"]
              for i in range(0, count, batch)]
    answers = np.concatenate(logits).argmax(1).astype(np.uint8)

    right, differ = int((answers == labels).sum()), np.flatnonzero(answers != pytorch)
    print(f"{name}: {right} of {count} right; PyTorch: {int((pytorch == labels).sum())}")
    if len(differ):
        sys.exit(f"{len(differ)} answers are not PyTorch's; the first are those of the pictures {differ[:10]}")
    if count == len(fashion_mnist.labels("t10k")) and right != json.load(open(f"{FOLDER}/{name}.json"))["right"]:
        sys.exit(f"{name}.json and {name}.labels do not belong together")
    shuffled = int((answers == np.random.default_rng(0).permutation(labels)).sum())
    print(f"{shuffled} right by shuffled labels")
    if not shuffled <= 0.15 * count:
        sys.exit("shuffled labels should give a tenth: the test does not look at the pictures")


if __name__ == "__main__":
    main()
