#!/usr/bin/python3
"""Explain a model by each method, and compare with PyTorch's attributions.

    run_attributions.py NAME WORK_FOLDER     NAME: a graph of Inputs/attribution.graph; needs `aic` on the path

The model in ONNX is explained too, on another number of threads, by one method.
"""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(f"{HERE}/../models")
import numpy as np
from attribution_cases import OPTIONS, SEED, TOLERANCE, inputs, options
from run_golden import aic, array_difference


def main():
    name, work = sys.argv[1:3]
    os.makedirs(work, exist_ok=True)
    golden = np.load(f"{HERE}/golden/attribution.npz")
    arguments = []
    for key, value in inputs(name).items():
        np.save(f"{work}/in.{key}.npy", value)
        arguments += ["--input", f"{key}={work}/in.{key}.npy"]
    text = [f"{HERE}/Inputs/attribution.graph", "--graph", name, "--weights", f"random:{SEED}", "--threads", 1]
    runs = [(text, method) for method in OPTIONS]
    runs.append(([f"{HERE}/Inputs/{name}.onnx", "--threads", 2], "guided" if name == "table" else "integrated_gradients"))
    failed = False
    for model, method in runs:
        aic("attribute", *model, *arguments, *options(name, method), "-o", f"{work}/found.npy")
        off = array_difference(np.load(f"{work}/found.npy"), golden[f"{name}.{method}"])
        print(f"{os.path.basename(model[0])}: {name}: {method}: off by {off:.1e} of the largest; the bound is {TOLERANCE:.0e}")
        failed |= not off <= TOLERANCE
    sys.exit(failed)


if __name__ == "__main__":
    main()
