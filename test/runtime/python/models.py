"""What the tests of the package share: it itself, and small models."""
import os, sys

TOP = os.path.abspath(f"{os.path.dirname(os.path.abspath(__file__))}/../../..")
sys.path.insert(0, f"{TOP}/runtime/python")
sys.path.append(f"{TOP}/test/models")

TYPES = """# Each type twice over, and back.
graph types(f: f32[2, 3], h: f16[3], b: bf16[4], d: f64[2], t: bool[3], i: i8[2], u: u8[2], s: i16[2], w: i32[2], l: i64[2], z: f32[], e: f32[0, 3]) -> (
    F: f32[2, 3], H: f16[3], B: bf16[4], D: f64[2], T: bool[3], I: i8[2], U: u8[2], S: i16[2], W: i32[2], L: i64[2], Z: f32[], E: f32[0, 3]) {
  F = f + f
  H = h + h
  B = b + b
  D = d + d
  T = not t
  I = i + i
  U = u + u
  S = s + s
  W = w + w
  L = l + l
  Z = z + z
  E = e + e
}
"""

# A run adds x to the state and gives its sum; where that is no index of the table, it fails after the state is written.
COUNTER = """
graph counter(x: f32[2]) -> (row: f32[1, 3]) {
  state total: f32[2] = zeros
  total = total + x
  row = nn.embedding(reshape(cast(sum(total), i64), [1]), 4, 3) @ table
}

# "items" and "keys" are what a mapping has already.
graph keep(x: f32[T = 1, 2], items: f32[1]) -> (keys: f32[2], y: f32[T, 2]) {
  state memory: f32[2] = zeros
  memory = memory + sum(x, dim=0)
  keys = memory
  y = x * items
}
"""


def compiled(text, **options):
    import aic
    with open("model.graph", "w") as file:
        file.write(text)
    return aic.compile("model.graph", **options)
