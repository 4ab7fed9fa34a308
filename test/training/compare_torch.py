#!/usr/bin/python3
"""Train a model of examples with aic and with PyTorch from the same weights on the same batches, and compare. By hand: minutes.

    compare_torch.py kjv WORK_FOLDER [--steps 300]       the language model: bits per byte on text that it has not seen, within 1 %
    compare_torch.py resnet18 WORK_FOLDER [--steps 48]   an epoch of ResNet-18 on 32 pictures a step: the loss on pictures that it has
                                                         not seen, within 10 %

What both have learned is measured by PyTorch. --double has PyTorch train in double too: by how much its own float differs.
Needs python3-torch, and bible-kjv with its text or python3-torchvision and dataset-fashion-mnist. `aic` is on the PATH.
"""
import argparse, json, math, os, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = f"{HERE}/../.."
sys.path.append(f"{TOP}/tools")
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
import safetensors

SEED = 20


class Text:
    """tools/train_text.py's model, batches and step."""
    graph, steps, batch, bound, rate, warmup = "kjv.graph", 300, 8, 0.01, 3e-3, 100

    def __init__(self, steps):
        import train_text
        torch.manual_seed(SEED)
        self.model, random = train_text.Llama(), np.random.default_rng(SEED)
        for name, p in self.model.named_parameters():
            if p.dim() == 2:
                nn.init.normal_(p, std=0.05 if "embed" in name or "head" in name else p.shape[1] ** -0.5)
        text, size = np.frombuffer(train_text.text(), np.uint8), train_text.CONTEXT + 1
        learned, held = text[:-train_text.HELD_OUT], text[-train_text.HELD_OUT:]
        starts = random.integers(0, len(learned) - size, steps * self.batch)
        pieces = np.stack([learned[s:s + size] for s in starts]).astype(np.int64)
        self.train = {"ids": pieces[:, :-1].copy(), "next": pieces[:, 1:].copy()}
        self.measure = lambda model: {"bits per byte": train_text.bits_per_byte(model, held)}

    def optimiser(self, model):
        groups = [{"params": [p for p in model.parameters() if (p.dim() == 2) == matrix], "weight_decay": decay}
                  for matrix, decay in ((True, 0.05), (False, 0))]
        return torch.optim.AdamW(groups, betas=(0.9, 0.98))

    def loss(self, model, ids, following):
        return F.cross_entropy(model(ids).transpose(1, 2), following)

    def clip(self, model):
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)


class Resnet:
    """torchvision's ResNet-18 with ten classes and its own first weights, on Fashion-MNIST's pictures at 64 x 64."""
    graph, steps, batch, bound, rate, warmup = "resnet.graph", 48, 32, 0.1, 0.01, 8

    def __init__(self, steps):
        import torchvision
        torch.manual_seed(SEED)
        self.model = torchvision.models.resnet18(num_classes=10)
        image, label = self.pictures("train", steps * self.batch)
        self.train = {"image": image, "label": label}
        self.held = self.pictures("t10k", 1000)

    @staticmethod
    def pictures(part, count):
        import fashion_mnist
        picture = np.pad(fashion_mnist.pictures(part)[:count], ((0, 0), (2, 2), (2, 2))).repeat(2, 1).repeat(2, 2)
        return np.repeat(picture[:, None].astype(np.float32) / 255, 3, 1), fashion_mnist.labels(part)[:count].astype(np.int64)

    def measure(self, model):
        model.eval()
        image, label = map(torch.from_numpy, self.held)
        with torch.no_grad():
            logits = torch.cat([model(part) for part in image.to(next(model.parameters()).dtype).split(100)])
        model.train()
        return {"loss": F.cross_entropy(logits, label).item(), "right of 1000": (logits.argmax(1) == label).sum().item()}

    def optimiser(self, model):
        return torch.optim.SGD(model.parameters(), self.rate, momentum=0.9)

    def loss(self, model, image, label):
        return F.cross_entropy(model(image), label)

    def clip(self, model):
        pass


