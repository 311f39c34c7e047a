"""The registers as offices deliver them: the province on paper, with the error model applied row by row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from . import columns
from .addresses import write_address, write_phone
from .chance import Chance
from .damage import Mix, Register, note_birth, with_titles, write_date, write_name, write_nik
from .market import (
    COOPERATIVE,
    FORMS,
    KPA,
    PA,
    POKJA,
    PP,
    PPK,
    PPTK,
    SOLE,
    TRADER,
    Government,
    Holding,
    Market,
    Package,
    Unit,
    Vendor,
)
from .numbers import REGENCIES, dotted
from .population import RELATIONS, TODAY, Official, Person, Population, day, relative_key
from .truth import Conflict

SERVED = "https://lpse.contoh.invalid/eproc4"
EVENT_DAY = "2026-10-31"


def spaced(nip: str) -> str:
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def birthplace(person: Person) -> str:
    return REGENCIES[person.home][1]


# Cells of the ISB dialect: the header bare, every later cell a JSON literal, no newline after the last row.


def money(hundredths: int) -> str:
    """An amount as JSON prints it: no decimals where there are none."""
    whole, part = divmod(hundredths, 100)
    return str(whole) if not part else f"{whole}.{part:02d}".rstrip("0")


def cell(value: str | int | None) -> str:
    return "" if value is None else str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)


def stamp(when: int, clock: str = "16:00:00") -> str | None:
    return f"{date.fromordinal(when).isoformat()} {clock}" if when else None


class Raw(str):
    """Text that is a JSON literal already."""


def write_isb(path: Path, header: str, rows: Iterable[list[str | int | None]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(header.split()))
        for row in rows:
            file.write("\n" + ",".join(value if isinstance(value, Raw) else cell(value) for value in row))


def write_table(
    path: Path,
    header: str,
    rows: Iterable[Iterable[str]],
    *,
    delimiter: str = ";",
    encoding: str = "utf-8",
    newline: str = "\n",
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator=newline)
        writer.writerow(header.split())
        writer.writerows(rows)


class Registers:
    """Writes every file under `folder`. Each file has its own stream of chance."""

    def __init__(
        self,
        seed: int,
        folder: Path,
        mix: Mix,
        population: Population,
        market: Market,
        governments: list[Government],
        units: list[Unit],
        found: list[Conflict],
    ) -> None:
        self.seed, self.folder, self.mix = seed, folder, mix
        self.population, self.market, self.governments, self.units, self.found = (
            population,
            market,
            governments,
            units,
            found,
        )

    def write_all(self) -> None:
        folder = self.folder
        windows = {"newline": "\r\n"}
        staff, family = folder / "kepegawaian", folder / "keluarga"
        write_table(staff / "pegawai.csv", columns.STAFF, self.staff_rows(), encoding="utf-8-sig", **windows)
        write_table(staff / "riwayat_jabatan.csv", columns.POSTINGS, self.posting_rows(), delimiter=",")
        write_table(family / "keluarga.csv", columns.RELATIVES, self.relative_rows(), encoding="cp1252", **windows)
        write_table(family / "drh_lebar.csv", columns.WIDE_RELATIVES, self.wide_rows(), delimiter=",")
        write_table(folder / "penyedia/penyedia.csv", columns.VENDORS, self.vendor_rows(), **windows)
        write_table(folder / "penyedia/pengurus.csv", columns.VENDOR_PEOPLE, self.holder_rows(), delimiter="|")
        self.write_owners_xml(folder / "penyedia/penyedia_pemilik.xml")
        write_isb(folder / "tender/pengumuman.csv", columns.ANNOUNCEMENTS, self.announcement_rows())
        write_isb(folder / "tender/peserta.csv", columns.BIDDERS, self.bidder_rows())
        write_isb(folder / "tender/selesai_nilai.csv", columns.RESULTS, self.result_rows())
        self.write_non_tenders(folder / "nontender/paket.xml")
        write_table(folder / "peran/peran.csv", columns.ROLES, self.role_rows())
        write_table(folder / "satker/satker.csv", columns.UNITS, self.unit_rows())
        write_table(folder / "deklarasi/deklarasi.csv", columns.DECLARATIONS, self.declaration_rows())

    def unit_rows(self) -> Iterator[tuple[str, ...]]:
        for unit in self.units:
            yield str(unit.code), unit.name, unit.short, self.governments[unit.government].name

    def chance(self, topic: str) -> Chance:
        return Chance(self.seed, topic)

    # Staff and families

    def official_name(self, official: Official, register: Register, chance: Chance) -> str:
        return with_titles(write_name(official.person.words, register, chance), official.titles, register, chance)

    def staff_rows(self) -> Iterator[tuple[str, ...]]:
        chance, register = self.chance("pegawai"), self.mix.staff
        for official in self.population.officials:
            person, posting = official.person, official.postings[-1]
            yield (
                official.nip,
                self.official_name(official, register, chance),
                write_nik(person.nik, register, chance),
                birthplace(person),
                write_date(note_birth(person.born, register, chance), "dash"),
                "LP"[person.sex - 1],
                self.units[posting.unit].name,
                posting.position,
                "" if chance.happens(register.no_dates) else write_date(posting.start, "dash"),
                write_address(person.house, person.home),
                write_phone(chance) if chance.happens(0.8) else "",
            )

    def posting_rows(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("riwayat")
        for official in self.population.officials:
            for posting in official.postings:
                unit = self.units[posting.unit]
                yield (
                    official.nip,
                    unit.short if chance.happens(0.08) else unit.name,
                    posting.position,
                    write_date(posting.start, "iso"),
                    write_date(posting.end, "iso"),
                )

    def relative_rows(self) -> Iterator[tuple[str, ...]]:
        chance, register = self.chance("keluarga"), self.mix.family
        random = chance.random
        for official in self.population.officials:
            office = official.postings[-1].unit  # each office fills in its forms in its own way
            style = ("dash", "long", "slash", "old")[office % 4]
            nip = spaced(official.nip) if office % 3 == 1 else official.nip
            reported = write_date(day(2019, 3, 1) + chance.below(2200), "dash")
            row = official.first_row
            for relation, person in zip(official.relations, official.kin):
                meaning = RELATIONS[relation]
                name = write_name(person.words, register, chance)
                alive = "Hidup" if random() < 0.8 else ""
                if person.died:
                    alive = "Meninggal" if random() < 0.85 else ""
                    name = (
                        name if alive and random() < 0.8 else f"{name} (Alm.)" if person.sex == 1 else f"{name} (Almh.)"
                    )
                if random() < 0.5:
                    name = name.replace("'", "\u2019")
                if random() < 0.02:
                    name = name.replace(" ", "\u00a0", 1)
                yield (
                    relative_key(row),
                    nip,
                    chance.pick(meaning.male_terms if person.sex == 1 else meaning.female_terms),
                    name,
                    write_nik(person.nik, register, chance),
                    birthplace(person) if random() < 0.85 else "",
                    write_date(note_birth(person.born, register, chance), style),
                    "LP"[person.sex - 1] if random() < 0.9 else "",
                    person.work if random() < 0.8 else "",
                    write_address(person.house, person.home) if random() < 0.5 else "",
                    alive,
                    reported,
                )
                row += 1

    def wide_rows(self) -> Iterator[tuple[str, ...]]:
        chance, register = self.chance("drh"), self.mix.family

        def name(person: Person | None) -> str:
            return write_name(person.words, register, chance) if person else ""

        def nik(person: Person | None) -> str:
            return write_nik(person.nik, register, chance) if person else ""

        def born(person: Person | None) -> str:
            noted = write_date(note_birth(person.born, register, chance), "long") if person else ""
            return f"{birthplace(person)}, {noted}" if person and noted else ""

        for official in self.population.officials:
            if official.wide:
                father, mother, spouse, his, hers = official.wide
                yield (
                    official.nip,
                    self.official_name(official, self.mix.staff, chance),
                    name(father),
                    nik(father),
                    born(father),
                    father.work if father else "",
                    name(mother),
                    born(mother),
                    name(spouse),
                    nik(spouse),
                    born(spouse),
                    spouse.work if spouse else "",
                    name(his),
                    name(hers),
                )

    # Vendors and their people

    def vendor_name(self, vendor: Vendor, chance: Chance, plain: float = 0.5) -> str:
        if vendor.form == SOLE:
            return " ".join(vendor.holdings[0].person.words).upper()
        if vendor.form == COOPERATIVE:
            return "KOPERASI " + vendor.name
        draw = chance.random()
        if vendor.form == TRADER or draw < plain:
            return f"{vendor.form}. {vendor.name}"
        if draw < plain + 0.3:
            return f"{vendor.form} {vendor.name}"
        return f"{vendor.form}.{vendor.name}" if draw < plain + 0.4 else f"{vendor.name.title()}, {vendor.form}"

    def vendor_npwp(self, vendor: Vendor, chance: Chance) -> str:
        draw = chance.random()
        return dotted(vendor.npwp) if draw < 0.9 else vendor.npwp if draw < 0.97 else ""

    def vendor_rows(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("penyedia")
        for vendor in self.market.vendors:
            home = vendor.holdings[0].person.home
            yield (
                str(vendor.code),
                self.vendor_name(vendor, chance, 0.75),
                FORMS[vendor.form],
                dotted(vendor.npwp),
                vendor.npwp16(),
                vendor.nib,
                write_address(vendor.house, home),
                write_phone(chance) if chance.happens(0.7) else "",
                write_date(vendor.registered, "dash"),
            )

    def written_share(self, holding: Holding, chance: Chance) -> str:
        vendor, share = holding.vendor, holding.share
        if not share or vendor.notation == "none" or chance.happens(self.mix.vendors.no_dates / 4):
            return ""
        if vendor.notation == "percent":
            return f"{share}%"
        if vendor.notation == "fraction":
            return f"0,{share:02d}".rstrip("0") if share < 100 else "1"
        if vendor.notation == "thirds":
            return f"1/{100 // share}" if share < 100 else "1/1"
        return f"{share * 10} lembar" if vendor.notation == "sheets" else str(share)

    def holders(
        self, vendor: Vendor, chance: Chance
    ) -> Iterator[tuple[str, str, str, str, str, str, str, Person, str]]:
        """Each row about a vendor's people: id, name, NIK, birth date, office, share, start, person, end."""
        register = self.mix.vendors
        for holding in vendor.holdings:
            person = holding.person
            for part in range(holding.rows):
                name = write_name(person.words, register, chance)
                if person.official:
                    name = with_titles(name, person.official.titles, register, chance)
                elif chance.happens(register.titles):
                    name = with_titles(
                        name, ("", ("S.T.",)) if chance.happens(0.5) else ("", ("SE",)), self.mix.staff, chance
                    )
                office = "Pemegang Saham" if holding.rows == 2 and part == 0 else holding.office
                share = self.written_share(holding, chance) if part == 0 else ""
                start = "" if chance.happens(register.no_dates) else write_date(holding.start, "iso")
                nik = write_nik(person.nik, register, chance) if vendor.form != SOLE else str(person.nik)
                born = write_date(note_birth(person.born, register, chance), "iso")
                yield (
                    f"P{holding.first_row + part:06d}",
                    name,
                    nik,
                    born,
                    office,
                    share,
                    start,
                    person,
                    write_date(holding.end, "iso"),
                )

    def holder_rows(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("pengurus")
        for vendor in self.market.vendors[::2]:
            company, number = self.vendor_name(vendor, chance), self.vendor_npwp(vendor, chance)
            for key, name, nik, born, office, share, start, person, end in self.holders(vendor, chance):
                address = write_address(person.house, person.home) if chance.happens(0.6) else ""
                yield key, str(vendor.code), number, company, name, nik, born, office, share, address, start, end

    def write_owners_xml(self, path: Path) -> None:
        chance = self.chance("pemilik")
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n<data>\n')
            for vendor in self.market.vendors[1::2]:
                head = tags(
                    kd_penyedia=str(vendor.code),
                    nama_penyedia=self.vendor_name(vendor, chance),
                    npwp_penyedia=self.vendor_npwp(vendor, chance),
                )
                file.write(f"  <penyedia>\n    {head}\n")
                for key, name, nik, born, office, share, start, _, end in self.holders(vendor, chance):
                    owner = tags(
                        id=key,
                        nama=name,
                        nik=nik,
                        tanggal_lahir=born,
                        jabatan=office,
                        porsi_saham=share,
                        mulai=start,
                        selesai=end,
                    )
                    file.write(f"    <pemilik>{owner}</pemilik>\n")
                file.write("  </penyedia>\n")
            file.write("</data>\n")

    # Packages

    def government_of(self, package: Package) -> Government:
        return self.governments[self.units[package.unit].government]

    def tenders(self) -> Iterator[Package]:
        return (package for package in self.market.packages if package.is_tender)

    def announcement_rows(self) -> Iterator[list[str | int | None]]:
        chance, register = self.chance("pengumuman"), self.mix.procurement
        for package in self.tenders():
            unit, lord = self.units[package.unit], self.government_of(package)
            pokja = package.of_role(POKJA)
            in_charge = package.of_role(PPK)
            title = package.name
            if chance.happens(0.06):
                title = title.replace(" ", "\t", 1) if chance.happens(0.5) else title + ' (sumber dana "DAK")'
            failed = package.status == "Gagal"
            yield [
                package.year,
                str(package.year),
                lord.code,
                lord.name,
                "PROVINSI" if "Provinsi" in lord.name else "KABUPATEN",
                str(unit.code),
                unit.dotted_code,
                unit.name.upper(),
                lord.lpse,
                f"LPSE {lord.name}",
                package.code,
                package.code - 1_130_000,
                self.plan_code(package, chance),
                title,
                Raw(money(package.ceiling)),
                Raw(money(package.estimate)),
                "APBD",
                "Kecil" if package.ceiling < 2_500_000_000_00 else "Non Kecil",
                package.category,
                package.method,
                "Harga Terendah Sistem Gugur",
                "Pasca Satu File",
                "Harga Satuan" if chance.happens(0.5) else "Lumsum",
                package.status,
                stamp(package.decided or package.announced + 30),
                1,
                'Tidak ada peserta yang "lulus" evaluasi' if failed else None,
                None,
                stamp(package.announced - 4, "09:12:00"),
                None,
                stamp(package.announced, "16:30:00"),
                in_charge[0].nip if in_charge else None,
                self.official_name(in_charge[0], register, chance) if in_charge else None,
                ";".join(sorted(official.nip for official in pokja)) or None,
                ";".join(sorted(self.official_name(official, register, chance) for official in pokja)) or None,
                package.name.split()[-1],
                SERVED,
                EVENT_DAY,
            ]

    def plan_code(self, package: Package, chance: Chance) -> str:
        first = 50_000_000 + package.code % 9_999_991
        return f"{first};{first + 2}" if chance.happens(0.03) else str(first)

    def bidder_rows(self) -> Iterator[list[str | int | None]]:
        chance, number = self.chance("peserta"), 10_700_000_000
        for package in self.tenders():
            unit, lord = self.units[package.unit], self.government_of(package)
            for entry in package.entries:
                number += 1000
                nothing = None if chance.happens(0.6) else 0
                bid = Raw(money(entry.bid)) if entry.bid else nothing
                lost = entry.bid and not entry.won
                yield [
                    package.year,
                    lord.code,
                    str(unit.code),
                    unit.dotted_code,
                    lord.lpse,
                    package.code,
                    package.code - 1_130_000,
                    number,
                    entry.vendor.code,
                    self.vendor_name(entry.vendor, chance),
                    self.vendor_npwp(entry.vendor, chance),
                    entry.vendor.npwp16(),
                    bid,
                    bid,
                    int(entry.won),
                    0,
                    "Tidak memenuhi syarat teknis" if lost and chance.happens(0.5) else Raw("null") if lost else None,
                ]

    def result_rows(self) -> Iterator[list[str | int | None]]:
        chance = self.chance("nilai")
        for package in self.tenders():
            unit, lord = self.units[package.unit], self.government_of(package)
            for entry in package.entries:
                if entry.won:
                    bid, vendor = Raw(money(entry.bid)), entry.vendor
                    agreed = Raw(money(entry.bid - entry.bid % 1_000_00)) if package.contract else None
                    yield [
                        package.year,
                        lord.code,
                        lord.name,
                        "PROVINSI" if "Provinsi" in lord.name else "KABUPATEN",
                        unit.dotted_code,
                        unit.name.upper(),
                        lord.lpse,
                        package.code,
                        package.code - 1_130_000,
                        str(50_000_000 + package.code % 9_999_991),
                        Raw(money(package.ceiling)),
                        Raw(money(package.estimate)),
                        bid,
                        bid,
                        agreed,
                        agreed,
                        write_date(package.announced, "iso"),
                        write_date(package.decided, "iso"),
                        vendor.code,
                        self.vendor_name(vendor, chance),
                        self.vendor_npwp(vendor, chance),
                        vendor.npwp16(),
                        agreed,
                        agreed,
                        EVENT_DAY,
                    ]

    def write_non_tenders(self, path: Path) -> None:
        chance, register = self.chance("nontender"), self.mix.procurement
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n<nontender>\n')
            for package in self.market.packages:
                if package.is_tender:
                    continue
                in_charge = package.of_role(PPK)
                what = tags(
                    kd_nontender=str(package.code),
                    nama_paket=package.name,
                    nama_satker=self.units[package.unit].name.upper(),
                    tahun_anggaran=str(package.year),
                    mtd_pengadaan=package.method,
                    pagu=money(package.ceiling),
                    hps=money(package.estimate),
                )
                who = tags(
                    nip_ppk=in_charge[0].nip if in_charge else "",
                    nama_ppk=self.official_name(in_charge[0], register, chance) if in_charge else "",
                    tgl_pengumuman=stamp(package.announced, "08:00:00") or "",
                    tgl_kontrak=f"{write_date(package.contract, 'iso')}T00:00:00.000000Z" if package.contract else "",
                )
                file.write(f"  <paket>\n    {what}\n    {who}\n    <peserta>\n")
                for entry in package.entries:
                    invited = tags(
                        kd_penyedia=str(entry.vendor.code),
                        nama_penyedia=self.vendor_name(entry.vendor, chance),
                        npwp_penyedia=self.vendor_npwp(entry.vendor, chance),
                        nilai_penawaran=money(entry.bid) if entry.bid else "",
                        pemenang=str(int(entry.won)),
                    )
                    file.write(f"      <penyedia>{invited}</penyedia>\n")
                file.write("    </peserta>\n  </paket>\n")
            file.write("</nontender>\n")

    def role_rows(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("peran")
        for package in self.market.packages:
            for role, official in package.roles:
                if role in (PP, PPTK, KPA, PA):
                    decreed = day(package.year, 1, 2) + chance.below(7)
                    until = day(package.year, 12, 31)
                    if until < package.last_day():
                        until = package.last_day()
                    yield (
                        str(package.code),
                        official.nip,
                        role,
                        f"{chance.between(1, 400)}/KEP/HK/{package.year}",
                        write_date(decreed, "long"),
                        write_date(decreed, "long"),
                        "" if chance.happens(0.5) else write_date(until, "long"),
                    )

    def declaration_rows(self) -> Iterator[tuple[str, ...]]:
        """A tenth of the conflicts on packages, and a few declarations about nothing that is in the data."""
        chance = self.chance("deklarasi")
        actions = (
            "Melapor kepada atasan langsung, digantikan pejabat lain",
            "Mengundurkan diri dari Pokja",
            "Pernyataan tertulis kepada PA",
        )
        for known in self.found:
            if known.package and known.time == "berlaku" and chance.happens(0.1):
                package = known.package if chance.happens(0.7) else ""
                yield (
                    known.nip,
                    known.npwp,
                    package,
                    chance.pick(actions),
                    write_date(day(2025, 1, 6) + chance.below(300), "dash"),
                )
        for _ in range(3):
            official, vendor = chance.pick(self.population.officials), chance.pick(self.market.vendors)
            yield (
                official.nip,
                dotted(vendor.npwp),
                "",
                chance.pick(actions),
                write_date(min(TODAY, day(2025, 2, 3) + chance.below(500)), "dash"),
            )


def tags(**fields: str) -> str:
    """The fields as elements, empty ones self-closed."""
    return "".join(f"<{name}>{escape(text)}</{name}>" if text else f"<{name}/>" for name, text in fields.items())
