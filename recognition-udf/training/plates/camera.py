"""What view, optics, sensor and compression do to a plate on a vehicle. One call, one crop: kept cheap, on bytes and small pictures."""

import random

import cv2
import numpy as np

from .mounting import Mounted

LEVELS = np.arange(256, dtype=np.float32)
NOISE_SPREAD = 32.0  # of the kept noise pictures, around 128
HALVES = ((0.0, 0.54), (0.46, 1.0))  # rows of a crop of two lines that the unrolled crop's left and right half show


def unrolled(crop: np.ndarray, size: tuple[int, int], halves=HALVES) -> np.ndarray:
    """Upper and lower part of a crop side by side, upper first, at `size` (width, height)."""
    parts = [crop[int(round(a * crop.shape[0])) : int(round(b * crop.shape[0]))] for a, b in halves]
    return np.hstack([stretched(part, (size[0] // 2, size[1])) for part in parts])


def stretched(crop: np.ndarray, size: tuple[int, int], how: int = cv2.INTER_LINEAR) -> np.ndarray:
    return cv2.resize(crop, size, interpolation=cv2.INTER_AREA if crop.shape[1] > 1.3 * size[0] else how)


class Camera:
    """Takes mounted plates to the crops a reader is given: RGB uint8 of `size` (width, height)."""

    def __init__(self, size: tuple[int, int], settings: dict, rng: random.Random):
        self.size, self.settings, self.rng = size, settings, rng
        self.grain = [_grain(rng, spread, coloured) for spread in (0.0, 0.8) for coloured in (False, True)]

    def take(self, mounted: Mounted, unroll: bool) -> np.ndarray:
        crop = self._stored(self._exposed(self._optics(self._projected(mounted))))
        if unroll:
            a, b = self.rng.gauss(0.54, 0.02), self.rng.gauss(0.46, 0.02)
            return unrolled(crop, self.size, ((0.0, a), (b, 1.0)))
        return stretched(crop, self.size, self.rng.choice((cv2.INTER_LINEAR, cv2.INTER_LINEAR, cv2.INTER_CUBIC)))

    def _projected(self, mounted):
        """The axis-aligned crop around the tilted plate, at the size the sensor saw it."""
        rng, s, corners = self.rng, self.settings, mounted.corners
        least, most = (s["min_width"], s["max_width"]) if mounted.lines == 1 else (s["min_width_two"], s["max_width_two"])
        width = np.exp(rng.uniform(np.log(least), np.log(most)))
        scale = width / (corners[1, 0] - corners[0, 0])
        tilted = self._tilted((corners - corners.mean(axis=0)) * scale, width, s["max_roll"] / mounted.lines)
        low, high = tilted.min(axis=0), tilted.max(axis=0)
        left, top, right, bottom = self._margins()
        box = high - low
        low, high = low - box * (left, top), high + box * (right, bottom)
        out = np.maximum(np.round(high - low), 8).astype(int)
        scene, source = (mounted.half, corners / 2) if scale < 0.58 else (mounted.scene, corners)
        matrix = cv2.getPerspectiveTransform(source, (tilted - low).astype(np.float32))
        return cv2.warpPerspective(scene, matrix, (int(out[0]), int(out[1])), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)

    def _tilted(self, unit, width, most):
        """The plate's corners as the camera sees them: rolled, turned, sheared, from near or far."""
        rng = self.rng
        level = rng.random() < 0.55
        roll = np.deg2rad(rng.gauss(0, 1.5) if level else rng.uniform(-most, most))
        yaw, pitch = (rng.gauss(0, 0.10), rng.gauss(0, 0.06)) if level else (rng.uniform(-0.6, 0.6), rng.uniform(-0.25, 0.25))
        squash = rng.uniform(0.86, 1.12) * (1.0 if rng.random() < 0.85 else rng.uniform(0.7, 0.9))
        shear = rng.gauss(0, 0.02 if level else 0.12)  # a camera above and beside the lane; a rolling shutter
        x, y = unit[:, 0] * np.cos(yaw), unit[:, 1] * np.cos(pitch) * squash
        depth = 1 + unit[:, 0] / width * np.sin(yaw) * 0.5 + unit[:, 1] / width * np.sin(pitch)
        x, y = x / depth, y / depth + unit[:, 0] * np.sin(yaw) * rng.uniform(-0.25, 0.25)
        x = x + y * shear
        return np.stack([x * np.cos(roll) - y * np.sin(roll), x * np.sin(roll) + y * np.cos(roll)], axis=1)

    def _margins(self):
        """Left, top, right, bottom as shares of the box: a tight box, or the operator's margins with a detector's error."""
        rng, s = self.rng, self.settings
        if rng.random() < s["tight_share"]:
            return [max(rng.gauss(0.005, 0.015), -0.02) for _ in range(4)]
        x, y, error_x, error_y = s["margin_x"], s["margin_y"], s["error_x"], s["error_y"]
        if rng.random() < s["loose_share"]:
            return self._loose_margins(x, y)
        wanted = [rng.gauss(m, e) for m, e in ((x, error_x), (y, error_y), (x, error_x), (y, error_y))]
        return [min(max(value, -0.025 if i % 2 == 0 else -0.06), 0.2 if i % 2 == 0 else 0.4) for i, value in enumerate(wanted)]

    def _loose_margins(self, x, y):
        """Of a box that a detector drew too large, above all in height, as around tilted plates and grilles."""
        rng, s = self.rng, self.settings
        sideways, upright = (x + abs(rng.gauss(0, s["loose_x"])) for _ in range(2)), (y + abs(rng.gauss(0, s["loose_y"])) for _ in range(2))
        (left, right), (top, bottom) = sideways, upright
        return [min(left, 0.4), min(top, 0.9), min(right, 0.4), min(bottom, 0.9)]

    def _optics(self, crop):
        rng = self.rng
        width = crop.shape[1]
        if rng.random() < 0.55:
            crop = cv2.GaussianBlur(crop, (0, 0), min(max(abs(rng.gauss(0, 0.0045)) * width, 0.25), 2.2))
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
        gain, grey = 1.0, False
        mode = rng.random()
        if mode < 0.1:  # night, infrared lamp: grey, glowing plate
            grey, gain = True, rng.uniform(0.7, 1.5)
            crop = cv2.merge([crop @ np.array([0.45, 0.4, 0.15], np.float32)] * 3).astype(np.uint8)
        elif mode < 0.2:  # dusk: dark and noisy
            gain = rng.uniform(0.12, 0.45)
        if mode < 0.14 and rng.random() < 0.5:  # lamps that bloom
            crop = cv2.addWeighted(crop, 1.0, cv2.GaussianBlur(crop, (0, 0), 4), rng.uniform(0.1, 0.5), 0)
        crop = cv2.LUT(crop, self._response(gain, grey))
        spread = float(cv2.meanStdDev(crop)[1].mean())
        if spread < 9:  # a person could not read it either: lift the contrast
            factor, mean = 9 / max(spread, 1.0), float(crop.mean())
            crop = cv2.LUT(crop, np.clip((LEVELS - mean) * factor + min(max(mean, 25), 230), 0, 255).astype(np.uint8))
            spread = 9.0
        readable = 0.12 + 0.21 * min(crop.shape[1] / 180, 1.0)
        sigma = min(abs(rng.gauss(0, 6)), spread * readable)  # noise stays below what a person can read through
        return self._noisy(crop, sigma / NOISE_SPREAD)

    def _response(self, gain, grey):
        """Contrast, brightness, gamma, cast and haze as one table, uint8 [1, 256, 3]."""
        rng = self.rng
        curve = (LEVELS * gain - 128) * rng.uniform(0.45, 1.15) + 128 + rng.gauss(0, 22)
        if rng.random() < 0.4:
            curve = 255 * np.power(np.clip(curve, 0, 255) / 255, rng.uniform(0.6, 1.7))
        table = np.repeat(curve[:, None], 3, axis=1)
        if not grey and rng.random() < 0.5:  # white balance; seldom a cast as of a windscreen or a failing filter
            spread = 0.08 if rng.random() < 0.8 else 0.3
            table = table * np.array([min(max(rng.gauss(1, spread), 0.4), 1.6) for _ in range(3)], np.float32)
        if rng.random() < 0.2:
            clear = rng.uniform(0.5, 0.9)
            table = table * clear + (1 - clear) * rng.uniform(90, 220)
        return np.clip(table, 0, 255).astype(np.uint8)[None]

    def _noisy(self, crop, strength):
        rng = self.rng
        grain = rng.choice(self.grain)
        y, x = rng.randrange(grain.shape[0] - crop.shape[0]), rng.randrange(grain.shape[1] - crop.shape[1])
        part = grain[y : y + crop.shape[0], x : x + crop.shape[1]]
        return cv2.addWeighted(crop, 1.0, part, strength, -128 * strength)

    def _stored(self, crop):
        rng = self.rng
        if rng.random() < 0.15:
            amount = rng.uniform(0.3, 1.2)
            crop = cv2.addWeighted(crop, 1 + amount, cv2.GaussianBlur(crop, (0, 0), 1.0), -amount, 0)
        if rng.random() < 0.6:
            coarsest = 28 if crop.shape[1] > 130 else 50
            _, data = cv2.imencode(".jpg", crop, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(coarsest, 95)])
            crop = cv2.imdecode(data, cv2.IMREAD_COLOR)
        return crop


def _grain(rng, blur, coloured):
    """A large noise picture around 128 that windows are taken of: white or blotchy, grey or coloured."""
    noise = np.random.default_rng(rng.getrandbits(32)).standard_normal((512, 768, 3 if coloured else 1)).astype(np.float32)
    if blur:
        noise = cv2.GaussianBlur(noise, (0, 0), blur).reshape(noise.shape)
        noise /= noise.std()
    return np.ascontiguousarray(np.broadcast_to(np.clip(noise * NOISE_SPREAD + 128, 0, 255), (512, 768, 3)).astype(np.uint8))
