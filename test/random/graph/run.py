#!/usr/bin/python3
"""Random models of the language against the reference, on the CPU and on Vulkan.

    run.py [--seconds 60 | --minutes 60 | --count N] [--seed S] [--device cpu,vulkan]
    run.py FILE.graph ...        these models only, as the cases are

Every text is checked as `aic run FILE --weights random:1 --input random:1 --check` does, on the CPU with one and with two threads.
Exit code 3 is a skip, counted by what is not supported; all else that is not 0 is a failure: its text, shrunk, goes to
build/random/graph. The seed of a text is its first line; `--seed S --count 1` makes it again.
"""
import argparse, collections, os, re, sys, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.abspath(f"{HERE}/../../..")
sys.path += [HERE, f"{HERE}/../../models"]
from generate import RULES, VULKAN, generate
from shrink import shrink
from worker import Worker
import vulkan_drivers


def complain_about_names(worker):
    """The language's own list against the table's."""
    import subprocess
    names = set(subprocess.run([worker, "--names"], stdout=subprocess.PIPE, text=True, check=True).stdout.split())
    names |= {f"nn.{n}" for n in re.findall(r"^block (\w+)\(", open(f"{SOURCE}/frontends/graph/nn.graph").read(), re.M)}
    return [f"{n}: the language has it, rules.py, layers.py and losses.py have no row" for n in sorted(names - set(RULES))] + \
           [f"{n}: there is a row for it, the language has no such name" for n in sorted(set(RULES) - names)]


class Sitting:
    """What is counted over all devices."""

    def __init__(self, options):
        self.options = options
        self.lock = threading.Lock()
        self.passed = self.failed = 0
        self.skips = collections.Counter()
        self.used = collections.Counter()
        self.kinds = {}  # of failures: how often
        self.end = time.monotonic() + options.seconds if options.seconds else None

    def over(self, done):
        return (self.end and time.monotonic() > self.end) or (self.options.count and done >= self.options.count)

    def device(self, device):
        worker = Worker(self.options.worker, device, "1,2" if device == "cpu" else "1")
        done = 0
        try:
            while not self.over(done):
                seed = self.options.seed + done
                done += 1
                text, used, elems = generate(seed, self.options.only)
                if device == "vulkan" and elems - set(VULKAN) and seed % 8:
                    continue  # now and then: it is exit code 3
                self.one(worker, seed, text, used)
        finally:
            worker.stop()

    def one(self, worker, seed, text, used=()):
        path = f"{self.options.out}/{worker.device}-{os.getpid()}.now.graph"  # two may sit at once
        outcome = self.ask(worker, path, text)
        with self.lock:
            self.used.update(used)
            if outcome.good:
                self.passed += 1
                return True
            if outcome.code == 3:
                self.skips[(worker.device, outcome.message)] += 1
                return True
            self.failed += 1
            key = (worker.device, *outcome.key)
            self.kinds[key] = self.kinds.get(key, 0) + 1
            first = self.kinds[key] == 1
        kept = f"{self.options.out}/{worker.device}-{seed}.graph"
        print(f"FAILED: {worker.device}, seed {seed}: {outcome.code}: {outcome.message}", flush=True)
        note = f"# {worker.device}: {outcome.code}: {outcome.message}\n"
        open(kept, "w").write(note + text)
        in_time = not self.end or time.monotonic() < self.end + self.options.seconds / 2
        if first and self.options.shrink and in_time:
            small = shrink(text, lambda t: self.ask(worker, path, t).key == outcome.key, self.options.shrink)
            small = re.sub(r"  # .*", "", small)
            last = self.ask(worker, path, small)
            open(kept, "w").write(note + small)
            print(f"{kept}:\n{small}{last.said}", flush=True)
        return False

    def ask(self, worker, path, text):
        open(path, "w").write(text)
        return worker.check(1, path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--count", type=int, default=None, help="models a device")
    parser.add_argument("--seconds", type=float, default=None)
    parser.add_argument("--minutes", type=float, default=None)
    parser.add_argument("--only", choices=sorted(RULES), metavar="NAME", help="a primitive or layer that ends every text")
    parser.add_argument("--device", default="cpu,vulkan")
    parser.add_argument("--driver", default="lavapipe", choices=sorted(vulkan_drivers.ICD))
    parser.add_argument("--shrink", type=float, default=60, help="seconds for each kind of failure; 0: not at all")
    parser.add_argument("--build", default=os.environ.get("AIC_BUILD", f"{SOURCE}/build"))
    options = parser.parse_args()
    if options.minutes:
        options.seconds = options.minutes * 60
    if not options.seconds and not options.count:
        options.seconds = 60
    options.worker = f"{options.build}/bin/aic_random_worker"
    options.out = f"{options.build}/random/graph"
    os.makedirs(options.out, exist_ok=True)
    if options.seed is None:
        options.seed = int.from_bytes(os.urandom(5), "little")
    devices = options.device.split(",")
    if "vulkan" in devices:
        vulkan_drivers.select(options.driver, options.out, validate=False)
    sitting = Sitting(options)
    missing = complain_about_names(options.worker)
    for line in missing:
        print(f"FAILED: {line}")
    sitting.failed += len(missing)
    if options.files:
        for device in devices:
            worker = Worker(options.worker, device, "1,2" if device == "cpu" else "1")
            for file in options.files:
                sitting.one(worker, os.path.basename(file).removesuffix(".graph"), open(file).read())
            worker.stop()
    else:
        print(f"seed {options.seed} on {options.device}", flush=True)
        threads = [threading.Thread(target=sitting.device, args=(device,)) for device in devices]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        unused = sorted(set(RULES) - set(sitting.used))
        if unused and sitting.passed > 2000:
            print(f"never used: {' '.join(unused)}")
    for device in devices:
        if os.path.exists(now := f"{options.out}/{device}-{os.getpid()}.now.graph"):
            os.remove(now)
    for (device, message), count in sitting.skips.most_common(40):
        print(f"skipped {count:5d}  {device}: {message}")
    for key, count in sorted(sitting.kinds.items(), key=lambda k: -k[1]):
        print(f"failed  {count:5d}  {key[0]}: {key[1]}: {key[2]}")
    print(f"{sitting.passed} passed, {sitting.failed} failed, {sum(sitting.skips.values())} skipped")
    return 1 if sitting.failed or not sitting.passed else 0


sys.exit(main())
