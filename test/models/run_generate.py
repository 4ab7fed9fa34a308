#!/usr/bin/python3
"""`aic generate` writes what PyTorch writes, byte for byte: the whole prompt at once, in parts through a saved state, and by steps
alone.

    run_generate.py WORK_FOLDER [DRIVER]

DRIVER, lavapipe or swiftshader, runs it on Vulkan instead, the beginning of one text: these drivers are slow. Needs `aic` on the path.
"""
import json, os, subprocess, sys
import vulkan_drivers
from run_golden import HERE, aic

GRAPH = f"{HERE}/../../examples/kjv.graph"


def generate(artifact, device, *arguments):
    run = subprocess.run(["aic", "generate", artifact, "--tokenizer", "bytes", "--device", device, *arguments],
                         stdout=subprocess.PIPE)
    if run.returncode:
        sys.exit(f"aic generate {' '.join(arguments)}: exit code {run.returncode}")
    return run.stdout.decode()[:-1]


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}:\n{found}\nexpected\n{wanted}")


def main():
    work, driver = (sys.argv[1:] + [""])[:2]
    os.makedirs(work, exist_ok=True)
    device = "vulkan" if driver else "cpu"
    both, step, state = f"{work}/both.aic", f"{work}/step.aic", f"{work}/state.safetensors"
    aic("compile", GRAPH, "--target", device, "-o", both)
    aic("compile", GRAPH, "--graph", "step", "--target", device, "-o", step)
    if driver:
        vulkan_drivers.select(driver, work, validate=False)
    texts = json.load(open(f"{HERE}/golden/kjv_generate.json"))["texts"]
    for prompt, text in [(prompt, text[:24]) for prompt, text in texts[1:2]] if driver else texts:
        count = len(text)
        expect(prompt, generate(both, device, "--prompt", prompt, "-n", str(count)), text)
        expect(f"{prompt}, by steps", generate(step, device, "--prompt", prompt, "-n", str(count)), text)
        # The prompt in two parts, then the text in two: a state is any model's that has it.
        generate(both, device, "--prompt", prompt[:9], "-n", "0", "--save-state", state)
        found = generate(both, device, "--load-state", state, "--prompt", prompt[9:], "-n", "7", "--save-state", state)
        found += generate(step, device, "--load-state", state, "-n", str(count - 7))
        expect(f"{prompt}, in parts", found, text)


main()
