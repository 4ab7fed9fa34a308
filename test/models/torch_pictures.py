"""PyTorch twins of examples/se_resnet.graph and examples/xception.graph, parameter for parameter."""
import torch.nn as nn, torch.nn.functional as F
import torchvision
from torchvision.models.resnet import BasicBlock, ResNet


class SeBlock(BasicBlock):
    """torchvision's block with torchvision's squeeze and excitation before the sum."""

    def __init__(self, inplanes, planes, *arguments, **named):
        super().__init__(inplanes, planes, *arguments, **named)
        self.se = torchvision.ops.SqueezeExcitation(planes, planes // 16)

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(self.se(y) + (self.downsample(x) if self.downsample else x))


def se_resnet18():
    return ResNet(SeBlock, [2, 2, 2, 2])


class Separable(nn.Module):
    def __init__(self, channels, planes):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, groups=channels, bias=False)
        self.pointwise = nn.Conv2d(channels, planes, 1, bias=False)

    def forward(self, x):
        return self.pointwise(self.conv1(x))


class Xception(nn.Module):
    """ReLU, separable convolution and batch norm, `count` times; the first of them widens."""

    def __init__(self, channels, planes, count, stride):
        super().__init__()
        layers = []
        for i in range(count):
            layers += [nn.ReLU(), Separable(planes if i else channels, planes), nn.BatchNorm2d(planes)]
        if stride != 1:
            layers.append(nn.MaxPool2d(3, stride, 1))
        self.rep = nn.Sequential(*layers)
        self.skip = None
        if stride != 1 or channels != planes:
            self.skip, self.skipbn = nn.Conv2d(channels, planes, 1, stride, bias=False), nn.BatchNorm2d(planes)

    def forward(self, x):
        return self.rep(x) + (self.skipbn(self.skip(x)) if self.skip else x)


class XceptionBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.block2, self.block4 = Xception(128, 256, 2, 2), Xception(256, 256, 3, 1)

    def forward(self, x):
        return self.block4(self.block2(x))
