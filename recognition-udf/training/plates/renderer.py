"""One call, one training sample: a plate's crop with its text and country."""

import random
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np

from .bank import Bank
from .camera import Camera
from .drawing import FlatPlate
from .faces import FaceChoice, own_faces, system_faces
from .layouts import LayoutBook, in_two_lines
from .mounting import Mounted, Mounting

PLATES = Path(__file__).resolve().parents[3] / "schemas/src/main/resources/eu/passage/schemas/plates"


class PlateRenderer:
    """Endless samples from a seed; `settings` is the [plates] table of the configuration."""

    def __init__(self, settings: dict, size: tuple[int, int], seed: int):
        self.settings = settings
        self.rng = random.Random(seed)
        self.layouts = LayoutBook(PLATES / "series.json", settings["country_weights"], self.rng)
        system = system_faces(settings["fonts"], settings["font_folders"])
        self.faces = FaceChoice(own_faces(PLATES / "glyphs.json"), system, settings["own_face_share"], settings["kin"], self.rng)
        self.mounting = Mounting(self.rng)
        self.camera = Camera(size, settings["camera"], self.rng)

    @cached_property
    def bank(self) -> Bank:
        """Filled when the first sample is asked for: who wants layouts and faces alone does not pay for it."""
        return Bank(self._mounted, self.settings["bank"], self.settings["uses"], self.rng)

    def sample(self) -> tuple[np.ndarray, str, str | None]:
        """Crop (height, width, 3) RGB uint8, text in normal form, country or OTHER.

        A few crops are cut the wrong way, two lines as one or one as two: there is nothing to read in them, text
        empty and country None, so that the right cut wins wherever both are tried.
        """
        plate = self.bank.draw()
        wrong = self.rng.random() < self.settings["miscut_share"]
        crop = self.camera.take(plate, unroll=(plate.lines == 2) != wrong)
        return (crop, "", None) if wrong else (crop, plate.text, plate.country)

    def _mounted(self) -> Mounted:
        unruly = self.rng.random() < self.settings["unruly_share"]
        layout = self.layouts.draw_unruly() if unruly else self.layouts.draw()
        face = self.faces.draw(layout.look["face"])
        if unruly and face.ambiguous:  # nothing tells 0 from O there
            layout = replace(layout, marks=layout.marks.replace("O", "0").replace("I", "1"))
        if self.rng.random() < self.settings["two_line_share"]:
            layout = in_two_lines(layout, self.rng)
        flat = FlatPlate(layout, face, self.rng).draw()
        return self.mounting.mount(flat, layout.text, layout.country, len(layout.lines))
