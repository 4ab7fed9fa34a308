"""What the machine is, and what it gives right now: the FMA peak, the bandwidths, how far apart its cores are."""
import hashlib, os, platform, subprocess, sys, time
from peers import HERE, PEERS

TOP = os.path.abspath(f"{HERE}/../..")
NEAR = 200  # ns: a cache line there and back is below that where the cores share a last cache, some 350 where they do not
PRIORITY = 50
MINUTE = 60  # seconds

PROGRAMS = {
    "peak": ["-O3", "-march=native"],
    "bandwidth": ["-O3", "-march=native"],
    "roundtrip": ["-O2"],
    "side_aic": ["-O2"],
    "sweep_kernels": ["-O2"],
    "side_onnxruntime": ["-O2"],
}


def cpu_line(key):
    with open("/proc/cpuinfo") as file:
        return next((line.split(":", 1)[1].strip() for line in file if line.startswith(key)), "")


def program(name):
    """The path of a C program of this folder, compiled where it is older than its source or for another CPU."""
    folder = f"{PEERS}/bin-{hashlib.sha256(cpu_line('flags').encode()).hexdigest()[:12]}"
    os.makedirs(folder, exist_ok=True)
    path = f"{folder}/{name}"
    sources = [f"{HERE}/{file}" for file in (f"{name}.c", "side.h", "library.h")] + [f"{TOP}/runtime/aic.h"]
    if not os.path.exists(path) or os.path.getmtime(path) < max(map(os.path.getmtime, sources)):
        command = ["clang-22", *PROGRAMS[name], "-pthread", f"{HERE}/{name}.c", "-o", f"{path}.part", "-ldl"]
        if subprocess.run(command).returncode:
            sys.exit(f"{name}.c does not compile")
        os.replace(f"{path}.part", path)
    return path


def may_be_first():
    """Whether this process may give itself and others real-time priority."""
    try:
        before = os.sched_getscheduler(0), os.sched_getparam(0)
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(PRIORITY))
        os.sched_setscheduler(0, *before)
    except PermissionError:
        return False
    return True


class Machine:
    """first: probes run at real-time priority; those are bursts of some 100 ms, none loops without an end."""

    def __init__(self, first):
        self.first = first
        self.caches = caches()
        self.read = {}  # (level, threads): (when, GB/s)

    def probe(self, name, *arguments):
        command = [program(name), *map(str, arguments)]
        if self.first:
            command = ["chrt", "-f", str(PRIORITY), *command]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(command)}: exit code {done.returncode}")
        return float(done.stdout)

    def peak(self, threads):
        """GFLOP/s."""
        time.sleep(0.06)  # let spinning workers stop
        return self.probe("peak", threads)

    def roundtrip(self):
        """ns; 0 on one CPU."""
        return self.probe("roundtrip")

    def bandwidth(self, level, threads):
        """GB/s of a level, "L1", "L2", "L3" or "DRAM", within the last minute."""
        when, found = self.read.get((level, threads), (-MINUTE, 0.0))
        if time.monotonic() - when >= MINUTE:
            found = self.probe("bandwidth", threads, block(self.caches, level, threads) / 1e6)
            self.read[level, threads] = time.monotonic(), found
        return found


def caches():
    """{level: bytes}: L1 and L2 of a core, L3 of all."""
    found, folder = {}, "/sys/devices/system/cpu/cpu0/cache"
    for index in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        read = lambda what: open(f"{folder}/{index}/{what}").read().strip() if os.path.exists(f"{folder}/{index}/{what}") else ""
        if index.startswith("index") and read("type") in ("Data", "Unified") and read("size").endswith("K"):
            found[f"L{read('level')}"] = 1024 * int(read("size")[:-1])
    return {"L1": 32 << 10, "L2": 1 << 20, "L3": 32 << 20, **found}


def block(sizes, level, threads):
    """Bytes of a block that lies in this level, spread over so many threads."""
    if level == "DRAM":
        return 8 * sizes["L3"]
    return sizes[level] / 2 if level == "L3" else sizes[level] / 2 * threads


def kind(roundtrip):
    """Whether two cores are "near" or "far"; "one" where there is but one."""
    return "one" if roundtrip == 0 else "near" if roundtrip < NEAR else "far"


def describe():
    """{what: value} for people."""
    widest = next((name for flag, name in (("avx512f", "AVX-512"), ("avx2", "AVX2")) if flag in cpu_line("flags").split()), "SSE")
    sizes = caches()
    return {"cpu": f"{cpu_line('model name')}, family {cpu_line('cpu family')} model {cpu_line('model')}, {widest}",
            "cpus": len(os.sched_getaffinity(0)), "caches": {level: sizes[level] for level in sorted(sizes)},
            "kernel": f"{platform.system()} {platform.release()}"}
