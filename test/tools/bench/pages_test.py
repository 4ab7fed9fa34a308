"""RESULTS.md and the pages of --report, from fixed figures."""
import os, re, tempfile, unittest, xml.etree.ElementTree as xml
import figures
import report, results


def parsed(page):
    """The page's root; a page that is not well formed raises."""
    doctype, _, rest = page.partition("\n")
    assert doctype == "<!doctype html>", doctype
    return xml.fromstring(rest)


def words(element):
    return "".join(element.itertext())


SVG = "{http://www.w3.org/2000/svg}"


class Table(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = f"{self.folder.name}/RESULTS.md"

    def written(self, found):
        results.update(self.path, found)
        with open(self.path) as file:
            return file.read()

    def test_a_table_has_every_row_and_all_columns(self):
        lines = results.table(figures.bench())
        self.assertEqual(len(lines), 2 + 5)
        self.assertEqual({line.count("|") for line in lines}, {len(results.HEAD) + 1})
        self.assertIn("| resnet18 | 2 | near | 5.2 | 5.72 | 50 | 8 | 1.54 | 1.6 · 1.85 | 1.92 (1.9 · 1.95) |  |  | 1.50 | 46.9 | 5 "
                      "| 2026-11-30 |", lines)

    def test_losses_stand_out_and_are_listed(self):
        text = self.written(figures.bench())
        self.assertIn("| **0.75** |", text)
        self.assertIn("| 21.5 | **0.90** |", text)
        self.assertIn("Losses: zoo/mlp on 1 thread: 0.75; gpt2_decode256 on 1 thread: 0.90 of llama.cpp's.", text)

    def test_no_losses(self):
        found = figures.bench()
        found["rows"] = found["rows"][:2]
        self.assertIn("Losses: none.", self.written(found))

    def test_what_is_wanted_is_compared_on_near_cores(self):
        text = self.written(figures.bench())
        self.assertIn("Below what is wanted (`must`, near cores): resnet18 on 2: 1.54 of 1.6; zoo/mlp on 1: 0.75 of 1; "
                      "gpt2_decode256 on 1: 1.25 of 1.4.", text)
        self.assertNotIn("resnet18 on 2: 1.40", text)

    def test_the_machine_the_versions_and_what_failed(self):
        text = self.written(figures.bench())
        self.assertIn("- machine: Some CPU, AVX-512; 2 CPUs, L1 32 KiB, L2 1 MiB, L3 32 MiB; Linux 6", text)
        self.assertIn("- versions: aic abcdef; ONNX Runtime 1.30.0", text)
        self.assertIn("- round trip between the cores: far 350 ns; near 90 ns", text)
        self.assertIn("| 2 | 200 | 140 | 35 |", text)
        self.assertIn("Not measured: bert (there is <no> file).", text)

    def test_a_later_measurement_replaces_its_rows_alone(self):
        self.written(figures.bench())
        later = figures.bench()
        later["date"], later["failed"] = "2026-12-01", {}
        later["rows"] = [figures.row("resnet18", 1, "any", 9.0, 18.0)]
        later["models"] = {"resnet18": figures.about()}
        rows = results.old_rows(self.written(later))
        self.assertEqual([row[:3] for row in rows], [["resnet18", "1", "any"], ["resnet18", "2", "far"], ["resnet18", "2", "near"],
                                                     ["zoo/mlp", "1", "any"], ["gpt2_decode256", "1", "any"]])
        self.assertEqual((rows[0][results.RATIO], rows[0][-1]), ("2.00", "2026-12-01"))
        self.assertEqual((rows[2][results.RATIO], rows[2][-1]), ("1.54", "2026-11-30"))
        self.assertEqual(rows[3][results.RATIO], "0.75")

    def test_another_machine_begins_anew(self):
        self.written(figures.bench())
        later = figures.bench()
        later["machine"]["cpu"] = "Another"
        later["rows"] = later["rows"][:1]
        self.assertEqual([row[0] for row in results.old_rows(self.written(later))], ["resnet18"])

    def test_writing_twice_changes_nothing(self):
        self.assertEqual(self.written(figures.bench()), self.written(figures.bench()))


class Pages(unittest.TestCase):
    def check_alone(self, page):
        """Well formed, in two themes, and nothing from elsewhere."""
        root = parsed(page)
        self.assertEqual({found for found in re.findall(r"https?://[^\"]*", page)}, {"http://www.w3.org/2000/svg"})
        self.assertNotRegex(page, r"<script|<link|<img|@import|url\(")
        self.assertIn("prefers-color-scheme: dark", page)
        used, defined = set(re.findall(r"var\((--\w+)\)", page)), set(re.findall(r"(--\w+):", page))
        self.assertLessEqual(used, defined)
        return root

    def test_the_benchmark(self):
        root = self.check_alone(report.bench_page(figures.bench()))
        headings = [words(each) for each in root.iter("h2")]
        for wanted in ("The peer's time over ours, 1 thread", "The peer's time over ours, 2 threads, near cores",
                       "The peer's time over ours, 2 threads, far cores", "Roofline, 1 thread", "Roofline, 2 threads", "Not measured"):
            self.assertIn(wanted, headings)
        texts = [words(each) for each in root.iter(f"{SVG}text")]
        self.assertIn("0.75 loss", texts)
        self.assertEqual(texts[texts.index("gpt2_decode256 (llama.cpp)") + 1], "0.90 loss")
        self.assertIn("1.80", texts)
        self.assertIn("FMA peak 100 GFLOP/s", texts)
        self.assertIn("DRAM 20 GB/s", texts)
        shown = [words(each) for each in root.iter(f"{SVG}title")]
        self.assertIn("resnet18, conv <1&2>: 0.5 ms, 4 GFLOP/s", shown)
        self.assertFalse([each for each in shown if "copy" in each])  # no FLOP: it has no place on the plot

    def test_a_bar_is_as_long_as_its_ratio(self):
        svg = parsed("<!doctype html>\n" + report.bars([("a", 0.5, 1.0, "A"), ("b", 2.0, 1.5, "B")])).find(f"{SVG}svg")
        short, long = [float(rect.get("width")) for rect in svg.iter(f"{SVG}rect")]
        self.assertAlmostEqual(long / short, 4, places=2)
        start = float(svg.find(f"{SVG}rect").get("x"))
        one = [line for line in svg.iter(f"{SVG}line") if line.get("class") == "one"]
        self.assertEqual(len(one), 1)
        self.assertAlmostEqual(float(one[0].get("x1")), start + 2 * short, delta=0.2)
        tick = [line for line in svg.iter(f"{SVG}line") if line.get("class") is None]
        self.assertEqual([round((float(line.get("x1")) - start) / short, 1) for line in tick], [3.0])

    def test_points_lie_on_the_lines_that_they_reach(self):
        page = report.roofline([(0.5, 10.0, "at L3's", 4, "low"), (50.0, 100.0, "at the peak", 4, "high")], 100.0, {"L3": 20.0, "DRAM": 5.0})
        svg = parsed("<!doctype html>\n" + page).find(f"{SVG}svg")
        low, high = [circle for circle in svg.iter(f"{SVG}circle") if circle.find(f"{SVG}title") is not None]
        roofs = [[float(line.get(key)) for key in ("x1", "y1", "x2", "y2")] for line in svg.iter(f"{SVG}line") if line.get("class") == "roof"]
        self.assertEqual(len(roofs), 3)
        l3, peak = roofs[0], roofs[2]
        at = (float(low.get("cx")) - l3[0]) / (l3[2] - l3[0])
        self.assertTrue(0 <= at <= 1)
        self.assertAlmostEqual(float(low.get("cy")), l3[1] + at * (l3[3] - l3[1]), delta=0.3)
        self.assertAlmostEqual(float(high.get("cy")), peak[1], delta=0.15)
        self.assertAlmostEqual(l3[2], peak[0], delta=0.15)  # the ridge

    def test_the_sweep(self):
        root = self.check_alone(report.sweep_page(figures.sweep()))
        self.assertIn("Beside the other build, 1 thread", [words(each) for each in root.iter("h2")])
        texts = [words(each) for each in root.iter(f"{SVG}text")]
        for wanted in ("30%", "190%", "1.20", "0.90 loss"):
            self.assertIn(wanted, texts)
        self.assertIn("3 shapes, 97 % of the roofline on average, 1 below 60 %", words(root))


if __name__ == "__main__":
    unittest.main()
