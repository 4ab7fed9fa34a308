"""The training steps of Inputs/training.graph, and of an example: how many, the learning rate (None: known when compiled), and
the data."""
import os
import numpy as np

EXAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../examples")

SEED = 3
TOLERANCE = 1e-4  # of each loss, relative; PyTorch's own f32 and f64 differ by up to 3e-5
# name: (steps, learning rate)
STEPS = {"sgd": (100, 0.05), "adam": (100, 0.01), "adam_decay": (50, 0.01), "adamw": (50, 0.01), "rmsprop": (50, 0.002),
         "clipped": (50, None),
         "batch_norms": (50, 0.01), "cnn": (100, 0.001), "lstm": (100, 0.01), "text": (100, 0.005),
         "resnet": (20, 0.005), "kjv": (10, 0.001)}
# Of an example: its file and options; its graph is called train.
OF_EXAMPLES = {"kjv": (f"{EXAMPLES}/kjv.graph", ["--dim", "N=2", "--dim", "S=16"])}


def batches(name):
    """The inputs of each step, a list of arrays."""
    rng = np.random.default_rng(SEED)
    for _ in range(STEPS[name][0]):
        if name in ("cnn", "batch_norms", "resnet"):  # a bright square in one of nine places
            label = rng.integers(0, 9, 8)
            image = rng.integers(0, 64, (8, 3, 24, 24)) / 128
            for i, place in enumerate(label):
                image[i, :, place // 3 * 8:place // 3 * 8 + 8, place % 3 * 8:place % 3 * 8 + 8] += 0.5
            yield [image.astype(np.float32), label]
        elif name == "lstm":  # which of four features is the largest in the first half of a sequence
            x = (rng.integers(-64, 64, (8, 12, 6)) / 64).astype(np.float32)
            yield [x, x[:, :6, :4].sum(1).argmax(1)]
        elif name == "kjv":  # 16 bytes of the text, and those that follow them
            text = np.fromfile(f"{EXAMPLES}/text/kjv.txt", np.uint8)
            pieces = np.stack([text[start:start + 17] for start in rng.integers(0, len(text) - 17, 2)]).astype(np.int64)
            yield [pieces[:, :-1].copy(), pieces[:, 1:].copy()]
        elif name == "text":  # counting by a step of 1 to 3, as a text does, with slips
            text = (rng.integers(0, 16, (4, 1)) + np.arange(17) * rng.integers(1, 4, (4, 1))) % 16
            text = np.where(rng.random(text.shape) < 0.05, rng.integers(0, 16, text.shape), text)
            yield [text[:, :-1].copy(), text[:, 1:].copy()]
        else:
            x = ((rng.integers(0, 256, (16, 8)) - 128) / 64).astype(np.float32)
            yield [x, (x[:, :1] * x[:, 1:2] + x[:, 2:3] > 0).astype(np.float32)]
