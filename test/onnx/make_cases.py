#!/usr/bin/python3
"""Writes test/onnx/cases/*.onnx: one file a case, for what Debian's node tests do not cover.

The expected values are PyTorch's where it has the operator, else NumPy's, computed here from the standard's text. A case
holds its data itself, as initializers called given/INPUT and expected/OUTPUT, which no node reads.

    /usr/bin/python3 test/onnx/make_cases.py
"""
import os
import sys

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
rng = np.random.default_rng(7)


def f(*shape, low=-2.0, high=2.0):
    return rng.uniform(low, high, shape).astype(np.float32)


def t(x):
    return torch.from_numpy(np.asarray(x))


def node(op, inputs, outputs=("y",), domain="", **attributes):
    return helper.make_node(op, list(inputs), list(outputs), domain=domain, **attributes)


def value(name, array):
    return helper.make_tensor_value_info(name, onnx.mapping.NP_TYPE_TO_TENSOR_TYPE[array.dtype], array.shape)


def stored(constant, name):
    """An array, or a tensor of a type that NumPy has not, as an initializer."""
    if not isinstance(constant, TensorProto):
        return numpy_helper.from_array(np.ascontiguousarray(constant).reshape(constant.shape), name)
    tensor = TensorProto()
    tensor.CopyFrom(constant)
    tensor.name = name
    return tensor


def case(name, nodes, given, expected, opset=17, constants=None, functions=(), opsets=()):
    """given, expected, constants: arrays by name."""
    expected = {k: v.detach().numpy() if isinstance(v, torch.Tensor) else np.asarray(v) for k, v in expected.items()}
    nodes = nodes if isinstance(nodes, list) else [nodes]
    tensors = [stored(v, k) for k, v in (constants or {}).items()]
    tensors += [numpy_helper.from_array(v, "given/" + k) for k, v in given.items()]
    tensors += [numpy_helper.from_array(np.ascontiguousarray(v).reshape(v.shape), "expected/" + k) for k, v in expected.items()]
    graph = helper.make_graph(nodes, name, [value(k, v) for k, v in given.items()],
                              [value(k, v) for k, v in expected.items()], tensors)
    imports = [helper.make_opsetid("", opset)] + [helper.make_opsetid(*o) for o in opsets]
    model = helper.make_model(graph, opset_imports=imports, functions=list(functions))
    with open(os.path.join(FOLDER, name + ".onnx"), "wb") as file:
        file.write(model.SerializeToString(deterministic=True))


def ints(*values):
    return np.array(values, np.int64)


def activations():
    x = f(2, 3, 5)
    case("gelu", node("Gelu", ["x"]), {"x": x}, {"y": F.gelu(t(x))}, 20)
    tanh = 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))
    case("gelu_tanh", node("Gelu", ["x"], approximate="tanh"), {"x": x}, {"y": tanh.astype(np.float32)}, 20)
    case("mish", node("Mish", ["x"]), {"x": x}, {"y": F.mish(t(x))}, 18)
    case("celu_1", node("Celu", ["x"]), {"x": x}, {"y": F.celu(t(x))}, 12)
    case("clip_6", node("Clip", ["x"], min=-0.5, max=1.0), {"x": x}, {"y": np.clip(x, -0.5, 1)}, 6)
    case("clip_known", node("Clip", ["x", "lo", "hi"]), {"x": x}, {"y": np.clip(x, -0.5, 1)},
         constants={"lo": np.float32(-0.5), "hi": np.float32(1)})
    i = rng.integers(-9, 9, (3, 4)).astype(np.int32)
    case("clip_integers", node("Clip", ["x", "lo"]), {"x": i}, {"y": np.maximum(i, -2)}, constants={"lo": np.int32(-2)})
    for power in (0.5, 1.0, 2.0, 3.0, -1.0):
        p = f(3, 4, low=0.5, high=2)
        case(f"pow_{power}", node("Pow", ["x", "e"]), {"x": p}, {"y": np.power(p, np.float32(power))},
             constants={"e": np.float32(power)})
    b = f(3)
    case("add_axis_6", node("Add", ["x", "b"], axis=1, broadcast=1), {"x": x}, {"y": x + b[:, None]}, 6, {"b": b})
    case("mod_sign", node("Mod", ["x", "b"], fmod=1), {"x": x}, {"y": np.fmod(x, np.float32(0.75))},
         constants={"b": np.float32(0.75)})


