"""The two programs that compute: aic (onnx_random_runner) and ONNX Runtime (oracle.mjs), behind pipes."""
import os
import struct
import subprocess

from tensors import Unpacker, pack

HERE = os.path.dirname(os.path.abspath(__file__))
ONNXRUNTIME = "onnxruntime-node@1.30.0"


class Answer:
    def __init__(self, code, text="", outputs=None):
        self.code, self.text, self.outputs = code, text, outputs or {}


class Worker:
    """A program that answers one request after another; it is started again when it dies."""

    DIED = 1000

    def __init__(self, command):
        self.command, self.process = command, None

    def _start(self):
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def send(self, options, model, inputs):
        self._start()
        text = options.encode()
        body = struct.pack("<I", len(text)) + text + struct.pack("<I", len(model)) + model + struct.pack("<I", len(inputs))
        body += b"".join(pack(name, tensor) for name, tensor in inputs.items())
        try:
            self.process.stdin.write(struct.pack("<I", len(body)) + body)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # receive() says so

    def receive(self):
        head = self.process.stdout.read(4)
        body = self.process.stdout.read(struct.unpack("<I", head)[0]) if len(head) == 4 else b""
        if not body:
            code = self.process.wait()
            return Answer(self.DIED - min(code, 0), f"the process ended with {code}")
        reader = Unpacker(body)
        code, text = reader.take("I"), reader.text()
        return Answer(code, text, dict(reader.tensor() for _ in range(reader.take("I"))))

    def ask(self, options, model, inputs):
        self.send(options, model, inputs)
        return self.receive()

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.stdin.close()
            self.process.wait()


def aic(build):
    return Worker([os.path.join(build, "bin/onnx_random_runner")])


def onnx_runtime(folder):
    return Worker(["node", os.path.join(HERE, "oracle.mjs"), folder])


def install_onnx_runtime(folder):
    """npm's package, where it is not there yet. Raises CalledProcessError or FileNotFoundError."""
    if not os.path.isdir(os.path.join(folder, "node_modules/onnxruntime-node")):
        os.makedirs(folder, exist_ok=True)
        run = lambda *command: subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        run("npm", "init", "-y")
        run("npm", "install", "--silent", "--ignore-scripts", ONNXRUNTIME)
