"""One random model from its seed."""
import hashlib

from graph import Graph, Unfit
from operators import load

ROWS = load()


def _weight(row, graph):
    return row.weight if row.since <= graph.opset <= row.until else 0


def make(seed, index, options):
    """The case number `index` of a seed: None where the choices came to nothing."""
    number = int.from_bytes(hashlib.sha256(f"{seed} {index}".encode()).digest()[:8], "little")
    wanted = [row for row in ROWS if row.name == options.operator] if options.operator else []
    graph = Graph(number)
    if wanted and not any(_weight(row, graph) for row in wanted):
        graph = Graph(number, opset=max(7, wanted[-1].since) if wanted[-1].until > 50 else wanted[-1].until)
    count = graph.choose([1, 1, 2, 2, 3, 4, 5, 6, 7, 8])
    count = min(count, options.nodes or count)
    for step in range(count):
        rows = wanted if wanted and step == count - 1 else ROWS
        _add(graph, rows)
    if not graph.nodes:
        return None
    case = graph.case()
    if options.cpu:
        case.options = " ".join(f"cpu={options.cpu}" if word.startswith("cpu=") else word for word in case.options.split())
    return case if case.model.graph.output else None


def _add(graph, rows):
    """A node of one of the rows; where the choices do not go together others are made."""
    for _ in range(8):
        row = graph.random.choices(rows, [_weight(row, graph) for row in rows])[0]
        state = graph.state()
        try:
            row.build(graph)
            return
        except Unfit:
            graph.restore(state)
