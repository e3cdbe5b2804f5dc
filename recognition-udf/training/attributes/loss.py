"""How wrong was a colour, where several may be right?"""

import torch


def any_of(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean of -log of what the right colours have together: the net need not be torn between two that people call right.

    `targets` [n,colours] is above 0 at the right ones; a row's sum is its weight, 0 where nothing is known.
    """
    told = targets.sum(1)
    likely = logits.log_softmax(1).masked_fill(targets == 0, -1e4).logsumexp(1)
    return -(likely * told).sum() / told.sum().clamp(min=1)
