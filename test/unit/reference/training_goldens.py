"""Goldens of what training adds: gradients of PyTorch's convolutions and poolings, and dropouts of Philox's numbers,
computed one by one."""
import numpy as np
import torch
import torch.nn.functional as F

from golden_file import case, coarse, ints, nhwc


def weights():
    for x, o, kernel, stride, padding, dilation in (
            (coarse(2, 3, 7, 6), 4, (3, 3), (1, 1), (1, 1), (1, 1)), (coarse(1, 2, 9, 8), 3, (3, 2), (2, 3), (0, 1), (1, 1)),
            (coarse(2, 5, 4, 5), 1, (1, 1), (1, 1), (0, 0), (1, 1)), (coarse(1, 1, 8, 9), 2, (2, 3), (1, 2), (2, 0), (3, 2))):
        weight = torch.zeros(o, x.shape[1], *kernel, dtype=torch.float64, requires_grad=True)
        y = F.conv2d(x, weight, None, stride, padding, dilation)
        gradient = coarse(*y.shape)
        y.backward(gradient)
        attributes = [ints("kernel", kernel), ints("stride", stride), ints("padding", padding * 2), ints("dilation", dilation)]
        case("conv2d_weight_gradient", [x, gradient], weight.grad, ", ".join(attributes))
        case("conv2d_weight_gradient", [nhwc(x), nhwc(gradient)], nhwc(weight.grad),
             ", ".join(attributes + ["layout = #aic.layout<nhwc>"]))
    for rows, inputs, outputs in ((5, 3, 4), (1, 2, 1), (0, 2, 3)):
        x, gradient = coarse(rows, inputs), coarse(rows, outputs)
        case("conv2d_weight_gradient", [x, gradient], gradient.T @ x, ints("kernel", (1, 1)))


def pools():
    # Multiples of 1/8 meet often: which of equals is taken shows.
    for x, kernel, stride, padding, dilation, ceil in (
            (coarse(2, 3, 6, 8), (2, 2), (2, 2), (0, 0), (1, 1), False), (coarse(1, 2, 9, 8), (3, 3), (2, 1), (1, 1), (1, 1), False),
            (coarse(1, 2, 7, 8), (2, 3), (2, 2), (1, 1), (2, 1), True), (coarse(2, 1, 8, 9), (2, 2), (3, 4), (0, 1), (1, 1), False)):
        x = x.round().requires_grad_()
        y = F.max_pool2d(x, kernel, stride, padding, dilation, ceil)
        gradient = coarse(*y.shape)
        y.backward(gradient)
        attributes = [ints("kernel", kernel), ints("stride", stride), ints("padding", padding * 2), ints("dilation", dilation)]
        attributes += ["ceil_mode = true"] if ceil else []
        found = x.detach()
        case("max_pool2d_gradient", [found, gradient], x.grad, ", ".join(attributes))
        case("max_pool2d_gradient", [nhwc(found), nhwc(gradient)], nhwc(x.grad), ", ".join(attributes + ["layout = #aic.layout<nhwc>"]))


def philox(counter, key):
    """Philox4x32-10 of Salmon et al., 2011, in whole numbers."""
    for r in range(10):
        a, b = 0xD2511F53 * counter[0], 0xCD9E8D57 * counter[2]
        k = [(key[0] + r * 0x9E3779B9) % 2**32, (key[1] + r * 0xBB67AE85) % 2**32]
        counter = [(b >> 32) ^ counter[1] ^ k[0], b % 2**32, (a >> 32) ^ counter[3] ^ k[1], a % 2**32]
    return counter


def dropouts():
    for shape, seed, step, p, stream in (((3, 50), 0, 0, 0.5, 0), ((70,), -1, 7, 0.3, 4294967295), ((2, 1, 65), 2**40 + 5, 2**33 + 1, 0.9, 3),
                                         ((4,), 1, 1, 0.0, 1)):
        x = coarse(*shape) + 3  # nowhere 0
        result = torch.zeros(shape, dtype=torch.float64)
        for i in range(x.numel()):
            number = philox([i // 64 * 16 + i % 16, 0, step % 2**32, 0], [seed % 2**32, stream])[i // 16 % 4]
            if number >= round(p * 2**32):
                result.view(-1)[i] = x.view(-1)[i] / (1 - p)
        key = np.array([seed, step], np.int64)
        case("dropout", [x, key], result, "p = %r : f64, stream = %d : i64" % (p, stream))


FAMILIES = (weights, pools, dropouts)
