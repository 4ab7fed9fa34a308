"""Goldens of activations with attributes, normalisations of axes and groups, conv1d, conv_transpose2d, interpolate."""
import math

import torch
import torch.nn.functional as F

from golden_file import INF, NAN, SPECIAL, case, choice, coarse, fine, ints, nhwc


def real(value):
    """A number as MLIR reads it: with a point."""
    text = repr(float(value))
    return text if "." in text else text.replace("e", ".0e")


def activations():
    # Far from 0 element by element; near it, and where 1 + erf and 1 + tanh cancel in PyTorch, relative to the largest.
    far = torch.tensor([NAN, INF, -INF, 0.0, 1, 3, 5, 20, 50, 700, 1e9, 1e300, -700, -1e9, -1e300], dtype=torch.float64)
    near = torch.cat([SPECIAL[SPECIAL.abs() < 30], fine(60) * 3, torch.linspace(-9, 9, 73, dtype=torch.float64)])
    for op, attributes, function in (
            ("gelu", "", F.gelu),
            ("gelu", "tanh = true", lambda x: F.gelu(x, approximate="tanh")),
            ("hardswish", "", F.hardswish),
            ("hardsigmoid", "", F.hardsigmoid),
            ("leaky_relu", "", F.leaky_relu),
            ("leaky_relu", "negative_slope = 0.0", lambda x: F.leaky_relu(x, 0.0)),
            ("leaky_relu", "negative_slope = -1.5", lambda x: F.leaky_relu(x, -1.5)),
            ("elu", "", F.elu),
            ("elu", "alpha = 0.25", lambda x: F.elu(x, 0.25)),
            ("elu", "alpha = -2.0", lambda x: F.elu(x, -2.0)),
            ("softplus", "", F.softplus),
            ("softplus", "beta = 2.5, threshold = 3.0", lambda x: F.softplus(x, 2.5, 3.0)),
            ("softplus", "beta = -0.5", lambda x: F.softplus(x, -0.5)),
            ("softplus", "threshold = -1.0", lambda x: F.softplus(x, 1, -1)),
            ("softplus", "threshold = 800.0", lambda x: F.softplus(x, 1, 800))):
        case(op, [far], function(far), attributes, short=True)
        case(op, [near], function(near), attributes, short=True, summed=True)
    case("gelu", [torch.zeros(0, 3).double()], torch.zeros(0, 3).double(), short=True)


def root_mean_square(x, axes, weight, eps):
    """PyTorch 1.13 has no rms_norm: its definition."""
    mean = (x * x).mean(list(range(x.dim() - axes, x.dim())), keepdim=True)
    return x / torch.sqrt(mean + eps) * (1 if weight is None else weight)


def last_axes():
    choices = ((True, True, None), (False, False, 1e-12), (True, False, 0.25), (False, True, 1e-3))
    shapes = ([7], [3, 5], [2, 3, 8], [2, 3, 4, 5], [4, 1], [5, 1, 17], [1, 1])
    for shape in shapes:
        for axes in range(1, min(len(shape), 3) + 1):
            x, last = fine(*shape) * 3 + 1, shape[len(shape) - axes:]
            for weighted, biased, eps in choices:
                if math.prod(last) == 1 and not biased:
                    continue  # 0, and what PyTorch's rounding leaves
                weight, bias = fine(*last) if weighted else None, fine(*last).abs() + 1 if biased else None
                attributes = ", ".join(([] if axes == 1 else ["axes = %d" % axes]) +
                                       ([] if eps is None else ["eps = " + real(eps)]))
                eps = 1e-5 if eps is None else eps
                args = [t for t in (x, weight, bias) if t is not None]
                operands = "%0" + (" weight %1" if weighted else "") + (" bias %%%d" % (len(args) - 1) if biased else "")
                case("layer_norm", args, F.layer_norm(x, last, weight, bias, eps), attributes, operands, summed=True)
                if not biased or weighted:
                    args = [x] + ([weight] if weighted else [])
                    case("rms_norm", args, root_mean_square(x, axes, weight, eps), attributes,
                         "%0 weight %1" if weighted else "%0", summed=True)
    odd = torch.tensor([[NAN, 1, 2], [1, INF, 2], [5, 5, 5], [100, 101, 103], [0, 0, 0]], dtype=torch.float64)
    case("layer_norm", [odd[:4]], F.layer_norm(odd[:4], [3]), summed=True)
    case("rms_norm", [odd[[0, 2, 4]]], root_mean_square(odd[[0, 2, 4]], 1, None, 1e-5), summed=True)
    for empty in ([0, 3], [3, 0], [2, 0, 3]):
        x = torch.zeros(*empty).double()
        case("layer_norm", [x], x)
        case("rms_norm", [x], x)


