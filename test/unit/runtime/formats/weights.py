#!/usr/bin/env python3
"""weights.py FILE.safetensors: the weights of tiny.graph; prints y for the input of FormatsTest.cpp, as PyTorch has it."""
import json
import struct
import sys

import numpy as np
import torch

weight = ((np.arange(12) * 5 % 17 - 8) / 8).astype(np.float32).reshape(4, 3)
bias = np.array([0.5, -1.25, 0.125, 2], np.float32)
x = ((np.arange(6) * 7 % 11 - 5) / 4).astype(np.float32).reshape(2, 3)

sharpen = ((np.arange(54) * 11 % 19 - 9) / 8).astype(np.float32).reshape(2, 3, 3, 3)  # Since 4.2.
image = ((np.arange(18) * 5 % 13 - 6) / 4).astype(np.float32).reshape(1, 3, 2, 3)

tensors = {"fc.weight": weight, "fc.bias": bias, "sharpen.weight": sharpen}
table, data = {}, b""
for name, tensor in tensors.items():
    table[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + tensor.nbytes]}
    data += tensor.tobytes()
text = json.dumps(table).encode()
with open(sys.argv[1], "wb") as file:
    file.write(struct.pack("<Q", len(text)) + text + data)

linear = torch.nn.functional.linear(torch.from_numpy(x), torch.from_numpy(weight), torch.from_numpy(bias))
print("x", x.flatten().tolist())
print("y", torch.relu(linear).flatten().tolist())
halves = torch.full((2, 3), 0.5)  # What x is in 4.1.aic's second entry.
linear = torch.nn.functional.linear(halves, torch.from_numpy(weight), torch.from_numpy(bias))
print("y of halves", torch.relu(linear).flatten().tolist())
z = torch.nn.functional.conv2d(torch.from_numpy(image), torch.from_numpy(sharpen), padding=1)
print("image", image.flatten().tolist())
print("z", z.flatten().tolist())
