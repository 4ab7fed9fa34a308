"""Tensors of a model as NumPy arrays: types, and what a caller's arrays are taken from."""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Optional, Union

import numpy as np
import numpy.typing as npt

from . import _library

Array = npt.NDArray[Any]

# Of aic_element_type. NumPy has no bf16: arrays hold its 16 bits.
DTYPES = [np.dtype(kind) for kind in ("f4", "f2", "u2", "f8", "?", "i1", "u1", "i2", "i4", "i8")]
_HOST = (1, 3, 11, 13)  # DLPack's kDLCPU, kDLCUDAHost, kDLROCMHost, kDLCUDAManaged
NAMES = ["f32", "f16", "bf16", "f64", "bool", "i8", "u8", "i16", "i32", "i64"]


def spelled(type_name: str, shape: tuple[int, ...]) -> str:
    return f"{type_name}[{', '.join(map(str, shape))}]"


@dataclass(frozen=True)
class Tensor:
    """An input or an output of an entry, or a state: row-major, dense."""
    name: str
    type: str  #: as the graph language spells it: "f32", "bf16"
    dtype: "np.dtype[Any]"  #: of its arrays; uint16, the bits, for bf16
    shape: tuple[int, ...]
    nbytes: int

    def __str__(self) -> str:
        return f"{self.name}: {spelled(self.type, self.shape)}"


def tensor(info: Union[_library.TensorInfo, _library.StateInfo]) -> Tensor:
    if info.type >= len(DTYPES):
        raise NotImplementedError(f"{_library.text(info.name)} has an element type that is newer than this package: {info.type}")
    return Tensor(_library.text(info.name), NAMES[info.type], DTYPES[info.type], tuple(info.shape[:info.rank]), info.bytes)


