"""What stands on a plate and is no character: seals, crests, stickers, bands, badges, screws, small print.

All draw in place on an RGB uint8 picture; sizes are in pixels of that picture.
"""

import random

import cv2
import numpy as np

from . import heraldry
from .heraldry import HERALDIC

STICKERS = [(214, 120, 30), (60, 130, 60), (40, 90, 180), (230, 150, 170), (235, 205, 50), (120, 70, 40), (150, 40, 40), (190, 190, 190)]
METALS = [(205, 205, 205), (170, 175, 180), (225, 220, 205), (140, 145, 150)]
PRINT = "ABCDEFGHIKLMNOPRSTUVWZ0123456789.- "


# What stands in the seal's place, by country, with shares; and how wide that place is beside the German one
SEAL_KINDS = {
    "DE": {"stack": 7, "disc": 2, "shield": 0.5},
    "AT": {"arms": 9, "shield": 1},
    "SK": {"slovak": 9, "disc": 1},
    "HR": {"chequers": 9, "shield": 1},
    "CZ": {"pair": 9, "stack": 1},
    "PL": {"hologram": 8, "disc": 2},
    "SE": {"box": 8, "none": 2},
    "CH": {"dot": 8, "shield": 2},
}
ANY_SEAL = {"stack": 5, "disc": 2.5, "shield": 2, "hologram": 0.8, "box": 0.7, "arms": 1.5, "pair": 0.5, "chequers": 0.5, "dot": 0.5}
SEAL_WIDTHS = {"PL": 0.6, "CH": 0.5, "CZ": 0.7, "SE": 0.8}


