"""The detector net: one grey frame in, a heat map of centres and a box per cell and class out."""

import torch
from torch import nn
from torch.nn import functional as F

from common.blocks import Residual, unit

WIDTH, HEIGHT, STRIDE = 512, 288, 8
COLUMNS, ROWS = WIDTH // STRIDE, HEIGHT // STRIDE
CLASSES = ("plate", "vehicle")
CHANNELS = 5 * len(CLASSES)
UNIT = (8.0, 48.0)
"""Pixels that a regression output of zero stands for, by class: the exponent then stays small."""
BEST = 64
"""Boxes that the exported module returns for each frame."""


class Detector(nn.Module):
    """Grey in [N,1,H,W] of 0..1 to centre logits [N,2,H/8,W/8] and distances [N,2,4,H/8,W/8].

    The distances reach from the middle of the cell to the left, top, right and bottom edge of the
    box, in input pixels. Context comes down from strides 16 and 32 to the one head at stride 8.
    """

    def __init__(self):
        super().__init__()
        self.fine = nn.Sequential(unit(1, 12, 2, 5), unit(12, 24, 2), unit(24, 24))
        self.eight = nn.Sequential(unit(24, 48, 2), Residual(48), Residual(48))
        self.sixteen = nn.Sequential(unit(48, 64, 2), Residual(64))
        self.thirtytwo = nn.Sequential(unit(64, 80, 2), Residual(80))
        self.context = unit(160, 64, kernel=1)
        self.down16 = unit(64, 64, kernel=1)
        self.merge16 = unit(64, 64)
        self.down8 = unit(64, 48, kernel=1)
        self.head = nn.Sequential(unit(48, 48), unit(48, 64))
        self.out = nn.Conv2d(64, CHANNELS, 1)
        self.register_buffer("units", torch.tensor(UNIT).reshape(2, 1, 1, 1), persistent=False)
        nn.init.normal_(self.out.weight, std=0.01)
        nn.init.zeros_(self.out.bias)
        nn.init.constant_(self.out.bias[:2], -3.5)

    def raw(self, x):
        """What the head says, [N,10,H/8,W/8]: a logit for each class, then four exponents for each."""
        eight = self.eight(self.fine(x))
        sixteen = self.sixteen(eight)
        deep = self.thirtytwo(sixteen)
        wide = F.max_pool2d(deep, 5, 1, 2)
        deep = self.context(torch.cat([deep, wide], 1))
        middle = self.down16(sixteen) + F.interpolate(deep, scale_factor=2.0, mode="nearest")
        middle = self.merge16(middle)
        top = eight + self.down8(F.interpolate(middle, scale_factor=2.0, mode="nearest"))
        return self.out(self.head(top)).float()

    def forward(self, x):
        y = self.raw(x)
        n, _, rows, columns = y.shape
        distances = y[:, 2:].reshape(n, 2, 4, rows, columns).clamp(-4.0, 4.0).exp()
        return y[:, :2], distances * self.units


def cell_centres(rows: int = ROWS, columns: int = COLUMNS) -> torch.Tensor:
    """Middles of the cells [2,rows,columns], x then y, in input pixels."""
    y, x = torch.meshgrid(torch.arange(rows), torch.arange(columns), indexing="ij")
    return (torch.stack([x, y]).float() + 0.5) * STRIDE


def corners(distances: torch.Tensor, centres: torch.Tensor) -> torch.Tensor:
    """Distances [N,2,4,H,W] to corners x0,y0,x1,y1 [N,2,4,H,W]."""
    return torch.cat([centres - distances[:, :, :2], centres + distances[:, :, 2:]], 2)


def best_around(heat: torch.Tensor) -> torch.Tensor:
    """The largest of each cell and its eight neighbours, of values above 0: what max_pool2d(heat, 3, 1, 1) gives, in a
    tenth of its time."""
    wide = F.pad(heat, (1, 1, 1, 1))
    wide = torch.maximum(torch.maximum(wide[..., :-2], wide[..., 1:-1]), wide[..., 2:])
    return torch.maximum(torch.maximum(wide[..., :-2, :], wide[..., 1:-1, :]), wide[..., 2:, :])


class Exported(nn.Module):
    """The module as Java sees it: uint8 [N,288,512,1] in, float [N,64,6] out.

    Each row is x, y, width, height (input pixels, top left first), score 0..1, class (0 plate,
    1 vehicle); best first. A cell counts only where it is the best of its neighbours; what still
    overlaps, and what scores too low, is the caller's to drop.
    """

    def __init__(self, net: Detector):
        super().__init__()
        self.net = net
        self.register_buffer("centres", cell_centres().flatten(1).t().contiguous())
        self.register_buffer("units", torch.tensor(UNIT))
        self.register_buffer("four", torch.arange(4))
        self.register_buffer("limit", torch.tensor([WIDTH, HEIGHT, WIDTH, HEIGHT]).float().reshape(1, 1, 4))

    def forward(self, frames):
        raw = self.net.raw(frames.permute(0, 3, 1, 2).float() / 255.0)
        heat = raw[:, : len(CLASSES)].contiguous().sigmoid()
        heat = heat * (heat == best_around(heat)).float()
        score, index = heat.flatten(1).topk(BEST, 1)
        kind, cell = index // (ROWS * COLUMNS), index % (ROWS * COLUMNS)
        first = cell * CHANNELS + len(CLASSES) + 4 * kind
        places = (first.unsqueeze(-1) + self.four).flatten(1)  # of the exponents, a cell's channels side by side
        exponents = raw.permute(0, 2, 3, 1).flatten(1).gather(1, places).reshape(-1, BEST, 4)
        distances = exponents.clamp(-4.0, 4.0).exp() * self.units[kind].unsqueeze(-1)
        centre = self.centres[cell]
        low = torch.minimum((centre - distances[..., :2]).clamp(min=0.0), self.limit[..., :2])
        high = torch.minimum((centre + distances[..., 2:]).clamp(min=0.0), self.limit[..., 2:])
        return torch.cat([low, high - low, score.unsqueeze(-1), kind.unsqueeze(-1).float()], -1)