def bf16_bits(values: Any) -> Array:
    """f32 of any shape, rounded to the nearest bf16 (ties to even; NaN stays NaN), as uint16 bits."""
    bits = np.ascontiguousarray(values, np.float32).view(np.uint32).reshape(np.shape(values))
    rounded = ((bits.astype(np.uint64) + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)
    return np.where(np.isnan(np.asarray(values, np.float32)), ((bits >> 16) | 0x40).astype(np.uint16), rounded)


def from_bf16_bits(bits: Any) -> Array:
    """uint16 bits of bf16, of any shape, as f32: exact."""
    wide = np.asarray(bits, np.uint16).astype(np.uint32) << 16
    return np.asarray(wide, np.uint32).view(np.float32)


class Given:
    """What a caller gave for a tensor: an array, or raw bytes, whose type and shape are whatever they are taken for."""

    def __init__(self, value: Any, name: str) -> None:
        self.raw = False  # bytes: array is u8[nbytes]
        self.typed = True  # False: numbers and lists, whose type is the tensor's
        if isinstance(value, (np.ndarray, np.generic)):
            self.array = np.asarray(value)
        elif isinstance(value, (bytes, bytearray)) or isinstance(value, memoryview) and (
                value.format == "B" and value.ndim == 1 and value.c_contiguous):
            self.array, self.raw = np.asarray(memoryview(value)), True
        elif hasattr(value, "__dlpack__") or hasattr(value, "__array__") or hasattr(value, "__array_interface__"):
            self.array = _imported(value, name)
        else:
            try:
                self.array = np.asarray(memoryview(value))
            except TypeError:  # No buffer: numbers.
                self.array, self.typed = _numbers(value, name), False

    def fits(self, wanted: Tensor) -> bool:
        return self.array.nbytes == wanted.nbytes if self.raw else self.array.shape == wanted.shape

    def __str__(self) -> str:
        if self.raw:
            return f"{self.array.nbytes} bytes"
        kind = self.array.dtype
        name = next((n for n, d in zip(NAMES, DTYPES) if d == kind and n != "bf16"), str(kind))
        return spelled(name if self.typed else "numbers", self.array.shape)

    def dense(self, wanted: Tensor) -> Array:
        """The array as the library takes it, row-major and aligned: the caller's own memory where that is so already. Errors:
        ValueError (another shape or size, numbers that the type does not hold), TypeError (another type)."""
        if not self.fits(wanted):
            raise ValueError(f"{wanted}: given is {self}")
        array = self.array
        if self.raw:
            array = array.view(wanted.dtype).reshape(wanted.shape)
        elif not self.typed:
            return _converted(array, wanted)
        elif array.dtype != wanted.dtype:
            if wanted.type == "bf16" and array.dtype == np.int16:
                array = array.view(np.uint16) if array.ndim else array.astype(np.uint16)
            elif array.dtype.newbyteorder("=") == wanted.dtype:
                array = array.astype(wanted.dtype)
            elif wanted.type == "bf16":
                raise TypeError(f"{wanted}: given is {self}; an array of bf16 holds its bits as uint16: aic.bf16_bits(array)")
            else:
                raise TypeError(f"{wanted}: given is {self}; convert it: array.astype(\"{wanted.dtype}\")")
        return np.require(array, requirements=["C", "A"])


def _imported(value: Any, name: str) -> Array:
    """By DLPack, else by NumPy's own protocol (PyTorch's bool, which its DLPack does not have). Nothing is copied."""
    reason: Optional[Exception] = None
    if hasattr(value, "__dlpack__"):
        try:
            kind, number = value.__dlpack_device__()
            if kind not in _HOST:
                raise TypeError(f"{name} is on another device, ({int(kind)}, {number}) of DLPack: copy it to the host")
            return np.from_dlpack(value)
        except (AttributeError, BufferError, RuntimeError, TypeError, ValueError) as problem:
            reason = problem
    if hasattr(value, "__array__") or hasattr(value, "__array_interface__"):
        try:
            return np.asarray(value)
        except (RuntimeError, TypeError, ValueError) as problem:
            reason = reason or problem
    raise TypeError(f"{name}: NumPy does not take this {type(value).__name__}: {reason}")


def _numbers(value: Any, name: str) -> Array:
    try:
        array = np.asarray(value)
    except ValueError as problem:  # Rows of different lengths.
        raise ValueError(f"{name}: {problem}") from None
    if array.size == 0 and array.dtype.kind == "f":
        return array.astype(np.bool_)  # An empty list has no type.
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{name}: a {type(value).__name__} is neither an array nor numbers")
    return array


def _converted(array: Array, wanted: Tensor) -> Array:
    """Python's numbers in the tensor's type; floats are rounded to it, whole numbers must be in it."""
    if wanted.type == "bf16":
        return np.ascontiguousarray(bf16_bits(array)).reshape(wanted.shape)
    kind = array.dtype.kind
    if kind == "f" and wanted.dtype.kind != "f" or kind in "iu" and wanted.dtype.kind == "b":
        raise TypeError(f"{wanted}: given are {'fractions' if kind == 'f' else 'whole numbers'}")
    with np.errstate(over="ignore"):
        made = np.array(array, dtype=wanted.dtype, order="C")
    if kind in "iu" and wanted.dtype.kind in "iu" and not np.array_equal(made, array):
        raise ValueError(f"{wanted}: not every number given is in {wanted.type}")
    return made


def target(value: Any, wanted: Tensor) -> Array:
    """An array that the library may write. Errors: TypeError, ValueError."""
    if not isinstance(value, np.ndarray):
        raise TypeError(f"{wanted}: results are written into NumPy arrays, not into a {type(value).__name__}")
    if value.dtype != wanted.dtype:
        raise TypeError(f"{wanted}: the array for it is {Given(value, wanted.name)}")
    if value.shape != wanted.shape:
        raise ValueError(f"{wanted}: the array for it is {Given(value, wanted.name)}")
    if not (value.flags.c_contiguous and value.flags.aligned and value.flags.writeable):
        raise ValueError(f"{wanted}: the array for it must be dense, aligned and writeable")
    return value


def buffers(arrays: list[Array]) -> "ctypes.Array[_library.Buffer]":
    """aic_input or aic_output of each; the arrays must live as long as they are used."""
    return (_library.Buffer * len(arrays))(*[_library.Buffer(array.ctypes.data, array.nbytes) for array in arrays])
