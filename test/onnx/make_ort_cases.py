#!/usr/bin/python3
"""Writes test/onnx/ort/*.onnx: cases as make_cases.py writes them, whose values and shapes are ONNX Runtime's.

They are for operators whose meaning hangs on roundings and defaults that the standard's text leaves open, and for shapes: the
importer's own rules have no part in them.

    tools/bench/setup && /usr/bin/python3 test/onnx/make_ort_cases.py
"""
import json
import os
import sys
import tempfile

import numpy as np
import onnx
from onnx import helper, numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(HERE, "../../tools/bench")]
import make_cases  # noqa: E402
import peers  # noqa: E402
import quantised_cases  # noqa: E402
import transformer_cases  # noqa: E402
from make_cases import node  # noqa: E402

rng = np.random.default_rng(7)


def case(name, nodes, given, outputs, opset, constants=None, opsets=()):
    """outputs: name -> (ONNX type, rank); opsets: of other domains."""
    constants = {k: v if isinstance(v, onnx.TensorProto) else np.asarray(v) for k, v in (constants or {}).items()}
    nodes = nodes if isinstance(nodes, list) else [nodes]
    graph = helper.make_graph(
        nodes, name, [make_cases.value(k, v) for k, v in given.items()],
        [helper.make_tensor_value_info(k, kind, [None] * rank) for k, (kind, rank) in outputs.items()],
        [make_cases.stored(v, k) for k, v in constants.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid(*o) for o in [("", opset), *opsets]])
    model.ir_version = 8
    with tempfile.TemporaryDirectory() as folder:
        onnx.save(model, folder + "/model.onnx")
        for k, v in given.items():
            np.save(f"{folder}/in.{k}.npy", v)
        with open(folder + "/meta.json", "w") as file:
            json.dump({"inputs": list(given), "outputs": list(outputs)}, file)
        peers.run_onnxruntime(folder)
        expected = {k: np.load(f"{folder}/ort.{k}.npy") for k in outputs}
    make_cases.case(name, nodes, given, expected, opset, constants, opsets=opsets)


class Resizes:
    """Many Resize nodes in one model: each has an output of its own."""

    def __init__(self, name, opset, op="Resize"):
        self.name, self.opset, self.op = name, opset, op
        self.nodes, self.given, self.constants, self.outputs = [], {}, {}, {}

    def image(self, *shape):
        name = "x" + "_".join(map(str, shape))
        if name not in self.given:
            self.given[name] = rng.uniform(1, 3, shape).astype(np.float32)  # so that no sum cancels
        return name

    def constant(self, array):
        if array is None:
            return ""
        for name, other in self.constants.items():
            if other.dtype == array.dtype and np.array_equal(other, array):
                return name
        name = f"c{len(self.constants)}"
        self.constants[name] = array
        return name

    def add(self, shape, scales=None, sizes=None, roi=None, **attributes):
        scales = None if scales is None else np.array(scales, np.float32)
        sizes = None if sizes is None else np.array(sizes, np.int64)
        roi = None if roi is None else np.array(roi, np.float32)
        inputs = [self.image(*shape)]
        if self.opset < 9:
            attributes["scales"] = [float(s) for s in scales]
        elif self.opset < 11:
            inputs.append(self.constant(scales))
        else:
            inputs += [self.constant(roi), self.constant(scales), self.constant(sizes)]
        while not inputs[-1]:
            inputs.pop()
        output = f"y{len(self.nodes)}"
        self.nodes.append(node(self.op, inputs, [output], **attributes))
        self.outputs[output] = (onnx.TensorProto.FLOAT, len(shape))

    def write(self):
        case(self.name, self.nodes, self.given, self.outputs, self.opset, self.constants)


SIZES = (1, 2, 3, 5, 7, 9, 10, 12, 16, 20, 23, 32)
SCALES = (0.2, 0.25, 1 / 3, 0.5, 0.6, 2 / 3, 0.7, 0.75, 0.8, 0.9, 1.1, 1.25, 4 / 3, 1.5, 5 / 3, 1.75, 2, 2.3, 2.5, 3, 10 / 3)
PAIRS = [(size, scale) for size in SIZES for scale in SCALES if np.float32(size) * np.float32(scale) >= 1]
COORDINATES = ("half_pixel", "half_pixel_symmetric", "pytorch_half_pixel", "align_corners", "asymmetric", "tf_half_pixel_for_nn")


