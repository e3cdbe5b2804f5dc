import json
import tempfile
import unittest
from pathlib import Path

import torch
from torch import nn

from common import bfloat, export, graphs

SIZE = {"width": 24, "height": 16, "channels": 3}


class Net(nn.Module):
    """Everything that the module's nets are built of."""

    def __init__(self):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1, bias=False), nn.BatchNorm2d(8), nn.ReLU(inplace=True))
        self.second = nn.Conv2d(8, 8, 3, 1, 1)
        self.third = nn.Sequential(nn.Conv2d(8, 8, 1), nn.ReLU(inplace=True))
        self.kind = nn.Linear(8, 4)

    def forward(self, pictures):
        x = self.first(pictures.permute(0, 3, 1, 2).float() / 255.0)
        x = torch.relu(x + self.second(x))
        x = self.third(nn.functional.interpolate(x, scale_factor=2.0, mode="nearest"))
        return self.kind(x.mean((2, 3))).softmax(-1), x.amax((2, 3)).float()


class Bfloat(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        script = export.traced(Net(), torch.zeros(2, 16, 24, 3, dtype=torch.uint8))
        export.save(script, self.folder, {"name": "net", "file": "net.pt", "input": SIZE, "metrics": {}})

    def test_every_export_has_a_twin_whose_answers_differ_in_the_last_digits_only(self):
        pictures = torch.randint(0, 256, (3, 16, 24, 3), dtype=torch.uint8)
        exact, light = (torch.jit.load(str(self.folder / name)) for name in ("net.pt", "net.bf16.pt"))
        for one, other in zip(exact(pictures), light(pictures), strict=True):
            self.assertEqual(other.dtype, torch.float32)
            torch.testing.assert_close(one, other, rtol=0.03, atol=0.01)
            self.assertFalse(torch.equal(one, other))

    def test_the_twin_holds_its_weights_once_and_in_half_the_bytes(self):
        light = torch.jit.load(str(self.folder / "net.bf16.pt"))
        weights = [n for n in light.graph.nodes() if n.kind() == "prim::Constant" and n.hasAttribute("value") and n.kindOf("value") == "t"]
        self.assertEqual(sorted(str(n.t("value").dtype) for n in weights if n.t("value").dim() == 4), ["torch.bfloat16"] * 3)

    def test_rectifiers_work_inside_the_convolutions_before_them_and_enlarging_comes_last(self):
        light = torch.jit.load(str(self.folder / "net.bf16.pt"))
        kinds = [n.kind() for n in light.graph.nodes()]
        self.assertEqual(kinds.count("mkldnn::_convolution_pointwise"), 2)
        self.assertEqual(kinds.count("aten::_convolution"), 1)
        last = max(i for i, kind in enumerate(kinds) if "convolution" in kind)
        self.assertGreater(kinds.index("aten::upsample_nearest2d"), last)

    def test_rewriting_alone_changes_no_answer(self):
        pictures = torch.randint(0, 256, (3, 16, 24, 3), dtype=torch.uint8)
        exact, late = (torch.jit.load(str(self.folder / "net.pt")) for _ in range(2))
        graphs.enlarge_late(late.graph)
        for one, other in zip(exact(pictures), late(pictures), strict=True):
            torch.testing.assert_close(one, other)

    def test_the_descriptor_tells_what_the_twin_was_made_from_and_keeps_the_rest(self):
        descriptor = json.loads((self.folder / "model.json").read_text(encoding="utf-8"))
        self.assertEqual(descriptor["bf16"]["file"], "net.bf16.pt")
        self.assertEqual(len(descriptor["bf16"]["madeFrom"]), 64)
        self.assertEqual(descriptor["input"], SIZE)

    def test_a_module_that_is_not_frozen_is_refused(self):
        loose = torch.jit.trace(Net().eval(), torch.zeros(2, 16, 24, 3, dtype=torch.uint8))
        loose.save(str(self.folder / "net.pt"))
        with self.assertRaisesRegex(ValueError, "frozen"):
            bfloat.add(self.folder)


if __name__ == "__main__":
    unittest.main()
