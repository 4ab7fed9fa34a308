#!/usr/bin/python3
"""Export models with PyTorch to ONNX, and make the goldens of this folder from them.

    export.py [NAME ...]     rows of table.py; all without any. Run by hand; needs python3-torch, python3-torchvision,
                             python3-onnx, and ONNX Runtime (tools/bench/setup)

golden/NAME.npz holds the exported file without its large weights, how to make others like them (weights.py), and what ONNX
Runtime computes with those. It is not written where ONNX Runtime's results hardly depend on one of the inputs.
"""
import io, json, os, sys, tempfile, warnings
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(HERE, "../../models"), os.path.join(HERE, "../../../tools/bench")]
import weights
from table import EXPORTS, draw_inputs
from run_export import difference, input_checksum, sample

KEPT = 64  # elements of a tensor that stays in the file
DISTINCT = 16  # a tensor with fewer different elements is a mask or a filling, not a weight


def unflatten(x, dim, sizes):
    """Tensor.unflatten in terms of what opset 17 has."""
    dim %= x.dim()
    return x.reshape(*x.shape[:dim], *sizes, *x.shape[dim + 1:])


def export(model, inputs, outputs, path, opset=17, dynamic=None, norms=False):
    """Write `model` as PyTorch's exporter does; inputs: {name: array}, outputs: names. Its outputs, as arrays."""
    import torch
    torch.Tensor.unflatten = unflatten
    warnings.filterwarnings("ignore")
    arguments = tuple(torch.from_numpy(np.ascontiguousarray(value)) for value in inputs.values())
    # With gradients: without them PyTorch's encoder layer takes a fused path that cannot be exported.
    y = model(*arguments)
    kind = torch.onnx.TrainingMode
    torch.onnx.export(model, arguments, path, opset_version=opset, input_names=list(inputs), output_names=list(outputs),
                      dynamic_axes=dynamic or None, training=kind.PRESERVE if norms else kind.EVAL)
    return [value.detach().numpy() for value in (y if isinstance(y, (tuple, list)) else (y,))]


def strip(path):
    """The model without its large weights, which become external data in weights.bin, and the table for weights.py."""
    import onnx, onnx.numpy_helper
    model, table, offset = onnx.load(path), [], 0
    for tensor in model.graph.initializer:
        if tensor.data_type != onnx.TensorProto.FLOAT:
            continue
        array = onnx.numpy_helper.to_array(tensor)
        if array.size <= KEPT or len(np.unique(array.ravel()[:100_000])) < DISTINCT:
            continue
        table.append((tensor.name, array.size, float(array.mean(dtype=np.float64)), float(array.std(dtype=np.float64))))
        tensor.ClearField("raw_data")
        tensor.ClearField("float_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        for key, value in (("location", "weights.bin"), ("offset", offset), ("length", array.nbytes)):
            tensor.external_data.add(key=key, value=str(value))
        offset += array.nbytes
    return model.SerializeToString(deterministic=True), table


def onnxruntime(folder, inputs, outputs):
    """What ONNX Runtime makes of FOLDER/model.onnx."""
    from peers import run_onnxruntime
    for name, value in inputs.items():
        np.save(f"{folder}/in.{name}.npy", value)
    with open(f"{folder}/meta.json", "w") as file:
        json.dump({"inputs": list(inputs), "outputs": list(outputs)}, file)
    run_onnxruntime(folder)
    return {name: np.load(f"{folder}/ort.{name}.npy") for name in outputs}


def another(value):
    """A different input of the same kind."""
    if value.dtype == np.float32:
        return np.roll(value, 1, -1) * np.float32(1.5)
    changed = value.copy()
    changed.ravel()[0] ^= 1
    return changed


def make_golden(name):
    row = EXPORTS[name]
    inputs = draw_inputs(row)
    with tempfile.TemporaryDirectory() as work:
        export(row.build(), inputs, row.outputs, f"{work}/model.onnx", row.opset, row.dynamic, row.norms)
        model, table = strip(f"{work}/model.onnx")
        with open(f"{work}/model.onnx", "wb") as file:
            file.write(model)
        weights.write(table, f"{work}/weights.bin")
        found = onnxruntime(work, inputs, row.outputs)
        golden = {key: sample(value) for key, value in found.items()}
        for key in inputs:
            changed = onnxruntime(work, {**inputs, key: another(inputs[key])}, row.outputs)
            moved = max(difference(value, golden[out]) for out, value in changed.items())
            if not moved >= 1e-2:
                sys.exit(f"{name}: another {key} moves the outputs by {moved:.1e} only")
    if not all(np.isfinite(value).all() for value in found.values()):
        sys.exit(f"{name}: ONNX Runtime's outputs are not finite")
    packed = io.BytesIO()
    np.savez_compressed(packed, model=np.frombuffer(model, np.uint8), inputs=np.uint32(input_checksum(inputs)),
                        weights=np.frombuffer(json.dumps(table).encode(), np.uint8),
                        **{f"out.{key}": value for key, value in golden.items()})
    with open(f"{HERE}/golden/{name}.npz", "wb") as file:
        file.write(packed.getvalue())
    print(f"{name}: {len(model) / 1e3:.0f} kB, {len(table)} weights of {sum(row[1] for row in table) / 1e6:.1f} million elements, "
          f"{len(packed.getvalue()) / 1e3:.0f} kB packed", flush=True)


def main():
    import torch
    torch.set_num_threads(2)
    os.makedirs(f"{HERE}/golden", exist_ok=True)
    for name in sys.argv[1:] or EXPORTS:
        make_golden(name)


if __name__ == "__main__":
    main()