def groups():
    for shape, counts in (([3, 4], (1, 2, 4)), ([2, 6, 5], (1, 3, 6)), ([2, 6, 3, 4], (1, 2, 3, 6)), ([1, 4, 2, 1, 3], (2, 4)),
                          ([1, 7, 1, 1], (1, 7)), ([0, 4, 3, 3], (2,)), ([2, 4, 0, 3], (2,))):
        x, channels = fine(*shape) * 2 - 1, shape[1]
        for count in counts:
            for weighted, biased, eps in ((True, True, None), (False, False, 0.25), (True, False, 1e-12), (False, True, None)):
                if (1 in (count, shape[0]) and not weighted) or (math.prod(shape[1:]) == count and not biased):
                    continue  # enough; 0, and what PyTorch's rounding leaves
                weight, bias = fine(channels) if weighted else None, fine(channels) if biased else None
                result = torch.group_norm(x, count, weight, bias, 1e-5 if eps is None else eps) if x.numel() else x
                args = [t for t in (x, weight, bias) if t is not None]
                operands = "%0" + (" weight %1" if weighted else "") + (" bias %%%d" % (len(args) - 1) if biased else "")
                attributes = "num_groups = %d" % count + ("" if eps is None else ", eps = " + real(eps))
                case("group_norm", args, result, attributes, operands, summed=True)
                if x.dim() == 4:
                    case("group_norm", [nhwc(x)] + args[1:], nhwc(result), attributes + ", layout = #aic.layout<nhwc>", operands,
                         summed=True)


