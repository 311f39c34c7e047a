"""How well a list of scored pairs agrees with the truth."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

Pair = tuple[str, str]


@dataclass(frozen=True)
class Truth:
    """What is true of the pairs of rows, without relatives in wide tables, whose keys hold a slash."""

    links: frozenset[Pair]
    twins: frozenset[Pair]
    fathers: frozenset[Pair]


@dataclass(frozen=True)
class Quality:
    """A tool's agreement with the truth; all from 0 to 1, and `None` where nothing was there to count."""

    precision: float | None
    recall: float | None
    f1: float | None
    average_precision: float | None
    twins: float | None
    fathers: float | None


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def pair_of(row: dict[str, str]) -> Pair:
    """A row's pair: a relative's key, or an official's NIP where the official is meant in person; a vendor person's."""
    return row["nip"] if row["jenis"] == "pejabat" else row["kunci_keluarga"], row["kunci_pengurus"]


def read_truth(folder: Path) -> Truth:
    links = {pair_of(row) for row in rows(folder / "person-links.csv")}
    negatives = [(row["jenis"], pair_of(row)) for row in rows(folder / "hard-negatives.csv")]

    def of_kind(kind: str) -> frozenset[Pair]:
        return frozenset(pair for found, pair in negatives if found == kind)

    return Truth(frozenset(link for link in links if "/" not in link[0]), of_kind("kembar"), of_kind("ayah-anak"))


def ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def average_precision(scored: dict[Pair, float], links: frozenset[Pair]) -> float | None:
    """The mean, over the true links, of the precision at the rank where each is found; equal scores share a rank."""
    found = seen = 0
    total = 0.0
    ranked = sorted(scored.items(), key=lambda entry: -entry[1])
    for _, tied in groupby(ranked, key=lambda entry: entry[1]):
        pairs = [pair for pair, _ in tied]
        right = sum(pair in links for pair in pairs)
        found, seen = found + right, seen + len(pairs)
        total += right * found / seen
    return ratio(total, len(links))


def judge(scored: dict[Pair, float], truth: Truth, threshold: float = 0.5) -> Quality:
    answered = {pair for pair, score in scored.items() if score >= threshold}
    right = len(answered & truth.links)
    return Quality(
        ratio(right, len(answered)),
        ratio(right, len(truth.links)),
        ratio(2 * right, len(answered) + len(truth.links)),
        average_precision(scored, truth.links),
        ratio(len(answered & truth.twins), len(truth.twins)),
        ratio(len(answered & truth.fathers), len(truth.fathers)),
    )


def read_answers(path: Path) -> dict[Pair, float]:
    """A peer's answers: both keys and the score."""
    return {(row["left_key"], row["right_key"]): float(row["score"]) for row in rows(path)}


def published_links(path: Path) -> dict[Pair, float]:
    """benturan's judgements, without relatives who have no key of their own: those in wide tables."""
    found = [(pair_of(row), float(row["peluang"])) for row in rows(path)]
    return {pair: score for pair, score in found if pair[0] and "/" not in pair[0]}
