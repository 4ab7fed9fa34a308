#!/usr/bin/python3
"""Train the network of examples/cnn.graph on Fashion-MNIST and write what PyTorch makes of the 10,000 test pictures.

    tools/train_fashion_mnist.py [--epochs 9] [--out examples/fashion_mnist]

Needs Debian's python3-torch and dataset-fashion-mnist. One thread and fixed seeds.
About six minutes. Writes, in the output folder:
    cnn.safetensors   the weights (f32), under the names that cnn.graph gives its parameters
    pytorch.json      PyTorch's accuracy (right answers of 10,000), its version, the seed
    pytorch.labels    PyTorch's answer for each of the 10,000 test pictures, one byte (0..9) each, in the order of the file
"""
import argparse, json, os
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
import fashion_mnist, safetensors

SEED = 20


class Cnn(nn.Module):
    """examples/cnn.graph, parameter for parameter."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.fc1 = nn.Linear(64 * 6 * 6, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc2(F.relu(self.fc1(torch.flatten(x, 1))))


def inputs(part):
    return torch.from_numpy(fashion_mnist.network_input(fashion_mnist.pictures(part)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--out", default=os.path.join(os.path.dirname(__file__), "../examples/fashion_mnist"))
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)

    x, y = inputs("train"), torch.from_numpy(fashion_mnist.labels("train").astype(np.int64))
    model, batch = Cnn(), 128
    optimizer = torch.optim.Adam(model.parameters(), 2e-3)
    steps = args.epochs * ((len(x) + batch - 1) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps)
    for epoch in range(args.epochs):
        order, total = torch.randperm(len(x)), 0.0
        for start in range(0, len(x), batch):
            pick = order[start:start + batch]
            xb = x[pick]
            mirrored = torch.rand(len(pick)) < 0.5
            xb[mirrored] = xb[mirrored].flip(3)
            loss = F.cross_entropy(model(xb), y[pick])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss.detach()) * len(pick)
        print(f"epoch {epoch + 1}: loss {total / len(x):.4f}", flush=True)

    model.eval()
    with torch.no_grad():
        x, y = inputs("t10k"), fashion_mnist.labels("t10k")
        logits = torch.cat([model(x[i:i + 500]) for i in range(0, len(x), 500)]).numpy()
    answers = logits.argmax(1).astype(np.uint8)
    top2 = np.sort(logits, 1)[:, -2:]
    margin = float((top2[:, 1] - top2[:, 0]).min())
    right = int((answers == y).sum())
    os.makedirs(args.out, exist_ok=True)
    safetensors.write(f"{args.out}/cnn.safetensors", {k: v.detach().numpy() for k, v in model.state_dict().items()})
    answers.tofile(f"{args.out}/pytorch.labels")
    with open(f"{args.out}/pytorch.json", "w") as f:
        json.dump({"right": right, "of": len(y), "torch": torch.__version__, "seed": SEED, "epochs": args.epochs,
                   "narrowest_margin": margin}, f, indent=1)
        f.write("\n")
    print(f"{right} of {len(y)} right; narrowest margin between the first two classes {margin:.2e}")


if __name__ == "__main__":
    main()
