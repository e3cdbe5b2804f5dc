"""A published reader, to be trained on or blended with."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

from common.thaw import thaw
from plates.renderer import PlateRenderer

CROPS = 512  # over which the means and spreads between the layers are measured
SEED = 2 * 10**9


def thawed(net: nn.Module, folder: Path, crops: np.ndarray) -> nn.Module:
    """The net with the weights of the model in `folder`, held against that model on some of the crops (uint8 [n, h, w, 3])."""
    file = folder / json.loads((folder / "model.json").read_text(encoding="utf-8"))["file"]
    pictures = torch.from_numpy(crops)
    thaw(net, file, list(pictures.split(64)))
    with torch.no_grad():
        for ours, theirs in zip(net(pictures[:64]), torch.jit.load(str(file))(pictures[:64]), strict=True):
            torch.testing.assert_close(ours, theirs, rtol=2e-2, atol=2e-2)
    return net


def rendered_crops(plates: dict, size: tuple[int, int]) -> np.ndarray:
    """Crops to thaw by, always the same; `plates` is the section of the configuration."""
    renderer = PlateRenderer({**plates, "bank": CROPS // 2}, size, SEED)
    return np.stack([renderer.sample()[0] for _ in range(CROPS)])
