"""TorchScript files and the descriptor beside them."""

import json
from pathlib import Path

import torch

from common import bfloat


def traced(module: torch.nn.Module, example: torch.Tensor) -> torch.jit.ScriptModule:
    """The module as frozen TorchScript; the trace holds for any batch size."""
    with torch.no_grad():
        return torch.jit.freeze(torch.jit.trace(module.eval(), example))


def save(script: torch.jit.ScriptModule, folder: Path, descriptor: dict) -> Path:
    """Writes the TorchScript file that the descriptor names, its bfloat16 twin, and model.json."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / descriptor["file"]
    script.save(str(path))
    text = json.dumps(descriptor, indent=2, ensure_ascii=False)
    (folder / "model.json").write_text(text + "\n", encoding="utf-8")
    bfloat.add(folder)
    return path


def difference(one, other) -> float:
    """Largest absolute difference between two outputs (tensors or tuples of them)."""
    pairs = zip(one, other, strict=True) if isinstance(one, tuple) else [(one, other)]
    return max((a - b).abs().max().item() for a, b in pairs)


def proved(module: torch.nn.Module, path: Path, shape: tuple[int, ...], most: float = 1e-2) -> float:
    """The largest difference between the module and the file, on batches of 1 and 5; at most `most`."""
    loaded, largest = torch.jit.load(str(path)), 0.0
    for count in (1, 5):
        pictures = torch.randint(0, 256, (count, *shape), dtype=torch.uint8)
        with torch.no_grad():
            largest = max(largest, difference(module(pictures), loaded(pictures)))
    if largest > most:
        raise ValueError(f"{path} differs from the module that it was traced from by {largest}")
    return largest


def measured(folder: Path, metrics: dict) -> None:
    """Adds figures to the metrics of model.json."""
    path = folder / "model.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["metrics"] |= metrics
    path.write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
