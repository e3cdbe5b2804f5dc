"""What is no maker's badge of ours: words, stickers, lamps, emblems of nobody, pieces of badges."""

import cv2
import numpy as np

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def shade(random) -> tuple[float, float, float]:
    if random.random() < 0.7:
        return (float(random.uniform(0, 255)),) * 3
    return tuple(float(v) for v in random.uniform(0, 255, 3))


def point(random, image) -> tuple[int, int]:
    return int(random.uniform(0.05, 0.95) * image.shape[1]), int(random.uniform(0.05, 0.95) * image.shape[0])


def word(random: np.random.Generator, image: np.ndarray) -> None:
    text = "".join(random.choice(list(LETTERS), int(random.integers(1, 9))))
    x, y = point(random, image)
    font = int(random.choice((cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_ITALIC)))
    cv2.putText(image, text, (x - 20, y), font, random.uniform(0.25, 0.9), shade(random), int(random.integers(1, 3)), cv2.LINE_AA)


def rings(random: np.random.Generator, image: np.ndarray) -> None:
    """One to five rings in a row, filled or not."""
    x, y = point(random, image)
    radius, count = int(random.uniform(4, 16)), int(random.choice((1, 1, 2, 3, 4, 4, 5)))
    colour, thick = shade(random), int(random.choice((1, 2, 2, 3, -1)))
    squash = random.uniform(0.6, 1.0)
    for place in range(count):
        at = (x + round(place * radius * 1.5), y)
        cv2.ellipse(image, at, (radius, max(2, round(radius * squash))), 0, 0, 360, colour, thick, cv2.LINE_AA)


def emblem(random: np.random.Generator, image: np.ndarray) -> None:
    """A disc, shield or diamond with a letter, a bar, a cross or a star inside."""
    x, y = point(random, image)
    radius = int(random.uniform(6, 20))
    form = random.integers(3)
    if form == 0:
        cv2.circle(image, (x, y), radius, shade(random), -1, cv2.LINE_AA)
        cv2.circle(image, (x, y), radius, shade(random), int(random.integers(1, 4)), cv2.LINE_AA)
    else:
        corners = [(-1, -1), (1, -1), (1, 0.3), (0, 1.2), (-1, 0.3)] if form == 1 else [(0, -1.2), (1, 0), (0, 1.2), (-1, 0)]
        points = (np.array(corners) * radius + (x, y)).astype(np.int32)
        cv2.fillPoly(image, [points], shade(random), cv2.LINE_AA)
        cv2.polylines(image, [points], True, shade(random), int(random.integers(1, 3)), cv2.LINE_AA)
    inside, colour = random.integers(4), shade(random)
    if inside == 0:
        letter = str(random.choice(list(LETTERS)))
        cv2.putText(image, letter, (x - radius // 2, y + radius // 2), cv2.FONT_HERSHEY_DUPLEX, radius / 18, colour, 1, cv2.LINE_AA)
    elif inside == 1:
        cv2.line(image, (x - radius, y), (x + radius, y + int(random.normal(0, 4))), colour, int(random.integers(1, 5)), cv2.LINE_AA)
    elif inside == 2:
        cv2.line(image, (x, y - radius), (x, y + radius), colour, 2, cv2.LINE_AA)
        cv2.line(image, (x - radius, y), (x + radius, y), colour, 2, cv2.LINE_AA)
    else:
        turn = random.uniform(0, 2 * np.pi)
        for spoke in range(int(random.integers(4, 8))):
            end = turn + spoke * 1.1
            cv2.line(image, (x, y), (x + int(radius * np.cos(end)), y + int(radius * np.sin(end))), colour, 1, cv2.LINE_AA)


def box(random: np.random.Generator, image: np.ndarray) -> None:
    x, y = point(random, image)
    w, h = int(random.uniform(4, 60)), int(random.uniform(3, 30))
    cv2.rectangle(image, (x - w // 2, y - h // 2), (x + w // 2, y + h // 2), shade(random), int(random.choice((-1, -1, 1, 2))), cv2.LINE_AA)


KINDS = (word, word, rings, emblem, emblem, box)


def strew(random: np.random.Generator, image: np.ndarray, most: int) -> np.ndarray:
    out = np.ascontiguousarray(image)
    for _ in range(int(random.integers(0, most + 1))):
        KINDS[int(random.integers(len(KINDS)))](random, out)
    return out
