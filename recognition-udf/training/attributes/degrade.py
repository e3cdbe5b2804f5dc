"""What a poor camera does to a crop: few pixels, hard compression, over-sharpening, captions, neighbours."""

import cv2
import numpy as np

from attributes.net import SIDE

LUMA = np.float32((0.299, 0.587, 0.114))
"""How much red, green and blue add to brightness, as JPEG and video count."""


def few_pixels(random: np.random.Generator, out: np.ndarray) -> np.ndarray:
    """As a vehicle that fills 22 to 70 pixels of a compressed stream looks once it is stretched."""
    side = int(np.exp(random.uniform(np.log(22), np.log(70))))
    width = max(14, round(side * np.exp(random.normal(0, 0.2))))
    small = cv2.resize(out, (width, side), interpolation=cv2.INTER_AREA)
    if random.random() < 0.4:
        small = small + random.uniform(0.3, 1.2) * (small - cv2.GaussianBlur(small, (0, 0), random.uniform(0.8, 1.6)))
    if random.random() < 0.7:
        small = compressed(random, np.clip(small, 0, 255).astype(np.uint8), 12, 65)
    how = cv2.INTER_CUBIC if random.random() < 0.25 else cv2.INTER_LINEAR
    return np.clip(cv2.resize(small.astype(np.float32), (SIDE, SIDE), interpolation=how), 0, 255)


def coarse_colour(random: np.random.Generator, out: np.ndarray) -> np.ndarray:
    """Colour kept in fewer and larger places than light, a little beside it and with a noise of its own: video."""
    light = (out @ LUMA)[..., None]
    side = int(random.integers(10, 49))
    colour = cv2.resize(out - light, (side, side), interpolation=cv2.INTER_AREA)
    colour = colour + random.standard_normal(colour.shape, np.float32) * random.uniform(0, 9)
    colour = np.roll(cv2.resize(colour, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR), random.integers(-3, 4, 2), (0, 1))
    return light + colour


def compressed(random: np.random.Generator, image: np.ndarray, worst: int, best: int) -> np.ndarray:
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(worst, best))])
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


def caption(random: np.random.Generator, image: np.ndarray) -> np.ndarray:
    """A strip of text that a camera writes into its picture."""
    out = image.copy()
    height = int(random.integers(8, 23))
    top = SIDE - height if random.random() < 0.7 else 0
    left = int(random.integers(-45, 68))
    strip = out[top : top + height, max(0, left) :]
    strip[:] = (strip * random.uniform(0.2, 0.6)).astype(out.dtype)
    text = "".join(chr(int(c)) for c in random.integers(97, 123, int(random.integers(4, 12))))
    shade = [int(random.integers(190, 256))] * 3
    cv2.putText(out, text, (left + 3, top + height - 4), cv2.FONT_HERSHEY_SIMPLEX, height / 30, shade, 2, cv2.LINE_AA)
    return out


def elsewhere(random: np.random.Generator, image: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Another place around the vehicle: one camera's road must not tell what drives on it."""
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j].astype(np.float32)
    roundness, reach = random.uniform(2, 6), random.uniform(0.86, 1.05)
    outside = np.clip(((np.abs(x) ** roundness + np.abs(y) ** roundness) ** (1 / roundness) - reach) * random.uniform(5, 12), 0, 1)[..., None]
    ground = cv2.GaussianBlur(np.roll(other, SIDE // 2, (0, 1)), (0, 0), random.uniform(0.5, 8)).astype(np.float32) * random.uniform(0.5, 1.3)
    return np.clip(image + (ground - image) * outside, 0, 255).astype(np.uint8)


def beside(random: np.random.Generator, image: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Another vehicle that reaches into the crop from the side or from below."""
    out = image.copy()
    share = int(SIDE * random.uniform(0.08, 0.28))
    if random.random() < 0.35:
        out[SIDE - share :] = other[:share]
    elif random.random() < 0.5:
        top = int(random.integers(0, SIDE // 2))
        out[top:, :share] = other[top:, SIDE - share :]
    else:
        top = int(random.integers(0, SIDE // 2))
        out[top:, SIDE - share :] = other[top:, :share]
    return out
