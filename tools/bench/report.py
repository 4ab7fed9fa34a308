"""Pages that show a measurement: one file of HTML with SVG in it, no script, nothing from a network, light and dark."""
import html, math
from models import wanted
from roofline import LEVELS

STYLE = """
:root { color-scheme: light dark; --page: #ffffff; --ink: #1b1f24; --soft: #5c6570; --grid: #e3e7eb; --one: #1b1f24;
  --win: #2f6fb5; --loss: #c2452d; --rest: #9aa5b1; --a: #2f6fb5; --b: #d07c1b; --c: #2d8a55; --d: #9b4fb0; --e: #7b8794; }
@media (prefers-color-scheme: dark) { :root { --page: #14171a; --ink: #e6e9ec; --soft: #9aa5b1; --grid: #2b3137; --one: #e6e9ec;
  --win: #6ba6e6; --loss: #f07d63; --rest: #5f6b76; --a: #6ba6e6; --b: #eba757; --c: #62bd88; --d: #c58fd6; --e: #8f9aa5; } }
body { background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; max-width: 62rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem; }
p, dd, figcaption { color: var(--soft); } dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dd { margin: 0; }
figure { margin: .6rem 0; overflow-x: auto; } svg { max-width: 100%; height: auto; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
svg .soft { fill: var(--soft); paint-order: stroke; stroke: var(--page); stroke-width: 3px; }
.grid { stroke: var(--grid); } .one { stroke: var(--one); stroke-dasharray: 4 3; }
.roof { stroke: var(--soft); fill: none; stroke-width: 1.5; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px; } th, td { padding: .15rem .6rem; text-align: right; }
th { color: var(--soft); font-weight: 500; border-bottom: 1px solid var(--grid); } td:first-child, th:first-child { text-align: left; }
.loss { color: var(--loss); font-weight: 600; }
"""
COLOURS = ["--a", "--b", "--c", "--d", "--e"]


