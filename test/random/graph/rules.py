"""The table: how each primitive and layer of the language is called at random. A name without a row is a failure."""
from program import FLOATS, INTS, LIMIT, MOST_ELEMENTS, Skip, broadcast, numel

RULES = {}
NUMBERS = FLOATS + INTS


def rule(*names):
    def add(function):
        for name in names:
            assert name not in RULES, name
            RULES[name] = function
        return function
    return add


def call(p, name, *arguments):
    p.used.append(name)
    return f"{name}({', '.join(map(str, arguments))})"


def floats(p, **kinds):
    return p.any(FLOATS, **kinds)


# Elementwise

@rule("relu", "relu6", "sigmoid", "tanh", "silu", "hardswish", "hardsigmoid", "gelu", "erf", "atan", "asinh", "leaky_relu", "elu", "softplus")
def activation(p, name):
    x = floats(p)
    extra = {"gelu": ['"tanh"', '"none"'], "leaky_relu": ["0.2", "negative_slope=0.0"], "elu": ["0.5", "alpha=2.0"],
             "softplus": ["2.0", "beta=0.5, threshold=5.0"]}.get(name, [])
    arguments = [p.rng.choice(extra)] if extra and p.chance(0.5) else []
    most = 1.0 if name in ("sigmoid", "tanh", "erf", "hardsigmoid") else 1.6 if name == "atan" else max(2 * x.most, 1.0)
    return p.emit(call(p, name, x, *arguments), x.elem, x.shape, x.exact and name == "relu", most)


@rule("exp", "sinh", "cosh")
def grows(p, name):
    x = p.small(floats(p), 3.0)
    return p.emit(call(p, name, x), x.elem, x.shape, False, 21.0)


@rule("sin", "cos", "tan")
def angle(p, name):
    x = floats(p)
    x = p.small(x, 1.0 if name == "tan" else 8.0) if not x.exact or name == "tan" else x
    return p.emit(call(p, name, x), x.elem, x.shape, False, 2.0 if name == "tan" else 1.0)


@rule("log", "sqrt", "rsqrt", "acosh")
def positive(p, name):
    x = floats(p)
    wild = x.exact and p.chance(0.1)  # NaN and infinity too
    inside = str(x) if wild else f"abs({x}) + {1.25 if name == 'acosh' else 0.5}"
    return p.emit(call(p, name, inside), x.elem, x.shape, False, max(x.most, 2.0) if not wild else 1e4)


@rule("asin", "acos", "atanh")
def arc(p, name):
    x = floats(p)
    inside = str(x) if x.exact and x.most <= 1 and p.chance(0.3) else f"tanh({x}) * 0.75"
    return p.emit(call(p, name, inside), x.elem, x.shape, False, 4.0)


@rule("floor", "ceil", "round")
def rounding(p, name):
    x = floats(p, exact=True)
    inside = f"{x} * {p.rng.choice((2.0, 4.0, 8.0))}" if x.most <= 100 else str(x)
    return p.emit(call(p, name, inside), x.elem, x.shape, True, 8 * x.most + 1)


@rule("abs", "neg", "sign")
def numbers(p, name):
    signed = FLOATS + tuple(e for e in INTS if e != "u8")
    x = p.any(signed, exact=name == "sign")
    expression = call(p, name, x) if p.chance(0.8) or name == "sign" else f"-{x}"
    p.used.append(name)
    return p.emit(expression, x.elem, x.shape, x.exact, 1 if name == "sign" else x.most)


@rule("logical_not")
def logical_not(p, name):
    x = p.any(("bool",))
    p.used.append(name)
    return p.emit(f"not {x}" if p.chance(0.5) else f"logical_not({x})", "bool", x.shape)


def binary(p, a, b, name, sign):
    """A pair under the operator or its name; either side."""
    p.used.append(name)
    return f"{a} {sign} {b}" if sign and p.chance(0.6) else f"{name}({a}, {b})"


def operand(p, a, exact=False):
    """Another value, or a literal: (its text, shape, exact, most)."""
    if p.chance(0.3):
        most = 2 if a.elem in INTS else 1.0
        return p.literal(a.elem, most), (), True, 2.0
    b = a if p.chance(0.05) else p.partner(a, exact)
    return b.name, b.shape, b.exact, b.most


