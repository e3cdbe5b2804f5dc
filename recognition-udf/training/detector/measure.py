"""What was found of what is there: recall and precision at IoU 0.5, by class and least width."""

from dataclasses import dataclass

import numpy as np
import torch

from detector.net import CLASSES
from detector.scenes import EMPTY, Scene

OVERLAP = 0.5
"""Boxes of one class that overlap more than this are one, as in the Java detector."""


def iou(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """IoU of corner boxes [n,4] and [m,4] as [n,m]."""
    low, high = np.maximum(a[:, None, :2], b[None, :, :2]), np.minimum(a[:, None, 2:], b[None, :, 2:])
    both = np.prod((high - low).clip(0), 2)
    areas = [np.prod(v[:, 2:] - v[:, :2], 1) for v in (a, b)]
    return both / np.maximum(areas[0][:, None] + areas[1][None] - both, 1e-6)


def suppressed(boxes: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Indices that greedy non-maximum suppression leaves, best first."""
    kept: list[int] = []
    for index in np.argsort(-scores, kind="stable"):
        if not kept or iou(boxes[index : index + 1], boxes[kept]).max() < OVERLAP:
            kept.append(int(index))
    return np.array(kept, int)


def detections(module, images: np.ndarray, least: float = 0.03, batch: int = 8) -> list[list[tuple]]:
    """Per image, per class: corner boxes [n,4] and scores [n] of the exported module."""
    found = []
    with torch.no_grad():
        for start in range(0, len(images), batch):
            rows = module(torch.from_numpy(images[start : start + batch][..., None]))
            for row in rows.numpy():
                by_class = []
                for kind in range(len(CLASSES)):
                    mine = row[(row[:, 5] == kind) & (row[:, 4] >= least)]
                    box = np.concatenate([mine[:, :2], mine[:, :2] + mine[:, 2:4]], 1)
                    keep = suppressed(box, mine[:, 4])
                    by_class.append((box[keep], mine[keep, 4]))
                found.append(by_class)
    return found


@dataclass
class Tally:
    """Scores of the right and wrong detections, and how many boxes there were to find."""

    right: np.ndarray
    wrong: np.ndarray
    truths: int

    def at(self, threshold: float) -> tuple[float, float]:
        """Recall and precision."""
        right, wrong = (self.right >= threshold).sum(), (self.wrong >= threshold).sum()
        return right / max(1, self.truths), right / max(1, right + wrong)


def plated(vehicles: np.ndarray, plates: np.ndarray) -> np.ndarray:
    """Which vehicles [n] hold the middle of a plate."""
    middle = (plates[:, :2] + plates[:, 2:])[None] / 2
    inside = (middle > vehicles[:, None, :2]) & (middle < vehicles[:, None, 2:])
    return inside.all(2).any(1)


def tally(found, scenes: list[Scene], kind: int, least_width: float = 0.0, with_plate: bool = False) -> Tally:
    """Matches greedily at IoU 0.5, best score first.

    Truths narrower than `least_width` (input pixels), vehicles without a plate in sight where only
    those `with_plate` matter, and ignored boxes are not asked for; a detection upon one of them, or
    one as narrow itself, is neither right nor wrong.
    """
    right, wrong, count = [], [], 0
    for by_class, scene in zip(found, scenes, strict=True):
        boxes, scores = by_class[kind]
        truth = (scene.plates, scene.vehicles)[kind]
        asked = (truth[:, 2] - truth[:, 0]) >= least_width - 1e-3
        if with_plate:
            asked &= plated(truth, scene.plates)
        rest = np.concatenate([truth[~asked], (scene.ignored_plates, scene.ignored_vehicles)[kind]])
        truth, free = truth[asked], np.ones(int(asked.sum()), bool)
        count += len(truth)
        for box, score in zip(boxes, scores, strict=True):
            overlaps = iou(box[None], truth)[0] * free if len(truth) else EMPTY[:, 0]
            if len(overlaps) and overlaps.max() >= 0.5:
                free[overlaps.argmax()] = False
                right.append(score)
            elif len(rest) and iou(box[None], rest).max() >= 0.3:
                continue
            elif box[2] - box[0] >= least_width * 0.9:
                wrong.append(score)
    return Tally(np.array(right), np.array(wrong), count)


def best_threshold(result: Tally) -> float:
    """The threshold of the best F1, on a grid of hundredths."""

    def f1(threshold):
        recall, precision = result.at(threshold)
        return 2 * recall * precision / max(1e-9, recall + precision)

    return max((i / 100 for i in range(5, 90)), key=f1)


def line(name: str, result: Tally, threshold: float) -> str:
    recall, precision = result.at(threshold)
    best = best_threshold(result)
    best_recall, best_precision = result.at(best)
    return (
        f"{name}: {result.truths} boxes, found {100 * recall:.1f} %, precision {100 * precision:.1f} %"
        f" at score {threshold:.2f} (best F1 at {best:.2f}: {100 * best_recall:.1f} %, {100 * best_precision:.1f} %)"
    )
