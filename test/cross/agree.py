#!/usr/bin/python3
"""agree.py MODEL [--entry NAME] [--inputs LOW:HIGH] [--tolerance T] [COMPILE OPTIONS ...]

Compiles a model for this machine and for AArch64 into one file, runs an entry of it on both (by `aic run`, and by cross_run under
qemu-aarch64, on two threads), and compares: per output the largest difference, over the largest number. Integers must be equal. The
environment: AIC_AARCH64_RUN, the command that runs cross_run; AIC_AARCH64_CPUS, by which CPUs' names the code is made, with spaces
between. Inputs are the same each time; integers lie in [LOW, HIGH)."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

TYPES = {"f32": np.float32, "f16": np.float16, "f64": np.float64, "bool": np.bool_, "i8": np.int8, "u8": np.uint8, "i16": np.int16,
         "i32": np.int32, "i64": np.int64}


def call(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("--entry")
    parser.add_argument("--inputs", default="0:10")
    parser.add_argument("--tolerance", type=float, default=1e-5)
    options, compile_options = parser.parse_known_args()
    low, high = map(int, options.inputs.split(":"))
    runner = os.environ["AIC_AARCH64_RUN"].split()
    for cpu in os.environ.get("AIC_AARCH64_CPUS", "generic-aarch64").split():
        with tempfile.TemporaryDirectory() as folder:
            artifact = os.path.join(folder, "model.aic")
            call("aic", "compile", options.model, *compile_options, "--target-cpu", f"native,{cpu}", "-o", artifact)
            description = json.loads(call("aic", "inspect", artifact, "--json", *(["--entry", options.entry] if options.entry else [])))
            entry = options.entry or description["graph"]
            random = np.random.default_rng(7)
            arguments, raw = [], b""
            for tensor in description["inputs"]:
                kind = np.dtype(TYPES[tensor["type"]])
                value = random.uniform(-1, 1, tensor["shape"]) if kind.kind == "f" else random.integers(low, high, tensor["shape"])
                value = np.asarray(value, dtype=kind)
                path = os.path.join(folder, tensor["name"] + ".npy")
                np.save(path, value)
                raw += value.tobytes()
                arguments += ["--input", f"{tensor['name']}={path}"]
            for tensor in description["outputs"]:
                arguments += ["--output", f"{tensor['name']}={folder}/{tensor['name']}.out.npy"]
            call("aic", "run", artifact, "--entry", entry, *arguments)
            with open(f"{folder}/in", "wb") as file:
                file.write(raw)
            call(*runner, artifact, entry, 2, f"{folder}/in", f"{folder}/out")
            raw, at, worst = open(f"{folder}/out", "rb").read(), 0, 0.0
            for tensor in description["outputs"]:
                want = np.load(f"{folder}/{tensor['name']}.out.npy")
                got = np.frombuffer(raw, TYPES[tensor["type"]], want.size, at).reshape(want.shape)
                at += want.nbytes
                if want.dtype.kind == "f":
                    if not np.isfinite(want).all():
                        sys.exit(f"{tensor['name']}: this machine finds what is not finite")
                    error = float(np.abs(want.astype(np.float64) - got).max(initial=0) / max(np.abs(want).max(initial=0), 1e-30))
                else:
                    error = float((want != got).any())
                if not error <= options.tolerance:
                    sys.exit(f"{cpu}: {entry}: {tensor['name']} differs by {error:.2g} of its largest number")
                worst = max(worst, error)
            if at != len(raw):
                sys.exit(f"{len(raw)} bytes of outputs, {at} expected")
            print(f"{cpu}: {entry} agrees to {worst:.1e}, in {len(description['outputs'])} outputs")


main()
