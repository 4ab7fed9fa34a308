"""What a model has: its entries and their tensors, read once when it is opened."""
from __future__ import annotations

import ctypes
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from . import _library
from ._tensors import Tensor, tensor


@dataclass(frozen=True)
class Entry:
    """A graph of the model in one size."""
    index: int
    name: str  #: the graph's
    dims: Mapping[str, int] = field(hash=False)  #: the graph's named dimensions
    inputs: tuple[Tensor, ...]
    outputs: tuple[Tensor, ...]

    @property
    def label(self) -> str:
        """The name by which model[…] has it among all sizes: "resnet50[N=8]"."""
        return self.name + (f"[{','.join(f'{n}={v}' for n, v in self.dims.items())}]" if self.dims else "")

    def __str__(self) -> str:
        return f"{self.label}({', '.join(map(str, self.inputs))}) -> ({', '.join(map(str, self.outputs))})"


@dataclass(frozen=True)
class Description:
    where: str
    entries: tuple[Entry, ...]
    states: tuple[Tensor, ...]

    def names(self) -> list[str]:
        """Of the graphs, each once, in the model's order."""
        return list(dict.fromkeys(entry.name for entry in self.entries))

    def find(self, name: str) -> tuple[Entry, ...]:
        """The entries of a name: "step", "resnet50" (all its sizes), "resnet50[N=8]", "gpt[N=8,S=64]". Errors: KeyError."""
        found = tuple(entry for entry in self.entries if entry.name == name)
        sized = re.fullmatch(r"(.*)\[([^\[\]]*)\]", name, re.DOTALL)
        if not found and sized:
            asked = [part.partition("=") for part in sized[2].split(",")]
            found = tuple(entry for entry in self.entries if entry.name == sized[1] and
                          all(str(entry.dims.get(dim.strip())) == value.strip() for dim, _, value in asked))
        if not found:
            raise KeyError(f"{self.where}: there is no entry {name}: there are {', '.join(e.label for e in self.entries)}")
        return found

    def state(self, name: str) -> int:
        """Errors: KeyError."""
        for index, state in enumerate(self.states):
            if state.name == name:
                return index
        has = ", ".join(state.name for state in self.states) or "none"
        raise KeyError(f"{self.where}: there is no state {name}: there are {has}")


def describe(model: ctypes.c_void_p, where: str) -> Description:
    made, entries = _library.library(), []
    for index in range(made.aic_model_entry_count(model)):
        info = _library.ask("aic_model_entry", _library.EntryInfo, model, index)
        inputs = [tensor(_library.ask("aic_model_entry_input", _library.TensorInfo, model, index, i)) for i in range(info.input_count)]
        outputs = [tensor(_library.ask("aic_model_entry_output", _library.TensorInfo, model, index, i)) for i in range(info.output_count)]
        dims = {_library.text(info.dim_names[i]): info.dim_values[i] for i in range(info.dim_count)}
        entries.append(Entry(index, _library.text(info.name), MappingProxyType(dims), tuple(inputs), tuple(outputs)))
    states = [tensor(_library.ask("aic_model_state", _library.StateInfo, model, index)) for index in range(made.aic_model_state_count(model))]
    return Description(where, tuple(entries), tuple(states))
