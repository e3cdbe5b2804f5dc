"""The part of a picture where badges are: above the plate. The same in Java (classify.BadgeWindow)."""

import cv2
import numpy as np

WIDTH, HEIGHT = 80, 128
"""Pixels of the net's input."""
ACROSS, ABOVE = 0.8, 1.28
"""Width of the window and its height above the plate's upper edge, in widths of a long plate."""
LONG_PER_HEIGHT = 2.9
"""A plate of two lines or of another continent is shorter than a European long one: then the height tells the scale."""
KEPT = 1.5
"""A stored window shows this many times as much in each direction, about the same middle."""


def scale(box) -> float:
    """Pixels that a long plate would be wide here; the box is x, y, w, h."""
    return max(box[2], LONG_PER_HEIGHT * box[3])


def around(box, times: float = 1.0) -> tuple[float, float, float, float]:
    """x, y, w, h of the window over a plate, or of one so many times as large about its middle."""
    unit = scale(box)
    w, h = ACROSS * unit, ABOVE * unit
    x, y = box[0] + box[2] / 2 - w / 2, box[1] - h
    return x - (times - 1) * w / 2, y - (times - 1) * h / 2, w * times, h * times


def cut(image: np.ndarray, area, size: tuple[int, int]) -> np.ndarray:
    """The area x, y, w, h of a picture stretched to the size, replicated beyond its edges; averaged where it shrinks."""
    x, y, w, h = area
    x0, y0, x1, y1 = round(x), round(y), max(round(x) + 1, round(x + w)), max(round(y) + 1, round(y + h))
    rows, columns = image.shape[:2]
    inner = image[min(max(y0, 0), rows - 1) : max(y1, 1), min(max(x0, 0), columns - 1) : max(x1, 1)]
    outside = (max(0, -y0), max(0, y1 - rows), max(0, -x0), max(0, x1 - columns))
    if any(outside):
        inner = cv2.copyMakeBorder(inner, *outside, cv2.BORDER_REPLICATE)
    how = cv2.INTER_AREA if inner.shape[1] > 1.3 * size[0] else cv2.INTER_LINEAR
    return cv2.resize(inner, size, interpolation=how)


def clip_share(area, width: int, height: int) -> float:
    """Share of the area that lies inside a picture of this size."""
    x, y, w, h = area
    inside = max(0.0, min(x + w, width) - max(x, 0)) * max(0.0, min(y + h, height) - max(y, 0))
    return inside / (w * h)
