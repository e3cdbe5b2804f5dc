"""The same picture from another side: mirrored, turned, widened."""

from dataclasses import replace

import cv2
import numpy as np

from detector.samples import Sample


def mirrored(sample: Sample) -> Sample:
    width = sample.image.shape[1]

    def turn(boxes):
        return None if boxes is None else np.stack([width - boxes[:, 2], boxes[:, 1], width - boxes[:, 0], boxes[:, 3]], 1)

    return replace(sample, image=sample.image[:, ::-1], plates=turn(sample.plates), vehicles=turn(sample.vehicles))


def turned(sample: Sample, degrees: float) -> Sample:
    """Turned about the middle, of the same size; what turns out of the picture is lost.

    A plate's box becomes the hull of its turned corners: plates fill their boxes. A vehicle is round
    rather than square, its box becomes the hull of the ellipse inside.
    """
    rows, columns = sample.image.shape[:2]
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1.0)
    image = cv2.warpAffine(sample.image, matrix, (columns, rows), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])

    def turn(boxes, round_shape):
        if boxes is None or not len(boxes):
            return boxes
        middle = (boxes[:, :2] + boxes[:, 2:]) / 2 @ matrix[:, :2].T + matrix[:, 2]
        half = (boxes[:, 2:] - boxes[:, :2]) / 2
        if round_shape:
            reach = np.stack([np.hypot(half[:, 0] * cos, half[:, 1] * sin), np.hypot(half[:, 0] * sin, half[:, 1] * cos)], 1)
        else:
            reach = np.stack([half[:, 0] * cos + half[:, 1] * sin, half[:, 0] * sin + half[:, 1] * cos], 1)
        return np.concatenate([middle - reach, middle + reach], 1).astype(np.float32)

    return replace(sample, image=image, plates=turn(sample.plates, False), vehicles=turn(sample.vehicles, True))


def widened(sample: Sample, factor: float) -> Sample:
    """Stretched across, as evaluation shows photographs that were squeezed into squares."""
    size = (round(sample.image.shape[1] * factor), sample.image.shape[0])
    scale = np.float32([size[0] / sample.image.shape[1], 1, size[0] / sample.image.shape[1], 1])
    vehicles = None if sample.vehicles is None else sample.vehicles * scale
    return replace(sample, image=cv2.resize(sample.image, size), plates=sample.plates * scale, vehicles=vehicles)
