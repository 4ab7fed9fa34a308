"""Which rounds count, and what is made of them."""
import types, unittest
import figures
import machine

bench, sweep = figures.script("bench"), figures.script("sweep")


class Side:
    """Takes as long as it is told, one time after another."""

    def __init__(self, label, times, others=0.0):
        self.label, self.times, self.others, self.asked = label, list(times), others, 0

    def turn(self, seconds):
        ms = self.times[self.asked % len(self.times)]
        self.asked += 1
        return {"median_ms": ms, "p90_ms": 2 * ms, "min_ms": ms, "runs": 3, "wall_s": 1.0, "others_s": self.others}


class Measured:
    """A machine whose peak and whose round trips are told."""

    def __init__(self, trips=(90,), peaks=(100,)):
        self.trips, self.peaks, self.first = list(trips), list(peaks), True

    def roundtrip(self):
        self.trips.append(self.trips.pop(0))
        return self.trips[-1]

    def peak(self, threads):
        self.peaks.append(self.peaks.pop(0))
        return threads * self.peaks[-1]


def contest(groups, rounds=5, first=True):
    made = object.__new__(bench.Contest)
    made.sides, made.first = groups, first
    made.args = types.SimpleNamespace(threads=list(groups), rounds=rounds, seconds=0.1)
    return made


class Rounds(unittest.TestCase):
    def test_as_many_as_were_asked_for(self):
        kept, dropped = contest({1: [Side("aic", [2.0]), Side("ONNX Runtime", [3.0])]}).rounds(Measured())
        self.assertEqual((len(kept), dropped), (5, {"others": 0, "clock": 0, "cores": 0}))
        row = bench.rows_of("m", kept, [1], {"flops": 2e8})[0]
        self.assertEqual((row["ms"]["aic"], row["p90_ms"]["aic"], row["ratio"]), (2.0, 4.0, {"ONNX Runtime": 1.5}))
        self.assertEqual((row["cores"], row["rounds"], row["percent_of_peak"]), ("any", 5, 100.0))

    def test_sides_begin_in_turn(self):
        order = []
        sides = [Side("aic", [1.0]), Side("ONNX Runtime", [1.0])]
        for side in sides:
            side.turn = lambda seconds, side=side: (order.append(side.label), Side.turn(side, seconds))[1]
        contest({1: sides}, rounds=3).rounds(Measured())
        self.assertEqual(order, ["aic", "ONNX Runtime", "ONNX Runtime", "aic", "aic", "ONNX Runtime"])

    def test_others_that_ran(self):
        kept, dropped = contest({1: [Side("aic", [2.0], others=0.2)]}, rounds=2).rounds(Measured())
        self.assertEqual((kept, dropped["others"]), ([], 8))

    def test_a_little_is_nothing(self):
        kept, _ = contest({1: [Side("aic", [2.0], others=0.1)]}, rounds=2).rounds(Measured())
        self.assertEqual(len(kept), 2)
        kept, dropped = contest({1: [Side("aic", [2.0], others=0.1)]}, rounds=2, first=False).rounds(Measured())
        self.assertEqual((kept, dropped["others"]), ([], 8))

    def test_a_clock_that_moved(self):
        kept, dropped = contest({1: [Side("aic", [2.0])]}, rounds=1).rounds(Measured(peaks=[100, 91, 100, 99]))
        self.assertEqual((len(kept), dropped["clock"]), (1, 1))
        self.assertEqual(kept[0][1]["peak"], 99.5)

    def test_cores_that_moved(self):
        kept, dropped = contest({1: [Side("aic", [2.0])]}, rounds=1).rounds(Measured(trips=[90, 350, 350, 360]))
        self.assertEqual((len(kept), dropped["cores"], kept[0]["cores"], kept[0]["roundtrip"]), (1, 1, "far", 355))

    def test_near_and_far_are_never_mixed(self):
        # Two round trips a round: near, far, near, far, near. Near ones take 5 and 4, far ones 9 and 8.
        trips, two = [90, 90, 350, 350], Side("aic", [5.0, 9.0, 5.0, 8.0])
        theirs = Side("ONNX Runtime", [10.0, 9.0])
        kept, _ = contest({1: [Side("aic", [10.0])], 2: [two, theirs]}, rounds=3).rounds(Measured(trips))
        self.assertEqual([each["cores"] for each in kept], ["near", "far", "near", "far", "near"])
        one, near, far = bench.rows_of("m", kept, [1, 2], {"flops": 1e8})
        self.assertEqual((one["cores"], one["rounds"], near["cores"], near["rounds"], far["cores"], far["rounds"]), ("any", 5, "near", 3, "far", 2))
        self.assertEqual((near["ms"]["aic"], near["over_one_thread"], near["ratio"]["ONNX Runtime"]), (5.0, 2.0, 2.0))
        self.assertEqual((far["ms"]["aic"], round(far["over_one_thread"], 3)), (8.5, 1.181))
        self.assertEqual((near["roundtrip_ns"], far["roundtrip_ns"]), (90, 350))

    def test_one_cpu_alone(self):
        self.assertEqual([machine.kind(trip) for trip in (0, 57, 199, 200, 430)], ["one", "near", "near", "far", "far"])


class SweepRounds(unittest.TestCase):
    def test_a_rows_medians(self):
        shape = sweep.shapes.Linear(100, 100, 50)  # 1 MFLOP
        rounds = [{"aic": [9.0, us], "against": [9.0, other], "call": 0.03, "peak": 100.0, "cores": "near"}
                  for us, other in ((10.0, 20.0), (20.0, 20.0), (40.0, 20.0))]
        row = sweep.row_of(shape, "bert", 1, rounds, "near", 1, {"L1": 1 << 15, "L2": 1 << 20, "L3": 1 << 25},
                           {"L1": 200.0, "L2": 100.0, "L3": 50.0, "DRAM": 20.0}, False)
        self.assertEqual((row["us"], row["gflops"], row["against_us"], row["ratio"], row["bound"]), (20.0, 50.0, 20.0, 1.0, "FMA"))
        self.assertEqual(row["call_us"], 0.03)
        self.assertAlmostEqual(row["share"], 0.5)
        lines = sweep.summary([row, {**row, "kind": "conv", "share": 0.9, "ratio": 4.0}])
        self.assertEqual(lines[0], "all: 2 shapes, 70 % of the roofline on average, 50 % at least, 1 below 60 %; "
                                   "2.000 x the other build, 1.00 to 4.00")
        self.assertEqual(len(lines), 3)


if __name__ == "__main__":
    unittest.main()
