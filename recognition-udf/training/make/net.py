"""The make net: the window above a plate in, whose badge is in it out."""

import torch
from torch import nn
from torch.nn import functional as F

from make.badges import LABELS

PATCH = 39
"""Pixels that one answer of the net rests on, in each direction."""


def bare(inputs: int, outputs: int, stride: int = 1, kernel: int = 3) -> nn.Sequential:
    """A convolution without a border, so that a patch gives what the same patch gives within a window."""
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Make(nn.Module):
    """RGB in [N,3,h,w] of 0..1 to logits [N,labels,(h-35)/4,(w-35)/4]: whose badge has its middle here. A patch of 39x39
    gives one answer; over a window the answers lie 4 pixels apart."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            bare(3, 16, 2, 5), bare(16, 32), bare(32, 48, 2), bare(48, 80), bare(80, 96), bare(96, 112)
        )
        self.drop = nn.Dropout2d(0.1)
        self.head = nn.Conv2d(112, len(LABELS), 1)

    def forward(self, x):
        return self.head(self.drop(self.body(x))).float()


class Exported(nn.Module):
    """The module as Java sees it: uint8 [N,128,80,3] RGB in; probabilities [N,labels] out, NONE first. A maker's is that of
    the place that says it most, four neighbouring answers taken together: a badge is seen from more than one."""

    def __init__(self, net: Make):
        super().__init__()
        self.net = net

    def forward(self, windows):
        places = self.net(windows.permute(0, 3, 1, 2).float() / 255.0).softmax(1)
        makers = F.avg_pool2d(places, 2, 1).flatten(2).amax(2)[:, 1:]
        return torch.cat([(1 - makers.amax(1, keepdim=True)).clamp(min=0), makers], 1)
