#!/usr/bin/python3
"""Make the goldens of test/models with PyTorch: golden/NAME.npz holds one case's inputs and outputs (f32) and nothing else.

    make_goldens.py [NAME ...]     run by hand; needs python3-torch (1.13) and python3-torchvision; about ten minutes

For each case it also measures, in PyTorch, that scaling any one parameter tensor by 1.5 moves the output by at least 100
times the tolerance: otherwise the golden could not see an error in that parameter, and nothing is written.
"""
import json, sys
import torch
from torch_models import HERE, build, picture
from cases import CASES, TOLERANCE
import numpy as np


def least_effect(model, x, y):
    """The smallest change of the output, relative to its largest value, that 1.5 times one parameter tensor makes."""
    effects = {}
    for key, value in model.state_dict().items():
        if value.dtype == torch.float32:
            kept = value.clone()
            value.mul_(1.5)
            effects[key] = float((model(x) - y).abs().max() / y.abs().max())
            value.copy_(kept)
    return min((effect, key) for key, effect in effects.items())


def main():
    torch.set_num_threads(1)
    for name in sys.argv[1:] or CASES:
        case = CASES[name]
        model = build(case.entry, case.seed)
        image = picture(case.seed, case.shape)
        with torch.no_grad():
            x = torch.from_numpy(image)
            y = model(x)
            effect, key = least_effect(model, x, y)
        print(f"{name}: 1.5 times {key} moves the output by {effect:.2e} of its largest value", flush=True)
        if effect < 100 * TOLERANCE:
            sys.exit(f"{name}: {key} can hardly be seen in the output; choose another seed or input")
        np.savez_compressed(f"{HERE}/golden/{name}.npz", **{case.input: image, case.output: y.numpy()})
    if not sys.argv[1:]:
        state = {k: [str(v.dtype).split(".")[1], list(v.shape)] for k, v in build("resnet18", 1).state_dict().items()}
        with open(f"{HERE}/golden/resnet18.state_dict.json", "w") as f:
            f.write("{\n" + ",\n".join(f" {json.dumps(k)}: {json.dumps(v)}" for k, v in state.items()) + "\n}\n")


if __name__ == "__main__":
    main()
