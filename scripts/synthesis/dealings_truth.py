"""The world `dealings`: what is true, told from the people, firms and packages and never from rows about them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from .dealings_firms import Firm, Registry
from .dealings_packages import (
    ASSISTS,
    BID,
    CONTRACTED,
    DECIDES,
    DISTANT,
    FULL,
    REGISTERED,
    SAME_UNIT,
    TIERS,
    WON,
    Entry,
    Package,
)
from .dealings_people import CLOSEST, OUTSIDE, SELF, Human, Kin, Official, People
from .dealings_periods import HOLDS, UNKNOWN, state
from .dealings_shares import HIGH, LOW, MIDDLE, Hold, above, weigh
from .market import KIN_HOLDS, KIN_UNIT, OFFICIAL_HOLDS
from .numbers import dotted

KIN_OUTSIDE = "kin-outside-list"
LEVELS = ("rendah", "sedang", "tinggi", "kritis")
OUTCOMES = (REGISTERED, BID, WON, CONTRACTED)
TABLE = {DECIDES: (0, 2, 3, 3), ASSISTS: (0, 1, 2, 2), DISTANT: (0, 0, 1, 1), SAME_UNIT: (0, 0, 1, 1)}
"""Levels for the closest relations by role and outcome; other listed relatives are one lower."""

HEADER = (
    *("aturan", "nip", "kode_penyedia", "npwp_penyedia", "kode_paket", "hubungan", "peran", "hasil", "waktu"),
    *("tingkat", "kedalaman", "porsi_bawah", "porsi_atas", "sebab"),
)


class Declaration(NamedTuple):
    """A conflict that an official reported and somebody handled, about a vendor, a package, or both."""

    official: Official
    firm: Firm | None
    package: Package | None
    when: int

    def covers(self, firm: Firm, package: Package) -> bool:
        named = (self.firm is firm or not self.firm) and (self.package is package or not self.package)
        return named and (not self.when or self.when <= package.days()[1])

    def touches(self, firm: Firm, package: Package) -> bool:
        return self.firm is firm or self.package is package


class Finding(NamedTuple):
    """What one person's holding comes to for one official, vendor and package; level -1 where it is no finding."""

    rule: str
    level: int
    official: Official
    firm: Firm
    package: Package
    relation: str
    roles: str
    outcome: str
    hold: Hold
    case: str

    def firmness(self) -> tuple[int, bool, Fraction]:
        return self.level, self.hold.time == HOLDS, self.hold.least or Fraction(-1)

    def row(self) -> tuple[str, ...]:
        level = LEVELS[self.level] if self.level >= 0 else "-"
        return (
            *(self.rule, self.official.nip, self.firm.code, dotted(self.firm.npwp), self.package.code, self.relation),
            *(self.roles, self.outcome, self.hold.time, level, str(self.hold.depth)),
            *(percent(self.hold.least), percent(self.hold.most), self.case),
        )


def percent(share: Fraction | None) -> str:
    """With two decimals; nothing where nothing is owned."""
    return "" if share is None else f"{float(100 * share):.2f}"


