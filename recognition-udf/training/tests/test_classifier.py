import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import cv2
import numpy as np
import torch

from classifier import photographs

HERE = Path(__file__).parent.parent


def pictures(folder, count=25):
    """Two classes that differ in shape: bars that lie and bars that stand."""
    random = np.random.default_rng(1)
    for label in ("lying", "standing"):
        (folder / label).mkdir()
        for i in range(count):
            image = np.full((60, 90, 3), random.integers(0, 90, 3), np.uint8)
            long, short = int(random.integers(40, 56)), int(random.integers(8, 16))
            w, h = (long, short) if label == "lying" else (short, long)
            cv2.rectangle(image, (45 - w // 2, 30 - h // 2), (45 + w // 2, 30 + h // 2), (235, 235, 235), -1)
            cv2.imwrite(str(folder / label / f"{label}{i}.png"), image)


class Folder(unittest.TestCase):
    def test_what_is_missing_is_named(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with self.assertRaisesRegex(ValueError, "0 sub-folders; two classes"):
                photographs.labels(folder)
            pictures(folder, 4)
            with self.assertRaisesRegex(ValueError, "lying has 4 pictures; 10"):
                photographs.read(folder)
            with self.assertRaisesRegex(ValueError, "nowhere is no folder"):
                photographs.labels(folder / "nowhere")

    def test_no_picture_is_on_both_sides_of_the_cut(self):
        with tempfile.TemporaryDirectory() as name:
            pictures(Path(name))
            train, held = photographs.read(Path(name))
            self.assertEqual(len(train) + len(held), 50)
            self.assertFalse({c.group for c in train} & {c.group for c in held})
            self.assertEqual({c.type for c in held}, {0, 1})


class Command(unittest.TestCase):
    def test_a_folder_of_classes_becomes_a_model_directory(self):
        with tempfile.TemporaryDirectory() as name:
            folder, out = Path(name) / "photographs", Path(name) / "posture"
            folder.mkdir()
            pictures(folder)
            command = [sys.executable, str(HERE / "train_classifier"), str(folder), "--out", str(out), "--samples", "2400"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=300)
            descriptor = json.loads((out / "model.json").read_text())
            self.assertEqual((descriptor["name"], descriptor["attribute"], descriptor["kind"]), ("posture", "posture", "classifier"))
            self.assertEqual(descriptor["labels"], ["lying", "standing"])
            found = descriptor["metrics"]["heldOut"]
            self.assertGreaterEqual(found["right"] / found["pictures"], 0.8)
            module = torch.jit.load(str(out / descriptor["file"]))
            said = module(torch.zeros(3, 96, 96, 3, dtype=torch.uint8))
            self.assertEqual(tuple(said.shape), (3, 2))
            self.assertIn(f"{found['right']} of {found['pictures']}", (out / "MODEL_CARD.md").read_text())


if __name__ == "__main__":
    unittest.main()
