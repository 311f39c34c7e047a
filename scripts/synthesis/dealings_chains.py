"""The world `dealings`: the ways in which a person holds a bidder, each with the name of its class."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .chance import Chance
from .dealings_firms import BOARD, OFFICER, OWNER, SIGNATORY, STAFF, UNCLEAR, Firm, Registry
from .dealings_people import Human
from .dealings_periods import CERTAIN_END, COVERING, GONE, OPEN_QUESTION, Days
from .market import COOPERATIVE, CV, PT, TRADER

Built = tuple[Firm, str]
"""The bidder and the class of what was built."""


class Chains:
    """Builds holdings of one person in a new bidder, beside the days of one package."""

    def __init__(self, seed: int, registry: Registry) -> None:
        self.chance, self.registry = Chance(seed, "dealings/chains"), registry
        self.weighted: Sequence[Callable[[Human, Days], Built]] = (
            [self.officer] * 8
            + [self.owner] * 12
            + [self.minor] * 8
            + [self.dated_owner] * 9
            + [self.chain] * 18
            + [self.broken_chain] * 9
            + [self.dim_chain] * 9
            + [self.unknown_share] * 9
            + [self.diamond] * 12
            + [self.circle] * 8
            + [self.absent_owner] * 8
        )

    def build(self, person: Human, days: Days) -> Built:
        return self.chance.pick(self.weighted)(person, days)

    def plain(self, person: Human, days: Days) -> Built:
        """A holding whose periods are clear from far off, for packages whose own days are not."""
        chance, registry = self.chance, self.registry
        firm = registry.found(chance.pick((CV, PT)))
        start = max(firm.founded, person.of_age())
        if chance.happens(0.25):
            start = min(start, days[0] - 900)
            registry.add(firm, person, OWNER, "Pemegang Saham", 60, (start, days[0] - 800))
            firm_case = "pemilik-lama-sudah-keluar"
        elif chance.happens(0.4):
            above = registry.found(PT)
            registry.enter(above, person, 80, days, "terbuka")
            registry.enter(firm, above, 70, days, "terbuka")
            registry.fill(above)
            firm_case = "rantai-1"
        else:
            registry.enter(firm, person, chance.pick((20, 60)), days, "terbuka")
            firm_case = "pemilik"
        registry.fill(firm)
        return firm, firm_case

    # Without companies between

    def officer(self, person: Human, days: Days) -> Built:
        chance, registry = self.chance, self.registry
        form = chance.pick((CV, CV, PT, PT, COOPERATIVE))
        firm = registry.found(form)
        office = chance.pick(BOARD) if form == COOPERATIVE else ""
        share = chance.between(5, 70) if form != COOPERATIVE and chance.happens(0.3) else None
        way = chance.pick(GONE + OPEN_QUESTION) if chance.happens(0.25) else ""
        registry.enter(firm, person, share, days, way, OFFICER, office)
        if form != COOPERATIVE and share is None and not way and chance.happens(0.3):
            registry.enter(firm, person, chance.between(5, 80), days)
        registry.fill(firm, 100 if form == COOPERATIVE else 0)
        return firm, ("pengurus-koperasi" if form == COOPERATIVE else "pengurus") + (f"-{way}" if way else "")

    def owner(self, person: Human, days: Days) -> Built:
        chance, registry = self.chance, self.registry
        form = chance.pick((CV, CV, PT, PT, TRADER))
        firm = registry.found(form)
        share = 100 if form == TRADER else chance.pick((26, 30, 33, 50, 51, 60, 75, 90, 100))
        if chance.happens(0.12):
            registry.enter(firm, person, None, days)
            registry.fill(firm, chance.pick((10, 40, 90)))
            return firm, "pemilik-tanpa-porsi"
        registry.enter(firm, person, share, days)
        registry.fill(firm)
        return firm, "pemilik"

    def minor(self, person: Human, days: Days) -> Built:
        """Little of the firm, or an office that gives little say."""
        chance, registry = self.chance, self.registry
        firm, draw = registry.found(chance.pick((CV, PT))), chance.random()
        if draw < 0.5:
            share = 25 if draw < 0.15 else chance.between(1, 24)
            registry.enter(firm, person, share, days)
            case = "pemilik-tepat-25" if share == 25 else "pemilik-kecil"
        else:
            kind, case = chance.pick(((SIGNATORY, "wakil-sah"), (UNCLEAR, "jabatan-tak-dikenal"), (STAFF, "staf")))
            registry.enter(firm, person, None, days, "", kind)
        registry.fill(firm)
        return firm, case

    def dated_owner(self, person: Human, days: Days) -> Built:
        """The owner's dates are what matters."""
        chance, registry = self.chance, self.registry
        firm = registry.found(chance.pick((CV, PT)))
        way = chance.pick(GONE * 2 + OPEN_QUESTION * 3 + COVERING + (CERTAIN_END, CERTAIN_END))
        registry.enter(firm, person, chance.pick((15, 40, 70)), days, way)
        registry.fill(firm)
        return firm, f"pemilik-{way}"

    # Chains

    def link(self, person: Human, days: Days, shares: list[int | None], ways: dict[int, str], leave: int = 0) -> Firm:
        """Person, companies and bidder in a row; `shares` and `ways` are those of the steps from the person on.

        Companies are not always vendors themselves. A firm with an unknown share leaves `leave` percent to it.
        """
        registry = self.registry
        firms = [registry.found(PT, self.chance.happens(0.75)) for _ in shares[1:]] + [registry.found(PT)]
        stakes = []
        for place, (firm, share) in enumerate(zip(firms, shares)):
            above = firms[place - 1] if place else person
            stakes.append(registry.enter(firm, above, share, days, ways.get(place, "")))
            registry.fill(firm, leave if share is None else 0)
        registry.only_ways += stakes[1:]
        return firms[-1]

    def shares(self, companies: int, low: int, high: int) -> list[int | None]:
        return [self.chance.between(low, high) for _ in range(companies + 1)]

    def length(self) -> int:
        return self.chance.pick((1, 1, 1, 2, 2, 2, 3, 3, 4))

    def chain(self, person: Human, days: Days) -> Built:
        chance, length = self.chance, self.length()
        profile = chance.pick(("besar", "kendali", "kecil", "sedang", "tepat-25", "sedikit-di-atas-25"))
        if profile == "besar":
            shares = self.shares(length, 75, 100)
        elif profile == "kendali":
            shares = self.shares(length, 51, 60)
        elif profile == "kecil":
            shares = self.shares(length, 2, 30)
        else:
            shares = self.shares(length, 60, 100)
            place = chance.below(length + 1)
            if profile == "sedang":
                shares[place] = chance.between(10, 25)
            else:
                shares = [100] * (length + 1)
                shares[place] = 50
                shares[(place + 1) % (length + 1)] = 50 if profile == "tepat-25" else 51
        return self.link(person, days, shares, {}), f"rantai-{length}-{profile}"

    def broken_chain(self, person: Human, days: Days) -> Built:
        length = self.length()
        ways = {self.chance.below(length + 1): self.chance.pick(GONE)}
        return self.link(person, days, self.shares(length, 60, 100), ways), f"rantai-{length}-satu-putus"

    def dim_chain(self, person: Human, days: Days) -> Built:
        """One step lacks dates, or only its end is known."""
        chance, length = self.chance, self.length()
        way = chance.pick(OPEN_QUESTION * 2 + (CERTAIN_END,))
        shares = self.shares(length, 60, 100)
        if chance.happens(0.3):
            shares[chance.below(length + 1)] = chance.between(5, 20)
        return self.link(person, days, shares, {chance.below(length + 1): way}), f"rantai-{length}-satu-{way}"

    def unknown_share(self, person: Human, days: Days) -> Built:
        """One step or two tell no share; what the others leave of that firm decides how much it may be."""
        chance, length = self.chance, self.length()
        shares = self.shares(length, 65, 100)
        place, leave = chance.below(length + 1), chance.pick((5, 12, 40, 70, 90))
        shares[place] = None
        case = f"rantai-{length}-porsi-{place}-kosong"
        if length > 1 and chance.happens(0.2):
            shares[(place + 1) % (length + 1)] = None
            case = f"rantai-{length}-dua-porsi-kosong"
        ways = {chance.below(length + 1): chance.pick(GONE)} if chance.happens(0.1) else {}
        return self.link(person, days, shares, ways, leave), case + ("-satu-putus" if ways else "")

    # Several ways at once

    def joined(self, person: Human, days: Days, rows: str, case: str) -> Built:
        """Firms named by letters, `V` the bidder, and rows such as `P80X X20V` (the person holds 80 percent of X).

        A row that ends in `-` ended before the package or began after it.
        """
        registry, firms = self.registry, {"V": self.registry.found(PT)}
        for row in rows.split():
            is_gone, row = row.endswith("-"), row.removesuffix("-")
            for name in (row[0], row[-1]):
                if name not in firms and name != "P":
                    firms[name] = registry.found(PT, self.chance.happens(0.8))
            holder = person if row[0] == "P" else firms[row[0]]
            way = self.chance.pick(GONE[:2]) if is_gone else ""
            registry.enter(firms[row[-1]], holder, int(row[1:-1]), days, way)
        for firm in firms.values():
            registry.fill(firm)
        return firms["V"], case

    def diamond(self, person: Human, days: Days) -> Built:
        case, rows = self.chance.pick(DIAMONDS)
        return self.joined(person, days, rows, case)

    def circle(self, person: Human, days: Days) -> Built:
        case, rows = self.chance.pick(CIRCLES)
        return self.joined(person, days, rows, case)

    # Without a share

    def absent_owner(self, person: Human, days: Days) -> Built:
        """The person only has an office in a company that holds the bidder."""
        chance, registry = self.chance, self.registry
        case, companies, share = chance.pick(
            (
                ("direktur-induk-kendali", 1, (51, 100)),
                ("direktur-induk-kendali-rantai", 2, (51, 65)),
                ("direktur-induk-tepat-50", 1, (50, 50)),
                ("direktur-induk-kecil", 1, (5, 49)),
                ("direktur-induk-kecil-rantai", 2, (20, 50)),
                ("staf-induk", 1, (60, 100)),
            )
        )
        kind = STAFF if case == "staf-induk" else OFFICER
        way = chance.pick(GONE + OPEN_QUESTION) if kind == OFFICER and chance.happens(0.2) else ""
        firms = [registry.found(PT, chance.happens(0.8)) for _ in range(companies)] + [registry.found(PT)]
        registry.enter(firms[0], person, None, days, way, kind)
        registry.fill(firms[0])
        for above, firm in zip(firms, firms[1:]):
            registry.only_ways.append(registry.enter(firm, above, chance.between(*share), days))
            registry.fill(firm)
        return firms[-1], case + (f"-{way}" if way else "")


