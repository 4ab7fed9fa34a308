"""Cases as files: the model with its data as initializers "given/INPUT" and "expected/OUTPUT", as in test/onnx/cases."""
import onnx
import onnx.numpy_helper

from graph import Case
from tensors import OF_ONNX, ONNX, Tensor

OPTIONS = "random_models.options"


def write(path, case, wanted, verdict):
    model = onnx.ModelProto()
    model.CopyFrom(case.model)
    graph = model.graph
    named = {info.name for info in list(graph.input) + list(graph.output)} | {tensor.name for tensor in graph.initializer}
    made = [name for node in graph.node for name in node.output if name and name not in named]
    for name in made:
        graph.value_info.add(name=name).type.tensor_type.elem_type = ONNX[case.types[name]]
    for name, tensor in case.inputs.items():
        graph.initializer.append(tensor.proto("given/" + name))
    for info in graph.output:
        if info.name in wanted:
            graph.initializer.append(wanted[info.name].proto("expected/" + info.name))
    model.doc_string = verdict
    model.metadata_props.add(key=OPTIONS, value=case.options)
    with open(path, "wb") as file:
        file.write(model.SerializeToString())


def read(path):
    with open(path, "rb") as file:
        model = onnx.ModelProto.FromString(file.read())
    graph = model.graph
    given = {tensor.name[6:]: Tensor.of_proto(tensor) for tensor in graph.initializer if tensor.name.startswith("given/")}
    kept = [tensor for tensor in graph.initializer if not tensor.name.startswith(("given/", "expected/"))]
    kept = [onnx.TensorProto.FromString(tensor.SerializeToString()) for tensor in kept]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    types = {info.name: OF_ONNX[info.type.tensor_type.elem_type] for info in list(graph.input) + list(graph.value_info) + list(graph.output)}
    types.update({tensor.name: OF_ONNX[tensor.data_type] for tensor in graph.initializer if tensor.data_type in OF_ONNX})
    del graph.value_info[:]
    options = [entry.value for entry in model.metadata_props if entry.key == OPTIONS]
    return Case(model, given, types, *options)


def describe(case):
    """The model in a few lines."""
    graph = case.model.graph
    lines = [f"opset {case.model.opset_import[0].version}, {case.options}"]
    lines += [f"  {name}: {tensor}" + (f" = {tensor.array.tolist()}" if tensor.array.size <= 8 else "") for name, tensor in case.inputs.items()]
    for tensor in graph.initializer:
        if tensor.data_type in OF_ONNX and tensor.HasField("raw_data"):
            held = Tensor.of_proto(tensor)
            lines.append(f"  {tensor.name}: {held} (initializer)" + (f" = {held.array.tolist()}" if held.array.size <= 8 else ""))
        else:
            lines.append(f"  {tensor.name}: {OF_ONNX.get(tensor.data_type)}{list(tensor.dims)} (initializer)")
    for node in graph.node:
        attributes = ", ".join(f"{a.name}={_value(a)}" for a in node.attribute)
        lines.append(f"  {', '.join(node.output)} = {node.op_type}({', '.join(node.input)}{'; ' if attributes else ''}{attributes})")
    lines.append("  -> " + ", ".join(info.name for info in graph.output))
    return "\n".join(lines)


def _value(attribute):
    if attribute.type == onnx.AttributeProto.GRAPH:
        return "{" + "; ".join(f"{', '.join(n.output)} = {n.op_type}({', '.join(n.input)})" for n in attribute.g.node) + "}"
    value = onnx.helper.get_attribute_value(attribute)
    if isinstance(value, onnx.TensorProto):
        value = onnx.numpy_helper.to_array(value).tolist() if value.data_type != ONNX["bf16"] else "bf16"
    return str(value)[:60]
