"""What the trainer learns from: rendered plates, and crops of drawn or photographed frames where folders are named."""

import csv
import json
import random
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from plates.renderer import OTHER, PlateRenderer

from .alphabet import ALPHABET, encode
from .crops import jittered_crop

UNKNOWN = -1  # a sample whose country nobody knows teaches text alone


@dataclass(frozen=True)
class LabelledPlate:
    image: Path
    box: tuple[float, float, float, float]
    text: str
    country: str | None


class TrainingSource:
    """Mixes rendered plates with labelled ones in the shares of the configuration."""

    def __init__(self, config: dict, countries: list[str], seed: int, frames: Path | None, photographs: Path | None):
        size = (config["input"]["width"], config["input"]["height"])
        self.size, self.countries, self.rng = size, countries, random.Random(seed)
        self.renderer = PlateRenderer(config["plates"], size, seed)
        self.shares = []
        if frames:
            self.shares.append((config["train"]["frames_share"], frame_plates(frames), {}))
        if photographs:
            held_out = config["train"]["held_out_rides"]
            self.shares.append((config["train"]["photographs_share"], photograph_plates(photographs, held_out), {}))

    def sample(self) -> tuple[np.ndarray, list[int], int]:
        chance = self.rng.random()
        for share, plates, cache in self.shares:
            if chance < share:
                return self._labelled(self.rng.choice(plates), cache)
            chance -= share
        crop, text, country = self.renderer.sample()
        return crop, encode(text), self.countries.index(country)

    def _labelled(self, plate, cache):
        if plate not in cache:  # the surroundings alone are kept, so that a whole set fits in memory
            image = cv2.imread(str(plate.image))
            if image is None:
                raise FileNotFoundError(plate.image)
            x, y, w, h = plate.box
            x0, y0 = max(int(x - 0.4 * w), 0), max(int(y - 0.8 * h), 0)
            part = image[y0 : int(y + 1.8 * h) + 1, x0 : int(x + 1.4 * w) + 1, ::-1].copy()
            cache[plate] = (part, (x - x0, y - y0, w, h))
        part, box = cache[plate]
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


def photograph_plates(folder: Path, held_out: list[str]) -> list[LabelledPlate]:
    """Transcribed boxes (texts.csv) of all rides but those held out for evaluation."""
    with open(folder / "texts.csv", encoding="utf-8") as f:
        return [
            LabelledPlate(folder / "images" / row["image"], tuple(float(row[k]) for k in "xywh"), row["text"], None)
            for row in csv.DictReader(f)
            if row["ride"] not in held_out
        ]


def country_names(config: dict) -> list[str]:
    return [*config["countries"], OTHER]
