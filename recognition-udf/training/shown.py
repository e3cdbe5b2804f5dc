"""What the nets are shown of rendered frames, cut as the recognition operator cuts it."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import torch

from attributes.augment import WIDENED
from common import rendered
from detector.scenes import PAD
from make import windows
from reader import crops


def pictures(descriptor: dict, frames: Path, most: int = 128) -> torch.Tensor:
    """Up to so many inputs [N,height,width,channels] of the net that model.json describes, from frames evenly chosen."""
    size = descriptor["input"]["width"], descriptor["input"]["height"]
    entries = rendered.frames(frames)
    chosen = entries[:: max(1, len(entries) // most)]
    found = [picture for entry in chosen for picture in _of_frame(descriptor, entry, size)][:most]
    if not found:
        raise ValueError(f"{frames} holds no frame that shows what {descriptor['name']} looks at")
    return torch.from_numpy(np.stack(found))


def _of_frame(descriptor: dict, entry: dict, size: tuple[int, int]) -> Iterator[np.ndarray]:
    image = cv2.imread(str(entry["image"]))
    if descriptor["input"]["channels"] == 1:
        yield _fitted(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), size)[..., None]
        return
    image = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
    for vehicle in entry["vehicles"]:
        if descriptor["name"] == "attributes" or descriptor.get("region") == "vehicle":
            x, y, w, h = vehicle["box"]
            more = WIDENED
            yield windows.cut(image, (x - more * w, y - more * h, w * (1 + 2 * more), h * (1 + 2 * more)), size)
        elif vehicle["plate"] and descriptor["name"] == "reader":
            yield crops.crop(image, vehicle["plate"]["box"], size)
        elif vehicle["plate"] and descriptor.get("region") == "above-plate":
            yield windows.cut(image, windows.around(vehicle["plate"]["box"]), size)


def _fitted(grey: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """The whole picture, top left in the input."""
    scale = min(size[0] / grey.shape[1], size[1] / grey.shape[0])
    width, height = round(grey.shape[1] * scale), round(grey.shape[0] * scale)
    out = np.full(size[::-1], PAD, np.uint8)
    out[:height, :width] = cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA)
    return out
