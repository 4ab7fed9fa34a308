"""The whole models with goldens: what is compiled, and at which sizes. One row, one golden/NAME.npz, one NAME.test."""
from collections import namedtuple
import numpy as np
from numpy import s_

# graph: file in examples/; entry: the graph in it; dims: what --dim sets; seed: of the weights and of the inputs.
# inputs: name: how it is drawn; outputs: name: the part of it that the golden holds, which is what is compared.
# checkpoint: the weights come from a file with the names and shapes of golden/CHECKPOINT.state_dict.json instead of from
# --weights random:SEED; twin: in torch_models.py, if its name is not that of the graph.
Case = namedtuple("Case", "graph entry dims seed inputs outputs checkpoint twin", defaults=(None, None))

ALL = s_[...]


def grey(*shape):
    """f32 grey values, k/256 in [-0.5, 0.5): small enough that biases count beside them."""
    return lambda rng: ((rng.integers(0, 256, shape) - 128) / 256).astype(np.float32)


def ids(count, *shape, lengths=None):
    """i64 in [0, count); with `lengths`, one a row, 0 stands after the first so many, and nowhere before."""
    def draw(rng):
        drawn = rng.integers(0 if lengths is None else 1, count, shape)
        return drawn if lengths is None else drawn * seen(shape[1], *lengths)(rng)
    return draw


def seen(size, *lengths, dtype=np.bool_):
    """[len(lengths), size]: 1 for the first so many of each row, 0 for the padding after them."""
    return lambda rng: (np.arange(size) < np.array(lengths)[:, None]).astype(dtype)


def draw_inputs(case):
    """{name: array} for the case."""
    rng = np.random.default_rng(case.seed)
    return {name: draw(rng) for name, draw in case.inputs.items()}


def picture_case(graph, entry, dims, seed, checkpoint=None):
    """A network from a picture to 1,000 logits."""
    shape = dims.get("N", 1), 3, dims.get("H", 224), dims.get("W", 224)
    return Case(graph, entry, dims, seed, {"image": grey(*shape)}, {"logits": ALL}, checkpoint)


def sequence_case(entry, dims, seed):
    """A network from a sequence to 10 logits."""
    return Case("lstm.graph", entry, dims, seed, {"x": grey(dims.get("N", 1), dims.get("T", 100), 64)}, {"logits": ALL})


def vectors_case(entry, dims, seed, part):
    """A transformer from words as vectors to words as vectors; `part`: of the positions."""
    return Case("transformer.graph", entry, dims, seed, {"x": grey(dims.get("N", 1), dims.get("S", 128), 512)},
                {"y": s_[:, part]})


EVERY = slice(None)

