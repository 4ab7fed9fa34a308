#!/usr/bin/python3
"""Run every primitive and layer of the language on a device and compare each operator with the reference.

    check.py DEVICE         the graphs of Inputs/, on cpu or vulkan
    check.py --complete     all that LANGUAGE.md's tables list is used in one of them
"""
import glob, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = sorted(glob.glob(f"{HERE}/Inputs/*.graph"))


def graphs(file):
    """(name, its inputs) of each graph in the file, in `aic fmt`'s form."""
    text = re.sub(r"\s+", " ", open(file).read())
    for name, inputs in re.findall(r"graph (\w+)\( ?(.*?) ?\) ->", text):
        yield name, re.findall(r"(\w+): ", inputs)


def run(device):
    failed = 0
    for file in FILES:
        if device == "vulkan" and file.endswith("/bytes.graph"):
            continue
        for name, inputs in graphs(file):
            values = [option for seed, x in enumerate(inputs) for option in ("--input", f"{x}=random:{seed + 1}")]
            done = subprocess.run(["aic", "run", file, "--graph", name, "--weights", "random:1", "--device", device, "--check", *values],
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if done.returncode:
                failed += 1
                print(f"{os.path.basename(file)} {name}: exit code {done.returncode}\n{done.stdout}")
    return failed


def complete():
    """The names in LANGUAGE.md's tables that no graph uses as a function."""
    text = "".join(open(file).read() for file in FILES)
    rows = re.findall(r"^\| (?!primitive|function|layer|loss|optimiser|adapter|---)(.*?) \|", open(f"{HERE}/../../frontends/graph/LANGUAGE.md").read(), re.M)
    names = {name for row in rows for name in re.findall(r"[a-z_][\w.]*", row)} - {"comparisons"}
    assert len(names) > 90, "LANGUAGE.md's tables have another form"
    unused = sorted(name for name in names if not re.search(rf"(?<![\w.]){re.escape(name)}\(", text))
    for name in unused:
        print(f"{name}: no graph in Inputs/ uses it")
    return len(unused)


sys.exit(1 if (complete() if sys.argv[1] == "--complete" else run(sys.argv[1])) else 0)
