"""What fails in opening, making sessions and compiling: the exception, with the C library's or the compiler's message."""
import os, threading, unittest, warnings
from unittest import mock
import numpy as np
from models import TOP, compiled
import aic

MLP = f"{TOP}/examples/mlp.graph"


class Stopping(unittest.TestCase):
    def test_time_limit(self):
        session = aic.compile(MLP, weights="random:1").session()
        x = np.zeros((1, 8), "f4")
        wanted = session.run(x).y
        session.time_limit = 1e-9
        with self.assertRaisesRegex(aic.CancelledError, "took more than its limit") as caught:
            session.run(x)
        self.assertEqual((caught.exception.status, caught.exception.status_name), (11, "AIC_CANCELLED"))
        session.time_limit = 3600
        np.testing.assert_array_equal(session.run(x).y, wanted)
        session.time_limit = None
        np.testing.assert_array_equal(session.run(x).y, wanted)
        for wrong in (0, -1, float("nan"), float("inf")):
            with self.assertRaises(ValueError):
                session.time_limit = wrong
        self.assertIsNone(session.time_limit)

    def test_cancel(self):
        # A tenth of a second a run at least: the other thread need not be lucky to meet one.
        with open("products.graph", "w") as file:
            file.write("graph products(x: f32[1024, 1024]) -> (y: f32[1024, 1024]) {\n" + "  x = matmul(x, x)\n" * 12 + "  y = x\n}\n")
        session = aic.compile("products.graph").session()
        session.cancel()  # Nothing runs.
        x = np.zeros((1024, 1024), "f4")
        session.run(x)
        stop = threading.Event()

        def cancel():
            while not stop.wait(0.001):
                session.cancel()
        thread = threading.Thread(target=cancel)
        thread.start()
        try:
            with self.assertRaises(aic.CancelledError):
                for _ in range(100):
                    session.run(x)
        finally:
            stop.set()
            thread.join()
        session.run(x)
        session.close()
        session.cancel()


