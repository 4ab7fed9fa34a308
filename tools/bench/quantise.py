"""ONNX models in 8 bits, made of the float ones that setup exported, for tools/bench/lowprecision.

static: QDQ, as ONNX Runtime's quantiser writes it: activations of u8 with the ranges that the model's own input gives, weights of i8
with a scale for each output, biases of i32. dynamic: DynamicQuantizeLinear with MatMulInteger or ConvInteger, weights with one scale.
"""
import json, os, shutil, tempfile
import numpy as np
from peers import run_onnxruntime

PASSED_ON = ("Add", "Mul", "Sigmoid", "MaxPool", "GlobalAveragePool", "Flatten")  # whose inputs are quantised, too


def ranges(folder, model, names):
    """{name: (least, largest)} of the tensors of a model on its input, as ONNX Runtime computes it."""
    import onnx
    with tempfile.TemporaryDirectory() as work:
        with open(f"{folder}/meta.json") as file:
            meta = json.load(file)
        del model.graph.output[:]
        inner = [name for name in names if name not in meta["inputs"]]
        model.graph.output.extend(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in inner)
        onnx.save(model, f"{work}/model.onnx")
        files = {name: f"{work}/ort.{name}.npy" for name in inner}
        for key in meta["inputs"]:
            shutil.copy(f"{folder}/in.{key}.npy", work)
            files[key] = f"{work}/in.{key}.npy"
        for name in inner:
            os.makedirs(os.path.dirname(files[name]), exist_ok=True)  # names have slashes
        with open(f"{work}/meta.json", "w") as file:
            json.dump({"inputs": meta["inputs"], "outputs": inner}, file)
        run_onnxruntime(work)
        return {name: (min(0.0, float(array.min())), max(1e-3, float(array.max())))
                for name in names for array in (np.load(files[name], mmap_mode="r"),)}


class Writer:
    """The nodes of the quantised model, one after another."""

    def __init__(self, graph):
        from onnx import helper, numpy_helper
        self.node, self.array = helper.make_node, numpy_helper.from_array
        self.weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self.nodes, self.constants, self.made = [], {}, {}

    def constant(self, name, value):
        self.constants[name] = self.array(np.asarray(value), name)
        return name

    def add(self, operator, inputs, output, **attributes):
        self.nodes.append(self.node(operator, inputs, [output], **attributes))
        return output

    def again(self, node, inputs):
        made = self.node(node.op_type, inputs, node.output, node.name)
        made.attribute.extend(node.attribute)
        self.nodes.append(made)

    def bytes_of(self, name, each_output):
        """(numbers, scales) of a weight."""
        weight = self.weights[name]
        largest = np.abs(weight).reshape(len(weight), -1).max(1) if each_output else np.abs(weight).max()
        scales = (np.maximum(largest, 1e-8) / 127).astype(np.float32)
        by = scales.reshape((-1,) + (1,) * (weight.ndim - 1)) if each_output else scales
        return np.clip(np.round(weight / by), -127, 127).astype(np.int8), scales


def static(model, found):
    """The nodes of the model, quantised; found: ranges()."""
    w = Writer(model.graph)

    def activation(name):
        """(its dequantised twin, the scale)"""
        if name not in w.made:
            least, largest = found[name]
            scale = np.float32((largest - least) / 255)
            about = [w.constant(name + "_scale", scale), w.constant(name + "_zero", np.uint8(round(-least / float(scale))))]
            w.add("QuantizeLinear", [name, *about], name + "_q")
            w.made[name] = w.add("DequantizeLinear", [name + "_q", *about], name + "_dq"), scale
        return w.made[name]

    for node in model.graph.node:
        weighted = node.op_type in ("Conv", "Gemm") and node.input[1] in w.weights
        if not weighted and not (node.op_type in PASSED_ON and not any(name in w.weights for name in node.input)):
            w.nodes.append(node)
            continue
        if not weighted:
            w.again(node, [activation(name)[0] for name in node.input])
            continue
        x, scale = activation(node.input[0])
        key, (numbers, scales) = node.input[1], w.bytes_of(node.input[1], each_output=True)
        inputs = [x, w.add("DequantizeLinear", [w.constant(key + "_q", numbers), w.constant(key + "_s", scales),
                                                w.constant(key + "_z", np.zeros(len(scales), np.int8))], key + "_dq", axis=0)]
        if len(node.input) > 2:
            key, sums = node.input[2] + node.output[0], scales * scale
            whole = np.round(w.weights[node.input[2]] / sums).astype(np.int32)
            inputs.append(w.add("DequantizeLinear", [w.constant(key + "_q", whole), w.constant(key + "_s", sums),
                                                     w.constant(key + "_z", np.zeros(len(sums), np.int32))], key + "_dq", axis=0))
        w.again(node, inputs)
    return w


def dynamic(model):
    w, scaled = Writer(model.graph), {}
    for node in model.graph.node:
        key = node.input[1] if node.op_type in ("MatMul", "Conv") else ""
        if key not in w.weights or (node.op_type == "MatMul" and w.weights[key].ndim != 2):
            w.nodes.append(node)
            continue
        x, out = node.input[0], node.output[0]
        if x not in scaled:
            scaled[x] = [x + "_q", x + "_s", x + "_z"]
            w.nodes.append(w.node("DynamicQuantizeLinear", [x], scaled[x]))
        numbers, scale = w.bytes_of(key, each_output=False)
        is_conv = node.op_type == "Conv"
        sums = w.node("ConvInteger" if is_conv else "MatMulInteger",
                      [scaled[x][0], w.constant(key + "_q", numbers), scaled[x][2], w.constant(key + "_z", np.int8(0))], [out + "_sums"])
        sums.attribute.extend(node.attribute)
        w.nodes.append(sums)
        w.add("Cast", [out + "_sums"], out + "_f32", to=1)
        w.add("Mul", [scaled[x][1], w.constant(key + "_s", scale)], out + "_scale")
        biased = is_conv and len(node.input) > 2
        w.add("Mul", [out + "_f32", out + "_scale"], out + "_product" if biased else out)
        if biased:
            w.add("Add", [out + "_product", w.constant(out + "_bias", w.weights[node.input[2]].reshape(1, -1, 1, 1))], out)
    return w


def quantise(source, target, how):
    """Write TARGET/model.onnx, in.*.npy, out.*.npy (ONNX Runtime's) and meta.json of SOURCE's float model; how: static or dynamic."""
    import onnx
    model = onnx.load(f"{source}/model.onnx")
    if how == "static":
        graph = model.graph
        weights = {tensor.name for tensor in graph.initializer}
        wanted = {name for node in graph.node for name in node.input
                  if node.op_type in PASSED_ON or (node.op_type in ("Conv", "Gemm") and name == node.input[0])}
        w = static(model, ranges(source, onnx.load(f"{source}/model.onnx"), sorted(wanted - weights)))
    else:
        w = dynamic(model)
    graph = model.graph
    del graph.node[:]
    graph.node.extend(w.nodes)
    used = {name for node in w.nodes for name in node.input}
    kept = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept + list(w.constants.values()))
    os.makedirs(target, exist_ok=True)
    onnx.save(model, f"{target}/model.onnx")
    with open(f"{source}/meta.json") as file:
        meta = json.load(file)
    for key in meta["inputs"]:
        shutil.copy(f"{source}/in.{key}.npy", target)
    shutil.copy(f"{source}/meta.json", target)
    run_onnxruntime(target)
    for key in meta["outputs"]:
        os.replace(f"{target}/ort.{key}.npy", f"{target}/out.{key}.npy")
    open(f"{target}/complete", "w").close()