DIAMONDS = (
    ("intan-jumlah-di-atas-25", "P80X P70Y X20V Y20V"),
    ("intan-jumlah-di-atas-25", "P45X P40Y X40V Y30V"),
    ("intan-jumlah-di-bawah-25", "P80X P60Y X10V Y10V"),
    ("intan-jumlah-tepat-25", "P50X P30Y X20V Y50V"),
    ("intan-kendali-berdua", "P60X P60Y X26V Y26V"),
    ("intan-kendali-kecil", "P51H H51X H51Y X27V Y27V"),
    ("intan-tiga-jalur", "P40X P40Y P40Z X22V Y22V Z22V"),
    ("intan-bertingkat", "P60H H60X H50Y X30V Y20V X40Y"),
    ("intan-satu-putus", "P80X P70Y X20V Y20V-"),
    ("intan-satu-putus", "P80X P70Y- X30V Y20V"),
    ("intan-kendali-satu-putus", "P60X P60Y X26V Y26V-"),
    ("langsung-dan-lewat", "P15V P80X X20V"),
    ("langsung-dan-lewat-kecil", "P10V P80X X10V"),
    ("langsung-putus-dan-lewat", "P30V- P80X X10V"),
    ("langsung-dan-kendali", "P10V P60X X41V"),
    ("langsung-dan-lewat-putus", "P15V P80X- X20V"),
)
CIRCLES = (
    ("silang-lewat-25-hanya-dengan-putaran", "P45X X50V V30X"),
    ("silang-kecil", "P40X X30V V20X"),
    ("silang-kendali", "P55X X55V V20X"),
    ("silang-putus-di-bawah-25", "P45X X50V V30X-"),
    ("putaran-induk", "P30X Y30X X60Y X50V"),
    ("putaran-tiga", "P50X X40Y Y40Z Z30X Y40V"),
    ("putaran-tiga-lewat-25", "P40X X80Y Y80Z Z40X Z80V"),
    ("putaran-dan-langsung", "P15V V40X X30V P20X"),
    ("putaran-satu-putus", "P50X X40Y Y40Z- Z30X Y40V"),
    ("silang-antar-induk", "P40X P10Y X40Y Y20X X30V Y30V"),
)
"""No firm in them is held for more than the whole; `joined` gives the rest to strangers."""
