"""What is exported: one row, one golden/NAME.npz, one NAME.test. Read by the tests, which have no PyTorch."""
import os, sys
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(HERE, "../../models"))
from cases import CASES, grey, ids, seen
import numpy as np

# build: gives the model in PyTorch; inputs: {name: how it is drawn}, as in test/models/cases.py.
# opset: what it is exported as; dynamic: {input: {axis: name}}, named dimensions whose values come from the inputs.
# norms: batch norms stay as they are; the exporter folds them otherwise.
# dispatches, attentions: no more of these, and as many of those; the same as of the .graph original, where there is one, but
# for one dispatch more for each Gather at ids of the run (README.md).
Export = namedtuple("Export", "build inputs outputs dispatches attentions opset dynamic norms", defaults=(0, 17, {}, False))


def example(name, dispatches, attentions=0, twin=None, **options):
    """A row of test/models/cases.py: the PyTorch twin of a model of examples/."""
    case = CASES[name]

    def build():
        from torch_models import build as build_twin
        return build_twin(case.twin or case.entry, case.seed, case.checkpoint)

    return Export(build, case.inputs, list(case.outputs), dispatches, attentions, **options)


def drawn(make, gain=1.0):
    """A module with random weights; a convolution's are multiplied by `gain`, so that a deep network does not fade."""
    import torch
    from torch_models import parameters
    from random_weights import parameter
    model = make().eval()
    with torch.no_grad():
        for key, value in parameters(model).items():
            value.copy_(torch.from_numpy(parameter(1, key, tuple(value.shape)) * np.float32(gain if value.dim() == 4 else 1)))
        for key, value in model.named_buffers():  # torchvision's frozen batch norms have no parameters
            if key.endswith(("bn1.weight", "bn2.weight", "bn3.weight", "1.weight")):
                value.uniform_(0.8, 1.2)
    return model


def huggingface(name, **sizes):
    def build():
        import huggingface as module
        return drawn(lambda: getattr(module, name)(**sizes))
    return build


def vision(name, *arguments, gain=2.0):
    def build():
        import vision as module
        return drawn(lambda: getattr(module, name)(*arguments), gain)
    return build


def words(count, batch, size, *lengths):
    """BERT's inputs, and T5's encoder's."""
    return {"input_ids": ids(count, batch, size), "token_type_ids": ids(2, batch, size),
            "attention_mask": seen(size, *lengths, dtype=np.int64)}


def caches(layers, heads, length, width):
    return {f"past_{i}_{which}": grey(1, heads, length, width) for i in range(layers) for which in ("key", "value")}


TOKENS = {"input_ids": {0: "batch", 1: "sequence"}, "token_type_ids": {0: "batch", 1: "sequence"},
          "attention_mask": {0: "batch", 1: "sequence"}}
T5_INPUTS = {"input_ids": ids(500, 2, 21), "attention_mask": seen(21, 21, 15, dtype=np.int64),
             "decoder_input_ids": ids(500, 2, 11)}
T5_DYNAMIC = {"input_ids": {0: "batch", 1: "source"}, "attention_mask": {0: "batch", 1: "source"},
              "decoder_input_ids": {0: "batch", 1: "target"}}
PAST = caches(4, 4, 9, 16)

EXPORTS = {
    "mlp": example("mlp", 2, dynamic={"x": {0: "n"}}),
    "cnn": example("cnn_batch3", 7, dynamic={"image": {0: "n"}}),
    "resnet18": example("resnet18_64", 24),
    "resnet18_norms": example("resnet18_64", 24, norms=True, dynamic={"image": {0: "n", 2: "h", 3: "w"}}),
    "resnet34": example("resnet34_64", 40, opset=11),
    "resnet50": example("resnet50_64_batch2", 57, opset=13),
    "mobilenet_v2": example("mobilenet_v2_65x97", 55),
    "efficientnet_b0": example("efficientnet_b0_65x97", 116),
    "se_resnet18": example("se_resnet18_64", 53, norms=True),
    "xception_block": example("xception_block_9x10", 14),
    "multi_head_attention": example("multi_head_attention_13_batch2", 3, 1),
    "encoder_layer": example("encoder_layer_13_batch2", 7, 1, opset=13),
    "encoder": example("encoder_13", 42, 6),
    "encoder_opset14": example("encoder_13", 42, 6, opset=14),
    "encoder_causal": example("encoder_causal_13_batch2", 42, 6),
    "encoder_padding": example("encoder_padding_29_batch3", 42, 6, opset=14),
    "decoder_layer": example("decoder_layer_33_18_batch2", 12, 2),
    "translation": example("translation_11_7_batch2", 65, 9),
    "lstm": example("lstm_7_batch3", 5, opset=14),
    "gru": example("gru_7_batch3", 5),
    "lstm_bidirectional": example("lstm_bidirectional_7_batch3", 9),
    "rnn": example("rnn_7_batch3", 3),
    "seq2seq_encoder": example("seq2seq_encoder", 8),
    "seq2seq_decoder": example("seq2seq_decoder_batch2", 13),
    "seq2seq": example("seq2seq", 177),
    "word2vec": example("word2vec_batch3", 8),
    "bert": Export(huggingface("Bert", width=96, words=500), words(500, 2, 19, 14, 19),
                   ["last_hidden_state", "pooler_output"], 92, 12, 17, TOKENS),
    "bert_opset11": Export(huggingface("Bert", width=48, words=300), words(300, 1, 21, 17),
                           ["last_hidden_state", "pooler_output"], 92, 12, 11),
    "gpt2": Export(huggingface("Gpt2", width=96, words=500), {"input_ids": ids(500, 2, 13)}, ["logits"], 88, 12, 14,
                   {"input_ids": {0: "batch", 1: "sequence"}}),
    "gpt2_step": Export(huggingface("Gpt2", layers=4, width=64, heads=4, words=500, past=9), {"input_ids": ids(500, 1, 1), **PAST},
                        ["logits"] + [name.replace("past", "present") for name in PAST], 48, 4),
    "t5": Export(huggingface("T5", layers=3, width=64, heads=4, words=500), T5_INPUTS, ["logits"], 66, 9, 13, T5_DYNAMIC),
    "whisper": Export(huggingface("Whisper", layers=3, width=64, heads=4, words=500, frames=40, places=20),
                      {"input_features": grey(2, 80, 40), "decoder_input_ids": ids(500, 2, 7)}, ["logits"], 66, 9),
    "fcn_resnet50": Export(vision("Segmentation", "fcn", 8), {"image": grey(1, 3, 49, 65)}, ["out"], 59),
    "deeplabv3_resnet50": Export(vision("Segmentation", "deeplabv3", 8), {"image": grey(1, 3, 49, 65)}, ["out"], 68, opset=11),
    "retinanet": Export(vision("RetinaNet", 8), {"image": grey(1, 3, 64, 64)}, ["cls_logits", "bbox_regression"], 117),
    "ssdlite": Export(vision("SsdLite"), {"image": grey(1, 3, 96, 96)}, ["cls_logits", "bbox_regression"], 117),
}


def draw_inputs(row, seed=1):
    """{name: array}"""
    rng = np.random.default_rng(seed)
    return {name: draw(rng) for name, draw in row.inputs.items()}


def dimensions(row):
    """{name: size} of the named dimensions."""
    inputs = draw_inputs(row)
    return {name: inputs[key].shape[axis] for key, axes in row.dynamic.items() for axis, name in axes.items()}