def some(count):
    return [PAIRS[i] for i in sorted(rng.choice(len(PAIRS), count, replace=False))]


def images(sweep, count, **attributes):
    """Two axes at once."""
    for (h, sh), (w, sw) in zip(some(count), some(count)):
        sweep.add((1, 2, h, w), (1, 1, sh, sw), **attributes)


def resizes():
    sweep = Resizes("resize_nearest_torch", 13)  # what PyTorch exports
    for size, scale in PAIRS:
        sweep.add((1, 1, 1, size), (1, 1, 1, scale), mode="nearest", coordinate_transformation_mode="asymmetric",
                  nearest_mode="floor")
    sweep.write()
    sweep = Resizes("resize_nearest", 19)
    for coordinates in COORDINATES:
        for rounding in ("round_prefer_floor", "round_prefer_ceil", "floor", "ceil"):
            for size, scale in some(12):
                sweep.add((1, 1, 1, size), (1, 1, 1, scale), mode="nearest", coordinate_transformation_mode=coordinates,
                          nearest_mode=rounding)
    images(sweep, 12, mode="nearest")
    sweep.write()
    sweep = Resizes("resize_linear", 19)
    for coordinates in COORDINATES:
        for size, scale in some(40):
            sweep.add((1, 1, 1, size), (1, 1, 1, scale), mode="linear", coordinate_transformation_mode=coordinates)
        images(sweep, 2, mode="linear", coordinate_transformation_mode=coordinates)
        sweep.add((9, 10), (0.7, 5 / 3), mode="linear", coordinate_transformation_mode=coordinates)
        sweep.add((1, 1, 5, 7, 3), (1, 1, 4 / 3, 0.7, 5 / 3), mode="linear", coordinate_transformation_mode=coordinates)
    sweep.write()
    sweep = Resizes("resize_cubic", 19)
    for coordinates in COORDINATES:
        for size, scale in some(25):
            sweep.add((1, 1, 1, size), (1, 1, 1, scale), mode="cubic", coordinate_transformation_mode=coordinates,
                      exclude_outside=size % 2, cubic_coeff_a=-0.5 if size % 3 == 0 else -0.75)
    images(sweep, 12, mode="cubic")
    sweep.write()
    sweep = Resizes("resize_antialias", 19)
    for mode in ("linear", "cubic"):
        for outside in (0, 1):
            for size, scale in some(25):
                sweep.add((1, 1, 1, size), (1, 1, 1, scale), mode=mode, antialias=1, exclude_outside=outside)
        images(sweep, 6, mode=mode, antialias=1)
    sweep.write()


def resizes_by_size():
    sweep = Resizes("resize_sizes", 19)
    for mode, coordinates in (("nearest", "asymmetric"), ("nearest", "half_pixel"), ("linear", "half_pixel"),
                              ("linear", "align_corners"), ("cubic", "half_pixel")):
        for size, scale in some(15):
            sweep.add((1, 1, 1, size), sizes=(1, 1, 1, max(1, round(size * scale))), mode=mode,
                      coordinate_transformation_mode=coordinates)
        for policy in ("not_larger", "not_smaller"):
            for (h, sh), (w, sw) in zip(some(3), some(3)):
                sweep.add((1, 1, h, w), sizes=(max(1, round(h * sh)), max(1, round(w * sw))), axes=[2, 3], mode=mode,
                          coordinate_transformation_mode=coordinates, keep_aspect_ratio_policy=policy)
    sweep.write()
    sweep = Resizes("resize_crop", 19)
    for mode in ("nearest", "linear", "cubic"):
        for size, scale in some(30):
            if int(np.float32(size) * np.float32(scale)) == size:
                continue  # ONNX Runtime copies then, whatever the roi says: its own fault
            start, end = np.sort(rng.uniform(-0.3, 1.3, 2))
            sweep.add((1, 1, 1, size), (1, 1, 1, scale), roi=(0, 0, 0, start, 1, 1, 1, end), mode=mode,
                      coordinate_transformation_mode="tf_crop_and_resize", extrapolation_value=-7.5)
    sweep.write()


