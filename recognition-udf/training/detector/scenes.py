"""One training scene out of one or two samples: cut, zoomed, mirrored, greyed, pasted, relit."""

from dataclasses import dataclass, field

import cv2
import numpy as np

from detector import light, moves, plate_paste, signs
from detector.net import COLUMNS, HEIGHT, ROWS, STRIDE, WIDTH
from detector.samples import Sample

PAD = 114
EMPTY = np.zeros((0, 4), np.float32)


@dataclass
class Scene:
    """A net input and its truth; boxes are corners in input pixels.

    `ignored` boxes count neither as plates nor as background. `unknown` marks the cells where
    vehicles were not labelled; `narrowest` gives per cell the width under which plates were not.
    """

    image: np.ndarray = field(default_factory=lambda: np.full((HEIGHT, WIDTH), PAD, np.uint8))
    plates: np.ndarray = field(default_factory=lambda: EMPTY)
    vehicles: np.ndarray = field(default_factory=lambda: EMPTY)
    ignored_plates: np.ndarray = field(default_factory=lambda: EMPTY)
    ignored_vehicles: np.ndarray = field(default_factory=lambda: EMPTY)
    unknown: np.ndarray = field(default_factory=lambda: np.zeros((ROWS, COLUMNS), bool))
    narrowest: np.ndarray = field(default_factory=lambda: np.zeros((ROWS, COLUMNS), np.float32))


def letterboxed(sample: Sample) -> Scene:
    """The sample as inference sees it: fitted, top left, padded."""
    scene = Scene()
    scale = min(WIDTH / sample.image.shape[1], HEIGHT / sample.image.shape[0])
    window = (0.0, 0.0, WIDTH / scale, HEIGHT / scale)
    lay(scene, sample, window, (0, 0, WIDTH, HEIGHT), (0.114, 0.587, 0.299), cv2.INTER_AREA)
    return scene


class Composer:
    """Makes scenes of samples by the settings of detector.toml; `bank` holds plates to paste."""

    def __init__(self, settings: dict, bank: list[np.ndarray]):
        self.shares, self.settings, self.bank = settings["shares"], settings["scene"], bank

    def scene(self, random: np.random.Generator, pick) -> Scene:
        """A scene out of samples that `pick()` hands out."""
        scene, is_night = Scene(), False
        tiles = tiling(random, self.settings["tiles"])
        for tile in tiles:
            sample = pick()
            is_night |= sample.night
            sample = self.moved(random, sample)
            how = (cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC)[int(random.choice(3, p=(0.5, 0.4, 0.1)))]
            lay(scene, sample, self.window(random, sample, tile), tile, greys(random), how)
        self.plates_and_signs(random, scene)
        scene.image = light.relight(random, scene.image, scene.plates, is_night)
        return scene

    def moved(self, random, sample: Sample) -> Sample:
        if random.random() < 0.5:
            sample = moves.mirrored(sample)
        if random.random() < self.shares["turned"]:
            most = self.shares["turn_most"]
            sample = moves.turned(sample, float(np.clip(random.normal(0, self.shares["turn_sigma"]), -most, most)))
        return sample

    def plates_and_signs(self, random, scene: Scene) -> None:
        for box in scene.plates:
            if random.random() < self.settings["replaced"]:
                plate_paste.replace(random, scene.image, box, self.bank)
        taken = np.concatenate([scene.plates, scene.ignored_plates])
        if random.random() < self.settings["pasted"]:
            for _ in range(int(random.integers(1, 4))):
                box = plate_paste.paste(random, scene.image, taken, scene.vehicles, self.bank)
                scene.plates = np.concatenate([scene.plates, box])
                taken = np.concatenate([taken, box])
        if random.random() < self.settings["signs"]:
            for _ in range(int(random.integers(1, 6))):
                signs.distract(random, scene.image, taken, scene.vehicles)

    def window(self, random, sample: Sample, tile) -> tuple[float, float, float, float]:
        """The part of the sample x, y, width, height (it may reach beyond the picture) for the tile."""
        rows, columns = sample.image.shape[:2]
        _, _, width, height = tile
        stretch = random.uniform(*sample.stretch)
        fit = min(width / (columns * stretch), height / rows)
        chance, shown = random.random(), None
        if chance < 0.25:
            zoom = fit
        elif chance < 0.7 and len(sample.plates):
            shown = sample.plates[int(random.integers(len(sample.plates)))]
            least, most = self.settings["plate_width"]
            wanted = float(np.exp(random.uniform(np.log(least), np.log(min(most, 0.7 * width)))))
            zoom = wanted / ((shown[2] - shown[0]) * stretch)
        else:
            zoom = fit * float(np.exp(random.uniform(np.log(0.8), np.log(2.4))))
        zoom = float(np.clip(zoom, 0.75 * fit, max(fit, self.settings["most_enlarged"])))
        w, h = width / (zoom * stretch), height / zoom
        if chance < 0.25:
            return (0.0, 0.0, w, h)
        if shown is None and len(sample.plates) and random.random() < 0.7:
            shown = sample.plates[int(random.integers(len(sample.plates)))]
        if shown is not None:
            spans = (shown[2] - w, shown[0]), (shown[3] - h, shown[1])
        else:
            spans = (-0.1 * w, columns - 0.9 * w), (-0.1 * h, rows - 0.9 * h)
        return (placed(random, spans[0], w, columns), placed(random, spans[1], h, rows), w, h)