@rule("add", "sub", "mul")
def arithmetic(p, name):
    a = p.any(NUMBERS)
    if name == "mul" and a.is_float:
        a = p.small(a, 64.0)
    text, shape, _, most = operand(p, a)
    result = broadcast(a.shape, shape)
    bound = a.most * most if name == "mul" else a.most + most
    if a.elem in INTS and (bound >= LIMIT[a.elem] or (a.elem == "u8" and name == "sub")):
        raise Skip
    swapped = p.chance(0.3)
    expression = binary(p, text if swapped else a, a if swapped else text, name, {"add": "+", "sub": "-", "mul": "*"}[name])
    if a.is_float and bound > 4096:
        raise Skip
    return p.emit(expression, a.elem, result, not a.is_float, bound)


@rule("div")
def div(p, name):
    if p.chance(0.3) and (a := p.find(lambda v: v.elem in INTS)):
        p.used.append(name)
        divisor = p.rng.choice((1, 2, 3, 5, 7) + (() if a.elem == "u8" else (-2, -3)))
        mode = p.rng.choice(("trunc", "floor"))
        return p.emit(f'div({a}, {divisor}, rounding_mode="{mode}")', a.elem, a.shape, most=a.most + 1)
    a = floats(p)
    if a.exact and p.chance(0.2):
        p.used.append(name)
        mode = p.rng.choice(("trunc", "floor"))
        return p.emit(f'div({a}, {p.rng.choice((0.25, 0.5, -0.5, 2.0))}, "{mode}")', a.elem, a.shape, True, 4 * a.most + 1)
    b = p.partner(a)
    return p.emit(binary(p, a, f"(abs({b}) + 0.5)", name, "/"), a.elem, broadcast(a.shape, b.shape), False, 2 * a.most)


@rule("floor_div", "rem")
def division(p, name):
    sign = "//" if name == "floor_div" else "%"
    a = p.any(NUMBERS, exact=True)
    if a.is_float:
        b = p.rng.choice((0.25, 0.5, -0.5, 2.0))
        most = 4 * a.most + 1 if sign == "//" else 2.0
        return p.emit(binary(p, a, b, name, sign), a.elem, a.shape, True, most)
    if p.chance(0.5):
        b = p.rng.choice((1, 2, 3, 5, 7) + (() if a.elem == "u8" else (-2, -3)))
        return p.emit(binary(p, a, b, name, sign), a.elem, a.shape, most=max(a.most + 1, 7))
    b = p.partner(a)
    divisor = f"({b} % 5 + 1)"
    return p.emit(binary(p, a, divisor, name, sign), a.elem, broadcast(a.shape, b.shape), most=max(a.most + 1, 5))


@rule("pow")
def power(p, name):
    a = p.small(floats(p), 2.0)
    if p.chance(0.5):
        exponent = p.rng.choice((2, 3, 2.0, 0.5, -1.0, 1.5))
        base = a if exponent in (2, 3, 2.0) else f"(abs({a}) + 0.5)"
        return p.emit(binary(p, base, exponent, name, "**"), a.elem, a.shape, False, 16.0)
    b = p.small(p.partner(a), 2.0)
    return p.emit(binary(p, f"(abs({a}) + 0.5)", b, name, "**"), a.elem, broadcast(a.shape, b.shape), False, 8.0)


@rule("minimum", "maximum")
def extreme(p, name):
    a = p.any()
    text, shape, exact, most = operand(p, a)
    return p.emit(call(p, name, a, text), a.elem, broadcast(a.shape, shape), a.exact and exact, max(a.most, most))


@rule("eq", "ne", "lt", "le", "gt", "ge")
def comparison(p, name):
    a = p.any(exact=True)
    text, shape, exact, _ = operand(p, a, exact=True)
    if not exact:
        raise Skip
    sign = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}[name]
    return p.emit(binary(p, a, text, name, sign), "bool", broadcast(a.shape, shape))


