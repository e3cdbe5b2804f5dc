"""Signs, lettering, grilles and stripes: what looks like a plate and is none."""

import cv2
import numpy as np

UPPER = "ABCDEFGHIJKLMNOPRSTUVWXYZ"
LOWER = "abcdefghijklmnoprstuvwz"
DIGITS = "0123456789"
ON_VEHICLES = 0.45
"""How many of them stand on a vehicle, where one is in sight: a model's name, a firm's, a lamp."""
FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX)


def distract(random: np.random.Generator, image: np.ndarray, taken: np.ndarray, vehicles: np.ndarray) -> None:
    """Draws one of them into the grey image, clear of `taken` (corners), at times onto a vehicle."""
    rows, columns = image.shape
    kind = KINDS[int(random.choice(len(KINDS), p=SHARES))]
    width = int(np.exp(random.uniform(np.log(10), np.log(180))))
    height = max(4, int(width / shape(random, kind)))
    if width + 2 >= columns or height + 2 >= rows:
        return
    if len(vehicles) and random.random() < ON_VEHICLES:
        x, y = upon(random, vehicles[int(random.integers(len(vehicles)))], width, height, columns, rows)
    else:
        x, y = int(random.integers(columns - width)), int(random.integers(rows - height))
    box = np.float32([x - 3, y - 3, x + width + 3, y + height + 3])
    if len(taken) and (np.minimum(taken[:, 2:], box[2:]) > np.maximum(taken[:, :2], box[:2])).all(1).any():
        return
    part = image[y : y + height, x : x + width]
    patch, mask = kind(random, part.astype(np.float32))
    strength = random.uniform(0.6, 1.0)
    np.copyto(part, np.clip(part + (patch - part) * mask * strength, 0, 255).astype(np.uint8))


def upon(random, vehicle: np.ndarray, width: int, height: int, columns: int, rows: int) -> tuple[int, int]:
    """A place whose middle lies on the vehicle, inside the image."""
    x, y = random.uniform(vehicle[:2], vehicle[2:]) - np.float32([width, height]) / 2
    return int(np.clip(x, 0, columns - width - 1)), int(np.clip(y, 0, rows - height - 1))


def shape(random, kind) -> float:
    """Width through height."""
    if kind is sign:
        return random.uniform(0.7, 1.3)
    if kind is shop:
        return random.choice([random.uniform(6.5, 13), random.uniform(0.6, 3)])
    if kind is blank:
        return random.uniform(1.5, 9)
    if kind is grille:
        return random.uniform(1.2, 6)
    return random.uniform(2.0, 10)


def text_mask(random, text: str, width: int, height: int, thick: int) -> np.ndarray:
    font = FONTS[int(random.integers(len(FONTS)))]
    (text_width, text_height), below = cv2.getTextSize(text, font, 1.0, thick)
    mask = np.zeros((text_height + below + 6, text_width + 6), np.uint8)
    cv2.putText(mask, text, (3, text_height + 3), font, 1.0, 255, thick, cv2.LINE_AA)
    return cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def words(random, least: int, most: int) -> str:
    marks = (UPPER, LOWER, DIGITS + " ", UPPER + LOWER)[int(random.choice(4, p=(0.35, 0.3, 0.15, 0.2)))]
    return "".join(random.choice(list(marks), int(random.integers(least, most + 1))))


def lettering(random, part):
    """Bare letters on whatever is there: a model's name, a van's telephone number."""
    mask = text_mask(random, words(random, 2, 12), part.shape[1], part.shape[0], int(random.integers(2, 6)))
    ink = random.choice([random.uniform(170, 255), random.uniform(0, 70)])
    return np.full_like(part, ink), mask


def shop(random, part):
    """A panel with one to four lines of words: too long, too high or too wordy for a plate."""
    rows, columns = part.shape
    paper, ink = random.uniform(60, 255), random.uniform(0, 120)
    if random.random() < 0.4:
        paper, ink = ink, paper
    patch = np.full_like(part, paper)
    lines = 1 if columns > 6 * rows else int(random.integers(2, 5))
    step = rows // lines
    if step >= 4:
        for line in range(lines):
            length = int(columns * random.uniform(0.5, 0.95))
            at = int(random.integers(0, columns - length + 1))
            mask = text_mask(random, words(random, 4, 18 if lines == 1 else 11), length, max(3, int(step * 0.7)), 2)
            top = line * step + step // 8
            spot = patch[top : top + mask.shape[0], at : at + length]
            spot += (ink - spot) * mask[: spot.shape[0]]
    return patch, np.ones_like(part)


def sign(random, part):
    """A round or three-cornered road sign, a square board."""
    rows, columns = part.shape
    mask = np.zeros(part.shape, np.uint8)
    middle, radius = (columns // 2, rows // 2), max(2, min(rows, columns) // 2 - 1)
    form = random.random()
    corners = np.array([[middle[0], 0], [columns - 1, rows - 1], [0, rows - 1]], np.int32)
    if form < 0.4:
        cv2.circle(mask, middle, radius, 255, -1, cv2.LINE_AA)
    elif form < 0.65:
        cv2.fillPoly(mask, [corners], 255, cv2.LINE_AA)
    else:
        mask[:] = 255
    patch = np.full_like(part, random.uniform(60, 255))
    inner = cv2.erode(mask, np.ones((3, 3), np.uint8), iterations=max(1, radius // 6)) > 0
    patch[inner] = random.uniform(100, 255)
    if rows >= 10 and columns >= 10:
        high, wide = rows // 2, columns // 2
        ink = text_mask(random, words(random, 1, 3), wide, high, int(random.integers(2, 5)))
        spot = patch[rows // 4 : rows // 4 + high, columns // 4 : columns // 4 + wide]
        spot += (random.uniform(0, 80) - spot) * ink
    return patch, mask.astype(np.float32) / 255


def grille(random, part):
    """Bars side by side: a grille, a fence, louvres, a crossing."""
    rows, columns = part.shape
    patch = np.full_like(part, random.uniform(20, 230))
    along = random.random() < 0.5
    step = int(random.integers(3, 9))
    tone = random.uniform(0, 255)
    for shift in range(max(1, step // 2)):
        if along:
            patch[shift::step] = tone
        else:
            patch[:, shift::step] = tone
    return cv2.GaussianBlur(patch, (0, 0), 0.6), np.ones_like(part)


def blank(random, part):
    """A bright panel without text: a lamp, a stripe of paint, a reflector."""
    patch = np.full_like(part, random.uniform(120, 255))
    patch += np.linspace(random.uniform(-50, 50), random.uniform(-50, 50), part.shape[1], dtype=np.float32)
    mask = np.zeros(part.shape, np.uint8)
    if random.random() < 0.5:
        centre = (part.shape[1] // 2, part.shape[0] // 2)
        cv2.ellipse(mask, centre, (max(1, centre[0] - 1), max(1, centre[1] - 1)), 0, 0, 360, 255, -1, cv2.LINE_AA)
    else:
        mask[:] = 255
    return patch, mask.astype(np.float32) / 255


KINDS = (lettering, shop, sign, grille, blank)
SHARES = (0.34, 0.24, 0.14, 0.14, 0.14)
