"""The world `dealings`: who holds what, who decides what, and when. Who is whom is easy in it, on purpose."""

from __future__ import annotations

from pathlib import Path

from .chance import Chance
from .dealings_chains import Chains
from .dealings_files import Files
from .dealings_firms import Firm, Registry
from .dealings_packages import ASSISTS, BID, DECIDES, DISTANT, FULL, REGISTERED, Package
from .dealings_people import BY_TIER, CLOSEST, LISTED, OUTSIDE, SELF, Bond, Human, Official, People, Posting
from .dealings_truth import HEADER, Court, Declaration
from .kindred import weighted
from .market import make_units
from .numbers import NumberOffice
from .population import YEAR
from .truth import write

GOVERNMENTS, UNITS = 4, 48
TIER_TABLE = weighted(((SELF, 0.13), (CLOSEST, 0.42), (LISTED, 0.31), (OUTSIDE, 0.14)), 256)
NEAR_TABLE = weighted(((SELF, 0.2), (CLOSEST, 0.55), (LISTED, 0.2), (OUTSIDE, 0.05)), 256)
"""How near those are who hold a winner."""
ROLE_TABLE = weighted(((DECIDES, 0.6), (ASSISTS, 0.27), (DISTANT, 0.13)), 256)
IN_ROLE, PAST_ROLE = "peran", "peran-lewat"
SITUATIONS = weighted(
    (
        (IN_ROLE, 0.73),
        (PAST_ROLE, 0.05),
        ("satu-unit-peran-lewat", 0.05),
        ("satu-unit", 0.07),
        ("satu-unit-pindah-saat-paket", 0.02),
        ("unit-lama", 0.02),
        ("unit-baru", 0.02),
        ("unit-lain", 0.02),
        ("pemda-lain", 0.02),
    ),
    256,
)
"""What an official has to do with a package; those that name a unit need one whose postings can still be chosen."""


