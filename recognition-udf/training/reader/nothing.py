"""What a detector may take for a plate and is none: there is nothing to read in it."""

import random
from pathlib import Path

import cv2
import numpy as np

from common import photographs

from .crops import crop, jittered_crop

TRIES = 6  # boxes drawn for each sample; the one with most upright edges looks most like letters
CLEAR = 0.3  # of the plate's size, kept free around it


class NothingToRead:
    """Boxes of a plate's shape out of photographs whose plates are all labelled, clear of those plates."""

    def __init__(self, data: Path, size: tuple[int, int], rng: random.Random):
        self.size, self.rng, self.scenes = size, rng, []
        for photograph in photographs.openimages(data):
            image = cv2.imread(str(photograph.path))
            if image is None:
                raise FileNotFoundError(photograph.path)
            self.scenes.append((image[..., ::-1], [widened(box) for box in photograph.plates], photograph.vehicles))

    def sample(self) -> np.ndarray:
        while True:
            image, plates, vehicles = self.rng.choice(self.scenes)
            within = self.rng.choice(vehicles) if len(vehicles) and self.rng.random() < 0.7 else (0, 0, image.shape[1], image.shape[0])
            boxes = [box for box in (self._box(within) for _ in range(TRIES)) if inside(box, image) and not any(touch(box, plate) for plate in plates)]
            if boxes:
                return jittered_crop(image, max(boxes, key=lambda box: lettered(crop(image, box, self.size))), self.size, self.rng)

    def _box(self, within):
        x, y, w, h = within
        width = max(w * self.rng.uniform(0.12, 0.6), 24)
        height = width / self.rng.uniform(1.3, 6.5)
        return x + self.rng.random() * max(w - width, 1), y + self.rng.random() * max(h - height, 1), width, height


def widened(box):
    x, y, w, h = box
    return x - CLEAR * w, y - CLEAR * h, w * (1 + 2 * CLEAR), h * (1 + 2 * CLEAR)


def inside(box, image) -> bool:
    x, y, w, h = box
    return x >= 0 and y >= 0 and x + w <= image.shape[1] and y + h <= image.shape[0] and h >= 6


def touch(a, b) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def lettered(patch: np.ndarray) -> float:
    """How much changes from column to column: strokes, slats, edges of lamps."""
    grey = patch.mean(2)
    return float(np.abs(np.diff(grey, axis=1)).mean())
