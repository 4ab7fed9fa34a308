"""What ONNX Runtime says of a case, and how much of it hangs on last digits."""
import numpy
import onnx
from onnx import helper

from compare import near
from tensors import EPSILON, FLOATS, ONNX, Tensor

LEVEL = "level=disabled"  # ONNX Runtime's own optimiser is not what is tested here
# These give what they hold, of any type; bf16 goes through them as it is.
_AS_THEY_ARE = {"Cast", "CastLike", "Constant", "ConstantOfShape", "If", "Loop", "Scan", "EyeLike"}
ROUNDS = 6


def _cast(graph, source, target, type):
    graph.node.add(op_type="Cast", input=[source], output=[target], name="oracle_" + target).attribute.append(
        helper.make_attribute("to", ONNX[type]))


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


def _shaken(case, round):
    """The case with every float in it off by a few units of its last place: v (1 + e r) with r random, element by element."""
    model = onnx.ModelProto()
    model.CopyFrom(case.model)
    graph, nodes, types = model.graph, list(model.graph.node), dict(case.types)
    del graph.node[:]
    fixed = {name for node in nodes for name in _operands_that_decide(node)}

    def shake(name):
        type = types[name]
        work = "f32" if type == "bf16" else type
        parts = {key: f"shaken_{key}_{name}" for key in ("wide", "random", "factor", "product", "small", "one")}
        types.update({value: work for value in parts.values()})
        types[f"shaken_{name}"] = type
        source = name
        if work != type:
            _cast(graph, name, parts["wide"], work)
            source = parts["wide"]
        graph.node.add(op_type="RandomUniformLike", input=[source], output=[parts["random"]]).attribute.extend(
            [helper.make_attribute("low", -1.0), helper.make_attribute("high", 1.0), helper.make_attribute("seed", float(round * 1000 + len(types)))])
        graph.initializer.append(Tensor(work, EPSILON[type]).proto(parts["small"]))
        graph.initializer.append(Tensor(work, 1).proto(parts["one"]))
        graph.node.add(op_type="Mul", input=[parts["random"], parts["small"]], output=[parts["factor"]])
        graph.node.add(op_type="Add", input=[parts["factor"], parts["one"]], output=[parts["product"]])
        target = f"shaken_{name}"
        if work != type:
            graph.node.add(op_type="Mul", input=[source, parts["product"]], output=[parts["product"] + "_2"])
            types[parts["product"] + "_2"] = work
            _cast(graph, parts["product"] + "_2", target, type)
        else:
            graph.node.add(op_type="Mul", input=[source, parts["product"]], output=[target])
        renamed[name] = target

    renamed = {}
    constants = [t.name for t in graph.initializer]
    for name in [info.name for info in graph.input] + constants:
        if types.get(name) in FLOATS and name not in fixed:
            shake(name)
    for node in nodes:
        copy = graph.node.add()
        copy.CopyFrom(node)
        for k, name in enumerate(copy.input):
            copy.input[k] = renamed.get(name, name)
        for name in node.output:
            if types.get(name) in FLOATS and name not in fixed:
                shake(name)
    for info in graph.output:
        if info.name in renamed:
            name = info.name
            info.Clear()
            info.name = renamed[name]
            info.type.tensor_type.elem_type = ONNX[types[renamed[name]]]
    back = {target: name for name, target in renamed.items()}
    return type(case)(model, case.inputs, types), back


def _operands_that_decide(node):
    """The float operands that are no numbers but shapes: Resize's scales."""
    if node.op_type in ("Resize", "Upsample"):
        return list(node.input[1:])
    return ["%s" % node.input[1]] if node.op_type == "Dropout" and len(node.input) > 1 else []


def spread(worker, case, wanted):
    """(low, high) of each output's elements as last digits vary, or None where ONNX Runtime does not run that."""
    low = {name: t.array.copy() for name, t in wanted.items()}
    high = {name: t.array.copy() for name, t in wanted.items()}
    for round in range(ROUNDS):
        shaken, back = _shaken(case, round)
        answer = run(worker, shaken)
        if answer.code:
            return None
        with numpy.errstate(all="ignore"):
            for key, tensor in answer.outputs.items():
                name = back.get(key, key)
                if name not in low or tensor.shape != low[name].shape:
                    return None
                low[name] = numpy.minimum(low[name], tensor.array)
                high[name] = numpy.maximum(high[name], tensor.array)
    return low, high


def hangs_on_last_digits(worker, case, found, wanted):
    """True where every element that differs is one that ONNX Runtime itself gives otherwise when its operands' last digits
    change."""
    bounds = spread(worker, case, wanted)
    if bounds is None:
        return False
    low, high = bounds
    return all(near(found[name], tensor, low[name], high[name]).all() for name, tensor in wanted.items())
