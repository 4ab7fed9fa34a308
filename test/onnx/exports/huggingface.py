"""BERT, GPT-2, T5 and Whisper, spelled as Hugging Face's modeling files spell them; parameters have their checkpoints' names.

Their sizes are arguments, as those files take them from a config: the default is the published size.
"""
import math
import torch, torch.nn as nn, torch.nn.functional as F


def gelu_new(x):
    return 0.5 * x * (1.0 + torch.tanh(math.sqrt(2.0 / math.pi) * (x + 0.044715 * torch.pow(x, 3.0))))


def least(dtype=torch.float32):
    return torch.finfo(dtype).min


# --- BertModel -------------------------------------------------------------------------------------------------------------

class BertSelfAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads, self.size, self.all = heads, width // heads, width
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))

    def transpose_for_scores(self, x):
        x = x.view(x.size()[:-1] + (self.heads, self.size))
        return x.permute(0, 2, 1, 3)

    def forward(self, hidden, mask):
        mixed_query = self.query(hidden)
        key, value = self.transpose_for_scores(self.key(hidden)), self.transpose_for_scores(self.value(hidden))
        scores = torch.matmul(self.transpose_for_scores(mixed_query), key.transpose(-1, -2))
        scores = scores / math.sqrt(self.size)
        probabilities = F.softmax(scores + mask, dim=-1)
        context = torch.matmul(probabilities, value).permute(0, 2, 1, 3).contiguous()
        return context.view(context.size()[:-2] + (self.all,))


class BertOutput(nn.Module):
    def __init__(self, inner, width):
        super().__init__()
        self.dense, self.LayerNorm = nn.Linear(inner, width), nn.LayerNorm(width, eps=1e-12)

    def forward(self, hidden, residual):
        return self.LayerNorm(self.dense(hidden) + residual)


class BertLayer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.attention, self.intermediate = nn.Module(), nn.Module()
        self.attention.self, self.attention.output = BertSelfAttention(width, heads), BertOutput(width, width)
        self.intermediate.dense, self.output = nn.Linear(width, 4 * width), BertOutput(4 * width, width)

    def forward(self, hidden, mask):
        hidden = self.attention.output(self.attention.self(hidden, mask), hidden)
        return self.output(F.gelu(self.intermediate.dense(hidden)), hidden)


class BertEmbeddings(nn.Module):
    def __init__(self, words, width, places=512):
        super().__init__()
        self.word_embeddings = nn.Embedding(words, width, padding_idx=0)
        self.position_embeddings, self.token_type_embeddings = nn.Embedding(places, width), nn.Embedding(2, width)
        self.LayerNorm = nn.LayerNorm(width, eps=1e-12)
        self.register_buffer("position_ids", torch.arange(places).expand((1, -1)))

    def forward(self, input_ids, token_type_ids):
        position_ids = self.position_ids[:, : input_ids.size()[1]]
        embeddings = self.word_embeddings(input_ids) + self.token_type_embeddings(token_type_ids)
        return self.LayerNorm(embeddings + self.position_embeddings(position_ids))


class Bert(nn.Module):
    def __init__(self, layers=12, width=768, heads=12, words=30522):
        super().__init__()
        self.embeddings, self.encoder, self.pooler = BertEmbeddings(words, width), nn.Module(), nn.Module()
        self.encoder.layer = nn.ModuleList(BertLayer(width, heads) for _ in range(layers))
        self.pooler.dense = nn.Linear(width, width)

    def forward(self, input_ids, token_type_ids, attention_mask):
        extended = attention_mask[:, None, None, :].to(dtype=torch.float32)
        extended = (1.0 - extended) * least()
        hidden = self.embeddings(input_ids, token_type_ids)
        for layer in self.encoder.layer:
            hidden = layer(hidden, extended)
        return hidden, torch.tanh(self.pooler.dense(hidden[:, 0]))


# --- GPT2LMHeadModel --------------------------------------------------------------------------------------------------------

class Conv1D(nn.Module):
    def __init__(self, nf, nx):
        super().__init__()
        self.nf = nf
        self.weight, self.bias = nn.Parameter(torch.empty(nx, nf)), nn.Parameter(torch.zeros(nf))

    def forward(self, x):
        size_out = x.size()[:-1] + (self.nf,)
        return torch.addmm(self.bias, x.view(-1, x.size(-1)), self.weight).view(size_out)


