#!/usr/bin/python3
"""Scale each parameter tensor of a small model by 1.5 in turn; the output must move by 100 times the tolerance.

    run_sensitivity.py NAME WORK_FOLDER [DRIVER]     NAME: a row of cases.py; DRIVER: on Vulkan, lavapipe or swiftshader;
                                                     needs `aic` on the path
"""
import os, sys
import numpy as np
import vulkan_drivers
from cases import CASES, TOLERANCE
from checkpoint import safetensors
from random_weights import parameter
from run_golden import HERE, compile_case, difference, run_case

SHAPES = {
    "mlp": {"fc1.weight": (10, 8), "fc1.bias": (10,), "fc2.weight": (1, 10), "fc2.bias": (1,)},
    "cnn": {"conv1.weight": (32, 3, 3, 3), "conv1.bias": (32,), "conv2.weight": (64, 32, 3, 3), "conv2.bias": (64,),
            "fc1.weight": (128, 2304), "fc1.bias": (128,), "fc2.weight": (10, 128), "fc2.bias": (10,)},
}


def main():
    name, work, *driver = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    target, options = "cpu", []
    if driver:
        vulkan_drivers.select(driver[0], work, validate=False)
        target, options = "vulkan", ["--device", "vulkan"]
    case, golden = CASES[name], np.load(f"{HERE}/golden/{name}.npz")
    weights = {key: parameter(case.seed, key, shape) for key, shape in SHAPES[case.entry].items()}

    def output(tensors):
        safetensors.write(f"{work}/w.safetensors", tensors)
        compile_case(case, f"{work}/w.aic", f"{work}/w.safetensors", target)
        return run_case(case, f"{work}/w.aic", golden, work, 1, *options)

    off = difference(case, output(weights), golden)
    if not off <= TOLERANCE:
        sys.exit(f"{name}: off by {off:.1e} with the weights from a file")
    blind = []
    for key in weights:
        moved = difference(case, output({**weights, key: weights[key] * np.float32(1.5)}), golden)
        print(f"{name}: 1.5 times {key} moves the output by {moved:.1e}")
        if moved < 100 * TOLERANCE:
            blind.append(key)
    if blind:
        sys.exit(f"{name}: the output hardly moves with {', '.join(blind)}")


if __name__ == "__main__":
    main()
