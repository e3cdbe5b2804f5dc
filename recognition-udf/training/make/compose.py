"""A training sample: a window, perhaps with a badge in it, as a camera shows it."""

from dataclasses import dataclass

import cv2
import numpy as np

from attributes import degrade
from make import distractors, windows
from make.backgrounds import KEPT_SIZE, grille
from make.badges import Badge

TINTS = ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0), (1.05, 0.95, 0.7), (0.85, 0.92, 1.05), (0.5, 0.5, 0.5))
"""Chrome twice, gold, cold steel, dark."""

SMALLEST, BIGGEST = 13, 40
"""Pixels of the window that a badge's longer side takes."""


MOST = 4
"""Badges in a crowded window."""


@dataclass(frozen=True)
class Sample:
    """`image`: RGB uint8 [128,80,3]; `labels`: int [4], indices into LABELS, 0 after the last; `places`: float [4,4], the
    badges' middles and sizes in pixels of it."""

    image: np.ndarray
    labels: np.ndarray
    places: np.ndarray


def sampled(image: np.ndarray, badges=()) -> Sample:
    """A sample of an image and its badges, pairs of label and place."""
    labels, places = np.zeros(MOST, np.int64), np.zeros((MOST, 4), np.float32)
    for i, (label, place) in enumerate(badges):
        labels[i], places[i] = label, place
    return Sample(image, labels, places)


@dataclass(frozen=True)
class Stock:
    badges: list[Badge]
    drawn: list[np.ndarray]
    photographed: list[np.ndarray]


def sample(random: np.random.Generator, stock: Stock, badge_share: float) -> Sample:
    """A window as cameras see them: with one badge or without."""
    window = distractors.strew(random, background(random, stock), 3) if random.random() < 0.5 else background(random, stock)
    badges = []
    if random.random() < badge_share:
        badge = any_of(random, stock.badges)
        window, place = wear(random, window, *relit_badge(random, badge), free_spot(random))
        badges = [(badge.label, place)]
    elif random.random() < 0.25:
        window = wear(random, window, *piece(random, any_of(random, stock.badges)), free_spot(random))[0]
    return sampled(worn(random, window), badges)