class GPT2Attention(nn.Module):
    def __init__(self, width, heads, places):
        super().__init__()
        self.width, self.heads, self.size = width, heads, width // heads
        self.register_buffer("bias", torch.tril(torch.ones((places, places), dtype=torch.uint8)).view(1, 1, places, places))
        self.c_attn, self.c_proj = Conv1D(3 * width, width), Conv1D(width, width)

    def split_heads(self, x):
        x = x.view(x.size()[:-1] + (self.heads, self.size))
        return x.permute(0, 2, 1, 3)

    def forward(self, hidden, past=None):
        query, key, value = map(self.split_heads, self.c_attn(hidden).split(self.width, dim=2))
        if past is not None:
            key, value = torch.cat((past[0], key), dim=-2), torch.cat((past[1], value), dim=-2)
        weights = torch.matmul(query, key.transpose(-1, -2))
        weights = weights / torch.full([], value.size(-1) ** 0.5, dtype=weights.dtype)
        query_length, key_length = query.size(-2), key.size(-2)
        causal_mask = self.bias[:, :, key_length - query_length : key_length, :key_length].to(torch.bool)
        weights = torch.where(causal_mask, weights, torch.full([], least(), dtype=weights.dtype))
        weights = F.softmax(weights, dim=-1).type(value.dtype)
        output = torch.matmul(weights, value).permute(0, 2, 1, 3).contiguous()
        return self.c_proj(output.view(output.size()[:-2] + (self.width,))), key, value


class GPT2Block(nn.Module):
    def __init__(self, width, heads, places):
        super().__init__()
        self.ln_1, self.attn = nn.LayerNorm(width), GPT2Attention(width, heads, places)
        self.ln_2, self.mlp = nn.LayerNorm(width), nn.Module()
        self.mlp.c_fc, self.mlp.c_proj = Conv1D(4 * width, width), Conv1D(width, 4 * width)

    def forward(self, hidden, past=None):
        attended, key, value = self.attn(self.ln_1(hidden), past)
        hidden = attended + hidden
        return hidden + self.mlp.c_proj(gelu_new(self.mlp.c_fc(self.ln_2(hidden)))), key, value


class Gpt2(nn.Module):
    """Without `past`: input_ids -> logits. With it, one step: (input_ids, key and value of each layer) -> (logits, the new ones)."""

    def __init__(self, layers=12, width=768, heads=12, words=50257, places=1024, past=0):
        super().__init__()
        self.past = past
        self.wte, self.wpe = nn.Embedding(words, width), nn.Embedding(places, width)
        self.h = nn.ModuleList(GPT2Block(width, heads, places) for _ in range(layers))
        self.ln_f = nn.LayerNorm(width)

    def forward(self, input_ids, *past):
        input_ids = input_ids.view(-1, input_ids.size(-1))
        start = past[0].size(-2) if past else 0
        position_ids = torch.arange(start, input_ids.size(-1) + start, dtype=torch.long)
        hidden = self.wte(input_ids) + self.wpe(position_ids.unsqueeze(0).view(-1, input_ids.size(-1)))
        presents = []
        for i, block in enumerate(self.h):
            hidden, key, value = block(hidden, past[2 * i : 2 * i + 2] if past else None)
            presents += [key, value]
        logits = F.linear(self.ln_f(hidden), self.wte.weight)
        return (logits, *presents) if past else logits


# --- T5ForConditionalGeneration --------------------------------------------------------------------------------------------

class T5LayerNorm(nn.Module):
    def __init__(self, width, eps=1e-6):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(width)), eps

    def forward(self, hidden):
        variance = hidden.to(torch.float32).pow(2).mean(-1, keepdim=True)
        return self.weight * (hidden * torch.rsqrt(variance + self.eps))


