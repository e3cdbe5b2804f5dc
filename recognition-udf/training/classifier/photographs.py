"""A folder of classes: one sub-folder each, named after its label, with pictures of single vehicles."""

import zlib
from pathlib import Path

import cv2

from attributes.crops import Crop, stretched

ENDINGS = (".jpg", ".jpeg", ".png")
LEAST = 10
"""Pictures of a class: with fewer nothing can be learnt, let alone measured."""
HELD_OUT = 5
"""One picture of so many is held out, by its name."""


def labels(folder: Path) -> list[str]:
    """The classes' names, sorted."""
    if not folder.is_dir():
        raise ValueError(f"{folder} is no folder")
    found = sorted(path.name for path in folder.iterdir() if path.is_dir())
    if len(found) < 2:
        raise ValueError(f"{folder} has {len(found)} sub-folders; two classes at least are needed, each a sub-folder of pictures")
    return found


def read(folder: Path) -> tuple[list[Crop], list[Crop]]:
    """The pictures to train on and those held out; `type` is the place of the label."""
    train, held = [], []
    for index, label in enumerate(labels(folder)):
        paths = sorted(p for p in (folder / label).rglob("*") if p.suffix.lower() in ENDINGS)
        if len(paths) < LEAST:
            raise ValueError(f"{folder / label} has {len(paths)} pictures; {LEAST} at least are needed")
        for path in paths:
            image = cv2.imread(str(path))
            if image is None:
                raise ValueError(f"{path} cannot be read as a picture")
            crop = Crop(stretched(image), 0.0, index, (), path.name, label)
            (held if is_held_out(path.name) else train).append(crop)
    return train, held


def is_held_out(name: str) -> bool:
    return zlib.crc32(name.encode()) % HELD_OUT == 0
