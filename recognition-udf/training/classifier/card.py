"""What is measured of a classifier, and the card that says it."""

import numpy as np
import torch

from attributes import augment


def probabilities(module, crops, batch: int = 32) -> np.ndarray:
    with torch.no_grad():
        parts = [np.stack([augment.plain(c) for c in crops[i : i + batch]]) for i in range(0, len(crops), batch)]
        return np.concatenate([module(torch.from_numpy(part)).numpy() for part in parts])


def figures(said: np.ndarray, truth: np.ndarray, names: list[str], threshold: float) -> dict:
    """Counts over the held-out pictures: right at all; answered at the threshold, and right of those; right by label."""
    best, told = said.argmax(1), said.max(1) >= threshold
    by_label = {
        name: [int((best[truth == i] == i).sum()), int((truth == i).sum())] for i, name in enumerate(names)
    }
    return {
        "pictures": len(truth),
        "right": int((best == truth).sum()),
        "answered": int(told.sum()),
        "rightOfAnswered": int((told & (best == truth)).sum()),
        "byLabel": by_label,
    }


def text(descriptor: dict, found: dict, pictures: int, samples: int, seed: int) -> str:
    rows = "\n".join(f"| {name} | {right} of {of} |" for name, (right, of) in found["byLabel"].items())
    return f"""# {descriptor["name"]} {descriptor["version"]}

Tells `{descriptor["attribute"]}` of what lies in the region `{descriptor["region"]}`, or nothing where it is less sure
than {descriptor["scoreThreshold"]["label"]}.

**In** uint8 `[N,{descriptor["input"]["height"]},{descriptor["input"]["width"]},3]`, RGB. **Out** probabilities of the labels, in the order of `model.json`.

Trained by `training/train_classifier` on {pictures} pictures, {samples} samples, seed {seed}.

| held out by name | |
| --- | --- |
| right | {found["right"]} of {found["pictures"]} |
| answered at the threshold | {found["answered"]} of {found["pictures"]} |
| right of those answered | {found["rightOfAnswered"]} of {found["answered"]} |
{rows}

Pictures of one vehicle that fall on both sides of the cut flatter these figures; pictures from a camera that is not in the
folder may fare worse. Measure on that camera before relying on it.
"""
