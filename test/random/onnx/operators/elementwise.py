"""One element at a time: of one operand, of two that broadcast, of many."""
import numpy

from graph import Unfit
from operators import operator
from tensors import FLOATS, INTS, NUMPY, TYPES, Tensor

F = FLOATS
F1 = ("f32", "f16", "bf16")  # ONNX Runtime has no f64
NUMBERS = FLOATS + INTS
EARLY = {"i8": 14, "u8": 14, "i16": 14}  # arithmetic of the narrow integers

# name, since, types, values, attributes, what of the types came later
UNARY = [
    ("Abs", 7, NUMBERS, None, {}, {}),
    ("Acos", 7, F1, (-1.2, 1.2), {}, {}),
    ("Acosh", 9, F1, (0.5, 5), {}, {}),
    ("Asin", 7, F1, (-1.2, 1.2), {}, {}),
    ("Asinh", 9, F1, None, {}, {}),
    ("Atan", 7, F1, None, {}, {}),
    ("Atanh", 9, F1, (-1.1, 1.1), {}, {}),
    ("Ceil", 7, F, None, {}, {}),
    ("Celu", 12, ("f32",), None, {"alpha": lambda g: g.maybe(0.7, g.real(0.1, 3))}, {}),
    ("Cos", 7, F, None, {}, {}),
    ("Cosh", 9, F1, None, {}, {}),
    ("Elu", 7, F1, None, {"alpha": lambda g: g.maybe(0.7, g.real(-1, 3))}, {}),
    ("Erf", 9, F1, None, {}, {}),
    ("Exp", 7, F, None, {}, {}),
    ("Floor", 7, F, None, {}, {}),
    ("Gelu", 20, F1, None, {"approximate": lambda g: g.choose([None, "none", "tanh"])}, {}),
    ("HardSigmoid", 7, F1, None, {"alpha": lambda g: g.maybe(0.7, g.real(0, 1)), "beta": lambda g: g.maybe(0.7, g.real(-1, 1))}, {}),
    ("HardSwish", 14, F1, None, {}, {}),
    ("Identity", 7, TYPES, None, {}, {}),
    ("LeakyRelu", 7, F1, None, {"alpha": lambda g: g.maybe(0.7, g.real(-1, 1))}, {}),
    ("Log", 7, F, (0, 5), {}, {}),
    ("Mish", 18, F1, None, {}, {}),
    ("Neg", 7, FLOATS + ("i8", "i32", "i64"), None, {}, {}),
    ("Reciprocal", 7, F, None, {}, {}),
    ("Relu", 7, FLOATS + ("i8", "i32"), None, {}, {"i8": 14, "i32": 14}),
    ("Round", 11, F, None, {}, {}),
    ("Selu", 7, F1, None, {"alpha": lambda g: g.maybe(0.5, g.real(0, 3)), "gamma": lambda g: g.maybe(0.5, g.real(0, 3))}, {}),
    ("Sigmoid", 7, F, None, {}, {}),
    ("Sin", 7, F, None, {}, {}),
    ("Sinh", 9, F1, None, {}, {}),
    ("Softplus", 7, F1, None, {}, {}),
    ("Softsign", 7, F1, None, {}, {}),
    ("Sqrt", 7, F, (0, 5), {}, {}),
    ("Tan", 7, F1, None, {}, {}),
    ("Tanh", 7, F, None, {}, {}),
    ("ThresholdedRelu", 10, F1, None, {"alpha": lambda g: g.maybe(0.7, g.real(-1, 1))}, {}),
]


def _unary(name, types, values, attributes, since):
    def build(g):
        x = g.operand(types, since=since, values=values if g.chance(0.3) else None)
        g.node(name, [x], [(x.type, x.shape)], **{key: make(g) for key, make in attributes.items()})

    return build


for name, since, types, values, attributes, later in UNARY:
    operator(name, since)(_unary(name, types, values, attributes, later))

