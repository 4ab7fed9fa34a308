"""One small model for each row of the table, for libFuzzer: test/fuzz/onnx/corpus_operators."""
import os

import oracle
from graph import OPSETS, Graph, Unfit
from model import ROWS

TRIES = 40


def _one(row, seed):
    """A model of that row alone, or None."""
    graph = Graph(seed, [opset for opset in OPSETS if row.since <= opset <= row.until])
    try:
        row.build(graph)
    except Unfit:
        return None
    case = graph.case()
    return case if case.model.graph.output else None


def write(folder, ort):
    """The smallest of some that ONNX Runtime runs."""
    os.makedirs(folder, exist_ok=True)
    seen = {}
    for number, row in enumerate(ROWS):
        cases = [case for case in (_one(row, f"{number} {seed}") for seed in range(TRIES)) if case]
        for case in sorted(cases, key=lambda case: case.model.ByteSize()):
            if oracle.run(ort, case).code == 0:
                seen[row.name] = seen.get(row.name, 0) + 1
                with open(os.path.join(folder, f"{row.name}_{seen[row.name]}.onnx"), "wb") as file:
                    file.write(case.model.SerializeToString())
                break
