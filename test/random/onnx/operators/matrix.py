"""Products of matrices and the like."""
import numpy

from graph import Unfit
from operators import operator
from tensors import FLOATS, Tensor

DIMS = [1, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 100]


@operator("MatMul", weight=4)
def matmul(g):
    x = g.operand(FLOATS, rank=(1, 4))
    k = x.shape[-1]
    n = g.choose(DIMS)
    found = [v for v in g.visible() if v.type == x.type and v.rank >= 1 and v.shape[max(v.rank - 2, 0)] == k]
    if found and g.chance(0.5) and not g.special:  # a weight of zero times an infinity: see attention
        y = g.choose(found)
    else:
        batch = g.broadcastable(x.shape[:-2]) if g.chance(0.6) else ()
        y = g.weight(x.type, (k,) if g.chance(0.15) else batch + (k, n))
    try:
        shape = numpy.matmul(numpy.empty(x.shape, bool), numpy.empty(y.shape, bool)).shape
    except ValueError:
        raise Unfit()
    g.node("MatMul", [x, y], [(x.type, shape)])


@operator("Gemm", weight=2)
def gemm(g):
    a = g.operand(FLOATS, rank=2)
    ta, tb = g.choose([None, 0, 1]), g.choose([None, 0, 1])
    m, k = a.shape[::-1] if ta else a.shape
    n = g.choose(DIMS)
    b = g.fresh(a.type, (n, k) if tb else (k, n))
    c = None
    if g.opset < 11 or g.chance(0.7):
        c = g.fresh(a.type, g.choose([(n,), (1,), (), (1, n), (m, 1), (m, n)]))
    g.node("Gemm", [a, b, c], [(a.type, (m, n))], transA=ta, transB=tb, alpha=g.maybe(0.3, g.real(-2, 2)), beta=g.maybe(0.3, g.real(-2, 2)))


@operator("Einsum", 12, weight=2)
def einsum(g):
    sizes = {letter: g.choose([1, 2, 3, 4, 5, 8]) for letter in "abcdef"}
    type = g.type(("f32", "f64", "f16", "i32", "i64", "bf16"))
    terms = []
    for _ in range(g.choose([1, 2, 2, 2, 3])):
        letters = g.random.sample("abcd" if g.chance(0.7) else "abcdef", g.integer(1, 3))
        if g.chance(0.05):
            letters.append(letters[0])  # a diagonal
        terms.append("".join(letters))
    used = sorted(set("".join(terms)))
    result = g.random.sample(used, g.integer(0, min(len(used), 4)))
    operands = [g.operand((type,), shape=tuple(sizes[c] for c in term)) for term in terms]
    equation = ",".join(terms) + "->" + "".join(result)
    if g.chance(0.2):  # without an arrow: what stands once, in order
        result = [c for c in used if "".join(terms).count(c) == 1]
        equation = ",".join(terms)
    if g.chance(0.3):
        equation = equation.replace(",", " , ").replace("->", " -> ")
    g.node("Einsum", operands, [(type, tuple(sizes[c] for c in result))], equation=equation)


@operator("Det", 11, weight=0.7)
def determinant(g):
    n = g.integer(1, 6)
    x = g.weight("f32", g.choose([(), (1,), (3,), (2, 2)]) + (n, n))
    g.node("Det", [x], [("f32", x.shape[:-2])])
