"""Frames that RenderDataset drew, with the truth that it wrote beside them."""

import json
from pathlib import Path


def frames(folder: Path) -> list[dict]:
    """One entry per frame as RenderDataset documents it, `image` made a path.

    A frame whose picture is not there yet (the renderer may still be at work) is left out.
    """
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    entries = []
    for line in lines:
        try:
            entry = json.loads(line)
        except json.JSONDecodeError:
            if line is lines[-1]:
                break
            raise
        entry["image"] = folder / entry["image"]
        if entry["image"].exists():
            entries.append(entry)
    return entries
