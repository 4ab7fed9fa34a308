"""The graphs of a file, as their signatures say."""
import collections, glob, os, re

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = {os.path.basename(file)[:-6]: file for file in sorted(glob.glob(f"{HERE}/Inputs/*.graph"))}
FILES["functions"] = f"{HERE}/../primitives/Inputs/functions.graph"

Graph = collections.namedtuple("Graph", "name inputs outputs")  # inputs: (name, element type, shape)


def graphs(file):
    text = re.sub(r"\s+", " ", re.sub(r"#.*", "", open(file).read()))
    for name, inputs, outputs in re.findall(r"graph (\w+)\( ?(.*?),? ?\) -> \( ?(.*?),? ?\) \{", text):
        yield Graph(name, [(key, kind, tuple(int(n.split("=")[-1]) for n in shape.split(",") if n.strip()))
                           for key, kind, shape in re.findall(r"(\w+): (\w+)\[(.*?)\]", inputs)],
                    re.findall(r"(\w+): \w+\[", outputs))
