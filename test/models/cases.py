"""The whole models with goldens: what is compiled, and at which sizes. One row, one golden/NAME.npz, one NAME.test."""
from collections import namedtuple

# graph: file in examples/; entry: the graph in it; dims: what --dim sets; seed: of --weights random:SEED; one input, one output.
Case = namedtuple("Case", "graph entry dims seed input shape output")

CASES = {
    "mlp": Case("mlp.graph", "mlp", {}, 29, "x", (1, 8), "y"),
    "mlp_batch3": Case("mlp.graph", "mlp", {"N": 3}, 29, "x", (3, 8), "y"),
    "cnn": Case("cnn.graph", "cnn", {}, 5, "image", (1, 3, 24, 24), "logits"),
    "cnn_batch3": Case("cnn.graph", "cnn", {"N": 3}, 5, "image", (3, 3, 24, 24), "logits"),
    "resnet18": Case("resnet.graph", "resnet18", {}, 1, "image", (1, 3, 224, 224), "logits"),
    "resnet18_64": Case("resnet.graph", "resnet18", {"H": 64, "W": 64}, 1, "image", (1, 3, 64, 64), "logits"),
    "resnet18_65x97": Case("resnet.graph", "resnet18", {"H": 65, "W": 97}, 1, "image", (1, 3, 65, 97), "logits"),
    "resnet34_64": Case("resnet.graph", "resnet34", {"H": 64, "W": 64}, 1, "image", (1, 3, 64, 64), "logits"),
    "resnet50_64_batch2": Case("resnet.graph", "resnet50", {"N": 2, "H": 64, "W": 64}, 1, "image", (2, 3, 64, 64), "logits"),
}

# max |a - b| / max |b| of each output. Two f32 programs differ by some 1e-6 here; the bound is as tight as it is so that
# scaling any one parameter by 1.5 moves the output by 100 times as much (make_goldens.py checks that in PyTorch).
TOLERANCE = 2e-5

# Of the Vulkan target, on drivers whose exponentials and divisions are rougher.
VULKAN_TOLERANCE = 1e-3