# name, since, types, the result's type (None: the operands'), values of the second operand, what of the types came later
BINARY = [
    ("Add", 7, NUMBERS, None, None, EARLY, 2),
    ("Sub", 7, NUMBERS, None, None, EARLY, 2),
    ("Mul", 7, NUMBERS, None, None, EARLY, 2),
    ("Div", 7, FLOATS, None, None, {}, 1),
    ("Div", 7, INTS, None, [1, 2, 3, 5, 7], EARLY, 0.5),  # a division by zero may trap; -128 / -1 has no value
    ("And", 7, ("bool",), "bool", None, {}, 1),
    ("Or", 7, ("bool",), "bool", None, {}, 1),
    ("Xor", 7, ("bool",), "bool", None, {}, 1),
    ("Equal", 7, TYPES, "bool", None, {t: 11 for t in TYPES if t not in ("bool", "i32", "i64")}, 1),
    ("Less", 7, NUMBERS, "bool", None, {t: 9 for t in INTS}, 1),
    ("Greater", 7, NUMBERS, "bool", None, {t: 9 for t in INTS}, 1),
    ("LessOrEqual", 12, NUMBERS, "bool", None, {}, 1),
    ("GreaterOrEqual", 12, NUMBERS, "bool", None, {}, 1),
    ("PRelu", 7, F1, None, None, {}, 1),
]


def second(g, x, values=None, types=None):
    """A value that broadcasts with x, of its type or of one of `types`."""
    wanted = types or (x.type,)

    def fits(value):
        try:
            numpy.broadcast_shapes(value.shape, x.shape)
            return True
        except ValueError:
            return False

    found = [v for v in g.visible() if v.type in wanted and fits(v) and values is None]
    if found and g.chance(0.5):
        return g.choose(found)
    return g.fresh(g.type(wanted), g.broadcastable(x.shape), values)


def _binary(name, types, result, values, since):
    def build(g):
        x = g.operand(types, since=since)
        y = second(g, x, values)
        if name == "PRelu":  # the slope broadcasts to x, not x to it
            shape = tuple(1 if g.chance(0.3) else n for n in x.shape)[g.integer(0, x.rank):]
            y = g.fresh(x.type, shape)
        if name not in ("Div", "PRelu") and g.chance(0.3):
            x, y = y, x
        g.node(name, [x, y], [(result or x.type, numpy.broadcast_shapes(x.shape, y.shape))])

    return build


for name, since, types, result, values, later, weight in BINARY:
    operator(name, since, weight=weight)(_binary(name, types, result, values, later))


def _many(name, types, since):
    def build(g):
        values = [g.operand(types, since=since)]
        shape = values[0].shape
        for _ in range(g.integer(0, 3)):
            values.append(second(g, values[g.integer(0, len(values) - 1)]))
            try:
                shape = numpy.broadcast_shapes(shape, values[-1].shape)
            except ValueError:
                raise Unfit()
        g.node(name, values, [(values[0].type, shape)])

    return build


for name, types, later in [("Sum", FLOATS, {}), ("Mean", F1, {}), ("Max", FLOATS + ("i8", "u8", "i32", "i64"), {t: 12 for t in INTS}),
                           ("Min", FLOATS + ("i8", "u8", "i32", "i64"), {t: 12 for t in INTS})]:
    operator(name, 8)(_many(name, types, later))


@operator("Sign", 9)
def sign(g):
    x = g.operand(INTS) if g.chance(0.4) else g.plain(FLOATS)  # the specification says nothing of NaN
    g.node("Sign", [x], [(x.type, x.shape)])


@operator("Shrink", 9)
def shrink(g):
    # Of integers the operator's function casts bias and lambd first.
    x = g.operand(FLOATS) if g.chance(0.8) else g.operand(INTS) if g.chance(0.3) else g.plain(INTS, low=-90, high=90)
    number = (lambda low, high: float(g.integer(low, high))) if x.type in INTS else g.real
    lambd = number(1, 3) if x.type in INTS else g.maybe(0.7, number(0, 1))
    g.node("Shrink", [x], [(x.type, x.shape)], bias=g.maybe(0.5, number(0, 2)), lambd=lambd)


@operator("Not")
def negation(g):
    x = g.operand(("bool",))
    g.node("Not", [x], [("bool", x.shape)])


@operator("IsNaN", 9)
def is_nan(g):
    x = g.operand(F)
    g.node("IsNaN", [x], [("bool", x.shape)])


@operator("IsInf", 10)
def is_inf(g):
    x = g.operand(F, since={"f16": 20, "bf16": 20})
    g.node("IsInf", [x], [("bool", x.shape)], detect_negative=g.choose([None, 0, 1]), detect_positive=g.choose([None, 0, 1]))


@operator("Where", 9, weight=2)
def where(g):
    x = g.operand(FLOATS + ("u8", "i32", "i64"))
    y = second(g, x)
    condition = second(g, x, types=("bool",))
    try:
        shape = numpy.broadcast_shapes(x.shape, y.shape, condition.shape)
    except ValueError:
        raise Unfit()
    g.node("Where", [condition, x, y], [(x.type, shape)])


