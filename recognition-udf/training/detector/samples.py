"""Pictures in memory, ready for augmentation."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from common import photographs, rendered

SIDE = 896
"""Longest side that is kept of a photograph: room to zoom in 1.75 times before it blurs."""

AROUND = 1.2
"""Most ground beside a cut-out vehicle, as a share of its side."""


@dataclass(frozen=True)
class Sample:
    """A picture, uint8 [h,w,3] BGR or [h,w] grey, and its boxes as corners x0,y0,x1,y1 in it.

    `stretch` bounds how much wider than high a scene may enlarge it.
    """

    image: np.ndarray
    plates: np.ndarray
    vehicles: np.ndarray | None
    narrowest: float = 0.0
    night: bool = False
    stretch: tuple[float, float] = (0.9, 1.12)


def as_corners(boxes: np.ndarray) -> np.ndarray:
    boxes = np.asarray(boxes, np.float32).reshape(-1, 4)
    return np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1)


def of_photograph(photograph: photographs.Photograph, stretch: tuple[float, float] = (0.9, 1.12)) -> Sample:
    image = cv2.imread(str(photograph.path))
    if image is None:
        raise ValueError(f"{photograph.path} is no picture")
    scale = min(1.0, SIDE / max(image.shape[:2]))
    if scale < 1:
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    vehicles = photograph.vehicles
    return Sample(
        image,
        as_corners(photograph.plates) * scale,
        None if vehicles is None else as_corners(vehicles) * scale,
        photograph.narrowest * scale,
        stretch=stretch,
    )


def of_cut_out(cut: photographs.CutOut, random: np.random.Generator) -> Sample:
    """The vehicle with ground around it: its picture's edges drawn out and blurred. Its plate is unknown."""
    image = cv2.imread(str(cut.path))
    if image is None:
        raise ValueError(f"{cut.path} is no picture")
    rows, columns = image.shape[:2]
    above, below, left, right = (int(v) for v in random.uniform(0, AROUND, 4) * (rows, rows, columns, columns))
    wide = cv2.copyMakeBorder(image, above, below, left, right, cv2.BORDER_REPLICATE)
    out = cv2.GaussianBlur(wide, (0, 0), random.uniform(2, 9))
    out = np.clip(out + random.normal(0, 6, out.shape), 0, 255).astype(np.uint8)
    out[above : above + rows, left : left + columns] = image
    mx, my = cut.margin * columns, cut.margin * rows
    box = np.float32([[left + mx, above + my, left + columns - mx, above + rows - my]])
    return Sample(out, np.zeros((0, 4), np.float32), box, narrowest=float(max(out.shape)))


def of_rendered(entry: dict, random: np.random.Generator | None) -> Sample:
    """Half size and grey, by weights of chance where `random` is given: thousands fit in memory."""
    mode = cv2.IMREAD_REDUCED_GRAYSCALE_2 if random is None else cv2.IMREAD_REDUCED_COLOR_2
    image = cv2.imread(str(entry["image"]), mode)
    if image is None:
        raise ValueError(f"{entry['image']} is no picture")
    if random is not None:
        weights = random.dirichlet((2.0, 4.0, 3.0)).astype(np.float32).reshape(1, 3)
        image = cv2.transform(image, weights)
    vehicles = [v["box"] for v in entry["vehicles"]]
    plates = [v["plate"]["box"] for v in entry["vehicles"] if v["plate"]]
    return Sample(image, as_corners(plates) / 2, as_corners(vehicles) / 2, 0.0, entry["night"])


def of_folder(folder: Path, random: np.random.Generator | None = None, first: int = 0) -> list[Sample]:
    return [of_rendered(entry, random) for entry in rendered.frames(folder, first)]
