"""What there is to run on."""
from __future__ import annotations

from ctypes import CDLL, byref, c_void_p
from dataclasses import dataclass
from typing import Callable, TypeVar

from . import _library


@dataclass(frozen=True)
class Device:
    """The CPU, or one of Vulkan's devices."""
    id: str  #: what Model.session takes as device: "cpu", "vulkan:0"
    name: str
    driver: str  #: "" for the CPU
    type: str  #: "discrete GPU", "integrated GPU", "virtual GPU", "CPU", "other"
    usable: bool
    reason: str  #: why it cannot be used, or ""
    memory_bytes: int  #: of its largest heap


T = TypeVar("T")


def _with_list(read: Callable[[CDLL, c_void_p], T]) -> T:
    devices = c_void_p()
    _library.call("aic_device_list_create", byref(devices))
    try:
        return read(_library.library(), devices)
    finally:
        _library.library().aic_device_list_free(devices)


def devices() -> list[Device]:
    """The CPU, then what Vulkan finds. Errors: OutOfMemoryError, LibraryError."""
    def read(library: CDLL, found: c_void_p) -> list[Device]:
        made = []
        for index in range(library.aic_device_list_count(found)):
            info = _library.ask("aic_device_list_device", _library.DeviceInfo, found, index)
            made.append(Device("cpu" if info.kind == 0 else f"vulkan:{index - 1}", _library.text(info.name), _library.text(info.driver),
                               _library.text(info.type), bool(info.usable), _library.text(info.reason), info.memory_bytes))
        return made
    return _with_list(read)


def vulkan_problem() -> str:
    """Why Vulkan is not there, or ""."""
    return _with_list(lambda library, found: _library.text(library.aic_device_list_vulkan_problem(found)))
