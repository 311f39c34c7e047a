"""The world `sealed`: set aside, and not looked at while weights are estimated.

It tells how well a matcher does on people whose names and errors it was not fitted to. Whoever works on the matcher
should neither read this file nor fit anything to what it makes.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .chance import Chance
from .damage import write_date
from .kindred import FAMILY, FIRM, STAFF, Human, Line, World, Written, kin_of, portion, ranked, weighted
from .names import unrepeated
from .numbers import REGENCIES
from .population import TODAY, YEAR

MEN = """Yohanes Petrus Yosep Fransiskus Antonius Paulus Marsel Kristo Robertus Melkias Simson Arkilaus Ayub Benyamin
    Daud Efraim Gidion Hengki Isak Yonas Lorens Marten Nikson Okto Pieter Rudolf Samuel Thobias Willibrodus Yanto Zet
    Albert Blasius Charlis Derius Eben Fredik Gregorius Herman Imanuel Johni Karel Leonard Matias Noh Oskar Primus
    Rikhardus Stefen Timo Urbanus Vinsen Wempi Yunus Domi Elfridus""".split()
WOMEN = """Maria Yuliana Theresia Margareta Elisabeth Kristina Marta Agustina Rosalina Yohana Debora Ester Fransiska
    Helena Irene Katarina Lusia Magdalena Naomi Oktaviana Petronela Regina Sarah Tabita Ursula Veronika Wilhelmina
    Yakoba Adelina Bernadete Dorkas Emiliana Felisia Getrudis Hana Ida Yustina Loisa Mariance Novi Orpa Paulina Rebeka
    Serli Tresia Viktoria Yane Damaris Elfina Sintike""".split()
MUSLIM = (
    """Abdurahman Ahmad Arsyad Baharudin Darwis Fahmi Hamid Ilyas Jamaludin Kamarudin Lukman Mukhtar Nasrun Rasyid
    Sahrul Taufik Umar Wahid Yahya Zakaria Muhamad Syukur""".split(),
    """Aminah Asma Badriah Fatima Hadijah Halima Jamila Kalsum Latifah Maimunah Nuraini Rahma Rohani Salma Siti
    Sumarni Wardah Zahra Zulaiha Nurlaila""".split(),
)
STEMS = """Adr Alb Arn Bon Dam Del Ed Elf Em Fab Fer Flor Frid Gab Gerd Hel Herm Hil Jac Jen Jer Jul Krist Lam Lin Mar
    Mel Mer Nik Nor Okt Ol Ros Sal San Sel Ser Sil Son Ther Val Ver Wel Wil Yan Yer Yos Yul""".split()
ENDINGS = (
    "us ianus son anto ino er endi oni ison ardus emi ikus".split(),
    "iana ince elina itha eti arni ance ita insi olina esti ina".split(),
)
DEVOTIONS = (
    ("Baptista", "Don Bosko", "Xaverius", "Padua", "Kia", "Bere", "Vianey", "Alexander", "Pius", "Kasimirus"),
    ("Goreti", "Fatima", "Imakulata", "Yosefa", "Hoar", "Peni", "Bunda", "Asumta", "Grasia", "Bernadeta"),
)
SOUNDSCAPES = (
    ("N T B K S F L M Ns Tf", "a e i o u ai oe", "s f t n k l b ", 2),
    ("M N B Nd K L F H Th Mb", "a e i o oe ie ua", "k n h ", 2),
    ("L W R K Dj H T Rih B", "a i u o e", "", 2),
    ("K B T L H Lam W P Bl S", "a e o i u", "n k ng t r ", 3),
    ("Nd Ng M W R D G J Ks Mb", "a e u o i", "t s r n ng k ", 2),
    ("P K M Al L D Mal T B", "a au e i o", "ng l n s ", 3),
)
PARTS = "b d f g h k l m n r s t w nd mb ng".split()
HOMES = ((0, 1, 2, 3), (14, 0), (20, 11, 12, 18), (6, 13, 7), (8, 9, 10, 15, 19), (5, 0, 4))
HAND = tuple(pair.split(">") for pair in "a>o o>a u>n n>u r>n m>n e>c l>t t>l cl>d i>e h>k nn>m w>u y>g".split())
EAR = tuple(pair.split(">") for pair in "b>p p>b d>t t>d k>g g>k r>l e>i i>e o>u u>o ng>n s> n> h> y>i ia>ea".split())
DIGITS = {"1": "7", "7": "1", "4": "9", "9": "4", "0": "6", "6": "0", "3": "8", "8": "3", "5": "3", "2": "7"}
MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()


class Way(NamedTuple):
    """How a row came about: how often each cell is filled, shortened or garbled."""

    nik: float
    born: float
    address: float
    short: float
    garbled: float
    figures: float


WAYS = {
    "card": Way(0.96, 0.97, 0.7, 0.01, 0.05, 0.015),
    "form": Way(0.8, 0.92, 0.5, 0.22, 0.2, 0.05),
    "told": Way(0.3, 0.6, 0.35, 0.4, 0.4, 0.04),
    "moved": Way(0.82, 0.9, 0.5, 0.1, 0.05, 0.02),
    "sheet": Way(0.92, 0.88, 0.6, 0.08, 0.1, 0.03),
    "deed": Way(0.96, 0.93, 0.95, 0.0, 0.04, 0.01),
}
MIXES = {
    STAFF: (("card", 0.6), ("moved", 0.25), ("sheet", 0.15)),
    FAMILY: (("card", 0.36), ("form", 0.34), ("told", 0.1), ("moved", 0.09), ("sheet", 0.11)),
    FIRM: (("deed", 0.28), ("card", 0.32), ("form", 0.1), ("sheet", 0.17), ("told", 0.04), ("moved", 0.09)),
}


class SealedWorld(World):
    """Another author's world."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        draw = Chance(seed, "sealed")
        self.has_sex = draw.happens(0.3)
        self.kin_share, self.double_share = portion(draw, 0.01, 0.08), portion(draw, 0.02, 0.05)
        self.partner_share, self.serial_share = portion(draw, 0.3, 0.6), portion(draw, 0.04, 0.15)
        self.repeat_share, self.tax_share = portion(draw, 0.1, 0.3), portion(draw, 0.1, 0.3)
        self.tower_share, self.also_serves = portion(draw, 0.15, 0.45), portion(draw, 0.12, 0.3)
        self.twins, self.together = portion(draw, 0.008, 0.016), portion(draw, 0.3, 0.6)
        self.mixes = {
            register: weighted([(way, share * portion(draw, 0.6, 1.5)) for way, share in mix], 256)
            for register, mix in MIXES.items()
        }
        self.no_birth_column, self.no_nik_column = portion(draw, 0.03, 0.15), portion(draw, 0.01, 0.06)
        self.two_faced = portion(draw, 0.08, 0.2)
        self.draw_names(draw)
        self.ink = {register: Chance(seed, f"pen/{register}") for register in MIXES}
        self.above = {register: (-1, Written("", "", "", "", "")) for register in MIXES}

    # Names

    def draw_names(self, draw: Chance) -> None:
        tails = [[stem + ending for stem in STEMS for ending in endings] for endings in ENDINGS]
        # The well-known names first, in an order of this world's own; then a long tail of made ones.
        self.given = tuple(
            ranked(known, 0.8, draw) * 3 + ranked(tail, 0.6, draw) for known, tail in zip((MEN, WOMEN), tails)
        )
        self.muslims = tuple(ranked(names, 0.7, draw) for names in MUSLIM)
        self.clans = [
            ranked([coin(place, draw) for _ in range(500)], portion(draw, 0.85, 1.15), draw)
            for place in range(len(SOUNDSCAPES))
        ]
        self.villages = [coin(place % len(SOUNDSCAPES), draw) for place in range(len(REGENCIES) * 40)]
        self.streets = [coin(draw.below(len(SOUNDSCAPES)), draw) for _ in range(240)]

    def line(self) -> Line:
        chance = self.chance
        place = chance.skewed(len(SOUNDSCAPES))
        if chance.happens(0.1):
            return Line("muslim", "", chance.pick((0, 5, 6, 8, 15)))
        fam = coin(place, chance) if chance.happens(0.1) else chance.pick(self.clans[place])
        home = chance.pick(HOMES[place]) if chance.happens(0.8) else chance.below(len(REGENCIES))
        return Line(str(place), fam, home)

    def words(self, line: Line, sex: int, father: Human | None) -> tuple[str, ...]:
        chance = self.chance
        draw = chance.random()
        if line.people == "muslim":
            first = chance.pick(self.muslims[sex - 1])
            last = father.words[0] if father and draw < 0.5 else chance.pick(self.muslims[0])
            return (first,) if draw > 0.88 else unrepeated(first, last)
        first = chance.pick(self.given[sex - 1])
        if father and sex == 1 and draw < 0.03:
            return father.words
        if draw < 0.08:
            return (first,)
        if draw < 0.17 and father:
            return unrepeated(first, father.words[0])
        if line.people == "2" and draw < 0.5:
            return ("Umbu" if sex == 1 else "Rambu", first, line.fam)
        if draw < 0.55:
            return (first, line.fam)
        second = chance.pick(DEVOTIONS[sex - 1]) if draw < 0.78 else chance.pick(self.given[sex - 1])
        return unrepeated(first, *second.split(), line.fam)

    def nearly(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The first name with another ending; the rest stays."""
        first = words[0]
        stem = first[:-2] if len(first) > 4 else first
        return (stem + self.chance.pick(("i", "a", "us", "e", "o", "in")), *words[1:])

    # Families

    def family(self, goal: int) -> list[Human]:
        """An old couple's compound: sons stay with wives and children; some children live with an aunt or uncle."""
        chance, line = self.chance, self.line()
        fit: list[Human] = []
        while not fit:
            elder = self.person(line, 1, TODAY - chance.between(50 * YEAR, 86 * YEAR), self.new_house(line.home))
            siblings = self.bear(elder, self.marry(elder, self.line()), 2 + chance.about(2.5), TODAY - 15 * YEAR)
            if chance.happens(0.08):
                siblings += self.bear(elder, None, chance.between(1, 2), TODAY - 20 * YEAR)
            fit = [child for child in siblings if 25 <= child.age() <= 58]
        ego = chance.pick(fit)
        for who in (ego, *siblings):
            if who.spouse is None and who.age() > 23 and chance.happens(0.85):
                self.settle_down(who)
                if who is ego:
                    self.origin(who.spouse or who, chance.about(2))
            if sum(1 for _ in kin_of(ego)) >= goal:
                break
        nephews = [child for who in siblings if who is not ego for child in who.children if child.age() < 25]
        if nephews and chance.happens(0.12):
            foster = chance.pick(nephews)
            foster.house = ego.house
            for keeper in (ego, ego.spouse):
                if keeper:
                    keeper.children.append(foster)
        if sum(1 for _ in kin_of(ego)) < goal:
            self.origin(elder, 1 + chance.about(2))
            for uncle in elder.siblings():
                self.settle_down(uncle)
        grown = [child for child in ego.children if child.age() > 24]
        return [ego, *siblings[: chance.below(3)], *([ego.spouse] if ego.spouse else ()), *grown]

    def settle_down(self, who: Human) -> None:
        spouse = self.marry(who, self.line() if self.chance.happens(0.8) else who.line)
        if not self.chance.happens(self.together if who.sex == 1 else self.together / 3):
            who.house = spouse.house = self.new_house(who.line.home)
        self.bear(who, spouse, self.chance.about(2.7))

    # Writing

    def write(self, who: Human, register: int, clerk: int, beside: Human | None) -> Written:
        chance = self.ink[register]
        mix = self.mixes[register]
        name = chance.pick(mix) if chance.random() < 0.45 else mix[(clerk * 40503 + 977) % 65521 % len(mix)]
        way = WAYS[name]
        words, born = self.face(who, register, name, chance)
        left = clerk * 7 % 101 / 101 if register == FIRM else 1.0
        has_nik = left >= self.no_nik_column and chance.random() < way.nik
        has_born = not self.no_nik_column <= left < self.no_nik_column + self.no_birth_column
        written = Written(
            self.write_name(words, who, name, way, chance),
            self.write_nik(who, way, name, chance) if has_nik else "",
            REGENCIES[who.line.home][1] if name != "told" and chance.random() < 0.8 else "",
            write_born(born, way, name, chance) if has_born and chance.random() < way.born else "",
            self.write_address(who, name, beside, chance) if chance.random() < way.address else "",
        )
        if name == "sheet":
            written = self.drag(written, *self.above[register], clerk, chance)
        self.above[register] = clerk, written
        return written

    def drag(self, row: Written, before: int, above: Written, clerk: int, chance: Chance) -> Written:
        """A cell dragged down from the row above in the same sheet; a number then counts on."""
        draw = chance.random()
        if before != clerk or draw > 0.07:
            return row
        if draw < 0.02 and above.nik.isdigit() and row.nik:
            return row._replace(nik=str(int(above.nik) + 1))
        if draw < 0.035 and row.born:
            return row._replace(born=above.born)
        return row._replace(address=above.address) if row.address else row

    def face(self, who: Human, register: int, way: str, chance: Chance) -> tuple[tuple[str, ...], int]:
        """Name and birth date of those papers that the person shows: some people have two sorts, and keep to them."""
        trait = who.nik * 2654435761 % 4294967296 / 4294967296
        if trait >= self.two_faced or register == STAFF or (register == FAMILY) == (trait * 1000 % 1 < 0.85):
            return who.words, who.born
        kind, words, first = int(trait * 1e5) % 6, who.words, who.words[0]
        if kind == 0:
            right = date.fromordinal(who.born)
            year = right.year + (who.nik % 7 - 3 or 4)
            return words, date(year, right.month, min(right.day, 28)).toordinal()
        if kind == 1 and who.sex == 2 and who.spouse and who.spouse.line.fam:
            return (*(words[:-1] or words), who.spouse.line.fam), who.born
        if kind == 2:
            return (self.given[who.sex - 1][who.nik % 1000], *words), who.born
        if kind == 3 and who.father and len(words) > 1:
            return (*words[:-1], who.father.words[0]), who.born
        if kind == 4:
            return ((first[:4].rstrip("aeiou") + "yi"[who.nik % 2]).capitalize(), *words[1:]), who.born
        return ((first[0], *words[1:]) if len(words) > 2 else words[::-1]), who.born

    def write_name(self, words: tuple[str, ...], who: Human, kind: str, way: Way, chance: Chance) -> str:
        parts = list(words)
        if chance.random() < way.short and len(parts) > 1:
            draw = chance.random()
            if draw < 0.45 and len(parts) > 2:
                parts = [parts[0], parts[-1]]
            elif draw < 0.75:
                parts[1:-1] = [part[0] + "." for part in parts[1:-1]]
                parts[0] = parts[0] if chance.random() < 0.6 else parts[0][0] + "."
            elif draw < 0.9:
                parts.pop()
            else:
                parts[0] = squeeze(parts[0])
        if chance.random() < way.garbled:
            place = chance.below(len(parts))
            parts[place] = garble(parts[place], EAR if kind == "told" else HAND, chance)
        name = " ".join(parts)
        if kind == "sheet" and len(parts) > 1 and chance.random() < 0.12:
            name = f"{parts[-1]}, {' '.join(parts[:-1])}" if chance.happens(0.3) else " ".join((parts[-1], *parts[:-1]))
        if kind == "moved":
            return name.replace("'", "").replace(".", "").upper()[:22].rstrip()
        if who.nip and chance.random() < 0.7:
            front, back = who.titles
            name = " ".join(part for part in (front, name) if part) + "".join(f", {title}" for title in back)
        if kind == "deed" and chance.random() < 0.12:
            name = ("Tuan " if who.sex == 1 else "Nyonya ") + name
        elif kind == "told" and chance.random() < 0.12:
            name = ("Bpk. " if who.sex == 1 else "Ibu ") + name
        return name.upper() if kind == "card" or chance.random() < 0.25 else name

    def write_nik(self, who: Human, way: Way, kind: str, chance: Chance) -> str:
        digits, draw = str(who.nik), chance.random()
        if kind == "form" and who.spouse and draw > 0.985:
            return str(who.spouse.nik)
        if draw < way.figures:
            place = chance.between(4, 15)
            if draw < way.figures / 4:
                return digits[:place] + digits[place + 1 :]
            return digits[:place] + DIGITS[digits[place]] + digits[place + 1 :]
        if kind == "moved" and draw > 0.97:
            return f"{digits[:4]}{chance.between(1, 12):02d}{digits[6:12]}{chance.between(1, 30):04d}"
        if kind == "sheet" and draw > 0.9:
            return f"{digits[:4]} {digits[4:8]} {digits[8:12]} {digits[12:]}"
        return digits

    def address(self, house: int) -> str:
        """A hamlet without street names, which many houses share, or a street in town."""
        home, mixed = house % len(REGENCIES), house // len(REGENCIES) * 2246822519 % 2**32
        town, block = REGENCIES[home][1], f"RT {1 + mixed // 512 % 14:03d}/RW {1 + mixed // 8192 % 5:03d}"
        village = self.villages[home * 40 + mixed // 65536 % 40]
        if mixed % 100 < 55:
            hamlet = "I II III IV".split()[mixed // 4194304 % 4]
            return f"Dusun {hamlet}, {block}, Desa {village}, Kab. {town}"
        street = self.streets[mixed // 1048576 % len(self.streets)]
        return f"Jln. {street} {1 + mixed // 128 % 90}, {block}, Kelurahan {village}, {town}"

    def write_address(self, who: Human, kind: str, beside: Human | None, chance: Chance) -> str:
        house = who.house
        if kind in ("card", "moved") and who.father and chance.random() < 0.25:
            house = who.father.house
        first, block, village, town = self.address(house).split(", ")
        if kind == "told":
            return f"{village.split(' ')[-1]} {town}"
        if kind == "form":
            if beside and beside.house == house and chance.random() < 0.4:
                return "sama dengan pegawai"
            return f"{first}, {village}" if chance.happens(0.5) else f"{block} {village}"
        if kind == "deed":
            return f"{town}, {first.replace('Jln.', 'Jalan')}, {block}, {village}"
        if kind == "moved":
            return f"{first} {block} {village}".upper()[:40]
        return f"{first}, {block}, {village}, {town}"


def coin(place: int, chance: Chance) -> str:
    """A surname or place name that sounds as if it came from there."""
    onsets, vowels, codas, most = SOUNDSCAPES[place]
    word = chance.pick(onsets.split())
    for _ in range(chance.between(1, most)):
        word += chance.pick(vowels.split()) + chance.pick(PARTS)
    return word + chance.pick(vowels.split()) + chance.pick(codas.split(" "))


def garble(word: str, rules: tuple[list[str], ...], chance: Chance) -> str:
    """The word misread or misheard in one place."""
    fitting = [pair for pair in rules if pair[0] in word[1:]]
    if not fitting:
        return word
    old, new = chance.pick(fitting)
    place = word.rindex(old) if chance.happens(0.5) else word.index(old, 1)
    return word[:place] + new + word[place + len(old) :] if place else word


def squeeze(word: str) -> str:
    """The word as people write it who save vowels."""
    return word[0] + "".join(letter for letter in word[1:-2] if letter not in "aeiou") + word[-2:]


def write_born(born: int, way: Way, kind: str, chance: Chance) -> str:
    day, draw = date.fromordinal(born), chance.random()
    if kind == "told" and draw < 0.6:
        year = day.year + chance.pick((-1, 0, 0, 0, 1))
        return f"31-12-{year}" if draw < 0.25 else str(year)
    if draw < way.figures:
        figures = f"{day.day:02d}"
        wrong = figures[0] + DIGITS[figures[1]]
        day = day.replace(day=int(wrong)) if 0 < int(wrong) < 29 else day.replace(year=day.year - 10)
    elif kind == "sheet" and draw > 0.93 and day.day < 13:
        day = day.replace(month=day.day, day=day.month)
    if kind == "form":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if draw < 0.5 else f"{day.day}-{day.month}-{day.year}"
    return write_date(day.toordinal(), {"moved": "iso", "sheet": "slash"}.get(kind, "dash"))