@operator("Clip", weight=2)
def clip(g):
    if g.opset < 11:
        x = g.operand(FLOATS)
        g.node("Clip", [x], [(x.type, x.shape)], min=g.maybe(0.7, g.real(-2, 0)), max=g.maybe(0.7, g.real(0, 2)))
        return
    x = g.operand(FLOATS + ("i8", "u8", "i32", "i64"), since={t: 12 for t in INTS})
    low = g.fresh(x.type, (), (0, 2) if x.type == "u8" else (-3, 0)) if g.chance(0.7) else None
    high = g.fresh(x.type, (), (1, 5)) if g.chance(0.7) else None
    g.node("Clip", [x, low, high], [(x.type, x.shape)])


@operator("Pow", weight=2)
def power(g):
    x = g.operand(FLOATS + ("i32", "i64"), since={"i32": 12, "i64": 12})
    # Negative powers of integers and fractional ones of negative numbers are for the base's type to say.
    types = (x.type,) if g.opset < 12 else ("f32", "f64", "i32", "i64")
    y = second(g, x, [0, 1, 2, 3] if x.type in INTS else [-2, -1, 0, 0.5, 1, 2, 3, 1.7], types)
    if y.type in INTS:
        y = g.fresh(y.type, y.shape, [0, 1, 2, 3])
    g.node("Pow", [x, y], [(x.type, numpy.broadcast_shapes(x.shape, y.shape))])


@operator("Mod", 10, weight=1.5)
def modulo(g):
    x = g.operand(NUMBERS)
    y = g.fresh(x.type, g.broadcastable(x.shape), [1, 2, 3, 5, 7] if x.type == "u8" else [-5, -3, 2, 3, 5, 7])
    exact = 1 if x.type in FLOATS else g.choose([None, 0, 1])
    g.node("Mod", [x, y], [(x.type, numpy.broadcast_shapes(x.shape, y.shape))], fmod=exact)


@operator("BitShift", 11)
def shift(g):
    x = g.operand(("u8",))
    y = g.fresh("u8", g.broadcastable(x.shape), (0, 7))
    g.node("BitShift", [x, y], [("u8", numpy.broadcast_shapes(x.shape, y.shape))], direction=g.choose(["LEFT", "RIGHT"]))


def _bitwise(name):
    def build(g):
        x = g.operand(INTS)
        y = g.operand((x.type,), shape=g.broadcastable(x.shape))
        g.node(name, [x, y], [(x.type, numpy.broadcast_shapes(x.shape, y.shape))])
    return build


for _name in ("BitwiseAnd", "BitwiseOr", "BitwiseXor"):
    operator(_name, 18)(_bitwise(_name))


@operator("BitwiseNot", 18)
def bitwise_not(g):
    x = g.operand(INTS)
    g.node("BitwiseNot", [x], [(x.type, x.shape)])


def castable(g, source, target):
    """Values of `source` that `target` has: what others become is for the machine to say (Cast's note on undefined results)."""
    if target == "bool" or target in FLOATS:
        return None
    limits = numpy.iinfo(NUMPY[target])
    low, high = max(limits.min, -100), min(limits.max, 100)
    return (max(low, 0), high) if source == "u8" else (low, high)


@operator("Cast", weight=3)
def cast(g):
    target = g.type(TYPES)
    source = g.type(TYPES)
    # Integers wrap; of floats only what fits has a value.
    x = g.operand((source,), values=castable(g, source, target) if source in FLOATS and target in INTS else None)
    if target in INTS and x.type in FLOATS and x.data is None:
        raise Unfit()
    from tensors import ONNX
    g.node("Cast", [x], [(target, x.shape)], to=ONNX[target])


@operator("CastLike", 15)
def cast_like(g):
    target = g.type(TYPES)
    x = g.operand(TYPES)
    if x.type in FLOATS and target in INTS:
        x = g.operand((x.type,), values=castable(g, x.type, target))
    like = g.operand((target,))
    g.node("CastLike", [x, like], [(like.type, x.shape)])


@operator("Dropout")
def dropout(g):
    x = g.operand(F)
    outputs = [(x.type, x.shape)] + ([("bool", x.shape)] if g.opset >= 12 and g.chance(0.4) else [])  # not said before 12
    if g.opset < 12:
        g.node("Dropout", [x], outputs, ratio=g.maybe(0.5, g.real(0, 0.9)))
        return
    ratio = g.fixed(numpy.float32(g.real(0, 0.9)), "f32") if g.chance(0.5) else None
    training = g.hold(Tensor("bool", False), "initializer") if g.chance(0.3) else None
    g.node("Dropout", [x, ratio, training], outputs)
