"""Hands out training samples so that each source, type and colour has its share, whatever the data holds."""

from collections import defaultdict

import numpy as np
import torch
from torch.utils.data import IterableDataset

from attributes import augment


class Feed(IterableDataset):
    """Batches without end: images uint8 [n,96,96,3], types int64 [n] (-1 unknown), colours float [n,12].

    `settings` is the section [feed] of attributes.toml. Runs in a process of its own.
    """

    def __init__(self, photographed, drawn, settings: dict, batch: int, seed: int):
        self.settings, self.size, self.seed = settings, batch, seed
        self.sources = grouped(photographed, lambda crop: crop.source)
        missing = self.sources.keys() - settings["sources"].keys()
        if missing:
            raise ValueError(f"attributes.toml gives no weight to {sorted(missing)} under [feed.sources]")
        self.colours = grouped([c for c in photographed if c.colours], lambda crop: crop.colours[0])
        self.drawn_types = grouped(drawn, lambda crop: crop.type)
        self.drawn_colours = grouped(drawn, lambda crop: crop.colours[0])

    def __iter__(self):
        random = np.random.default_rng(self.seed)
        while True:
            samples = [augment.sample(random, self.pick(random), self.pick(random)) for _ in range(self.size)]
            images, kinds, colours = zip(*samples, strict=True)
            yield torch.from_numpy(np.stack(images)), torch.tensor(kinds), torch.from_numpy(np.stack(colours))

    def pick(self, random):
        by_colour = random.random() < self.settings["by_colour_share"]
        if self.drawn_types and random.random() < self.settings["drawn_share"]:
            groups = self.drawn_colours if by_colour else self.drawn_types
            return chosen(random, groups, lambda key: 1.0)
        if by_colour and self.colours:
            return chosen(random, self.colours, lambda key: len(self.colours[key]) ** 0.5)
        return chosen(random, self.sources, lambda key: self.settings["sources"][key])


def grouped(crops, key) -> dict:
    groups = defaultdict(list)
    for crop in crops:
        groups[key(crop)].append(crop)
    return dict(groups)


def chosen(random, groups: dict, weight):
    keys = list(groups)
    weights = np.array([weight(key) for key in keys])
    group = groups[keys[int(random.choice(len(keys), p=weights / weights.sum()))]]
    return group[int(random.integers(len(group)))]
