"""A world's offices and firms: who serves, who is declared, who holds what; its tables and the truth about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .addresses import write_phone
from .chance import Chance, by_frequency
from .damage import write_date
from .kindred import FAMILY, FIRM, STAFF, Human, World, kin_of, portion, term_for, weighted
from .market import COMPANY_WORDS, COOPERATIVE, CV, FORMS, PT, SOLE, TRADER, make_units
from .names import make_titles
from .numbers import dotted
from .population import OLDER, TODAY, WORK, YEAR, Postings, day
from .registers import write_table
from .truth import write

OFFICIALS = "nip nama nik tempat_lahir tanggal_lahir jenis_kelamin unit_kerja jabatan alamat no_hp"
RELATIVES = "id nip hubungan nama nik tempat_lahir tanggal_lahir pekerjaan alamat status_hidup tanggal_lapor"
VENDORS = "kd_penyedia nama_penyedia bentuk_usaha npwp_penyedia nib alamat_penyedia no_telp_penyedia"
PEOPLE = """id kd_penyedia npwp_penyedia nama_penyedia nama nik npwp tanggal_lahir jabatan porsi_saham alamat mulai"""

UNITS = [unit.name for unit in make_units(40, 1)[1]]
DOUBLES = ("kembar", "ayah-anak", "saudara", "pasangan", "senama", "senama-tahun", "co-tenant")


class Shape(NamedTuple):
    """What a legal form means: offices in their order, most holders, and how often the firm is at its owner's home."""

    offices: tuple[str, ...]
    most: int
    at_home: float


SHAPES = {
    CV: Shape(("Direktur", "Komisaris", "Persero Komanditer"), 3, 0.5),
    PT: Shape(("Direktur Utama", "Direktur", "Komisaris", "Pemegang Saham"), 5, 0.15),
    SOLE: Shape(("Pemilik",), 1, 0.85),
    TRADER: Shape(("Pemilik", "Wakil Direktur"), 2, 0.85),
    COOPERATIVE: Shape(("Ketua", "Sekretaris", "Bendahara"), 3, 0.1),
}
FORM_TABLE = weighted(((CV, 0.5), (PT, 0.24), (SOLE, 0.12), (TRADER, 0.11), (COOPERATIVE, 0.03)), 256)


class Seat(NamedTuple):
    key: str
    human: Human
    office: str
    share: int
    """In percent; 0 where the row tells none."""
    start: int


class Firm:
    """A vendor; `people` are those who hold it, `seats` the rows about them."""

    __slots__ = ("code", "name", "form", "npwp", "nib", "house", "phone", "people", "seats")

    def __init__(self, code: str, form: str, owner: Human, npwp: str, chance: Chance) -> None:
        self.code, self.form, self.npwp = code, form, npwp
        self.nib = f"{chance.between(1, 9)}{chance.below(10**12):012d}" if chance.happens(0.8) else ""
        self.house, self.phone = owner.house, ""
        words = owner.words if form == SOLE else [chance.pick(words) for words in COMPANY_WORDS]
        name = " ".join(word for word in words if word).upper()
        self.name = name if form == SOLE else f"{form.upper()}{chance.pick(('. ', ' ', '. '))}{name}"
        self.people: list[Human] = [owner]
        self.seats: list[Seat] = []


