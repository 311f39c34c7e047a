"""People and families of the worlds that test who is whom; a world adds the names, the customs and the errors."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from .chance import Chance
from .numbers import REGENCIES, NumberOffice
from .population import ADOPTED, CHILD, CHILD_SPOUSE, COUSIN, GRANDCHILD, GRANDPARENT, NEPHEW, OLDER, PARENT
from .population import PARENT_IN_LAW, RELATIONS, SIBLING_SPOUSE, SPOUSE, SPOUSE_SIBLING, TODAY, UNCLE, YEAR
from .population import YOUNGER, day

STAFF, FAMILY, FIRM = range(3)
"""The registers: officials, relatives, vendors' people."""


class Line(NamedTuple):
    """What a family hands down: its people, its surname, and its home as an index into `REGENCIES`."""

    people: str
    fam: str
    home: int


class Human:
    """A human being; `rows` are relatives' rows (key and NIP), `held` vendors' rows (key and code) about them."""

    __slots__ = (
        *("words", "line", "sex", "born", "died", "nik", "npwp", "house", "titles", "nip", "unit", "phone"),
        *("father", "mother", "spouse", "children", "rows", "held"),
    )

    def __init__(self, words: tuple[str, ...], line: Line, sex: int, born: int, nik: int, house: int) -> None:
        self.words, self.line, self.sex, self.born, self.nik, self.house = words, line, sex, born, nik, house
        self.died, self.npwp, self.nip, self.unit, self.phone = False, "", "", 0, ""
        self.titles: tuple[str, tuple[str, ...]] = ("", ())
        self.father: Human | None = None
        self.mother: Human | None = None
        self.spouse: Human | None = None
        self.children: list[Human] = []
        self.rows: list[tuple[str, str]] = []
        self.held: list[tuple[str, str]] = []

    def age(self) -> int:
        return (TODAY - self.born) // YEAR

    def may_hold(self) -> bool:
        """Whether this person can own or run a firm."""
        return not self.died and 21 <= self.age() <= 76

    def parents(self) -> list[Human]:
        return [parent for parent in (self.father, self.mother) if parent]

    def siblings(self) -> list[Human]:
        parent = self.father or self.mother
        if parent is None:
            return []
        return [child for child in parent.children if child is not self and parent in (child.father, child.mother)]


def kin_of(ego: Human) -> Iterator[tuple[int, Human]]:
    """Everybody a form may ask for, about nearest first; the relation is an index into `RELATIONS`."""
    spouse, siblings = ego.spouse, ego.siblings()
    if spouse:
        yield SPOUSE, spouse
    for child in ego.children:
        yield CHILD if ego in (child.father, child.mother) else ADOPTED, child
    for parent in ego.parents():
        yield PARENT, parent
    for parent in spouse.parents() if spouse else ():
        yield PARENT_IN_LAW, parent
    for sibling in siblings:
        yield OLDER if sibling.born < ego.born else YOUNGER, sibling
    for sibling in siblings:
        if sibling.spouse:
            yield SIBLING_SPOUSE, sibling.spouse
    for sibling in spouse.siblings() if spouse else ():
        yield SPOUSE_SIBLING, sibling
    for child in ego.children:
        if child.spouse:
            yield CHILD_SPOUSE, child.spouse
            for grandchild in child.children:
                yield GRANDCHILD, grandchild
    for parent in ego.parents():
        for elder in parent.parents():
            yield GRANDPARENT, elder
        for uncle in parent.siblings():
            yield UNCLE, uncle
            for cousin in uncle.children:
                yield COUSIN, cousin
    for sibling in siblings:
        for nephew in sibling.children:
            yield NEPHEW, nephew


class Written(NamedTuple):
    """A person's cells in one row."""

    name: str
    nik: str
    place: str
    born: str
    address: str


