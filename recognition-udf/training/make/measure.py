"""How often the make is named, and how often rightly, on badges set on vehicles of unseen frames."""

from pathlib import Path

import numpy as np
import torch

from make import backgrounds, badges, compose, windows

SEED = 5
SIZE = (windows.WIDTH, windows.HEIGHT)


def worn(data: Path, frames: list[dict], held_out: bool, times: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Windows uint8 [n,128,80,3] and labels [n]: each badge on rendered vehicles in turn, and each vehicle without one."""
    random = np.random.default_rng(SEED)
    bare = [windows.cut(kept, inner(), SIZE) for kept in backgrounds.drawn(frames)]
    images, labels = list(bare), [0] * len(bare)
    for place, badge in enumerate(b for b in badges.read(data, held_out) for _ in range(times)):
        images.append(compose.wear(random, bare[place % len(bare)], badge, compose.free_spot(random), altered=False)[0])
        labels.append(badge.label)
    return np.stack(images), np.array(labels)


def inner():
    width, height = backgrounds.KEPT_SIZE
    w, h = width / windows.KEPT, height / windows.KEPT
    return (width - w) / 2, (height - h) / 2, w, h


def probabilities(module, images: np.ndarray, batch: int = 64) -> np.ndarray:
    with torch.no_grad():
        return np.concatenate([module(torch.from_numpy(images[i : i + batch])).numpy() for i in range(0, len(images), batch)])


def figures(said: np.ndarray, truth: np.ndarray, threshold: float) -> dict[str, float]:
    """Of the badges: share answered right and wrong; of vehicles without one: share to which a make was given."""
    best = said[:, 1:].argmax(1) + 1
    named, badged = said[:, 1:].max(1) >= threshold, truth > 0
    return {
        "right": round(float((named & (best == truth))[badged].mean()), 4),
        "wrong": round(float((named & (best != truth))[badged].mean()), 4),
        "likeliestRight": round(float((best == truth)[badged].mean()), 4),
        "named without a badge": round(float(named[~badged].mean()), 4),
    }
