"""Plate layouts: what may stand on a plate, from series.json."""

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
HYPHEN, GAP, SEAL = "-", " ", "*"
_THIN = "1I"  # lost most easily, so drawn more often


@dataclass(frozen=True)
class Layout:
    """A drawn plate before any picture: its marks in order, and how it looks.

    marks: characters of the text, mixed with HYPHEN, GAP and SEAL.
    """

    country: str
    marks: str
    look: dict
    band: dict | None
    rear: bool = False
    badge: dict | None = field(default=None)

    @property
    def text(self) -> str:
        return "".join(m for m in self.marks if m not in (HYPHEN, GAP, SEAL))

    @property
    def background(self) -> str:
        override = self.look.get("rear") if self.rear else None
        return (override or {}).get("background", self.look["background"])


class LayoutBook:
    """Draws layouts at random: countries by the weights given, series by their share in traffic."""

    def __init__(self, path: Path, country_weights: dict[str, float], rng: random.Random):
        with open(path, encoding="utf-8") as f:
            self.countries = json.load(f)["countries"]
        unknown = set(country_weights) - set(self.countries)
        if unknown:
            raise ValueError(f"country_weights names {sorted(unknown)}, not in {path}")
        self.names = list(self.countries)
        self.weights = [country_weights.get(name, 1.0) for name in self.names]
        self.rng = rng

    def draw(self) -> Layout:
        """A plate of a series; rare series are drawn more often than in traffic, so that they are learned too."""
        rng = self.rng
        name = rng.choices(self.names, self.weights)[0]
        country = self.countries[name]
        series = rng.choices(country["series"], [s["weight"] ** 0.6 for s in country["series"]])[0]
        marks = "".join(self._mark(token, series["letters"]) for token in series["tokens"])
        return self._layout(name, country, series, marks)

    def draw_unruly(self) -> Layout:
        """A plate that follows no series: personalised, official, foreign. Country OTHER unless only the text is odd."""
        rng = self.rng
        name = rng.choices(self.names, self.weights)[0]
        country = self.countries[name]
        series = rng.choice(country["series"])
        letters = LETTERS if rng.random() < 0.93 else LETTERS + "ÄÖÜ" * 2
        return self._layout(name, country, series, unruly_marks(rng, letters))

    def _layout(self, name, country, series, marks):
        band = country["band"] if series["band"] else None
        return Layout(name, marks, series, band, self.rng.random() < 0.5, series.get("badge"))

    def _mark(self, token, letters):
        kind, rest = token[0], token[1:]
        if kind == "L":
            return "".join(self.rng.choice(letters) for _ in range(int(rest)))
        if kind == "D":
            return "".join(self.rng.choice(DIGITS) for _ in range(int(rest)))
        if kind == "N":
            return "".join(self.rng.choice(DIGITS[1:]) for _ in range(int(rest)))
        if kind == "=":
            return rest
        if token in (HYPHEN, GAP, SEAL):
            return token
        raise ValueError(f"unknown token {token!r} in series.json")


def unruly_marks(rng: random.Random, letters: str) -> str:
    """Three to nine characters in runs of one class, with separators here and there."""
    wanted = rng.choices(range(3, 10), [1, 2, 3, 5, 6, 3, 1])[0]
    marks, count = "", 0
    while count < wanted:
        run = min(rng.choices((1, 2, 3, 4, 5), (3, 4, 4, 2, 1))[0], wanted - count)
        alphabet = rng.choice((letters, DIGITS))
        if rng.random() < 0.1:
            alphabet = letters + DIGITS
        marks += "".join(_THIN[rng.random() < 0.5] if rng.random() < 0.07 else rng.choice(alphabet) for _ in range(run))
        count += run
        if count < wanted:
            marks += rng.choices(("", HYPHEN, GAP, SEAL), (4, 3, 3, 1.2))[0]
    return marks
