"""Runs: functions of a session, what they return, and the states that stay between them."""
from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from ctypes import c_void_p
from dataclasses import dataclass
from typing import Any, Optional, Union

import numpy as np

from . import _errors, _library
from ._entries import Description, Entry
from ._tensors import Array, Given, Tensor, buffers, target


class Outputs(Mapping[str, Array]):
    """The results of a run, arrays by name: outputs["logits"], outputs.logits, or by position, outputs[0]. Names that a mapping has
    already (keys, values, items, get) are there by [] alone."""

    def __init__(self, arrays: dict[str, Array]) -> None:
        self._arrays = arrays

    def __getitem__(self, name: Union[str, int]) -> Array:
        return self._arrays[name] if isinstance(name, str) else list(self._arrays.values())[name]

    def __contains__(self, name: object) -> bool:
        return name in self._arrays

    def __getattr__(self, name: str) -> Array:
        arrays: dict[str, Array] = self.__dict__.get("_arrays", {})
        if name in arrays:
            return arrays[name]
        raise AttributeError(f"there is no output {name}: there are {', '.join(arrays)}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._arrays]

    def __repr__(self) -> str:
        return f"Outputs({', '.join(f'{name}={array!r}' for name, array in self._arrays.items())})"


class Function:
    """A graph of a model, in one size or in several: run() takes the one whose inputs have the shapes that are given."""

    def __init__(self, runner: "Runner", entries: tuple[Entry, ...]) -> None:
        self._runner = runner
        self.entries = entries

    def run(self, /, *inputs: Any, **named: Any) -> Outputs:
        """Runs on inputs in the declared order, by name, or as one mapping of names; returns new arrays. Errors: TypeError (an input
        is missing, unknown, or of another type), ValueError (another shape; a session that is closed), BusyError,
        KernelFailedError, CancelledError, StateLostError, DeviceLostError, UnsupportedError."""
        return self._run({}, inputs, named)

    def run_into(self, outputs: Union[Mapping[str, Array], Sequence[Array], Array], /, *inputs: Any,
                 **named: Any) -> Outputs:
        """The same, with results written into the caller's arrays, which are dense and overlap neither inputs nor each other: by name
        (outputs that are not named get new arrays), or all in the declared order, or the one. Errors: besides, TypeError and
        ValueError (an array that does not fit), InvalidArgumentError (arrays that overlap)."""
        declared = self.entries[0].outputs
        if isinstance(outputs, Mapping):
            given = dict(outputs)
            unknown = [name for name in given if all(name != tensor.name for tensor in declared)]
            if unknown:
                raise TypeError(f"{self.entries[0].name} has no output {unknown[0]}: it has {_names(declared)}")
        else:
            arrays = [outputs] if isinstance(outputs, np.ndarray) else list(outputs)
            if len(arrays) != len(declared):
                raise TypeError(f"{self.entries[0].name} has {len(declared)} outputs, {_names(declared)}: given are {len(arrays)} arrays")
            given = {tensor.name: array for tensor, array in zip(declared, arrays)}
        return self._run(given, inputs, named)

    def _run(self, outputs: dict[str, Array], inputs: tuple[Any, ...], named: dict[str, Any]) -> Outputs:
        given = self._bound(inputs, named)
        entry = self._of_size(given)
        arrays = [one.dense(tensor) for one, tensor in zip(given, entry.inputs)]
        results = {tensor.name: target(outputs[tensor.name], tensor) if tensor.name in outputs else np.empty(tensor.shape, tensor.dtype)
                   for tensor in entry.outputs}
        with self._runner._using() as session:
            _library.call("aic_session_run_entry", session, entry.index, buffers(arrays), len(arrays),
                          buffers(list(results.values())), len(results))
        return Outputs(results)

    def _bound(self, inputs: tuple[Any, ...], named: dict[str, Any]) -> list[Given]:
        """What is given for each input. Errors: TypeError, ValueError."""
        declared, name = self.entries[0].inputs, self.entries[0].name
        first = inputs[0] if len(inputs) == 1 else None
        if isinstance(first, Mapping):
            inputs, named = (), {**first, **named}
        if len(inputs) > len(declared):
            raise TypeError(f"{name} has {len(declared)} inputs, {_names(declared)}: given are {len(inputs)}")
        values = {tensor.name: value for tensor, value in zip(declared, inputs)}
        for input_name, value in named.items():
            if input_name in values:
                raise TypeError(f"{name}: input {input_name} is given twice")
            if all(input_name != tensor.name for tensor in declared):
                raise TypeError(f"{name} has no input {input_name}: it has {_names(declared)}")
            values[input_name] = value
        missing = [tensor for tensor in declared if tensor.name not in values]
        if missing:
            raise TypeError(f"{name} needs {', '.join(map(str, missing))}")
        return [Given(values[tensor.name], tensor.name) for tensor in declared]

    def _of_size(self, given: list[Given]) -> Entry:
        """The entry of these shapes; where there is one alone it, whatever the shapes. Errors: ValueError."""
        if len(self.entries) == 1:
            return self.entries[0]
        fits = [entry for entry in self.entries if all(one.fits(tensor) for one, tensor in zip(given, entry.inputs))]
        if len(fits) == 1:
            return fits[0]
        name, sizes = self.entries[0].name, "; ".join(map(str, self.entries))
        shapes = ", ".join(f"{tensor.name}: {one}" for one, tensor in zip(given, self.entries[0].inputs))
        if fits:
            raise ValueError(f"{name}: several sizes have inputs of these shapes; say which, as in model[\"{fits[0].label}\"]: {sizes}")
        raise ValueError(f"{name} has no size for {shapes}; it has {sizes}")

    def __repr__(self) -> str:
        return f"<aic.Function {'; '.join(map(str, self.entries))}>"


def _names(tensors: tuple[Tensor, ...]) -> str:
    return ", ".join(tensor.name for tensor in tensors) or "none"


class States(Mapping[str, Array]):
    """The states of a session, by their full names: states[name] is a copy, `states[name] = array` writes. Errors of all: KeyError
    (no such state), BusyError; of reading and saving StateLostError; on Vulkan DeviceLostError, UnsupportedError."""

    def __init__(self, runner: "Runner") -> None:
        self._runner = runner

    @property
    def tensors(self) -> tuple[Tensor, ...]:
        """Names, types and shapes."""
        return self._runner._description.states

    def __getitem__(self, name: str) -> Array:
        index = self._runner._description.state(name)
        array = np.empty(self.tensors[index].shape, self.tensors[index].dtype)
        with self._runner._using() as session:
            _library.call("aic_session_read_state", session, index, array.ctypes.data, array.nbytes)
        return array

    def __setitem__(self, name: str, value: Any) -> None:
        """Errors: besides, TypeError and ValueError (another type or shape)."""
        index = self._runner._description.state(name)
        array = Given(value, name).dense(self.tensors[index])
        with self._runner._using() as session:
            _library.call("aic_session_write_state", session, index, array.ctypes.data, array.nbytes)

    def __iter__(self) -> Iterator[str]:
        return (tensor.name for tensor in self.tensors)

    def __len__(self) -> int:
        return len(self.tensors)

    def __contains__(self, name: object) -> bool:
        return any(name == tensor.name for tensor in self.tensors)

    def reset(self, name: Optional[str] = None) -> None:
        """Makes a state, or all, what a new session's is."""
        index = _library.ALL_STATES if name is None else self._runner._description.state(name)
        with self._runner._using() as session:
            _library.call("aic_session_reset_state", session, index)

    def save(self) -> bytes:
        """All states, for load() of any session whose model has the same ones, in any process."""
        with self._runner._using() as session:
            data = np.empty(_library.library().aic_session_saved_bytes(session), np.uint8)
            _library.call("aic_session_save_states", session, data.ctypes.data, data.nbytes)
        return data.tobytes()

    def load(self, data: Any) -> None:
        """What save() gave, as bytes or any dense buffer. Errors: besides, InvalidArgumentError (not such bytes, damaged ones, other
        states; nothing has changed), UnsupportedError (saved by a newer library), TypeError (no buffer)."""
        array = np.frombuffer(memoryview(data).cast("B"), np.uint8) if memoryview(data).nbytes else np.empty(0, np.uint8)
        with self._runner._using() as session:
            _library.call("aic_session_load_states", session, array.ctypes.data, array.nbytes)

    def __repr__(self) -> str:
        return f"<aic.States {', '.join(map(str, self.tensors)) or 'none'}>"


class Runner:
    """What a session and a model have in common: functions by name, the first one's run(), and states."""

    _description: Description

    def _using(self) -> AbstractContextManager[c_void_p]:
        """The aic_session, for one call."""
        raise NotImplementedError

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All graphs in all sizes."""
        return self._description.entries

    def __getitem__(self, name: str) -> Function:
        """A graph by name, in all its sizes ("resnet50"), or in those that have a dimension ("resnet50[N=8]"). Errors: KeyError."""
        return Function(self, self._description.find(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._description.names())

    def __len__(self) -> int:
        return len(self._description.names())

    def __contains__(self, name: object) -> bool:
        try:
            return isinstance(name, str) and bool(self._description.find(name))
        except KeyError:
            return False

    def run(self, /, *inputs: Any, **named: Any) -> Outputs:
        """Function.run of the first graph."""
        return self[self.entries[0].name].run(*inputs, **named)

    def run_into(self, outputs: Union[Mapping[str, Array], Sequence[Array], Array], /, *inputs: Any,
                 **named: Any) -> Outputs:
        """Function.run_into of the first graph."""
        return self[self.entries[0].name].run_into(outputs, *inputs, **named)

    @property
    def states(self) -> States:
        """What stays from run to run."""
        return States(self)


@dataclass(frozen=True)
class SessionInfo:
    """What a session runs on."""
    device: str  #: "cpu" or "vulkan"
    device_name: str
    driver: str  #: "" for the CPU
    threads: int
    device_bytes: int  #: memory for weights, activations, states and staging


class Session(Runner):
    """Working memory and states of one run at a time; made by Model.session, closed by close(), `with`, or when nobody has it. A call
    while another thread's call is under way is a BusyError."""

    def __init__(self, model: c_void_p, description: Description, keep: Any, options: "_library.SessionOptions") -> None:
        self._description = description
        self._one_at_a_time = threading.Lock()
        self._not_while_closing = threading.Lock()
        self._time_limit: Optional[float] = None
        self._handle = c_void_p()
        _library.call("aic_session_create_with", model, options, self._handle)
        # The library keeps the model; `keep`, the bytes that it is in, is ours to keep. At the process's end nothing is closed.
        self._close = weakref.finalize(self, _close, c_void_p(self._handle.value), keep)
        self._close.atexit = False

    @contextmanager
    def _using(self) -> Iterator[c_void_p]:
        if not self._one_at_a_time.acquire(blocking=False):
            raise _errors.error(_errors.BUSY, "AIC_BUSY", f"{self._description.where}: the session is running, in another thread")
        try:
            if not self._close.alive:
                raise ValueError(f"{self._description.where}: the session is closed")
            yield self._handle
        finally:
            self._one_at_a_time.release()

    @property
    def info(self) -> SessionInfo:
        with self._using() as session:
            info = _library.ask("aic_session_describe", _library.SessionInfo, session)
            return SessionInfo("vulkan" if info.device == 1 else "cpu", _library.text(info.device_name), _library.text(info.driver),
                               info.threads, info.device_bytes)

    def cancel(self) -> None:
        """Ends the run that is under way in another thread, which gets a CancelledError; nothing where none is."""
        with self._not_while_closing:
            if self._close.alive:
                _library.call("aic_session_cancel", self._handle)

    @property
    def time_limit(self) -> Optional[float]:
        """The seconds that each run may take, then it is a CancelledError; None: as many as it needs. Errors: ValueError (not above 0,
        or no number), BusyError."""
        return self._time_limit

    @time_limit.setter
    def time_limit(self, seconds: Optional[float]) -> None:
        if seconds is not None and not 1e-9 <= seconds <= 1e9:
            raise ValueError(f"time_limit: {seconds!r} seconds; a number above 0, or None")
        with self._using() as session:
            _library.call("aic_session_set_time_limit", session, 0 if seconds is None else int(seconds * 1e9))
            self._time_limit = seconds

    def close(self) -> None:
        """Again does nothing. Errors: BusyError (it is running)."""
        if self._close.alive:
            with self._using(), self._not_while_closing:
                self._close()

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _close(handle: c_void_p, keep: Any) -> None:
    _library.library().aic_session_close(handle)
