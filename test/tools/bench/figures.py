"""Fixed figures, as tools/bench/bench --json and tools/bench/sweep --json write them; and where the benchmark is."""
import copy, importlib.machinery, importlib.util, os, sys

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../.."))
sys.dont_write_bytecode = True
sys.path.append(f"{TOP}/tools/bench")


def script(name):
    """A program of tools/bench as a module."""
    loader = importlib.machinery.SourceFileLoader(f"the_{name}", f"{TOP}/tools/bench/{name}")
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def row(model, threads, cores, ours, theirs, **more):
    made = {"model": model, "threads": threads, "cores": cores, "rounds": 5, "peak_gflops": 100.0 * threads,
            "roundtrip_ns": 350.0 if cores == "far" else 90.0, "ms": {"aic": ours, "ONNX Runtime": theirs},
            "p90_ms": {"aic": 1.1 * ours, "ONNX Runtime": 1.1 * theirs}, "ratio": {"ONNX Runtime": theirs / ours},
            "percent_of_peak": 50.0}
    made.update(more)
    return made


def about():
    operators = [{"name": "conv <1&2>", "family": "contraction", "flops": 2000000, "bytes": 40000, "ms": 0.5},
                 {"name": "pool", "family": "window", "flops": 5000, "bytes": 90000, "ms": 0.1},
                 {"name": "copy", "family": "copy", "flops": 0, "bytes": 90000, "ms": 0.1}]
    return {"compile_s": 1.5, "file_bytes": 46900000, "off": {"aic": 1e-6, "ONNX Runtime": 2e-6}, "flops": 2005000,
            "bandwidth": {"1": {"L3": 70.0, "DRAM": 20.0}, "2": {"L3": 140.0, "DRAM": 35.0}},
            "operators": {"1": operators, "2": operators}}


def bench():
    return copy.deepcopy({
        "date": "2026-11-30", "machine": {"cpu": "Some CPU, AVX-512", "cpus": 2, "caches": {"L1": 32 << 10, "L2": 1 << 20, "L3": 32 << 20},
                                          "kernel": "Linux 6"},
        "versions": {"aic": "abcdef", "ONNX Runtime": "1.30.0"}, "real_time_priority": True, "seconds": 0.25,
        "rows": [row("resnet18", 1, "any", 10.0, 18.0), row("resnet18", 2, "near", 5.2, 8.0, over_one_thread=1.92),
                 row("resnet18", 2, "far", 6.0, 8.4, over_one_thread=1.7), row("zoo/mlp", 1, "any", 0.004, 0.003),
                 row("gpt2_decode256", 1, "any", 20.0, 30.0, ms={"aic": 24.0, "ONNX Runtime": 30.0, "llama.cpp": 21.5},
                     ratio={"ONNX Runtime": 1.25, "llama.cpp": 21.5 / 24})],
        "models": {"resnet18": about(), "zoo/mlp": about(), "gpt2_decode256": about()}, "failed": {"bert": "there is <no> file"}})


def sweep():
    rows = [{"shape": f"conv {side}²×8→8 3×3", "kind": "conv", "of": "random", "threads": 1, "cores": "any", "rounds": 5, "us": 10.0 * side,
             "flops": 1000000 * side, "bytes": 50000, "gflops": 100.0, "peak_gflops": 117.0, "share": share, "bound": "FMA",
             "against_us": 12.0 * side, "ratio": ratio}
            for side, share, ratio in ((5, 0.3, 1.2), (6, 0.7, 0.9), (7, 1.9, 1.0))]
    return {"date": "2026-11-30", "machine": bench()["machine"], "versions": {"aic": "abcdef"}, "real_time_priority": False, "cold": True,
            "bandwidth": {"1": {"L1": 220.0, "L2": 110.0, "L3": 70.0, "DRAM": 20.0}}, "rows": rows}
