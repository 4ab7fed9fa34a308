"""Groups of make_cases.py: what is decided when the model runs (places in images, which boxes stay, which branch is taken), bits,
sequences. The values are PyTorch's and torchvision's, or NumPy's."""
import numpy as np
import torch
import torch.nn.functional as F
import torchvision
from onnx import TensorProto, helper

from make_cases import case, f, ints, node, t


def graph(name, nodes, inputs, outputs):
    """A subgraph; inputs and outputs are (name, type, shape)."""
    info = helper.make_tensor_value_info
    return helper.make_graph(nodes, name, [info(*i) for i in inputs], [info(*o) for o in outputs])


def sampling():
    x, grid = f(2, 3, 4, 5, 6), f(2, 3, 2, 4, 3, low=-1.4, high=1.4)
    nodes, expected = [], {}
    for padding in ("zeros", "border", "reflection"):
        for mode in ("bilinear", "nearest"):
            for aligned in (False, True):
                y = f"{padding}_{mode}_{int(aligned)}"
                nodes.append(node("GridSample", ["x", "grid"], [y], mode="linear" if mode == "bilinear" else mode,
                                  padding_mode=padding, align_corners=int(aligned)))
                expected[y] = F.grid_sample(t(x), t(grid), mode, padding, aligned)
    case("grid_sample_3d", nodes, {"x": x, "grid": grid}, expected, 20)
    flat, volume = f(2, 2, 3), f(3, 3, 4)
    nodes, expected, sizes = [], {}, {}
    for name, theta, size in (("flat", flat, (2, 1, 4, 5)), ("thin", flat, (2, 1, 1, 3)), ("volume", volume, (3, 2, 2, 3, 4))):
        sizes["size_" + name] = ints(*size)
        for aligned in (False, True):
            y = f"{name}_{int(aligned)}"
            nodes.append(node("AffineGrid", ["volume" if name == "volume" else "flat", "size_" + name], [y], align_corners=int(aligned)))
            expected[y] = F.affine_grid(t(theta), size, aligned)
    case("affine_grid", nodes, {"flat": flat, "volume": volume}, expected, 20, sizes)


