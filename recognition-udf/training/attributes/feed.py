"""Hands out training samples so that each source, type and colour has its share, whatever the data holds."""

from collections import defaultdict

import numpy as np
import torch
from torch.utils.data import IterableDataset

from attributes import augment
from attributes.net import COLOURS


class Feed(IterableDataset):
    """Batches without end: images uint8 [n,96,96,3], types int64 [n] (-1 unknown), colours float [n,12].

    `settings` is the section [feed] of attributes.toml. Runs in a process of its own.
    """

    def __init__(self, photographed, drawn, settings: dict, batch: int, seed: int):
        self.settings, self.size, self.seed = settings, batch, seed
        self.sources = grouped(photographed, lambda crop: crop.source)
        weighed(self.sources, settings["sources"], "feed.sources")
        told = grouped([c for c in photographed if c.colours], lambda crop: COLOURS[crop.colours[0]])
        self.colours = {colour: grouped(crops, family) for colour, crops in told.items()}
        for families in self.colours.values():
            weighed(families, settings["families"], "feed.families")
        self.drawn_types = grouped(drawn, lambda crop: crop.type)
        self.drawn_colours = grouped(drawn, lambda crop: COLOURS[crop.colours[0]])
        weighed(self.colours | self.drawn_colours, settings["colours"], "feed.colours")

    def __iter__(self):
        random = np.random.default_rng(self.seed)
        while True:
            samples = [augment.sample(random, self.pick(random), self.pick(random)) for _ in range(self.size)]
            images, kinds, colours = zip(*samples, strict=True)
            yield torch.from_numpy(np.stack(images)), torch.tensor(kinds), torch.from_numpy(np.stack(colours))

    def pick(self, random):
        by_colour = random.random() < self.settings["by_colour_share"]
        colours, most = self.settings["colours"], max(self.settings["colours"].values())
        if self.drawn_types and random.random() < self.settings["drawn_share"]:
            if by_colour:
                return one_of(random, chosen(random, self.drawn_colours, colours.get))
            group = chosen(random, self.drawn_types, lambda key: 1.0)
            while True:  # the renderer takes all colours alike, roads do not
                crop = one_of(random, group)
                if random.random() * most < colours[COLOURS[crop.colours[0]]]:
                    return crop
        if by_colour and self.colours:
            families = chosen(random, self.colours, colours.get)
            weights = self.settings["families"]
            return one_of(random, chosen(random, families, lambda key: weights[key] * len(families[key]) ** 0.5))
        return one_of(random, chosen(random, self.sources, self.settings["sources"].get))


def family(crop) -> str:
    """The source but for the folders of vehicles-roadside, which are one camera."""
    return "roadside" if crop.source.startswith("roadside") else crop.source


def weighed(groups: dict, weights: dict, section: str) -> None:
    missing = groups.keys() - weights.keys()
    if missing:
        raise ValueError(f"attributes.toml gives no weight to {sorted(missing)} under [{section}]")


def grouped(crops, key) -> dict:
    groups = defaultdict(list)
    for crop in crops:
        groups[key(crop)].append(crop)
    return dict(groups)


def chosen(random, groups: dict, weight):
    keys = list(groups)
    weights = np.array([weight(key) for key in keys])
    return groups[keys[int(random.choice(len(keys), p=weights / weights.sum()))]]


def one_of(random, group: list):
    return group[int(random.integers(len(group)))]
