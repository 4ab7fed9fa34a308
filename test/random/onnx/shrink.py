"""A failing case made small: fewer outputs, nodes, dimensions, attributes and digits, as long as it fails in the same way."""
import time

import numpy
import onnx
import onnx.numpy_helper
from onnx import helper

import oracle
from graph import Case, _captured
from tensors import OF_ONNX, ONNX, Tensor


def copy(case):
    model = onnx.ModelProto()
    model.CopyFrom(case.model)
    return Case(model, dict(case.inputs), dict(case.types), case.options)


def pruned(case):
    """Without what no output needs."""
    graph = case.model.graph
    needed = {info.name for info in graph.output}
    nodes = []
    for node in reversed(graph.node):
        if needed & set(node.output):
            nodes.append(node)
            needed |= set(node.input) | _captured([node])
    kept = [onnx.NodeProto.FromString(node.SerializeToString()) for node in reversed(nodes)]
    del graph.node[:]
    graph.node.extend(kept)
    for field in (graph.initializer, graph.input):
        kept = [item for item in field if item.name in needed]
        kept = [type(item).FromString(item.SerializeToString()) for item in kept]
        del field[:]
        field.extend(kept)
    names = {info.name for info in graph.input}
    case.inputs = {name: tensor for name, tensor in case.inputs.items() if name in names}
    return case


def declare(case, name, tensor):
    case.model.graph.input.append(helper.make_tensor_value_info(name, ONNX[tensor.type], tensor.shape))
    case.inputs[name] = tensor
    case.types[name] = tensor.type


def only_outputs(case, names):
    graph = case.model.graph
    del graph.output[:]
    for name in names:
        graph.output.add(name=name).type.tensor_type.elem_type = ONNX[case.types[name]]
    return pruned(case)


