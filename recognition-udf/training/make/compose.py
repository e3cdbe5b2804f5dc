"""Training samples: patches of vehicles, perhaps with a badge in the middle, as a camera shows them."""

from dataclasses import dataclass

import cv2
import numpy as np

from attributes import degrade
from make import distractors, windows
from make.backgrounds import KEPT_SIZE, grille
from make.badges import Badge
from make.net import PATCH

TINTS = ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0), (1.05, 0.95, 0.7), (0.85, 0.92, 1.05), (0.5, 0.5, 0.5))
"""Chrome twice, gold, cold steel, dark."""

SMALLEST, BIGGEST = 14, 36
"""Pixels of the window that a badge's longer side takes."""
OFF = 4.0
"""Pixels that a badge's middle may be off a patch's in either direction; the net's answers lie 4 pixels apart."""
PATCHES = 6
"""Patches cut of one background."""


@dataclass(frozen=True)
class Stock:
    badges: list[Badge]
    drawn: list[np.ndarray]
    photographed: list[np.ndarray]


def patches(random: np.random.Generator, stock: Stock, badge_share: float):
    """Yields patches RGB uint8 [39,39,3] with their labels: a badge in the middle, or none there."""
    window = background(random, stock)
    if random.random() < 0.5:
        window = distractors.strew(random, window, 4)
    for _ in range(PATCHES):
        x, y = int(random.integers(0, windows.WIDTH - PATCH + 1)), int(random.integers(0, windows.HEIGHT - PATCH + 1))
        patch, label = window[y : y + PATCH, x : x + PATCH], 0
        how = random.random()
        if how < badge_share:
            badge = any_of(random, stock.badges)
            spot = PATCH / 2 + random.uniform(-OFF, OFF, 2)
            patch, label = wear(random, patch, badge, spot)[0], badge.label
        elif how < badge_share + 0.07:  # a badge, but at the edge
            spot = PATCH / 2 + random.choice((-1, 1), 2) * random.permutation((random.uniform(15, 24), random.uniform(0, 20)))
            patch = wear(random, patch, any_of(random, stock.badges), spot)[0]
        elif how < badge_share + 0.11:
            patch = wear(random, patch, piece(random, any_of(random, stock.badges)), PATCH / 2 + random.uniform(-8, 8, 2))[0]
        yield worn(random, patch), label


def any_of(random, stock: list):
    return stock[int(random.integers(len(stock)))]


def free_spot(random) -> tuple[float, float]:
    """Where a vehicle may wear its badge: near the middle of the window, higher than the plate's own frame."""
    return windows.WIDTH / 2 + random.normal(0, 6), random.uniform(0.2, 0.8) * windows.HEIGHT


def background(random, stock) -> np.ndarray:
    """RGB [128,80,3]: a rendered vehicle, a patch of a photograph or a grille, jittered; mirrored half the time."""
    how = random.random()
    if how < 0.45 and stock.drawn:
        kept = any_of(random, stock.drawn)
    elif how < 0.8 and stock.photographed:
        kept = any_of(random, stock.photographed)
    else:
        kept = grille(random)
    share = np.exp(random.normal(0, 0.12)) / windows.KEPT
    w, h = KEPT_SIZE[0] * share, KEPT_SIZE[1] * share * np.exp(random.normal(0, 0.08))
    x = (KEPT_SIZE[0] - w) / 2 + random.normal(0, 4)
    y = (KEPT_SIZE[1] - h) / 2 + random.normal(0, 5)
    window = windows.cut(kept, (x, y, w, h), (windows.WIDTH, windows.HEIGHT))
    return np.ascontiguousarray(window[:, ::-1]) if random.random() < 0.5 else window