def resizes_of_old():
    for op, opset in (("Upsample", 7), ("Upsample", 9), ("Resize", 10)):
        sweep = Resizes(f"{op.lower()}_{opset}", opset, op)
        for mode in ("nearest", "linear"):
            for size, scale in some(40):
                if op == "Resize" or scale >= 1:
                    sweep.add((1, 1, 1, size), (1, 1, 1, scale), mode=mode)
        sweep.write()


def limits():
    """What is at an end of the numbers: infinities, NaN, zeros that are divided by."""
    kind = onnx.TensorProto.FLOAT
    x = np.array([[-np.inf, -3, -0.0, 0, 0.25, 3, np.inf, np.nan, 1e-30, -3e38]], np.float32)
    bounds = {"lo": np.float32(-0.5), "hi": np.float32(0.5), "zero": np.float32(0)}
    pairs = [("", ""), ("lo", ""), ("", "hi"), ("lo", "hi"), ("zero", ""), ("", "zero"), ("hi", "lo")]
    nodes = [node("Clip", ["x", lo, hi], [f"y{i}"]) for i, (lo, hi) in enumerate(pairs)]
    case("clip_infinite", nodes, {"x": x}, {f"y{i}": (kind, 2) for i in range(len(pairs))}, 13,
         bounds)
    # Bounds that are computed.
    given = {"x": x, "lo": np.array(-0.5, np.float32), "hi": np.array(0.5, np.float32)}
    nodes = [node("Clip", ["x", "lo"], ["y0"]), node("Clip", ["x", "", "hi"], ["y1"]), node("Clip", ["x", "hi", "lo"], ["y2"])]
    case("clip_infinite_run", nodes, given, {f"y{i}": (kind, 2) for i in range(3)}, 13)
    attributes = [{}, {"min": -0.5}, {"max": 0.5}, {"min": -0.5, "max": 0.5}, {"min": 0.0}]
    nodes = [node("Clip", ["x"], [f"y{i}"], **a) for i, a in enumerate(attributes)]
    case("clip_infinite_6", nodes, {"x": x}, {f"y{i}": (kind, 2) for i in range(len(attributes))}, 6)
    x = np.array([[0, 0, 0], [1, -2, 2], [0, 0, 3e-25], [np.nan, 0, 0], [0, -0.0, 0]], np.float32)
    nodes = [node("LpNormalization", ["x"], [f"y{p}{axis}"], p=p, axis=axis) for p in (1, 2) for axis in (0, 1)]
    case("lp_normalization_zeros", nodes, {"x": x}, {f"y{p}{axis}": (kind, 2) for p in (1, 2) for axis in (0, 1)}, 13)


def quantised():
    u8, i8, i32, f32 = (onnx.TensorProto.UINT8, onnx.TensorProto.INT8, onnx.TensorProto.INT32, onnx.TensorProto.FLOAT)
    given = {"a": np.zeros((2, 3), np.float32), "b": np.full((2, 3), 1e-42, np.float32), "c": np.full((2, 3), -5, np.float32),
             "d": rng.uniform(-3, 1, (2, 3)).astype(np.float32)}
    nodes, outputs = [], {}
    for k in given:
        nodes.append(node("DynamicQuantizeLinear", [k], [k + "q", k + "s", k + "z"]))
        outputs.update({k + "q": (u8, 2), k + "s": (f32, 0), k + "z": (u8, 0)})
    case("dynamic_quantize", nodes, given, outputs, 13)
    bytes_, signed = lambda *s: rng.integers(0, 256, s).astype(np.uint8), lambda *s: rng.integers(-128, 128, s).astype(np.int8)
    for size in (4113, 8300):  # more products than two factors of 4 bits take in f32
        case(f"matmul_integer_{size}", node("MatMulInteger", ["a", "b", "za", "zb"]), {"a": bytes_(2, size), "b": signed(size, 2)},
             {"y": (i32, 2)}, 10, {"za": np.uint8(255), "zb": np.array([-128, 127], np.int8)})
    case("conv_integer_channels", node("ConvInteger", ["x", "w", "zx"], pads=[1, 1, 1, 1], group=2),
         {"x": bytes_(1, 2 * 460, 3, 3), "w": signed(2, 460, 3, 3)}, {"y": (i32, 4)}, 10, {"zx": np.uint8(200)})
    case("conv_integer_kernel", node("ConvInteger", ["x", "w", "zx"], strides=[2, 1]),
         {"x": bytes_(1, 2, 69, 68), "w": signed(1, 2, 65, 66)}, {"y": (i32, 4)}, 10, {"zx": np.uint8(3)})
    scales = {"s": np.float32(0.02), "t": np.array([0.002, 0.001], np.float32), "r": np.float32(0.1), "zx": np.uint8(100),
              "zw": np.zeros(2, np.int8), "zy": np.uint8(128), "bias": np.array([4000, -90000], np.int32)}
    case("qlinear_conv_channels", node("QLinearConv", ["x", "s", "zx", "w", "t", "zw", "r", "zy", "bias"]),
         {"x": bytes_(1, 460, 4, 3), "w": signed(2, 460, 3, 3)}, {"y": (u8, 4)}, 10, scales)
    case("qlinear_matmul_long", node("QLinearMatMul", ["a", "s", "zx", "b", "u", "zb", "r", "zy"]),
         {"a": bytes_(2, 4500), "b": signed(4500, 2)}, {"y": (u8, 2)}, 10,
         {**{k: scales[k] for k in ("s", "zx", "r", "zy")}, "u": np.float32(0.002), "zb": np.int8(0)})


