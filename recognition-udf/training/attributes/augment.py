"""What camera, weather and a detector's loose boxes do to a crop; and bodies in rarer paint."""

import cv2
import numpy as np

from attributes import degrade
from attributes.crops import KEPT, Crop
from attributes.net import COLOURS, SIDE

WIDENED = 0.05
"""How much wider than its box, on each side, the crop is that inference hands in."""
UNKNOWN = COLOURS.index("UNKNOWN")
PLAIN = (COLOURS.index("WHITE"),)
VIVID = tuple(COLOURS.index(c) for c in ("RED", "BLUE", "GREEN", "YELLOW", "ORANGE"))
PAINTS = {
    "RED": ((170, 188), (150, 230), 0.8, 3),
    "BLUE": ((98, 122), (70, 230), 0.75, 4),
    "GREEN": ((45, 90), (70, 210), 0.65, 4),
    "YELLOW": ((24, 31), (150, 240), 1.0, 2),
    "ORANGE": ((8, 17), (170, 245), 1.0, 2),
    "BROWN": ((5, 14), (90, 160), 0.45, 2),
    "BEIGE": ((14, 24), (35, 75), 0.95, 2),
    "PURPLE": ((130, 152), (80, 190), 0.65, 1),
    "BLACK": ((0, 180), (0, 60), 0.2, 3),
    "GREY": ((0, 180), (0, 18), 0.6, 2),
}
"""Of a paint: range of hue (OpenCV's half degrees, modulo 180), of saturation, its brightness, and how often it is taken."""
TOLD_BY_RENDERED = 0.5
"""How much the colour of a rendered vehicle counts in the loss, beside that of a photographed one."""


def plain(crop: Crop) -> np.ndarray:
    """The crop as inference hands it in: uint8 RGB [96,96,3]."""
    edge = max(0.0, crop.margin - WIDENED * (1 - 2 * crop.margin)) * KEPT
    return window(crop.image, (edge, edge, KEPT - edge, KEPT - edge))


def window(image, corners):
    x0, y0, x1, y1 = corners
    source = np.float32([[x0, y0], [x1, y0], [x0, y1]])
    matrix = cv2.getAffineTransform(source, np.float32([[0, 0], [SIDE, 0], [0, SIDE]]))
    return cv2.warpAffine(image, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def jittered(random: np.random.Generator, crop: Crop) -> np.ndarray:
    """The crop as a loose, slanted or cut-off box shows it, mirrored half the time."""
    edge = max(0.0, crop.margin - WIDENED * (1 - 2 * crop.margin)) * KEPT
    size = KEPT - 2 * edge
    corners = np.float32([[0, 0], [1, 0], [0, 1]]) + random.normal(0, 0.045, (3, 2)).astype(np.float32)
    corners += random.normal(0, 0.03, (1, 2)).astype(np.float32)
    if random.random() < 0.12:
        corners = cut_off(random, corners)
    if random.random() < 0.35:
        corners = turned(corners, random.normal(0, 0.18))
    matrix = cv2.getAffineTransform(edge + corners * np.float32(size), np.float32([[0, 0], [SIDE, 0], [0, SIDE]]))
    image = cv2.warpAffine(crop.image, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return image[:, ::-1] if random.random() < 0.5 else image


def cut_off(random: np.random.Generator, corners: np.ndarray) -> np.ndarray:
    """Corners of which one side is moved inward: the vehicle leaves the frame there."""
    share, axis = np.float32(random.uniform(0.1, 0.35)), int(random.integers(2))
    scale, shift = np.ones(2, np.float32), np.zeros(2, np.float32)
    scale[axis] = 1 - share
    shift[axis] = share * random.integers(2)
    return corners * scale + shift


def turned(corners: np.ndarray, angle: float) -> np.ndarray:
    cos, sin = np.cos(angle), np.sin(angle)
    return ((corners - 0.5) @ np.array([[cos, sin], [-sin, cos]]) + 0.5).astype(np.float32)


def repaint(random: np.random.Generator, image: np.ndarray, vivid: bool) -> tuple[np.ndarray, int]:
    """The body in another paint, and the colour's index. A vivid body is found by its hue, a white
    one by being brighter than the road and having none; -1 where no body was found."""
    often = np.array([paint[3] for paint in PAINTS.values()])
    name = str(random.choice(list(PAINTS), p=often / often.sum()))
    hues, saturations, brightness, _ = PAINTS[name]
    hsv = cv2.cvtColor(image, cv2.COLOR_RGB2HSV).astype(np.float32)
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j].astype(np.float32)
    middle = np.clip(2.4 - 1.9 * np.sqrt(x**2 + y**2), 0, 1)
    if vivid:
        strong = (hsv[..., 1] > 70) & (hsv[..., 2] > 35)
        core = hsv[..., 0][strong & (middle > 0.6)]
        if len(core) < 170:
            return image, -1
        common = np.bincount(core.astype(int), minlength=180)
        apart = np.abs(hsv[..., 0] - np.argmax(common))
        mask = ((np.minimum(apart, 180 - apart) < 11) & strong).astype(np.float32)
        value = hsv[..., 2] * np.clip(brightness * 1.15, 0, 1)
    else:
        grey = np.clip((75 - hsv[..., 1]) / 25, 0, 1) * np.clip((hsv[..., 2] - 150) / 30, 0, 1)
        if (grey * middle).mean() < 0.06:
            return image, -1
        mask, value = grey * middle, hsv[..., 2] * brightness
    mask = cv2.GaussianBlur(mask, (0, 0), 1.0)[..., None]
    paint = np.empty_like(hsv)
    paint[..., 0] = random.uniform(*hues) % 180
    paint[..., 1] = random.uniform(*saturations) * np.clip(1.35 - hsv[..., 2] / 400, 0.5, 1.1)
    paint[..., 2] = value
    painted = cv2.cvtColor(np.clip(paint, 0, 255).astype(np.uint8), cv2.COLOR_HSV2RGB)
    return (image * (1 - mask) + painted * mask).astype(np.uint8), COLOURS.index(name)


def colour_target(colours, told: float = 1.0) -> np.ndarray:
    """Zero but at the colours that are right; together `told`, which is how much the answer counts."""
    target = np.zeros(len(COLOURS), np.float32)
    if colours:
        target[list(colours)] = told / len(colours)
    return target


def relit(random: np.random.Generator, image: np.ndarray) -> np.ndarray:
    """Exposure, contrast, white balance, haze, a camera's love of colour: nothing that changes a colour's name."""
    warm, pink = random.normal(0, 0.07), random.normal(0, 0.035)
    gains = np.exp(np.float32([warm + pink, -pink, pink - warm])) * random.uniform(0.8, 1.2)
    levels = np.linspace(0, 1, 256, dtype=np.float32) ** float(np.exp(random.normal(0, 0.18)))
    table = levels[:, None] * gains + random.normal(0, 0.02, 3).astype(np.float32)
    if random.random() < 0.35:
        table = table * random.uniform(0.75, 1.05) + random.uniform(-0.02, 0.15)
    if random.random() < 0.3:
        table = (table - 0.45) * random.uniform(0.9, 1.4) + 0.45
    out = cv2.LUT(np.ascontiguousarray(image), np.clip(table * 255, 0, 265).reshape(1, 256, 3))
    if random.random() < 0.2:
        out *= slope(random)
    return vividness(out, float(np.clip(np.exp(random.normal(0, 0.25)), 0.6, 1.8)))


def slope(random: np.random.Generator) -> np.ndarray:
    """Light that falls off to one side, [96,96,1]."""
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j].astype(np.float32)
    angle = random.uniform(0, 2 * np.pi)
    return (1 + random.uniform(0.1, 0.35) * np.float32(x * np.cos(angle) + y * np.sin(angle)))[..., None]


