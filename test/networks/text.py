"""Inputs/text.graph in PyTorch: each network of its inputs and of p(name, shape...), its parameters."""
import math
import torch
import torch.nn.functional as F
from functions import layer
from layers import Net
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


def rms_norm(n, name, x, eps=1e-5):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps) * n.p(f"{name}.weight", x.shape[-1])


def causal(q, k, v, mask=None, scale=None):
    w = q @ k.transpose(-1, -2) * (q.shape[-1] ** -0.5 if scale is None else scale)
    return torch.softmax(w if mask is None else w + mask, -1) @ v


def llama_block(n, x):
    b, s, _ = x.shape
    frequencies = 1.0 / (10000.0 ** (torch.arange(0, 8, 2) / 8))
    turn = torch.polar(torch.ones(s, 4), torch.outer(torch.arange(s).double(), frequencies))

    def rope(x):  # pairs (i, i + D / 2), by complex numbers
        z = torch.complex(x[..., :4], x[..., 4:]) * turn
        return torch.cat([z.real, z.imag], -1)
    h = rms_norm(n, "attention_norm", x)
    heads = lambda name, count: n.linear(name, h, 8 * count, bias=False).view(b, s, count, 8).transpose(1, 2)
    q, k, v = rope(heads("wq", 4)), rope(heads("wk", 2)), heads("wv", 2)
    k, v = (t[:, :, None].expand(-1, -1, 2, -1, -1).reshape(b, 4, s, 8) for t in (k, v))
    a = causal(q, k, v, torch.full((s, s), -math.inf).triu(1))
    x = x + n.linear("wo", a.transpose(1, 2).reshape(b, s, 32), 32, bias=False)
    h = rms_norm(n, "ffn_norm", x)
    return x + n.linear("w2", F.silu(n.linear("w1", h, 48, bias=False)) * n.linear("w3", h, 48, bias=False), 32, bias=False)


def t5_encoder(n, ids, offsets):
    x = F.embedding((ids * 7 + offsets * 3 + torch.arange(9)) % 20, n.p("shared.weight", 20, 16))
    apart = torch.arange(9)[None, :] - torch.arange(9)[:, None]  # as transformers has it, 16 buckets, 16 apart at most
    bucket, size = (apart > 0).long() * 8, apart.abs()
    large = 4 + (torch.log(size.float() / 4) / math.log(16 / 4) * 4).long()
    bucket = bucket + torch.where(size < 4, size, torch.min(large, torch.full_like(large, 7)))
    bias = n.p("relative_attention_bias.weight", 16, 2)[bucket].permute(2, 0, 1)
    for i in "01":
        m = n[i]
        h = rms_norm(m, "norm0", x, 1e-6)
        q, k, v = (m.linear(name, h, 16, bias=False).view(2, 9, 2, 8).transpose(1, 2) for name in "qkv")
        x = x + m.linear("o", causal(q, k, v, bias, 1.0).transpose(1, 2).reshape(2, 9, 16), 16, bias=False)
        x = x + m.linear("wo", F.relu(m.linear("wi", rms_norm(m, "norm1", x, 1e-6), 32, bias=False)), 16, bias=False)
    return rms_norm(n, "final_layer_norm", x, 1e-6)


def mixture_of_experts(n, x):
    share, which = torch.softmax(n.linear("gate", x, 4, bias=False), -1).topk(2)
    share, y, load = share / share.sum(-1, keepdim=True), torch.zeros_like(x), []
    for e in range(4):
        rows, nth = torch.where((which == e).flatten(0, 1))
        load.append(len(rows))
        tokens = x.flatten(0, 1)[rows]
        out = n[str(e)].linear("fc2", F.gelu(n[str(e)].linear("fc1", tokens, 32)), 16) * share.flatten(0, 1)[rows, nth, None]
        y = y + torch.zeros(15, 16).index_add(0, rows, out).view(3, 5, 16)
    return y, torch.tensor(load)


def mamba(n, x):
    u, z = n.linear("in_proj", x, 32, bias=False).chunk(2, -1)
    u = F.silu(F.conv1d(u.transpose(1, 2), n.p("conv1d.weight", 16, 1, 4), n.p("conv1d.bias", 16), padding=3, groups=16)[..., :6]).transpose(1, 2)
    d, b, c = n.linear("x_proj", u, 9, bias=False).split([1, 4, 4], -1)
    delta, a = F.softplus(n.linear("dt_proj", d, 16)), -torch.exp(n.p("A_log", 16, 4))
    h, ys = torch.zeros(2, 16, 4), []
    for t in range(6):
        h = torch.exp(torch.einsum("bd,dn->bdn", delta[:, t], a)) * h + torch.einsum("bd,bn,bd->bdn", delta[:, t], b[:, t], u[:, t])
        ys.append(torch.einsum("bdn,bn->bd", h, c[:, t]))
    return n.linear("out_proj", (torch.stack(ys, 1) + u * n.p("D", 16)) * F.silu(z), 8, bias=False)


