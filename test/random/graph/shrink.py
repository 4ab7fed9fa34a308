"""The smallest text that fails in the same way: statements and outputs are taken away, values become inputs, numbers smaller."""
import re, time

STATEMENT = re.compile(r"^  ([\w, ]+) = (.*?)  # (.*)$")
SIGNATURE = re.compile(r"^graph g\((.*)\) -> \((.*)\) \{$", re.M)


def items(text):
    """The arguments of a signature: commas within brackets do not part them."""
    return [i for i in re.split(r", (?=\w+: )", text) if i]


def parts(text):
    head = SIGNATURE.search(text)
    return text[:head.start()], items(head.group(1)), items(head.group(2)), text[head.end():].rstrip().rstrip("}").strip("\n").split("\n")


def whole(blocks, inputs, outputs, body):
    return f"{blocks}graph g({', '.join(inputs)}) -> ({', '.join(outputs)}) {{\n" + "\n".join(body) + "\n}\n"


def words(lines):
    return set(re.findall(r"\w+", "\n".join(line.split("  #")[0] for line in lines)))


def tidy(text):
    """Without inputs and statements that nobody reads."""
    blocks, inputs, outputs, body = parts(text)
    while True:
        read = words([line.split(" = ", 1)[-1] for line in body])
        kept = [line for line in body if not (m := STATEMENT.match(line)) or any(n in read for n in m.group(1).split(", "))]
        kept = [line for line in kept if not (m := re.match(r"^  param (\w+):", line)) or m.group(1) in read]
        if len(kept) == len(body):
            break
        body = kept
    return whole(blocks, [i for i in inputs if i.split(":")[0] in read], outputs, body)


def candidates(text):
    """Smaller texts, the much smaller ones first. Many are no models; those fail in another way."""
    blocks, inputs, outputs, body = parts(text)
    if blocks:
        yield whole("", inputs, outputs, body)
        for found in re.finditer(r"^block .*?^}\n+", blocks, re.M | re.S):
            yield whole(blocks.replace(found.group(0), ""), inputs, outputs, body)
    if len(outputs) > 1:
        for keep in outputs:
            name = keep.split(":")[0]
            yield tidy(whole(blocks, inputs, [keep], [line for line in body if not re.match(r"  y\d+ = ", line) or line.startswith(f"  {name} = ")]))
        for drop in outputs:
            name = drop.split(":")[0]
            yield tidy(whole(blocks, inputs, [o for o in outputs if o != drop], [line for line in body if not line.startswith(f"  {name} = ")]))
    # A later value becomes an output, so that what follows goes.
    if len(outputs) == 1:
        name = outputs[0].split(":")[0]
        for line in body:
            if (m := STATEMENT.match(line)) and "," not in m.group(1):
                yield tidy(whole(blocks, inputs, [f"{name}: {m.group(3)}"], [l for l in body if not l.startswith(f"  {name} = ")] + [f"  {name} = {m.group(1)}"]))
    # A value becomes an input or a parameter becomes one.
    for i, line in enumerate(body):
        if (m := STATEMENT.match(line)):
            made = [f"{n}: {t}" for n, t in zip(m.group(1).split(", "), m.group(3).split("; "))]
            yield tidy(whole(blocks, inputs + made, outputs, body[:i] + body[i + 1:]))
        elif (m := re.match(r"^  param (\w+): (.*)$", line)):
            yield tidy(whole(blocks, inputs + [f"{m.group(1)}: {m.group(2)}"], outputs, body[:i] + body[i + 1:]))
        elif (m := re.match(r"^  state (\w+): ([^=]*) = ", line)):
            yield tidy(whole(blocks, inputs + [f"{m.group(1)}: {m.group(2)}"], outputs, body[:i] + body[i + 1:]))
        elif not line.startswith("  y"):
            yield tidy(whole(blocks, inputs, outputs, body[:i] + body[i + 1:]))
    # A value is replaced by another of its type.
    known = [tuple(i.split(": ")) for i in inputs]
    for i, line in enumerate(body):
        if (m := STATEMENT.match(line)) and "," not in m.group(1):
            for name, kind in known:
                if kind == m.group(3) and name != m.group(1) and m.group(2) != name:
                    rest = "\n".join(body[i + 1:])
                    yield tidy(whole(blocks, inputs, outputs, body[:i] + re.sub(rf"\b{m.group(1)}\b", name, rest).split("\n")))
            known.append((m.group(1), m.group(3)))
    # Arguments go; a call is its argument.
    for found in re.finditer(r", (?:\w+=)?(?:\"\w+\"|\[[-\d, ]*\]|[-\w.]+)(?=[,)])", text):
        yield text[:found.start()] + text[found.end():]
    for found in re.finditer(r"\b[a-z_]\w*\((\w+)\)", text):
        yield text[:found.start()] + found.group(1) + text[found.end():]


def sizes(text):
    """Texts with one number smaller everywhere, as a size is, or in one place."""
    numbers = sorted({int(n) for n in re.findall(r"(?<![\w.])\d+(?![\w.])", text)}, reverse=True)
    for n in numbers:
        for smaller in sorted({1, 2, 3, n // 2, n - 1}):
            if 0 < smaller < n:
                yield re.sub(rf"(?<![\w.]){n}(?![\w.])", str(smaller), text)
    for found in re.finditer(r"(?<![\w.#])\d+(?![\w.])", text):
        if "  #" in text[text.rfind("\n", 0, found.start()) + 1:found.start()]:
            continue # a comment says what the type was
        n = int(found.group(0))
        for smaller in sorted({0, 1, n // 2, n - 1}):
            if 0 <= smaller < n:
                yield text[:found.start()] + str(smaller) + text[found.end():]


def shrink(text, fails, seconds):
    """`fails(text)`: whether a text fails as the first one did."""
    end = time.monotonic() + seconds
    tried = {text}
    for source in (candidates, sizes, candidates):
        again = True
        while again:
            again = False
            for smaller in source(text):
                if time.monotonic() > end:
                    return text
                if smaller in tried:
                    continue
                tried.add(smaller)
                if fails(smaller):
                    text, again = smaller, True
                    break
    return text
