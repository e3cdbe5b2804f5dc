"""How often type and colour are right, by crop and, where crops are frames of one vehicle, by track."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import torch

from attributes import augment
from attributes.crops import Crop


@dataclass(frozen=True)
class Answers:
    """Probabilities of crops, [n,5] and [n,12]."""

    types: np.ndarray
    colours: np.ndarray


def answers(module, crops: list[Crop], batch: int = 32) -> Answers:
    """What the exported module says of the crops, cut as inference cuts them."""
    types, colours = [], []
    with torch.no_grad():
        for start in range(0, len(crops), batch):
            images = np.stack([augment.plain(crop) for crop in crops[start : start + batch]])
            kind, colour = module(torch.from_numpy(images))
            types.append(kind.numpy())
            colours.append(colour.numpy())
    return Answers(np.concatenate(types), np.concatenate(colours))


def asked_types(crops: list[Crop]) -> dict[int, tuple[int, ...]]:
    """By the crop's place: the type that is right, where it is known."""
    return {i: (c.type,) for i, c in enumerate(crops) if c.type >= 0}


def asked_colours(crops: list[Crop]) -> dict[int, tuple[int, ...]]:
    """By the crop's place: the colours that are right (either of two defensible ones), where there
    is one to see: what is UNKNOWN in truth is not asked for, and UNKNOWN as an answer is wrong."""
    return {i: c.colours for i, c in enumerate(crops) if c.colours and 0 not in c.colours}


def share_right(asked: dict[int, tuple[int, ...]], probabilities: np.ndarray) -> float:
    return sum(probabilities[i].argmax() in truth for i, truth in asked.items()) / max(1, len(asked))


def by_track(crops: list[Crop], said: Answers) -> tuple[list[Crop], Answers]:
    """Crops of one group as one: the geometric mean of its probabilities."""
    members = defaultdict(list)
    for index, crop in enumerate(crops):
        members[crop.group].append(index)
    pooled = [np.stack([np.exp(np.log(p[i] + 1e-4).mean(0)) for i in members.values()]) for p in (said.types, said.colours)]
    return [crops[i[0]] for i in members.values()], Answers(*(p / p.sum(1, keepdims=True) for p in pooled))


def confusion(asked: dict[int, tuple[int, ...]], best: np.ndarray, names) -> list[str]:
    """One line per truth that was mistaken: how many there are, what they were taken for."""
    totals, wrong = defaultdict(int), defaultdict(lambda: defaultdict(int))
    for truth, answer in zip(asked.values(), best, strict=True):
        totals[truth[0]] += 1
        if answer not in truth:
            wrong[truth[0]][int(answer)] += 1
    return [
        f"{names[t]} ({totals[t]}) taken for " + ", ".join(f"{names[a]} {n}" for a, n in sorted(answers.items()))
        for t, answers in sorted(wrong.items())
    ]
