"""What inputs may be given as, what of it is copied, and what is refused; every type there and back."""
import array, unittest
import numpy as np
from models import TYPES, compiled
import aic
from aic._tensors import DTYPES, NAMES, Given

PLAIN = {"f": np.arange(6, dtype="f4").reshape(2, 3), "h": np.array([1, -2.5, 6e-5], "f2"), "b": aic.bf16_bits([1, -2.5, 3e38, 0]),
         "d": np.array([1e300, -0.1]), "t": np.array([True, False, True]), "i": np.array([-64, 63], "i1"), "u": np.array([0, 127], "u1"),
         "s": np.array([-16384, 1], "i2"), "w": np.array([-2**30, 7], "i4"), "l": np.array([2**61, -5], "i8"), "z": np.array(1.5, "f4"),
         "e": np.zeros((0, 3), "f4")}


class DLPackOnly:
    """An array of somebody else: nothing but DLPack."""

    def __init__(self, array, device=(1, 0)):
        self.array, self.device = array, device

    def __dlpack__(self, stream=None):
        return self.array.__dlpack__()

    def __dlpack_device__(self):
        return self.device


class NoNumPy:
    def __dlpack__(self, stream=None):
        raise RuntimeError("Bool type is not supported by dlpack")

    def __dlpack_device__(self):
        return 1, 0

    def __array__(self, dtype=None):
        return np.array([True, False, False])


