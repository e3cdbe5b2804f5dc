"""Plain synthetic plates pasted onto photographs, and signs and lettering that are no plates."""

import cv2
import numpy as np

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX)


def draw(random: np.random.Generator, width: int, height: int) -> np.ndarray:
    """A grey plate uint8 [height,width] with text of chance, at times with a dark band."""
    canvas_height = 40
    canvas_width = max(40, round(canvas_height * width / height))
    face, ink = int(random.integers(150, 256)), int(random.integers(0, 90))
    if random.random() < 0.03:
        face, ink = ink, face
    plate = np.full((canvas_height, canvas_width), face, np.uint8)
    left = 4
    if random.random() < 0.6:
        left = canvas_width // 10 + 3
        plate[:, : left - 3] = int(random.integers(20, 120))
    lines = 2 if canvas_width < 2 * canvas_height else 1
    for line in range(lines):
        text = "".join(random.choice(list(LETTERS), int(random.integers(3, 6) if lines == 2 else random.integers(5, 9))))
        font, thick = FONTS[int(random.integers(2))], int(random.integers(2, 4))
        (text_width, text_height), _ = cv2.getTextSize(text, font, 1.0, thick)
        ink_box = np.full((text_height + 6, text_width + 4), face, np.uint8)
        cv2.putText(ink_box, text, (2, text_height + 2), font, 1.0, ink, thick, cv2.LINE_AA)
        room = (canvas_width - left - 4, canvas_height // lines - 6)
        ink_box = cv2.resize(ink_box, (max(4, room[0]), room[1]), interpolation=cv2.INTER_AREA)
        top = 3 + line * canvas_height // lines
        plate[top : top + ink_box.shape[0], left : left + ink_box.shape[1]] = ink_box
    if random.random() < 0.5:
        cv2.rectangle(plate, (0, 0), (canvas_width - 1, canvas_height - 1), ink, 1)
    return cv2.resize(plate, (width, height), interpolation=cv2.INTER_AREA)


def distract(random: np.random.Generator, image: np.ndarray, taken: np.ndarray) -> None:
    """Draws a square sign or bare lettering, as shops and roads show it, clear of `taken`."""
    rows, columns = image.shape
    square = random.random() < 0.4
    width = int(np.exp(random.uniform(np.log(10), np.log(110))))
    height = max(4, int(width * random.uniform(0.8, 1.1) if square else width / random.uniform(2.5, 9)))
    if width + 2 >= columns or height + 2 >= rows:
        return
    x, y = int(random.integers(columns - width)), int(random.integers(rows - height))
    box = np.float32([x, y, x + width, y + height])
    if len(taken) and (np.minimum(taken[:, 2:], box[2:]) > np.maximum(taken[:, :2], box[:2])).all(1).any():
        return
    text = "".join(random.choice(list(LETTERS.lower() + LETTERS), int(random.integers(1, 4) if square else random.integers(3, 11))))
    font, thick = FONTS[int(random.integers(2))], int(random.integers(2, 5))
    (text_width, text_height), below = cv2.getTextSize(text, font, 1.0, thick)
    mask = np.zeros((text_height + below + 6, text_width + 6), np.uint8)
    cv2.putText(mask, text, (3, text_height + 3), font, 1.0, 255, thick, cv2.LINE_AA)
    mask = cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    part = image[y : y + height, x : x + width].astype(np.float32)
    if square:
        part[:] = random.uniform(120, 255)
    ink = random.uniform(0, 100) if square else random.choice([random.uniform(180, 255), random.uniform(0, 60)])
    image[y : y + height, x : x + width] = part * (1 - mask) + ink * mask


def paste(random: np.random.Generator, image: np.ndarray, taken: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Draws one plate into the grey image, clear of `taken`, inside one of `wanted` if there are any.

    Returns its box as corners [1,4], or [0,4] where no free place was found.
    """
    rows, columns = image.shape
    for _ in range(8):
        width = float(np.exp(random.uniform(np.log(16), np.log(130))))
        height = width / (random.uniform(3.4, 5.2) if random.random() < 0.85 else random.uniform(1.3, 1.9))
        slope = random.normal(0, 0.04) * width
        high = height + abs(slope)
        area = np.array([0, 0, columns, rows], np.float32)
        if len(wanted) and random.random() < 0.7:
            area = wanted[int(random.integers(len(wanted)))]
        if area[2] - area[0] < width + 6 or area[3] - area[1] < high + 6:
            continue
        x = random.uniform(area[0] + 3, area[2] - width - 3)
        y = random.uniform(area[1] + 3, area[3] - high - 3)
        box = np.array([x, y, x + width, y + high], np.float32)
        apart = (taken[:, 2] < x - 4) | (taken[:, 0] > box[2] + 4) | (taken[:, 3] < y - 4) | (taken[:, 1] > box[3] + 4)
        if not np.all(apart):
            continue
        blend(random, image, box, draw(random, max(8, round(width)), max(4, round(height))), slope)
        return box.reshape(1, 4)
    return np.zeros((0, 4), np.float32)


def blend(random, image, box, plate, slope):
    height, width = plate.shape
    rise = max(0.0, -slope)
    target = np.float32([[box[0], box[1] + rise], [box[2], box[1] + rise + slope], [box[0], box[3] - max(0.0, slope)]])
    matrix = cv2.getAffineTransform(np.float32([[0, 0], [width, 0], [0, height]]), target)
    size = (image.shape[1], image.shape[0])
    mask = cv2.warpAffine(np.full(plate.shape, 255, np.uint8), matrix, size).astype(np.float32) / 255
    drawn = cv2.warpAffine(plate, matrix, size).astype(np.float32) * random.uniform(0.5, 1.0)
    np.copyto(image, (image * (1 - mask) + drawn * mask).astype(np.uint8))
