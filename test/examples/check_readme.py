#!/usr/bin/python3
"""The README's C program, taken out of the README, compiles with a C compiler alone and prints what numpy computes; its lines of
Python give PyTorch's answer.

    check_readme.py WORK_FOLDER BUILD_FOLDER
"""
import os, re, subprocess, sys
import numpy as np

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
sys.path.append(f"{TOP}/test/models")
from random_weights import parameter


def blocks(readme, language, count=1):
    """The fenced blocks in this language, which are so many."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", readme, re.S | re.M)
    assert len(found) == count, f"{len(found)} blocks of {language} in the README"
    return found


def main():
    work, build = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    readme = open(f"{TOP}/README.md").read()
    (program, _), (model, stream), (python,) = blocks(readme, "c", 2), blocks(readme, "graph", 2), blocks(readme, "python")
    # The other program in C is of a library: test/library has it.
    assert program == open(f"{TOP}/examples/run.c").read(), "the README's program is not examples/run.c"
    assert len(program.splitlines()) <= 20
    assert model == open(f"{TOP}/examples/cnn.graph").read(), "the README's model is not examples/cnn.graph"
    assert len(model.splitlines()) <= 10
    assert stream in open(f"{TOP}/examples/lstm.graph").read(), "the README's stream is not that of examples/lstm.graph"

    with open(f"{work}/run.c", "w") as f:
        f.write(program)
    subprocess.run(["aic", "compile", f"{TOP}/examples/mlp.graph", "--weights", "random:1", "-o", f"{work}/mlp.aic"], check=True)
    subprocess.run(["clang-22", "-std=c99", "-Wall", "-Wextra", "-Werror", f"-I{TOP}/runtime", f"{work}/run.c", f"-L{build}/lib",
                    "-laic_runtime", f"-Wl,-rpath,{build}/lib", "-o", f"{work}/run"], check=True)
    said = subprocess.run([f"{work}/run", f"{work}/mlp.aic"], check=True, stdout=subprocess.PIPE, text=True).stdout

    x = np.array([1, -1, 0.5, 2, 0, 1, -2, 3])
    h = np.maximum(parameter(1, "fc1.weight", (10, 8)) @ x + parameter(1, "fc1.bias", (10,)), 0)
    y = 1 / (1 + np.exp(-(parameter(1, "fc2.weight", (1, 10)) @ h + parameter(1, "fc2.bias", (1,)))))
    print(f"the program: {said.strip()}; numpy: {y[0]:.6f}")
    assert abs(float(said) - y[0]) <= 2e-6

    # The lines for Python run as they stand, from the top of the tree.
    lines = python + "print(logits.argmax())\n"
    picture = 'import sys; sys.path.append("tools"); import fashion_mnist; picture = fashion_mnist.network_input(fashion_mnist.pictures("t10k")[:1])\n'
    said = subprocess.run([sys.executable, "-c", picture + lines], cwd=TOP, env={**os.environ, "PYTHONPATH": "runtime/python"}, check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    theirs = open(f"{TOP}/examples/fashion_mnist/cnn.labels", "rb").read(1)[0]
    print(f"from Python: class {said.strip()}; PyTorch: class {theirs}")
    assert int(said) == theirs

    refused = subprocess.run([f"{work}/run", f"{work}/run.c"], stderr=subprocess.PIPE, text=True)
    assert refused.returncode == 1 and "run.c" in refused.stderr, refused
    print(f"on a file that is no model: {refused.stderr.strip()}")


if __name__ == "__main__":
    main()
