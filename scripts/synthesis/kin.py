"""The world `kin`: the province's names, and what offices are known to do to them, at rates that each seed draws."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from . import names
from .addresses import write_address
from .chance import Chance
from .damage import Register, broken_nik, note_birth, other_spelling, slip, with_titles, write_date
from .kindred import FAMILY, FIRM, STAFF, Human, Line, World, Written, kin_of, portion, ranked, weighted
from .names import make_titles, unrepeated
from .numbers import PEOPLE_AT_HOME, REGENCIES
from .population import TODAY, YEAR

MORE_MEN = """Adelbertus Alexander Alfonsus Alfred Ambrosius Anselmus Aurelius Baltasar Bartolomeus Bernard Darius
    Edmundus Erasmus Fabianus Felix Fidelis Flavianus Florianus Fransisco Fridolin Germanus Gonsales Hubertus
    Inosensius Jermias Johan Karolus Kasmirus Krispinus Lambertus Leopoldus Linus Longginus Makarius Martinus Mateus
    Maurits Melkior Mikhael Moses Naftali Nikodemus Nimrot Oktavianus Ondi Otniel Paskalis Patrisius Philipus Plasidus
    Polikarpus Raimundus Roberth Rofinus Romanus Ruben Salmon Servasius Sergius Simeon Stanislaus Tarsisius Teofilus
    Timotius Viktorianus Vitalis Wellem Yafet Yehezkiel Yoram Yosua Zadrak""".split()
MORE_WOMEN = """Adelheid Afliana Aleksia Alfonsa Amelia Angela Anita Aprilia Arnolda Asnat Aurelia Benedikta Bertha
    Blandina Damiana Delfina Desi Dina Dolorosa Efrasia Elfrida Emilia Erna Eufemia Fabiola Febriana Felisitas Fince
    Flora Gaudensia Hermina Hildegardis Ida Ina Jublina Karolina Kristin Leni Leonarda Linda Lorensa Magdalena
    Marselina Matilde Mathilda Meliana Mersiana Naomi Nelci Noviana Ona Oliva Paskalia Paula Rahel Rikarda Roswita
    Ruth Sabina Sara Selestina Serafina Servina Sintia Tekla Teodora Trivonia Vinsensia Welhelmina Yohanita Yolanda
    Yosina""".split()
MIGRANTS = """Sihombing Simanjuntak Siregar Manurung Tambunan Sitorus Nainggolan Pangaribuan Rondonuwu Lumentut
    Pangkey Mandagi Wowor Tumbelaka Latuheru Pattiasina Leimena Matulessy Tahitu Pasapan Rantetasak Tandirerung Wijaya
    Gunawan Halim Salim Tanuwijaya Setiabudi Lianto Kosasih""".split()
SHORT_FORMS = dict(
    pair.split("=")
    for pair in """Yohanes=Jhon Fransiskus=Frengki Antonius=Toni Agustinus=Gusti Petrus=Piter Paulus=Polus
    Yosef=Sef Stefanus=Stef Yakobus=Kobus Dominikus=Domi Benediktus=Beny Vinsensius=Sensi Wilhelmus=Wem
    Kornelis=Nelis Yeremias=Jermi Gabriel=Gebi Maria=Mery Margaretha=Etha Elisabet=Elis Katarina=Rina Theresia=Tres
    Veronika=Vero Yuliana=Yuli Kristina=Kris Agustina=Tin Bernadeta=Deta Magdalena=Lena Getrudis=Tudis""".split()
)
SOUNDS = tuple(pair.split(">") for pair in "f>p v>f z>s sy>s kh>h q>k x>ks ai>e au>o y>i ph>f ks>x h>".split())
OLD_SOUNDS = tuple(pair.split(">") for pair in "u>oe j>dj c>tj y>j sy>sj ny>nj oe>u dj>j tj>c".split())
LOOKS = tuple(pair.split(">") for pair in "o>0 l>1 i>l m>rn rn>m e>c h>b u>ii S>5 B>8".split())
SLIPS = """spelling:26 old:7 sound:11 slip:13 scan:4 initial:10 left-out:9 added:4 moved:6 joined:4 parted:2 alias:1
    bin:3 husband's:4 called:2 lady:0.5"""
