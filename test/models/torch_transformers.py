"""PyTorch twins of examples/transformer.graph, bert.graph and gpt2.graph, parameter for parameter.

torch.nn's modules are called with gradients enabled: without them PyTorch takes another, fused path, which writes zeros where
there is padding.
"""
import math
import torch, torch.nn as nn, torch.nn.functional as F


class MultiHeadAttention(nn.MultiheadAttention):
    def __init__(self):
        super().__init__(512, 8, batch_first=True)

    def forward(self, x):
        return super().forward(x, x, x, need_weights=False)[0]


def encoder_layer():
    return nn.TransformerEncoderLayer(512, 8, 2048, batch_first=True)


def past(size):
    """True where a position must not look: PyTorch's masks are the opposite of ours."""
    return torch.ones(size, size).triu(1).bool()


class Encoder(nn.TransformerEncoder):
    def __init__(self):
        super().__init__(encoder_layer(), 6, enable_nested_tensor=False)


class EncoderCausal(Encoder):
    def forward(self, x):
        return super().forward(x, past(x.shape[1]))


class EncoderPadding(Encoder):
    def forward(self, x, valid):
        return super().forward(x, src_key_padding_mask=~valid)


class DecoderLayer(nn.TransformerDecoderLayer):
    def __init__(self):
        super().__init__(512, 8, 2048, batch_first=True)

    def forward(self, x, memory):
        return super().forward(x, memory, past(x.shape[1]))


class Words(nn.Module):
    """Vectors of words, and the sines and cosines of their places."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(4000, 256)

    def forward(self, ids):
        x = self.embedding(ids)
        angles = torch.arange(x.shape[1])[:, None] / torch.pow(torch.tensor(10000.0), torch.arange(0, 256, 2) / 256)
        places = torch.zeros_like(x[0])
        places[:, 0::2], places[:, 1::2] = angles.sin(), angles.cos()
        return math.sqrt(256) * x + places


class Translation(nn.Module):
    def __init__(self):
        super().__init__()
        self.source, self.target = Words(), Words()
        self.transformer = nn.Transformer(256, 4, 3, 3, 1024, batch_first=True)
        self.transformer.encoder.enable_nested_tensor = False
        self.generator = nn.Linear(256, 4000)

    def forward(self, source, target):
        padding = source == 0
        y = self.transformer(self.source(source), self.target(target), tgt_mask=past(target.shape[1]),
                             src_key_padding_mask=padding, memory_key_padding_mask=padding)
        return self.generator(y)


class BertAttention(nn.Module):
    def __init__(self):
        super().__init__()
        self.self, self.output = nn.Module(), BertOutput(768)
        self.self.query, self.self.key, self.self.value = (nn.Linear(768, 768) for _ in range(3))

    def forward(self, x, mask):
        q, k, v = (layer(x).unflatten(2, (12, 64)).transpose(1, 2)
                   for layer in (self.self.query, self.self.key, self.self.value))
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(64) + mask, 3)
        return self.output((weights @ v).transpose(1, 2).flatten(2), x)


class BertOutput(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.dense, self.LayerNorm = nn.Linear(width, 768), nn.LayerNorm(768, 1e-12)

    def forward(self, y, x):
        return self.LayerNorm(self.dense(y) + x)


class BertLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention, self.intermediate, self.output = BertAttention(), nn.Module(), BertOutput(3072)
        self.intermediate.dense = nn.Linear(768, 3072)

    def forward(self, x, mask):
        x = self.attention(x, mask)
        y = self.intermediate.dense(x)
        return self.output(y * 0.5 * (1 + torch.erf(y / math.sqrt(2))), x)


class BertEmbeddings(nn.Module):
    def __init__(self):
        super().__init__()
        self.word_embeddings = nn.Embedding(30522, 768)
        self.position_embeddings = nn.Embedding(512, 768)
        self.token_type_embeddings = nn.Embedding(2, 768)
        self.LayerNorm = nn.LayerNorm(768, 1e-12)
        self.register_buffer("position_ids", torch.arange(512)[None])  # older checkpoints hold it

    def forward(self, ids, types):
        places = self.position_ids[:, :ids.shape[1]]
        return self.LayerNorm(self.word_embeddings(ids) + self.position_embeddings(places) + self.token_type_embeddings(types))


class Bert(nn.Module):
    """BertModel of Hugging Face: padding gets the smallest number there is added to its scores."""

    def __init__(self, layers=12):
        super().__init__()
        self.embeddings, self.encoder, self.pooler = BertEmbeddings(), nn.Module(), nn.Module()
        self.encoder.layer = nn.ModuleList(BertLayer() for _ in range(layers))
        self.pooler.dense = nn.Linear(768, 768)

    def forward(self, input_ids, token_type_ids, attention_mask):
        x = self.embeddings(input_ids, token_type_ids)
        mask = (1 - attention_mask[:, None, None, :]).to(x.dtype) * torch.finfo(torch.float32).min
        for layer in self.encoder.layer:
            x = layer(x, mask)
        return x, torch.tanh(self.pooler.dense(x[:, 0]))


class Conv1D(nn.Module):
    """GPT-2's linear layer: the weight lies as [in, out]."""

    def __init__(self, out_width, in_width):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.empty(in_width, out_width)), nn.Parameter(torch.empty(out_width))

    def forward(self, x):
        return x @ self.weight + self.bias


class Gpt2Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.c_attn, self.c_proj = Conv1D(3 * 768, 768), Conv1D(768, 768)
        self.register_buffer("bias", torch.ones(1024, 1024).tril()[None, None])  # the causal mask, which checkpoints hold

    def forward(self, x):
        q, k, v = (part.unflatten(2, (12, 64)).transpose(1, 2) for part in self.c_attn(x).split(768, 2))
        scores = q @ k.transpose(2, 3) / math.sqrt(64)
        size = x.shape[1]
        scores = scores.masked_fill(self.bias[:, :, :size, :size] == 0, torch.finfo(torch.float32).min)
        return self.c_proj((torch.softmax(scores, 3) @ v).transpose(1, 2).flatten(2))


class Gpt2Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.ln_1, self.attn, self.ln_2, self.mlp = nn.LayerNorm(768), Gpt2Attention(), nn.LayerNorm(768), nn.Module()
        self.mlp.c_fc, self.mlp.c_proj = Conv1D(3072, 768), Conv1D(768, 3072)

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        y = self.mlp.c_fc(self.ln_2(x))
        y = 0.5 * y * (1 + torch.tanh(math.sqrt(2 / math.pi) * (y + 0.044715 * y ** 3)))
        return x + self.mlp.c_proj(y)


class Gpt2(nn.Module):
    """GPT2Model of Hugging Face, and the logits that its table of words makes."""

    def __init__(self, layers=12):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(50257, 768), nn.Embedding(1024, 768)
        self.h = nn.ModuleList(Gpt2Layer() for _ in range(layers))
        self.ln_f = nn.LayerNorm(768)

    def forward(self, input_ids):
        x = self.wte(input_ids) + self.wpe.weight[:input_ids.shape[1]]
        for layer in self.h:
            x = layer(x)
        return F.linear(self.ln_f(x), self.wte.weight)
