"""The rows of what has windows, weights or a sequence."""
from program import FLOATS, Skip, numel
from rules import call, floats, rule


def window(p, axes, sizes, kernel, stride, padding, dilation):
    """The result's sizes, or None where the window does not fit."""
    out = []
    for i in range(axes):
        room = sizes[i] + padding[i] + padding[axes + i] - dilation[i] * (kernel[i] - 1) - 1
        if room < 0:
            return None
        out.append(room // stride[i] + 1)
    return out


def choose(p, axes, choices):
    """A size for all axes or one for each: the text and the sizes."""
    if axes > 1 and p.chance(0.3):
        sizes = [p.rng.choice(choices) for _ in range(axes)]
        return str(sizes), sizes
    size = p.rng.choice(choices)
    return str(size), [size] * axes


def paddings(p, axes, most=2):
    kind = p.rng.random()
    if kind < 0.25:
        amounts = [p.rng.randint(0, most) for _ in range(2 * axes)]
        return str(amounts), amounts
    text, amounts = choose(p, axes, range(most + 1))
    return text, amounts * 2


@rule("conv1d", "conv2d", "nn.conv1d", "nn.conv2d")
def convolution(p, name):
    axes = int(name[-2])
    elem = p.elem(FLOATS)
    n, groups = p.rng.choice((1, 1, 2, 3)), p.rng.choice((1, 1, 1, 2, 3))
    kind = p.rng.random()
    inner = p.rng.choice((1, 2, 3, 4, 5, 8, 16, 17)) if groups == 1 else p.rng.choice((1, 2, 4))
    channels = inner * groups
    outer = groups * p.rng.choice((1, 2, 3, 4, 8, 16, 17, 33) if groups == 1 else (1, 2, 3))
    if kind < 0.15:  # depthwise
        groups = channels = p.rng.choice((2, 3, 8, 17))
        outer = channels * p.rng.choice((1, 1, 2))
        inner = 1
    sizes = [p.rng.choice((1, 2, 3, 5, 7, 8, 9, 12, 17)) for _ in range(axes)]
    text_k, kernel = choose(p, axes, (1, 1, 2, 3, 3, 5))
    text_s, stride = choose(p, axes, (1, 1, 1, 2, 3))
    text_d, dilation = choose(p, axes, (1, 1, 1, 2))
    text_p, padding = paddings(p, axes)
    out = window(p, axes, sizes, kernel, stride, padding, dilation)
    if out is None or numel(sizes) * channels * n > 20000 or numel(out) * outer * n * numel(kernel) * inner > 600000:
        raise Skip
    x = p.small(p.of(elem, (n, channels, *sizes)))
    options = [f"{key}={text}" for key, text, default in (("stride", text_s, "1"), ("padding", text_p, "0"), ("dilation", text_d, "1"), ("groups", str(groups), "1"))
               if text != default or p.chance(0.1)]
    if name.startswith("nn."):
        bias = [] if p.chance(0.7) else ["bias=false"]
        expression = f"{call(p, name, x, outer, text_k, *options, *bias)} @ {p.name('l')}"
    else:
        weight = p.small(p.of(elem, (outer, inner, *kernel), weight=True), 2.0)
        bias = [] if p.chance(0.4) else [p.of(elem, (outer,), weight=True)]
        expression = call(p, name, x, weight, *bias, *options)
    return activated(p, expression, elem, (n, outer, *out), x.most * 2 * inner * numel(kernel) ** 0.5 + 16)


def activated(p, expression, elem, shape, most):
    """A product, sometimes with what may be fused behind it."""
    if p.chance(0.3):
        function = p.rng.choice(("relu", "sigmoid", "tanh", "silu", "gelu", "hardswish"))
        p.used.append(function)
        expression = f"{function}({expression})"
    return p.emit(expression, elem, shape, False, most)


@rule("conv_transpose2d", "nn.conv_transpose2d")
def transposed(p, name):
    elem = p.elem(FLOATS)
    n, groups = p.rng.choice((1, 2)), p.rng.choice((1, 1, 2))
    channels, outer = groups * p.rng.choice((1, 2, 3, 5, 8)), groups * p.rng.choice((1, 2, 3, 8))
    sizes = [p.rng.choice((1, 2, 3, 5, 7)) for _ in range(2)]
    text_k, kernel = choose(p, 2, (1, 2, 3, 4))
    text_s, stride = choose(p, 2, (1, 2, 3))
    text_d, dilation = choose(p, 2, (1, 1, 2))
    text_p, padding = paddings(p, 2, 1)
    extra = [p.rng.randint(0, max(s, d) - 1) if p.chance(0.4) else 0 for s, d in zip(stride, dilation)]
    out = [(sizes[i] - 1) * stride[i] - padding[i] - padding[2 + i] + dilation[i] * (kernel[i] - 1) + extra[i] + 1 for i in range(2)]
    if min(out) < 1:
        raise Skip
    x = p.small(p.of(elem, (n, channels, *sizes)))
    options = [f"{key}={text}" for key, text, default in (("stride", text_s, "1"), ("padding", text_p, "0"), ("output_padding", str(extra), "[0, 0]"),
                                                          ("groups", str(groups), "1"), ("dilation", text_d, "1")) if text != default]
    if name.startswith("nn."):
        expression = f"{call(p, name, x, outer, text_k, *options, *([] if p.chance(0.7) else ['bias=false']))} @ {p.name('l')}"
    else:
        weight = p.small(p.of(elem, (channels, outer // groups, *kernel), weight=True), 2.0)
        bias = [] if p.chance(0.4) else [p.of(elem, (outer,), weight=True)]
        expression = call(p, name, x, weight, *bias, *options)
    return activated(p, expression, elem, (n, outer, *out), x.most * 2 * channels * numel(kernel) ** 0.5 + 16)


def image(p):
    return p.small(p.any(FLOATS, rank=4, test=lambda v: 0 not in v.shape) if p.chance(0.5) else
                   p.of(p.elem(FLOATS), (p.rng.choice((1, 2)), p.rng.choice((1, 3, 8, 17)), p.rng.choice((1, 4, 7, 9)), p.rng.choice((1, 3, 8, 12)))), 64.0)


@rule("max_pool2d", "avg_pool2d")
def pool(p, name):
    x = image(p)
    text_k, kernel = choose(p, 2, (1, 2, 3))
    text_s, stride = choose(p, 2, (1, 2, 3))
    text_p, padding = (paddings(p, 2, 1) if min(kernel) > 1 else ("0", [0] * 4))
    text_d, dilation = choose(p, 2, (1, 1, 2)) if name == "max_pool2d" else ("1", [1, 1])
    ceil = p.chance(0.3)
    out = []
    for i in range(2):
        room = x.shape[2 + i] + padding[i] + padding[2 + i] - dilation[i] * (kernel[i] - 1) - 1
        if room < 0:
            raise Skip
        size = -(-room // stride[i]) + 1 if ceil else room // stride[i] + 1
        if ceil and (size - 1) * stride[i] >= x.shape[2 + i] + padding[i]:
            size -= 1
        out.append(size)
    options = [f"stride={text_s}", f"padding={text_p}"] + ([f"dilation={text_d}"] if text_d != "1" else []) + (["ceil_mode=true"] if ceil else [])
    if name == "avg_pool2d" and p.chance(0.3):
        options.append("count_include_pad=false")
    return p.emit(call(p, name, x, text_k, *options), x.elem, x.shape[:2] + tuple(out), x.exact and name == "max_pool2d", x.most)


@rule("adaptive_avg_pool2d")
def adaptive(p, name):
    x = image(p)
    text, sizes = choose(p, 2, (1, 1, 2, 3, 7))
    return p.emit(call(p, name, x, text), x.elem, x.shape[:2] + tuple(sizes), False, x.most)


@rule("interpolate")
def interpolate(p, name):
    x = image(p)
    mode = p.rng.choice(("nearest", "bilinear"))
    if p.chance(0.5):
        text, sizes = choose(p, 2, (1, 2, 5, 8, 13))
        where = f"size={text}"
    else:
        factors = [p.rng.choice((2, 3, 0.5, 1.5, 2.0))] * 2
        sizes = [int(x.shape[2 + i] * factors[i]) for i in range(2)]
        where = f"scale_factor={factors[0]}"
    if min(sizes) < 1 or numel(x.shape[:2]) * numel(sizes) > 8000:
        raise Skip
    options = ['mode="bilinear"'] + (["align_corners=true"] if p.chance(0.4) else []) if mode == "bilinear" else []
    return p.emit(call(p, name, x, where, *options), x.elem, x.shape[:2] + tuple(sizes), x.exact and mode == "nearest", x.most)


@rule("matmul")
def matmul(p, name):
    a = p.small(floats(p, low=1, test=lambda v: 0 not in v.shape))
    inner, columns = a.shape[-1], p.rng.choice((1, 1, 2, 3, 8, 16, 17, 33))
    kind = p.rng.random()
    if a.rank == 1 and kind < 0.4:
        b, shape = p.of(a.elem, (inner,)), ()
    elif kind < 0.2:
        b, shape = p.of(a.elem, (inner,), weight=True), a.shape[:-1]
    elif kind < 0.65 or a.rank == 1:
        b, shape = p.of(a.elem, (inner, columns), weight=True), a.shape[:-1] + (columns,)
    else:
        lead = [s if p.chance(0.7) else 1 for s in a.shape[:-2]]
        b = p.of(a.elem, (*lead, inner, columns), weight=p.chance(0.3))
        shape = a.shape[:-1] + (columns,)
    b = p.small(b)
    if numel(shape) > 8000:
        raise Skip
    return activated(p, call(p, name, a, b), a.elem, shape, a.most * b.most * inner ** 0.5 * 2)


@rule("linear", "nn.linear")
def linear(p, name):
    x = p.small(floats(p, low=1, test=lambda v: 0 not in v.shape))
    width = p.rng.choice((1, 1, 2, 3, 7, 8, 16, 17, 33, 64))
    shape = x.shape[:-1] + (width,)
    if numel(shape) > 8000:
        raise Skip
    if name == "nn.linear":
        expression = f"{call(p, name, x, width, *([] if p.chance(0.7) else ['false']))} @ {p.name('l')}"
    else:
        weight = p.small(p.of(x.elem, (width, x.shape[-1]), weight=True), 2.0)
        expression = call(p, name, x, weight, *([] if p.chance(0.4) else [p.of(x.elem, (width,), weight=True)]))
    return activated(p, expression, x.elem, shape, x.most * 2 * x.shape[-1] ** 0.5 * 2 + 4)


@rule("nn.embedding")
def embedding(p, name):
    rows, width = p.rng.choice((1, 2, 5, 9)), p.rng.choice((1, 3, 8, 17))
    ids = p.indices(p.elem(("i32", "i64")), p.shape(most=100), rows)
    elem = p.elem(FLOATS)
    kind = [] if elem == "f32" else [f"dtype={elem}"]
    return p.emit(f"{call(p, name, ids, rows, width, *kind)} @ {p.name('l')}", elem, ids.shape + (width,), True, 2.0)


# Normalisation. An axis of one element has no spread: what is left of it is the error of the mean, times 1 / sqrt(eps).

def spread(v, axes):
    return v.exact or numel(axes) > 2


@rule("batch_norm", "nn.batch_norm")
def batch_norm(p, name):
    x = p.small(floats(p, low=2, test=lambda v: 0 not in v.shape), 64.0)
    eps = [] if p.chance(0.6) else [f"eps={p.rng.choice(('1e-3', '0.01'))}"]
    if name.startswith("nn."):
        return p.emit(f"{call(p, name, x, *eps)} @ {p.name('l')}", x.elem, x.shape, False, 4 * x.most + 4)
    c = (x.shape[1],)
    mean, scale = p.small(p.of(x.elem, c, weight=True)), p.of(x.elem, c, weight=True)
    variance = f"abs({scale}) + 0.5"
    affine = [] if p.chance(0.4) else [p.small(p.of(x.elem, c, weight=True))]
    affine += [p.small(p.of(x.elem, c, weight=True))] if affine and p.chance(0.6) else []
    return p.emit(call(p, name, x, mean, variance, *affine, *eps), x.elem, x.shape, False, 8 * x.most + 16)


@rule("layer_norm", "rms_norm", "nn.layer_norm", "nn.rms_norm")
def layer_norm(p, name):
    axes = p.rng.choice((1, 1, 2, 3))
    x = p.small(floats(p, low=1, test=lambda v: 0 not in v.shape), 64.0)
    axes = 1 if name.startswith("nn.") else min(axes, x.rank)
    if "rms" not in name and not spread(x, x.shape[-axes:]):
        raise Skip
    eps = [] if p.chance(0.6) else [f"eps={p.rng.choice(('1e-3', '0.01'))}"]
    most = 2 * numel(x.shape[-axes:]) ** 0.5 + 4
    if name.startswith("nn."):
        return p.emit(f"{call(p, name, x, *eps)} @ {p.name('l')}", x.elem, x.shape, False, most)
    last = list(x.shape[-axes:])
    shape = last[0] if axes == 1 and p.chance(0.5) else last
    affine = [] if p.chance(0.4) else [p.small(p.of(x.elem, last, weight=True), 2.0)]
    if affine and "rms" not in name and p.chance(0.6):
        affine.append(p.small(p.of(x.elem, last, weight=True), 2.0))
    return p.emit(call(p, name, x, shape, *affine, *eps), x.elem, x.shape, False, 2 * most)


@rule("group_norm", "nn.group_norm")
def group_norm(p, name):
    x = p.small(floats(p, low=2, test=lambda v: 0 not in v.shape), 64.0)
    c = x.shape[1]
    groups = p.rng.choice([g for g in range(1, c + 1) if c % g == 0])
    if not spread(x, (c // groups, *x.shape[2:])):
        raise Skip
    eps = [] if p.chance(0.6) else ["eps=1e-3"]
    most = 2 * numel((c // groups, *x.shape[2:])) ** 0.5 + 4
    if name.startswith("nn."):
        return p.emit(f"{call(p, name, x, groups, *eps)} @ {p.name('l')}", x.elem, x.shape, False, most)
    affine = [] if p.chance(0.4) else [p.small(p.of(x.elem, (c,), weight=True), 2.0) for _ in range(p.rng.choice((1, 2)))]
    return p.emit(call(p, name, x, groups, *affine, *eps), x.elem, x.shape, False, 2 * most)


# Sequences

@rule("attention")
def attention(p, name):
    elem = p.elem(FLOATS)
    lead = [p.rng.choice((1, 2, 3)) for _ in range(p.rng.choice((0, 1, 2, 2)))]
    other = [s if p.chance(0.8) else 1 for s in lead]
    sq, sk, width, out = (p.rng.choice((1, 2, 5, 9, 16, 17, 33)) for _ in range(4))
    sk = sq if p.chance(0.4) else sk
    q, k = p.small(p.of(elem, (*lead, sq, width))), p.small(p.of(elem, (*other, sk, width)))
    v = p.small(p.of(elem, (*other, sk, out)))
    options = []
    if p.chance(0.3):
        mask = p.of("bool" if "bool" in p.elems and p.chance(0.5) else elem, (*[s if p.chance(0.5) else 1 for s in lead], p.rng.choice((1, sq)), sk))
        options.append(f"mask={mask}" if mask.elem != "bool" else f"mask={mask} or arange({sk}) == 0")
        if mask.elem == "bool":
            p.used.append("arange")
    causal = p.chance(0.4)
    if causal:
        options.append("causal=true")
    if p.chance(0.2):
        options.append("scale=0.5")
    if p.chance(0.3) and not (causal and sq > sk) and any(e in p.elems for e in ("i32", "i64")):
        options.append(f"length={p.place(sq if causal else 1, sk)}")
    return p.emit(call(p, name, q, k, v, *options), elem, (*lead, sq, out), False, v.most)


@rule("nn.multi_head_attention")
def heads(p, name):
    elem = p.elem(FLOATS)
    n, sq, count = p.rng.choice((1, 2)), p.rng.choice((1, 3, 8, 17)), p.rng.choice((1, 2, 3))
    width = count * p.rng.choice((1, 2, 4, 8))
    q = p.small(p.of(elem, (n, sq, width)))
    k = q if p.chance(0.5) else p.small(p.of(elem, (n, p.rng.choice((1, 3, 9)), width)))
    v = k if p.chance(0.7) else p.small(p.of(elem, k.shape))
    options = (["causal=true"] if p.chance(0.4) else []) + (["bias=false"] if p.chance(0.3) else [])
    most = k.shape[1]
    least = sq if "causal=true" in options else 1
    if p.chance(0.2) and least <= most and any(e in p.elems for e in ("i32", "i64")):
        options.append(f"length={p.place(least, most)}")
    return p.emit(f"{call(p, name, q, k, v, count, *options)} @ {p.name('l')}", elem, q.shape, False, 32.0)


@rule("lstm", "gru", "rnn", "nn.lstm", "nn.gru", "nn.rnn")
def recurrent(p, name):
    elem = p.elem(FLOATS)
    kind = name.replace("nn.", "")
    gates = {"lstm": 4, "gru": 3, "rnn": 1}[kind]
    n, steps, width, hidden = p.rng.choice((1, 1, 2, 3)), p.rng.choice((1, 2, 5)), p.rng.choice((1, 3, 8)), p.rng.choice((1, 2, 5, 8, 17))
    layers, two = p.rng.choice((1, 1, 2)), p.chance(0.3)
    ways = 2 if two else 1
    x = p.small(p.of(elem, (n, steps, width)), 4.0)
    state = (layers * ways, n, hidden)
    options = ([f"num_layers={layers}"] if layers > 1 else []) + (["bidirectional=true"] if two else [])
    if kind == "rnn" and p.chance(0.4):
        options.append('nonlinearity="relu"')
    if not two and p.chance(0.3):
        options.append("reverse=true")
    states = [p.small(p.of(elem, state), 2.0) for _ in range(2 if kind == "lstm" else 1)] if p.chance(0.4) else []
    if name.startswith("nn."):
        bias = ["bias=false"] if p.chance(0.3) else []
        given = [f"{n}={v}" for n, v in zip(("h0", "c0"), states)]
        expression = f"{call(p, name, x, hidden, *options, *given, *bias)} @ {p.name('l')}"
    else:
        weights, inputs = [], width
        bias = p.chance(0.6)
        for _ in range(layers):
            for _ in range(ways):
                shapes = [(gates * hidden, inputs), (gates * hidden, hidden)] + [(gates * hidden,)] * (2 if bias else 0)
                weights += [p.small(p.of(elem, shape, weight=True), 1.0) for shape in shapes]
            inputs = ways * hidden
        expression = call(p, name, x, f"[{', '.join(map(str, states))}]" if states else "none", f"[{', '.join(map(str, weights))}]", hidden, *options)
    most = 1.0 if kind != "rnn" or "relu" not in str(options) else 4000.0
    if most > 1 and (steps > 2 or hidden > 8 or layers > 1):
        raise Skip
    parts = [(elem, (n, steps, ways * hidden), False, most), (elem, state, False, most)]
    if kind == "lstm":
        parts.append((elem, state, False, 8.0))
    return p.emit_several(expression, parts)


# What the library has beside these.

@rule("nn.conv3d")
def conv3d(p, name):
    elem, groups = p.elem(FLOATS), p.rng.choice((1, 1, 2))
    n, channels, outer = p.rng.choice((1, 2)), groups * p.rng.choice((1, 3)), groups * p.rng.choice((1, 3, 5))
    sizes = [p.rng.choice((1, 3, 4, 6)) for _ in range(3)]
    (text_k, kernel), (text_s, stride), (text_d, dilation), (text_p, padding) = (choose(p, 3, c) for c in ((1, 2, 3), (1, 1, 2), (1, 1, 2), (0, 1)))
    out = window(p, 3, sizes, kernel, stride, padding * 2, dilation)
    if out is None:
        raise Skip
    x = p.small(p.of(elem, (n, channels, *sizes)))
    options = [f"stride={text_s}", f"padding={text_p}", f"dilation={text_d}", f"groups={groups}"]
    return p.emit(f"{call(p, name, x, outer, text_k, *options)} @ {p.name('l')}", elem, (n, outer, *out), False, 64 * x.most + 16)


@rule("nn.conv_transpose1d")
def conv_transpose1d(p, name):
    elem = p.elem(FLOATS)
    n, channels, length, outer = p.rng.choice((1, 2)), p.rng.choice((1, 3, 8)), p.rng.choice((1, 4, 9)), p.rng.choice((1, 4))
    kernel, stride = p.rng.choice((1, 2, 3, 4)), p.rng.choice((1, 2, 3))
    padding = p.rng.randint(0, (kernel - 1) // 2)
    x = p.small(p.of(elem, (n, channels, length)))
    out = (length - 1) * stride - 2 * padding + kernel
    return p.emit(f"{call(p, name, x, outer, kernel, f'stride={stride}', f'padding={padding}')} @ {p.name('l')}", elem, (n, outer, out), False, 64 * x.most + 16)


@rule("nn.instance_norm")
def instance_norm(p, name):
    x = p.small(floats(p, low=3, test=lambda v: 0 not in v.shape), 64.0)
    if not spread(x, x.shape[2:]):
        raise Skip
    if p.chance(0.5):
        return p.emit(f"{call(p, name, x, 'affine=true')} @ {p.name('l')}", x.elem, x.shape, False, 4 * numel(x.shape[2:]) ** 0.5 + 8)
    return p.emit(f"{call(p, name, x)} @ {p.name('l')}", x.elem, x.shape, False, 2 * numel(x.shape[2:]) ** 0.5 + 4)


@rule("nn.prelu")
def prelu(p, name):
    x = floats(p, low=2)
    count = [] if p.chance(0.5) or x.shape[1] < 1 else [x.shape[1]]
    return p.emit(f"{call(p, name, x, *count)} @ {p.name('l')}", x.elem, x.shape, False, 2 * x.most)


@rule("nn.lstm_cell", "nn.gru_cell", "nn.rnn_cell")
def cell(p, name):
    elem, n, width, hidden = p.elem(FLOATS), p.rng.choice((1, 2, 3)), p.rng.choice((1, 3, 8)), p.rng.choice((1, 2, 5, 8, 17))
    x = p.small(p.of(elem, (n, width)), 4.0)
    states = [f"{key}={p.small(p.of(elem, (n, hidden)), 2.0)}" for key in (("h0", "c0") if "lstm" in name else ("h0",))] if p.chance(0.5) else []
    bias = ["bias=false"] if p.chance(0.3) else []
    expression = f"{call(p, name, x, hidden, *states, *bias)} @ {p.name('l')}"
    if "lstm" in name:
        return p.emit_several(expression, [(elem, (n, hidden), False, 1.0), (elem, (n, hidden), False, 8.0)])
    return p.emit(expression, elem, (n, hidden), False, 2.0)


@rule("einsum")
def einsum(p, name):
    equation, a, b, out = p.rng.choice((("ij,jk->ik", "ij", "jk", "ik"), ("bij,bkj->bik", "bij", "bkj", "bik"), ("bij,jk->kb", "bij", "jk", "kb"),
                                        ("ij,ij->j", "ij", "ij", "j"), ("i,j->ji", "i", "j", "ji"), ("bhid,bhjd->bhij", "bhid", "bhjd", "bhij")))
    elem = p.elem(FLOATS)
    size = {letter: p.rng.choice((1, 2, 3, 7, 16)) for letter in "bhijkd"}
    shape = lambda letters: tuple(size[letter] for letter in letters)
    x, y = p.small(p.of(elem, shape(a)), 4.0), p.small(p.of(elem, shape(b)), 4.0)
    return p.emit(call(p, name, f'"{equation}"', x, y), elem, shape(out), False, 16.0 * numel([size[l] for l in set(a + b) - set(out)]))
