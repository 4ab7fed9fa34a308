"""Weights that are not stored: random numbers with the mean and the deviation that an exported tensor had."""
import os, sys
import numpy as np

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../models"))
from random_weights import unit

PERIOD = 1_000_003  # a prime, so that rows of a matrix begin at different places


def write(table, path):
    """Write the tensors of `table`, rows of (name, elements, mean, deviation), one after another as f32."""
    # Uniform, so that a variance, which has no negative elements, gets none.
    block = (unit(1, "exports", PERIOD) * np.sqrt(3)).astype(np.float32)
    with open(path, "wb") as file:
        for place, (_, count, mean, deviation) in enumerate(table):
            begin = 7919 * place % PERIOD
            values = np.resize(np.roll(block, -begin), count)
            values = values * np.float32(deviation) + np.float32(mean)
            file.write(values.tobytes())
