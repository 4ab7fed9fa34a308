"""What test/training explains: the inputs of Inputs/attribution.graph, and the options of each method."""
import numpy as np

SEED = 3
TOLERANCE = 1e-5  # of the largest attribution
TARGET = {"table": 1, "picture": 4, "words": 2}
EXPLAINED = {"table": "x", "picture": "image", "words": "ids"}
BASELINE = {"table": 0.5, "picture": 0.25, "words": 0}
STEPS, SAMPLES, NOISE, NOISE_SEED = 16, 8, 0.2, 0x123456789ABCDEF
WINDOW, STRIDE = (4, 3), (3, 2)  # of the picture


def inputs(name):
    random = np.random.default_rng(SEED)
    if name == "table":
        return {"x": random.standard_normal((3, 6)).astype(np.float32)}
    if name == "picture":
        return {"image": random.random((1, 3, 11, 10)).astype(np.float32)}
    return {"ids": random.integers(0, 20, (2, 7)), "weight": random.random((2, 7, 1)).astype(np.float32)}


OPTIONS = {
    "gradient": [],
    "input_x_gradient": [],
    "integrated_gradients": ["--steps", STEPS],
    "smoothgrad": ["--samples", SAMPLES, "--noise", NOISE, "--seed", NOISE_SEED],
    "guided": [],
    "occlusion": [],
}


def options(name, method):
    made = ["--method", method, "--target", TARGET[name], "--by", EXPLAINED[name], *OPTIONS[method]]
    if method in ("integrated_gradients", "occlusion"):
        made += ["--baseline", BASELINE[name]]
    if method == "occlusion" and name == "picture":
        made += ["--window", "x".join(map(str, WINDOW)), "--stride", "x".join(map(str, STRIDE))]
    return made
