"""vulkan.py INTEGERS.graph: runs it on the CPU and on lavapipe and compares; then everything that --device can say."""
import json, os, subprocess, sys
import numpy as np

os.environ["VK_ICD_FILENAMES"] = os.environ["VK_DRIVER_FILES"] = "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json"
os.environ["XDG_CACHE_HOME"] = os.getcwd()


def aic(*arguments, code=0):
    done = subprocess.run(["aic", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == code, (arguments, done)
    return done.stdout if code == 0 else done.stderr


def save(ids):
    np.save("ids.npy", np.array(ids, np.int64))
    np.save("m.npy", np.array([True, False, True]))
    np.save("x.npy", np.array([[0.6, 0.7, 0.1], [0.9, 0.2, 0.8]], np.float32))


inputs = [option for name in ("ids", "m", "x") for option in ("--input", f"{name}={name}.npy")]
save([[1, 2, 3], [-4, 2**31 - 2, -(2**31)]])
aic("compile", sys.argv[1], "--target", "cpu,vulkan", "-o", "both.aic")
cpu = aic("run", "both.aic", "--device", "cpu", *inputs, "--output", "next=cpu.npy", "--output", "big=big.npy")
vulkan = aic("run", "both.aic", "--device", "vulkan", *inputs, "--output", "next=vulkan.npy", "--output", "big=big_v.npy")
a, b = np.load("cpu.npy"), np.load("vulkan.npy")
assert a.dtype == b.dtype == np.int64, (a.dtype, b.dtype)
assert (a[:, :1] == b[:, :1]).all() and (a[0] == b[0]).all() and b[1, 1] == 2**31 - 2, (a, b)
assert (np.load("big.npy") == np.load("big_v.npy")).all()
save([[1, 2, 3], [-4, 5, 6]])
assert aic("run", sys.argv[1], "--device", "vulkan", *inputs, "--check").startswith("2 operators agree")

save([[1, 2, 3], [-4, 2**31, 6]])
said = aic("run", "both.aic", "--device", "vulkan", *inputs, code=3)
assert "input 0 (ids): element 4 is 2147483648, which does not fit in the 32 bits" in said, said

# Nothing is computed, and still the device holds no such elements.
for element in "f64", "f16", "bf16", "i8", "u8", "i16":
    with open("copy.graph", "w") as graph:
        graph.write(f"graph copy(x: {element}[5]) -> (y: {element}[5]) {{\n  y = x\n}}\n")
    said = aic("compile", "copy.graph", "--target", "vulkan", code=3)
    assert f"copy.graph:1:12: error: unsupported on Vulkan: a copy of an input on {element} tensors" in said, said

# What leaves them later fails the run, at its place, and nothing wraps.
save([[1, 2, 3], [2**31 - 1, 5, 6]])
assert aic("run", "both.aic", "--device", "cpu", *inputs)
said = aic("run", "both.aic", "--device", "vulkan", *inputs, code=1)
assert "integers.graph:4:" in said and "an i64 leaves the 32 bits that integers have on Vulkan" in said, said

# What not every device binds is told when it is compiled, and by the one that does not.
with open("large.graph", "w") as graph:
    graph.write("graph large(x: f32[1, 1, 1200, 1600], c: f32[1, 32, 1, 1]) -> (y: f32[1, 1, 1200, 1600]) {\n"
                "  y = sum(softmax(x + c, 3), 1, keepdim=true)\n}\n")
done = subprocess.run(["aic", "compile", "large.graph", "--target", "vulkan"], capture_output=True, text=True, check=True)
assert "warning: on Vulkan a device need not bind more than 134217728 bytes" in done.stderr, done
assert "this tensor has 245760000" in done.stderr and done.stderr.count("warning") == 1, done
np.save("large.npy", np.zeros((1, 1, 1200, 1600), np.float32))
np.save("c.npy", np.zeros((1, 32, 1, 1), np.float32))
said = aic("run", "large.aic", "--device", "vulkan", "--input", "x=large.npy", "--input", "c=c.npy", code=3)
assert "large.graph:2:" in said and "a tensor of 245760000 bytes is bound at once" in said, said
assert "the largest tensor that fits has 33554432 elements of 4 bytes, 54 % of this one's" in said, said

listed = json.loads(aic("devices", "--json"))
assert [d["device"] for d in listed["devices"]] == ["cpu", "vulkan:0"] and listed["devices"][1]["usable"], listed
assert "llvmpipe" in aic("devices")
assert "there is no Vulkan device 7" in aic("run", "both.aic", "--device", "vulkan:7", *inputs, code=3)
assert "no kernel has a variant called shared" in aic("run", "both.aic", "--vulkan-variant", "shared", *inputs, code=3)
os.environ["VK_ICD_FILENAMES"] = os.environ["VK_DRIVER_FILES"] = "/nonexistent"
listed = json.loads(aic("devices", "--json"))
assert [d["device"] for d in listed["devices"]] == ["cpu"] and listed["vulkan_problem"], listed
