#!/usr/bin/python3
"""Make golden/NAME.npz: inputs of each graph, and PyTorch's results in double. By hand, needs python3-torch.

    make_goldens.py [NAME...]
"""
import importlib, os, sys
import numpy as np
import torch
from graphs import HERE, FILES, graphs

sys.path.insert(0, f"{HERE}/../models")
from random_weights import parameter


def parameters(name, *shape):
    return torch.from_numpy(parameter(1, name, shape)).double().requires_grad_()


def make(name):
    twins = importlib.import_module(name).TWINS
    arrays = {}
    for graph in graphs(FILES[name]):
        rng = np.random.default_rng(sum(map(ord, graph.name)))
        inputs = {}
        for key, kind, shape in graph.inputs:
            inputs[key] = rng.uniform(-1, 1, shape).astype(np.float32) if kind == "f32" else rng.integers(0, 2, shape)
            arrays[f"{graph.name}.in.{key}"] = inputs[key]
        torch.manual_seed(0)
        given = [torch.from_numpy(x).double().requires_grad_() if x.dtype == np.float32 else torch.from_numpy(x) for x in inputs.values()]
        results = twins[graph.name](parameters, *given)
        results = results if isinstance(results, (list, tuple)) else [results]
        assert len(results) == len(graph.outputs), f"{graph.name}: {len(results)} results, expected {len(graph.outputs)}"
        for key, result in zip(graph.outputs, results):
            value = result.detach().numpy()
            arrays[f"{graph.name}.out.{key}"] = value.astype(np.float32) if value.dtype.kind == "f" else value
    np.savez_compressed(f"{HERE}/golden/{name}.npz", **arrays)


torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
os.makedirs(f"{HERE}/golden", exist_ok=True)
for each in sys.argv[1:] or FILES:
    make(each)
