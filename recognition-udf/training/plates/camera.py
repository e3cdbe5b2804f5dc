"""What road, weather and camera do to a plate: holder, light, dirt, view, optics, sensor, compression."""

import random

import cv2
import numpy as np

from . import ornaments


class Camera:
    """Takes a flat plate to the crop a reader is given: RGB uint8 of `size` (width, height)."""

    def __init__(self, size: tuple[int, int], settings: dict, rng: random.Random):
        self.size, self.settings, self.rng = size, settings, rng
        self.noise = np.random.default_rng(rng.getrandbits(32))

    def take(self, plate: np.ndarray) -> np.ndarray:
        plate = self._lit(self._soiled(plate))
        plate, corners = self._mounted(plate)
        crop = self._projected(plate, corners).astype(np.float32)
        crop = self._optics(crop)
        crop = self._exposed(crop)
        return self._stored(crop)

    # -- on the vehicle

    def _soiled(self, plate):
        rng = self.rng
        out = plate.astype(np.float32)
        if rng.random() < 0.3:
            out = out + self._cloud(plate.shape, rng.randint(2, 7)) * rng.uniform(4, 26)
        if rng.random() < 0.25:
            mud = np.array(rng.choice(((95, 80, 62), (140, 132, 120), (60, 55, 50))), np.float32)
            cover = np.clip(self._cloud(plate.shape, rng.randint(5, 14)) - rng.uniform(0.6, 1.4), 0, 1) * rng.uniform(0.3, 0.75)
            out = out * (1 - cover) + mud * cover
        if rng.random() < 0.08:
            for _ in range(rng.randint(1, 5)):  # scratches, wires, tow bars' thin parts
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
        if rng.random() < 0.18:  # the edge of a shadow
            mask = np.zeros((h, w), np.float32)
            if rng.random() < 0.5:
                y0, y1 = rng.randint(-h // 2, h), rng.randint(-h // 2, h)
                cv2.fillPoly(mask, [np.array([[0, y0], [w, y1], [w, -h], [0, -h]])], 1.0)
            else:
                x0, x1 = rng.randint(0, w), rng.randint(0, w)
                cv2.fillPoly(mask, [np.array([[x0, 0], [x1, h], [-w, h], [-w, 0]])], 1.0)
            mask = cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.5, 6))
            plate = plate * (1 - mask[..., None] * rng.uniform(0.25, 0.65))
        if rng.random() < 0.1:  # glare
            spot = np.zeros((h, w), np.float32)
            cv2.ellipse(spot, (rng.randint(0, w), rng.randint(0, h)), (rng.randint(10, 65), rng.randint(6, 28)), rng.uniform(0, 180), 0, 360, 1.0, -1)
            spot = cv2.GaussianBlur(spot, (0, 0), rng.uniform(4, 16))
            plate = plate + spot[..., None] * rng.uniform(40, 150)
        return np.clip(plate, 0, 255).astype(np.uint8)

    def _mounted(self, plate):
        """Plate in its holder before the vehicle's body; returns the scene and the plate's corners in it."""
        rng = self.rng
        h, w = plate.shape[:2]
        pad_x, pad_y = int(w * 0.22), int(h * 0.75)
        scene = self._body(w + 2 * pad_x, h + 2 * pad_y)
        top, left = pad_y, pad_x
        if rng.random() < 0.5:
            rim = rng.randint(1, 6)
            tone = rng.choice((12, 20, 30, 45, 180, 215))
            cv2.rectangle(scene, (left - rim, top - rim), (left + w + rim, top + h + rim), (tone, tone, min(tone + 2, 255)), -1)
            if rng.random() < 0.6:
                height = rng.randint(7, 17)
                overlap = rng.randint(0, 4)
                strip = ornaments.dealer_line(w + 2 * rim, height, rng)
                scene[top + h - overlap : top + h - overlap + height, left - rim : left + w + rim] = strip
                plate = plate[: h - overlap] if overlap else plate
        scene[top : top + plate.shape[0], left : left + w] = plate
        corners = np.array([[left, top], [left + w, top], [left + w, top + h], [left, top + h]], np.float32)
        return scene, corners

    def _body(self, width, height):
        """Bumper, grille or shade around the plate."""
        rng = self.rng
        base = rng.choice(((25, 25, 28), (60, 60, 64), (120, 122, 126), (190, 190, 188), (225, 225, 225), (130, 20, 28), (25, 45, 110), (40, 70, 50), (150, 130, 100)))
        small = np.empty((8, 16, 3), np.float32)
        small[:] = base
        small += self.noise.standard_normal((8, 1, 1)) * rng.uniform(2, 30) + self.noise.standard_normal((8, 16, 1)) * rng.uniform(0, 12)
        scene = cv2.resize(np.clip(small, 0, 255).astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
        for _ in range(rng.randint(0, 5)):  # slats, seams, chrome
            y = rng.randint(0, height)
            cv2.line(scene, (0, y), (width, y + rng.randint(-25, 25)), (rng.randint(0, 255),) * 3, rng.randint(1, 9), cv2.LINE_AA)
        return scene

    # -- from the road

    def _projected(self, scene, corners):
        """The axis-aligned crop around the tilted plate, at the size the sensor saw it."""
        rng, s = self.rng, self.settings
        w, h = corners[1, 0] - corners[0, 0], corners[3, 1] - corners[0, 1]
        width = float(np.exp(rng.uniform(np.log(s["min_width"]), np.log(s["max_width"]))))
        scale = width / w
        level = rng.random() < 0.55
        roll = np.deg2rad(rng.gauss(0, 1.5) if level else rng.uniform(-s["max_roll"], s["max_roll"]))
        yaw, pitch = (rng.gauss(0, 0.10), rng.gauss(0, 0.06)) if level else (rng.uniform(-0.5, 0.5), rng.uniform(-0.2, 0.2))
        unit = (corners - corners.mean(axis=0)) * scale
        squash = rng.uniform(0.86, 1.12) * (1.0 if rng.random() < 0.85 else rng.uniform(0.7, 0.9))
        x, y = unit[:, 0] * np.cos(yaw), unit[:, 1] * np.cos(pitch) * squash
        depth = 1 + unit[:, 0] / width * np.sin(yaw) * 0.5 + unit[:, 1] / width * np.sin(pitch)
        x, y = x / depth, y / depth + unit[:, 0] * np.sin(yaw) * rng.uniform(-0.15, 0.15)
        tilted = np.stack([x * np.cos(roll) - y * np.sin(roll), x * np.sin(roll) + y * np.cos(roll)], axis=1)
        low, high = tilted.min(axis=0), tilted.max(axis=0)
        box = high - low
        left, right = (rng.gauss(s["margin_x"], 0.045) for _ in range(2))
        top, bottom = (rng.gauss(s["margin_y"], 0.10) for _ in range(2))
        low = low - np.clip([left, top], [-0.025, -0.06], [0.16, 0.38]) * box
        high = high + np.clip([right, bottom], [-0.025, -0.06], [0.16, 0.38]) * box
        out = np.maximum(np.round(high - low), 8).astype(int)
        matrix = cv2.getPerspectiveTransform(corners, (tilted - low).astype(np.float32))
        if scale < 0.6:  # average before sampling, or thin strokes vanish
            shrink = max(scale * 1.6, 0.12)
            size = (int(scene.shape[1] * shrink), int(scene.shape[0] * shrink))
            ratio = (scene.shape[1] / size[0], scene.shape[0] / size[1])
            scene = cv2.resize(scene, size, interpolation=cv2.INTER_AREA)
            matrix = matrix @ np.diag([ratio[0], ratio[1], 1.0])
        return cv2.warpPerspective(scene, matrix, (int(out[0]), int(out[1])), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)

    def _optics(self, crop):
        rng = self.rng
        width = crop.shape[1]
        if rng.random() < 0.6:
            crop = cv2.GaussianBlur(crop, (0, 0), max(abs(rng.gauss(0, 0.0045)) * width, 0.2))
        if rng.random() < 0.2:
            length = max(int(width * rng.uniform(0.01, 0.035)), 2)
            kernel = np.zeros((length, length), np.float32)
            angle = rng.gauss(0, 0.4) if rng.random() < 0.6 else rng.uniform(0, np.pi)
            c = (length - 1) / 2
            dx, dy = np.cos(angle) * c, np.sin(angle) * c
            cv2.line(kernel, (round(c - dx), round(c - dy)), (round(c + dx), round(c + dy)), 1.0)
            crop = cv2.filter2D(crop, -1, kernel / max(kernel.sum(), 1))
        return crop

    def _exposed(self, crop):
        rng = self.rng
        mode = rng.random()
        if mode < 0.1:  # night, infrared lamp: grey, glowing plate
            grey = crop @ np.array([0.45, 0.4, 0.15], np.float32)
            crop = np.repeat(grey[..., None], 3, axis=2) * rng.uniform(0.7, 1.5)
            if rng.random() < 0.4:
                crop = crop + cv2.GaussianBlur(crop, (0, 0), 5) * rng.uniform(0.1, 0.5)
        elif mode < 0.22:  # dusk: dark and noisy
            crop = crop * rng.uniform(0.12, 0.45)
        contrast = rng.uniform(0.45, 1.15)
        crop = (crop - 128) * contrast + 128 + rng.gauss(0, 22)
        if rng.random() < 0.4:
            crop = 255 * np.power(np.clip(crop, 0, 255) / 255, rng.uniform(0.6, 1.7))
        if rng.random() < 0.5:
            spread = 0.12 if rng.random() < 0.75 else 0.4  # a cast as of a windscreen or a failing filter
            crop = crop * np.array([rng.gauss(1, spread) for _ in range(3)], np.float32).clip(0.4, 1.6)
        if rng.random() < 0.2:  # haze
            crop = crop * (a := rng.uniform(0.5, 0.9)) + (1 - a) * rng.uniform(90, 220)
        spread = float(crop.std())
        if spread < 9:  # a person could not read it either: lift the contrast
            crop = (crop - crop.mean()) * (9 / max(spread, 1.0)) + np.clip(crop.mean(), 25, 230)
            spread = 9.0
        sigma = min(abs(rng.gauss(0, 6)), spread * 0.33)  # noise stays below what a person can read through
        crop = crop + self.noise.standard_normal(crop.shape[:2] + ((1,) if rng.random() < 0.5 else (3,))).astype(np.float32) * sigma
        return np.clip(crop, 0, 255).astype(np.uint8)

    def _stored(self, crop):
        rng = self.rng
        if rng.random() < 0.15:
            blur = cv2.GaussianBlur(crop, (0, 0), 1.0)
            crop = cv2.addWeighted(crop, 1 + (a := rng.uniform(0.3, 1.2)), blur, -a, 0)
        if rng.random() < 0.7:
            _, data = cv2.imencode(".jpg", crop, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(28, 95)])
            crop = cv2.imdecode(data, cv2.IMREAD_COLOR)
        how = cv2.INTER_AREA if crop.shape[1] > 1.3 * self.size[0] else rng.choice((cv2.INTER_LINEAR, cv2.INTER_LINEAR, cv2.INTER_CUBIC))
        return cv2.resize(crop, self.size, interpolation=how)