def windows():
    x = f(2, 4, 9)
    w, b = f(6, 2, 3), f(6)
    case("conv1d", node("Conv", ["x", "w", "b"], group=2, pads=[2, 1], strides=[2], dilations=[2]), {"x": x},
         {"y": F.conv1d(F.pad(t(x), (2, 1)), t(w), t(b), 2, 0, 2, 2)}, constants={"w": w, "b": b})
    v = f(1, 2, 5, 6, 7)
    w3, b3 = f(3, 2, 2, 3, 3), f(3)
    case("conv3d", node("Conv", ["x", "w", "b"], pads=[1, 1, 0, 1, 1, 2], strides=[2, 1, 2], dilations=[2, 1, 1]), {"x": v},
         {"y": F.conv3d(F.pad(t(v), (0, 2, 1, 1, 1, 1)), t(w3), t(b3), (2, 1, 2), 0, (2, 1, 1))},
         constants={"w": w3, "b": b3})
    image = f(1, 3, 8, 7)
    w2 = f(4, 3, 3, 2)
    same = F.conv2d(F.pad(t(image), (0, 1, 0, 1)), t(w2), None, 2)  # 8x7 -> 4x4: 1 row, 1 column behind
    case("conv_same_upper", node("Conv", ["x", "w"], auto_pad="SAME_UPPER", strides=[2, 2]), {"x": image}, {"y": same},
         constants={"w": w2})
    lower = F.conv2d(F.pad(t(image), (1, 0, 1, 0)), t(w2), None, 2)
    case("conv_same_lower", node("Conv", ["x", "w"], auto_pad="SAME_LOWER", strides=[2, 2]), {"x": image}, {"y": lower},
         constants={"w": w2})
    wt, bt = f(4, 3, 3), f(6)
    case("conv_transpose1d", node("ConvTranspose", ["x", "w", "b"], group=2, strides=[3], pads=[1, 1], output_padding=[2]),
         {"x": x}, {"y": F.conv_transpose1d(t(x), t(wt), t(bt), 3, 1, 2, 2)}, constants={"w": wt, "b": bt})
    wt2 = f(3, 2, 4, 4)
    case("conv_transpose_shape", node("ConvTranspose", ["x", "w"], strides=[2, 2], output_shape=[16, 14]), {"x": image},
         {"y": F.conv_transpose2d(t(image), t(wt2), None, 2, 1)}, constants={"w": wt2})
    x3, wt3, bt3 = f(2, 4, 3, 4, 3), f(4, 3, 2, 3, 2), f(6)
    case("conv_transpose3d", node("ConvTranspose", ["x", "w", "b"], group=2, strides=[2, 1, 2], dilations=[2, 1, 1],
                                  pads=[1, 1, 0, 1, 1, 0], output_padding=[1, 0, 1]), {"x": x3},
         {"y": F.conv_transpose3d(t(x3), t(wt3), t(bt3), (2, 1, 2), (1, 1, 0), (1, 0, 1), 2, (2, 1, 1))},
         constants={"w": wt3, "b": bt3})
    # An output_shape beyond a stride: no window touches the places behind.
    whole = F.conv_transpose2d(t(image), t(wt2), None, 2).numpy()
    case("conv_transpose_long", node("ConvTranspose", ["x", "w", "b"], strides=[2, 2], output_shape=[22, 17]), {"x": image},
         {"y": np.pad(whole, ((0, 0), (0, 0), (0, 4), (0, 1))) + bt[:2, None, None]}, constants={"w": wt2, "b": bt[:2]})
    case("max_pool_3d_ceil", node("MaxPool", ["x"], kernel_shape=[2, 3, 2], strides=[2, 2, 3], ceil_mode=1, pads=[1, 1, 0, 1, 1, 0]),
         {"x": v}, {"y": F.max_pool3d(t(v), (2, 3, 2), (2, 2, 3), (1, 1, 0), 1, True)})
    case("average_pool_3d", node("AveragePool", ["x"], kernel_shape=[2, 3, 2], strides=[2, 2, 3], pads=[1, 1, 0, 1, 1, 0]),
         {"x": v}, {"y": F.avg_pool3d(t(v), (2, 3, 2), (2, 2, 3), (1, 1, 0), False, False)})
    for include in (0, 1):
        case(f"average_pool_ceil_{include}", node("AveragePool", ["x"], kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1,
                                                  pads=[1, 1, 1, 1], count_include_pad=include),
             {"x": image}, {"y": F.avg_pool2d(t(image), 3, 2, 1, True, bool(include))})
    case("max_pool_wide_padding", node("MaxPool", ["x"], kernel_shape=[2], pads=[1, 2], strides=[1]), {"x": x},
         {"y": np.stack([np.pad(x, ((0, 0), (0, 0), (1, 2)), constant_values=-np.inf)[..., i:i + 2].max(-1)
                         for i in range(11)], -1)})
    dilated = dict(kernel_shape=[2, 3], strides=[2, 1], dilations=[3, 2])
    one = torch.full((3, 1, 2, 3), 1 / 6)
    case("average_pool_dilated", node("AveragePool", ["x"], **dilated), {"x": image},
         {"y": F.conv2d(t(image), one, None, (2, 1), 0, (3, 2), 3)}, 19)
    inside = F.conv2d(torch.ones(1, 3, 8, 7), one, None, (2, 1), (2, 1), (3, 2), 3)
    case("average_pool_dilated_pads", node("AveragePool", ["x"], pads=[2, 1, 2, 1], **dilated), {"x": image},
         {"y": F.conv2d(t(image), one, None, (2, 1), (2, 1), (3, 2), 3) / inside}, 19)
    case("lp_pool_dilated", node("LpPool", ["x"], p=2, **dilated), {"x": image},
         {"y": torch.sqrt(6 * F.conv2d(t(image)**2, one, None, (2, 1), 0, (3, 2), 3))}, 18)
    top, where = F.max_pool3d(t(v), (2, 3, 2), (2, 2, 3), (1, 1, 0), (1, 1, 2), return_indices=True)
    case("max_pool_3d_places", node("MaxPool", ["x"], ["y", "i"], kernel_shape=[2, 3, 2], strides=[2, 2, 3], pads=[1, 1, 0, 1, 1, 0],
                                    dilations=[1, 1, 2]), {"x": v},
         {"y": top, "i": where + 210 * torch.arange(2).reshape(1, 2, 1, 1, 1)})
    columns = f(2, 3 * 6, 20)
    case("col2im", node("Col2Im", ["x", "i", "b"], strides=[2, 1], dilations=[1, 2], pads=[1, 0, 1, 0]), {"x": columns},
         {"y": F.fold(t(columns), (8, 8), (2, 3), (1, 2), (1, 0), (2, 1))}, 18, {"i": ints(8, 8), "b": ints(2, 3)})
    patches = np.lib.stride_tricks.sliding_window_view(np.abs(image.astype(np.float64)), (2, 3), (2, 3))[:, :, ::2]
    for p in (1, 2, 3):
        case(f"lp_pool_{p}", node("LpPool", ["x"], kernel_shape=[2, 3], strides=[2, 1], p=p), {"x": image},
             {"y": ((patches**p).sum((-1, -2))**(1 / p)).astype(np.float32)}, 11)
        whole = (np.abs(image.astype(np.float64))**p).sum((2, 3), keepdims=True)**(1 / p)
        case(f"global_lp_pool_{p}", node("GlobalLpPool", ["x"], p=p), {"x": image}, {"y": whole.astype(np.float32)}, 2)


