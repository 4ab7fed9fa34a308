"""A graph while it is made: its values with what is known of them, its statements, its text.

Values that differ from the reference's by a rounding must not decide anything: floor, comparisons, indices and the like
take exact values only, which no arithmetic has touched. `most` bounds the magnitude, so that nothing overflows and no
error grows past what `aic run --check` allows.
"""
import re

FLOATS = ("f32", "f16", "bf16", "f64")
INTS = ("i8", "u8", "i16", "i32", "i64")
LIMIT = {"i8": 2**7, "u8": 2**7, "i16": 2**15, "i32": 2**31, "i64": 2**31}  # i64: what Vulkan holds
SIZES = (1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 31, 33, 64, 65, 129)
MOST_ELEMENTS = 3000


def numel(shape):
    n = 1
    for size in shape:
        n *= size
    return n


def broadcast(*shapes):
    """NumPy's, or None."""
    out = []
    for i in range(max(map(len, shapes), default=0)):
        sizes = {s[-1 - i] for s in shapes if i < len(s)} - {1}
        if len(sizes) > 1:
            return None
        out.insert(0, sizes.pop() if sizes else 1)
    return tuple(out)


class Skip(Exception):
    """The rule does not fit what is there."""


class Value:
    """name, element type, shape; exact: no rounding in it; most: no magnitude above it (an int: integers of that range)."""

    def __init__(self, name, elem, shape, exact=True, most=1.0):
        self.name, self.elem, self.shape, self.exact, self.most = name, elem, tuple(shape), exact, most

    def __str__(self):
        return self.name

    @property
    def rank(self):
        return len(self.shape)

    @property
    def is_float(self):
        return self.elem in FLOATS

    @property
    def type(self):
        return f"{self.elem}[{', '.join(map(str, self.shape))}]"


