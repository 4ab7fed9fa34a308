"""Models, sessions, entries and states, against PyTorch's goldens."""
import gc, os, threading, unittest, weakref
import numpy as np
from models import COUNTER, TOP, compiled
import aic
import run_golden
from cases import CASES, TOLERANCE


def golden_model(name, **options):
    case = CASES[name]
    return aic.compile(f"{TOP}/examples/{case.graph}", graph=case.entry, dims=case.dims, weights=f"random:{case.seed}", **options)


class Goldens(unittest.TestCase):
    def check(self, name):
        case, golden = CASES[name], np.load(f"{TOP}/test/models/golden/{name}.npz")
        with golden_model(name) as model:
            inputs = {name: golden[name] for name in case.inputs}
            outputs = []
            for threads in (1, 2):
                with model.session(threads=threads, device="cpu") as session:
                    self.assertEqual((session.info.threads, session.info.device), (threads, "cpu"))
                    outputs.append(session.run(**inputs))
            self.assertLessEqual(run_golden.difference(case, outputs[0], golden), TOLERANCE)
            outputs.append(model.run(inputs))
            for other in outputs[1:]:
                self.assertTrue(run_golden.same_bits(outputs[0], other))

    def test_mlp(self):
        self.check("mlp_batch3")

    def test_cnn(self):
        self.check("cnn_batch3")

    def test_lstm(self):
        self.check("lstm_7_batch3")

    def test_two_inputs(self):
        self.check("decoder_layer_33_18_batch2")


class Sizes(unittest.TestCase):
    """A stream in pieces of 3 and of 1: PyTorch's logits of the whole; a run takes the size of what it is given."""

    def test_stream(self):
        case, golden = CASES["lstm_7_batch3"], np.load(f"{TOP}/test/models/golden/lstm_7_batch3.npz")
        model = aic.compile(f"{TOP}/examples/lstm.graph", graph="lstm_stream", dims={"N": 3, "T": (1, 3)}, weights=f"random:{case.seed}")
        self.assertEqual([entry.label for entry in model.entries], ["lstm_stream[N=3,T=1]", "lstm_stream[N=3,T=3]"])
        self.assertEqual((list(model), len(model), [state.name for state in model.states.tensors]), (["lstm_stream"], 1, ["h", "c"]))
        x = golden["x"]
        for session in (model, model.session(threads=1)):
            for begin, end in ((0, 3), (3, 4), (4, 7)):
                logits = session.run(np.ascontiguousarray(x[:, begin:end])).logits
                if begin == 3:
                    saved, h = session.states.save(), session.states["h"]
            off = np.abs(logits - golden["logits"]).max() / np.abs(golden["logits"]).max()
            self.assertLessEqual(off, TOLERANCE)
            self.assertFalse(np.array_equal(h, session.states["h"]))
            other = model.session(threads=2)
            other.states.load(bytearray(saved))
            np.testing.assert_array_equal(other.states["h"], h)
            self.assertEqual(other["lstm_stream[T=3]"].run(x=x[:, 4:]).logits.tobytes(), logits.tobytes())
        self.assertEqual(len(model["lstm_stream"].entries), 2)
        self.assertEqual(len(model["lstm_stream[N=3]"].entries), 2)
        self.assertEqual(model["lstm_stream[T=1,N=3]"].entries, (model.entries[0],))
        with self.assertRaisesRegex(ValueError, r"no size for x: f32\[3, 2, 64\]; it has lstm_stream\[N=3,T=1\]\(x: f32\[3, 1, 64\]\)"):
            model.run(x[:, :2])
        with self.assertRaisesRegex(ValueError, r"^x: f32\[3, 3, 64\]: given is f32\[3, 1, 64\]$"):
            model["lstm_stream[T=3]"].run(x[:, :1])
        for name in ("lstm", "lstm_stream[T=2]", "lstm_stream[Q=1]", "lstm_stream[]", "lstm_stream[T=3"):
            self.assertNotIn(name, model)
            with self.assertRaisesRegex(KeyError, r"there is no entry .*: there are lstm_stream\[N=3,T=1\], lstm_stream\[N=3,T=3\]"):
                model[name]
        self.assertIn("lstm_stream[T=3]", model)
        self.assertNotIn(0, model)


