"""Typefaces for plates: our own and those of the system, all as masks of one cap height."""

import random
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .strokes import CAP, PAD, read_faces, stroke_mask

STROKES = (0.82, 0.92, 1.0, 1.08, 1.18)  # variants of our faces, as factors of the drawn stroke
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ"


class Face:
    """A typeface: `mask(mark)` is uint8, CAP + 2 PAD high, PAD beside the glyph; `gap` is the space between glyphs in units of the cap height."""

    def __init__(self, name: str, gap: float, ambiguous: bool, draw):
        self.name, self.gap = name, gap
        # True where 0 and O, 1 and I are one shape
        self.ambiguous = ambiguous
        self._draw, self._masks = draw, {}

    def mask(self, mark: str) -> np.ndarray:
        if mark not in self._masks:
            self._masks[mark] = self._draw(mark)
        return self._masks[mark]


def own_faces(path: Path) -> dict[str, list[Face]]:
    """Our faces by name, each in several weights."""
    return {name: [_own(name, face, factor) for factor in STROKES] for name, face in read_faces(path).items()}


def _own(name, face, factor):
    def draw(mark):
        return stroke_mask(face["glyphs"][mark], face["stroke"] * factor)

    return Face(name, face["gap"] / 100, name in ("gb", "octagon"), draw)


def system_faces(patterns: list[str], roots: list[str]) -> list[Face]:
    """Fonts of this machine whose file name starts with one of the patterns; brought to the weights and widths of plates."""
    files = {}
    for root in roots:
        for file in sorted(Path(root).rglob("*")):
            if file.suffix.lower() in (".ttf", ".otf") and any(file.name.startswith(p) for p in patterns):
                files.setdefault(file.name, file)
    return [_system(file) for file in files.values()]


def _system(file):
    @lru_cache(maxsize=1)
    def font():
        sized = ImageFont.truetype(str(file), 100)
        box = sized.getbbox("H")
        return ImageFont.truetype(str(file), round(100 * CAP / (box[3] - box[1])))

    @lru_cache(maxsize=1)
    def widen():
        box = font().getbbox("H")
        return 0.58 * CAP / max(box[2] - box[0], 1)

    def draw(mark):
        f = font()
        cap = f.getbbox("H")
        box = f.getbbox(mark)
        image = Image.new("L", (max(box[2] - box[0], 1), CAP + 2 * PAD), 0)
        ImageDraw.Draw(image).text((-box[0], PAD - cap[1]), mark, fill=255, font=f)
        glyph = np.asarray(image)
        factor = float(np.clip(widen(), 0.62, 1.25))
        if mark in "ÄÖÜ":  # dots must stay below the cap line on a plate
            glyph = _lowered(np.asarray(_tall(f, mark, box, cap)))
        glyph = cv2.resize(glyph, (max(int(glyph.shape[1] * factor), 3), glyph.shape[0]), interpolation=cv2.INTER_AREA)
        return cv2.copyMakeBorder(glyph, 0, 0, PAD, PAD, cv2.BORDER_CONSTANT)

    return Face(file.stem, 0.16, False, draw)


def _tall(font, mark, box, cap):
    image = Image.new("L", (max(box[2] - box[0], 1), max(cap[3] - box[1], 1)), 0)
    ImageDraw.Draw(image).text((-box[0], -box[1]), mark, fill=255, font=font)
    return image


def _lowered(glyph):
    glyph = cv2.resize(glyph, (glyph.shape[1], CAP), interpolation=cv2.INTER_AREA)
    return cv2.copyMakeBorder(glyph, PAD, PAD, 0, 0, cv2.BORDER_CONSTANT)


class FaceChoice:
    """Which face a plate is drawn in: the country's own mostly, others for breadth."""

    def __init__(self, own: dict[str, list[Face]], system: list[Face], own_share: float, kin: dict[str, list[str]], rng: random.Random):
        if not system:
            raise ValueError("no system font matches: install the Debian packages named in training/README.md")
        self.own, self.system, self.own_share, self.kin, self.rng = own, system, own_share, kin, rng

    def draw(self, wanted: str) -> Face:
        rng = self.rng
        chance = rng.random()
        share = max(self.own_share, 0.8) if wanted in ("fe", "gb") else self.own_share
        if chance < share:
            relatives = self.kin.get(wanted, [])
            name = rng.choice(relatives) if relatives and rng.random() < 0.4 else wanted
            return rng.choice(self.own[name])
        if chance < share + (1 - share) * 0.3:
            return rng.choice(self.own[rng.choice(list(self.own))])
        return rng.choice(self.system)
