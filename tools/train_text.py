#!/usr/bin/python3
"""Train the small language model of examples/llama.graph on the King James Bible, byte by byte.

    tools/train_text.py [--steps 1500] [--out examples/text]

The text is Debian's bible-kjv-text (in the public domain: the translation is of 1611), which `bible` of bible-kjv prints.
Needs these two, python3-torch, and libopenblas0-pthread, without which it takes hours. One thread and a fixed seed; half an hour.
Writes, in the output folder:
    kjv.safetensors  the weights (f16), under Hugging Face's names of LlamaForCausalLM
    kjv.json         PyTorch's bits per byte on the part that it has not seen, with these weights; its version, the seed
    kjv.txt          that part: the last verses
"""
import argparse, json, math, os, re, subprocess, time
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
import safetensors

SEED = 20
HELD_OUT = 100000  # bytes
CONTEXT = 256


class RmsNorm(nn.Module):
    def __init__(self, width, eps=1e-5):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(width)), eps

    def forward(self, x):
        return self.weight * (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps))


def rotate(x, start=0, base=10000.0):
    """Rotary embedding of x [N, heads, S, D], whose first position is `start`: the halves of D are the pairs, as in
    Hugging Face's Llama."""
    size, width = x.shape[2], x.shape[3]
    frequencies = base ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)
    angles = torch.arange(start, start + size, dtype=torch.float64)[:, None] * frequencies
    angles = torch.cat([angles, angles], dim=1)
    cos, sin = angles.cos().to(x.dtype), angles.sin().to(x.dtype)
    return x * cos + torch.cat([-x[..., width // 2:], x[..., :width // 2]], dim=-1) * sin


class Attention(nn.Module):
    def __init__(self, width, heads, groups):
        super().__init__()
        self.heads, self.groups, size = heads, groups, width // heads
        self.q_proj = nn.Linear(width, width, bias=False)
        self.k_proj = nn.Linear(width, groups * size, bias=False)
        self.v_proj = nn.Linear(width, groups * size, bias=False)
        self.o_proj = nn.Linear(width, width, bias=False)

    def forward(self, x):
        n, s, width = x.shape
        size, queries = width // self.heads, self.heads // self.groups
        q = rotate(self.q_proj(x).view(n, s, self.heads, size).transpose(1, 2))
        k = rotate(self.k_proj(x).view(n, s, self.groups, size).transpose(1, 2))
        v = self.v_proj(x).view(n, s, self.groups, size).transpose(1, 2)
        k, v = (t.repeat_interleave(queries, dim=1) for t in (k, v))
        scores = q @ k.transpose(2, 3) / math.sqrt(size)
        scores = scores.masked_fill(torch.ones(s, s, dtype=torch.bool).triu(1), -math.inf)
        return self.o_proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(n, s, width))


class Mlp(nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.gate_proj = nn.Linear(width, hidden, bias=False)
        self.up_proj = nn.Linear(width, hidden, bias=False)
        self.down_proj = nn.Linear(hidden, width, bias=False)

    def forward(self, x):
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Layer(nn.Module):
    def __init__(self, width, heads, groups, hidden):
        super().__init__()
        self.input_layernorm, self.post_attention_layernorm = RmsNorm(width), RmsNorm(width)
        self.self_attn, self.mlp = Attention(width, heads, groups), Mlp(width, hidden)

    def forward(self, x):
        x = x + self.self_attn(self.input_layernorm(x))
        return x + self.mlp(self.post_attention_layernorm(x))


class Model(nn.Module):
    def __init__(self, words, width, layers, heads, groups, hidden):
        super().__init__()
        self.embed_tokens = nn.Embedding(words, width)
        self.layers = nn.ModuleList(Layer(width, heads, groups, hidden) for _ in range(layers))
        self.norm = RmsNorm(width)

    def forward(self, ids):
        x = self.embed_tokens(ids)
        for layer in self.layers:
            x = layer(x)
        return self.norm(x)


class Llama(nn.Module):
    """examples/llama.graph, parameter for parameter: Llama 2 (Touvron et al., 2023) with grouped queries."""

    def __init__(self, words=256, width=128, layers=6, heads=4, groups=2, hidden=384):
        super().__init__()
        self.model = Model(words, width, layers, heads, groups, hidden)
        self.lm_head = nn.Linear(width, words, bias=False)

    def forward(self, ids):
        return self.lm_head(self.model(ids))


def text():
    """The whole text, a verse a line, without the verses' numbers."""
    printed = subprocess.run(["bible", "-f"], input="gen1:1-rev22:21\n", capture_output=True, text=True, check=True)
    verses = re.findall(r"^\w+:\d+ (.*)$", printed.stdout, re.MULTILINE)[1:]  # It opens at the first verse.
    assert len(verses) == 31102, len(verses)
    return "\n".join(verses).encode() + b"\n"


def bits_per_byte(model, data):
    """Of the bytes of `data` in pieces of CONTEXT + 1, each of which predicts all its bytes but the first; what is left
    at the end is not counted."""
    pieces = torch.from_numpy(data[:len(data) // (CONTEXT + 1) * (CONTEXT + 1)].astype(np.int64)).view(-1, CONTEXT + 1)
    model.eval()
    with torch.no_grad():
        loss = sum(F.cross_entropy(model(p[:, :-1]).flatten(0, 1), p[:, 1:].flatten(), reduction="sum").double().item()
                   for p in pieces.split(16))
    model.train()
    return loss / (len(pieces) * CONTEXT) / math.log(2)


def rounded(model):
    """A copy whose weights are those of f16."""
    copy = Llama()
    copy.load_state_dict({name: t.half().float() for name, t in model.state_dict().items()})
    return copy


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--out", default=os.path.join(os.path.dirname(__file__), "..", "examples", "text"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    data = np.frombuffer(text(), np.uint8)
    train, held_out = data[:-HELD_OUT], data[-HELD_OUT:]

    model = Llama()
    for name, parameter in model.named_parameters():
        if parameter.dim() == 2:
            nn.init.normal_(parameter, std=0.05 if "embed" in name or "head" in name else parameter.shape[1] ** -0.5)
    matrices = [p for p in model.parameters() if p.dim() == 2]
    others = [p for p in model.parameters() if p.dim() != 2]
    optimizer = torch.optim.AdamW([{"params": matrices, "weight_decay": 0.05}, {"params": others, "weight_decay": 0}],
                                  betas=(0.9, 0.98))
    begin, mean = time.time(), 0
    for step in range(options.steps):
        rate = 3e-3 * min((step + 1) / 100, 0.02 + 0.98 * (0.5 + 0.5 * math.cos(math.pi * step / options.steps)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        starts = random.integers(0, len(train) - CONTEXT - 1, 8)
        batch = torch.from_numpy(np.stack([train[s:s + CONTEXT + 1] for s in starts]).astype(np.int64))
        loss = F.cross_entropy(model(batch[:, :-1]).flatten(0, 1), batch[:, 1:].flatten())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        mean = loss.item() if step == 0 else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 49:
            print(f"step {step + 1}: {mean / math.log(2):.3f} bits a byte, {time.time() - begin:.0f} s", flush=True)

    model = rounded(model)
    bits = bits_per_byte(model, held_out)
    os.makedirs(options.out, exist_ok=True)
    safetensors.write(os.path.join(options.out, "kjv.safetensors"),
                      {name: t.half().numpy() for name, t in model.state_dict().items()})
    with open(os.path.join(options.out, "kjv.txt"), "wb") as f:
        f.write(held_out.tobytes())
    with open(os.path.join(options.out, "kjv.json"), "w") as f:
        json.dump({"bits_per_byte": round(bits, 6), "bytes": len(held_out), "torch": torch.__version__, "seed": SEED,
                   "steps": options.steps}, f, indent=2)
        f.write("\n")
    print(f"{bits:.4f} bits a byte on what it has not seen")


if __name__ == "__main__":
    main()
