"""Goldens of what sequences need: indices, attention and recurrent networks."""
import math

import numpy as np
import torch
import torch.nn.functional as F

from golden_file import INF, INTEGERS, NAN, array, body_case, case, choice, coarse, fine, generator, operation, whole


def indices(size, *shape, dtype=torch.int64):
    return torch.randint(0, size, shape, generator=generator).to(dtype)


def lookups():
    for number, (shape, rows, width) in enumerate((([], 5, 3), ([4], 1, 1), ([2, 3], 7, 5), ([1, 2, 3], 11, 1), ([0, 2], 3, 4),
                                                   ([3], 2, 0), ([0], 0, 2), ([17], 33, 16))):
        for dtype in (torch.int64, torch.int32):
            ids, weight = indices(max(rows, 1), *shape, dtype=dtype), coarse(rows, width)
            case("embedding", [ids, weight], weight[ids.long()])
    for shape, index, dim in (([5], [3], 0), ([3, 4], [3, 2], 1), ([3, 4], [6, 4], 0), ([3, 4], [2, 3], 0), ([2, 3, 4], [2, 7, 4], 1),
                              ([2, 3, 4], [1, 2, 9], 2), ([1, 1], [1, 5], 1), ([2, 0], [0, 0], 0), ([2, 3], [0, 3], 0),
                              ([2, 3, 2, 2], [2, 3, 1, 5], 3)):
        for make in (coarse, lambda *s: whole(torch.bool, *s), lambda *s: whole(torch.int16, *s)):
            x = make(*shape)
            for dtype in (torch.int64, torch.int32):
                at = indices(shape[dim], *index, dtype=dtype)
                case("gather", [x, at], torch.gather(x, dim, at.long()), "dim = %d" % dim)
    for shape, index, dim in (([5], [], 0), ([5], [3], 0), ([3, 4], [2], 1), ([3, 4], [2, 3], 0), ([2, 3, 4], [5], 1),
                              ([2, 3, 4], [], 2), ([2, 3, 4], [1, 2, 2], 1), ([2, 1, 3], [4], 1), ([3, 4], [0], 0), ([0, 4], [3], 1),
                              ([3, 0], [2], 0), ([0, 4], [0, 2], 0)):
        for make in (coarse, lambda *s: whole(torch.bool, *s), lambda *s: whole(torch.int8, *s)):
            x = make(*shape)
            at = indices(max(shape[dim], 1), *index, dtype=choice.choice([torch.int64, torch.int32]))
            result = np.take(array(x), array(at), dim)
            case("take", [x, at], np.asarray(result), "dim = %d" % dim)
    for shape, classes in (([], 3), ([5], 1), ([2, 3], 4), ([1, 2, 2], 7), ([0, 2], 3)):
        ids = indices(classes, *shape)
        expected = F.one_hot(ids, classes) if ids.numel() else torch.zeros(*shape, classes, dtype=torch.int64)
        case("one_hot", [ids], expected, "num_classes = %d" % classes)
        case("one_hot", [ids.int()], expected, "num_classes = %d" % classes)
    # An id that is no class: a row of zeros, where PyTorch refuses.
    ids = torch.tensor([[-1, 0], [3, 2], [2**40, -2**63]])
    case("one_hot", [ids], (ids.unsqueeze(-1) == torch.arange(3)).long(), "num_classes = 3")


def largest():
    def argmax(x, dim=None, keepdim=False):
        result = torch.argmax(x, dim, keepdim) if dim is not None else torch.argmax(x)
        if dim is None and keepdim:
            result = result.reshape([1] * x.dim())
        if x.numel():  # NumPy knows it too: it must agree
            assert (np.argmax(array(x), dim).reshape(result.shape) == result.numpy()).all()
        attributes = ([] if dim is None else ["dim = %d" % dim]) + ["keepdim = true"] * keepdim
        case("argmax", [x], result, ", ".join(attributes))

    odd = torch.tensor([[NAN, 1, 2], [1, INF, 2], [-INF, 1, -3], [-INF, -INF, -INF], [3, NAN, NAN], [1, 2, NAN], [0.0, -0.0, 0],
                        [-0.0, 0, 1e-300]], dtype=torch.float64)
    for x in (fine(7), fine(3, 5), coarse(2, 3, 9), coarse(4, 1, 6) / 8, fine(2, 3, 4, 5), torch.zeros(3, 4).double(), odd,
              torch.tensor([[1.0, 3, 3, 2, 3]]).double()):
        for dim in range(x.dim()):
            argmax(x, dim, keepdim=dim % 2 == 1)
        argmax(x)
        argmax(x, keepdim=True)
    argmax(torch.tensor(2.5).double())
    argmax(torch.zeros(0, 3).double(), 1)
    for dtype in INTEGERS:
        x = whole(dtype, 3, 7)
        argmax(x, 1)
        argmax(x)
        argmax(torch.full([2, 3], torch.iinfo(dtype).min, dtype=dtype), 1)


