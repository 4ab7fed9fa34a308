#!/usr/bin/python3
"""Make golden/attribution.npz: each method's attributions of the models of Inputs/attribution.graph, by PyTorch in double; and
the same models as Inputs/NAME.onnx.

    make_attributions.py     run by hand; needs python3-torch (1.13)
"""
import math, os, sys
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(f"{HERE}/../models")
import random_weights
from attribution_cases import (BASELINE, EXPLAINED, NOISE, NOISE_SEED, SAMPLES, SEED, STEPS, STRIDE, TARGET, WINDOW, inputs)


class GuidedRelu(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, gradient):
        return torch.where(ctx.saved_tensors[0] > 0, gradient.clamp(min=0), torch.zeros_like(gradient))


relu = F.relu


class Table(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2, self.fc3 = nn.Linear(6, 10), nn.Linear(10, 8), nn.Linear(8, 3)

    def forward(self, x):
        return self.fc3(relu(self.fc2(relu(self.fc1(x)))))


class Picture(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(3, 6, 3, padding=1), nn.Conv2d(6, 8, 3, stride=2)
        self.fc = nn.Linear(32, 5)

    def forward(self, image):
        return self.fc(relu(self.conv2(F.max_pool2d(relu(self.conv1(image)), 2))).flatten(1))


class Words(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.norm = nn.Embedding(20, 12), nn.LayerNorm(12)
        self.attention = nn.MultiheadAttention(12, 3, batch_first=True)
        self.up, self.down, self.head = nn.Linear(12, 20), nn.Linear(20, 12), nn.Linear(12, 4)

    def after(self, x, weight):
        h = self.norm(x)
        x = x + self.attention(h, h, h, need_weights=False)[0]
        x = x + self.down(relu(self.up(x)))
        return self.head((x * weight).sum(1))

    def forward(self, ids, weight):
        return self.after(self.embedding(ids), weight)


def philox(index, stream, seed):
    """Words 0 and 1 of Philox4x32-10 for each index."""
    low = np.uint64(0xFFFFFFFF)
    c = [index & low, index >> np.uint64(32), np.full_like(index, stream), np.zeros_like(index)]
    key = [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        a, b = c[0] * np.uint64(0xD2511F53), c[2] * np.uint64(0xCD9E8D57)
        c = [(b >> np.uint64(32)) ^ c[1] ^ np.uint64(key[0]), b & low, (a >> np.uint64(32)) ^ c[3] ^ np.uint64(key[1]), a & low]
        key = [(key[0] + 0x9E3779B9) % 2**32, (key[1] + 0xBB67AE85) % 2**32]
    return c[0].astype(np.float64), c[1].astype(np.float64)


def noise(shape, sample):
    u, v = philox(np.arange(math.prod(shape), dtype=np.uint64), sample, NOISE_SEED)
    normal = np.sqrt(-2 * np.log((u + 1) / 2**32)) * np.cos(2 * np.pi * v / 2**32)
    return torch.from_numpy(normal.reshape(shape))


def gradient(score, x):
    x = x.detach().requires_grad_()
    return torch.autograd.grad(score(x).sum(), x)[0]


def occlusion(score, x, baseline, window, stride):
    """x: [rows, ...]; windows along the last axes."""
    axes = range(x.dim() - len(window), x.dim())
    starts = [range(0, max(x.shape[a] - w + s - 1, 0) // s * s + 1, s) for a, w, s in zip(axes, window, stride)]
    found, times = torch.zeros_like(x, dtype=torch.float64), torch.zeros(x.shape[1:], dtype=torch.float64)
    for at in np.ndindex(*map(len, starts)):
        place = (..., *(slice(r[i], r[i] + w) for r, i, w in zip(starts, at, window)))
        covered = x.clone()
        covered[place] = baseline
        lost = (score(x) - score(covered)).reshape(-1, *[1] * (x.dim() - 1))
        found[place] += lost
        times[place] += 1
    return found / times


def attributions(name, model):
    global relu
    given = {k: torch.from_numpy(v.astype(np.float64) if v.dtype == np.float32 else v) for k, v in inputs(name).items()}
    of_ids = lambda ids: model(*(ids if k == EXPLAINED[name] else v for k, v in given.items()))[:, TARGET[name]]
    score = of_ids
    x = ids = given[EXPLAINED[name]]
    if name == "words":
        x, score = model.embedding(ids).detach(), lambda x: model.after(x, given["weight"])[:, TARGET[name]]
    plain, base = gradient(score, x), torch.full_like(x, BASELINE[name])
    deviation = NOISE * (x.flatten(1).max(1).values - x.flatten(1).min(1).values).reshape(-1, *[1] * (x.dim() - 1))
    relu = GuidedRelu.apply
    guided = gradient(score, x)
    relu = F.relu
    window, stride = (WINDOW, STRIDE) if name == "picture" else ((1,), (1,))
    with torch.no_grad():
        occluded = occlusion(of_ids, ids, BASELINE[name], window, stride)
    return {
        "gradient": plain, "input_x_gradient": x * plain, "guided": guided, "occlusion": occluded,
        "integrated_gradients":
            (x - base) * sum(gradient(score, base + (k + 0.5) / STEPS * (x - base)) for k in range(STEPS)) / STEPS,
        "smoothgrad": sum(gradient(score, x + deviation * noise(x.shape, k)) for k in range(SAMPLES)) / SAMPLES,
    }


def main():
    found = {}
    for name, model in {"table": Table(), "picture": Picture(), "words": Words()}.items():
        model = model.double().eval()
        with torch.no_grad():
            for key, value in model.state_dict().items():
                value.copy_(torch.from_numpy(random_weights.parameter(SEED, key, tuple(value.shape)).astype(np.float64)))
        for method, value in attributions(name, model).items():
            assert value.abs().max() > 0, (name, method)
            found[f"{name}.{method}"] = value.detach().numpy()
        for method in ("guided", "smoothgrad", "integrated_gradients"):
            assert not np.allclose(found[f"{name}.gradient"], found[f"{name}.{method}"], rtol=0.01), (name, method)
        given = inputs(name)
        torch.onnx.export(model.float(), tuple(map(torch.from_numpy, given.values())), f"{HERE}/Inputs/{name}.onnx",
                          input_names=list(given), output_names=["y"], opset_version=14)
    np.savez_compressed(f"{HERE}/golden/attribution.npz", **found)


if __name__ == "__main__":
    main()
