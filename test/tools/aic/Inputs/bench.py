"""Reads the JSON of `aic bench --profile --json` on mlp.graph from stdin and checks that its numbers fit together."""
import json
import sys

b = json.load(sys.stdin)
assert b["threads"] == 2 and b["runs"] > 0
assert 0 < b["min_ms"] <= b["median_ms"] <= b["p90_ms"]
assert b["flops"] >= 2 * (2 * 3 * 5 + 2 * 5 * 4), b["flops"]
assert abs(b["gflops"] - b["flops"] / b["median_ms"] / 1e6) <= 1e-6 * b["gflops"]
assert 1 < b["peak_gflops_min"] <= b["peak_gflops"] <= b["peak_gflops_max"] < 1e5
assert abs(b["percent_of_peak"] - 100 * b["gflops"] / b["peak_gflops"]) < 1e-6
assert b["weight_bytes"] >= 4 * (15 + 5 + 20 + 4) and b["arena_bytes"] >= 2 * 5 * 4
operators = b["operators"]
assert operators and abs(sum(o["share_percent"] for o in operators) - 100) < 0.1
assert sum(o["flops"] for o in operators) == b["flops"]
assert all(o["ms"] > 0 and o["family"] and "mlp.graph:" in o["location"] for o in operators)
