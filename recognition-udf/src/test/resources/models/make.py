"""Makes the models of the tests: nets of a few numbers whose answers can be told by heart.

detector    a bright picture (mean grey of its input over 40) holds one vehicle with one plate in it; a dark one nothing
reader      the plate reads AB-12d-CD, FR; d is the brightness of the crop in tenths
attributes  a CAR with 0.8; its colour is the strongest channel's (RED, GREEN or BLUE) with 0.7, or UNKNOWN when all are equal

In the folder classifiers beside models, as an operator would drop them in:
make        looks above the plate: the strongest channel's maker (Rossa, Verdi or Azur) with 0.7, or NONE when all are equal
shade       looks at the vehicle: dark or bright, with 0.9

Usage: python make.py (writes beside itself)
"""

import json
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
COUNTRIES = ["BE", "FR", "OTHER"]
TYPES = ["CAR", "VAN", "TRUCK", "BUS", "MOTORCYCLE"]
COLOURS = ["UNKNOWN", "WHITE", "BLACK", "GREY", "RED", "BLUE", "GREEN", "YELLOW", "ORANGE", "BROWN", "BEIGE", "PURPLE"]


class Detector(nn.Module):
    def __init__(self):
        super().__init__()
        rows = torch.zeros(64, 6)
        rows[0] = torch.tensor([100.0, 60, 200, 160, 0.9, 1])
        rows[1] = torch.tensor([170.0, 170, 60, 14, 0.8, 0])
        rows[2] = torch.tensor([104.0, 62, 196, 158, 0.7, 1])  # the same vehicle once more
        self.register_buffer("rows", rows)

    def forward(self, x):
        bright = (x.float().mean((1, 2, 3)) > 40).float()
        scored = torch.ones(64, 6)
        return self.rows * (scored * bright.view(-1, 1, 1))


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        steps = torch.full((40, len(ALPHABET) + 1), 1e-6)
        steps[:, 0] = 1
        for place, character in enumerate("AB12_CD"):
            if character != "_":
                steps[5 * place + 2, 0] = 0.02
                steps[5 * place + 2, ALPHABET.index(character) + 1] = 0.98
        self.register_buffer("steps", steps.clone())
        mask = torch.zeros(40, 1)
        mask[22] = 1
        self.register_buffer("mask", mask)
        self.register_buffer("countries", torch.tensor([0.05, 0.9, 0.05]).log())

    def forward(self, x):
        tenth = (x.float().mean((1, 2, 3)) / 25.6).floor().clamp(0, 9).long()
        digit = nn.functional.one_hot(tenth + 1, len(ALPHABET) + 1).float().unsqueeze(1) + 1e-6
        steps = self.steps * (1 - self.mask) + digit * self.mask
        return (steps / steps.sum(-1, keepdim=True)).log(), self.countries.expand(x.shape[0], -1)


class Attributes(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("types", torch.tensor([0.8, 0.05, 0.05, 0.05, 0.05]))
        by_channel = torch.full((4, len(COLOURS)), 0.3 / 11)
        for row, colour in enumerate(("RED", "GREEN", "BLUE", "UNKNOWN")):
            by_channel[row, COLOURS.index(colour)] = 0.7
        self.register_buffer("by_channel", by_channel)

    def forward(self, x):
        means = x.float().mean((1, 2))
        plain = ((means.max(1).values - means.min(1).values) < 8).long()
        row = means.argmax(1) * (1 - plain) + 3 * plain
        return self.types.expand(x.shape[0], -1), self.by_channel.index_select(0, row)


class Maker(nn.Module):
    def forward(self, x):
        means = x.float().mean((1, 2))
        plain = ((means.max(1).values - means.min(1).values) < 8).long()
        answer = (means.argmax(1) + 1) * (1 - plain)
        return nn.functional.one_hot(answer, 4).float() * 0.6 + 0.1


class Shade(nn.Module):
    def forward(self, x):
        bright = (x.float().mean((1, 2, 3)) > 128).long()
        return nn.functional.one_hot(bright, 2).float() * 0.8 + 0.1


def write(name, module, shape, within="models", **descriptor):
    folder = HERE.parent / within / name
    folder.mkdir(parents=True, exist_ok=True)
    example = torch.randint(0, 255, shape, dtype=torch.uint8)
    torch.jit.freeze(torch.jit.trace(module.eval(), example)).save(folder / f"{name}.pt")
    size = {"width": shape[2], "height": shape[1], "channels": shape[3]}
    text = {"name": name, "version": "test", "file": f"{name}.pt", "input": size, **descriptor}
    (folder / "model.json").write_text(json.dumps(text) + "\n")


if __name__ == "__main__":
    write("detector", Detector(), (2, 288, 512, 1), scoreThreshold={"plate": 0.3, "vehicle": 0.3})
    write("reader", Reader(), (2, 48, 160, 3), alphabet=ALPHABET, countries=COUNTRIES)
    write("attributes", Attributes(), (2, 128, 128, 3), types=TYPES, colours=COLOURS)
    own = {"within": "classifiers", "kind": "classifier"}
    makers, threshold = ["NONE", "Rossa", "Verdi", "Azur"], {"label": 0.5}
    write("make", Maker(), (2, 128, 80, 3), **own, attribute="make", region="above-plate", labels=makers, none="NONE", scoreThreshold=threshold)
    write("shade", Shade(), (2, 64, 64, 3), **own, attribute="shade", region="vehicle", labels=["dark", "bright"], scoreThreshold=threshold)
