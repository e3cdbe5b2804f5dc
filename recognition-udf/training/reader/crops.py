"""Plate boxes in frames to the reader's input, as the recognition operator cuts them."""

import random

import cv2
import numpy as np

MARGIN_X, MARGIN_Y = 0.08, 0.15  # shares of the box's width and height, on each side


def crop(image: np.ndarray, box, size: tuple[int, int], edges=(0.0, 0.0, 0.0, 0.0)) -> np.ndarray:
    """The box widened by the margins and stretched to `size`; edges move left, top, right, bottom, as shares of the box."""
    x, y, w, h = box
    x0, y0 = x - (MARGIN_X + edges[0]) * w, y - (MARGIN_Y + edges[1]) * h
    x1, y1 = x + w + (MARGIN_X + edges[2]) * w, y + h + (MARGIN_Y + edges[3]) * h
    height, width = image.shape[:2]
    x0, y0, x1, y1 = max(int(round(x0)), 0), max(int(round(y0)), 0), min(int(round(x1)), width), min(int(round(y1)), height)
    part = image[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    how = cv2.INTER_AREA if part.shape[1] > 1.3 * size[0] else cv2.INTER_LINEAR
    return cv2.resize(part, size, interpolation=how)


def jittered_crop(image: np.ndarray, box, size: tuple[int, int], rng: random.Random) -> np.ndarray:
    """A crop as an imprecise detector would give it, with light and sharpness changed a little."""
    edges = [max(rng.gauss(0, 0.035), -0.10) for _ in range(4)]
    edges[1], edges[3] = max(rng.gauss(0, 0.08), -0.2), max(rng.gauss(0, 0.08), -0.2)
    out = crop(image, box, size, edges).astype(np.float32)
    if rng.random() < 0.3:
        out = cv2.GaussianBlur(out, (0, 0), rng.uniform(0.3, 1.2))
    out = (out - 128) * rng.uniform(0.6, 1.2) + 128 + rng.gauss(0, 15)
    out *= np.array([rng.uniform(0.9, 1.1) for _ in range(3)], np.float32)
    out += np.random.default_rng(rng.getrandbits(32)).standard_normal(out.shape[:2] + (1,)).astype(np.float32) * abs(rng.gauss(0, 3))
    return np.clip(out, 0, 255).astype(np.uint8)
