"""Plate layouts: what may stand on a plate, from series.json."""

import json
import random
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
HYPHEN, GAP, SEAL, BREAK = "-", " ", "*", "\n"
_THIN = "1I"  # lost most easily, so drawn more often
TWO_LINES_MM = ((340, 200), (340, 220), (280, 200), (320, 220), (300, 200), (275, 200), (285, 203), (220, 200), (210, 130))


OTHER = "OTHER"
# Letters in the bands of countries that the net has no class for
FOREIGN = ("SLO", "GR", "FIN", "EST", "LV", "LT", "M", "CY", "UA", "TR", "SRB", "BIH", "NMK", "MNE", "AL", "N", "MD", "IS", "GE", "")


def text_of(marks: str) -> str:
    """The characters of marks, without what is drawn only."""
    return "".join(m for m in marks if m not in (HYPHEN, GAP, SEAL, BREAK))


@dataclass(frozen=True)
class Layout:
    """A drawn plate before any picture: its marks in order, and how it looks.

    marks: characters of the text, mixed with HYPHEN, GAP, SEAL and, where it stands in two lines, one BREAK.
    """

    country: str
    marks: str
    look: dict
    band: dict | None
    rear: bool = False
    badge: dict | None = field(default=None)

    @property
    def text(self) -> str:
        return text_of(self.marks)

    @property
    def lines(self) -> list[str]:
        return self.marks.split(BREAK)

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
        return self._layout(name, country, series, repeated(rng, self.marks(series), series["letters"]))

    def marks(self, series: dict) -> str:
        """The marks of a text as the tokens draw it; drawn again where the pattern, which may be narrower, has no such text."""
        while True:
            marks = "".join(self._mark(token, series["letters"]) for token in series["tokens"])
            if re.fullmatch(series["pattern"], text_of(marks)):
                return marks

    def draw_unruly(self) -> Layout:
        """A plate that follows no series: personalised or official, or, one in three, of a country unknown here."""
        rng = self.rng
        name = rng.choices(self.names, self.weights)[0]
        country = self.countries[name]
        series = rng.choice(country["series"])
        letters = LETTERS if rng.random() < 0.93 else LETTERS + "ÄÖÜ" * 2
        layout = self._layout(name, country, series, repeated(rng, unruly_marks(rng, letters), letters))
        return foreign(layout, rng) if rng.random() < 0.35 else layout

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


def foreign(layout: Layout, rng: random.Random) -> Layout:
    """The same text on a plate of a country that has no class: its band, if any, names another country."""
    band = None
    if rng.random() < 0.7:
        band = {"side": "left", "colour": rng.choice(("#12389A", "#12389A", "#12389A", "#B3202C")), "letters": rng.choice(FOREIGN), "widthMm": 40}
    look = layout.look
    if rng.random() < 0.9:  # most of the world writes dark on white in plain letters
        look = {**look, "face": "din", "foreground": "#17171A", "background": "#F1F1EC", "border": "#17171A", "rear": {}}
    return replace(layout, country=OTHER, band=band, badge=None, look=look)


def repeated(rng: random.Random, marks: str, letters: str) -> str:
    """Repeats and thin marks at the ends, which readers drop most, made more frequent; the classes of the marks stay."""
    out = list(marks)
    if rng.random() < 0.08:
        end = rng.choice((0, -1))
        alphabet = DIGITS if out[end] in DIGITS else letters
        out[end] = next((t for t in _THIN if t in alphabet), out[end])
    if rng.random() < 0.2:
        thin = rng.random() < 0.5
        for i in range(1, len(out)):
            alphabet = DIGITS if out[i] in DIGITS else letters if out[i] in letters else ""
            if out[i - 1] in alphabet and alphabet and rng.random() < 0.5:
                new = next((t for t in _THIN if t in alphabet), out[i - 1]) if thin else out[i - 1]
                out[i] = new
                if thin and rng.random() < 0.7:
                    out[i - 1] = new if i < 2 or out[i - 2] != new or rng.random() < 0.5 else out[i - 1]
    return "".join(out)


def in_two_lines(layout: Layout, rng: random.Random) -> Layout:
    """The same plate on a squarer sheet, parted at a separator where there is one near the middle."""
    marks = layout.marks
    places = [i for i, mark in enumerate(marks) if mark in (HYPHEN, GAP, SEAL) and 0 < i < len(marks) - 1]
    if places and rng.random() < 0.85:
        at = min(places, key=lambda i: abs(i - len(marks) / 2 + rng.gauss(0, 0.8)))
        upper, lower = marks[: at + (marks[at] == SEAL)], marks[at + 1 :]
    else:
        at = max(len(marks) // 2 + rng.randint(-1, 1), 1)
        upper, lower = marks[:at], marks[at:]
    upper, lower = upper.strip(HYPHEN + GAP), lower.strip(HYPHEN + GAP)
    if not upper.strip(SEAL) or not lower.strip(SEAL):
        return layout
    width, height = rng.choice(TWO_LINES_MM)
    look = {**layout.look, "widthMm": width, "heightMm": height, "characterHeightMm": height * rng.uniform(0.33, 0.4)}
    return replace(layout, marks=upper + BREAK + lower, look=look, badge=None)
