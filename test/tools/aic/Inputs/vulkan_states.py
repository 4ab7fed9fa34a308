"""vulkan_states.py CACHE.graph: entries and states on lavapipe. A state saved on one device goes on on the other."""
import json, os, subprocess, sys
import numpy as np

os.environ["VK_ICD_FILENAMES"] = os.environ["VK_DRIVER_FILES"] = "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json"
os.environ["XDG_CACHE_HOME"] = os.getcwd()


def aic(*arguments, code=0):
    done = subprocess.run(["aic", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == code, (arguments, done)
    return done.stdout if code == 0 else done.stderr


def step(device, x, position, *more, code=0):
    np.save("x.npy", np.array([x], np.float32))
    np.save("p.npy", np.array(position))
    said = aic("run", "both.aic", "--device", device, "--entry", "step", "--input", "x=x.npy", "--input",
               "position=p.npy", "--json", *more, code=code)
    return {o["name"]: o["values"] for o in json.loads(said)["outputs"]} if code == 0 else said


aic("compile", sys.argv[1], "--graph", "all", "--target", "cpu,vulkan", "-o", "both.aic")
assert step("vulkan", 5, 2, "--save-state", "s.safetensors") == {"sum": [5], "count": [11]}
assert step("cpu", 7, 3, "--load-state", "s.safetensors", "--save-state", "t.safetensors") == {"sum": [12], "count": [12]}
assert step("vulkan", 1, 2, "--load-state", "t.safetensors", "--save-state", "t.safetensors") == {"sum": [8], "count": [13]}
said = step("vulkan", 1, 8, "--load-state", "t.safetensors", "--save-state", "no.safetensors", code=1)
assert "cache.graph:11:" in said and "out of range" in said, said
assert not os.path.exists("no.safetensors")
said = aic("run", sys.argv[1], "--graph", "all", "--device", "vulkan", "--input", "x=random:1", "--input",
           "position=random:3", "--steps", "4", "--check")
assert " of 3 entries and 2 states agree with the reference in each of 4 steps" in said, said
described = json.loads(aic("inspect", "both.aic", "--json"))
assert [[e["state_bytes_written"] for e in t["entries"]] for t in described["targets"]] == [[12, 8, 0]] * 2, described
measured = aic("bench", "both.aic", "--device", "vulkan", "--entry", "peek", "--seconds", "0.05")
assert measured.startswith("both.aic (peek) on llvmpipe") and "barrier" not in measured, measured
