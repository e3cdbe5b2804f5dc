"""Vehicle crops in memory, with what is known of each."""

import csv
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from attributes.net import COLOURS, SIDE, TYPES
from common import photographs, rendered

KEPT = 160
"""Side of a stored crop, in pixels."""
MARGIN = 0.2
"""Share of the box's side that a stored crop shows beyond each edge, where the picture has it."""

FOLDERS = {"bike": "MOTORCYCLE", "car": "CAR", "juggernaut": "TRUCK", "minibus": "VAN", "pickup": "CAR", "truck": "TRUCK"}
"""What the folders of vehicles-roadside count as. A double-cab pickup counts as a car: from the
front, which is what a road camera sees, it is a sport utility vehicle."""
MORE_COLOURS = Path(__file__).parent / "colours.csv"
"""Colours of more crops, read by eye from contact sheets; none of the held-out fifth is among them."""
SCHOOL_BUS_SHARE = 0.16
"""Share of school-bus yellow from which a bus crop is left out of a European model."""


@dataclass(frozen=True)
class Crop:
    """`image`: uint8 RGB [160,160,3], stretched, of which the vehicle fills all but `margin` on each
    side; `type`: index or -1; `colours`: indices that are right, empty where unknown to us;
    `plated`: whether a rendered vehicle shows its plate."""

    image: np.ndarray
    margin: float
    type: int
    colours: tuple[int, ...]
    group: str
    source: str
    night: bool = False
    plated: bool = False


def colours_of(text: str) -> tuple[int, ...]:
    names = ("GREY" if name == "silver" else name.upper() for name in text.split("|"))
    return tuple(dict.fromkeys(COLOURS.index(name) for name in names if name.upper() != "UNKNOWN"))


def stretched(image: np.ndarray, box=None, margin: float = 0.0) -> np.ndarray:
    """The box x,y,w,h of a BGR picture, widened, as a stored crop; replicated beyond the picture."""
    rows, columns = image.shape[:2]
    x, y, w, h = box if box is not None else (0, 0, columns, rows)
    x0, y0 = round(x - margin * w), round(y - margin * h)
    x1, y1 = round(x + w + margin * w), round(y + h + margin * h)
    cut = image[max(0, y0) : min(rows, y1), max(0, x0) : min(columns, x1)]
    outside = (max(0, -y0), max(0, y1 - rows), max(0, -x0), max(0, x1 - columns))
    if any(outside):
        cut = cv2.copyMakeBorder(cut, *outside, cv2.BORDER_REPLICATE)
    how = cv2.INTER_AREA if min(cut.shape[:2]) > KEPT else cv2.INTER_LINEAR
    return cv2.cvtColor(cv2.resize(cut, (KEPT, KEPT), interpolation=how), cv2.COLOR_BGR2RGB)


