"""Sampling between the elements: Resize, Upsample, GridSample, AffineGrid, RoiAlign."""
import numpy

from graph import Unfit
from operators import operator
from tensors import FLOATS, Tensor


def image(g, types, rank=(2, 4), most=9):
    """Small, so that much of it is border; finite, since a weight of zero may be left out or not."""
    rank = g.integer(*rank)
    return g.weight(g.type(types), tuple(g.integer(1, 3) if i < rank - 2 else g.integer(1, most) for i in range(rank)))


def scales_of(g, count, halves):
    """Which dimensions change, and by how much; no more than the last `halves`."""
    return [1.0 if i < count - halves else g.choose([1.0, 2.0, 3.0, 0.5, 1.5, 0.75, 2.5, 4.0]) for i in range(count)]


def scaled(shape, scales):
    sizes = [int(numpy.floor(numpy.float32(n) * numpy.float32(s))) for n, s in zip(shape, scales)]
    if min(sizes, default=1) < 1:
        raise Unfit()
    return sizes


@operator("Upsample", 7, 9)
def upsample(g):
    x = g.weight("f32", (g.integer(1, 2), g.integer(1, 3), g.integer(1, 6), g.integer(1, 6)))
    scales = [1.0, 1.0] + [g.choose([1.0, 2.0, 3.0, 1.5, 2.5]) for _ in range(2)]
    mode = g.choose([None, "nearest", "linear"])
    shape = scaled(x.shape, scales)
    if g.opset < 9:
        g.node("Upsample", [x], [("f32", shape)], scales=scales, mode=mode)
    else:
        g.node("Upsample", [x, g.fixed(scales, "f32")], [("f32", shape)], mode=mode)


@operator("Resize", 10, 10)
def resize_10(g):
    x = g.weight("f32", (g.integer(1, 2), g.integer(1, 3), g.integer(1, 6), g.integer(1, 6)))
    scales = [1.0, 1.0] + [g.choose([1.0, 2.0, 3.0, 1.5, 0.5, 2.5]) for _ in range(2)]
    g.node("Resize", [x, g.fixed(scales, "f32")], [("f32", scaled(x.shape, scales))], mode=g.choose([None, "nearest", "linear"]))


@operator("Resize", 11, weight=4)
def resize(g):
    mode = g.choose(["nearest", "nearest", "linear", "linear", "cubic"])
    x = image(g, ("f32", "f32", "f16", "bf16", "u8", "i8", "i32") if mode != "cubic" else ("f32", "f16"), (4, 4) if mode == "cubic" else (2, 4))
    places = ["half_pixel", "asymmetric", "align_corners", "pytorch_half_pixel"] + (["half_pixel_symmetric"] if g.opset >= 19 else [])
    attributes = {"mode": mode if mode != "nearest" or g.chance(0.5) else None, "coordinate_transformation_mode": g.choose([None] + places),
                  "nearest_mode": g.choose([None, "round_prefer_floor", "round_prefer_ceil", "floor", "ceil"]) if mode == "nearest" else None,
                  "cubic_coeff_a": g.maybe(0.3, -0.5) if mode == "cubic" else None, "exclude_outside": g.choose([None, 0, 1]) if mode == "cubic" else None}
    count = x.rank
    halves = 2
    axes = list(range(count))
    if g.opset >= 18 and g.chance(0.3):
        axes = g.random.sample(axes[-2:], g.integer(1, min(2, count)))
        attributes["axes"] = [a - count if g.chance(0.3) else a for a in axes]
    scales = scales_of(g, count, halves)
    sizes = list(x.shape)
    if g.chance(0.5):
        for a, n in zip(axes, scaled([x.shape[a] for a in axes], [scales[a] for a in axes])):
            sizes[a] = n
        inputs = [x, None, g.fixed([scales[a] for a in axes], "f32")]
    else:
        for a in axes:
            sizes[a] = x.shape[a] if a < count - halves else g.integer(1, 12)
        inputs = [x, None, None, g.fixed([sizes[a] for a in axes])]
    if g.opset < 13:
        inputs[1] = g.fixed([], "f32") if g.opset < 13 else None
        inputs[2] = inputs[2] or g.fixed([], "f32")
    g.node("Resize", inputs, [(x.type, sizes)], **attributes)


@operator("GridSample", 16, weight=1.5)
def grid_sample(g):
    dims = 3 if g.opset >= 20 and g.chance(0.3) else 2  # of three since then, and those have no cubic
    x = g.weight("f32", (g.integer(1, 2), g.integer(1, 3)) + tuple(g.integer(1, 6) for _ in range(dims)))
    out = tuple(g.integer(1, 5) for _ in range(dims))
    linear, cubic = ("linear", "cubic") if g.opset >= 20 else ("bilinear", "bicubic")
    grid = g.fresh("f32", (x.shape[0],) + out + (dims,), (-1.3, 1.3))
    g.node("GridSample", [x, grid], [("f32", x.shape[:2] + out)], mode=g.choose([None, linear, "nearest", cubic if dims == 2 else linear]),
           padding_mode=g.choose([None, "zeros", "border", "reflection"]), align_corners=g.choose([None, 0, 1]))


@operator("AffineGrid", 20)
def affine_grid(g):
    dims = g.integer(2, 3)
    # From two elements an axis on: of one, aligned, its corners are its centre, or 0 / 0.
    size = (g.integer(1, 2), g.integer(1, 3)) + tuple(g.integer(2, 5) for _ in range(dims))
    theta = g.fresh("f32", (size[0], dims, dims + 1), (-2, 2))
    g.node("AffineGrid", [theta, g.fixed(size)], [("f32", size[:1] + size[2:] + (dims,))], align_corners=g.choose([None, 0, 1]))


@operator("RoiAlign", 10, 21)
def roi_align(g):
    x = g.weight("f32", (g.integer(1, 2), g.integer(1, 3), g.integer(4, 9), g.integer(4, 9)))
    count = g.integer(1, 4)
    corner = g.array("f32", (count, 2), (0, 4)).array
    boxes = g.hold(Tensor("f32", numpy.concatenate([corner, corner + g.array("f32", (count, 2), (0.5, 5)).array], 1)))
    batch = g.fresh("i64", (count,), (0, x.shape[0] - 1))
    h, w = g.integer(1, 4), g.integer(1, 4)
    g.node("RoiAlign", [x, boxes, batch], [("f32", (count, x.shape[1], h, w))], output_height=h, output_width=w, sampling_ratio=g.integer(1, 3),
           spatial_scale=g.choose([None, 0.5, 1.0]), coordinate_transformation_mode=g.choose([None, "half_pixel", "output_half_pixel"]) if g.opset >= 16 else None)
