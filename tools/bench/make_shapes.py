#!/usr/bin/python3
"""Write shapes.txt: every distinct convolution and matrix product of some networks, as PyTorch runs them. Needs python3-torchvision.

    make_shapes.py > shapes.txt
"""
import os, sys
import torch
import torchvision
from torch.utils._python_dispatch import TorchDispatchMode

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(HERE, "../../test/onnx/exports"))
import huggingface


class Shapes(TorchDispatchMode):
    """Keeps the shapes of what is dispatched."""

    def __init__(self):
        super().__init__()
        self.found = []

    def __torch_dispatch__(self, function, types, arguments=(), options=None):
        name = function.__name__.split(".")[0]
        if name == "convolution":
            x, weight, _, stride, padding, dilation = arguments[:6]
            assert x.shape[0] == 1 and stride[0] == stride[1] and padding[0] == padding[1] and weight.shape[2] == weight.shape[3]
            self.found.append(("conv", x.shape[1], x.shape[2], x.shape[3], weight.shape[0], weight.shape[2], stride[0], padding[0],
                               dilation[0], arguments[8]))
        elif name in ("mm", "addmm"):
            a, b = arguments[-2:] if name == "mm" else arguments[1:3]
            self.found.append(("linear", a.shape[0], a.shape[1], b.shape[1]))
        elif name in ("bmm", "baddbmm"):
            a, b = arguments[:2] if name == "bmm" else arguments[1:3]
            self.found.append(("matmul", a.shape[0], a.shape[1], a.shape[2], b.shape[2]))
        return function(*arguments, **(options or {}))


def networks():
    """(name, what makes it, its inputs)"""
    picture = lambda: (torch.rand(1, 3, 224, 224),)
    for name in ("resnet50", "mobilenet_v2", "mobilenet_v3_large", "efficientnet_b0", "convnext_tiny", "vit_b_16"):
        yield name, lambda name=name: getattr(torchvision.models, name)(weights=None), picture
    tokens = lambda count, size: torch.randint(0, count, (1, size))
    yield "bert", huggingface.Bert, lambda: (tokens(30522, 128), tokens(2, 128), torch.ones(1, 128, dtype=torch.int64))
    yield "gpt2_prefill128", huggingface.Gpt2, lambda: (tokens(50257, 128),)
    yield "gpt2_decode256", lambda: huggingface.Gpt2(past=255), lambda: (tokens(50257, 1), *(torch.rand(1, 12, 255, 64) for _ in range(24)))


def main():
    torch.manual_seed(1)
    users = {}
    for name, make, inputs in networks():
        seen = Shapes()
        model = make().eval()
        arguments = inputs()
        with seen:  # with gradients: without them PyTorch takes fused paths
            model(*arguments)
        for shape in seen.found:
            users.setdefault(shape, [])
            if name not in users[shape]:
                users[shape].append(name)
    print("# Written by make_shapes.py: conv C H W O KERNEL STRIDE PADDING DILATION GROUPS, linear M K N, matmul BATCH M K N; and who has it.")
    for shape, names in users.items():
        print(*shape, ",".join(names))


if __name__ == "__main__":
    main()
