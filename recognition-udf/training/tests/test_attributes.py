import csv
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from attributes import augment, crops, degrade, measure
from attributes.blend import blended
from attributes.feed import Feed
from attributes.loss import any_of
from attributes.net import COLOURS, SIDE, TYPES, Attributes, Exported
from common import export, photographs
from common.thaw import thaw


def crop(image, colours=(), margin=0.0, kind=0, source="openimages", group="a", night=False):
    return crops.Crop(image, margin, kind, colours, group, source, night)


def painted(rgb):
    return np.full((crops.KEPT, crops.KEPT, 3), rgb, np.uint8)


class Surroundings(unittest.TestCase):
    def test_another_place_changes_the_corners_and_leaves_the_vehicle(self):
        vehicle, other = np.full((SIDE, SIDE, 3), 200, np.uint8), np.zeros((SIDE, SIDE, 3), np.uint8)
        for seed in range(20):
            moved = degrade.elsewhere(np.random.default_rng(seed), vehicle, other)
            self.assertTrue((moved[SIDE // 4 : -SIDE // 4, SIDE // 4 : -SIDE // 4] == 200).all())
            self.assertLess(moved[0, 0].max(), 200)


class Labels(unittest.TestCase):
    def test_silver_counts_as_grey_and_either_of_two_colours_is_kept(self):
        self.assertEqual(crops.colours_of("silver|grey"), (COLOURS.index("GREY"),))
        self.assertEqual(crops.colours_of("blue|black"), (COLOURS.index("BLUE"), COLOURS.index("BLACK")))
        self.assertEqual(crops.colours_of("unknown"), ())

    def test_a_crop_marked_unusable_is_left_out(self):
        row = {"usable": "0", "type": "car", "colour": "red"}
        self.assertIsNone(crops.known(row, "CAR"))

    def test_a_pickup_is_a_car(self):
        self.assertEqual(crops.known({"usable": "1", "type": "pickup", "colour": "red"}, None)[0], TYPES.index("CAR"))

    def test_none_of_our_own_labels_is_of_the_fifth_held_out(self):
        with crops.MORE_COLOURS.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["source"] in ("oi", "vehicles-bus"):
                    self.assertNotEqual(photographs.fifth(row["image"].removeprefix("crops/")[:16]), 0, row)
                elif row["source"] == "vehicles-roadside":
                    folder, name = row["image"].split("/")
                    self.assertNotEqual(photographs.fifth(f"{folder}{int(''.join(c for c in name if c.isdigit())) // 20}"), 0, row)
                else:
                    self.assertEqual(row["source"], "plates-romania")

    def test_one_group_stays_in_one_fifth(self):
        self.assertEqual(len({photographs.fifth("car17") for _ in range(5)}), 1)
        self.assertEqual({photographs.fifth(f"car{i}") for i in range(200)}, set(range(5)))


class Crops(unittest.TestCase):
    def test_a_stored_crop_shows_the_box_with_its_margin(self):
        picture = np.zeros((400, 400, 3), np.uint8)
        picture[100:200, 100:200] = 255
        stored = crops.stretched(picture, (100, 100, 100, 100), 0.2)
        edge = round(crops.KEPT * 0.2 / 1.4)
        self.assertEqual(stored[crops.KEPT // 2, edge - 3].max(), 0)
        self.assertEqual(stored[crops.KEPT // 2, edge + 3].min(), 255)

    def test_inference_sees_five_percent_around_the_box(self):
        picture = np.zeros((400, 400, 3), np.uint8)
        picture[100:200, 100:200] = 255
        shown = augment.plain(crop(crops.stretched(picture, (100, 100, 100, 100), 0.2), margin=0.2 / 1.4))
        bright = (shown[48, :, 0] > 127).mean()
        self.assertAlmostEqual(bright, 1 / 1.1, delta=0.02)


class Augmentation(unittest.TestCase):
    def test_a_white_body_takes_the_paint_that_it_is_named_after(self):
        random = np.random.default_rng(2)
        image = np.full((96, 96, 3), 90, np.uint8)
        image[22:75, 15:82] = 240
        for _ in range(20):
            new, colour = augment.repaint(random, image, vivid=False)
            self.assertGreater(colour, 0)
            self.assertGreater(np.abs(new[48, 48].astype(int) - 240).max(), 15)
            np.testing.assert_array_equal(new[2, 2], image[2, 2])

    def test_what_has_no_vivid_body_is_not_repainted(self):
        image = painted((128, 128, 128))[:96, :96]
        new, colour = augment.repaint(np.random.default_rng(0), image, vivid=True)
        self.assertEqual(colour, -1)
        self.assertIs(new, image)

    def test_every_sample_has_one_whole_target_or_none(self):
        random = np.random.default_rng(3)
        for colours in ((), (4,), (5, 2)):
            for _ in range(30):
                image, _, target = augment.sample(random, crop(painted((180, 20, 30)), colours), crop(painted((9, 9, 9))))
                self.assertEqual(image.shape, (96, 96, 3))
                self.assertIn(round(float(target.sum()), 4), (0.0, 1.0))


    def test_what_video_does_to_colour_leaves_the_light(self):
        image = np.random.default_rng(1).uniform(0, 255, (SIDE, SIDE, 3)).astype(np.float32)
        worse = degrade.coarse_colour(np.random.default_rng(4), image)
        np.testing.assert_allclose(worse @ degrade.LUMA, image @ degrade.LUMA, atol=25)
        self.assertLess((worse - (worse @ degrade.LUMA)[..., None]).std(), (image - (image @ degrade.LUMA)[..., None]).std())

    def test_the_colour_of_a_rendered_vehicle_counts_less(self):
        random = np.random.default_rng(3)
        for source, told in (("rendered", augment.TOLD_BY_RENDERED), ("bus", 1.0)):
            target = augment.sample(random, crop(painted((180, 20, 30)), (4,), source=source), crop(painted((9, 9, 9))))[2]
            self.assertIn(round(float(target.sum()), 4), (told, 1.0))


class Loss(unittest.TestCase):
    def test_either_of_two_right_colours_will_do(self):
        logits, both = torch.tensor([[0.0, 9.0, -9.0, 0.0]]), torch.tensor([[0.0, 0.5, 0.5, 0.0]])
        self.assertLess(any_of(logits, both).item(), 0.01)
        self.assertGreater(any_of(logits, torch.tensor([[0.0, 0.0, 1.0, 0.0]])).item(), 10)

    def test_what_nobody_told_costs_nothing(self):
        self.assertEqual(any_of(torch.randn(2, 4), torch.zeros(2, 4)).item(), 0)


class Picking(unittest.TestCase):
    def test_of_rendered_vehicles_rare_colours_come_seldom(self):
        drawn = [crop(painted((0, 0, 0)), (c,), source="rendered") for c in (1, 11)]
        weights = {name: 1.0 for name in COLOURS} | {"PURPLE": 0.1}
        settings = {"drawn_share": 1.0, "by_colour_share": 0.0, "sources": {}, "families": {}, "colours": weights}
        feed, random = Feed([], drawn, settings, 1, 0), np.random.default_rng(0)
        purple = sum(feed.pick(random).colours == (11,) for _ in range(400))
        self.assertTrue(10 < purple < 80, purple)

    def test_a_source_without_a_weight_is_named(self):
        settings = {"sources": {}, "families": {}, "colours": {}}
        with self.assertRaisesRegex(ValueError, "openimages.*feed.sources"):
            Feed([crop(painted((0, 0, 0)))], [], settings, 1, 0)


class Measure(unittest.TestCase):
    def test_frames_of_one_track_answer_together(self):
        group = [crop(painted((0, 0, 0)), (1,), group=g) for g in ("7", "7", "8")]
        types = np.float32([[0.9, 0.1, 0, 0, 0], [0.4, 0.6, 0, 0, 0], [0.2, 0.8, 0, 0, 0]])
        tracks, said = measure.by_track(group, measure.Answers(types, np.eye(12, dtype=np.float32)[[1, 1, 2]]))
        self.assertEqual(said.types.argmax(1).tolist(), [0, 1])
        self.assertEqual(len(tracks), 2)

    def test_where_the_colour_is_unknown_in_truth_it_is_not_asked_for(self):
        group = [crop(painted((0, 0, 0)), colours) for colours in ((0,), (), (3, 1))]
        self.assertEqual(measure.asked_colours(group), {2: (3, 1)})


class Net(unittest.TestCase):
    def test_a_bus_is_less_likely_on_a_road_than_in_training(self):
        module = Exported(Attributes()).eval()
        picture = torch.randint(0, 256, (1, 96, 96, 3), dtype=torch.uint8)
        with torch.no_grad():
            plain = module.net(picture.permute(0, 3, 1, 2).float() / 255)[0].softmax(1)
            types, bus = module(picture)[0], TYPES.index("BUS")
        self.assertLess(types[0, bus], plain[0, bus])
        self.assertAlmostEqual((types[0, 0] / types[0, 2]).item(), (plain[0, 0] / plain[0, 2]).item(), places=3)

    def test_the_traced_module_takes_any_batch_and_gives_probabilities(self):
        module = Exported(Attributes()).eval()
        script = export.traced(module, torch.zeros(2, 96, 96, 3, dtype=torch.uint8))
        pictures = torch.randint(0, 256, (3, 96, 96, 3), dtype=torch.uint8)
        with torch.no_grad():
            expected, (types, colours) = module(pictures), script(pictures)
        self.assertEqual((tuple(types.shape), tuple(colours.shape)), ((3, 5), (3, 12)))
        torch.testing.assert_close(types.sum(1), torch.ones(3))
        torch.testing.assert_close(colours.sum(1), torch.ones(3))
        torch.testing.assert_close(types, expected[0], rtol=1e-3, atol=1e-4)


class Blend(unittest.TestCase):
    def test_what_starts_and_ends_alike_stays_as_it_is_and_measures_its_pictures(self):
        net, pictures = Attributes(), [torch.rand(8, 3, SIDE, SIDE)]
        same = blended(net, net, 0.2, pictures)
        for mine, theirs in zip(same.parameters(), net.parameters(), strict=True):
            torch.testing.assert_close(mine, theirs)
        self.assertFalse(same.training)
        self.assertNotEqual(same.early[0][1].running_var.mean().item(), 1.0)

    def test_a_share_of_the_start_stays(self):
        one, other = Attributes(), Attributes()
        torch.nn.init.zeros_(one.kind.weight)
        torch.nn.init.ones_(other.kind.weight)
        mixed = blended(one, other, 0.25, [torch.rand(2, 3, SIDE, SIDE)])
        torch.testing.assert_close(mixed.kind.weight, torch.full_like(mixed.kind.weight, 0.75))


class Start(unittest.TestCase):
    def test_a_net_taken_up_again_says_what_its_file_says_by_what_training_normalises_too(self):
        torch.manual_seed(1)
        old, new = Exported(Attributes()), Attributes()
        for module in old.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                torch.nn.init.uniform_(module.running_mean, -0.2, 0.2)
                torch.nn.init.uniform_(module.weight, 0.5, 1.5)
        pictures = torch.randint(0, 256, (12, SIDE, SIDE, 3), dtype=torch.uint8)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "attributes.pt"
            export.traced(old.eval(), pictures[:2]).save(str(file))
            thaw(new, file, [pictures.permute(0, 3, 1, 2).float() / 255])
        with torch.no_grad():
            said = old(pictures)[1]
            torch.testing.assert_close(Exported(new.eval())(pictures)[1], said, rtol=1e-3, atol=1e-3)
            new.train().drop.eval()
            torch.testing.assert_close(Exported(new)(pictures)[1], said, rtol=1e-2, atol=1e-2)


if __name__ == "__main__":
    unittest.main()
