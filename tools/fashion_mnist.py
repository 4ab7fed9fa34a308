"""Fashion-MNIST (Xiao et al., 2017) as Debian's dataset-fashion-mnist has it, and what cnn.graph is fed of it."""
import gzip
import numpy as np

FOLDER = "/usr/share/datasets/fashion-mnist"


def pictures(part):
    """[count, 28, 28] u8; part: "train" or "t10k". IDX: magic, count, height, width as big-endian u32, then bytes."""
    with gzip.open(f"{FOLDER}/{part}-images-idx3-ubyte.gz") as f:
        raw = f.read()
    magic, count, height, width = np.frombuffer(raw, ">u4", 4)
    assert (magic, height, width) == (2051, 28, 28), (magic, height, width)
    return np.frombuffer(raw, np.uint8, offset=16).reshape(count, height, width)


def labels(part):
    """[count] u8, 0..9."""
    with gzip.open(f"{FOLDER}/{part}-labels-idx1-ubyte.gz") as f:
        raw = f.read()
    assert int.from_bytes(raw[:4], "big") == 2049
    return np.frombuffer(raw, np.uint8, offset=8)


def network_input(grey):
    """[n, 28, 28] u8 -> [n, 3, 24, 24] f32 in 0..1: the centre 24x24, the grey value in all three channels."""
    centre = grey[:, 2:26, 2:26].astype(np.float32) / np.float32(255)
    return np.ascontiguousarray(np.broadcast_to(centre[:, None], (len(grey), 3, 24, 24)))