def attentions():
    def added(seen):
        """PyTorch adds -inf to what is not seen, and so keeps NaN."""
        return torch.zeros(seen.shape).double().masked_fill(~seen, -INF)

    def attend(q, k, v, mask=None, causal=False, scale=None):
        queries, keys = q.shape[-2], k.shape[-2]
        factor = 1 / math.sqrt(q.shape[-1]) if scale is None else scale
        scores = q @ k.transpose(-1, -2) * factor
        if mask is not None:
            scores = scores + (added(mask) if mask.dtype == torch.bool else mask)
        if causal:
            scores = scores + added(torch.ones(queries, keys, dtype=torch.bool).tril())
        result = torch.softmax(scores, -1) @ v
        if scale is None and not (causal and mask is not None) and q.dim() > 2 and (mask is None or mask.dim() > 1):
            theirs = F._scaled_dot_product_attention(q, k, v, mask, 0.0, False, causal)[0]
            assert torch.allclose(theirs, result, 1e-12, 1e-12, equal_nan=True)
        args = [q, k, v] + ([] if mask is None else [mask])
        attributes = ["causal = true"] * causal + ["scale = %r" % factor]
        case("attention", args, result, ", ".join(attributes), "%0, %1, %2" + (" mask %3" if mask is not None else ""), summed=True)

    def parts(leading, queries, keys, width, values=None):
        return fine(*leading, queries, width), fine(*leading, keys, width), fine(*leading, keys, values or width)

    for shape in (([], 3, 5, 4), ([1], 1, 1, 1), ([2], 5, 3, 8, 3), ([2, 3], 7, 7, 5), ([1, 2], 17, 16, 5), ([3, 1, 2], 2, 9, 3, 1),
                  ([2], 66, 3, 1), ([1, 2], 1, 33, 8)):
        q, k, v = parts(*shape)
        leading, queries, keys = shape[:3]
        attend(q, k, v)
        attend(q, k, v, causal=True)
        attend(q, k, v, scale=0.75)
        for mask in ([queries, keys], [1, keys], [keys], [queries, 1], leading + [queries, keys], [1] * len(leading) + [1, keys],
                     leading + [1, 1]):
            seen = torch.rand(mask, generator=generator) < 0.7
            attend(q, k, v, seen.contiguous())
            attend(q, k, v, fine(*mask), causal=len(mask) == 1)
    q, k, v = parts([2, 2], 4, 6, 3)
    seen = torch.rand(2, 1, 4, 6, generator=generator) < 0.5
    seen[0, 0, 2] = False  # a query that sees no key: NaN
    attend(q, k, v, seen)
    attend(q, k, v, seen, causal=True)
    attend(q, k, v, added(seen))
    attend(q, k, v, torch.zeros(2, 1, 4, 6).double().masked_fill(~seen, -1e9), scale=1.0)
    attend(q, k, v, torch.zeros(2, 1, 1, 6, dtype=torch.bool))
    attend(q * 300, k * 300, v)  # exp would overflow
    attend(q, k, v, scale=0.0)
    attend(q, k, v, scale=-2.0)
    k, v = k.clone(), v.clone()  # the tensors of cases stay as they are
    v[0, 1, 3, 1] = INF
    attend(q, k, v)
    k = k.clone()
    k[1, 0, 2, 0] = NAN
    attend(q, k, v, causal=True)
    for shape in (([0], 2, 3, 2), ([2], 0, 3, 2)):
        q, k, v = parts(*shape)
        case("attention", [q, k, v], torch.zeros(*shape[0], shape[1], 2).double(), "scale = 1.0", "%0, %1, %2")
    case("attention", [fine(2, 3, 4), fine(2, 5, 4), torch.zeros(2, 5, 0).double()], torch.zeros(2, 3, 0).double(), "scale = 1.0",
         "%0, %1, %2")