class Dealings:
    """Plans packages and, around each, holdings in its bidders by officials and those whom they declared."""

    def __init__(self, seed: int, packages: int) -> None:
        self.seed, self.chance = seed, Chance(seed, "dealings/plan")
        numbers = NumberOffice(seed)
        self.governments, self.units = make_units(UNITS, GOVERNMENTS)
        self.people = People(seed, numbers)
        self.registry = Registry(seed, numbers, self.people)
        self.chains = Chains(seed, self.registry)
        self.packages: list[Package] = []
        self.said: list[Declaration] = []
        self.past: list[tuple[Firm, Official]] = []
        """Bidders of earlier packages, each with an official who is bound to it."""
        self.passers_by = [self.registry.passer_by() for _ in range(max(4, packages // 10))]
        for number in range(packages):
            self.packages.append(self.package(number))
        self.registry.number_rows()
        for official in self.people.officials:
            self.add_quiet_kin(official)

    # Packages

    def package(self, number: int) -> Package:
        chance = self.chance
        package = Package(number, chance.below(len(self.units)), chance)
        bidders = [self.plant(package, place == 0) for place in range(chance.between(2, 4))]
        for place, firm in enumerate(bidders):
            is_winner = place == 0 and package.winning() and chance.happens(0.85)
            outcome = package.winning() if is_winner else BID if chance.happens(0.75) else REGISTERED
            package.add(firm, outcome, chance)
        if self.past and package.kind == FULL and chance.happens(0.7):
            firm, official = chance.pick(self.past)
            self.return_to(package, firm, official)
        for _ in range(chance.between(0, 2)):
            package.add(chance.pick(self.passers_by), chance.pick((BID, REGISTERED)), chance)
        if package.winning() and not package.has_winner():
            package.add(self.registry.passer_by(), package.winning(), chance)
        return package

    def return_to(self, package: Package, firm: Firm, official: Official) -> None:
        """A vendor of an earlier package takes part here too; its holders' dates were not made for this one."""
        chance = self.chance
        package.add(firm, BID if chance.happens(0.7) else REGISTERED, chance)
        if chance.happens(0.7) and package.days()[0] > official.appointed:
            package.appoint(official, chance.pick(ROLE_TABLE), chance)
            package.cases[official.nip, firm.code] = "paket-lain"

    def plant(self, package: Package, may_win: bool) -> Firm:
        """A bidder with a holder, and the officials who are bound to him."""
        chance, registry, days = self.chance, self.registry, package.days()
        tier = chance.pick(NEAR_TABLE if may_win else TIER_TABLE)
        official, is_new = self.official_for(package)
        person = official.human if tier == SELF else self.relative(official, tier, package)
        build = self.chains.build if package.kind == FULL else self.chains.plain
        registry.planted.add(person)
        firm, case = build(person, days)
        registry.cases[firm, person] = case
        self.involve(official, is_new and tier not in (SELF, OUTSIDE), firm, package)
        if chance.happens(0.3):
            bond = chance.pick(BY_TIER[chance.pick((CLOSEST, LISTED, OUTSIDE))])
            other = self.people.official_with(bond, person, days[0], package.unit)
            if other:
                self.people.declare(other, person, bond, False)
                self.involve(other, bond.tier != OUTSIDE, firm, package)
        if chance.happens(0.1):
            second = self.relative(official, chance.pick((CLOSEST, LISTED)), package)
            registry.planted.add(second)
            if registry.hand_over(firm, second):
                registry.cases[firm, second] = "kerabat-kedua"
        if package.kind == FULL:
            self.past.append((firm, official))
        return firm

    # People

    def official_for(self, package: Package) -> tuple[Official, bool]:
        """Somebody of an age to serve then; at times one who is known already."""
        chance, when = self.chance, package.days()[0]
        if self.people.officials and chance.happens(0.25):
            known = chance.pick(self.people.officials)
            if known.appointed + YEAR < when < known.human.born + 60 * YEAR:
                return known, False
        born = when - chance.between(26 * YEAR, 59 * YEAR)
        return self.people.official(born, chance.between(1, 2), chance.below(len(self.units))), True

    def relative(self, official: Official, tier: str, package: Package) -> Human:
        """A relative of that tier who is grown up and not too old to run a firm; declared."""
        chance, when = self.chance, package.days()[0]
        while True:
            bond: Bond = chance.pick(BY_TIER[tier])
            if official.human.born + (bond.eldest + bond.youngest) // 2 * YEAR > when - 20 * YEAR:
                continue
            human = self.people.relative_of(official, bond)
            if 20 * YEAR <= when - human.born <= 84 * YEAR:
                self.people.declare(official, human, bond, chance.happens(0.04))
                return human

    def add_quiet_kin(self, official: Official) -> None:
        """Relatives who hold nothing."""
        for _ in range(self.chance.between(0, 2)):
            bond = self.chance.pick(BY_TIER[self.chance.pick((CLOSEST, LISTED))])
            self.people.declare(official, self.people.relative_of(official, bond), bond, False)

    # What the official has to do with the package

    def involve(self, official: Official, may_be_posted: bool, firm: Firm, package: Package) -> None:
        chance, days = self.chance, package.days()
        situation = chance.pick(SITUATIONS)
        if not may_be_posted and situation not in (IN_ROLE, PAST_ROLE) or package.kind != FULL:
            situation = IN_ROLE
        case = ""
        if situation == IN_ROLE:
            for _ in range(1 + chance.happens(0.08)):
                package.appoint(official, chance.pick(ROLE_TABLE), chance)
        elif situation == PAST_ROLE:
            self.leave_role(official, package)
        else:
            case = situation
            self.post(official, situation, package)
            if situation == "satu-unit-peran-lewat":
                self.leave_role(official, package)
        package.cases[official.nip, firm.code] = case
        if chance.happens(0.14):
            self.declare_conflict(official, firm, package, days[1])

    def leave_role(self, official: Official, package: Package) -> None:
        case = self.chance.pick(("peran-sebelum", "peran-sesudah"))
        package.appoint(official, self.chance.pick(ROLE_TABLE), self.chance, case)

    def post(self, official: Official, situation: str, package: Package) -> None:
        """Gives a new official the postings of the situation."""
        chance, here, (first, last) = self.chance, package.unit, package.days()
        government = self.units[here].government
        other = self.unit_of(here, chance.happens(0.5))
        if situation == "unit-lama":
            left = first - chance.pick((1, 2, 30, 200))
            postings = [Posting(here, official.appointed, left), Posting(other, left + 1, 0)]
        elif situation == "unit-baru":
            came = last + chance.pick((1, 2, 15))
            postings = [Posting(other, official.appointed, came - 1), Posting(here, came, 0)]
        elif situation == "satu-unit-pindah-saat-paket":
            left = chance.between(first, last)
            postings = [Posting(here, official.appointed, left), Posting(other, left + 1, 0)]
        elif situation in ("unit-lain", "pemda-lain"):
            away = other
            while (self.units[away].government == government) != (situation == "unit-lain"):
                away = self.unit_of(here, situation == "unit-lain")
            postings = [Posting(away, official.appointed, 0)]
        else:
            postings = [Posting(here, official.appointed, 0)]
        official.postings = postings

    def unit_of(self, here: int, is_same_government: bool) -> int:
        """Another unit, of the same government or of another."""
        while True:
            unit = self.chance.below(len(self.units))
            same = self.units[unit].government == self.units[here].government
            if unit != here and same == is_same_government:
                return unit

    def declare_conflict(self, official: Official, firm: Firm, package: Package, last: int) -> None:
        """A declaration that covers the case, or one that names something else or came too late."""
        chance = self.chance
        named: tuple[Firm | None, Package | None] = chance.pick(
            ((firm, package), (firm, None), (None, package), (firm, self.other_package(package)), (None, package))
        )
        if named[0] is None and chance.happens(0.2):
            named = chance.pick(self.passers_by), package
        draw = chance.random()
        when = 0 if draw < 0.15 else last if draw < 0.3 else last + 1 if draw < 0.4 else last + chance.between(2, 20)
        if draw > 0.5:
            when = last - chance.between(1, 60)
        if package.kind != FULL:
            when = 0
        self.said.append(Declaration(official, *named, when))

    def other_package(self, package: Package) -> Package:
        return self.chance.pick(self.packages) if self.packages else package

    # Tables

    def write_all(self, folder: Path) -> str:
        """Writes input/ and truth/; returns a sentence about its size."""
        Files(self.seed, folder / "input", self).write_all()
        court, truth = Court(self.people, self.registry, self.packages, self.said), folder / "truth"
        truth.mkdir(parents=True, exist_ok=True)
        links, found = sorted(court.links()), court.findings()
        write(truth / "person-links.csv", ("jenis", "kunci_keluarga", "nip", "kunci_pengurus", "kode_penyedia"), links)
        write(truth / "findings.csv", HEADER, (each.row() for each in found))
        flagged = sum(each.level >= 0 for each in found)
        return (
            f"{len(self.people.officials)} officials, {self.people.declared} relatives, {len(self.registry.firms)} "
            f"companies, {len(self.packages)} packages; {len(links)} person links, {flagged} findings, "
            f"{len(found) - flagged} that are none"
        )
