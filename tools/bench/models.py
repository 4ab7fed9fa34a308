"""What is compared, and where its files lie.

A NAME is a row of CASES (a model of examples/), of FULL (PyTorch's exports at full size), `exports/NAME` (a row of
test/onnx/exports), `zoo/NAME` (of ../shared/peers/zoo.py, where that is) or `real/NAME` (real_models.py).
"""
import json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [os.path.join(HERE, "../../test/models"), os.path.join(HERE, "../../test/onnx/exports")]
from cases import ALL, CASES, Case, grey, ids, picture_case, seen
from peers import PEERS
from table import EXPORTS, Export, caches, dimensions, huggingface, vision, words

ZOO = os.path.join(HERE, "../../../shared/peers")

# Beside those of the tests: sizes that are too slow for one.
CASES = {
    **CASES,
    "resnet50": picture_case("resnet.graph", "resnet50", {}, 1),
    "gpt2_prefill128": Case("gpt2.graph", "gpt2", {"S": 128}, 1, {"input_ids": ids(50257, 1, 128)}, {"logits": ALL}, twin="gpt2"),
}

PAST = caches(12, 12, 255, 64)  # of 255 positions: the step is the 256th

# PyTorch's exports; what test/onnx/exports has narrower.
FULL = {
    "gpt2_decode256": Export(huggingface("Gpt2", past=255), {"input_ids": ids(50257, 1, 1), **PAST},
                             ["logits"] + [name.replace("past", "present") for name in PAST], 0),
    "hf_bert": Export(huggingface("Bert"), words(30522, 1, 128, 101), ["last_hidden_state", "pooler_output"], 0),
    "hf_gpt2": Export(huggingface("Gpt2"), {"input_ids": ids(50257, 1, 64)}, ["logits"], 0),
    "hf_t5_small": Export(huggingface("T5"), {"input_ids": ids(32128, 1, 64), "attention_mask": seen(64, 51, dtype="int64"),
                                              "decoder_input_ids": ids(32128, 1, 16)}, ["logits"], 0),
    "hf_whisper_base": Export(huggingface("Whisper"), {"input_features": grey(1, 80, 3000), "decoder_input_ids": ids(51865, 1, 16)},
                              ["logits"], 0),
    "fcn_resnet50": Export(vision("Segmentation", "fcn"), {"image": grey(1, 3, 224, 224)}, ["out"], 0),
    "deeplabv3_resnet50": Export(vision("Segmentation", "deeplabv3"), {"image": grey(1, 3, 224, 224)}, ["out"], 0),
    "retinanet_resnet50": Export(vision("RetinaNet"), {"image": grey(1, 3, 320, 320)}, ["cls_logits", "bbox_regression"], 0),
    "ssdlite": Export(vision("SsdLite"), {"image": grey(1, 3, 320, 320)}, ["cls_logits", "bbox_regression"], 0),
}

# Where none is named. The zoo's seed_cnn is the network of examples/cnn.graph.
MODELS = ["resnet18", "resnet50", "mobilenet_v2", "efficientnet_b0", "zoo/seed_cnn" if os.path.exists(ZOO) else "cnn", "lstm", "encoder",
          "bert", "gpt2_prefill128", "gpt2_decode256"]
# Of examples/, one of each model at its own size.
EXAMPLES = ["mlp", "cnn", "se_resnet18_64", "xception_block_9x10", "multi_head_attention", "encoder_layer", "encoder_causal_70",
            "encoder_padding_29_batch3", "decoder_layer_33_18_batch2", "translation", "gpt2", "kjv", "gru", "lstm_bidirectional", "rnn",
            "seq2seq_encoder", "seq2seq_decoder_batch2", "seq2seq", "word2vec"]
OF_THE_ZOO = ["mlp", "mlp_b64", "elman_rnn", "seed_cnn", "lstm2", "enc_block", "enc_stack6", "resnet18", "resnet50", "mobilenet_v2",
              "efficientnet_b0", "bert_base", "gpt2_prefill128", "gpt2_decode256"]

# ONNX Runtime's median over ours, on one and on two near cores (AVX-512), that is wanted at least; and aimed at.
WANTED = {
    "resnet18": ((1.7, 1.6), (1.9, 1.85)), "resnet50": ((1.28, 1.25), (1.4, 1.35)), "mobilenet_v2": ((1.35, 1.35), (1.5, 1.5)),
    "efficientnet_b0": ((1.5, 1.5), (1.7, 1.7)), "zoo/seed_cnn": ((1.4, 1.4), (1.8, 2.0)), "cnn": ((1.4, 1.4), (1.8, 2.0)),
    "lstm": ((1.4, 1.6), (1.7, 2.0)), "encoder": ((1.4, 1.4), (1.5, 1.5)), "bert": ((1.4, 1.4), (1.5, 1.5)),
    "gpt2_prefill128": ((1.4, 1.4), (1.5, 1.5)), "gpt2_decode256": ((1.4, 1.5), (1.5, 2.0)),
}
# Two threads over one, near.
SCALING = {name: (1.9, 1.95) for name in ("resnet18", "resnet50", "bert", "mobilenet_v2")}


def wanted(name, threads):
    """(must, aim) of ONNX Runtime's time over ours, 1.0 where nothing more is said."""
    must, aim = WANTED.get(name, ((1.0, 1.0), (1.0, 1.0)))
    at = min(threads, 2) - 1
    return must[at], aim[at]


def everything():
    """The table's, then all others."""
    import real_models
    names = MODELS + EXAMPLES + [name for name in FULL if name not in MODELS] + [f"exports/{name}" for name in EXPORTS]
    if os.path.exists(ZOO):
        names += [f"zoo/{name}" for name in OF_THE_ZOO if f"zoo/{name}" not in MODELS]
    return list(dict.fromkeys(names + [f"real/{name}" for name in real_models.NAMES]))


def resolve(name):
    """The name itself; of the zoo's or the real ones also without the folder."""
    import real_models
    if name in CASES or name in FULL or "/" in name:
        return name
    if name in OF_THE_ZOO and os.path.exists(ZOO):
        return f"zoo/{name}"
    if name in EXPORTS:
        return f"exports/{name}"
    if name in real_models.NAMES:
        return f"real/{name}"
    sys.exit(f"no model {name}; there are:\n{' '.join(everything())}")


def folder(name):
    """Where setup puts its model.onnx, in.INPUT.npy, out.OUTPUT.npy and meta.json."""
    return f"{PEERS}/{name}" if "/" in name else f"{PEERS}/onnx/{name}"


def compile_options(name):
    """What `aic compile` gets behind FOLDER/model.onnx; for models that are compiled from ONNX."""
    if name.startswith("exports/"):
        return [option for key, size in dimensions(EXPORTS[name.split("/")[1]]).items() for option in ("--dim", f"{key}={size}")]
    with open(f"{folder(name)}/meta.json") as file:
        return json.load(file).get("options", [])
