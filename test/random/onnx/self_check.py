#!/usr/bin/python3
"""What the net itself promises, without ONNX Runtime: a seed gives the same model again, every row gives nodes, a fault in a small
element is seen, a failing model is made small."""
import argparse
import os
import sys

import numpy
import onnx

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import files
import model
from compare import difference, near
from graph import Case
from known import FAULTS
from nodes import right_one_by_one
from oracle import Spread
from seeds import _one
from shrink import Shrinker
from tensors import Tensor, round_bf16
from workers import Answer

OPTIONS = argparse.Namespace(operator=None, nodes=None, cpu=None, empty=False)


class NoOracle:
    """An ONNX Runtime that refuses everything."""

    def send(self, *request):
        pass

    def receive(self):
        return Answer(1)


def same_again():
    for index in range(60):
        one, other = (model.make(11, index, OPTIONS) for _ in range(2))
        if one is not None:
            assert one.model.SerializeToString() == other.model.SerializeToString(), index
            assert all(one.inputs[name].bytes() == other.inputs[name].bytes() for name in one.inputs)


def every_row():
    made = set()
    for row in model.ROWS:
        cases = [case for case in (_one(row, seed) for seed in range(12)) if case]
        assert cases, row.name
        made |= {node.op_type for case in cases for node in case.model.graph.node}
    assert {row.name for row in model.ROWS} <= made, {row.name for row in model.ROWS} - made


def small_elements():
    case = model.make(11, 0, OPTIONS)
    wanted = {"y": Tensor("f32", [1e4, 1e-3, numpy.nan, numpy.inf])}
    right = {"y": Tensor("f32", [1e4 * (1 + 1e-6), 1e-3, numpy.nan, numpy.inf])}
    assert difference(right, wanted, case) is None
    for wrong in ([1e4, 1.1e-3, numpy.nan, numpy.inf], [1e4, 1e-3, 0, numpy.inf], [1e4, 1e-3, numpy.nan, -numpy.inf]):
        assert difference({"y": Tensor("f32", wrong)}, wanted, case)[0] == "numbers"
    assert difference({"y": Tensor("f32", [[1e4, 1e-3, numpy.nan, numpy.inf]])}, wanted, case)[0] == "shape"
    assert difference({"y": Tensor("f64", [1e4, 1e-3, numpy.nan, numpy.inf])}, wanted, case)[0] == "type"
    assert difference({}, wanted, case)[0] == "outputs"
    assert list(round_bf16(numpy.float32([1 + 2**-8, 1 + 3 * 2**-8, 3.4e38]))) == [1, 1 + 2**-6, numpy.inf]


def last_digits():
    spread = Spread(Tensor("f32", [1.0, 1.0, numpy.nan]))
    spread.add(numpy.float32([1.0, 1.1, numpy.nan]))
    found = near(Tensor("f32", [1.2, 1.2, 0.0]), spread.wanted, spread)
    assert list(found) == [False, True, False], found


def shrinks():
    """A model "fails" while it has a Tanh of anything: that is what is left of it."""
    for index in range(200):
        case = model.make(5, index, argparse.Namespace(operator="Tanh", nodes=8, cpu=None, empty=False))
        operators = [node.op_type for node in case.model.graph.node] if case else []
        if len(operators) < 6 or "Tanh" not in operators:
            continue
        fails = lambda changed: any(node.op_type == "Tanh" for node in changed.model.graph.node)
        small = Shrinker(case, fails, NoOracle()).shrink()
        assert fails(small) and len(small.model.graph.node) <= len(operators) and len(small.model.graph.output) == 1
        path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"self_check_{os.getpid()}.onnx")
        files.write(path, small, {}, "it fails")
        again = files.read(path)
        os.unlink(path)
        assert files.describe(again) == files.describe(small)
        return
    raise AssertionError("no model was large enough")


def quotes():
    """The specification says what known.py has of it."""
    squeezed = lambda text: " ".join(text.split())
    for fault in FAULTS:
        schemas = [s for s in onnx.defs.get_all_schemas_with_history() if s.name == fault.operator and s.domain == ""]
        said = [text for s in schemas for text in [s.doc] + [p.description for p in [*s.attributes.values(), *s.inputs, *s.outputs]]]
        assert not schemas or any(fault.words in squeezed(text) for text in said), fault


class FewOperators:
    """A worker that knows Asin, which is off by something, Less and Mul."""

    def __init__(self, off):
        self.off = off

    def send(self, options, model, inputs):
        graph = onnx.ModelProto.FromString(model).graph
        values = {**inputs, **{tensor.name: Tensor.of_proto(tensor) for tensor in graph.initializer}}
        known = {"Asin": lambda a: Tensor("f32", numpy.arcsin(a) + self.off), "Less": lambda a, b: Tensor("bool", a < b),
                 "Mul": lambda a, b: Tensor("f32", a * b)}
        for node in graph.node:
            values[node.output[0]] = known[node.op_type](*[values[name].array for name in node.input])
        self.answer = Answer(0, "", {info.name: values[info.name] for info in graph.output})

    def receive(self):
        return self.answer

    def ask(self, *request):
        self.send(*request)
        return self.receive()


def one_by_one():
    """What a comparison makes of a difference is excused if the difference is one that its operator may have."""
    make, info = onnx.helper.make_node, onnx.helper.make_tensor_value_info
    nodes = [make("Asin", ["x"], ["t"]), make("Less", ["x", "t"], ["y"])]
    graph = onnx.helper.make_graph(nodes, "g", [info("x", 1, [2])], [info("y", 9, [2])])
    case = Case(onnx.helper.make_model(graph), {"x": Tensor("f32", [1e-20, 0.5])}, {"x": "f32", "t": "f32", "y": "bool"})
    ort = FewOperators(0)
    for off, excused in ((0, True), (1e-8, True), (1e-3, False)):
        aic = FewOperators(off)
        found = aic.ask("", case.model.SerializeToString(), case.inputs).outputs
        assert right_one_by_one(aic, ort, case, found) == excused, off
    assert not right_one_by_one(aic, ort, case, {"y": Tensor("bool", [True, False])})  # what fusions alone give is not


for check in (quotes, one_by_one, same_again, every_row, small_elements, last_digits, shrinks):
    check()
print("good")