class States(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.table = np.arange(12, dtype="f4").reshape(4, 3)
        cls.model = compiled(COUNTER, graph="all", dims={"T": [1, 2]}, weights={"table.weight": cls.table})

    def test_read_write_reset(self):
        session = self.model.session(threads=1)
        counter, states = session["counter"], session.states
        self.assertEqual((list(states), len(states)), (["total", "memory"], 2))
        self.assertEqual(str(states.tensors[0]), "total: f32[2]")
        np.testing.assert_array_equal(counter.run([1, 1]).row, self.table[2:3])
        np.testing.assert_array_equal(states["total"], [1, 1])
        states["total"] = [1, 0]
        np.testing.assert_array_equal(counter.run(x=[0, 0]).row, self.table[1:2])
        session["keep"].run([[1, 2], [3, 4]], [2])
        np.testing.assert_array_equal(states["memory"], [4, 6])
        states.reset("total")
        np.testing.assert_array_equal(states["total"], [0, 0])
        np.testing.assert_array_equal(states["memory"], [4, 6])
        states.reset()
        np.testing.assert_array_equal(states["memory"], [0, 0])
        self.assertIn("total", states)
        self.assertNotIn("x", states)

    def test_a_session_keeps_its_own(self):
        one, other = self.model.session(), self.model.session()
        one["counter"].run([1, 0])
        np.testing.assert_array_equal(other.states["total"], [0, 0])
        np.testing.assert_array_equal(one.states["total"], [1, 0])

    def test_names_that_a_mapping_has(self):
        outputs = self.model["keep"].run([[1, 2]], [3])
        np.testing.assert_array_equal(outputs["y"], [[3, 6]])
        self.assertEqual(list(outputs.keys()), ["keys", "y"])
        np.testing.assert_array_equal(outputs["keys"], self.model.states["memory"])
        with self.assertRaisesRegex(TypeError, "needs items"):
            self.model["keep"].run(x=[[1, 2]])
        self.model["keep"].run(items=[1], x=[[1, 2]])

    def test_lost(self):
        session = self.model.session(threads=1)
        saved = session.states.save()
        with self.assertRaisesRegex(aic.KernelFailedError, r"model.graph:5:9: .*an index is out of range") as caught:
            session.run([3, 1])
        self.assertEqual((caught.exception.status, caught.exception.status_name), (7, "AIC_KERNEL_FAILED"))
        for what in (lambda: session.run([0, 0]), lambda: session.states["total"], session.states.save):
            with self.assertRaisesRegex(aic.StateLostError, "2 of 2 are lost"):
                what()
        session.states.load(saved)
        session.run([0, 0])
        self.assertRaises(aic.KernelFailedError, session.run, [9, 0])
        session.states.reset()
        session.run([0, 0])

    def test_what_is_refused(self):
        session, other = self.model.session(), compiled("graph other(x: f32[2]) -> (y: f32[2]) {\n  state total: f32[2] = zeros\n  y = x + total\n  total = y\n}\n")
        saved = session.states.save()
        for what in (lambda: session.states["x"], lambda: session.states.reset("x"), lambda: session.states.__setitem__("x", 1)):
            with self.assertRaisesRegex(KeyError, "no state x: there are total, memory"):
                what()
        with self.assertRaisesRegex(ValueError, r"^total: f32\[2\]: given is f32\[3\]$"):
            session.states["total"] = np.zeros(3, "f4")
        with self.assertRaisesRegex(TypeError, r"^total: f32\[2\]: given is f64\[2\]"):
            session.states["total"] = np.zeros(2)
        for bad in (b"", saved[:-1], bytes(len(saved)), saved[:-1] + bytes([saved[-1] ^ 1]), other.states.save()):
            with self.assertRaises(aic.InvalidArgumentError):
                session.states.load(bad)
        self.assertRaises(TypeError, session.states.load, "text")
        self.assertEqual(session.states.save(), saved)


class Lives(unittest.TestCase):
    """Who keeps whom."""

    def test_a_session_keeps_its_model(self):
        model = golden_model("mlp")
        session = model.session(threads=1)
        wanted = model.run(np.ones((1, 8), "f4")).y
        model.close()
        model.close()
        np.testing.assert_array_equal(session.run(np.ones((1, 8), "f4")).y, wanted)
        for what in (lambda: model.run([[1] * 8]), model.session, model.verify_weights):
            with self.assertRaisesRegex(ValueError, "the model is closed"):
                what()
        session.close()
        session.close()
        for what in (lambda: session.run([[1] * 8]), lambda: session.info, lambda: session.states.reset()):
            with self.assertRaisesRegex(ValueError, "the session is closed"):
                what()

    def test_from_memory(self):
        golden_model("mlp", output="mlp.aic").close()
        with open("mlp.aic", "rb") as file:
            data = file.read()
        wanted = aic.load("mlp.aic", verify=True).run(np.ones((1, 8), "f4")).y
        for given in (data, bytearray(data), memoryview(data)):
            with aic.load(given, threads=1) as model:
                session = model.session(threads=1)
                model.verify_weights()
            del model, given
            gc.collect()
            np.testing.assert_array_equal(session.run(np.ones((1, 8), "f4")).y, wanted)

    def test_what_nobody_has_goes(self):
        model = golden_model("mlp")
        session = model.session()
        model.run(np.ones((1, 8), "f4"))
        gone = [weakref.ref(model), weakref.ref(session)]
        closed = [model._close, model._own._close, session._close]
        del model, session
        gc.collect()
        self.assertEqual([each() for each in gone], [None, None])
        self.assertFalse(any(close.alive for close in closed))

    def test_many_threads_take_turns(self):
        model = golden_model("mlp", threads=1)
        rows = np.random.default_rng(1).normal(size=(8, 1, 8)).astype("f4")
        wanted, wrong = [model.run(row).y.copy() for row in rows], []

        def many(number):
            for _ in range(200):
                if model.run(rows[number]).y.tobytes() != wanted[number].tobytes():
                    wrong.append(number)
        threads = [threading.Thread(target=many, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_busy(self):
        session = golden_model("mlp").session(threads=1)
        with session._using():  # As another thread's run has it.
            for what in (lambda: session.run([[1] * 8]), session.close, session.states.save):
                with self.assertRaisesRegex(aic.BusyError, "the session is running") as caught:
                    what()
                self.assertEqual((caught.exception.status, caught.exception.status_name), (6, "AIC_BUSY"))
        session.run([[1] * 8])

    def test_descriptions(self):
        model = golden_model("mlp", output="mlp.aic")
        self.assertEqual(repr(model), "<aic.Model mlp.aic: mlp[N=1](x: f32[1, 8]) -> (y: f32[1, 1])>")
        self.assertEqual(repr(model["mlp"]), "<aic.Function mlp[N=1](x: f32[1, 8]) -> (y: f32[1, 1])>")
        self.assertEqual(repr(model.states), "<aic.States none>")
        self.assertEqual((model.info.producer, model.info.file_bytes), (f"aic {aic.__version__}", os.path.getsize("mlp.aic")))
        self.assertTrue(model.info.source.endswith("mlp.graph"))
        self.assertEqual((model.inputs[0].shape, model.outputs[0].nbytes, dict(model.entries[0].dims)), ((1, 8), 4, {"N": 1}))
        self.assertEqual(aic.devices()[0].id, "cpu")
        self.assertTrue(aic.devices()[0].usable)


if __name__ == "__main__":
    unittest.main()
