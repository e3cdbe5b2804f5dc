"""Patches from a process of its own, through a ring in shared memory: a slow composer means patches seen again, never a
trainer that waits."""

import time

import cv2
import numpy as np
import torch
from torch import multiprocessing

from make import compose
from make.net import PATCH


class Ring:
    def __init__(self, stock: compose.Stock, badge_share: float, slots: int, seed: int):
        self.images = torch.zeros(slots, PATCH, PATCH, 3, dtype=torch.uint8).share_memory_()
        self.labels = torch.zeros(slots, dtype=torch.long).share_memory_()
        self.written = torch.zeros((), dtype=torch.long).share_memory_()
        self.random = np.random.default_rng(seed)
        work = (stock, badge_share, seed, self.images, self.labels, self.written)
        self.child = multiprocessing.get_context("fork").Process(target=fill, args=work, daemon=True)
        self.child.start()

    def wait_for(self, count: int) -> None:
        while int(self.written) < count:
            self.check()
            time.sleep(0.2)

    def batch(self, size: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Patches uint8 [n,39,39,3] and labels [n], drawn at random from what is there."""
        self.check()
        rows = torch.from_numpy(self.random.integers(0, min(int(self.written), len(self.labels)), size))
        return self.images[rows], self.labels[rows]

    def check(self) -> None:
        if not self.child.is_alive():
            raise RuntimeError("the composing process ended; its error stands above")


def fill(stock, badge_share, seed, images, labels, written) -> None:
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    random, slots = np.random.default_rng(seed), len(labels)
    while True:
        for patch, label in compose.patches(random, stock, badge_share):
            place = int(written) % slots
            images[place] = torch.from_numpy(patch)
            labels[place] = label
            written += 1
