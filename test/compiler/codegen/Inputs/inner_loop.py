"""Of the assembly on standard input, the block with the most multiply-adds, or with the most of another instruction that is
named (prefetcht0: products, where transforms have multiply-adds too): how many accumulators it has, in which
registers, how many multiply-adds each gets, and what it should not have: stores, and uses of the stack."""
import re
import sys

wanted = sys.argv[1] if len(sys.argv) > 1 else "vfmadd"
blocks = [[]]
for line in sys.stdin:
    line = line.strip()
    if line.endswith(":") or re.match(r"j\w+\s", line):
        blocks.append([])
    elif line and not line.startswith((".", "#")):
        blocks[-1].append(line)
block = max(blocks, key=lambda lines: sum(wanted in line for line in lines))
targets = [re.search(r"%([xyz]mm\d+)$", line).group(1) for line in block if "vfmadd" in line]
accumulators = sorted(set(targets))
kind = {name[0] + "mm" for name in accumulators}
even = len({targets.count(name) for name in accumulators}) == 1
stores = sum(bool(re.match(r"v?mov\w+\s+%[xyz]mm\d+, .*\)$", line)) for line in block)
stack = sum("rsp" in line for line in block)
print(f"accumulators {len(accumulators)} of {' '.join(sorted(kind))}, equally used {even}, stores {stores}, stack {stack}")
