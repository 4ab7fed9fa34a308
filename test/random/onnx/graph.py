"""A random model as it grows: values, nodes, and the choices that the rows of the table make."""
import random

import numpy
import onnx
from onnx import helper

from tensors import FLOATS, INTS, NUMPY, ONNX, Tensor

MOST_ELEMENTS = 6000
MOST_RANK = 6
OPSETS = [7, 8, 9, 10, 11, 11, 12, 13, 13, 14, 15, 16, 17, 17, 17, 18, 18, 19, 20, 21, 21, 22, 23]
SIZES = [1] * 12 + [2, 3, 4, 5] * 8 + [6, 7, 8, 9, 15, 16, 17, 31, 33, 65] * 2 + [64, 100, 127, 128, 129, 257]


class Unfit(Exception):
    """What was chosen does not go together; the row is tried again or left out."""


class Value:
    """A tensor in the graph; `data` where it is an input or a constant."""

    def __init__(self, name, type, shape, data=None, constant=False):
        self.name, self.type, self.shape, self.data, self.constant = name, type, tuple(int(n) for n in shape), data, constant

    @property
    def rank(self):
        return len(self.shape)


class Case:
    """A model, what it is run on, and the type of each of its values."""

    def __init__(self, model, inputs, types, options="cpu=native threads=1 place=end"):
        self.model, self.inputs, self.types, self.options = model, inputs, types, options


