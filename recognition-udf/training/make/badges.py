"""Makers' badges cut from photographs, with their masks."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

MAKES = {
    "acura": "Acura", "alfa-romeo": "Alfa Romeo", "bmw": "BMW", "chevrolet-2": "Chevrolet", "citroen": "Citroën",
    "dacia-1": "Dacia", "daewoo-1": "Daewoo", "ford": "Ford", "gmc": "GMC", "honda-1": "Honda", "hyundai": "Hyundai",
    "jeep": "Jeep", "kia-1": "Kia", "lancia-1": "Lancia", "land-rover": "Land Rover", "lexus": "Lexus", "mazda": "Mazda",
    "mercedes-1": "Mercedes-Benz", "mini": "MINI", "mitsubishi": "Mitsubishi", "nissan": "Nissan", "opel": "Opel",
    "peugeot": "Peugeot", "porsche": "Porsche", "renault": "Renault", "seat": "SEAT", "skoda-1": "Škoda",
    "smart-2": "smart", "subaru": "Subaru", "suzuki": "Suzuki", "tesla": "Tesla", "toyota": "Toyota",
    "volkswagen": "Volkswagen", "volvo-1": "Volvo",
}  # fmt: skip
"""The maker's name of each folder."""
NONE = "NONE"
LABELS = (NONE, *MAKES.values())
"""What the net answers, in order; NONE: no badge, none that can be read, or none of these makers'."""
HELD_OUT_EVERY = 4
"""Of a maker's badges in the order of their names, the last of every four is held out."""
LARGEST = 160
"""Side in pixels above which a badge is stored smaller: more than any frame shows."""


@dataclass(frozen=True)
class Badge:
    """`image`: RGB uint8 [h,w,3]; `mask`: uint8 [h,w], 255 on the badge; `label`: index into LABELS."""

    image: np.ndarray
    mask: np.ndarray
    label: int
    name: str


def read(data: Path, held_out: bool) -> list[Badge]:
    """The badges held out, or the others."""
    found = []
    for folder, make in MAKES.items():
        for place, path in enumerate(sorted((data / "badges" / folder).glob("*.jpg"))):
            if (place % HELD_OUT_EVERY == HELD_OUT_EVERY - 1) == held_out:
                found.append(badge(path, LABELS.index(make)))
    return found


def badge(path: Path, label: int) -> Badge:
    image = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)
    mask = cv2.imread(str(path.with_name(path.stem + "_mask.png")), cv2.IMREAD_GRAYSCALE)
    rows, columns = image.shape[:2]
    share = min(1.0, LARGEST / max(rows, columns))
    size = (max(1, round(columns * share)), max(1, round(rows * share)))
    image, mask = (cv2.resize(part, size, interpolation=cv2.INTER_AREA) for part in (image, mask))
    return Badge(image, mask, label, f"{path.parent.name}/{path.name}")
