"""The operators that ONNX Runtime's optimiser, its generators and opsets from 23 on write for transformers: a group of
make_ort_cases.py, a model for each operator, with a node for each form of it."""
import numpy as np
import onnx
import torch
import make_cases
from make_cases import node

MS = "com.microsoft"
FLOAT = onnx.TensorProto.FLOAT


class Forms:
    """Nodes of one operator; inputs are arrays (given), "" (absent) or Constant."""

    def __init__(self, case, name, op, opset=17, domain=MS):
        self.case, self.name, self.op, self.opset, self.domain = case, name, op, opset, domain
        self.nodes, self.given, self.constants, self.outputs = [], {}, {}, {}

    def add(self, inputs, outputs, rows=None, **attributes):
        """outputs: a rank (a float), (rank, type) or "" each. rows: so many of axis 2 of those of rank 4 count."""
        names = []
        for value in inputs:
            if isinstance(value, str):
                names.append("")
                continue
            held = self.constants if isinstance(value, Constant) else self.given
            names.append(f"i{len(self.given) + len(self.constants)}")
            held[names[-1]] = value.array if isinstance(value, Constant) else value
        made = [f"y{len(self.nodes)}_{i}" if kind != "" else "" for i, kind in enumerate(outputs)]
        self.nodes.append(node(self.op, names, made, self.domain, **attributes))
        for name, kind in zip(made, outputs):
            if rows and kind == 4:
                self.constants.update({"zero": np.array([0]), f"rows{rows}": np.array([rows]), "two": np.array([2])})
                self.nodes.append(node("Slice", [name, "zero", f"rows{rows}", "two"], ["first_" + name]))
                name = "first_" + name
            if name:
                self.outputs[name] = (kind[1], kind[0]) if isinstance(kind, tuple) else (FLOAT, kind)

    def write(self):
        self.case(self.name, self.nodes, self.given, self.outputs, self.opset, self.constants, [(MS, 1)])


class Constant:
    def __init__(self, array):
        self.array = np.asarray(array)


def write(case, rng):
    def f(*shape):
        return rng.uniform(-2, 2, shape).astype(np.float32)

    def c(*shape):
        return Constant(f(*shape))

    activations(case, f, c)
    gpu_activations(f)
    normalisations(case, f, c, rng)
    products(case, f, c)
    rotary(case, f, rng)
    attention(case, f)
    attention_ort(case, f, c, rng)
    multi_head(case, f, c, rng)
    grouped(case, f)


def activations(case, f, c):
    for name, op, inputs, attributes in (
            ("gelu", "Gelu", [f(2, 3, 6)], {}), ("bias_gelu", "BiasGelu", [f(2, 3, 6), c(6)], {}),
            ("fast_gelu", "FastGelu", [f(2, 3, 6)], {}), ("fast_gelu_bias", "FastGelu", [f(2, 3, 6), c(6)], {}),
            ("quick_gelu", "QuickGelu", [f(2, 3, 6)], {}), ("quick_gelu_1", "QuickGelu", [f(2, 3, 6)], {"alpha": 1.0})):
        forms = Forms(case, "ms_" + name, op)
        forms.add(inputs, [inputs[0].ndim], **attributes)
        forms.write()


def gpu_activations(f):
    """What ONNX Runtime has for GPUs alone: PyTorch and NumPy compute it."""
    x, w, b = f(2, 3, 4), f(4, 6), f(6)
    y = x @ w + b
    y = 0.5 * y * (1 + np.tanh(np.sqrt(2 / np.pi) * (y + 0.044715 * y**3)))
    make_cases.case("ms_gemm_fast_gelu", node("GemmFastGelu", ["x", "w", "b"], domain=MS), {"x": x, "w": w, "b": b},
                    {"y": y.astype(np.float32)}, opsets=[(MS, 1)])
    x, b = f(2, 3, 8), f(8)
    left, right = torch.from_numpy(x + b).chunk(2, -1)
    make_cases.case("ms_bias_split_gelu", node("BiasSplitGelu", ["x", "b"], domain=MS), {"x": x, "b": b},
                    {"y": left * torch.nn.functional.gelu(right)}, opsets=[(MS, 1)])


