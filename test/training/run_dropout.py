#!/usr/bin/python3
"""Dropouts of Inputs/dropout.graph: run_dropout.py WORK_FOLDER [DRIVER]     DRIVER as run_gradients.py's

Their shares are what was asked for, no two layers and no two steps drop the same, the gradient has the step's own mask, another seed
others; threads and saved states give the same bits, and so does Vulkan (with DRIVER: compared with the CPU).
"""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f"{HERE}/../models", f"{HERE}/../../runtime/python"]
import numpy as np
import vulkan_drivers
from run_golden import aic as run_aic

import aic

STEPS = 4


def steps(session, count=STEPS):
    """What stays in each step, and the outputs, which are 0 or 4 / 3."""
    x, all_steps = np.ones((40, 50), np.float32), []
    for _ in range(count):
        outputs = session.run(x)
        assert (outputs["gradient"] == outputs["first"]).all(), "the gradient has another mask"
        assert (outputs["unused"] == 1).all(), "not in training nothing is dropped"
        for name in ("first", "second"):
            values = outputs[name]
            assert set(np.unique(values)) == {np.float32(0), np.float32(4 / 3)}, np.unique(values)
            assert abs((values != 0).mean() - 0.75) < 0.05, (values != 0).mean()
            all_steps.append(values != 0)
    return np.array(all_steps)


def main():
    work, driver = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    os.makedirs(work, exist_ok=True)
    run_aic("compile", f"{HERE}/Inputs/dropout.graph", "--target", "cpu,vulkan" if driver else "cpu", "-o", f"{work}/dropout.aic")
    log = vulkan_drivers.select(driver, work) if driver else None
    model = aic.load(f"{work}/dropout.aic")
    found = steps(model.session(threads=1, device="cpu"))
    for i in range(len(found)):
        for j in range(i):  # independent ones agree in 0.625 of the places
            assert (found[i] == found[j]).mean() < 0.7, (i, j)
    other = model.session(threads=3, device="vulkan" if driver else "cpu")
    parts = [steps(other, STEPS // 2)]
    saved = other.states.save()
    later = model.session(threads=2, device="vulkan" if driver else "cpu")
    later.states.load(saved)
    parts.append(steps(later, STEPS - STEPS // 2))
    assert (np.concatenate(parts) == found).all(), "other threads, another device or a saved state give others"
    seeded = model.session(threads=1, device="cpu")
    seeded.states["first.generator"] = np.array([5, 0])
    assert (steps(seeded, 1)[0] == found[0]).mean() < 0.7, "another seed drops the same"
    if driver:
        vulkan_drivers.check_silent(log)


if __name__ == "__main__":
    main()
