"""The data of train.test, and what is looked at afterwards: train.py COMMAND ARGUMENTS..., in the current folder."""
import json
import os
import re
import resource
import signal
import struct
import subprocess
import sys
import time
import xml.dom.minidom

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "../../../..")


def read(name):
    """The tensors of a .safetensors file, by its specification."""
    whole = open(name, "rb").read()
    size = struct.unpack("<Q", whole[:8])[0]
    header, data = json.loads(whole[8 : 8 + size]), whole[8 + size :]
    header.pop("__metadata__", None)
    types = {"F32": "<f4", "I64": "<i8"}
    return {key: np.frombuffer(data[slice(*entry["data_offsets"])], types[entry["dtype"]]).reshape(entry["shape"])
            for key, entry in header.items()}


def log(name):
    return [json.loads(line) for line in open(name)]


def steps_of(golden, name, *columns):
    """The data of PyTorch's golden, one step after another."""
    sys.path.append(f"{ROOT}/test/training")
    from training_steps import batches

    np.savez(name, **dict(zip(columns, (np.concatenate(column) for column in zip(*batches(golden))))))


def cnn():
    steps_of("cnn", "cnn.npz", "image", "label")


def data():
    """Samples: of PyTorch's golden (mlp.npz), of a small task in two files (parts/), of three classes; and pictures."""
    steps_of("adam", "mlp.npz", "x", "target")
    rng = np.random.default_rng(5)
    x = rng.uniform(-1, 1, (500, 8)).astype(np.float32)
    target = (x[:, :1] * x[:, 1:2] + x[:, 2:3] > 0).astype(np.float32)
    os.makedirs("parts", exist_ok=True)
    np.savez("parts/a.npz", x=x[:300], target=target[:300])
    np.savez_compressed("parts/b.npz", x=x[300:], target=target[300:])
    np.savez("other.npz", x=x[::-1], target=target[::-1])
    np.savez("few.npz", x=x[:32], target=target[:32])
    np.savez("fine.npz", x=x[:32], target=target[:32])
    np.savez("nan.npz", x=np.where(np.arange(32)[:, None] == 9, np.float32(np.nan), x[:32]), target=target[:32])
    np.savez("many.npz", x=np.tile(x, (200, 1)), target=np.tile(target, (200, 1)))
    classes = rng.integers(0, 3, 64)
    points = (np.eye(3)[classes] + rng.normal(0, 0.3, (64, 3))).astype(np.float32)
    np.savez("three.npz", x=points, y=classes)
    np.savez("some.npz", x=points, y=np.where(np.arange(64) % 4 == 1, -100, classes))
    np.savez("wrong.npz", x=points, y=np.where(np.arange(64) == 40, 7, classes))
    np.savez("numbers.npz", number=np.arange(7, dtype=np.float32))
    np.savez("width.npz", x=points[:, :2], y=classes)
    np.savez("adapt.npz", x=rng.uniform(-1, 1, (32, 16)).astype(np.float32), y=rng.uniform(-1, 1, (32, 16)).astype(np.float32))
    pictures = np.zeros((40, 2, 3), np.uint8)
    labels = (np.arange(40) % 2).astype(np.uint8)
    pictures[labels == 1] = 255
    open("pictures", "wb").write(struct.pack(">4I", 2051, 40, 2, 3) + pictures.tobytes())
    open("labels", "wb").write(struct.pack(">2I", 2049, 40) + labels.tobytes())


def golden(name, file):
    """That the losses of a log are PyTorch's, within 1e-4 of each."""
    wanted = np.load(f"{ROOT}/test/training/golden/training.npz")[name]
    found = np.array([line["loss"] for line in log(file) if "loss" in line])
    assert found.shape == wanted.shape, (found.shape, wanted.shape)
    off = np.abs(found / wanted - 1).max()
    assert off <= 1e-4, off


def names(file, *wanted):
    found = sorted(read(file))
    assert found == sorted(wanted), found


def interrupt(*command):
    """Ctrl-C after the first epoch: exit code 130, and a message that says how to go on."""
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not run.stdout.readline().startswith("epoch 1/"):
        assert run.poll() is None, run.stderr.read()
    time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, message = run.communicate()
    assert run.returncode == 130, (run.returncode, message)
    step = int(re.search(r"stopped after step (\d+), epoch \d+; --resume goes on from", message).group(1))
    assert step >= 1, message