@rule("logical_and", "logical_or")
def logical(p, name):
    a = p.any(("bool",))
    b = p.partner(a)
    return p.emit(binary(p, a, b, name, name[8:]), "bool", broadcast(a.shape, b.shape))


@rule("clamp")
def clamp(p, name):
    x = floats(p)
    bounds = p.rng.choice(("-0.5, 0.5", "min=0.0", "max=0.25", "0, 1", "-1.0, 6.0"))
    return p.emit(call(p, name, x, bounds), x.elem, x.shape, x.exact, min(x.most, 6.0) if "min" not in bounds and "max" not in bounds else x.most)


@rule("quantize")
def quantize(p, name):
    x = p.any(("f32", "f16", "bf16"), exact=True)
    dtype = p.rng.choice(("i8", "u8", "i16"))
    scale, axis, block = scales(p, x)
    zero = [f"zero_point={p.rng.randint(0, 100)}"] if p.chance(0.5) else []
    return p.emit(call(p, name, x, scale, *zero, f"dtype={dtype}", *axis, *block), dtype, x.shape, True, LIMIT[dtype] - 1)


def scales(p, x):
    """A scale for x, and the arguments that say where its numbers stand."""
    powers = ("0.25", "0.5", "2.0")
    if x.rank == 0 or 0 in x.shape or p.chance(0.5):
        return p.rng.choice(powers), [], []
    axis, text = p.axis(x)
    shape = [x.shape[axis]]
    block = p.rng.choice((1, 2, 3, 16)) if p.chance(0.3) else 0
    if block:
        shape = [-(-size // block) if i == axis else p.rng.choice((1, size)) for i, size in enumerate(x.shape)]
    return f"full({shape}, {p.rng.choice(powers)}, f32)", [f"axis={text}"], [f"block={block}"] if block else []


@rule("dequantize")
def dequantize(p, name):
    q = p.any(("i8", "u8", "i16"))
    scale, axis, block = scales(p, q)
    zero = [f"zero_point={p.rng.randint(0, 100)}"] if p.chance(0.5) else []
    return p.emit(call(p, name, q, scale, *zero, *axis, *block), "f32", q.shape, True, 2 * (q.most + 100))


@rule("where")
def where(p, name):
    c = p.any(("bool",))
    a = p.partner(c, elem=p.elem())
    text, shape, exact, most = operand(p, a)
    result = broadcast(c.shape, a.shape, shape)
    if result is None or numel(result) > MOST_ELEMENTS:
        raise Skip
    return p.emit(call(p, name, c, a, text), a.elem, result, a.exact and exact, max(a.most, most))


@rule("cast")
def cast(p, name):
    x = p.any()
    elem = p.elem()
    if x.elem == elem:
        raise Skip
    if x.is_float and elem in FLOATS:
        exact = x.exact and (elem == "f64" or (x.elem in ("f16", "bf16") and elem == "f32"))
        if x.most > 1000 or (not x.exact and x.elem in ("f16", "bf16") and elem not in ("f16", "bf16")):
            raise Skip  # a rounding to a half is no small error of a float
        return p.emit(call(p, name, x, elem), elem, x.shape, exact, x.most)
    if elem == "bool" or x.elem == "bool":
        if not x.exact:
            raise Skip
        return p.emit(call(p, name, x, elem), elem, x.shape, True, 1.0)
    if x.is_float:
        if not x.exact:
            raise Skip
        inside = f"abs({x}) * 16.0" if elem == "u8" else f"{x} * 16.0"
        if 16 * x.most >= LIMIT[elem]:
            raise Skip
        return p.emit(call(p, name, inside, elem), elem, x.shape, True, int(16 * x.most))
    if elem in INTS and (x.most >= LIMIT[elem] or elem == "u8"):
        inside = f"{x} % 100"
        return p.emit(call(p, name, inside, elem), elem, x.shape, True, 99) if LIMIT[x.elem] > 100 else None
    if elem in FLOATS and x.most > (256 if elem == "bf16" else 2048):
        raise Skip
    return p.emit(call(p, name, x, elem), elem, x.shape, True, x.most)


# Reductions

def reduced(p, x):
    """Axes to reduce over, as they are written, and the result's shape."""
    kind = p.rng.random()
    if kind < 0.25 or x.rank == 0:
        axes, text = set(range(x.rank)), None
    elif kind < 0.65:
        axis, text = p.axis(x)
        axes = {axis}
    else:
        axes = set(p.rng.sample(range(x.rank), p.rng.randint(1, x.rank)))
        text = [a - (x.rank if p.chance(0.3) else 0) for a in axes]
        p.rng.shuffle(text)
    keep = p.chance(0.4)
    arguments = ([] if text is None else [f"dim={text}" if p.chance(0.5) else text]) + (["keepdim=true"] if keep else [])
    shape = [1 if i in axes else s for i, s in enumerate(x.shape) if keep or i not in axes]
    return arguments, shape, numel([x.shape[i] for i in axes])


@rule("sum", "mean", "amax", "amin", "prod")
def reduction(p, name):
    x = p.any(FLOATS if name == "mean" else NUMBERS if name in ("sum", "prod") and p.chance(0.8) else None)
    arguments, shape, count = reduced(p, x)
    if count == 0 and name not in ("sum", "prod"):
        raise Skip
    if name == "prod":
        if x.is_float and (count > 8 or x.elem in ("f16", "bf16")):
            raise Skip
        x = p.small(x, 1.5) if x.is_float else x
    elem, exact, most = x.elem, not x.is_float, x.most
    bound = x.most * count if name == "sum" else max(x.most, 1) ** count if name == "prod" and count < 100 else 1e30 if name == "prod" else x.most
    if name in ("sum", "prod"):
        most = bound
        if not x.is_float:
            if p.chance(0.3) and x.elem != "bool":
                arguments = [a if str(a).startswith(("dim", "keep")) else f"dim={a}" for a in arguments] + [f"dtype={x.elem}"]
            else:
                elem = "i64"
            if bound >= LIMIT[elem]:
                raise Skip
    if name in ("amax", "amin"):
        exact = x.exact
    elif x.elem in ("f16", "bf16") and not x.exact:  # what was rounded would cancel
        x = f"abs({x})"
    return p.emit(call(p, name, x, *arguments), elem, shape, exact, most)


@rule("argmax")
def argmax(p, name):
    x = p.any(NUMBERS, exact=True, test=lambda v: 0 not in v.shape)
    if x.rank == 0 or p.chance(0.3):
        return p.emit(call(p, name, x), "i64", (), most=numel(x.shape))
    axis, text = p.axis(x)
    keep = p.chance(0.4)
    shape = [1 if i == axis else s for i, s in enumerate(x.shape) if keep or i != axis]
    return p.emit(call(p, name, x, text, *(["keepdim=true"] if keep else [])), "i64", shape, most=x.shape[axis])


@rule("softmax", "log_softmax")
def softmax(p, name):
    x = p.small(floats(p, low=1), 8.0)
    axis, text = p.axis(x)
    return p.emit(call(p, name, x, text), x.elem, x.shape, False, 1.0 if name == "softmax" else 40.0)


# Shapes

def same(p, expression, x, shape):
    return p.emit(expression, x.elem, shape, x.exact, x.most)


@rule("reshape")
def reshape(p, name):
    x = p.any(test=lambda v: 0 not in v.shape)
    left, sizes = numel(x.shape), []
    while left > 1 and len(sizes) < 5:
        divisors = [d for d in range(1, left + 1) if left % d == 0][:12]
        size = p.rng.choice(divisors)
        sizes.append(size)
        left //= size
    if left > 1 or (not sizes and p.chance(0.5)):
        sizes.append(left)
    p.rng.shuffle(sizes)
    text = list(sizes)
    if text and p.chance(0.4):
        text[p.rng.randrange(len(text))] = -1
    return same(p, call(p, name, x, text), x, sizes)


@rule("flatten")
def flatten(p, name):
    x = p.any()
    if x.rank == 0:
        return same(p, call(p, name, x), x, (1,))
    start = p.rng.randrange(x.rank)
    end = p.rng.randrange(start, x.rank)
    shape = x.shape[:start] + (numel(x.shape[start:end + 1]),) + x.shape[end + 1:]
    return same(p, call(p, name, x, start, end - (x.rank if p.chance(0.5) else 0)), x, shape)


@rule("transpose")
def transpose(p, name):
    x = p.any(low=1)
    (a, a_text), (b, b_text) = p.axis(x), p.axis(x)
    shape = list(x.shape)
    shape[a], shape[b] = shape[b], shape[a]
    return same(p, call(p, name, x, a_text, b_text), x, shape)


@rule("permute")
def permute(p, name):
    x = p.any()
    order = list(range(x.rank))
    p.rng.shuffle(order)
    return same(p, call(p, name, x, [a - (x.rank if p.chance(0.2) else 0) for a in order]), x, [x.shape[a] for a in order])


@rule("expand")
def expand(p, name):
    x = p.any(test=lambda v: numel(v.shape) <= 400)
    lead = [p.rng.choice((1, 2, 3)) for _ in range(p.rng.choice((0, 0, 1, 2)))]
    shape = lead + [p.rng.choice((1, 2, 3, 5)) if s == 1 else s for s in x.shape]
    text = [-1 if i >= len(lead) and s == x.shape[i - len(lead)] and p.chance(0.4) else s for i, s in enumerate(shape)]
    return same(p, call(p, name, x, text), x, shape)


@rule("unsqueeze")
def unsqueeze(p, name):
    x = p.any()
    axis, text = p.axis(x, 1)
    return same(p, call(p, name, x, text), x, x.shape[:axis] + (1,) + x.shape[axis:])


@rule("squeeze")
def squeeze(p, name):
    x = p.any(test=lambda v: 1 in v.shape) if p.find(lambda v: 1 in v.shape) else p.any(shape=(3, 1, 2))
    axis = p.rng.choice([i for i, s in enumerate(x.shape) if s == 1])
    return same(p, call(p, name, x, axis - (x.rank if p.chance(0.4) else 0)), x, x.shape[:axis] + x.shape[axis + 1:])


def joined(p, x, shapes):
    parts = [x] + [p.of(x.elem, s) for s in shapes]
    p.rng.shuffle(parts)
    return parts, all(v.exact for v in parts), max(v.most for v in parts)


@rule("concat")
def concat(p, name):
    x = p.any(low=1)
    axis, text = p.axis(x)
    shapes = [x.shape[:axis] + (p.rng.choice((1, 2, 3, x.shape[axis])),) + x.shape[axis + 1:] for _ in range(p.rng.choice((0, 1, 1, 2, 3)))]
    parts, exact, most = joined(p, x, shapes)
    total = x.shape[axis] + sum(s[axis] for s in shapes)
    return p.emit(call(p, name, f"[{', '.join(map(str, parts))}]", text), x.elem, x.shape[:axis] + (total,) + x.shape[axis + 1:], exact, most)


@rule("stack")
def stack(p, name):
    x = p.any(test=lambda v: numel(v.shape) <= 1000)
    axis, text = p.axis(x, 1)
    parts, exact, most = joined(p, x, [x.shape] * p.rng.choice((0, 1, 1, 2)))
    return p.emit(call(p, name, f"[{', '.join(map(str, parts))}]", text), x.elem, x.shape[:axis] + (len(parts),) + x.shape[axis:], exact, most)


@rule("split")
def split(p, name):
    x = p.any(low=1, test=lambda v: 0 not in v.shape)
    axis, text = p.axis(x)
    total, sizes = x.shape[axis], []
    if p.chance(0.5):
        size = p.rng.randint(max(1, total // 4), total)
        sizes = [min(size, total - at) for at in range(0, total, size)]
        parts = size
    else:
        while sum(sizes) < total and len(sizes) < 3:
            sizes.append(p.rng.randint(1, total - sum(sizes)))
        sizes += [total - sum(sizes)] if sum(sizes) < total else []
        parts = sizes
    shapes = [x.shape[:axis] + (s,) + x.shape[axis + 1:] for s in sizes]
    if len(sizes) == 1:
        return same(p, f"{call(p, name, x, parts, text)}[0]", x, shapes[0])
    return p.emit_several(call(p, name, x, parts, text), [(x.elem, s, x.exact, x.most) for s in shapes])


@rule("update")
def update(p, name):
    x = p.any(low=1, test=lambda v: 0 not in v.shape)
    axis, text = p.axis(x)
    size = p.rng.randint(1, x.shape[axis])
    values = p.of(x.elem, x.shape[:axis] + (size,) + x.shape[axis + 1:])
    expression = call(p, name, x, values, text, p.place(0, x.shape[axis] - size))
    return p.emit(expression, x.elem, x.shape, x.exact and values.exact, max(x.most, values.most))


@rule("narrow")
def narrow(p, name):
    x = p.any(low=1, test=lambda v: 0 not in v.shape)
    axis, text = p.axis(x)
    size = p.rng.randint(1, x.shape[axis])
    shape = x.shape[:axis] + (size,) + x.shape[axis + 1:]
    return same(p, call(p, name, x, text, p.place(0, x.shape[axis] - size), size), x, shape)


@rule("slice")
def slice_(p, name):
    x = p.any(low=1)
    if p.chance(0.3):
        axis, text = p.axis(x)
        step = p.rng.choice((1, 1, 2, 3))
        start, end = p.rng.randint(-x.shape[axis], x.shape[axis]), p.rng.choice(("none", p.rng.randint(-1, x.shape[axis] + 2)))
        count = len(range(*slice(start, None if end == "none" else end, step).indices(x.shape[axis])))
        if count == 0 and p.chance(0.9):
            raise Skip
        return same(p, call(p, name, x, text, start, end, step), x, x.shape[:axis] + (count,) + x.shape[axis + 1:])
    p.used.append(name)
    parts, shape, i = [], [], 0
    while i < x.rank:
        size, kind = x.shape[i], p.rng.random()
        if kind < 0.12:
            parts.append("none")
            shape.append(1)
            continue
        if kind < 0.3 and size:
            parts.append(str(p.rng.randint(-size, size - 1)))
        elif kind < 0.5:
            parts.append(":")
            shape.append(size)
        else:
            step = p.rng.choice((None, None, 2, 3, -1, -1, -2))
            bounds = [None if p.chance(0.4) else p.rng.randint(-size, size) for _ in range(2)]
            count = len(range(*slice(*bounds, step).indices(size)))
            if count == 0 and p.chance(0.95):
                continue
            parts.append(":".join("" if b is None else str(b) for b in bounds) + ("" if step is None else f":{step}"))
            shape.append(count)
        i += 1
        if i < x.rank and p.chance(0.15) and "..." not in parts:
            parts.append("...")
            keep = p.rng.randint(i, x.rank)
            shape += x.shape[i:keep]
            i = keep
    return same(p, f"{x}[{', '.join(parts)}]", x, shape)


@rule("pad")
def pad(p, name):
    x = p.any(low=1, test=lambda v: 0 not in v.shape)
    mode = p.rng.choice(("constant", "constant", "reflect", "replicate"))
    axes = p.rng.randint(1, x.rank)
    amounts, shape = [], list(x.shape)
    for i in range(axes):
        axis = x.rank - 1 - i
        most = min(3, x.shape[axis] - 1) if mode == "reflect" else 3
        low, high = p.rng.randint(0, most), p.rng.randint(0, most)
        amounts += [low, high]
        shape[axis] += low + high
    if numel(shape) > 2 * MOST_ELEMENTS:
        raise Skip
    value = [] if mode != "constant" or p.chance(0.5) or x.elem == "bool" else [f"value={1.5 if x.is_float else 1}"]
    modes = [] if mode == "constant" else [f'mode="{mode}"']
    return p.emit(call(p, name, x, amounts, *modes, *value), x.elem, shape, x.exact, max(x.most, 1.5 if x.is_float else 1))


# Indices

@rule("embedding")
def embedding(p, name):
    rows, width = p.rng.choice((1, 2, 5, 9)), p.rng.choice((1, 3, 8, 17))
    table = p.of(p.elem(FLOATS), (rows, width), weight=True)
    ids = p.indices(p.elem(("i32", "i64")), p.shape(most=100), rows)
    return p.emit(call(p, name, ids, table), table.elem, ids.shape + (width,), table.exact, table.most)


@rule("gather")
def gather(p, name):
    x = p.any(low=1, test=lambda v: 0 not in v.shape)
    axis, text = p.axis(x)
    shape = [p.rng.randint(1, s) for s in x.shape]
    shape[axis] = p.rng.randint(1, 2 * x.shape[axis])
    index = p.indices(p.elem(("i32", "i64")), shape, x.shape[axis])
    return same(p, call(p, name, x, text, index), x, shape)


@rule("take")
def take(p, name):
    x = p.any(low=1, test=lambda v: 0 not in v.shape and numel(v.shape) < 500)
    axis, text = p.axis(x)
    index = p.indices(p.elem(("i32", "i64")), p.shape(rank=p.rng.choice((0, 1, 1, 2)), most=30), x.shape[axis])
    return same(p, call(p, name, x, text, index), x, x.shape[:axis] + index.shape + x.shape[axis + 1:])


@rule("scatter")
def scatter(p, name):
    x = p.any(NUMBERS, low=1, test=lambda v: 0 not in v.shape)
    axis, text = p.axis(x)
    reduction = p.rng.choice(("none", "add", "mul", "min", "max"))
    shape = [p.rng.randint(1, s) for s in x.shape]
    index = p.indices(p.elem(("i32", "i64")), shape, x.shape[axis])
    updates = p.of(x.elem, shape)
    most = max(x.most, updates.most)
    if reduction == "add":
        most = x.most + updates.most * shape[axis]
    if reduction == "mul":
        most = x.most * max(updates.most, 1) ** shape[axis] if shape[axis] < 12 else 1e30
    if most >= LIMIT.get(x.elem, 4096):
        raise Skip
    arguments = [] if reduction == "none" and p.chance(0.5) else [f'"{reduction}"']
    exact = x.exact and updates.exact and (reduction not in ("add", "mul") or not x.is_float)
    return p.emit(call(p, name, x, text, index, updates, *arguments), x.elem, x.shape, exact, most)


@rule("dropout", "nn.dropout")
def dropout(p, name):
    x = floats(p)
    share = p.rng.choice(("0.0", "0.25", "0.5"))
    if name.startswith("nn."):
        training = ["training=true"] if p.chance(0.7) else []
        return p.emit(f"{call(p, name, x, share, *training)} @ {p.name('l')}", x.elem, x.shape, False, 2 * x.most)
    key = p.indices("i64", (2,), 1000)
    return p.emit(call(p, name, x, key, share), x.elem, x.shape, False, 2 * x.most)


@rule("topk")
def topk(p, name):
    x = p.any(NUMBERS, low=1, exact=True, test=lambda v: 0 not in v.shape)
    axis, text = p.axis(x)
    k = p.rng.randint(1, x.shape[axis])
    shape = x.shape[:axis] + (k,) + x.shape[axis + 1:]
    arguments = ["largest=false"] if p.chance(0.3) else []
    return p.emit_several(call(p, name, x, k, text, *arguments), [(x.elem, shape, True, x.most), ("i64", shape, True, x.shape[axis])])


@rule("one_hot")
def one_hot(p, name):
    ids = p.any(("i32", "i64"), test=lambda v: numel(v.shape) <= 200)
    classes = p.rng.choice((1, 2, 5, 9))
    return p.emit(call(p, name, ids, classes), "i64", ids.shape + (classes,))


# Constants

@rule("tensor", "full")
def written(p, name):
    shape = p.shape(most=20) if name == "tensor" else p.shape()
    elem = p.elem()
    if name == "full":
        p.used.append(name)
        return p.emit(f"full({list(shape)}, {p.literal(elem, 2)}, {elem})", elem, shape, most=4.0 if elem in FLOATS else 2)
    return p.constant(elem, shape, 2)


@rule("arange")
def arange(p, name):
    n, elem = p.rng.choice((1, 2, 7, 16, 33)), p.elem()
    if elem == "bool":
        raise Skip
    return p.emit(call(p, name, n, *([] if elem == "i64" else [elem])), elem, (n,), most=n)
