import unittest

import numpy as np
import torch

from common import export
from make import badges, compose, distractors, windows
from make.net import PATCH, Exported, Make


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
            window, (x, y, w, h) = compose.wear(random, plain, badge(), compose.free_spot(random), altered=False)
            red, green = (window[round(y), round(x), i].astype(int) for i in (0, 1))
            self.assertGreater(red, green + 60)
            self.assertLessEqual(max(w, h), compose.BIGGEST * 1.1)
            away = np.abs(np.mgrid[0:128, 0:80][0] - y) > h + 6
            np.testing.assert_array_equal(window[away], 90)

    def test_patches_with_a_badge_have_its_label_and_the_others_none(self):
        random = np.random.default_rng(5)
        found = [p for _ in range(20) for p in compose.patches(random, stock(), 0.6)]
        self.assertEqual({image.shape for image, _ in found}, {(PATCH, PATCH, 3)})
        self.assertEqual({label for _, label in found}, {0, 3, 7})
        self.assertAlmostEqual(np.mean([label > 0 for _, label in found]), 0.6, delta=0.15)

    def test_distractors_leave_the_window_they_are_given_alone(self):
        window = np.full((128, 80, 3), 90, np.uint8)
        random = np.random.default_rng(6)
        for _ in range(10):
            distractors.strew(random, window.copy(), 3)
        self.assertEqual(np.ptp(window), 0)


class Net(unittest.TestCase):
    def test_a_patch_gives_what_it_gives_within_a_window(self):
        net = Make().eval()
        window = torch.rand(1, 3, 128, 80)
        with torch.no_grad():
            whole, patch = net(window), net(window[:, :, 8 : 8 + PATCH, 12 : 12 + PATCH])
        self.assertEqual(tuple(patch.shape[2:]), (1, 1))
        torch.testing.assert_close(whole[:, :, 2, 3], patch[:, :, 0, 0], rtol=1e-3, atol=1e-4)

    def test_the_traced_module_gives_probabilities(self):
        script = export.traced(Exported(Make()).eval(), torch.zeros(2, 128, 80, 3, dtype=torch.uint8))
        said = script(torch.randint(0, 256, (3, 128, 80, 3), dtype=torch.uint8))
        self.assertEqual(tuple(said.shape), (3, 35))
        self.assertGreaterEqual(said.min().item(), 0)
        self.assertLessEqual(said.max().item(), 1)


if __name__ == "__main__":
    unittest.main()
