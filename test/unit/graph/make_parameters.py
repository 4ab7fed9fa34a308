"""Writes parameters.txt: the parameters of the example models, as PyTorch's modules name and shape them.

/usr/bin/python3 test/unit/graph/make_parameters.py

One block a graph: "FILE GRAPH ...", then "name: f32[shape]" a line, sorted. torch.nn's and torchvision's modules name their
own. The classes below are this project's own arrangement of modules under the names of checkpoints: BERT's, GPT-2's and
Llama's Hugging Face checkpoints, torchvision's SqueezeExcitation, Cadene's Xception.
"""
import os

import torchvision
from torch import nn


def mod(**children):
    """A module with these children; digits may be keys through a dict."""
    parent = nn.Module()
    for name, child in children.items():
        parent.add_module(name, child)
    return parent


def numbered(children):
    return nn.ModuleList(children)


class Conv1D(nn.Module):  # GPT-2's linear layer, weight [in, out]
    def __init__(self, wide, narrow):
        super().__init__()
        self.weight = nn.Parameter(nn.Linear(wide, narrow, bias=False).weight)
        self.bias = nn.Parameter(nn.Linear(1, wide).bias)


class Scale(nn.Module):  # an RMS norm's, which PyTorch 1.13 does not have
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(nn.LayerNorm(width).weight)


def bert(layers, width=768):
    def layer():
        linear = lambda: nn.Linear(width, width)
        attention = mod(self=mod(query=linear(), key=linear(), value=linear()),
                        output=mod(dense=linear(), LayerNorm=nn.LayerNorm(width)))
        return mod(attention=attention, intermediate=mod(dense=nn.Linear(width, 4 * width)),
                   output=mod(dense=nn.Linear(4 * width, width), LayerNorm=nn.LayerNorm(width)))
    embeddings = mod(word_embeddings=nn.Embedding(30522, width), position_embeddings=nn.Embedding(512, width),
                     token_type_embeddings=nn.Embedding(2, width), LayerNorm=nn.LayerNorm(width))
    return mod(embeddings=embeddings, encoder=mod(layer=numbered([layer() for _ in range(layers)])),
               pooler=mod(dense=nn.Linear(width, width)))


def gpt2(layers, width=768):
    def layer():
        return mod(ln_1=nn.LayerNorm(width), ln_2=nn.LayerNorm(width),
                   attn=mod(c_attn=Conv1D(3 * width, width), c_proj=Conv1D(width, width)),
                   mlp=mod(c_fc=Conv1D(4 * width, width), c_proj=Conv1D(width, 4 * width)))
    return mod(wte=nn.Embedding(50257, width), wpe=nn.Embedding(1024, width),
               h=numbered([layer() for _ in range(layers)]), ln_f=nn.LayerNorm(width))


def llama(words, width, layers, heads, groups, hidden):
    """The names and shapes of Hugging Face's LlamaForCausalLM."""
    def linear(inputs, outputs):
        return nn.Linear(inputs, outputs, bias=False)

    def layer():
        narrow = width // heads * groups
        return mod(self_attn=mod(q_proj=linear(width, width), k_proj=linear(width, narrow), v_proj=linear(width, narrow),
                                 o_proj=linear(width, width)),
                   mlp=mod(gate_proj=linear(width, hidden), up_proj=linear(width, hidden), down_proj=linear(hidden, width)),
                   input_layernorm=Scale(width), post_attention_layernorm=Scale(width))
    return mod(model=mod(embed_tokens=nn.Embedding(words, width), layers=numbered([layer() for _ in range(layers)]),
                         norm=Scale(width)),
               lm_head=linear(width, words))


