import tempfile
import unittest
from pathlib import Path

import cv2
import numpy as np
import torch

from common import export, photographs, training
from detector import feed, loss, measure, moves, plate_bank, plate_paste, samples, scenes, signs, targets
from detector.net import COLUMNS, HEIGHT, ROWS, STRIDE, UNIT, WIDTH, Detector, Exported, best_around, cell_centres, corners


def frame(plates=(), vehicles=None, size=(720, 1280)):
    """A grey sample with these boxes as corners."""
    vehicles = None if vehicles is None else np.float32(vehicles).reshape(-1, 4)
    return samples.Sample(np.full(size, 90, np.uint8), np.float32(plates).reshape(-1, 4), vehicles)


def bank():
    """Two plates without a text: light with a dark rim."""
    plate = np.full((44, 200), 220, np.uint8)
    plate[:, :6] = 30
    return [plate, plate_bank.stacked(plate, 0.5)]


class Perfect(torch.nn.Module):
    """Says what the targets say, in the shapes of the net."""

    def __init__(self, target):
        super().__init__()
        self.heat = torch.from_numpy(target.heat)[None].clamp(1e-4, 1 - 1e-4).logit()
        boxes, centres = torch.from_numpy(target.boxes)[None], cell_centres()
        self.distances = torch.cat([centres - boxes[:, :, :2], boxes[:, :, 2:] - centres], 2)

    def forward(self, x):
        return self.heat, self.distances

    def raw(self, x):
        units = torch.tensor(UNIT).reshape(1, 2, 1, 1, 1)
        return torch.cat([self.heat, (self.distances.clamp(min=0.01) / units).log().flatten(1, 2)], 1)


class Targets(unittest.TestCase):
    def test_the_exported_module_gives_back_the_boxes_that_the_targets_were_made_of(self):
        scene = scenes.letterboxed(frame([[600, 400, 720, 428]], [[400, 100, 900, 500]]))
        module = Exported(Perfect(targets.of(scene)))
        (found,) = measure.detections(module, scene.image[None], least=0.5)
        np.testing.assert_allclose(found[0][0], [[240, 160, 288, 171.2]], atol=0.01)
        np.testing.assert_allclose(found[1][0], [[160, 40, 360, 200]], atol=0.01)

    def test_the_exported_module_gives_what_the_maps_of_training_say(self):
        torch.manual_seed(4)
        net = Detector().eval()
        torch.nn.init.normal_(net.out.weight, std=0.3)
        frames = torch.randint(0, 256, (2, HEIGHT, WIDTH, 1), dtype=torch.uint8)
        with torch.no_grad():
            heat, distances = net(frames.permute(0, 3, 1, 2).float() / 255.0)
            rows = Exported(net)(frames)
        boxes = corners(distances, cell_centres()).clamp(min=0)
        for of_frame, scores, places in zip(rows, heat.sigmoid(), boxes, strict=True):
            for x, y, width, height, score, kind in of_frame[of_frame[:, 4] > 0].tolist():
                at = int((scores[int(kind)] - score).abs().argmin())
                x0, y0, x1, y1 = places[int(kind)].flatten(1)[:, at].tolist()
                expected = [x0, y0, min(x1, WIDTH) - min(x0, WIDTH), min(y1, HEIGHT) - min(y0, HEIGHT)]
                np.testing.assert_allclose([x, y, width, height], expected, atol=1e-3)

    def test_the_best_around_a_cell_is_what_pooling_gives(self):
        heat = torch.rand(3, 2, 9, 14)
        self.assertTrue(torch.equal(best_around(heat), torch.nn.functional.max_pool2d(heat, 3, 1, 1)))

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
        random, composer = np.random.default_rng(5), scenes.Composer(feed.configuration(), bank())
        sample = frame([[600, 400, 720, 428], [10, 10, 90, 30]], [[400, 100, 900, 500]])
        for _ in range(60):
            scene = composer.scene(random, lambda: sample)
            boxes = np.concatenate([scene.plates, scene.vehicles])
            self.assertEqual(scene.image.shape, (HEIGHT, WIDTH))
            self.assertTrue((boxes >= 0).all() and (boxes <= [WIDTH, HEIGHT, WIDTH, HEIGHT]).all())

    def test_tiles_fill_the_input_and_lie_on_the_grid_of_cells(self):
        random = np.random.default_rng(2)
        for _ in range(30):
            tiles = np.array(scenes.tiling(random, [0.2, 0.3, 0.5]))
            self.assertTrue((tiles % STRIDE == 0).all())
            self.assertEqual((tiles[:, 2] * tiles[:, 3]).sum(), WIDTH * HEIGHT)


class Moves(unittest.TestCase):
    def test_a_mirrored_sample_mirrors_its_boxes(self):
        mirrored = moves.mirrored(frame([[600, 400, 720, 428]]))
        np.testing.assert_array_equal(mirrored.plates, [[560, 400, 680, 428]])

    def test_a_turned_sample_keeps_the_plate_inside_its_box(self):
        sample = frame([[600, 400, 720, 428]], [[400, 100, 900, 500]])
        sample.image[400:428, 600:720] = 255
        turned = moves.turned(sample, 15)
        rows, columns = np.nonzero(turned.image > 200)
        x0, y0, x1, y1 = turned.plates[0]
        np.testing.assert_allclose([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1], [x0, y0, x1, y1], atol=2)
        self.assertGreater(turned.plates[0, 3] - turned.plates[0, 1], 50)

    def test_a_turn_of_nothing_changes_no_box(self):
        sample = frame([[600, 400, 720, 428]], [[400, 100, 900, 500]])
        turned = moves.turned(sample, 0)
        np.testing.assert_allclose(turned.plates, sample.plates, atol=1e-3)
        np.testing.assert_allclose(turned.vehicles, sample.vehicles, atol=1e-3)

    def test_widening_stretches_boxes_across_only(self):
        widened = moves.widened(frame([[600, 400, 720, 428]]), 1.5)
        self.assertEqual(widened.image.shape, (720, 1920))
        np.testing.assert_allclose(widened.plates, [[900, 400, 1080, 428]])


