"""A file that looks like the checkpoint that others publish, with the numbers of random:SEED in it."""
import json, os, sys
import numpy as np
from random_weights import parameter

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(f"{HERE}/../../tools")
import safetensors


def state_dict(name):
    """{tensor: (type, shape, gain)} of golden/NAME.state_dict.json; the gain is 1 where the file holds none."""
    with open(f"{HERE}/golden/{name}.state_dict.json") as file:
        return {key: (*value, 1)[:3] for key, value in json.load(file).items()}


def tensors(name, seed):
    """{tensor: array}: the floats are random:SEED's times the gain; the rest, counters and places, zeros."""
    return {key: parameter(seed, key, shape) * np.float32(gain) if dtype == "float32" else np.zeros(shape, dtype)
            for key, (dtype, shape, gain) in state_dict(name).items()}


def write(name, seed, path):
    """Write the checkpoint as .safetensors."""
    safetensors.write(path, tensors(name, seed))
