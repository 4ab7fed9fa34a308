"""Inputs/vision.graph in PyTorch: each network of its inputs and of p(name, shape...), its parameters."""
import torch
import torch.nn.functional as F
from layers import Net


def block_attend(n, x, heads, mask=None):
    b, s, d = x.shape
    q, k, v = n.linear("qkv", x, 3 * d).reshape(b, s, 3, heads, d // heads).permute(2, 0, 3, 1, 4)
    w = q @ k.transpose(-1, -2) / (d // heads) ** 0.5
    w = torch.softmax(w if mask is None else w + mask, -1)
    return n.linear("proj", (w @ v).transpose(1, 2).reshape(b, s, d), d)


def mlp(n, x, width):
    return n.linear("fc2", F.gelu(n.linear("fc1", x, width)), x.shape[-1])


def conv_bn(n, x, channels, kernel, stride=1, padding=0, act=F.relu):
    return act(n.batch_norm("bn", n.conv("conv", x, channels, kernel, stride, padding, bias=False)))


def vit(n, image):
    x = n.conv("patch", image, 32, 4, 4).flatten(2).transpose(1, 2)
    x = torch.cat([n.p("cls", 1, 1, 32).expand(2, 1, 32), x], 1) + n.p("pos", 1, 17, 32)
    for i in "01":
        x = x + block_attend(n[i]["attn"], n[i].layer_norm("norm1", x, 1e-6), 4)
        x = x + mlp(n[i]["mlp"], n[i].layer_norm("norm2", x, 1e-6), 64)
    return n.linear("head", n.layer_norm("norm", x, 1e-6)[:, 0], 5)


def convnext(n, image):
    norm2d = lambda name, x: n.layer_norm(name, x.permute(0, 2, 3, 1), 1e-6).permute(0, 3, 1, 2)

    def block(n, x):
        c = x.shape[1]
        y = n.conv("dwconv", x, c, 7, 1, 3, groups=c).permute(0, 2, 3, 1)
        return x + (mlp(n["mlp"], n.layer_norm("norm", y, 1e-6), 4 * c) * n.p("gamma", c)).permute(0, 3, 1, 2)
    x = block(n["0"], norm2d("stem_norm", n.conv("stem", image, 16, 4, 4)))
    x = block(n["1"], n.conv("down", norm2d("down_norm", x), 24, 2, 2))
    return n.linear("head", n.layer_norm("norm", x.mean([2, 3]), 1e-6), 5)


def unet(n, image):
    double = lambda n, x, c: conv_bn(n["1"], conv_bn(n["0"], x, c, 3, padding=1), c, 3, padding=1)
    a = double(n["a"], image, 8)
    b = double(n["b"], F.max_pool2d(a, 2), 16)
    c = double(n["c"], F.max_pool2d(b, 2), 32)
    up = F.conv_transpose2d(c, n.p("up_b.weight", 32, 16, 2, 2), n.p("up_b.bias", 16), 2)
    x = double(n["d"], torch.cat([b, up], 1), 16)
    x = torch.cat([a, F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=True)], 1)
    return torch.softmax(n.conv("out", double(n["e"], x, 8), 3, 1), 1)


def densenet(n, image):
    def layer(n, x):
        y = n.conv("conv1", F.relu(n.batch_norm("norm1", x)), 16, 1, bias=False)
        return torch.cat([x, n.conv("conv2", F.relu(n.batch_norm("norm2", y)), 4, 3, 1, 1, bias=False)], 1)
    x = n.conv("conv0", image, 8, 3, 1, 1, bias=False)
    for i in "012":
        x = layer(n["block1"][i], x)
    x = F.avg_pool2d(n.conv("conv1", F.relu(n.batch_norm("norm1", x)), 10, 1, bias=False), 2)
    for i in "01":
        x = layer(n["block2"][i], x)
    return n.linear("head", F.adaptive_avg_pool2d(F.relu(n.batch_norm("norm2", x)), 1).flatten(1), 5)


def googlenet(n, image):
    def inception(n, x, w):
        return torch.cat([conv_bn(n["a"], x, w[0], 1), conv_bn(n["b1"], conv_bn(n["b0"], x, w[1], 1), w[2], 3, 1, 1),
                          conv_bn(n["c1"], conv_bn(n["c0"], x, w[3], 1), w[4], 5, 1, 2), conv_bn(n["d"], F.max_pool2d(x, 3, 1, 1), w[5], 1)], 1)
    x = F.max_pool2d(conv_bn(n["stem"], image, 8, 7, 2, 3), 3, 2, ceil_mode=True)
    x = inception(n["a"], x, [6, 4, 8, 2, 4, 4])
    x = inception(n["b"], F.max_pool2d(x, 3, 2, ceil_mode=True), [8, 4, 10, 3, 5, 7])
    return n.linear("head", x.mean([2, 3]), 5)


def swin(n, image):
    def windows(x, size):
        b, h, w, d = x.shape
        return x.view(b, h // size, size, w // size, size, d).permute(0, 1, 3, 2, 4, 5).reshape(-1, size * size, d)

    def attention(n, x, heads, size, shift):
        b, h, w, d = x.shape
        table, at = n.p("bias_table", (2 * size - 1) ** 2, heads), torch.stack(torch.meshgrid(torch.arange(size), torch.arange(size), indexing="ij")).flatten(1)
        apart = at[:, :, None] - at[:, None, :] + size - 1
        mask = table[apart[0] * (2 * size - 1) + apart[1]].permute(2, 0, 1)[None]
        if shift:
            region, count = torch.zeros(1, h, w, 1), 0
            for rows in slice(0, -size), slice(-size, -shift), slice(-shift, None):
                for columns in slice(0, -size), slice(-size, -shift), slice(-shift, None):
                    region[:, rows, columns] = count
                    count += 1
            region = windows(region, size)[..., 0]
            mask = mask + (region[:, None, :] != region[:, :, None]).to(x.dtype)[:, None] * -100.0
        y = block_attend(n, windows(torch.roll(x, (-shift, -shift), (1, 2)), size), heads, mask)
        y = y.view(b, h // size, w // size, size, size, d).permute(0, 1, 3, 2, 4, 5).reshape(b, h, w, d)
        return torch.roll(y, (shift, shift), (1, 2))
    x = n.conv("patch", image, 16, 2, 2).permute(0, 2, 3, 1)
    for i in 0, 1:
        m = n[str(i)]
        x = x + attention(m["attn"], m.layer_norm("norm1", x), 2, 4, 2 * i)
        x = x + mlp(m["mlp"], m.layer_norm("norm2", x), 32)
    x = torch.cat([x[:, 0::2, 0::2], x[:, 1::2, 0::2], x[:, 0::2, 1::2], x[:, 1::2, 1::2]], -1)
    x = n.linear("merge", n.layer_norm("merge_norm", x), 32, bias=False)
    return n.linear("head", n.layer_norm("norm", x).mean([1, 2]), 5)


def yolo(n, image):
    cbs = lambda name, x, c, k, s=1, p=0: conv_bn(n[name], x, c, k, s, p, F.silu)
    x = cbs("2", cbs("1", cbs("0", image, 8, 3, 2, 1), 16, 3, 2, 1), 16, 3, 2, 1)
    deep = cbs("3", x, 24, 3, 2, 1)
    pooled = F.max_pool2d(deep, 5, 1, 2)
    deep = cbs("spp", torch.cat([deep, pooled, F.max_pool2d(pooled, 5, 1, 2)], 1), 16, 1)
    x = cbs("neck", torch.cat([x, F.interpolate(deep, scale_factor=2)], 1), 16, 1)
    found = []
    for y, name, stride, anchors in (x, "p3", 8, [10, 13, 16, 30, 33, 23]), (deep, "p4", 16, [30, 61, 62, 45, 59, 119]):
        h, w = y.shape[2:]
        s = n.conv(name, y, 27, 1).view(1, 3, 9, h, w).permute(0, 1, 3, 4, 2).sigmoid()
        rows, columns = torch.meshgrid(torch.arange(h), torch.arange(w), indexing="ij")
        xy = (s[..., 0:2] * 2 - 0.5 + torch.stack([columns, rows], -1)) * stride
        wh = (s[..., 2:4] * 2) ** 2 * torch.tensor(anchors).view(1, 3, 1, 1, 2)
        found.append(torch.cat([xy, wh, s[..., 4:5] * s[..., 5:]], -1).view(1, -1, 8))
    y = torch.cat(found, 1)
    return y[..., :4], y[..., 4:], *torch.topk(y[..., 4:].amax(2), 5)


def stn(n, image):
    x = F.relu(F.max_pool2d(n.conv("loc0", image, 8, 7), 2, 2))
    x = F.relu(F.max_pool2d(n.conv("loc1", x, 10, 5), 2, 2))
    theta = n.linear("fc1", F.relu(n.linear("fc0", x.flatten(1), 32)), 6).view(2, 2, 3) + torch.eye(2, 3)
    x = F.grid_sample(image, F.affine_grid(theta, image.shape, align_corners=False), align_corners=False)
    x = F.relu(F.max_pool2d(n.conv("conv1", x, 10, 5), 2))
    x = F.relu(F.max_pool2d(n.conv("conv2", x, 20, 5), 2))
    return F.log_softmax(n.linear("out1", F.relu(n.linear("out0", x.flatten(1), 50)), 10), 1), theta


def deeplab(n, image):
    x = conv_bn(n["1"], conv_bn(n["0"], image, 8, 3, 2, 1), 16, 3, 2, 1)
    parts = [conv_bn(n["aspp0"], x, 8, 1)]
    for rate in 2, 4, 6:
        m = n[f"aspp{rate}"]
        parts.append(F.relu(m.batch_norm("bn", F.conv2d(x, m.p("conv.weight", 8, 16, 3, 3), None, 1, rate, rate))))
    parts.append(F.interpolate(conv_bn(n["pool"], F.adaptive_avg_pool2d(x, 1), 8, 1), x.shape[2:], mode="bilinear"))
    x = n.conv("out", conv_bn(n["project"], torch.cat(parts, 1), 8, 1), 4, 1)
    scores = F.interpolate(x, (33, 33), mode="bilinear")
    return scores.argmax(1), scores


def pointnet(n, points):
    conv = lambda m, x, c: F.relu(m.batch_norm("bn", F.conv1d(x, m.p("conv.weight", c, x.shape[1], 1), m.p("conv.bias", c))))
    x = points
    for name in "t0", "t1", "t2":
        x = conv(n[name], x, 16)
    turn = n.linear("fc", x.amax(2), 9).view(2, 3, 3) + torch.eye(3)
    x = (points.transpose(1, 2) @ turn).transpose(1, 2)
    for name in "f0", "f1":
        x = conv(n[name], x, 24)
    return F.log_softmax(n.linear("head", x.amax(2), 4), -1)


def dcgan(n, noise):
    up = lambda name, x, c, *rest: F.conv_transpose2d(x, n.p(f"{name}.weight", x.shape[1], c, 4, 4), None, *rest)
    x = F.relu(n.batch_norm("gn0", up("g0", noise, 16)))
    x = F.relu(n.batch_norm("gn1", up("g1", x, 8, 2, 1)))
    picture = torch.tanh(up("g2", x, 1, 2, 1))
    y = F.leaky_relu(n.conv("d0", picture, 8, 4, 2, 1, bias=False), 0.2)
    y = F.leaky_relu(n.batch_norm("dn1", n.conv("d1", y, 16, 4, 2, 1, bias=False)), 0.2)
    return picture, n.conv("d2", y, 1, 4, bias=False).sigmoid().flatten(1)


def vae(n, x, noise):
    weight = n.p("encoder.weight", 12, 20)
    mu, logvar = n.linear("moments", F.relu(F.linear(x, weight, n.p("encoder.bias", 12))), 8).chunk(2, 1)
    again = n.linear("out", F.relu(n.linear("decoder", mu + noise * torch.exp(0.5 * logvar), 12)), 20).sigmoid()
    loss = F.binary_cross_entropy(again, x.sigmoid(), reduction="sum") - 0.5 * (1 + logvar - mu**2 - logvar.exp()).sum()
    return again, loss, torch.autograd.grad(loss, weight)[0]


TWINS = Net.twins(vit, convnext, unet, densenet, googlenet, swin, yolo, stn, deeplab, pointnet, dcgan, vae)
