"""Inputs/speech.graph in PyTorch: each network of its inputs and of p(name, shape...), its parameters."""
import torch
import torch.nn.functional as F
from functions import layer
from layers import Net


def heads(n, x, count):
    width = x.shape[-1]
    y, _ = F.multi_head_attention_forward(
        *[x.transpose(0, 1)] * 3, width, count, n.p("in_proj_weight", 3 * width, width), n.p("in_proj_bias", 3 * width), None, None, False, 0.0,
        n.p("out_proj.weight", width, width), n.p("out_proj.bias", width))
    return y.transpose(0, 1)


def crnn(n, image):
    x = F.max_pool2d(F.relu(n.conv("conv0", image, 8, 3, 1, 1)), 2)
    x = F.max_pool2d(F.relu(n.conv("conv1", x, 16, 3, 1, 1)), 2)
    x = F.max_pool2d(F.relu(n.batch_norm("bn", n.conv("conv2", x, 24, 3, 1, 1))), (4, 1))
    y, _ = layer(n.p, "lstm", torch.nn.LSTM, 24, 12, 2, bidirectional=True)(x.squeeze(2).permute(2, 0, 1))
    return F.log_softmax(n.linear("fc", y, 7), 2)


def past(n, name, x, channels, kernel, dilation):
    return n.conv(name, F.pad(x, ((kernel - 1) * dilation, 0)), channels, kernel, dilation=dilation)


def tcn(n, x):
    for i in range(3):
        m = n[str(i)]
        y = F.relu(past(m, "conv2", F.relu(past(m, "conv1", x, 8, 3, 2**i)), 8, 3, 2**i))
        x = F.relu(y + (m.conv("downsample", x, 8, 1) if i == 0 else x))
    return n.linear("fc", x[..., -1], 4)


def wavenet(n, samples, condition):
    x, skips = n.conv("first", samples, 8, 1), 0
    for i in range(4):
        m = n[str(i)]
        h = past(m, "dilated", x, 16, 2, [1, 2, 4, 1][i]) + m.conv("condition", condition, 16, 1, bias=False)
        h = torch.tanh(h[:, :8]) * torch.sigmoid(h[:, 8:])
        skips, x = skips + m.conv("skip", h, 12, 1), (x + m.conv("residual", h, 8, 1)) * 0.5**0.5
    return n.conv("last1", F.relu(n.conv("last0", F.relu(skips), 12, 1)), 16, 1)


def conformer(n, x):
    half = lambda m, x: 0.5 * m.linear("down", F.silu(m.linear("up", m.layer_norm("norm", x), 64)), 16)
    x = x + half(n["ff1"], x)
    x = x + heads(n["attn"], n.layer_norm("norm_attn", x), 4)
    h = F.glu(n.conv("point1", n.layer_norm("norm_conv", x).transpose(1, 2), 32, 1), 1)
    h = F.silu(n.batch_norm("bn", n.conv("depth", h, 16, 5, 1, 2, groups=16)))
    x = x + n.conv("point2", h, 16, 1).transpose(1, 2)
    return n.layer_norm("norm", x + half(n["ff2"], x))


def hifigan(n, mel):
    x = n.conv("pre", mel, 16, 7, 1, 3)
    for i, rate, channels in (0, 4, 8), (1, 2, 4):
        weight, bias = n.p(f"up{i}.weight", 2 * channels, channels, 2 * rate), n.p(f"up{i}.bias", channels)
        x = F.conv_transpose1d(F.leaky_relu(x, 0.1), weight, bias, rate, rate // 2)
        ys = []
        for k in 3, 5:
            y = x
            for d in 1, 3:
                m = n[str(i)][str(k)][str(d)]
                h = m.conv("conv1", F.leaky_relu(y, 0.1), channels, k, 1, d * (k - 1) // 2, dilation=d)
                y = y + m.conv("conv2", F.leaky_relu(h, 0.1), channels, k, 1, (k - 1) // 2)
            ys.append(y)
        x = sum(ys) / 2
    return torch.tanh(n.conv("post", F.leaky_relu(x), 1, 7, 1, 3))


def tacotron(n, memory, frame):
    first, second = (layer(n.p, name, torch.nn.LSTMCell, width, 10) for name, width in (("attention_rnn", 18), ("decoder_rnn", 22)))
    keys, state, state2, context = n.linear("memory", memory, 8, bias=False), None, None, torch.zeros(2, 12)
    w = total = torch.zeros(2, 7)
    frames, stops = [], []
    for _ in range(3):
        x = F.relu(n.linear("prenet1", F.relu(n.linear("prenet0", frame, 6, bias=False)), 6, bias=False))
        state = first(torch.cat([x, context], 1), state)
        place = n.conv("location", torch.cat([w[:, None], total[:, None]], 1), 4, 3, 1, 1, bias=False).transpose(1, 2)
        energy = torch.tanh(n.linear("query", state[0][:, None], 8, bias=False) + keys + n.linear("place", place, 8, bias=False))
        w = F.softmax(n.linear("v", energy, 1, bias=False).squeeze(-1), 1)
        total, context = total + w, torch.bmm(w[:, None], memory)[:, 0]
        state2 = second(torch.cat([state[0], context], 1), state2)
        out = torch.cat([state2[0], context], 1)
        frame = n.linear("frame", out, 5)
        frames.append(frame)
        stops.append(n.linear("stop", out, 1)[:, 0].sigmoid())
    return torch.stack(frames, 1), torch.stack(stops, 1), total


def wav2vec(n, sound):
    x = n.conv("conv0", sound[:, None], 8, 10, 5, bias=False)
    x = F.gelu(F.group_norm(x, 8, n.p("norm0.weight", 8), n.p("norm0.bias", 8)))
    x = F.gelu(n.conv("conv1", F.pad(x, (2, 2)), 8, 3, 2, bias=False)).transpose(1, 2)
    x = n.linear("project", n.layer_norm("norm1", x), 16)
    weight = torch._weight_norm(n.p("pos.weight_v", 16, 4, 4), n.p("pos.weight_g", 1, 1, 4), 2)
    place = F.conv1d(x.transpose(1, 2), weight, n.p("pos.bias", 16), padding=2, groups=4)[..., :-1]
    x = n.layer_norm("norm2", x + F.gelu(place).transpose(1, 2))
    x = n.layer_norm("norm3", x + heads(n["attn"], x, 2))
    return n.layer_norm("norm4", x + n.linear("fc2", F.gelu(n.linear("fc1", x, 32)), 16))


TWINS = Net.twins(crnn, tcn, wavenet, conformer, hifigan, tacotron, wav2vec)
