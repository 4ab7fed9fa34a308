#!/usr/bin/python3
"""Export models of test/models to ONNX with PyTorch, with the weights that aic makes of random:SEED.

    export_onnx.py FOLDER [NAME ...]     NAME: a row of test/models/cases.py; without any, those of MODELS

Writes FOLDER/NAME/model.onnx (opset 17), in.INPUT.npy, out.OUTPUT.npy (PyTorch's), meta.json.
"""
import json, os, sys, warnings
import numpy as np
import torch

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../test/models"))
from cases import draw_inputs
from torch_models import build
from models import CASES, MODELS


def unflatten(x, dim, sizes):
    """Tensor.unflatten in terms of what opset 17 has."""
    dim %= x.dim()
    return x.reshape(*x.shape[:dim], *sizes, *x.shape[dim + 1:])


def main():
    torch.Tensor.unflatten = unflatten
    warnings.filterwarnings("ignore")
    torch.set_num_threads(2)
    folder, names = sys.argv[1], sys.argv[2:] or MODELS
    for name in names:
        case, out = CASES[name], f"{folder}/{name}"
        os.makedirs(out, exist_ok=True)
        model, inputs = build(case.twin or case.entry, case.seed, case.checkpoint), draw_inputs(case)
        arguments = tuple(map(torch.from_numpy, inputs.values()))
        y = model(*arguments)
        y = y if isinstance(y, tuple) else (y,)
        # With gradients: without them PyTorch's encoder layer takes a fused path that cannot be exported.
        torch.onnx.export(model, arguments, f"{out}/model.onnx", opset_version=17, input_names=list(inputs),
                          output_names=list(case.outputs))
        for key, value in inputs.items():
            np.save(f"{out}/in.{key}.npy", value)
        for key, value in zip(case.outputs, y):
            np.save(f"{out}/out.{key}.npy", value.detach().numpy())
        with open(f"{out}/meta.json", "w") as f:
            json.dump({"inputs": list(inputs), "outputs": list(case.outputs)}, f)
        print(name, flush=True)


if __name__ == "__main__":
    main()
