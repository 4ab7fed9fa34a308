"""tools/bench/RESULTS.md: what was measured, when, on which machine, with which versions; losses too."""
import os, re
from models import SCALING, wanted

HEAD = ["model", "threads", "cores", "aic ms", "p90", "% of FMA peak", "ONNX Runtime ms", "ratio", "must · aim", "two over one", "llama.cpp ms",
        "its ratio", "compile s", "file MB", "rounds", "date"]
KEY = 3  # the columns that name a row
RATIO, MUST, LLAMA = HEAD.index("ratio"), HEAD.index("must · aim"), HEAD.index("its ratio")


def cells(row, found):
    """A row of the measurement as the table's cells."""
    name, threads = row["model"], row["threads"]
    about = found["models"][name]
    ratio = lambda peer: f"{row['ratio'][peer]:.2f}" if peer in row["ratio"] else ""
    must, aim = wanted(name, threads)
    over = f"{row['over_one_thread']:.2f}" if "over_one_thread" in row else ""
    if over and name in SCALING:
        over += " ({} · {})".format(*SCALING[name])
    milliseconds = lambda label: f"{row['ms'][label]:.4g}" if label in row["ms"] else ""
    return [name, str(threads), row["cores"], milliseconds("aic"), f"{row['p90_ms']['aic']:.4g}", f"{row['percent_of_peak']:.0f}",
            milliseconds("ONNX Runtime"), ratio("ONNX Runtime"), f"{must:g} · {aim:g}", over, milliseconds("llama.cpp"), ratio("llama.cpp"),
            f"{about['compile_s']:.2f}", f"{about['file_bytes'] / 1e6:.1f}", str(row["rounds"]), found["date"]]


def line(some):
    return "| " + " | ".join(some) + " |"


def bold_losses(some):
    """A ratio below 1 stands out."""
    return [f"**{cell}**" if i in (RATIO, LLAMA) and cell and float(cell) < 1 else cell for i, cell in enumerate(some)]


def table(found):
    """The lines of the table of what was just measured."""
    return [line(HEAD), line(["---"] * len(HEAD))] + [line(bold_losses(cells(row, found))) for row in found["rows"]]


def old_rows(text):
    """[cells] of a table that was written before."""
    rows = []
    for each in text.splitlines():
        parts = [part.strip().strip("*") for part in each.strip().strip("|").split("|")]
        if each.startswith("|") and len(parts) == len(HEAD) and parts != HEAD and not parts[0].startswith("---"):
            rows.append(parts)
    return rows


def machine_line(found):
    about = found["machine"]
    sizes = ", ".join(f"{level} {size / 1024:.0f} KiB" if size < 1 << 20 else f"{level} {size / (1 << 20):.0f} MiB"
                      for level, size in about["caches"].items())
    return f"{about['cpu']}; {about['cpus']} CPUs, {sizes}; {about['kernel']}"


def span(values, form="{:.0f}"):
    low, high = min(values), max(values)
    return form.format(low) if form.format(low) == form.format(high) else f"{form.format(low)}–{form.format(high)}"


def text(found, kept):
    """The whole page; kept: cells of rows of earlier measurements that still stand."""
    measured = [cells(row, found) for row in found["rows"]]
    new = {tuple(some[:KEY]) for some in measured}
    rows = measured + [some for some in kept if tuple(some[:KEY]) not in new]
    order = {}
    for some in kept + measured:  # models stay where they stood
        order.setdefault(some[0], len(order))
    rows.sort(key=lambda some: (order[some[0]], int(some[1]), some[2]))
    named = lambda some: f"{some[0]} on {some[1]} thread{'s' if some[1] != '1' else ''}" + (f", {some[2]} cores" if some[2] != "any" else "")
    losses = [f"{named(some)}: {some[at]}{peer}" for some in rows for at, peer in ((RATIO, ""), (LLAMA, " of llama.cpp's"))
              if some[at] and float(some[at]) < 1]
    short = [f"{some[0]} on {some[1]}: {some[RATIO]} of {some[MUST].split(' · ')[0]}" for some in rows
             if some[RATIO] and some[2] in ("any", "near") and float(some[RATIO]) < float(some[MUST].split(" · ")[0])]
    facts = []
    for threads in sorted({row["threads"] for row in found["rows"]}):
        peaks = [row["peak_gflops"] for row in found["rows"] if row["threads"] == threads]
        reading = [about["bandwidth"][str(threads)] for about in found["models"].values() if str(threads) in about["bandwidth"]]
        facts.append(f"| {threads} | {span(peaks)} | {span([r['L3'] for r in reading])} | {span([r['DRAM'] for r in reading])} |")
    trips = {}
    for row in found["rows"]:
        if row["cores"] in ("near", "far"):
            trips.setdefault(row["cores"], []).append(row["roundtrip_ns"])
    versions = "; ".join(f"{program} {version}" for program, version in found["versions"].items())
    lines = [
        "# Latency beside ONNX Runtime's", "",
        "Written by `tools/bench/bench --results`; `README.md` says how it is measured. A ratio is the peer's median time over ours: more "
        "is better, **below 1 is a loss**. Rows of another date than the last one were measured then, on the same machine.", "",
        f"- last measured: {found['date']}, {'at' if found['real_time_priority'] else 'without'} real-time priority",
        f"- machine: {machine_line(found)}",
        f"- versions: {versions}",
        "- round trip between the cores: " +
        ("; ".join(f"{kind} {span(values)} ns" for kind, values in sorted(trips.items())) or "not measured"),
        "", "| threads | FMA peak, GFLOP/s | L3, GB/s | DRAM, GB/s |", "| --- | --- | --- | --- |", *facts, "",
        line(HEAD), line(["---"] * len(HEAD)), *[line(bold_losses(some)) for some in rows], "",
        "Losses: " + ("; ".join(losses) + "." if losses else "none."), "",
        "Below what is wanted (`must`, near cores): " + ("; ".join(short) + "." if short else "nothing."),
    ]
    if found["failed"]:
        lines += ["", "Not measured: " + "; ".join(f"{name} ({' '.join(why.split())[:160]})" for name, why in found["failed"].items()) + "."]
    return "\n".join(lines) + "\n"


def update(path, found):
    """Rows of what was measured replace older ones; on another machine than before, all older ones go."""
    kept = []
    if os.path.exists(path):
        with open(path) as file:
            before = file.read()
        same = re.search(r"^- machine: (.*)$", before, re.MULTILINE)
        if same and same[1] == machine_line(found):
            kept = old_rows(before)
    with open(path, "w") as file:
        file.write(text(found, kept))
