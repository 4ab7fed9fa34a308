#!/usr/bin/python3
"""Train a network of examples/ on Fashion-MNIST and write what PyTorch makes of the 10,000 test pictures.

    tools/train_fashion_mnist.py NAME [--epochs 9] [--out examples/fashion_mnist]     NAME: cnn, lstm, transformer or resnet
    tools/train_fashion_mnist.py NAME --weights FILE.safetensors [--out ...]          what `aic train` has learned is not trained here

Needs Debian's python3-torch and dataset-fashion-mnist. One thread and fixed seeds; some minutes. Writes, in the output
folder:
    NAME.safetensors  the weights (f32), under the names that the graph gives its parameters
    NAME.json         PyTorch's accuracy (right answers of 10,000), its version, the seed, or who trained it
    NAME.labels       PyTorch's answer for each of the 10,000 test pictures, one byte (0..9) each, in the order of the file
"""
import argparse, json, os, shutil
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


class Lstm(nn.Module):
    """examples/fashion_mnist/lstm.graph: the picture row by row, from the top."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(24, 128, batch_first=True)
        self.fc = nn.Linear(128, 10)

    def forward(self, x):
        return self.fc(self.lstm(x[:, 0])[0][:, -1])


class Transformer(nn.Module):
    """examples/fashion_mnist/transformer.graph: 36 patches of 4 x 4, two encoder layers, their mean."""

    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(1, 64, 4, stride=4)
        self.positions = nn.Parameter(0.02 * torch.randn(36, 64))
        self.layers = nn.ModuleList(nn.TransformerEncoderLayer(64, 4, 128, dropout=0.0, batch_first=True)
                                    for _ in range(2))
        self.fc = nn.Linear(64, 10)

    def forward(self, x):
        x = self.patches(x[:, :1]).flatten(2).transpose(1, 2) + self.positions
        for layer in self.layers:
            x = layer(x)
        return self.fc(x.mean(1))


class Block(nn.Module):
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


class Resnet(nn.Module):
    """examples/fashion_mnist/resnet.graph: three stages of one basic block."""

    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16)
        self.layer1, self.layer2, self.layer3 = Block(16, 16, 1), Block(16, 32, 2), Block(32, 64, 2)
        self.fc = nn.Linear(64, 10)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.fc(x.mean((2, 3)))


# Network, learning rate, epochs.
NETWORKS = {"cnn": (Cnn, 2e-3, 9), "lstm": (Lstm, 4e-3, 6), "transformer": (Transformer, 2e-3, 3),
            "resnet": (Resnet, 1e-2, 3)}


def inputs(part):
    return torch.from_numpy(fashion_mnist.network_input(fashion_mnist.pictures(part)))


def train(model, rate, epochs):
    x, y = inputs("train"), torch.from_numpy(fashion_mnist.labels("train").astype(np.int64))
    batch = 128
    optimizer = torch.optim.Adam(model.parameters(), rate)
    steps = epochs * ((len(x) + batch - 1) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps)
    for epoch in range(epochs):
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=NETWORKS)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--weights")
    parser.add_argument("--out", default=os.path.join(os.path.dirname(__file__), "../examples/fashion_mnist"))
    args = parser.parse_args()
    network, rate, epochs = NETWORKS[args.name]
    epochs = args.epochs or epochs
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    model = network()
    if args.weights:
        made = {"trained_by": "aic train"}
        model.load_state_dict({k: torch.from_numpy(v.copy()) for k, v in safetensors.read(args.weights).items()})
    else:
        made = {"seed": SEED, "epochs": epochs}
        train(model, rate, epochs)

    model.eval()
    x, y = inputs("t10k"), fashion_mnist.labels("t10k")
    # With gradients: without them PyTorch's encoder layer takes another, fused path.
    logits = torch.cat([model(x[i:i + 500]).detach() for i in range(0, len(x), 500)]).numpy()
    answers = logits.argmax(1).astype(np.uint8)
    top2 = np.sort(logits, 1)[:, -2:]
    margin = float((top2[:, 1] - top2[:, 0]).min())
    right = int((answers == y).sum())
    os.makedirs(args.out, exist_ok=True)
    if args.weights:
        shutil.copyfile(args.weights, f"{args.out}/{args.name}.safetensors")
    else:
        tensors = {k: v.detach().numpy() for k, v in model.state_dict().items() if not k.endswith("num_batches_tracked")}
        safetensors.write(f"{args.out}/{args.name}.safetensors", tensors)
    answers.tofile(f"{args.out}/{args.name}.labels")
    with open(f"{args.out}/{args.name}.json", "w") as f:
        json.dump({"right": right, "of": len(y), "torch": torch.__version__, **made, "narrowest_margin": margin}, f, indent=1)
        f.write("\n")
    print(f"{args.name}: {right} of {len(y)} right; narrowest margin between the first two classes {margin:.2e}")


if __name__ == "__main__":
    main()
