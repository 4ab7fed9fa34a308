"""GPT-2 in the file that llama.cpp reads (GGUF, version 3), in f32."""
import struct
import numpy as np

ALIGNMENT = 32
U32, F32, STRING = 4, 6, 8  # types of values
# Of a layer: (our name, GGUF's, whether it is turned: our linear layers are [in, out], GGUF's [out, in])
LAYER = [("ln_1", "attn_norm", False), ("attn.c_attn", "attn_qkv", True), ("attn.c_proj", "attn_output", True),
         ("ln_2", "ffn_norm", False), ("mlp.c_fc", "ffn_up", True), ("mlp.c_proj", "ffn_down", True)]


def string(text):
    return struct.pack("<Q", len(text)) + text.encode()


def value(key, content):
    if isinstance(content, str):
        return string(key) + struct.pack("<I", STRING) + string(content)
    if isinstance(content, float):
        return string(key) + struct.pack("<If", F32, content)
    return string(key) + struct.pack("<II", U32, content)


def write(path, values, tensors):
    """values: {key: string, float or int}; tensors: {name: f32 array}."""
    with open(path, "wb") as file:
        file.write(b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(values)))
        for key, content in values.items():
            file.write(value(key, content))
        offset = 0
        for name, array in tensors.items():
            shape = b"".join(struct.pack("<Q", size) for size in reversed(array.shape))  # the innermost first
            file.write(string(name) + struct.pack("<I", array.ndim) + shape + struct.pack("<IQ", 0, offset))
            offset += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
        for array in tensors.values():
            file.write(b"\0" * (-file.tell() % ALIGNMENT))
            file.write(np.ascontiguousarray(array, np.float32).tobytes())
        file.write(b"\0" * (-file.tell() % ALIGNMENT))


def write_gpt2(path, parameters):
    """parameters: {Hugging Face's name: array}."""
    words, positions = parameters["wte.weight"], parameters["wpe.weight"]
    width = words.shape[1]
    layers = sum(key.startswith("h.") and key.endswith("ln_1.weight") for key in parameters)
    values = {"general.architecture": "gpt2", "general.name": "gpt2", "gpt2.context_length": positions.shape[0],
              "gpt2.embedding_length": width, "gpt2.feed_forward_length": 4 * width, "gpt2.block_count": layers,
              "gpt2.attention.head_count": width // 64, "gpt2.attention.layer_norm_epsilon": 1e-5,
              "gpt2.vocab_size": words.shape[0], "tokenizer.ggml.model": "no_vocab"}
    tensors = {"token_embd.weight": words, "position_embd.weight": positions,
               "output_norm.weight": parameters["ln_f.weight"], "output_norm.bias": parameters["ln_f.bias"]}
    for i in range(layers):
        for ours, theirs, turned in LAYER:
            weight = parameters[f"h.{i}.{ours}.weight"]
            tensors[f"blk.{i}.{theirs}.weight"] = weight.T if turned else weight
            tensors[f"blk.{i}.{theirs}.bias"] = parameters[f"h.{i}.{ours}.bias"]
    write(path, values, tensors)
