"""Batches for training, each made from the seed and its own number: a run can stop and go on."""

import tomllib
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

from common import photographs
from detector import plate_bank, samples, scenes, targets

CONFIG = Path(__file__).resolve().parents[1] / "detector.toml"


def configuration(path: Path = CONFIG) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def split(data: Path, settings: dict) -> tuple[list, list, list]:
    """Photographs of the road to train on, squares to train on, squares held out."""
    rides = set(settings["rides"])
    if photographs.EVALUATION_RIDE in rides:
        raise ValueError(f"rides: {photographs.EVALUATION_RIDE} is for evaluation, no training may see it")
    road = [p for p in photographs.romania(data) if p.group in rides]
    unknown = rides - {p.group for p in road}
    if unknown:
        raise ValueError(f"rides: {sorted(unknown)} are not in plates-romania")
    square, held = [], []
    for photograph in photographs.openimages(data):
        is_held = int(photograph.group, 16) % 10 == settings["held_out_tenth"]
        (held if is_held else square).append(photograph)
    return road, square, held


class Feed(IterableDataset):
    """Endless batches from the batch numbered `first` on, out of four sources."""

    NAMES = ("heat", "counted", "boxes", "weights", "narrowest")

    def __init__(self, config: dict, data: Path, rendered: Path | None, first: int = 0):
        super().__init__()
        self.config, self.first = config, first
        random = np.random.default_rng(config["seed"])
        road, square, _ = split(data, config["photographs"])
        stretch = tuple(config["shares"]["square_stretch"])
        self.road = [samples.of_photograph(p) for p in road]
        self.square = [samples.of_photograph(p, stretch) for p in square]
        cuts = [c for c in photographs.cut_outs(data, config["photographs"]["cut_outs"]) if photographs.fifth(c.group) != 0]
        self.cut_out = [samples.of_cut_out(c, random) for c in cuts]
        self.drawn = samples.of_folder(rendered, random) if rendered else []
        bank = plate_bank.drawn(config["plates"]["bank"], config["plates"]["two_lines"], config["seed"])
        self.composer = scenes.Composer(config, bank)

    def pick(self, random):
        shares, chance = self.config["shares"], random.random()
        if chance < shares["road"]:
            source = self.road
        elif chance < shares["road"] + shares["cut_out"]:
            source = self.cut_out
        elif chance < shares["road"] + shares["cut_out"] + shares["square"] or not self.drawn:
            source = self.square
        else:
            source = self.drawn
        return source[int(random.integers(len(source)))]

    def batch(self, number: int):
        """The images uint8 [N,1,H,W] and their targets, for the batch of that number."""
        random = np.random.default_rng([self.config["seed"], number])
        size = self.config["train"]["batch"]
        made = [self.composer.scene(random, lambda: self.pick(random)) for _ in range(size)]
        truth = [targets.of(scene) for scene in made]
        images = np.stack([scene.image for scene in made])[:, None]
        return torch.from_numpy(images), {
            name: torch.from_numpy(np.stack([getattr(t, name) for t in truth])) for name in self.NAMES
        }

    def __iter__(self):
        torch.set_num_threads(1)
        number = self.first
        while True:
            yield self.batch(number)
            number += 1

    def beside(self):
        """The batches, made by one process of its own."""
        return iter(DataLoader(self, batch_size=None, num_workers=1, prefetch_factor=6))
