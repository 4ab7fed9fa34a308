"""What ONNX Runtime says of a case, and how much of it hangs on last digits."""
import numpy
import onnx
from onnx import helper

from compare import SLACK, near, slack_of
from tensors import EPSILON, FLOATS, OF_ONNX, ONNX, Tensor

LEVEL = "level=disabled"  # ONNX Runtime's own optimiser is not what is tested here
# These give what they hold, of any type; bf16 goes through them as it is.
_AS_THEY_ARE = {"Cast", "CastLike", "Constant", "ConstantOfShape", "If", "Loop", "Scan", "EyeLike"}
ROUNDS = 12
LARGEST_BF16 = 255 * 2.0**120
# Their f64 has f32's digits: the windows' functions in the specification compute in f32; DFT and Shrink do in ONNX Runtime.
DIGITS_OF_F32 = {"HannWindow", "HammingWindow", "BlackmanWindow", "DFT", "Shrink"}


def _cast(graph, source, target, type):
    graph.node.add(op_type="Cast", input=[source], output=[target], name="oracle_" + target).attribute.append(
        helper.make_attribute("to", ONNX[type]))


def _bound_bf16(graph, clip):
    """Writes down the bounds that a Clip of bf16 has where none are given: the largest numbers of its type, not of f32."""
    while len(clip.input) < 3:
        clip.input.append("")
    for k, bound in ((1, -LARGEST_BF16), (2, LARGEST_BF16)):
        if not clip.input[k]:
            clip.input[k] = f"oracle_bound_{clip.output[0]}_{k}"
            graph.initializer.append(Tensor("f32", bound).proto(clip.input[k]))


def without_bf16(case):
    """ONNX Runtime's CPU kernels know no bf16, and its JavaScript interface has no such arrays: each node computes in f32 and
    is rounded, which is what bf16 means. Gives (model, inputs)."""
    if "bf16" not in case.types.values():
        return case.model, case.inputs
    model = onnx.ModelProto()
    model.CopyFrom(case.model)
    graph, nodes = model.graph, list(model.graph.node)
    del graph.node[:]
    types = case.types
    for info in graph.input:
        if types[info.name] == "bf16":
            name, info.name = info.name, "oracle_in_" + info.name
            info.type.tensor_type.elem_type = ONNX["f32"]
            _cast(graph, info.name, name, "bf16")
    for i, node in enumerate(nodes):
        wide = node.op_type not in _AS_THEY_ARE
        node = graph.node.add()
        node.CopyFrom(nodes[i])
        after = []
        if wide and any(types.get(name) == "bf16" for name in list(node.input) + list(node.output)):
            del graph.node[-1]
            for k, name in enumerate(node.input):
                if types.get(name) == "bf16":
                    node.input[k] = f"oracle_{i}_{k}"
                    _cast(graph, name, node.input[k], "f32")
            if node.op_type == "Clip":
                _bound_bf16(graph, node)
            for k, name in enumerate(node.output):
                if types.get(name) == "bf16":
                    node.output[k] = f"oracle_{i}_{k}_out"
                    after.append((node.output[k], name))
            graph.node.append(node)
        for source, target in after:
            _cast(graph, source, target, "bf16")
    for info in graph.output:
        if types[info.name] == "bf16":
            name, info.name = info.name, info.name + "_as_f32"
            info.type.tensor_type.elem_type = ONNX["f32"]
            _cast(graph, name, info.name, "f32")
    inputs = {("oracle_in_" + name if t.type == "bf16" else name): (Tensor("f32", t.array) if t.type == "bf16" else t)
              for name, t in case.inputs.items()}
    return model, inputs


def _with_bf16(case, outputs):
    return {name.removesuffix("_as_f32") if case.types.get(name.removesuffix("_as_f32")) == "bf16" else name:
            Tensor("bf16", t.array) if case.types.get(name.removesuffix("_as_f32")) == "bf16" else t for name, t in outputs.items()}


def send(worker, case):
    model, inputs = without_bf16(case)
    worker.send(LEVEL, model.SerializeToString(), inputs)


def receive(worker, case):
    answer = worker.receive()
    answer.outputs = _with_bf16(case, answer.outputs)
    return answer


def run(worker, case):
    send(worker, case)
    return receive(worker, case)


