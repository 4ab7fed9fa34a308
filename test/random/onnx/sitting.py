"""Model after model, the failures shrunk and written, the counts at the end."""
import collections
import json
import multiprocessing
import os
import subprocess
import time

import files
import judge
import known
import model
import workers
from shrink import Shrinker

ENOUGH = 1000  # models after which every operator has to have run
MOST_FAILURES = 40


class Counts:
    """What was seen, by outcome and by operator; can be added."""

    def __init__(self):
        self.outcomes = collections.Counter()
        self.ran, self.refused, self.refused_there = collections.Counter(), collections.Counter(), collections.Counter()
        self.reasons = {"refused": collections.Counter(), "oracle": collections.Counter(), "known": collections.Counter()}
        self.failures = []

    def add(self, other):
        for mine, theirs in [(self.outcomes, other.outcomes), (self.ran, other.ran), (self.refused, other.refused),
                             (self.refused_there, other.refused_there)] + [(self.reasons[k], other.reasons[k]) for k in self.reasons]:
            mine.update(theirs)
        self.failures += other.failures

    def count(self, case, verdict):
        self.outcomes[verdict.outcome] += 1
        names = collections.Counter(node.op_type for node in _all_nodes(case.model.graph))
        if verdict.outcome == "refused":
            blamed = _blamed(case, verdict.text)
            self.refused.update(blamed or names)
            self.reasons["refused"][f"{', '.join(blamed) or 'the model'}: {verdict.kind}"] += 1
        elif verdict.outcome == "oracle":
            blamed = _blamed(case, verdict.text)
            self.refused_there.update(blamed or names)
            self.reasons["oracle"][f"{', '.join(blamed) or 'the model'}: {verdict.kind}"] += 1
        else:
            self.ran.update(names)


def _all_nodes(graph):
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            if attribute.HasField("g"):
                yield from _all_nodes(attribute.g)


def _blamed(case, text):
    """The operators that a message names by their nodes."""
    return sorted({node.op_type for node in _all_nodes(case.model.graph) if f"'{node.name}'" in text or f"({node.name})" in text or
                   f"name:{node.name} " in text or f":{node.name})" in text})


class Sitting:
    def __init__(self, options, start, step):
        self.options, self.start, self.step = options, start, step
        self.aic = workers.aic(options.build)
        self.ort = workers.onnx_runtime(os.path.join(options.build, "random/npm"))
        self.counts, self.seen = Counts(), set()

    def cases(self):
        options = self.options
        if options.case:
            for path in options.case[self.start::self.step]:
                yield path, files.read(path)
            return
        if options.only is not None:
            yield options.only, model.make(options.seed, options.only, options)
            return
        index, begin = self.start, time.monotonic()
        while (options.count is None or index < options.count) and (options.seconds is None or time.monotonic() - begin < options.seconds):
            case = model.make(options.seed, index, options)
            if case is not None:
                yield index, case
            index += self.step

    def run(self):
        waiting = None  # the next model is made while the programs compute
        said = time.monotonic()
        for index, case in self.cases():
            if time.monotonic() - said > 60:
                said = time.monotonic()
                print(f"... {index}: {dict(self.counts.outcomes)}", flush=True)
            if waiting:
                self.finish(*waiting)
            judge.send(self.aic, self.ort, case)
            waiting = index, case
            if len(self.counts.failures) >= MOST_FAILURES:
                break
        if waiting:
            self.finish(*waiting)
        self.aic.close()
        self.ort.close()
        return self.counts

    def finish(self, index, case):
        verdict = judge.receive(self.aic, self.ort, case)
        if self.options.verbose:
            print(f"{index}: {verdict.outcome} {verdict.text[:200]}\n{files.describe(case)}", flush=True)
        if verdict.outcome == "failed":
            self.failed(index, case, verdict)
        self.counts.count(case, verdict)

    def failed(self, index, case, verdict):
        last = verdict

        def same(changed):
            nonlocal last
            found = judge.judge(self.aic, self.ort, changed)
            if found.outcome != "failed" or found.kind != verdict.kind:
                return False
            last = found
            return True

        if not same(case):
            last = verdict
            last.text += " (not again when it was run once more)"
        else:
            case = Shrinker(case, same, self.ort).shrink()
        words = known.fault_of_onnx_runtime(case, last)
        if words:
            verdict.outcome = "known"
            self.counts.reasons["known"][words] += 1
            return
        os.makedirs(self.options.out, exist_ok=True)
        name = f"{self.options.seed}-{index}" if not self.options.case else os.path.basename(str(index)).removesuffix(".onnx") + "-again"
        path = os.path.join(self.options.out, f"{name}.onnx")
        line = f"{last.kind}: {last.text.splitlines()[0]}"
        files.write(path, case, last.wanted, line)
        self.counts.failures.append(line)
        print(f"FAILED: {path}: {last.text}\n{files.describe(case)}", flush=True)


def _part(options, start, step, queue):
    queue.put(Sitting(options, start, step).run())


def run(options, begin):
    print(f"seed {options.seed}", flush=True)
    jobs = 1 if options.only is not None else options.jobs
    counts = Counts()
    if jobs == 1:
        counts.add(Sitting(options, 0, 1).run())
    else:
        queue = multiprocessing.Queue()
        parts = [multiprocessing.Process(target=_part, args=(options, i, jobs, queue)) for i in range(jobs)]
        for part in parts:
            part.start()
        for part in parts:
            counts.add(queue.get())
        for part in parts:
            part.join()
    bad = report(options, counts, time.monotonic() - begin)
    seen = counts.outcomes
    skipped = seen["refused"] + seen["oracle"] + seen["known"]
    print(f"{seen['passed'] + seen['sensitive']} passed, {seen['failed'] + bad} failed, {skipped} skipped")
    return 1 if seen["failed"] or bad or not seen["passed"] else 0


def report(options, counts, seconds):
    """Prints the table; gives how many faults of the generator there are."""
    whole = options.case is None and options.only is None and options.operator is None
    listed = json.loads(subprocess.run([os.path.join(options.build, "bin/aic"), "operators", "--json"], check=True, capture_output=True).stdout)
    names = sorted({row["name"] for row in listed["operators"]} | set(counts.ran) | set(counts.refused) | set(counts.refused_there))
    if whole:
        print("nodes that ran, + refused by aic, - by ONNX Runtime:")
        cells = [f"{name} {counts.ran[name]}" + (f" +{counts.refused[name]}" if counts.refused[name] else "") +
                 (f" -{counts.refused_there[name]}" if counts.refused_there[name] else "") for name in names]
        for i in range(0, len(cells), 4):
            print("".join(f"{cell:36}" for cell in cells[i:i + 4]).rstrip())
    for key, title in (("refused", "aic refuses"), ("oracle", "ONNX Runtime refuses"), ("known", "ONNX Runtime is wrong")):
        for reason, count in counts.reasons[key].most_common(60 if options.minutes else 25):
            print(f"{title}: {count:5} {reason}")
    print(f"{sum(counts.outcomes.values())} models in {seconds:.0f} s, seed {options.seed}; {counts.outcomes['sensitive']} hang on last digits")
    bad = 0
    if whole and sum(counts.outcomes.values()) >= ENOUGH:
        for name in names:
            if not counts.ran[name] and name not in known.NOT_COMPARED:
                print(f"FAILED: no model with {name} ran")
                bad += 1
    return bad
