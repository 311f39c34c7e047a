"""The world `dealings`: how much of a bidder a person holds, how firmly that is known, and how far it may count."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from .dealings_firms import OFFICER, OWNER, STAFF, Firm, Stake
from .dealings_people import Human
from .dealings_periods import AFTER, BEFORE, HOLDS, UNKNOWN, Days

LOW, MIDDLE, HIGH, CRITICAL = range(4)
QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


class Hold(NamedTuple):
    """What a person's rows come to in one bidder on one package's days."""

    time: str
    cap: int
    """The highest level it allows; -1 where the rows give no say at all."""
    depth: int
    """Steps from the person to the bidder on the shortest way: 1 for a row in the bidder itself."""
    least: Fraction | None
    most: Fraction | None
    """The share with unknown ones as nothing and at their greatest; `None` where the person owns nothing."""
    is_mixed: bool = False
    """Whether some ways are sure and others are not, on which the rules are silent."""


def above(bidder: Firm, days: Days, states: tuple[str, ...]) -> dict[Firm, int]:
    """The bidder and the companies that hold it through rows of these states, with the fewest steps down."""
    found, waiting = {bidder: 1}, [bidder]
    for firm in waiting:
        for stake in firm.stakes:
            holder = stake.holder
            if isinstance(holder, Firm) and holder not in found and stake.state(days) in states:
                found[holder] = found[firm] + 1
                waiting.append(holder)
    return found


def share_of(stake: Stake, days: Days, at_most: bool) -> Fraction:
    """The row's share; an unknown one is nothing, or at most what the firm's others leave."""
    if stake.share is None:
        return Fraction(stake.firm.rest(days) if at_most and stake.kind == OWNER else 0, 100)
    return Fraction(stake.share, 100)


def effective(seeds: dict[Firm, Fraction], bidder: Firm, firms: list[Firm], days: Days, at_most: bool) -> Fraction:
    """The share over all walks to the bidder: solves x = seeds + A x, which sums circles to their end."""
    place = {firm: number for number, firm in enumerate(firms)}
    rows = [[Fraction(int(row == column)) for column in range(len(firms))] for row in range(len(firms))]
    values = [seeds.get(firm, Fraction(0)) for firm in firms]
    for firm in firms:
        for stake in firm.stakes:
            if isinstance(stake.holder, Firm) and stake.holder in place and stake.state(days) in (HOLDS, UNKNOWN):
                rows[place[firm]][place[stake.holder]] -= share_of(stake, days, at_most)
    for pivot in range(len(firms)):
        scale = rows[pivot][pivot]
        for row in range(len(firms)):
            factor = rows[row][pivot] / scale
            if row != pivot and factor:
                rows[row] = [value - factor * upper for value, upper in zip(rows[row], rows[pivot])]
                values[row] -= factor * values[pivot]
    answer = place[bidder]
    return values[answer] / rows[answer][answer]


def controlled(seeds: dict[Firm, Fraction], start: set[Firm], firms: list[Firm], days: Days) -> set[Firm]:
    """The companies of which somebody and the companies that he controls hold more than half; grows from `start`."""
    known = set(start)
    while True:
        grown = set(known)
        for firm in firms:
            held = seeds.get(firm, Fraction(0)) + sum(
                share_of(stake, days, False)
                for stake in firm.stakes
                if stake.holder in known and stake.state(days) in (HOLDS, UNKNOWN)
            )
            if held > HALF:
                grown.add(firm)
        if grown == known:
            return known
        known = grown


def weigh(person: Human, stakes: list[Stake], bidder: Firm, days: Days) -> Hold | None:
    """What the person holds in the bidder; `None` where no row leads there at any time."""
    ever = above(bidder, days, (HOLDS, UNKNOWN, BEFORE, AFTER))
    mine = [stake for stake in stakes if stake.firm in ever]
    if not mine:
        return None
    ways, sure = above(bidder, days, (HOLDS, UNKNOWN)), above(bidder, days, (HOLDS,))
    live = [stake for stake in mine if stake.firm in ways and stake.state(days) in (HOLDS, UNKNOWN)]
    if not live:
        return Hold(when_lost(mine, ever, days), -1, min(ever[stake.firm] for stake in mine), None, None)
    serving = [stake for stake in live if stake.kind != STAFF]
    if not serving:
        return Hold(HOLDS, -1, min(ways[stake.firm] for stake in live), None, None)
    firm_rows = [stake for stake in serving if stake.firm in sure and stake.state(days) == HOLDS]
    time = HOLDS if firm_rows else UNKNOWN
    firms = list(ways)
    owned = [stake for stake in serving if stake.kind == OWNER or stake.share]
    least = most = Fraction(0)
    seeds: dict[Firm, Fraction] = {}
    if owned:
        seeds, greatest = seed(owned, days, False), seed(owned, days, True)
        least = effective(seeds, bidder, firms, days, False)
        most = min(Fraction(1), effective(greatest, bidder, firms, days, True))
    caps = [cap_of(stake, bidder, seeds, least, most, firms, days) for stake in serving]
    cap = max(caps)
    depth = min(ways[stake.firm] for stake, its in zip(serving, caps) if its == cap)
    by_name = [stake for stake in holders_down(serving, bidder, days) if stake.by_name]
    if by_name or time == UNKNOWN:
        cap = min(cap, HIGH)
    doubtful = len(firm_rows) < len(serving) or len(ways) > len(sure)
    is_mixed = (time == HOLDS and doubtful and bool(unsure_below(serving, bidder, days))) or (
        bool(by_name) and any(stake.firm is bidder for stake in serving)
    )
    return Hold(time, cap, depth, least if owned else None, most if owned else None, is_mixed)


def seed(owned: list[Stake], days: Days, at_most: bool) -> dict[Firm, Fraction]:
    """What the person's own rows give in each firm."""
    seeds: dict[Firm, Fraction] = {}
    for stake in owned:
        seeds[stake.firm] = seeds.get(stake.firm, Fraction(0)) + share_of(stake, days, at_most)
    return seeds


