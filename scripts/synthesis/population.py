"""One invented population: officials, the families around them, and who declared whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from .chance import Chance, by_frequency
from .names import PEOPLES, make_fam, make_titles, make_words
from .numbers import PEOPLE_AT_HOME, REGENCIES, NumberOffice

TODAY = date(2026, 10, 31).toordinal()
"""The province's last day. Nothing here reads the clock."""
YEAR = 365


def day(year: int, month: int, of_month: int) -> int:
    return date(year, month, of_month).toordinal()


class Relation(NamedTuple):
    """What a relative is to the official: the canonical term by sex, and the terms that forms hold."""

    male: str
    female: str
    male_terms: tuple[str, ...]
    female_terms: tuple[str, ...]
    listed: bool
    """Whether the elucidation of UU 30/2014 art. 43(1)b names it."""


RELATIONS = (
    Relation("suami", "istri", ("Suami", "SUAMI"), ("Istri", "Isteri", "ISTRI"), True),
    Relation(
        "anak",
        "anak",
        ("Anak", "Anak Kandung", "ANAK", "Anak laki-laki"),
        ("Anak", "Anak Kandung", "ANAK", "Anak perempuan"),
        True,
    ),
    Relation("anak angkat", "anak angkat", ("Anak Angkat",), ("Anak Angkat",), True),
    Relation("ayah", "ibu", ("Ayah", "Bapak Kandung", "Ayah Kandung", "BAPAK"), ("Ibu", "Ibu Kandung", "IBU"), True),
    Relation("ayah mertua", "ibu mertua", ("Bapak Mertua", "Ayah Mertua", "Mertua"), ("Ibu Mertua", "Mertua"), True),
    Relation(
        "saudara (kakak)",
        "saudara (kakak)",
        ("Kakak", "Kakak Kandung", "Saudara Kandung"),
        ("Kakak", "Saudara Kandung"),
        True,
    ),
    Relation(
        "saudara (adik)",
        "saudara (adik)",
        ("Adik", "Adik Kandung", "Saudara Kandung"),
        ("Adik", "Saudara Kandung"),
        True,
    ),
    Relation(
        "ipar (saudara pasangan)",
        "ipar (saudara pasangan)",
        ("Ipar", "Saudara Ipar", "IPAR"),
        ("Ipar", "Saudara Ipar"),
        True,
    ),
    Relation(
        "ipar (pasangan saudara)", "ipar (pasangan saudara)", ("Ipar", "Suami Saudara"), ("Ipar", "Istri Saudara"), True
    ),
    Relation("menantu", "menantu", ("Menantu", "Anak Mantu"), ("Menantu", "Anak Mantu"), True),
    Relation("cucu", "cucu", ("Cucu",), ("Cucu",), True),
    Relation("kakek", "nenek", ("Kakek", "Opa"), ("Nenek", "Oma"), True),
    Relation("paman", "bibi", ("Paman", "Om", "Bapa Kecil"), ("Bibi", "Tante", "Mama Kecil"), True),
    Relation("keponakan", "keponakan", ("Keponakan", "Kemenakan"), ("Keponakan", "Kemenakan"), False),
    Relation("sepupu", "sepupu", ("Sepupu", "Saudara Sepupu"), ("Sepupu", "Saudara Sepupu"), False),
    Relation("besan", "besan", ("Besan",), ("Besan",), False),
)
(
    SPOUSE,
    CHILD,
    ADOPTED,
    PARENT,
    PARENT_IN_LAW,
    OLDER,
    YOUNGER,
    SPOUSE_SIBLING,
    SIBLING_SPOUSE,
    CHILD_SPOUSE,
    GRANDCHILD,
    GRANDPARENT,
    UNCLE,
    NEPHEW,
    COUSIN,
    CO_PARENT,
) = range(len(RELATIONS))

WORK = by_frequency(
    """Wiraswasta|Petani|Guru|Pegawai swasta|PNS|Ibu rumah tangga|Pensiunan|Nelayan|Perawat|Kontraktor|Pedagang|Sopir|
    Dosen|TNI|Polri|Karyawan bank|Tukang|Bidan|Pendeta|Konsultan""".replace("\n    ", "").split("|"),
    512,
)


