#!/usr/bin/python3
"""Make golden/NAME.state_dict.json: names, types and shapes of a checkpoint as PyTorch saves it, numbers left out.

    make_state_dicts.py [NAME ...]     run by hand; needs python3-torch (1.13) and python3-torchvision

Some tensors have a gain, by which the numbers of random:SEED are multiplied. In a deep network without skip connections, or one
with gates, random numbers fade from layer to layer until the output depends on the last biases alone; so each convolution and
linear layer is scaled, first to last, to give values of about 1 (layer-sequential unit variance: Mishkin and Matas, 2015).
"""
import json, sys
import torch, torch.nn as nn
from torch_models import HERE, MODELS, build
from cases import CASES, draw_inputs

# NAME: the case for whose input the gains are found, and the root mean square that they lead to; none, and no gains.
CHECKPOINTS = {
    "resnet18": (None, 1),
    "mobilenet_v2": ("mobilenet_v2_64_batch2", 1),
    "efficientnet_b0": ("efficientnet_b0", 0.7),  # with 1 rounding grows more
    "se_resnet18": ("se_resnet18_65x97_batch2", 1),
    "seq2seq": ("seq2seq", 1),
    "bert": (None, 1),
    "gpt2": (None, 1),
}


def find_gains(model, inputs, target):
    """{tensor: gain} of all convolutions and linear layers, two digits each; a convolution's bias gets 3, to be seen."""
    gains, hooks = {}, []

    def scale(name, layer, y):
        weight, bias, b = f"{name}.weight", f"{name}.bias", 0
        if layer.bias is not None:
            b = layer.bias.reshape(-1, *[1] * (y.dim() - 2)) if isinstance(layer, nn.Conv2d) else layer.bias
            gains[bias] = 3 if isinstance(layer, nn.Conv2d) else 1
        y = y - b
        if weight not in gains:  # else a later step of a loop
            gains[weight] = float("%.2g" % (target / y.square().mean().sqrt()))
        return y * gains[weight] + b * gains.get(bias, 1)

    for name, layer in model.named_modules():
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            hooks.append(layer.register_forward_hook(lambda layer, _, y, name=name: scale(name, layer, y)))
    with torch.no_grad():
        model(*(torch.from_numpy(value) for value in inputs.values()))
    for hook in hooks:
        hook.remove()
    return gains


def main():
    for name in sys.argv[1:] or CHECKPOINTS:
        case, target = CHECKPOINTS[name]
        gains = find_gains(build(name, CASES[case].seed), draw_inputs(CASES[case]), target) if case else {}
        with open(f"{HERE}/golden/{name}.state_dict.json", "w") as file:
            rows = [f" {json.dumps(key)}: " + json.dumps([str(value.dtype).split(".")[1], list(value.shape)]
                                                       + ([gains[key]] if gains.get(key, 1) != 1 else []))
                    for key, value in MODELS[name]().state_dict().items()]
            file.write("{\n" + ",\n".join(rows) + "\n}\n")


if __name__ == "__main__":
    main()
