#!/usr/bin/python3
"""Compile a whole model for Vulkan, run it on a software driver under the validation layer, and compare with PyTorch.

    run_vulkan.py NAME WORK_FOLDER DRIVER [VARIANT]     NAME: a row of cases.py; DRIVER: lavapipe or swiftshader

Exits with 1 where an output is off by more than the tolerance, or where the layer, with synchronisation validation, has
anything to say. Two runs of one session plan must give the same bits. Needs `aic` on the path.
"""
import os, sys
import numpy as np
import vulkan_drivers
from cases import CASES, TOLERANCE
from run_golden import HERE, compile_case, difference, run_case, same_bits


def main():
    name, work, driver = sys.argv[1:4]
    variant = ["--vulkan-variant", sys.argv[4]] if len(sys.argv) > 4 else []
    os.makedirs(work, exist_ok=True)
    log = vulkan_drivers.select(driver, work)
    case, golden = CASES[name], np.load(f"{HERE}/golden/{name}.npz")
    artifact = f"{work}/{name}.aic"
    compile_case(case, artifact, target="vulkan")
    outputs = [run_case(case, artifact, golden, work, 2, "--device", "vulkan", *variant) for _ in range(2)]
    os.remove(artifact)
    off = difference(case, outputs[0], golden)
    print(f"{name} on {driver}: off by {off:.1e} of the largest value; the bound is {TOLERANCE:.0e}")
    if not off <= TOLERANCE:
        sys.exit(1)
    if not same_bits(*outputs):
        sys.exit(f"{name}: two runs give different bits")
    vulkan_drivers.check_silent(log)


if __name__ == "__main__":
    main()
