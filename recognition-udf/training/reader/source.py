"""What the trainer learns from: rendered plates, plates of drawn frames, and parts of photographs in which there is nothing to read."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from plates.layouts import OTHER
from plates.renderer import PlateRenderer

from .alphabet import ALPHABET, encode
from .crops import jittered_crop
from .nothing import NothingToRead

UNKNOWN = -1  # a sample whose country nobody knows teaches text alone


@dataclass(frozen=True)
class LabelledPlate:
    image: Path
    box: tuple[float, float, float, float]
    text: str
    country: str | None


class TrainingSource:
    """Mixes rendered plates with plates of drawn frames and with what is no plate, in the shares of the configuration."""

    def __init__(self, config: dict, countries: list[str], seed: int, frames: Path | None, photographs: Path | None):
        size = (config["input"]["width"], config["input"]["height"])
        self.size, self.countries, self.rng = size, countries, random.Random(seed)
        self.renderer = PlateRenderer(config["plates"], size, seed)
        self.share = config["train"]["frames_share"] if frames else 0.0
        self.plates, self.cache = frame_plates(frames) if frames else [], {}
        self.nothing = NothingToRead(photographs, size, self.rng) if photographs else None
        self.nothing_share = config["train"]["nothing_share"] if photographs else 0.0

    def sample(self) -> tuple[np.ndarray, list[int], int]:
        if self.nothing and self.rng.random() < self.nothing_share:
            return self.nothing.sample(), [], UNKNOWN
        if self.rng.random() < self.share:
            return self._framed(self.rng.choice(self.plates))
        crop, text, country = self.renderer.sample()
        return crop, encode(text), UNKNOWN if country is None else self.countries.index(country)

    def _framed(self, plate):
        if plate not in self.cache:  # the surroundings alone are kept, so that a whole set fits in memory
            image = cv2.imread(str(plate.image))
            if image is None:
                raise FileNotFoundError(plate.image)
            x, y, w, h = plate.box
            x0, y0 = max(int(x - 0.4 * w), 0), max(int(y - 0.8 * h), 0)
            part = image[y0 : int(y + 1.8 * h) + 1, x0 : int(x + 1.4 * w) + 1, ::-1].copy()
            self.cache[plate] = (part, (x - x0, y - y0, w, h))
        part, box = self.cache[plate]
        crop = jittered_crop(part, box, self.size, self.rng)
        country = self.countries.index(plate.country) if plate.country in self.countries else UNKNOWN
        return crop, encode(plate.text), country


def frame_plates(folder: Path) -> list[LabelledPlate]:
    """Plates of frames drawn by the simulated cameras (labels.jsonl)."""
    plates = []
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        frame = json.loads(line)
        for vehicle in frame["vehicles"]:
            plate = vehicle.get("plate")
            if plate and plate["box"][2] >= 45 and set(plate["text"]) <= set(ALPHABET):
                plates.append(LabelledPlate(folder / frame["image"], tuple(plate["box"]), plate["text"], plate["country"]))
    return plates


def country_names(config: dict) -> list[str]:
    return [*config["countries"], OTHER]
