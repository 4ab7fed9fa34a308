#!/usr/bin/python3
"""Compile all graphs of a file into one artifact, run each, and compare with PyTorch's results.

    run_networks.py NAME WORK_FOLDER [cpu|vulkan] [options of aic compile]     NAME: a file of golden/; needs `aic` on the path

An output may be off by 1e-5 of its largest element, in floats; else it is equal. In `functions` two threads give the bytes of one.
"""
import os, subprocess, sys
import numpy as np
from graphs import HERE, FILES, graphs

TOLERANCE = 1e-5


def aic(*arguments):
    done = subprocess.run(["aic", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"aic {' '.join(arguments)}\nexit code {done.returncode}\n{done.stdout}")


def difference(found, wanted):
    if found.shape != wanted.shape or found.dtype != wanted.dtype:
        return f"{found.dtype}{found.shape}, PyTorch's is {wanted.dtype}{wanted.shape}"
    if wanted.dtype.kind != "f":
        return "" if np.array_equal(found, wanted) else "other integers"
    off = np.abs(found - wanted).max(initial=0) / max(np.abs(wanted).max(initial=0), 1e-3)
    return "" if off <= TOLERANCE else f"off by {off:.3g}"


def main(name, work, device="cpu", *options):
    os.makedirs(work, exist_ok=True)
    golden = np.load(f"{HERE}/golden/{name}.npz")
    artifact = f"{work}/{name}.aic"
    aic("compile", FILES[name], "--graph", "all", "--weights", "random:1", "--target", device, *options, "-o", artifact)
    failed, compared = 0, 0
    for graph in graphs(FILES[name]):
        given = []
        for key, _, _ in graph.inputs:
            np.save(f"{work}/in.{key}.npy", golden[f"{graph.name}.in.{key}"])
            given += ["--input", f"{key}={work}/in.{key}.npy"]
        both = []
        given += [option for key in graph.outputs for option in ("--output", f"{key}={work}/out.{key}.npy")]
        for threads in ("1", "2") if name == "functions" else ("2",):
            aic("run", artifact, "--entry", graph.name, "--device", device, "--threads", threads, *given)
            both.append([np.load(f"{work}/out.{key}.npy") for key in graph.outputs])
        for key, one, two in zip(graph.outputs, both[0], both[-1]):
            wrong = difference(one, golden[f"{graph.name}.out.{key}"])
            wrong = wrong or ("" if one.tobytes() == two.tobytes() else "other bytes on two threads")
            compared += 1
            if wrong:
                failed += 1
                print(f"{graph.name}: {key}: {wrong}")
    if set(golden) - {f"{g.name}.{k}" for g in graphs(FILES[name]) for k in [f"in.{i[0]}" for i in g.inputs] + [f"out.{o}" for o in g.outputs]}:
        sys.exit("golden has what the file has not: make it again")
    print(f"{compared} results, {failed} differ")
    return failed


sys.exit(1 if main(*sys.argv[1:]) else 0)
