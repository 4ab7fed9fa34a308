#!/usr/bin/env python3
"""Inputs/llama.gguf and Inputs/gpt2.gguf by llama.cpp's own library, and beside each what its tensors are in PyTorch's checkpoints, in
Inputs/llama_gguf.npz and Inputs/gpt2_gguf.npz: blocks as that library unpacks them, rows and names as its converter takes them from there.

    make_gguf.py libggml-base.so        (npm's @node-llama-cpp has it: tools/bench fetches that as a peer)
"""
import ctypes, os, sys
import numpy as np

INPUTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Inputs")
TYPES = {"F32": 0, "F16": 1, "Q4_0": 2, "Q4_1": 3, "Q5_0": 6, "Q5_1": 7, "Q8_0": 8, "Q4_K": 12, "Q5_K": 13, "Q6_K": 14, "BF16": 30}


class Parameters(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("buffer", ctypes.c_void_p), ("no_alloc", ctypes.c_bool)]


def load(path):
    ggml = ctypes.CDLL(path)
    pointer, number, text = ctypes.c_void_p, ctypes.c_int64, ctypes.c_char_p
    for name, result, arguments in [
            ("ggml_init", pointer, [Parameters]), ("ggml_new_tensor_2d", pointer, [pointer, ctypes.c_int, number, number]),
            ("ggml_new_tensor_1d", pointer, [pointer, ctypes.c_int, number]), ("ggml_set_name", pointer, [pointer, text]),
            ("ggml_get_data", pointer, [pointer]), ("ggml_nbytes", ctypes.c_size_t, [pointer]),
            ("ggml_quantize_chunk", ctypes.c_size_t, [ctypes.c_int, pointer, pointer, number, number, number, pointer]),
            ("gguf_init_empty", pointer, []), ("gguf_set_val_str", None, [pointer, text, text]),
            ("gguf_set_val_u32", None, [pointer, text, ctypes.c_uint32]), ("gguf_add_tensor", None, [pointer, pointer]),
            ("gguf_set_arr_str", None, [pointer, text, ctypes.POINTER(text), ctypes.c_size_t]),
            ("gguf_write_to_file", ctypes.c_bool, [pointer, text, ctypes.c_bool])]:
        function = getattr(ggml, name)
        function.restype, function.argtypes = result, arguments
    return ggml