class Pasting(unittest.TestCase):
    def test_a_pasted_plate_leaves_the_others_alone(self):
        random, image = np.random.default_rng(1), np.full((HEIGHT, WIDTH), 90, np.uint8)
        taken = np.float32([[0, 0, WIDTH, HEIGHT / 2]])
        pasted = [plate_paste.paste(random, image, taken, scenes.EMPTY, bank()) for _ in range(20)]
        pasted = np.concatenate(pasted)
        self.assertGreater(len(pasted), 5)
        self.assertTrue((pasted[:, 1] > HEIGHT / 2).all())
        self.assertTrue((image[: HEIGHT // 2 - 4] == 90).all())

    def test_a_plate_that_covers_another_stays_in_its_box(self):
        random, image = np.random.default_rng(3), np.full((HEIGHT, WIDTH), 90, np.uint8)
        plate_paste.replace(random, image, np.float32([200, 100, 280, 120]), bank())
        rows, columns = np.nonzero(image != 90)
        self.assertGreater(len(rows), 1000)
        self.assertTrue(199 <= columns.min() and columns.max() <= 281 and 99 <= rows.min() and rows.max() <= 121)

    def test_signs_are_drawn_beside_plates_and_never_on_them(self):
        random, image = np.random.default_rng(4), np.full((HEIGHT, WIDTH), 90, np.uint8)
        for _ in range(80):
            signs.distract(random, image, np.float32([[100, 100, 300, 160]]), np.float32([[0, 0, 400, 280]]))
        self.assertTrue((image[100:160, 100:300] == 90).all())
        self.assertGreater((image != 90).mean(), 0.2)

    def test_signs_stand_on_vehicles_more_often_than_chance_would_have_it(self):
        random, vehicle, on = np.random.default_rng(6), np.float32([[300, 100, 400, 200]]), 0
        for _ in range(100):
            image = np.full((HEIGHT, WIDTH), 90, np.uint8)
            signs.distract(random, image, scenes.EMPTY, vehicle)
            on += (image[100:200, 300:400] != 90).any()
        self.assertGreater(on, 40)

    def test_the_bank_holds_plates_of_one_and_of_two_lines(self):
        plates = plate_bank.drawn(40, 0.4, 1)
        shapes = np.array([p.shape[1] / p.shape[0] for p in plates])
        self.assertTrue((shapes > 3).any() and (shapes < 2.4).any())
        self.assertTrue(all(p.dtype == np.uint8 and p.max() > p.min() for p in plates))


class CutOuts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = Path(folder.name)
        for name in ("vehicles-roadside/truck/truck7.jpg", "vehicles-roadside/truck/truck19.jpg", "vehicles-roadside/truck/truck20.jpg",
                     "vehicles-bus/crops/0123456789abcdef_0.jpg", "vehicles-bus/crops/0123456789abcdef_1.jpg"):  # fmt: skip
            path = self.data / name
            path.parent.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(path), np.random.default_rng(1).integers(0, 256, (60, 100, 3)).astype(np.uint8))

    def test_neighbours_of_a_recording_and_cuts_of_a_photograph_share_a_group(self):
        truck = [c.group for c in photographs.cut_outs(self.data, ["truck"])]
        self.assertEqual(sorted(truck), ["truck0", "truck0", "truck1"])
        self.assertEqual({c.group for c in photographs.cut_outs(self.data, ["bus"])}, {"0123456789abcdef"})

    def test_the_box_is_where_the_picture_lies_and_no_plate_counts_as_background(self):
        random = np.random.default_rng(2)
        for cut in photographs.cut_outs(self.data, ["bus"]):
            sample = samples.of_cut_out(cut, random)
            (x0, y0, x1, y1), whole = sample.vehicles[0].astype(int), cv2.imread(str(cut.path))
            np.testing.assert_array_equal(sample.image[y0:y1, x0:x1], whole)
            self.assertEqual(len(sample.plates), 0)
            self.assertGreaterEqual(sample.narrowest, sample.image.shape[1])


class Split(unittest.TestCase):
    def test_the_evaluation_ride_is_refused(self):
        with self.assertRaisesRegex(ValueError, photographs.EVALUATION_RIDE):
            feed.split(None, {"rides": [photographs.EVALUATION_RIDE]})

    def test_the_shipped_configuration_trains_on_neither_ride_of_the_evaluation(self):
        rides = feed.configuration()["photographs"]["rides"]
        self.assertEqual(set(rides), {"dayride_type1_002", "dayride_type1_003"})


class Schedule(unittest.TestCase):
    PLAN = {"samples": 1000, "warm_up": 100, "rate": 0.002, "decay_from": 0.6, "last_rate": 0.00002}

    def test_the_rate_rises_stays_and_falls(self):
        self.assertAlmostEqual(training.rate(self.PLAN, 50), 0.001)
        self.assertAlmostEqual(training.rate(self.PLAN, 600), 0.002)
        self.assertAlmostEqual(training.rate(self.PLAN, 800), 0.0002)
        self.assertAlmostEqual(training.rate(self.PLAN, 1000), 0.00002)
        self.assertAlmostEqual(training.rate(self.PLAN, 2000), 0.00002)


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
