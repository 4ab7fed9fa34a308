"""test/primitives/Inputs/functions.graph in PyTorch: for each graph what it computes, of its inputs and of p(name, shape...),
the parameters that `--weights random:1` gives."""
import math
import torch
import torch.nn.functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


def constants(p, x):
    return (torch.eye(4, 6) + torch.ones(6), torch.tril(x, -1), torch.triu(x, 2), torch.tril(x) + torch.triu(x),
            torch.arange(9, 2, -2), torch.arange(0.5, 2.75, 0.5), x + 2.5 + 1, torch.linspace(-1.5, 2, 7), (x > 0).long() + 1, torch.arange(2, 7))


def moved(p, x, v):
    parts = torch.chunk(x, 3, 1)
    return (parts[0], parts[2], torch.roll(x, [2, -1], [1, 3]) + torch.roll(x, 9, 2), torch.flip(x, [1, 3]) + torch.flip(x, [2]),
            F.pixel_shuffle(x, 2), F.pixel_unshuffle(x, 2), x.repeat_interleave(2, 1), F.pad(v, [-2, 1]), F.pad(v[None, None], [3, 1, 0, 0], "circular")[0, 0],
            torch.take_along_dim(v, torch.tensor([[4, 0, 2, 2]]), 1), F.pad(x[:, :, 1:], [1, 3, 0, 0], "circular"), F.pad(x[..., 2:], [0, 1, 0, 0], "reflect"))


def stepped(p, x, y):
    w_h, b_h, w_x, b_x = p("rnn.hidden.weight", 4, 4), p("rnn.hidden.bias", 4), p("rnn.in.weight", 4, 7), p("rnn.in.bias", 4)
    h, a, b = torch.zeros(3, 4), [], []
    for t in range(10):
        h = torch.tanh(F.linear(h, w_h, b_h) + F.linear(x[:, t], w_x, b_x))
        a.append(h * y[:, t])
        b.append(h)
    one, two, d = x[:, 0], x[:, 1], []
    for t in range(9, -1, -1):
        d.append(two - x[:, t])
        one, two = one + x[:, t], two * 0.5 + x[:, t]
    a, b, d = torch.stack(a, 1), torch.stack(b, 1), torch.stack(d[::-1], 1)
    return h, a, b, one + two, d, torch.autograd.grad((a * a).sum() + (d * d).sum(), x)[0]


def scanned(p, x, y):
    a = torch.cummax(x, 2)[0]
    b, c = [y[:, 0]], [y[..., 6]]
    for t in range(1, 5):
        b.append(x[:, t] * b[-1] + y[:, t])
    for t in range(5, -1, -1):
        c.append(x[..., t] * c[-1] + y[..., t])
    b, c = torch.stack(b, 1), torch.stack(c[::-1], -1)
    return a, b, c, x[:, 0:1], *torch.autograd.grad((a * a).sum() + (b * b).sum() + (c * c).sum(), (x, y))


def reduced(p, x, y):
    a, b, c, d = torch.cumsum(x, 1), torch.cumprod(x, -1), torch.logsumexp(x, 1), torch.var(x)
    e, f, g = torch.std(x, [0, 2], unbiased=False), torch.logsumexp(x, 2, True), torch.var(x, 1, keepdim=True)
    h, i, j, k, l = torch.norm(x, dim=1), torch.norm(x, 1, 1), torch.norm(x, math.inf, 2), torch.norm(x), torch.norm(x, 3, 1)
    m, n, o = F.normalize(x), F.glu(y), torch.cumsum(x > 0, 2)
    loss = (a * b).sum() + (c * c).sum() + d + e.sum() + f.sum() + (g * h[:, None]).sum() + i.sum() + j.sum() + l.sum() + (m * x).sum()
    return a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, torch.autograd.grad(loss, x)[0]


def products(p, a, b, s, t, i, j):
    e, g, h = torch.einsum("bij,bjk,k->kb", [a, b, t]), torch.einsum("bij,bjk->ijk", a, b), torch.einsum("...ij,...jk", a, b)
    return (torch.einsum("bij,bjk->bik", a, b), torch.einsum("ii->i", s), e, torch.einsum("ii", s), g, h, torch.matmul(i * 3 - 1, j + 2), (i * 5 - 2) ** 3,
            (i * 2 - 3) ** (j[0, 0:3, 0:4] * 4 + i), torch.einsum("ij,kj->ik", s, s), torch.einsum("ij,bjk->ik", i, j),
            torch.autograd.grad((e * e).sum() + (g * g).sum() + h.sum(), a)[0])


