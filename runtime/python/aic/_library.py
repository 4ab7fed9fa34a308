"""libaic_runtime by ctypes: where it is, its version, and the part of aic.h that this package uses."""
from __future__ import annotations

import ctypes
import os
import threading
from ctypes import POINTER, c_char_p, c_int, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from pathlib import Path
from typing import Any, Optional, TypeVar

from . import _errors
from ._version import VERSION

SONAME = f"libaic_runtime.so.{VERSION.split('.')[0]}"
DEVICE_ANY = ALL_STATES = 0xFFFFFFFF


class Sized(ctypes.Structure):
    """A structure that begins with its size, which is set: program and library may differ in age."""

    def __init__(self, **fields: Any) -> None:
        super().__init__(struct_bytes=ctypes.sizeof(type(self)), **fields)


class TensorInfo(Sized):
    _fields_ = [("struct_bytes", c_uint32), ("name", c_char_p), ("type", c_uint32), ("rank", c_uint32),
                ("shape", POINTER(c_int64)), ("bytes", c_uint64)]


class StateInfo(Sized):
    _fields_ = [*TensorInfo._fields_, ("initial", c_void_p), ("value", c_uint64)]


class EntryInfo(Sized):
    _fields_ = [("struct_bytes", c_uint32), ("dim_count", c_uint32), ("name", c_char_p), ("input_count", c_uint32),
                ("output_count", c_uint32), ("dim_names", POINTER(c_char_p)), ("dim_values", POINTER(c_int64))]


class ModelInfo(Sized):
    _fields_ = [("struct_bytes", c_uint32), ("format_version", c_uint32), ("producer", c_char_p), ("graph", c_char_p),
                ("source", c_char_p), ("file_bytes", c_uint64), ("weights_bytes", c_uint64), ("section_count", c_uint32),
                ("target_count", c_uint32), ("target", c_uint32), ("format_minor", c_uint32), ("weights_bytes_of", c_uint64 * 16)]


class SessionOptions(Sized):
    _fields_ = [("struct_bytes", c_uint32), ("device", c_uint32), ("threads", c_uint32), ("device_index", c_uint32),
                ("variant", c_char_p), ("flags", c_uint32), ("reserved", c_uint32)]


class SessionInfo(Sized):
    _fields_ = [("struct_bytes", c_uint32), ("device", c_uint32), ("device_name", c_char_p), ("driver", c_char_p),
                ("target", c_uint32), ("threads", c_uint32), ("dispatch_count", c_uint32), ("barrier_count", c_uint32),
                ("submission_count", c_uint32), ("pipeline_count", c_uint32), ("device_bytes", c_uint64),
                ("shader_bytes", c_uint64), ("upload_ns", c_uint64), ("pipeline_ns", c_uint64),
                ("pipeline_cache_found", c_int), ("reserved", c_uint32)]


class DeviceInfo(Sized):
    _fields_ = [("struct_bytes", c_uint32), ("kind", c_uint32), ("name", c_char_p), ("driver", c_char_p), ("type", c_char_p),
                ("usable", c_int), ("reason", c_char_p), ("api_version", c_uint32 * 3), ("subgroup_size", c_uint32),
                ("subgroup_arithmetic", c_int), ("max_workgroup_invocations", c_uint32), ("max_shared_bytes", c_uint32),
                ("max_storage_buffers", c_uint32), ("max_storage_buffer_bytes", c_uint64), ("memory_bytes", c_uint64),
                ("unified_memory", c_int), ("timestamps", c_int)]


class SignatureInfo(Sized):
    _fields_ = [("struct_bytes", c_uint32), ("kind", c_uint32), ("data", c_void_p), ("bytes", c_uint64), ("key", c_void_p),
                ("signature", c_void_p)]


VERIFY = ctypes.CFUNCTYPE(c_int, c_void_p, POINTER(SignatureInfo))


class OpenOptions(Sized):
    _fields_ = [("struct_bytes", c_uint32), ("flags", c_uint32), ("path", c_char_p), ("data", c_void_p), ("bytes", c_size_t),
                ("verify", VERIFY), ("user", c_void_p)]


class Buffer(ctypes.Structure):
    """aic_input and aic_output."""
    _fields_ = [("data", c_void_p), ("bytes", c_size_t)]