def networks():
    def layer(kind, batch, steps, width, units, biases="both", state="all", reverse=False):
        gates = {"lstm": 4, "gru": 3}.get(kind, 1)
        # PyTorch's second direction is the one that begins at the end.
        make = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU}.get(kind, torch.nn.RNN)
        more = {"nonlinearity": "relu"} if kind == "rnn_relu" else {}
        network = make(width, units, batch_first=True, bidirectional=reverse, **more).double()
        w_ih, w_hh = fine(gates * units, width), fine(gates * units, units) / math.sqrt(units)
        b_ih = fine(gates * units) if biases in ("both", "input") else None
        b_hh = fine(gates * units) if biases in ("both", "hidden") else None
        x = fine(batch, steps, width)
        h0 = fine(batch, units) if state in ("all", "hidden") else None
        c0 = fine(batch, units) if state in ("all", "carried") and kind == "lstm" else None
        suffix = "_l0_reverse" if reverse else "_l0"
        zero = torch.zeros(batch, units).double()
        with torch.no_grad():
            for name, value in (("weight_ih", w_ih), ("weight_hh", w_hh), ("bias_ih", b_ih), ("bias_hh", b_hh)):
                parameter = getattr(network, name + suffix)
                parameter.copy_(torch.zeros_like(parameter) if value is None else value)
            h, c = (torch.stack([zero, zero if s is None else s] if reverse else [zero if s is None else s]) for s in (h0, c0))
            y, last = network(x, (h, c) if kind == "lstm" else h)
        results = (y[:, :, -units:].contiguous(),) + tuple(s[-1].contiguous() for s in (last if kind == "lstm" else (last,)))
        flags = ["reverse = true"] * reverse

        def listed(first, args, named):
            """Operands as they are written, with the optional ones that are there."""
            written = ", ".join("%%%d" % (first + n) for n in range(len(args)))
            for name, value in named:
                if value is not None:
                    written += " %s %%%d" % (name, first + len(args))
                    args.append(value)
            return written, args

        states = [("h0", h0), ("c0", c0)]
        written, args = listed(0, [x, w_ih, w_hh], [("b_ih", b_ih), ("b_hh", b_hh)] + states)
        op = "rnn" if kind.startswith("rnn") else kind
        case(op, args, results, ", ".join(flags + ["relu = true"] * (kind == "rnn_relu")), written, summed=True)

        # The same as a projection and a recurrence.
        sum_of = [torch.zeros(gates * units).double() if b is None else b.clone() for b in (b_ih, b_hh)]
        b_n = None
        if kind == "gru":
            b_n = sum_of[1][2 * units:].clone() if b_hh is not None else None
            sum_of[1][2 * units:] = 0
        bias = sum_of[0] + sum_of[1]
        written, rest = listed(3, [w_hh], [("b_n", b_n)] + states)
        projected = torch.empty(batch, steps, gates * units).double()
        body_case("recurrence " + kind, "\n".join([
            operation("linear", [x, w_ih, bias], projected).replace("%result", "%projected"),
            operation("recurrence", [projected] + rest, results, ", ".join(flags), "%projected, " + written, kind + " ")]),
                  [x, w_ih, bias] + rest, results, summed=True)

    for kind in ("lstm", "gru", "rnn_tanh", "rnn_relu"):
        for reverse in (False, True):
            layer(kind, 1, 1, 1, 1, reverse=reverse)
            layer(kind, 2, 5, 3, 4, reverse=reverse)
            layer(kind, 3, 4, 5, 7, biases="none", state="none", reverse=reverse)
            layer(kind, 2, 3, 6, 2, biases="input", state="hidden", reverse=reverse)
            layer(kind, 1, 9, 2, 5, biases="hidden", state="carried", reverse=reverse)
        layer(kind, 3, 11, 16, 9, state="none", reverse=True)
    layer("lstm", 67, 3, 2, 3)  # more than go through a step together


def writes():
    """scatter with repeated places (PyTorch's loop goes in order) and each reduction."""
    for shape, index, dim in (([5], [3], 0), ([5], [9], 0), ([3, 4], [3, 6], 1), ([3, 4], [6, 4], 0), ([2, 3, 4], [1, 7, 3], 1),
                              ([2, 3, 4], [2, 2, 9], 2), ([1, 1], [1, 5], 1), ([2, 0], [0, 0], 0), ([2, 3], [0, 3], 0),
                              ([2, 3, 2, 2], [2, 3, 1, 5], 3)):
        for make in (coarse, lambda *s: whole(torch.bool, *s), lambda *s: whole(torch.uint8, *s),
                     lambda *s: whole(torch.int16, *s), lambda *s: whole(torch.int64, *s)):
            x, updates, at = make(*shape), make(*index), indices(max(shape[dim], 1), *index)
            case("scatter", [x, at, updates], x.scatter(dim, at, updates), "dim = %d" % dim)
            if x.dtype == torch.bool:
                continue
            for reduction, name in (("add", "sum"), ("mul", "prod"), ("min", "amin"), ("max", "amax")):
                case("scatter", [x, at.int(), updates], x.scatter_reduce(dim, at, updates, name),
                     "dim = %d, reduction = #aic.scatter_reduction<%s>" % (dim, reduction))
    x, at = torch.tensor([NAN, 1, 2, INF]).double(), torch.tensor([0, 1, 2, 3])
    updates = torch.tensor([1, NAN, -INF, 3]).double()
    for reduction, name in (("min", "amin"), ("max", "amax")):
        case("scatter", [x, at, updates], x.scatter_reduce(0, at, updates, name),
             "dim = 0, reduction = #aic.scatter_reduction<%s>" % reduction)


