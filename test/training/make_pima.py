#!/usr/bin/python3
"""Make golden/pima.npz with PyTorch in double: what examples/mlp.graph comes to on the Pima data, trained as `aic train` does it.

    make_pima.py     run by hand; needs python3-torch (1.13) and r-cran-mlbench

losses: f64[480], of each step of 20 epochs; loss and accuracy: over all samples, by what was learned.
"""
import os, sys
import numpy as np
import torch
from torch.nn import functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(f"{HERE}/../models")
import random_weights
from make_training import Mlp
from pima import samples

EPOCHS, BATCH, RATE, SEED = 20, 32, 0.01, 3
MASK = (1 << 64) - 1


def splitmix64(x):
    z = (x + 0x9E3779B97F4A7C15) & MASK
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    return z ^ z >> 31


def order(count, seed, epoch):
    """The samples' order of an epoch, as tools/aic/README.md says."""
    key = splitmix64(splitmix64(seed) + epoch)
    return sorted(range(count), key=lambda row: splitmix64(key + row & MASK))


def train(dtype):
    model = Mlp().to(dtype)
    with torch.no_grad():
        for key, value in model.named_parameters():
            value.copy_(torch.from_numpy(random_weights.parameter(SEED, key, tuple(value.shape))))
    x, target = (torch.from_numpy(array).to(dtype) for array in samples())
    optimiser, losses = torch.optim.Adam(model.parameters(), RATE), []
    for epoch in range(EPOCHS):
        rows = order(len(x), 0, epoch)
        for begin in range(0, len(x), BATCH):
            pick = rows[begin:begin + BATCH]
            loss = F.binary_cross_entropy(torch.sigmoid(model(x[pick])), target[pick])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
    y = torch.sigmoid(model(x))
    return np.array(losses), F.binary_cross_entropy(y, target).item(), ((y > 0.5) == (target > 0.5)).double().mean().item()


if __name__ == "__main__":
    torch.set_num_threads(1)
    losses, loss, accuracy = train(torch.float64)
    off = np.abs(train(torch.float32)[0] / losses - 1)
    print(f"loss {loss:.6f}, accuracy {accuracy:.6f}; PyTorch's f32 is off by {off[:100].max():.1e} in 100 steps, {off.max():.1e} in all")
    np.savez_compressed(f"{HERE}/golden/pima.npz", losses=losses, loss=loss, accuracy=accuracy)
