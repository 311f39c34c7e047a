"""The world `dealings`: its people, and what a relative may be to an official."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .chance import Chance
from .names import PEOPLES, make_fam, make_words
from .numbers import PEOPLE_AT_HOME, NumberOffice
from .population import YEAR

SELF, CLOSEST, LISTED, OUTSIDE = "sendiri", "terdekat", "terdaftar", "di-luar-daftar"
"""How near a person is to the official: himself, spouse, parent or child, others of UU 30/2014's list, none of it."""


class Bond(NamedTuple):
    """A relation: canonical terms by sex, what registers write, and how many years later the relative was born."""

    tier: str
    names: tuple[str, str]
    male: tuple[str, ...]
    female: tuple[str, ...]
    youngest: int
    eldest: int
    is_couple: bool = False


def both(tier: str, name: str, terms: str, youngest: int, eldest: int) -> Bond:
    """A bond whose terms do not tell the sex."""
    written = tuple(terms.split("|"))
    return Bond(tier, (name, name), written, written, youngest, eldest)


def terms(text: str) -> tuple[str, ...]:
    """What stands between the bars."""
    return tuple(text.split("|"))


BONDS = (
    Bond(
        CLOSEST,
        ("suami", "istri"),
        terms("Suami|SUAMI|Suami ke-1|Suami Sah|Suami/Istri"),
        terms("Istri|Isteri|ISTRI|istri ke-2|Isteri II|Istri Sah|Suami/Istri"),
        8,
        -8,
        is_couple=True,
    ),
    Bond(
        CLOSEST,
        ("anak", "anak"),
        terms("Anak|Anak Kandung|Anak ke-1|anak ke-2|Anak laki-laki|Putra|Anak (AK)"),
        terms("Anak|ANAK|Anak Kandung|Anak ke-3|Anak perempuan|Putri"),
        31,
        20,
    ),
    both(CLOSEST, "anak tiri", "Anak Tiri|Anak Sambung|Anak (AT)", 30, 16),
    both(CLOSEST, "anak angkat", "Anak Angkat|ANAK ANGKAT|Anak Adopsi", 32, 18),
    Bond(
        CLOSEST,
        ("ayah", "ibu"),
        terms("Ayah|Bapak Kandung|BAPAK|Ayah Kandung"),
        terms("Ibu|Ibu Kandung|IBU|Nama Ibu Kandung"),
        -19,
        -34,
    ),
    Bond(CLOSEST, ("ayah tiri", "ibu tiri"), terms("Ayah Tiri|Bapak Tiri"), terms("Ibu Tiri|Mama Tiri"), -16, -34),
    Bond(CLOSEST, ("ayah angkat", "ibu angkat"), terms("Ayah Angkat|Bapak Angkat"), terms("Ibu Angkat"), -20, -34),
    both(LISTED, "saudara (kakak)", "Kakak|Kakak Kandung|KAKAK", -1, -11),
    both(LISTED, "saudara (adik)", "Adik|Adik Kandung|Adek", 11, 1),
    both(LISTED, "saudara", "Saudara Kandung|Sdr. Kandung|Saudara", 10, -10),
    both(LISTED, "saudara tiri", "Saudara Tiri|Adik Tiri", 12, -5),
    both(LISTED, "saudara angkat", "Saudara Angkat|Kakak Angkat", 12, -12),
    both(LISTED, "ipar", "Ipar|Saudara Ipar|Kakak Ipar|Adik Ipar|IPAR", 12, -12),
    Bond(
        LISTED,
        ("ipar (pasangan saudara)", "ipar (pasangan saudara)"),
        terms("Suami Kakak|Suami Adik|Suami Saudara"),
        terms("Istri Kakak|Istri Adik|Istri Saudara"),
        10,
        -10,
    ),
    Bond(
        LISTED,
        ("ayah mertua", "ibu mertua"),
        terms("Bapak Mertua|Ayah Mertua|Bapa Mantu"),
        terms("Ibu Mertua|Mama Mantu"),
        -19,
        -34,
    ),
    both(LISTED, "menantu", "Menantu|Anak Mantu|Mantu", 31, 18),
    Bond(LISTED, ("kakek", "nenek"), terms("Kakek|Opa"), terms("Nenek|Oma"), -38, -52),
    both(LISTED, "cucu", "Cucu|Cucu Kandung", 41, 38),
    Bond(LISTED, ("paman", "bibi"), terms("Paman|Om|Bapa Kecil|Pakde"), terms("Bibi|Tante|Mama Kecil|Bude"), -10, -28),
    both(LISTED, "paman/bibi", "Saudara Ayah|Adik Ibu|Kakak Ayah", -10, -28),
    both(OUTSIDE, "keponakan", "Keponakan|Kemenakan|Anak Kakak|KEPONAKAN", 28, 8),
    both(OUTSIDE, "sepupu", "Sepupu|Saudara Sepupu|Anak Paman", 12, -12),
    both(OUTSIDE, "besan", "Besan|Orang Tua Menantu", 8, -8),
    both(OUTSIDE, "biras", "Biras|Ipar Duai", 10, -10),
    Bond(
        OUTSIDE,
        ("paman/bibi semenda", "paman/bibi semenda"),
        terms("Suami Bibi|Suami Tante"),
        terms("Istri Paman|Istri Om"),
        -10,
        -28,
    ),
    Bond(
        OUTSIDE,
        ("mantan pasangan", "mantan pasangan"),
        terms("Mantan Suami|Suami (cerai)|Bekas Suami"),
        terms("Mantan Istri|Istri (cerai)|Bekas Istri"),
        8,
        -8,
        is_couple=True,
    ),
    both(OUTSIDE, "tidak jelas", "Famili Lain|Kerabat|Lainnya|Saudara Jauh", 20, -20),
)
BY_TIER = {tier: tuple(bond for bond in BONDS if bond.tier == tier) for tier in (CLOSEST, LISTED, OUTSIDE)}
"""The relations of each tier but the official himself."""