def tiling(random, shares) -> list[tuple[int, int, int, int]]:
    """x, y, width, height of one, two or four tiles that fill the input, on the grid of cells."""
    many = (1, 2, 4)[int(random.choice(3, p=shares))]
    if many == 1:
        return [(0, 0, WIDTH, HEIGHT)]
    x = int(random.integers(24, 41)) * STRIDE
    if many == 2:
        return [(0, 0, x, HEIGHT), (x, 0, WIDTH - x, HEIGHT)]
    y = int(random.integers(13, 24)) * STRIDE
    return [(0, 0, x, y), (x, 0, WIDTH - x, y), (0, y, x, HEIGHT - y), (x, y, WIDTH - x, HEIGHT - y)]


def placed(random, span: tuple[float, float], size: float, whole: int) -> float:
    """Where a window of `size` begins on an axis `whole` long: within the span, hardly outside the picture."""
    low, high = span
    if size < whole:
        low, high = max(low, -0.05 * size), min(high, whole - 0.95 * size)
    else:
        low, high = whole - size, 0.0
    return random.uniform(min(low, high), max(low, high))


def greys(random) -> tuple[float, float, float]:
    if random.random() < 0.5:
        return (0.114, 0.587, 0.299)
    return tuple(random.dirichlet((2.0, 4.0, 3.0)))


def lay(scene: Scene, sample: Sample, window, tile, weights, how) -> None:
    """Draws the window of the sample into the tile of the scene and adds its boxes."""
    rows, columns = sample.image.shape[:2]
    wx, wy, ww, wh = window
    tx, ty, tw, th = tile
    sx, sy = tw / ww, th / wh
    x0, y0, x1, y1 = (int(v) for v in (max(0, np.floor(wx)), max(0, np.floor(wy)), min(columns, np.ceil(wx + ww)), min(rows, np.ceil(wy + wh))))
    if x1 - x0 < 2 or y1 - y0 < 2:
        return
    cut = sample.image[y0:y1, x0:x1]
    size = (max(1, round((x1 - x0) * sx)), max(1, round((y1 - y0) * sy)))
    cut = cv2.resize(cut, size, interpolation=how if size[0] < x1 - x0 else cv2.INTER_LINEAR)
    if cut.ndim == 3:
        cut = cv2.transform(cut, np.float32(weights).reshape(1, 3))
    left, top = round((x0 - wx) * sx), round((y0 - wy) * sy)
    cut = cut[max(0, -top) :, max(0, -left) :]
    left, top = max(0, left), max(0, top)
    cut = cut[: th - top, : tw - left]
    scene.image[ty + top : ty + top + cut.shape[0], tx + left : tx + left + cut.shape[1]] = cut
    shift, scale = np.float32([wx, wy, wx, wy]), np.float32([sx, sy, sx, sy])
    limits = (tx, ty, tx + tw, ty + th)

    def moved(boxes, least, shortest):
        all_boxes = (boxes - shift) * scale + np.float32([tx, ty, tx, ty])
        inside = all_boxes.copy()
        inside[:, 0::2] = inside[:, 0::2].clip(limits[0], limits[2])
        inside[:, 1::2] = inside[:, 1::2].clip(limits[1], limits[3])
        area = np.prod(all_boxes[:, 2:] - all_boxes[:, :2], 1).clip(1e-6)
        size = inside[:, 2:] - inside[:, :2]
        good = (np.prod(size, 1) / area >= least) & (size.max(1) >= shortest) & (size.min(1) >= 3)
        gone = np.prod(size, 1) <= 0
        return inside[good], inside[~good & ~gone]

    plates, half = moved(sample.plates, 0.75, 11)
    scene.plates = np.concatenate([scene.plates, plates])
    scene.ignored_plates = np.concatenate([scene.ignored_plates, half])
    cells = np.s_[ty // STRIDE : (ty + th) // STRIDE, tx // STRIDE : (tx + tw) // STRIDE]
    scene.narrowest[cells] = sample.narrowest * sx
    if sample.vehicles is None:
        scene.unknown[cells] = True
    else:
        vehicles, half = moved(sample.vehicles, 0.35, 16)
        scene.vehicles = np.concatenate([scene.vehicles, vehicles])
        scene.ignored_vehicles = np.concatenate([scene.ignored_vehicles, half])
