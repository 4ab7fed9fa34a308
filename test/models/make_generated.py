#!/usr/bin/python3
"""How PyTorch goes on with a text: golden/kjv_generate.json, for kjv_generate.test. Run by hand, needs python3-torch.

The likeliest byte each time, by the whole text so far at once; none may be so close to the second that rounding decides.
"""
import json, os, struct, sys
import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../tools"))
import train_text

PROMPTS = [
    "In the beginning",
    "The angel of the LORD appeared unto him in a dream, and said,",
    "Take no thought for",
    "And these are the names of the sons of",
]
COUNT = 90
MARGIN = 1e-3  # of logits, whose own error is below 1e-4


def weights(path):
    """The tensors of a .safetensors file, all f16, as f32."""
    data = open(path, "rb").read()
    length, = struct.unpack("<Q", data[:8])
    tensors = {}
    for name, tensor in json.loads(data[8:8 + length]).items():
        assert tensor["dtype"] == "F16", name
        begin, end = (8 + length + offset for offset in tensor["data_offsets"])
        values = np.frombuffer(data[begin:end], np.float16).astype(np.float32)
        tensors[name] = torch.from_numpy(values.reshape(tensor["shape"]))
    return tensors


def main():
    model = train_text.Llama()
    model.load_state_dict(weights(os.path.join(HERE, "../../examples/text/kjv.safetensors")))
    model.eval()
    rows = []
    for prompt in PROMPTS:
        ids = list(prompt.encode())
        for _ in range(COUNT):
            with torch.no_grad():
                logits = model(torch.tensor([ids]))[0, -1]
            first, second = logits.topk(2).values.tolist()
            assert first - second > MARGIN, (bytes(ids), first - second)
            ids.append(int(logits.argmax()))
        rows.append([prompt, bytes(ids[-COUNT:]).decode()])
        print(bytes(ids).decode())
    with open(os.path.join(HERE, "golden/kjv_generate.json"), "w") as f:
        json.dump({"torch": torch.__version__, "texts": rows}, f, indent=2)
        f.write("\n")


main()
