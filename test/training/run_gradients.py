#!/usr/bin/python3
"""Compile a model with its gradients, run it, and compare all of them with PyTorch's.

    run_gradients.py NAME WORK_FOLDER [DRIVER]     NAME: a graph of Inputs/gradients.graph; DRIVER, lavapipe or swiftshader, runs it
                                                   on Vulkan instead, under the validation layer; needs `aic` on the path

On the CPU each operator is also held against the reference (--check), and one thread and two give the same bits.
"""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(f"{HERE}/../models")
import numpy as np
import vulkan_drivers
from training_cases import INPUTS, SEED, TOLERANCE, outputs
from run_golden import aic, array_difference, same_bits


def run(name, model, golden, work, *options):
    """{output: array} of an artifact, or of the text that the options compile."""
    arguments = []
    for key in INPUTS[name](np.random.default_rng(0)):
        np.save(f"{work}/in.{key}.npy", golden[key])
        arguments += ["--input", f"{key}={work}/in.{key}.npy"]
    for key in outputs(name):
        arguments += ["--output", f"{key}={work}/out.{key}.npy"]
    aic("run", model, *options, *arguments)
    return {key: np.load(f"{work}/out.{key}.npy") for key in outputs(name)}


def main():
    name, work = sys.argv[1:3]
    driver = sys.argv[3] if len(sys.argv) > 3 else ""
    os.makedirs(work, exist_ok=True)
    golden = np.load(f"{HERE}/golden/{name}.npz")
    artifact, text = f"{work}/{name}.aic", f"{HERE}/Inputs/gradients.graph"
    log = vulkan_drivers.select(driver, work) if driver else None
    chosen = ["--graph", name, "--weights", f"random:{SEED}"]
    print(aic("compile", text, *chosen, "--target", "vulkan" if driver else "cpu", "-o", artifact))
    if driver:
        found = run(name, artifact, golden, work, "--device", "vulkan")
        vulkan_drivers.check_silent(log)
    else:
        found = run(name, artifact, golden, work, "--threads", 1)
        if not same_bits(found, run(name, text, golden, work, *chosen, "--threads", 2, "--check")):
            sys.exit(f"{name}: one thread and two give different bits")
    failed = False
    for key, value in found.items():
        off = array_difference(value, golden[key])
        print(f"{name}: {key}: off by {off:.1e} of the largest value; the bound is {TOLERANCE:.0e}")
        failed |= not off <= TOLERANCE
    sys.exit(failed)


if __name__ == "__main__":
    main()
