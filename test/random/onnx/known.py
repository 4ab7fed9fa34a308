"""What is ONNX Runtime's own fault, with the specification's words; and what cannot be compared with it.

A row matches a case that was shrunk: the operator of its last node, and a condition on that. It is counted and shown."""

FAULTS = [
    # (operator, condition(node, case, verdict), what the specification says)
]

# Operators of `aic operators` that no row of the table makes, and why.
NOT_COMPARED = {
}


def fault_of_onnx_runtime(case, verdict):
    """The specification's words, or None."""
    for node in case.model.graph.node:
        for operator, condition, words in FAULTS:
            if node.op_type == operator and condition(node, case, verdict):
                return f"{operator}: {words}"
    return None
