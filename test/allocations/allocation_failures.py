#!/usr/bin/env python3
"""Each allocation of `aic` fails once, in a process of its own: the command must end well or with a message and exit code
4 (or 1), and leave a whole file or none.

  allocation_failures.py BUILD [--step N] [--start N] [--only NAME] [--jobs N]

Of the allocations of `aic compile` for the CPU the start-th, the (start + step)-th and so on fail, of other commands a third as
many; without --start it is random and printed. --step 1 --thin 1 is all of them. The last line is "N passed, N failed"."""
import argparse
import collections
import concurrent.futures
import os
import random
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MLP = os.path.join(SOURCE, "examples", "mlp.graph")
ONNX = "/usr/share/libonnx-testdata/data/node/test_lstm_defaults/model.onnx"

# A model that repeats the last eight tokens of GPT-2's small vocabulary, for ECHO.
ECHO = os.path.join(SOURCE, "test", "tools", "aic", "Inputs", "echo.graph")
GPT2 = os.path.join(SOURCE, "test", "unit", "tokenizers", "Inputs", "gpt2")

# What is run, without `aic`; OUT is a file that it writes. Each reaches code of its own: a frontend, a target, the writer.
COMMANDS = {
    "cpu": ["compile", MLP, "--weights", "random:1", "-o", "OUT"],
    "vulkan": ["compile", MLP, "--weights", "random:1", "--target", "vulkan", "-o", "OUT"],
    "onnx": ["compile", "ONNX", "--target", "vulkan", "-o", "OUT"],
    "import": ["import", "ONNX", "-o", "OUT.graph"],
    "run": ["run", MLP, "--weights", "random:1", "--input", "random:2", "--check"],
    "generate": ["generate", "ECHO", "--tokenizer", "gpt2:" + GPT2, "--prompt", "the end of it", "-n", "3", "--save-state",
                 "OUT.safetensors"],
}


class Check:
    def __init__(self, build, folder, onnx):
        self.build, self.folder, self.onnx = build, folder, onnx
        with open(ECHO) as file, open(os.path.join(folder, "echo.graph"), "w") as graph:
            graph.write(file.read().replace("256", "1257"))
        subprocess.run([os.path.join(build, "bin", "aic"), "compile", "echo.graph"], cwd=folder, check=True)

    def run(self, name, number, environment=()):
        """The command with its number-th allocation failing: exit code, what it said, the files that it left."""
        folder = tempfile.mkdtemp(dir=self.folder)
        try:
            command = [a.replace("OUT", "out").replace("ONNX", self.onnx).replace("ECHO", os.path.join(self.folder, "echo.aic"))
                       for a in COMMANDS[name]]
            done = subprocess.run(
                [os.path.join(self.build, "bin", "aic"), *command], cwd=folder, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                env={**os.environ, **dict(environment), "AIC_FAIL_ALLOCATION": str(number),
                     "LD_PRELOAD": os.path.join(self.build, "lib", "libaic_fail_allocation.so")})
            files = {}
            for left in os.listdir(folder):
                with open(os.path.join(folder, left), "rb") as file:
                    files[left] = file.read()
            return done.returncode, done.stderr.decode(errors="replace"), files
        except subprocess.TimeoutExpired:
            return "a hang", "", {}
        finally:
            shutil.rmtree(folder)

    def count(self, name):
        """How many allocations the command makes, and the files that it writes."""
        path = os.path.join(self.folder, "count")
        code, said, files = self.run(name, 0, {"AIC_COUNT_ALLOCATIONS": path}.items())
        if code:
            sys.exit(f"{name}: exit code {code} though no allocation failed: {said}")
        with open(path) as file:
            return int(file.read()), files

    def wrong(self, name, number, whole):
        """What is wrong with the end that the command takes; empty where nothing is."""
        code, said, files = self.run(name, number)
        if code not in (0, 1, 4):
            return f"{'exit code ' if isinstance(code, int) else ''}{code}: {said.strip()[-300:]}"
        if code and "error: " not in said:
            return f"exit code {code} without a message"
        for left, content in files.items():
            if content != whole.get(left):
                return f"exit code {code}, and {left} is left with {len(content)} bytes, not what it should hold"
        if not code and len(files) != len(whole):
            return "exit code 0 without the file"
        return ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--step", type=int, default=100)
    parser.add_argument("--thin", type=int, default=3, help="by how much the others are thinner")
    parser.add_argument("--start", type=int)
    parser.add_argument("--only", choices=COMMANDS)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    start = options.start or random.randint(1, options.step)
    print(f"--step {options.step} --thin {options.thin} --start {start}")
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        check = Check(os.path.abspath(options.build), folder, ONNX)
        for name in [options.only] if options.only else COMMANDS:
            total, whole = check.count(name)
            numbers = range(start, total + 1, options.step * (1 if name == "cpu" else options.thin))
            faults = collections.OrderedDict()  # what was wrong: the numbers with which it was
            for number, wrong in zip(numbers, pool.map(lambda n: check.wrong(name, n, whole), numbers)):
                if wrong:
                    faults.setdefault(wrong, []).append(number)
            wrong = sum(map(len, faults.values()))
            passed, failed = passed + len(numbers) - wrong, failed + wrong
            print(f"{name}: {total} allocations, {len(numbers)} let fail, {wrong} ended badly")
            for what, which in faults.items():
                print(f"  FAILED: {name}, allocation {', '.join(map(str, which[:20]))}: {what}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
