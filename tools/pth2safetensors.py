#!/usr/bin/python3
"""Turn a PyTorch checkpoint (.pth, .pt) into a .safetensors file that aic reads.

The checkpoint is a state dict, or a dict that holds one under 'state_dict' or 'model' (or under --key). Names, shapes
and element types stay as they are; tensors become contiguous. A prefix that all names share because the model was
wrapped ('module.' of DataParallel) goes with --strip-prefix.

Needs torch and numpy only. A checkpoint is a pickle, and loading one the usual way runs the code that it names. Here
only tensors, numbers, texts and their containers are made; everything else becomes an empty placeholder. --unsafe
loads it the usual way: for a checkpoint that holds a whole model instead of a state dict, and that you trust.
"""
import argparse
import contextlib
import inspect
import io
import json
import os
import pickle
import struct
import sys
import tempfile
import types

EXIT_MALFORMED, EXIT_UNSUPPORTED, EXIT_FILE = 1, 3, 4


class Failure(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Placeholder:
    """Stands for whatever is not made; takes all that a pickle does with an object."""

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        pass

    def __setstate__(self, state):
        pass

    def __setitem__(self, key, value):
        pass

    def __call__(self, *args, **kwargs):
        return self

    def append(self, item):
        pass

    def extend(self, items):
        pass

    add = append


class TensorUnpickler(pickle.Unpickler):
    """Finds the few classes and functions that tensors are made of, and placeholders for all others."""

    ALLOWED = {("collections", "OrderedDict"), ("torch", "Size"), ("torch.nn.parameter", "Parameter"),
               ("torch._utils", "_rebuild_tensor"), ("torch._utils", "_rebuild_tensor_v2"),
               ("torch._utils", "_rebuild_parameter")}

    def find_class(self, module, name):
        import torch
        if (module, name) in self.ALLOWED:
            return super().find_class(module, name)
        if module in ("torch", "torch.storage") and name.endswith("Storage"):
            return super().find_class(module, name)
        if module == "torch" and isinstance(getattr(torch, name, None), torch.dtype):
            return getattr(torch, name)
        return Placeholder


def tensor_pickle():
    """The module pickle, with TensorUnpickler for its Unpickler."""
    module = types.ModuleType("tensor_pickle")
    module.__dict__.update({k: v for k, v in vars(pickle).items() if not k.startswith("__")})
    module.Unpickler = TensorUnpickler
    module.load = lambda file, **options: TensorUnpickler(file, **options).load()
    module.loads = lambda data, **options: TensorUnpickler(io.BytesIO(data), **options).load()
    return module


@contextlib.contextmanager
def pickle_of_torch(module):
    """PyTorch 1.13 ignores torch.load's pickle_module, so that its own one must be exchanged."""
    import torch
    own, torch.serialization.pickle = torch.serialization.pickle, module
    try:
        yield
    finally:
        torch.serialization.pickle = own


def load(path, unsafe):
    import torch
    try:
        with open(path, "rb"):
            pass
    except OSError as e:
        raise Failure(EXIT_FILE, "%s: cannot read: %s" % (path, e.strerror))
    module = pickle if unsafe else tensor_pickle()
    options = {"pickle_module": module}
    if "weights_only" in inspect.signature(torch.load).parameters:
        options["weights_only"] = False  # its unpickler refuses whole files for a number that it does not know
    try:
        with pickle_of_torch(module):
            return torch.load(path, map_location="cpu", **options)
    except OSError as e:
        raise Failure(EXIT_FILE, "%s: cannot read: %s" % (path, e))
    except Exception as e:  # torch.load raises anything
        raise Failure(EXIT_MALFORMED, "%s: this is no PyTorch checkpoint, or it is damaged: %s"
                      % (path, str(e).split("\n")[0][:200]))


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
        raise Failure(EXIT_MALFORMED, "%s: no dict of tensors found, but %s; name the right one with --key, or, for a "
                      "whole model that you trust, give --unsafe" % (path, what))
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
