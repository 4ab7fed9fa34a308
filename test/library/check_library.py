"""Models as C libraries, in programs by several compilers and linkers; what they compute is what the runtime computes, bit for bit.

    check_library.py WORK_FOLDER
"""
import json, os, re, shutil, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.abspath(f"{HERE}/../..")
sys.path.insert(0, f"{TOP}/runtime/python")
import aic
import numpy as np

C_TYPES = {"f32": "float", "f16": "uint16_t", "bf16": "uint16_t", "f64": "double", "bool": "uint8_t", "i8": "int8_t", "u8": "uint8_t",
           "i16": "int16_t", "i32": "int32_t", "i64": "int64_t"}
TYPES = {"f32": np.float32, "f16": np.float16, "bf16": np.uint16, "f64": np.float64, "bool": np.bool_, "i8": np.int8, "u8": np.uint8,
         "i16": np.int16, "i32": np.int32, "i64": np.int64}
STRICT = ["-Wall", "-Wextra", "-Werror", "-pedantic", "-O1"]
C, CXX = ["-std=c99", *STRICT], ["-std=c++17", "-x", "c++", *STRICT]

# How programs are made; the first is what every model is tried with.
LINKS = {
    "gcc": ["gcc", *C, "-Wl,--fatal-warnings"],
    "clang": ["clang-22", *C],
    "g++": ["g++", *CXX],
    "static": ["gcc", *C, "-static"],
    "static-pie": ["gcc", *C, "-static-pie", "-fPIE"],
    "lto": ["gcc", *C, "-flto"],
    "clang-lto": ["clang-22", *C, "-flto", "-fuse-ld=lld"],
    "mold": ["gcc", *C, "-fuse-ld=mold"],
    "no-pie": ["gcc", *C, "-no-pie"],
    "musl": ["musl-gcc", *C, "-static"],
}


def run(*command, code=0, **options):
    """What it printed."""
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, **{"stderr": subprocess.STDOUT, **options})
    assert done.returncode == code, f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout.decode(errors='replace')}"
    return done.stdout


def mangled(name):
    """As the header has it, for the names that are here."""
    return re.sub(r"[^A-Za-z0-9]", "_", name) + ("_" if name in ("class", "self") else "")


