#!/usr/bin/python3
"""Compile a whole model, run it, and compare its outputs with PyTorch's.

    run_golden.py NAME WORK_FOLDER     NAME: a row of cases.py; needs `aic` on the path

Exits with 1 and says by how much where an output is off by more than the tolerance, on one thread or on two.
"""
import os, subprocess, sys
import numpy as np
import checkpoint
from cases import CASES, TOLERANCE

HERE = os.path.dirname(os.path.abspath(__file__))


def aic(*arguments):
    """Run `aic`; its output is shown where it fails."""
    done = subprocess.run(["aic", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"aic {' '.join(map(str, arguments))}\nexit code {done.returncode}\n{done.stdout}")
    return done.stdout


def compile_case(case, artifact, weights=None, target="cpu"):
    """Compile the case's model; `weights` is a file, or none for the case's own."""
    dims = [option for name, value in case.dims.items() for option in ("--dim", f"{name}={value}")]
    written = f"{artifact}.safetensors" if case.checkpoint and not weights else None
    if written:
        checkpoint.write(case.checkpoint, case.seed, written)
    said = aic("compile", f"{HERE}/../../examples/{case.graph}", "--graph", case.entry, *dims,
               "--target", target, "--weights", weights or written or f"random:{case.seed}", "-o", artifact)
    if written:
        os.remove(written)
    return said


def run_case(case, artifact, inputs, work, threads, *options):
    """{output: array} of the artifact for one set of inputs, {name: array}."""
    arguments = []
    for name in case.inputs:
        np.save(f"{work}/in.{name}.npy", inputs[name])
        arguments += ["--input", f"{name}={work}/in.{name}.npy"]
    for name in case.outputs:
        arguments += ["--output", f"{name}={work}/out.{name}.npy"]
    aic("run", artifact, "--threads", threads, *options, *arguments)
    return {name: np.load(f"{work}/out.{name}.npy") for name in case.outputs}


def array_difference(found, wanted):
    """max |a - b| / max |b| of floats, else 0 or infinity; the shape and the type must be equal."""
    if found.shape != wanted.shape or found.dtype != wanted.dtype:
        sys.exit(f"the output is {found.dtype}{found.shape}, PyTorch's is {wanted.dtype}{wanted.shape}")
    if wanted.dtype.kind != "f":
        return 0.0 if np.array_equal(found, wanted) else float("inf")
    off = np.abs(found.astype(np.float64) - wanted).max() / np.abs(wanted).max()
    return off if np.isfinite(off) else float("inf")


def difference(case, outputs, golden):
    """The largest difference of the outputs, in the parts that the golden holds; the rest must be finite."""
    if not all(np.isfinite(value).all() for value in outputs.values()):
        return float("inf")
    return max(array_difference(outputs[name][part], golden[name]) for name, part in case.outputs.items())


def same_bits(a, b):
    """Whether two runs gave the same."""
    return all(a[name].tobytes() == b[name].tobytes() for name in a)


def main():
    name, work = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    case, golden = CASES[name], np.load(f"{HERE}/golden/{name}.npz")
    print(compile_case(case, f"{work}/{name}.aic"))  # warnings, if any
    outputs = [run_case(case, f"{work}/{name}.aic", golden, work, threads) for threads in (1, 2)]
    os.remove(f"{work}/{name}.aic")  # up to half a gigabyte
    off = difference(case, outputs[0], golden)
    print(f"{name}: off by {off:.1e} of the largest value; the bound is {TOLERANCE:.0e}")
    if not off <= TOLERANCE:
        sys.exit(1)
    if not same_bits(*outputs):
        sys.exit(f"{name}: one thread and two give different bits")


if __name__ == "__main__":
    main()
