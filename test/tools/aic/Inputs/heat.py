"""heat.py PICTURE.png NUMBERS.npy: that a picture of 11x10 squares is redder where the numbers [1, 3, 11, 10] are larger."""
import struct, sys, zlib
import numpy as np

data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n"
width, height = struct.unpack(">II", data[16:24])
assert (width, height) == (340, 374), (width, height)
begin = data.index(b"IDAT")
packed = data[begin + 4 : begin + 4 + struct.unpack(">I", data[begin - 4 : begin])[0]]
lines = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + 3 * width)
squares = lines[:, 1:].reshape(11, 34, 10, 34, 3).astype(int)
assert (squares == squares[:, :1, :, :1]).all()
red = squares[:, 0, :, 0] @ [2, -1, -1]
wanted = abs(np.load(sys.argv[2])).max((0, 1))
together = np.corrcoef(red.ravel(), np.minimum(wanted, np.quantile(wanted, 0.99)).ravel())[0, 1]
assert together > 0.99, together