class World(ABC):
    """Makes people and families by its own customs, and writes them down by its own error model.

    A subclass draws its rates from the seed and sets these shares.

    - `kin_share`, `double_share`: of vendors' people, those who are a declared relative, or look like one and are not.
    - `partner_share`, `serial_share`: of seats, those for the first owner's family, and for holders of other seats.
    - `repeat_share`, `tax_share`: of vendors' people, those with a second row, and those whose tax number is told.
    - `tower_share`: of firms with an office, those that have it where many have.
    - `also_serves`: of families, those in which the next member is an official too.
    """

    has_sex: bool
    """Whether the relatives' table has a column for it."""
    kin_share: float
    double_share: float
    partner_share: float
    serial_share: float
    repeat_share: float
    tax_share: float
    tower_share: float
    also_serves: float
    twins: float

    def __init__(self, seed: int) -> None:
        self.chance = Chance(seed, "people")
        self.numbers = NumberOffice(seed)
        self.houses = 0

    # What a world's own file tells

    @abstractmethod
    def line(self) -> Line:
        """The line of an unrelated family."""

    @abstractmethod
    def words(self, line: Line, sex: int, father: Human | None) -> tuple[str, ...]:
        """A name as its words."""

    @abstractmethod
    def nearly(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The name that a twin, or a father's namesake, may bear."""

    @abstractmethod
    def family(self, goal: int) -> list[Human]:
        """A new family with about `goal` people whom its first member may declare; those who may serve, in turn."""

    @abstractmethod
    def write(self, who: Human, register: int, clerk: int, beside: Human | None) -> Written:
        """A row about a person: `clerk` is the unit or firm whose habits it has, `beside` the official declaring."""

    @abstractmethod
    def address(self, house: int) -> str:
        """The address of a house, as its papers have it."""

    # People

    def new_house(self, home: int) -> int:
        """A house's number, which tells its home as well."""
        self.houses += 1
        return self.houses * len(REGENCIES) + home

    def person(
        self, line: Line, sex: int, born: int, house: int, father: Human | None = None, mother: Human | None = None
    ) -> Human:
        chance = self.chance
        words = self.words(line, sex, father)
        someone = Human(words, line, sex, born, self.numbers.nik(line.home, born, sex), house)
        age = someone.age()
        someone.died = chance.random() < (0.02 * (age - 60) if age > 62 else 0.004)
        someone.father, someone.mother = father, mother
        for parent in (father, mother):
            if parent:
                parent.children.append(someone)
        return someone

    def stranger(self, words: tuple[str, ...] = (), sex: int = 0, born: int = 0, house: int = 0) -> Human:
        """An adult whom nobody declared, with what is given of another."""
        chance, line = self.chance, self.line()
        born = born or TODAY - chance.between(23 * YEAR, 66 * YEAR)
        someone = self.person(line, sex or chance.between(1, 2), born, house or self.new_house(line.home))
        someone.died, someone.words = False, words or someone.words
        return someone

    def marry(self, who: Human, line: Line) -> Human:
        born = min(who.born + self.chance.between(-6 * YEAR, 6 * YEAR), TODAY - 21 * YEAR)
        who.spouse = self.person(line, 3 - who.sex, born, who.house)
        who.spouse.spouse = who
        return who.spouse

    def bear(self, one: Human, other: Human | None, count: int, youngest: int = TODAY - 200) -> list[Human]:
        """Children of a couple, at their parents' house, at times twins; none is born after the day `youngest`."""
        chance = self.chance
        born: list[Human] = []
        father, mother = (one, other) if one.sex == 1 else (other, one)
        elder = father or one
        when = max(one.born, other.born if other else 0) + chance.between(20 * YEAR, 29 * YEAR)
        while len(born) < count and when < youngest:
            born.append(self.person(elder.line, chance.between(1, 2), when, one.house, father, mother))
            if chance.random() < self.twins and len(born) < count:
                born.append(self.twin_of(born[-1]))
            when += chance.between(YEAR + 60, 5 * YEAR)
        return born

    def twin_of(self, who: Human) -> Human:
        """A twin of the same sex: the same parents and day, the next serial in the NIK."""
        twin = Human(
            self.words(who.line, who.sex, None) if self.chance.happens(0.5) else self.nearly(who.words),
            *(who.line, who.sex, who.born, self.numbers.next_nik(who.nik // 10000), who.house),
        )
        if twin.words == who.words:
            twin.words = self.nearly(who.words)
        twin.father, twin.mother = who.father, who.mother
        for parent in twin.parents():
            parent.children.append(twin)
        return twin

    def origin(self, who: Human, siblings: int) -> None:
        """Gives somebody parents, who live in a house of their own, and siblings."""
        house = self.new_house(who.line.home)
        father = self.person(who.line, 1, who.born - self.chance.between(23 * YEAR, 38 * YEAR), house)
        who.father, who.mother = father, self.marry(father, self.line())
        for parent in who.parents():
            parent.children.append(who)
        self.bear(father, who.mother, siblings, TODAY - 18 * YEAR)

    def near(self, who: Human, relation: int = SPOUSE) -> Human:
        """The spouse, or with another relation a sibling in the same house: one of the family, or a new one."""
        if relation == SPOUSE:
            if who.spouse and who.spouse.may_hold():
                return who.spouse
            return self.marry(who, self.line())
        known = [other for other in who.siblings() if other.may_hold()]
        if known:
            return self.chance.pick(known)
        born = min(who.born + self.chance.pick((-1, 1)) * self.chance.between(400, 7 * YEAR), TODAY - 21 * YEAR)
        sibling = self.person(who.line, self.chance.between(1, 2), born, who.house, who.father, who.mother)
        sibling.died = False
        return sibling

    def double(self, who: Human, kind: str) -> Human:
        """Another human being who looks like this one on paper."""
        chance = self.chance
        if kind == "kembar":
            return self.twin_of(who)
        if kind == "pasangan":
            return self.near(who)
        if kind == "saudara":
            return self.near(who, OLDER)
        if kind == "ayah-anak":
            step = 24 * YEAR + chance.below(7 * YEAR) if who.age() > 53 else -19 * YEAR - chance.below(5 * YEAR)
            other = self.stranger(self.nearly(who.words), who.sex, who.born + step, who.house)
            other.words, other.line = who.words if chance.happens(0.6) else other.words, who.line
            other.nik = self.numbers.nik(who.line.home, other.born, who.sex)
            return other
        if kind == "co-tenant":
            return self.stranger(house=who.house)
        born = who.born + chance.between(3 * YEAR, 15 * YEAR) * (1 if who.age() > 45 else -1)
        if kind == "senama-tahun":
            born = day(date.fromordinal(who.born).year, 1, 1) + chance.below(YEAR)
            born += 1 if born == who.born else 0
        return self.stranger(who.words, who.sex, born)


def portion(chance: Chance, low: float, high: float) -> float:
    """A rate between two bounds."""
    return low + (high - low) * chance.random()


def weighted(choices: Sequence[tuple[str, float]], size: int = 1024) -> list[str]:
    """A table in which each choice stands in proportion to its weight, so that picking is one index."""
    total = sum(weight for _, weight in choices)
    table: list[str] = []
    for choice, weight in choices:
        table.extend([choice] * max(1, int(weight / total * size + 0.5)))
    return table


def ranked(words: Sequence[str], steepness: float, chance: Chance, size: int = 8192) -> list[str]:
    """A table of words in an order of its own, of which the one of rank r is chosen as r to the power -steepness."""
    order = list(dict.fromkeys(words))
    chance.shuffle(order)
    return weighted([(word, (rank + 1) ** -steepness) for rank, word in enumerate(order)], size)


def term_for(relation: int, who: Human, chance: Chance) -> str:
    meaning = RELATIONS[relation]
    return chance.pick(meaning.male_terms if who.sex == 1 else meaning.female_terms)
