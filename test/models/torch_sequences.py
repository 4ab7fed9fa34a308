"""PyTorch twins of examples/lstm.graph and examples/word2vec.graph, parameter for parameter."""
import torch, torch.nn as nn, torch.nn.functional as F


class Last(nn.Module):
    """A recurrent network under `name`, and a linear layer over its last output."""

    def __init__(self, name, network):
        super().__init__()
        self.name = name
        setattr(self, name, network)
        self.fc = nn.Linear(256, 10)

    def forward(self, x):
        return self.fc(getattr(self, self.name)(x)[0][:, -1])


def lstm():
    return Last("lstm", nn.LSTM(64, 256, 2, batch_first=True))


def gru():
    return Last("gru", nn.GRU(64, 256, 2, batch_first=True))


def rnn():
    return Last("rnn", nn.RNN(64, 256, batch_first=True))


class LstmBidirectional(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(64, 256, 2, batch_first=True, bidirectional=True)
        self.fc = nn.Linear(512, 10)

    def forward(self, x):
        _, (h, _) = self.lstm(x)
        return self.fc(torch.cat((h[-2], h[-1]), 1))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(5000, 128)
        self.gru = nn.GRU(128, 256, batch_first=True, bidirectional=True)
        self.fc = nn.Linear(512, 256)

    def forward(self, source):
        keys, h = self.gru(self.embedding(source))
        return keys, torch.tanh(self.fc(torch.cat((h[0], h[1]), 1)))


class AdditiveAttention(nn.Module):
    def __init__(self):
        super().__init__()
        self.query = nn.Linear(256, 256, bias=False)
        self.key = nn.Linear(512, 256, bias=False)
        self.score = nn.Linear(256, 1, bias=False)

    def forward(self, h, keys):
        weights = torch.softmax(self.score(torch.tanh(self.query(h).unsqueeze(1) + self.key(keys))).squeeze(2), 1)
        return (weights.unsqueeze(2) * keys).sum(1)


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(5000, 128)
        self.attention = AdditiveAttention()
        self.gru = nn.GRU(128 + 512, 256, batch_first=True)
        self.out = nn.Linear(256 + 512 + 128, 5000)

    def forward(self, token, state, keys):
        x, context = self.embedding(token), self.attention(state, keys)
        y, h = self.gru(torch.cat((x, context), 1).unsqueeze(1), state.unsqueeze(0))
        return self.out(torch.cat((y[:, 0], context, x), 1)), h[0]


class EncoderOnly(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()

    def forward(self, source):
        return self.encoder(source)


class DecoderOnly(nn.Module):
    def __init__(self):
        super().__init__()
        self.decoder = Decoder()

    def forward(self, token, state, keys):
        return self.decoder(token, state, keys)


class Seq2Seq(nn.Module):
    """Teacher forcing: step t reads word t of the target."""

    def __init__(self):
        super().__init__()
        self.encoder, self.decoder = Encoder(), Decoder()

    def forward(self, source, target):
        keys, h = self.encoder(source)
        logits = []
        for token in target.T:
            y, h = self.decoder(token, h, keys)
            logits.append(y)
        return torch.stack(logits, 1)


class Word2Vec(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(10000, 300)

    def forward(self, word):
        similarity = F.cosine_similarity(self.embedding(word).unsqueeze(1), self.embedding.weight.unsqueeze(0), 2)
        others = similarity.clone()
        others[torch.arange(len(word)), word] = -torch.inf
        return similarity, others.argmax(1)
