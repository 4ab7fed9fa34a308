#!/usr/bin/python3
"""Compile a training step, run it on its data, and compare the losses with PyTorch's.

    run_training.py NAME WORK_FOLDER [DRIVER]     NAME: as in training_steps.py; DRIVER as run_gradients.py's

A run that is saved after half of the steps and goes on in another session gives the same bits, on another number of threads.
"""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f"{HERE}/../models", f"{HERE}/../../runtime/python"]
import numpy as np
import vulkan_drivers
from run_golden import aic as run_aic
from training_steps import OF_EXAMPLES, SEED, STEPS, TOLERANCE, batches

import aic


def train(session, name, inputs):
    """The losses of each step, as the golden has them."""
    rate = [] if STEPS[name][1] is None else [np.float32(STEPS[name][1])]
    losses = []
    for batch in inputs:
        outputs = session.run(*batch, *rate)
        losses.append([outputs["loss"], outputs["used"]] if "used" in outputs else outputs["loss"])
    return np.array(losses)


def main():
    name, work = sys.argv[1:3]
    driver = sys.argv[3] if len(sys.argv) > 3 else ""
    os.makedirs(work, exist_ok=True)
    golden, artifact = np.load(f"{HERE}/golden/training.npz")[name], f"{work}/{name}.aic"
    file, options = OF_EXAMPLES.get(name, (f"{HERE}/Inputs/training.graph", []))
    run_aic("compile", file, *options, "--graph", "train" if options else name, "--weights", f"random:{SEED}", "--target", "vulkan" if driver else "cpu", "-o", artifact)
    log = vulkan_drivers.select(driver, work) if driver else None
    device = "vulkan" if driver else "cpu"
    model, inputs = aic.load(artifact), list(batches(name))
    session = model.session(threads=2, device=device)
    losses = train(session, name, inputs)
    off = np.abs(losses / golden - 1).max()
    print(f"{name}: {losses.flat[0]:.4f} -> {losses.flat[-1]:.4f}: off by {off:.1e}; the bound is {TOLERANCE:.0e}")
    if not off <= TOLERANCE:
        sys.exit(1)
    first, second = (model.session(threads=threads, device=device) for threads in (1, 3))
    half = len(inputs) // 2
    parts = [train(first, name, inputs[:half])]
    second.states.load(first.states.save())
    parts.append(train(second, name, inputs[half:]))
    if np.concatenate(parts).tobytes() != losses.tobytes():
        sys.exit(f"{name}: a run that was saved and went on, on other threads, gives other bits")
    if driver:
        vulkan_drivers.check_silent(log)


if __name__ == "__main__":
    main()
