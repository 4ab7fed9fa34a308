#!/usr/bin/python3
"""Export models to ONNX with PyTorch, at their full sizes.

    export_onnx.py FOLDER [NAME ...]     NAME: a row of test/models/cases.py, with the weights that aic makes of random:SEED, or
                                         a row of FULL; without any, those of MODELS

Writes FOLDER/NAME/model.onnx, in.INPUT.npy, out.OUTPUT.npy (PyTorch's), meta.json.
"""
import json, os, sys
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f"{HERE}/../../test/models", f"{HERE}/../../test/onnx/exports"]
from cases import draw_inputs, grey, ids, seen
from export import export
from models import CASES, MODELS
from table import Export, huggingface, vision, words
import table

# What test/onnx/exports has narrower.
FULL = {
    "hf_bert": Export(huggingface("Bert"), words(30522, 1, 128, 101), ["last_hidden_state", "pooler_output"], 0),
    "hf_gpt2": Export(huggingface("Gpt2"), {"input_ids": ids(50257, 1, 64)}, ["logits"], 0),
    "hf_t5_small": Export(huggingface("T5"), {"input_ids": ids(32128, 1, 64), "attention_mask": seen(64, 51, dtype=np.int64),
                                              "decoder_input_ids": ids(32128, 1, 16)}, ["logits"], 0),
    "hf_whisper_base": Export(huggingface("Whisper"), {"input_features": grey(1, 80, 3000), "decoder_input_ids": ids(51865, 1, 16)},
                              ["logits"], 0),
    "fcn_resnet50": Export(vision("Segmentation", "fcn"), {"image": grey(1, 3, 224, 224)}, ["out"], 0),
    "deeplabv3_resnet50": Export(vision("Segmentation", "deeplabv3"), {"image": grey(1, 3, 224, 224)}, ["out"], 0),
    "retinanet_resnet50": Export(vision("RetinaNet"), {"image": grey(1, 3, 320, 320)}, ["cls_logits", "bbox_regression"], 0),
    "ssdlite": Export(vision("SsdLite"), {"image": grey(1, 3, 320, 320)}, ["cls_logits", "bbox_regression"], 0),
}


def full(name):
    """(what makes the model, its inputs, its outputs)"""
    if name in FULL:
        row = FULL[name]
        return row.build, table.draw_inputs(row), row.outputs
    from torch_models import build
    case = CASES[name]
    return lambda: build(case.twin or case.entry, case.seed, case.checkpoint), draw_inputs(case), list(case.outputs)


def main():
    import torch
    torch.set_num_threads(2)
    folder, names = sys.argv[1], sys.argv[2:] or MODELS
    for name in names:
        out, (make, inputs, outputs) = f"{folder}/{name}", full(name)
        os.makedirs(out, exist_ok=True)
        results = export(make(), inputs, outputs, f"{out}/model.onnx")
        for key, value in inputs.items():
            np.save(f"{out}/in.{key}.npy", value)
        for key, value in zip(outputs, results):
            np.save(f"{out}/out.{key}.npy", value)
        with open(f"{out}/meta.json", "w") as file:
            json.dump({"inputs": list(inputs), "outputs": outputs}, file)
        print(name, flush=True)


if __name__ == "__main__":
    main()
