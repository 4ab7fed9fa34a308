"""RNN, GRU and LSTM."""
from graph import Unfit
from operators import operator


def _recurrent(name, gates):
    def build(g):
        steps, batch, inputs, hidden = g.integer(1, 5), g.integer(1, 3), g.choose([1, 2, 3, 5, 8]), g.choose([1, 2, 3, 4, 8, 9])
        direction = g.choose([None, "forward", "reverse", "bidirectional"])
        count = 2 if direction == "bidirectional" else 1
        layout = 1 if g.opset >= 14 and g.chance(0.0) else None  # ONNX Runtime's CPU kernels have the other layout alone
        x = g.plain(("f32",), (steps, batch, inputs))  # ONNX Runtime clamps a NaN on its way through a sigmoid
        size = gates * hidden
        w, r = (g.fresh("f32", (count, size, n), (-1, 1), g.choose(["initializer", "initializer", "input"])) for n in (inputs, hidden))
        b = g.fresh("f32", (count, 2 * size), (-1, 1)) if g.chance(0.6) else None
        lengths = g.fresh("i32", (batch,), (1, steps)) if g.chance(0.3) else None
        state = g.fresh("f32", (count, batch, hidden), (-1, 1)) if g.chance(0.5) else None
        operands = [x, w, r, b, lengths, state]
        attributes = {"hidden_size": hidden, "direction": direction, "layout": layout, "clip": g.maybe(0.1, g.real(0.5, 2))}
        if name == "LSTM":
            operands.append(g.fresh("f32", (count, batch, hidden), (-1, 1)) if g.chance(0.5) else None)
            operands.append(g.fresh("f32", (count, 3 * hidden), (-1, 1)) if g.chance(0.2) else None)
            attributes["input_forget"] = g.maybe(0.1, g.choose([0, 1]))
        if name == "GRU":
            attributes["linear_before_reset"] = g.choose([None, 0, 1])
        if g.chance(0.2):
            each = {"RNN": 1, "GRU": 2, "LSTM": 3}[name]
            attributes["activations"] = [g.choose(["Tanh", "Sigmoid", "Relu", "Softsign", "HardSigmoid"]) for _ in range(each * count)]
            # A gate without an upper bound makes the state its own cube, step by step: beyond two it leaves f32, and what infinities
            # make of each other in (1 - z) n + z h is for the order of the products.
            if name != "RNN" and "Relu" in attributes["activations"] and steps > 2:
                raise Unfit()
            if "HardSigmoid" in attributes["activations"]:
                attributes["activation_alpha"] = [0.2 if a == "HardSigmoid" else 0.0 for a in attributes["activations"]]
                attributes["activation_beta"] = [0.5 if a == "HardSigmoid" else 0.0 for a in attributes["activations"]]
                if len(set(attributes["activations"])) > 1:  # which activation takes which of the numbers is read in two ways
                    raise Unfit()
        outputs = [("f32", (steps, count, batch, hidden)), ("f32", (count, batch, hidden)), ("f32", (count, batch, hidden))][:3 if name == "LSTM" else 2]
        if g.chance(0.2):
            outputs[0] = None
        elif g.chance(0.3):
            outputs = outputs[:1]
        g.node(name, operands, outputs, **attributes)

    return build


for name, gates in (("RNN", 1), ("GRU", 3), ("LSTM", 4)):
    operator(name, weight=1.5)(_recurrent(name, gates))