def normalisations():
    x = f(2, 6, 4, 5)
    scale, bias = f(6), f(6)
    case("instance_norm_5d", node("InstanceNormalization", ["x", "s", "b"], epsilon=1e-3), {"x": x.reshape(2, 6, 2, 2, 5)},
         {"y": F.instance_norm(t(x.reshape(2, 6, 2, 2, 5)), None, None, t(scale), t(bias), True, 0.1, 1e-3)},
         constants={"s": scale, "b": bias})
    per_group = F.group_norm(t(x), 3) * t(np.repeat(scale[:3], 2)).reshape(1, 6, 1, 1) + t(np.repeat(bias[:3], 2)).reshape(
        1, 6, 1, 1)
    case("group_norm_18", node("GroupNormalization", ["x", "s", "b"], num_groups=3), {"x": x}, {"y": per_group}, 18,
         {"s": scale[:3], "b": bias[:3]})
    case("group_norm_21", node("GroupNormalization", ["x", "s", "b"], num_groups=3), {"x": x},
         {"y": F.group_norm(t(x), 3, t(scale), t(bias))}, 21, {"s": scale, "b": bias})
    last = f(4, 5)
    case("layer_norm_no_bias", node("LayerNormalization", ["x", "s"], axis=2), {"x": x},
         {"y": F.layer_norm(t(x), (4, 5), t(last))}, constants={"s": last})
    row = f(5)
    case("layer_norm_broadcast", node("LayerNormalization", ["x", "s", "b"], axis=2), {"x": x},
         {"y": F.layer_norm(t(x), (4, 5)) * t(row) + t(row)}, constants={"s": row, "b": row})
    square = x.astype(np.float64)**2
    case("rms_norm", node("RMSNormalization", ["x", "s"]), {"x": x},
         {"y": (x / np.sqrt(square.mean(-1, keepdims=True) + 1e-5) * row).astype(np.float32)}, 23, {"s": row})
    for p in (1, 2):
        case(f"lp_normalization_{p}", node("LpNormalization", ["x"], axis=1, p=p), {"x": x},
             {"y": F.normalize(t(x), p, 1)}, 1)
    case("batch_norm_7", node("BatchNormalization", ["x", "s", "b", "m", "v"]), {"x": x},
         {"y": F.batch_norm(t(x), t(bias), t(np.abs(scale)), t(scale), t(bias))}, 7,
         {"s": scale, "b": bias, "m": bias, "v": np.abs(scale)})
    case("softmax_flattened", node("Softmax", ["x"], axis=1), {"x": x},
         {"y": F.softmax(t(x).reshape(2, -1), 1).reshape(x.shape)}, 11)
    case("log_softmax_flattened", node("LogSoftmax", ["x"], axis=2), {"x": x},
         {"y": F.log_softmax(t(x).reshape(12, -1), 1).reshape(x.shape)}, 7)
    case("lrn_even", node("LRN", ["x"], size=4, alpha=0.1, beta=0.5, bias=1.5), {"x": x}, {"y": lrn(x, 4, 0.1, 0.5, 1.5)})