class Court:
    """Judges every official and package by the rules."""

    def __init__(self, people: People, registry: Registry, packages: list[Package], said: list[Declaration]) -> None:
        self.people, self.registry = people, registry
        self.said: dict[str, list[Declaration]] = {}
        for declaration in said:
            self.said.setdefault(declaration.official.nip, []).append(declaration)
        self.entries: dict[Firm, list[tuple[Package, Entry]]] = {}
        for package in packages:
            for entry in package.entries:
                self.entries.setdefault(entry.firm, []).append((package, entry))

    def findings(self) -> list[Finding]:
        """One for each rule, official, vendor and package: the firmest; what is no finding stands among them."""
        firmest: dict[tuple[str, str, str, str], Finding] = {}
        for found in self.all_findings():
            key = (found.rule, found.official.nip, found.firm.code, found.package.code)
            if key not in firmest or found.firmness() > firmest[key].firmness():
                firmest[key] = found
        return [firmest[key] for key in sorted(firmest)]

    def all_findings(self) -> Iterator[Finding]:
        for official in self.people.officials:
            yield from self.of_person(official, official.human, None)
            for kin in official.kin:
                yield from self.of_person(official, kin.human, kin)

    def of_person(self, official: Official, person: Human, kin: Kin | None) -> Iterator[Finding]:
        stakes = self.registry.held_by.get(person, [])
        for firm in reachable([stake.firm for stake in stakes]):
            for package, entry in self.entries.get(firm, ()):
                hold = weigh(person, stakes, firm, package.days())
                if hold and (found := self.judge(official, kin, firm, package, entry, hold)):
                    yield found

    def judge(
        self, official: Official, kin: Kin | None, firm: Firm, package: Package, entry: Entry, hold: Hold
    ) -> Finding | None:
        """The finding, or why it is none; `None` where the official has nothing to do with the package."""
        days, tier = package.days(), kin.bond.tier if kin else SELF
        roles = [role for role in package.roles if role.official is official]
        held = [role for role in roles if role.is_held(days)]
        here = [posting for posting in official.postings if posting.unit == package.unit]
        postings = [state(posting.start, posting.end, days) for posting in here]
        planted = package.cases.get((official.nip, firm.code))
        weights = [package.tier(role.word) for role in held]
        is_unit_rule = tier not in (SELF, OUTSIDE) and not held and (HOLDS in postings or not roles)
        if is_unit_rule:
            if not postings and planted is None:
                return None
            rule, weights = KIN_UNIT, [SAME_UNIT] if HOLDS in postings else []
        elif not roles:
            return None
        else:
            rule = OFFICIAL_HOLDS if not kin else KIN_OUTSIDE if tier == OUTSIDE else KIN_HOLDS
        level = self.level(official, kin, firm, package, entry, hold, weights)
        cases = [self.case_of(firm, kin.human if kin else official.human)]
        cases += sorted({role.case for role in roles if role.case})
        cases += [planted] if planted else ["kebetulan"] if planted is None else []
        if any(said.touches(firm, package) for said in self.said.get(official.nip, ())):
            cases.append("dideklarasikan" if self.is_handled(official, firm, package) else "deklarasi-tak-berlaku")
        if any(each.has_changed_hands() for each in above(firm, days, (HOLDS, UNKNOWN))):
            cases.append("porsi-beralih")
        cases += ["kerabat-meninggal"] if kin and kin.died else []
        cases += [f"paket-{package.kind}"] if package.kind != FULL else []
        return Finding(
            *(rule, level, official, firm, package, kin.canonical() if kin else "pejabat sendiri"),
            *(", ".join(role.word for role in roles), entry.outcome, hold, "+".join(cases)),
        )

    def level(
        self,
        official: Official,
        kin: Kin | None,
        firm: Firm,
        package: Package,
        entry: Entry,
        hold: Hold,
        weights: list[str],
    ) -> int:
        """The table's level under all caps; -1 for no finding. `weights` are the tiers of the roles held."""
        if hold.cap < 0 or not weights:
            return -1
        tier, weight = kin.bond.tier if kin else SELF, min(weights, key=TIERS.index)
        if tier == OUTSIDE:
            return LOW
        level = TABLE[weight][OUTCOMES.index(entry.outcome)]
        if tier not in (SELF, CLOSEST):
            level = max(LOW, level - 1)
        caps = [hold.cap]
        caps += [HIGH] if weight == ASSISTS else []
        caps += [LOW] if self.is_handled(official, firm, package) else []
        caps += [MIDDLE] if kin and kin.died else []
        return min(level, *caps)

    def is_handled(self, official: Official, firm: Firm, package: Package) -> bool:
        return any(said.covers(firm, package) for said in self.said.get(official.nip, ()))

    def case_of(self, firm: Firm, person: Human) -> str:
        return self.registry.cases.get((firm, person), "kepemilikan-lain")

    def links(self) -> Iterator[tuple[str, ...]]:
        """Every relative's row and vendor person's row that are one human being; officials in person as well."""
        for official in self.people.officials:
            for stake in self.registry.held_by.get(official.human, ()):
                yield "pejabat", "", official.nip, stake.key, stake.firm.code
            for kin in official.kin:
                for stake in self.registry.held_by.get(kin.human, ()):
                    yield "keluarga", kin.key, official.nip, stake.key, stake.firm.code


def reachable(firms: list[Firm]) -> list[Firm]:
    """The firms and all that they ever held, directly or through others."""
    found = list(dict.fromkeys(firms))
    for firm in found:
        found += [held for held in dict.fromkeys(stake.firm for stake in firm.holds) if held not in found]
    return found
