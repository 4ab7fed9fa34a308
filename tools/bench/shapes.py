"""The convolutions and matrix products that tools/bench/sweep measures, each as a graph of its own."""
import os, random
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
FLOAT = 4  # bytes


class Conv(namedtuple("Conv", "c h w o kernel stride padding dilation groups")):
    """One picture, NHWC in and out as between the layers of a network (three channels: NCHW in, as a network begins); with bias and ReLU."""
    kind = property(lambda s: "depthwise" if s.groups == s.c == s.o and s.c > 1 else "conv")
    out = property(lambda s: tuple((size + 2 * s.padding - s.dilation * (s.kernel - 1) - 1) // s.stride + 1 for size in (s.h, s.w)))
    flops = property(lambda s: 2 * s.out[0] * s.out[1] * s.o * (s.c // s.groups) * s.kernel * s.kernel)
    weights = property(lambda s: FLOAT * (s.o * (s.c // s.groups) * s.kernel * s.kernel + s.o))
    activations = property(lambda s: FLOAT * (s.c * s.h * s.w + s.o * s.out[0] * s.out[1]))

    def label(self):
        size = f"{self.h}²" if self.h == self.w else f"{self.h}×{self.w}"
        what = f"{self.kind} {size}×{self.c}" + (f"→{self.o}" if self.kind == "conv" else "") + f" {self.kernel}×{self.kernel}"
        what += f" /{self.stride}" if self.stride > 1 else ""
        what += f" dilated {self.dilation}" if self.dilation > 1 else ""
        return what + (f" in {self.groups} groups" if self.groups > 1 and self.kind == "conv" else "")

    def graph(self, name):
        """Its text; parameters carry the graph's name, for graphs of one file share those of one name."""
        options = f"stride={self.stride}, padding={self.padding}, dilation={self.dilation}, groups={self.groups}"
        inside = self.c > 3
        x = f"f32[1, {self.h}, {self.w}, {self.c}]" if inside else f"f32[1, {self.c}, {self.h}, {self.w}]"
        return (f"graph {name}(x: {x}) -> (y: f32[1, {self.out[0]}, {self.out[1]}, {self.o}]) {{\n"
                f"  param {name}_w: f32[{self.o}, {self.c // self.groups}, {self.kernel}, {self.kernel}]\n  param {name}_b: f32[{self.o}]\n"
                f"  y = permute(relu(conv2d({'permute(x, [0, 3, 1, 2])' if inside else 'x'}, {name}_w, {name}_b, {options})), "
                "[0, 2, 3, 1])\n}\n")


class Linear(namedtuple("Linear", "m k n")):
    """M rows times a weight, and a bias."""
    kind = "linear"
    flops = property(lambda s: 2 * s.m * s.k * s.n)
    weights = property(lambda s: FLOAT * (s.k * s.n + s.n))
    activations = property(lambda s: FLOAT * (s.m * s.k + s.m * s.n))

    def label(self):
        return f"linear {self.m}×{self.k}→{self.n}"

    def graph(self, name):
        return (f"graph {name}(x: f32[{self.m}, {self.k}]) -> (y: f32[{self.m}, {self.n}]) {{\n"
                f"  param {name}_w: f32[{self.n}, {self.k}]\n  param {name}_b: f32[{self.n}]\n  y = linear(x, {name}_w, {name}_b)\n}}\n")


class Matmul(namedtuple("Matmul", "batch m k n")):
    """Both sides are computed in the network."""
    kind = "matmul"
    flops = property(lambda s: 2 * s.batch * s.m * s.k * s.n)
    weights = 0
    activations = property(lambda s: FLOAT * s.batch * (s.m * s.k + s.k * s.n + s.m * s.n))

    def label(self):
        return f"matmul {self.batch}×({self.m}×{self.k}×{self.n})"

    def graph(self, name):
        return (f"graph {name}(x: f32[{self.batch}, {self.m}, {self.k}], z: f32[{self.batch}, {self.k}, {self.n}]) -> "
                f"(y: f32[{self.batch}, {self.m}, {self.n}]) {{\n  y = matmul(x, z)\n}}\n")


LEAST = Linear(1, 1, 1)  # takes what any call takes

KINDS = {"conv": Conv, "linear": Linear, "matmul": Matmul}


def of_networks():
    """[(shape, names of the networks)] from shapes.txt."""
    found = []
    with open(f"{HERE}/shapes.txt") as file:
        for line in file:
            if not line.startswith("#"):
                kind, *numbers, names = line.split()
                found.append((KINDS[kind](*map(int, numbers)), names))
    return found


# Fewer FLOP take less than a microsecond: then the clock and the call are measured.
LEAST_FLOPS, MOST_FLOPS, MOST_WEIGHTS = 100_000, 1 << 30, 16 << 20


def draw(rng):
    """A shape that no network need have: odd sizes as often as even ones."""
    kind = rng.choice(["conv", "conv", "pointwise", "depthwise", "depthwise", "linear", "linear", "linear", "matmul"])
    size = lambda low, high: round(low * (high / low) ** rng.random())  # as many small ones as large ones
    if kind in ("conv", "pointwise", "depthwise"):
        kernel = 1 if kind == "pointwise" else rng.choice([3, 3, 3, 5, 7] if kind == "depthwise" else [2, 3, 3, 3, 5])
        c, side = size(4, 1024), size(4, 112)
        groups = c if kind == "depthwise" else 1
        o = c if groups > 1 else size(4, 1024)
        return Conv(c, max(side, kernel), max(rng.choice([side, side, size(4, 112)]), kernel), o, kernel, rng.choice([1, 1, 1, 2]),
                    rng.choice([0, kernel // 2, kernel // 2]), 1, groups)
    if kind == "linear":
        return Linear(rng.choice([1, size(2, 16), size(16, 1024)]), size(16, 4096), size(8, 4096))
    return Matmul(rng.choice([1, 8, 12, 16]), size(1, 256), size(8, 256), size(8, 512))


def at_random(count, seed):
    """[(shape, "random")], none twice."""
    rng, found = random.Random(seed), []
    while len(found) < count:
        shape = draw(rng)
        if LEAST_FLOPS <= shape.flops <= MOST_FLOPS and shape.weights <= MOST_WEIGHTS and shape not in [each for each, _ in found]:
            found.append((shape, "random"))
    return found
