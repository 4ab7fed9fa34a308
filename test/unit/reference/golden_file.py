"""The cases of goldens.mlir and the tensors of goldens.npz: what the makers of cases share.

goldens.mlir has one function per case; goldens.npz has the tensors that its arguments and results name (`aic.name`).
A function marked `summed` is compared relative to its result's largest element, others element by element; one marked
`rounded` was computed in float32.
"""
import os
import random

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = {"float64": "f64", "float32": "f32", "float16": "f16", "bool": "i1", "int8": "i8", "uint8": "ui8",
         "int16": "i16", "int32": "i32", "int64": "i64"}
INTEGERS = [torch.int8, torch.uint8, torch.int16, torch.int32, torch.int64]
NAN, INF = float("nan"), float("inf")
choice = random.Random(1)
generator = torch.Generator().manual_seed(1)

functions, tensors, names = [], {}, {}


def array(value):
    return np.ascontiguousarray(value.numpy() if isinstance(value, torch.Tensor) else value).reshape(value.shape)


def type_of(value):
    return "tensor<%s%s>" % ("".join("%dx" % n for n in value.shape), TYPES[str(array(value).dtype)])


def name_of(value):
    """The key of a tensor in the .npz; equal tensors share one."""
    value = array(value)
    identity = (str(value.dtype), value.shape, value.tobytes())
    if identity not in names:
        names[identity] = "t%d" % len(names)
        tensors[names[identity]] = value
    return names[identity]


def body_case(name, body, args, result, summed=False, rounded=False):
    """A function of which `body` is the text. It computes %result from %0, %1, ...; %result:2 or more where `result` is a
    tuple."""
    arguments = ", ".join('%%%d: %s {aic.name = "%s"}' % (n, type_of(a), name_of(a)) for n, a in enumerate(args))
    results = result if isinstance(result, tuple) else (result,)
    values = ["%result"] if len(results) == 1 else ["%%result#%d" % n for n in range(len(results))]
    marks = [mark for mark, holds in (("summed", summed), ("rounded", rounded)) if holds]
    functions.append('func.func @"%d %s"(%s) -> (%s)%s {\n%s\n  return %s : %s\n}' % (
        len(functions), name, arguments, ", ".join('%s {aic.name = "%s"}' % (type_of(r), name_of(r)) for r in results),
        marks and " attributes {%s}" % ", ".join(marks) or "", body, ", ".join(values),
        ", ".join(type_of(r) for r in results)))


def operation(op, args, result, attributes="", operands=None, prefix="", short=False, first=0):
    operands = operands or ", ".join("%%%d" % (n + first) for n in range(len(args)))
    many = isinstance(result, tuple)
    made = "(%s)" % ", ".join(type_of(r) for r in result) if many else type_of(result)
    types = made if short else "(%s) -> %s" % (", ".join(type_of(a) for a in args), made)
    return "  %%result%s = aic.%s %s%s%s : %s" % (
        ":%d" % len(result) if many else "", op, prefix, operands, attributes and " {%s}" % attributes, types)


def case(op, args, result, attributes="", operands=None, prefix="", short=False, summed=False,
         rounded=False):
    """A function of one operation."""
    body_case(op, operation(op, args, result, attributes, operands, prefix, short), args, result, summed, rounded)


def ints(name, values):
    return "%s = array<i64%s>" % (name, ": " + ", ".join(str(int(v)) for v in values) if values else "")


def coarse(*shape):
    """Multiples of 1/8 in [-2, 2): they compress well, and where they stand is what matters."""
    return torch.randint(-16, 16, shape, generator=generator).double() / 8


def fine(*shape):
    return torch.randn(*shape, dtype=torch.float64, generator=generator)


def whole(dtype, *shape):
    low, high = (0, 2) if dtype == torch.bool else (torch.iinfo(dtype).min, torch.iinfo(dtype).max)
    return torch.randint(low, min(high, 2**62), shape, generator=generator).to(dtype)


def nhwc(x):
    return x.permute(0, 2, 3, 1).contiguous()


SPECIAL = torch.tensor([NAN, INF, -INF, 0.0, -0.0, 0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, 0.3, -0.7, 1, -1, 2, -2, 3, -3, 6,
                        6.5, 20, -20, 700, -700, 1e-9, -1e-9, 1e-300, 1e300, 1e9, -1e9, 4503599627370497.5,
                        0.49999999999999994], dtype=torch.float64)
PAIRED = torch.tensor([NAN, INF, -INF, 0.0, -0.0, 0.5, 1, -1, 2, -2, 3, -3, 0.1, -0.1, 1e300, -7.5, 10, 1e-3],
                      dtype=torch.float64)


def write():
    with open(os.path.join(HERE, "goldens.mlir"), "w") as out:
        out.write("// Made by make_goldens.py with PyTorch %s; the tensors are in goldens.npz.\n" % torch.__version__)
        out.write("\n".join(functions) + "\n")
    np.savez_compressed(os.path.join(HERE, "goldens.npz"), **tensors)
    print(len(functions), "cases,", len(tensors), "tensors")
