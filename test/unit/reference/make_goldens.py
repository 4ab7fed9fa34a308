#!/usr/bin/env python3
"""Makes goldens.mlir and goldens.npz: each operator of the reference over odd shapes and attributes, as PyTorch (or,
where PyTorch has no such operation, NumPy) computes it in float64. Run by hand: /usr/bin/python3 make_goldens.py
"""
import itertools

import numpy as np
import torch
import torch.nn.functional as F

import layer_goldens
import quantised_goldens
import sequence_goldens
import training_goldens
from golden_file import (INF, INTEGERS, NAN, PAIRED, SPECIAL, array, body_case, case, choice, coarse, fine, generator,
                         ints, nhwc, type_of, whole, write)


def elementwise():
    x = torch.cat([SPECIAL, fine(30) * 3])
    unary = {"relu": torch.relu, "relu6": F.relu6, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "silu": F.silu,
             "exp": torch.exp, "log": torch.log, "sqrt": torch.sqrt, "rsqrt": torch.rsqrt, "erf": torch.erf,
             "sin": torch.sin, "cos": torch.cos, "floor": torch.floor, "ceil": torch.ceil, "round": torch.round,
             "abs": torch.abs, "neg": torch.neg, "sign": torch.sign}
    for op, function in unary.items():
        case(op, [x], function(x), short=True)
    case("relu", [x.float()], torch.relu(x.float()), short=True)
    case("neg", [fine(0, 3)], torch.zeros(0, 3).double(), short=True)
    case("abs", [torch.tensor(-2.5).double()], torch.tensor(2.5).double(), short=True)
    for dtype in INTEGERS:
        info = torch.iinfo(dtype)
        x = torch.tensor([0, 1, 2, info.min, info.min + 1, info.max, info.max // 2], dtype=dtype)
        for op in ("abs", "neg", "sign"):
            case(op, [x], unary[op](x), short=True)
    b = torch.tensor([True, False, False])
    case("logical_not", [b], ~b, short=True)
    x = torch.cat([SPECIAL, fine(9)])
    case("clamp", [x], x.clamp(-1, 2.5), operands="%0 min -1.0 max 2.5", short=True)
    case("clamp", [x], x.clamp(min=0.25), operands="%0 min 0.25", short=True)
    case("clamp", [x], x.clamp(max=-3), operands="%0 max -3.0", short=True)
    case("clamp", [x], x.clamp(2, 1), operands="%0 min 2.0 max 1.0", short=True)

    binary = {"add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div,
              "floor_div": torch.floor_divide, "rem": torch.remainder, "pow": torch.pow, "minimum": torch.minimum,
              "maximum": torch.maximum}
    predicates = {"eq": torch.eq, "ne": torch.ne, "lt": torch.lt, "le": torch.le, "gt": torch.gt, "ge": torch.ge}
    a, b = torch.cat([PAIRED, fine(6)]).reshape(-1, 1), torch.cat([PAIRED, fine(5)]).reshape(1, -1)
    for op, function in binary.items():
        case(op, [a, b], function(a, b))
    for predicate, function in predicates.items():
        case("compare", [a, b], function(a, b), prefix=predicate + " ")
    shapes = [([2, 3, 4], [4]), ([2, 3, 4], [1]), ([2, 3, 4], []), ([], [2, 3]), ([], []), ([3, 1], [2, 1, 5]),
              ([2, 1, 1], [2, 3, 4]), ([5, 1, 4], [1, 3, 1]), ([2, 1, 3, 1, 2], [3, 1, 2, 1]), ([0, 3], [1, 3]),
              ([2, 0], [1]), ([1, 7], [6, 1]), ([1, 1, 1], [1]), ([17], [17])]
    for left, right in shapes:
        a, b = coarse(*left), coarse(*right)
        for op in ("add", "sub", "mul"):
            case(op, [a, b], binary[op](a, b))
        case("compare", [a, b], a < b, prefix="lt ")
    for dtype in INTEGERS:
        info = torch.iinfo(dtype)
        edges = [0, 1, 2, 3, 7, info.max, info.max - 1] + ([-1, -2, -3, -7, info.min, info.min + 1] if info.min else [])
        a = torch.cat([torch.tensor(edges, dtype=dtype), whole(dtype, 5)]).reshape(-1, 1)
        b = a.reshape(1, -1)
        for op in ("add", "sub", "mul", "minimum", "maximum"):
            case(op, [a, b], binary[op](a, b))
        for predicate, function in predicates.items():
            case("compare", [a, b], function(a, b), prefix=predicate + " ")
        # The smallest number divided by -1 traps in PyTorch: the unit test has that one.
        b = b[b != 0].reshape(1, -1)
        a = a[a != info.min].reshape(-1, 1) if info.min else a
        case("div", [a, b], torch.div(a, b, rounding_mode="trunc"))
        case("floor_div", [a, b], torch.div(a, b, rounding_mode="floor"))
        case("rem", [a, b], torch.remainder(a, b))
    a, b = torch.tensor([[True], [False]]), torch.tensor([True, False])
    case("logical_and", [a, b], a & b)
    case("logical_or", [a, b], a | b)
    for predicate, function in predicates.items():
        case("compare", [a, b], function(a, b), prefix=predicate + " ")
    for c, left, right in (([2, 3], [2, 3], [2, 3]), ([3], [2, 1], []), ([4, 1, 1], [3, 1], [2]), ([], [2], [2]),
                           ([2, 1], [], [0])):
        condition = whole(torch.bool, *c)
        a, b = coarse(*left), coarse(*right)
        case("where", [condition, a, b], torch.where(condition, a, b))
        a, b = whole(torch.int16, *left), whole(torch.int16, *right)
        case("where", [condition, a, b], torch.where(condition, a, b))


def casts():
    reals = torch.tensor([0, -0.0, 0.5, 1, 1.9, -1.9, 2.5, 100.7, 126.5], dtype=torch.float64)
    odd = torch.tensor([NAN, INF, -INF, 1e30, 65519, 65520, 1e-7, 6e-8, 1 + 2**-11, 1 + 3 * 2**-11, 1 + 2**-8, 1 + 3 * 2**-9,
                        1e-40, 3.4e38], dtype=torch.float32).double()
    floats = [torch.float64, torch.float32, torch.float16]
    for to in floats + [torch.bool]:
        for source in floats:
            x = torch.cat([reals, odd]).to(source)
            case("cast", [x], x.to(to))
        for source in INTEGERS:
            x = torch.cat([torch.tensor([0, 1, 2, 127, torch.iinfo(source).max, torch.iinfo(source).min]).to(source),
                           whole(source, 9)])
            case("cast", [x], x.to(to))
        b = torch.tensor([True, False])
        case("cast", [b], b.to(to))
    for to in INTEGERS:
        for source in floats:
            x = (reals if to != torch.uint8 else reals.abs()).to(source)
            case("cast", [x], x.to(to))
        for source in INTEGERS + [torch.bool]:
            x = whole(source, 11)
            case("cast", [x], x.to(to))
    # npy has no bf16: there and back. Directly representable in f32, for PyTorch goes by way of it.
    x = torch.cat([reals, odd])
    body_case("cast bf16", "  %%b = aic.cast %%0 : (%s) -> tensor<%dxbf16>\n  %%result = aic.cast %%b : (tensor<%dxbf16>) "
              "-> %s" % (type_of(x), len(x), len(x), type_of(x)), [x], x.to(torch.bfloat16).double())


def reductions():
    def prod(x, dims, keepdim):
        for d in reversed(dims):
            x = x.prod(d, keepdim=keepdim, dtype=x.dtype)
        return x

    def total(x, dims, keepdim):
        return x.sum(dims, keepdim=keepdim, dtype=x.dtype)

    def reduced(op, x, dims, keepdim=False):
        function = {"sum": total, "mean": lambda x, d, k: x.mean(d, keepdim=k), "amax": torch.amax,
                    "amin": torch.amin, "prod": prod}[op]
        result = function(x, dims, keepdim) if dims else x  # to PyTorch no axes are all axes
        case(op, [x], result, ints("dims", dims) + (", keepdim = true" if keepdim else ""), summed=x.is_floating_point())

    x = fine(2, 3, 4, 5)
    for op in ("sum", "mean", "amax", "amin", "prod"):
        for count in range(5):
            for number, dims in enumerate(itertools.combinations(range(4), count)):
                reduced(op, x, list(dims), keepdim=number % 3 == 1)
        reduced(op, fine(1, 17, 1), [0, 1], keepdim=True)
        reduced(op, fine(9), [0])
        reduced(op, torch.tensor(3.5).double(), [])
        odd = torch.tensor([[NAN, 1, 2], [1, INF, 2], [-INF, 1, -3], [INF, -INF, 0], [-INF, -INF, -INF], [3, NAN, NAN]],
                           dtype=torch.float64)
        reduced(op, odd, [1])
        reduced(op, odd, [0], keepdim=True)
    for dtype in INTEGERS:
        for op in ("sum", "amax", "amin", "prod"):
            reduced(op, whole(dtype, 3, 4, 2), [0, 2])
            reduced(op, whole(dtype, 5), [0])
    for op in ("sum", "prod"):
        reduced(op, torch.zeros(2, 0, 3).double(), [1])
        reduced(op, torch.zeros(0, 3).double(), [1])
        reduced(op, torch.zeros(0, dtype=torch.int32), [0])
    reduced("amax", torch.zeros(2, 0, 3).double(), [2])


def normalisations():
    odd = torch.tensor([[NAN, 1, 2], [1, INF, 2], [-INF, 1, -3], [-INF, -INF, -INF], [1000, 1001, 999], [-1e4, -1e4, -1e4]],
                       dtype=torch.float64)
    far = torch.tensor([[1e308, -1e308, 0]], dtype=torch.float64)
    for x in (fine(7), fine(3, 5), fine(2, 3, 4), fine(2, 3, 4, 5) * 10, fine(4, 1, 3), fine(0, 3), fine(1), odd, far):
        for dim in range(x.dim()):
            case("softmax", [x], torch.softmax(x, dim), "dim = %d" % dim)
            case("log_softmax", [x], torch.log_softmax(x, dim), "dim = %d" % dim, summed=True)
    for shape in ([3, 4], [2, 5, 3], [2, 3, 4, 5], [1, 2, 3, 2, 2], [1, 7, 1, 1]):
        channels = shape[1]
        x, mean, var = fine(*shape), fine(channels), torch.rand(channels, generator=generator).double() + 0.1
        for weight, bias, eps in ((True, True, None), (False, False, None), (True, False, 0.25), (False, True, 1e-3)):
            w, b = fine(channels) if weight else None, fine(channels) if bias else None
            args = [t for t in (x, mean, var, w, b) if t is not None]
            result = F.batch_norm(x, mean, var, w, b, False, 0, 1e-5 if eps is None else eps)
            operands = "%0, %1, %2" + (" weight %3" if weight else "") + (" bias %%%d" % (len(args) - 1) if bias else "")
            attributes = "" if eps is None else "eps = %r" % eps
            case("batch_norm", args, result, attributes, operands, summed=True)
            if x.dim() == 4:
                last = "layout = #aic.layout<nhwc>" + (attributes and ", " + attributes)
                case("batch_norm", [nhwc(x)] + args[1:], nhwc(result), last, operands, summed=True)


def convolutions():
    def conv(images, channels, height, width, outputs, kernel, stride, padding, dilation, groups, bias):
        x, w = coarse(images, channels, height, width), coarse(outputs, channels // groups, *kernel)
        b = coarse(outputs) if bias else None
        top, left, bottom, right = padding
        result = F.conv2d(F.pad(x, (left, right, top, bottom)), w, b, stride, 0, dilation, groups)
        attributes = []
        if stride != [1, 1]:
            attributes.append(ints("stride", stride))
        if any(padding):
            attributes.append(ints("padding", padding))
        if dilation != [1, 1]:
            attributes.append(ints("dilation", dilation))
        if groups != 1:
            attributes.append("groups = %d" % groups)
        rest = [w] + ([b] if bias else [])
        case("conv2d", [x] + rest, result, ", ".join(attributes), summed=True)
        case("conv2d", [nhwc(x)] + rest, nhwc(result), ", ".join(attributes + ["layout = #aic.layout<nhwc>"]), summed=True)

    one = [1, 1]
    conv(1, 3, 7, 7, 4, [3, 3], one, [1, 1, 1, 1], one, 1, True)
    conv(2, 5, 6, 5, 7, [1, 1], one, [0, 0, 0, 0], one, 1, False)
    conv(1, 3, 17, 15, 2, [7, 7], [2, 2], [3, 3, 3, 3], one, 1, True)
    conv(1, 6, 9, 8, 6, [3, 3], one, [1, 1, 1, 1], one, 6, True)
    conv(1, 4, 9, 8, 12, [3, 3], [2, 2], [1, 1, 1, 1], one, 4, False)
    conv(2, 4, 9, 8, 6, [3, 2], [2, 3], [0, 1, 2, 3], [2, 1], 2, True)
    conv(1, 2, 4, 4, 3, [4, 4], one, [0, 0, 0, 0], one, 1, True)
    conv(1, 1, 1, 1, 1, [1, 1], one, [0, 0, 0, 0], one, 1, True)
    conv(1, 2, 3, 3, 2, [3, 3], one, [5, 4, 6, 7], one, 1, False)  # windows in nothing but padding
    conv(1, 2, 9, 11, 2, [3, 3], one, [4, 4, 4, 4], [4, 5], 1, False)
    conv(0, 2, 3, 3, 2, [3, 3], one, [0, 0, 0, 0], one, 1, True)
    for _ in range(30):
        groups = choice.choice([1, 1, 2, 3])
        kernel, dilation = [choice.randint(1, 4) for _ in "hw"], [choice.randint(1, 3) for _ in "hw"]
        padding = [choice.randint(0, 3) for _ in "tlbr"]
        least = [max(1, (kernel[n] - 1) * dilation[n] + 1 - padding[n] - padding[2 + n]) for n in (0, 1)]
        conv(choice.randint(1, 2), groups * choice.randint(1, 3), least[0] + choice.randint(0, 6),
             least[1] + choice.randint(0, 6), groups * choice.randint(1, 3), kernel,
             [choice.randint(1, 3) for _ in "hw"], padding, dilation, groups, choice.random() < 0.5)


def poolings():
    def pool(op, x, result, *attributes):
        case(op, [x], result, ", ".join(a for a in attributes if a))
        case(op, [nhwc(x)], nhwc(result), ", ".join([a for a in attributes if a] + ["layout = #aic.layout<nhwc>"]))

    def sprinkled(x, value):
        x = x.clone()
        x.view(-1)[::11] = value
        return x

    def symmetric(x, kernel, stride, padding, dilation, ceil):
        attributes = [ints("kernel", kernel), ints("stride", stride), any(padding) and ints("padding", padding * 2),
                      ceil and "ceil_mode = true"]
        result = F.max_pool2d(x, kernel, stride, padding, dilation, ceil)
        pool("max_pool2d", x, result, *attributes, dilation != [1, 1] and ints("dilation", dilation))
        if dilation == [1, 1]:
            for count in (True, False):
                result = F.avg_pool2d(x, kernel, stride, padding, ceil, count)
                pool("avg_pool2d", x, result, *attributes, "" if count else "count_include_pad = false")

    one = [1, 1]
    symmetric(coarse(1, 2, 7, 7), [3, 3], [2, 2], [1, 1], one, False)
    symmetric(coarse(2, 3, 6, 8), [2, 2], [2, 2], [0, 0], one, False)
    symmetric(coarse(1, 1, 5, 5), [2, 2], [2, 2], [0, 0], one, True)
    symmetric(coarse(1, 1, 6, 6), [2, 3], [3, 4], [1, 1], one, True)
    symmetric(coarse(1, 1, 2, 2), [2, 2], [1, 1], [1, 1], [3, 3], False)  # a window in nothing but padding
    symmetric(coarse(1, 2, 1, 1), [1, 1], [1, 1], [0, 0], one, False)
    symmetric(sprinkled(coarse(1, 2, 6, 7), NAN), [3, 2], [2, 1], [1, 1], one, True)
    symmetric(sprinkled(coarse(1, 2, 6, 7), -INF), [2, 2], [1, 2], [0, 1], one, False)
    for _ in range(25):
        kernel, dilation = [choice.randint(1, 4) for _ in "hw"], choice.choice([one, one, [2, 1], [2, 3]])
        padding = [choice.randint(0, k // 2) for k in kernel]
        least = [max(1, (kernel[n] - 1) * dilation[n] + 1 - 2 * padding[n]) for n in (0, 1)]
        x = coarse(1, choice.randint(1, 2), *[n + choice.randint(0, 6) for n in least])
        symmetric(x, kernel, [choice.randint(1, 4) for _ in "hw"], padding, dilation, choice.random() < 0.6)
    # PyTorch pads both sides alike; other padding is padding first.
    for padding in ([0, 1, 1, 0], [1, 0, 0, 1], [0, 0, 1, 1], [1, 1, 0, 1]):
        x, (top, left, bottom, right) = coarse(1, 2, 7, 6), padding
        attributes = [ints("kernel", [3, 2]), ints("stride", [2, 2]), ints("padding", padding)]
        pool("max_pool2d", x, F.max_pool2d(F.pad(x, (left, right, top, bottom), value=-INF), [3, 2], 2), *attributes)
        pool("avg_pool2d", x, F.avg_pool2d(F.pad(x, (left, right, top, bottom)), [3, 2], 2), *attributes)
    for height, width, size in ((7, 5, [3, 2]), (7, 5, [1, 1]), (7, 5, [7, 5]), (7, 5, [10, 3]), (5, 7, [4, 6]),
                                (1, 1, [3, 3]), (6, 6, [2, 4]), (13, 3, [5, 2])):
        x = coarse(2, 3, height, width)
        pool("adaptive_avg_pool2d", x, F.adaptive_avg_pool2d(x, size), ints("output_size", size))


def matrix_products():
    for a, b in (([3, 4], [4, 5]), ([2, 3, 4], [4, 5]), ([3, 4], [2, 4, 5]), ([2, 1, 3, 4], [5, 4, 6]),
                 ([1, 3, 2], [4, 2, 1]), ([2, 3, 1, 7], [2, 3, 7, 1]), ([1, 1], [1, 1]), ([3, 0], [0, 2]),
                 ([0, 3], [3, 2]), ([2, 2, 0], [2, 0, 3]), ([17, 16], [16, 15]), ([0, 2, 3], [1, 3, 2])):
        x, y = fine(*a), fine(*b)
        case("matmul", [x, y], x @ y, summed=True)
    for shape, n in (([4], 3), ([3, 4], 5), ([2, 3, 4], 1), ([2, 1], 3), ([3, 7], 2), ([3, 8], 2), ([3, 9], 2), ([5, 17], 6),
                     ([0, 3], 2), ([2, 3, 2, 5], 4)):
        x, w, b = fine(*shape), fine(n, shape[-1]), fine(n)
        case("linear", [x, w], F.linear(x, w), summed=True)
        case("linear", [x, w, b], F.linear(x, w, b), summed=True)
    case("linear", [fine(2, 0), fine(3, 0), torch.ones(3).double()], torch.ones(2, 3).double(), summed=True)


def shapes():
    for x, shape in ((coarse(2, 3, 4), [6, 4]), (coarse(2, 3), [1, 3, 2, 1]), (coarse(1), []), (coarse(), [1, 1]),
                     (coarse(0, 3), [5, 0]), (whole(torch.int8, 4, 3), [12]), (whole(torch.bool, 4), [2, 2])):
        case("reshape", [x], x.reshape(shape))
    x = coarse(2, 3, 4)
    for perm in itertools.permutations(range(3)):
        case("transpose", [x], x.permute(perm), ints("perm", perm))
    x = coarse(2, 3, 1, 2, 2)
    for perm in ([4, 2, 0, 1, 3], [1, 0, 2, 4, 3], [0, 1, 2, 3, 4], [4, 3, 2, 1, 0]):
        case("transpose", [x], x.permute(perm), ints("perm", perm))
    i = whole(torch.int32, 3, 5)
    case("transpose", [i], i.T.contiguous(), ints("perm", [1, 0]))
    case("transpose", [coarse(0, 3)], torch.zeros(3, 0).double(), ints("perm", [1, 0]))
    scalar = coarse()
    case("transpose", [scalar], scalar, ints("perm", []))
    for source, to in (([3, 1], [3, 4]), ([1], [2, 3]), ([], [2, 2]), ([2, 1, 3], [4, 2, 5, 3]), ([2, 3], [2, 3]),
                       ([1, 3], [0, 3])):
        x = coarse(*source)
        case("expand", [x], x.expand(to).contiguous())
    b = whole(torch.bool, 3, 1)
    case("expand", [b], b.expand(3, 2).contiguous())
    for parts, dim in (([[2, 3], [1, 3], [4, 3]], 0), ([[2, 3], [2, 1]], 1), ([[2, 3, 2], [2, 5, 2], [2, 1, 2]], 1),
                       ([[2, 2, 3], [2, 2, 1]], 2), ([[3]], 0), ([[0, 3], [2, 3]], 0), ([[2, 0], [2, 3], [2, 0]], 1),
                       ([[0, 2], [0, 3]], 1), ([[1], [2], [3], [4]], 0)):
        for make in (coarse, lambda *shape: whole(torch.int64, *shape)):
            xs = [make(*part) for part in parts]
            case("concat", xs, torch.cat(xs, dim), "dim = %d" % dim)

    def sliced(x, *slices):
        x = array(x)
        triples = [s.indices(n) for s, n in zip(slices, x.shape)]
        sizes = [len(range(*t)) for t in triples]
        case("slice", [x], x[slices], ", ".join([ints("offsets", [t[0] for t in triples]), ints("sizes", sizes),
                                                 ints("strides", [t[2] for t in triples])]))

    every = slice(None)
    sliced(coarse(7), slice(2, 5))
    sliced(coarse(7), slice(1, None, 2))
    sliced(coarse(7), slice(None, None, -1))
    sliced(coarse(7), slice(6, 1, -2))
    sliced(coarse(7), slice(3, 3))
    sliced(coarse(4, 5), slice(None, None, 3), slice(4, None, -3))
    sliced(coarse(4, 5, 3), every, slice(1, 4), slice(None, None, -1))
    sliced(coarse(4, 5, 3), slice(3, None, -2), every, slice(2, 3))
    sliced(whole(torch.int8, 4, 5), slice(1, 2), slice(None, None, 4))
    sliced(whole(torch.bool, 6), slice(5, 0, -2))
    sliced(coarse(0, 4), every, slice(1, 3))
    for _ in range(12):
        shape = [choice.randint(1, 6) for _ in range(choice.randint(1, 4))]
        slices = []
        for n in shape:
            step = choice.choice([-3, -2, -1, 1, 2, 3])
            start = choice.randrange(n)
            slices.append(slice(start, None, step) if choice.random() < 0.7 else slice(start, start + step, step)
                          if start + step >= 0 else slice(start, None, step))
        sliced(coarse(*shape), *slices)

    def padded(x, pads, mode="constant", value=0.0):
        x = array(x)
        modes = {"constant": ("constant", {"constant_values": value}), "reflect": ("reflect", {}),
                 "replicate": ("edge", {})}
        result = np.pad(x, pads, modes[mode][0], **modes[mode][1])
        if mode != "constant" and x.ndim == 4 and pads[0] == pads[1] == (0, 0):  # PyTorch knows these: it must agree
            torch_pads = pads[3] + pads[2]
            assert (F.pad(torch.from_numpy(x), torch_pads, mode).numpy() == result).all()
        attributes = [ints("low", [p[0] for p in pads]), ints("high", [p[1] for p in pads])]
        if mode != "constant":
            attributes.append("mode = #aic.pad_mode<%s>" % mode)
        if value:
            attributes.append("value = %s" % {INF: "0x7FF0000000000000", -INF: "0xFFF0000000000000"}.get(value, repr(float(value))))
            attributes[-1] += " : f64"
        case("pad", [x], result, ", ".join(attributes))

    padded(coarse(3), [(1, 2)])
    padded(coarse(2, 3), [(0, 2), (1, 0)], value=1.5)
    padded(coarse(2, 3), [(1, 1), (1, 1)], value=-INF)
    padded(coarse(2, 3, 2), [(1, 0), (0, 0), (2, 3)])
    padded(coarse(0, 2), [(1, 1), (0, 1)], value=2)
    padded(whole(torch.int8, 2, 2), [(1, 0), (0, 1)], value=-3)
    padded(whole(torch.bool, 3), [(1, 1)])
    for mode in ("reflect", "replicate"):
        padded(coarse(5), [(2, 3)], mode)
        padded(coarse(1, 2, 4, 5), [(0, 0), (0, 0), (1, 2), (3, 4)], mode)
        padded(coarse(1, 2, 4, 5), [(0, 0), (0, 0), (3, 0), (0, 1)], mode)
        padded(coarse(3, 2, 4), [(2, 1), (1, 1), (0, 3)], mode)
        padded(whole(torch.int32, 3, 3), [(1, 2), (2, 0)], mode)
    padded(coarse(1, 3), [(4, 2), (0, 7)], "replicate")


def regions():
    """More than one operation: a chain, a value used twice, a constant, and a fused convolution."""
    x, w, b, other = coarse(1, 3, 6, 5), coarse(4, 3, 3, 3), coarse(4), coarse(1, 4, 6, 5)
    result = torch.relu(F.conv2d(x, w, b, padding=1) + other)
    t = type_of(result)
    types = ", ".join(type_of(v) for v in (x, w, b, other))
    body_case("fused", """  %%result = aic.fused(%%0, %%1, %%2, %%3) : (%s) -> %s {
  ^bb0(%%a: %s, %%b: %s, %%c: %s, %%d: %s):
    %%y = aic.conv2d %%a, %%b, %%c {padding = array<i64: 1, 1, 1, 1>} : (%s, %s, %s) -> %s
    %%z = aic.add %%y, %%d : (%s, %s) -> %s
    %%r = aic.relu %%z : %s
    aic.yield %%r : %s
  }""" % (types, t, type_of(x), type_of(w), type_of(b), t, type_of(x), type_of(w), type_of(b), t, t, t, t, t, t),
              [x, w, b, other], result, summed=True)
    x = fine(2, 3)
    body_case("chain", """  %c = aic.constant dense<[1.5, -2.0, 0.25]> : tensor<3xf64>
  %y = aic.mul %0, %c : (tensor<2x3xf64>, tensor<3xf64>) -> tensor<2x3xf64>
  %z = aic.exp %y : tensor<2x3xf64>
  %s = aic.sum %z {dims = array<i64: 1>, keepdim = true} : (tensor<2x3xf64>) -> tensor<2x1xf64>
  %d = aic.div %z, %s : (tensor<2x3xf64>, tensor<2x1xf64>) -> tensor<2x3xf64>
  %result = aic.add %d, %c : (tensor<2x3xf64>, tensor<3xf64>) -> tensor<2x3xf64>""", [x],
              torch.softmax(x * torch.tensor([1.5, -2, 0.25]).double(), 1) + torch.tensor([1.5, -2, 0.25]).double())


for family in (elementwise, casts, reductions, normalisations, convolutions, poolings, matrix_products, shapes,
               regions) + layer_goldens.FAMILIES + sequence_goldens.FAMILIES + quantised_goldens.FAMILIES + \
              training_goldens.FAMILIES:
    family()
write()