class T5Attention(nn.Module):
    def __init__(self, width, heads, relative=False, bidirectional=True, buckets=32, distance=128):
        super().__init__()
        self.heads, self.size, self.bidirectional = heads, width // heads, bidirectional
        self.buckets, self.distance = buckets, distance
        self.q, self.k, self.v, self.o = (nn.Linear(width, width, bias=False) for _ in range(4))
        if relative:
            self.relative_attention_bias = nn.Embedding(buckets, heads)

    def bucket(self, relative_position):
        count, buckets = self.buckets, 0
        if self.bidirectional:
            count //= 2
            buckets += (relative_position > 0).to(torch.long) * count
            relative_position = torch.abs(relative_position)
        else:
            relative_position = -torch.min(relative_position, torch.zeros_like(relative_position))
        exact = count // 2
        is_small = relative_position < exact
        large = exact + (torch.log(relative_position.float() / exact) / math.log(self.distance / exact) * (count - exact)).to(torch.long)
        large = torch.min(large, torch.full_like(large, count - 1))
        buckets += torch.where(is_small, relative_position, large)
        return buckets

    def compute_bias(self, query_length, key_length):
        context = torch.arange(query_length, dtype=torch.long)[:, None]
        memory = torch.arange(key_length, dtype=torch.long)[None, :]
        values = self.relative_attention_bias(self.bucket(memory - context))
        return values.permute([2, 0, 1]).unsqueeze(0)

    def forward(self, hidden, states, mask=None, position_bias=None):
        batch = hidden.shape[0]
        shape = lambda x: x.view(batch, -1, self.heads, self.size).transpose(1, 2)
        query, key, value = shape(self.q(hidden)), shape(self.k(states)), shape(self.v(states))
        scores = torch.matmul(query, key.transpose(3, 2))
        if position_bias is None:
            if hasattr(self, "relative_attention_bias"):
                position_bias = self.compute_bias(hidden.shape[1], states.shape[1])
            else:
                position_bias = torch.zeros((1, self.heads, hidden.shape[1], states.shape[1]), dtype=scores.dtype)
            if mask is not None:
                position_bias = position_bias + mask
        scores = scores + position_bias
        weights = F.softmax(scores.float(), dim=-1).type_as(scores)
        output = torch.matmul(weights, value).transpose(1, 2).contiguous().view(batch, -1, self.heads * self.size)
        return self.o(output), position_bias


class T5Block(nn.Module):
    def __init__(self, width, heads, decoder, first):
        super().__init__()
        self.attention, self.norm = T5Attention(width, heads, first, not decoder), T5LayerNorm(width)
        if decoder:
            self.cross, self.cross_norm = T5Attention(width, heads), T5LayerNorm(width)
        self.wi, self.wo, self.ff_norm = nn.Linear(width, 4 * width, bias=False), nn.Linear(4 * width, width, bias=False), T5LayerNorm(width)

    def forward(self, hidden, mask, bias, states=None, states_mask=None, states_bias=None):
        normed = self.norm(hidden)
        output, bias = self.attention(normed, normed, mask, bias)
        hidden = hidden + output
        if states is not None:
            output, states_bias = self.cross(self.cross_norm(hidden), states, states_mask, states_bias)
            hidden = hidden + output
        return hidden + self.wo(F.relu(self.wi(self.ff_norm(hidden)))), bias, states_bias


class T5(nn.Module):
    def __init__(self, layers=6, width=512, heads=8, words=32128):
        super().__init__()
        self.width = width
        self.shared = nn.Embedding(words, width)
        self.encoder = nn.ModuleList(T5Block(width, heads, False, i == 0) for i in range(layers))
        self.decoder = nn.ModuleList(T5Block(width, heads, True, i == 0) for i in range(layers))
        self.encoder_norm, self.decoder_norm = T5LayerNorm(width), T5LayerNorm(width)

    def forward(self, input_ids, attention_mask, decoder_input_ids):
        mask = (1.0 - attention_mask[:, None, None, :].to(torch.float32)) * least()
        states, bias = self.shared(input_ids), None
        for block in self.encoder:
            states, bias, _ = block(states, mask, bias)
        states = self.encoder_norm(states)
        batch, length = decoder_input_ids.shape
        ids = torch.arange(length)
        causal = ids[None, None, :].repeat(batch, length, 1) <= ids[None, :, None]
        causal = (1.0 - causal[:, None, :, :].to(torch.float32)) * least()
        hidden, bias, cross = self.shared(decoder_input_ids), None, None
        for block in self.decoder:
            hidden, bias, cross = block(hidden, causal, bias, states, mask, cross)
        return F.linear(self.decoder_norm(hidden) * self.width ** -0.5, self.shared.weight)