class Opening(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        aic.compile(MLP, "mlp.aic", weights="random:1").close()
        with open("mlp.aic", "rb") as file:
            cls.good = file.read()

    def refused(self, kind, status, pattern, what, **options):
        with self.assertRaisesRegex(kind, pattern) as caught:
            aic.load(what, **options)
        self.assertEqual((caught.exception.status, caught.exception.status_name), status)
        self.assertIsInstance(caught.exception, aic.Error)

    def test_files_that_cannot_be_read(self):
        self.refused(aic.CannotReadError, (2, "AIC_CANNOT_READ"), "no/such.aic", "no/such.aic")
        self.refused(OSError, (2, "AIC_CANNOT_READ"), "no/such.aic", "no/such.aic")
        with self.assertRaisesRegex(ValueError, "zero byte"):
            aic.load("mlp.aic\0.png")
        self.assertRaises(TypeError, aic.load, 7)

    def test_files_that_are_no_models(self):
        for bad in (b"", self.good[:100], b"x" * 4096, self.good[:-1]):
            self.refused(aic.InvalidArtifactError, (3, "AIC_INVALID_ARTIFACT"), "^<memory>: ", bad)
        self.refused(aic.InvalidArtifactError, (3, "AIC_INVALID_ARTIFACT"), "mlp.graph", MLP)

    def test_damaged_weights(self):
        info = aic.load(self.good).info
        self.assertGreater(info.weights_bytes, 0)
        for at in range(len(self.good) - 1, 0, -1):  # The last byte that is a weight's and not padding.
            if self.good[at]:
                break
        damaged = self.good[:at] + bytes([self.good[at] ^ 1]) + self.good[at + 1:]
        self.refused(aic.InvalidArtifactError, (3, "AIC_INVALID_ARTIFACT"), "checksum|damaged", damaged, verify=True)

    def test_sessions(self):
        model = aic.load("mlp.aic")
        for kind, pattern, options in ((aic.InvalidArgumentError, "threads", {"threads": 257}), (aic.UnsupportedError, "Vulkan|vulkan", {"device": "vulkan"}),
                                       (ValueError, "threads is -1", {"threads": -1}), (TypeError, "threads is a number", {"threads": "2"}),
                                       (ValueError, "no device 'gpu'", {"device": "gpu"}), (ValueError, "no device 'vulkan:x'", {"device": "vulkan:x"}),
                                       (ValueError, "no device 'cpu:0'", {"device": "cpu:0"}), (ValueError, "zero byte", {"variant": "a\0b"})):
            with self.assertRaisesRegex(kind, pattern):
                model.session(**options)
        self.assertEqual(model.session(threads=np.int64(1)).info.threads, 1)
        with self.assertRaisesRegex(aic.InvalidArgumentError, "threads"):
            aic.load("mlp.aic", threads=257).run(np.zeros((1, 8), "f4"))
        self.assertRaises(ValueError, aic.load, "mlp.aic", device="gpu")

    def test_a_kernel_that_refuses_its_data(self):
        model = compiled("graph g(i: i64[1]) -> (y: f32[1, 3]) {\n  y = nn.embedding(i, 4, 3) @ e\n}\n", weights="random:1")
        with self.assertRaisesRegex(aic.KernelFailedError, r"model.graph:2:7: .*out of range"):
            model.run([4])
        model.run([3])


class Compiling(unittest.TestCase):
    def refused(self, code, pattern, *arguments, **options):
        with self.assertRaisesRegex(aic.CompileError, pattern) as caught:
            aic.compile(*arguments, **options)
        self.assertEqual(caught.exception.exit_code, code)

    def test_what_is_refused(self):
        with open("wrong.graph", "w") as file:
            file.write("graph g(x: f32[2]) -> (y: f32[3]) {\n  y = x + z\n}\n")
        self.refused(1, r"wrong.graph:2:11: error: .*z", "wrong.graph")
        self.refused(4, "no/such.graph", "no/such.graph")
        self.refused(1, "nosuch", MLP, graph="nosuch", weights="random:1")
        self.refused(1, "Q", MLP, dims={"Q": 3}, weights="random:1")
        self.refused(2, "cuda", MLP, target="cuda", weights="random:1")
        self.refused(4, "no/folder", MLP, "no/folder/mlp.aic", weights="random:1")
        with mock.patch.dict(os.environ, AIC_PROGRAM="no/such/aic"):
            self.refused(-1, r"no/such/aic \(AIC_PROGRAM\) is no program", MLP)

    def test_options(self):
        model = aic.compile(MLP, "mlp3.aic", weights="random:1", dims={"N": 3}, graph="mlp", target="cpu", target_cpu="x86-64-v3", threads=1)
        self.assertEqual((model.inputs[0].shape, os.path.exists("mlp3.aic")), ((3, 8), True))
        self.assertEqual(model.run(np.zeros((3, 8), "f4")).y.shape, (3, 1))

    def test_weights_as_arrays(self):
        rng = np.random.default_rng(5)
        weights = {"fc1.weight": rng.normal(size=(10, 8)), "fc1.bias": rng.normal(size=10), "fc2.weight": rng.normal(size=(1, 10)), "fc2.bias": rng.normal(size=1)}
        weights = {name: array.astype("f4") for name, array in weights.items()}
        x = rng.normal(size=(1, 8)).astype("f4")
        h = np.maximum(x @ weights["fc1.weight"].T + weights["fc1.bias"], 0)
        wanted = 1 / (1 + np.exp(-(h @ weights["fc2.weight"].T + weights["fc2.bias"])))
        np.testing.assert_allclose(aic.compile(MLP, weights=weights).run(x).y, wanted, rtol=1e-5)
        self.refused(1, "fc2.bias", MLP, weights={name: array for name, array in weights.items() if name != "fc2.bias"})

    def test_warnings(self):
        weights = {"fc1.weight": np.zeros((10, 8), "f4"), "fc1.bias": np.zeros(10, "f4"), "fc2.weight": np.zeros((1, 10), "f4"),
                   "fc2.bias": np.zeros(1, "f4"), "more": np.zeros(3, "f4")}
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            aic.compile(MLP, weights=weights)
        self.assertTrue(any("more" in str(one.message) and one.category is aic.CompileWarning for one in said), said)


if __name__ == "__main__":
    unittest.main()
