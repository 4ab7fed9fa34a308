"""Models: opening them, and what is in them."""
from __future__ import annotations

import ctypes
import hashlib
import os
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_void_p
from dataclasses import dataclass
from typing import Any, Optional, Union

import numpy as np

from . import _errors, _library
from ._entries import describe
from ._session import Runner, Session
from ._tensors import Tensor

_VERIFY = 2


@dataclass(frozen=True)
class ModelInfo:
    """What a file says of itself."""
    producer: str  #: "aic 0.1.0"
    source: str  #: the file that it was compiled from
    format: str  #: of the artifact: "4.2"
    file_bytes: int
    weights_bytes: int


@dataclass(frozen=True)
class Signature:
    """What `aic sign` has put into a file. `signature` (64 bytes) is Ed25519's of `message` (64 bytes: what it is about, and the SHA-256
    of all of the file before it) by the owner of the public key `key` (32 bytes), if all is as it says: that is for the caller to find."""
    key: bytes
    signature: bytes
    message: bytes


def load(model: Union[str, "os.PathLike[str]", bytes, bytearray, memoryview], *, threads: int = 0, device: Optional[str] = None,
         verify: bool = False, accept: Optional[Callable[[Optional[Signature]], bool]] = None) -> "Model":
    """Opens a model.aic by its path, or from its bytes, which must not change while it is open.

    threads, device: of the session that Model.run makes; as in Model.session. verify: read all weights and compare their checksum.
    accept: is asked whether the file may be opened, by its signature (None: it has none), before any of its code is loaded.
    The file holds native code, which runs with the rights of this process: open only those of people whose programs you would run.
    Errors: CannotReadError, InvalidArtifactError, UnsupportedError, OutOfMemoryError, SystemRefusedError, LibraryError, RefusedError
    (accept says no), what accept raises."""
    return Model(model, threads, device, verify, accept)


class _Judge:
    """accept, as the library calls it; what it raises is kept, and the file refused."""

    def __init__(self, accept: Callable[[Optional[Signature]], bool]) -> None:
        self.raised: Optional[BaseException] = None

        def verify(_: Any, info: Any) -> int:
            try:
                return 0 if accept(self._read(info.contents)) else 1
            except BaseException as problem:  # None may pass through C.
                self.raised = problem
                return 1

        self.function = _library.VERIFY(verify)

    @staticmethod
    def _read(info: "_library.SignatureInfo") -> Optional[Signature]:
        if info.kind == 0:
            return None
        digest = hashlib.sha256((ctypes.c_uint8 * info.bytes).from_address(info.data)).digest()
        return Signature(ctypes.string_at(info.key, 32), ctypes.string_at(info.signature, 64),
                         b"aic model signature, version 1\n\0" + digest)


def _device(device: Optional[str]) -> tuple[int, int]:
    """(device, device_index) of "cpu", "vulkan", "vulkan:1" or None. Errors: ValueError."""
    if device is None or device in ("cpu", "vulkan"):
        return {None: _library.DEVICE_ANY, "cpu": 0, "vulkan": 1}[device], _library.DEVICE_ANY
    kind, _, index = device.partition(":")
    if kind == "vulkan" and index.isascii() and index.isdigit() and int(index) < _library.DEVICE_ANY:
        return 1, int(index)
    raise ValueError(f"there is no device {device!r}: say \"cpu\", \"vulkan\" or \"vulkan:1\", as aic.devices() lists them")


class Model(Runner):
    """A compiled model. Any number of threads may use one: run() has one session for all, in which they take turns; session() makes
    further ones, which run at the same time. Closed by close(), `with`, or when nobody has it; sessions go on."""

    def __init__(self, model: Union[str, "os.PathLike[str]", bytes, bytearray, memoryview], threads: int, device: Optional[str],
                 verify: bool, accept: Optional[Callable[[Optional[Signature]], bool]] = None) -> None:
        self._handle, self._keep = c_void_p(), None
        self._threads, self._device = threads, device
        _options(threads, device, None)  # What is wrong with them is said now.
        options = _library.OpenOptions(flags=_VERIFY if verify else 0)
        judge = _Judge(accept) if accept else None
        if judge:
            options.verify = judge.function
        if isinstance(model, (bytes, bytearray, memoryview)):
            where, self._keep = "the model in memory", np.asarray(memoryview(model).cast("B"))
            options.data, options.bytes = self._keep.ctypes.data, self._keep.nbytes
        else:
            where = os.fspath(model)
            options.path = _library.c_string(where, "the path")
        try:
            _library.call("aic_model_open_with", options, self._handle)
        except _errors.RefusedError:
            if judge and judge.raised:
                raise judge.raised
            raise
        self._close = weakref.finalize(self, _close, c_void_p(self._handle.value), self._keep)
        self._close.atexit = False
        self._description = describe(self._handle, where)
        info = _library.ask("aic_model_describe", _library.ModelInfo, self._handle)
        self.info = ModelInfo(_library.text(info.producer), _library.text(info.source), f"{info.format_version}.{info.format_minor}",
                              info.file_bytes, info.weights_bytes)
        self._turns = threading.RLock()
        self._opened = threading.Lock()
        self._own: Optional[Session] = None

    @property
    def inputs(self) -> tuple[Tensor, ...]:
        """Of the first entry."""
        return self.entries[0].inputs

    @property
    def outputs(self) -> tuple[Tensor, ...]:
        """Of the first entry."""
        return self.entries[0].outputs

    def session(self, *, threads: int = 0, device: Optional[str] = None, variant: Optional[str] = None) -> Session:
        """A session of its own. threads: at most so many, 0 for one a CPU. device: "cpu", "vulkan", "vulkan:1" (of aic.devices()), or
        None: the CPU if the model has code for it. variant: of Vulkan's kernels, such as "floor". Errors: ValueError,
        InvalidArgumentError, UnsupportedError, OutOfMemoryError, SystemRefusedError, DeviceLostError."""
        options = _options(threads, device, variant)
        with self._opened:
            self._check_open()
            return Session(self._handle, self._description, self._keep, options)

    @contextmanager
    def _using(self) -> Iterator[c_void_p]:
        with self._turns:
            self._check_open()
            if self._own is None:
                self._own = self.session(threads=self._threads, device=self._device)
            with self._own._using() as session:
                yield session

    def _check_open(self) -> None:
        if not self._close.alive:
            raise ValueError(f"{self._description.where}: the model is closed")

    def verify_weights(self) -> None:
        """Reads all weights and compares their checksum. Errors: InvalidArtifactError."""
        with self._opened:
            self._check_open()
            _library.call("aic_model_verify_weights", self._handle)

    def close(self) -> None:
        """Waits for a run() that is under way; again does nothing. Sessions of session() go on."""
        with self._turns, self._opened:
            if self._own is not None:
                self._own.close()
                self._own = None
            self._close()

    def __enter__(self) -> "Model":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<aic.Model {self._description.where}: {'; '.join(map(str, self.entries))}>"


def _options(threads: int, device: Optional[str], variant: Optional[str]) -> "_library.SessionOptions":
    """Errors: ValueError, TypeError."""
    if not isinstance(threads, (int, np.integer)):
        raise TypeError(f"threads is a number, not {threads!r}")
    if not 0 <= threads <= 0xFFFFFFFF:
        raise ValueError(f"threads is {threads}")
    kind, index = _device(device)
    return _library.SessionOptions(device=kind, threads=threads, device_index=index,
                                   variant=None if variant is None else _library.c_string(variant, "variant"))


def _close(handle: c_void_p, keep: Any) -> None:
    _library.library().aic_model_close(handle)
