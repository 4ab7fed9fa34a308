#!/usr/bin/python3
"""Classifies pictures of Fashion-MNIST from Python, and shows where in them the network looked.

    examples/fashion_mnist/what_it_saw.py [PICTURE ...] [--plot FILE.png]     PICTURE: 0 to 9999, of the test set

A notebook as a script: each part that `# %%` begins stands by itself. It needs a build of aic, NumPy and Debian's
dataset-fashion-mnist; with python3-matplotlib it draws FILE.png (what_it_saw.png) as well.
"""
# %% What it needs
import argparse
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f"{HERE}/../../runtime/python", f"{HERE}/../../tools"]  # The package need not be installed.
import aic
import fashion_mnist

CLASSES = ["T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"]
SIDE, PATCH, BATCH = 24, 5, 100  # of the picture, and of what hides a part of it, in pixels (20 x 20 places); of those in one run

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("pictures", metavar="PICTURE", nargs="*", type=int, default=[0, 1, 18])
parser.add_argument("--plot", metavar="FILE.png", default="what_it_saw.png")
args = parser.parse_args()

# %% The model: trained weights, compiled for one picture and for a hundred at once
model = aic.compile(f"{HERE}/../cnn.graph", dims={"N": [1, BATCH]})

# %% The pictures, [count, 28, 28], and what they are
try:
    grey, labels = fashion_mnist.pictures("t10k"), fashion_mnist.labels("t10k")
except FileNotFoundError as missing:
    sys.exit(f"{missing.filename} is missing: `apt-get install dataset-fashion-mnist` brings it")
if not all(0 <= number < len(grey) for number in args.pictures):
    sys.exit(f"there are pictures 0 to {len(grey) - 1}")


def probabilities(images):
    """[n, 3, 24, 24] -> [n, 10]. The shape says which of the model's two sizes runs."""
    logits = model.run(image=images).logits
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def looked_at(image, answer):
    """[24, 24] in 0..1: how much less likely the answer is, on average, where a patch of black covers the pixel."""
    places = [(y, x) for y in range(SIDE - PATCH + 1) for x in range(SIDE - PATCH + 1)]
    hidden = np.repeat(image, len(places), axis=0)
    for number, (y, x) in enumerate(places):
        hidden[number, :, y:y + PATCH, x:x + PATCH] = 0
    likely = np.concatenate([probabilities(hidden[at:at + BATCH])[:, answer] for at in range(0, len(places), BATCH)])
    whole = probabilities(image)[0, answer]
    lost, covered = np.zeros((SIDE, SIDE)), np.zeros((SIDE, SIDE))
    for (y, x), left in zip(places, likely):
        lost[y:y + PATCH, x:x + PATCH] += max(0, whole - left)
        covered[y:y + PATCH, x:x + PATCH] += 1
    return lost / covered


# %% What it says, and where it looked
seen = []
for number in args.pictures:
    image = fashion_mnist.network_input(grey[number:number + 1])
    said = probabilities(image)[0]
    where = looked_at(image, said.argmax())
    seen.append((number, image[0, 0], said, where))
    y, x = np.unravel_index(where.argmax(), where.shape)
    print(f"picture {number}: {CLASSES[said.argmax()]}, {100 * said.max():.1f} % (it is: {CLASSES[labels[number]]}); "
          f"it looked most at row {y}, column {x}")

# %% A plot: the picture, the classes, the picture under what was looked at
try:
    import matplotlib
    matplotlib.use("Agg")  # No window is needed.
    from matplotlib import pyplot
except ImportError:
    print("no plot: python3-matplotlib is not installed")
    sys.exit()
figure, axes = pyplot.subplots(len(seen), 3, figsize=(10, 3 * len(seen)), squeeze=False, layout="constrained")
for (picture, bars, heat), (number, image, said, where) in zip(axes, seen):
    picture.imshow(image, cmap="gray")
    picture.set_title(f"picture {number}: {CLASSES[labels[number]]}")
    bars.barh(CLASSES, said)
    bars.set_xlim(0, 1)
    bars.set_title("what it says")
    heat.imshow(image, cmap="gray")
    heat.imshow(where, cmap="inferno", alpha=0.6)
    heat.set_title("where it looked")
    picture.axis("off")
    heat.axis("off")
figure.savefig(args.plot)
print(f"drawn: {args.plot}")