class Nodes:
    """Many nodes in one model, each with inputs and outputs of its own; all float but for constants."""

    def __init__(self, name, opset):
        self.name, self.opset = name, opset
        self.nodes, self.given, self.constants, self.outputs = [], {}, {}, {}

    def add(self, op, *arrays, constants=(), rank=None, **attributes):
        inputs = []
        for array, held in [(a, self.given) for a in arrays] + [(c, self.constants) for c in constants]:
            inputs.append(f"i{len(self.given) + len(self.constants)}")
            held[inputs[-1]] = array
        output = f"y{len(self.nodes)}"
        self.nodes.append(node(op, inputs, [output], **{k: v for k, v in attributes.items() if v is not None}))
        self.outputs[output] = (onnx.TensorProto.FLOAT, arrays[0].ndim if rank is None else rank)

    def write(self):
        case(self.name, self.nodes, self.given, self.outputs, self.opset, self.constants)


def choose(*options):
    return options[rng.integers(len(options))]


def between(low, high, count=1):
    return [int(i) for i in rng.integers(low, high + 1, count)]


def windows():
    """Sizes of windows: padding of all kinds, dilation, ceil_mode. SAME without dilation, and with kernels as large as the
    stride at least: there ONNX Runtime does not pad as the standard says (out = ceil(in / stride))."""
    pools, products = Nodes("windows_pool", 19), Nodes("windows_conv", 19)
    for i in range(80):
        axes = choose(1, 2, 2, 3)
        pad = choose("NOTSET", "NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID")
        size, stride = between(5, 9, axes), between(1, 3, axes)
        kernel = [max(k, s) if pad[:4] == "SAME" else k for k, s in zip(between(1, 3, axes), stride)]
        dilation = between(1, 2, axes) if pad[:4] != "SAME" else [1] * axes
        x = rng.uniform(1, 3, (1, 2, *size)).astype(np.float32)
        attributes = dict(kernel_shape=kernel, strides=stride, dilations=dilation, auto_pad=pad if pad != "NOTSET" else None)
        if i % 2:
            pads = [between(0, kernel[k % axes] - 1)[0] for k in range(2 * axes)] if pad == "NOTSET" else None
            op = choose("MaxPool", "AveragePool", "LpPool")
            pools.add(op, x, pads=pads, ceil_mode=choose(0, 1), count_include_pad=choose(0, 1) if op == "AveragePool" else None,
                      **attributes)
            continue
        pads = between(0, 2, 2 * axes) if pad == "NOTSET" else None
        op = choose("Conv", "ConvTranspose")
        more = [between(0, s - 1)[0] for s in stride] if op == "ConvTranspose" else None
        products.add(op, x, constants=[rng.uniform(1, 3, (2, 2, *kernel)).astype(np.float32)], pads=pads, output_padding=more,
                     **attributes)
    pools.write()
    products.write()


