"""The models of Inputs/gradients.graph: their inputs, and their parameters in the order of the outputs d0, d1, ..."""
import numpy as np

SEED = 3
TOLERANCE = 1e-5  # max |a - b| / max |b| of each gradient


def grey(rng, *shape):
    return ((rng.integers(0, 256, shape) - 128) / 128).astype(np.float32)


def recurrent_names():
    lstm = [f"lstm.{kind}_l0{way}" for way in ("", "_reverse") for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
    return [*lstm, *[f"gru.{kind}_l0" for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")], "fc.weight", "fc.bias"]


INPUTS = {
    "mlp": lambda rng: {"x": grey(rng, 5, 8), "target": rng.integers(0, 2, (5, 1)).astype(np.float32)},
    "cnn": lambda rng: {"image": grey(rng, 3, 3, 13, 12), "label": rng.integers(0, 10, 3)},
    "recurrent": lambda rng: {"x": grey(rng, 3, 6, 5), "target": grey(rng, 3, 4)},
    "losses": lambda rng: {"x": grey(rng, 4, 5, 2), "target": grey(rng, 4, 5, 2), "label": rng.integers(0, 5, (4, 2)),
                           "w": np.abs(grey(rng, 5)) + np.float32(0.25)},
    "transformer": lambda rng: {"ids": rng.integers(0, 20, (2, 7))},
}
PARAMETERS = {
    "mlp": ["fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"],
    "cnn": ["conv1.weight", "bn.weight", "conv2.weight", "norm.weight", "fc.weight",
            "bn.bias", "conv2.bias", "norm.bias", "fc.bias"],
    "recurrent": recurrent_names(),
    "transformer": ["position", "embedding.weight", "norm1.weight", "norm1.bias", "attention.in_proj_bias",
                    "attention.in_proj_weight", "attention.out_proj.weight", "attention.out_proj.bias", "norm2.weight",
                    "norm2.bias", "up.weight", "up.bias", "down.weight", "down.bias", "head.weight", "head.bias"],
}


LOSSES = 14  # of the graph losses, which has no parameters: d0, d1, ... are each of them


def outputs(name):
    """The graph's outputs, in order."""
    if name == "losses":
        return ["loss", "d_input", *[f"d{i}" for i in range(LOSSES)]]
    input_gradient = [] if name == "transformer" else ["d_input"]
    return ["loss", *input_gradient, *[f"d{i}" for i in range(len(PARAMETERS[name]))]]
