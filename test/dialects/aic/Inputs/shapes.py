"""Writes operations whose result types are those of PyTorch's results, over odd sizes and attributes."""
import itertools
import random

import torch
import torch.nn.functional as F

random.seed(7)
ELEMENTS = {torch.float32: "f32", torch.float16: "f16", torch.bfloat16: "bf16", torch.float64: "f64", torch.bool: "i1",
            torch.int8: "i8", torch.uint8: "ui8", torch.int16: "i16", torch.int32: "i32", torch.int64: "i64"}
UNARY = "gelu", "hardswish", "hardsigmoid", "leaky_relu", "elu", "softplus"  # whose text has one type
count = 0


def tensor(x):
    return "tensor<" + "".join(f"{d}x" for d in x.shape) + ELEMENTS[x.dtype] + ">"


def array(values):
    return "array<i64" + (": " if values else "") + ", ".join(map(str, values)) + ">"


def emit(mnemonic, operands, result, attributes="", prefix=""):
    """One function with one operation of the generic arguments."""
    global count
    count += 1
    args = ", ".join(f"%a{i}: {tensor(x)}" for i, x in enumerate(operands))
    names = ", ".join(f"%a{i}" for i in range(len(operands)))
    types = ", ".join(tensor(x) for x in operands)
    attributes = " {" + attributes + "}" if attributes else ""
    results = f"({types}) -> {tensor(result)}" if mnemonic not in UNARY else tensor(result)
    print(f"func.func @f{count}({args}) {{")
    print(f"  %0 = aic.{mnemonic} {prefix}{names}{attributes} : {results}")
    print("  return\n}")


def emit_named(mnemonic, operands, results, attributes="", prefix="", positional=1):
    """The same for operations with named operands, pairs of a name and a tensor or none, and several results."""
    global count
    count += 1
    there = [(name, x) for name, x in operands if x is not None]
    args = ", ".join(f"%{name}: {tensor(x)}" for name, x in there)
    types = ", ".join(tensor(x) for _, x in there)
    text = ", ".join("%" + name for name, _ in there[:positional])
    text += "".join(f" {name} %{name}" for name, _ in there[positional:])
    text += " {" + attributes + "}" if attributes else ""
    print(f"func.func @f{count}({args}) {{")
    print(f"  %0:{len(results)} = aic.{mnemonic} {prefix}{text} : ({types}) -> ({', '.join(map(tensor, results))})")
    print("  return\n}")


def attributes(nhwc, **sizes):
    parts = [f"{name} = {array(value)}" for name, value in sizes.items()]
    return ", ".join(parts + (["layout = #aic.layout<nhwc>"] if nhwc else []))


def image(x, nhwc):
    return x.permute(0, 2, 3, 1) if nhwc else x


def one(low, high):
    return random.randint(low, high)


for _ in range(300):  # convolution
    groups, perGroup, outputs = one(1, 3), one(1, 3), one(1, 3)
    k, s, d = [[one(1, 3), one(1, 3)] for _ in range(3)]
    top, left, bottom, right = p = [one(0, 3) for _ in range(4)]
    x = torch.zeros(one(1, 2), groups * perGroup, one(7, 17), one(7, 17))
    w = torch.zeros(groups * outputs, perGroup, *k)
    y = F.conv2d(F.pad(x, (left, right, top, bottom)), w, stride=s, dilation=d, groups=groups)
    nhwc = one(0, 1)
    bias = [torch.zeros(groups * outputs)] if one(0, 1) else []
    emit("conv2d", [image(x, nhwc), w] + bias, image(y, nhwc),
         attributes(nhwc, stride=s, padding=p, dilation=d) + f", groups = {groups} : i64")