def vividness(image: np.ndarray, factor: float) -> np.ndarray:
    light = image @ degrade.LUMA
    return light[..., None] + (image - light[..., None]) * np.float32(factor)


def darkness(random: np.random.Generator, out: np.ndarray) -> np.ndarray:
    """What leaves no colour to name: infrared grey, the dark, or one lamp's cast over everything."""
    how = random.random()
    if how < 0.45:
        grey = out @ random.dirichlet((3, 3, 3)).astype(np.float32)
        return np.repeat(grey[..., None] * random.uniform(0.3, 1.1), 3, 2)
    if how < 0.8:
        return out * random.uniform(0.07, 0.2)
    grey = out @ np.float32((0.3, 0.6, 0.1))
    cast = random.uniform(0.2, 1.0, 3).astype(np.float32)
    return (0.25 * out + 0.75 * grey[..., None]) * cast / cast.max() * random.uniform(0.3, 0.9)


def worn(random: np.random.Generator, out: np.ndarray) -> np.ndarray:
    """Low resolution, blur, something in front, noise, JPEG."""
    if random.random() < 0.2:
        out = degrade.coarse_colour(random, out)
    if random.random() < 0.3:
        out = degrade.few_pixels(random, out)
    if random.random() < 0.15:
        out = cv2.blur(out, (int(random.integers(1, 5)), int(random.integers(1, 4))))
    if random.random() < 0.12:
        w, h = random.integers(11, 45, 2)
        x, y = random.integers(0, SIDE - 11, 2)
        out = out.copy()
        out[y : y + h, x : x + w] = random.uniform(0, 255, 3)
    if random.random() < 0.4:
        out = out + random.standard_normal(out.shape, np.float32) * random.uniform(1, 10)
    out = np.clip(out, 0, 255).astype(np.uint8)
    return degrade.compressed(random, out, 25, 85) if random.random() < 0.15 else out


def sample(random: np.random.Generator, crop: Crop, neighbour: Crop) -> tuple[np.ndarray, int, np.ndarray]:
    """Image uint8 [96,96,3], type index or -1, colour target [12] as `colour_target` makes it.
    The neighbour may stand half in front."""
    image, colours = jittered(random, crop), crop.colours
    if crop.source != "rendered" and len(colours) == 1 and random.random() < 0.25:
        if colours[0] in PLAIN + VIVID:
            image, painted = repaint(random, image, colours[0] in VIVID)
            colours = (painted,) if painted >= 0 else colours
    if crop.night == neighbour.night and random.random() < 0.25:
        image = degrade.elsewhere(random, image, plain(neighbour))
    if crop.night == neighbour.night and random.random() < 0.08:
        image = degrade.beside(random, image, plain(neighbour))
    if random.random() < 0.06:
        image = degrade.caption(random, image)
    target = colour_target(colours, TOLD_BY_RENDERED if crop.source == "rendered" else 1.0)
    out = relit(random, image)
    if not crop.night and random.random() < 0.07:
        out = darkness(random, out)
        target = colour_target((UNKNOWN,))
    return worn(random, out), crop.type, target
