"""The world `dealings`: its tables, as offices send them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from . import columns
from .addresses import write_address, write_phone
from .chance import Chance
from .damage import write_date
from .dealings_firms import Firm, Stake
from .dealings_packages import CONTRACTED, ONLY_YEAR, WON, Package
from .market import FORMS
from .numbers import REGENCIES, dotted
from .population import WORK, Postings, day
from .registers import write_table

if TYPE_CHECKING:
    from .dealings import Dealings

VENDOR_PEOPLE = """id kd_penyedia npwp_penyedia nama_penyedia jenis_pemegang nama nik npwp_pemegang tanggal_lahir
    jabatan porsi_saham mulai selesai"""
ANNOUNCEMENTS = """kd_tender nama_paket nama_klpd kd_satker nama_satker tahun_anggaran jenis_pengadaan mtd_pemilihan
    pagu hps tgl_pengumuman_tender nip_ppk nip_pokja"""
BIDDERS = "kd_tender kd_penyedia nama_penyedia npwp_penyedia nilai_penawaran pemenang alasan"
RESULTS = "kd_tender nama_paket tgl_penetapan_pemenang kd_penyedia nama_penyedia npwp_penyedia nilai_kontrak"
CONTRACTS = "kd_tender nama_paket no_kontrak tgl_kontrak nilai_kontrak kd_penyedia nama_penyedia npwp_penyedia"
COMPANY_KINDS = ("Badan Hukum", "Perusahaan", "Badan Usaha", "02")
ACTIONS = (
    "Melapor kepada atasan langsung, digantikan pejabat lain",
    "Mengundurkan diri dari Pokja",
    "Tidak ikut mengambil keputusan, dicatat dalam berita acara",
)


class Files:
    """Writes every table under `folder`. Each has its own stream of chance."""

    def __init__(self, seed: int, folder: Path, world: Dealings) -> None:
        self.seed, self.folder, self.world = seed, folder, world

    def chance(self, topic: str) -> Chance:
        return Chance(self.seed, f"dealings/{topic}")

    def write_all(self) -> None:
        folder, windows = self.folder, {"newline": "\r\n"}
        write_table(folder / "kepegawaian/pegawai.csv", columns.STAFF, self.staff(), encoding="utf-8-sig", **windows)
        write_table(folder / "kepegawaian/riwayat_jabatan.csv", columns.POSTINGS, self.postings())
        write_table(folder / "keluarga/keluarga.csv", columns.RELATIVES, self.relatives(), **windows)
        write_table(folder / "penyedia/penyedia.csv", columns.VENDORS, self.vendors(), **windows)
        write_table(folder / "penyedia/pengurus.csv", VENDOR_PEOPLE, self.holders())
        write_table(folder / "tender/pengumuman.csv", ANNOUNCEMENTS, self.announcements())
        write_table(folder / "tender/peserta.csv", BIDDERS, self.bidders())
        write_table(folder / "tender/hasil.csv", RESULTS, self.results())
        write_table(folder / "tender/kontrak.csv", CONTRACTS, self.contracts())
        write_table(folder / "peran/peran.csv", columns.ROLES, self.roles())
        write_table(folder / "satker/satker.csv", columns.UNITS, self.units())
        write_table(folder / "deklarasi/deklarasi.csv", columns.DECLARATIONS, self.declarations())

    # Staff and families

    def staff(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("pegawai")
        for official in self.world.people.officials:
            human, posting = official.human, official.postings[-1]
            yield (
                official.nip,
                human.name,
                str(human.nik),
                REGENCIES[human.home][1],
                write_date(human.born, "dash"),
                "LP"[human.sex - 1],
                self.world.units[posting.unit].name,
                chance.pick(Postings.POSITIONS),
                write_date(posting.start, "dash"),
                write_address(human.house, human.home),
                write_phone(chance),
            )

    def postings(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("riwayat")
        for official in self.world.people.officials:
            for posting in official.postings:
                unit = self.world.units[posting.unit]
                name = unit.short if chance.happens(0.05) else unit.name
                position = chance.pick(Postings.POSITIONS)
                dates = write_date(posting.start, "iso"), write_date(posting.end, "iso")
                yield official.nip, name, position, *dates

    def relatives(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("keluarga")
        for official in self.world.people.officials:
            told = write_date(day(2019, 1, 7) + chance.below(2000), "dash")
            for kin in official.kin:
                human = kin.human
                yield (
                    kin.key,
                    official.nip,
                    kin.term,
                    human.name,
                    str(human.nik),
                    REGENCIES[human.home][1],
                    write_date(human.born, "dash"),
                    "LP"[human.sex - 1],
                    chance.pick(WORK) if chance.happens(0.7) else "",
                    write_address(human.house, human.home),
                    "Meninggal" if kin.died else "Hidup" if chance.happens(0.8) else "",
                    told,
                )

    # Vendors

    def vendors(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("penyedia")
        for firm in self.world.registry.firms:
            if firm.code:
                address = write_address(firm.house, chance.below(len(REGENCIES)))
                about = firm.nib, address, write_phone(chance), write_date(firm.founded, "dash")
                yield firm.code, firm.name, FORMS[firm.form], dotted(firm.npwp), "0" + firm.npwp, *about

    def holders(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("pengurus")
        for firm in self.world.registry.firms:
            style = chance.pick(("iso", "dash", "long", "slash"))
            for stake in firm.stakes:
                dates = write_date(stake.start, style), write_date(stake.end, style)
                head = stake.key, firm.code, dotted(firm.npwp), firm.name
                yield *head, *self.holder(stake, chance), stake.office, firm.write_share(stake.share), *dates

    def holder(self, stake: Stake, chance: Chance) -> tuple[str, str, str, str, str]:
        """Kind, name, NIK, tax number and birth date."""
        who = stake.holder
        if isinstance(who, Firm):
            number = chance.pick((dotted(who.npwp), dotted(who.npwp), who.npwp, "0" + who.npwp))
            return chance.pick(COMPANY_KINDS), who.name, "", "" if stake.by_name else number, ""
        return "Perorangan", who.name, str(who.nik), "", write_date(who.born, "iso")

    # Packages

    def announcements(self) -> Iterator[tuple[str, ...]]:
        for package in self.world.packages:
            unit = self.world.units[package.unit]
            named = [role for role in package.roles if role.is_announced]
            yield (
                package.code,
                package.name,
                self.world.governments[unit.government].name,
                str(unit.code),
                unit.name.upper(),
                str(package.year),
                package.category,
                package.method,
                str(package.ceiling or ""),
                str(package.estimate),
                write_date(package.announced, "iso"),
                ";".join(sorted({role.official.nip for role in named if role.word == "PPK"})),
                ";".join(sorted({role.official.nip for role in named if role.word != "PPK"})),
            )

    def bidders(self) -> Iterator[tuple[str, ...]]:
        for package in self.world.packages:
            for entry in package.entries:
                has_won = entry.outcome in (WON, CONTRACTED)
                value = str(entry.value or "")
                yield package.code, *vendor(entry.firm), value, str(int(has_won)), ""

    def results(self) -> Iterator[tuple[str, ...]]:
        for package, firm, value in self.winners():
            if package.kind != ONLY_YEAR:
                agreed = str(value) if package.contracted else ""
                yield package.code, package.name, write_date(package.awarded, "iso"), *vendor(firm), agreed

    def contracts(self) -> Iterator[tuple[str, ...]]:
        for package, firm, value in self.winners():
            if package.contracted:
                number = f"027/{int(package.code) // 1000 % 1000}/SP/{package.year}"
                signed = f"{write_date(package.contracted, 'iso')}T00:00:00.000000Z"
                yield package.code, package.name, number, signed, str(value), *vendor(firm)

    def winners(self) -> Iterator[tuple[Package, Firm, int]]:
        for package in self.world.packages:
            for entry in package.entries:
                if entry.outcome in (WON, CONTRACTED):
                    yield package, entry.firm, entry.value

    def roles(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("peran")
        for package in self.world.packages:
            for role in package.roles:
                if not role.is_announced:
                    number = f"{chance.between(1, 400)}/KEP/HK/{package.year}" if role.decreed else ""
                    dates = (write_date(when, "long") for when in (role.decreed, role.start, role.end))
                    yield package.code, role.official.nip, role.word, number, *dates

    def units(self) -> Iterator[tuple[str, ...]]:
        for unit in self.world.units:
            yield str(unit.code), unit.name, unit.short, self.world.governments[unit.government].name

    def declarations(self) -> Iterator[tuple[str, ...]]:
        chance = self.chance("deklarasi")
        for said in self.world.said:
            npwp = dotted(said.firm.npwp) if said.firm else ""
            code = said.package.code if said.package else ""
            yield said.official.nip, npwp, code, chance.pick(ACTIONS), write_date(said.when, "dash")


def vendor(firm: Firm) -> tuple[str, str, str]:
    """The columns by which a table names a vendor."""
    return firm.code, firm.name, dotted(firm.npwp)
