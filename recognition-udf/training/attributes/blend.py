"""Between the net that training started from and the one it arrived at: what neither saw is often judged better there."""

import torch
from torch import nn

from attributes.net import Attributes


def blended(start: Attributes, end: Attributes, share: float, pictures: list[torch.Tensor]) -> Attributes:
    """A net of the start's weights by `share` and the end's by the rest, its normalisations measured on the pictures."""
    net, last = Attributes(), end.state_dict()
    net.load_state_dict({name: value.lerp(last[name], 1 - share) if value.is_floating_point() else value for name, value in start.state_dict().items()})
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.reset_running_stats()
            module.momentum = None  # the plain mean of all batches
    net.train()
    with torch.no_grad():
        for batch in pictures:
            net(batch)
    return net.eval()