for _ in range(600):  # pooling; ceil_mode is where sizes surprise
    k, s, d = [[one(1, 4), one(1, 4)] for _ in range(3)]
    p = [one(0, k[0] // 2), one(0, k[1] // 2)]
    ceil, nhwc = one(0, 1), one(0, 1)
    x = torch.zeros(one(1, 2), one(1, 3), one(1, 17), one(1, 17))
    extra = ", ceil_mode = true" if ceil else ""
    for kind in "max", "avg":
        if kind == "avg":
            d = [1, 1]
        if any(x.shape[2 + i] + 2 * p[i] < d[i] * (k[i] - 1) + 1 for i in range(2)):
            continue
        sizes = dict(kernel=k, stride=s, padding=p + p)
        if kind == "max":
            y = F.max_pool2d(x, k, s, p, d, ceil_mode=bool(ceil))
            sizes["dilation"] = d
        else:
            y = F.avg_pool2d(x, k, s, p, ceil_mode=bool(ceil))
        emit(kind + "_pool2d", [image(x, nhwc)], image(y, nhwc), attributes(nhwc, **sizes) + extra)

for h, w in itertools.product((1, 5, 16), repeat=2):
    for o in ([1, 1], [3, 7]):
        x = torch.zeros(2, 3, h, w)
        for nhwc in 0, 1:
            emit("adaptive_avg_pool2d", [image(x, nhwc)], image(F.adaptive_avg_pool2d(x, o), nhwc),
                 attributes(nhwc, output_size=o))

for a, b in [((3, 4), (4, 5)), ((1, 4), (4, 1)), ((2, 3, 4), (4, 5)), ((3, 4), (2, 4, 5)), ((2, 1, 3, 4), (6, 4, 5)),
             ((0, 4), (4, 5)), ((3, 0), (0, 5)), ((0, 3, 4), (1, 4, 5))]:
    a, b = torch.zeros(a), torch.zeros(b)
    emit("matmul", [a, b], a @ b)
for x in (4,), (3, 4), (2, 0, 4), (2, 3, 5, 4):
    x, w, b = torch.zeros(x), torch.zeros(6, 4), torch.zeros(6)
    emit("linear", [x, w], F.linear(x, w))
    emit("linear", [x, w, b], F.linear(x, w, b))

for shape in (2, 3), (2, 3, 1), (1, 3, 4, 5), (2, 3, 4, 5, 6):
    x, c = torch.zeros(shape), torch.zeros(3)
    emit("batch_norm", [x, c, c], F.batch_norm(x, c, c))
    emit("batch_norm", [x.movedim(1, -1), c, c], F.batch_norm(x, c, c).movedim(1, -1), "layout = #aic.layout<nhwc>")

BROADCASTS = [((), ()), ((3,), ()), ((2, 3), (3,)), ((2, 1), (1, 3)), ((1,), (0,)), ((0, 3), (1, 3)), ((4, 1, 1), (2, 5))]
ARITHMETIC = {"add": torch.add, "sub": torch.sub, "mul": torch.mul, "minimum": torch.minimum, "maximum": torch.maximum}
for (name, f), element, (a, b) in itertools.product(ARITHMETIC.items(), ELEMENTS, BROADCASTS):
    if element == torch.bool and name in ("add", "sub", "mul"):
        continue
    a, b = torch.zeros(a, dtype=element), torch.zeros(b, dtype=element)
    emit(name, [a, b], f(a, b))
for element, (a, b) in itertools.product(ELEMENTS, BROADCASTS):
    a, b = torch.zeros(a, dtype=element), torch.zeros(b, dtype=element)
    for name in "eq", "lt":
        emit("compare", [a, b], getattr(torch, name)(a, b), prefix=name + " ")
    for c in (), (3,), (2, 1, 1, 1):
        c = torch.zeros(c, dtype=torch.bool)
        try:
            y = torch.where(c, a, b)
        except RuntimeError:  # no common shape
            continue
        emit("where", [c, a, b], y)
for a, b in BROADCASTS:
    a, b = torch.ones(a), torch.ones(b)
    emit("pow", [a, b], a ** b)
    emit("div", [a, b], a / b)
    emit("floor_div", [a, b], torch.div(a, b, rounding_mode="floor"))
    emit("rem", [a, b], a % b)
    a, b = a != 0, b != 0
    emit("logical_and", [a, b], a & b)
    emit("logical_or", [a, b], a | b)

x = torch.zeros(2, 3, 1, 4)
for dims in itertools.chain.from_iterable(itertools.combinations(range(4), n) for n in range(1, 5)):
    for keep in False, True:
        extra = ", keepdim = true" if keep else ""
        for name in "sum", "mean", "amax", "amin":
            emit(name, [x], getattr(torch, name)(x, dims, keepdim=keep), f"dims = {array(dims)}" + extra)
for axis in range(4):
    emit("prod", [x], torch.prod(x, axis), f"dims = {array([axis])}")
    emit("softmax", [x], torch.softmax(x, axis), f"dim = {axis} : i64")
    emit("log_softmax", [x], torch.log_softmax(x, axis), f"dim = {axis} : i64")
emit("sum", [torch.zeros(2, 0)], torch.zeros(2, 0).sum(1), "dims = array<i64: 1>")

for perm in itertools.permutations(range(4)):
    emit("transpose", [x], x.permute(perm), f"perm = {array(perm)}")
for axis in range(4):
    emit("concat", [x, x, x], torch.cat([x, x, x], axis), f"dim = {axis} : i64")
emit("concat", [torch.zeros(2, 0), torch.zeros(2, 3)], torch.zeros(2, 3), "dim = 1 : i64")
for start, stop, step in itertools.product((0, 1, 4, 5), (0, 3, 5), (1, 2, 3)):
    x = torch.zeros(2, 5)
    y = x[:, start:stop:step]
    emit("slice", [x], y, f"offsets = {array([0, start])}, sizes = {array([2, y.shape[1]])}, strides = {array([1, step])}")
for mode, low, high in itertools.product(("constant", "reflect", "replicate"), (0, 1, 4), (0, 2, 4)):
    x = torch.zeros(1, 2, 5)
    emit("pad", [x], F.pad(x, (low, high), mode=mode),
         f"low = {array([0, 0, low])}, high = {array([0, 0, high])}, mode = #aic.pad_mode<{mode}>")

for _ in range(150):  # 1-D and transposed convolution
    groups, perGroup, outputs = one(1, 3), one(1, 3), one(1, 3)
    k, s, d, left, right = one(1, 3), one(1, 3), one(1, 3), one(0, 3), one(0, 3)
    x = torch.zeros(one(1, 2), groups * perGroup, one(7, 17))
    w = torch.zeros(groups * outputs, perGroup, k)
    y = F.conv1d(F.pad(x, (left, right)), w, stride=s, dilation=d, groups=groups)
    bias = [torch.zeros(groups * outputs)] if one(0, 1) else []
    emit("conv1d", [x, w] + bias, y,
         attributes(0, stride=[s], padding=[left, right], dilation=[d]) + f", groups = {groups} : i64")
    k, s, d, p = [[one(1, 4), one(1, 4)] for _ in range(4)]
    p = [min(p[i] - 1, d[i] * (k[i] - 1) // 2) for i in range(2)]
    more = [one(0, max(s[i], d[i]) - 1) for i in range(2)]
    x = torch.zeros(one(1, 2), groups * perGroup, one(1, 9), one(1, 9))
    w = torch.zeros(groups * perGroup, outputs, *k)
    y = F.conv_transpose2d(x, w, stride=s, padding=p, output_padding=more, dilation=d, groups=groups)
    emit("conv_transpose2d", [x, w] + bias, y,
         attributes(0, stride=s, padding=p + p, dilation=d, output_padding=more) + f", groups = {groups} : i64")

for h, w in itertools.product((1, 5, 16), repeat=2):
    x = torch.zeros(2, 3, h, w)
    for mode, align in ("nearest", None), ("bilinear", False), ("bilinear", True):
        what = f", mode = #aic.resize_mode<{mode}>" + (", align_corners = true" if align else "")
        for nhwc in 0, 1:
            y = F.interpolate(x, [3, 7], mode=mode, align_corners=align)
            emit("interpolate", [image(x, nhwc)], image(y, nhwc), attributes(nhwc, output_size=[3, 7]) + what)
            scales = [2.3, 1.0 / w + 1]
            y = F.interpolate(x, scale_factor=scales, mode=mode, align_corners=align)
            emit("interpolate", [image(x, nhwc)], image(y, nhwc),
                 attributes(nhwc, output_size=list(y.shape[2:])) + what + f", scales = array<f64: {scales[0]}, {scales[1]}>")

for x in (4,), (2, 3, 4), (2, 0, 4), ():
    x = torch.zeros(x)
    for name in UNARY:
        emit(name, [x], getattr(F, name)(x))
for shape in (4,), (2, 3, 4), (2, 0, 4), (5, 1, 2, 3):
    x = torch.zeros(shape)
    for axes in range(1, len(shape) + 1):
        w = torch.ones(shape[-axes:])
        for weight, bias in itertools.product((None, w), repeat=2):
            y = F.layer_norm(x, shape[-axes:], weight, bias)
            emit_named("layer_norm", [("x", x), ("weight", weight), ("bias", bias)], [y], f"axes = {axes} : i64")
        emit_named("rms_norm", [("x", x), ("weight", w)], [y], f"axes = {axes} : i64")
for shape, groups in itertools.product([(2, 6), (2, 6, 3), (1, 6, 3, 4)], (1, 2, 3, 6)):
    x, w = torch.rand(shape), torch.ones(6)
    for bias in None, w:
        if len(shape) > 2:
            y = F.group_norm(x, groups, w, bias)
            emit_named("group_norm", [("x", x), ("weight", w), ("bias", bias)], [y], f"num_groups = {groups} : i64")
            emit_named("group_norm", [("x", x.movedim(1, -1)), ("weight", w), ("bias", bias)], [y.movedim(1, -1)],
                       f"num_groups = {groups} : i64, layout = #aic.layout<nhwc>")

for ids, kind in itertools.product([(), (3,), (2, 5), (2, 0)], (torch.int32, torch.int64)):
    ids, w = torch.zeros(ids, dtype=kind), torch.zeros(7, 4)
    emit("embedding", [ids, w], F.embedding(ids, w))
    emit("one_hot", [ids], F.one_hot(ids.long(), 9), "num_classes = 9 : i64")
    for dim, x in itertools.product(range(3), (torch.zeros(3, 1, 2), torch.zeros(2, 3, 4, dtype=torch.uint8))):
        y = x.index_select(dim, ids.reshape(-1)).reshape(*x.shape[:dim], *ids.shape, *x.shape[dim + 1:])
        emit("take", [x, ids], y, f"dim = {dim} : i64")
for dim, element in itertools.product(range(3), ELEMENTS):
    x = torch.zeros(3, 4, 5, dtype=element)
    for shape in (3, 4, 5), (1, 2, 3), (3, 0, 1):
        shape = list(shape)
        shape[dim] += 3
        ids = torch.zeros(shape, dtype=torch.int64)
        emit("gather", [x, ids], torch.gather(x, dim, ids), f"dim = {dim} : i64")
    for keep in False, True:
        extra = ", keepdim = true" if keep else ""
        if element not in (torch.bool, torch.float16):
            emit("argmax", [x], torch.argmax(x, dim, keepdim=keep), f"dim = {dim} : i64" + extra)
            emit("argmax", [x], torch.argmax(x, keepdim=keep), extra[2:])

for leading in (), (2,), (2, 3), (0, 2):
    q, k, v = [torch.zeros(*leading, *tail) for tail in ((5, 4), (7, 4), (7, 6))]
    scores = q @ k.transpose(-1, -2)
    for mask in None, torch.zeros(5, 7), torch.zeros(*leading, 1, 7) != 0, torch.zeros(()):
        y = torch.softmax(scores if mask is None else torch.where(mask, scores, scores) if mask.dtype == torch.bool
                          else scores + mask, -1) @ v
        emit_named("attention", [("q", q), ("k", k), ("v", v), ("mask", mask)], [y], "scale = 0.5 : f64", positional=3)

for n, t, c, h, has_bias, reverse in itertools.product((1, 3), (1, 5), (1, 4), (1, 6), (False, True), (False, True)):
    x, s = torch.zeros(n, t, c), torch.zeros(1, n, h)
    extra = "reverse = true" if reverse else ""
    for name, module in ("lstm", torch.nn.LSTM), ("gru", torch.nn.GRU), ("rnn", torch.nn.RNN):
        module = module(c, h, bias=has_bias, batch_first=True)
        y, state = module(x, (s, s) if name == "lstm" else s)
        state = [v[0] for v in (state if name == "lstm" else [state])]
        weights = [("w_ih", module.weight_ih_l0), ("w_hh", module.weight_hh_l0)]
        if has_bias:
            weights += [("b_ih", module.bias_ih_l0), ("b_hh", module.bias_hh_l0)]
        first = [("h0", s[0])] + ([("c0", s[0])] if name == "lstm" else [])
        for start in [], first:
            emit_named(name, [("x", x)] + weights + start, [y] + state, extra, positional=3)
        projected = torch.zeros(n, t, module.weight_ih_l0.shape[0])
        b_n = [("b_n", s[0, 0])] if name == "gru" and has_bias else []
        emit_named("recurrence", [("x", projected), weights[1]] + b_n + first, [y] + state, extra,
                   prefix=name + ("_relu " if name == "rnn" else " "), positional=2)

import sys
print(f"{count} operations", file=sys.stderr)