def _shaken(case, values, generator, each=True):
    """The case with every float in it off by a few units of its last place: v (1 + e r) with r random, element by element, or
    for all of what a node makes the same; and which output stands for which."""
    model = onnx.ModelProto()
    model.CopyFrom(case.model)
    graph, nodes, types, renamed = model.graph, list(model.graph.node), dict(case.types), {}
    del graph.node[:]
    fixed = {name for node in nodes for name in _operands_that_decide(node)}
    coarse = {name for node in nodes if node.op_type in DIGITS_OF_F32 for name in [*node.input, *node.output]}

    def shake(name, slack=0, each=True):
        type = types.get(name)
        if type not in FLOATS or name in fixed or name not in values:
            return
        work, target, factor, source = "f32" if type == "bf16" else type, f"shaken_{name}", f"factor_of_{name}", name
        types.update({target: type, factor: work})
        array = values[name].array
        digits = EPSILON["f32" if name in coarse and type == "f64" else type]
        numbers = 1 + digits * generator.uniform(-1, 1, array.shape if each else ())
        graph.initializer.append(Tensor(work, numbers).proto(factor))
        if work == type:
            graph.node.add(op_type="Mul", input=[source, factor], output=[target])
        else:
            types.update({f"wide_{name}": work, f"product_{name}": work})
            _cast(graph, name, f"wide_{name}", work)
            graph.node.add(op_type="Mul", input=[f"wide_{name}", factor], output=[f"product_{name}"])
            _cast(graph, f"product_{name}", target, type)
        if slack and work == type:  # its sums cancel: a part of the largest element
            most = numpy.max(numpy.abs(array), initial=0, where=numpy.isfinite(array))
            graph.initializer.append(Tensor(type, slack * digits * most * generator.uniform(-1, 1, array.shape)).proto(f"slack_of_{name}"))
            graph.node.add(op_type="Add", input=[target, f"slack_of_{name}"], output=[f"slack_{target}"])
            target = f"slack_{target}"
            types.update({target: type, f"slack_of_{name}": type})
        renamed[name] = target

    for name in [info.name for info in graph.input] + [t.name for t in graph.initializer]:
        shake(name)
    for node in nodes:
        copy = graph.node.add()
        copy.CopyFrom(node)
        for k, name in enumerate(copy.input):
            copy.input[k] = renamed.get(name, name)
        for name in node.output:
            shake(name, SLACK.get(node.op_type, 0), each)
    for info in graph.output:
        if info.name in renamed:
            name = info.name
            info.Clear()
            info.name = renamed[name]
            info.type.tensor_type.elem_type = ONNX[types[renamed[name]]]
    return type(case)(model, case.inputs, types), {target: name for name, target in renamed.items()}


def exposed(case):
    """The case with every value as an output."""
    model = onnx.ModelProto()
    model.CopyFrom(case.model)
    named = {info.name for info in model.graph.output}
    for name in [name for node in model.graph.node for name in node.output if name]:
        if name not in named:
            model.graph.output.add(name=name).type.tensor_type.elem_type = ONNX[case.types[name]]
    return type(case)(model, case.inputs, case.types, case.options)


def intermediate(worker, case):
    """Every value of the case as ONNX Runtime computes it; nothing where it does not."""
    answer = run(worker, exposed(case))
    return answer.outputs if answer.code == 0 else {}


def _operands_that_decide(node):
    """The float operands that are no numbers but shapes or places."""
    first = {"Resize": slice(1, None), "Upsample": slice(1, None), "Dropout": slice(1, 2), "OneHot": slice(0, 2), "Range": slice(None),
             "MelWeightMatrix": slice(None)}
    return list(node.input[first[node.op_type]]) if node.op_type in first else []


class Spread:
    """What the elements of an output are as last digits vary."""

    def __init__(self, wanted):
        self.wanted, self.low, self.high = wanted, wanted.array.copy(), wanted.array.copy()
        self.unsure = numpy.zeros(wanted.shape, bool)  # sometimes finite, sometimes not

    def add(self, array):
        with numpy.errstate(all="ignore"):
            both = self.wanted.array
            self.low, self.high = numpy.minimum(self.low, array), numpy.maximum(self.high, array)
            if self.wanted.type in FLOATS:
                kind = lambda a: numpy.isnan(a) * 3 + numpy.isposinf(a) * 2 + numpy.isneginf(a)
                self.unsure |= kind(array) != kind(both)


def spread(worker, case, wanted):
    """A Spread for each output, or None where ONNX Runtime does not run that."""
    values = {**intermediate(worker, case), **case.inputs}
    for proto in case.model.graph.initializer:
        if proto.data_type in OF_ONNX:
            type = OF_ONNX[proto.data_type]
            values[proto.name] = Tensor(type, numpy.zeros(tuple(proto.dims)))  # of constants the shape is enough
    spreads = {name: Spread(tensor) for name, tensor in wanted.items()}
    for round in range(ROUNDS):
        shaken, back = _shaken(case, values, numpy.random.default_rng(round))
        answer = run(worker, shaken)
        if answer.code:  # its shape inference may be wrong, of a ConvTranspose that is padded by less than nothing: then no factor fits
            shaken, back = _shaken(case, values, numpy.random.default_rng(round), each=False)
            answer = run(worker, shaken)
        if answer.code:
            return None
        for key, tensor in answer.outputs.items():
            name = back.get(key, key)
            if name not in spreads or tensor.shape != wanted[name].shape:
                return None
            spreads[name].add(tensor.array)
    return spreads


def hangs_on_last_digits(worker, case, found, wanted):
    """True where every element that differs is one that ONNX Runtime itself gives otherwise when its operands' last digits
    change."""
    spreads = spread(worker, case, wanted)
    return spreads is not None and all(near(found[name], tensor, spreads[name], slack_of(case)).all() for name, tensor in wanted.items())
