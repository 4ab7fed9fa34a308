"""How fast a machine could be: the FMA peak, or what is read and written at the bandwidth of the memory that holds it."""

LEVELS = ["L1", "L2", "L3", "DRAM"]
PRIVATE = ("L1", "L2")  # each core has its own


def level(size, caches, threads):
    """The nearest memory that holds so many bytes; caches: {level: bytes}, L1 and L2 those of a core."""
    for name in LEVELS[:-1]:
        if size <= caches[name] * (threads if name in PRIVATE else 1):
            return name
    return "DRAM"


def bound(flops, parts, peak, bandwidth):
    """Seconds that are needed at least. parts: [(bytes, level)]; peak in GFLOP/s, bandwidth {level: GB/s}."""
    return max(flops / (peak * 1e9), sum(size / (bandwidth[where] * 1e9) for size, where in parts))