# What each function takes; those that are not below return an aic_status.
_ARGUMENTS: dict[str, list[Any]] = {
    "aic_last_error": [],
    "aic_status_name": [c_uint32],
    "aic_version": [],
    "aic_element_name": [c_uint32],
    "aic_model_open_with": [POINTER(OpenOptions), POINTER(c_void_p)],
    "aic_model_close": [c_void_p],
    "aic_model_verify_weights": [c_void_p],
    "aic_model_describe": [c_void_p, POINTER(ModelInfo)],
    "aic_model_entry_count": [c_void_p],
    "aic_model_entry": [c_void_p, c_uint32, POINTER(EntryInfo)],
    "aic_model_entry_input": [c_void_p, c_uint32, c_uint32, POINTER(TensorInfo)],
    "aic_model_entry_output": [c_void_p, c_uint32, c_uint32, POINTER(TensorInfo)],
    "aic_model_state_count": [c_void_p],
    "aic_model_state": [c_void_p, c_uint32, POINTER(StateInfo)],
    "aic_session_create_with": [c_void_p, POINTER(SessionOptions), POINTER(c_void_p)],
    "aic_session_close": [c_void_p],
    "aic_session_describe": [c_void_p, POINTER(SessionInfo)],
    "aic_session_run_entry": [c_void_p, c_uint32, POINTER(Buffer), c_uint32, POINTER(Buffer), c_uint32],
    "aic_session_cancel": [c_void_p],
    "aic_session_set_time_limit": [c_void_p, c_uint64],
    "aic_session_read_state": [c_void_p, c_uint32, c_void_p, c_size_t],
    "aic_session_write_state": [c_void_p, c_uint32, c_void_p, c_size_t],
    "aic_session_reset_state": [c_void_p, c_uint32],
    "aic_session_saved_bytes": [c_void_p],
    "aic_session_save_states": [c_void_p, c_void_p, c_size_t],
    "aic_session_load_states": [c_void_p, c_void_p, c_size_t],
    "aic_device_list_create": [POINTER(c_void_p)],
    "aic_device_list_free": [c_void_p],
    "aic_device_list_count": [c_void_p],
    "aic_device_list_device": [c_void_p, c_uint32, POINTER(DeviceInfo)],
    "aic_device_list_vulkan_problem": [c_void_p],
}
_RETURNS: dict[str, Any] = {
    "aic_last_error": c_char_p,
    "aic_status_name": c_char_p,
    "aic_version": c_char_p,
    "aic_element_name": c_char_p,
    "aic_device_list_vulkan_problem": c_char_p,
    "aic_model_close": None,
    "aic_session_close": None,
    "aic_device_list_free": None,
    "aic_session_saved_bytes": c_size_t,
}


def candidates() -> list[str]:
    """Where the library is looked for, in this order; the first that is there is taken. AIC_LIBRARY is the only one if it is set.
    A name without a folder is left to the dynamic linker: LD_LIBRARY_PATH and the system's folders."""
    chosen = os.environ.get("AIC_LIBRARY")
    if chosen:
        return [chosen]
    here = Path(__file__).resolve().parent
    found = [here / SONAME]
    if len(here.parents) > 2 and (here.parents[2] / "runtime" / "aic.h").is_file():  # The source tree's own build.
        found.append(here.parents[2] / "build" / "lib" / SONAME)
    return [str(path) for path in found if path.is_file()] + [SONAME]


def _open(path: str) -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(path)
    except OSError as problem:
        how = "AIC_LIBRARY says so" if os.environ.get("AIC_LIBRARY") else "set AIC_LIBRARY to the library's path, or install it"
        raise _errors.LibraryError(f"{path} cannot be loaded ({how}): {problem}") from None
    try:
        library.aic_version.restype = c_char_p
        version = library.aic_version().decode()
    except AttributeError:
        raise _errors.LibraryError(f"{path} is not libaic_runtime: it has no aic_version") from None
    if version.split(".")[0] != VERSION.split(".")[0]:
        raise _errors.LibraryError(f"{path} has version {version}, this package {VERSION}: the first numbers must be equal")
    for name, arguments in _ARGUMENTS.items():
        try:
            function = getattr(library, name)
        except AttributeError:
            raise _errors.LibraryError(f"{path}, version {version}, has no {name}: it is older than this package, {VERSION}") from None
        function.argtypes = arguments
        function.restype = _RETURNS.get(name, c_uint32)
    return library


_lock = threading.Lock()
_loaded: Optional[tuple[str, ctypes.CDLL]] = None


def _load() -> tuple[str, ctypes.CDLL]:
    global _loaded
    with _lock:
        if _loaded is None:
            path = candidates()[0]
            _loaded = path, _open(path)
        return _loaded


def library() -> ctypes.CDLL:
    """The library, which the first call loads. Errors: LibraryError."""
    return (_loaded or _load())[1]


def library_path() -> str:
    """The path, or the name, by which the library was loaded. Errors: LibraryError."""
    return _load()[0]


def library_version() -> str:
    """The library's version, such as "0.1.0". Errors: LibraryError."""
    return text(library().aic_version())


def call(name: str, *arguments: Any) -> None:
    """Calls a function that returns an aic_status. Errors: the exception of the status."""
    made = library()
    status = getattr(made, name)(*arguments)
    if status:
        raise _errors.error(status, made.aic_status_name(status).decode(), made.aic_last_error().decode(errors="replace"))


S = TypeVar("S", bound=Sized)


def ask(name: str, info: type[S], *arguments: Any) -> S:
    """What a function fills in. Its pointers are the library's: read them before the model or session is closed."""
    filled = info()
    call(name, *arguments, ctypes.byref(filled))
    return filled


def text(value: Optional[bytes]) -> str:
    return (value or b"").decode(errors="replace")


def c_string(value: str | bytes, what: str) -> bytes:
    """For a char*. Errors: ValueError (a zero byte, behind which C would see nothing)."""
    made = os.fsencode(value)
    if b"\0" in made:
        raise ValueError(f"{what} has a zero byte in it: {value!r}")
    return made
