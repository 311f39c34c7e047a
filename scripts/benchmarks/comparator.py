"""RapidFuzz's time for one pair of names: comparator.py DATA."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy
from people import read_people
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist, cpdist

PAIRS, SIDE = 1_000_000, 1_000
NAMES = "SELECT name FROM {table} ORDER BY hash(unique_id) LIMIT {count}"


def best_nanoseconds(run: Callable[[], object], pairs: int) -> float:
    """Per pair, the quickest of seven turns."""
    seconds = []
    for _ in range(7):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return min(seconds) / pairs * 1e9


def main(data: Path) -> None:
    connection = read_people(data)

    def names(table: str, count: int) -> list[str]:
        found = [name for (name,) in connection.sql(NAMES.format(table=table, count=count)).fetchall()]
        return (found * (count // len(found) + 1))[:count]

    left, right = names("declared", PAIRS), names("holders", PAIRS)
    scorer, kind = JaroWinkler.normalized_similarity, numpy.float32
    paired = best_nanoseconds(lambda: cpdist(left, right, scorer=scorer, dtype=kind, workers=1), PAIRS)
    left, right = left[:SIDE], right[:SIDE]
    crossed = best_nanoseconds(lambda: cdist(left, right, scorer=scorer, dtype=kind, workers=1), SIDE * SIDE)
    print(f"rapidfuzz cpdist, Jaro-Winkler, {PAIRS:,} pairs           {paired:6.1f} ns a pair")
    print(f"rapidfuzz cdist,  Jaro-Winkler, {SIDE:,} x {SIDE:,} names   {crossed:6.1f} ns a pair")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
