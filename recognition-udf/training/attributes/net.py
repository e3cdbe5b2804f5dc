"""The attributes net: one vehicle crop in, its type and its colour out."""

import torch
from torch import nn
from torch.nn import functional as F

from common.blocks import Residual, unit

SIDE = 96
TYPES = ("CAR", "VAN", "TRUCK", "BUS", "MOTORCYCLE")
COLOURS = (
    "UNKNOWN", "WHITE", "BLACK", "GREY", "RED", "BLUE", "GREEN", "YELLOW", "ORANGE", "BROWN", "BEIGE", "PURPLE",
)  # fmt: skip


class Attributes(nn.Module):
    """RGB in [N,3,96,96] of 0..1 to logits of the type [N,5] and of the colour [N,12].

    Each place of the crop votes for a colour, and a second map says how much its vote counts: the
    body does, the road and the windows do not.
    """

    def __init__(self):
        super().__init__()
        self.early = nn.Sequential(unit(3, 16, 2, 5), unit(16, 32, 2), Residual(32))
        self.middle = nn.Sequential(unit(32, 64, 2), Residual(64))
        self.late = nn.Sequential(unit(64, 112, 2), Residual(112), Residual(112), Residual(112))
        self.drop = nn.Dropout(0.15)
        self.kind = nn.Linear(224, len(TYPES))
        self.mix = unit(64 + 112, 64, kernel=1)
        self.vote = nn.Conv2d(64, len(COLOURS), 1)
        self.trust = nn.Conv2d(64, 1, 1)

    def forward(self, x):
        middle = self.middle(self.early(x))
        late = self.late(middle)
        pooled = torch.cat([late.mean((2, 3)), late.amax((2, 3))], 1)
        kind = self.kind(self.drop(pooled.float()))
        mixed = self.mix(torch.cat([middle, F.interpolate(late, scale_factor=2.0, mode="nearest")], 1))
        trust = self.trust(mixed).float().flatten(2).softmax(-1)
        colour = (self.vote(mixed).float().flatten(2) * trust).sum(-1)
        return kind, colour


BUS_PRIOR = -1.0
"""Added to the logit of BUS. Of the crops that training shows one in seven is a bus, of the vehicles on a road about one in
fifty: half of the logarithm of that ratio, since only few pictures are in doubt at all."""


class Exported(nn.Module):
    """The module as Java sees it: uint8 [N,96,96,3] RGB in; probabilities [N,5] and [N,12] out."""

    def __init__(self, net: Attributes):
        super().__init__()
        self.net = net
        self.register_buffer("prior", torch.tensor([BUS_PRIOR if t == "BUS" else 0.0 for t in TYPES]))

    def forward(self, crops):
        kind, colour = self.net(crops.permute(0, 3, 1, 2).float() / 255.0)
        return (kind + self.prior).softmax(-1), colour.softmax(-1)