# --- WhisperForConditionalGeneration ---------------------------------------------------------------------------------------

class WhisperAttention(nn.Module):
    """Also BART's: heads are axes of the batch, in bmm."""

    def __init__(self, width, heads):
        super().__init__()
        self.width, self.heads, self.size = width, heads, width // heads
        self.scaling = self.size ** -0.5
        self.k_proj = nn.Linear(width, width, bias=False)
        self.v_proj, self.q_proj, self.out_proj = (nn.Linear(width, width) for _ in range(3))

    def shape(self, x, length, batch):
        return x.view(batch, length, self.heads, self.size).transpose(1, 2).contiguous()

    def forward(self, hidden, states=None, mask=None):
        batch, length, _ = hidden.size()
        source = hidden if states is None else states
        query = self.q_proj(hidden) * self.scaling
        key, value = self.shape(self.k_proj(source), -1, batch), self.shape(self.v_proj(source), -1, batch)
        flat = (batch * self.heads, -1, self.size)
        query = self.shape(query, length, batch).view(*flat)
        key, value = key.view(*flat), value.view(*flat)
        count = key.size(1)
        weights = torch.bmm(query, key.transpose(1, 2))
        if mask is not None:
            weights = weights.view(batch, self.heads, length, count) + mask
            weights = weights.view(batch * self.heads, length, count)
        output = torch.bmm(F.softmax(weights, dim=-1), value)
        output = output.view(batch, self.heads, length, self.size).transpose(1, 2)
        return self.out_proj(output.reshape(batch, length, self.width))


class WhisperLayer(nn.Module):
    def __init__(self, width, heads, decoder):
        super().__init__()
        self.self_attn, self.self_attn_layer_norm = WhisperAttention(width, heads), nn.LayerNorm(width)
        if decoder:
            self.encoder_attn, self.encoder_attn_layer_norm = WhisperAttention(width, heads), nn.LayerNorm(width)
        self.fc1, self.fc2, self.final_layer_norm = nn.Linear(width, 4 * width), nn.Linear(4 * width, width), nn.LayerNorm(width)

    def forward(self, hidden, states=None, mask=None):
        hidden = hidden + self.self_attn(self.self_attn_layer_norm(hidden), mask=mask)
        if states is not None:
            hidden = hidden + self.encoder_attn(self.encoder_attn_layer_norm(hidden), states)
        return hidden + self.fc2(F.gelu(self.fc1(self.final_layer_norm(hidden))))


class Whisper(nn.Module):
    def __init__(self, layers=6, width=512, heads=8, words=51865, frames=3000, places=448):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv1d(80, width, 3, padding=1), nn.Conv1d(width, width, 3, stride=2, padding=1)
        self.embed_positions, self.layer_norm = nn.Embedding(frames // 2, width), nn.LayerNorm(width)
        self.layers = nn.ModuleList(WhisperLayer(width, heads, False) for _ in range(layers))
        self.decoder = nn.Module()
        self.decoder.embed_tokens, self.decoder.embed_positions = nn.Embedding(words, width), nn.Embedding(places, width)
        self.decoder.layers, self.decoder.layer_norm = nn.ModuleList(WhisperLayer(width, heads, True) for _ in range(layers)), nn.LayerNorm(width)

    def forward(self, input_features, decoder_input_ids):
        embeds = F.gelu(self.conv2(F.gelu(self.conv1(input_features)))).permute(0, 2, 1)
        hidden = embeds + self.embed_positions.weight
        for layer in self.layers:
            hidden = layer(hidden)
        states = self.layer_norm(hidden)
        batch, length = decoder_input_ids.size()
        mask = torch.full((length, length), least())
        condition = torch.arange(mask.size(-1))
        mask = mask.masked_fill(condition < (condition + 1).view(mask.size(-1), 1), 0)
        mask = mask[None, None, :, :].expand(batch, 1, length, length)
        hidden = self.decoder.embed_tokens(decoder_input_ids) + self.decoder.embed_positions.weight[:length]
        for layer in self.decoder.layers:
            hidden = layer(hidden, states, mask)
        return F.linear(self.decoder.layer_norm(hidden), self.decoder.embed_tokens.weight)
