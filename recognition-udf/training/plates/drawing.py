"""A plate seen square on in even light: layout and face to a flat picture."""

import random

import cv2
import numpy as np

from . import ornaments
from .colours import rgb, varied
from .faces import Face
from .fields import PX_PER_MM, Fields
from .layouts import GAP, HYPHEN, SEAL, Layout
from .strokes import CAP, PAD

SEAL_MM = 46


class FlatPlate:
    """Draws one layout; all sizes vary a little around the series' own."""

    def __init__(self, layout: Layout, face: Face, rng: random.Random):
        self.layout, self.face, self.rng = layout, face, rng
        look = layout.look
        self.height = int(look["heightMm"] * PX_PER_MM)
        self.width = int(look["widthMm"] * PX_PER_MM)
        self.cap = look["characterHeightMm"] * PX_PER_MM * rng.uniform(0.93, 1.1)

    def draw(self) -> np.ndarray:
        """RGB uint8, about 0.62 pixels per millimetre."""
        rng, layout = self.rng, self.layout
        paper, ink = self._colours()
        image = np.empty((self.height, self.width, 3), np.uint8)
        image[:] = paper
        left, right = Fields(layout, self.face, rng).draw(image)
        self._border(image)
        ink_mask = self._rounded(self._characters(image, left, right))
        self._emboss(image, ink_mask)
        alpha = cv2.merge([ink_mask] * 3).astype(np.float32) * (rng.uniform(0.88, 1.0) / 255)
        image = (image + (np.array(ink, np.float32) - image) * alpha).astype(np.uint8)
        self._fixings(image)
        return image

    def _colours(self):
        rng, layout = self.rng, self.layout
        paper, ink = rgb(layout.background), rgb(layout.look["foreground"])
        odd = rng.random()
        if odd < 0.06:  # light on dark: old, military, diplomatic
            paper, ink = rng.choice(((20, 20, 22), (20, 20, 22), (20, 40, 120), (120, 20, 30), (20, 90, 50), (60, 60, 64))), (232, 232, 228)
        elif odd < 0.09:  # coloured ink
            ink = rng.choice(((20, 110, 60), (170, 30, 40), (30, 60, 150)))
        return varied(paper, rng, 7), varied(ink, rng, 9)

    def _border(self, image):
        rng, country = self.rng, self.layout.country
        colour = varied(rgb(self.layout.look["border"]), rng, 14)
        if country == "AT" and rng.random() < 0.9:  # lines in red, white, red above and below
            for y in (rng.randint(2, 4), self.height - rng.randint(3, 5)):
                cv2.line(image, (0, y - 2), (self.width, y - 2), colour, 1)
                cv2.line(image, (0, y + 1), (self.width, y + 1), colour, rng.randint(1, 2))
        elif rng.random() < {"BE": 0.9, "DK": 0.95, "GB": 0.25}.get(country, 0.65):
            inset, radius = rng.randint(0, 3), rng.choice((0, 4, 7, 10))
            outline = ornaments.rounded_box(inset, inset, self.width - 1 - inset, self.height - 1 - inset, radius)
            cv2.polylines(image, [outline], True, colour, rng.choice((1, 1, 2, 2, 3, 4)), cv2.LINE_AA)

    def _characters(self, image, left, right):
        """The mask of all characters; seals are drawn into the picture on the way."""
        rng, lines = self.rng, self.layout.lines
        mask = np.zeros(image.shape[:2], np.uint8)
        middle = rng.uniform(-0.04, 0.04) * self.height
        for i, marks in enumerate(lines):
            centre = self.height * (0.5 if len(lines) == 1 else (0.27, 0.73)[i])
            self._line(image, mask, marks, left, right, centre - self.cap / 2 + middle * (0.5 if len(lines) == 2 else 1))
        return self._slanted(mask)

    def _line(self, image, mask, marks, left, right, top):
        rng = self.rng
        cells = self._cells(marks)
        total = sum(cell[1] for cell in cells)
        room = right - left - 8 * PX_PER_MM
        squeeze = min(1.0, room / total)
        slack = max(room - total * squeeze, 0)
        if rng.random() < 0.25 and self.layout.look["widthMm"] > 400:  # letters spread over the plate
            spread = slack * rng.uniform(0, 0.8) / max(len(cells), 1)
        else:
            spread = 0.0
        x = left + 4 * PX_PER_MM + max(slack - spread * len(cells), 0) * np.clip(rng.gauss(0.5, 0.16), 0, 1)
        start = x
        for mark, width in cells:
            width *= squeeze
            if mark == SEAL:
                if rng.random() < 0.95:
                    ornaments.seal(image, rng, int(x + width * 0.05), max(int(top - 0.05 * self.cap), 0), int(width * 0.9), int(self.cap * 1.1), self.layout.country)
            elif mark == HYPHEN:
                self._hyphen(mask, x, top, width)
            elif mark != GAP:
                self._stamp(mask, mark, x, top, width)
            x += width + spread
        if self.layout.country == "BE" and HYPHEN in marks and rng.random() < 0.6:
            self._crown(image, marks, start, x, top)

    def _slanted(self, mask):
        """Slanting letters, as show plates and some old ones have."""
        rng = self.rng
        if rng.random() > (0.08 if self.layout.country in ("GB", "IE", "OTHER") else 0.02):
            return mask
        slant = rng.uniform(0.05, 0.22)
        matrix = np.array([[1, -slant, slant * mask.shape[0] / 2], [0, 1, 0]], np.float32)
        return cv2.warpAffine(mask, matrix, (mask.shape[1], mask.shape[0]), flags=cv2.INTER_LINEAR)

    def _cells(self, marks):
        """Marks with the width each takes, gaps included."""
        rng, face = self.rng, self.face
        stretch = rng.uniform(0.88, 1.1)
        gap = face.gap * self.cap * rng.uniform(0.65, 1.5)
        hyphen = rng.uniform(0.16, 0.5) * self.cap
        word = rng.uniform(0.22, 0.75) * self.cap
        seal = SEAL_MM * PX_PER_MM * rng.uniform(0.75, 1.3) * ornaments.SEAL_WIDTHS.get(self.layout.country, 1.0)
        cells = []
        for mark in marks:
            if mark == HYPHEN:
                cells.append((mark, hyphen + gap))
            elif mark == GAP:
                cells.append((mark, word))
            elif mark == SEAL:
                cells.append((mark, seal + gap * 0.6))
            else:
                glyph = face.mask(mark)
                cells.append((mark, (glyph.shape[1] - 2 * PAD) / CAP * self.cap * stretch + gap))
        self._gap = gap
        return cells

    def _stamp(self, mask, mark, x, top, width):
        glyph = self.face.mask(mark)
        scale = self.cap / CAP
        inner = max(width - self._gap, 2.0)
        sx = inner / max(glyph.shape[1] - 2 * PAD, 1)
        matrix = np.array([[sx, 0, x + self._gap / 2 - PAD * sx], [0, scale, top - PAD * scale]], np.float32)
        x0 = int(x + self._gap / 2 - PAD * sx)
        x1 = int(np.ceil(x + self._gap / 2 + inner + PAD * sx))
        x0, x1 = max(x0, 0), min(x1, mask.shape[1])
        if x1 <= x0:
            return
        matrix[0, 2] -= x0
        patch = cv2.warpAffine(glyph, matrix, (x1 - x0, mask.shape[0]), flags=cv2.INTER_LINEAR)
        np.maximum(mask[:, x0:x1], patch, out=mask[:, x0:x1])

    def _hyphen(self, mask, x, top, width):
        rng = self.rng
        y = int(top + self.cap * rng.uniform(0.47, 0.56))
        kind = rng.random()
        half = max(int(self.cap * rng.uniform(0.045, 0.085)), 1)
        x0, x1 = int(x + self._gap * 0.5), int(x + width - self._gap * 0.4)
        if kind < 0.8:
            cv2.rectangle(mask, (x0, y - half), (max(x1, x0 + 2), y + half), 255, -1, cv2.LINE_AA)
        elif kind < 0.93:
            cv2.circle(mask, ((x0 + x1) // 2, y), half + 1, 255, -1, cv2.LINE_AA)

    def _crown(self, image, marks, start, end, top):
        """The small oval mark stamped above the first hyphen of Belgian plates."""
        rng = self.rng
        share = (marks.find(HYPHEN) + 0.5) / len(marks)
        at = (int(start + (end - start) * share) + rng.randint(-5, 5), int(top + self.cap * rng.uniform(0.1, 0.3)))
        tone = rng.choice(((120, 30, 40), (130, 130, 130), (180, 170, 165)))
        cv2.ellipse(image, at, (rng.randint(2, 4), rng.randint(4, 8)), rng.uniform(-20, 20), 0, 360, tone, rng.choice((1, 1, -1)), cv2.LINE_AA)

    def _rounded(self, mask):
        """Corners as embossing and print leave them, from sharp to soft."""
        if self.rng.random() < 0.4:
            return mask
        soft = cv2.GaussianBlur(mask, (0, 0), self.rng.uniform(0.5, 1.7))
        return cv2.convertScaleAbs(cv2.subtract(soft, 88), alpha=255 / 80)

    def _emboss(self, image, mask):
        rng = self.rng
        if rng.random() < 0.5:
            return
        edge = cv2.Sobel(mask, cv2.CV_16S, rng.choice((0, 1)), 1)
        relief = cv2.convertScaleAbs(edge, alpha=rng.uniform(0.02, 0.09))
        change = cv2.add if rng.random() < 0.5 else cv2.subtract
        image[:] = change(image, cv2.merge([relief] * 3))

    def _fixings(self, image):
        rng = self.rng
        if rng.random() < 0.4:
            radius = rng.randint(1, 4)
            y = rng.choice((self.height // 2, self.height // 6, self.height * 5 // 6)) + rng.randint(-4, 4)
            for x in (rng.randint(8, self.width // 3), self.width - rng.randint(8, self.width // 3)):
                ornaments.screw(image, rng, (x, y), radius)
