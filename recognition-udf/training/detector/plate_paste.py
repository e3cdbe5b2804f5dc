"""Drawn plates on photographs: over the plates that are there, and on vehicles that show none."""

import cv2
import numpy as np


def replace(random: np.random.Generator, image: np.ndarray, box: np.ndarray, bank: list[np.ndarray]) -> None:
    """Covers the plate at `box` (corners) of the grey image with another one, as bright as it was."""
    x0, y0, x1, y1 = box
    part = image[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1]
    if part.size == 0:
        return
    bright = float(np.percentile(part, 85)) * random.uniform(0.75, 1.25)
    plate = of_shape(random, bank, (x1 - x0) / max(1.0, y1 - y0))
    quad = np.float32([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
    blend(random, image, plate, quad, bright)


def paste(random: np.random.Generator, image: np.ndarray, taken: np.ndarray, vehicles: np.ndarray, bank: list[np.ndarray]) -> np.ndarray:
    """Draws one plate onto one of the vehicles, clear of `taken`; onto anything once in a while.

    Returns its box as corners [1,4], or [0,4] where no free place was found.
    """
    rows, columns = image.shape
    for _ in range(8):
        plate = bank[int(random.integers(len(bank)))]
        aspect = plate.shape[1] / plate.shape[0] * random.uniform(0.6, 1.05)
        if len(vehicles) and random.random() < 0.9:
            x0, y0, x1, y1 = vehicles[int(random.integers(len(vehicles)))]
            width = (x1 - x0) * random.uniform(0.13, 0.4) * min(1.0, aspect / 3)
            area = np.array([x0 + 0.05 * (x1 - x0), y0 + 0.4 * (y1 - y0), x1 - 0.05 * (x1 - x0), y1])
        else:
            width = float(np.exp(random.uniform(np.log(14), np.log(200)))) * min(1.0, aspect / 3)
            area = np.array([0, 0, columns, rows], np.float32)
        if width < 11 or width > columns:
            continue
        quad = tilted(random, width, width / aspect)
        span = quad.max(0)
        if area[2] - area[0] < span[0] + 2 or area[3] - area[1] < span[1] + 2:
            continue
        quad = quad + random.uniform(area[:2] + 1, area[2:] - span - 1).astype(np.float32)
        box = np.concatenate([quad.min(0), quad.max(0)])
        apart = (taken[:, 2] < box[0] - 4) | (taken[:, 0] > box[2] + 4) | (taken[:, 3] < box[1] - 4) | (taken[:, 1] > box[3] + 4)
        if not np.all(apart) or box[0] < 0 or box[1] < 0 or box[2] > columns or box[3] > rows:
            continue
        around = float(image[int(box[1]) : int(box[3]) + 1, int(box[0]) : int(box[2]) + 1].mean())
        blend(random, image, plate, quad, (0.5 * around + 90) * float(np.exp(random.normal(0, 0.3))))
        return box.reshape(1, 4).astype(np.float32)
    return np.zeros((0, 4), np.float32)


def of_shape(random, bank, aspect: float) -> np.ndarray:
    """A plate whose shape, seen from any side, may be that of the box."""
    plate = bank[int(random.integers(len(bank)))]
    for _ in range(12):
        if 0.45 < aspect / (plate.shape[1] / plate.shape[0]) < 1.3:
            break
        plate = bank[int(random.integers(len(bank)))]
    return plate


def tilted(random, width: float, height: float) -> np.ndarray:
    """Corners [4,2], clockwise from the top left, turned and slanted by chance, from 0,0 on."""
    quad = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    turn = np.deg2rad(random.normal(0, 5))
    slant = random.normal(0, 0.12)
    matrix = np.float32([[np.cos(turn), -np.sin(turn) + slant], [np.sin(turn), np.cos(turn)]])
    quad = quad @ matrix.T
    quad[1:3, 1] += random.normal(0, 0.05) * height
    return quad - quad.min(0)


def blend(random, image: np.ndarray, plate: np.ndarray, quad: np.ndarray, bright: float) -> None:
    """Warps the plate onto the quad; its paper gets the grey `bright`."""
    height = max(2.0, float(quad[3, 1] - quad[0, 1]))
    width = max(2.0, float(np.hypot(*(quad[1] - quad[0]))))
    scale = max(height / plate.shape[0], width / plate.shape[1])
    if scale < 0.9:
        size = (max(6, round(plate.shape[1] * scale)), max(3, round(plate.shape[0] * scale)))
        plate = cv2.resize(plate, size, interpolation=cv2.INTER_AREA)
    rows, columns = image.shape
    x0, y0 = (int(v) - 2 for v in quad.min(0))
    x1, y1 = (int(v) + 3 for v in quad.max(0))
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(columns, x1), min(rows, y1)
    if x1 <= x0 or y1 <= y0:
        return
    h, w = plate.shape
    source = np.float32([[0, 0], [w, 0], [w, h], [0, h]]) - 0.5
    matrix = cv2.getPerspectiveTransform(source, (quad - [x0, y0] - 0.5).astype(np.float32))
    layers = cv2.merge([plate, np.full_like(plate, 255)])
    layers = cv2.warpPerspective(layers, matrix, (x1 - x0, y1 - y0), flags=cv2.INTER_LINEAR).astype(np.float32)
    mask = layers[..., 1] / 255
    black = random.uniform(0, 0.25) * bright
    paper = max(60.0, float(np.percentile(plate, 85)))
    # what the warp darkened at the rim is the mask's to fade, not the plate's
    drawn = black * mask + layers[..., 0] * ((bright - black) / paper)
    part = image[y0:y1, x0:x1]
    np.copyto(part, np.clip(part * (1 - mask) + drawn, 0, 255).astype(np.uint8))
