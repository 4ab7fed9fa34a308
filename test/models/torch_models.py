"""The example models in PyTorch, with the weights of random:SEED. Needs python3-torch and python3-torchvision."""
import os, sys
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
import torchvision

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(HERE, "../../tools")]
from random_weights import parameter
from train_fashion_mnist import Cnn


class Mlp(nn.Module):
    """examples/mlp.graph, parameter for parameter."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(8, 10)
        self.fc2 = nn.Linear(10, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc2(F.relu(self.fc1(x))))


MODELS = {"mlp": Mlp, "cnn": Cnn}
MODELS.update({name: getattr(torchvision.models, name) for name in ("resnet18", "resnet34", "resnet50")})


def build(name, seed):
    """The model `name`, ready for inference."""
    model = MODELS[name]().eval()
    for key, value in model.state_dict().items():
        if value.dtype == torch.float32:  # num_batches_tracked is a counter
            value.copy_(torch.from_numpy(parameter(seed, key, tuple(value.shape))))
    return model


def picture(seed, shape):
    """An f32 input of grey values, k/256 in [-0.5, 0.5): small enough that biases count beside it."""
    k = np.random.default_rng(seed).integers(0, 256, shape)
    return ((k - 128) / 256).astype(np.float32)
