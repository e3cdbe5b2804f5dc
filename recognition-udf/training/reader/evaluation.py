"""Exact readings on labelled crops."""

import csv
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

from plates.renderer import PlateRenderer

from .alphabet import fold
from .crops import crop
from .decode import greedy, merge_twins


RIDES = ["dayride_type1_001", "dayride_type1_002", "dayride_type1_003", "nightride_type3_001"]
SMALL = 95  # pixels of box width under which a plate counts as small


@dataclass(frozen=True)
class Case:
    """A crop with its truth; `group` is what figures are told apart by."""

    name: str
    crop: np.ndarray
    text: str
    group: str
    country: str = ""
    width: float = 0.0  # of the plate's box in the picture, in pixels


@dataclass(frozen=True)
class Reading:
    case: Case
    text: str
    merged: str
    country: str
    log_probabilities: np.ndarray

    @property
    def right(self) -> bool:
        return fold(self.text) == fold(self.case.text)

    @property
    def right_merged(self) -> bool:
        return fold(self.merged) == fold(self.case.text)


def europe_cases(folder: Path, size: tuple[int, int]) -> list[Case]:
    """Single plates, already cropped; the group is the country."""
    cases = []
    with open(folder / "texts.csv", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            image = _read(folder / "crops" / row["image"])
            how = cv2.INTER_AREA if image.shape[1] > 1.3 * size[0] else cv2.INTER_LINEAR
            cases.append(Case(row["image"], cv2.resize(image, size, interpolation=how), row["text"], row["country"], row["country"], image.shape[1]))
    return cases


def ride_cases(folder: Path, size: tuple[int, int], rides: list[str]) -> list[Case]:
    """Transcribed boxes of dashcam frames; the group is the ride."""
    cases = []
    with open(folder / "texts.csv", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            if row["ride"] in rides:
                box = [float(row[k]) for k in "xywh"]
                cases.append(Case(row["image"], crop(_read(folder / "images" / row["image"]), box, size), row["text"], row["ride"], "", box[2]))
    return cases


def photograph_sets(data: Path, size: tuple[int, int]) -> dict[str, list[Case]]:
    """The sets of photographs that readings are judged on, none of them trained on. A box may be in more than one."""
    rides = ride_cases(data / "plates-romania", size, RIDES)
    return {
        "platesEurope": europe_cases(data / "plates-europe", size),
        "platesRomaniaNight": [c for c in rides if c.group == RIDES[3]],
        "platesRomaniaDay001": [c for c in rides if c.group == RIDES[0]],
        "platesRomaniaDay002And003": [c for c in rides if c.group in RIDES[1:3]],
        "platesRomaniaSmall": [c for c in rides if c.width < SMALL],
    }


def frame_cases(folder: Path, size: tuple[int, int]) -> list[Case]:
    """Plates of frames drawn by the simulated cameras; the group is the country, by night or day."""
    cases = []
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        frame = json.loads(line)
        image = _read(folder / frame["image"])
        for vehicle in frame["vehicles"]:
            plate = vehicle.get("plate")
            if plate:
                group = f"{plate['country']} {'night' if frame['night'] else 'day'}"
                cases.append(Case(frame["image"], crop(image, plate["box"], size), plate["text"], group, plate["country"], plate["box"][2]))
    return cases


def rendered_cases(plates: dict, size: tuple[int, int], count: int, seed: int) -> list[Case]:
    """Rendered plates of a seed that no training used; the group is the number of lines. Crops cut wrongly are left out."""
    renderer = PlateRenderer({**plates, "bank": min(count, 500), "uses": 1, "miscut_share": 0.0, "two_line_share": 0.3}, size, seed)
    cases = []
    for _ in range(count):
        plate = renderer.bank.draw()
        crop = renderer.camera.take(plate, unroll=plate.lines == 2)
        cases.append(Case("rendered", crop, plate.text, f"{plate.lines} lines", plate.country))
    return cases


def _read(path):
    image = cv2.imread(str(path))
    if image is None:
        raise FileNotFoundError(path)
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)


def read(net, cases: list[Case], countries: list[str], batch: int = 32) -> list[Reading]:
    readings = []
    for start in range(0, len(cases), batch):
        part = cases[start : start + batch]
        with torch.no_grad():
            text, country = net(torch.from_numpy(np.stack([case.crop for case in part])))
        for case, rows, which in zip(part, text.numpy(), country.numpy()):
            readings.append(Reading(case, greedy(rows), greedy(merge_twins(rows)), countries[int(which.argmax())], rows))
    return readings


def summary(readings: list[Reading]) -> dict:
    """Counts of right readings: all, with twins merged, by group, and by distinct plate read right in most of its crops."""
    groups = defaultdict(Counter)
    plates = defaultdict(list)
    for reading in readings:
        groups[reading.case.group][reading.right_merged] += 1
        plates[reading.case.text].append(fold(reading.merged))
    given = [r for r in readings if r.case.country]
    majority = sum(Counter(seen).most_common(1)[0][0] == fold(text) for text, seen in plates.items())
    return {
        "crops": len(readings),
        "right": sum(r.right for r in readings),
        "rightMerged": sum(r.right_merged for r in readings),
        "distinctPlates": len(plates),
        "distinctPlatesRight": majority,
        "countryGiven": len(given),
        "countryRight": sum(r.country == r.case.country for r in given),
        "groups": {name: f"{c[True]}/{c.total()}" for name, c in sorted(groups.items())},
    }