def seal(image: np.ndarray, rng: random.Random, x: int, top: int, width: int, height: int, country: str) -> None:
    """What stands between the groups of a plate and is no character: stickers, arms, a dot."""
    kinds = SEAL_KINDS.get(country, ANY_SEAL) if rng.random() < 0.93 else ANY_SEAL
    kind = rng.choices(list(kinds), list(kinds.values()))[0]
    centre = x + width // 2
    if kind in ("arms", "slovak", "chequers"):
        heraldry.arms(image, rng, kind, (centre, top), width, height)
    elif kind == "pair":
        radius = max(int(width * rng.uniform(0.28, 0.42)), 2)
        for share in (0.27, 0.75):
            if rng.random() < 0.9:
                _disc(image, rng, (centre, top + int(height * share)), radius, rng.choice(STICKERS + HERALDIC[:1]))
    elif kind == "dot":
        cv2.circle(image, (centre, top + int(height * rng.uniform(0.45, 0.6))), max(int(width * 0.14), 1), (24, 24, 26), -1, cv2.LINE_AA)
    elif kind == "stack":
        small = max(int(width * rng.uniform(0.30, 0.42)), 3)
        large = max(int(width * rng.uniform(0.36, 0.5)), 3)
        _disc(image, rng, (centre + rng.randint(-1, 1), top + small + rng.randint(0, max(height // 10, 1))), small, rng.choice(STICKERS))
        if rng.random() < 0.93:
            _disc(image, rng, (centre, top + height - large - rng.randint(0, max(height // 10, 1))), large, rng.choice(METALS + HERALDIC[2:3]))
    elif kind == "disc":
        radius = max(int(width * rng.uniform(0.3, 0.55)), 3)
        _disc(image, rng, (centre, top + int(height * rng.uniform(0.4, 0.7))), radius, rng.choice(METALS + STICKERS))
    elif kind == "shield":
        heraldry.shield(image, rng, centre, top + int(height * rng.uniform(0.0, 0.3)), int(width * rng.uniform(0.6, 1.0)), int(height * rng.uniform(0.55, 0.8)))
    elif kind == "hologram":
        h, w = height // 3, max(width // 3, 3)
        y = top + rng.randint(h // 2, height - h)
        cv2.rectangle(image, (centre - w // 2, y), (centre + w // 2, y + h), rng.choice(METALS), -1, cv2.LINE_AA)
        for _ in range(3):
            cv2.line(image, (centre - w // 2, y + rng.randint(0, h)), (centre + w // 2, y + rng.randint(0, h)), rng.choice(METALS + STICKERS), 1, cv2.LINE_AA)
    elif kind == "box":
        sticker(image, rng, centre - width // 3, top + height // 6, max(2 * width // 3, 4), 2 * height // 3)


def _disc(image, rng, centre, radius, colour):
    """A round sticker: rim, ring of small print, and a charge in the middle."""
    cv2.circle(image, centre, radius, tuple(int(c * 0.7) for c in colour), -1, cv2.LINE_AA)
    cv2.circle(image, centre, max(radius - 1, 1), colour, -1, cv2.LINE_AA)
    if rng.random() < 0.3:  # six-sided inspection sticker
        sides = np.array([[centre[0] + radius * np.cos(a), centre[1] + radius * np.sin(a)] for a in np.linspace(0, 2 * np.pi, 7)])
        cv2.fillPoly(image, [sides.astype(np.int32)], colour, cv2.LINE_AA)
    dark = rng.random() < 0.75
    ink = tuple(int(c * rng.uniform(0.1, 0.6)) for c in colour) if dark else (250, 250, 250)
    for _ in range(rng.randint(6, 16)):
        angle, reach = rng.uniform(0, 6.28), radius * rng.uniform(0.68, 0.9)
        at = (int(centre[0] + reach * np.cos(angle)), int(centre[1] + reach * np.sin(angle)))
        cv2.circle(image, at, 1, ink, -1, cv2.LINE_AA)
    if rng.random() < 0.6:
        heraldry.shield(image, rng, centre[0], centre[1] - int(radius * 0.55), max(int(radius * 1.0), 3), max(int(radius * 1.15), 3))
    else:
        for _ in range(rng.randint(1, 4)):
            a, b = ((centre[0] + rng.randint(-radius, radius) // 2, centre[1] + rng.randint(-radius, radius) // 2) for _ in range(2))
            cv2.line(image, a, b, ink, rng.randint(1, max(radius // 4, 1)), cv2.LINE_AA)


def sticker(image: np.ndarray, rng: random.Random, x: int, y: int, width: int, height: int) -> None:
    """A rectangular sticker with one to three lines of small figures, as on export, temporary and Swedish plates."""
    colour = rng.choice(STICKERS + HERALDIC[3:5])
    cv2.rectangle(image, (x, y), (x + width, y + height), colour, -1, cv2.LINE_AA)
    rows = rng.randint(1, 3)
    ink = (250, 250, 250) if sum(colour) < 330 else (20, 20, 24)
    for row in range(rows):
        small_print(image, "".join(rng.choice("0123456789") for _ in range(rng.randint(1, 2))),
                    (x + width // 8, y + (row + 1) * height // rows - max(height // (5 * rows), 1)), 0.7 * height / rows, ink, max_width=width * 0.8)


def stars(image: np.ndarray, centre: tuple[int, int], radius: float, colour) -> None:
    """The ring of twelve."""
    for i in range(12):
        angle = i * np.pi / 6
        at = (int(round((centre[0] + radius * np.cos(angle)) * 8)), int(round((centre[1] + radius * np.sin(angle)) * 8)))
        cv2.circle(image, at, max(int(radius * 0.18 * 8), 6), colour, -1, cv2.LINE_AA, 3)


def band(image: np.ndarray, rng: random.Random, x: int, width: int, colour, letters: str) -> None:
    """The blue field with stars above and the country's letters below."""
    height = image.shape[0]
    cv2.rectangle(image, (x, 0), (x + width, height), colour, -1)
    flag = rng.random()
    yellow = rng.choice(((250, 210, 40), (245, 235, 180), (255, 255, 255)))
    if flag < 0.9:
        stars(image, (x + width // 2, int(height * rng.uniform(0.3, 0.36))), min(width * 0.32, height * 0.18), yellow)
    else:  # a national flag above
        for i in range(3):
            cv2.rectangle(image, (x + width // 5 + i * width // 5, height // 5), (x + width // 5 + (i + 1) * width // 5, height // 2), rng.choice(HERALDIC), -1)
    size = height * (0.3 if len(letters) == 1 else 0.24)
    small_print(image, letters, (x + int(width * (0.3 if len(letters) == 1 else 0.12)), int(height * rng.uniform(0.86, 0.92))), size, (250, 250, 250), 2, max_width=width * 0.8)


def badge(image: np.ndarray, rng: random.Random, x: int, width: int, colour, letters: str | None) -> None:
    """The field right of the text: a region's arms above, a number below, or dates. None leaves the number's place free."""
    height = image.shape[0]
    cv2.rectangle(image, (x, 0), (x + width, height), colour, -1)
    if letters is not None and rng.random() < 0.25:
        dates(image, rng, x, width, (250, 250, 250) if sum(colour) < 420 else (20, 20, 24))
        return
    if rng.random() < 0.85:
        box = (x + width // 6, height // 10, max(int(width * 0.66), 3), max(int(height * rng.uniform(0.32, 0.5)), 3))
        style = rng.random()
        if style < 0.5:
            heraldry.shield(image, rng, box[0] + box[2] // 2, box[1], box[2], box[3])
        elif style < 0.75:
            cv2.rectangle(image, box[:2], (box[0] + box[2], box[1] + box[3]), rng.choice(HERALDIC), -1)
            cv2.line(image, (box[0], box[1] + box[3]), (box[0] + box[2], box[1]), rng.choice(HERALDIC), max(width // 8, 1), cv2.LINE_AA)
        else:
            cv2.circle(image, (x + width // 2, height // 3), max(width // 3, 2), rng.choice(STICKERS), -1, cv2.LINE_AA)
    if letters is None:
        return
    ink = (250, 250, 250) if sum(colour) < 420 else (20, 20, 24)
    text = letters if letters and rng.random() < 0.5 else "".join(rng.choice("0123456789AB") for _ in range(2))
    small_print(image, text[:2], (x + int(width * 0.12), int(height * rng.uniform(0.84, 0.93))), height * rng.uniform(0.26, 0.34), ink, 2, max_width=width * 0.8)


def dates(image: np.ndarray, rng: random.Random, x: int, width: int, ink) -> None:
    """Two or three small numbers one above the other, with a line between them here and there."""
    height, rows = image.shape[0], rng.choice((2, 2, 3))
    size = rng.uniform(0.55, 0.8) * height / rows
    lined = rng.random() < 0.4
    for row in range(rows):
        bottom = int(height * (row + 1) / rows)
        small_print(image, f"{rng.randint(1, 31):02d}", (x + width // 8, bottom - int((height / rows - size) / 2)), size, ink, rng.choice((1, 2, 2)), max_width=width * 0.85)
        if lined and row:
            y = int(height * row / rows)
            cv2.line(image, (x + width // 8, y), (x + width - width // 8, y), ink, 1)


def small_print(image, text, origin, size, ink, thickness=1, max_width=None) -> None:
    """Text too small to matter, `size` pixels high."""
    scale = size / 22
    if max_width:
        (w, _), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, scale, thickness)
        scale *= min(1.0, max_width / max(w, 1))
    cv2.putText(image, text, (int(origin[0]), int(origin[1])), cv2.FONT_HERSHEY_SIMPLEX, scale, ink, thickness, cv2.LINE_AA)


def rounded_box(x0: int, y0: int, x1: int, y1: int, radius: int) -> np.ndarray:
    """A rectangle with round corners, as a polygon for OpenCV."""
    turns = np.linspace(0, np.pi / 2, 5) if radius else np.zeros(1)
    points = []
    for i, (x, y) in enumerate(((x1 - radius, y1 - radius), (x0 + radius, y1 - radius), (x0 + radius, y0 + radius), (x1 - radius, y0 + radius))):
        points += [(x + radius * np.cos(t + i * np.pi / 2), y + radius * np.sin(t + i * np.pi / 2)) for t in turns]
    return np.round(points).astype(np.int32)


def screw(image: np.ndarray, rng: random.Random, at: tuple[int, int], radius: int) -> None:
    """A screw head or cap, or the hole where one was."""
    tone = rng.choice((30, 60, 110, 170, 210, 235))
    cv2.circle(image, at, radius, (tone,) * 3, -1, cv2.LINE_AA)
    if rng.random() < 0.6:
        cv2.circle(image, (at[0] - 1, at[1] - 1), max(radius - 1, 1), (min(tone + 40, 255),) * 3, 1, cv2.LINE_AA)


def dealer_line(width: int, height: int, rng: random.Random) -> np.ndarray:
    """A strip of a plate holder with a dealer's name, light on dark or dark on light."""
    dark = rng.random() < 0.75
    strip = np.full((height, width, 3), rng.randint(8, 40) if dark else rng.randint(190, 240), np.uint8)
    if rng.random() < 0.8 and height >= 6:
        text = "".join(rng.choice(PRINT) for _ in range(rng.randint(6, 34)))
        ink = rng.choice(((235, 235, 235), (200, 200, 200), (230, 200, 60))) if dark else rng.choice(((20, 20, 30), (20, 40, 140), (150, 20, 30)))
        small_print(strip, text, (rng.randint(2, max(width // 3, 3)), height - max(height // 4, 1)), height * rng.uniform(0.5, 0.85), ink, max_width=width * 0.9)
    return strip
