#!/usr/bin/python3
"""Compile a whole model with random:SEED weights, run it, and compare its output with PyTorch's.

    run_golden.py NAME WORK_FOLDER     NAME: a row of cases.py; needs `aic` on the path

Exits with 1 and says by how much where an output is off by more than the tolerance, on one thread or on two.
"""
import os, subprocess, sys
import numpy as np
from cases import CASES, TOLERANCE

HERE = os.path.dirname(os.path.abspath(__file__))


def aic(*arguments):
    """Run `aic`; its output is shown where it fails."""
    done = subprocess.run(["aic", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"aic {' '.join(map(str, arguments))}\nexit code {done.returncode}\n{done.stdout}")
    return done.stdout


def compile_case(case, artifact, weights=None, target="cpu"):
    """Compile the case's model; `weights` is a file, or none for the case's random ones."""
    dims = [option for name, value in case.dims.items() for option in ("--dim", f"{name}={value}")]
    return aic("compile", f"{HERE}/../../examples/{case.graph}", "--graph", case.entry, *dims,
               "--target", target, "--weights", weights or f"random:{case.seed}", "-o", artifact)


def run_case(case, artifact, picture, work, threads, *options):
    """The output of the artifact for one input."""
    np.save(f"{work}/in.npy", picture)
    aic("run", artifact, "--threads", threads, *options, "--input", f"{case.input}={work}/in.npy",
        "--output", f"{case.output}={work}/out.npy")
    return np.load(f"{work}/out.npy")


def difference(found, wanted):
    """max |a - b| / max |b|; the shape and the type must be equal."""
    if found.shape != wanted.shape or found.dtype != wanted.dtype:
        sys.exit(f"the output is {found.dtype}{found.shape}, PyTorch's is {wanted.dtype}{wanted.shape}")
    off = np.abs(found.astype(np.float64) - wanted).max() / np.abs(wanted).max()
    return off if np.isfinite(found).all() else float("inf")


def main():
    name, work = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    case, golden = CASES[name], np.load(f"{HERE}/golden/{name}.npz")
    compile_case(case, f"{work}/{name}.aic")
    outputs = [run_case(case, f"{work}/{name}.aic", golden[case.input], work, threads) for threads in (1, 2)]
    off = difference(outputs[0], golden[case.output])
    print(f"{name}: off by {off:.1e} of the largest value; the bound is {TOLERANCE:.0e}")
    if not off <= TOLERANCE:
        sys.exit(1)
    if outputs[0].tobytes() != outputs[1].tobytes():
        sys.exit(f"{name}: one thread and two give different bits")


if __name__ == "__main__":
    main()
