"""A case through both programs, and what is to be said of the two answers."""
import re

import nodes
import oracle
from compare import difference

# Answers of onnx_random_runner: the exit codes of aic; 500 and an aic_status where the run fails; 1000 and a signal.
UNSUPPORTED, RUN_FAILED, DIED = 3, 500, 1000


class Verdict:
    """outcome: "passed", "sensitive" (passed, but for what hangs on last digits), "refused" (by aic), "oracle" (ONNX Runtime does
    not run it) or "failed"; kind: of the failure, without names and numbers."""

    def __init__(self, outcome, kind="", text="", wanted=None):
        self.outcome, self.kind, self.text, self.wanted = outcome, kind, text, wanted or {}


def plain(message):
    """A message without what differs from model to model."""
    message = re.sub(r"node '[^']*'", "node", message.split("\n")[0])
    return re.sub(r"-?\d+(\.\d+)?", "N", re.sub(r"'[^']*'", "'...'", message))[:160]


def send(aic, ort, case):
    aic.send(case.options, case.model.SerializeToString(), case.inputs)
    oracle.send(ort, case)


def receive(aic, ort, case):
    """The verdict on what was sent."""
    ours, theirs = aic.receive(), oracle.receive(ort, case)
    if ours.code >= DIED:
        return Verdict("failed", "died: " + ours.text.split("\n")[0], "aic died: " + ours.text, theirs.outputs)
    if ours.code == 70:
        return Verdict("failed", "70: " + plain(ours.text), "exit 70: " + ours.text, theirs.outputs)
    if theirs.code:
        return Verdict("oracle", plain(theirs.text), theirs.text)
    if ours.code == UNSUPPORTED:
        return Verdict("refused", plain(ours.text), ours.text)
    if ours.code:
        said = f"aic_status {ours.code - RUN_FAILED}" if ours.code >= RUN_FAILED else f"exit {ours.code}"
        return Verdict("failed", f"{said}: {plain(ours.text)}", f"{said}: {ours.text}", theirs.outputs)
    off = difference(ours.outputs, theirs.outputs, case)
    if off is None:
        return Verdict("passed", wanted=theirs.outputs)
    if off[0] == "overflow":
        return Verdict("sensitive", off[0], off[1], theirs.outputs)
    if off[0] == "numbers" and (oracle.hangs_on_last_digits(ort, case, ours.outputs, theirs.outputs) or
                                nodes.right_one_by_one(aic, ort, case, ours.outputs)):
        return Verdict("sensitive", off[0], off[1], theirs.outputs)
    return Verdict("failed", *off, theirs.outputs)


def judge(aic, ort, case):
    send(aic, ort, case)
    return receive(aic, ort, case)
