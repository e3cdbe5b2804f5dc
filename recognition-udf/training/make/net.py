"""The make net: the window above a plate in, whose badge is in it out."""

import torch
from torch import nn
from torch.nn import functional as F

from common.blocks import Residual, unit
from make.badges import LABELS

CELL = 8
"""Pixels of the window to a cell of the map."""


class Make(nn.Module):
    """RGB in [N,3,128,80] of 0..1 to a map of logits [N,labels,16,10]: whose badge has its middle here."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            unit(3, 16, 2, 5), unit(16, 32, 2), Residual(32), unit(32, 64, 2), Residual(64), Residual(64), Residual(64)
        )
        self.head = nn.Conv2d(64, len(LABELS), 1)

    def forward(self, x):
        return self.head(self.body(x)).float()


def whole(cells: torch.Tensor) -> torch.Tensor:
    """Logits of the window [N,labels]: for each maker the odds of its badge over none, summed over the places."""
    odds = cells[:, 1:] - cells[:, :1]
    makers = odds.flatten(2).logsumexp(-1)
    return torch.cat([torch.zeros_like(makers[:, :1]), makers], 1)


class Exported(nn.Module):
    """The module as Java sees it: uint8 [N,128,80,3] RGB in; probabilities [N,labels] out, NONE first."""

    def __init__(self, net: Make):
        super().__init__()
        self.net = net

    def forward(self, windows):
        return whole(self.net(windows.permute(0, 3, 1, 2).float() / 255.0)).softmax(-1)


def target_of(labels: torch.Tensor, places: torch.Tensor, rows: int, columns: int) -> torch.Tensor:
    """What each cell should say [N,rows,columns]: a badge's label near its middle, -1 (either) within the rest of the
    badge, 0 elsewhere. `labels` [N,K], 0 for no badge; `places` [N,K,4]: middle x, y and size w, h in pixels."""
    y = (torch.arange(rows).float() + 0.5) * CELL
    x = (torch.arange(columns).float() + 0.5) * CELL
    target = torch.zeros(len(labels), rows, columns, dtype=torch.long)
    for k in range(labels.shape[1]):
        cx, cy, w, h = (places[:, k, i, None, None] for i in range(4))
        dx, dy = (x[None, None] - cx).abs(), (y[None, :, None] - cy).abs()
        badge = (labels[:, k] > 0)[:, None, None]
        target[badge & (dx < w / 2 + CELL / 2) & (dy < h / 2 + CELL / 2)] = -1
        target = torch.where(badge & (dx <= CELL * 0.6) & (dy <= CELL * 0.6), labels[:, k, None, None], target)
    return target


def loss_of(cells: torch.Tensor, labels: torch.Tensor, places: torch.Tensor) -> tuple[torch.Tensor, float]:
    """The cells' loss, and that of the windows with one badge or none, on which thresholds are set; and the former's
    part on badges, to watch."""
    target = target_of(labels, places, *cells.shape[2:])
    each = F.cross_entropy(cells, target, ignore_index=-1, reduction="none")
    found, none = target > 0, target == 0
    badges = (each * found).sum() / found.sum().clamp(min=1)
    loss = badges + 2 * (each * none).sum() / none.sum().clamp(min=1)
    single = labels[:, 1] == 0
    if single.any():
        loss = loss + F.cross_entropy(whole(cells[single]), labels[single, 0], label_smoothing=0.02)
    return loss, badges.item()