"""Kinds of deviation with their usual weights."""
ALL_TITLES = Register(0, 0, 1, 0, 0, 0, 0, 0)
BOUNDS = {
    STAFF: ((0.01, 0.06), (0.1, 0.5), (0.9, 1), (0.02, 0.15), (0, 0.02), (0, 0.05), (0, 0.01), (0.1, 0.4)),
    FAMILY: ((0.12, 0.4), (0.1, 0.4), (0.02, 0.12), (0.12, 0.45), (0.02, 0.08), (0.02, 0.14), (0.01, 0.07), (0.3, 0.7)),
    FIRM: ((0.12, 0.4), (0.4, 0.8), (0.04, 0.3), (0.04, 0.25), (0.01, 0.07), (0.08, 0.42), (0.01, 0.05), (0.08, 0.4)),
}
"""Between what bounds each register's rates are drawn, in the order of `Register`; the last is that of no address."""


class KinWorld(World):
    """An open world, another for each seed."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        draw = Chance(seed, "kin")
        self.has_sex = draw.happens(0.4)
        # Squared, as most registers hold few officials' relatives.
        self.kin_share = 0.005 + 0.145 * draw.random() ** 2
        self.double_share = portion(draw, 0.01, 0.06)
        self.partner_share, self.serial_share = portion(draw, 0.15, 0.45), portion(draw, 0.02, 0.12)
        self.repeat_share, self.tax_share = portion(draw, 0.05, 0.35), portion(draw, 0.05, 0.4)
        self.tower_share, self.also_serves = portion(draw, 0.1, 0.4), portion(draw, 0.08, 0.25)
        self.twins, self.junior = portion(draw, 0.006, 0.02), portion(draw, 0.01, 0.05)
        self.rates = {
            register: Register(*(portion(draw, *pair) for pair in bounds)) for register, bounds in BOUNDS.items()
        }
        kinds = [part.rsplit(":", 1) for part in SLIPS.split()]
        self.slips = weighted([(kind, float(weight) * portion(draw, 0.3, 1.7)) for kind, weight in kinds])
        self.other_address = portion(draw, 0.15, 0.5)
        self.draw_names(draw)
        self.ink = {register: Chance(seed, f"ink/{register}") for register in BOUNDS}

    # Names

    def draw_names(self, draw: Chance) -> None:
        """Orders the stock of names anew, as common and as rare as this world has them."""
        steepness = portion(draw, 0.45, 1.0)
        fams = {people: [fam.replace("_", " ") for fam in stock.split()] for people, stock in names.FAMS.items()}
        fams["migrant"] = MIGRANTS
        self.fams = {people: ranked(stock, steepness, draw, 2048) for people, stock in fams.items()}
        stocks = {
            "muslim": (names.MUSLIM_MALE, names.MUSLIM_FEMALE),
            "java": (names.JAVA_MALE, names.JAVA_FEMALE),
            "bali": (names.BALI_MALE, names.BALI_FEMALE),
        }
        self.given = {
            people: tuple(ranked(stock, steepness, draw) for stock in both) for people, both in stocks.items()
        }
        christian = (names.MALE + MORE_MEN, names.FEMALE + MORE_WOMEN)
        self.given.update(dict.fromkeys(fams, tuple(ranked(stock, steepness, draw) for stock in christian)))
        self.muslim_last = ranked(names.MUSLIM_LAST, steepness, draw)
        self.peoples = ranked([*PEOPLE_AT_HOME, "migrant"], portion(draw, 0.2, 0.9), draw)

    def line(self) -> Line:
        people = self.chance.pick(self.peoples)
        fams, homes = self.fams.get(people), PEOPLE_AT_HOME.get(people)
        home = self.chance.pick(homes) if homes and self.chance.happens(0.7) else self.chance.below(len(REGENCIES))
        return Line(people, self.chance.pick(fams) if fams else "", home)

    def words(self, line: Line, sex: int, father: Human | None) -> tuple[str, ...]:
        chance, people = self.chance, line.people
        if father and sex == 1 and chance.random() < self.junior:
            return father.words if chance.happens(0.5) else self.nearly(father.words)
        given = self.given[people][sex - 1]
        first, draw = chance.pick(given), chance.random()
        if people == "bali":
            return (*first.split(), chance.pick(names.BALI_GIVEN))
        if people == "java":
            return (first,) if draw < 0.25 else unrepeated(first, chance.pick(given))
        if people == "muslim":
            last = father.words[0] if father and draw < 0.2 else chance.pick(self.muslim_last)
            if draw < 0.1:
                return (first,)
            return unrepeated(first, last) if draw < 0.7 else unrepeated(first, chance.pick(given), last)
        fam = line.fam if people != "manggarai" else chance.pick(self.fams[people])
        if draw < 0.04:
            return (first,)
        if draw < 0.45:
            return (first, fam)
        if sex == 2 and draw < 0.6:
            first = "Maria"
        middle = [chance.pick(given) for _ in range(1 if draw < 0.93 else 2)]
        return unrepeated(first, *middle, fam)

    def nearly(self, words: tuple[str, ...]) -> tuple[str, ...]:
        other = self.chance.pick(self.given["timor"][0])
        if len(words) < 3:
            return unrepeated(words[0], other, *words[1:])
        return unrepeated(words[0], *words[2:]) if self.chance.happens(0.3) else unrepeated(words[0], other, words[-1])

    # Families

    def family(self, goal: int) -> list[Human]:
        """Three generations around an official; more of them marry and have children until there are enough."""
        chance = self.chance
        line = self.line()
        fit: list[Human] = []
        while not fit:
            father = self.person(line, 1, TODAY - chance.between(48 * YEAR, 84 * YEAR), self.new_house(line.home))
            siblings = self.bear(father, self.marry(father, self.line()), 1 + chance.about(2.6), TODAY - 16 * YEAR)
            fit = [child for child in siblings if 25 <= child.age() <= 58]
        ego = chance.pick(fit)
        if chance.happens(0.9):
            self.settle_down(ego, 2.5)
            self.origin(ego.spouse or ego, 1 + chance.about(1.5))
        for other in self.branches(ego):
            if sum(1 for _ in kin_of(ego)) >= goal:
                break
            self.settle_down(other, 2.2)
        others = [who for who in (ego.spouse, ego.spouse, *siblings) if who and who is not ego]
        chance.shuffle(others)
        return [ego, *others]

    def settle_down(self, who: Human, children: float) -> None:
        """Marries somebody off, mostly into a house of their own, and lets them have children."""
        if who.spouse is None and who.age() > 23:
            if self.chance.happens(0.75):
                who.house = self.new_house(who.line.home)
            self.bear(who, self.marry(who, self.line()), self.chance.about(children))

    def branches(self, ego: Human) -> Iterator[Human]:
        """Who may found families next: siblings, children, then uncles and aunts, of whom the world knows only now."""
        yield from [who for who in (*ego.siblings(), *ego.children) if self.chance.happens(0.8)]
        for parent in ego.parents():
            self.origin(parent, 1 + self.chance.about(2.5))
            yield from parent.siblings()

    # Writing

    def write(self, who: Human, register: int, clerk: int, beside: Human | None) -> Written:
        rates, chance = self.rates[register], self.ink[register]
        style = "iso" if register == FIRM else ("dash", "long", "slash", "old")[clerk % 4]
        return Written(
            self.write_name(who, register, clerk, rates, chance),
            "" if chance.random() < rates.no_nik else write_nik(who, rates.broken_nik, chance),
            REGENCIES[who.line.home][1] if chance.random() < 0.85 else "",
            write_date(note_day(who.born, rates, chance), style),
            self.write_address(who, rates, chance),
        )

    def write_name(self, who: Human, register: int, clerk: int, rates: Register, chance: Chance) -> str:
        words = list(who.words)
        if chance.random() < rates.name:
            words = self.miswrite(words, who, chance)
            if chance.random() < rates.name / 3:
                words = self.miswrite(words, who, chance)
        name = " ".join(words)
        if "'" in name and chance.random() < 0.6:
            name = name.replace("'", chance.pick(("", "`", "\u2019", " ")))
        if chance.random() < rates.titles and who.age() > 22:
            if who.titles == ("", ()):
                who.titles = make_titles(who.sex, who.age(), chance)
            name = with_titles(name, who.titles, ALL_TITLES, chance)
            if chance.random() < 0.08:
                name = name.replace(", ", " ") if chance.happens(0.4) else name.replace(", ", ",").replace(".", "")
        # Half of the shouting is a habit of the office, half of the day.
        loud = (clerk * 7919 + register) % 100 < 50 * rates.capitals or chance.random() < rates.capitals / 2
        return name.upper() if loud else name

    def miswrite(self, words: list[str], who: Human, chance: Chance) -> list[str]:
        """The name with one change; where the kind drawn does not apply, in another spelling."""
        kind, count = chance.pick(self.slips), len(words)
        place = chance.below(count)
        word = words[place]
        if kind == "left-out" and count > 2:
            return words[:place] + words[place + 1 :]
        if kind == "initial" and count > 1:
            return [*words[:place], word[0] + chance.pick((".", ".", "")), *words[place + 1 :]]
        if kind == "moved" and count > 1:
            return [words[-1], *words[:-1]]
        if kind == "joined" and place:
            return [*words[: place - 1], words[place - 1] + word.lower(), *words[place + 1 :]]
        if kind == "parted" and len(word) > 6:
            cut = chance.between(3, len(word) - 3)
            return [*words[:place], word[:cut], word[cut:].capitalize(), *words[place + 1 :]]
        if kind == "added":
            return [chance.pick(self.given[who.line.people][who.sex - 1]).split()[0], *words]
        if kind == "bin" and who.father and who.line.people == "muslim":
            return [*words, "bin" if who.sex == 1 else "binti", who.father.words[0]]
        if kind == "alias":
            return [*words, "alias", SHORT_FORMS.get(words[0]) or words[0][:4]]
        if who.spouse and who.sex == 2:
            if kind == "husband's" and who.spouse.line.fam:
                fam = who.spouse.line.fam
                return [*words[:-1], f"{words[-1]}-{fam}"] if chance.happens(0.6) else [*words, fam]
            if kind == "lady":
                return ["Ny.", *who.spouse.words]
        if kind == "called" and words[0] in SHORT_FORMS:
            return [SHORT_FORMS[words[0]], *words[1:]]
        return [*words[:place], respell(word, kind, chance), *words[place + 1 :]]

    def address(self, house: int) -> str:
        return write_address(house // len(REGENCIES), house % len(REGENCIES))

    def write_address(self, who: Human, rates: Register, chance: Chance) -> str:
        """The address, or an earlier one, in this office's words."""
        if chance.random() < rates.no_dates:
            return ""
        if chance.random() >= self.other_address:
            return self.address(who.house)
        draw = chance.random()
        if draw < 0.25:
            before = who.father.house if who.father and who.father.house != who.house else who.house + (1 << 40)
            return self.address(before)
        street, block, ward, town = self.address(who.house).split(", ")
        if draw < 0.55:
            street = street.replace("No. ", "") if chance.happens(0.5) else street.replace("Jl.", "Jln")
            return f"{street} {block.replace('00', '').replace('/', ' ')} {ward.removeprefix('Kel. ')}"
        if draw < 0.75:
            return f"{ward}, {town}" if chance.happens(0.4) else f"{street}, {town}"
        return f"{street.replace('Jl.', 'Jalan').replace('No.', 'Nomor')}, {block}, {ward} - {town}".upper()


