"""A writer and a reader of .safetensors files: u64 length of the JSON header, the header, the tensors' bytes."""
import json, os
import numpy as np

DTYPES = {"float64": "F64", "float32": "F32", "float16": "F16", "int64": "I64", "int32": "I32", "int16": "I16",
          "int8": "I8", "uint8": "U8", "bool": "BOOL"}


def write(path, tensors):
    """Write {name: numpy array}, in the order of the dictionary, under a temporary name first."""
    header, offset = {}, 0
    for name, array in tensors.items():
        header[name] = {"dtype": DTYPES[str(array.dtype)], "shape": list(array.shape),
                        "data_offsets": [offset, offset + array.nbytes]}
        offset += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # so that the data starts aligned
    with open(path + ".tmp", "wb") as f:
        f.write(len(text).to_bytes(8, "little") + text)
        for array in tensors.values():
            f.write(np.ascontiguousarray(array).tobytes())
    os.replace(path + ".tmp", path)


def read(path):
    """The tensors of a file, {name: numpy array}."""
    types = {name: dtype for dtype, name in DTYPES.items()}
    whole = open(path, "rb").read()
    begin = 8 + int.from_bytes(whole[:8], "little")
    header = json.loads(whole[8:begin])
    return {name: np.frombuffer(whole[begin + entry["data_offsets"][0]:begin + entry["data_offsets"][1]],
                                types[entry["dtype"]]).reshape(entry["shape"])
            for name, entry in header.items() if name != "__metadata__"}