def rwkv(n, x):
    def mixed(m, x, name):
        mix = m.p(f"time_mix_{name}", 8)
        return x * mix + F.pad(x, (0, 0, 1, -1)) * (1 - mix)
    m, h = n["att"], n.layer_norm("ln1", x)
    k, v = m.linear("key", mixed(m, h, "k"), 8, bias=False), m.linear("value", mixed(m, h, "v"), 8, bias=False)
    r, w, u = m.linear("receptance", mixed(m, h, "r"), 8, bias=False).sigmoid(), torch.exp(m.p("time_decay", 8)), m.p("time_first", 8)
    out = []
    for t in range(5):  # the definition, without the trick against large exponents
        weights = torch.stack([torch.exp(-(t - 1 - i) * w + k[:, i]) for i in range(t)] + [torch.exp(u + k[:, t])])
        out.append((weights * v[:, : t + 1].transpose(0, 1)).sum(0) / weights.sum(0))
    x = x + m.linear("output", r * torch.stack(out, 1), 8, bias=False)
    m, h = n["ffn"], n.layer_norm("ln2", x)
    k = F.relu(m.linear("key", mixed(m, h, "k"), 16, bias=False)) ** 2
    return x + m.linear("receptance", mixed(m, h, "r"), 8, bias=False).sigmoid() * m.linear("value", k, 8, bias=False)


def sliding_window(n, x):
    m = n["attn"]
    hidden = torch.tensor([[not 0 <= i - j <= 3 for j in range(13)] for i in range(13)])
    y, _ = F.multi_head_attention_forward(
        *[x.transpose(0, 1)] * 3, 16, 2, m.p("in_proj_weight", 48, 16), m.p("in_proj_bias", 48), None, None, False, 0.0,
        m.p("out_proj.weight", 16, 16), m.p("out_proj.bias", 16), attn_mask=hidden)
    return y.transpose(0, 1)


def gru_attention(n, x, y0, lengths):
    count, p = lengths * 2 + 4, lambda name, *shape: n.p(name, *shape)
    memory, h = layer(p, "encoder", torch.nn.GRU, 5, 8, batch_first=True)(pack_padded_sequence(x, count, batch_first=True, enforce_sorted=False))
    memory, h = pad_packed_sequence(memory, batch_first=True, total_length=6)[0], h[0]
    keys, cell = n.linear("keys", memory, 8, bias=False), layer(p, "decoder", torch.nn.GRUCell, 12, 8)
    y, ys, all = y0, [], []
    for _ in range(3):
        score = n.linear("energy", torch.tanh(keys + n.linear("query", h, 8)[:, None]), 1, bias=False)[..., 0]
        w = score.masked_fill(torch.arange(6) >= count[:, None], -math.inf).softmax(1)
        context = (w[..., None] * memory).sum(1)
        h = cell(torch.cat([y, context], 1), h)
        y = n.linear("out", torch.cat([h, context], 1), 4)
        ys.append(y)
        all.append(w)
    return torch.stack(ys, 1), torch.stack(all, 1)


def gpt_step(n, x, keys, values, past):
    at = int(past) + 5
    q, k, v = n.linear("c_attn", n.layer_norm("ln_1", x), 48).view(1, 1, 3, 2, 8).permute(2, 0, 3, 1, 4)
    keys = torch.cat([keys[:, :, :at], k, keys[:, :, at + 1:]], 2)
    a = causal(q, keys[:, :, : at + 1], torch.cat([values[:, :, :at], v], 2))
    x = x + n.linear("c_proj", a.transpose(1, 2).reshape(1, 1, 16), 16)
    return x + n.linear("mlp_proj", F.gelu(n.linear("c_fc", n.layer_norm("ln_2", x), 64), approximate="tanh"), 16), keys


def gat(n, nodes, edges):
    x, near = nodes, edges.bool() | torch.eye(7, dtype=torch.bool)
    for i, heads, width in (0, 2, 4), (1, 1, 3):
        m, out = n[str(i)], []
        h = m.linear("lin", x, heads * width, bias=False).view(7, heads, width)
        source, target = m.p("source", heads, width), m.p("target", heads, width)
        for head in range(heads):
            rows = []
            for a in range(7):
                others = torch.where(near[a])[0]
                e = F.leaky_relu((h[a, head] * source[head]).sum() + (h[others, head] * target[head]).sum(1), 0.2)
                rows.append((e.softmax(0)[:, None] * h[others, head]).sum(0))
            out.append(torch.stack(rows))
        x = torch.cat(out, 1)
        x = F.elu(x) if i == 0 else x
    return F.log_softmax(x, 1)


def dlrm(n, numbers, names, more):
    x = F.relu(n.linear("bottom1", F.relu(n.linear("bottom0", numbers, 16)), 8))
    ids = names * 3 + more * 5
    all = torch.stack([x] + [F.embedding(ids[:, i], n.p(f"table{i}.weight", 9 + i, 8)) for i in range(3)], 1)
    rows, columns = torch.tril_indices(4, 4, -1)
    y = torch.cat([x, torch.bmm(all, all.transpose(1, 2))[:, rows, columns]], 1)
    p = n.linear("top1", F.relu(n.linear("top0", y, 12)), 1)[:, 0].sigmoid()
    return p, torch.autograd.grad(p.sum(), numbers)[0]


TWINS = Net.twins(llama_block, t5_encoder, mixture_of_experts, mamba, rwkv, sliding_window, gru_attention, gpt_step, gat, dlrm)
