"""Where the peers are, and how they are called."""
import os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.environ.get("PEERS", os.path.expanduser("~/.cache/aic-peers"))


def onnxruntime(*arguments):
    """What onnxruntime.mjs prints."""
    done = subprocess.run(["node", f"{HERE}/onnxruntime.mjs", *map(str, arguments)], cwd=f"{PEERS}/npm",
                          stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"onnxruntime.mjs {' '.join(map(str, arguments))}: exit code {done.returncode}")
    return done.stdout


def run_onnxruntime(folder):
    """Run FOLDER/model.onnx on FOLDER/in.INPUT.npy; its results lie in FOLDER/ort.OUTPUT.npy."""
    onnxruntime(folder)
