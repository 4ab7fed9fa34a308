#!/usr/bin/python3
"""Export models to ONNX with PyTorch.

    export_onnx.py [NAME ...]     names of models.py; without any, those of MODELS

Writes FOLDER/model.onnx, in.INPUT.npy, out.OUTPUT.npy (PyTorch's), meta.json, where models.py says; a model that is there stays.
Models of examples/ have the weights that aic makes of random:SEED.
"""
import json, os, subprocess, sys
import numpy as np
import gguf, models
from models import CASES, EXPORTS, FULL, MODELS, ZOO

sys.path += [os.path.join(models.HERE, "../../test/models"), os.path.join(models.HERE, "../../test/onnx/exports")]
from cases import draw_inputs
from export import export
import table


def row(name):
    """(what makes the model, its inputs, its outputs, options of the exporter)"""
    if name in FULL or name.startswith("exports/"):
        what = FULL[name] if name in FULL else EXPORTS[name.split("/")[1]]
        return what.build, table.draw_inputs(what), what.outputs, (what.opset, what.dynamic, what.norms)
    from torch_models import build
    case = CASES[name]
    return lambda: build(case.twin or case.entry, case.seed, case.checkpoint), draw_inputs(case), list(case.outputs), ()


def zoo(name, out):
    """One of the zoo, whose own script writes it, with files named as here."""
    short = name.split("/")[1]
    done = subprocess.run(["/usr/bin/python3", f"{ZOO}/make_models.py", os.path.dirname(out), short], stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"make_models.py {short}: exit code {done.returncode}")
    with open(f"{out}/meta.json") as file:
        about = json.load(file)
    for what, names in (("in", about["inputs"]), ("out", about["outputs"])):
        for i, key in enumerate(names):
            os.replace(f"{out}/{what}_{i}.npy", f"{out}/{what}.{key}.npy")
    return {"inputs": about["inputs"], "outputs": about["outputs"]}


def main():
    import torch
    torch.set_num_threads(2)
    for name in map(models.resolve, sys.argv[1:] or MODELS):
        out = models.folder(name)
        if name.startswith("real/"):
            import real_models
            real_models.prepare(name.split("/")[1])
        if os.path.exists(f"{out}/complete"):
            continue
        os.makedirs(out, exist_ok=True)
        if name.startswith("real/"):
            import onnx
            from peers import run_onnxruntime
            with open(f"{out}/meta.json") as file:
                meta = json.load(file)
            meta["outputs"] = [output.name for output in onnx.load(f"{out}/model.onnx").graph.output]
            with open(f"{out}/meta.json", "w") as file:
                json.dump(meta, file)
            run_onnxruntime(out)  # nobody else knows what is right
            for key in meta["outputs"]:
                os.replace(f"{out}/ort.{key}.npy", f"{out}/out.{key}.npy")
        elif name.startswith("zoo/"):
            meta = zoo(name, out)
        else:
            make, inputs, outputs, options = row(name)
            model = make()
            results = export(model, inputs, outputs, f"{out}/model.onnx", *options)
            for key, value in inputs.items():
                np.save(f"{out}/in.{key}.npy", value)
            for key, value in zip(outputs, results):
                np.save(f"{out}/out.{key}.npy", np.ascontiguousarray(value))
            if name == "gpt2_prefill128":
                gguf.write_gpt2(f"{out}/model.gguf", {key: value.detach().numpy() for key, value in model.state_dict().items()})
            meta = {"inputs": list(inputs), "outputs": outputs}
        with open(f"{out}/meta.json", "w") as file:
            json.dump(meta, file)
        open(f"{out}/complete", "w").close()
        print(name, flush=True)


if __name__ == "__main__":
    main()