class Shrinker:
    """fails(case) says whether a case still fails in the same way."""

    def __init__(self, case, fails, ort, seconds=60):
        self.case, self.fails, self.ort = case, fails, ort
        self.until = time.monotonic() + seconds

    def accept(self, changed):
        if changed is None or time.monotonic() > self.until:
            return False
        if not changed.model.graph.node or not changed.model.graph.output or not self.fails(changed):
            return False
        self.case = changed
        return True

    def shrink(self):
        self.options()
        self.one_output()
        self.alone()
        for _ in range(4):
            before = self.case.model.SerializeToString(), self.case.options
            self.cut_nodes()
            self.bypass_nodes()
            self.hold_as_initializers()
            self.drop_inputs()
            self.drop_attributes()
            self.smaller_sizes()
            self.plainer_numbers()
            if before == (self.case.model.SerializeToString(), self.case.options):
                break
        return self.case

    def options(self):
        for key, plain in (("threads", "1"), ("place", "end"), ("cpu", "native")):
            changed = copy(self.case)
            changed.options = " ".join(f"{key}={plain}" if word.startswith(key + "=") else word for word in changed.options.split())
            if changed.options != self.case.options:
                self.accept(changed)

    def one_output(self):
        names = [info.name for info in self.case.model.graph.output]
        if len(names) > 1:
            any(self.accept(only_outputs(copy(self.case), [name])) for name in names)

    def intermediate(self):
        return oracle.intermediate(self.ort, self.case)

    def alone(self):
        """One node alone, on what ONNX Runtime gives it."""
        values = self.intermediate()
        constants = {name for node in self.case.model.graph.node if node.op_type == "Constant" for name in node.output}
        nodes = [node for node in self.case.model.graph.node if node.op_type != "Constant"]
        if len(nodes) < 2:
            return
        for node in reversed(nodes):
            changed = only_outputs(copy(self.case), [name for name in node.output if name])
            before = [name for name in list(node.input) + sorted(_captured([node])) if name in values and name not in constants]
            if self.accept(self.with_inputs(changed, before, values)):
                return

    @staticmethod
    def with_inputs(case, names, values):
        """The case where those values are inputs."""
        graph = case.model.graph
        for name in dict.fromkeys(names):
            if name not in values:
                return None
            for node in graph.node:
                for k, output in enumerate(node.output):
                    if output == name:
                        node.output[k] = f"unused_{name}"
                        case.types[f"unused_{name}"] = case.types[name]
            declare(case, name, values[name])
        return pruned(case)

    def cut_nodes(self):
        values = self.intermediate()
        for name in [name for node in reversed(self.case.model.graph.node) if node.op_type != "Constant" for name in node.output]:
            graph = self.case.model.graph
            if name in values and name not in {info.name for info in graph.output} and any(name in node.output for node in graph.node):
                self.accept(self.with_inputs(copy(self.case), [name], values))

    def bypass_nodes(self):
        """A node's output is one of its inputs of the same type and shape."""
        values = dict(self.intermediate(), **self.case.inputs)
        for node in list(self.case.model.graph.node):
            for target in node.output:
                for source in node.input:
                    if source in values and target in values and str(values[source]) == str(values[target]):
                        self.accept(self.renamed(copy(self.case), target, source))

    @staticmethod
    def renamed(case, target, source):
        if target in {info.name for info in case.model.graph.output}:
            return None
        for node in case.model.graph.node:
            for k, name in enumerate(node.input):
                if name == target:
                    node.input[k] = source
        return pruned(case)

    def hold_as_initializers(self):
        """What a Constant gives becomes an initializer, so that the rest finds it in one place."""
        changed = copy(self.case)
        graph = changed.model.graph
        for node in [node for node in graph.node if node.op_type == "Constant" and node.attribute[0].name == "value"]:
            graph.initializer.append(node.attribute[0].t)
            graph.initializer[-1].name = node.output[0]
            graph.node.remove(node)
        for tensor in graph.initializer:
            raw = Tensor(OF_ONNX[tensor.data_type], onnx.numpy_helper.to_array(tensor)) if not tensor.HasField("raw_data") and tensor.data_type in OF_ONNX else None
            if raw is not None and tensor.data_type != ONNX["bf16"]:
                tensor.CopyFrom(raw.proto(tensor.name))
        self.accept(changed)

    def drop_inputs(self):
        for i, node in enumerate(self.case.model.graph.node):
            for k in range(len(node.input) - 1, 0, -1):
                changed = copy(self.case)
                inputs = changed.model.graph.node[i].input
                if k >= len(inputs) or not inputs[k]:
                    continue
                inputs[k] = ""
                while inputs and not inputs[-1]:
                    del inputs[-1]
                self.accept(pruned(changed))
                if i >= len(self.case.model.graph.node):
                    return

    def drop_attributes(self):
        for i in range(len(self.case.model.graph.node)):
            for k in range(len(self.case.model.graph.node[i].attribute) - 1, -1, -1):
                changed = copy(self.case)
                del changed.model.graph.node[i].attribute[k]
                self.accept(changed)

    def smaller_sizes(self):
        """Every dimension of one size, in all inputs and constants, becomes another."""
        sizes = {n for tensor in self.case.inputs.values() for n in tensor.shape}
        sizes |= {n for tensor in self.case.model.graph.initializer for n in tensor.dims}
        for size in sorted(sizes - {1}, reverse=True):
            for less in sorted({1, 2, 3, size // 2, size - 1} - {0}):
                if less < size and self.accept(self.resized(copy(self.case), size, less)):
                    break

    @staticmethod
    def resized(case, size, less):
        cut = lambda array: array[tuple(slice(0, less if n == size else n) for n in array.shape)]
        for name, tensor in case.inputs.items():
            case.inputs[name] = Tensor(tensor.type, cut(tensor.array))
        for proto in case.model.graph.initializer:
            if proto.data_type in OF_ONNX and proto.HasField("raw_data"):
                tensor = Tensor.of_proto(proto)
                numbers = cut(tensor.array)
                if tensor.type == "i64":  # a size that was written down
                    numbers = numpy.where(numbers == size, less, numbers)
                proto.CopyFrom(Tensor(tensor.type, numbers).proto(proto.name))
        for info in case.model.graph.input:
            info.CopyFrom(helper.make_tensor_value_info(info.name, ONNX[case.types[info.name]], case.inputs[info.name].shape))
        for info in case.model.graph.output:
            info.type.tensor_type.ClearField("shape")
        return case

    def plainer_numbers(self):
        for name, tensor in list(self.case.inputs.items()):
            with numpy.errstate(all="ignore"):
                for array in (numpy.zeros(tensor.shape), numpy.ones(tensor.shape), numpy.round(tensor.array.astype(numpy.float64)), numpy.round(tensor.array.astype(numpy.float64), 1)):
                    changed = copy(self.case)
                    changed.inputs[name] = Tensor(tensor.type, array)
                    if changed.inputs[name].bytes() != tensor.bytes() and self.accept(changed):
                        break
