#!/usr/bin/python3
"""Turn a PyTorch checkpoint (.pth, .pt) into a .safetensors file that aic reads.

The checkpoint is a state dict, or a dict that holds one under 'state_dict' or 'model' (or under --key). Names, shapes
and element types stay as they are; tensors become contiguous. A prefix that all names share because the model was
wrapped ('module.' of DataParallel) goes with --strip-prefix.

Needs torch and numpy only. A checkpoint is a pickle: loading one from a stranger runs the stranger's code, so with
PyTorch 1.13 or later nothing but tensors is unpickled unless --unsafe is given.
"""
import argparse
import contextlib
import json
import os
import struct
import sys
import tempfile

EXIT_MALFORMED, EXIT_UNSUPPORTED, EXIT_FILE = 1, 3, 4


class Failure(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def load(path, unsafe):
    try:
        import torch
    except ImportError:
        raise Failure(EXIT_FILE, "torch is missing: install python3-torch and call this script with /usr/bin/python3")
    try:
        with open(path, "rb"):
            pass
    except OSError as e:
        raise Failure(EXIT_FILE, "%s: cannot read: %s" % (path, e.strerror))
    try:
        if unsafe:
            return torch.load(path, map_location="cpu")
        return torch.load(path, map_location="cpu", weights_only=True)
    except OSError as e:
        raise Failure(EXIT_FILE, "%s: cannot read: %s" % (path, e))
    except Exception as e:  # torch.load raises anything
        hint = "" if unsafe else " (if it holds more than tensors and you trust where it is from: --unsafe)"
        raise Failure(EXIT_MALFORMED, "%s: this is no PyTorch checkpoint, or it is damaged: %s%s"
                      % (path, str(e).split("\n")[0][:200], hint))


def is_state_dict(value):
    import torch
    return (isinstance(value, dict) and bool(value) and all(isinstance(k, str) for k in value)
            and any(isinstance(v, torch.Tensor) for v in value.values()))


def find_state_dict(checkpoint, key, path):
    import torch
    if isinstance(checkpoint, torch.nn.Module):
        checkpoint = checkpoint.state_dict()
    if key is not None:
        for part in key.split("."):
            if not isinstance(checkpoint, dict) or part not in checkpoint:
                raise Failure(EXIT_MALFORMED, "%s: there is no %r in it" % (path, key))
            checkpoint = checkpoint[part]
        if isinstance(checkpoint, torch.nn.Module):
            checkpoint = checkpoint.state_dict()
    elif isinstance(checkpoint, dict):
        for name in ("state_dict", "model"):
            nested = checkpoint.get(name)
            if isinstance(nested, torch.nn.Module):
                nested = nested.state_dict()
            if is_state_dict(nested):
                checkpoint = nested
                break
    if not is_state_dict(checkpoint):
        what = type(checkpoint).__name__
        if isinstance(checkpoint, dict):
            what = "a dict with the keys %s" % ", ".join(repr(k) for k in list(checkpoint)[:10])
        raise Failure(EXIT_MALFORMED, "%s: no dict of tensors found, but %s; name the right one with --key" % (path, what))
    return checkpoint


def encode(name, tensor):
    """(dtype of safetensors, shape, little-endian bytes)."""
    import torch
    names = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64",
             torch.bool: "BOOL", torch.int8: "I8", torch.uint8: "U8", torch.int16: "I16", torch.int32: "I32",
             torch.int64: "I64"}
    if not isinstance(tensor, torch.Tensor):
        raise Failure(EXIT_MALFORMED, "%r is no tensor but %s; --skip-others leaves such entries out"
                      % (name, type(tensor).__name__))
    if tensor.layout != torch.strided or tensor.dtype not in names:
        raise Failure(EXIT_UNSUPPORTED, "%r is %s, %s: only dense tensors of %s can be stored"
                      % (name, tensor.dtype, tensor.layout, ", ".join(names.values())))
    dense = tensor.detach().cpu().contiguous()
    raw = dense.view(torch.int16) if dense.dtype == torch.bfloat16 else dense
    array = raw.numpy()
    return names[tensor.dtype], list(tensor.shape), array.astype(array.dtype.newbyteorder("<")).tobytes()


def write(path, tensors):
    header, offset = {}, 0
    for name, (dtype, shape, raw) in tensors.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [offset, offset + len(raw)]}
        offset += len(raw)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # the data begin at a multiple of 8
    text = struct.pack("<Q", len(text)) + text
    temporary = None
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a device, a pipe: renaming would replace it
            with open(path, "wb") as f:
                for part in [text] + [raw for _, _, raw in tensors.values()]:
                    f.write(part)
            return
        path = os.path.realpath(path)
        fd, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=os.path.basename(path) + ".")
        with os.fdopen(fd, "wb") as f:
            f.write(text)
            for _, _, raw in tensors.values():
                f.write(raw)
            f.flush()
            os.fsync(f.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.rename(temporary, path)
    except OSError as e:
        raise Failure(EXIT_FILE, "%s: cannot write: %s" % (path, e.strerror))
    finally:
        if temporary is not None:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="example:\n  %(prog)s resnet18-f37072fd.pth resnet18.safetensors\n\n"
               "exit codes: 0 good, 1 no or a damaged checkpoint, 2 wrong usage, 3 unsupported tensors,\n"
               "            4 cannot read or write")
    parser.add_argument("checkpoint", help="the .pth or .pt file")
    parser.add_argument("output", nargs="?", help="the .safetensors file; default: the same name with that ending")
    parser.add_argument("--key", metavar="K", help="where in the checkpoint the state dict is, e.g. ema.state_dict")
    parser.add_argument("--strip-prefix", metavar="P", help="a prefix to take off every name, e.g. module.")
    parser.add_argument("--skip-others", action="store_true", help="leave out entries that are no tensors")
    parser.add_argument("--unsafe", action="store_true", help="unpickle anything: only for files that you trust")
    args = parser.parse_args()
    output = args.output or os.path.splitext(args.checkpoint)[0] + ".safetensors"
    try:
        import torch
        state = find_state_dict(load(args.checkpoint, args.unsafe), args.key, args.checkpoint)
        tensors = {}
        for name, tensor in state.items():
            if args.skip_others and not isinstance(tensor, torch.Tensor):
                continue
            if args.strip_prefix:
                if not name.startswith(args.strip_prefix):
                    raise Failure(EXIT_MALFORMED, "%r does not begin with %r" % (name, args.strip_prefix))
                name = name[len(args.strip_prefix):]
            if name == "__metadata__":
                raise Failure(EXIT_UNSUPPORTED, "no tensor can be called '__metadata__' in .safetensors")
            tensors[name] = encode(name, tensor)
        write(output, tensors)
    except ImportError:
        print("pth2safetensors: error: torch is missing: install python3-torch and call /usr/bin/python3", file=sys.stderr)
        return EXIT_FILE
    except Failure as e:
        print("pth2safetensors: error: %s" % e, file=sys.stderr)
        return e.code
    print("%s: %d tensors, %d bytes" % (output, len(tensors), sum(len(t[2]) for t in tensors.values())), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
