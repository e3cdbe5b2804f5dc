"""CTC outputs to text."""

import numpy as np

from .alphabet import ALPHABET

TWINS = (("0", "OQ"), ("1", "I"))


def merge_twins(log_probabilities: np.ndarray) -> np.ndarray:
    """Probabilities of O and Q added to 0's, of I to 1's; rows [T, C]."""
    p = np.exp(log_probabilities.astype(np.float64))
    for kept, others in TWINS:
        for other in others:
            p[:, ALPHABET.index(kept) + 1] += p[:, ALPHABET.index(other) + 1]
            p[:, ALPHABET.index(other) + 1] = 1e-12
    return np.log(p + 1e-12)


def greedy(log_probabilities: np.ndarray) -> str:
    """The best class of each column, repeats and blanks dropped."""
    best = log_probabilities.argmax(axis=1)
    kept = [c for i, c in enumerate(best) if c != 0 and (i == 0 or c != best[i - 1])]
    return "".join(ALPHABET[c - 1] for c in kept)