def windows(p, x, y, z):
    a = F.conv3d(torch.cat([y, y * y]), p("conv3d.weight", 6, 2, 2, 3, 1), p("conv3d.bias", 6), [1, 2, 1], [1, 0, 0], [2, 1, 1], 2)
    b = F.conv_transpose1d(x, p("conv_transpose1d.weight", 4, 3, 4), p("conv_transpose1d.bias", 6), 2, 1, 1, 2)
    c, d = F.max_pool1d(x, 3, 2, 1), F.avg_pool1d(x, 3, 2, 1, count_include_pad=False)
    e, f = F.max_pool3d(y, 2, padding=[1, 0, 1]), F.avg_pool3d(y, [3, 2, 2], 2, [1, 1, 1], ceil_mode=True)
    g, h, i = F.adaptive_max_pool2d(z, [3, 4]), F.adaptive_max_pool1d(x, 3), F.adaptive_avg_pool1d(x, 4)
    j = F.instance_norm(z, weight=p("instance_norm.weight", 3), bias=p("instance_norm.bias", 3))
    k = F.prelu(z, p("prelu.weight", 3))
    l, m = F.interpolate(z, [13, 9], mode="bicubic"), F.interpolate(z, [14, 5], mode="bicubic", align_corners=True)
    n = F.interpolate(z, scale_factor=[0.6, 2], mode="bicubic")
    o = F.conv3d(y, torch.full([2, 4, 4, 1, 4], 0.25, dtype=y.dtype), torch.tensor([0.5, -0.5], dtype=y.dtype))
    q = F.prelu(F.conv_transpose1d(F.instance_norm(x), torch.full([4, 2, 3], 0.5, dtype=x.dtype), padding=1), torch.tensor([0.25], dtype=x.dtype))
    loss = sum((v * v).sum() for v in (a, b, c, d, e, f, h, i, o))
    dz = torch.autograd.grad((g * g).sum() + (j * j * j).sum() + sum((v * v).sum() for v in (k, l, m, n)), z)[0]
    return a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, q, *torch.autograd.grad(loss, (x, y)), dz


def sampled(p, x, at, theta):
    grid = at * 1.75
    a, b = F.grid_sample(x, grid, align_corners=False), F.grid_sample(x, grid, padding_mode="border", align_corners=True)
    c = F.grid_sample(x, grid, padding_mode="reflection", align_corners=False)
    d, e = F.grid_sample(x, grid, "nearest", align_corners=False), F.grid_sample(x, grid, "nearest", "reflection", True)
    f = F.grid_sample(x, grid, padding_mode="reflection", align_corners=True)
    g, h = F.affine_grid(theta, [2, 3, 4, 3], align_corners=False), F.affine_grid(theta, [2, 3, 4, 3], align_corners=True)
    return a, b, c, d, e, f, g, h, *torch.autograd.grad((a * a).sum() + (b * b).sum() + (c * c).sum(), (x, at))


def layer(p, name, kind, *arguments, **options):
    """A recurrent module of torch.nn with the parameters of that name."""
    made = kind(*arguments, **options).to(torch.get_default_dtype())
    for key, value in made.named_parameters():
        value.data = p(f"{name}.{key}", *value.shape)
    return made


def cells(p, x, h, c, n, h0, c0):
    a, b = layer(p, "lstm_cell", torch.nn.LSTMCell, 5, 4)(x[:, 0], (h, c))
    d = layer(p, "gru_cell", torch.nn.GRUCell, 5, 4)(x[:, 1], h)
    e = layer(p, "rnn_cell", torch.nn.RNNCell, 5, 4, nonlinearity="relu")(x[:, 2])
    packed = pack_padded_sequence(x, n * 3 + torch.tensor([3, 1, 2]), batch_first=True, enforce_sorted=False)
    unpacked = lambda y: pad_packed_sequence(y, batch_first=True, total_length=6)[0]
    f, (g, i) = layer(p, "lstm", torch.nn.LSTM, 5, 4, 2, batch_first=True, bidirectional=True)(packed, (h0, c0))
    j, k = layer(p, "gru", torch.nn.GRU, 5, 4, batch_first=True)(packed)
    l, m = layer(p, "rnn", torch.nn.RNN, 5, 4, batch_first=True, bidirectional=True, bias=False)(packed)
    f, j, l = unpacked(f), unpacked(j), unpacked(l)
    loss = (a * b).sum() + (d * e).sum() + (f * f).sum() + g.sum() + (i * i).sum() + (j * j).sum() + k.sum() + (l * m[0, :, None, 0:1]).sum()
    return a, b, d, e, f, g, i, j, k, l, m, torch.autograd.grad(loss, x)[0]


TWINS = {f.__name__: f for f in (constants, moved, stepped, scanned, reduced, products, windows, sampled, cells)}
