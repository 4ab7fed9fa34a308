"""cmake --install by components, the tree moved, then programs in C and C++ by find_package, pkg-config and aic_add_model.

    check_install.py WORK_FOLDER BUILD_FOLDER
"""
import glob, os, re, shutil, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.abspath(f"{HERE}/../..")

PROJECT = """cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES {language})
find_package(aic 0.1 REQUIRED COMPONENTS runtime compiler)
add_executable(shared main.{extension})
aic_add_model(shared {top}/examples/mlp.graph WEIGHTS random:1)
add_executable(static main.{extension})
aic_add_model(static "a \\"model\\".graph" NAME mlp WEIGHTS "the weights.npz" TARGET_CPU x86-64-v3 STATIC)
aic_add_model(static {top}/examples/lstm.graph NAME "two sizes" GRAPH lstm_stream gru DIMS T=1,3 N=2 WEIGHTS random:2 OPTIONS --target cpu STATIC)
target_compile_definitions(static PRIVATE EXTRA_MODEL)
add_executable(library library.{extension})
aic_add_model(library {top}/examples/mlp.graph WEIGHTS random:1 LIBRARY)
aic_add_model(library "a \\"model\\".graph" NAME again WEIGHTS "the weights.npz" LIBRARY)
{more}
"""

VERSION = ".".join(re.findall(r"#define AIC_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", open(f"{TOP}/runtime/aic.h").read()))

# component: what it installs, below the prefix; LIB is lib or lib/x86_64-linux-gnu.
FILES = {
    "runtime": {f"LIB/libaic_runtime.so.{VERSION.split('.')[0]}", f"LIB/libaic_runtime.so.{VERSION}"},
    "compiler": {"bin/aic", "bin/aic-lsp-server", "bin/aic-sentencepiece",
                 "LIB/cmake/aic/aicCompilerTargets.cmake", "LIB/cmake/aic/aicCompilerTargets-release.cmake"},
    "development": {"include/aic.h", "share/aic/valgrind.supp", "LIB/libaic_runtime.so", "LIB/libaic_runtime_static.a", "LIB/pkgconfig/aic.pc", "LIB/pkgconfig/aic-static.pc",
                    *(f"LIB/cmake/aic/{name}.cmake" for name in ("aicConfig", "aicConfigVersion", "AicAddModel", "aicTargets", "aicTargets-release"))},
    "python": {f"LIB/python3/dist-packages/aic/{os.path.basename(path)}" for path in glob.glob(f"{TOP}/runtime/python/aic/*.py")}
    | {"LIB/python3/dist-packages/aic/py.typed"},
}


def say(*command, **options):
    """(exit code, what it printed)."""
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    return done.returncode, done.stdout


def good(*command, **options):
    code, said = say(*command, **options)
    assert code == 0, f"{' '.join(map(str, command))}: exit code {code}\n{said}"
    return said


def installed(work, build):
    """The prefix, moved after it was installed."""
    here, there = f"{work}/installed here", f"{work}/and moved"
    for component, files in FILES.items():
        good("cmake", "--install", build, "--prefix", f"{here}/{component}", "--component", component)
        found = {os.path.relpath(os.path.join(folder, name), f"{here}/{component}") for folder, _, names in os.walk(f"{here}/{component}") for name in names}
        found = {re.sub(r"^lib(/[^/]+-linux-gnu)?(?=/)", "LIB", name) for name in found}
        assert found == files, f"{component}: {sorted(found ^ files)}"
        shutil.copytree(f"{here}/{component}", there, symlinks=True, dirs_exist_ok=True)
    shutil.rmtree(here)
    return there


