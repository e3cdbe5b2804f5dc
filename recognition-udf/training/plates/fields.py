"""The fields at a plate's ends: the country's band, a region's badge, dates, an owner's second band."""

import random

import cv2
import numpy as np

from . import ornaments
from .colours import band_blue, rgb, varied
from .faces import Face
from .layouts import Layout
from .strokes import PAD

PX_PER_MM = 0.62
EDGE, GAP = int(6 * PX_PER_MM), int(3 * PX_PER_MM)
BRITISH = ("GB", "GB", "UK", "ENG", "SCO", "")
PROVINCES = ("MI", "RM", "TO", "GE", "BY", "NA")
WHITE, BLACK = (248, 248, 248), (20, 20, 24)


class Fields:
    """Draws what stands left and right of the text into a flat plate."""

    def __init__(self, layout: Layout, face: Face, rng: random.Random):
        self.layout, self.face, self.rng = layout, face, rng

    def draw(self, image: np.ndarray) -> tuple[int, int]:
        """Returns the span that is left for the text, in pixels from the left."""
        rng, layout = self.rng, self.layout
        band = self._band_wanted()
        left = self._band(image, band) if band else EDGE
        width = image.shape[1]
        badge = layout.badge if layout.badge and rng.random() < 0.9 else None
        if badge is None and rng.random() < (0.14 if layout.country == "DE" else 0.015):
            return left, self._dates(image)
        if badge is None and band and rng.random() < 0.06:  # an owner's second band
            across = int(band["widthMm"] * PX_PER_MM)
            ornaments.band(image, rng, width - across, across, band_blue(band["colour"], rng), rng.choice((band["letters"], "")))
            return left, width - across - GAP
        if badge is None and rng.random() < 0.04:
            badge = {"colour": rng.choice(("#12389A", "#E0A020", "#C02030", "#F2F2EC")), "letters": "", "widthMm": 38}
        return left, self._badge(image, badge) if badge else width - EDGE

    def _band_wanted(self):
        rng, layout = self.rng, self.layout
        if layout.band is None and layout.country == "GB" and rng.random() < 0.35:
            return {"colour": rng.choice(("#12389A", "#12389A", "#2E9A4A")), "letters": rng.choice(BRITISH), "widthMm": 40}
        return layout.band if rng.random() < 0.96 else None

    def _band(self, image, band):
        rng, width = self.rng, int(band["widthMm"] * PX_PER_MM)
        colour = band_blue(band["colour"], rng)
        if self.layout.country == "LU" and rng.random() < 0.15:  # a flag set into the yellow, without letters
            inset = int(10 * PX_PER_MM)
            ornaments.band(image[inset:-inset, inset // 2 :], rng, 0, int(width * 1.5), colour, "")
            return int(width * 1.5) + inset
        if rng.random() < 0.3:
            ornaments.band(image, rng, 0, width, colour, band["letters"])
        else:
            ornaments.band(image, rng, 0, width, colour, "")
            self._word(image, 0, width, band["letters"], (0.2, 0.3) if len(band["letters"]) == 1 else (0.16, 0.22), WHITE)
        return width + int(4 * PX_PER_MM)

    def _badge(self, image, badge):
        rng, width = self.rng, int(badge["widthMm"] * PX_PER_MM)
        x = image.shape[1] - width
        colour = varied(rgb(badge["colour"]), rng, 14)
        if rng.random() < 0.45:  # a number in the plate's own face
            ornaments.badge(image, rng, x, width, colour, None)
            word = rng.choice(PROVINCES) if self.layout.country == "IT" else f"{rng.randint(0, 99):02d}"
            self._word(image, x, width, word, (0.26, 0.42), BLACK if sum(colour) > 420 else WHITE)
        else:
            ornaments.badge(image, rng, x, width, colour, badge["letters"])
        return x - GAP

    def _dates(self, image):
        """Figures one above the other at the right end: seasonal plates, and export and short-term plates in colour."""
        rng, width = self.rng, int(self.rng.uniform(28, 44) * PX_PER_MM)
        x = image.shape[1] - width
        if rng.random() < 0.6:
            colour = varied(rng.choice(((235, 190, 30), (190, 30, 40))), rng, 12)
            cv2.rectangle(image, (x, 0), (image.shape[1], image.shape[0]), colour, -1)
        ornaments.dates(image, rng, x, width, BLACK)
        return x - GAP

    def _word(self, image, left, width, word, sizes, ink):
        """A few characters in the plate's own face, low in a band or badge; `sizes` are shares of the plate's height."""
        rng = self.rng
        if not word:
            return
        drawn = np.hstack([np.pad(self.face.mask(mark)[PAD:-PAD, PAD:-PAD], ((0, 0), (4, 4))) for mark in word])
        height = max(int(min(image.shape[0], 110 * PX_PER_MM) * rng.uniform(*sizes)), 3)
        across = max(int(min(drawn.shape[1] * height / drawn.shape[0], width * 0.9)), 2)
        drawn = cv2.resize(drawn, (across, height), interpolation=cv2.INTER_AREA)
        x, y = left + (width - across) // 2, int(image.shape[0] * rng.uniform(0.88, 0.95)) - height
        part = image[y : y + height, x : x + across]
        part[:] = part + ((np.array(ink, np.float32) - part) * (drawn[..., None] / 255.0)).astype(np.int16)
