"""The example models in PyTorch, with the weights of random:SEED. Needs python3-torch and python3-torchvision."""
import os, sys
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
import torchvision

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(HERE, "../../tools")]
import checkpoint
import torch_pictures as pictures, torch_sequences as sequences, torch_transformers as transformers
from random_weights import parameter
from train_fashion_mnist import Cnn
from train_text import Llama


class Mlp(nn.Module):
    """examples/mlp.graph, parameter for parameter."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(8, 10)
        self.fc2 = nn.Linear(10, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc2(F.relu(self.fc1(x))))


# By the name of the graph, or of the case where two graphs have one name. The arguments of forward are the graph's inputs.
MODELS = {
    "mlp": Mlp,
    "cnn": Cnn,
    "se_resnet18": pictures.se_resnet18,
    "xception_block": pictures.XceptionBlock,
    "multi_head_attention": transformers.MultiHeadAttention,
    "encoder_layer": transformers.encoder_layer,
    "encoder": transformers.Encoder,
    "encoder_causal": transformers.EncoderCausal,
    "encoder_padding": transformers.EncoderPadding,
    "decoder_layer": transformers.DecoderLayer,
    "translation": transformers.Translation,
    "bert": transformers.Bert,
    "bert_two_layers": lambda: transformers.Bert(2),
    "gpt2": transformers.Gpt2,
    "gpt2_two_layers": lambda: transformers.Gpt2(2),
    "kjv": Llama,
    "lstm": sequences.lstm,
    "gru": sequences.gru,
    "lstm_bidirectional": sequences.LstmBidirectional,
    "rnn": sequences.rnn,
    "seq2seq_encoder": sequences.EncoderOnly,
    "seq2seq_decoder": sequences.DecoderOnly,
    "seq2seq": sequences.Seq2Seq,
    "word2vec": sequences.Word2Vec,
}
MODELS.update({name: getattr(torchvision.models, name)
               for name in ("resnet18", "resnet34", "resnet50", "mobilenet_v2", "efficientnet_b0")})


def parameters(model):
    """What the graph has as parameters: the module's own, and the statistics of batch norms, by name."""
    names = {name for name, _ in model.named_parameters()}
    return {key: value for key, value in model.state_dict().items()
            if key in names or key.endswith(("running_mean", "running_var"))}


def build(name, seed, state_dict=None):
    """The model `name`, ready for inference; with the gains of golden/STATE_DICT.state_dict.json, if that is given."""
    model = MODELS[name]().eval()
    gains = {key: gain for key, (_, _, gain) in checkpoint.state_dict(state_dict).items()} if state_dict else {}
    for key, value in parameters(model).items():
        numbers = parameter(seed, key, tuple(value.shape)) * np.float32(gains.get(key, 1))
        value.copy_(torch.from_numpy(numbers))
    return model