def crowded(random: np.random.Generator, stock: Stock) -> Sample:
    """A window with a badge in each of its quarters: the net learns four at the price of one."""
    window, badges = background(random, stock), []
    for quarter in range(MOST):
        badge = any_of(random, stock.badges)
        spot = (20 + 40 * (quarter % 2) + random.normal(0, 3), 32 + 64 * (quarter // 2) + random.normal(0, 10))
        window, place = wear(random, window, *relit_badge(random, badge), spot)
        badges.append((badge.label, place))
    return sampled(worn(random, window), badges)


def any_of(random, stock: list):
    return stock[int(random.integers(len(stock)))]


def free_spot(random) -> tuple[float, float]:
    """Where a vehicle may wear its badge: near the middle of the window, at any height."""
    return windows.WIDTH / 2 + random.normal(0, 9), random.uniform(0.08, 0.95) * windows.HEIGHT


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


def relit_badge(random, badge: Badge) -> tuple[np.ndarray, np.ndarray]:
    """The badge in other metal and light, float [h,w,3], and its mask, float 0..1."""
    share = min(1.0, 2 * BIGGEST / max(badge.mask.shape))
    image, mask = (cv2.resize(part, None, fx=share, fy=share, interpolation=cv2.INTER_AREA) for part in (badge.image, badge.mask))
    image = image.astype(np.float32)
    grey = image.mean(2, keepdims=True)
    image = grey + (image - grey) * random.uniform(0.4, 1.3)
    image = (np.clip(image, 0, 255) / 255) ** np.exp(random.normal(0, 0.3)) * 255
    image = (image - image.mean()) * random.uniform(0.6, 1.3) + image.mean() + random.normal(0, 20)
    image = image * np.float32(TINTS[int(random.integers(len(TINTS)))] if random.random() < 0.4 else TINTS[0])
    if random.random() < 0.4:
        y, x = np.mgrid[-1 : 1 : image.shape[0] * 1j, -1 : 1 : image.shape[1] * 1j]
        image = image + ((x * random.normal(0, 25) + y * random.normal(0, 40))[..., None])
    return image.astype(np.float32), mask.astype(np.float32) / 255


def wear(random, window, image, mask, spot):
    """The window with the badge on it about the spot, and the badge's middle and size."""
    longest = np.exp(random.uniform(np.log(SMALLEST), np.log(BIGGEST)))
    rows, columns = image.shape[:2]
    share = longest / max(rows, columns)
    w = max(5, round(columns * share * random.uniform(0.75, 1.05)))
    h = max(5, round(rows * share * random.uniform(0.85, 1.05)))
    image, mask = (cv2.resize(part, (w, h), interpolation=cv2.INTER_AREA) for part in (image, mask))
    cx = float(np.clip(spot[0], w * 0.4, windows.WIDTH - w * 0.4))
    cy = float(np.clip(spot[1], h * 0.4, windows.HEIGHT - h * 0.4))
    angle, shear = random.normal(0, 0.07), random.normal(0, 0.08)
    turn = np.float32([[np.cos(angle), -np.sin(angle) + shear], [np.sin(angle), np.cos(angle)]])
    shift = np.float32([cx, cy]) - turn @ np.float32([w / 2, h / 2])
    matrix = np.hstack([turn, shift[:, None]])
    size = (windows.WIDTH, windows.HEIGHT)
    alpha = cv2.warpAffine(mask, matrix, size, flags=cv2.INTER_LINEAR)
    body = cv2.warpAffine(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    out = window.astype(np.float32)
    if random.random() < 0.6:  # the badge's shadow
        shadow = np.roll(cv2.GaussianBlur(alpha, (0, 0), 1.2), (1, int(random.integers(-1, 2))), (0, 1))
        out = out * (1 - random.uniform(0.1, 0.6) * shadow[..., None])
    alpha = alpha[..., None] * random.uniform(0.85, 1.0)
    return np.clip(out * (1 - alpha) + body * alpha, 0, 255).astype(np.uint8), (cx, cy, float(w), float(h))


def piece(random, badge: Badge):
    """A part of a badge blown up, and its mask: not enough to tell a maker by."""
    image, mask = relit_badge(random, badge)
    rows, columns = mask.shape
    h, w = max(2, int(rows * random.uniform(0.2, 0.4))), max(2, int(columns * random.uniform(0.2, 0.4)))
    y, x = int(random.integers(0, rows - h + 1)), int(random.integers(0, columns - w + 1))
    return image[y : y + h, x : x + w], mask[y : y + h, x : x + w]


def worn(random, window) -> np.ndarray:
    """Light, night, blur, few pixels, noise, compression."""
    out = window.astype(np.float32)
    if random.random() < 0.15:  # infra-red or deep dusk
        out = np.repeat(out.mean(2, keepdims=True), 3, 2)
    out = (np.clip(out, 0, 255) / 255) ** np.exp(random.normal(0, 0.25)) * random.uniform(0.65, 1.15) * 255
    out = out * (1 + random.normal(0, 0.06, 3).astype(np.float32)) + random.uniform(-10, 25)
    if random.random() < 0.35:
        out = cv2.GaussianBlur(out, (0, 0), random.uniform(0.4, 1.3))
    if random.random() < 0.15:
        out = cv2.blur(out, (int(random.integers(1, 5)), int(random.integers(1, 4))))
    if random.random() < 0.3:
        share = random.uniform(0.5, 0.9)
        small = cv2.resize(out, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        out = cv2.resize(small, (windows.WIDTH, windows.HEIGHT), interpolation=cv2.INTER_LINEAR)
    if random.random() < 0.6:
        out = out + random.standard_normal(out.shape, np.float32) * random.uniform(1, 9)
    out = np.clip(out, 0, 255).astype(np.uint8)
    return degrade.compressed(random, out, 45, 95) if random.random() < 0.4 else out
