"""What is true in the simulated province, told from the people themselves and never from rows written about them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from .market import BID, KIN_ELSEWHERE, KIN_HOLDS, KIN_UNIT, OFFICIAL_HOLDS, REGISTERED, WON, Holding, Market, Package
from .numbers import dotted
from .population import RELATIONS, WIDE_KEYS, WIDE_RELATIONS, Official, Person, Population, relative_key

WEIGHT = {REGISTERED: 0, BID: 1, WON: 2}


class Conflict(NamedTuple):
    rule: str
    nip: str
    npwp: str
    vendor: int
    package: str
    relation: str
    roles: str
    outcome: str
    time: str


def holding_keys(holding: Holding) -> list[str]:
    return [f"P{row:06d}" for row in range(holding.first_row, holding.first_row + holding.rows)]


def declared_holders(population: Population) -> Iterator[tuple[Official, str, int, Person]]:
    """Every declared relative who holds something: the official, the row's key, the relation, the person."""
    for official in population.officials:
        for position, person in enumerate(official.kin):
            if person.holdings:
                yield official, relative_key(official.first_row + position), official.relations[position], person
        for key, relation, someone in zip(WIDE_KEYS, WIDE_RELATIONS, official.wide):
            if someone and someone.holdings:
                yield official, f"{official.nip}/{key}", relation, someone


def person_links(population: Population) -> Iterator[tuple[str, ...]]:
    """Every relative's row and vendor person's row that are one human being; officials in person as well."""
    for official, key, _, person in declared_holders(population):
        for holding in person.holdings or ():
            for row in holding_keys(holding):
                yield "keluarga", key, official.nip, row, str(holding.vendor.code)
    for official in population.officials:
        for holding in official.person.holdings or ():
            for row in holding_keys(holding):
                yield "pejabat", "", official.nip, row, str(holding.vendor.code)


def conflicts(population: Population, market: Market) -> list[Conflict]:
    """Every conflict of the four rules.

    `time` is `sebelum` where the holding had ended (by sale or death) before the package was announced, and `sesudah`
    where it began after the package's last day; only `berlaku` rows are conflicts. The role and the posting are always
    those of the package's dates. A vendor elsewhere is one row per official, vendor and relation, without a package,
    and only where no package-level rule of that pair is `berlaku`.
    """
    found: dict[Conflict, None] = {}
    elsewhere: list[tuple[Official, str, Holding]] = []
    pairs_with_power: set[tuple[str, int]] = set()
    for official, _, relation, person in declared_holders(population):
        meaning = RELATIONS[relation]
        if not meaning.listed:
            continue
        term = meaning.male if person.sex == 1 else meaning.female
        for holding in person.holdings or ():
            for package, outcome in holding.vendor.entries:
                time = holding.time_of(package.announced, package.last_day())
                roles = roles_of(official, package)
                if roles:
                    rule = KIN_HOLDS
                elif posted_in(official, package):
                    rule = KIN_UNIT
                else:
                    continue
                found[conflict(rule, official, holding, str(package.code), term, roles, outcome, time)] = None
                if time == "berlaku":
                    pairs_with_power.add((official.nip, holding.vendor.code))
            elsewhere.append((official, term, holding))
    for official, term, holding in elsewhere:
        if (official.nip, holding.vendor.code) in pairs_with_power:
            continue
        best = best_elsewhere(official, holding, market)
        if best:
            found[conflict(KIN_ELSEWHERE, official, holding, "", term, "", *best)] = None
    for official in population.officials:
        for holding in official.person.holdings or ():
            for package, outcome in holding.vendor.entries:
                roles = roles_of(official, package)
                if roles:
                    time = holding.time_of(package.announced, package.last_day())
                    found[
                        conflict(OFFICIAL_HOLDS, official, holding, str(package.code), "diri", roles, outcome, time)
                    ] = None
    return sorted(found)


def conflict(
    rule: str, official: Official, holding: Holding, package: str, relation: str, roles: str, outcome: str, time: str
) -> Conflict:
    vendor = holding.vendor
    return Conflict(rule, official.nip, dotted(vendor.npwp), vendor.code, package, relation, roles, outcome, time)


def roles_of(official: Official, package: Package) -> str:
    return ", ".join(role for role, holder in package.roles if holder is official)


def posted_in(official: Official, package: Package) -> bool:
    return any(
        posting.unit == package.unit
        and posting.start <= package.last_day()
        and (not posting.end or posting.end >= package.announced)
        for posting in official.postings
    )


def best_elsewhere(official: Official, holding: Holding, market: Market) -> tuple[str, str] | None:
    """The furthest the vendor came with other units of that government: outcome and time, `berlaku` first."""
    seen = []
    for package, outcome in holding.vendor.entries:
        unit = official.unit_on(package.announced)
        government = market.units[package.unit].government
        if (
            unit >= 0
            and market.units[unit].government == government
            and not posted_in(official, package)
            and not roles_of(official, package)
        ):
            time = holding.time_of(package.announced, package.last_day())
            seen.append((time == "berlaku", WEIGHT[outcome], outcome, time))
    return max(seen)[2:] if seen else None


def write_truth(folder: Path, population: Population, market: Market, found: list[Conflict]) -> int:
    """Writes the three tables; returns the number of person links."""
    folder.mkdir(parents=True, exist_ok=True)
    links = sorted(person_links(population))
    write(folder / "person-links.csv", ("jenis", "kunci_keluarga", "nip", "kunci_pengurus", "kode_penyedia"), links)
    write(
        folder / "conflicts.csv",
        ("aturan", "nip", "npwp_penyedia", "kode_penyedia", "kode_paket", "hubungan", "peran", "hasil", "waktu"),
        found,
    )
    negatives = []
    for negative in market.hard_negatives:
        key = relative_key(negative.official.first_row + negative.position)
        negatives += [(negative.kind, key, row) for row in holding_keys(negative.holding)]
    write(folder / "hard-negatives.csv", ("jenis", "kunci_keluarga", "kunci_pengurus"), sorted(negatives))
    return len(links)


def write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
