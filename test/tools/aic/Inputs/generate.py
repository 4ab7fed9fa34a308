"""What tests of `aic generate` look at closer.

    generate.py utf8 MODEL               characters come whole, one write each; MODEL repeats eight bytes
    generate.py state FILE POSITION [ID ...]   a saved state's position and the tokens that come next
    generate.py strip FROM TO            the same states without them
    generate.py set FROM TO POSITION [ID ...]  the same states with others
    generate.py interrupt MODEL          Ctrl-C in the middle; MODEL repeats eight bytes, some million of them
"""
import json
import os
import signal
import socket
import struct
import subprocess
import sys


def aic(*arguments, **options):
    return subprocess.run(["aic", "generate", *arguments], capture_output=True, **options)


def read(path):
    """Tensors by name: (dtype, shape, bytes)."""
    data = open(path, "rb").read()
    length, = struct.unpack("<Q", data[:8])
    header, body = json.loads(data[8:8 + length]), data[8 + length:]
    return {name: (t["dtype"], t["shape"], body[t["data_offsets"][0]:t["data_offsets"][1]]) for name, t in header.items()}


def notes(path):
    tensors = read(path)
    values = []
    for name in ("aic.position", "aic.pending"):
        kind, shape, data = tensors[name]
        assert kind == "I64" and len(shape) == 1, (kind, shape)
        values.append(list(struct.unpack(f"<{shape[0]}q", data)))
    assert len(values[0]) == 1
    return values[0][0], values[1]


def utf8(model):
    prompt = "é🙂12"  # eight bytes
    text = prompt.encode() * 3
    for count in range(1, 17):
        run = aic(model, "--tokenizer", "bytes", "--prompt", prompt, "-n", str(count))
        assert run.returncode == 0 and run.stdout == text[:count] + b"\n", (count, run)
    # A socket that keeps writes apart shows each.
    ours, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
    process = subprocess.Popen(["aic", "generate", model, "--tokenizer", "bytes", "--prompt", prompt, "-n", "16"],
                               stdout=theirs, stderr=subprocess.DEVNULL)
    theirs.close()
    pieces = []
    while piece := ours.recv(4096):
        pieces.append(piece.decode())  # whole characters
    assert process.wait() == 0 and pieces == list(prompt * 2) + ["\n"], pieces


def state(path, position, *pending):
    found = notes(path)
    assert found == (int(position), [int(id) for id in pending]), found
    states = {name: tensor[:2] for name, tensor in read(path).items() if not name.startswith("aic.")}
    assert states == {"memory.seen": ("I64", [1, 48])}, states


def write(path, tensors):
    header, body = {}, b""
    for name, (dtype, shape, data) in tensors.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header).encode()
    open(path, "wb").write(struct.pack("<Q", len(text)) + text + body)


def strip(source, target):
    write(target, {name: tensor for name, tensor in read(source).items() if not name.startswith("aic.")})


def set(source, target, position, *pending):
    tensors = read(source)
    for name, values in ("aic.position", [position]), ("aic.pending", pending):
        tensors[name] = ("I64", [len(values)], struct.pack(f"<{len(values)}q", *map(int, values)))
    write(target, tensors)


def interrupt(model):
    prompt = b"12345678"
    process = subprocess.Popen(
        ["aic", "generate", model, "--tokenizer", "bytes", "--prompt", prompt, "-n", "2900000", "--save-state", "i.safetensors"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    text = os.read(process.stdout.fileno(), 1)
    process.send_signal(signal.SIGINT)
    rest, said = process.communicate(timeout=120)
    text += rest
    assert process.returncode == 130, (process.returncode, said)
    assert b"ended by: Ctrl-C" in said, said
    count = len(text) - 1
    assert 0 < count < 2900000 and text == (prompt * (count // 8 + 1))[:count] + b"\n", (count, text[:50], text[-50:])
    position, pending = notes("i.safetensors")
    assert position == 8 + count - 1 and pending == [text[-2]], (position, pending, count)
    run = aic(model, "--tokenizer", "bytes", "--load-state", "i.safetensors", "-n", "20")
    assert run.returncode == 0 and run.stdout == (prompt * 4)[count % 8:count % 8 + 20] + b"\n", run
    # Killed, it leaves no file.
    process = subprocess.Popen(
        ["aic", "generate", model, "--tokenizer", "bytes", "--prompt", prompt, "-n", "2900000", "--save-state", "k.safetensors"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    os.read(process.stdout.fileno(), 1)
    process.kill()
    process.communicate()
    assert not os.path.exists("k.safetensors")


globals()[sys.argv[1]](*sys.argv[2:])