class Program:
    def __init__(self, rng, elems, weights):
        self.rng = rng
        self.elems, self.weights = elems, weights  # the element types of new values, and how often
        self.inputs, self.values, self.blocks, self.body = [], [], [], []
        self.states = []
        self.used = []  # names of primitives and layers
        self.count = 0

    # Chance

    def chance(self, p):
        return self.rng.random() < p

    def elem(self, among=None):
        pairs = [(e, w) for e, w in zip(self.elems, self.weights) if not among or e in among]
        if not pairs:
            raise Skip
        return self.rng.choices([e for e, _ in pairs], [w for _, w in pairs])[0]

    def shape(self, rank=None, most=MOST_ELEMENTS):
        rank = self.rng.choice((0, 1, 2, 2, 2, 3, 3, 4, 5)) if rank is None else rank
        while True:
            shape = tuple(self.rng.choice(SIZES) for _ in range(rank))
            if numel(shape) <= most:
                return shape

    def axis(self, value, extra=0):
        """An axis, and how it is written: from the front or from the back."""
        axis = self.rng.randrange(value.rank + extra)
        return axis, axis - (value.rank + extra if self.chance(0.4) else 0)

    # Text

    def name(self, letter="v"):
        self.count += 1
        return f"{letter}{self.count}"

    def emit(self, expression, elem, shape, exact=True, most=1.0):
        """One more value, of an expression."""
        value = Value(self.name(), elem, shape, exact, most)
        self.body.append(f"  {value} = {expression}  # {value.type}")
        if numel(shape) <= 4 * MOST_ELEMENTS:
            self.values.append(value)
        return value

    def emit_several(self, expression, parts):
        """Values of a call with several results, [(elem, shape, exact, most)]; all are named."""
        made = [Value(self.name(), *part) for part in parts]
        self.body.append(f"  {', '.join(v.name for v in made)} = {expression}  # {'; '.join(v.type for v in made)}")
        self.values += [v for v in made if numel(v.shape) <= 4 * MOST_ELEMENTS]
        return made

    def literal(self, elem, most=1.0):
        if elem == "bool":
            return self.rng.choice(("true", "false"))
        if elem in FLOATS:
            return repr(self.rng.choice((0.5, -0.25, 1.0, 2.0, -1.5, 0.0, 0.125, round(self.rng.uniform(-1, 1), 3))) * most)
        low = 0 if elem == "u8" else -int(most)
        return str(self.rng.randint(low, int(most)))

    # Leaves

    def input(self, elem, shape):
        value = Value(self.name("x"), elem, shape)
        self.inputs.append(value)
        self.values.append(value)
        return value

    def constant(self, elem, shape, most=1.0):
        """A constant of few elements written out, of many filled."""
        if numel(shape) > 24 or 0 in shape:
            if elem in INTS and len(shape) == 1 and shape[0] <= LIMIT[elem] and most >= shape[0] - 1 and self.chance(0.5):
                self.used.append("arange")
                return self.emit(f"arange({shape[0]}, {elem})", elem, shape, most=max(shape[0] - 1, 1))
            self.used.append("full")
            return self.emit(f"full({list(shape)}, {self.literal(elem, most)}, {elem})", elem, shape, most=most)

        def lists(sizes):
            if not sizes:
                return self.literal(elem, most)
            return "[" + ", ".join(lists(sizes[1:]) for _ in range(sizes[0])) + "]"

        self.used.append("tensor")
        return self.emit(f"tensor({lists(shape)}, {elem})", elem, shape, most=2 * most if elem in FLOATS else max(most, 1))

    def param(self, elem, shape, name=None):
        """A parameter (--weights random: floats below 2 in magnitude)."""
        value = Value(name or self.name("w"), elem, shape, True, 2.0)
        self.body.append(f"  param {value}: {value.type}")
        self.values.append(value)
        return value

    def state(self, elem, shape):
        """A state, whose name text() binds to a value that there is by then."""
        value = Value(self.name("m"), elem, shape, True, 2.0)
        initial = self.rng.choice(("zeros", "ones", f"full({self.literal(elem)})"))
        self.body.append(f"  state {value}: {value.type} = {initial}")
        self.states.append(value)
        self.values.append(value)
        return value

    def leaf(self, elem, shape, weight=False):
        if 0 not in shape and self.chance(0.06):
            return self.state(elem, shape)
        kind = self.rng.random()
        if 0 in shape or kind < (0.3 if weight else 0.7):
            value = self.input(elem, shape)
            return self.widen(value) if elem in INTS and self.chance(0.6) else value
        if elem in FLOATS and kind < 0.85:
            return self.param(elem, shape)
        return self.constant(elem, shape, self.rng.choice((1, 3)))

    def widen(self, value):
        """Random inputs of integers are 0 or 1: here are more."""
        factor, low = self.rng.randint(2, 20), 0 if value.elem == "u8" else self.rng.randint(-20, 5)
        return self.emit(f"{value} * {factor} + {low}", value.elem, value.shape, most=factor + abs(low))

    # Operands

    def find(self, accept):
        """A value that is there, the newer the likelier."""
        found = [v for v in self.values if accept(v)]
        if not found:
            return None
        return self.rng.choices(found, [1 + 2 * i for i in range(len(found))])[0]

    def any(self, elems=None, rank=None, exact=False, shape=None, low=0, most=None, test=None):
        """A value of one of the types, with a rank of [low, ...] or of `rank`; a new leaf where there is none, and now and then."""
        accept = lambda v: ((not elems or v.elem in elems) and (rank is None or v.rank == rank) and v.rank >= low
                            and (not exact or v.exact) and (shape is None or v.shape == tuple(shape))
                            and (most is None or v.most <= most) and (test is None or test(v)))
        value = None if self.chance(0.15) else self.find(accept)
        while value is None:
            elem = self.elem(elems)
            wanted = shape if shape is not None else self.shape(rank)
            value = self.leaf(elem, wanted)
            if not accept(value):
                value = None if value.rank < low else self.input(elem, value.shape)
                if value is not None and not accept(value):
                    value = None
        return value

    def of(self, elem, shape, exact=False, weight=False, most=None):
        """A value of just this type."""
        shape = tuple(shape)
        accept = lambda v: v.elem == elem and v.shape == shape and (v.exact or not exact) and (most is None or v.most <= most)
        value = None if self.chance(0.3) else self.find(accept)
        if value is None:
            value = self.leaf(elem, shape, weight)
            if not accept(value):
                value = self.input(elem, shape)
        return value

    def small(self, value, most=4.0):
        """The value, brought below a magnitude: errors are kept small with it."""
        if value.most <= most:
            return value
        factor = 1.0
        while value.most * factor > most:
            factor /= 2
        if value.elem == "f16" and factor < 2**-8:
            return self.emit(f"tanh({value})", value.elem, value.shape, False, 1.0)
        return self.emit(f"{value} * {factor!r}", value.elem, value.shape, value.exact and value.elem in ("f32", "f64"), value.most * factor)

    def partner(self, value, exact=False, elem=None):
        """A value that broadcasts with another."""
        elem = elem or value.elem
        accept = lambda v: (v.elem == elem and (v.exact or not exact) and v is not value and broadcast(v.shape, value.shape) is not None
                            and numel(broadcast(v.shape, value.shape)) <= MOST_ELEMENTS)
        found = None if self.chance(0.4) else self.find(accept)
        if found is None:
            shape = [size if self.chance(0.6) else 1 for size in value.shape]
            if self.chance(0.4):
                shape = shape[self.rng.randint(0, len(shape)):]
            found = self.leaf(elem, shape)
            if exact and not found.exact:
                found = self.input(elem, shape)
        return found

    def indices(self, elem, shape, bound):
        """Integers in [0, bound): what the run reads at."""
        if bound >= 2 and self.chance(0.3):
            return self.input(elem, shape)
        if numel(shape) <= 24 and self.chance(0.4):
            return self.constant(elem, shape, 0) if bound == 1 else self.emit(
                f"tensor({self.nested(shape, lambda: self.rng.randrange(bound))}, {elem})", elem, shape, most=bound - 1)
        value = self.of(elem, shape)
        return self.emit(f"{value} % {bound}", elem, shape, most=max(bound - 1, 1))

    def place(self, low, high):
        """A number in [low, high], as an int or as a scalar that only the run knows."""
        if self.chance(0.3):
            return str(self.rng.randint(low, high))
        value = self.indices(self.elem(("i32", "i64")), (), high - low + 1)
        return f"{value} + {low}" if low else str(value)

    def nested(self, shape, item):
        if not shape:
            return str(item())
        return "[" + ", ".join(self.nested(shape[1:], item) for _ in range(shape[0])) + "]"

    def text(self, title):
        read = set()
        for line in self.body:
            read.update(re.findall(r"\w+", line.split(" = ", 1)[-1].split("  #")[0]))
        ends = [v for v in self.values if v not in self.inputs and v.name not in read and v.name[0] not in "mw"]
        outputs = (ends or self.values[-1:])[-(10 if self.chance(0.7) else self.rng.randint(1, 3)):]
        bound = []
        for state in self.states:
            next_ = self.find(lambda v: v is not state and v.elem == state.elem and v.shape == state.shape)
            if next_ and self.chance(0.9):
                bound.append(f"  {state} = {next_}")
        inputs = ", ".join(f"{v}: {v.type}" for v in self.inputs)
        lines = [f"# {title}"] + self.blocks
        lines.append(f"graph g({inputs}) -> ({', '.join(f'y{i}: {v.type}' for i, v in enumerate(outputs))}) {{")
        lines += self.body + bound + [f"  y{i} = {v}" for i, v in enumerate(outputs)] + ["}"]
        return "\n".join(lines) + "\n"