class Settlement:
    """Peoples a world until its tables have the rows wanted."""

    def __init__(self, world: World, seed: int, officials: int, relatives: int, vendor_people: int) -> None:
        self.world, self.seed, self.chance = world, seed, Chance(seed, "settlement")
        self.officials: list[Human] = []
        self.declared: list[tuple[str, Human, int, Human]] = []
        """A relative's row: key, official, relation, relative."""
        self.phones: dict[int, str] = {}
        """Those of the houses in which officials live."""
        while len(self.officials) < officials:
            self.add_family(officials, relatives)
        self.holders: list[Human] = []
        self.firms: list[Firm] = []
        self.doubles: list[tuple[str, Human, Human]] = []
        """What kind, the declared relative, and the other person, who holds a firm."""
        self.eligible = [who for key, _, _, who in self.declared if who.rows[0][0] == key and who.may_hold()]
        self.waiting = self.eligible.copy()
        self.chance.shuffle(self.waiting)
        self.towers = [
            (world.new_house(world.line().home), write_phone(self.chance)) for _ in range(3 + vendor_people // 500)
        ]
        self.seated = 0
        while self.seated < vendor_people:
            self.open_firm(vendor_people - self.seated)

    # Offices

    def add_family(self, officials: int, relatives: int) -> None:
        goal = (relatives - len(self.declared)) / (officials - len(self.officials))
        for place, who in enumerate(self.world.family(int(1.4 * goal) + 1)):
            if place and not self.chance.happens(self.world.also_serves) or len(self.officials) == officials:
                break
            if not who.nip and 24 <= who.age() <= 59:
                left = officials - len(self.officials)
                self.appoint(who)
                self.declare(who, relatives - len(self.declared), left)

    def appoint(self, who: Human) -> None:
        chance, who.died = self.chance, False
        appointed = min(max(day(1985, 1, 1), who.born + chance.between(21 * YEAR, 33 * YEAR)), day(2023, 12, 1))
        who.nip, who.unit = self.world.numbers.nip(who.born, appointed, who.sex), chance.skewed(len(UNITS))
        who.titles, who.phone = make_titles(who.sex, who.age(), chance), write_phone(chance)
        self.phones.setdefault(who.house, who.phone)
        self.officials.append(who)

    def declare(self, official: Human, left: int, officials_left: int) -> None:
        """Declares the nearest; here and there one is passed over for somebody further away."""
        chance, known = self.chance, list(kin_of(official))
        count = left if officials_left == 1 else min(left, int(left / officials_left * portion(chance, 0.7, 1.3) + 0.5))
        spare = len(known) - count
        for relation, who in known:
            if count == 0:
                break
            if spare > 0 and chance.random() < 0.08:
                spare -= 1
                continue
            count -= 1
            key = f"K{len(self.declared) + 1:07d}"
            who.rows.append((key, official.nip))
            self.declared.append((key, official, relation, who))

    # Firms

    def open_firm(self, room: int) -> None:
        """A firm with its people, each in one row or, as shareholder and officer, in several."""
        chance, world = self.chance, self.world
        form = chance.pick(FORM_TABLE)
        shape, owner = SHAPES[form], self.next_holder()
        firm = Firm(str(400_000 + 37 * len(self.firms)), form, owner, world.numbers.npwp(form == SOLE), chance)
        for _ in range(chance.between(min(shape.most, 2), shape.most) - 1):
            draw = chance.random()
            other = self.partner(chance.pick(firm.people)) if draw < world.partner_share else self.next_holder()
            if other not in firm.people:
                firm.people.append(other)
        self.house_firm(firm, shape, owner)
        registered = day(2004, 1, 1) + chance.below(20 * YEAR)
        for place, human in enumerate(firm.people):
            rows = 1 + chance.happens(world.repeat_share) + chance.happens(world.repeat_share / 5)
            for part in range(min(rows, room)):
                self.seat(firm, human, shape, place, part, max(registered, human.born + 19 * YEAR))
            room -= rows
            if room <= 0:
                break
        self.firms.append(firm)

    def seat(self, firm: Firm, human: Human, shape: Shape, place: int, part: int, start: int) -> None:
        """A row; each further one about the same person tells something else."""
        chance = self.chance
        self.seated += 1
        key = f"P{self.seated:07d}"
        office = shape.offices[min(place, len(shape.offices) - 1)] if part != 1 else "Pemegang Saham"
        share = 100 // len(firm.people) if part == 1 or chance.happens(0.6) else 0
        firm.seats.append(Seat(key, human, office, share, min(start + chance.below(3 * YEAR), TODAY - 30)))
        if not human.held:
            self.holders.append(human)
        human.held.append((key, firm.code))

    def house_firm(self, firm: Firm, shape: Shape, owner: Human) -> None:
        """At the owner's home, among many in an office tower, or in an office of its own."""
        chance, world = self.chance, self.world
        owner.phone = owner.phone or write_phone(chance)
        firm.phone = owner.phone
        if chance.happens(shape.at_home):
            if chance.happens(0.5):
                firm.phone = self.phones.get(owner.house, firm.phone)
        elif chance.happens(world.tower_share):
            firm.house, phone = self.towers[chance.skewed(len(self.towers))]
            firm.phone = phone if chance.happens(0.6) else firm.phone
        else:
            firm.house = world.new_house(owner.line.home)

    def next_holder(self) -> Human:
        chance, world = self.chance, self.world
        draw = chance.random()
        if self.holders and draw < world.serial_share:
            return chance.pick(self.holders)
        draw = chance.random()
        if draw < world.kin_share and self.waiting:
            return self.waiting.pop()
        draw -= world.kin_share
        if 0 <= draw < world.kin_share / 15:
            return chance.pick(self.officials)
        draw -= world.kin_share / 15
        if 0 <= draw < world.double_share and self.eligible:
            who, kind = chance.pick(self.eligible), chance.pick(DOUBLES)
            other = world.double(who, kind)
            if other.may_hold():
                self.doubles.append((kind, who, other))
                return other
        return world.stranger()

    def partner(self, owner: Human) -> Human:
        """Somebody of the owner's family."""
        draw = self.chance.random()
        if draw < 0.2:
            elder = [who for who in (*owner.children, *owner.parents()) if who.may_hold()]
            if elder:
                return self.chance.pick(elder)
        return self.world.near(owner) if draw < 0.6 else self.world.near(owner, OLDER)

    # Truth

    def links(self) -> Iterator[tuple[str, ...]]:
        """Every relative's row and vendor person's row that are one human being; officials in person as well."""
        for who in self.holders:
            for row, code in who.held:
                for key, nip in who.rows:
                    yield "keluarga", key, nip, row, code
                if who.nip:
                    yield "pejabat", "", who.nip, row, code

    def hard_negatives(self) -> Iterator[tuple[str, str, str]]:
        """Planted doubles, and the declared family of those who hold firms where it looks like them."""
        look_alike = self.doubles + [
            (kind, other, who) for who in self.holders for other in family_of(who) if (kind := likeness(who, other))
        ]
        for kind, who, other in look_alike:
            for key, _ in who.rows:
                for row, _ in other.held:
                    yield kind, key, row

    # Tables

    def write_all(self, folder: Path) -> tuple[int, int]:
        """Writes input/ and truth/; returns how many true links and hard negatives there are."""
        given, truth = folder / "input", folder / "truth"
        relatives = RELATIVES.replace("pekerjaan", "jenis_kelamin pekerjaan") if self.world.has_sex else RELATIVES
        write_table(given / "pegawai.csv", OFFICIALS, self.official_rows(), newline="\r\n")
        write_table(given / "keluarga.csv", relatives, self.relative_rows())
        write_table(given / "penyedia.csv", VENDORS, self.vendor_rows())
        write_table(given / "pengurus.csv", PEOPLE, self.people_rows(), delimiter="|")
        truth.mkdir(parents=True, exist_ok=True)
        links, negatives = sorted(self.links()), sorted(set(self.hard_negatives()))
        write(truth / "person-links.csv", ("jenis", "kunci_keluarga", "nip", "kunci_pengurus", "kode_penyedia"), links)
        write(truth / "hard-negatives.csv", ("jenis", "kunci_keluarga", "kunci_pengurus"), negatives)
        return len(links), len(negatives)

    def official_rows(self) -> Iterator[tuple[str, ...]]:
        chance = Chance(self.seed, "pegawai")
        for who in self.officials:
            name, nik, place, born, address = self.world.write(who, STAFF, who.unit, None)
            position, phone = chance.pick(Postings.POSITIONS), who.phone if chance.happens(0.85) else ""
            yield who.nip, name, nik, place, born, "LP"[who.sex - 1], UNITS[who.unit], position, address, phone

    def relative_rows(self) -> Iterator[tuple[str, ...]]:
        chance, has_sex = Chance(self.seed, "keluarga"), self.world.has_sex
        for key, official, relation, who in self.declared:
            name, nik, place, born, address = self.world.write(who, FAMILY, official.unit, official)
            sex = ("LP"[who.sex - 1] if chance.random() < 0.9 else "",) if has_sex else ()
            work = "PNS" if who.nip else "Pelajar" if who.age() < 20 else chance.pick(WORK)
            work = "Petani" if who.sex == 1 and work == "Ibu rumah tangga" else work
            alive = "" if chance.random() < 0.2 else "Meninggal" if who.died else "Hidup"
            told = f"{1 + official.unit % 28:02d}-0{1 + len(name) % 9}-{2019 + official.born % 7}"
            term = term_for(relation, who, chance)
            yield (key, official.nip, term, name, nik, place, born, *sex, work, address, alive, told)

    def vendor_rows(self) -> Iterator[tuple[str, ...]]:
        chance = Chance(self.seed, "penyedia")
        for firm in self.firms:
            phone = firm.phone if chance.happens(0.75) else ""
            address = self.world.address(firm.house)
            yield firm.code, firm.name, FORMS[firm.form], dotted(firm.npwp), firm.nib, address, phone

    def people_rows(self) -> Iterator[tuple[str, ...]]:
        chance = Chance(self.seed, "pengurus")
        notations = by_frequency(("{}", "{}%", "{} %", "{},00"), 16)
        for number, firm in enumerate(self.firms):
            notation, npwp = chance.pick(notations), dotted(firm.npwp)
            for seat in firm.seats:
                name, nik, _, born, address = self.world.write(seat.human, FIRM, number, None)
                if not address and chance.happens(0.3):
                    address = self.world.address(firm.house)
                tax = self.tax_number(seat.human, chance) if chance.happens(self.world.tax_share) else ""
                share = notation.format(seat.share) if seat.share else ""
                start = write_date(seat.start, "iso") if chance.happens(0.7) else ""
                yield seat.key, firm.code, npwp, firm.name, name, nik, tax, born, seat.office, share, address, start

    def tax_number(self, who: Human, chance: Chance) -> str:
        """A person's NPWP: sixteen digits that are the NIK, or the old fifteen; at times a wife has her husband's."""
        if who.sex == 2 and who.spouse and chance.happens(0.06):
            who = who.spouse
        if chance.happens(0.45):
            return str(who.nik)
        who.npwp = who.npwp or self.world.numbers.npwp(True)
        return dotted(who.npwp) if chance.happens(0.7) else who.npwp


def family_of(who: Human) -> list[Human]:
    return [*([who.spouse] if who.spouse else ()), *who.parents(), *who.children, *who.siblings()]


def likeness(who: Human, other: Human) -> str:
    """Why two of a family may be taken for each other; nothing where they need not be."""
    if other is who.spouse:
        return "pasangan" if other.house == who.house else ""
    if other.born == who.born:
        return "kembar"
    if other in who.parents() or other in who.children:
        return "ayah-anak" if other.words[0] == who.words[0] and other.sex == who.sex else ""
    return "saudara" if other.house == who.house else ""


def settle(world: World, seed: int, officials: int, relatives: int, vendor_people: int, folder: Path) -> str:
    """Makes and writes a world; returns a sentence about its size."""
    made = Settlement(world, seed, officials, relatives, vendor_people)
    links, negatives = made.write_all(folder)
    return (
        f"{len(made.officials)} officials, {len(made.declared)} relatives, {len(made.firms)} vendors with "
        f"{made.seated} people; {links} person links, {negatives} hard negatives"
    )
