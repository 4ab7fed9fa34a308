"""One small model for each row of the table: for libFuzzer (test/fuzz/onnx/corpus_operators), and with a dimension of 0, for
empty.test."""
import os

import files
import judge
import known
import oracle
from graph import OPSETS, Graph, Unfit
from model import ROWS, emptied, sizes_of

TRIES = 40


def _one(row, seed):
    """A model of that row alone, or None."""
    graph = Graph(seed, [opset for opset in OPSETS if row.since <= opset <= row.until])
    try:
        row.build(graph)
    except Unfit:
        return None
    except (ValueError, IndexError, ZeroDivisionError):
        if not graph.empty:  # most rows are not written for tensors without elements
            raise
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


def write_empty(folder, aic, ort):
    """For each row the smallest of some models with a dimension of 0 that ONNX Runtime runs, and what it gives. Left out are rows
    where aic refuses all of them, or ONNX Runtime is at fault (known.py); gives those that fail otherwise: (row, verdict)."""
    os.makedirs(folder, exist_ok=True)
    failed = []
    for number, row in enumerate(ROWS):
        cases = [case for case in (_one(row, f"{number} {seed}") for seed in range(TRIES)) if case]
        cases = [emptied(case, size) for case in cases for size in sizes_of(case)]
        for case in sorted(cases, key=lambda case: case.model.ByteSize()):
            if len(case.model.graph.node) > 3 or not any(0 in tensor.shape for tensor in case.inputs.values()):
                continue
            verdict = judge.judge(aic, ort, case)
            if verdict.outcome == "passed":
                files.write(os.path.join(folder, f"{row.name.lower()}_{number}.onnx"), case, verdict.wanted, "")
                break
            if verdict.outcome == "failed" and not known.fault_of_onnx_runtime(case, verdict):
                failed.append((row.name, verdict.text))
    return failed