def tag(name, content="", **attributes):
    """An element; an attribute's trailing _ is dropped, other _ are -."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{html.escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"


def text(x, y, content, **attributes):
    return tag("text", html.escape(str(content)), x=f"{x:.1f}", y=f"{y:.1f}", **attributes)


def line(x1, y1, x2, y2, **attributes):
    return tag("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", **attributes)


def picture(parts, width, height):
    """A figure of so many pixels."""
    return tag("figure", tag("svg", "".join(parts), viewBox=f"0 0 {width} {height}", width=width, role="img", xmlns="http://www.w3.org/2000/svg"))


def page(title, below, facts, sections):
    """sections: [(heading, paragraph, element)]"""
    described = "".join(tag("dt", html.escape(key)) + tag("dd", html.escape(value)) for key, value in facts)
    body = "".join(tag("h2", html.escape(heading)) + (tag("p", html.escape(said)) if said else "") + element
                   for heading, said, element in sections)
    return ('<!doctype html>\n<html lang="en"><head><meta charset="utf-8"/>'
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
            f"<title>{html.escape(title)}</title><style>{STYLE}</style></head><body>"
            f"<h1>{html.escape(title)}</h1><p>{html.escape(below)}</p>{tag('dl', described)}{body}</body></html>\n")


def bars(rows, least=1.0, form="{:.2f}", word=" loss"):
    """rows: [(label, ratio, wanted, what the pointer shows)]: horizontal bars from 0, a line at 1.0, a tick where it should be; below
    `least` in another colour, and with a word behind the number."""
    left, width, step = 210, 560, 24
    top, most = 28, max([1.0] + [ratio for _, ratio, _, _ in rows] + [must for _, _, must, _ in rows]) * 1.08
    at = lambda ratio: left + width * ratio / most
    height, parts = top + step * len(rows) + 8, []
    tick = 0.5 if most > 1.6 else 0.25
    for i in range(int(most / tick) + 1):
        parts += [line(at(i * tick), top - 6, at(i * tick), height - 6, class_="grid"),
                  text(at(i * tick), top - 12, f"{i * tick:g}", text_anchor="middle", class_="soft")]
    for i, (label, ratio, must, shown) in enumerate(rows):
        y = top + step * i
        colour = "var(--loss)" if ratio < least else "var(--win)"
        bar = tag("rect", tag("title", html.escape(shown)), x=left, y=f"{y + 3:.1f}", width=f"{max(0.5, at(ratio) - left):.1f}",
                  height=step - 8, rx=2, style=f"fill: {colour}")
        parts += [text(left - 8, y + 16, label, text_anchor="end"), bar,
                  text(at(ratio) + 6, y + 16, form.format(ratio) + (word if ratio < least else ""))]
        if must > 1:
            parts.append(line(at(must), y + 1, at(must), y + step - 3, style="stroke: var(--ink); stroke-width: 2"))
    parts.append(line(at(1), top - 6, at(1), height - 6, class_="one"))
    return picture(parts, left + width + 70, height)


def decades(low, high):
    return [10.0**e for e in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]


def roofline(points, peak, bandwidth):
    """points: [(FLOP a byte, GFLOP/s, group, radius, what the pointer shows)]; bandwidth: {level: GB/s}; both axes logarithmic."""
    left, top, width, height = 60, 30, 700, 400
    points = [point for point in points if point[0] > 0 and point[1] > 0]
    if not points:
        return tag("p", "There is nothing to show.")
    xs = decades(min(p[0] for p in points), max(p[0] for p in points))
    ys = decades(min(p[1] for p in points), max(peak, *(p[1] for p in points)))
    if len(xs) < 2:
        xs.append(10 * xs[-1])
    if len(ys) < 2:
        ys.append(10 * ys[-1])
    scale = lambda value, ends, size: size * (math.log10(value) - math.log10(ends[0])) / (math.log10(ends[-1]) - math.log10(ends[0]))
    x_of, y_of = lambda v: left + scale(v, xs, width), lambda v: top + height - scale(v, ys, height)
    parts = []
    for x in xs:
        parts += [line(x_of(x), top, x_of(x), top + height, class_="grid"),
                  text(x_of(x), top + height + 16, f"{x:g}", text_anchor="middle", class_="soft")]
    for y in ys:
        parts += [line(left, y_of(y), left + width, y_of(y), class_="grid"),
                  text(left - 6, y_of(y) + 4, f"{y:g}", text_anchor="end", class_="soft")]
    for name in LEVELS:
        if name not in bandwidth:
            continue
        ridge = peak / bandwidth[name]
        start = max(xs[0], ys[0] / bandwidth[name])
        end = min(ridge, xs[-1])
        if start < end:
            parts += [line(x_of(start), y_of(start * bandwidth[name]), x_of(end), y_of(end * bandwidth[name]), class_="roof"),
                      text(x_of(start) + 8, y_of(start * bandwidth[name]) + (14 if start > ys[0] / bandwidth[name] else -4),
                           f"{name} {bandwidth[name]:.0f} GB/s", class_="soft")]
    parts.append(line(x_of(min(xs[-1], max(xs[0], peak / max(bandwidth.values())))), y_of(peak), left + width, y_of(peak), class_="roof"))
    parts.append(text(left + width, y_of(peak) - 6, f"FMA peak {peak:.0f} GFLOP/s", text_anchor="end", class_="soft"))
    groups = sorted({p[2] for p in points}, key=lambda group: -sum(p[2] == group for p in points))
    colour = {group: COLOURS[min(i, len(COLOURS) - 1)] for i, group in enumerate(groups)}
    for x, y, group, radius, shown in sorted(points, key=lambda p: -p[3]):
        parts.append(tag("circle", tag("title", html.escape(shown)), cx=f"{x_of(x):.1f}", cy=f"{y_of(y):.1f}", r=f"{radius:.1f}",
                         style=f"fill: var({colour[group]}); fill-opacity: .55; stroke: var({colour[group]})"))
    for i, group in enumerate(groups):
        parts += [tag("circle", cx=left + width + 24, cy=top + 12 + 20 * i, r=5, style=f"fill: var({colour[group]})"),
                  text(left + width + 36, top + 16 + 20 * i, group)]
    parts += [text(left + width / 2, top + height + 36, "FLOP a byte that is read or written", text_anchor="middle", class_="soft"),
              text(left - 6, top - 16, "GFLOP/s", text_anchor="end", class_="soft")]
    return picture(parts, left + width + 170, top + height + 48)


def table(head, rows):
    """rows: [[cell]]; a cell is text, or (text, its class)."""
    cell = lambda one: tag("td", html.escape(one[0]), class_=one[1]) if isinstance(one, tuple) else tag("td", html.escape(str(one)))
    return tag("figure", tag("table", tag("thead", tag("tr", "".join(tag("th", html.escape(name)) for name in head))) +
                             tag("tbody", "".join(tag("tr", "".join(map(cell, row))) for row in rows))))


def facts_of(found):
    about = found["machine"]
    return [("machine", f"{about['cpu']}, {about['cpus']} CPUs, {about['kernel']}"),
            ("versions", "; ".join(f"{name} {version}" for name, version in found["versions"].items())),
            ("priority", "real-time" if found["real_time_priority"] else "none: others could disturb")]


def bench_page(found):
    """The page of tools/bench/bench, from what --json writes."""
    sections = []
    groups = sorted({(row["threads"], row["cores"]) for row in found["rows"]})
    for threads, cores in groups:
        rows = [row for row in found["rows"] if (row["threads"], row["cores"]) == (threads, cores)]
        where = f"{threads} thread{'s' if threads > 1 else ''}" + ("" if cores == "any" else f", {cores} cores")
        shown = [(row["model"] if peer == "ONNX Runtime" else f"{row['model']} ({peer})", ratio,
                  wanted(row["model"], threads)[0] if peer == "ONNX Runtime" and cores != "far" else 1.0,
                  f"{row['model']}: {peer} {row['ms'][peer]:.4g} ms, aic {row['ms']['aic']:.4g} ms, {row['rounds']} rounds")
                 for row in rows for peer, ratio in row["ratio"].items()]
        if shown:
            losses = sum(ratio < 1 for _, ratio, _, _ in shown)
            sections.append((f"The peer's time over ours, {where}",
                             f"The peer is ONNX Runtime where none is named. Longer is better; the dashed line is where both are equal, a tick "
                             f"where it should be. {losses or 'No'} loss{'es' if losses != 1 else ''}.", bars(shown)))
        head = ["model", "aic ms", "p90", "% of FMA peak", "ONNX Runtime ms", "ratio", "llama.cpp ms", "two over one", "rounds"]
        cells = []
        for row in rows:
            ratio = row["ratio"].get("ONNX Runtime")
            of = lambda label: f"{row['ms'][label]:.4g}" if label in row["ms"] else ""
            cells.append([row["model"], of("aic"), f"{row['p90_ms']['aic']:.4g}", f"{row['percent_of_peak']:.0f}", of("ONNX Runtime"),
                          "" if ratio is None else (f"{ratio:.2f}", "loss" if ratio < 1 else "win"), of("llama.cpp"),
                          f"{row['over_one_thread']:.2f}" if "over_one_thread" in row else "", str(row["rounds"])])
        sections.append((f"Times, {where}", "", table(head, cells)))
    for threads in sorted({row["threads"] for row in found["rows"]}):
        peaks = sorted(row["peak_gflops"] for row in found["rows"] if row["threads"] == threads)
        measured = [about["bandwidth"][str(threads)] for about in found["models"].values()]
        bandwidth = {level: sorted(each[level] for each in measured)[len(measured) // 2] for level in measured[0]}
        points = []
        for name, about in found["models"].items():
            operators = about["operators"][str(threads)]
            whole = sum(operator["ms"] for operator in operators) or 1
            for operator in operators:
                if operator["flops"] and operator["bytes"] and operator["ms"] and operator["ms"] > 0.002 * whole:
                    speed = operator["flops"] / operator["ms"] / 1e6
                    radius = 2 + 14 * math.sqrt(operator["ms"] / whole)
                    points.append((operator["flops"] / operator["bytes"], speed, operator["family"], radius,
                                   f"{name}, {operator['name']}: {operator['ms']:.4g} ms, {speed:.0f} GFLOP/s"))
        sections.append((f"Roofline, {threads} thread{'s' if threads > 1 else ''}",
                         "Each circle is a dispatch of a model, its area the share of that model's time. Above the FMA peak is Winograd, whose "
                         "FLOP are counted as those of the direct convolution; above a memory's line is what came from a nearer one.",
                         roofline(points, peaks[len(peaks) // 2], bandwidth)))
    if found["failed"]:
        sections.append(("Not measured", "", table(["model", "why"], [[name, why[:300]] for name, why in found["failed"].items()])))
    below = f"Measured {found['date']}: medians of rounds in which the sides took turns."
    return page("aic beside ONNX Runtime", below, facts_of(found), sections)


def sweep_page(found):
    """The page of tools/bench/sweep, from what --json writes."""
    sections = []
    for threads in sorted({row["threads"] for row in found["rows"]}):
        rows = sorted((row for row in found["rows"] if row["threads"] == threads), key=lambda row: row["share"])
        where = f"{threads} thread{'s' if threads > 1 else ''}"
        shown = lambda row: (f"{row['shape']} ({row['of']}): {row['us']:.4g} us, {row['gflops']:.0f} GFLOP/s, "
                             f"{100 * row['share']:.0f} % of what {row['bound']} allows")
        peaks = sorted(row["peak_gflops"] for row in rows)
        points = [(row["flops"] / row["bytes"], row["gflops"], row["kind"], 4, shown(row)) for row in rows]
        mean = sum(row["share"] for row in rows) / len(rows)
        below = sum(row["share"] < 0.6 for row in rows)
        source = "Weights come from DRAM." if found["cold"] else "Each is run again and again, from the nearest cache that holds it."
        sections.append((f"Roofline, {where}",
                         f"{len(rows)} shapes, {100 * mean:.0f} % of the roofline on average, {below} below 60 %. {source}",
                         roofline(points, peaks[len(peaks) // 2], found["bandwidth"][str(threads)])))
        sections.append((f"The worst thirty, {where}",
                         "Share of the roofline; the dashed line is where a shape reaches it, below 60 % in another colour.",
                         bars([(row["shape"], row["share"], 1.0, shown(row)) for row in rows[:30]], 0.6, "{:.0%}", "")))
        if "ratio" in rows[0]:
            changed = sorted(rows, key=lambda row: row["ratio"])
            ends = changed[:15] + [row for row in changed[-15:] if row not in changed[:15]]
            sections.append((f"Beside the other build, {where}", "Its time over ours: those that lose most, and those that gain most.",
                             bars([(row["shape"], row["ratio"], 1.0, shown(row)) for row in ends])))
        head = ["shape", "of", "us", "GFLOP/s", "bound by", "share", "rounds"] + (["other us", "ratio"] if "ratio" in rows[0] else [])
        cells = []
        for row in rows:
            cells.append([row["shape"], row["of"], f"{row['us']:.4g}", f"{row['gflops']:.0f}", row["bound"],
                          (f"{100 * row['share']:.0f} %", "loss" if row["share"] < 0.6 else "win"), str(row["rounds"])])
            if "ratio" in row:
                cells[-1] += [f"{row['against_us']:.4g}", (f"{row['ratio']:.3f}", "loss" if row["ratio"] < 1 else "win")]
        sections.append((f"All, {where}", "", table(head, cells)))
    return page("aic's kernels beside the roofline", f"Measured {found['date']}: medians of rounds.", facts_of(found), sections)


def write(path, content):
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
