"""The roofline's arithmetic, and the shapes of the sweep."""
import itertools, subprocess, tempfile, unittest
import figures
import machine, roofline, shapes

sweep = figures.script("sweep")
CACHES = {"L1": 32 << 10, "L2": 1 << 20, "L3": 32 << 20}
BANDWIDTH = {"L1": 200.0, "L2": 100.0, "L3": 50.0, "DRAM": 20.0}


def multiplications(conv):
    """How often a loop over all outputs and weights multiplies, padding counted as what it is: a zero."""
    rows, columns = (len(range(0, size + 2 * conv.padding - conv.dilation * (conv.kernel - 1), conv.stride)) for size in (conv.h, conv.w))
    each = sum(1 for _ in itertools.product(range(conv.c // conv.groups), range(conv.kernel), range(conv.kernel)))
    return rows * columns * conv.o * each


class Roofline(unittest.TestCase):
    def test_the_nearest_memory_that_holds_it(self):
        for size, threads, wanted in ((32 << 10, 1, "L1"), ((32 << 10) + 1, 1, "L2"), (64 << 10, 2, "L1"), (1 << 20, 1, "L2"), (2 << 20, 1, "L3"),
                                      (2 << 20, 2, "L2"), (32 << 20, 2, "L3"), ((32 << 20) + 1, 2, "DRAM")):
            self.assertEqual(roofline.level(size, CACHES, threads), wanted, (size, threads))

    def test_the_time_that_is_needed(self):
        self.assertAlmostEqual(roofline.bound(100e9, [(1e9, "DRAM")], 100.0, BANDWIDTH), 1.0)
        self.assertAlmostEqual(roofline.bound(100e9, [(40e9, "DRAM"), (50e9, "L3")], 100.0, BANDWIDTH), 3.0)

    def test_blocks_that_are_read_lie_where_they_should(self):
        for level, threads in itertools.product(roofline.LEVELS, (1, 2)):
            self.assertEqual(roofline.level(machine.block(CACHES, level, threads), CACHES, threads), level)

    def test_the_share_of_a_shape(self):
        linear = shapes.Linear(1, 1000, 1000)  # 2 MFLOP, 4 MB of weights, 8 kB beside
        self.assertEqual((linear.flops, linear.weights, linear.activations), (2000000, 4004000, 8000))
        part, by = sweep.share(linear, 100.0, 0.03, 100.0, BANDWIDTH, CACHES, 1, False)
        self.assertEqual(by, "L3")
        self.assertAlmostEqual(part, 4012000 / 50e9 / 100e-6)
        part, by = sweep.share(linear, 400.0, 0.03, 100.0, BANDWIDTH, CACHES, 1, True)
        self.assertEqual(by, "DRAM")
        self.assertAlmostEqual(part, (4004000 / 20e9 + 8000 / 200e9) / 400e-6)
        part, by = sweep.share(shapes.Conv(64, 56, 56, 64, 3, 1, 1, 1, 1), 2312.11008, 0.03, 100.0, BANDWIDTH, CACHES, 1, False)
        self.assertEqual(by, "FMA")
        self.assertAlmostEqual(part, 1.0)
        # 1.6 kFLOP of 3.7 kB take some 18 ns: less than a call
        part, by = sweep.share(shapes.Linear(1, 32, 25), 0.06, 0.03, 100.0, BANDWIDTH, CACHES, 1, False)
        self.assertEqual(by, "call")
        self.assertAlmostEqual(part, 0.5)


class Shapes(unittest.TestCase):
    def test_flops_are_twice_the_multiplications(self):
        for conv in (shapes.Conv(3, 224, 224, 64, 7, 2, 3, 1, 1), shapes.Conv(6, 9, 5, 4, 3, 1, 0, 2, 2), shapes.Conv(5, 8, 8, 5, 5, 2, 2, 1, 5)):
            self.assertEqual(conv.flops, 2 * multiplications(conv), conv.label())

    def test_known_layers(self):
        first = shapes.Conv(3, 224, 224, 64, 7, 2, 3, 1, 1)  # of every ResNet
        self.assertEqual((first.out, first.flops, first.kind), ((112, 112), 2 * 118013952, "conv"))
        found = {shape.label(): users for shape, users in shapes.of_networks()}
        self.assertEqual(found["conv 224²×3→64 7×7 /2"], "resnet50")
        self.assertEqual(found["depthwise 7²×960 3×3"], "mobilenet_v2")
        self.assertIn("efficientnet_b0", found["depthwise 14²×672 5×5"])
        self.assertEqual(found["linear 1×768→50257"], "gpt2_decode256")
        self.assertEqual(len(found), len(shapes.of_networks()))

    def test_random_shapes_are_the_same_each_time_and_distinct(self):
        some = shapes.at_random(200, 1)
        self.assertEqual(some, shapes.at_random(200, 1))
        self.assertEqual(len({shape for shape, _ in some}), 200)
        self.assertNotEqual(some, shapes.at_random(200, 2))
        self.assertEqual({shape.kind for shape, _ in some}, {"conv", "depthwise", "linear", "matmul"})
        self.assertTrue(all(100_000 <= shape.flops <= 1 << 30 for shape, _ in some))

    def test_aic_takes_every_graph(self):
        """Their declared shapes are checked by the compiler; both of the networks and at random."""
        every = [shape for shape, _ in shapes.of_networks() + shapes.at_random(200, 1)]
        with tempfile.TemporaryDirectory() as work:
            for begin in range(0, len(every), sweep.AT_ONCE):
                path = f"{work}/shapes.graph"
                with open(path, "w") as file:
                    file.write(sweep.text_of(every[begin:begin + sweep.AT_ONCE]))
                done = subprocess.run(["aic", "compile", path, "--graph", "all", "--emit", "aic", "--weights", "random:1", "-o",
                                       f"{work}/out.mlir"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                self.assertEqual(done.returncode, 0, done.stdout[:2000])


if __name__ == "__main__":
    unittest.main()
