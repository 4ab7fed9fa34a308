"""Models as C libraries for AArch64, in static programs under an emulator: what this machine computes, to 1e-5.

    check_aarch64.py WORK_FOLDER EMULATOR
"""
import os, re, shutil, sys

import numpy as np

from check_library import C, LINKS, TOP, Library, compile_c, run

LINKS["aarch64"] = ["clang-22", *C, "--target=aarch64-linux-gnu", "-static", "-fuse-ld=lld"]


def agree(library, emulator, steps):
    """All outputs and states are f32."""
    given, wanted = library.reference(steps)
    wanted = np.frombuffer(wanted, np.float32)
    found = np.frombuffer(run(emulator, library.program("aarch64"), *steps, input=given), np.float32)
    assert wanted.shape == found.shape and np.isfinite(wanted).all()
    error = np.abs(wanted - found).max() / np.abs(wanted).max()
    assert error <= 1e-5, f"{library.name}: {error}"
    print(f"{library.name}: agrees to {error:.1e}")


def main():
    work, emulator = os.path.abspath(sys.argv[1]), sys.argv[2]
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    arm = ["--target-cpu", "generic-aarch64"]
    agree(Library(work, "cnn", f"{TOP}/examples/cnn.graph", library=arm), emulator, ["cnn", "cnn/with"])
    agree(Library(work, "lstm", f"{TOP}/examples/lstm.graph", "--graph", "lstm,lstm_stream", "--dim", "T=4", "--weights", "random:2", library=arm),
          emulator, ["lstm_stream", "lstm_stream", "states", "lstm", "reset", "states"])
    agree(Library(work, "kjv", f"{TOP}/examples/kjv.graph", "--dim", "S=4", library=arm), emulator, ["prefill", "step", "states"])

    # A CPU of ARMv8.0, and code that needs more.
    mlp = Library(work, "mlp", f"{TOP}/examples/mlp.graph", "--weights", "random:1", library=["--target-cpu", "neoverse-n1"])
    program = compile_c(work, "cpu", '#include "mlp.h"\n#include <stdio.h>\nint main(void) {\n  mlp* model;\n  printf("%d %s\\n", mlp_create(&model), mlp_last_error());\n'
                                     "  return 0;\n}\n", *mlp.flags(), compiler=LINKS["aarch64"])
    said = run(emulator, program, env={**os.environ, "QEMU_CPU": "cortex-a72"}).decode()
    assert re.fullmatch(r"4 mlp: was compiled for neoverse-n1 and needs \w+, which this CPU does not have\n", said), said
    assert run(emulator, program) == b"0 \n"


if __name__ == "__main__":
    main()