def orders():
    """topk by a stable sort, as PyTorch's own does not say which of equal elements comes first."""
    odd = torch.tensor([[NAN, 1, 2, 2], [1, INF, 2, NAN], [-INF, 1, -3, 1], [NAN, NAN, 0, 0], [0.0, -0.0, 0, 1]]).double()
    inputs = [fine(7), fine(3, 5), fine(2, 3, 9), odd, torch.zeros(3, 4).double(), fine(4, 0, 2), fine(2, 3, 4, 2), fine(65)]
    inputs += [whole(dtype, 3, 7) for dtype in INTEGERS] + [whole(torch.int8, 2, 3, 4) % 3]
    for x in inputs:
        for dim in range(x.dim()):
            size = x.shape[dim]
            for k in sorted({0, min(1, size), min(3, size), size}):
                for largest in (True, False):
                    values, places = torch.sort(x, dim=dim, descending=largest, stable=True)
                    attributes = "k = %d, dim = %d" % (k, dim) + ("" if largest else ", largest = false")
                    case("topk", [x], (values.narrow(dim, 0, k), places.narrow(dim, 0, k)), attributes)


def angles():
    x = torch.cat([torch.tensor([NAN, INF, -INF, 0.0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 1e-9, 1e300, -1e300, 700, -700, 1.5707]).double(),
                   fine(30) * 3, fine(20) / 3])
    for op in ("tan", "asin", "acos", "atan", "sinh", "cosh", "asinh", "acosh", "atanh"):
        case(op, [x], getattr(torch, op)(x), short=True)


def slices():
    """A part of a tensor read or written at a place, by PyTorch's narrow; and attention over the first keys of a buffer."""
    for shape, dim, count in (([5], 0, 2), ([3, 4], 1, 1), ([3, 4], 0, 3), ([2, 3, 4], 1, 2), ([2, 7, 3, 2], 1, 4), ([1, 1], 0, 1),
                              ([3, 0], 0, 2), ([4, 3], 0, 0), ([17, 2], 0, 16)):
        for make in (coarse, lambda *s: whole(torch.bool, *s), lambda *s: whole(torch.int64, *s)):
            x = make(*shape)
            for start in sorted({0, (shape[dim] - count) // 2, shape[dim] - count}):
                part = list(shape)
                part[dim] = count
                values, at = make(*part), torch.tensor(start, dtype=choice.choice([torch.int64, torch.int32]))
                updated = x.clone()
                updated.narrow(dim, start, count).copy_(values)
                case("update_slice", [values, x, at], updated, "dim = %d" % dim, "%0 into %1 at %2")
                case("narrow", [x, at], x.narrow(dim, start, count), "dim = %d, size = %d" % (dim, count), "%0 at %1")
    for leading, queries, keys, width in (([2], 1, 9, 4), ([1, 2], 3, 7, 5), ([], 4, 4, 3)):
        q, k, v = fine(*leading, queries, width), fine(*leading, keys, width), fine(*leading, keys, 2)
        for length in sorted({queries, (queries + keys) // 2, keys}):
            k[..., length:, :] = NAN  # what is not there does not matter
            v[..., length:, :] = INF
            for causal in (False, True):
                scores = q @ k[..., :length, :].transpose(-1, -2) * 0.5
                if causal:
                    scores = scores.masked_fill(~torch.ones(queries, length, dtype=torch.bool).tril(length - queries), -INF)
                case("attention", [q, k.clone(), v.clone(), torch.tensor(length)], torch.softmax(scores, -1) @ v[..., :length, :],
                     ", ".join(["causal = true"] * causal + ["scale = 0.5"]), "%0, %1, %2 length %3", summed=True)
            k, v = fine(*leading, keys, width), fine(*leading, keys, 2)


FAMILIES = (lookups, largest, attentions, networks, writes, orders, angles, slices)
