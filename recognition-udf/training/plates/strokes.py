"""Our own glyphs (glyphs.json): monoline skeletons, stroked into masks."""

import json
import re
from pathlib import Path

import cv2
import numpy as np

CAP = 64  # pixels of cap height in a mask
PAD = 8  # pixels above the cap line, below the baseline, and beside the glyph

_COMMAND = re.compile(r"([MLQCZ])([^MLQCZ]*)")


def read_faces(path: Path) -> dict[str, dict]:
    """Faces by name, with `extends` resolved."""
    with open(path, encoding="utf-8") as f:
        faces = json.load(f)["faces"]
    return {name: _resolve(faces, name) for name in faces}


def _resolve(faces, name):
    face = faces[name]
    if "extends" not in face:
        return face
    base = _resolve(faces, face["extends"])
    return {**base, **face, "glyphs": {**base["glyphs"], **face.get("glyphs", {})}}


def flatten(path: str, steps: int = 10) -> list[np.ndarray]:
    """The subpaths as polylines; a closed one ends where it starts."""
    lines: list[list[np.ndarray]] = []
    for command, arguments in _COMMAND.findall(path):
        points = np.array([float(a) for a in arguments.split()]).reshape(-1, 2)
        if command == "M":
            lines.append([points[0]])
        elif command == "L":
            lines[-1].append(points[0])
        elif command == "Z":
            lines[-1].append(lines[-1][0])
        else:
            lines[-1].extend(_bezier(np.vstack([lines[-1][-1], points]), steps))
    return [_without_repeats(line) for line in lines]


def _bezier(control, steps):
    out = []
    for t in np.linspace(0, 1, steps + 1)[1:]:
        points = control
        while len(points) > 1:
            points = points[:-1] * (1 - t) + points[1:] * t
        out.append(points[0])
    return out


def _without_repeats(line):
    kept = [line[0]]
    for point in line[1:]:
        if np.abs(point - kept[-1]).max() > 1e-3:
            kept.append(point)
    return np.array(kept)


def stroke_mask(glyph: dict, stroke: float) -> np.ndarray:
    """The glyph as uint8 coverage, (CAP + 2 PAD) high, its advance box plus PAD either side wide."""
    scale = CAP / 100
    mask = np.zeros((CAP + 2 * PAD, int(round(glyph["w"] * scale)) + 2 * PAD), np.uint8)
    for path in glyph["paths"]:
        for line in flatten(path):
            # fillPoly counts pixels that its edge touches: half a pixel too many on each side
            for polygon in _outline(line, stroke / 2 - 0.6 / scale):
                fixed = np.round((polygon * scale + PAD - 0.5) * 16).astype(np.int32)
                cv2.fillPoly(mask, [fixed], 255, cv2.LINE_AA, 4)
    return mask


def _outline(line, half):
    """One rectangle for each segment and one mitre for each joint."""
    steps = np.diff(line, axis=0)
    directions = steps / np.linalg.norm(steps, axis=1, keepdims=True)
    normals = np.stack([-directions[:, 1], directions[:, 0]], axis=1) * half
    for i, normal in enumerate(normals):
        yield np.array([line[i] + normal, line[i + 1] + normal, line[i + 1] - normal, line[i] - normal])
    closed = np.abs(line[0] - line[-1]).max() < 1e-3
    for i in range(0 if closed else 1, len(directions)):
        before, after = directions[i - 1], directions[i]
        turn = before[0] * after[1] - before[1] * after[0]
        if abs(turn) < 1e-6:
            continue
        side = -np.sign(turn)
        a, b = normals[i - 1] * side, normals[i] * side
        tip = (a + b) * (2 * half * half / max((a + b) @ (a + b), 1e-6))
        if np.linalg.norm(tip) > 6 * half:
            continue
        yield np.array([line[i], line[i] + a, line[i] + tip, line[i] + b])
