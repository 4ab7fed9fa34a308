"""Cases of quantised operators, for make_ort_cases.py: their integers are ONNX Runtime's, ties included."""
import numpy as np
import onnx
from make_cases import node

F32, U8, I8, I16, I32 = (getattr(onnx.TensorProto, k) for k in ("FLOAT", "UINT8", "INT8", "INT16", "INT32"))
MS = [("com.microsoft", 1)]


def four_bits(numbers, kind):
    """A tensor of INT4 or UINT4, which this version of ONNX has no name for: two in a byte, the first in the low half."""
    flat = np.append(numbers.ravel(), [0] * (numbers.size % 2)).astype(np.uint8) & 15
    return onnx.TensorProto(data_type={"UINT4": 21, "INT4": 22}[kind], dims=numbers.shape, raw_data=(flat[::2] | flat[1::2] << 4).tobytes())


class Cases:
    def __init__(self, case, rng):
        self.case, self.rng = case, rng

    def u8(self, *shape):
        return self.rng.integers(0, 256, shape).astype(np.uint8)

    def i8(self, *shape):
        return self.rng.integers(-128, 128, shape).astype(np.int8)

    def f(self, *shape):
        return self.rng.uniform(-3, 3, shape).astype(np.float32)

    def qdq(self):
        """A residual block between QuantizeLinear and DequantizeLinear, of scales that make every other sum a tie but for its
        roundings: x's 0.1 by the weights' 0.1, 0.3, ... over 0.02."""
        constants = {"s": np.float32(0.1), "z": np.uint8(3), "ys": np.float32(0.02), "yz": np.uint8(0), "rs": np.float32(0.06),
                     "w": self.rng.integers(-2, 3, (8, 4, 3, 3)).astype(np.int8), "ws": np.float32([.1, .3, .7, .9, 1.1, 1.3, 1.7, 1.9]),
                     "wz": np.zeros(8, np.int8), "b": self.rng.integers(-9, 9, 8).astype(np.int32), "bz": np.zeros(8, np.int32),
                     "v": self.rng.integers(-2, 3, (8, 8, 1, 1)).astype(np.int8)}
        constants["bs"] = constants["s"] * constants["ws"]
        constants["vbs"] = constants["ys"] * constants["ws"]
        nodes = [node("QuantizeLinear", ["x", "s", "z"], ["xq"]), node("DequantizeLinear", ["xq", "s", "z"], ["xd"]),
                 node("DequantizeLinear", ["w", "ws", "wz"], ["wd"], axis=0), node("DequantizeLinear", ["b", "bs", "bz"], ["bd"], axis=0),
                 node("Conv", ["xd", "wd", "bd"], ["c"], pads=[1, 1, 1, 1]), node("Relu", ["c"], ["r"]),
                 node("QuantizeLinear", ["r", "ys", "yz"], ["first"]), node("DequantizeLinear", ["first", "ys", "yz"], ["yd"]),
                 node("DequantizeLinear", ["v", "ws", "wz"], ["vd"], axis=0), node("DequantizeLinear", ["b", "vbs", "bz"], ["vbd"], axis=0),
                 node("Conv", ["yd", "vd", "vbd"], ["d"]),
                 node("QuantizeLinear", ["d", "s", "z"], ["dq"]), node("DequantizeLinear", ["dq", "s", "z"], ["dd"]),
                 node("Add", ["dd", "yd"], ["e"]), node("Relu", ["e"], ["g"]), node("QuantizeLinear", ["g", "rs", "yz"], ["second"])]
        self.case("qdq_ties", nodes, {"x": self.f(1, 4, 9, 10)}, {"first": (U8, 4), "second": (U8, 4)}, 13, constants)

    def products(self):
        given, constants, nodes, outputs = {}, {"z": np.uint8(7), "sz": np.int8(-3)}, [], {}

        def add(op, inputs, kind, rank, **attributes):
            """inputs: names, arrays that are given, or (array,) that are constants."""
            names = []
            for one in inputs:
                if isinstance(one, str):
                    names.append(one)
                    continue
                names.append(f"i{len(given) + len(constants)}")
                if isinstance(one, tuple):
                    constants[names[-1]] = one[0]
                else:
                    given[names[-1]] = one
            nodes.append(node(op, names, [f"y{len(nodes)}"], **attributes))
            outputs[nodes[-1].output[0]] = (kind, rank)

        def write(name, opset=10, opsets=()):
            self.case(name, nodes[:], dict(given), dict(outputs), opset, dict(constants), opsets)
            given.clear(), nodes.clear(), outputs.clear()
            for name in [k for k in constants if k.startswith("i")]:
                del constants[name]

        for b in (self.i8(33, 5), self.u8(33, 5)):  # the weight: constant or not, less its zero point in i8 or not
            for zero in (b.dtype.type(3), self.rng.integers(0, 100, 5).astype(b.dtype)):
                add("MatMulInteger", [self.u8(2, 3, 33), (b,), "z", (zero,)], I32, 3)
                add("MatMulInteger", [self.i8(3, 33), b, "sz", zero], I32, 2)
        add("MatMulInteger", [self.u8(3, 33), (self.u8(33, 5),), "", (np.uint8(128),)], I32, 2)
        add("MatMulInteger", [self.u8(2, 3, 6), self.i8(2, 6, 4)], I32, 3)
        write("matmul_integer_forms")
        add("ConvInteger", [self.u8(1, 4, 6, 7), (self.i8(3, 4, 3, 3),), "z"], I32, 4, pads=[1, 0, 2, 1])
        add("ConvInteger", [self.u8(1, 4, 6, 7), (self.i8(3, 4, 3, 3),), np.uint8(9)], I32, 4, pads=[1, 0, 2, 1])
        add("ConvInteger", [self.u8(1, 4, 6, 7), (self.u8(4, 2, 3, 3),), "z", (np.uint8(128),)], I32, 4, group=2, auto_pad="SAME_UPPER")
        add("ConvInteger", [self.u8(1, 4, 6, 7), (self.u8(2, 4, 2, 2),), "z", (np.uint8(9),)], I32, 4, dilations=[2, 2], pads=[1, 1, 1, 1])
        add("ConvInteger", [self.u8(1, 4, 6, 7), (self.u8(4, 2, 2, 2),), np.uint8(4), (np.uint8(9),)], I32, 4, group=2, pads=[1, 1, 1, 1])
        add("ConvInteger", [self.u8(1, 3, 8, 8), (self.i8(3, 1, 3, 3),), "z"], I32, 4, group=3, pads=[1, 1, 1, 1], strides=[2, 2])
        add("ConvInteger", [self.u8(1, 3, 9), (self.i8(5, 3, 3),), "z"], I32, 3, pads=[1, 1])
        write("conv_integer_forms")
        scales = [.1, .3, .7, .9, 1.1, 1.3, 1.7, 1.9]
        small = lambda *s: self.rng.integers(-2, 3, s).astype(np.int8)
        for x, y in ((self.u8, np.uint8), (self.i8, np.int8)):
            for group, more in ((1, {}), (4, {"pads": [1, 1, 1, 1], "strides": [2, 1]}), (2, {"auto_pad": "SAME_LOWER"})):
                add("QLinearConv", [x(1, 4, 6, 7), (np.float32(.1),), (y(9),), (small(8, 4 // group, 3, 3),), (np.float32(scales),),
                                    (np.zeros(8, np.int8),), (np.float32(.2),), (y(20),),
                                    (self.rng.integers(-9, 9, 8).astype(np.int32),)], U8 if y == np.uint8 else I8, 4, group=group, **more)
        add("QLinearConv", [self.u8(1, 4, 6, 7), (np.float32(.1),), "z", (self.u8(3, 4, 2, 2),), (np.float32(.003),), (np.uint8(99),),
                            (np.float32(.2),), (np.uint8(128),)], U8, 4)
        for b, zero in ((small(33, 8), np.int8(0)), (self.u8(33, 8), np.uint8(100))):
            add("QLinearMatMul", [self.u8(2, 3, 33), (np.float32(.1),), "z", (b,), (np.float32(.3),), (zero,), (np.float32(.2),),
                                  (np.uint8(90),)], U8, 3)
        add("QLinearMatMul", [self.i8(3, 33), (np.float32(.1),), "sz", (small(33, 8),), (np.float32(scales),), (np.zeros(8, np.int8),),
                              (np.float32(.2),), (np.int8(5),)], I8, 2)
        write("qlinear_forms")
        for op, zeros in (("MatMulIntegerToFloat", [np.uint8(4), (np.int8(2),)]), ("MatMulIntegerToFloat", ["", ""])):
            add(op, [self.u8(2, 3, 33), (self.i8(33, 4),), np.float32(.1), (np.float32([.1, .2, .3, .4]),), *zeros, (self.f(4),)], F32, 3,
                domain="com.microsoft")
        add("DynamicQuantizeMatMul", [self.f(3, 33), (self.i8(33, 4),), (np.float32(.1),), (np.int8(0),), (self.f(4),)], F32, 2,
            domain="com.microsoft")
        for more, outs in (({"transB": 1}, [(np.float32(.2),), (np.uint8(100),)]), ({"alpha": 2.0, "transA": 1}, [])):
            a, b = (self.u8(33, 3) if "transA" in more else self.u8(3, 33)), (small(8, 33) if "transB" in more else small(33, 8))
            add("QGemm", [a, (np.float32(.1),), "z", (b,), (np.float32(scales),), (np.zeros(8, np.int8),),
                          (self.rng.integers(-9, 9, 8).astype(np.int32),), *outs], U8 if outs else F32, 2, domain="com.microsoft", **more)
        write("ms_integer_products", 13, MS)

    def dynamic(self):
        """What quantize_dynamic writes for a linear layer."""
        constants = {"w": self.i8(33, 6), "ws": np.float32(.01), "wz": np.int8(0), "b": self.f(6)}
        nodes = [node("DynamicQuantizeLinear", ["x"], ["q", "s", "z"]), node("MatMulInteger", ["q", "w", "z", "wz"], ["i"]),
                 node("Cast", ["i"], ["c"], to=F32), node("Mul", ["s", "ws"], ["m"]), node("Mul", ["c", "m"], ["d"]),
                 node("Add", ["d", "b"], ["y"])]
        self.case("dynamic_linear", nodes, {"x": self.f(2, 3, 33)}, {"y": (F32, 3)}, 13, constants)

    def elementwise(self):
        given = {"a": self.u8(2, 3, 4, 5), "b": self.u8(2, 3, 4, 5), "c": self.u8(3, 1, 1), "d": self.i8(2, 3, 4, 5)}
        constants = {"s": np.float32(.1), "t": np.float32(.3), "r": np.float32(.2), "z": np.uint8(7), "y": np.uint8(100),
                     "p": np.float32(1 / 256), "o": np.uint8(0), "sz": np.int8(-4), "sy": np.int8(-128)}
        nodes, outputs = [], {}

        def add(op, inputs, kind=U8, **attributes):
            nodes.append(node(op, inputs, [f"y{len(nodes)}"], domain="com.microsoft", **attributes))
            outputs[nodes[-1].output[0]] = (kind, 4)

        for op in ("QLinearAdd", "QLinearMul"):
            add(op, ["a", "s", "o", "b", "t", "o", "r", "y"])
            add(op, ["a", "s", "z", "c", "t", "y", "r", "z"])
        add("QLinearSigmoid", ["a", "s", "y", "p", "o"])
        add("QLinearSigmoid", ["d", "s", "sz", "p", "sy"], I8)
        add("QLinearLeakyRelu", ["a", "s", "y", "r", "z"], alpha=0.2)
        add("QLinearLeakyRelu", ["d", "s", "sz", "r", "sz"], I8)
        add("QLinearGlobalAveragePool", ["a", "s", "z", "r", "y"])
        add("QLinearGlobalAveragePool", ["a", "s", "z", "r", "y"], channels_last=1)
        add("QLinearConcat", ["r", "y", "a", "s", "z", "b", "t", "y", "a", "r", "y"], axis=1)
        add("QLinearSoftmax", ["a", "s", "y", "p", "o"], axis=-1, opset=13)
        add("QLinearSoftmax", ["a", "s", "y", "p", "o"], axis=2, opset=12)
        self.case("ms_qlinear", nodes, given, outputs, 13, constants, MS)

    def attention(self):
        given = {"x": self.u8(2, 5, 16), "m": np.array([5, 3], np.int32)}
        constants = {"w": self.i8(16, 24), "b": self.f(24), "s": np.float32(.01), "t": np.float32(.02), "z": np.uint8(128), "wz": np.int8(0)}
        nodes = [node("QAttention", ["x", "w", "b", "s", "t", "", "z", "wz"], ["plain"], domain="com.microsoft", num_heads=2),
                 node("QAttention", ["x", "w", "b", "s", "t", "m", "z", "wz"], ["masked"], domain="com.microsoft", num_heads=4),
                 node("QAttention", ["x", "w", "b", "s", "t", "", "z", "wz"], ["causal"], domain="com.microsoft", num_heads=2, unidirectional=1)]
        self.case("ms_qattention", nodes, given, {k: (F32, 3) for k in ("plain", "masked", "causal")}, 13, constants, MS)

    def storage(self):
        table, scale = self.u8(20, 32), self.rng.uniform(.01, .02, (20, 4)).astype(np.float32)
        given = {"ids": np.array([[3, 0, 19], [7, -1, 3]], np.int64)}
        constants = {"t": table, "s": scale, "z": self.u8(20, 2)}
        nodes = [node("GatherBlockQuantized", ["t", "ids", "s", "z"], ["y"], domain="com.microsoft", block_size=16),
                 node("GatherBlockQuantized", ["t", "ids", "s"], ["plain"], domain="com.microsoft", block_size=16)]
        self.case("ms_gather_block_quantized", nodes, given, {"y": (F32, 3), "plain": (F32, 3)}, 13, constants, MS)
        constants = {"s": np.float32(.0001), "z": np.int16(5), "v": np.float32([.0001, .0002, .0004]), "vz": np.int16([0, -7, 9])}
        nodes = [node("QuantizeLinear", ["x", "s", "z"], ["q"]), node("DequantizeLinear", ["q", "s", "z"], ["d"]),
                 node("QuantizeLinear", ["x", "v", "vz"], ["r"], axis=1), node("DequantizeLinear", ["r", "v", "vz"], ["e"], axis=1)]
        self.case("quantize_16", nodes, {"x": self.f(2, 3, 4)}, {"q": (I16, 3), "d": (F32, 3), "r": (I16, 3), "e": (F32, 3)}, 21, constants)
        constants = {"s": self.rng.uniform(.1, .2, (3, 2)).astype(np.float32), "z": self.i8(3, 2)}
        nodes = [node("QuantizeLinear", ["x", "s", "z"], ["q"], axis=1, block_size=3),
                 node("DequantizeLinear", ["q", "s", "z"], ["d"], axis=1, block_size=3)]
        self.case("quantize_blocks", nodes, {"x": self.f(3, 6)}, {"q": (I8, 2), "d": (F32, 2)}, 21, constants)
        constants = {"s": scale, "z": four_bits(self.rng.integers(-8, 8, (20, 4)), "INT4"), "w": four_bits(self.rng.integers(-8, 8, (20, 32)), "INT4"),
                     "v": four_bits(self.rng.integers(0, 16, (5, 3)), "UINT4"), "vz": four_bits(np.array([8]), "UINT4"), "vs": np.float32([.1])}
        nodes = [node("DequantizeLinear", ["w", "s", "z"], ["wd"], axis=1, block_size=8), node("MatMul", ["x", "wd"], ["y"]),
                 node("DequantizeLinear", ["v", "vs", "vz"], ["d"])]
        self.case("int4", nodes, {"x": self.f(2, 20)}, {"y": (F32, 2), "d": (F32, 2)}, 21, constants)


def write(case, rng):
    cases = Cases(case, rng)
    for group in (cases.qdq, cases.products, cases.dynamic, cases.elementwise, cases.attention, cases.storage):
        group()
