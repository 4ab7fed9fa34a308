"""Element types, arrays and how they stand in ONNX's messages and on the pipes."""
import struct

import numpy
import onnx

# Name, ONNX's number, NumPy's type. The order is aic_element_type's. NumPy has no bfloat16: its values are held as float32.
_ROWS = [("f32", 1, numpy.float32), ("f16", 10, numpy.float16), ("bf16", 16, numpy.float32), ("f64", 11, numpy.float64),
         ("bool", 9, numpy.bool_), ("i8", 3, numpy.int8), ("u8", 2, numpy.uint8), ("i16", 5, numpy.int16),
         ("i32", 6, numpy.int32), ("i64", 7, numpy.int64)]
TYPES = [row[0] for row in _ROWS]
ONNX = {row[0]: row[1] for row in _ROWS}
OF_ONNX = {row[1]: row[0] for row in _ROWS}
NUMPY = {row[0]: row[2] for row in _ROWS}
FLOATS = ("f32", "f64", "f16", "bf16")
INTS = ("i8", "u8", "i16", "i32", "i64")
EPSILON = {"f32": 2.0**-23, "f64": 2.0**-52, "f16": 2.0**-10, "bf16": 2.0**-7}


def round_bf16(array):
    """float32 values rounded to bfloat16's, to nearest even."""
    bits = numpy.ascontiguousarray(array, numpy.float32).view(numpy.uint32)
    rounded = (bits + (((bits >> 16) & 1) + 0x7FFF)) & 0xFFFF0000
    return numpy.where(numpy.isnan(array), numpy.float32("nan"), rounded.astype(numpy.uint32).view(numpy.float32)).astype(numpy.float32)


class Tensor:
    """An array of one of the types above."""

    def __init__(self, type, array):
        self.type = type
        array = numpy.asarray(array)
        with numpy.errstate(all="ignore"):
            array = array.astype(NUMPY[type])
        self.array = round_bf16(array).reshape(array.shape) if type == "bf16" else array

    @property
    def shape(self):
        return tuple(self.array.shape)

    def bytes(self):
        if self.type == "bf16":
            bits = numpy.ascontiguousarray(self.array).view(numpy.uint32) >> 16
            return bits.astype(numpy.uint16).tobytes()
        return numpy.ascontiguousarray(self.array).tobytes()

    @staticmethod
    def of_bytes(type, shape, data):
        if type == "bf16":
            array = (numpy.frombuffer(data, numpy.uint16).astype(numpy.uint32) << 16).view(numpy.float32)
        else:
            array = numpy.frombuffer(data, NUMPY[type])
        return Tensor(type, array.reshape(shape))

    def proto(self, name=""):
        proto = onnx.TensorProto(name=name, data_type=ONNX[self.type], dims=self.shape)
        proto.raw_data = self.bytes()
        return proto

    @staticmethod
    def of_proto(proto):
        return Tensor.of_bytes(OF_ONNX[proto.data_type], tuple(proto.dims), proto.raw_data)

    def __str__(self):
        return f"{self.type}{list(self.shape)}"


def pack(name, tensor):
    data = tensor.bytes()
    head = name.encode()
    return (struct.pack("<I", len(head)) + head + struct.pack("<BB", TYPES.index(tensor.type), len(tensor.shape)) +
            struct.pack(f"<{len(tensor.shape)}q", *tensor.shape) + struct.pack("<Q", len(data)) + data)


class Unpacker:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, format):
        values = struct.unpack_from("<" + format, self.data, self.at)
        self.at += struct.calcsize("<" + format)
        return values if len(values) != 1 else values[0]

    def bytes(self, length):
        self.at += length
        return self.data[self.at - length:self.at]

    def text(self):
        return self.bytes(self.take("I")).decode(errors="replace")

    def tensor(self):
        name = self.text()
        type, rank = self.take("BB")
        shape = tuple(self.take("q") for _ in range(rank))
        return name, Tensor.of_bytes(TYPES[type], shape, self.bytes(self.take("Q")))
