import json
import random
import re
import unittest

import numpy as np

from plates.bank import Bank
from plates.camera import Camera, unrolled
from plates.layouts import BREAK, OTHER, LayoutBook, foreign, in_two_lines, repeated, unruly_marks
from plates.renderer import PLATES
from plates.strokes import CAP, PAD, flatten, read_faces, stroke_mask
from reader.alphabet import ALPHABET


class Layouts(unittest.TestCase):
    def test_every_series_draws_texts_that_its_pattern_accepts(self):
        book = LayoutBook(PLATES / "series.json", {}, random.Random(1))
        for name, country in book.countries.items():
            for series in country["series"]:
                for _ in range(200):
                    layout = book._layout(name, country, series, book.marks(series))
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


    def test_a_plate_in_two_lines_keeps_its_text(self):
        rng = random.Random(3)
        book = LayoutBook(PLATES / "series.json", {}, rng)
        parted = 0
        for _ in range(500):
            layout = book.draw()
            two = in_two_lines(layout, rng)
            self.assertEqual(two.text, layout.text)
            parted += BREAK in two.marks
            self.assertEqual(len(two.lines), 1 + (BREAK in two.marks))
        self.assertGreater(parted, 450)

    def test_a_foreign_plate_is_of_no_known_country(self):
        rng = random.Random(8)
        book = LayoutBook(PLATES / "series.json", {}, rng)
        for _ in range(200):
            layout = book.draw()
            other = foreign(layout, rng)
            self.assertEqual((other.country, other.text), (OTHER, layout.text))
            self.assertFalse(other.band and other.band["letters"] in {c["band"]["letters"] for c in book.countries.values() if c["band"]})

    def test_repeats_keep_the_shape_of_a_text(self):
        rng = random.Random(4)
        for _ in range(500):
            shape = lambda text: ["9" if c.isdigit() else "A" if c.isalpha() else c for c in text]
            self.assertEqual(shape(repeated(rng, "AB-123 C", "ABC")), shape("AB-123 C"))


class Stock(unittest.TestCase):
    def test_a_plate_serves_about_as_often_as_is_asked_for(self):
        made = iter(range(10**6))
        bank = Bank(lambda: next(made), 50, 5, random.Random(5))
        drawn = [bank.draw() for _ in range(10000)]
        self.assertAlmostEqual(len(drawn) / len(set(drawn)), 5, delta=0.7)

    def test_the_same_seed_draws_the_same(self):
        def draw():
            made = iter(range(10**6))
            bank = Bank(lambda: next(made), 20, 3, random.Random(6))
            return [bank.draw() for _ in range(300)]

        self.assertEqual(draw(), draw())

    def test_a_bank_without_plates_is_refused(self):
        with self.assertRaises(ValueError):
            Bank(lambda: None, 0, 3, random.Random(7))


class TwoLines(unittest.TestCase):
    def test_the_upper_line_comes_left_and_the_lower_right(self):
        crop = np.zeros((100, 120, 3), np.uint8)
        crop[:50], crop[50:] = 200, 90
        flat = unrolled(crop, (160, 48))
        self.assertEqual(flat.shape, (48, 160, 3))
        self.assertTrue((flat[:40, :80] == 200).all() and (flat[8:, 80:] == 90).all())

    def test_the_halves_overlap_a_little(self):
        crop = np.zeros((100, 120, 3), np.uint8)
        crop[46:54] = 255
        flat = unrolled(crop, (160, 48))
        self.assertTrue((flat[-4:, :80] > 200).all() and (flat[:4, 80:] > 200).all())


class Margins(unittest.TestCase):
    settings = {"tight_share": 0.0, "margin_x": 0.08, "margin_y": 0.16, "error_x": 0.05, "error_y": 0.11, "loose_x": 0.1, "loose_y": 0.3}

    def margins(self, loose_share):
        camera = Camera((160, 48), {**self.settings, "loose_share": loose_share}, random.Random(3))
        return np.array([camera._margins() for _ in range(400)])

    def test_a_loose_box_is_never_cut_into_and_mostly_too_high(self):
        left, top, right, bottom = self.margins(1.0).T
        self.assertTrue((left >= 0.08).all() and (right >= 0.08).all() and (top >= 0.16).all() and (bottom >= 0.16).all())
        self.assertTrue(left.max() <= 0.4 and top.max() <= 0.9)
        self.assertGreater(top.mean(), 0.35)

    def test_other_boxes_err_both_ways_about_the_margins(self):
        left, top, _, _ = self.margins(0.0).T
        self.assertTrue((left < 0.08).any() and (left > 0.08).any())
        self.assertAlmostEqual(top.mean(), 0.16, delta=0.03)


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
