"""Reads the JSON of `aic inspect --json` on all.aic or c.aic (the argument says which) from stdin and checks it."""
import json
import sys

d = json.load(sys.stdin)
t = d["targets"][0]
by_name = {e["entry"]: e for e in t["entries"]}
if sys.argv[1] == "all":
    assert [(e["name"], e["dims"]) for e in d["entries"]] == [("mlp", {"N": 2}), ("mlp", {"N": 5}), ("pair", {})], d
    assert d["entries"][1]["inputs"] == [{"name": "x", "type": "f32", "shape": [5, 3], "bytes": 60}]
    assert d["states"] == [] and list(by_name) == ["mlp[N=2]", "mlp[N=5]", "pair"]
    # Both sizes read all the weights there are; sizes have kernels of their own.
    assert t["shared_weight_bytes"] >= 4 * (15 + 5 + 20 + 4) and t["shared_weight_bytes"] <= d["weight_bytes"]
    assert t["dispatches"] == by_name["mlp[N=2]"]["dispatches"] and d["inputs"] == d["entries"][0]["inputs"]
    reads = lambda e: {b["offset"] for x in by_name[e]["dispatches"] for b in x["bindings"] if b["kind"] == "weights"}
    assert reads("mlp[N=2]") & reads("mlp[N=5]") and not reads("pair")
elif sys.argv[1] == "five":
    assert [e["dims"] for e in d["entries"]] == [{"N": 5}] and list(by_name) == ["mlp[N=5]"]
    assert d["inputs"][0]["shape"] == [5, 3] and t["dispatches"] == by_name["mlp[N=5]"]["dispatches"]
else:
    assert [e["name"] for e in d["entries"]] == ["fill", "step", "peek"]
    memory, runs = d["states"]
    assert memory == {"name": "memory", "type": "f32", "shape": [8], "bytes": 32, "from_weights": False,
                      "first_values": [0] * 8}, memory
    assert runs["shape"] == [] and runs["first_values"] == [10]
    # An update writes its slice alone; who only looks writes nothing.
    assert [by_name[e]["state_bytes_written"] for e in ("fill", "step", "peek")] == [12, 8, 0], by_name
    states = [b for x in by_name["peek"]["dispatches"] for b in x["bindings"] if b["kind"] == "state"]
    assert [(b["state"], b["write"]) for b in states] == [("memory", False)]