def respell(word: str, kind: str, chance: Chance) -> str:
    """The word as somebody else writes, hears, scans or mistypes it."""
    rules = {"old": OLD_SOUNDS, "sound": SOUNDS, "scan": LOOKS}.get(kind)
    if kind == "slip":
        return slip(word, chance)
    fitting = [pair for pair in rules or () if pair[0] in word[1:]]
    if not fitting:
        return other_spelling(word, chance)
    old, new = chance.pick(fitting)
    return word[0] + word[1:].replace(old, new, 1)


def write_nik(who: Human, broken: float, chance: Chance) -> str:
    """The NIK, or broken, or with two digits exchanged, or the number of the family's card instead."""
    digits = str(who.nik)
    if chance.random() >= broken:
        return digits
    draw, place = chance.random(), chance.between(5, 14)
    if draw < 0.6:
        return broken_nik(who.nik, chance)
    if draw < 0.8:
        return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    house = who.house
    return f"{digits[:6]}{1 + house % 28:02d}{1 + house % 12:02d}{8 + house % 15:02d}{1 + house % 97:04d}"


def note_day(born: int, rates: Register, chance: Chance) -> int:
    """The birth date as noted, at times a day that stands for none, or another year; 0 where it is missing."""
    if chance.random() >= rates.wrong_birth / 2:
        return note_birth(born, rates, chance)
    right = date.fromordinal(born)
    if chance.random() < 0.6:
        return date(right.year, *chance.pick(((1, 1), (12, 31), (7, 1)))).toordinal()
    return date(right.year + chance.pick((-10, -2, -1, 1, 2)), right.month, min(right.day, 28)).toordinal()
