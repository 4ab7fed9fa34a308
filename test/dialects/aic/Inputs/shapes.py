"""Writes operations whose result types are those of PyTorch's results, over odd sizes and attributes."""
import itertools
import random

import torch
import torch.nn.functional as F

random.seed(7)
ELEMENTS = {torch.float32: "f32", torch.float16: "f16", torch.bfloat16: "bf16", torch.float64: "f64", torch.bool: "i1",
            torch.int8: "i8", torch.uint8: "ui8", torch.int16: "i16", torch.int32: "i32", torch.int64: "i64"}
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
    print(f"func.func @f{count}({args}) {{")
    print(f"  %0 = aic.{mnemonic} {prefix}{names}{attributes} : ({types}) -> {tensor(result)}")
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

import sys
print(f"{count} operations", file=sys.stderr)