def full(*command):
    """A disk that is full from the second epoch on: exit code 4, and which checkpoint there is."""
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not run.stdout.readline().startswith("epoch 2/"):
        assert run.poll() is None, run.stderr.read()
    resource.prlimit(run.pid, resource.RLIMIT_FSIZE, (64, 64))
    _, message = run.communicate()
    assert run.returncode == 4, (run.returncode, message)
    assert "c: cannot write: File too large" in message, message
    assert re.search(r"aic: the last checkpoint, c, is of step \d+\n", message), message


def steps(file, count):
    """That a log has the steps 1 to `count`, each once and in order, and all epochs."""
    lines = log(file)
    found = [line["step"] for line in lines if "loss" in line]
    assert found == list(range(1, int(count) + 1)), found
    epochs = [line["epoch"] for line in lines if "training" in line]
    assert epochs == list(range(1, len(epochs) + 1)), epochs
    for line in lines:  # the mean of an epoch is that of its steps
        if "training" in line:
            losses = [each["loss"] for each in lines if "loss" in each and each["epoch"] == line["epoch"]]
            assert abs(np.mean(losses) - line["training"]["loss"]) < 1e-12, line


def same(one, other):
    """That two logs are equal but for the seconds."""
    logs = [[{**line, "seconds": 0} for line in log(file)] for file in (one, other)]
    assert logs[0] == logs[1], logs


def drops(one, other):
    """That the first losses of two seeds differ, but are those of one model: half of ten numbers is gone, in each of 800 samples."""
    losses = [log(file)[0]["loss"] for file in (one, other)]
    assert losses[0] != losses[1] and abs(losses[0] / losses[1] - 1) < 0.05, losses


def order(file):
    """That the samples come in the documented order: the losses of a model that gives the sample's number."""
    mask = (1 << 64) - 1

    def splitmix64(x):
        z = (x + 0x9E3779B97F4A7C15) & mask
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & mask
        z = (z ^ z >> 27) * 0x94D049BB133111EB & mask
        return z ^ z >> 31

    found = [[], []]
    for line in log(file):
        if "loss" in line:
            found[line["epoch"] - 1].append(line["loss"])
    for epoch, numbers in enumerate(found):
        key = splitmix64(splitmix64(9) + epoch)
        wanted = sorted(range(7), key=lambda row: splitmix64(key + row & mask))
        assert numbers == wanted, (numbers, wanted)


def pictures(*files):
    for file in files:
        text = open(file).read()
        xml.dom.minidom.parseString(text[text.index("<svg") : text.index("</svg>") + 6])
        assert text.count("<path d=") > 3, text


def scalars(file):
    """What the loop fills: step, epoch, seed, and the learning rate as a state."""
    found = [line["loss"] for line in log(file) if "loss" in line]
    wanted = [1000 * (0.5 * 0.1 ** (step // 31)) + step + 100 * (step // 31) + 30000 for step in range(62)]
    assert np.allclose(found, wanted, rtol=1e-6, atol=0), found


def adapters(tuned, base):
    """That only the adapters were trained, and that B, zero at first, was."""
    found, before = read(tuned), read(base)
    assert sorted(found) == [f"layer{i}.lora_{m}.weight" for i in range(3) for m in "AB"], sorted(found)
    assert all(np.abs(found[f"layer{i}.lora_B.weight"]).max() > 0 for i in range(3))
    assert not set(found) & set(before)


def frozen(tuned, base):
    """That all parameters are there, and those that were not trained are what they were: the base's, and zeros."""
    found, before = read(tuned), read(base)
    assert len(found) == 12, sorted(found)
    for name, array in before.items():
        assert array.tobytes() == found[name].tobytes(), name
    for i in range(3):
        assert (np.abs(found[f"layer{i}.lora_B.weight"]).max() > 0) == (i == 2), i


def dispatches():
    """That the fewer parameters a step trains, the less of the backward pass it has."""
    counts = []
    for graph in "whole_step", "adapter_step", "last_step", "adapted_model":
        subprocess.run(["aic", "compile", f"{HERE}/train.graph", "--graph", graph, "--weights", "random:1", "-o", f"{graph}.aic"], check=True)
        text = subprocess.run(["aic", "inspect", f"{graph}.aic", "--json"], check=True, capture_output=True, text=True).stdout
        counts.append(len(json.loads(text)["targets"][0]["dispatches"]))
    assert counts[0] > counts[1] > counts[2] > counts[3], counts
    # Of each layer that is left alone a product less and a sum less; of those before the adapters none at all.
    assert counts[0] - counts[1] >= 3 and counts[1] - counts[2] >= 6, counts


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
