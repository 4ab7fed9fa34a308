"""Rules of nn's losses: rows of the table in rules.py."""
from program import Skip, numel
from rules import call, floats, rule


def reduction(p, x):
    """How the losses are added up, as an argument, and the result's shape for losses of this one."""
    kind = p.rng.choice(("none", "mean") if x.elem in ("f16", "bf16") else ("none", "mean", "sum"))
    return kind, f'reduction="{kind}"'


def added(p, expression, x, kind, shape, most):
    return p.emit(expression, x.elem, shape if kind == "none" else (), False, most * (numel(shape) if kind == "sum" else 1))


@rule("nn.reduced")
def reduced(p, name):
    x = p.small(floats(p, low=1, test=lambda v: 0 not in v.shape), 4.0)
    kind, _ = reduction(p, x)
    return added(p, call(p, name, x, f'"{kind}"'), x, kind, x.shape, 4.0)


@rule("nn.mse_loss", "nn.l1_loss", "nn.huber_loss", "nn.kl_div", "nn.binary_cross_entropy",
      "nn.binary_cross_entropy_with_logits")
def of_two(p, name):
    x = p.small(floats(p, low=1, test=lambda v: 0 not in v.shape), 4.0)
    target = p.small(p.of(x.elem, x.shape, weight=True), 4.0)
    kind, argument = reduction(p, x)
    if name in ("nn.binary_cross_entropy", "nn.kl_div") and x.elem in ("f16", "bf16"):
        raise Skip  # beside 0 and 1 they jump, and these types round to it
    first, second, more = x, target, []
    if name == "nn.binary_cross_entropy":
        first = f"sigmoid({x})"
    if name == "nn.kl_div":
        if p.chance(0.5):
            more = ["log_target=true"]
        else:
            second = f"sigmoid({target})"
    if name == "nn.huber_loss" and p.chance(0.5):
        more = ["delta=0.5"]
    return added(p, call(p, name, first, second, argument, *more), x, kind, x.shape, 500.0)


@rule("nn.nll_loss", "nn.cross_entropy")
def of_classes(p, name):
    x = p.small(floats(p, low=2, test=lambda v: 0 not in v.shape), 4.0)
    shape, classes = (x.shape[0], *x.shape[2:]), x.shape[1]
    ids = p.indices(p.elem(("i32", "i64")), shape, classes)
    kind, argument = reduction(p, x)
    more = ["label_smoothing=0.1"] if name == "nn.cross_entropy" and p.chance(0.5) else []
    return added(p, call(p, name, x, ids, argument, *more), x, kind, shape, 50.0)
