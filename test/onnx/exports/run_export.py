#!/usr/bin/python3
"""Compile a model that PyTorch exported, run it, compare with ONNX Runtime, and count its dispatches.

    run_export.py NAME WORK_FOLDER     NAME: a row of table.py; needs `aic` on the path
"""
import json, os, sys, zlib
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(HERE, "../../models")]
import weights
from table import EXPORTS, dimensions, draw_inputs
from run_golden import aic

TOLERANCE = 1e-4
HELD = 997  # elements of an output that a golden holds


def sample(array):
    """Some elements of an output, from all over it."""
    flat = np.ascontiguousarray(array).ravel()
    return flat[:: max(1, flat.size // HELD)]


def input_checksum(inputs):
    checksum = 0
    for value in inputs.values():
        checksum = zlib.crc32(np.ascontiguousarray(value).tobytes(), checksum)
    return checksum


def difference(found, wanted):
    """max |a - b| / max |b| of the elements that the golden holds."""
    if not np.isfinite(found).all():
        return np.inf
    found = sample(found)
    if found.shape != wanted.shape or found.dtype != wanted.dtype:
        return np.inf
    if wanted.dtype.kind != "f":
        return 0.0 if np.array_equal(found, wanted) else np.inf
    return float(np.abs(found.astype(np.float64) - wanted).max() / np.abs(wanted).max())


def main():
    name, work = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    row, golden, inputs = EXPORTS[name], np.load(f"{HERE}/golden/{name}.npz"), draw_inputs(EXPORTS[name])
    if input_checksum(inputs) != golden["inputs"]:
        sys.exit(f"{name}: NumPy draws other inputs than those of the golden; make it anew with export.py")
    with open(f"{work}/model.onnx", "wb") as file:
        file.write(golden["model"].tobytes())
    weights.write(json.loads(golden["weights"].tobytes()), f"{work}/weights.bin")

    sizes = [option for key, size in dimensions(row).items() for option in ("--dim", f"{key}={size}")]
    print(aic("compile", f"{work}/model.onnx", "-o", f"{work}/model.aic", *sizes))
    plan = json.loads(aic("inspect", f"{work}/model.aic", "--json"))["targets"][0]["dispatches"]
    attentions = sum(dispatch["kernel"].startswith("attention") for dispatch in plan)

    arguments = []
    for key, value in inputs.items():
        np.save(f"{work}/in.{key}.npy", value)
        arguments += ["--input", f"{key}={work}/in.{key}.npy"]
    for key in row.outputs:
        arguments += ["--output", f"{key}={work}/out.{key}.npy"]
    aic("run", f"{work}/model.aic", *arguments)
    off = max(difference(np.load(f"{work}/out.{key}.npy"), golden[f"out.{key}"]) for key in row.outputs)
    for file in ("model.aic", "weights.bin"):
        os.remove(f"{work}/{file}")

    print(f"{name}: off by {off:.1e}; {len(plan)} dispatches, {attentions} of them attentions; the bounds are "
          f"{TOLERANCE:.0e}, {row.dispatches}, {row.attentions}")
    if not (off <= TOLERANCE and len(plan) <= row.dispatches and attentions == row.attentions):
        sys.exit(1)


if __name__ == "__main__":
    main()
