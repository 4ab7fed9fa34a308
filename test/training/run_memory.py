#!/usr/bin/python3
"""Compile training steps within less memory, by --memory, and run them: the bits of every loss and state are the same.

    run_memory.py WORK_FOLDER [DRIVER]     DRIVER as run_gradients.py's

What cannot be had is refused with the least that can be, and that can be had.
"""
import itertools, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f"{HERE}/../models", f"{HERE}/../../runtime/python"]
import numpy as np
import vulkan_drivers
from training_steps import SEED, STEPS, batches

import aic

# name: what it is to do with, of what it takes
PARTS = {"batch_norms": 0.85, "text": 0.8}


def compiled(name, device, work, *options):
    """The path, and what was said."""
    path = f"{work}/{name}.aic"
    done = subprocess.run(["aic", "compile", f"{HERE}/Inputs/training.graph", "--graph", name, "--weights", f"random:{SEED}",
                           "--target", device, "-o", path, *options], capture_output=True, text=True)
    return (path if done.returncode == 0 else None), done.returncode, done.stderr + done.stdout


def arena(path):
    done = subprocess.run(["aic", "inspect", "--json", path], stdout=subprocess.PIPE, text=True, check=True)
    target, = json.loads(done.stdout)["targets"]
    return target["arena_bytes"], sum(dispatch["flops"] for dispatch in target["dispatches"])


def bits(path, name, device):
    """Those of three steps' losses and of the states after them."""
    session = aic.load(path).session(threads=2, device=device)
    rate = [np.float32(STEPS[name][1])]
    losses = [session.run(*batch, *rate)["loss"] for batch in itertools.islice(batches(name), 3)]
    return np.array(losses).tobytes(), bytes(session.states.save())


def check(name, device, work):
    path, _, text = compiled(name, device, work)
    whole, flops = arena(path)
    expected = bits(path, name, device)
    limit = int(whole * PARTS[name])
    path, code, text = compiled(name, device, work, "--memory", str(limit), "--json")
    assert path, text
    less, more = arena(path)
    said = re.search(rf"{name} on {device}: ([\d,]+) bytes of memory, without --memory ([\d,]+); ([\d.]+) % of the arithmetic", text)
    assert said, text
    assert [int(number.replace(",", "")) for number in said.groups()[:2]] == [less, whole], (text, less, whole)
    assert abs(float(said[3]) - 100 * (more / flops - 1)) < 0.06, (text, flops, more)
    json_use, = json.JSONDecoder().raw_decode(text[text.index("{"):])[0]["memory"]
    assert json_use == {"entry": name, "target": device, "bytes": less, "bytes_without": whole, "flops": more, "flops_without": flops}, json_use
    assert less <= limit, (less, limit)
    assert bits(path, name, device) == expected, f"{name}: other bits within {limit} bytes"
    path, code, text = compiled(name, device, work, "--memory", "1K")
    least = int(re.search(rf"--memory 1024: '{name}' needs at least (\d+) bytes on {device}", text)[1])
    assert code == 2, (code, text)
    path, code, text = compiled(name, device, work, "--memory", str(least))
    assert path and arena(path)[0] <= least, text
    assert bits(path, name, device) == expected, f"{name}: other bits within {least} bytes"
    print(f"{name} on {device}: {whole} bytes, {less} for {100 * (more / flops - 1):.1f} % more arithmetic; {least} at least")


def main():
    work, driver = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    os.makedirs(work, exist_ok=True)
    log = vulkan_drivers.select(driver, work) if driver else None
    for name in list(PARTS)[1:] if driver else PARTS:
        check(name, "vulkan" if driver else "cpu", work)
    if driver:
        vulkan_drivers.check_silent(log)


if __name__ == "__main__":
    main()
