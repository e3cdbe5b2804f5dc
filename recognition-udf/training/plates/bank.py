"""A stock of mounted plates: each is taken several times, from other places and by other cameras, before it is replaced."""

import random
from collections.abc import Callable

from .mounting import Mounted


class Bank:
    """Draws from `size` plates at random; one in `uses` draws replaces the plate drawn, so each serves about that many times."""

    def __init__(self, make: Callable[[], Mounted], size: int, uses: float, rng: random.Random):
        if size < 1 or uses < 1:
            raise ValueError(f"a bank of {size} plates with {uses} uses each: both must be 1 or more")
        self.make, self.uses, self.rng = make, uses, rng
        self.plates = [make() for _ in range(size)]

    def draw(self) -> Mounted:
        place = self.rng.randrange(len(self.plates))
        plate = self.plates[place]
        if self.rng.random() * self.uses < 1:
            self.plates[place] = self.make()
        return plate
