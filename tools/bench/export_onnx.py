#!/usr/bin/python3
"""Export the example models to ONNX with PyTorch, with the weights that aic makes of random:SEED.

    export_onnx.py FOLDER [NAME ...]     writes FOLDER/NAME/model.onnx (opset 17), in.npy, out.npy (PyTorch's), meta.json
"""
import json, os, sys, warnings
import numpy as np
import torch

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../test/models"))
from torch_models import build, picture

# name: shape of the input, its name, the output's name, seed, file in examples/
MODELS = {
    "mlp": ((1, 8), "x", "y", 29, "mlp.graph"),
    "cnn": ((1, 3, 24, 24), "image", "logits", 5, "cnn.graph"),
    "resnet18": ((1, 3, 224, 224), "image", "logits", 1, "resnet.graph"),
    "resnet34": ((1, 3, 224, 224), "image", "logits", 1, "resnet.graph"),
    "resnet50": ((1, 3, 224, 224), "image", "logits", 1, "resnet.graph"),
}


def flops(model, x):
    """2 x multiply-adds of the convolutions and linear layers."""
    total = 0

    def count(layer, _, y):
        nonlocal total
        positions = y.numel() // layer.weight.shape[0]
        total += 2 * layer.weight.numel() * positions

    hooks = [m.register_forward_hook(count) for m in model.modules() if isinstance(m, (torch.nn.Conv2d, torch.nn.Linear))]
    y = model(x)
    for hook in hooks:
        hook.remove()
    return total, y


def main():
    warnings.filterwarnings("ignore")
    torch.set_num_threads(1)
    folder, names = sys.argv[1], sys.argv[2:] or list(MODELS)
    for name in names:
        shape, input_name, output_name, seed, graph = MODELS[name]
        out = f"{folder}/{name}"
        os.makedirs(out, exist_ok=True)
        model, x = build(name, seed), torch.from_numpy(picture(seed, shape))
        with torch.no_grad():
            count, y = flops(model, x)
            torch.onnx.export(model, (x,), f"{out}/model.onnx", opset_version=17, input_names=[input_name],
                              output_names=[output_name])
        np.save(f"{out}/in.npy", x.numpy())
        np.save(f"{out}/out.npy", y.numpy())
        with open(f"{out}/meta.json", "w") as f:
            json.dump({"input": input_name, "output": output_name, "seed": seed, "graph": graph, "entry": name,
                       "shape": shape, "flops": count}, f)
        print(f"{name}: {count / 1e9:.4f} GFLOP")


if __name__ == "__main__":
    main()
