#!/usr/bin/python3
"""Make golden/training.npz with PyTorch in double: the loss of each training step of training_steps.py.

    make_training.py [NAME ...]     run by hand; needs python3-torch (1.13); those that are not named stay as they are
"""
import os, sys
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f"{HERE}/../models", f"{HERE}/../../tools"]
import random_weights
from training_steps import SEED, STEPS, TOLERANCE, batches


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(8, 10), nn.Linear(10, 1)

    def forward(self, x):
        return self.fc2(F.relu(self.fc1(x)))


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(3, 32, 3, padding=1), nn.Conv2d(32, 64, 3, padding=1)
        self.fc1, self.fc2 = nn.Linear(2304, 128), nn.Linear(128, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))


class Normed(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 8, 3, stride=3, bias=False), nn.BatchNorm2d(8)
        self.fc1, self.bn2, self.fc2 = nn.Linear(512, 12), nn.BatchNorm1d(12, momentum=0.3), nn.Linear(12, 10)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)).flatten(1))
        return self.fc2(F.relu(self.bn2(self.fc1(x))))


class Basic(nn.Module):
    def __init__(self, channels, planes, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(channels, planes, 3, stride, 1, bias=False), nn.BatchNorm2d(planes)
        self.conv2, self.bn2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False), nn.BatchNorm2d(planes)
        self.downsample = nn.Sequential(nn.Conv2d(channels, planes, 1, stride, bias=False), nn.BatchNorm2d(planes)) if stride > 1 else None

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + (self.downsample(x) if self.downsample else x))


class Resnet(nn.Module):
    """ResNet-18's parts: its first layers, and a block of either kind."""

    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 8, 7, 2, 3, bias=False), nn.BatchNorm2d(8)
        self.layer1, self.layer2, self.fc = Basic(8, 8, 1), Basic(8, 16, 2), nn.Linear(16, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 3, 2, 1)
        return self.fc(self.layer2(self.layer1(x)).mean((2, 3)))


class Kjv(nn.Module):
    def __init__(self):
        super().__init__()
        import train_text
        llama = train_text.Llama()
        self.model, self.lm_head = llama.model, llama.lm_head

    def forward(self, ids):
        return self.lm_head(self.model(ids)).transpose(1, 2)


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm, self.fc = nn.LSTM(6, 16, 2, batch_first=True), nn.Linear(16, 4)

    def forward(self, x):
        return self.fc(self.lstm(x)[0][:, -1])


class Text(nn.Module):
    """A Transformer's block over 16 letters, which sees those before."""

    def __init__(self):
        super().__init__()
        self.embedding, self.positions = nn.Embedding(16, 16), nn.Parameter(torch.zeros(16, 16))
        self.block = nn.TransformerEncoderLayer(16, 2, 32, dropout=0.0, activation="gelu", batch_first=True, norm_first=True)
        self.head = nn.Linear(16, 16)

    def forward(self, ids):
        seen = nn.Transformer.generate_square_subsequent_mask(ids.shape[1]).to(self.positions.dtype)
        return self.head(self.block(self.embedding(ids) + self.positions, seen)).transpose(1, 2)


def kjv_optimiser(params, lr):
    """What scales a norm does not decay."""
    groups = [{"params": [p for p in params if (p.dim() == 2) == matrix], "weight_decay": decay} for matrix, decay in ((True, 0.05), (False, 0))]
    return torch.optim.AdamW(groups, lr, betas=(0.9, 0.98))


LOSSES = {
    "kjv": F.cross_entropy, "resnet": F.cross_entropy, "lstm": F.cross_entropy, "text": F.cross_entropy,
    "sgd": lambda y, t: F.binary_cross_entropy(torch.sigmoid(y), t), "adam": lambda y, t: F.binary_cross_entropy(torch.sigmoid(y), t),
    "adam_decay": F.binary_cross_entropy_with_logits, "adamw": F.binary_cross_entropy_with_logits,
    "rmsprop": lambda y, t: F.mse_loss(torch.sigmoid(y), t), "clipped": lambda y, t: F.huber_loss(y, 3 * t), "cnn": F.cross_entropy, "batch_norms": F.cross_entropy,
}
OPTIMISERS = {
    "sgd": lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9, weight_decay=0.01, nesterov=True),
    "adam": torch.optim.Adam, "adam_decay": lambda p, lr: torch.optim.Adam(p, lr, betas=(0.8, 0.99), weight_decay=0.02),
    "adamw": lambda p, lr: torch.optim.AdamW(p, lr, weight_decay=0.5),
    "rmsprop": lambda p, lr: torch.optim.RMSprop(p, lr, alpha=0.9, momentum=0.5, centered=True),
    "kjv": kjv_optimiser, "resnet": lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9),
    "clipped": lambda p, lr: torch.optim.SGD(p, 0.05), "cnn": lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9),
    "batch_norms": lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9), "lstm": torch.optim.Adam, "text": torch.optim.Adam,
}


def train(name, dtype):
    model = {"kjv": Kjv, "resnet": Resnet, "cnn": Cnn, "batch_norms": Normed, "lstm": Lstm, "text": Text}.get(name, Mlp)().to(dtype)
    with torch.no_grad():
        for key, value in [*model.named_parameters(), *((k, v) for k, v in model.named_buffers() if "running" in k)]:
            value.copy_(torch.from_numpy(random_weights.parameter(SEED, key, tuple(value.shape))))
    params = [p for key, p in model.named_parameters() if name != "clipped" or key.startswith("fc2")]
    optimiser, losses = OPTIMISERS[name](params, STEPS[name][1]), []
    for x, target in batches(name):
        x, target = torch.from_numpy(x), torch.from_numpy(target)
        x = x.to(dtype) if x.is_floating_point() else x
        used = None
        if name in ("batch_norms", "resnet"):
            used = LOSSES[name](model.eval()(x), target).item()
            model.train()
        loss = LOSSES[name](model(x), target.to(dtype) if target.is_floating_point() else target)
        optimiser.zero_grad()
        loss.backward()
        if name in ("clipped", "kjv"):
            nn.utils.clip_grad_norm_(params, {"clipped": 0.5, "kjv": 1.0}[name])
        optimiser.step()
        losses.append(loss.item() if used is None else [loss.item(), used])
    return np.array(losses)


def main():
    torch.set_num_threads(1)
    found = {name: train(name, torch.float64) for name in sys.argv[1:] or STEPS}
    for name, losses in found.items():
        off = np.abs(train(name, torch.float32) / losses - 1).max()
        print(f"{name}: {losses.flat[0]:.4f} -> {losses.flat[-1]:.4f}; PyTorch's f32 is off by {off:.1e}")
        assert off <= TOLERANCE / 2, name
    path = f"{HERE}/golden/training.npz"
    kept = {} if len(found) == len(STEPS) else dict(np.load(path))
    np.savez_compressed(path, **{**kept, **found})


if __name__ == "__main__":
    main()
