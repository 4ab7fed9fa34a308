"""Whether every node of a case is right on the operands that aic itself gave it."""
import oracle
from compare import difference, near
from graph import _captured
from shrink import Shrinker, copy, only_outputs


def right_one_by_one(aic, ort, case, found):
    """True where aic, asked for the inner values too, gives what it gave, and ONNX Runtime has every one of them from the operands
    that aic had: then the results differ because a difference that each node may have is made larger by the next, as where a
    comparison or a rounding follows. found: what aic gave."""
    nodes = [node for node in case.model.graph.node if node.op_type != "Constant"]
    if len(nodes) < 2:
        return False
    exposed = oracle.exposed(case)
    answer = aic.ask(exposed.options, exposed.model.SerializeToString(), exposed.inputs)
    # Another result where inner values are kept is a fusion's, and is not explained by what nodes do alone.
    if answer.code or not all(near(answer.outputs[name], tensor).all() for name, tensor in found.items()):
        return False
    return all(_right(ort, case, node, answer.outputs) for node in nodes)


def _right(ort, case, node, values):
    """values: what aic has for everything that a node makes."""
    made = [name for name in node.output if name]
    constants = {name for other in case.model.graph.node if other.op_type == "Constant" for name in other.output}
    given = [name for name in [*node.input, *sorted(_captured([node]))] if name in values and name not in constants]
    alone = Shrinker.with_inputs(only_outputs(copy(case), made), given, values)
    answer = oracle.run(ort, alone)
    if answer.code:
        return False
    ours = {name: values[name] for name in made}
    off = difference(ours, answer.outputs, alone)
    if off is None or off[0] == "overflow":
        return True
    return off[0] == "numbers" and oracle.hangs_on_last_digits(ort, alone, ours, answer.outputs)
