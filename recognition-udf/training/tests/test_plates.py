import json
import random
import re
import unittest

import numpy as np

from plates.layouts import LayoutBook, unruly_marks
from plates.renderer import PLATES
from plates.strokes import CAP, PAD, flatten, read_faces, stroke_mask
from reader.alphabet import ALPHABET


class Layouts(unittest.TestCase):
    def test_every_series_draws_texts_that_its_pattern_accepts(self):
        book = LayoutBook(PLATES / "series.json", {}, random.Random(1))
        for name, country in book.countries.items():
            for series in country["series"]:
                for _ in range(200):
                    marks = "".join(book._mark(token, series["letters"]) for token in series["tokens"])
                    layout = book._layout(name, country, series, marks)
                    self.assertRegex(layout.text, f"^(?:{series['pattern']})$", series["id"])

    def test_the_shares_of_a_country_add_up_to_one(self):
        with open(PLATES / "series.json", encoding="utf-8") as f:
            for name, country in json.load(f)["countries"].items():
                self.assertAlmostEqual(sum(s["weight"] for s in country["series"]), 1.0, 6, name)

    def test_series_have_names_of_their_own(self):
        with open(PLATES / "series.json", encoding="utf-8") as f:
            ids = [s["id"] for country in json.load(f)["countries"].values() for s in country["series"]]
        self.assertEqual(len(ids), len(set(ids)))

    def test_an_unruly_text_holds_three_to_nine_characters(self):
        rng = random.Random(2)
        for _ in range(500):
            self.assertIn(len(re.sub(r"[- *]", "", unruly_marks(rng, "ABC"))), range(3, 10))


class Glyphs(unittest.TestCase):
    faces = read_faces(PLATES / "glyphs.json")

    def test_every_face_has_the_whole_alphabet_and_a_hyphen(self):
        for name, face in self.faces.items():
            self.assertLessEqual(set(ALPHABET + "-"), set(face["glyphs"]), name)

    def test_a_glyph_stays_near_its_box(self):
        for name, face in self.faces.items():
            for mark, glyph in face["glyphs"].items():
                points = np.vstack([line for path in glyph["paths"] for line in flatten(path)])
                self.assertTrue((points >= -2).all() and (points[:, 1] <= 102).all() and (points[:, 0] <= glyph["w"] + 2).all(), f"{name} {mark}")

    def test_a_stroked_bar_is_as_wide_as_its_stroke(self):
        mask = stroke_mask({"w": 20, "paths": ["M10 0 L10 100"]}, 20)
        row = mask[PAD + CAP // 2].astype(float) / 255
        self.assertAlmostEqual(row.sum(), 0.20 * CAP, delta=1.0)


if __name__ == "__main__":
    unittest.main()
