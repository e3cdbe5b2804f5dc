import unittest

import numpy as np
import torch

from reader.alphabet import ALPHABET, encode, fold
from reader.crops import crop
from reader.decode import greedy, merge_twins
from reader.net import ReaderNet


def columns(*classes):
    """Log-probabilities that are sure of one class a column."""
    rows = np.full((len(classes), len(ALPHABET) + 1), np.log(1e-4))
    for row, c in enumerate(classes):
        rows[row, c] = np.log(0.99)
    return rows


class Decoding(unittest.TestCase):
    def test_repeats_fall_together_unless_a_blank_parts_them(self):
        a, b = encode("AB")
        self.assertEqual(greedy(columns(0, a, a, 0, a, b, b, 0)), "AAB")

    def test_a_zero_split_between_its_twins_beats_a_lesser_whole(self):
        rows = columns(encode("8")[0])
        for mark, p in (("8", 0.40), ("0", 0.25), ("O", 0.25)):
            rows[0, encode(mark)[0]] = np.log(p)
        self.assertEqual(greedy(rows), "8")
        self.assertEqual(greedy(merge_twins(rows)), "0")

    def test_twins_are_one_when_readings_are_compared(self):
        self.assertEqual(fold("1OQI"), fold("I001"))


class Crops(unittest.TestCase):
    def test_a_box_at_the_frame_edge_is_cut_there(self):
        frame = np.zeros((100, 200, 3), np.uint8)
        self.assertEqual(crop(frame, (0, 0, 80, 20), (160, 48)).shape, (48, 160, 3))


class Net(unittest.TestCase):
    def test_it_gives_log_probabilities_of_forty_columns_and_of_countries(self):
        net = ReaderNet(39, 22).eval()
        with torch.no_grad():
            text, country = net(torch.randint(0, 256, (2, 48, 160, 3), dtype=torch.uint8))
        self.assertEqual(tuple(text.shape), (2, 40, 40))
        self.assertEqual(tuple(country.shape), (2, 22))
        torch.testing.assert_close(text.exp().sum(2), torch.ones(2, 40))

    def test_a_brighter_picture_reads_the_same(self):
        net = ReaderNet(39, 22).eval()
        dark = torch.randint(0, 100, (1, 48, 160, 3), dtype=torch.uint8)
        with torch.no_grad():
            a, b = net(dark)[0], net(dark + 100)[0]
        torch.testing.assert_close(a, b, rtol=1e-3, atol=1e-3)


if __name__ == "__main__":
    unittest.main()