def normalisations(case, f, c, rng):
    forms = Forms(case, "ms_skip_layer_norm", "SkipLayerNormalization")
    x, skip = f(2, 3, 8), f(2, 3, 8)
    forms.add([x, skip, c(8)], [3], epsilon=1e-5)
    forms.add([x, skip, c(8), c(8)], [3], epsilon=1e-5)
    forms.add([x, skip, c(8), c(8), c(8)], [3, "", "", 3], epsilon=1e-5)
    forms.add([x, skip, c(8), "", c(8)], [3, "", "", 3])
    forms.add([x, f(1, 3, 8), c(8), c(8)], [3], epsilon=1e-5)
    forms.add([x, f(3, 8), c(8), c(8)], [3], epsilon=1e-5)
    forms.add([f(5, 8), f(5, 8), c(8), c(8)], [2], epsilon=1e-5)
    forms.write()
    forms = Forms(case, "ms_skip_rms_norm", "SkipSimplifiedLayerNormalization")
    forms.add([x, skip, c(8)], [3, "", "", 3], epsilon=1e-6)
    forms.add([x, skip, c(8), c(8)], [3, "", "", 3], epsilon=1e-6)
    forms.write()
    forms = Forms(case, "simplified_layer_norm", "SimplifiedLayerNormalization", domain="")
    forms.add([x, c(8)], [3], axis=-1, epsilon=1e-6, stash_type=1)
    forms.add([x, c(8)], [3], axis=2)
    forms.write()
    forms = Forms(case, "ms_embed_layer_norm", "EmbedLayerNormalization")
    ids, kinds = rng.integers(0, 11, (2, 5)).astype(np.int32), rng.integers(0, 2, (2, 5)).astype(np.int32)
    mask = np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]], np.int32)
    i32 = (1, onnx.TensorProto.INT32)
    tables = [c(11, 8), c(9, 8), c(2, 8)]
    forms.add([ids, kinds, *tables, c(8), c(8)], [3, i32], epsilon=1e-5)
    forms.add([ids, kinds, *tables, c(8), c(8), mask], [3, i32, 3], epsilon=1e-5)
    forms.add([ids, "", *tables[:2], "", c(8), c(8), mask, rng.integers(0, 9, (2, 5)).astype(np.int32)], [3, i32, 3])
    forms.write()


def products(case, f, c):
    forms = Forms(case, "ms_fused_matmul", "FusedMatMul")
    forms.add([f(2, 3, 4), f(2, 4, 5)], [3], alpha=0.5)
    forms.add([f(2, 4, 3), f(2, 4, 5)], [3], transA=1)
    forms.add([f(2, 3, 4), f(2, 5, 4)], [3], transB=1, alpha=0.25)
    forms.add([f(3, 2, 4), f(2, 4, 5)], [3], transBatchA=1)
    forms.add([f(6, 2, 3, 4), f(2, 3, 5, 4)], [4], transBatchA=1, transB=1)
    forms.add([f(2, 4, 3), f(4, 2, 5)], [3], transA=1, transBatchB=1)
    forms.write()
    forms = Forms(case, "ms_fused_conv", "FusedConv")
    window = dict(kernel_shape=[3, 3], pads=[1, 1, 1, 1])
    for name, parameters in (("Relu", None), ("Tanh", None), ("Sigmoid", None), ("LeakyRelu", [0.125]), ("Clip", [-0.5, 0.75]),
                             ("HardSigmoid", [0.25, 0.5])):
        more = {"activation_params": parameters} if parameters else {}
        forms.add([f(1, 3, 5, 4), c(6, 3, 3, 3), c(6)], [4], activation=name, **window, **more)
    forms.add([f(1, 3, 5, 4), c(6, 3, 3, 3), c(6), f(1, 6, 5, 4)], [4], activation="Relu", **window)
    forms.write()


def angles(rng, length, half):
    turn = np.arange(length)[:, None] / 100 ** (np.arange(half) / half)
    return Constant(np.cos(turn).astype(np.float32)), Constant(np.sin(turn).astype(np.float32))


def rotary(case, f, rng):
    forms = Forms(case, "ms_rotary", "RotaryEmbedding")
    tables = angles(rng, 12, 4)
    places = rng.integers(0, 12, (2, 3)).astype(np.int64)
    start = np.array([4], np.int64)
    for interleaved in (0, 1):
        forms.add([f(2, 3, 16), places, *tables], [3], interleaved=interleaved)
        forms.add([f(2, 5, 3, 8), places, *tables], [4], interleaved=interleaved)
        forms.add([f(2, 3, 24), start, *tables], [3], interleaved=interleaved)
        forms.add([f(2, 3, 36), places, *tables], [3], interleaved=interleaved, rotary_embedding_dim=8, num_heads=3)
    forms.write()
    forms = Forms(case, "rotary_23", "RotaryEmbedding", 23, "")
    for interleaved in (0, 1):
        forms.add([f(2, 5, 3, 8), *tables, places], [4], interleaved=interleaved)
        forms.add([f(2, 3, 24), *tables, places], [3], interleaved=interleaved, num_heads=3)
        forms.add([f(2, 5, 3, 12), *tables, places], [4], interleaved=interleaved, rotary_embedding_dim=8)
        forms.add([f(2, 5, 3, 8), f(2, 3, 4), f(2, 3, 4)], [4], interleaved=interleaved)
    forms.write()