def one_dimension():
    def conv(images, channels, length, outputs, kernel, stride, padding, dilation, groups, bias):
        x, w = coarse(images, channels, length), coarse(outputs, channels // groups, kernel)
        b = coarse(outputs) if bias else None
        result = F.conv1d(F.pad(x, padding), w, b, stride, 0, dilation, groups)
        attributes = [ints("stride", [stride])] * (stride != 1) + [ints("padding", padding)] * any(padding)
        attributes += [ints("dilation", [dilation])] * (dilation != 1) + ["groups = %d" % groups] * (groups != 1)
        case("conv1d", [x, w] + ([b] if bias else []), result, ", ".join(attributes), summed=True)

    conv(1, 3, 7, 4, 3, 1, [1, 1], 1, 1, True)
    conv(2, 80, 17, 3, 3, 2, [1, 1], 1, 1, True)
    conv(1, 1, 1, 1, 1, 1, [0, 0], 1, 1, False)
    conv(1, 2, 3, 2, 3, 1, [9, 5], 2, 1, True)  # windows in nothing but padding
    conv(0, 2, 5, 3, 2, 1, [0, 0], 1, 1, True)
    for _ in range(16):
        groups, kernel, dilation = choice.choice([1, 1, 2, 3]), choice.randint(1, 5), choice.randint(1, 3)
        padding = [choice.randint(0, 3), choice.randint(0, 3)]
        least = max(1, (kernel - 1) * dilation + 1 - sum(padding))
        conv(choice.randint(1, 2), groups * choice.randint(1, 3), least + choice.randint(0, 9),
             groups * choice.randint(1, 3), kernel, choice.randint(1, 3), padding, dilation, groups, choice.random() < 0.5)


def transposed():
    def conv(images, channels, height, width, per_group, kernel, stride, padding, more, dilation, groups, bias):
        x, w = coarse(images, channels, height, width), coarse(channels, per_group, *kernel)
        b = coarse(per_group * groups) if bias else None
        top, left, bottom, right = padding
        if top == bottom and left == right:
            result = F.conv_transpose2d(x, w, b, stride, (top, left), more, groups, dilation)
        else:  # PyTorch cuts both sides alike: cut its whole result
            result = F.conv_transpose2d(x, w, b, stride, 0, more, groups, dilation)
            result = result[:, :, top:result.shape[2] - bottom, left:result.shape[3] - right].contiguous()
        attributes = [ints("stride", stride)] * (stride != [1, 1]) + [ints("padding", padding)] * any(padding)
        attributes += [ints("output_padding", more)] * any(more) + [ints("dilation", dilation)] * (dilation != [1, 1])
        attributes += ["groups = %d" % groups] * (groups != 1)
        case("conv_transpose2d", [x, w] + ([b] if bias else []), result, ", ".join(attributes), summed=True)

    one, none = [1, 1], [0, 0]
    conv(1, 3, 4, 5, 2, [2, 2], [2, 2], [0, 0, 0, 0], none, one, 1, True)
    conv(2, 4, 3, 5, 3, [3, 3], [2, 2], [1, 1, 1, 1], one, one, 1, True)
    conv(1, 4, 5, 3, 2, [4, 4], [2, 2], [1, 1, 1, 1], none, one, 2, False)
    conv(1, 3, 4, 4, 1, [3, 3], one, [1, 1, 1, 1], none, one, 3, True)
    conv(1, 2, 1, 1, 2, [1, 1], one, [0, 0, 0, 0], none, one, 1, False)
    conv(1, 2, 3, 4, 1, [2, 1], [4, 3], [0, 0, 0, 0], [3, 2], one, 1, True)  # gaps that nothing reaches
    conv(1, 2, 4, 3, 2, [3, 2], one, [0, 0, 0, 0], [2, 1], [3, 2], 1, True)  # output_padding below the dilation only
    conv(1, 2, 4, 4, 2, [3, 3], one, [3, 3, 3, 3], [0, 0], [2, 2], 1, False)
    conv(0, 2, 3, 3, 2, [2, 2], one, [0, 0, 0, 0], none, one, 1, True)
    made = 0
    while made < 24:
        groups, kernel = choice.choice([1, 1, 2, 3]), [choice.randint(1, 4) for _ in "hw"]
        stride, dilation = [choice.randint(1, 3) for _ in "hw"], [choice.randint(1, 3) for _ in "hw"]
        more = [choice.randrange(max(s, d)) for s, d in zip(stride, dilation)]
        size = [choice.randint(1, 5) for _ in "hw"]
        top, left = choice.randint(0, 3), choice.randint(0, 3)
        padding = [top, left, top, left] if choice.random() < 0.5 else [top, left, choice.randint(0, 3), choice.randint(0, 3)]
        length = [(size[n] - 1) * stride[n] + dilation[n] * (kernel[n] - 1) + more[n] + 1 - padding[n] - padding[n + 2]
                  for n in (0, 1)]
        if min(length) < 1:
            continue
        made += 1
        conv(choice.randint(1, 2), groups * choice.randint(1, 3), *size, choice.randint(1, 3), kernel, stride, padding, more,
             dilation, groups, choice.random() < 0.5)


def interpolations():
    def resize(x, mode, corners=False, size=None, scales=None):
        # One channel or one column is channels-last to PyTorch too, where nearest treats some scales in its own way.
        assert x.shape[1] > 1 and x.shape[2:].numel() > 1 or not scales
        more = {} if mode == "nearest" else {"align_corners": corners}
        result = F.interpolate(x, size=size, scale_factor=scales, mode=mode, **more).contiguous()
        attributes = [ints("output_size", result.shape[2:])]
        attributes += ["mode = #aic.resize_mode<bilinear>"] * (mode != "nearest") + ["align_corners = true"] * corners
        if scales:
            attributes.append("scales = array<f64: %s>" % ", ".join(repr(s) for s in scales))
        marks = {"rounded": x.dtype == torch.float32 and mode != "nearest", "summed": mode != "nearest"}
        case("interpolate", [x], result, ", ".join(attributes), **marks)
        case("interpolate", [nhwc(x)], nhwc(result), ", ".join(attributes + ["layout = #aic.layout<nhwc>"]), **marks)

    for height, width, size in ((3, 4, [6, 8]), (5, 7, [3, 2]), (4, 4, [7, 9]), (7, 5, [7, 5]), (1, 1, [3, 2]), (6, 5, [1, 1]),
                                (2, 9, [2, 5]), (13, 3, [1, 30])):
        for dtype in (torch.float64, torch.float32):
            x = coarse(2, 3, height, width).to(dtype)
            resize(x, "nearest", size=size)
            resize(x, "bilinear", size=size)
            resize(x, "bilinear", corners=True, size=size)
    # Where i * in / out is a whole number, but not in floating point: each type has its own places.
    for inside, outside in ((14, 46), (26, 22), (30, 22), (39, 33), (58, 54), (45, 39)):
        for dtype in (torch.float64, torch.float32):
            resize(torch.arange(2.0 * inside).reshape(1, 2, 1, inside).to(dtype), "nearest", size=[1, outside])
    for height, width, scales in ((4, 6, [2.0, 2.0]), (5, 7, [0.5, 0.4]), (5, 7, [2.3, 1.7]), (4, 5, [1.2, 1.1]),
                                  (3, 3, [2.2, 2.2]), (9, 8, [0.3, 3.0])):
        for dtype in (torch.float64, torch.float32):
            x = coarse(1, 2, height, width).to(dtype)
            for mode in ("nearest", "bilinear"):
                resize(x, mode, scales=scales)
            resize(x, "bilinear", corners=True, scales=scales)
    x = fine(1, 2, 3, 4)
    x[0, 0, 1, 2], x[0, 1, 0, 0] = NAN, INF
    for mode in ("nearest", "bilinear"):
        resize(x, mode, size=[5, 7])
    empty = torch.zeros(0, 2, 3, 3).double()
    case("interpolate", [empty], torch.zeros(0, 2, 5, 5).double(), "output_size = array<i64: 5, 5>")


FAMILIES = (activations, last_axes, groups, one_dimension, transposed, interpolations)
