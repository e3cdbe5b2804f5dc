"""Flat grey plates of all series, drawn once and pasted often."""

import random
import tomllib
from pathlib import Path

import cv2
import numpy as np

from plates.drawing import FlatPlate
from plates.renderer import PlateRenderer

HEIGHT = 44
"""Pixels of a line's height that are kept: more than any plate of a scene has, close-ups apart."""


def drawn(count: int, two_lines: float, seed: int, config: Path | None = None) -> list[np.ndarray]:
    """`count` plates uint8 [h,w]; a share of them stands in two lines."""
    path = config or Path(__file__).resolve().parents[1] / "reader.toml"
    settings = tomllib.loads(path.read_text(encoding="utf-8"))["plates"]
    renderer = PlateRenderer(settings, (160, 48), seed)
    chance = random.Random(seed)
    plates = []
    while len(plates) < count:
        layout = renderer.layouts.draw_unruly() if chance.random() < 0.15 else renderer.layouts.draw()
        flat = FlatPlate(layout, renderer.faces.draw(layout.look["face"]), renderer.rng).draw()
        grey = cv2.cvtColor(flat, cv2.COLOR_RGB2GRAY)
        if chance.random() < two_lines and grey.shape[1] > 2.4 * grey.shape[0]:
            grey = stacked(grey, chance.uniform(0.4, 0.6))
        lines = 2 if grey.shape[1] < 2.4 * grey.shape[0] else 1
        scale = min(1.0, HEIGHT * lines / grey.shape[0])
        plates.append(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    return plates


def stacked(plate: np.ndarray, at: float) -> np.ndarray:
    """The plate in two lines: what stands left of the cut above what stands right of it."""
    cut = round(plate.shape[1] * at)
    width = max(cut, plate.shape[1] - cut)
    halves = [plate[:, :cut], plate[:, cut:]]
    paper = int(np.percentile(plate, 80))
    rows = []
    for half in halves:
        left = (width - half.shape[1]) // 2
        rows.append(cv2.copyMakeBorder(half, 0, 0, left, width - half.shape[1] - left, cv2.BORDER_CONSTANT, value=paper))
    return np.concatenate(rows)
