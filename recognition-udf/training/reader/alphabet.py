"""Characters as classes of the net. Class 0 is CTC's blank; class i is ALPHABET[i - 1]."""

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ"
_CLASS = {character: i + 1 for i, character in enumerate(ALPHABET)}


def encode(text: str) -> list[int]:
    return [_CLASS[character] for character in text]


def fold(text: str) -> str:
    """Characters that one shape may stand for, as one: O and Q as 0, I as 1."""
    return text.replace("O", "0").replace("Q", "0").replace("I", "1")