class Person:
    """A human being of the province. `house` stands for the address; `died` is 0 for the living."""

    __slots__ = (
        "words",
        "fam",
        "people",
        "sex",
        "born",
        "died",
        "home",
        "nik",
        "work",
        "house",
        "holdings",
        "official",
    )

    def __init__(
        self,
        words: tuple[str, ...],
        fam: str,
        people: str,
        sex: int,
        born: int,
        home: int,
        nik: int,
        work: str,
        house: int,
    ) -> None:
        self.words, self.fam, self.people, self.sex, self.born, self.home = words, fam, people, sex, born, home
        self.nik, self.work, self.house = nik, work, house
        self.died = 0
        self.holdings: list[Any] | None = None
        self.official: Official | None = None

    def age(self) -> int:
        return (TODAY - self.born) // YEAR


class Side:
    """The blood relatives of one half of a couple."""

    __slots__ = ("ego", "father", "mother", "siblings", "in_laws", "nephews", "grandparents", "uncles", "cousins")

    def __init__(self, ego: Person, father: Person, mother: Person, siblings: list[Person]) -> None:
        self.ego, self.father, self.mother, self.siblings = ego, father, mother, siblings
        self.in_laws: list[Person] = []
        self.nephews: list[Person] = []
        self.grandparents: list[Person] = []
        self.uncles: list[Person] = []
        self.cousins: list[Person] = []


class Household:
    """An official, the spouse if there is one, and those who descend from them or married in."""

    __slots__ = ("first", "second", "children", "adopted", "child_spouses", "grandchildren", "co_parents")

    def __init__(self, first: Side, second: Side | None) -> None:
        self.first, self.second = first, second
        self.children: list[Person] = []
        self.adopted: list[Person] = []
        self.child_spouses: list[Person] = []
        self.grandchildren: list[Person] = []
        self.co_parents: list[Person] = []


class Posting(NamedTuple):
    unit: int
    position: str
    start: int
    end: int
    """The last day; 0 while it lasts."""


class Official:
    """A civil servant. `kin[i]` is declared as `RELATIONS[relations[i]]` in row `first_row + i` of the long table."""

    __slots__ = ("person", "nip", "titles", "postings", "kin", "relations", "first_row", "wide")

    def __init__(self, person: Person, nip: str, titles: tuple[str, tuple[str, ...]], postings: list[Posting]) -> None:
        self.person, self.nip, self.titles, self.postings = person, nip, titles, postings
        self.kin: list[Person] = []
        self.relations = bytearray()
        self.first_row = 0
        self.wide: tuple[Person | None, ...] = ()
        person.official = self

    def unit_on(self, when: int) -> int:
        """The unit of that day, or -1."""
        for posting in self.postings:
            if posting.start <= when and (not posting.end or when <= posting.end):
                return posting.unit
        return -1


WIDE_KEYS = ("ayah", "ibu", "pasangan", "ayah-mertua", "ibu-mertua")
WIDE_RELATIONS = (PARENT, PARENT, SPOUSE, PARENT_IN_LAW, PARENT_IN_LAW)


def relative_key(row: int) -> str:
    return f"K{row:07d}"


