"""The world `dealings`: how holdings and roles lie beside a package's days."""

from __future__ import annotations

from .chance import Chance
from .population import TODAY

Days = tuple[int, int]
"""A first and a last day."""

HOLDS, UNKNOWN, BEFORE, AFTER = "berlaku", "tidak_diketahui", "sebelum", "sesudah"

COVERING = ("terbuka", "tertutup", "akhir-hari-pertama", "mulai-hari-terakhir")
"""Ways in which a period surely overlaps: open, closed, ending on the first day, beginning on the last."""
GONE = ("sebelum", "sesudah", "sebelum-akhir-saja")
OPEN_QUESTION = ("tanpa-tanggal", "akhir-saja-nanti")
CERTAIN_END = "akhir-saja-dalam"
"""Only an end is known, and it is one of the package's days."""


def state(start: int, end: int, days: Days) -> str:
    """Whether a period overlaps the days; 0 is a date that nobody wrote down.

    A begin without an end covers all later days. An end without a begin covers only itself for sure.
    """
    first, last = days
    if end and end < first:
        return BEFORE
    if start and start > last:
        return AFTER
    if start or (end and end <= last):
        return HOLDS
    return UNKNOWN


def period(way: str, days: Days, earliest: int, chance: Chance) -> Days:
    """A begin and an end that lie beside the days in the named way; 0 is a date that is not written down."""
    first, last = days
    latest = max(earliest, first - 40)
    start = earliest if chance.happens(0.6) else earliest + chance.below(latest - earliest + 1)
    if way == "tertutup":
        return start, min(last + chance.between(1, 500), max(TODAY, last + 1))
    if way == "akhir-hari-pertama":
        return start, first
    if way == "mulai-hari-terakhir":
        return last, 0
    if way == CERTAIN_END:
        return 0, chance.between(first, last)
    if way in ("sebelum", "sebelum-akhir-saja"):
        end = first - 1 if chance.happens(0.3) else first - chance.between(2, 35)
        return start if way == "sebelum" else 0, end
    if way == "sesudah":
        return last + (1 if chance.happens(0.3) else chance.between(2, 15)), 0
    if way == "tanpa-tanggal":
        return 0, 0
    if way == "akhir-saja-nanti":
        return 0, last + chance.between(1, 15)
    return start, 0


def pick_covering(chance: Chance) -> str:
    """Mostly an open period."""
    return "terbuka" if chance.happens(0.7) else chance.pick(COVERING)
