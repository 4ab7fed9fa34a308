"""checkpoints.py TOOLS: makes checkpoints in the current folder and converts them with TOOLS/pth2safetensors.py."""
import argparse
import contextlib
import io
import json
import os
import struct
import sys

import torch


def state():
    count = torch.arange(24.0).reshape(2, 3, 4)
    return {"conv.weight": count / 7, "turned": count.transpose(0, 2), "half": count.half(), "brain": count.bfloat16(),
            "double": count.double(), "flags": count > 5, "bytes": count.to(torch.uint8),
            "bn.num_batches_tracked": torch.tensor(2**40), "empty": torch.zeros(0, 3)}


class Evil:
    def __reduce__(self):
        return os.system, ("touch ran",)


def make():
    s = state()
    torch.save(s, "plain.pth")
    torch.save({"epoch": 3, "state_dict": s, "optimizer": {"lr": 0.1},
                "args": argparse.Namespace(lr=0.1), "evil": Evil()}, "nested.pth")
    torch.save({"model": s, "args": None}, "model.pt")
    torch.save(s, "old.pth", _use_new_zipfile_serialization=False)
    torch.save({"ema": {"weights": {"module." + k: v for k, v in s.items()}}}, "deep.pth")
    torch.save([1, 2], "list.pth")
    torch.save({"z": torch.zeros(2, dtype=torch.complex64)}, "complex.pth")
    torch.save({"x": Evil()}, "evil.pth")
    with open("cut.pth", "wb") as f:
        f.write(open("plain.pth", "rb").read()[:-100])


def check(path):
    raw = open(path, "rb").read()
    (length,) = struct.unpack("<Q", raw[:8])
    assert length % 8 == 0
    header, data = json.loads(raw[8:8 + length]), raw[8 + length:]
    names = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64",
             torch.bool: "BOOL", torch.uint8: "U8", torch.int64: "I64"}
    wanted = state()
    assert list(header) == list(wanted)
    end = 0
    for name, tensor in wanted.items():
        entry = header[name]
        assert entry["dtype"] == names[tensor.dtype] and entry["shape"] == list(tensor.shape), name
        assert entry["data_offsets"][0] == end
        end = entry["data_offsets"][1]
        bits = data[entry["data_offsets"][0]:end]
        if bits:
            assert torch.frombuffer(bytearray(bits), dtype=tensor.dtype).reshape(tensor.shape).equal(tensor), name
    assert end == len(data)


def convert(*arguments):
    """(exit code, what was printed)"""
    printed = io.StringIO()
    sys.argv = ["pth2safetensors.py", *arguments]
    with contextlib.redirect_stderr(printed):
        return pth2safetensors.main(), printed.getvalue()


def expect(code, message, *arguments):
    found = convert(*arguments)
    assert found[0] == code and message in found[1], (arguments, found)
    assert not os.path.exists("ran"), "%s ran code" % (arguments,)


sys.path.insert(0, sys.argv[1])
import pth2safetensors  # noqa: E402

make()
expect(0, "plain.safetensors: 9 tensors", "plain.pth")
check("plain.safetensors")
plain = open("plain.safetensors", "rb").read()
for arguments in (["nested.pth"], ["model.pt"], ["old.pth"], ["deep.pth", "--key", "ema.weights", "--strip-prefix", "module."]):
    expect(0, "b.safetensors: 9 tensors", arguments[0], "b.safetensors", *arguments[1:])
    assert open("b.safetensors", "rb").read() == plain, arguments
expect(4, "absent.pth: cannot read: No such file or directory", "absent.pth", "x.safetensors")
expect(4, "no/such/x.safetensors: cannot write: No such file or directory", "plain.pth", "no/such/x.safetensors")
expect(4, "/dev/full: cannot write: No space left on device", "plain.pth", "/dev/full")
expect(1, "cut.pth: this is no PyTorch checkpoint, or it is damaged", "cut.pth", "x.safetensors")
expect(1, "no dict of tensors found, but list", "list.pth", "x.safetensors")
expect(1, "there is no 'ema.weight' in it", "deep.pth", "x.safetensors", "--key", "ema.weight")
expect(1, "does not begin with 'module.'", "plain.pth", "x.safetensors", "--strip-prefix", "module.")
expect(3, "'z' is torch.complex64", "complex.pth", "x.safetensors")
expect(1, "a dict with the keys 'x'", "evil.pth", "x.safetensors")
assert not [name for name in os.listdir() if name.startswith("x.safetensors")]
