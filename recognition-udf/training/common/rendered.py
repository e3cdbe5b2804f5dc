"""Frames that RenderDataset drew, with the truth that it wrote beside them."""

import json
from pathlib import Path


def frames(folder: Path, first: int = 0) -> list[dict]:
    """One entry per frame from the `first` on, as RenderDataset documents it, `image` made a path.

    The renderer may still be at work: the list ends before a line or a picture that is not whole.
    """
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    entries = []
    for line in lines[first:]:
        try:
            entry = json.loads(line)
        except json.JSONDecodeError:
            if line is lines[-1]:
                break
            raise
        entry["image"] = folder / entry["image"]
        if not entry["image"].exists():
            break
        entries.append(entry)
    return entries