def attention(case, f):
    forms = Forms(case, "attention_23", "Attention", 23, "")
    q, k, v = f(2, 4, 3, 8), f(2, 4, 5, 8), f(2, 4, 5, 6)
    past_k, past_v = f(2, 2, 2, 8), f(2, 2, 2, 8)
    forms.add([q, k, v], [4])
    forms.add([q, k, v], [4], scale=0.5, softcap=1.5)
    forms.add([q, k, v, f(3, 5)], [4])
    forms.add([q, k, v, f(2, 1, 3, 5)], [4])
    forms.add([q, k, v, np.tril(np.ones((3, 5), bool))], [4])
    forms.add([f(2, 4, 5, 8), k, v], [4], is_causal=1)
    forms.add([q, f(2, 2, 3, 8), f(2, 2, 3, 8)], [4], is_causal=1)
    forms.add([q, f(2, 2, 3, 8), f(2, 2, 3, 8), "", past_k, past_v], [4, 4, 4])
    forms.add([q, f(2, 2, 3, 8), f(2, 2, 3, 8), "", past_k, past_v], [4, 4, 4], is_causal=1)
    forms.add([q, f(2, 2, 3, 8), f(2, 2, 3, 8), f(2, 4, 3, 5), past_k, past_v], [4, 4, 4])
    forms.add([f(2, 3, 32), f(2, 5, 16), f(2, 5, 12)], [3], q_num_heads=4, kv_num_heads=2)
    forms.add([f(2, 3, 32), f(2, 3, 16), f(2, 3, 16), "", past_k, past_v], [3, 4, 4], q_num_heads=4, kv_num_heads=2)
    for mode in (0, 1, 2, 3):
        forms.add([q, k, v, f(3, 5)], [4, "", "", 4], softcap=2.0, qk_matmul_output_mode=mode)
    forms.write()
    forms = Forms(case, "attention_24", "Attention", 24, "")
    forms.add([q, k, v, "", "", "", np.array([4, 5], np.int64)], [4])
    forms.add([q, k, v, f(3, 5), "", "", np.array([2, 5], np.int64)], [4])
    forms.write()
    forms = Forms(case, "swish_24", "Swish", 24, "")
    forms.add([f(2, 5)], [2])
    forms.add([f(2, 5)], [2], alpha=1.5)
    forms.write()


def attention_ort(case, f, c, rng):
    forms = Forms(case, "ms_attention", "Attention")
    x, w, b = f(2, 5, 12), c(12, 36), c(36)
    i32 = np.int32
    forms.add([x, w, b], [3], num_heads=3)
    forms.add([x, w, b], [3], num_heads=3, unidirectional=1, scale=0.25)
    forms.add([x, w, b, np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]], i32)], [3], num_heads=3)
    forms.add([x, w, b, np.array([3, 5], i32)], [3], num_heads=3)
    forms.add([x, w, b, np.array([4, 5, 1, 0], i32)], [3], num_heads=3)
    forms.add([x, w, b, rng.integers(0, 2, (2, 5, 5)).astype(i32) | np.eye(5, dtype=i32)], [3], num_heads=3)
    forms.add([x, w, b, "", f(2, 2, 3, 4, 4)], [3, 5], num_heads=3)
    forms.add([x, w, b, "", f(2, 2, 3, 4, 4)], [3, 5], num_heads=3, unidirectional=1)
    forms.add([x, w, b, np.ones((2, 9), i32), f(2, 2, 3, 4, 4)], [3, 5], num_heads=3)
    forms.add([x, w, b, "", "", f(2, 3, 5, 5)], [3], num_heads=3)
    forms.add([x, c(12, 30), c(30)], [3], num_heads=3, qkv_hidden_sizes=[12, 12, 6])
    forms.write()


def multi_head(case, f, c, rng):
    forms = Forms(case, "ms_multi_head_attention", "MultiHeadAttention")
    q, k, v = f(2, 3, 12), f(2, 5, 12), f(2, 5, 6)
    forms.add([q, k, v], [3], num_heads=3)
    forms.add([q, k, f(2, 5, 12), c(36)], [3], num_heads=3, scale=0.25)
    forms.add([q, k, v, "", np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]], np.int32)], [3], num_heads=3)
    forms.add([q, k, v, "", "", f(1, 3, 3, 5)], [3], num_heads=3)
    forms.add([q, k, v, "", "", f(2, 3, 3, 5)], [3], num_heads=3)
    forms.add([q, f(2, 3, 12), f(2, 3, 12), "", "", "", f(2, 3, 4, 4), f(2, 3, 4, 4)], [3, 4, 4], num_heads=3)
    forms.add([q, f(2, 3, 12), f(2, 3, 12), "", "", "", f(2, 3, 4, 4), f(2, 3, 4, 4)], [3, 4, 4], num_heads=3, unidirectional=1)
    forms.add([q, f(2, 3, 5, 4), f(2, 3, 5, 4)], [3], num_heads=3)
    forms.write()
    packed(f)


