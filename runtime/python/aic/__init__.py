"""Runs models that `aic compile` made, and compiles them.

    import aic
    model = aic.load("cnn.aic")                    # or aic.compile("cnn.graph")
    logits = model.run(image=picture).logits       # arrays in, arrays out

A model may hold several graphs, and a graph in several sizes; they share weights and states, which are tensors that a session
keeps from run to run:

    model = aic.compile("gpt2.graph", graph=["prefill", "step"], weights="gpt2.safetensors")
    with model.session(threads=2) as session:
        session["prefill"].run(ids=text, position=0)
        logits = session["step"].run(ids=[[word]], position=64).logits
        parked = session.states.save()

Inputs are NumPy arrays or what has DLPack or the buffer protocol, numbers and lists of numbers; they are not copied where they are
dense and aligned. Failures of the library are exceptions below aic.Error, with its message.
"""
from __future__ import annotations

from ._compile import CompileError, CompileWarning, compile
from ._devices import Device, devices, vulkan_problem
from ._errors import (BusyError, CancelledError, CannotReadError, DeviceLostError, Error, InvalidArgumentError, InvalidArtifactError,
                      KernelFailedError, LibraryError, OutOfMemoryError, RefusedError, StateLostError, SystemRefusedError,
                      UnsupportedError)
from ._library import library_path, library_version
from ._entries import Entry
from ._model import Model, ModelInfo, Signature, load
from ._session import Function, Outputs, Session, SessionInfo, States
from ._tensors import Tensor, bf16_bits, from_bf16_bits
from ._version import VERSION as __version__

__all__ = [
    "BusyError", "CancelledError", "CannotReadError", "CompileError", "CompileWarning", "Device", "DeviceLostError", "Entry", "Error", "Function",
    "InvalidArgumentError", "InvalidArtifactError", "KernelFailedError", "LibraryError", "Model", "ModelInfo", "OutOfMemoryError",
    "Outputs", "RefusedError", "Session", "SessionInfo", "Signature", "StateLostError", "States", "SystemRefusedError", "Tensor", "UnsupportedError", "__version__",
    "bf16_bits", "compile", "devices", "from_bf16_bits", "library_path", "library_version", "load", "vulkan_problem",
]
