#!/usr/bin/python3
"""A model that goes on where its last run ended gives what PyTorch gives of the whole sequence at once.

    run_steps.py NAME WORK_FOLDER [DRIVER]     NAME: a row of STEPS; needs `aic` on the path

Pieces go through one entry, the rest, one at a time, through another (or the same); what each run says of its last position is
compared with the golden of the model without states. Then the states are reset, and all is run again: the same bits.
DRIVER, lavapipe or swiftshader, runs it on Vulkan instead, under the validation layer.
"""
import os, sys
from collections import namedtuple
import numpy as np
import vulkan_drivers
from cases import CASES, TOLERANCE
from run_golden import HERE
from run_golden import aic as run_aic

sys.path.append(f"{HERE}/../../runtime/python")
import aic

# golden: of cases.py; graphs: as --graph has them; piece and step: entries; dims; size: of a piece; count: of pieces; sequence:
# the input that is cut along axis 1, and what it is called in the entries; position: the entries have it.
Steps = namedtuple("Steps", "golden graph graphs piece step dims size count sequence name position")
STEPS = {
    "gpt2": Steps("gpt2", "gpt2.graph", "prefill,step", "prefill", "step", {"S": 16}, 16, 3, "input_ids", "ids", True),
    "kjv": Steps("kjv", "kjv.graph", "", "prefill", "step", {}, 32, 7, "bytes", "ids", True),
    "kjv_29_batch2": Steps("kjv_29_batch2", "kjv.graph", "", "prefill", "step", {"N": 2, "S": 8}, 8, 3, "bytes", "ids", True),
    "lstm": Steps("lstm", "lstm.graph", "lstm_stream", "lstm_stream[T=7]", "lstm_stream[T=1]", {"T": "1,7"}, 7, 14, "x", "x", False),
    "lstm_7_batch3": Steps("lstm_7_batch3", "lstm.graph", "lstm_stream", "lstm_stream[T=3]", "lstm_stream[T=1]",
                           {"N": 3, "T": "1,3"}, 3, 2, "x", "x", False),
}


def run(session, steps, sequence, shape):
    """{number of the last position: output} of one pass over the sequence."""
    entries = {steps.size: session[steps.piece], 1: session[steps.step]}
    outputs, at = {}, 0
    while at < sequence.shape[1]:
        size = steps.size if at < steps.size * steps.count else 1
        output = np.full(shape, np.nan, np.float32)
        entries[size].run_into(output, sequence[:, at:at + size], *([at] if steps.position else []))
        at += size
        outputs[at - 1] = output
    return outputs


def main():
    name, work = sys.argv[1:3]
    driver = sys.argv[3] if len(sys.argv) > 3 else ""
    os.makedirs(work, exist_ok=True)
    steps = STEPS[name]
    case, golden = CASES[steps.golden], np.load(f"{HERE}/golden/{steps.golden}.npz")
    artifact = f"{work}/{name}.aic"
    run_aic("compile", f"{HERE}/../../examples/{steps.graph}", *(["--graph", steps.graphs] if steps.graphs else []),
        *[option for dim, value in steps.dims.items() for option in ("--dim", f"{dim}={value}")],
        "--weights", f"random:{case.seed}", "--target", "vulkan" if driver else "cpu", "-o", artifact)
    log = vulkan_drivers.select(driver, work) if driver else None
    session = aic.load(artifact).session(threads=2, device="vulkan" if driver else "cpu")
    os.remove(artifact)
    sequence, (part,) = golden[steps.sequence], case.outputs.values()
    wanted = golden["logits"]
    # Of a sequence the golden has some positions and classes of the logits; of others the logits of the whole.
    part = part if isinstance(part, tuple) else (slice(None), slice(None))
    positions = range(sequence.shape[1])[part[1]] if wanted.ndim == 3 else [sequence.shape[1] - 1]
    classes = part[2] if len(part) > 2 else slice(None)
    shape = sequence.shape[0], {"gpt2": 50257}.get(name, wanted.shape[-1])
    outputs = run(session, steps, sequence, shape)
    worst, compared = 0.0, 0
    for number, position in enumerate(positions):
        if position in outputs:
            theirs = wanted[:, number] if wanted.ndim == 3 else wanted
            worst = max(worst, np.abs(outputs[position][:, classes] - theirs).max() / np.abs(theirs).max())
            compared += 1
    print(f"{name}: {len(outputs)} runs; {compared} positions off by {worst:.1e} of the largest value; the bound is {TOLERANCE:.0e}")
    if not compared or not worst <= TOLERANCE:
        sys.exit("they differ")
    session.states.reset()
    again = run(session, steps, sequence, shape)
    if any(again[at].tobytes() != output.tobytes() for at, output in outputs.items()):
        sys.exit("after a reset the same sequence gives something else")
    if driver:
        session.close()
        vulkan_drivers.check_silent(log)


if __name__ == "__main__":
    main()
