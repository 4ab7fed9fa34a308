"""add_subdirectory(aic): the runtime alone, by g++ and by clang++, with no package installed that it would have to find.

    check_bundled.py WORK_FOLDER BUILD_FOLDER
"""
import os, shutil, subprocess, sys
from check_install import HERE, TOP, good, say

# What a machine without the packages looks like to CMake.
MISSING = ["-DCMAKE_C_COMPILER=/no/such/cc", "-DFLATC=FLATC-NOTFOUND", "-DAIC_FLATBUFFERS_INCLUDE=AIC_FLATBUFFERS_INCLUDE-NOTFOUND", "-DAIC_XXHASH_INCLUDE=AIC_XXHASH_INCLUDE-NOTFOUND",
           "-DCMAKE_DISABLE_FIND_PACKAGE_GTest=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_absl=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_MLIR=ON"]


def same_schema(build):
    """The header in third_party is what flatc makes of the schema."""
    ours, made = (open(f"{folder}/runtime/schema/artifact_generated.h").read() for folder in (f"{TOP}/runtime/third_party/generated", build))
    assert ours == made, "runtime/third_party/generated is older than runtime/schema/artifact.fbs: runtime/third_party/README.md says how it is made"


def main():
    work, build = map(os.path.abspath, sys.argv[1:])
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    same_schema(build)
    good("aic", "compile", f"{TOP}/examples/mlp.graph", "--weights", "random:1", "-o", f"{work}/mlp.aic")
    wanted = None
    for compiler in ("g++", "clang++-22"):
        folder = f"{work}/{compiler}"
        said = good("cmake", "-G", "Ninja", "-S", f"{HERE}/Inputs", "-B", folder, f"-DAIC_TREE={TOP}", f"-DCMAKE_CXX_COMPILER={compiler}", "-DCMAKE_BUILD_TYPE=Release",
                    "-DAIC_BUNDLED=ON", "-DAIC_VULKAN=OFF", *MISSING)
        assert "its own copies" in said, said
        good("ninja", "-C", folder, "run", "run_static")
        # What the objects were made of: nothing from the system but the C and C++ libraries' headers.
        headers = good("ninja", "-C", folder, "-t", "deps")
        foreign = {line.strip() for line in headers.splitlines() if "/flatbuffers/" in line or "xxhash.h" in line or "artifact_generated.h" in line}
        assert foreign and all("runtime/third_party/" in line for line in foreign), foreign
        for program in ("run", "run_static"):
            answer = good(f"{folder}/{program}", f"{work}/mlp.aic")
            assert answer == (wanted or answer)
            wanted = answer
        needed = good("readelf", "-d", f"{folder}/aic/lib/libaic_runtime.so")
        assert "libstdc++" not in needed, needed


if __name__ == "__main__":
    main()
