"""Repeatable chance: everything random in the province comes from here."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of choices that is the same for a seed and a topic on any machine.

    Only `random.Random.random()` is used, whose sequence Python promises to keep; `shuffle` and `sample` are not.
    Each topic has its own stream, so that a change in one register leaves the others as they were.
    """

    __slots__ = ("random",)

    def __init__(self, seed: int, topic: str) -> None:
        self.random = random.Random(f"{seed}/{topic}").random

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        return int(self.random() * limit)

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def happens(self, probability: float) -> bool:
        return self.random() < probability

    def pick(self, choices: Sequence[T]) -> T:
        return choices[int(self.random() * len(choices))]

    def about(self, average: float) -> int:
        """A count from 0 up to twice the average."""
        return int(self.random() * (2 * average + 1))

    def skewed(self, limit: int) -> int:
        """A whole number below limit, low ones far more often."""
        return int(self.random() * self.random() * limit)

    def shuffle(self, items: list[T]) -> None:
        """Puts the list in random order, in place (Fisher and Yates)."""
        for last in range(len(items) - 1, 0, -1):
            other = int(self.random() * (last + 1))
            items[last], items[other] = items[other], items[last]


def by_frequency(words: Sequence[T], size: int = 4096) -> list[T]:
    """A table in which a word of rank r stands about in proportion to 1 / (r + 3), so that picking is one index."""
    weights = [10**9 // (rank + 3) for rank in range(len(words))]
    total = sum(weights)
    table: list[T] = []
    for word, weight in zip(words, weights):
        table.extend([word] * max(1, weight * size // total))
    return table
