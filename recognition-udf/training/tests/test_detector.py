import unittest

import numpy as np
import torch

from common import export
from detector import loss, measure, plate_paste, samples, scenes, targets
from detector.net import COLUMNS, HEIGHT, ROWS, STRIDE, WIDTH, Detector, Exported, cell_centres


def frame(plates=(), vehicles=None, size=(720, 1280)):
    """A grey sample with these boxes as corners."""
    vehicles = None if vehicles is None else np.float32(vehicles).reshape(-1, 4)
    return samples.Sample(np.full(size, 90, np.uint8), np.float32(plates).reshape(-1, 4), vehicles)


class Perfect(torch.nn.Module):
    """Says what the targets say, in the shapes of the net."""

    def __init__(self, target):
        super().__init__()
        self.heat = torch.from_numpy(target.heat)[None].clamp(1e-4, 1 - 1e-4).logit()
        boxes, centres = torch.from_numpy(target.boxes)[None], cell_centres()
        self.distances = torch.cat([centres - boxes[:, :, :2], boxes[:, :, 2:] - centres], 2)

    def forward(self, x):
        return self.heat, self.distances


class Targets(unittest.TestCase):
    def test_the_exported_module_gives_back_the_boxes_that_the_targets_were_made_of(self):
        scene = scenes.letterboxed(frame([[600, 400, 720, 428]], [[400, 100, 900, 500]]))
        module = Exported(Perfect(targets.of(scene)))
        (found,) = measure.detections(module, scene.image[None], least=0.5)
        np.testing.assert_allclose(found[0][0], [[240, 160, 288, 171.2]], atol=0.01)
        np.testing.assert_allclose(found[1][0], [[160, 40, 360, 200]], atol=0.01)

    def test_where_vehicles_were_not_labelled_no_cell_counts_as_their_background(self):
        unlabelled = targets.of(scenes.letterboxed(frame([[600, 400, 720, 428]])))
        self.assertFalse(unlabelled.counted[1].any())
        self.assertTrue(unlabelled.counted[0].all())
        none_there = targets.of(scenes.letterboxed(frame([], [])))
        self.assertTrue(none_there.counted[1].all())

    def test_a_plate_too_small_to_see_is_neither_plate_nor_background(self):
        target = targets.of(scenes.letterboxed(frame([[600, 400, 620, 405]])))
        self.assertEqual(target.heat[0].max(), 0)
        self.assertFalse(target.counted[0, 160 // STRIDE, 240 // STRIDE])


class Scenes(unittest.TestCase):
    def test_composed_scenes_keep_their_boxes_inside_the_input(self):
        random = np.random.default_rng(5)
        sample = frame([[600, 400, 720, 428], [10, 10, 90, 30]], [[400, 100, 900, 500]])
        for _ in range(40):
            scene = scenes.compose(random, lambda alone: sample)
            boxes = np.concatenate([scene.plates, scene.vehicles])
            self.assertEqual(scene.image.shape, (HEIGHT, WIDTH))
            self.assertTrue((boxes >= 0).all() and (boxes <= [WIDTH, HEIGHT, WIDTH, HEIGHT]).all())

    def test_a_mirrored_sample_mirrors_its_boxes(self):
        mirrored = scenes.mirrored(frame([[600, 400, 720, 428]]))
        np.testing.assert_array_equal(mirrored.plates, [[560, 400, 680, 428]])

    def test_a_pasted_plate_leaves_the_others_alone(self):
        random, image = np.random.default_rng(1), np.full((HEIGHT, WIDTH), 90, np.uint8)
        taken = np.float32([[0, 0, WIDTH, HEIGHT / 2]])
        for _ in range(20):
            for box in plate_paste.paste(random, image, taken, scenes.EMPTY):
                self.assertGreater(box[1], HEIGHT / 2)
        self.assertTrue((image[: HEIGHT // 2 - 4] == 90).all())


class Loss(unittest.TestCase):
    def test_the_right_answer_costs_less_than_one_that_is_two_pixels_off(self):
        target = targets.of(scenes.letterboxed(frame([[600, 400, 720, 428]], [])))
        batch = {k: torch.from_numpy(getattr(target, k))[None] for k in ("heat", "counted", "boxes", "weights", "narrowest")}
        logits, distances = Perfect(target)(None)
        right, _, parts = loss.total(logits, distances, batch, cell_centres())
        wrong, _, _ = loss.total(logits, distances + 2, batch, cell_centres())
        self.assertAlmostEqual(parts[0], 0, places=3)
        self.assertGreater(wrong.item(), right.item() + 0.5)


class Measure(unittest.TestCase):
    def scene(self):
        return scenes.letterboxed(frame([[600, 400, 720, 428], [100, 100, 160, 115]]))

    def tally(self, boxes, scores, least_width):
        found = [[(np.float32(boxes).reshape(-1, 4), np.float32(scores))]]
        return measure.tally(found, [self.scene()], 0, least_width)

    def test_one_plate_found_twice_is_right_once_and_wrong_once(self):
        result = self.tally([[240, 160, 288, 171], [241, 160, 289, 171]], [0.9, 0.8], 32)
        self.assertEqual((result.truths, len(result.right), len(result.wrong)), (1, 1, 1))

    def test_a_narrow_plate_that_nobody_asked_for_is_neither_right_nor_wrong(self):
        result = self.tally([[40, 40, 64, 46]], [0.9], 32)
        self.assertEqual((result.truths, len(result.right), len(result.wrong)), (1, 0, 0))

    def test_a_vehicle_is_plated_when_it_holds_the_middle_of_a_plate(self):
        vehicles = np.float32([[0, 0, 100, 100], [200, 0, 300, 100]])
        self.assertEqual(measure.plated(vehicles, np.float32([[40, 80, 60, 84]])).tolist(), [True, False])
        self.assertEqual(measure.plated(vehicles, scenes.EMPTY).tolist(), [False, False])

    def test_suppression_keeps_the_best_of_what_overlaps(self):
        boxes = np.float32([[0, 0, 10, 10], [1, 0, 11, 10], [30, 0, 40, 10]])
        self.assertEqual(measure.suppressed(boxes, np.float32([0.5, 0.9, 0.3])).tolist(), [1, 2])


class Net(unittest.TestCase):
    def test_the_traced_module_takes_any_batch_and_gives_what_the_net_gives(self):
        module = Exported(Detector()).eval()
        script = export.traced(module, torch.zeros(2, HEIGHT, WIDTH, 1, dtype=torch.uint8))
        frames = torch.randint(0, 256, (3, HEIGHT, WIDTH, 1), dtype=torch.uint8)
        with torch.no_grad():
            expected, given = module(frames), script(frames)
        self.assertEqual(tuple(given.shape), (3, 64, 6))
        torch.testing.assert_close(given, expected, rtol=1e-3, atol=1e-3)
        self.assertTrue((given[:, :-1, 4] >= given[:, 1:, 4]).all())
        self.assertEqual((ROWS, COLUMNS), (36, 64))


if __name__ == "__main__":
    unittest.main()
