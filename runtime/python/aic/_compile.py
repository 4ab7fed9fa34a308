"""Compiling, by the program `aic`."""
from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Optional, Union

import numpy as np

from ._model import Model, load

PathLike = Union[str, "os.PathLike[str]"]


class CompileError(Exception):
    """`aic compile` refused the model. The message is the compiler's; `exit_code`: 1 the model is wrong, 2 wrong usage, 3 unsupported,
    4 cannot read or write, 70 the compiler's own fault; -1: there is no compiler."""

    exit_code: int = -1


class CompileWarning(UserWarning):
    """What the compiler says of a model that it has compiled."""


def program() -> str:
    """The compiler: AIC_PROGRAM if it is set, else the build's of the source tree that this package lies in, else the one on the
    PATH. Errors: CompileError."""
    chosen = os.environ.get("AIC_PROGRAM")
    here = Path(__file__).resolve().parent
    if not chosen and len(here.parents) > 2 and (here.parents[2] / "runtime" / "aic.h").is_file():
        built = here.parents[2] / "build" / "bin" / "aic"
        chosen = str(built) if os.access(built, os.X_OK) else None
    found = shutil.which(chosen or "aic")
    if not found:
        raise CompileError(f"{chosen} (AIC_PROGRAM) is no program" if chosen else
                           "the compiler `aic` is not on the PATH: install it, or set AIC_PROGRAM to it")
    return found


def _several(value: Any) -> str:
    """"8" or "1,8"."""
    return ",".join(map(str, value)) if isinstance(value, Iterable) and not isinstance(value, str) else str(value)


def compile(model: PathLike, output: Optional[PathLike] = None, *, dims: Optional[Mapping[str, Union[int, Iterable[int]]]] = None,
            weights: Union[PathLike, Mapping[str, Any], None] = None, graph: Union[str, Iterable[str], None] = None,
            shapes: Optional[Mapping[str, Iterable[int]]] = None, bind: Optional[Mapping[str, Any]] = None,
            state: Optional[Mapping[str, str]] = None, capacity: Optional[int] = None, target: str = "cpu",
            target_cpu: str = "native", threads: int = 0, device: Optional[str] = None) -> Model:
    """Compiles a .graph or an .onnx, and opens what comes out. Each argument is the option of that name of `aic compile`.

    output: the file to write; without it there is none, and the model lives in memory that goes with it.
    dims: named dimensions of the inputs; several values make the graph in several sizes: {"N": [1, 8]}.
    weights: a file, "random:SEED", or arrays by their names; None: the file that the graph names.
    graph: which graphs of a file: "step", ["prefill", "step"], "all".
    shapes, bind, state, capacity: of ONNX: {"image": [1, 3, 224, 224]}, {"sizes": array or file}, {"past": "present"}, 1024.
    target: "cpu", "vulkan" or "cpu,vulkan". target_cpu: "native", "x86-64-v3" …, or several: "x86-64-v2,x86-64-v4".
    threads, device: as in aic.load.
    Errors: CompileError with the compiler's message; those of aic.load. Warnings: CompileWarning."""
    with tempfile.TemporaryDirectory(prefix="aic-") as work:
        artifact = os.fspath(output) if output is not None else os.path.join(work, "model.aic")
        command = [program(), "compile", os.fspath(model), "-o", artifact, "--target", target, "--target-cpu", target_cpu]
        for name, value in (dims or {}).items():
            command += ["--dim", f"{name}={_several(value)}"]
        if isinstance(weights, Mapping):
            np.savez(os.path.join(work, "weights.npz"), **{name: np.asarray(array) for name, array in weights.items()})
            weights = os.path.join(work, "weights.npz")
        if weights is not None:
            command += ["--weights", os.fspath(weights)]
        if graph is not None:
            command += ["--graph", _several(graph)]
        for name, shape in (shapes or {}).items():
            command += ["--shape", f"{name}={'x'.join(map(str, shape))}"]
        for number, (name, bound) in enumerate((bind or {}).items()):
            if not isinstance(bound, (str, os.PathLike)):
                np.save(os.path.join(work, f"bind{number}.npy"), np.asarray(bound))
                bound = os.path.join(work, f"bind{number}.npy")
            command += ["--bind", f"{name}={os.fspath(bound)}"]
        for name, result in (state or {}).items():
            command += ["--state", f"{name}={result}"]
        if capacity is not None:
            command += ["--capacity", str(capacity)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace")
        said = done.stderr.strip()
        if done.returncode:
            refused = CompileError(said or f"{' '.join(command)}: exit code {done.returncode}")
            refused.exit_code = done.returncode
            raise refused
        if said:
            warnings.warn(said, CompileWarning, stacklevel=2)
        return load(artifact, threads=threads, device=device)
