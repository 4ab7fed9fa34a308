#!/usr/bin/python3
"""Make the goldens of test/models with PyTorch: golden/NAME.npz holds one case's inputs and outputs and nothing else.

    make_goldens.py [NAME ...]     run by hand; needs python3-torch (1.13) and python3-torchvision; about half an hour

For each case it also measures, in PyTorch, that scaling any one parameter tensor by 1.5 moves an output by at least 100 times
the tolerance, and that another value of any one input does: otherwise the golden could not see an error there, and nothing is
written. Nor is it where PyTorch's own f32 and f64 differ by half the tolerance: such a network tells rounding, not errors.
"""
import sys
import torch
from torch_models import HERE, build, parameters
from cases import CASES, TOLERANCE, draw_inputs
from run_golden import array_difference
import numpy as np

# Parameters that no output depends on, and why. By case's graph: what their names end in.
CANCELLING = {
    "bert": (".attention.self.key.bias",),  # adds one number to all of a query's scores, which softmax takes away
    "bert_two_layers": (".attention.self.key.bias",),
    "word2vec": ("embedding.weight",),  # a cosine does not depend on lengths
}


def run(case, model, inputs):
    """{output: the part of it that the golden holds}. With gradients: see torch_transformers.py."""
    y = model(*(torch.from_numpy(value) for value in inputs.values()))
    y = y if isinstance(y, tuple) else (y,)
    assert len(y) == len(case.outputs)
    return {name: value.detach().numpy()[part].copy() for (name, part), value in zip(case.outputs.items(), y)}


def another(value):
    """A different input of the same kind."""
    if value.dtype == np.float32:
        return value * np.float32(1.5)
    return np.roll(value, 1, 1) if value.ndim > 1 else value ^ 1


def largest_change(a, b):
    return max(array_difference(a[name], b[name]) for name in b)


def effects(case, model, inputs, outputs):
    """{what: the change of the outputs, relative to their largest value} by each parameter tensor and each input."""
    found = {}
    for key, value in parameters(model).items():
        kept = value.clone()
        value.mul_(1.5)
        found[key] = largest_change(run(case, model, inputs), outputs)
        value.copy_(kept)
    for key in inputs:
        found[f"the input {key}"] = largest_change(run(case, model, {**inputs, key: another(inputs[key])}), outputs)
    return found


def noise(case, model, inputs, outputs):
    """How far PyTorch's f32 is from its f64, relative to the largest value. Leaves the model in f64."""
    wide = run(case, model.double(), {key: v.astype(np.float64) if v.dtype == np.float32 else v for key, v in inputs.items()})
    return max(array_difference(value.astype(wide[name].dtype), wide[name]) for name, value in outputs.items())


def main():
    torch.set_num_threads(1)
    for name in sys.argv[1:] or CASES:
        case = CASES[name]
        model = build(case.twin or case.entry, case.seed, case.checkpoint)
        inputs = draw_inputs(case)
        outputs = run(case, model, inputs)
        cancelling = CANCELLING.get(case.entry, ())
        found = effects(case, model, inputs, outputs)
        still = [key for key in found if key.endswith(cancelling)] if cancelling else []
        least = min((key for key in found if key not in still), key=found.get)
        rounding = noise(case, model, inputs, outputs)
        print(f"{name}: {least} moves the output by {found[least]:.2e} of its largest value; rounding by {rounding:.1e}", flush=True)
        if not found[least] >= 100 * TOLERANCE:
            sys.exit(f"{name}: {least} can hardly be seen in the output; choose another seed or input")
        if any(found[key] > TOLERANCE for key in still) or len(still) < len(cancelling):
            sys.exit(f"{name}: {cancelling} should cancel")
        if not rounding <= TOLERANCE / 2:
            sys.exit(f"{name}: rounding shows too much; choose another seed or input")
        np.savez_compressed(f"{HERE}/golden/{name}.npz", **inputs, **outputs)


if __name__ == "__main__":
    main()
