"""The net of a classifier: as the attributes net, with one answer."""

import torch
from torch import nn

from common.blocks import Residual, unit


class Classifier(nn.Module):
    """RGB in [N,3,96,96] of 0..1 to logits [N,labels]."""

    def __init__(self, labels: int):
        super().__init__()
        self.body = nn.Sequential(
            unit(3, 16, 2, 5), unit(16, 32, 2), Residual(32), unit(32, 64, 2), Residual(64), unit(64, 112, 2), Residual(112), Residual(112)
        )
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(224, labels)

    def forward(self, x):
        maps = self.body(x)
        return self.head(self.drop(torch.cat([maps.mean((2, 3)), maps.amax((2, 3))], 1).float()))


class Exported(nn.Module):
    """The module as Java sees it: uint8 [N,96,96,3] RGB in; probabilities [N,labels] out."""

    def __init__(self, net: Classifier):
        super().__init__()
        self.net = net

    def forward(self, crops):
        return self.net(crops.permute(0, 3, 1, 2).float() / 255.0).softmax(-1)
