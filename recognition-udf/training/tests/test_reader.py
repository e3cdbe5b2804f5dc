import random
import tempfile
import unittest
from pathlib import Path

import cv2
import numpy as np
import torch

from common.thaw import blended
from reader.alphabet import ALPHABET, encode, fold
from reader.crops import crop
from reader.decode import greedy, merge_twins
from reader.net import ReaderNet
from reader.nothing import NothingToRead
from reader.stream import SampleStream
from reader.thaw import thawed
from reader.training import Trainer

SETTINGS = {"samples": 1000, "peak_rate": 0.002, "warm_up": 100, "decline": 0.4, "weight_decay": 0.0, "seed": 1}


class Counting:
    """Samples that carry their number as country."""

    def __init__(self, seed):
        self.next = seed

    def sample(self):
        self.next += 1
        return np.full((4, 6, 3), self.next % 256, np.uint8), [1] * (self.next % 3), self.next


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


class Nothing(unittest.TestCase):
    def test_parts_of_photographs_keep_clear_of_labelled_plates(self):
        with tempfile.TemporaryDirectory() as folder:
            images = Path(folder, "plates-openimages", "images")
            images.mkdir(parents=True)
            picture = np.full((200, 200, 3), 60, np.uint8)
            picture[80:120, 60:140] = 255  # the plate
            cv2.imwrite(str(images / "0123456789abcdef_1.png"), picture)
            rows = ["image,class,x,y,w,h", "0123456789abcdef_1.png,0,60,80,80,40", "0123456789abcdef_1.png,1,10,10,180,180"]
            Path(folder, "plates-openimages", "boxes.csv").write_text("\n".join(rows))
            nothing = NothingToRead(Path(folder), (160, 48), random.Random(3))
            crops = [nothing.sample() for _ in range(50)]
        self.assertEqual({crop.shape for crop in crops}, {(48, 160, 3)})
        self.assertLess(max(int(crop.mean()) for crop in crops), 140)


class Schedule(unittest.TestCase):
    def rates(self, samples):
        trainer = Trainer(ReaderNet(39, 22), {**SETTINGS, "samples": samples})
        rates = []
        for trainer.seen in range(0, samples + 1, 50):
            rates.append(trainer.rate())
        return rates

    def test_the_rate_rises_stays_and_falls_with_the_samples(self):
        rates = self.rates(1000)
        self.assertLess(rates[0], rates[1])
        self.assertEqual(set(rates[2:13]), {0.002})
        self.assertEqual(rates[12:], sorted(rates[12:], reverse=True))
        self.assertAlmostEqual(rates[-1], 0.002 / 50)

    def test_the_end_can_be_moved_while_the_rate_stays(self):
        self.assertEqual(self.rates(1000)[:10], self.rates(2000)[:10])


class Stream(unittest.TestCase):
    def test_every_sample_comes_once_and_in_order_round_the_ring(self):
        stream = SampleStream(Counting, (6, 4), 8, 40)
        try:
            batches = [stream.batch(3) for _ in range(7)]
        finally:
            stream.close()
        self.assertEqual([c for _, _, countries in batches for c in countries], list(range(41, 62)))
        for crops, texts, countries in batches:
            self.assertEqual([crop[0, 0, 0] for crop in crops], list(countries))
            self.assertEqual([len(text) for text in texts], [c % 3 for c in countries])


class Thawing(unittest.TestCase):
    """A published model is gone on from where it stands."""

    @classmethod
    def setUpClass(cls):
        torch.manual_seed(5)
        cls.crops = np.random.default_rng(2).integers(0, 256, (96, 48, 160, 3)).astype(np.uint8)
        trained = ReaderNet(len(ALPHABET), 3)
        trained.train()(torch.from_numpy(cls.crops))  # gives the normalisations something to have learned
        trained.eval()
        for norm in (m for m in trained.modules() if isinstance(m, torch.nn.BatchNorm2d)):
            torch.nn.init.uniform_(norm.weight, 0.5, 1.5)
            torch.nn.init.uniform_(norm.bias, -0.5, 0.5)
        with tempfile.TemporaryDirectory() as folder:
            script = torch.jit.freeze(torch.jit.trace(trained, torch.from_numpy(cls.crops[:1])))
            script.save(f"{folder}/reader.pt")
            Path(folder, "model.json").write_text('{"file": "reader.pt"}')
            cls.trained, cls.thawed = trained, thawed(ReaderNet(len(ALPHABET), 3), Path(folder), cls.crops)
            cls.other = None
            try:
                thawed(ReaderNet(len(ALPHABET), 4), Path(folder), cls.crops)
            except ValueError as error:
                cls.other = str(error)

    def test_the_net_says_what_the_model_says(self):
        crops = torch.from_numpy(self.crops[:8])
        with torch.no_grad():
            for ours, theirs in zip(self.thawed.eval()(crops), self.trained(crops)):
                torch.testing.assert_close(ours, theirs, rtol=1e-3, atol=1e-3)

    def test_the_first_step_of_training_sees_nearly_the_same(self):
        crops = torch.from_numpy(self.crops)
        with torch.no_grad():
            calm = self.thawed.eval()(crops)[0]
            self.thawed.features.train()
            moved = self.thawed(crops)[0]
        self.assertLess((calm - moved).abs().mean().item(), 0.05)

    def test_a_share_of_the_other_net_is_kept_where_two_are_blended(self):
        one, other = ReaderNet(len(ALPHABET), 3), ReaderNet(len(ALPHABET), 3)
        for net, value in ((one, 1.0), (other, 0.0)):
            torch.nn.init.constant_(net.characters.weight, value)
            net.features[0][1].running_mean.fill_(value)
        mixed = blended(one, other, 0.3)
        torch.testing.assert_close(mixed.characters.weight, torch.full_like(mixed.characters.weight, 0.7))
        torch.testing.assert_close(mixed.features[0][1].running_mean, torch.full((24,), 0.7))

    def test_a_model_of_another_design_is_refused(self):
        self.assertIn("not of one design", self.other)


if __name__ == "__main__":
    unittest.main()
