"""One training scene out of one or two samples: cut, zoomed, mirrored, greyed, pasted, relit."""

from dataclasses import dataclass, field

import cv2
import numpy as np

from detector import light, plate_paste
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


def compose(random: np.random.Generator, pick) -> Scene:
    """A scene out of samples that `pick(alone)` hands out; `alone` says that one fills the frame."""
    scene = Scene()
    is_night = False
    if random.random() < 0.6:
        tiles = [(0, 0, WIDTH, HEIGHT)]
    else:
        middle = int(random.integers(24, 41)) * STRIDE
        tiles = [(0, 0, middle, HEIGHT), (middle, 0, WIDTH - middle, HEIGHT)]
    for tile in tiles:
        sample = pick(len(tiles) == 1)
        if random.random() < 0.5:
            sample = mirrored(sample)
        is_night |= sample.night
        how = (cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC)[int(random.choice(3, p=(0.5, 0.4, 0.1)))]
        lay(scene, sample, window_of(random, sample, tile), tile, greys(random), how)
    if random.random() < 0.35:
        taken = np.concatenate([scene.plates, scene.ignored_plates])
        for _ in range(int(random.integers(1, 4))):
            box = plate_paste.paste(random, scene.image, np.concatenate([taken, scene.plates]), scene.vehicles)
            scene.plates = np.concatenate([scene.plates, box])
    if random.random() < 0.35:
        taken = np.concatenate([scene.plates, scene.ignored_plates])
        for _ in range(int(random.integers(1, 5))):
            plate_paste.distract(random, scene.image, taken)
    scene.image = light.relight(random, scene.image, scene.plates, is_night)
    return scene


def greys(random) -> tuple[float, float, float]:
    if random.random() < 0.5:
        return (0.114, 0.587, 0.299)
    return tuple(random.dirichlet((2.0, 4.0, 3.0)))


def mirrored(sample: Sample) -> Sample:
    width = sample.image.shape[1]

    def turn(boxes):
        return None if boxes is None else np.stack([width - boxes[:, 2], boxes[:, 1], width - boxes[:, 0], boxes[:, 3]], 1)

    return Sample(sample.image[:, ::-1], turn(sample.plates), turn(sample.vehicles), sample.narrowest, sample.night)


def window_of(random, sample: Sample, tile) -> tuple[float, float, float, float]:
    """The part of the sample x, y, width, height (it may reach beyond the picture) for the tile."""
    rows, columns = sample.image.shape[:2]
    _, _, width, height = tile
    fit = min(width / columns, height / rows)
    if random.random() < 0.2:
        return (0.0, 0.0, width / fit, height / fit)
    if random.random() < 0.5:
        fit = max(width / columns, height / rows)
        zoom = fit * float(np.exp(random.uniform(np.log(0.8), np.log(1.6))))
    else:
        zoom = fit * float(np.exp(random.uniform(np.log(0.85), np.log(2.4))))
    sx, sy = zoom * float(np.exp(random.normal(0, 0.08))), zoom
    w, h = width / sx, height / sy
    if len(sample.plates) and random.random() < 0.85:
        plate = sample.plates[int(random.integers(len(sample.plates)))]
        low_x, high_x, low_y, high_y = plate[2] - w, plate[0], plate[3] - h, plate[1]
    else:
        low_x, high_x, low_y, high_y = -0.1 * w, columns - 0.9 * w, -0.1 * h, rows - 0.9 * h
    if w < columns:
        low_x, high_x = max(low_x, -0.05 * w), min(high_x, columns - 0.95 * w)
    else:
        low_x, high_x = columns - w, 0.0
    if h < rows:
        low_y, high_y = max(low_y, -0.05 * h), min(high_y, rows - 0.95 * h)
    else:
        low_y, high_y = rows - h, 0.0
    x = random.uniform(min(low_x, high_x), max(low_x, high_x))
    y = random.uniform(min(low_y, high_y), max(low_y, high_y))
    return (x, y, w, h)


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
