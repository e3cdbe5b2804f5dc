import unittest

import numpy as np
import torch

from common import export
from make import badges, compose, distractors, windows
from make.net import CELL, Exported, Make, target_of, whole


def badge(label=3):
    image = np.full((60, 80, 3), (220, 30, 30), np.uint8)
    return badges.Badge(image, np.full((60, 80), 255, np.uint8), label, "x")


def stock():
    plain = np.full((192, 120, 3), 90, np.uint8)
    return compose.Stock([badge(3), badge(7)], [plain], [plain])


class Windows(unittest.TestCase):
    def test_the_window_stands_on_the_plate(self):
        x, y, w, h = windows.around((200, 300, 100, 22))
        self.assertAlmostEqual(x + w / 2, 250)
        self.assertAlmostEqual(y + h, 300)
        self.assertAlmostEqual(w, 80)
        self.assertAlmostEqual(h, 128)

    def test_the_height_of_a_plate_of_two_lines_tells_the_scale(self):
        self.assertAlmostEqual(windows.scale((0, 0, 60, 40)), 116)

    def test_what_lies_beyond_the_picture_is_replicated(self):
        picture = np.zeros((50, 50, 3), np.uint8)
        picture[:, 0] = 200
        cut = windows.cut(picture, (-20, 10, 20, 20), (10, 10))
        self.assertEqual(cut.min(), 200)


class Badges(unittest.TestCase):
    def test_labels_begin_with_none_and_name_each_maker_once(self):
        self.assertEqual(badges.LABELS[0], badges.NONE)
        self.assertEqual(len(set(badges.LABELS)), 35)


class Compose(unittest.TestCase):
    def test_a_badge_is_worn_where_its_place_says(self):
        random = np.random.default_rng(4)
        for _ in range(20):
            plain = np.full((128, 80, 3), 90, np.uint8)
            image, mask = badge().image.astype(np.float32), badge().mask.astype(np.float32) / 255
            window, (x, y, w, h) = compose.wear(random, plain, image, mask, compose.free_spot(random))
            red, green = (window[round(y), round(x), i].astype(int) for i in (0, 1))
            self.assertGreater(red, green + 60)
            self.assertLessEqual(max(w, h), compose.BIGGEST * 1.1)
            away = np.abs(np.mgrid[0:128, 0:80][0] - y) > h + 6
            np.testing.assert_array_equal(window[away], 90)

    def test_a_crowded_window_has_four_badges_and_a_plain_one_at_most_one(self):
        random = np.random.default_rng(5)
        self.assertTrue((compose.crowded(random, stock()).labels > 0).all())
        counts = {int((compose.sample(random, stock(), 0.5).labels > 0).sum()) for _ in range(40)}
        self.assertEqual(counts, {0, 1})

    def test_distractors_leave_the_window_they_are_given_alone(self):
        window = np.full((128, 80, 3), 90, np.uint8)
        window.flags.writeable = False
        random = np.random.default_rng(6)
        for _ in range(10):
            distractors.strew(random, window.copy(), 3)
        self.assertEqual(np.ptp(window), 0)


class Net(unittest.TestCase):
    def test_the_cells_about_a_badges_middle_are_to_name_it(self):
        labels = torch.tensor([[5, 0, 0, 0]])
        places = torch.zeros(1, 4, 4)
        places[0, 0] = torch.tensor([4.5 * CELL, 7.5 * CELL, 24.0, 24.0])
        target = target_of(labels, places, 16, 10)
        self.assertEqual(target[0, 7, 4], 5)
        self.assertEqual(target[0, 8, 5], -1)
        self.assertEqual(target[0, 0, 0], 0)
        self.assertEqual((target > 0).sum(), 1)

    def test_one_sure_place_names_the_window(self):
        cells = torch.zeros(2, 35, 16, 10)
        cells[:, 0] = 12.0
        cells[1, 9, 3, 3] = 24.0
        said = whole(cells).softmax(-1)
        self.assertEqual(said.argmax(1).tolist(), [0, 9])

    def test_the_traced_module_gives_probabilities(self):
        script = export.traced(Exported(Make()).eval(), torch.zeros(2, 128, 80, 3, dtype=torch.uint8))
        said = script(torch.randint(0, 256, (3, 128, 80, 3), dtype=torch.uint8))
        self.assertEqual(tuple(said.shape), (3, 35))
        torch.testing.assert_close(said.sum(1), torch.ones(3))


if __name__ == "__main__":
    unittest.main()
