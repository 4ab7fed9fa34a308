#!/usr/bin/python3
"""Make the goldens of test/training with PyTorch in double: golden/NAME.npz holds inputs, the loss and its gradients.

    make_goldens.py     run by hand; needs python3-torch (1.13)
"""
import os, sys
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(f"{HERE}/../models")
import random_weights
from training_cases import INPUTS, PARAMETERS, SEED, outputs


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(8, 10), nn.Linear(10, 1)

    def forward(self, x, target):
        return F.binary_cross_entropy(torch.sigmoid(self.fc2(F.relu(self.fc1(x)))), target)


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn = nn.Conv2d(3, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8)
        self.conv2 = nn.Conv2d(8, 12, 3, stride=2, padding=1, groups=2)
        self.norm, self.fc = nn.GroupNorm(3, 12), nn.Linear(108, 10)

    def forward(self, image, label):
        x = F.max_pool2d(F.relu(self.bn(self.conv1(image))), 2)
        x = F.max_pool2d(F.silu(self.conv2(x)), 3, stride=1, padding=1)
        return F.cross_entropy(self.fc((x + F.hardswish(self.norm(x))).flatten(1)), label)


class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(5, 7, batch_first=True, bidirectional=True)
        self.gru, self.fc = nn.GRU(14, 6, batch_first=True), nn.Linear(26, 4)

    def forward(self, x, target):
        y, (_, c) = self.lstm(x)
        z, h = self.gru(y)
        return F.mse_loss(self.fc(torch.cat([z[:, -1], h[0], c[0], c[1]], 1)), target)


class Transformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.position, self.embedding = nn.Parameter(torch.zeros(7, 12)), nn.Embedding(20, 12)
        self.norm1, self.norm2 = nn.LayerNorm(12), nn.LayerNorm(12)
        self.attention = nn.MultiheadAttention(12, 3, batch_first=True)
        self.up, self.down, self.head = nn.Linear(12, 20), nn.Linear(20, 12), nn.Linear(12, 20)

    def forward(self, ids):
        x = self.embedding(ids) + self.position
        h = self.norm1(x)
        mask = torch.ones(7, 7, dtype=torch.bool).triu(1)
        x = x + self.attention(h, h, h, attn_mask=mask, need_weights=False)[0]
        x = x + self.down(F.gelu(self.up(self.norm2(x))))
        return F.cross_entropy(self.head(x)[:, :-1].reshape(-1, 20), ids[:, 1:].reshape(-1))


def all_losses(x, target, label, w):
    """Those of the graph losses, in its order."""
    p, q, scores, soft = torch.sigmoid(x), torch.sigmoid(target), F.log_softmax(x, 1), F.softmax(target, 1)
    return [F.cross_entropy(x, label), F.cross_entropy(x, label, weight=w, ignore_index=2, label_smoothing=0.1),
            F.cross_entropy(x, label, ignore_index=2, label_smoothing=0.2),
            F.cross_entropy(x, soft, weight=w, label_smoothing=0.1),
            F.cross_entropy(x, label, weight=w, reduction="sum", label_smoothing=0.3),
            F.nll_loss(scores, label, weight=w, ignore_index=1, reduction="none"), F.binary_cross_entropy(p, q, weight=w[1]),
            F.binary_cross_entropy_with_logits(x * 30, q, weight=w[0], pos_weight=w[2]),
            F.mse_loss(x, target, reduction="sum"), F.l1_loss(x, target, reduction="none"), F.huber_loss(x, target, delta=0.5),
            F.kl_div(scores, soft, reduction="batchmean"), F.kl_div(scores, F.log_softmax(target, 1), log_target=True),
            F.cross_entropy(x, label, ignore_index=0, reduction="none", label_smoothing=0.1)]


def write_losses():
    inputs = INPUTS["losses"](np.random.default_rng(SEED))
    x, *others = [torch.from_numpy(v.astype(np.float64) if v.dtype == np.float32 else v) for v in inputs.values()]
    each = all_losses(x.requires_grad_(), *others)
    loss = sum(value.sum() for value in each)
    found = dict(zip(outputs("losses"), [loss, *torch.autograd.grad(loss, [x]), *each]))
    np.savez_compressed(f"{HERE}/golden/losses.npz", **inputs,
                        **{key: value.detach().numpy().astype(np.float32) for key, value in found.items()})


def main():
    write_losses()
    for name, model in {"mlp": Mlp(), "cnn": Cnn(), "recurrent": Recurrent(), "transformer": Transformer()}.items():
        model = model.double().eval()
        with torch.no_grad():
            for key, value in model.state_dict().items():
                if value.is_floating_point():
                    value.copy_(torch.from_numpy(random_weights.parameter(SEED, key, tuple(value.shape)).astype(np.float64)))
        inputs = INPUTS[name](np.random.default_rng(SEED))
        tensors = [torch.from_numpy(v.astype(np.float64) if v.dtype == np.float32 else v) for v in inputs.values()]
        if tensors[0].is_floating_point():
            tensors[0].requires_grad_()
        wanted = {**dict(model.named_parameters()), **dict(model.named_buffers())}
        for key in PARAMETERS[name]:
            wanted[key].requires_grad_()
        loss = model(*tensors)
        by = ([tensors[0]] if tensors[0].is_floating_point() else []) + [wanted[key] for key in PARAMETERS[name]]
        found = dict(zip(outputs(name), [loss, *torch.autograd.grad(loss, by)]))
        for key, value in found.items():
            assert value.abs().max() > 0, (name, key)
        np.savez_compressed(f"{HERE}/golden/{name}.npz", **inputs,
                            **{key: value.detach().numpy().astype(np.float32) for key, value in found.items()})


if __name__ == "__main__":
    main()
