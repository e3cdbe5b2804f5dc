"""The photographs of the data folder, read once, by the rules of its README."""

import csv
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

EVALUATION_RIDE = "nightride_type3_001"
"""The ride of plates-romania that no training may see."""


@dataclass(frozen=True)
class Photograph:
    """A picture on disk and its boxes, float32 [n,4] as x, y, width, height in its own pixels.

    `vehicles` is None where vehicles were not labelled, which is not the same as there being none.
    `narrowest` is the width under which plates were left unlabelled, 0 where all are.
    """

    path: Path
    group: str
    plates: np.ndarray
    vehicles: np.ndarray | None
    narrowest: float = 0.0


def boxes(rows) -> np.ndarray:
    values = [[float(row[k]) for k in ("x", "y", "w", "h")] for row in rows]
    return np.array(values, np.float32).reshape(-1, 4)


def by_image(path: Path) -> dict[str, list[dict]]:
    grouped = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            grouped[row["image"]].append(row)
    return grouped


def romania(data: Path) -> list[Photograph]:
    """Every frame of every ride, the evaluation ride included: the caller chooses by `group`."""
    folder = data / "plates-romania"
    return [
        Photograph(folder / "images" / name, rows[0]["ride"], boxes(rows), None, 60.0)
        for name, rows in sorted(by_image(folder / "boxes.csv").items())
    ]


def openimages(data: Path) -> list[Photograph]:
    """The square photographs; `group` is the original's id, so that no two cuts of it part ways."""
    folder = data / "plates-openimages"
    return [
        Photograph(
            folder / "images" / name,
            name[:16],
            boxes(r for r in rows if r["class"] == "0"),
            boxes(r for r in rows if r["class"] == "1"),
        )
        for name, rows in sorted(by_image(folder / "boxes.csv").items())
    ]


def fifth(group: str) -> int:
    """Which fifth of the cut-out vehicles a group falls into; the fifth 0 is held out."""
    return zlib.crc32(group.encode()) % 5


@dataclass(frozen=True)
class CutOut:
    """A picture that one vehicle fills but for a `margin`, a share of each side. Its plate is not labelled."""

    path: Path
    group: str
    margin: float


def cut_outs(data: Path, folders: list[str]) -> list[CutOut]:
    """Cut-out vehicles: folders of vehicles-roadside by their name, and `bus` for vehicles-bus.

    Neighbours of one stretch of the road camera's recording share a group, so do the cuts of one photograph.
    """
    found = []
    for folder in folders:
        if folder == "bus":
            paths = sorted((data / "vehicles-bus" / "crops").glob("*.jpg"))
            found += [CutOut(path, path.name[:16], 0.0) for path in paths]
            continue
        for path in sorted((data / "vehicles-roadside" / folder).glob("*.jpg")):
            number = int("".join(c for c in path.stem if c.isdigit()))
            found.append(CutOut(path, f"{folder}{number // 20}", 0.03))
    return found
