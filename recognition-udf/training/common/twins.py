"""Second files of a model directory: the same net in other numbers, bound to the first file by its hash."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import torch

from common import graphs

NUMBERS = ("bf16", "int8")


def add(folder: Path, key: str, made: Callable[[torch.jit.ScriptModule], torch.jit.ScriptModule]) -> Path:
    """Makes a second file of a model directory and names it in model.json, with what it was made from."""
    path = folder / "model.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    original = folder / descriptor["file"]
    script = torch.jit.load(str(original)).eval()
    if not graphs.nodes(script.graph, graphs.CONVOLUTION):
        raise ValueError(f"{original} holds no convolution at its top level: was it frozen (training/common/export.py)?")
    twin = original.with_suffix(f".{key}{original.suffix}")
    made(script).save(str(twin))
    _try_out(original, twin, descriptor["input"])
    entry = {key: {"file": twin.name, "madeFrom": hashlib.sha256(original.read_bytes()).hexdigest()}}
    entries = {name: descriptor[name] for name in NUMBERS if name in descriptor} | entry
    ordered = {}
    for name, value in descriptor.items():
        if name not in NUMBERS:
            ordered[name] = value
        if name == "file":
            ordered |= dict(sorted(entries.items()))
    path.write_text(json.dumps(ordered, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return twin


def _try_out(original: Path, twin: Path, size: dict):
    pictures = torch.randint(0, 256, (3, size["height"], size["width"], size["channels"]), dtype=torch.uint8)
    with torch.no_grad():
        one, other = (torch.jit.load(str(path))(pictures) for path in (original, twin))
    pairs = zip(one, other, strict=True) if isinstance(one, tuple) else [(one, other)]
    for a, b in pairs:
        if a.shape != b.shape or b.dtype != torch.float32 or not torch.isfinite(b).all():
            raise ValueError(f"{twin} gives {b.dtype} {tuple(b.shape)} where {original} gives {tuple(a.shape)}")
