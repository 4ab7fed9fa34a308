"""The process that compiles and checks, on one device; started again when it dies or hangs."""
import os, re, select, signal, subprocess, time

NAMES = {0: "good", 1: "the model is wrong", 3: "unsupported", 4: "cannot read or write", 6: "numbers differ", 70: "our fault"}


class Outcome:
    """What became of a model: an exit code, "hang" or a signal's name, and what was said."""

    def __init__(self, code, said):
        self.code, self.said = code, said

    @property
    def good(self):
        return self.code == 0

    @property
    def message(self):
        """The first error, without its place and its numbers: equal for equal faults."""
        found = re.search(r"(?:error|Assertion|terminate|LLVM ERROR)[^\n]*", self.said)
        text = found.group(0) if found else self.said.strip().split("\n")[-1]
        text = re.sub(r"^error: ", "", text)
        if self.code == 6:  # which kernel; not by how much
            text = text.split(": at [")[0]
        return re.sub(r"[-+]?\b\d[\d.e+-]*", "#", text)[:160]

    @property
    def key(self):
        return (self.code, re.sub(r"\(operator.*?\) ", "", self.message))


class Worker:
    def __init__(self, program, device, threads="1,2", timeout=120):
        self.command = [program, device, threads]
        self.device, self.timeout = device, timeout
        self.process = None

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.runs = 0

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def check(self, seed, file):
        if self.process and self.runs >= 500:  # what a process keeps, goes with it
            self.stop()
        if not self.process:
            self.start()
        self.runs += 1
        self.process.stdin.write(f"{seed} {file}\n".encode())
        self.process.stdin.flush()
        said, end = b"", time.monotonic() + self.timeout
        while True:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                self.stop()
                return Outcome("hang", said.decode(errors="replace"))
            part = os.read(self.process.stdout.fileno(), 65536)
            if not part:
                code = self.process.wait()
                self.process = None
                name = signal.Signals(-code).name if code < 0 else f"exit {code}"
                return Outcome(name, said.decode(errors="replace"))
            said += part
            found = re.search(rb"\x1e (\d+)\n", said)
            if found:
                return Outcome(int(found.group(1)), said[:found.start()].decode(errors="replace"))
