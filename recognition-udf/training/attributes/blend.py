"""Between the net that training started from and the one it arrived at: what neither saw is often judged better there."""

import copy

import torch
from torch import nn

from attributes.net import Attributes
from common import thaw


def blended(start: Attributes, end: Attributes, share: float, pictures: list[torch.Tensor]) -> Attributes:
    """A net of the start's weights by `share` and the end's by the rest, its normalisations measured on the pictures."""
    net = thaw.blended(copy.deepcopy(end), start, share)
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.reset_running_stats()
            module.momentum = None  # the plain mean of all batches
    net.train()
    with torch.no_grad():
        for batch in pictures:
            net(batch)
    return net.eval()
