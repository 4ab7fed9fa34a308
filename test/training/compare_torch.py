#!/usr/bin/python3
"""Train a larger model with aic and with PyTorch from the same weights on the same batches, and compare. By hand: minutes.

    compare_torch.py text WORK_FOLDER [--steps 100]       examples/llama.graph's `kjv` with AdamW: the losses, and bits per byte
                                                          on text that it has not seen, within 1 %
    compare_torch.py resnet WORK_FOLDER [--steps 40]      ResNet-18, batch norms in training, SGD: the losses

Needs python3-torch, and bible-kjv with its text or python3-torchvision and dataset-fashion-mnist. `aic` is on the PATH.
"""
import argparse, json, math, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = f"{HERE}/../.."
sys.path += [f"{TOP}/tools", f"{TOP}/test/models"]
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
import safetensors
from random_weights import parameter

SEED, BATCH, WARMUP = 3, 8, 20

TEXT = """import "llama.graph"

block model(ids: i64[N, S]) {
  return transpose(llama.llama(ids, 256, 128, 6, 4, 2, 384) @ ., 1, 2)
}

graph train(ids: i64[N = 8, S = 256], next: i64[N, S], lr: f32[]) -> (loss: f32[]) {
  loss = nn.cross_entropy(model(ids) @ ., next)
  matrices = parameters(loss, "*proj.weight") + parameters(loss, "*embed_tokens.weight") + parameters(loss, "lm_head.weight")
  others = parameters(loss, "*norm.weight")
  grads, _ = optim.clip_grad_norm(grad(loss, matrices + others), 1.0)
  optim.adamw(matrices, grads[:len(matrices)], lr, betas=[0.9, 0.98], weight_decay=0.05) @ optimizer
  optim.adamw(others, grads[len(matrices):], lr, betas=[0.9, 0.98], weight_decay=0.0) @ optimizer
}

graph validate(ids: i64[N = 8, S = 256], next: i64[N, S]) -> (loss: f32[]) {
  loss = nn.cross_entropy(model(ids) @ ., next)
}
"""

RESNET = """
graph train(image: f32[N = 8, 3, 64, 64], label: i64[N], lr: f32[]) -> (loss: f32[]) {
  loss = nn.cross_entropy(resnet(image, [2, 2, 2, 2]) @ ., label)
  params = parameters(loss)
  optim.sgd(params, grad(loss, params), lr, momentum=0.9) @ optimizer
}
"""


class Text:
    """tools/train_text.py's model and step; the schedule is a warm-up."""
    rate, graph = 1e-3, "text.graph"

    def __init__(self, steps):
        import train_text
        torch.manual_seed(train_text.SEED)
        self.model, random = train_text.Llama(), np.random.default_rng(train_text.SEED)
        for name, p in self.model.named_parameters():
            if p.dim() == 2:
                nn.init.normal_(p, std=0.05 if "embed" in name or "head" in name else p.shape[1] ** -0.5)
        text, size = np.frombuffer(train_text.text(), np.uint8).astype(np.int64), train_text.CONTEXT + 1
        starts = random.integers(0, len(text) - train_text.HELD_OUT - size, steps * BATCH)
        self.train = self.pairs([text[start:start + size] for start in starts])
        held = text[-train_text.HELD_OUT:][:64 * size].reshape(64, size)
        self.held = self.pairs(held)
        open("llama.graph", "w").write(open(f"{TOP}/examples/llama.graph").read())
        open(self.graph, "w").write(TEXT)

    @staticmethod
    def pairs(pieces):
        pieces = np.stack(pieces)
        return {"ids": pieces[:, :-1].copy(), "next": pieces[:, 1:].copy()}

    def optimiser(self):
        groups = [{"params": [p for p in self.model.parameters() if (p.dim() == 2) == matrix], "weight_decay": decay}
                  for matrix, decay in ((True, 0.05), (False, 0))]
        return torch.optim.AdamW(groups, betas=(0.9, 0.98))

    def loss(self, ids, following):
        return F.cross_entropy(self.model(ids).transpose(1, 2), following)

    def clip(self):
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)


