"""The table of operators: a row is a name, the opsets that have it in this form, and what makes a node of it."""
from collections import namedtuple

Row = namedtuple("Row", "name since until build weight")
ROWS = []


def operator(name, since=7, until=99, weight=1.0):
    """Decorates build(g) -> None, which adds a node `name` to the graph, and what it needs."""

    def add(build):
        ROWS.append(Row(name, since, until, build, weight))
        return build

    return add


def load():
    from operators import (control, elementwise, exporters, indexing, losses, matrix, moves, normalisation, pooling, quantisation, recurrent,
                           reductions, resize, signal, windows)
    return ROWS