class Human:
    """Somebody; written alike in every register."""

    __slots__ = ("name", "sex", "born", "home", "nik", "house")

    def __init__(self, name: str, sex: int, born: int, home: int, nik: int, house: int) -> None:
        self.name, self.sex, self.born, self.home, self.nik, self.house = name, sex, born, home, nik, house

    def of_age(self) -> int:
        """The day from which he may hold a firm."""
        return self.born + 18 * YEAR + 5


class Posting(NamedTuple):
    """A time in one unit, given by its index."""

    unit: int
    start: int
    end: int
    """The last day; 0 while it lasts."""


class Kin(NamedTuple):
    """A relative whom an official declared; `term` is what the form says."""

    key: str
    human: Human
    bond: Bond
    term: str
    died: bool

    def canonical(self) -> str:
        return self.bond.names[self.human.sex - 1]


class Official:
    """A civil servant, his postings in their order, and the relatives that he declared."""

    __slots__ = ("human", "nip", "appointed", "postings", "kin")

    def __init__(self, human: Human, nip: str, appointed: int, postings: list[Posting]) -> None:
        self.human, self.nip, self.appointed, self.postings = human, nip, appointed, postings
        self.kin: list[Kin] = []


class People:
    """Everybody there is; makes officials, relatives and strangers."""

    def __init__(self, seed: int, numbers: NumberOffice) -> None:
        self.chance, self.numbers = Chance(seed, "dealings/people"), numbers
        self.officials: list[Official] = []
        self.made = 0
        self.declared = 0

    def human(self, sex: int, born: int) -> Human:
        chance = self.chance
        if date.fromordinal(born).timetuple()[1:3] in ((1, 1), (12, 31)):
            born -= 5  # these days stand for unknown ones
        people = chance.pick(PEOPLES)
        home = chance.pick(PEOPLE_AT_HOME[people])
        words = make_words(people, make_fam(people, chance), sex, chance)
        self.made += 1
        return Human(" ".join(words), sex, born, home, self.numbers.nik(home, born, sex), self.made)

    def stranger(self) -> Human:
        chance = self.chance
        return self.human(chance.between(1, 2), date(1955, 1, 1).toordinal() + chance.below(30 * YEAR))

    def official(self, born: int, sex: int, unit: int) -> Official:
        """A new official who has been posted in `unit` since he was appointed."""
        chance = self.chance
        human = self.human(sex, born)
        born = human.born
        appointed = born + chance.between(22 * YEAR, 24 * YEAR)
        official = Official(human, self.numbers.nip(born, appointed, sex), appointed, [Posting(unit, appointed, 0)])
        self.officials.append(official)
        return official

    def declare(self, official: Official, human: Human, bond: Bond, died: bool) -> Kin:
        self.declared += 1
        term = self.chance.pick(bond.male if human.sex == 1 else bond.female)
        kin = Kin(f"K{self.declared:06d}", human, bond, term, died)
        official.kin.append(kin)
        return kin

    def relative_of(self, official: Official, bond: Bond) -> Human:
        chance = self.chance
        sex = 3 - official.human.sex if bond.is_couple else chance.between(1, 2)
        return self.human(sex, official.human.born + chance.between(bond.eldest * YEAR, bond.youngest * YEAR))

    def official_with(self, bond: Bond, human: Human, when: int, unit: int) -> Official | None:
        """A new official to whom `human` is what the bond says, of an age to serve on that day; nobody if none can."""
        chance = self.chance
        for _ in range(8):
            born = human.born - chance.between(bond.eldest * YEAR, bond.youngest * YEAR)
            if 25 * YEAR <= when - born <= 60 * YEAR:
                sex = 3 - human.sex if bond.is_couple else chance.between(1, 2)
                return self.official(born, sex, unit)
        return None
