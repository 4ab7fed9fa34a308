"""PyTorch's layers by the names of their parameters."""
import torch.nn.functional as F


class Net:
    """p(name, shape...) gives the parameters; net["a"]["b"] are those under a.b."""

    def __init__(self, parameters, path=""):
        self.parameters, self.path = parameters, path

    @staticmethod
    def twins(*networks):
        return {f.__name__: lambda p, *inputs, f=f: f(Net(p)[f.__name__], *inputs) for f in networks}

    def __getitem__(self, name):
        return Net(self.parameters, f"{self.path}{name}.")

    def p(self, name, *shape):
        return self.parameters(self.path + name, *shape)

    def linear(self, name, x, features, bias=True):
        return F.linear(x, self.p(f"{name}.weight", features, x.shape[-1]), self.p(f"{name}.bias", features) if bias else None)

    def conv(self, name, x, channels, kernel, stride=1, padding=0, groups=1, bias=True, dilation=1):
        kernel = [kernel] * (x.dim() - 2) if isinstance(kernel, int) else kernel
        weight, b = self.p(f"{name}.weight", channels, x.shape[1] // groups, *kernel), self.p(f"{name}.bias", channels) if bias else None
        return (F.conv1d if x.dim() == 3 else F.conv2d)(x, weight, b, stride, padding, dilation, groups)

    def batch_norm(self, name, x):
        return F.batch_norm(x, *(self.p(f"{name}.{part}", x.shape[1]).detach() for part in ("running_mean", "running_var")),
                            *(self.p(f"{name}.{part}", x.shape[1]) for part in ("weight", "bias")))

    def layer_norm(self, name, x, eps=1e-5):
        return F.layer_norm(x, x.shape[-1:], self.p(f"{name}.weight", x.shape[-1]), self.p(f"{name}.bias", x.shape[-1]), eps)
