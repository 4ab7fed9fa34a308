"""The programs that are compared: each is a process that loads a model once and is then asked for short turns (side.h)."""
import glob, json, os, struct, subprocess, sys, time
import numpy as np
from machine import PRIORITY, TOP, program
from peers import HERE, PEERS

TICKS = os.sysconf("SC_CLK_TCK")
LLAMA = f"{PEERS}/pkg/llama/package/bins/linux-x64"


def data_offset(path):
    """Where an .npy file's elements begin."""
    with open(path, "rb") as file:
        head = file.read(12)
    return 10 + struct.unpack("<H", head[8:10])[0] if head[6] == 1 else 12 + struct.unpack("<I", head[8:12])[0]


def write_tensors(path, inputs, outputs):
    """The list that side.h reads; inputs and outputs: {name: file.npy}."""
    with open(path, "w") as file:
        for what, tensors in (("input", inputs), ("output", outputs)):
            for name, source in tensors.items():
                array = np.load(source, mmap_mode="r")
                if array.ndim and not array.flags.c_contiguous:
                    sys.exit(f"{source} is not in row-major order")
                if set(name + source) & set("\t\n") or not name:
                    sys.exit(f"{name}: no name that the list can hold")
                shape = "".join(f" {size}" for size in array.shape)
                offset, path = (data_offset(source), source) if what == "input" else (0, "-")
                file.write(f"{what} {array.dtype.str[1:]} {array.nbytes} {offset} {array.ndim}{shape}\t{name}\t{path}\n")



def cpu_seconds():
    """All processes' CPU seconds and stolen ones."""
    with open("/proc/stat") as file:
        user, nice, system, _, _, irq, softirq, steal = map(int, file.readline().split()[1:9])
    return (user + nice + system + irq + softirq + steal) / TICKS


class Failed(Exception):
    """A model cannot be measured; the others can."""


class Side:
    def __init__(self, label, threads, command, first=False, **options):
        self.label, self.threads, self.first, self.command = label, threads, first, command
        self.process = subprocess.Popen(list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options)
        self.load_ms = self.answer()["load_ms"]

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise Failed(f"{' '.join(map(str, self.command))}: exit code {self.process.wait()}")
        return json.loads(line)

    def ask(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return self.answer()

    def own_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def prefer(self, first):
        """Real-time priority for all its threads, or none."""
        policy, level = (os.SCHED_FIFO, PRIORITY) if first else (os.SCHED_OTHER, 0)
        for thread in os.listdir(f"/proc/{self.process.pid}/task"):
            try:
                os.sched_setscheduler(int(thread), policy, os.sched_param(level))
            except ProcessLookupError:  # it has just ended
                pass

    def timed(self, command):
        """(what it answers, {"wall_s", "others_s": the CPU seconds that other processes had meanwhile}), at the priority that it has."""
        if self.first:
            self.prefer(True)
        busy, own, begin = cpu_seconds(), self.own_seconds(), time.perf_counter()
        found = self.ask(command)
        about = {"wall_s": time.perf_counter() - begin, "others_s": max(0.0, cpu_seconds() - busy - (self.own_seconds() - own))}
        if self.first:
            self.prefer(False)
        return found, about

    def turn(self, seconds):
        """Its times in a turn of so long, and how the turn went."""
        found, about = self.timed(f"time {seconds}")
        return {**found, **about}

    def outputs(self, work, wanted):
        """{name: array} that it computes; wanted: {name: array of that shape and type}."""
        path = f"{work}/{os.getpid()}.outputs"
        self.ask(f"save {path}")
        found, offset = {}, 0
        data = np.fromfile(path, np.uint8)
        os.remove(path)
        for name, array in wanted.items():
            found[name] = data[offset:offset + array.nbytes].view(array.dtype).reshape(array.shape)
            offset += array.nbytes
        return found

    def profile(self, seconds):
        return self.ask(f"profile {seconds}")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def ours(build, artifact, tensors, threads, first, label="aic"):
    """aic on the runtime of a build."""
    return Side(label, threads, [program("side_aic"), f"{build}/lib/libaic_runtime.so", threads, tensors, artifact], first)


def onnxruntime_library():
    """The path, or none where it is not installed."""
    found = glob.glob(f"{PEERS}/npm/node_modules/onnxruntime-node/bin/napi-v*/linux/x64/libonnxruntime.so.1")
    return found[-1] if found else None


def onnxruntime(model, tensors, threads, first):
    library = onnxruntime_library()
    if not library:
        sys.exit("ONNX Runtime is missing: run tools/bench/setup")
    return Side("ONNX Runtime", threads, [program("side_onnxruntime"), library, threads, tensors, model], first)


def has_llama():
    return os.path.exists(f"{LLAMA}/libllama.v0.4.0.so")


def llama(model, what, tensors, threads, first):
    """what: "prefill", or "decode" at the position of the inputs' caches."""
    return Side("llama.cpp", threads, ["/usr/bin/python3", f"{HERE}/side_llama.py", LLAMA, threads, tensors, model, what], first)


def versions():
    """{program: its version} of all that are installed."""
    found = {}
    done = subprocess.run(["git", "-C", TOP, "log", "-1", "--format=%h, %cs"], stdout=subprocess.PIPE, text=True)
    changed = subprocess.run(["git", "-C", TOP, "status", "--porcelain", "--untracked-files=no"], stdout=subprocess.PIPE, text=True)
    found["aic"] = done.stdout.strip() + (", with changes" if changed.stdout.strip() else "")
    for name, path in (("ONNX Runtime", f"{PEERS}/npm/node_modules/onnxruntime-node/package.json"),
                       ("llama.cpp", f"{PEERS}/pkg/llama/package/package.json")):
        if os.path.exists(path):
            with open(path) as file:
                about = json.load(file)
            found[name] = about["version"] if name == "ONNX Runtime" else f"of {about['name']} {about['version']}"
    return found