CASES = {"kjv": Text, "resnet18": Resnet}


def rates(case, steps):
    """--warmup and --schedule cosine, to 0."""
    t = np.maximum(0, np.arange(steps) - case.warmup) / max(1, steps - case.warmup)
    return case.rate * np.minimum(1, (np.arange(steps) + 1) / case.warmup) * (1 + np.cos(np.pi * t)) / 2


def by_torch(case, model, steps):
    """The losses of `model`'s steps."""
    optimiser, losses, dtype = case.optimiser(model), [], next(model.parameters()).dtype
    arrays = [torch.from_numpy(array) for array in case.train.values()]
    for step, rate in enumerate(rates(case, steps)):
        for group in optimiser.param_groups:
            group["lr"] = rate
        batch = (array[step * case.batch:(step + 1) * case.batch] for array in arrays)
        loss = case.loss(model, *(x.to(dtype) if x.is_floating_point() else x for x in batch))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        case.clip(model)
        optimiser.step()
        losses.append(loss.item())
    return np.array(losses)


def fresh(case, dtype=torch.float32):
    """The model with its first weights."""
    import copy
    return copy.deepcopy(case.model).to(dtype)


def by_aic(name, case):
    """The losses of aic's steps, and the model with what it has learned."""
    np.savez("train.npz", **case.train)
    state = {key: value.numpy() for key, value in case.model.state_dict().items() if not key.endswith("num_batches_tracked")}
    safetensors.write("first.safetensors", state)
    subprocess.run(["aic", "train", f"{TOP}/examples/{case.graph}", "--weights", "first.safetensors", "--data", "train.npz", "--batch",
                    str(case.batch), "--epochs", "1", "--no-shuffle", "--lr", str(case.rate), "--warmup", str(case.warmup), "--schedule", "cosine",
                    "--threads", "1", "--log", "aic.jsonl", "-o", f"{name}.safetensors"], check=True, stdout=subprocess.DEVNULL)
    lines = [json.loads(line) for line in open("aic.jsonl")]
    model, learned = fresh(case), safetensors.read(f"{name}.safetensors")
    state = {key: torch.from_numpy(learned[key].copy()) if key in learned else value for key, value in model.state_dict().items()}
    model.load_state_dict(state)
    return np.array([line["loss"] for line in lines if "loss" in line]), model


def compare(case, name, losses, model, reference):
    """Prints how `losses` of `name` go beside those of the reference; what the model has learned."""
    off = np.abs(losses / reference - 1)
    parts = " ".join(f"{part.mean():.4f}" for part in np.array_split(losses, min(8, len(losses))))
    found = case.measure(model)
    measured = ", ".join(f"{value:.6g} {key}" for key, value in found.items())
    print(f"{name}: {measured}; losses of each eighth {parts}; off by {off.max():.1e}, in the first 10 steps {off[:10].max():.1e}", flush=True)
    return next(iter(found.values()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", choices=CASES)
    parser.add_argument("work")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--double", action="store_true")
    args = parser.parse_args()
    steps = args.steps or CASES[args.case].steps
    os.makedirs(args.work, exist_ok=True)
    os.chdir(args.work)
    torch.set_num_threads(1)
    case, begin = CASES[args.case](steps), time.time()
    ours, learned = by_aic(args.case, case)
    middle = time.time()
    model = fresh(case)
    theirs = by_torch(case, model, steps)
    print(f"{steps} steps: aic {middle - begin:.0f} s, PyTorch {time.time() - middle:.0f} s")
    wanted = compare(case, "PyTorch", theirs, model, theirs)
    found = compare(case, "aic", ours, learned, theirs)
    if args.double:
        model = fresh(case, torch.float64)
        compare(case, "PyTorch in double", by_torch(case, model, steps), model, theirs)
    if not abs(found / wanted - 1) <= case.bound:
        sys.exit(f"they differ by more than {case.bound:.0%}")


if __name__ == "__main__":
    main()
