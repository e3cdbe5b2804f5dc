import json
import tempfile
import unittest
import warnings
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import shown
from common import export, int8
from common.blocks import Residual, unit

SIZE = {"width": 24, "height": 16, "channels": 3}


class Net(nn.Module):
    """Everything that the module's nets are built of."""

    def __init__(self):
        super().__init__()
        self.first = nn.Sequential(unit(3, 8, 2, 5), Residual(8))
        self.deep = unit(8, 16, 2)
        self.mix = unit(32, 8, kernel=1)
        self.side = unit(8, 8, kernel=1)
        self.map = nn.Conv2d(8, 4, 1)
        self.kind = nn.Linear(16, 4)

    def forward(self, pictures):
        fine = self.first(pictures.permute(0, 3, 1, 2).float() / 255.0)
        deep = self.deep(fine)
        wide = F.max_pool2d(deep, 3, 1, 1)
        mixed = self.side(fine) + F.interpolate(self.mix(torch.cat([deep, wide], 1)), scale_factor=2.0, mode="nearest")
        joined = torch.cat([mixed, fine], 1).mean((2, 3))
        return self.kind(joined).softmax(-1), self.map(mixed).float()


def seen(count):
    """Pictures that are not noise alone: a net tells them apart by more than a rounding."""
    random = np.random.default_rng(count)
    small = random.integers(0, 256, (count, 3, 4, 6)).astype(np.float32)
    return F.interpolate(torch.from_numpy(small), (16, 24), mode="bilinear").permute(0, 2, 3, 1).round().to(torch.uint8)


class Int8(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        torch.manual_seed(3)
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        net = Net()
        for norm in (m for m in net.modules() if isinstance(m, nn.BatchNorm2d)):
            nn.init.uniform_(norm.running_mean, -0.3, 0.3)
            nn.init.uniform_(norm.running_var, 0.1, 0.4)
        script = export.traced(net, torch.zeros(2, 16, 24, 3, dtype=torch.uint8))
        export.save(script, cls.folder, {"name": "net", "file": "net.pt", "input": SIZE, "metrics": {}})
        int8.add(cls.folder, seen(40))
        cls.exact, cls.light = (torch.jit.load(str(cls.folder / name)) for name in ("net.pt", "net.int8.pt"))

    def test_the_answers_differ_by_steps_of_the_scales_only(self):
        for pictures in (seen(1), seen(5)):
            for one, other in zip(self.exact(pictures), self.light(pictures), strict=True):
                self.assertEqual(other.dtype, torch.float32)
                self.assertFalse(torch.equal(one, other))
                self.assertLess((one - other).abs().mean().item(), 0.03 * one.abs().max().item())

    def test_only_the_last_convolution_works_in_32_bit_numbers(self):
        kinds = [node.kind() for node in self.light.graph.nodes()]
        self.assertEqual(kinds.count("quantized::conv2d_relu"), 5)
        self.assertEqual(kinds.count("quantized::conv2d"), 1)
        self.assertEqual(kinds.count("quantized::add_relu"), 1)
        self.assertEqual(kinds.count("mkldnn::_convolution_pointwise"), 1)
        self.assertNotIn("aten::_convolution", kinds)
        self.assertNotIn("aten::quantize_per_tensor", kinds)  # a picture is bytes already

    def test_a_net_that_makes_numbers_of_the_picture_first_has_them_put_into_bytes(self):
        class Normalised(Net):
            def forward(self, pictures):
                x = pictures.permute(0, 3, 1, 2).float()
                return self.map(self.first((x - x.mean()) / 50.0))

        path = str(self.folder / "normalised.pt")
        export.traced(Normalised(), seen(2)).save(path)
        exact, light = torch.jit.load(path), int8.quantised(torch.jit.load(path), seen(40))
        self.assertIn("aten::quantize_per_tensor", [node.kind() for node in light.graph.nodes()])
        one = exact(seen(4))
        self.assertLess((one - light(seen(4))).abs().mean().item(), 0.03 * one.abs().max().item())

    def test_both_second_files_stand_in_the_descriptor(self):
        descriptor = json.loads((self.folder / "model.json").read_text(encoding="utf-8"))
        self.assertEqual(descriptor["int8"]["file"], "net.int8.pt")
        self.assertEqual(descriptor["int8"]["madeFrom"], descriptor["bf16"]["madeFrom"])
        self.assertEqual(descriptor["input"], SIZE)

    def test_scales_hold_zero_exactly(self):
        self.assertEqual(int8.Scale.between(0.5, 5.1), int8.Scale(5.1 / 255, 0))
        self.assertEqual(int8.Scale.between(-1.0, 1.0), int8.Scale(2.0 / 255, 128))
        self.assertGreater(int8.Scale.between(0.0, 0.0).step, 0)


class Shown(unittest.TestCase):
    def test_each_net_is_shown_what_it_looks_at(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        image = np.full((360, 640, 3), 60, np.uint8)
        image[100:300, 200:400] = 200
        cv2.imwrite(str(folder / "0.jpg"), image)
        vehicle = {"box": [200, 100, 200, 200], "plate": {"box": [250, 260, 90, 20]}}
        (folder / "labels.jsonl").write_text(json.dumps({"image": "0.jpg", "vehicles": [vehicle]}) + "\n", encoding="utf-8")
        for name, region, size, least in (
            ("detector", None, (512, 288, 1), 60),
            ("attributes", None, (96, 96, 3), 150),
            ("reader", None, (160, 48, 3), 190),
            ("make", "above-plate", (80, 128, 3), 190),
        ):
            width, height, channels = size
            descriptor = {"name": name, "region": region, "input": {"width": width, "height": height, "channels": channels}}
            pictures = shown.pictures(descriptor, folder)
            self.assertEqual(pictures.shape, (1, height, width, channels))
            self.assertGreater(pictures.float().mean().item(), least)


if __name__ == "__main__":
    unittest.main()
