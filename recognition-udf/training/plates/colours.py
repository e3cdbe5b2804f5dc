"""Colours of series.json as numbers, and as they vary from plate to plate."""

import random

import numpy as np

SKY = np.array((0, 125, 215), np.float32)


def rgb(colour: str) -> tuple[int, int, int]:
    """'#RRGGBB' as red, green, blue."""
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def varied(colour, rng: random.Random, spread: float) -> tuple[int, int, int]:
    """The colour a little lighter or darker, and a little off."""
    shift = rng.gauss(0, spread * 0.6)
    return tuple(int(np.clip(c + shift + rng.gauss(0, spread), 0, 255)) for c in colour)


def band_blue(colour: str, rng: random.Random) -> tuple[int, int, int]:
    """A band's colour: sheets and sunlight make it anything from navy to sky."""
    base = np.array(rgb(colour), np.float32)
    return varied(tuple(base + (SKY - base) * rng.random() ** 2 * 0.8), rng, 12)
