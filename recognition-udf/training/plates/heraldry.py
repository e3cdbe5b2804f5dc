"""Coats of arms as a road camera sees them: fields, colours, a blot with limbs. Drawn in place on RGB uint8 pictures."""

import random

import cv2
import numpy as np

HERALDIC = [(200, 30, 40), (20, 20, 24), (245, 245, 240), (20, 70, 160), (240, 200, 40), (30, 120, 60)]
RED, BLACK, WHITE, BLUE = HERALDIC[:4]


def shield(image, rng, centre, top, width, height):
    """A coat of arms: a shield parted in fields, with a charge of few strokes."""
    half = max(width // 2, 2)
    outline = np.array([[centre - half, top], [centre + half, top], [centre + half, top + int(height * 0.6)],
                        [centre, top + height], [centre - half, top + int(height * 0.6)]])
    first, second, ink = rng.sample(HERALDIC, 3)
    patch = np.zeros(image.shape[:2], np.uint8)
    cv2.fillPoly(patch, [outline], 255, cv2.LINE_AA)
    field = np.empty_like(image)
    field[:] = first
    pattern = rng.randint(0, 4)
    if pattern == 0:
        n = rng.randint(3, 6)
        for i in range(0, n, 2):
            cv2.rectangle(field, (centre - half, top + i * height // n), (centre + half, top + (i + 1) * height // n), second, -1)
    elif pattern == 1:
        cell = max(width // 5, 1)
        for j in range(8):
            for i in range(5):
                if (i + j) % 2:
                    x0, y0 = centre - half + i * cell, top + j * cell
                    cv2.rectangle(field, (x0, y0), (x0 + cell, y0 + cell), second, -1)
    elif pattern == 2:
        cv2.rectangle(field, (centre - half, top), (centre, top + height), second, -1)
    elif pattern == 3:
        bar = max(width // 5, 1)
        cv2.line(field, (centre, top), (centre, top + height), second, bar)
        cv2.line(field, (centre - half, top + height // 3), (centre + half, top + height // 3), second, bar)
    if rng.random() < 0.6:  # an eagle, a lion: a blot with limbs
        middle = (centre, top + height // 2)
        cv2.ellipse(field, middle, (max(width // 7, 1), max(height // 4, 1)), 0, 0, 360, ink, -1, cv2.LINE_AA)
        for _ in range(rng.randint(3, 7)):
            tip = (centre + rng.randint(-half, half), top + rng.randint(0, height))
            cv2.line(field, middle, tip, ink, max(width // 10, 1), cv2.LINE_AA)
    alpha = patch[..., None].astype(np.float32) / 255
    image[:] = (image * (1 - alpha) + field * alpha).astype(np.uint8)
    if rng.random() < 0.7:
        cv2.polylines(image, [outline], True, rng.choice(((20, 20, 24), (110, 110, 110))), 1, cv2.LINE_AA)


def arms(image: np.ndarray, rng: random.Random, kind: str, at: tuple[int, int], width: int, height: int) -> None:
    """Arms nearly as high as the characters: Austrian ones with a line of print below, Slovak ones, Croatian ones. `at` is the top's middle."""
    centre, top = at
    tall = int(height * (rng.uniform(0.62, 0.78) if kind == "arms" else rng.uniform(0.6, 0.95)))
    half = max(int(min(width * 0.5, tall * 0.42)), 3)
    y = top + (int(height * 0.04) if kind == "arms" else (height - tall) // 2)
    if kind == "arms":
        if rng.random() < 0.25:  # a bird without a shield
            _bird(image, rng, (centre, y + tall // 2), half, tall, rng.choice((BLACK, RED)))
        else:
            shield(image, rng, centre, y, 2 * half, tall)
        if rng.random() < 0.8:
            line = top + int(height * rng.uniform(0.9, 0.98))
            for x in range(centre - half, centre + half, 2):
                if rng.random() < 0.7:
                    cv2.line(image, (x, line), (x, line - max(height // 14, 1)), (70, 70, 74), 1)
        return
    bottom = y + tall
    outline = np.array([[centre - half, y], [centre + half, y], [centre + half, y + int(tall * 0.65)], [centre, bottom], [centre - half, y + int(tall * 0.65)]])
    field = np.empty_like(image)
    field[:] = RED
    if kind == "chequers":
        field[:] = WHITE
        cell = max(2 * half // 5, 1)
        for j in range(tall // cell + 1):
            for i in range(6):
                if (i + j) % 2 == 0:
                    cv2.rectangle(field, (centre - half + i * cell, y + j * cell), (centre - half + (i + 1) * cell - 1, y + (j + 1) * cell - 1), RED, -1)
    else:  # a white double cross on red over blue hills
        bar = max(half // 3, 1)
        cv2.ellipse(field, (centre, bottom), (half, max(tall // 3, 1)), 0, 0, 360, BLUE, -1, cv2.LINE_AA)
        cv2.line(field, (centre, y + tall // 8), (centre, y + int(tall * 0.75)), WHITE, bar)
        for share, reach in ((0.27, 0.45), (0.45, 0.65)):
            cv2.line(field, (int(centre - half * reach), y + int(tall * share)), (int(centre + half * reach), y + int(tall * share)), WHITE, bar)
    mask = np.zeros(image.shape[:2], np.uint8)
    cv2.fillPoly(mask, [outline], 255, cv2.LINE_AA)
    np.copyto(image, field, where=mask[..., None] > 127)


def _bird(image, rng, middle, half, tall, ink):
    cv2.ellipse(image, middle, (max(half // 3, 1), max(tall // 3, 1)), 0, 0, 360, ink, -1, cv2.LINE_AA)
    for side in (-1, 1):
        for _ in range(rng.randint(2, 4)):
            tip = (middle[0] + side * rng.randint(half // 2, half), middle[1] + rng.randint(-tall // 2, tall // 3))
            cv2.line(image, middle, tip, ink, max(half // 4, 1), cv2.LINE_AA)
