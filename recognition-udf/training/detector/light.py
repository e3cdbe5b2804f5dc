"""What light, lens and sensor do to a grey frame."""

import cv2
import numpy as np


def glare(random: np.random.Generator, image: np.ndarray, count: int) -> None:
    """Adds lamps to the float image: a bright core, a halo around it, at times a streak."""
    rows, columns = image.shape
    for _ in range(count):
        radius = float(np.exp(random.uniform(np.log(1.5), np.log(28))))
        reach = int(radius * 3) + 1
        cx, cy = int(random.integers(columns)), int(random.integers(rows // 6, rows))
        x0, x1, y0, y1 = max(0, cx - reach), min(columns, cx + reach + 1), max(0, cy - reach), min(rows, cy + reach + 1)
        dy, dx = np.mgrid[y0 - cy : y1 - cy, x0 - cx : x1 - cx].astype(np.float32)
        stretch = 1.0 if random.random() < 0.7 else random.uniform(2, 5)
        image[y0:y1, x0:x1] += random.uniform(60, 350) * np.exp(-(dx**2 + (dy * stretch) ** 2) / (2 * radius**2))


def night(random: np.random.Generator, image: np.ndarray, plates: np.ndarray) -> np.ndarray:
    """Darkens all but the plates, which lamps and infrared keep bright, and lights lamps."""
    out = 255 * (image / 255) ** random.uniform(1.0, 1.6)
    gain = np.full(image.shape, random.uniform(0.2, 0.8), np.float32)
    for x0, y0, x1, y1 in plates.astype(int):
        gain[max(0, y0) : y1 + 1, max(0, x0) : x1 + 1] *= random.uniform(1.0, 3.0)
    out = out * cv2.GaussianBlur(gain, (0, 0), 0.8)
    glare(random, out, int(random.integers(1, 9)))
    return out


def blur(random: np.random.Generator, image: np.ndarray) -> np.ndarray:
    if random.random() < 0.6:
        return cv2.GaussianBlur(image, (0, 0), random.uniform(0.3, 1.1))
    length = int(random.integers(2, 6))
    kernel = np.zeros((length, length), np.float32)
    a, b = random.uniform(0, length - 1, 2)
    cv2.line(kernel, (0, int(a)), (length - 1, int(b)), 1.0)
    return cv2.filter2D(image, -1, kernel / kernel.sum())


def coarse(random: np.random.Generator, image: np.ndarray) -> np.ndarray:
    """As enlarged from a smaller picture: detail that the pixels promise is not there."""
    rows, columns = image.shape
    part = random.uniform(0.4, 0.85)
    small = cv2.resize(image, (round(columns * part), round(rows * part)), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR)


def uneven(random: np.random.Generator, image: np.ndarray) -> np.ndarray:
    """Light that falls off to one side, a shadow's edge, or haze."""
    rows, columns = image.shape
    kind = random.random()
    if kind < 0.4:
        across = np.linspace(random.uniform(0.5, 1.2), random.uniform(0.5, 1.2), columns, dtype=np.float32)
        down = np.linspace(random.uniform(0.7, 1.2), random.uniform(0.7, 1.2), rows, dtype=np.float32)
        return image * across * down[:, None]
    if kind < 0.8:
        shade = np.ones((rows, columns), np.float32)
        corners = random.uniform((0, 0), (columns, rows), (4, 2)).astype(np.int32)
        cv2.fillConvexPoly(shade, cv2.convexHull(corners), random.uniform(0.35, 0.8))
        return image * cv2.blur(shade, (5, 5))
    thick = random.uniform(0.1, 0.6)
    return image * (1 - thick) + thick * random.uniform(140, 230)


def relight(random: np.random.Generator, image: np.ndarray, plates: np.ndarray, is_night: bool) -> np.ndarray:
    """Photometric augmentation of a grey uint8 frame whose plates lie at `plates` (corners)."""
    if random.random() < 0.3:
        return compressed(random, image) if random.random() < 0.3 else image
    out = image.astype(np.float32)
    if not is_night and random.random() < 0.22:
        out = night(random, out, plates)
    elif random.random() < 0.1:
        glare(random, out, int(random.integers(1, 4)))
    if random.random() < 0.25:
        out = uneven(random, out)
    if random.random() < 0.15:
        out = coarse(random, out)
    if random.random() < 0.3:
        out = blur(random, out)
    if random.random() < 0.7:
        out = 255 * (np.clip(out, 0, 255) / 255) ** float(np.exp(random.normal(0, 0.3)))
        out = (out - 128) * random.uniform(0.6, 1.35) + 128 + random.normal(0, 18)
    if random.random() < 0.5:
        out += random.standard_normal(out.shape, np.float32) * min(14.0, random.exponential(4.0))
    out = np.clip(out, 0, 255).astype(np.uint8)
    return compressed(random, out) if random.random() < 0.25 else out


def compressed(random: np.random.Generator, image: np.ndarray) -> np.ndarray:
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(18, 80))])
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