def slices():
    """Starts, ends and steps of any sign and size; an end of INT_MAX is not taken backwards, where ONNX Runtime makes it the
    first element, which the standard does not say."""
    cuts = Nodes("slices", 13)
    huge = (-(2**63) + 1, -(2**31), -20, 20, 2**31 - 1, 2**63 - 1)
    while len(cuts.nodes) < 60:
        rank = choose(1, 2, 3)
        shape = between(1, 6, rank)
        axes = sorted(rng.choice(rank, choose(*range(1, rank + 1)), replace=False).tolist())
        start, end, step = ([choose(choose(*huge), *between(-8, 8, 3)) for _ in axes] for _ in range(3))
        step = [s if s else -1 for s in step]
        if any(s < 0 and e >= 2**31 - 1 for s, e in zip(step, end)):
            continue
        x = rng.uniform(1, 3, shape).astype(np.float32)
        ints = [np.array(v, np.int64) for v in (start, end, [a - choose(0, rank) for a in axes], step)]
        cuts.add("Slice", x, constants=ints)
    cuts.write()


def specials():
    """Functions at infinities, NaN, zeros of both signs and numbers that overflow. Sign and the reductions of NaN are not
    here: PyTorch and ONNX Runtime differ."""
    x = np.array([-np.inf, -3e38, -200, -88.5, -20.5, -2.5, -1.5, -1, -0.5, -1e-30, -0.0, 0, 1e-42, 0.5, 1, 1.5, 2.5, 20.5, 88.5,
                  200, 3e38, np.inf, np.nan], np.float32)
    functions = Nodes("special_numbers", 20)
    for op in ("Abs Neg Reciprocal Sqrt Exp Log Sin Cos Tan Asin Acos Atan Sinh Cosh Asinh Acosh Atanh Erf Floor Ceil Round Relu "
               "Sigmoid Tanh HardSwish LeakyRelu Elu Selu Celu ThresholdedRelu Shrink Softsign Softplus Mish HardSigmoid "
               "Gelu").split():
        functions.add(op, x)
    a, b = (np.ascontiguousarray(grid) for grid in np.meshgrid(x, x))
    for op in ("Add", "Sub", "Mul", "Div", "Max", "Min", "Mean", "Sum", "Pow", "PRelu"):
        functions.add(op, a, b)
    functions.add("Mod", a, b, fmod=1)
    inf = np.inf
    rows = np.array([[1, -inf, 2], [-inf, -inf, -inf], [3, inf, 2], [-3e38, 3e38, 0]], np.float32)
    for op in ("Softmax", "LogSoftmax"):
        functions.add(op, rows, axis=1)
    for op in ("Sum", "Mean", "Max", "Min", "Prod", "L1", "L2", "LogSum", "LogSumExp", "SumSquare"):
        functions.add("Reduce" + op, rows, constants=[np.array([1], np.int64)])
    functions.write()


def bits():
    """MatMulNBits: blocks of 4 bits, with the middle as zero point and with zero points of their own, and a last block that ends early."""
    for name, k, n, block, width, zeros in (("plain", 64, 5, 32, 4, False), ("zeros", 64, 9, 16, 4, True), ("tail", 40, 3, 16, 4, True),
                                            ("bytes", 64, 4, 32, 8, True)):
        blocks = -(-k // block)
        constants = {"b": rng.integers(0, 256, (n, blocks, block * width // 8), np.uint8),
                     "s": rng.uniform(0.01, 0.02, n * blocks).astype(np.float32)}
        if zeros:
            constants["z"] = rng.integers(0, 256, n * -(-blocks * width // 8), np.uint8)
        case("ms_matmul_nbits_" + name,
             node("MatMulNBits", ["a", *constants], ["y"], domain="com.microsoft", K=k, N=n, bits=width, block_size=block),
             {"a": rng.standard_normal((2, 3, k)).astype(np.float32)}, {"y": (onnx.TensorProto.FLOAT, 3)}, 17, constants,
             [("com.microsoft", 1)])


def transformers():
    transformer_cases.write(case, rng)


def quantised_operators():
    quantised_cases.write(case, rng)


def main():
    make_cases.FOLDER = os.path.join(HERE, "ort")
    os.makedirs(make_cases.FOLDER, exist_ok=True)
    for old in os.listdir(make_cases.FOLDER):
        os.remove(os.path.join(make_cases.FOLDER, old))
    global rng
    for group in (resizes, resizes_by_size, resizes_of_old, limits, quantised, windows, slices, specials,
                  transformers, bits, quantised_operators):
        rng = np.random.default_rng(7)  # so that a new case changes no other group's
        group()
    print(len(os.listdir(make_cases.FOLDER)), "cases")


if __name__ == "__main__":
    sys.exit(main())