def project(work, name, prefix, language, more=""):
    """A project's folder, configured; (folder, exit code, what cmake printed)."""
    folder = f"{work}/{name}"
    os.makedirs(folder)
    extension = {"C": "c", "CXX": "cpp"}[language]
    shutil.copy(f"{HERE}/Inputs/main.c", f"{folder}/main.{extension}")
    shutil.copy(f"{HERE}/Inputs/library.c", f"{folder}/library.{extension}")
    shutil.copy(f"{work}/mlp.npz", f"{folder}/the weights.npz")
    shutil.copy(f"{TOP}/examples/mlp.graph", f'{folder}/a "model".graph')
    with open(f"{folder}/CMakeLists.txt", "w") as file:
        file.write(PROJECT.format(language=language, extension=extension, top=TOP, more=more))
    return folder, *say("cmake", "-G", "Ninja", "-S", folder, "-B", f"{folder}/build", f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_BUILD_TYPE=Release")


def write_weights(path):
    """`--weights random:1` of mlp.graph, as a file."""
    sys.path.append(f"{TOP}/test/models")
    import numpy as np
    from random_weights import parameter
    shapes = {"fc1.weight": (10, 8), "fc1.bias": (10,), "fc2.weight": (1, 10), "fc2.bias": (1,)}
    np.savez(path, **{name: parameter(1, name, shape).astype(np.float32) for name, shape in shapes.items()})


def main():
    work, build = map(os.path.abspath, sys.argv[1:])
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    prefix = installed(work, build)
    write_weights(f"{work}/mlp.npz")
    good("aic", "compile", f"{TOP}/examples/mlp.graph", "--weights", "random:1", "-o", f"{work}/mlp.aic")
    environment = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}

    # pkg-config: examples/run.c by a C compiler alone.
    folder = next(path for path, _, names in os.walk(prefix) if "aic.pc" in names)
    for name in ("aic", "aic-static"):
        flags = good("pkg-config", "--cflags", "--libs", name, env={**environment, "PKG_CONFIG_PATH": folder})
        assert f"{build}/lib" not in flags and TOP + "/runtime" not in flags, flags
        good("sh", "-c", f"cc {TOP}/examples/run.c {flags.strip()} -Wl,-rpath,'{os.path.dirname(folder)}' -o '{work}/{name}'")
        said = good(f"{work}/{name}", f"{work}/mlp.aic", env=environment)
        assert re.fullmatch(r"0\.\d{6}\n", said), said
    assert "libaic_runtime" not in good("ldd", f"{work}/aic-static") and "libaic_runtime.so.0" in good("ldd", f"{work}/aic")
    assert good("pkg-config", "--modversion", "aic", env={**environment, "PKG_CONFIG_PATH": folder}).strip() == VERSION

    for language in ("C", "CXX"):
        user, code, output = project(work, f"project {language}", prefix, language)
        assert code == 0, output
        good("ninja", "-C", f"{user}/build")
        assert good(f"{user}/build/shared", env=environment) == said
        two = good(f"{user}/build/static", env=environment)
        assert abs(float(two.splitlines()[0]) - float(said)) < 2e-6 and two.splitlines()[1] == "4 entries", two
        assert "libaic_runtime" not in good("ldd", f"{user}/build/static")
        one, other = map(float, good(f"{user}/build/library", env=environment).split())
        assert f"{one:.6f}\n" == said and abs(one - other) < 2e-6, (one, other, said)
        assert "aic" not in good("ldd", f"{user}/build/library")
        # Nothing is compiled twice; what changes is.
        assert "no work to do" in good("ninja", "-C", f"{user}/build")
        os.utime(f"{user}/the weights.npz")
        again = good("ninja", "-C", f"{user}/build")
        assert len(re.findall("aic compile", again)) == 2 and "library" in again, again

    # A version that is not there, and each call that cannot be, at its line; the last line of CMakeLists.txt is that of `more`.
    line = len(PROJECT.splitlines()) - 1
    for number, (call, words) in enumerate({
            "aic_add_model(shared nosuch.graph)": "nosuch.graph does not exist",
            f"aic_add_model(shared {TOP}/examples/cnn.graph STATIC LIBRARY)": "STATIC and LIBRARY: a library has its own runtime",
            "aic_add_model(nobody {0}/examples/mlp.graph)".replace("{0}", TOP): "there is no target nobody",
            f"aic_add_model(shared {TOP}/examples/mlp.graph WEIGHTS random:1)": "shared has a model mlp already: say NAME",
            f"aic_add_model(shared {TOP}/examples/cnn.graph random:1)": '"random:1" is no argument of it',
            f"aic_add_model(shared {TOP}/examples/cnn.graph WEIGHTS)": "WEIGHTS has no value",
            "find_package(aic 99.0 REQUIRED)": "99.0"}.items()):
        _, code, output = project(work, f"wrong {number}", prefix, "C", call)
        flat = " ".join(output.split())
        assert code != 0 and words in flat and f"CMakeLists.txt:{line + 1} ({call.split('(')[0]})" in flat, output

    # A model that is wrong: the build fails with aic's message at the model's line, and goes on once it is right.
    user, code, output = project(work, "wrong model", prefix, "C", "add_executable(other main.c)\naic_add_model(other wrong.graph NAME mlp)")
    assert code != 0 and "wrong.graph does not exist" in output
    with open(f"{user}/wrong.graph", "w") as file:
        file.write("graph mlp(x: f32[1, 8]) -> (y: f32[1, 1]) {\n  y = sum(x, dim=1, keepdim=true) + z\n}\n")
    good("cmake", f"{user}/build")
    code, output = say("ninja", "-C", f"{user}/build", "other")
    assert code != 0 and f"{user}/wrong.graph:2:37: error: " in output, output
    with open(f"{user}/wrong.graph", "w") as file:
        file.write("graph mlp(x: f32[1, 8]) -> (y: f32[1, 1]) {\n  y = sum(x, dim=1, keepdim=true)\n}\n")
    good("ninja", "-C", f"{user}/build", "other")
    assert good(f"{user}/build/other", env=environment) == "4.500000\n"

    # What a model imports, and what that imports, is looked at as the model is.
    for name, text in {"wrong": 'import "one.graph"\n\ngraph mlp(x: f32[1, 8]) -> (y: f32[1, 1]) {\n  y = one.total(x)\n}\n',
                       "one": 'import "two.graph"\n\nblock total(x: f32[1, C]) {\n  return two.scaled(sum(x, dim=1, keepdim=true))\n}\n',
                       "two": "block scaled(x: f32[1, 1]) {\n  return x * 2.0\n}\n"}.items():
        with open(f"{user}/{name}.graph", "w") as file:
            file.write(text)
    good("ninja", "-C", f"{user}/build", "other")
    assert good(f"{user}/build/other", env=environment) == "9.000000\n"
    with open(f"{user}/two.graph", "w") as file:
        file.write("block scaled(x: f32[1, 1]) {\n  return x * 4.0\n}\n")
    good("ninja", "-C", f"{user}/build", "other")
    assert good(f"{user}/build/other", env=environment) == "18.000000\n"


if __name__ == "__main__":
    main()