def cap_of(
    stake: Stake,
    bidder: Firm,
    seeds: dict[Firm, Fraction],
    least: Fraction,
    most: Fraction,
    firms: list[Firm],
    days: Days,
) -> int:
    """The highest level that one row allows, the person's other rows counted."""
    is_owner = stake.kind == OWNER or bool(stake.share)
    if stake.firm is bidder:
        if stake.kind == OFFICER:
            return CRITICAL
        if is_owner:
            return CRITICAL if stake.share is None or least > QUARTER else HIGH
        return MIDDLE
    if is_owner:
        if bidder in controlled(seeds, set(), firms, days) or least > QUARTER:
            return CRITICAL
        return HIGH if most > QUARTER else MIDDLE
    if stake.kind == OFFICER:
        return HIGH if bidder in controlled({}, {stake.firm}, firms, days) else MIDDLE
    return -1


def holders_down(serving: list[Stake], bidder: Firm, days: Days) -> list[Stake]:
    """The companies' rows on the ways from the person's firms down to the bidder."""
    ways, reached = above(bidder, days, (HOLDS, UNKNOWN)), {stake.firm for stake in serving}
    waiting, rows = list(reached), []
    for firm in waiting:
        for stake in firm.holds:
            if stake.firm in ways and stake.state(days) in (HOLDS, UNKNOWN):
                rows.append(stake)
                if stake.firm not in reached:
                    reached.add(stake.firm)
                    waiting.append(stake.firm)
    return rows


def unsure_below(serving: list[Stake], bidder: Firm, days: Days) -> list[Stake]:
    """The rows on the person's ways whose dates leave open whether they hold."""
    return [stake for stake in serving + holders_down(serving, bidder, days) if stake.state(days) == UNKNOWN]


def when_lost(mine: list[Stake], ever: dict[Firm, int], days: Days) -> str:
    """Why there is no way: the state of a row that is not of these days, nearest to the person first."""
    states = [stake.state(days) for stake in mine]
    states += [stake.state(days) for firm in ever for stake in firm.stakes if isinstance(stake.holder, Firm)]
    return next(found for found in states if found in (BEFORE, AFTER))
