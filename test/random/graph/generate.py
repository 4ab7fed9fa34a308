"""A random model of the language, from a seed alone."""
import random

import layers  # noqa: F401: its rows
import losses  # noqa: F401: its rows
from program import FLOATS, Program, Skip, numel
from rules import RULES, call

# Element types and how often: what Vulkan has, and all.
VULKAN = {"f32": 60, "i32": 12, "i64": 10, "bool": 10}
ALL = {"f32": 34, "f16": 12, "bf16": 12, "f64": 12, "i8": 5, "u8": 5, "i16": 5, "i32": 8, "i64": 8, "bool": 8}
MORE = {"matmul": 3, "linear": 3, "nn.linear": 3, "conv2d": 2, "nn.conv2d": 2, "add": 3, "mul": 3, "sub": 2, "div": 2, "reshape": 3, "transpose": 3,
        "permute": 2, "slice": 4, "concat": 3, "sum": 2, "mean": 2, "cast": 3, "where": 2, "expand": 2, "pad": 2, "split": 2, "softmax": 2}


def step(p):
    """An expression of {}'s shape, safe to repeat."""
    function = p.rng.choice(("tanh", "sigmoid", "relu", "silu", "sin"))
    p.used.append(function)
    return p.rng.choice((f"{function}({{}} * 0.5 + {{i}})", f"{function}({{}}) + 0.25", f"{{}} * 0.5 + {function}({{}})"))


def loop(p):
    """A name bound again and again; sometimes all of its values, as a list."""
    x = p.small(p.any(FLOATS))
    name, times = p.name("h"), p.rng.choice((1, 2, 3))
    body = step(p)
    lines = [f"  {name} = {x}  # {x.type}"]
    gather = p.chance(0.4) and numel(x.shape) < 800
    parts = p.name("s")
    if gather:
        lines.append(f"  {parts} = []")
    lines.append(f"  for i in 0..{times} {{")
    lines.append(f"    {name} = {body.replace('{i}', 'i').replace('{}', name)}")
    if gather:
        lines.append(f"    {parts} = {parts} + [{name}]")
    lines.append("  }")
    p.body.append("\n".join(lines))
    if gather:
        return p.emit(call(p, "stack", parts), x.elem, (times, *x.shape), False, 8.0)
    return p.emit(f"{name}", x.elem, x.shape, False, 8.0)


def block(p):
    """A block of its own, called on one or two values."""
    x = p.small(p.any(FLOATS, low=1, test=lambda v: 0 not in v.shape))
    name = p.name("b")
    param = p.chance(0.5)
    lines = [f"block {name}(x: T[..., D], s: float = 0.5, n: int = 1) {{"]
    if param:
        lines.append("  param weight: T[D]")
    lines.append(f"  y = {step(p).replace('{i}', 'n').replace('{}', 'x')}")
    lines.append("  if n == 1 {\n    y = y * s\n  }" if p.chance(0.5) else "  y = y * s if n > 1 else y")
    lines.append(f"  return y{' * weight' if param else ''}")
    lines.append("}\n")
    p.blocks.append("\n".join(lines))
    where = f" @ {p.name('l')}" if param else ""
    made = p.emit(f"{name}({x}){where}", x.elem, x.shape, False, 16.0)
    if p.chance(0.5):
        x = p.small(p.any((x.elem,), low=1, test=lambda v: 0 not in v.shape))
        where = f" @ {p.name('l')}" if param else ""
        made = p.emit(f"{name}({x}, 0.25, {p.rng.randint(1, 3)}){where}", x.elem, x.shape, False, 16.0)
    return made


def generate(seed, only=None):
    """(text, names of primitives and layers, element types). `only`: a primitive or layer that is in it."""
    rng = random.Random(seed)
    kinds = VULKAN if rng.random() < 0.6 else ALL
    if rng.random() < 0.5:  # a few types at a time, so that they meet
        kept = set(rng.sample(sorted(kinds), min(3, len(kinds)))) | ({"f32"} if rng.random() < 0.7 else set())
        kinds = {e: w for e, w in kinds.items() if e in kept}
    p = Program(rng, list(kinds), list(kinds.values()))
    names = sorted(RULES)
    weights = [MORE.get(name, 1) for name in names]
    wanted = rng.choice((1, 2, 3, 4, 5, 6, 8, 10, 14))
    made = tries = 0
    while made < wanted and tries < 60:
        tries += 1
        try:
            kind = rng.random()
            if only and made == wanted - 1:
                RULES[only](p, only)
            elif kind < 0.03:
                loop(p)
            elif kind < 0.06:
                block(p)
            else:
                name = rng.choices(names, weights)[0]
                RULES[name](p, name)
            made += 1
        except Skip:
            continue
    if not p.values:
        p.input("f32", (2,))
    if all(v in p.inputs for v in p.values):
        p.emit(call(p, "relu", p.input("f32", (3,))), "f32", (3,))
    text = p.text(f"seed {seed}")
    return text, set(p.used), {v.elem for v in p.values}