class Writer:
    def __init__(self, ggml, architecture, numbers):
        self.ggml, self.random = ggml, np.random.default_rng(7)
        self.context = ggml.ggml_init(Parameters(1 << 22, None, False))
        self.file, self.wanted = ggml.gguf_init_empty(), {}
        ggml.gguf_set_val_str(self.file, b"general.architecture", architecture.encode())
        words = (ctypes.c_char_p * 3)(b"<s>", b"the", b"end")
        ggml.gguf_set_arr_str(self.file, b"tokenizer.ggml.tokens", words, 3)
        for key, value in numbers.items():
            ggml.gguf_set_val_u32(self.file, f"{architecture}.{key}".encode(), value)

    def add(self, theirs, ours, kind, shape, back=lambda x: x):
        """A tensor of this shape in the file; `back` makes the checkpoint's of it."""
        x = (self.random.standard_normal(shape) * 0.3).astype("f4")
        if len(shape) == 1:
            tensor = self.ggml.ggml_new_tensor_1d(self.context, TYPES[kind], shape[0])
        else:
            tensor = self.ggml.ggml_new_tensor_2d(self.context, TYPES[kind], shape[1], shape[0])
        self.ggml.ggml_set_name(tensor, theirs.encode())
        data, size = self.ggml.ggml_get_data(tensor), self.ggml.ggml_nbytes(tensor)
        if kind == "F32":
            found = x
            ctypes.memmove(data, x.ctypes.data, size)
        elif kind == "F16":
            found = x.astype("f2")
            ctypes.memmove(data, found.ctypes.data, size)
        elif kind == "BF16":
            found = (x.view("u4") >> 16).astype("u2").view("i2")  # cut, which is all the same here; NumPy has no bf16
            ctypes.memmove(data, found.ctypes.data, size)
        else:
            rows = shape[0] if len(shape) == 2 else 1
            assert self.ggml.ggml_quantize_chunk(TYPES[kind], x.ctypes.data, data, 0, rows, x.size // rows, None) == size
            found = np.empty(shape, "f4")
            unpack = getattr(self.ggml, f"dequantize_row_{kind.lower().replace('_k', '_K')}")
            unpack(ctypes.c_void_p(data), ctypes.c_void_p(found.ctypes.data), ctypes.c_int64(found.size))
        self.wanted[ours] = np.ascontiguousarray(back(found))
        self.ggml.gguf_add_tensor(self.file, tensor)

    def write(self, name):
        assert self.ggml.gguf_write_to_file(self.file, f"{INPUTS}/{name}.gguf".encode(), False)
        np.savez_compressed(f"{INPUTS}/{name}_gguf.npz", **self.wanted)


def halves(heads):
    """What the converter does to the rows of queries and keys of Llama, undone: its `permute` is
    reshape(heads, 2, rows // heads // 2, ...).swapaxes(1, 2)."""
    return lambda x: x.reshape(heads, x.shape[0] // heads // 2, 2, *x.shape[1:]).swapaxes(1, 2).reshape(x.shape)


def main():
    ggml = load(sys.argv[1])
    llama = Writer(ggml, "llama", {"attention.head_count": 4, "attention.head_count_kv": 2, "block_count": 1})
    layer = "model.layers.0."
    llama.add("token_embd.weight", "model.embed_tokens.weight", "Q6_K", (5, 256))
    llama.add("output_norm.weight", "model.norm.weight", "F32", (256,))
    llama.add("blk.0.attn_norm.weight", layer + "input_layernorm.weight", "F32", (256,))
    llama.add("blk.0.attn_q.weight", layer + "self_attn.q_proj.weight", "Q4_0", (16, 32), halves(4))
    llama.add("blk.0.attn_k.weight", layer + "self_attn.k_proj.weight", "Q8_0", (12, 64), halves(2))
    llama.add("blk.0.attn_k.bias", layer + "self_attn.k_proj.bias", "F32", (12,), halves(2))
    llama.add("blk.0.attn_v.weight", layer + "self_attn.v_proj.weight", "Q5_0", (3, 96))
    llama.add("blk.0.attn_output.weight", layer + "self_attn.o_proj.weight", "Q4_1", (3, 64))
    llama.add("blk.0.ffn_norm.weight", layer + "post_attention_layernorm.weight", "F32", (256,))
    llama.add("blk.0.ffn_gate.weight", layer + "mlp.gate_proj.weight", "Q4_K", (3, 512))
    llama.add("blk.0.ffn_up.weight", layer + "mlp.up_proj.weight", "Q5_K", (2, 256))
    llama.add("blk.0.ffn_down.weight", layer + "mlp.down_proj.weight", "Q5_1", (3, 32))
    llama.add("rope_freqs.weight", "rope_freqs.weight", "F16", (7,))
    llama.add("blk.0.other", "blk.0.other", "BF16", (3, 5))
    llama.wanted["lm_head.weight"] = llama.wanted["model.embed_tokens.weight"]  # tied
    llama.write("llama")
    gpt2 = Writer(ggml, "gpt2", {"attention.head_count": 4})
    gpt2.add("token_embd.weight", "wte.weight", "Q8_0", (5, 64))
    gpt2.add("position_embd.weight", "wpe.weight", "F32", (7, 64))
    gpt2.add("output_norm.bias", "ln_f.bias", "F32", (64,))
    gpt2.add("blk.11.attn_qkv.weight", "h.11.attn.c_attn.weight", "Q4_0", (7, 64), np.transpose)
    gpt2.add("blk.11.attn_qkv.bias", "h.11.attn.c_attn.bias", "F32", (7,))
    gpt2.add("blk.11.ffn_down.weight", "h.11.mlp.c_proj.weight", "F16", (8, 4), np.transpose)  # 64 bytes: no padding follows
    gpt2.write("gpt2")


if __name__ == "__main__":
    main()
