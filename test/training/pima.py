#!/usr/bin/python3
"""The Pima Indians' diabetes data (Smith et al., 1988) as Debian's r-cran-mlbench has it, as samples for aic train.

    pima.py OUT.npz     x: f32[768, 8], each column with mean 0 and deviation 1; target: f32[768, 1], 1 where diabetes was found
"""
import lzma, struct, sys
import numpy as np

FILE = "/usr/lib/R/site-library/mlbench/data/PimaIndiansDiabetes.rda"


class Serialized:
    """R's serialized objects, version 2, XDR ("R Internals", 1.8): as much of it as a data frame has."""

    def __init__(self, data):
        self.data, self.at, self.symbols = data, 0, []

    def take(self, size):
        self.at += size
        return self.data[self.at - size:self.at]

    def integer(self):
        return struct.unpack(">i", self.take(4))[0]

    def item(self):
        flags = self.integer()
        kind = flags & 255
        if kind == 254:  # nil
            return None
        if kind == 255:  # a symbol that was there before
            return self.symbols[(flags >> 8 or self.integer()) - 1]
        if kind == 1:
            self.symbols.append(self.item())
            return self.symbols[-1]
        if kind == 9:
            size = self.integer()
            return None if size < 0 else self.take(size).decode()
        if kind == 2:  # pairs: tag and value
            assert not flags & 512, "attributes of a pair list"
            tag = self.item() if flags & 1024 else None
            value = self.item()
            return {tag: value, **(self.item() or {})}
        size = self.integer()
        if kind in (10, 13, 14):
            value = np.frombuffer(self.take(size * (8 if kind == 14 else 4)), ">f8" if kind == 14 else ">i4")
        else:
            assert kind in (16, 19), f"an object of kind {kind}"
            value = [self.item() for _ in range(size)]
        return (value, self.item()) if flags & 512 else value


def samples():
    data = lzma.decompress(open(FILE, "rb").read())
    assert data[:7] == b"RDX2\nX\n", data[:7]
    reader = Serialized(data)
    reader.at = 7 + 12  # three versions
    columns, attributes = reader.item()["PimaIndiansDiabetes"]
    table = dict(zip(attributes["names"], columns))
    found, levels = table.pop("diabetes")
    x = np.stack([np.asarray(column, np.float64) for column in table.values()], 1)
    x = (x - x.mean(0)) / x.std(0)
    target = (found == 1 + levels["levels"].index("pos")).astype(np.float32)[:, None]
    assert x.shape == (768, 8) and target.sum() == 268, (x.shape, target.sum())
    return x.astype(np.float32), target


if __name__ == "__main__":
    x, target = samples()
    np.savez(sys.argv[1], x=x, target=target)
