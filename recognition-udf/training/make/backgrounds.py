"""Windows without a badge that we know of: rendered vehicles, other parts of photographs, grilles drawn here."""

from pathlib import Path

import cv2
import numpy as np

from common import photographs
from make import windows

KEPT_SIZE = (round(windows.WIDTH * windows.KEPT), round(windows.HEIGHT * windows.KEPT))
RIDES = ("dayride_type1_002", "dayride_type1_003")
"""The rides of plates-romania that may be used in training."""
PATCHES = 6
"""Patches taken of each photograph."""


def drawn(entries: list[dict]) -> list[np.ndarray]:
    """Windows over the plates of rendered frames, RGB [192,120,3]; plates too small to show a badge left out."""
    found = []
    for entry in entries:
        plates = [v["plate"]["box"] for v in entry["vehicles"] if v["plate"] and v["plate"]["box"][2] >= 60]
        if plates:
            image = cv2.cvtColor(cv2.imread(str(entry["image"])), cv2.COLOR_BGR2RGB)
            found += [windows.cut(image, windows.around(box, windows.KEPT), KEPT_SIZE) for box in plates]
    return found


def photographed(data: Path, seed: int) -> list[np.ndarray]:
    """Patches of photographs that keep clear of the places above plates, where a maker's badge may be."""
    random = np.random.default_rng(seed)
    shots = [p for p in photographs.romania(data) if p.group in RIDES]
    shots += [p for p in photographs.openimages(data) if photographs.fifth(p.group) != 0]
    found = []
    for shot in shots:
        image = cv2.cvtColor(cv2.imread(str(shot.path)), cv2.COLOR_BGR2RGB)
        rows, columns = image.shape[:2]
        forbidden = [windows.around(box, 1.2) for box in shot.plates]
        forbidden += list(shot.vehicles if shot.vehicles is not None and len(shot.plates) == 0 else [])
        for _ in range(PATCHES):
            width = random.uniform(60, 220)
            height = width * windows.HEIGHT / windows.WIDTH
            area = (random.uniform(0, max(1, columns - width)), random.uniform(0, max(1, rows - height)), width, height)
            if height < rows and not any(overlap(area, other) for other in forbidden):
                found.append(windows.cut(image, area, KEPT_SIZE))
    return found


def overlap(one, other) -> bool:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    return across > 0 and min(one[1] + one[3], other[1] + other[3]) > max(one[1], other[1])


def grille(random: np.random.Generator) -> np.ndarray:
    """Bars, a mesh or plain sheet metal under some light, with the edges of a bonnet and a bumper."""
    width, height = KEPT_SIZE
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    body = random.uniform(10, 240, 3) if random.random() < 0.5 else np.repeat(random.uniform(10, 240), 3)
    image = np.empty((height, width, 3), np.float32)
    image[:] = body
    image += ((y / height - 0.5) * random.normal(0, 60) + (x / width - 0.5) * random.normal(0, 30))[..., None]
    if random.random() < 0.7:
        step, angle = random.uniform(4, 18), random.choice((0.0, np.pi / 2, random.uniform(0, np.pi)))
        wave = np.sin((x * np.sin(angle) + y * np.cos(angle)) * 2 * np.pi / step)
        if random.random() < 0.35:
            wave = wave * np.sin((x * np.cos(angle) - y * np.sin(angle)) * 2 * np.pi / step)
        top, bottom = np.sort(random.uniform(0, height, 2))
        inside = (y > top) & (y < bottom + 20)
        bars = np.where(wave > random.uniform(-0.5, 0.5), random.uniform(60, 250), random.uniform(5, 60))
        image = np.where(inside[..., None], bars[..., None] * random.uniform(0.9, 1.1, 3), image)
    for _ in range(int(random.integers(0, 5))):
        at = int(random.integers(0, height))
        shade = float(random.uniform(0, 255))
        tilt = int(random.normal(0, 8))
        cv2.line(image, (0, at), (width, at + tilt), (shade, shade, shade), int(random.integers(1, 5)), cv2.LINE_AA)
    return np.clip(cv2.GaussianBlur(image, (0, 0), random.uniform(0.4, 1.2)), 0, 255).astype(np.uint8)