class Resnet:
    rate, graph, held = 5e-3, "resnet.graph", None

    def __init__(self, steps):
        import fashion_mnist, torchvision
        self.model = torchvision.models.resnet18(num_classes=10)
        with torch.no_grad():
            for key, value in [*self.model.named_parameters(), *((k, v) for k, v in self.model.named_buffers() if "running" in k)]:
                value.copy_(torch.from_numpy(parameter(SEED, key, tuple(value.shape))))
        count = steps * BATCH
        picture = np.pad(fashion_mnist.pictures("train")[:count], ((0, 0), (2, 2), (2, 2))).repeat(2, 1).repeat(2, 2)
        self.train = {"image": np.repeat(picture[:, None].astype(np.float32) / 255, 3, 1),
                      "label": fashion_mnist.labels("train")[:count].astype(np.int64)}
        text = open(f"{TOP}/examples/resnet.graph").read()
        text = text[:text.index("graph resnet18")].replace("1000) @ fc", "10) @ fc")
        for place in ("bn1", "bn2", "bn3", "downsample.1"):
            text = text.replace(f") @ {place}", f", training=true) @ {place}")
        open(self.graph, "w").write(text + RESNET)

    def optimiser(self):
        return torch.optim.SGD(self.model.parameters(), self.rate, momentum=0.9)

    def loss(self, image, label):
        return F.cross_entropy(self.model(image), label)

    def clip(self):
        pass


def by_torch(case, steps):
    optimiser, losses = case.optimiser(), []
    arrays = [torch.from_numpy(array) for array in case.train.values()]
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = case.rate * min(1, (step + 1) / WARMUP)
        loss = case.loss(*(array[step * BATCH:(step + 1) * BATCH] for array in arrays))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        case.clip()
        optimiser.step()
        losses.append(loss.item())
    if not case.held:
        return np.array(losses), None
    arrays = [torch.from_numpy(array) for array in case.held.values()]
    with torch.no_grad():
        held = np.mean([case.loss(*(array[i:i + BATCH] for array in arrays)).item() for i in range(0, len(arrays[0]), BATCH)])
    return np.array(losses), held


def by_aic(case):
    np.savez("train.npz", **case.train)
    state = {key: value.detach().numpy() for key, value in case.model.state_dict().items() if not key.endswith("num_batches_tracked")}
    safetensors.write("first.safetensors", state)
    held = []
    if case.held:
        np.savez("held.npz", **case.held)
        held = ["--validate", "held.npz"]
    subprocess.run(["aic", "train", case.graph, "--weights", "first.safetensors", "--data", "train.npz", *held, "--batch", str(BATCH), "--epochs", "1",
                    "--no-shuffle", "--lr", str(case.rate), "--warmup", str(WARMUP), "--threads", "1", "--log", "aic.jsonl", "-o", "aic.safetensors"],
                   check=True, stdout=subprocess.DEVNULL)
    lines = [json.loads(line) for line in open("aic.jsonl")]
    return np.array([line["loss"] for line in lines if "loss" in line]), lines[-1].get("validation", {}).get("loss")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", choices=("text", "resnet"))
    parser.add_argument("work")
    parser.add_argument("--steps", type=int)
    args = parser.parse_args()
    steps = args.steps or {"text": 100, "resnet": 40}[args.case]
    os.makedirs(args.work, exist_ok=True)
    os.chdir(args.work)
    torch.set_num_threads(1)
    case = {"text": Text, "resnet": Resnet}[args.case](steps)
    ours, our_held = by_aic(case)  # before PyTorch changes the weights
    theirs, their_held = by_torch(case, steps)
    off = np.abs(ours[:steps] / theirs - 1)
    print(f"{args.case}: {theirs[0]:.4f} -> {theirs[-1]:.4f}; the losses differ by up to {off.max():.1e}, in the first 10 steps {off[:10].max():.1e}")
    if case.held:
        bits = [loss / math.log(2) for loss in (our_held, their_held)]
        print(f"bits per byte on what it has not seen: aic {bits[0]:.4f}, PyTorch {bits[1]:.4f}")
        if not abs(bits[0] / bits[1] - 1) <= 0.01:
            sys.exit("they differ by more than 1 %")


if __name__ == "__main__":
    main()