class Graph:
    def __init__(self, seed, opsets=OPSETS, outer=None):
        self.outer = outer
        if outer:  # a body: names are unique over all of them
            self.random, self.opset, self.types, self._names = outer.random, outer.opset, outer.types, outer._names
            self.special, self.empty = False, False
        else:
            self.random = random.Random(seed)
            self.opset = self.choose(opsets)
            self.special = self.chance(0.1)  # infinities, NaN and the like among the inputs
            self.empty = self.chance(0.03)  # some tensors have no element
            self.types, self._names = {}, {}
        self.nodes, self.values, self.initializers, self.inputs, self.given = [], [], [], [], {}

    # Choices.
    def chance(self, probability):
        return self.random.random() < probability

    def choose(self, choices):
        return self.random.choice(choices)

    def integer(self, low, high):
        return self.random.randint(low, high)

    def real(self, low, high):
        """Mostly few digits, as people write."""
        value = self.random.uniform(low, high)
        return float(numpy.float32(round(value, 2) if self.chance(0.7) else value))

    def maybe(self, probability, value):
        return value if self.chance(probability) else None

    def type(self, types, since={}):
        """One of the types, f32 more often than others; since: the opset from which a type is there."""
        types = [t for t in types if self.opset >= since.get(t, 13 if t == "bf16" else 0) and not (self.outer and t == "bf16")]
        if not types:
            raise Unfit()
        return "f32" if "f32" in types and self.chance(0.45) else self.choose(types)

    def shape(self, rank=(0, 4), most=MOST_ELEMENTS):
        rank = rank if isinstance(rank, int) else self.integer(*rank)
        shape = [self.choose(SIZES) for _ in range(rank)]
        while numpy.prod(shape, initial=1) > min(most, 2000):
            i = self.random.randrange(rank)
            shape[i] = max(1, shape[i] // 2)
        if self.empty and rank and self.chance(0.4):
            shape[self.random.randrange(rank)] = 0
        return tuple(shape)

    def axis(self, rank, negative=True):
        """(as it is written, as it is)"""
        if rank == 0:
            raise Unfit()
        axis = self.random.randrange(rank)
        return (axis - rank if negative and self.chance(0.3) else axis), axis

    def axes(self, rank, least=0, negative=True):
        """Some axes, (as they are written, as they are)."""
        chosen = self.random.sample(range(rank), self.integer(min(least, rank), rank))
        return [a - rank if negative and self.chance(0.3) else a for a in chosen], chosen

    def broadcastable(self, shape):
        """A shape that may stand beside `shape`: dimensions of 1, fewer or more of them."""
        other = [1 if self.chance(0.3) else self.choose([2, 3, 4, 5]) if n == 1 and self.chance(0.3) else n for n in shape]
        if self.chance(0.3):
            other = other[self.integer(0, len(other)):]
        elif self.chance(0.1) and len(other) < MOST_RANK:
            other = [self.choose([1, 2, 3])] + other
        return tuple(other)

    # Values.
    def array(self, type, shape, values=None):
        """values: None for what is ordinary, (low, high), or a list to choose from."""
        generator = numpy.random.default_rng(self.random.getrandbits(62))
        with numpy.errstate(all="ignore"):
            return Tensor(type, self._numbers(generator, type, shape, values))

    def _numbers(self, generator, type, shape, values):
        if isinstance(values, list):
            return generator.choice(numpy.array(values), shape)
        if type == "bool":
            return generator.integers(0, 2, shape)
        if type in INTS:
            limits = numpy.iinfo(NUMPY[type])
            low, high = values or (max(limits.min, -10), 10)
            if values is None and self.chance(0.1):
                low, high = limits.min, limits.max
            return generator.integers(low, high, shape, dtype=NUMPY[type] if values is None else numpy.int64, endpoint=True)
        low, high = values or (-2, 2)
        if values is None and self.special:
            rare = [0.0, -0.0, numpy.inf, -numpy.inf, numpy.nan, 1e-3, 100, -100, 1e-20, 0.5, 1.5, 2.5, -2.5]
            return numpy.where(generator.random(shape) < 0.3, generator.choice(rare, shape), generator.uniform(low, high, shape))
        if values is None and self.chance(0.25):
            return generator.integers(-3, 4, shape)
        return generator.uniform(low, high, shape)

    def name(self, base):
        self._names[base] = number = self._names.get(base, -1) + 1
        return f"{base}_{number}" if number else base

    def _add(self, value):
        if value.rank > MOST_RANK or numpy.prod(value.shape, initial=1) > MOST_ELEMENTS or (0 in value.shape and not self.empty):
            raise Unfit()
        self.values.append(value)
        self.types[value.name] = value.type
        return value

    def fresh(self, type, shape, values=None, hold=None):
        """A new value: an input of the model, an initializer, or what a Constant gives."""
        return self.hold(self.array(type, shape, values), hold)

    def weight(self, type, shape, hold=None):
        """A parameter: finite, since what an infinite one makes of padding, or of a product that is folded into another, differs."""
        return self.fresh(type, shape, (-2, 2) if self.special else None, hold)

    def hold(self, tensor, hold=None):
        hold = hold or self.choose(["input", "input", "input", "initializer", "constant"])
        if hold == "input" and self.outer:
            hold = "initializer"
        if hold == "constant":
            return self._constant(tensor)
        value = Value(self.name({"input": "in", "initializer": "w"}[hold]), tensor.type, tensor.shape, tensor, hold != "input")
        if hold == "input":
            self.inputs.append(value)
            self.given[value.name] = tensor
        else:
            self.initializers.append(self._spelled(tensor, value.name))
        return self._add(value)

    def _spelled(self, tensor, name=""):
        """A TensorProto, its numbers in raw_data or in the field of their type."""
        proto = tensor.proto(name)
        field = {"f32": "float_data", "f64": "double_data", "i64": "int64_data", "i32": "int32_data", "i8": "int32_data",
                 "u8": "int32_data", "i16": "int32_data", "bool": "int32_data"}.get(tensor.type)
        if field and self.chance(0.3) and tensor.array.size:
            proto.ClearField("raw_data")
            getattr(proto, field).extend(tensor.array.flatten().tolist())
        return proto

    def _constant(self, tensor):
        attributes = {"value": self._spelled(tensor)}
        flat = tensor.array.flatten().tolist()
        if self.opset >= 12 and self.chance(0.5) and tensor.type in ("f32", "i64") and tensor.array.ndim < 2 and flat:
            word = "float" if tensor.type == "f32" else "int"
            attributes = {f"value_{word}s": flat} if tensor.array.ndim else {f"value_{word}": flat[0]}
        value = self.node("Constant", [], [(tensor.type, tensor.shape)], **attributes)
        value.data, value.constant = tensor, True
        return value

    def fixed(self, numbers, type="i64"):
        """What decides a shape: a constant, or what exporters compute from constants; rarely an input, to be bound."""
        array = numpy.array(numbers, NUMPY[type])
        if array.ndim == 1 and array.size > 1 and self.chance(0.15):  # one part after another, as from torch.onnx
            at = self.integer(1, array.size - 1)
            parts = [self.fixed(array[:at], type), self.fixed(array[at:], type)]
            return self.node("Concat", parts, [(type, array.shape)], axis=0)
        if array.ndim == 0 and type == "i64" and self.chance(0.1):
            picked = self.fixed([int(array), 7])
            return self.node("Gather", [picked, self.fixed(0)], [(type, ())], axis=0)
        if type == "i64" and array.size and self.chance(0.1):
            shift = self.integer(-3, 3)
            other = self.hold(Tensor(type, array - shift), "initializer")
            return self.node("Add", [other, self.hold(Tensor(type, shift), "constant")], [(type, array.shape)])
        return self.hold(Tensor(type, array), self.choose(["initializer"] * 5 + ["constant"] * 4 + ["input"]))

    def visible(self):
        return self.values + (self.outer.visible() if self.outer else [])

    def plain(self, types, shape=None, rank=None, low=-4, high=4):
        """A value without NaN and infinities, whose place in an order nobody has written down."""
        return self.operand(types, shape=shape, rank=rank, values=(low, high))

    def operand(self, types, rank=None, shape=None, values=None, where=None, since={}):
        """A value that is there, recent ones more often, or a new one. `values` asks for numbers that only a value whose
        data are known can promise."""
        low, high = (0, MOST_RANK) if rank is None else (rank, rank) if isinstance(rank, int) else rank

        def fits(value):
            if value.type not in types or (value.type == "bf16" and self.opset < 13) or not low <= value.rank <= high:
                return False
            if self.opset < since.get(value.type, 0) or (shape is not None and value.shape != tuple(shape)):
                return False
            if values is not None and not _within(value.data, values):
                return False
            return where is None or where(value)

        found = [value for value in self.visible() if fits(value)]
        if found and self.chance(0.75):
            return found[-1] if self.chance(0.5) else self.choose(found)
        if shape is None:
            shape = self.shape((low, min(high, 4)) if rank is None else (low, high))
        value = self.fresh(self.type(types, since), shape, values)
        if not fits(value):
            raise Unfit()
        return value

    # Nodes.
    def node(self, op, inputs, outputs, domain="", **attributes):
        """outputs: (type, shape) each. Gives the value, or a list where there are several; an input of None is absent."""
        node = onnx.NodeProto(op_type=op, domain=domain, name=self.name(op))
        inputs = list(inputs)
        while inputs and inputs[-1] is None:
            inputs.pop()
        node.input.extend("" if value is None else value.name for value in inputs)
        for key, value in attributes.items():
            if value is not None:
                node.attribute.append(helper.make_attribute(key, value))
        results = []
        for output in outputs:
            if output is None:
                node.output.append("")
                continue
            result = self._add(Value(self.name("t"), *output))
            node.output.append(result.name)
            results.append(result)
        self.nodes.append(node)
        return results[0] if len(outputs) == 1 else results

    def state(self):
        return len(self.nodes), len(self.values), len(self.initializers), len(self.inputs)

    def restore(self, state):
        for name, keep in zip(("nodes", "values", "initializers", "inputs"), state):
            del getattr(self, name)[keep:]
        names = {value.name for value in self.inputs}
        self.given = {name: tensor for name, tensor in self.given.items() if name in names}

    def case(self):
        """The model: what nothing uses is an output, and some of the others."""
        used = {name for node in self.nodes for name in node.input} | _captured(self.nodes)
        made = {name for node in self.nodes for name in node.output}
        results = [v for v in self.values if v.name in made and not (v.constant and v.name in used)]
        results = [v for v in results if v.name not in used or self.chance(0.15)]
        self.random.shuffle(results)
        if self.inputs and self.chance(0.02):
            results.append(self.choose(self.inputs))
        self.inputs = [value for value in self.inputs if value.name in used or self.chance(0.5) or value in results]
        model = onnx.ModelProto(ir_version=8 if self.opset < 19 else 9 if self.opset < 21 else 10, producer_name="random_models")
        model.opset_import.add(domain="", version=self.opset)
        graph = model.graph
        graph.name = "random"
        graph.node.extend(self.nodes)
        graph.initializer.extend(self.initializers)
        graph.input.extend(helper.make_tensor_value_info(v.name, ONNX[v.type], self._declared(v)) for v in self.inputs)
        for value in results:
            info = graph.output.add(name=value.name)
            info.type.tensor_type.elem_type = ONNX[value.type]
            if self.chance(0.2):
                info.CopyFrom(helper.make_tensor_value_info(value.name, ONNX[value.type], value.shape))
        options = f"cpu={self.choose(['native', 'native', 'x86-64-v3', 'x86-64-v2'])} threads={self.choose([1, 1, 1, 2])}"
        options += f" place={self.choose(['end', 'end', 'start'])}"
        given = {value.name: self.given[value.name] for value in self.inputs}
        return Case(model, given, dict(self.types), options)

    def _declared(self, value):
        """An input's dimensions; some have a name, and the run says how large they are."""
        return [f"dim_{n}" if self.chance(0.05) and n > 1 else n for n in value.shape]


def _captured(nodes):
    """The names that bodies use, nested ones too."""
    names = set()
    for node in nodes:
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                names |= {name for inner in attribute.g.node for name in inner.input} | _captured(attribute.g.node)
                names |= {output.name for output in attribute.g.output}
    return names


def _within(data, values):
    if data is None:
        return False
    if isinstance(values, list):
        return bool(numpy.isin(data.array, values).all())
    with numpy.errstate(invalid="ignore"):
        return bool(((data.array >= values[0]) & (data.array <= values[1])).all())