class Library:
    """A model as an artifact and as a library."""

    def __init__(self, work, name, model, *options, library=()):
        self.name, self.folder = name, f"{work}/{name}"
        self.artifact = f"{work}/{name}.aic"
        self.made = json.loads(run("aic", "compile", model, *options, "--json", "-o", self.artifact, stderr=None))
        run("aic", "compile", model, *options, "--emit", "c-library", "-o", self.folder, *library)
        self.prefixes = {entry["name"]: name if len(self.made["entries"]) == 1 else f"{name}_{entry['name']}" for entry in self.made["entries"]}
        self.states = self.made["states"]

    def flags(self, runtime=True):
        return [f"-I{self.folder}", f"-L{self.folder}", f"-l{self.name}", *(["-laic_embedded"] if runtime else [])]

    def steps(self):
        """C: what a program does with its arguments."""
        text = ""
        for entry in self.made["entries"]:
            prefix = self.prefixes[entry["name"]]
            read = "".join(f"      get(in.{mangled(t['name'])}, {int(np.prod(t['shape']))} * sizeof in.{mangled(t['name'])}[0]);\n" for t in entry["inputs"])
            write = "".join(f"      put(out.{mangled(t['name'])}, {int(np.prod(t['shape']))} * sizeof out.{mangled(t['name'])}[0]);\n" for t in entry["outputs"])
            buffers = ", ".join([f"in.{mangled(t['name'])}" for t in entry["inputs"]] + [f"out.{mangled(t['name'])}" for t in entry["outputs"]])
            text += (f'    if (!strcmp(argv[i], "{entry["name"]}") || !strcmp(argv[i], "{entry["name"]}/with")) {{\n      static {prefix}_inputs in;\n      static {prefix}_outputs out;\n'
                     f'{read}      check(strstr(argv[i], "/with") ? {prefix}_run_with(model, {buffers}) : {prefix}_run(model, &in, &out));\n{write}    }}\n')
        if self.states:
            write = "".join(f"      put({self.name}_state(model)->{mangled(s['name'])}, {int(np.prod(s['shape']))} * sizeof {self.name}_state(model)->{mangled(s['name'])}[0]);\n"
                            for s in self.states)
            text += f'    if (!strcmp(argv[i], "states")) {{\n{write}    }}\n    if (!strcmp(argv[i], "reset"))\n      check({self.name}_reset(model));\n'
        return text

    def program(self, link, runtime=True):
        """The path of a program that takes steps as arguments, inputs from its standard input."""
        path = f"{self.folder}/{link}"
        name = self.name
        with open(f"{path}.c", "w") as file:
            file.write(f"""#include "{name}.h"
#include <stdio.h>
#include <string.h>

static void check(aic_status status) {{
  if (status != AIC_OK)
    fprintf(stderr, "%d %s\\n", (int)status, {name}_last_error());
}}
static void get(void* to, size_t bytes) {{
  if (bytes && fread(to, bytes, 1, stdin) != 1)
    fprintf(stderr, "no input\\n");
}}
static void put(const void* from, size_t bytes) {{
  if (bytes)
    fwrite(from, bytes, 1, stdout);
}}

int main(int argc, char** argv) {{
  {name}* model;
  check({name}_create(&model));
  for (int i = 1; i < argc; ++i) {{
{self.steps()}  }}
  {name}_destroy(model);
  return 0;
}}
""")
        run(*LINKS[link], f"{path}.c", *self.flags(runtime), "-o", path)
        return path

    def reference(self, steps):
        """What the runtime computes in the same steps, on one thread: (the inputs' bytes, the outputs')."""
        session = aic.load(self.artifact).session(threads=1)
        random = np.random.default_rng(1)
        given, gotten = b"", b""
        for step in steps:
            if step == "states":
                gotten += b"".join(np.ascontiguousarray(session.states[s["name"]]).tobytes() for s in self.states)
            elif step == "reset":
                session.states.reset()
            else:
                entry = next(e for e in self.made["entries"] if e["name"] == step.split("/")[0])
                inputs = {t["name"]: values(random, t) for t in entry["inputs"]}
                given += b"".join(value.tobytes() for value in inputs.values())
                outputs = session[entry["name"]].run(**inputs)
                gotten += b"".join(np.ascontiguousarray(outputs[t["name"]]).tobytes() for t in entry["outputs"])
        return given, gotten

    def check(self, links, steps, runtime=True):
        given, wanted = self.reference(steps)
        for link in links:
            found = run(self.program(link, runtime), *steps, input=given)
            assert found == wanted, f"{self.name} by {link}: {len(found)} bytes, {len(wanted)} wanted, {sum(a != b for a, b in zip(found, wanted))} differ"


def values(random, tensor):
    """Of an input."""
    kind, shape = TYPES[tensor["type"]], tensor["shape"]
    if np.issubdtype(kind, np.floating):
        return random.standard_normal(shape).astype(kind)
    return np.asarray(random.integers(0, 2, shape)).astype(kind)


def compile_c(work, name, source, *flags, compiler=("gcc", *C)):
    with open(f"{work}/{name}.c", "w") as file:
        file.write(source)
    run(*compiler, f"{work}/{name}.c", *flags, "-o", f"{work}/{name}")
    return f"{work}/{name}"


def text_and_data(path):
    """Of a program, in bytes: what lies in memory."""
    return sum(map(int, run("size", path).split(b"\n")[1].split()[:3]))


