"""programs_test.py WORK BUILD: what the timed programs compute."""
import json, os, struct, subprocess, sys, unittest
import numpy as np
import figures
import gguf, machine, quantise, shapes, sides

sys.path.append(f"{figures.TOP}/test/models")
from cases import CASES
from run_golden import array_difference, compile_case

sweep = figures.script("sweep")
WORK, BUILD = sys.argv[1:]


class Programs(unittest.TestCase):
    def test_each_compiles_without_a_warning(self):
        for name, options in machine.PROGRAMS.items():
            done = subprocess.run(["clang-22", *options, "-Wall", "-Wextra", "-Werror", "-pthread", f"{figures.TOP}/tools/bench/{name}.c",
                                   "-o", f"{WORK}/{name}", "-ldl"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            self.assertEqual(done.returncode, 0, done.stdout)

    def test_the_probes_tell_a_number(self):
        measured = machine.Machine(first=False)
        self.assertGreater(measured.probe("bandwidth", 1, 0.1), 0)
        self.assertGreaterEqual(measured.roundtrip(), 0)
        self.assertEqual(measured.roundtrip() == 0, len(os.sched_getaffinity(0)) == 1)

    def test_our_side_computes_what_pytorch_does(self):
        golden = np.load(f"{figures.TOP}/test/models/golden/cnn.npz")
        case, artifact = CASES["cnn"], f"{WORK}/cnn.aic"
        compile_case(case, artifact)
        for key in (*case.inputs, *case.outputs):
            np.save(f"{WORK}/{key}.npy", golden[key])
        sides.write_tensors(f"{WORK}/tensors", {key: f"{WORK}/{key}.npy" for key in case.inputs},
                            {key: f"{WORK}/{key}.npy" for key in case.outputs})
        for threads in (1, 2):
            side = sides.ours(BUILD, artifact, f"{WORK}/tensors", threads, first=False)
            self.addCleanup(side.close)
            self.assertGreater(side.load_ms, 0)
            found = side.outputs(WORK, {key: golden[key] for key in case.outputs})
            self.assertLess(max(array_difference(found[key], golden[key]) for key in case.outputs), 1e-4)
            turn = side.turn(0.01)
            self.assertGreaterEqual(turn["runs"], 3)
            self.assertTrue(0 < turn["min_ms"] <= turn["median_ms"] <= turn["p90_ms"])
            said = subprocess.run(["aic", "inspect", artifact, "--json"], stdout=subprocess.PIPE, check=True).stdout
            plan = json.loads(said)["targets"][0]["dispatches"]
            operators = side.profile(0.01)
            self.assertEqual([(each["name"], each["flops"], each["bytes"]) for each in operators],
                             [(each["name"], each["flops"], each["bytes"]) for each in plan])
            self.assertTrue(all(each["ms"] > 0 for each in operators))

    def test_every_entry_of_a_sweep_is_timed(self):
        some = [shapes.Linear(3, 40, 24), shapes.Conv(8, 5, 7, 16, 3, 2, 1, 1, 1), shapes.Conv(12, 9, 9, 12, 3, 1, 1, 1, 12),
                shapes.Matmul(2, 5, 6, 7)]
        path = f"{WORK}/sweep.aic"
        sweep.compile_shapes(BUILD, some, path, "native")
        written = os.path.getmtime(path)
        sweep.compile_shapes(BUILD, some, path, "native")
        self.assertEqual(os.path.getmtime(path), written)
        side = sides.Side("aic", 2, [machine.program("sweep_kernels"), f"{BUILD}/lib/libaic_runtime.so", 2, path])
        self.addCleanup(side.close)
        for command, count in (("warm 0 4 0.001", 4), ("cold 0 4", 4), ("warm 1 2 0.001", 2), ("cold 3 1", 1)):
            times, about = side.timed(command)
            self.assertEqual(len(times), count)
            self.assertTrue(all(microseconds > 0 for microseconds in times))
            self.assertGreater(about["wall_s"], 0)
        sweep.compile_shapes(BUILD, some[:1], path, "native")
        self.assertNotEqual(os.path.getmtime(path), written)

    def test_a_list_of_tensors(self):
        arrays = {"a::b {x}": np.arange(6, dtype=np.int64).reshape(2, 3), "s": np.array(True), "n": np.zeros((0, 4), np.float32)}
        for key, array in arrays.items():
            np.save(f"{WORK}/t.{key}.npy", array)
        sides.write_tensors(f"{WORK}/list", {key: f"{WORK}/t.{key}.npy" for key in arrays}, {})
        with open(f"{WORK}/list") as file:
            lines = [[*fields.split(), name, path] for fields, name, path in (line.rstrip("\n").split("\t") for line in file)]
        self.assertEqual([line[:3] + line[4:-1] for line in lines], [
            ["input", "i8", "48", "2", "2", "3", "a::b {x}"], ["input", "b1", "1", "0", "s"], ["input", "f4", "0", "2", "0", "4", "n"]])
        with open(lines[0][-1], "rb") as file:
            file.seek(int(lines[0][3]))
            self.assertEqual(file.read(), arrays["a::b {x}"].tobytes())


class Quantised(unittest.TestCase):
    def test_both_kinds_compute_what_the_floats_do(self):
        import onnx
        from onnx import helper, numpy_helper
        rng = np.random.default_rng(1)
        weight, bias = rng.standard_normal((8, 3, 3, 3)).astype(np.float32), rng.standard_normal(8).astype(np.float32)
        x = rng.standard_normal((1, 3, 9, 9)).astype(np.float32)
        np.save(f"{WORK}/quantised.x.npy", x)
        value = lambda name, shape: helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)
        nodes = [helper.make_node("Conv", ["x", "w", "b"], ["c"], pads=[1, 1, 1, 1]), helper.make_node("Sigmoid", ["c"], ["s"]),
                 helper.make_node("Mul", ["c", "s"], ["y"])]

        def result(written, name):
            graph = helper.make_graph(written.nodes if written else nodes, "g", [value("x", x.shape)], [value("y", (1, 8, 9, 9))],
                                      list(written.constants.values()) if written else
                                      [numpy_helper.from_array(weight, "w"), numpy_helper.from_array(bias, "b")])
            model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
            if name == "dynamic":
                model.graph.initializer.append(numpy_helper.from_array(bias, "b"))
            onnx.save(model, f"{WORK}/{name}.onnx")
            subprocess.run(["aic", "run", f"{WORK}/{name}.onnx", "--input", f"x={WORK}/quantised.x.npy", "--output", f"y={WORK}/{name}.npy"],
                           check=True, stdout=subprocess.DEVNULL)
            return model, np.load(f"{WORK}/{name}.npy")

        model, wanted = result(None, "float")
        ranges = {"x": (float(x.min()), float(x.max())), "c": (-16.0, 16.0), "s": (0.0, 1.0)}
        for name, written in (("static", quantise.static(model, ranges)), ("dynamic", quantise.dynamic(model))):
            kinds = {node.op_type for node in written.nodes}
            self.assertTrue({"static": {"QuantizeLinear", "DequantizeLinear"}, "dynamic": {"ConvInteger"}}[name] <= kinds, kinds)
            off = array_difference(result(written, name)[1], wanted)
            self.assertTrue(1e-4 < off < 0.02, off)  # of 255 steps


class Gguf(unittest.TestCase):
    def test_a_small_gpt2(self):
        """Read back as GGUF's specification says."""
        rng = np.random.default_rng(1)
        parameters = {"wte.weight": rng.random((11, 64)), "wpe.weight": rng.random((5, 64)),
                      "ln_f.weight": rng.random(64), "ln_f.bias": rng.random(64)}
        for key, shape in (("ln_1", 64), ("ln_2", 64), ("attn.c_attn", (64, 192)), ("attn.c_proj", (64, 64)),
                           ("mlp.c_fc", (64, 256)), ("mlp.c_proj", (256, 64))):
            parameters[f"h.0.{key}.weight"] = rng.random(shape)
            parameters[f"h.0.{key}.bias"] = rng.random(shape if isinstance(shape, int) else shape[1])
        parameters = {key: value.astype(np.float32) for key, value in parameters.items()}
        gguf.write_gpt2(f"{WORK}/small.gguf", parameters)
        with open(f"{WORK}/small.gguf", "rb") as file:
            data = file.read()
        self.assertEqual(data[:8], b"GGUF" + struct.pack("<I", 3))
        tensors, values = struct.unpack_from("<QQ", data, 8)
        at = 24

        def take(form):
            nonlocal at
            found = struct.unpack_from(form, data, at)
            at += struct.calcsize(form)
            return found[0] if len(found) == 1 else found

        def string():
            nonlocal at
            length = take("<Q")
            at += length
            return data[at - length:at].decode()

        facts = {}
        for _ in range(values):
            key = string()
            kind = take("<I")
            facts[key] = {4: lambda: take("<I"), 6: lambda: take("<f"), 8: string}[kind]()
        kept = {key: facts[f"gpt2.{key}"] for key in ("block_count", "embedding_length", "vocab_size", "attention.head_count")}
        self.assertEqual(kept, {"block_count": 1, "embedding_length": 64, "vocab_size": 11, "attention.head_count": 1})
        self.assertEqual(facts["general.architecture"], "gpt2")
        table = {}
        for _ in range(tensors):
            name = string()
            rank = take("<I")
            shape = [take("<Q") for _ in range(rank)][::-1]
            self.assertEqual(take("<I"), 0)  # f32
            table[name] = shape, take("<Q")
        begin = -(-at // 32) * 32
        read = lambda name: np.frombuffer(data, "<f4", int(np.prod(table[name][0])), begin + table[name][1]).reshape(table[name][0])
        np.testing.assert_array_equal(read("token_embd.weight"), parameters["wte.weight"])
        np.testing.assert_array_equal(read("blk.0.ffn_up.weight"), parameters["h.0.mlp.c_fc.weight"].T)
        np.testing.assert_array_equal(read("blk.0.attn_qkv.bias"), parameters["h.0.attn.c_attn.bias"])
        np.testing.assert_array_equal(read("output_norm.bias"), parameters["ln_f.bias"])
        self.assertEqual(len(table), 4 + 12)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
