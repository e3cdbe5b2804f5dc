"""What the net should say about a scene."""

from dataclasses import dataclass

import numpy as np

from detector.net import COLUMNS, ROWS, STRIDE
from detector.scenes import Scene

SPREAD = (0.16, 0.09)
"""Standard deviation of a centre's bump as a share of the box side, by class."""
LEAST_SPREAD = 0.55
"""Its lower bound, in cells."""


@dataclass
class Targets:
    """heat [2,R,C]; counted [2,R,C]: where background counts; boxes [2,4,R,C]; weights [2,R,C]."""

    heat: np.ndarray
    counted: np.ndarray
    boxes: np.ndarray
    weights: np.ndarray
    narrowest: np.ndarray


def of(scene: Scene) -> Targets:
    heat = np.zeros((2, ROWS, COLUMNS), np.float32)
    boxes = np.zeros((2, 4, ROWS, COLUMNS), np.float32)
    weights = np.zeros((2, ROWS, COLUMNS), np.float32)
    counted = np.ones((2, ROWS, COLUMNS), bool)
    counted[1] &= ~scene.unknown
    for kind, ignored in enumerate((scene.ignored_plates, scene.ignored_vehicles)):
        for x0, y0, x1, y1 in np.round(ignored / STRIDE).astype(int):
            counted[kind, y0 : y1 + 1, x0 : x1 + 1] = False
    for kind, truth in enumerate((scene.plates, scene.vehicles)):
        sizes = np.prod(truth[:, 2:] - truth[:, :2], 1)
        for box in truth[np.argsort(-sizes)]:
            bump(heat[kind], boxes[kind], weights[kind], box, SPREAD[kind])
    return Targets(heat, counted, boxes, weights, scene.narrowest)


def bump(heat, boxes, weights, box, spread) -> None:
    """Raises the heat around the box's centre; cells near the centre learn its edges."""
    cx, cy = (box[0] + box[2]) / 2 / STRIDE - 0.5, (box[1] + box[3]) / 2 / STRIDE - 0.5
    middle_x, middle_y = (int(np.clip(round(v), 0, n - 1)) for v, n in ((cx, COLUMNS), (cy, ROWS)))
    sigma_x = max(LEAST_SPREAD, (box[2] - box[0]) / STRIDE * spread)
    sigma_y = max(LEAST_SPREAD, (box[3] - box[1]) / STRIDE * spread)
    reach_x, reach_y = int(3 * sigma_x) + 1, int(3 * sigma_y) + 1
    x0, x1 = max(0, middle_x - reach_x), min(COLUMNS, middle_x + reach_x + 1)
    y0, y1 = max(0, middle_y - reach_y), min(ROWS, middle_y + reach_y + 1)
    y, x = np.mgrid[y0:y1, x0:x1]
    hill = np.exp(-(((x - middle_x) / sigma_x) ** 2 + ((y - middle_y) / sigma_y) ** 2) / 2).astype(np.float32)
    np.maximum(heat[y0:y1, x0:x1], hill, out=heat[y0:y1, x0:x1])
    near = hill > 0.4
    boxes[:, y0:y1, x0:x1][:, near] = box[:, None]
    weights[y0:y1, x0:x1][near] = hill[near] / hill[near].sum()