CASES = {
    "mlp": Case("mlp.graph", "mlp", {}, 29, {"x": grey(1, 8)}, {"y": ALL}),
    "mlp_batch3": Case("mlp.graph", "mlp", {"N": 3}, 29, {"x": grey(3, 8)}, {"y": ALL}),
    "cnn": Case("cnn.graph", "cnn", {}, 5, {"image": grey(1, 3, 24, 24)}, {"logits": ALL}),
    "cnn_batch3": Case("cnn.graph", "cnn", {"N": 3}, 5, {"image": grey(3, 3, 24, 24)}, {"logits": ALL}),
    "resnet18": picture_case("resnet.graph", "resnet18", {}, 1),
    "resnet18_64": picture_case("resnet.graph", "resnet18", {"H": 64, "W": 64}, 1),
    "resnet18_65x97": picture_case("resnet.graph", "resnet18", {"H": 65, "W": 97}, 1),
    "resnet34_64": picture_case("resnet.graph", "resnet34", {"H": 64, "W": 64}, 1),
    "resnet50_64_batch2": picture_case("resnet.graph", "resnet50", {"N": 2, "H": 64, "W": 64}, 1),
    "mobilenet_v2": picture_case("mobilenet.graph", "mobilenet_v2", {}, 1, "mobilenet_v2"),
    "mobilenet_v2_64_batch2": picture_case("mobilenet.graph", "mobilenet_v2", {"N": 2, "H": 64, "W": 64}, 1, "mobilenet_v2"),
    "mobilenet_v2_65x97": picture_case("mobilenet.graph", "mobilenet_v2", {"H": 65, "W": 97}, 1, "mobilenet_v2"),
    "efficientnet_b0": picture_case("efficientnet.graph", "efficientnet_b0", {}, 1, "efficientnet_b0"),
    "efficientnet_b0_65x97": picture_case("efficientnet.graph", "efficientnet_b0", {"H": 65, "W": 97}, 1, "efficientnet_b0"),
    "se_resnet18_64": picture_case("se_resnet.graph", "se_resnet18", {"H": 64, "W": 64}, 1, "se_resnet18"),
    "se_resnet18_65x97_batch2": picture_case("se_resnet.graph", "se_resnet18", {"N": 2, "H": 65, "W": 97}, 1, "se_resnet18"),
    "xception_block_9x10": Case("xception.graph", "xception_block", {"H": 9, "W": 10}, 1, {"x": grey(1, 128, 9, 10)}, {"y": ALL}),
    "xception_block_7x4_batch2": Case("xception.graph", "xception_block", {"N": 2, "H": 7, "W": 4}, 1,
                                      {"x": grey(2, 128, 7, 4)}, {"y": ALL}),
    "multi_head_attention": vectors_case("multi_head_attention", {}, 1, s_[::-9]),
    "multi_head_attention_13_batch2": vectors_case("multi_head_attention", {"N": 2, "S": 13}, 1, EVERY),
    "encoder_layer": vectors_case("encoder_layer", {}, 1, s_[::-9]),
    "encoder_layer_13_batch2": vectors_case("encoder_layer", {"N": 2, "S": 13}, 1, EVERY),
    "encoder": vectors_case("encoder", {}, 1, s_[::-9]),
    "encoder_13": vectors_case("encoder", {"S": 13}, 1, EVERY),
    "encoder_causal_70": vectors_case("encoder_causal", {"S": 70}, 1, s_[::-5]),
    "encoder_causal_13_batch2": vectors_case("encoder_causal", {"N": 2, "S": 13}, 1, EVERY),
    "encoder_padding_29_batch3": Case("transformer.graph", "encoder_padding", {"N": 3, "S": 29}, 1,
                                      {"x": grey(3, 29, 512), "valid": seen(29, 29, 17, 1)}, {"y": s_[:, ::-3]}),
    "decoder_layer_33_18_batch2": Case("transformer.graph", "decoder_layer", {"N": 2, "T": 33, "S": 18}, 1,
                                       {"x": grey(2, 33, 512), "memory": grey(2, 18, 512)}, {"y": s_[:, ::-4]}),
    "translation": Case("transformer.graph", "translation", {}, 1,
                        {"source": ids(4000, 1, 24, lengths=[19]), "target": ids(4000, 1, 20)}, {"logits": s_[:, :, ::-13]}),
    "translation_11_7_batch2": Case("transformer.graph", "translation", {"N": 2, "S": 11, "T": 7}, 1,
                                    {"source": ids(4000, 2, 11, lengths=[11, 8]), "target": ids(4000, 2, 7)},
                                    {"logits": s_[:, :, ::-13]}),
    "bert": Case("bert.graph", "bert", {}, 1,
                 {"input_ids": ids(30522, 1, 128), "token_type_ids": ids(2, 1, 128),
                  "attention_mask": seen(128, 101, dtype=np.int64)}, {"last_hidden_state": s_[:, ::-13], "pooler_output": ALL}),
    "bert_two_layers_19_batch2": Case("bert.graph", "bert_two_layers", {"N": 2, "S": 19}, 1,
                                      {"input_ids": ids(30522, 2, 19), "token_type_ids": ids(2, 2, 19),
                                       "attention_mask": seen(19, 14, 19, dtype=np.int64)},
                                      {"last_hidden_state": s_[:, ::-2], "pooler_output": ALL}),
    "gpt2": Case("gpt2.graph", "gpt2", {}, 1, {"input_ids": ids(50257, 1, 64)}, {"logits": s_[:, ::-9, ::-61]}),
    "gpt2_two_layers_13_batch2": Case("gpt2.graph", "gpt2_two_layers", {"N": 2, "S": 13}, 1,
                                      {"input_ids": ids(50257, 2, 13)}, {"logits": s_[:, :, ::-61]}),
    "kjv": Case("llama.graph", "kjv", {}, 1, {"bytes": ids(256, 1, 256)}, {"logits": s_[:, ::-15]}),
    "kjv_29_batch2": Case("llama.graph", "kjv", {"N": 2, "S": 29}, 1, {"bytes": ids(256, 2, 29)}, {"logits": ALL}),
    "lstm": sequence_case("lstm", {}, 1),
    "lstm_7_batch3": sequence_case("lstm", {"N": 3, "T": 7}, 1),
    "gru": sequence_case("gru", {}, 1),
    "gru_7_batch3": sequence_case("gru", {"N": 3, "T": 7}, 1),
    "lstm_bidirectional": sequence_case("lstm_bidirectional", {}, 1),
    "lstm_bidirectional_7_batch3": sequence_case("lstm_bidirectional", {"N": 3, "T": 7}, 1),
    "rnn": sequence_case("rnn", {}, 1),
    "rnn_7_batch3": sequence_case("rnn", {"N": 3, "T": 7}, 1),
    "seq2seq_encoder": Case("lstm.graph", "encoder", {}, 1, {"source": ids(5000, 1, 20)}, {"keys": ALL, "start": ALL},
                            twin="seq2seq_encoder"),
    "seq2seq_decoder_batch2": Case("lstm.graph", "decoder", {"N": 2}, 1,
                                   {"token": ids(5000, 2), "state": grey(2, 256), "keys": grey(2, 20, 512)},
                                   {"logits": ALL, "next_state": ALL}, twin="seq2seq_decoder"),
    "seq2seq": Case("lstm.graph", "seq2seq", {}, 1, {"source": ids(5000, 1, 20), "target": ids(5000, 1, 12)},
                    {"logits": s_[:, :, ::-13]}, "seq2seq"),
    "word2vec": Case("word2vec.graph", "word2vec", {}, 1, {"word": ids(10000, 1)}, {"similarity": ALL, "nearest": ALL}),
    "word2vec_batch3": Case("word2vec.graph", "word2vec", {"N": 3}, 1, {"word": ids(10000, 3)},
                            {"similarity": ALL, "nearest": ALL}),
}

# max |a - b| / max |b| of each output of floats; others must be equal. Two f32 programs differ by some 1e-6 here; the bound is
# as tight as it is so that scaling any one parameter by 1.5 moves the output by 100 times as much (make_goldens.py checks that
# in PyTorch). On Vulkan too, whose functions are ours and not the driver's: up to 4e-6 was measured on both drivers.
TOLERANCE = 2e-5