def deformed():
    nodes, given, expected = [], {}, {}
    for name, channels, outputs, group, offsets, kernel, stride, pad, dilation, masked in (
            ("plain", 3, 4, 1, 1, (3, 3), (1, 1), (1, 1), (1, 1), False), ("masked", 4, 6, 2, 2, (3, 2), (2, 1), (1, 0), (1, 2), True),
            ("pointwise", 4, 4, 4, 1, (1, 1), (1, 2), (0, 0), (1, 1), True)):
        x, weight, bias = f(2, channels, 7, 8), f(outputs, channels // group, *kernel), f(outputs)
        height, width = ((s + 2 * p - (k - 1) * d - 1) // step + 1 for s, p, k, d, step in zip((7, 8), pad, kernel, dilation, stride))
        offset = f(2, offsets * 2 * kernel[0] * kernel[1], height, width)
        mask = f(2, offsets * kernel[0] * kernel[1], height, width, low=0, high=1) if masked else None
        arrays = [x, weight, offset, bias] + ([mask] if masked else [])
        names = [f"{name}_{i}" for i in range(len(arrays))]
        given.update(zip(names, arrays))
        nodes.append(node("DeformConv", names, [name], group=group, offset_group=offsets, kernel_shape=kernel, strides=stride,
                          pads=pad + pad, dilations=dilation))
        expected[name] = torchvision.ops.deform_conv2d(t(x), t(offset), t(weight), t(bias), stride, pad, dilation,
                                                       t(mask) if masked else None)
    case("deform_conv", nodes, given, expected, 19)


def regions():
    """As many samples as a bin is large: torchvision's sampling_ratio -1."""
    image = f(2, 3, 12, 14)
    rois = np.array([[0, 0, 27, 23], [3.3, 1.7, 9.1, 20.2], [10, 10, 10.5, 10.5], [-4, 2, 40, 5]], np.float32)
    batch = ints(0, 1, 1, 0)
    boxes = torch.cat([t(batch).float()[:, None], t(rois)], 1)
    expected = {mode: torchvision.ops.roi_align(t(image), boxes, (3, 2), 0.5, -1, mode == "half_pixel")
                for mode in ("half_pixel", "output_half_pixel")}
    nodes = [node("RoiAlign", ["image", "rois", "batch"], [mode], output_height=3, output_width=2, spatial_scale=0.5,
                  coordinate_transformation_mode=mode) for mode in expected]
    case("roi_align_adaptive", nodes, {"image": image}, expected, 16, {"rois": rois, "batch": batch})


def kept(boxes, scores, most, overlap, least):
    """NonMaxSuppression's rows by torchvision's nms, which knows neither classes nor how many may stay."""
    rows = []
    for n in range(scores.shape[0]):
        for c in range(scores.shape[1]):
            good = np.flatnonzero(scores[n, c] > least)
            found = torchvision.ops.nms(t(boxes[n][good]), t(scores[n, c][good]), overlap).numpy()[:most]
            rows += [(n, c, good[i]) for i in found]
    return np.array(rows, np.int64).reshape(-1, 3)


def boxes():
    corner, size = f(2, 40, 2, low=0, high=50), f(2, 40, 2, low=2, high=30)
    both = np.concatenate([corner, corner + size], -1)
    flipped = both.copy()
    flipped[:, ::3] = flipped[:, ::3][..., [2, 3, 0, 1]]
    centred = np.concatenate([corner + size / 2, size], -1)
    scores = f(2, 3, 40, low=0, high=1)
    nodes, constants, expected = [], {}, {}
    for name, source, most, overlap, least, attributes in (
            ("few", "both", 4, 0.5, 0.3, {}), ("flipped", "turned", 40, 0.3, 0.6, {}), ("centred", "middle", 100, 0.4, 0.8, {"center_point_box": 1}),
            ("none", "both", 5, 0.5, 2.0, {})):
        constants.update({name + "_k": ints(most), name + "_iou": np.array([overlap], np.float32), name + "_least": np.array([least], np.float32)})
        nodes.append(node("NonMaxSuppression", [source, "scores", name + "_k", name + "_iou", name + "_least"], [name], **attributes))
        expected[name] = kept(both, scores, most, overlap, least)
    case("non_max_suppression", nodes, {"both": both, "turned": flipped, "middle": centred, "scores": scores}, expected, 11, constants)


def bits():
    nodes, given, expected = [], {}, {}
    for kind, low, high in ((np.int8, -128, 128), (np.uint8, 0, 256), (np.int16, -2**15, 2**15), (np.int32, -2**31, 2**31), (np.int64, -2**63, 2**63 - 1)):
        name = np.dtype(kind).name
        a, b = rng_integers(low, high, (4, 9), kind), rng_integers(low, high, (9,), kind)
        a.flat[:4] = (low, high - 1, 0, 1)
        given.update({"a_" + name: a, "b_" + name: b})
        for op, function in (("And", np.bitwise_and), ("Or", np.bitwise_or), ("Xor", np.bitwise_xor)):
            nodes.append(node("Bitwise" + op, ["a_" + name, "b_" + name], [f"{op}_{name}"]))
            expected[f"{op}_{name}"] = function(a, b)
        nodes.append(node("BitwiseNot", ["a_" + name], ["Not_" + name]))
        expected["Not_" + name] = ~a
    case("bitwise", nodes, given, expected, 18)


def rng_integers(low, high, shape, kind):
    import make_cases
    return make_cases.rng.integers(low, high, shape, kind)


def choices():
    """Branches that only the run knows, and loops that end when it says so."""
    x, w = f(3, 4), f(4, 4)
    hot, cold = np.array([5.0], np.float32), np.array([-5.0], np.float32)
    branches = {"then_branch": graph("then", [node("MatMul", ["x", "w"], ["m"]), node("Relu", ["m"], ["a"]), node("Neg", ["x"], ["b"])], [],
                                     [("a", TensorProto.FLOAT, [3, 4]), ("b", TensorProto.FLOAT, [3, 4])]),
                "else_branch": graph("else", [node("Add", ["x", "x"], ["a2"]), node("Identity", ["x"], ["b2"])], [],
                                     [("a2", TensorProto.FLOAT, [3, 4]), ("b2", TensorProto.FLOAT, [3, 4])])}
    nodes, given, expected = [], {"x": x}, {}
    for name, value in (("hot", hot), ("cold", cold)):
        given[name] = value
        nodes += [node("Greater", [name, "zero"], ["is_" + name]), node("If", ["is_" + name], [name + "_a", name + "_b"], **branches)]
        expected[name + "_a"] = np.maximum(x @ w, 0) if name == "hot" else x + x
        expected[name + "_b"] = -x if name == "hot" else x
    case("if_run_time", nodes, given, expected, constants={"w": w, "zero": np.zeros(1, np.float32)})

    # x doubles while its sum is below a limit, at most ten times; and as often as an input says, but at most six times.
    body = graph("body", [node("Add", ["v", "v"], ["next"]), node("ReduceSum", ["next"], ["sum"], keepdims=0), node("Less", ["sum", "limit"], ["again"])],
                 [("i", TensorProto.INT64, []), ("go", TensorProto.BOOL, []), ("v", TensorProto.FLOAT, [2])],
                 [("again", TensorProto.BOOL, []), ("next", TensorProto.FLOAT, [2])])
    counted = graph("counted", [node("Cast", ["j"], ["step"], to=TensorProto.FLOAT), node("Mul", ["u", "c"], ["m"]), node("Add", ["m", "step"], ["sum2"]),
                                node("Identity", ["go2"], ["again2"])],
                    [("j", TensorProto.INT64, []), ("go2", TensorProto.BOOL, []), ("u", TensorProto.FLOAT, [2])],
                    [("again2", TensorProto.BOOL, []), ("sum2", TensorProto.FLOAT, [2])])
    start = np.array([1.0, 2.0], np.float32)
    nodes, given, expected = [], {"start": start}, {}
    for limit, doublings in ((20.0, 3), (0.0, 1), (1e9, 10)):
        name = f"limit_{doublings}"
        given[name] = np.float32(limit)
        inner = helper.make_graph([n for n in body.node], "body", body.input, body.output)
        for n in inner.node:
            n.input[:] = [name if i == "limit" else i for i in n.input]
        nodes.append(node("Loop", ["ten", "yes", "start"], [f"doubled_{doublings}"], body=inner))
        expected[f"doubled_{doublings}"] = start * 2**doublings
    for count in (0, 4, 9):
        name = f"count_{count}"
        given[name] = np.int64(count)
        nodes += [node("Min", [name, "six"], ["bound_" + name]), node("Loop", ["bound_" + name, "", "start"], ["after_" + name], body=counted)]
        value = start
        for step in range(min(count, 6)):
            value = value * np.float32(0.5) + np.float32(step)
        expected["after_" + name] = value
    case("loop_run_time", nodes, given, expected,
         constants={"ten": np.int64(10), "six": np.int64(6), "yes": np.bool_(True), "c": np.float32(0.5)})


def sequences():
    x, y = f(5, 3), f(5, 3)
    # A loop puts a row of x, times its number, at the end of a sequence.
    body = graph("body", [node("Gather", ["x", "i"], ["row"], axis=0), node("Cast", ["i"], ["number"], to=TensorProto.FLOAT), node("Mul", ["row", "number"], ["scaled"]),
                          node("SequenceInsert", ["s", "scaled"], ["longer"]), node("Identity", ["go"], ["again"])],
                 [("i", TensorProto.INT64, []), ("go", TensorProto.BOOL, [])], [("again", TensorProto.BOOL, [])])
    body.input.append(helper.make_tensor_sequence_value_info("s", TensorProto.FLOAT, None))
    body.output.append(helper.make_tensor_sequence_value_info("longer", TensorProto.FLOAT, None))
    nodes = [node("SequenceEmpty", [], ["empty"]), node("Loop", ["five", "", "empty"], ["rows"], body=body),
             node("ConcatFromSequence", ["rows"], ["stacked"], axis=0, new_axis=1), node("SequenceLength", ["rows"], ["length"]),
             node("SequenceConstruct", ["x", "y", "x"], ["three"]), node("SequenceErase", ["three", "first"], ["two"]),
             node("SequenceInsert", ["two", "stacked", "first"], ["again"]), node("SequenceAt", ["again", "last"], ["at_end"]),
             node("SequenceAt", ["again", "first"], ["in_front"]), node("ConcatFromSequence", ["two"], ["wide"], axis=-1)]
    expected = {"stacked": x * np.arange(5, dtype=np.float32)[:, None], "length": np.int64(5), "at_end": x,
                "wide": np.concatenate([y, x], 1)}
    expected["in_front"] = expected["stacked"]
    parts = {"by_two": ({"split": np.int64(2)}, {}), "each": ({"split": ints(4, 1)}, {}), "flat": ({}, {"keepdims": 0}), "kept": ({}, {"axis": 1})}
    constants = {"five": np.int64(5), "first": np.int64(0), "last": np.int64(-1)}
    for name, (split, attributes) in parts.items():
        if split:
            constants["split_" + name] = split["split"]
        nodes += [node("SplitToSequence", ["x"] + (["split_" + name] if split else []), ["parts_" + name], **attributes),
                  node("SequenceAt", ["parts_" + name, "last"], ["part_" + name])]
    expected.update({"part_by_two": x[4:], "part_each": x[4:], "part_flat": x[4], "part_kept": x[:, 2:]})
    case("sequences", nodes, {"x": x, "y": y}, expected, constants=constants)


GROUPS = (sampling, deformed, regions, boxes, bits, choices, sequences)