def main():
    work = os.path.abspath(sys.argv[1])
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)

    cnn = Library(work, "cnn", f"{TOP}/examples/cnn.graph")
    cnn.check(LINKS, ["cnn", "cnn/with"])
    mlp = Library(work, "mlp", f"{TOP}/examples/mlp.graph", "--weights", "random:1", library=["--with-runtime"])
    mlp.check(["gcc", "g++"], ["mlp", "mlp/with", "mlp"], runtime=False)
    lstm = Library(work, "lstm", f"{TOP}/examples/lstm.graph", "--graph", "lstm,lstm_stream", "--dim", "T=4", "--weights", "random:2")
    lstm.check(["gcc", "g++"], ["lstm_stream", "lstm_stream", "states", "lstm/with", "reset", "states", "lstm_stream/with", "states"])
    kjv = Library(work, "kjv", f"{TOP}/examples/kjv.graph", "--dim", "S=4")
    kjv.check(["gcc", "static"], ["prefill", "step", "step/with", "states"])
    odd = Library(work, "odd", f"{HERE}/Inputs/odd.graph", "--weights", "random:3")
    odd.check(["gcc", "g++"], ["odd", "odd/with", "states", "reset", "states"])

    # No input, and no structure of inputs.
    with open(f"{work}/seven.graph", "w") as file:
        file.write("graph seven() -> (y: f32[2], z: i64[]) {\n  y = tensor([1.5, 2.5], f32)\n  z = tensor(7, i64)\n}\n")
    run("aic", "compile", f"{work}/seven.graph", "--emit", "c-library", "--with-runtime", "-o", f"{work}/seven")
    program = """
#include "seven.hpp"
int main() {
  seven_outputs out;
  float y[2];
  std::int64_t z[1];
  seven_model model;
  model.run(out);
  model.run(y, z);
  return out.y[1] == 2.5f && out.z[0] == 7 && y[0] == 1.5f && z[0] == 7 ? 0 : 1;
}
"""
    run(compile_c(work, "constant", program, f"-I{work}/seven", f"-L{work}/seven", "-Wl,-Bstatic", "-lseven", "-Wl,-Bdynamic", compiler=("g++", "-std=c++20", "-x", "c++", *STRICT)))

    # Of ONNX the library has the file's name, and its tensors names that are none in C.
    import onnx
    nodes = [onnx.helper.make_node("Add", ["input.1", "/a/x"], ["12"]), onnx.helper.make_node("Relu", ["12"], ["int"])]
    value = lambda name: onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [2, 3])
    onnx.save(onnx.helper.make_model(onnx.helper.make_graph(nodes, "graph", [value("input.1"), value("/a/x")], [value("12"), value("int")]),
                                     opset_imports=[onnx.helper.make_opsetid("", 18)], ir_version=8), f"{work}/my-net.onnx")
    run("aic", "compile", f"{work}/my-net.onnx", "--emit", "c-library", "-o", f"{work}/onnx")
    header = open(f"{work}/onnx/my_net.h").read()
    assert "aic_status my_net_run_with(my_net* self, const float input_1[2 * 3], const float _a_x[2 * 3], float _12[2 * 3], float int_[2 * 3]);" in header, header

    # Nothing is needed but four functions of C's library (and what finds a thread's own data).
    undefined = {line.split()[-1] for line in run("nm", "-u", f"{mlp.folder}/libmlp.a").decode().splitlines() if line.startswith(" ")}
    undefined = {name for name in undefined if not name.startswith("mlp_")}
    assert undefined <= {"malloc", "free", "memcpy", "memset", "__tls_get_addr"}, undefined
    # All that others see begins with the library's name.
    defined = {line.split()[-1] for line in run("nm", "--defined-only", "-g", f"{mlp.folder}/libmlp.a").decode().splitlines() if len(line.split()) == 3}
    assert defined and all(name.startswith("mlp_") for name in defined), defined

    # The same input and options give the same bytes.
    run("aic", "compile", f"{TOP}/examples/cnn.graph", "--emit", "c-library", "-o", f"{work}/again")
    for name in ("libcnn.a", "libaic_embedded.a", "cnn.h", "cnn.hpp"):
        assert open(f"{cnn.folder}/{name}", "rb").read() == open(f"{work}/again/{name}", "rb").read(), name

    # The README's example, and what it takes beyond an empty program.
    readme = open(f"{TOP}/README.md").read()
    example = re.search(r"```c\n(#include \"cnn\.h\".*?)```", readme, re.S).group(1)
    assert len(example.splitlines()) <= 8, example
    assert re.fullmatch(rb"-?\d+\.\d+\n", run(compile_c(work, "readme", example, *cnn.flags(), compiler=("gcc", "-Wall", "-Werror"))))
    tiny = re.sub(r"\breturn puts\((.*?)\), 1;|\bprintf\(.*?\);", "return 1;", example)
    for link in ("gcc", "static"):
        program = compile_c(work, "tiny", tiny.replace("return 1;\n  cnn_destroy", "cnn_destroy"), *cnn.flags(), compiler=(LINKS[link]))
        empty = compile_c(work, "empty", "int main(void) { return 0; }\n", compiler=(LINKS[link]))
        more = text_and_data(program) - text_and_data(empty) - cnn.made["weight_bytes"]
        print(f"cnn.graph, {link}: {more} bytes beyond an empty program, the weights ({cnn.made['weight_bytes']} bytes) apart")
        assert 0 < more <= 100 * 1024

    # Several models in one program, those that have their runtime in them and those that share one; with aic.h, in both orders.
    for first, second in (("aic.h", "cnn.h"), ("cnn.h", "aic.h")):
        two = compile_c(work, "two", f'#include "{first}"\n#include "{second}"\n#include "mlp.h"\n#include "lstm.h"\n' + """
#include <stdio.h>
int main(void) {
  static cnn_inputs a;
  static cnn_outputs b;
  static mlp_inputs c;
  static mlp_outputs d;
  cnn* one;
  mlp* other;
  lstm* third;
  if (cnn_create(&one) || mlp_create(&other) || lstm_create(&third) || cnn_run(one, &a, &b) || mlp_run(other, &c, &d))
    return 1;
  /* Messages are each runtime's own. */
  if (mlp_run(other, NULL, &d) != AIC_INVALID_ARGUMENT || cnn_run(NULL, &a, &b) != AIC_INVALID_ARGUMENT)
    return 2;
  puts(mlp_last_error());
  puts(cnn_last_error());
  /* An instance of another model. */
  if (cnn_run((cnn*)third, &a, &b) != AIC_INVALID_ARGUMENT)
    return 3;
  puts(cnn_last_error());
  cnn_destroy(one);
  mlp_destroy(other);
  lstm_destroy(third);
  return 0;
}
""", f"-I{TOP}/runtime", *mlp.flags(False), *cnn.flags(), *lstm.flags())
        assert run(two).decode().splitlines() == ["mlp: inputs is NULL", "cnn: the instance is NULL", "cnn: this instance is of another model"]

    # A shared library of it shows what the header says and nothing else.
    run("gcc", "-shared", "-o", f"{work}/shared.so", "-Wl,--whole-archive", f"{mlp.folder}/libmlp.a", "-Wl,--no-whole-archive")
    shown = {line.split()[-1] for line in run("nm", "-D", "--defined-only", f"{work}/shared.so").decode().splitlines()}
    assert shown == {f"mlp_{f}" for f in ("create", "create_in", "destroy", "last_error", "run", "run_with")}, shown

    # Failures, and memory of the caller's: malloc counts, and has none.
    shutil.copy(f"{HERE}/Inputs/failures.c", f"{work}/failures.c")
    for link in ("gcc", "clang"):
        run(*LINKS[link], f"{work}/failures.c", *odd.flags(), "-Wl,--wrap=malloc", "-o", f"{work}/failures")
        print(run(f"{work}/failures").decode(), end="")

    # C++.
    shutil.copy(f"{HERE}/Inputs/spans.cpp", f"{work}/spans.cpp")
    for compiler in ("g++", "clang++-22"):
        run(compiler, "-std=c++20", *STRICT, f"{work}/spans.cpp", *odd.flags(), *lstm.flags(), "-o", f"{work}/spans")
        run(f"{work}/spans")

    # A CPU that no machine is: four operands (Bulldozer), which no CPU had after 2017.
    old = Library(work, "old", f"{TOP}/examples/mlp.graph", "--weights", "random:1", "--target-cpu", "bdver4", library=["--name", "old"])
    said = run(compile_c(work, "cpu", '#include "old.h"\n#include <stdio.h>\nint main(void) {\n  old* model;\n  int status = old_create(&model);\n'
                                      '  printf("%d %d %s\\n", status, model == NULL, old_last_error());\n  return 0;\n}\n', *old.flags())).decode()
    assert re.fullmatch(r"4 1 old: was compiled for bdver4 and needs \w+, which this CPU does not have\n", said), said


if __name__ == "__main__":
    main()
