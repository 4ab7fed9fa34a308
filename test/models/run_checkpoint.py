#!/usr/bin/python3
"""Load a file that has torchvision's ResNet-18 names, types and shapes, num_batches_tracked and all, as it is.

    run_checkpoint.py WORK_FOLDER     needs `aic` on the path

The values are those of random:SEED, so the output must be that of the golden resnet18_64.
"""
import json, os, sys
import numpy as np
from cases import CASES, TOLERANCE
from random_weights import parameter
from run_golden import HERE, compile_case, difference, run_case

sys.path.append(f"{HERE}/../../tools")
import safetensors


def main():
    work, = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    case, golden = CASES["resnet18_64"], np.load(f"{HERE}/golden/resnet18_64.npz")
    tensors = {}
    for key, (dtype, shape) in json.load(open(f"{HERE}/golden/resnet18.state_dict.json")).items():
        tensors[key] = parameter(case.seed, key, shape) if dtype == "float32" else np.zeros(shape, dtype)
    counters = [key for key in tensors if key.endswith("num_batches_tracked")]
    assert len(counters) == 20 and len(tensors) == 122
    safetensors.write(f"{work}/resnet18.safetensors", tensors)
    said = compile_case(case, f"{work}/m.aic", f"{work}/resnet18.safetensors")
    print(said)  # the warning that counts and names them; checked by FileCheck
    off = difference(run_case(case, f"{work}/m.aic", golden[case.input], work, 2), golden[case.output])
    os.remove(f"{work}/resnet18.safetensors")
    if not off <= TOLERANCE:
        sys.exit(f"off by {off:.1e}")


if __name__ == "__main__":
    main()
