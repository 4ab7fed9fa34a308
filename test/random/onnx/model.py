"""One random model from its seed."""
import hashlib

from graph import OPSETS, Graph, Unfit
from operators import load
from shrink import Shrinker, copy

ROWS = load()


def make(seed, index, options):
    """The case number `index` of a seed: None where the choices came to nothing. Every other model ends with a row whose turn it
    is, so that none is left out."""
    number = int.from_bytes(hashlib.sha256(f"{seed} {index}".encode()).digest()[:8], "little")
    wanted = [row for row in ROWS if row.name == options.operator] if options.operator else []
    if not options.operator and index % 2 == 0:
        wanted = [ROWS[(seed + index // 2) % len(ROWS)]]
    graph = Graph(number, [opset for opset in OPSETS if not wanted or any(row.since <= opset <= row.until for row in wanted)])
    count = graph.choose([1, 1, 2, 2, 3, 4, 5, 6, 7, 8])
    count = min(count, options.nodes or count)
    for step in range(count):
        _add(graph, wanted if wanted and step == count - 1 else ROWS)
    if not graph.nodes:
        return None
    case = graph.case()
    if options.cpu:
        case.options = " ".join(f"cpu={options.cpu}" if word.startswith("cpu=") else word for word in case.options.split())
    if options.empty or graph.chance(0.01):
        case = emptied(case, graph.choose(sizes_of(case)))
    return case if case.model.graph.output else None


def sizes_of(case):
    """The sizes of all dimensions of what a case is given and holds, in order; 0 if it has none."""
    sizes = {n for tensor in case.inputs.values() for n in tensor.shape}
    return sorted(sizes | {n for tensor in case.model.graph.initializer for n in tensor.dims}) or [0]


def emptied(case, size):
    """The case where every dimension of that size is 0: most rows make no such tensors. What is written down as i64 follows
    where it has that number."""
    return Shrinker.resized(copy(case), size, 0)


def _add(graph, rows):
    """A node of one of the rows; where the choices do not go together others are made."""
    for _ in range(8):
        row = graph.random.choices(rows, [row.weight * (row.since <= graph.opset <= row.until) for row in rows])[0]
        state = graph.state()
        try:
            row.build(graph)
            return
        except Unfit:
            graph.restore(state)
        except (ValueError, IndexError, ZeroDivisionError):
            if not graph.empty:  # most rows are not written for tensors without elements
                raise
            graph.restore(state)