def relit(random, image: np.ndarray) -> np.ndarray:
    """A badge in other metal and light."""
    grey = image.mean(2, keepdims=True)
    image = grey + (image - grey) * random.uniform(0.4, 1.3)
    image = (np.clip(image, 0, 255) / 255) ** np.exp(random.normal(0, 0.25)) * 255
    image = (image - image.mean()) * random.uniform(0.65, 1.3) + image.mean() + random.normal(0, 18)
    if random.random() < 0.3:
        image = image * np.float32(TINTS[int(random.integers(len(TINTS)))])
    if random.random() < 0.3:
        y, x = np.mgrid[-1 : 1 : image.shape[0] * 1j, -1 : 1 : image.shape[1] * 1j]
        image = image + (x * random.normal(0, 25) + y * random.normal(0, 40))[..., None]
    return image.astype(np.float32)


def wear(random, ground: np.ndarray, badge: Badge, spot, altered: bool = True):
    """The ground with the badge on it about the spot, and the badge's middle and size; in other light if altered."""
    high, wide = ground.shape[:2]
    rows, columns = badge.mask.shape
    share = np.exp(random.uniform(np.log(SMALLEST), np.log(BIGGEST))) / max(rows, columns)
    w = max(5, round(columns * share * random.uniform(0.75, 1.05)))
    h = max(5, round(rows * share * random.uniform(0.85, 1.05)))
    image = cv2.resize(badge.image, (w, h), interpolation=cv2.INTER_AREA).astype(np.float32)
    mask = cv2.resize(badge.mask, (w, h), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    image = relit(random, image) if altered else image
    angle, shear = random.normal(0, 0.07), random.normal(0, 0.08)
    turn = np.float32([[np.cos(angle), -np.sin(angle) + shear], [np.sin(angle), np.cos(angle)]])
    shift = np.float32(spot) - turn @ np.float32([w / 2, h / 2])
    matrix = np.hstack([turn, shift[:, None]])
    alpha = cv2.warpAffine(mask, matrix, (wide, high), flags=cv2.INTER_LINEAR)
    body = cv2.warpAffine(image, matrix, (wide, high), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    out = ground.astype(np.float32)
    if random.random() < 0.5:  # the badge's shadow
        shadow = np.roll(cv2.GaussianBlur(alpha, (0, 0), 1.2), (1, int(random.integers(-1, 2))), (0, 1))
        out = out * (1 - random.uniform(0.1, 0.6) * shadow[..., None])
    alpha = alpha[..., None] * random.uniform(0.88, 1.0)
    return np.clip(out * (1 - alpha) + body * alpha, 0, 255).astype(np.uint8), (*spot, w, h)


def piece(random, badge: Badge) -> Badge:
    """A part of a badge blown up: not enough to tell a maker by."""
    rows, columns = badge.mask.shape
    h, w = max(2, int(rows * random.uniform(0.2, 0.4))), max(2, int(columns * random.uniform(0.2, 0.4)))
    y, x = int(random.integers(0, rows - h + 1)), int(random.integers(0, columns - w + 1))
    return Badge(badge.image[y : y + h, x : x + w], badge.mask[y : y + h, x : x + w], 0, badge.name)


def worn(random, patch) -> np.ndarray:
    """Light, night, blur, few pixels, noise, compression."""
    out = patch.astype(np.float32)
    if random.random() < 0.12:  # infra-red or deep dusk
        out = np.repeat(out.mean(2, keepdims=True), 3, 2)
    out = (np.clip(out, 0, 255) / 255) ** np.exp(random.normal(0, 0.25)) * random.uniform(0.65, 1.15) * 255
    out = out * (1 + random.normal(0, 0.06, 3).astype(np.float32)) + random.uniform(-10, 25)
    if random.random() < 0.3:
        out = cv2.GaussianBlur(out, (0, 0), random.uniform(0.4, 1.1))
    if random.random() < 0.1:
        out = cv2.blur(out, (int(random.integers(1, 4)), int(random.integers(1, 4))))
    if random.random() < 0.3:
        share = random.uniform(0.55, 0.9)
        small = cv2.resize(out, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        out = cv2.resize(small, patch.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    if random.random() < 0.6:
        out = out + random.standard_normal(out.shape, np.float32) * random.uniform(1, 9)
    out = np.clip(out, 0, 255).astype(np.uint8)
    return degrade.compressed(random, out, 45, 95) if random.random() < 0.4 else out