def lrn(x, size, alpha, beta, bias):
    """The standard's formula: channels from c - floor((size - 1) / 2) to c + ceil((size - 1) / 2)."""
    total = np.zeros(x.shape)
    for c in range(x.shape[1]):
        low, high = max(0, c - (size - 1) // 2), min(x.shape[1], c + size // 2 + 1)
        total[:, c] = (x[:, low:high].astype(np.float64)**2).sum(1)
    return (x / (bias + alpha / size * total)**beta).astype(np.float32)


def shapes():
    x = f(2, 3, 7)
    parts = np.split(x, [3, 6], 2)
    case("split_num_outputs", node("Split", ["x"], ["a", "b", "c"], axis=2, num_outputs=3), {"x": x},
         dict(zip("abc", parts)), 18)
    case("split_2", node("Split", ["x"], ["a", "b"], axis=2, split=[2, 5]), {"x": x}, dict(zip("ab", np.split(x, [2], 2))), 2)
    case("pad_axes", node("Pad", ["x", "p", "v", "a"]), {"x": x}, {"y": np.pad(x, ((2, 1), (0, 0), (1, 3)), constant_values=1.5)},
         18, {"p": ints(1, 2, 3, 1), "v": np.float32(1.5), "a": ints(-1, 0)})
    case("pad_negative", node("Pad", ["x", "p"], mode="edge"), {"x": x}, {"y": np.pad(x[:, 1:, :-2], ((0, 0), (0, 2), (1, 0)), "edge")},
         constants={"p": ints(0, -1, 1, 0, 2, -2)})
    case("pad_wrap", node("Pad", ["x", "p"], mode="wrap"), {"x": x}, {"y": np.pad(x, ((0, 0), (2, 1), (0, 3)), "wrap")}, 19,
         {"p": ints(0, 2, 0, 0, 1, 3)})
    case("pad_2", node("Pad", ["x"], pads=[0, 1, 0, 0, 0, 2], value=3.0), {"x": x},
         {"y": np.pad(x, ((0, 0), (1, 0), (0, 2)), constant_values=3)}, 2)
    case("slice_1", node("Slice", ["x"], axes=[2, 0], starts=[-5, 0], ends=[100, 1]), {"x": x}, {"y": x[:1, :, -5:]}, 9)
    case("squeeze_1", node("Squeeze", ["x"], axes=[0, -1]), {"x": x.reshape(1, 6, 7, 1)}, {"y": x.reshape(6, 7)}, 11)
    case("squeeze_all", node("Squeeze", ["x"]), {"x": x.reshape(1, 6, 1, 7)}, {"y": x.reshape(6, 7)}, 13)
    case("unsqueeze_1", node("Unsqueeze", ["x"], axes=[0, 4]), {"x": x}, {"y": x[None, ..., None]}, 11)
    case("centre_crop_pad", node("CenterCropPad", ["x", "s"], axes=[0, 2]), {"x": x},
         {"y": np.pad(x, ((1, 2), (0, 0), (0, 0)))[:, :, 1:5]}, 18, {"s": ints(5, 4)})
    case("tile_some", node("Tile", ["x", "r"]), {"x": x}, {"y": np.tile(x, (1, 3, 2))}, constants={"r": ints(1, 3, 2)})
    case("dropout_mask", node("Dropout", ["x"], ["y", "mask"]), {"x": x}, {"y": x, "mask": np.ones(x.shape, bool)}, 12)
    case("reshape_zero", node("Reshape", ["x", "s"]), {"x": x}, {"y": x.reshape(2, 21)}, constants={"s": ints(0, -1)})
    case("hardmax_middle", node("Hardmax", ["x"], axis=1), {"x": x},
         {"y": (np.arange(3)[None, :, None] == x.argmax(1)[:, None]).astype(np.float32)}, 13)
    i = rng.integers(-5, 5, (3, 6))
    case("cumsum_i64", node("CumSum", ["x", "a"], exclusive=1, reverse=1), {"x": i},
         {"y": np.flip(np.cumsum(np.flip(i, 1), 1), 1) - i}, constants={"a": np.int64(1)})
    # Sizes that are computed: what PyTorch writes for x.view(x.size(0), -1).
    case("computed_shape", [node("Shape", ["x"], ["s"]), node("Gather", ["s", "zero"], ["b"]),
                            node("Unsqueeze", ["b", "axis"], ["b1"]), node("Concat", ["b1", "rest"], ["t"], axis=0),
                            node("Reshape", ["x", "t"])], {"x": x}, {"y": x.reshape(2, 21)},
         constants={"zero": np.int64(0), "axis": ints(0), "rest": ints(-1)})


def indices():
    x = f(4, 5, 3)
    i = np.array([[0, -1, 2], [-4, 3, 1]])
    case("gather_negative", node("Gather", ["x", "i"], axis=0), {"x": x, "i": i}, {"y": x[i]})
    case("gather_negative_i32", node("Gather", ["x", "i"], axis=1), {"x": x, "i": i.astype(np.int32)}, {"y": x[:, i]})
    j = rng.integers(-5, 5, (4, 2, 3))
    case("gather_elements_negative", node("GatherElements", ["x", "i"], axis=1), {"x": x, "i": j},
         {"y": np.take_along_axis(x, j % 5, 1)})
    k = np.stack([rng.integers(-5, 5, (4, 2)), rng.integers(0, 3, (4, 2))], -1)
    case("gather_nd_batch", node("GatherND", ["x", "i"], batch_dims=1), {"x": x, "i": k},
         {"y": np.stack([x[n][k[n, :, 0], k[n, :, 1]] for n in range(4)])})
    order = lambda a, k, largest: torch.topk(t(a), k, 1, largest)
    many = rng.permutation(60).reshape(4, 5, 3).astype(np.float32)
    for name, given, opset, attributes, constants in [
            ("1", 4, 1, {"k": 4}, {}), ("10", 2, 10, {}, {"k": ints(2)}),
            ("smallest", 3, 11, {"largest": 0, "sorted": 0}, {"k": ints(3)})]:
        values, places = order(many, given, name != "smallest")
        case("topk_" + name, node("TopK", ["x", *constants], ["y", "i"], axis=1, **attributes), {"x": many},
             {"y": values, "i": places}, opset, constants)
    whole = rng.permutation(24).reshape(4, 6)
    values, places = torch.topk(t(whole), 2, 1)
    case("topk_i64", node("TopK", ["x", "k"], ["y", "i"]), {"x": whole}, {"y": values, "i": places}, constants={"k": ints(2)})
    into = rng.integers(-5, 5, (3, 4, 2))
    updates = f(3, 4, 2)
    for how, name in [("add", "sum"), ("mul", "prod"), ("min", "amin"), ("max", "amax")]:
        case("scatter_elements_" + how, node("ScatterElements", ["x", "i", "u"], axis=1, reduction=how),
             {"x": x, "i": into, "u": updates}, {"y": t(x).scatter_reduce(1, t(into % 5), t(updates), name)}, 18)
    pairs = np.stack([rng.integers(-4, 4, (2, 3)), rng.integers(0, 5, (2, 3))], -1)
    rows = f(2, 3, 3)
    for how, ufunc in [("add", np.add), ("mul", np.multiply), ("min", np.minimum), ("max", np.maximum)]:
        made = x.copy()
        ufunc.at(made, (pairs[..., 0], pairs[..., 1]), rows)
        case("scatter_nd_" + how, node("ScatterND", ["x", "i", "u"], reduction=how), {"x": x, "i": pairs, "u": rows}, {"y": made}, 18)
    places = np.array([[3], [-4], [1]], np.int64)
    made = x.copy()
    made[[3, 0, 1]] = f(3, 5, 3)
    case("scatter_nd_rows", node("ScatterND", ["x", "i", "u"]), {"x": x, "i": places, "u": made[[3, 0, 1]]}, {"y": made}, 11)
    image = f(2, 3, 6, 8)
    top, where = F.max_pool2d(t(image), (2, 3), (2, 2), (0, 1), return_indices=True)
    case("max_unpool", node("MaxUnpool", ["x", "i"], kernel_shape=[2, 3], strides=[2, 2], pads=[0, 1, 0, 0]),
         {"x": top.numpy(), "i": (where + 48 * torch.arange(6).reshape(2, 3, 1, 1)).numpy()},
         {"y": F.max_unpool2d(top, where, (2, 3), (2, 2), (0, 1), (6, 8))})
    case("compress", node("Compress", ["x", "c"], axis=1), {"x": x}, {"y": x[:, [0, 3]]},
         constants={"c": np.array([True, False, False, True])})
    case("one_hot_middle", node("OneHot", ["i", "d", "v"], axis=1), {"i": np.array([[1, -1], [7, 2]])},
         {"y": np.where(np.arange(4)[None, :, None] == np.array([[1, 3], [7, 2]])[:, None], 5, -2).astype(np.float32)},
         constants={"d": np.int64(4), "v": np.array([-2, 5], np.float32)})


def matrices():
    a, b, c = f(3, 4), f(5, 4), f(3, 1)
    case("gemm_scaled", node("Gemm", ["a", "b", "c"], alpha=0.5, beta=2.0, transB=1), {"a": a},
         {"y": 0.5 * a @ b.T + 2 * c}, constants={"b": b, "c": c})
    case("gemm_linear", node("Gemm", ["a", "b", "c"], transB=1), {"a": a}, {"y": a @ b.T + c[0]},
         constants={"b": b, "c": c[0].repeat(5)})
    v = f(4)
    stack = f(2, 3, 4)
    case("matmul_vector", node("MatMul", ["a", "v"]), {"a": stack, "v": v}, {"y": stack @ v})
    case("matmul_vectors", node("MatMul", ["a", "v"]), {"a": f(4) * 0 + v, "v": v}, {"y": np.float32(v @ v)})
    for name, equation, shapes in [("attention", "bhid,bhjd->bhij", [(2, 3, 4, 5), (2, 3, 6, 5)]), ("diagonal", "ii->i", [(4, 4)]),
                                   ("trace", "bii", [(3, 4, 4)]), ("three", "ij,jk,kl->li", [(2, 3), (3, 4), (4, 5)]),
                                   ("ellipsis", "...ij,...jk->...ik", [(2, 1, 3, 4), (5, 4, 2)]), ("outer", "i,j->ji", [(3,), (4,)]),
                                   ("sum", "ij->j", [(3, 4)]), ("permuted", "aib,cbi->ca", [(2, 3, 4), (5, 4, 3)])]:
        arrays = [f(*s) for s in shapes]
        names = [f"x{i}" for i in range(len(arrays))]
        case("einsum_" + name, node("Einsum", names, equation=equation), dict(zip(names, arrays)),
             {"y": np.einsum(equation, *[x.astype(np.float64) for x in arrays]).astype(np.float32)})
    square = f(2, 6, 6)
    case("det_6", node("Det", ["x"]), {"x": square}, {"y": np.linalg.det(square.astype(np.float64)).astype(np.float32)})
    # 300 products of 8-bit integers: beyond what one sum in f32 holds exactly.
    p, q = rng.integers(0, 256, (2, 300)).astype(np.uint8), rng.integers(-128, 128, (300, 3)).astype(np.int8)
    case("matmul_integer_long", node("MatMulInteger", ["a", "b", "az"]), {"a": p},
         {"y": (p.astype(np.int32) - 3) @ q.astype(np.int32)}, constants={"b": q, "az": np.uint8(3)})
    x, w = rng.integers(0, 256, (1, 40, 5, 5)).astype(np.uint8), rng.integers(0, 256, (2, 40, 3, 3)).astype(np.uint8)
    case("conv_integer_long", node("ConvInteger", ["x", "w", "xz"], pads=[1, 1, 1, 1]), {"x": x},
         {"y": F.conv2d(t(x.astype(np.float64) - 100), t(w.astype(np.float64)), None, 1, 1).numpy().astype(np.int32)},
         constants={"w": w, "xz": np.uint8(100)})


def recurrent():
    def gates(weight, order):
        h = weight.shape[0] // len(order)
        return np.concatenate([weight[k * h:(k + 1) * h] for k in order])

    x, h0, c0 = f(5, 3, 4), f(2, 3, 6), f(2, 3, 6)
    for kind, order, module in [("LSTM", [0, 3, 1, 2], torch.nn.LSTM), ("GRU", [1, 0, 2], torch.nn.GRU), ("RNN", [0], torch.nn.RNN)]:
        torch.manual_seed(3)
        net = module(4, 6, bidirectional=True)
        parameters = {k: v.detach().numpy() for k, v in net.named_parameters()}
        both = lambda key: np.stack([gates(parameters[key + "_l0" + s], order) for s in ("", "_reverse")])
        w, r = both("weight_ih"), both("weight_hh")
        b = np.concatenate([both("bias_ih"), both("bias_hh")], 1)
        y, state = net(t(x), (t(h0), t(c0)) if kind == "LSTM" else t(h0))
        states = {"h": state[0], "c": state[1]} if kind == "LSTM" else {"h": state}
        inputs = ["x", "w", "r", "b", "", "h0"] + (["c0"] if kind == "LSTM" else [])
        given = {"x": x, "h0": h0, **({"c0": c0} if kind == "LSTM" else {})}
        extra = {"linear_before_reset": 1} if kind == "GRU" else {}
        expected = {"y": y.reshape(5, 3, 2, 6).permute(0, 2, 1, 3).contiguous(), **states}
        case(kind.lower() + "_both_ways", node(kind, inputs, list(expected), direction="bidirectional", hidden_size=6, **extra), given,
             expected, constants={"w": w, "r": r, "b": b})
        # Sequences of several lengths: what PyTorch packs.
        lengths = [5, 2, 4]
        packed = torch.nn.utils.rnn.pack_padded_sequence(t(x), lengths, enforce_sorted=False)
        y, state = net(packed, (t(h0), t(c0)) if kind == "LSTM" else t(h0))
        y = torch.nn.utils.rnn.pad_packed_sequence(y)[0]
        states = {"h": state[0], "c": state[1]} if kind == "LSTM" else {"h": state}
        expected = {"y": y.reshape(5, 3, 2, 6).permute(0, 2, 1, 3).contiguous(), **states}
        inputs[4] = "lengths"
        case(kind.lower() + "_lengths", node(kind, inputs, list(expected), direction="bidirectional", hidden_size=6, **extra),
             {**given, "lengths": np.array(lengths, np.int32)}, expected, constants={"w": w, "r": r, "b": b})


def linear(x, axis, size, scale):
    """The standard's linear resizing along one axis, half_pixel."""
    at = np.clip((np.arange(size) + 0.5) / scale - 0.5, 0, x.shape[axis] - 1)
    low = np.floor(at).astype(int)
    part = (at - low).reshape([size if i == axis else 1 for i in range(x.ndim)])
    high = np.minimum(low + 1, x.shape[axis] - 1)
    return (np.take(x, low, axis) * (1 - part) + np.take(x, high, axis) * part).astype(np.float32)


def resizes():
    x = f(1, 2, 5, 6)
    up = lambda **k: F.interpolate(t(x), **k)
    half = dict(coordinate_transformation_mode="half_pixel")
    case("resize_half_pixel", node("Resize", ["x", "", "", "s"], mode="linear", **half), {"x": x},
         {"y": up(size=(9, 4), mode="bilinear", align_corners=False)}, constants={"s": ints(1, 2, 9, 4)})
    case("resize_corners", node("Resize", ["x", "", "", "s"], mode="linear", coordinate_transformation_mode="align_corners"),
         {"x": x}, {"y": up(size=(9, 4), mode="bilinear", align_corners=True)}, constants={"s": ints(1, 2, 9, 4)})
    case("resize_cubic", node("Resize", ["x", "", "", "s"], mode="cubic", **half), {"x": x},
         {"y": up(size=(9, 4), mode="bicubic", align_corners=False)}, constants={"s": ints(1, 2, 9, 4)})
    case("resize_nearest", node("Resize", ["x", "", "k"], mode="nearest", nearest_mode="floor",
                                coordinate_transformation_mode="asymmetric"), {"x": x},
         {"y": up(scale_factor=2, mode="nearest")}, constants={"k": np.array([1, 1, 2, 2], np.float32)})
    case("upsample_7", node("Upsample", ["x"], mode="nearest", scales=[1.0, 1.0, 2.0, 3.0]), {"x": x},
         {"y": up(scale_factor=(2, 3), mode="nearest")}, 7)
    case("resize_axes", node("Resize", ["x", "", "", "s"], mode="linear", axes=[3, 2], **half), {"x": x},
         {"y": up(size=(9, 4), mode="bilinear", align_corners=False)}, 18, {"s": ints(4, 9)})
    # Made smaller with a wider curve; PyTorch leaves out what is outside.
    for mode in ("bilinear", "bicubic"):
        for n, size in enumerate([(2, 4), (4, 9)]):
            large = f(1, 2, 9, 7)
            case(f"resize_antialias_{mode[2:]}_{n}",
                 node("Resize", ["x", "", "", "s"], mode={"bilinear": "linear", "bicubic": "cubic"}[mode], antialias=1,
                      exclude_outside=1, cubic_coeff_a=-0.5, **half), {"x": large},
                 {"y": F.interpolate(t(large), size, mode=mode, align_corners=False, antialias=True)}, 18, {"s": ints(1, 2, *size)})
    for policy, sizes, made, scale in [("not_larger", ints(8, 9), (8, 9), 1.5), ("not_smaller", ints(7, 11), (9, 11), 11 / 6)]:
        case("resize_" + policy, node("Resize", ["x", "", "", "s"], mode="linear", axes=[2, 3], keep_aspect_ratio_policy=policy, **half),
             {"x": x}, {"y": linear(linear(x, 2, made[0], scale), 3, made[1], scale)}, 18, {"s": sizes})
    image, grid = f(2, 2, 5, 6), f(2, 3, 4, 2, low=-1.3, high=1.3)
    for mode in ("bilinear", "nearest", "bicubic"):
        for padding in ("zeros", "border", "reflection"):
            for corners in (0, 1):
                case(f"grid_sample_{mode}_{padding}_{corners}",
                     node("GridSample", ["x", "g"], mode=mode, padding_mode=padding, align_corners=corners), {"x": image, "g": grid},
                     {"y": F.grid_sample(t(image), t(grid), mode, padding, bool(corners))}, 16)


def control():
    x = f(3, 4)
    branch = lambda op: helper.make_graph([node(op, ["x"], ["z"])], op, [], [helper.make_tensor_value_info("z", 1, None)])
    case("if_known", [node("Shape", ["x"], ["s"]), node("Gather", ["s", "one"], ["n"]), node("Equal", ["n", "four"], ["c"]),
                      node("If", ["c"], then_branch=branch("Neg"), else_branch=branch("Abs"))], {"x": x}, {"y": -x},
         constants={"one": np.int64(1), "four": np.int64(4)})
    body = helper.make_graph([node("Add", ["v", "v"], ["v2"]), node("Less", ["i", "two"], ["go"]), node("Identity", ["v2"], ["out"])],
                             "body", [helper.make_tensor_value_info("i", 7, []), helper.make_tensor_value_info("go_in", 9, []),
                                      helper.make_tensor_value_info("v", 1, None)],
                             [helper.make_tensor_value_info("go", 9, []), helper.make_tensor_value_info("v2", 1, None),
                              helper.make_tensor_value_info("out", 1, None)])
    case("loop_until", node("Loop", ["", "yes", "x"], ["y", "all"], body=body), {"x": x},
         {"y": 8 * x, "all": np.stack([2 * x, 4 * x, 8 * x])}, constants={"yes": np.array(True), "two": np.int64(2)})
    # A function of the model's own, called twice, with an attribute of the call.
    reference = onnx.AttributeProto(name="alpha", ref_attr_name="slope", type=onnx.AttributeProto.FLOAT)
    leaky = helper.make_node("LeakyRelu", ["a"], ["l"])
    leaky.attribute.append(reference)
    function = helper.make_function("own", "LeakyTwice", ["a"], ["b"], [leaky, helper.make_node("Add", ["l", "l"], ["b"])],
                                    [helper.make_opsetid("", 17)], ["slope"])
    leaky_twice = lambda v: 2 * np.where(v < 0, 0.25 * v, v)
    case("functions", [node("LeakyTwice", ["x"], ["m"], domain="own", slope=0.25), node("LeakyTwice", ["m"], domain="own", slope=0.25)],
         {"x": x}, {"y": leaky_twice(leaky_twice(x)).astype(np.float32)}, functions=[function], opsets=[("own", 1)])


def refused():
    """What aic has no operators for: Inputs/unsupported.onnx."""
    notes = {"frob": "turns it round\nand round", "pick": "Keeps what is there once."}
    nodes = [node("Frobnicate", ["x"], ["a"], name="frob"), node("Unique", ["a"], ["b"], name="pick"),
             node("Twist", ["a"], ["c"], domain="com.example", name="twist"),
             node("Relu", ["c"], ["y"], name="relu", squared=1)]
    for one in nodes:
        one.doc_string = notes.get(one.name, "")
    empty = helper.make_tensor_value_info
    graph = helper.make_graph(nodes, "unsupported", [empty("x", TensorProto.FLOAT, [2])], [empty("y", TensorProto.FLOAT, [2])])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.example", 1)])
    folder = os.path.join(os.path.dirname(FOLDER), "Inputs")
    os.makedirs(folder, exist_ok=True)
    onnx.save(model, os.path.join(folder, "unsupported.onnx"))


def main():
    refused()
    os.makedirs(FOLDER, exist_ok=True)
    for old in os.listdir(FOLDER):
        os.remove(os.path.join(FOLDER, old))
    global rng
    sys.modules["make_cases"] = sys.modules[__name__]  # the same rng and folder there
    import exported_cases
    import run_time_cases
    for group in (activations, windows, normalisations, shapes, indices, matrices, recurrent, resizes, control, *run_time_cases.GROUPS,
                  *exported_cases.GROUPS):
        rng = np.random.default_rng(7)  # so that a new case changes no other group's
        group()
    print(len(os.listdir(FOLDER)), "cases")


if __name__ == "__main__":
    sys.exit(main())