def packed(f):
    """Queries, keys and values in one tensor: ONNX Runtime has these forms for GPUs alone, so NumPy computes them."""
    def attend(q, k, v):  # [N, S, H, D]
        scores = np.einsum("nshd,nthd->nhst", q, k) / np.sqrt(q.shape[3])
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        y = np.einsum("nhst,nthd->nshd", weights / weights.sum(-1, keepdims=True), v)
        return y.reshape(*y.shape[:2], -1).astype(np.float32)

    all_ = f(2, 3, 3, 3, 4)
    make_cases.case("ms_packed_qkv", node("MultiHeadAttention", ["x"], domain=MS, num_heads=3), {"x": all_},
                    {"y": attend(*(all_[..., i, :] for i in range(3)))}, opsets=[(MS, 1)])
    q, kv = f(2, 3, 12), f(2, 5, 3, 2, 4)
    make_cases.case("ms_packed_kv", node("MultiHeadAttention", ["q", "kv"], domain=MS, num_heads=3), {"q": q, "kv": kv},
                    {"y": attend(q.reshape(2, 3, 3, 4), kv[..., 0, :], kv[..., 1, :])}, opsets=[(MS, 1)])


def grouped(case, f):
    forms = Forms(case, "ms_group_query_attention", "GroupQueryAttention")
    rng = np.random.default_rng(3)
    tables = angles(rng, 16, 8)

    def total(n):
        return Constant(np.array(n, np.int32))

    def lengths(*n):
        return np.array(n, np.int32) - 1

    heads = dict(num_heads=4, kv_num_heads=2)
    # Values far from 0, so that no sum cancels.
    one = lambda s: (f(1, s, 64), f(1, s, 32), 3 + f(1, s, 32))  # noqa: E731
    two = lambda s: (f(2, s, 64), f(2, s, 32), 3 + f(2, s, 32))  # noqa: E731
    # A prompt; the caches that result are those of the new elements.
    forms.add([*one(5), "", "", lengths(5), total(5)], [3, 4, 4], **heads)
    forms.add([*one(5), "", "", lengths(5), total(5), *tables], [3, 4, 4], do_rotary=1, **heads)
    forms.add([f(1, 5, 128), "", "", "", "", lengths(5), total(5), *tables], [3, 4, 4], do_rotary=1, rotary_interleaved=1, **heads)
    # A token more; caches that grow.
    past = lambda b, p: (f(b, 2, p, 16), 3 + f(b, 2, p, 16))  # noqa: E731
    forms.add([*one(1), *past(1, 6), lengths(7), total(7), *tables], [3, 4, 4], do_rotary=1, **heads)
    forms.add([*one(1), *past(1, 6), lengths(7), total(7)], [3, 4, 4], scale=0.5, softcap=2.0, **heads)
    forms.add([*one(1), *past(1, 6), lengths(7), total(7), *tables], [3, 4, 4], do_rotary=1, local_window_size=3, **heads)
    forms.add([*one(1), *past(1, 6), Constant(lengths(7)), total(7), *tables], [3, 4, 4], do_rotary=1, **heads)
    forms.add([*two(1), *past(2, 6), lengths(7, 7), total(7), *tables], [3, 4, 4], do_rotary=1, **heads)
    # Several at once, with what was before.
    forms.add([*one(3), *past(1, 4), lengths(7), total(7), *tables], [3, 4, 4], do_rotary=1, **heads)
    # Caches that have room for more than there is; sequences of two lengths (what their caches hold behind them is open).
    forms.add([*one(1), *past(1, 10), lengths(7), total(7), *tables], [3, 4, 4], rows=7, do_rotary=1, **heads)
    forms.add([*one(2), *past(1, 10), Constant(lengths(7)), total(7), *tables], [3, 4, 4], rows=7, do_rotary=1, softcap=3.0, **heads)
    forms.add([*one(2), *past(1, 10), lengths(7), total(7), *tables], [3, 4, 4], rows=7, do_rotary=1, softcap=3.0, local_window_size=4, **heads)
    forms.add([*two(1), *past(2, 6), lengths(7, 4), total(7), *tables], [3, 4, 4], rows=4, do_rotary=1, **heads)
    # With positions and a bias of the scores.
    forms.add([*one(3), *past(1, 4), lengths(7), total(7), *tables, np.array([[4, 5, 6]], np.int64), f(1, 4, 3, 7)], [3, 4, 4],
              do_rotary=1, **heads)
    forms.write()
