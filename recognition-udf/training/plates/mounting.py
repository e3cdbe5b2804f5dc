"""From a flat plate to a plate on a vehicle: dirt, light, holder, bent metal, the body around it."""

import random
from dataclasses import dataclass

import cv2
import numpy as np

from . import ornaments

KEPT_WIDTH = 226  # pixels of a full-width plate's width in the kept scene: more than any reader's crop shows
FULL_WIDTH_MM = 520
BODIES = ((25, 25, 28), (60, 60, 64), (120, 122, 126), (190, 190, 188), (225, 225, 225), (130, 20, 28), (25, 45, 110), (40, 70, 50), (150, 130, 100), (235, 190, 20))


@dataclass(frozen=True)
class Mounted:
    """A plate on its vehicle, seen square on: the scene, the same at half size, and the plate's corners in it, clockwise from top left."""

    scene: np.ndarray
    half: np.ndarray
    corners: np.ndarray
    text: str
    country: str
    lines: int


class Mounting:
    """Draws the vehicle around plates and the weather upon them."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.noise = np.random.default_rng(rng.getrandbits(32))

    def mount(self, plate: np.ndarray, text: str, country: str, lines: int) -> Mounted:
        scene, corners = self._held(self._lit(self._soiled(plate)))
        if self.rng.random() < 0.2:
            scene = self._bent(scene, corners)
        scale = KEPT_WIDTH / (FULL_WIDTH_MM * 0.62)
        size = (int(scene.shape[1] * scale) // 2 * 2, int(scene.shape[0] * scale) // 2 * 2)
        corners = corners * np.array([size[0] / scene.shape[1], size[1] / scene.shape[0]], np.float32)
        scene = cv2.resize(scene, size, interpolation=cv2.INTER_AREA)
        half = cv2.resize(scene, (size[0] // 2, size[1] // 2), interpolation=cv2.INTER_AREA)
        return Mounted(scene, half, corners, text, country, lines)

    def _soiled(self, plate):
        rng = self.rng
        out = plate.astype(np.float32)
        if rng.random() < 0.3:
            out = out + self._cloud(plate.shape, rng.randint(2, 7)) * rng.uniform(4, 26)
        if rng.random() < 0.25:
            mud = np.array(rng.choice(((95, 80, 62), (140, 132, 120), (60, 55, 50))), np.float32)
            cover = np.clip(self._cloud(plate.shape, rng.randint(5, 14)) - rng.uniform(0.6, 1.4), 0, 1) * rng.uniform(0.3, 0.75)
            out = out * (1 - cover) + mud * cover
        if rng.random() < 0.12:  # a worn face: paint gone in specks
            specks = np.clip(self._cloud(plate.shape, rng.randint(30, 70)) - 1.3, 0, 1) * rng.uniform(0.2, 0.6)
            out = out * (1 - specks) + rng.uniform(90, 220) * specks
        if rng.random() < 0.1:
            for _ in range(rng.randint(1, 5)):  # scratches, wires, thin parts of tow bars
                a = (rng.randint(0, plate.shape[1]), rng.randint(0, plate.shape[0]))
                b = (a[0] + rng.randint(-60, 60), a[1] + rng.randint(-40, 40))
                cv2.line(out, a, b, (rng.randint(30, 220),) * 3, rng.randint(1, 2), cv2.LINE_AA)
        return out

    def _cloud(self, shape, cells):
        """Smooth noise of unit spread, (h, w, 1)."""
        field = self.noise.standard_normal((max(cells // 3, 2), cells)).astype(np.float32)
        return cv2.resize(field, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)[..., None]

    def _lit(self, plate):
        rng = self.rng
        h, w = plate.shape[:2]
        if rng.random() < 0.5:
            ramp_x = np.linspace(1, 1 + rng.uniform(-0.45, 0.45), w, dtype=np.float32)
            ramp_y = np.linspace(1, 1 + rng.uniform(-0.35, 0.35), h, dtype=np.float32)
            plate = plate * (ramp_x[None, :, None] * ramp_y[:, None, None])
        if rng.random() < 0.2:
            plate = plate * (1 - self._shadow(w, h) * rng.uniform(0.25, 0.65))
        if rng.random() < 0.1:  # glare
            spot = np.zeros((h, w), np.float32)
            cv2.ellipse(spot, (rng.randint(0, w), rng.randint(0, h)), (rng.randint(10, 65), rng.randint(6, 28)), rng.uniform(0, 180), 0, 360, 1.0, -1)
            plate = plate + cv2.GaussianBlur(spot, (0, 0), rng.uniform(4, 16))[..., None] * rng.uniform(40, 150)
        return np.clip(plate, 0, 255).astype(np.uint8)

    def _shadow(self, w, h):
        """The edge of a shadow, (h, w, 1)."""
        rng = self.rng
        mask = np.zeros((h, w), np.float32)
        if rng.random() < 0.5:
            y0, y1 = rng.randint(-h // 2, h), rng.randint(-h // 2, h)
            cv2.fillPoly(mask, [np.array([[0, y0], [w, y1], [w, -h], [0, -h]])], 1.0)
        else:
            x0, x1 = rng.randint(0, w), rng.randint(0, w)
            cv2.fillPoly(mask, [np.array([[x0, 0], [x1, h], [-w, h], [-w, 0]])], 1.0)
        return cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.5, 6))[..., None]

    def _held(self, plate):
        """Plate in its holder before the vehicle's body; returns the scene and the plate's corners in it."""
        rng = self.rng
        h, w = plate.shape[:2]
        left, top = int(w * 0.22), int(max(h * 0.5, w * 0.12))
        scene = self._body(w + 2 * left, h + 2 * top)
        if rng.random() < 0.35:
            self._recess(scene, left, top, w, h)
        if rng.random() < 0.5:
            rim = rng.randint(1, 6)
            tone = rng.choice((12, 20, 30, 45, 180, 215))
            cv2.rectangle(scene, (left - rim, top - rim), (left + w + rim, top + h + rim), (tone, tone, min(tone + 2, 255)), -1)
            if rng.random() < 0.6:
                plate = self._dealer(scene, plate, left, top, rim)
        sheet = np.full(plate.shape[:2], 255, np.uint8)
        if (radius := rng.choice((0, 4, 7, 10))) and plate.shape[0] == h:
            sheet[:] = 0
            cv2.fillPoly(sheet, [ornaments.rounded_box(0, 0, w - 1, h - 1, radius)], 255)
        np.copyto(scene[top : top + plate.shape[0], left : left + w], plate, where=sheet[..., None] > 127)
        if rng.random() < 0.12:
            scene = self._lamps(scene, left, top, w)
        corners = np.array([[left, top], [left + w, top], [left + w, top + h], [left, top + h]], np.float32)
        return scene, corners

    def _recess(self, scene, left, top, w, h):
        """The pressed edge of the panel that the plate lies in, some way off."""
        rng = self.rng
        away = [rng.randint(5, 60), rng.randint(3, 30), rng.randint(5, 60), rng.randint(3, 30)]
        outline = ornaments.rounded_box(left - away[0], top - away[1], left + w + away[2], top + h + away[3], rng.randint(3, 9))
        cv2.polylines(scene, [outline], True, (rng.randint(0, 255),) * 3, rng.randint(1, 6), cv2.LINE_AA)

    def _lamps(self, scene, left, top, w):
        """Plate lamps lit above the plate: glare at its upper edge, less below."""
        rng = self.rng
        glow = np.zeros(scene.shape[:2], np.float32)
        for share in rng.choice(((0.5,), (0.25, 0.75), (0.35, 0.65))):
            cv2.circle(glow, (int(left + w * share), top - rng.randint(0, 8)), rng.randint(5, 16), 1.0, -1)
        glow = cv2.GaussianBlur(glow, (0, 0), rng.uniform(5, 14))[..., None]
        return np.clip(scene * rng.uniform(0.6, 1.0) + glow * rng.uniform(120, 400), 0, 255).astype(np.uint8)

    def _dealer(self, scene, plate, left, top, rim):
        """A strip of print under the plate, seldom above it; what of the plate it leaves to be seen."""
        rng = self.rng
        h, w = plate.shape[:2]
        height, overlap = rng.randint(7, 17), rng.randint(0, 4)
        strip = ornaments.dealer_line(w + 2 * rim, height, rng)
        if rng.random() < 0.15:
            scene[top - height : top, left - rim : left + w + rim] = strip
            return plate
        scene[top + h - overlap : top + h - overlap + height, left - rim : left + w + rim] = strip
        return plate[: h - overlap]

    def _body(self, width, height):
        """Bumper, grille or shade around the plate."""
        rng = self.rng
        small = np.empty((8, 16, 3), np.float32)
        small[:] = rng.choice(BODIES)
        small += self.noise.standard_normal((8, 1, 1)) * rng.uniform(2, 30) + self.noise.standard_normal((8, 16, 1)) * rng.uniform(0, 12)
        scene = cv2.resize(np.clip(small, 0, 255).astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
        for _ in range(rng.randint(0, 5)):  # slats, seams, chrome
            y = rng.randint(0, height)
            cv2.line(scene, (0, y), (width, y + rng.randint(-25, 25)), (rng.randint(0, 255),) * 3, rng.randint(1, 9), cv2.LINE_AA)
        for _ in range(rng.choice((0, 0, 1, 2, 4))):  # posts, lamps' edges, gaps between panels: no characters
            x = rng.randint(0, width)
            cv2.line(scene, (x, rng.randint(0, height // 2)), (x + rng.randint(-12, 12), rng.randint(height // 2, height)), (rng.randint(0, 255),) * 3, rng.randint(1, 9), cv2.LINE_AA)
        return scene

    def _bent(self, scene, corners):
        """Ends higher or lower than the middle, as on a curved bumper."""
        h, w = scene.shape[:2]
        rise = self.rng.uniform(-0.16, 0.16) * (corners[3, 1] - corners[0, 1])
        across = (np.arange(w, dtype=np.float32) - w / 2) / (corners[1, 0] - corners[0, 0]) * 2
        xs = np.broadcast_to(np.arange(w, dtype=np.float32), (h, w))
        ys = np.arange(h, dtype=np.float32)[:, None] + (rise * (across**2 - 0.4))[None, :]
        return cv2.remap(scene, np.ascontiguousarray(xs), ys.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
