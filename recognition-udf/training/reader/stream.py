"""Training samples from a process of its own, in order, through a ring in shared memory.

The renderer waits when it is a ring ahead, the trainer waits when it has caught up. Every sample is seen once and in
the order rendered, so that a seed settles a run.
"""

import os
import time
from multiprocessing import get_context, shared_memory

import numpy as np

LONGEST = 12  # characters of a text
PAUSE = 0.002  # seconds between looks at the other side's count


class SampleStream:
    """Starts the renderer; `batch(n)` gives the next n samples."""

    def __init__(self, make_source, size: tuple[int, int], slots: int, seed: int):
        """make_source(seed) returns an object whose sample() gives (crop, classes, country class); it runs in the child."""
        width, height = size
        self.slots = slots
        self._crops_shape = (slots, height, width, 3)
        self._labels_shape = (slots, LONGEST + 2)
        self._crops_memory = shared_memory.SharedMemory(create=True, size=int(np.prod(self._crops_shape)))
        self._labels_memory = shared_memory.SharedMemory(create=True, size=int(np.prod(self._labels_shape)) * 2)
        self.crops = np.ndarray(self._crops_shape, np.uint8, self._crops_memory.buf)
        self.labels = np.ndarray(self._labels_shape, np.int16, self._labels_memory.buf)
        context = get_context("spawn")
        self.written, self.taken = context.Value("q", 0), context.Value("q", 0)
        names = (self._crops_memory.name, self._labels_memory.name)
        self.child = context.Process(
            target=_fill, args=(make_source, seed, names, self._crops_shape, self._labels_shape, self.written, self.taken), daemon=True)
        self.child.start()

    def batch(self, n: int) -> tuple[np.ndarray, list[np.ndarray], np.ndarray]:
        """Crops [n, h, w, 3], texts as class arrays, countries [n]."""
        while self.written.value - self.taken.value < n:
            if not self.child.is_alive():
                raise RuntimeError("the rendering process ended; its error stands above")
            time.sleep(PAUSE)
        rows = (self.taken.value + np.arange(n)) % self.slots
        crops, labels = self.crops[rows], self.labels[rows]
        self.taken.value += n
        return crops, [label[2 : 2 + label[0]] for label in labels], labels[:, 1].astype(np.int64)

    def close(self) -> None:
        self.child.terminate()
        self.child.join()
        for memory in (self._crops_memory, self._labels_memory):
            memory.close()
            memory.unlink()


def _fill(make_source, seed, names, crops_shape, labels_shape, written, taken):
    import cv2

    cv2.setNumThreads(1)
    crops_memory, labels_memory = (shared_memory.SharedMemory(name=name) for name in names)
    crops = np.ndarray(crops_shape, np.uint8, crops_memory.buf)
    labels = np.ndarray(labels_shape, np.int16, labels_memory.buf)
    source = make_source(seed)
    parent = os.getppid()
    while os.getppid() == parent:
        if written.value - taken.value >= crops_shape[0]:
            time.sleep(10 * PAUSE)
            continue
        crop, classes, country = source.sample()
        slot = written.value % crops_shape[0]
        crops[slot] = crop
        labels[slot, 0], labels[slot, 1] = len(classes), country
        labels[slot, 2 : 2 + len(classes)] = classes
        written.value += 1