def se_resnet18():
    class Block(torchvision.models.resnet.BasicBlock):
        def __init__(self, inplanes, planes, *rest, **named):
            super().__init__(inplanes, planes, *rest, **named)
            self.se = torchvision.ops.SqueezeExcitation(planes, planes // 16)
    return torchvision.models.resnet.ResNet(Block, [2, 2, 2, 2])


def xception_block():
    def block(channels, planes, count, stride):
        rep = []
        for i in range(count):
            c = channels if i == 0 else planes
            separable = mod(conv1=nn.Conv2d(c, c, 3, groups=c, bias=False), pointwise=nn.Conv2d(c, planes, 1, bias=False))
            rep += [nn.ReLU(), separable, nn.BatchNorm2d(planes)]
        parts = dict(rep=numbered(rep))
        if stride != 1 or channels != planes:
            parts.update(skip=nn.Conv2d(channels, planes, 1, bias=False), skipbn=nn.BatchNorm2d(planes))
        return mod(**parts)
    return mod(block2=block(128, 256, 2, 2), block4=block(256, 256, 3, 1))


def seq2seq():
    attention = mod(query=nn.Linear(256, 256, bias=False), key=nn.Linear(512, 256, bias=False),
                    score=nn.Linear(256, 1, bias=False))
    encoder = mod(embedding=nn.Embedding(5000, 128), gru=nn.GRU(128, 256, bidirectional=True), fc=nn.Linear(512, 256))
    decoder = mod(embedding=nn.Embedding(5000, 128), attention=attention, gru=nn.GRU(128 + 512, 256),
                  out=nn.Linear(256 + 512 + 128, 5000))
    return encoder, decoder


encoder, decoder = seq2seq()
encoder_layer = nn.TransformerEncoderLayer(512, 8, 2048)
MODELS = {
    "mobilenet.graph mobilenet_v2": torchvision.models.mobilenet_v2(),
    "efficientnet.graph efficientnet_b0": torchvision.models.efficientnet_b0(),
    "se_resnet.graph se_resnet18": se_resnet18(),
    "xception.graph xception_block": xception_block(),
    "word2vec.graph word2vec": mod(embedding=nn.Embedding(10000, 300)),
    "lstm.graph lstm": mod(lstm=nn.LSTM(64, 256, 2), fc=nn.Linear(256, 10)),
    "lstm.graph gru": mod(gru=nn.GRU(64, 256, 2), fc=nn.Linear(256, 10)),
    "lstm.graph lstm_bidirectional": mod(lstm=nn.LSTM(64, 256, 2, bidirectional=True), fc=nn.Linear(512, 10)),
    "lstm.graph rnn": mod(rnn=nn.RNN(64, 256), fc=nn.Linear(256, 10)),
    "lstm.graph encoder": mod(encoder=encoder),
    "lstm.graph decoder": mod(decoder=decoder),
    "lstm.graph seq2seq": mod(encoder=encoder, decoder=decoder),
    "transformer.graph multi_head_attention": nn.MultiheadAttention(512, 8),
    "transformer.graph encoder_layer": encoder_layer,
    "transformer.graph encoder encoder_causal encoder_padding": nn.TransformerEncoder(encoder_layer, 6),
    "transformer.graph decoder_layer": nn.TransformerDecoderLayer(512, 8, 2048),
    "transformer.graph translation": mod(
        source=mod(embedding=nn.Embedding(4000, 256)), target=mod(embedding=nn.Embedding(4000, 256)),
        transformer=nn.Transformer(256, 4, 3, 3, 1024), generator=nn.Linear(256, 4000)),
    "bert.graph bert": bert(12),
    "bert.graph bert_two_layers": bert(2),
    "gpt2.graph gpt2": gpt2(12),
    "gpt2.graph gpt2_two_layers": gpt2(2),
    "llama.graph tinyllama_two_layers": llama(32000, 2048, 2, 32, 4, 5632),
    "llama.graph kjv": llama(256, 128, 6, 4, 2, 384),
}

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "parameters.txt"), "w") as out:
    for name, module in MODELS.items():
        out.write(f"\n{name}\n" if out.tell() else f"{name}\n")
        for key, value in sorted(module.state_dict().items()):
            if not key.endswith("num_batches_tracked"):
                out.write(f"{key}: f32[{', '.join(map(str, value.shape))}]\n")
