"""How wrong the net is: focal loss on centres, generalised IoU loss on boxes."""

import torch
from torch.nn import functional as F

from detector.net import corners

BOX_WEIGHT = (2.0, 1.0)
"""Weight of a box's IoU loss, by class: a plate is a few pixels high, each of them counts."""


def heat_loss(logits, heat, counted):
    """Focal loss of CenterNet (alpha 2, beta 4), summed by class [2]."""
    p = logits.sigmoid()
    peak = (heat > 0.999).float()
    rise = peak * (1 - p) ** 2 * F.logsigmoid(logits)
    fall = (1 - peak) * (1 - heat) ** 4 * p**2 * F.logsigmoid(-logits)
    return -(rise + fall * counted).sum((0, 2, 3))


def giou(a, b):
    """Generalised IoU of corner boxes along dimension 2."""
    area_a = (a[:, :, 2] - a[:, :, 0]) * (a[:, :, 3] - a[:, :, 1])
    area_b = (b[:, :, 2] - b[:, :, 0]) * (b[:, :, 3] - b[:, :, 1])
    low, high = torch.maximum(a[:, :, :2], b[:, :, :2]), torch.minimum(a[:, :, 2:], b[:, :, 2:])
    both = (high - low).clamp(min=0).prod(2)
    hull = (torch.maximum(a[:, :, 2:], b[:, :, 2:]) - torch.minimum(a[:, :, :2], b[:, :, :2])).prod(2)
    union = area_a + area_b - both
    return both / union.clamp(min=1e-6) - (hull - union) / hull.clamp(min=1e-6)


def total(logits, distances, batch, centres):
    """Loss of a batch (tensors named as in Targets), and its parts for the log."""
    counted = batch["counted"].float()
    with torch.no_grad():
        width = distances[:, 0, 0] + distances[:, 0, 2]
        unlabelled = (width < batch["narrowest"]) & (logits[:, 0] > -1.4)
        counted[:, 0] = counted[:, 0] * (~unlabelled).float()
    many = (batch["heat"] > 0.999).sum((0, 2, 3)).clamp(min=1).float()
    heat = (heat_loss(logits, batch["heat"], counted) / many).sum()
    weights = batch["weights"]
    miss = 1 - giou(corners(distances, centres), batch["boxes"])
    box_parts = (miss * weights).sum((0, 2, 3)) / weights.sum((0, 2, 3)).clamp(min=1e-6)
    box = (box_parts * torch.tensor(BOX_WEIGHT)).sum()
    return heat + box, heat.item(), [round(v, 3) for v in box_parts.tolist()]
