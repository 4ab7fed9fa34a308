#!/usr/bin/python3
"""side_torch.py THREADS TENSORS NAME: PyTorch's side of a training step of training.graph. It speaks as side.h says.

Each run is a step: zero_grad, forward, backward, the optimiser. Parameters begin as `aic compile --weights random:1` has them.
"""
import json, os, sys, time

threads = int(sys.argv[1])
os.environ["OMP_NUM_THREADS"] = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(f"{HERE}/../../test/models")
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import random_weights

SEED = 1


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


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm, self.fc = nn.LSTM(24, 128, batch_first=True), nn.Linear(128, 10)

    def forward(self, x):
        return self.fc(self.lstm(x)[0][:, -1])


class Basic(nn.Module):
    def __init__(self, channels, planes, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(channels, planes, 3, stride, 1, bias=False), nn.BatchNorm2d(planes)
        self.conv2, self.bn2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False), nn.BatchNorm2d(planes)
        self.downsample = None
        if stride != 1 or channels != planes:
            self.downsample = nn.Sequential(nn.Conv2d(channels, planes, 1, stride, bias=False), nn.BatchNorm2d(planes))

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + (self.downsample(x) if self.downsample else x))


class Resnet18(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64)
        channels = 64
        for stage in range(4):
            planes, blocks = 64 * 2 ** stage, []
            for i in range(2):
                blocks.append(Basic(channels, planes, 2 if stage > 0 and i == 0 else 1))
                channels = planes
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        self.fc = nn.Linear(512, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 3, 2, 1)
        for stage in range(4):
            x = getattr(self, f"layer{stage + 1}")(x)
        return self.fc(x.mean((2, 3)))


class Layer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.self_attn = nn.MultiheadAttention(width, heads, batch_first=True)
        self.linear1, self.linear2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, mask):
        h = self.norm1(x)
        x = x + self.self_attn(h, h, h, attn_mask=mask, need_weights=False)[0]
        return x + self.linear2(F.gelu(self.linear1(self.norm2(x))))


class Transformer(nn.Module):
    def __init__(self, words=256, width=256, layers=4, places=128):
        super().__init__()
        self.embedding = nn.Embedding(words, width)
        self.positions = nn.Parameter(torch.zeros(places, width))
        self.layers = nn.ModuleList(Layer(width, 4) for _ in range(layers))
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, words)
        self.register_buffer("mask", torch.triu(torch.full((places, places), -np.inf), 1))

    def forward(self, x):
        x = self.embedding(x) + self.positions
        for layer in self.layers:
            x = layer(x, self.mask)
        return self.head(self.norm(x))


SGD, ADAM = (lambda p: torch.optim.SGD(p, 1e-4, momentum=0.9)), (lambda p: torch.optim.Adam(p, 1e-4))
# name: (model, loss, optimiser), as training.graph's NAME_step
STEPS = {
    "mlp": (Mlp, lambda y, t: F.binary_cross_entropy(torch.sigmoid(y), t), ADAM),
    "cnn": (Cnn, F.cross_entropy, SGD),
    "lstm": (Lstm, F.cross_entropy, ADAM),
    "resnet18": (Resnet18, F.cross_entropy, SGD),
    "transformer": (Transformer, lambda y, t: F.cross_entropy(y.transpose(1, 2), t), lambda p: torch.optim.AdamW(p, 1e-4)),
}


def read_tensors(path):
    """{name: tensor} of the inputs."""
    found = {}
    with open(path) as file:
        for line in file:
            about, name, source = line.rstrip("\n").split("\t")
            if about.startswith("input"):
                found[name] = torch.from_numpy(np.load(source))
    return found


def main():
    tensors, name = sys.argv[2:]
    begin = time.perf_counter()
    torch.set_num_threads(threads)
    make, loss_of, optimiser_of = STEPS[name]
    model, inputs = make(), read_tensors(tensors)
    with torch.no_grad():
        for key, value in [*model.named_parameters(), *((k, v) for k, v in model.named_buffers() if "running" in k)]:
            value.copy_(torch.from_numpy(random_weights.parameter(SEED, key, tuple(value.shape))))
    optimiser = optimiser_of(model.parameters())

    def run():
        loss = loss_of(model(inputs["x"]), inputs["target"])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        return loss

    print(json.dumps({"load_ms": 1e3 * (time.perf_counter() - begin)}), flush=True)
    for line in sys.stdin:
        command, argument = line.split(None, 1)
        argument, answer = argument.rstrip("\n"), {}
        if command == "time":
            length, times, start = float(argument), [], time.perf_counter()
            while True:
                run()
                if time.perf_counter() - start >= 0.2 * length:
                    break
            start = now = time.perf_counter()
            while len(times) < 3 or now - start < length:
                then = now
                run()
                now = time.perf_counter()
                times.append(1e3 * (now - then))
            times.sort()
            answer = {"median_ms": times[len(times) // 2], "p90_ms": times[len(times) * 9 // 10], "min_ms": times[0], "runs": len(times)}
        elif command == "save":
            run().detach().numpy().tofile(argument)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