class Population:
    """Builds officials with their families until the declared relatives reach the number wanted."""

    def __init__(self, seed: int, officials: int, relatives: int, numbers: NumberOffice, postings: Postings) -> None:
        self.chance = Chance(seed, "population")
        self.numbers = numbers
        self.reach = 1.0  # how far families go beyond the nearest
        self.houses = 0
        self.officials: list[Official] = []
        self.rows = 0
        waiting: list[
            tuple[Household, bool]
        ] = []  # relatives who are civil servants too: (their relative's household, is the spouse)
        for index in range(officials):
            # Families grow with what is still wanted of each; nine is what the nearest relatives come to.
            self.reach = max(1.0, 1 + ((relatives - self.rows) / (officials - index) - 9) / 3)
            official, household = self.next_official(index, waiting, postings)
            self.declare(official, household, relatives - self.rows, officials - index)
            self.officials.append(official)

    # People

    def person(self, people: str, fam: str, sex: int, born: int, home: int, house: int) -> Person:
        chance = self.chance
        if born < day(1985, 1, 1) and chance.happens(0.03):  # recorded birthdays heap on such days
            year = date.fromordinal(born).year
            born = chance.pick((day(year, 12, 31), day(year, 7, 1), day(year, 1, 1)))
        words = make_words(people, fam, sex, chance)
        someone = Person(
            words, fam, people, sex, born, home, self.numbers.nik(home, born, sex), chance.pick(WORK), house
        )
        if sex == 1 and someone.work == "Ibu rumah tangga":
            someone.work = "Petani"
        age = someone.age()
        if age < 22:
            someone.work = "Pelajar/Mahasiswa" if age > 5 else "Belum bekerja"
        elif chance.happens(0.02 * (age - 60) if age > 62 else 0.006):
            someone.died = TODAY - 30 - chance.below(min(age - 20, 24) * YEAR + 1)
        return someone

    def stranger(self, sex: int = 0, like: Person | None = None, born: int = 0) -> Person:
        """Someone unrelated, or of one family with `like`."""
        chance = self.chance
        people = like.people if like else chance.pick(PEOPLES)
        fam = like.fam if like else make_fam(people, chance)
        home = like.home if like else self.home_of(people)
        someone = self.person(
            people,
            fam,
            sex or chance.between(1, 2),
            born or TODAY - chance.between(24 * YEAR, 64 * YEAR),
            home,
            self.new_house(),
        )
        someone.died = 0
        return someone

    def twin_of(self, other: Person, words: tuple[str, ...]) -> Person:
        """Born on the same day, with the next serial in the NIK."""
        return Person(
            words,
            other.fam,
            other.people,
            other.sex,
            other.born,
            other.home,
            self.numbers.next_nik(other.nik // 10000),
            other.work,
            other.house,
        )

    def home_of(self, people: str) -> int:
        if self.chance.happens(0.25):
            return self.chance.below(len(REGENCIES))
        return self.chance.pick(PEOPLE_AT_HOME[people])

    def new_house(self) -> int:
        self.houses += 1
        return self.houses

    # Families

    def side_of(self, ego: Person, near_only: bool) -> Side:
        """The ego's parents and siblings; unless `near_only`, a few who are further away as well."""
        chance, reach = self.chance, self.reach
        house = self.new_house()
        mother_born = ego.born - chance.between(19 * YEAR, 36 * YEAR)
        father_born = mother_born - chance.between(-2 * YEAR, 9 * YEAR)
        father = self.person(ego.people, ego.fam, 1, father_born, ego.home, house)
        mother = self.person(ego.people, make_fam(ego.people, chance), 2, mother_born, ego.home, house)
        siblings = []
        for _ in range(chance.about(2.2 if near_only else 2.7)):
            born = mother_born + chance.between(19 * YEAR, 40 * YEAR)
            if born < TODAY - 12 * YEAR and abs(born - ego.born) > 300:
                siblings.append(
                    self.person(ego.people, ego.fam, chance.between(1, 2), born, ego.home, self.new_house())
                )
        side = Side(ego, father, mother, siblings)
        if near_only:
            return side
        for sibling in siblings:
            if sibling.age() > 26 and chance.happens(0.3 * reach):
                side.in_laws.append(self.partner(sibling))
                for _ in range(chance.about(0.5 * reach)):
                    side.nephews.append(self.child_of(sibling, side.in_laws[-1]))
        for parent in (father, mother):
            for _ in range(chance.about(0.45 * reach)):
                uncle = self.person(
                    ego.people,
                    parent.fam,
                    chance.between(1, 2),
                    parent.born + chance.between(-9 * YEAR, 9 * YEAR),
                    ego.home,
                    self.new_house(),
                )
                side.uncles.append(uncle)
                if chance.happens(0.3 * reach):
                    side.cousins.append(
                        self.person(
                            ego.people,
                            uncle.fam,
                            chance.between(1, 2),
                            ego.born + chance.between(-9 * YEAR, 9 * YEAR),
                            ego.home,
                            uncle.house,
                        )
                    )
            if chance.happens(0.12 * reach):
                side.grandparents.append(
                    self.person(
                        ego.people,
                        parent.fam,
                        chance.between(1, 2),
                        parent.born - chance.between(21 * YEAR, 34 * YEAR),
                        ego.home,
                        house,
                    )
                )
        return side

    def partner(self, of: Person) -> Person:
        chance = self.chance
        people = of.people if chance.happens(0.75) else chance.pick(PEOPLES)
        born = min(of.born + chance.between(-6 * YEAR, 6 * YEAR), TODAY - 20 * YEAR)
        return self.person(people, make_fam(people, chance), 3 - of.sex, born, self.home_of(people), of.house)

    def child_of(self, one: Person, other: Person) -> Person:
        chance = self.chance
        father, mother = (one, other) if one.sex == 1 else (other, one)
        born = min(max(father.born, mother.born) + chance.between(21 * YEAR, 37 * YEAR), TODAY - 200)
        return self.person(father.people, father.fam, chance.between(1, 2), born, one.home, one.house)

    def found(self, first: Side) -> Household:
        """The household of someone whose own side is known already."""
        chance, ego = self.chance, first.ego
        if ego.age() < 27 and chance.happens(0.6) or chance.happens(0.07):
            return Household(first, None)
        spouse = self.partner(ego)
        household = Household(first, self.side_of(spouse, near_only=True))
        for _ in range(chance.about(2.4)):
            child = self.child_of(ego, spouse)
            (household.adopted if chance.happens(0.03) else household.children).append(child)
            if child.age() > 25 and chance.happens(0.5):
                married = self.partner(child)
                household.child_spouses.append(married)
                for _ in range(chance.about(0.7 * self.reach)):
                    household.grandchildren.append(self.child_of(child, married))
                if chance.happens(0.25 * self.reach):
                    household.co_parents.append(
                        self.person(
                            married.people,
                            married.fam,
                            1,
                            married.born - chance.between(24 * YEAR, 35 * YEAR),
                            married.home,
                            self.new_house(),
                        )
                    )
        return household

    # Officials

    def next_official(
        self, index: int, waiting: list[tuple[Household, bool]], postings: Postings
    ) -> tuple[Official, Household]:
        chance = self.chance
        household = None
        while waiting and household is None:
            known, is_spouse = waiting.pop()
            household = self.household_of_relative(known, is_spouse)
        if household is None:
            people = chance.pick(PEOPLES)
            born = TODAY - chance.between(25 * YEAR, 59 * YEAR)
            ego = self.person(
                people, make_fam(people, chance), chance.between(1, 2), born, self.home_of(people), self.new_house()
            )
            household = self.found(self.side_of(ego, near_only=False))
            draw = chance.random()
            if draw < 0.11:
                waiting.append((household, draw < 0.07))
        ego = household.first.ego
        ego.died, ego.work = 0, "PNS"
        appointed = min(max(day(1985, 1, 1), ego.born + chance.between(21 * YEAR, 33 * YEAR)), day(2023, 12, 1))
        official = Official(
            ego,
            self.numbers.nip(ego.born, appointed, ego.sex),
            make_titles(ego.sex, ego.age(), chance),
            postings.of(index, appointed, chance),
        )
        return official, household

    def household_of_relative(self, known: Household, is_spouse: bool) -> Household | None:
        """The same families seen from the spouse or from a sibling; nothing if that person cannot be an official."""
        if is_spouse:
            if known.second is None or not 24 <= known.second.ego.age() <= 59:
                return None
            turned = Household(known.second, known.first)
            turned.children, turned.adopted, turned.child_spouses = known.children, known.adopted, known.child_spouses
            turned.grandchildren, turned.co_parents = known.grandchildren, known.co_parents
            return turned
        old = known.first
        for sibling in old.siblings:
            if 24 <= sibling.age() <= 59 and not sibling.official:
                side = Side(
                    sibling,
                    old.father,
                    old.mother,
                    [other for other in old.siblings if other is not sibling] + [old.ego],
                )
                side.nephews, side.grandparents, side.uncles, side.cousins = (
                    known.children,
                    old.grandparents,
                    old.uncles,
                    old.cousins,
                )
                return self.found(side)
        return None

    def declare(self, official: Official, household: Household, left: int, officials_left: int) -> None:
        """Chooses which relatives the official declared, and how: nearest first, now and then someone further away."""
        chance, wanted = self.chance, left / officials_left
        own, other = household.first, household.second
        is_wide = chance.happens(0.15)
        near: list[tuple[int, Person]] = [(SPOUSE, other.ego)] if other else []
        near += [(CHILD, child) for child in household.children] + [(ADOPTED, child) for child in household.adopted]
        if is_wide:
            by_marriage = (other.ego, other.father, other.mother) if other else (None, None, None)
            official.wide = (own.father, own.mother, *by_marriage)
        else:
            near += [(PARENT, own.father), (PARENT, own.mother)]
            near += [(PARENT_IN_LAW, other.father), (PARENT_IN_LAW, other.mother)] if other else []
        near += [(OLDER if sibling.born < own.ego.born else YOUNGER, sibling) for sibling in own.siblings]
        rest = list(further(household))
        chance.shuffle(rest)
        if rest and chance.happens(0.4):
            near.insert(min(3, len(near)), rest.pop())
        near += rest
        count = int(wanted * (0.7 + 0.6 * chance.random()) + 0.5) if left > wanted else left
        official.first_row = self.rows + 1
        for relation, person in near[:count]:
            official.relations.append(relation)
            official.kin.append(person)
        self.rows += len(official.kin)


def further(household: Household) -> Iterator[tuple[int, Person]]:
    """The relatives beyond the nearest, in a fixed order."""
    own, other = household.first, household.second
    groups = [
        (SIBLING_SPOUSE, own.in_laws),
        (CHILD_SPOUSE, household.child_spouses),
        (GRANDCHILD, household.grandchildren),
        (GRANDPARENT, own.grandparents),
        (UNCLE, own.uncles),
        (NEPHEW, own.nephews),
        (COUSIN, own.cousins),
        (CO_PARENT, household.co_parents),
        (SPOUSE_SIBLING, other.siblings if other else []),
    ]
    for relation, people in groups:
        for person in people:
            yield relation, person


class Postings:
    """Who works where, and since when."""

    POSITIONS = by_frequency(
        [
            "Pengadministrasi Perkantoran",
            "Penata Kelola Pemerintahan",
            "Analis Kebijakan Ahli Muda",
            "Pengelola Keuangan",
            "Guru Ahli Muda",
            "Penyuluh Pertanian Ahli Pertama",
            "Teknik Jalan dan Jembatan Ahli Muda",
            "Perencana Ahli Muda",
            "Kepala Subbagian Umum",
            "Kepala Bidang",
            "Pranata Komputer Ahli Pertama",
            "Perawat Ahli Muda",
            "Arsiparis Terampil",
            "Kepala Seksi",
            "Sekretaris",
        ],
        512,
    )

    def __init__(self, units: int, bureaus: list[int]) -> None:
        self.units, self.bureaus = units, bureaus

    def of(self, index: int, appointed: int, chance: Chance) -> list[Posting]:
        """The first rounds fill every unit, its head first; later officials go by chance, more to large units."""
        unit = index % self.units if index < 5 * self.units else 1 + chance.skewed(self.units - 1)
        if chance.happens(0.03):
            unit = chance.pick(self.bureaus)
        position = chance.pick(self.POSITIONS)
        if index < self.units:
            position = "Kepala"
        elif unit in self.bureaus:
            position = "Pengelola Pengadaan Barang/Jasa Ahli Muda"
        postings: list[Posting] = []
        start = max(appointed, day(2005, 1, 1))
        for _ in range(chance.below(3) if index >= 3 * self.units else 0):
            end = start + chance.between(2 * YEAR, 7 * YEAR)
            if end > TODAY - 90:
                break
            postings.append(Posting(chance.below(self.units), chance.pick(self.POSITIONS), start, end))
            start = end + 1
        postings.append(Posting(unit, position, min(start, TODAY - 60), 0))
        return postings
