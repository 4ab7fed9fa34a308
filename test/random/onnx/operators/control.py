"""Graphs inside of nodes: If, Loop, Scan."""
import onnx
from onnx import helper

from graph import Graph, Unfit, Value
from operators import operator
from tensors import ONNX, Tensor

STEPS = ["Add", "Mul", "Sub", "Max", "Min"]
SINGLE = ["Tanh", "Neg", "Abs", "Sigmoid", "Relu", "Identity"]


def body_of(g, inputs, count, outer=()):
    """A graph of a few elementwise nodes on `inputs` (type f32, all of one shape) with `count` results of that shape."""
    body = Graph(None, outer=g)
    values = [body._add(Value(body.name("b"), v.type, v.shape)) for v in inputs]
    declared = list(values)
    pool = values + list(outer)
    results = []
    for _ in range(max(count, g.integer(1, 3))):
        if g.chance(0.4):
            pool.append(body.node(g.choose(SINGLE), [g.choose(pool)], [("f32", inputs[0].shape if inputs else outer[0].shape)]))
        else:
            other = g.choose(pool) if g.chance(0.6) else body.fresh("f32", ())
            shape = pool[0].shape
            pool.append(body.node(g.choose(STEPS), [g.choose(pool), other], [("f32", shape)]))
        results.append(pool[-1])
    results = results[-count:]
    return body, declared, results


def proto(body, name, inputs, results):
    graph = onnx.GraphProto(name=name)
    graph.node.extend(body.nodes)
    graph.initializer.extend(body.initializers)
    graph.input.extend(helper.make_tensor_value_info(v.name, ONNX[v.type], v.shape) for v in inputs)
    graph.output.extend(helper.make_tensor_value_info(v.name, ONNX[v.type], v.shape) for v in results)
    return graph


@operator("If", weight=1.5)
def if_(g):
    x = g.operand(("f32",), rank=(0, 3))
    count = g.integer(1, 2)
    branches = []
    for name in ("then", "else"):
        body, _, results = body_of(g, [], count, [x, g.operand(("f32",), shape=x.shape)])
        branches.append(proto(body, name, [], results))
    condition = g.hold(Tensor("bool", g.chance(0.5)), g.choose(["initializer", "constant", "initializer", "input"]))
    g.node("If", [condition], [("f32", x.shape)] * count, then_branch=branches[0], else_branch=branches[1])


@operator("Loop", 11, weight=1.5)
def loop(g):
    state = [g.operand(("f32",), rank=(0, 3))]
    shape = state[0].shape
    if g.chance(0.4):
        state.append(g.operand(("f32",), shape=shape))
    steps, scanned = g.integer(1, 4), g.chance(0.5)
    body = Graph(None, outer=g)
    iteration, condition = body._add(Value(body.name("i"), "i64", ())), body._add(Value(body.name("go_on"), "bool", ()))
    inner, values, results = body_of(g, state, len(state) + scanned, [g.operand(("f32",), shape=shape)])
    body.nodes, body.initializers = inner.nodes, inner.initializers
    if g.chance(0.4):  # the number of the step is used
        number = body.node("Cast", [iteration], [("f32", ())], to=ONNX["f32"])
        results[0] = body.node("Add", [results[0], number], [("f32", shape)])
    go_on = body.node("Identity", [condition], [("bool", ())])
    graph = proto(body, "body", [iteration, condition] + values, [go_on] + results)
    start = g.hold(Tensor("bool", True), "initializer") if g.chance(0.6) else None
    outputs = [("f32", shape)] * len(state) + ([("f32", (steps,) + shape)] if scanned else [])
    g.node("Loop", [g.fixed(steps), start] + state, outputs, body=graph)


@operator("Scan", 9, weight=1.5)
def scan(g):
    state = g.operand(("f32",), rank=(0, 2))
    steps = g.integer(1, 4)
    axis = g.integer(0, state.rank)
    x = g.operand(("f32",), shape=state.shape[:axis] + (steps,) + state.shape[axis:])
    inner, values, results = body_of(g, [state, Value("x", "f32", state.shape)], 2)
    graph = proto(inner, "body", values, results)
    at = g.integer(0, state.rank)
    g.node("Scan", [state, x], [("f32", state.shape), ("f32", state.shape[:at] + (steps,) + state.shape[at:])], body=graph, num_scan_inputs=1,
           scan_input_axes=[axis] if axis or g.chance(0.3) else None, scan_output_axes=[at] if at or g.chance(0.3) else None,
           scan_input_directions=g.maybe(0.4, [g.integer(0, 1)]), scan_output_directions=g.maybe(0.3, [g.integer(0, 1)]))