def labels(data: Path) -> dict[tuple[str, str], dict]:
    """By source and image what colours.csv of the data says, and for images it does not name what this folder's says."""
    rows = {}
    for path in (MORE_COLOURS, data / "colours.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            rows |= {(row["source"], row["image"]): row for row in csv.DictReader(file)}
    return rows


def known(row: dict | None, kind: str | None) -> tuple[int, tuple[int, ...]] | None:
    """Type and colours of a crop that colours.csv may name; None where it must not be used."""
    if row is None:
        return (TYPES.index(kind) if kind else -1), ()
    if row["usable"] == "0":
        return None
    kind = kind or {"pickup": "CAR"}.get(row["type"], row["type"].upper())
    return (TYPES.index(kind) if kind in TYPES else -1), colours_of(row["colour"])


def roadside(data: Path) -> list[Crop]:
    rows, found = labels(data), []
    for folder, kind in FOLDERS.items():
        for cut in photographs.cut_outs(data, [folder]):
            what = known(rows.get(("vehicles-roadside", f"{folder}/{cut.path.name}")), kind)
            if what:
                found.append(Crop(stretched(cv2.imread(str(cut.path))), cut.margin, *what, cut.group, f"roadside-{folder}"))
    return found


def buses(data: Path) -> list[Crop]:
    """Buses but American school buses (by their yellow) and slivers (by their shape)."""
    rows, found = labels(data), []
    for cut in photographs.cut_outs(data, ["bus"]):
        image = cv2.imread(str(cut.path))
        hue, saturation, value = cv2.split(cv2.cvtColor(image, cv2.COLOR_BGR2HSV))
        yellow = ((hue > 13) & (hue < 29) & (saturation > 130) & (value > 80)).mean()
        slim = image.shape[0] > 2.2 * image.shape[1]
        what = known(rows.get(("vehicles-bus", f"crops/{cut.path.name}")), "BUS")
        if what and yellow < SCHOOL_BUS_SHARE and not slim:
            found.append(Crop(stretched(image), cut.margin, *what, cut.group, "bus"))
    return found


def boxed(data: Path, source: str, folder: str, group) -> list[Crop]:
    """The boxes that the labels name as PHOTOGRAPH_x_y_w_h.jpg: the photographs hold more, but nobody told their type."""
    found, read = [], {}
    for (of, name), row in sorted(labels(data).items()):
        what = known(row, None) if of == source else None
        if what:
            photograph, *numbers = Path(name).stem.rsplit("_", 4)
            if photograph not in read:
                read[photograph] = cv2.imread(str(data / folder / "images" / f"{photograph}.jpg"))
            image = stretched(read[photograph], [int(n) for n in numbers], MARGIN)
            found.append(Crop(image, MARGIN / (1 + 2 * MARGIN), *what, group(photograph), folder))
    return found


def openimages(data: Path) -> list[Crop]:
    return boxed(data, "oi", "plates-openimages", lambda photograph: photograph[:16])


def romania(data: Path) -> list[Crop]:
    """Vehicles of two day rides behind a windscreen, under a pinkish cast; twenty frames of a ride share a group."""
    return boxed(data, "plates-romania", "plates-romania", stretch_of_ride)


def stretch_of_ride(photograph: str) -> str:
    ride, number = photograph.rsplit("_", 1)
    return f"{ride}-{int(number) // 20}"


def london(data: Path) -> list[Crop]:
    """For evaluation only; `group` is the track."""
    rows, found = labels(data), []
    with (data / "vehicles-london" / "types.csv").open(newline="", encoding="utf-8") as file:
        tracks = list(csv.DictReader(file))
    colours = {}
    for (source, name), row in rows.items():
        if source == "vehicles-london" and row["usable"] == "1":
            colours[int(Path(name).stem.split("_")[0])] = colours_of(row["colour"])
    for row in tracks:
        if row["type"].upper() in TYPES:
            image = cv2.imread(str(data / "vehicles-london" / "crops" / row["image"]))
            colour = colours.get(int(row["track"]), ())
            found.append(Crop(stretched(image), 0.0, TYPES.index(row["type"].upper()), colour, row["track"], "london"))
    return found


def drawn(entries: list[dict]) -> list[Crop]:
    """The vehicles of rendered frames, but slivers. By night a camera sees no colour: UNKNOWN is right
    then. Frames whose vehicles all fill the net's input twice over are decoded at half size."""
    found = []
    for entry in entries:
        halved = all(min(v["box"][2:]) >= 2 * SIDE for v in entry["vehicles"])
        image = cv2.imread(str(entry["image"]), cv2.IMREAD_REDUCED_COLOR_2 if halved else cv2.IMREAD_COLOR)
        for vehicle in entry["vehicles"]:
            x, y, w, h = (v / 2 if halved else v for v in vehicle["box"])
            if w < 40 or h < 30 or vehicle["type"] not in TYPES:
                continue
            colour = "UNKNOWN" if entry["night"] else vehicle["colour"]
            found.append(
                Crop(
                    stretched(image, (x, y, w, h), MARGIN), MARGIN / (1 + 2 * MARGIN), TYPES.index(vehicle["type"]),
                    (COLOURS.index(colour),), entry["image"].stem, "rendered", entry["night"], bool(vehicle["plate"]),
                )
            )  # fmt: skip
    return found


def photographed(data: Path) -> list[Crop]:
    """All photographs that training may see."""
    return roadside(data) + buses(data) + openimages(data) + romania(data)