class Arrays(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.model = compiled(TYPES)
        cls.tensors = {tensor.name: tensor for tensor in cls.model.inputs}

    def run_with(self, **changed):
        return self.model.run({**PLAIN, **changed})

    def same_memory(self, value, name, of):
        return np.shares_memory(Given(value, name).dense(self.tensors[name]), of)

    def test_each_type_there_and_back(self):
        self.assertEqual([tensor.type for tensor in self.model.inputs][:10], ["f32", "f16", "bf16", "f64", "bool", "i8", "u8", "i16", "i32", "i64"])
        outputs = self.run_with()
        self.assertEqual(list(outputs), list("FHBDTIUSWLZE"))
        for name, given in PLAIN.items():
            made = outputs[name.upper()]
            self.assertEqual((made.dtype, made.shape), (given.dtype, given.shape))
            if name == "b":
                np.testing.assert_array_equal(aic.from_bf16_bits(made), [2, -5, np.inf, 0])
            else:
                np.testing.assert_array_equal(made, ~given if name == "t" else given + given, name)

    def test_positions_names_and_outputs(self):
        by_position = self.model.run(*PLAIN.values())
        mixed = self.model.run(PLAIN["f"], PLAIN["h"], **{name: value for name, value in PLAIN.items() if name not in "fh"})
        for outputs in (by_position, mixed):
            np.testing.assert_array_equal(outputs["F"], outputs.F)
            np.testing.assert_array_equal(outputs[0], [[0, 2, 4], [6, 8, 10]])
            np.testing.assert_array_equal(outputs[-2], 3)
        self.assertEqual(len(by_position), 12)
        self.assertIn("F", dir(by_position))
        np.testing.assert_array_equal(by_position[np.int64(1)], by_position.H)
        for name in ("x", 0, 12, None):
            self.assertNotIn(name, by_position)
        with self.assertRaisesRegex(AttributeError, "no output x: there are F, H"):
            by_position.x
        with self.assertRaises(KeyError):
            by_position["x"]
        with self.assertRaises(IndexError):
            by_position[12]

    def test_what_is_not_copied(self):
        f = PLAIN["f"].copy()
        self.assertTrue(self.same_memory(f, "f", f))
        self.assertTrue(self.same_memory(DLPackOnly(f), "f", f))
        self.assertTrue(self.same_memory(memoryview(f), "f", f))
        self.assertTrue(self.same_memory(np.arange(20, dtype="f4")[5:11].reshape(2, 3).view(), "f", f) is False)
        rows = np.arange(12, dtype="f4").reshape(4, 3)
        self.assertTrue(self.same_memory(rows[1:3], "f", rows))  # whole rows are dense
        typed = array.array("d", [1, 2])
        self.assertTrue(self.same_memory(typed, "d", np.frombuffer(typed)))
        raw = bytearray(24)
        self.assertTrue(self.same_memory(raw, "f", np.frombuffer(raw, np.uint8)))
        fixed = f.copy()
        fixed.flags.writeable = False
        self.assertTrue(self.same_memory(fixed, "f", fixed))

    def test_what_is_copied_gives_the_same(self):
        f, wide = PLAIN["f"], np.zeros((4, 6), "f4")
        wide[::2, ::2] = f
        odd = np.frombuffer(b"\0" + f.tobytes(), np.uint8)[1:].view("f4").reshape(2, 3)
        self.assertFalse(odd.flags.aligned)
        for given in (np.asfortranarray(f), wide[::2, ::2], f[::-1, ::-1][::-1, ::-1], odd, f.astype(">f4"), f.tolist(), DLPackOnly(wide[::2, ::2]),
                      f.tobytes(), bytearray(f.tobytes()), memoryview(f.tobytes()), memoryview(f), ((0, 1, 2), (3, 4.0, 5))):
            np.testing.assert_array_equal(self.run_with(f=given).F, f + f)
        np.testing.assert_array_equal(self.run_with(f=f[::-1]).F, (f + f)[::-1])

    def test_numbers(self):
        outputs = self.run_with(z=2, i=[-3, 4], t=[True, False, False], b=[1.00390625, 1.01171875, -0.0, float("nan")], h=[1, 2, 1e9],
                                e=np.zeros((0, 3), "f4"))
        self.assertEqual(outputs.Z, 4)
        np.testing.assert_array_equal(outputs.I, [-6, 8])
        np.testing.assert_array_equal(outputs.T, [False, True, True])
        np.testing.assert_array_equal(outputs.H, [2, 4, np.inf])
        # 1 + 1/256 lies between two bf16, and so does 1 + 3/256: the even one is taken.
        np.testing.assert_array_equal(aic.from_bf16_bits(outputs.B), [2, 2.03125, -0.0, np.nan])

    def test_bf16_against_torch(self):
        try:
            import torch
        except ImportError:
            self.skipTest("python3-torch is not installed")
        values = np.random.default_rng(3).integers(0, 2**32, 100000, dtype=np.uint32).view("f4")
        theirs = torch.from_numpy(values).bfloat16()
        bits = theirs.view(torch.int16).numpy().view("u2")
        numbers = ~np.isnan(values)
        np.testing.assert_array_equal(aic.bf16_bits(values)[numbers], bits[numbers])
        self.assertTrue(np.isnan(aic.from_bf16_bits(aic.bf16_bits(values))[~numbers]).all())
        np.testing.assert_array_equal(aic.from_bf16_bits(bits), theirs.float().numpy())
        x = torch.tensor([[1., 2, 3], [4, 5, 6]])
        self.assertTrue(self.same_memory(x, "f", x.numpy()))
        some = torch.tensor([True, False, True])
        np.testing.assert_array_equal(self.run_with(t=some, f=x.T.contiguous().T, b=torch.tensor([1., 2, 3, 4]).bfloat16().view(torch.int16)).T,
                                      [False, True, False])
        with self.assertRaisesRegex(TypeError, "b: NumPy does not take this Tensor"):
            self.run_with(b=torch.zeros(4).bfloat16())

    def test_bool_without_dlpack(self):
        np.testing.assert_array_equal(self.run_with(t=NoNumPy()).T, [False, True, True])

    def refused(self, kind, pattern, **changed):
        with self.assertRaisesRegex(kind, pattern):
            self.run_with(**changed)

    def test_what_is_refused(self):
        self.refused(ValueError, r"^f: f32\[2, 3\]: given is f32\[3, 2\]$", f=np.zeros((3, 2), "f4"))
        self.refused(ValueError, r"^z: f32\[\]: given is f32\[1\]$", z=np.zeros(1, "f4"))
        self.refused(ValueError, r"^f: f32\[2, 3\]: given is 23 bytes$", f=bytes(23))
        self.refused(ValueError, r"^f: f32\[2, 3\]: given is numbers\[3\]$", f=[1, 2, 3])
        self.refused(ValueError, r"^f: ", f=[[1, 2], [3]])
        self.refused(TypeError, r'^f: f32\[2, 3\]: given is f64\[2, 3\]; convert it: array.astype\("float32"\)$', f=np.zeros((2, 3)))
        self.refused(TypeError, "given is complex64", f=np.zeros((2, 3), "c8"))
        self.refused(TypeError, "aic.bf16_bits", b=np.zeros(4, "f4"))
        self.refused(TypeError, "given is i8", t=np.zeros(3, "i1"))
        self.refused(TypeError, "^i: i8.*fractions", i=[1.5, 2])
        self.refused(TypeError, "^t: bool.*whole numbers", t=[1, 0, 1])
        self.refused(ValueError, "^i: i8.*not every number given is in i8", i=[128, 0])
        self.refused(ValueError, "^u: u8.*not every number given is in u8", u=[-1, 0])
        self.refused(TypeError, "^f: a str is neither an array nor numbers", f="picture.png")
        self.refused(TypeError, "^f: a NoneType is neither", f=None)
        self.refused(TypeError, r"^f: NumPy does not take this DLPackOnly: f is on another device, \(2, 0\)", f=DLPackOnly(PLAIN["f"], (2, 0)))  # on a GPU
        self.refused(TypeError, "^types has no input q: it has f, h", q=1)
        with self.assertRaisesRegex(TypeError, r"^types needs u: u8\[2\], z: f32\[\]$"):
            self.model.run({name: value for name, value in PLAIN.items() if name not in "uz"})
        with self.assertRaisesRegex(TypeError, "^types has 12 inputs, .*: given are 13$"):
            self.model.run(*PLAIN.values(), 1)
        with self.assertRaisesRegex(TypeError, "^types: input f is given twice$"):
            self.model.run(PLAIN["f"], **PLAIN)

    def test_results_into_the_callers_arrays(self):
        whole = np.zeros((4, 3), "f4")
        outputs = self.model.run_into({"F": whole[1:3]}, PLAIN)
        np.testing.assert_array_equal(whole, [[0] * 3, [0, 2, 4], [6, 8, 10], [0] * 3])
        self.assertTrue(np.shares_memory(outputs.F, whole))
        mine = [np.zeros_like(outputs[name]) for name in outputs]
        for array, made in zip(mine, self.model.run_into(mine, PLAIN).values()):
            self.assertIs(array, made)
        np.testing.assert_array_equal(mine[3], PLAIN["d"] * 2)

    def test_arrays_that_results_do_not_fit_into(self):
        fixed = np.zeros((2, 3), "f4")
        fixed.flags.writeable = False
        for kind, pattern, array in ((TypeError, r"^F: f32\[2, 3\]: the array for it is f64", np.zeros((2, 3))),
                                     (ValueError, r"^F: f32\[2, 3\]: the array for it is f32\[6\]", np.zeros(6, "f4")),
                                     (ValueError, "dense, aligned and writeable", np.zeros((3, 2), "f4").T), (ValueError, "writeable", fixed),
                                     (TypeError, "into NumPy arrays, not into a list", [[0] * 3] * 2)):
            with self.assertRaisesRegex(kind, pattern):
                self.model.run_into({"F": array}, PLAIN)
        with self.assertRaisesRegex(TypeError, "^types has no output f: it has F, H"):
            self.model.run_into({"f": fixed}, PLAIN)
        with self.assertRaisesRegex(TypeError, "^types has 12 outputs, .*: given are 1 arrays"):
            self.model.run_into(np.zeros((2, 3), "f4"), PLAIN)
        f = PLAIN["f"].copy()
        with self.assertRaisesRegex(aic.InvalidArgumentError, "overlap"):
            self.model.run_into({"F": f}, {**PLAIN, "f": f})


if __name__ == "__main__":
    unittest.main()
