#!/usr/bin/python3
"""The trained language model on text that it has not seen: PyTorch's bits per byte, and more of them on shuffled text and with
weights of 16, 8 and 4 bits.

    run_text.py NAME WORK_FOLDER [DRIVER [COUNT]]     NAME: kjv

DRIVER, lavapipe or swiftshader, runs it on Vulkan instead, on the first COUNT pieces of 256 bytes (8: these drivers are slow),
beside what the CPU makes of them. Needs `aic` on the path.
"""
import json, math, os, sys
import numpy as np
import vulkan_drivers
from cases import ALL, Case
from run_golden import HERE, aic, run_case

FOLDER = f"{HERE}/../../examples/text"
CONTEXT = 256
TOLERANCE = 1e-3  # bits
# How weights are stored, by how much the text may be harder to tell, and the most of the file in f32 that is left. The checkpoint
# has its weights in f16: nothing is lost there.
PRECISIONS = [("bf16", 0.002, 0.55), ("f16", 1e-6, 0.55), ("int8", 0.01, 0.35), ("int4", 0.04, 0.25)]


def compiled(name, work, batch, device, *options):
    """The artifact, and a function from pieces [count, CONTEXT + 1] of bytes to bits per byte, as tools/train_text.py counts them."""
    artifact = f"{work}/{'_'.join((device, *options)).replace('-', '')}.aic"
    # The weights are those that the graph names itself.
    aic("compile", f"{HERE}/../../examples/llama.graph", "--graph", name, "--dim", f"N={batch}", "--target", device, *options, "-o", artifact)
    case = Case("llama.graph", name, {}, 0, {"bytes": None}, {"logits": ALL})

    def bits(pieces):
        total = 0
        for i in range(0, len(pieces), batch):
            part = pieces[i:i + batch]
            full = np.concatenate([part, np.zeros((batch - len(part), CONTEXT + 1), np.int64)])
            logits = run_case(case, artifact, {"bytes": full[:, :-1]}, work, 2, "--device", device)["logits"][:len(part)]
            logits = logits.astype(np.float64)
            highest = logits.max(-1, keepdims=True)
            log_sum = np.log(np.exp(logits - highest).sum(-1)) + highest[..., 0]
            total += (log_sum - np.take_along_axis(logits, part[:, 1:, None], 2)[..., 0]).sum()
        return total / (len(pieces) * CONTEXT) / math.log(2)
    return artifact, bits


def expect(what, found, wanted):
    print(f"{what}: {found:.5f} bits a byte, expected {wanted:.5f}")
    if not abs(found - wanted) <= TOLERANCE:
        sys.exit(f"{what}: they differ by more than {TOLERANCE}")


def main():
    name, work = sys.argv[1:3]
    driver, count = (sys.argv[3:] + ["", ""])[:2]
    os.makedirs(work, exist_ok=True)
    text = np.fromfile(f"{FOLDER}/{name}.txt", np.uint8).astype(np.int64)
    pieces = text[:len(text) // (CONTEXT + 1) * (CONTEXT + 1)].reshape(-1, CONTEXT + 1)
    if driver:
        pieces = pieces[:int(count or 8)]
        wanted = compiled(name, work, 4, "cpu")[1](pieces)
        vulkan_drivers.select(driver, work, validate=False)
        expect(driver, compiled(name, work, 4, "vulkan")[1](pieces), wanted)
        wanted = compiled(name, work, 4, "cpu", "--precision", "int4")[1](pieces)
        expect(f"{driver} in int4", compiled(name, work, 4, "vulkan", "--precision", "int4")[1](pieces), wanted)
        return
    artifact, bits = compiled(name, work, 16, "cpu")
    expect("the text", bits(pieces), json.load(open(f"{FOLDER}/{name}.json"))["bits_per_byte"])
    shuffled = bits(np.random.default_rng(0).permuted(pieces[:16], axis=1))
    print(f"its bytes shuffled: {shuffled:.2f}")
    if not shuffled > 4:
        sys.exit("shuffled bytes should be hard to tell: the test does not look at the text")
    # Fewer bits a weight: the file is smaller by as much, and the text hardly harder to tell.
    some = pieces[:64]
    wanted = bits(some)
    for precision, worse, smaller in PRECISIONS:
        small, few = compiled(name, work, 16, "cpu", "--precision", precision)
        found, share = few(some), os.path.getsize(small) / os.path.getsize(artifact)
        print(f"{precision}: {found:.5f} bits a byte, {100 * (found / wanted - 1):+.2f} %; {100 * share:.0f} % of the file")
        if not abs(found / wanted - 1) <= worse or (found == wanted and precision != "f16"):
            sys.exit(f"{precision}: {wanted:.5f} in f32; expected another number within {100 * worse:g} % of it")
        if not share <= smaller:
            sys.exit(f"{precision}: expected at most {100 * smaller:.0f} % of the bytes")


if __name__ == "__main__":
    main()
