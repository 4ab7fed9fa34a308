"""ranks.py near A B: two files of weights are the same but for roundings. ranks.py kill CHECKPOINT COMMAND...: starts mpirun, kills
its second process with SIGKILL behind the first checkpoint, and looks at how it ends."""
import os, signal, subprocess, sys, time
import numpy as np

from train import read


def near(a, b):
    a, b = read(a), read(b)
    assert a.keys() == b.keys() and any((a[key] != b[key]).any() for key in a)
    for key in a:
        np.testing.assert_allclose(a[key], b[key], rtol=1e-4, atol=1e-5)


def second(parent):
    """The process of rank 1 below a process, by what mpirun tells it."""
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            above = int(open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[1])
            if above == parent and b"OMPI_COMM_WORLD_RANK=1\0" in open(f"/proc/{pid}/environ", "rb").read():
                return int(pid)
        except (OSError, ValueError):
            pass


def kill(checkpoint, *command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 120
    while not os.path.exists(checkpoint):
        assert process.poll() is None and time.monotonic() < end, process.stderr.read()
        time.sleep(0.01)
    os.kill(second(process.pid), signal.SIGKILL)
    said = process.communicate(timeout=120)[1]
    assert process.returncode not in (0, 70), process.returncode
    assert f"the last checkpoint, {checkpoint}, is of step " in said, said


{"near": near, "kill": kill}[sys.argv[1]](*sys.argv[2:])
