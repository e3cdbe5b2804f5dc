"""How often the make is named, and how often rightly, on held-out badges set on vehicles of unseen frames."""

from pathlib import Path

import numpy as np
import torch

from make import backgrounds, badges, compose, windows

SEED = 5


def worn(data: Path, frames: list[dict]) -> list[compose.Sample]:
    """Each held-out badge on four rendered vehicles in turn, and each of those vehicles without one."""
    random = np.random.default_rng(SEED)
    bare = backgrounds.drawn(frames)
    held = badges.read(data, True)
    samples = []
    for place, badge in enumerate(b for b in held for _ in range(4)):
        kept = bare[place % len(bare)]
        window = windows.cut(kept, inner(), (windows.WIDTH, windows.HEIGHT))
        image, mask = badge.image.astype(np.float32), badge.mask.astype(np.float32) / 255
        window, where = compose.wear(random, window, image, mask, compose.free_spot(random))
        samples.append(compose.sampled(window, [(badge.label, where)]))
    return samples + [compose.sampled(windows.cut(b, inner(), (windows.WIDTH, windows.HEIGHT))) for b in bare]


def inner():
    width, height = backgrounds.KEPT_SIZE
    w, h = width / windows.KEPT, height / windows.KEPT
    return (width - w) / 2, (height - h) / 2, w, h


def probabilities(module, samples, batch: int = 64) -> np.ndarray:
    said = []
    with torch.no_grad():
        for start in range(0, len(samples), batch):
            said.append(module(torch.from_numpy(np.stack([s.image for s in samples[start : start + batch]]))).numpy())
    return np.concatenate(said)


def figures(module, samples, threshold: float) -> dict[str, float]:
    """Of the badges: share answered right and wrong; of vehicles without one: share to which a make was given."""
    said, truth = probabilities(module, samples), np.array([s.labels[0] for s in samples])
    best = said.argmax(1)
    named = (best > 0) & (said.max(1) >= threshold)
    badged = truth > 0
    return {
        "right": round(float((named & (best == truth))[badged].mean()), 4),
        "wrong": round(float((named & (best != truth))[badged].mean()), 4),
        "likeliest right": round(float((said[:, 1:].argmax(1) + 1 == truth)[badged].mean()), 4),
        "false": round(float(named[~badged].mean()), 4),
    }
