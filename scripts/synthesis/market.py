"""The invented market: units, vendors and their people, packages, bidders, roles, and the conflicts planted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from .chance import Chance
from .numbers import NumberOffice
from .population import CO_PARENT, COUSIN, NEPHEW, RELATIONS, TODAY, YEAR, Official, Person, Population, day

REGISTERED, BID, WON = "mendaftar", "menawar", "menang"
OUTCOMES = (REGISTERED, BID, WON)
OFFICIAL_HOLDS, KIN_HOLDS, KIN_UNIT, KIN_ELSEWHERE = (
    "official-holds-bidder",
    "kin-holds-bidder",
    "kin-holds-bidder-unit",
    "kin-holds-vendor-elsewhere",
)
RULES = (KIN_HOLDS, KIN_UNIT, OFFICIAL_HOLDS, KIN_ELSEWHERE)
PPK, POKJA, PP, PPTK, KPA, PA = "PPK", "Pokja Pemilihan", "Pejabat Pengadaan", "PPTK", "KPA", "PA"

PROVINCE_UNITS = (
    ("Biro Pengadaan Barang dan Jasa", "Biro PBJ"),
    ("Dinas Pekerjaan Umum dan Perumahan Rakyat", "Dinas PUPR"),
    ("Dinas Pendidikan dan Kebudayaan", "Disdikbud"),
    ("Dinas Kesehatan", "Dinkes"),
    ("Dinas Pertanian dan Ketahanan Pangan", "Distan KP"),
    ("Dinas Perhubungan", "Dishub"),
    ("Dinas Sosial", "Dinsos"),
    ("Dinas Kelautan dan Perikanan", "DKP"),
    ("Dinas Peternakan", "Disnak"),
    ("Badan Keuangan Daerah", "Bakeuda"),
    ("Badan Kepegawaian Daerah", "BKD"),
    ("Dinas Komunikasi dan Informatika", "Diskominfo"),
    ("Dinas Penanaman Modal dan PTSP", "DPMPTSP"),
    ("Dinas Lingkungan Hidup dan Kehutanan", "DLHK"),
    ("Dinas Koperasi dan UKM", "Diskop UKM"),
    ("Dinas Tenaga Kerja dan Transmigrasi", "Disnakertrans"),
    ("Dinas Pariwisata dan Ekonomi Kreatif", "Disparekraf"),
    ("Dinas Pemberdayaan Masyarakat dan Desa", "DPMD"),
    ("Dinas Energi dan Sumber Daya Mineral", "Dinas ESDM"),
    ("Dinas Perindustrian dan Perdagangan", "Disperindag"),
    ("Dinas Kepemudaan dan Olahraga", "Dispora"),
    ("Dinas Kearsipan dan Perpustakaan", "Disarpus"),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil"),
    ("Badan Perencanaan Pembangunan Daerah", "Bappeda"),
    ("Badan Penanggulangan Bencana Daerah", "BPBD"),
    ("Badan Pendapatan dan Aset Daerah", "BPAD"),
    ("Badan Kesatuan Bangsa dan Politik", "Kesbangpol"),
    ("Badan Pengembangan Sumber Daya Manusia", "BPSDM"),
    ("Badan Penghubung", "Banhub"),
    ("Inspektorat Daerah", "Itda"),
    ("Sekretariat DPRD", "Setwan"),
    ("Satuan Polisi Pamong Praja", "Satpol PP"),
    ("Biro Umum", "Biro Umum"),
    ("Biro Hukum", "Biro Hukum"),
    ("Biro Organisasi", "Biro Organisasi"),
    ("Biro Pemerintahan", "Biro Pem"),
    ("Biro Perekonomian dan Administrasi Pembangunan", "Biro Ekbang"),
    ("Rumah Sakit Umum Daerah Lontar Sehat", "RSUD LS"),
    ("Rumah Sakit Jiwa Naimata Sejahtera", "RSJ NS"),
    ("UPTD Laboratorium Bahan Konstruksi", "UPTD Lab"),
)
REGENCY_NAMES = (
    "Kota Kupang",
    "Kabupaten Kupang",
    "Kabupaten Timor Tengah Selatan",
    "Kabupaten Timor Tengah Utara",
    "Kabupaten Belu",
    "Kabupaten Alor",
    "Kabupaten Flores Timur",
    "Kabupaten Sikka",
    "Kabupaten Ende",
    "Kabupaten Ngada",
    "Kabupaten Manggarai",
    "Kabupaten Sumba Timur",
    "Kabupaten Sumba Barat",
    "Kabupaten Lembata",
    "Kabupaten Rote Ndao",
    "Kabupaten Manggarai Barat",
    "Kabupaten Nagekeo",
    "Kabupaten Sumba Tengah",
    "Kabupaten Sumba Barat Daya",
    "Kabupaten Manggarai Timur",
    "Kabupaten Sabu Raijua",
    "Kabupaten Malaka",
)
PROVINCE = "Provinsi Nusa Tenggara Timur"

COMPANY_WORDS = (
    """SINAR KARYA CAHAYA BUMI TIRTA MITRA PUTRA BINTANG SURYA MEGA GRAHA CIPTA NUSA TIMUR ANUGERAH BERKAT KASIH
    RAJAWALI DIAN WIRA""".split(),
    """LONTAR CENDANA SASANDO FLAMBOYAN KOMODO MUTIS SABANA TENUN GEWANG KELIMUTU TAMBORIN MORINGA SANDEL KEMIRI TAMARIN
    PADAR KARANG ALANG BENGKOANG LAMTORO RUMBIA NUNBAI SELASIH KESAMBI DADAP WARINGIN""".split(),
    """ABADI JAYA MANDIRI PERKASA SEJAHTERA UTAMA LESTARI SENTOSA RAYA GEMILANG PRATAMA MAKMUR BERSAMA PERMAI INDAH
    SAKTI PERSADA""".split(),
    ("", "", "", "", "", "", "CEMERLANG", "NUSANTARA", "CONSULTANT", "KONSTRUKSI", "TEKNIK", "FLOBAMORA"),
)
CV, PT, SOLE, COOPERATIVE, TRADER = "CV", "PT", "Perorangan", "Koperasi", "UD"
FORMS = {
    CV: "Persekutuan Komanditer (CV)",
    PT: "Perseroan Terbatas (PT)",
    SOLE: "Orang Perseorangan",
    COOPERATIVE: "Koperasi",
    TRADER: "Usaha Dagang (UD)",
}
PLACES = """Oeba Penfui Naibonat Camplong Batuputih Niki-Niki Wini Haliwen Halilulik Lamaknen Baranusa Waiwerang Nita
    Detusoko Boawae Reo Melolo Wanukaka""".split()
WORKS = (
    ("Pekerjaan Konstruksi", "Rehabilitasi Ruang Kelas SMA Negeri {n} {place}"),
    ("Pekerjaan Konstruksi", "Peningkatan Jalan Ruas {place} - {other}"),
    ("Pekerjaan Konstruksi", "Pembangunan Embung {place}"),
    ("Pekerjaan Konstruksi", "Pembangunan Gedung Kantor UPTD {place} Tahap {n}"),
    ("Pengadaan Barang", "Pengadaan Alat Kesehatan Puskesmas {place}"),
    ("Pengadaan Barang", "Belanja Modal Komputer dan Jaringan {place}"),
    ("Pengadaan Barang", "Pengadaan Bibit Jagung Hibrida Kecamatan {place}"),
    ("Pengadaan Barang", "Pengadaan Mebel Sekolah {place} (paket {n})"),
    ("Jasa Konsultansi Badan Usaha Konstruksi", "Perencanaan Jalan {place} - {other}"),
    ("Jasa Konsultansi Badan Usaha Konstruksi", "Pengawasan Rehabilitasi Irigasi {place}"),
    ("Jasa Lainnya", "Jasa Kebersihan Kantor {place}"),
    ("Jasa Lainnya", "Jasa Konsumsi Rapat Koordinasi {place}"),
)


class Government(NamedTuple):
    name: str
    code: str
    lpse: int


class Unit(NamedTuple):
    """A satuan kerja."""

    name: str
    short: str
    government: int
    code: int
    dotted_code: str


class Holding:
    """One person's share or office in a vendor; `rows` row ids from `first_row` on."""

    __slots__ = ("person", "vendor", "office", "share", "start", "end", "rows", "first_row")

    def __init__(self, person: Person, vendor: Vendor, start: int, end: int = 0) -> None:
        self.person, self.vendor, self.start, self.end = person, vendor, start, end
        self.office, self.share, self.rows, self.first_row = "", 0, 1, 0
        if person.holdings is None:
            person.holdings = []
        person.holdings.append(self)

    def last_day(self) -> int:
        """The day on which the holding ended in truth, also by death; 0 while it lasts."""
        ends = [when for when in (self.end, self.person.died) if when]
        return min(ends, default=0)

    def time_of(self, start: int, end: int) -> str:
        """How the holding stands to a package's dates."""
        last = self.last_day()
        return "sebelum" if last and last < start else "sesudah" if self.start > end else "berlaku"


class Vendor:
    """A company, cooperative or sole trader; `open` is how many of its rows still have no person."""

    __slots__ = (
        "index",
        "code",
        "form",
        "name",
        "npwp",
        "nib",
        "house",
        "registered",
        "open",
        "holdings",
        "entries",
        "notation",
    )

    def __init__(
        self, index: int, form: str, name: str, npwp: str, nib: str, house: int, registered: int, rows: int
    ) -> None:
        self.index, self.code, self.form, self.name, self.npwp, self.nib = (
            index,
            400_000 + 37 * index,
            form,
            name,
            npwp,
            nib,
        )
        self.house, self.registered, self.open = house, registered, rows
        self.holdings: list[Holding] = []
        self.entries: list[tuple[Package, str]] = []
        self.notation = ""

    def npwp16(self) -> str:
        """A person's number is the NIK; everybody else's is 0 and the old fifteen digits."""
        return str(self.holdings[0].person.nik) if self.form == SOLE else "0" + self.npwp


class Entry(NamedTuple):
    vendor: Vendor
    bid: int
    """In hundredths of a rupiah; 0 for a registration only."""
    won: bool


@dataclass(slots=True)
class Package:
    """A tender or non-tender package. Money is in hundredths of a rupiah, dates are ordinals, 0 if none yet."""

    code: int
    is_tender: bool
    unit: int
    year: int
    name: str
    category: str
    method: str
    ceiling: int
    estimate: int
    announced: int
    decided: int
    contract: int
    status: str
    roles: list[tuple[str, Official]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def last_day(self) -> int:
        return self.contract or self.decided or TODAY

    def of_role(self, role: str) -> list[Official]:
        return [official for name, official in self.roles if name == role]


class HardNegative(NamedTuple):
    kind: str
    official: Official
    position: int
    """Of the relative in the official's long rows."""
    holding: Holding


def make_units(count: int, governments: int) -> tuple[list[Government], list[Unit]]:
    """`count` units over so many governments: the province alone, or with its regencies."""
    lords = [Government(PROVINCE, "D530", 953)]
    lords += [
        Government(name, f"D{531 + place}", 954 + place) for place, name in enumerate(REGENCY_NAMES[: governments - 1])
    ]
    each = -(-count // governments)
    units = []
    for place, lord in enumerate(lords):
        for number, (name, short) in enumerate(PROVINCE_UNITS[:each]):
            suffix = "" if governments == 1 else f" {lord.name}"
            dotted = f"{1 + number % 8}.{number + 1:02d}.0.00.0.00.{place + 1:02d}.0000"
            units.append(Unit(name + suffix, short + suffix, place, 70_000 + 100 * place + number, dotted))
    return lords, units


class Market:
    """Builds vendors and packages, plants what is to be found and what only looks so, adds strangers."""

    def __init__(
        self,
        seed: int,
        population: Population,
        numbers: NumberOffice,
        units: list[Unit],
        *,
        vendors: int,
        vendor_people: int,
        packages: int,
        tender_share: float,
        registrants: int,
        conflicts: int,
    ) -> None:
        self.chance = Chance(seed, "market")
        self.population, self.numbers, self.units = population, numbers, units
        self.staff: list[list[Official]] = [[] for _ in units]
        for official in population.officials:
            posting = official.postings[-1]
            if posting.start < day(2024, 12, 1):
                self.staff[posting.unit].append(official)
        self.bureau_of = {
            unit.government: place
            for place, unit in reversed(list(enumerate(units)))
            if unit.short.startswith("Biro PBJ")
        }
        self.units_of: dict[int, list[int]] = {}
        for place, unit in enumerate(units):
            self.units_of.setdefault(unit.government, []).append(place)
        self.vendors = [self.make_vendor(index) for index in range(vendors)]
        self.open_rows(vendor_people)
        self.packages = [self.make_package(index, tender_share, registrants) for index in range(packages)]
        self.by_outcome: dict[str, list[tuple[Package, Vendor]]] = {outcome: [] for outcome in OUTCOMES}
        for package in self.packages:
            for entry in package.entries:
                outcome = WON if entry.won else BID if entry.bid else REGISTERED
                entry.vendor.entries.append((package, outcome))
                self.by_outcome[outcome].append((package, entry.vendor))
        self.hard_negatives: list[HardNegative] = []
        self.doubled: set[int] = set()
        self.planted = self.plant(conflicts)
        self.fill()

    # Vendors

    def make_vendor(self, index: int) -> Vendor:
        chance = self.chance
        form = chance.pick((CV,) * 10 + (PT,) * 6 + (SOLE,) * 2 + (COOPERATIVE, TRADER))
        name = " ".join(word for words in COMPANY_WORDS if (word := chance.pick(words)))
        registered = day(2009, 1, 1) + chance.below(15 * YEAR)
        nib = f"{chance.between(1, 9)}{chance.below(10**12):012d}" if chance.happens(0.85) else ""
        return Vendor(
            index, form, name, self.numbers.npwp(form == SOLE), nib, self.population.new_house(), registered, 1
        )

    def open_rows(self, wanted: int) -> None:
        """Spreads the vendor people's rows: one for everybody, the others by chance, none more for sole traders."""
        firms = [vendor for vendor in self.vendors if vendor.form != SOLE] or self.vendors
        for _ in range(wanted - len(self.vendors)):
            vendor = self.chance.pick(firms)
            if vendor.open >= 5:
                vendor = self.chance.pick(firms)
            vendor.open += 1

    # Packages

    def make_package(self, index: int, tender_share: float, registrants: int) -> Package:
        chance = self.chance
        is_tender = chance.happens(tender_share)
        unit = 1 + chance.skewed(len(self.units) - 1)
        while unit in self.bureau_of.values() or len(self.staff[unit]) < 4:
            unit = chance.below(len(self.units))
        year = 2025 if chance.happens(0.6) else 2026
        announced = day(year, 1, 10) + chance.below(300 if year == 2025 else 255)
        decided, status = announced + chance.between(20, 45), "Selesai"
        draw = chance.random()
        if is_tender and draw < 0.24:
            decided, status = 0, "Gagal" if draw < 0.14 else "Aktif"
        contract = decided + chance.between(7, 20) if decided and decided < TODAY - 20 else 0
        category, title = chance.pick(WORKS)
        name = title.format(n=chance.between(1, 9), place=chance.pick(PLACES), other=chance.pick(PLACES))
        million = chance.between(210, 6000) if is_tender else chance.between(15, 200)
        ceiling = million * 1_000_000_00
        estimate = ceiling - chance.below(ceiling // 200)
        method = (
            "Seleksi"
            if is_tender and "Konsultansi" in category
            else "Tender"
            if is_tender
            else chance.pick(("Pengadaan Langsung",) * 4 + ("Penunjukan Langsung",))
        )
        code = (10_080_000_000 if is_tender else 10_190_000_000) + 1000 * index
        package = Package(
            code, is_tender, unit, year, name, category, method, ceiling, estimate, announced, decided, contract, status
        )
        self.staff_package(package)
        self.invite(package, registrants)
        return package

    def staff_package(self, package: Package) -> None:
        """Gives the package its roles, each to someone else."""
        chance = self.chance
        pool = self.staff[package.unit]
        leaders = pool[: max(4, len(pool) // 12)]
        bureau = self.staff[self.bureau_of[self.units[package.unit].government]]
        bureau = bureau[: max(6, len(bureau) // 3)] or pool
        taken: set[int] = set()

        def give(role: str, among: list[Official], tries: int = 9) -> None:
            for _ in range(tries):
                official = chance.pick(among)
                if id(official) not in taken:
                    taken.add(id(official))
                    package.roles.append((role, official))
                    return

        give(PPK, leaders[1:])
        for _ in range(3 if package.is_tender else 0):
            give(POKJA, bureau)
        if not package.is_tender:
            give(PP, bureau)
        give(PPTK, pool[1:])
        if chance.happens(0.4):
            give(KPA, leaders[1:])
        if chance.happens(0.25):
            give(PA, pool[:1])

    def invite(self, package: Package, registrants: int) -> None:
        """Chooses who registers, who of them bids, and who wins."""
        chance = self.chance
        count = (
            max(2, chance.about(registrants))
            if package.is_tender
            else 1
            if chance.happens(0.7)
            else chance.between(2, 3)
        )
        seen: set[int] = set()
        bidders = chance.between(1, 4) if package.is_tender else 1
        for place in range(count):
            vendor = self.vendors[chance.skewed(len(self.vendors))]
            if vendor.index in seen:
                continue
            seen.add(vendor.index)
            bids = place < bidders and package.status != "Aktif"
            bid = package.estimate * chance.between(820, 998) // 1000 if bids else 0
            if chance.happens(0.7):
                bid -= bid % 100
            package.entries.append(Entry(vendor, bid, bool(bids and place == 0 and package.decided)))
        if package.is_tender:
            chance.shuffle(package.entries)

    # What is planted

    def plant(self, conflicts: int) -> dict[str, int]:
        """Puts relatives and officials into vendors, by rule and outcome, and the innocent beside them."""
        counts: dict[str, int] = {}
        innocent = (
            "shares-sold-before",
            "deceased-holder",
            "outside-list",
            "senama",
            "senama-tahun",
            "kembar",
            "ayah-anak",
        )
        wanted = [(rule, outcome) for rule in RULES for outcome in OUTCOMES]
        for number in range(conflicts):
            rule, outcome = wanted[number % len(wanted)]
            if self.attempt(rule, outcome, rule):
                counts[f"{rule}/{outcome}"] = counts.get(f"{rule}/{outcome}", 0) + 1
        for number in range(len(innocent) * max(3, conflicts // 8)):
            kind = innocent[number % len(innocent)]
            if self.attempt(KIN_HOLDS, OUTCOMES[number // len(innocent) % 3], kind):
                counts[kind] = counts.get(kind, 0) + 1
        return counts

    def attempt(self, rule: str, outcome: str, kind: str) -> bool:
        """Looks for a place where the wanted thing can stand, and puts it there."""
        chance = self.chance
        places = self.by_outcome[outcome]
        for _ in range(3000 if places else 0):
            package, vendor = chance.pick(places)
            if not vendor.open or (vendor.form == SOLE and kind not in (KIN_HOLDS, OFFICIAL_HOLDS)):
                continue
            official = self.official_for(rule, package, vendor)
            if official is None:
                continue
            start = vendor.registered + chance.below(YEAR)
            if kind == OFFICIAL_HOLDS:
                if official.person.holdings is None:
                    self.hold(official.person, vendor, start)
                    return True
                continue
            position = self.relative_for(official, kind)
            if position is None:
                continue
            relative = official.kin[position]
            if relative.died and start >= relative.died:
                continue
            if kind == "shares-sold-before":
                self.hold(relative, vendor, start, day(2024, 6, 1) - chance.below(120))
            elif kind in (*RULES, "deceased-holder", "outside-list"):
                self.hold(relative, vendor, start)
            else:
                self.doubled.add(relative.nik)
                self.hard_negatives.append(
                    HardNegative(kind, official, position, self.hold(self.double(relative, kind), vendor, start))
                )
            return True
        return False

    def official_for(self, rule: str, package: Package, vendor: Vendor) -> Official | None:
        """Someone who stands to the package as the rule says."""
        chance = self.chance
        if rule in (KIN_HOLDS, OFFICIAL_HOLDS):
            return chance.pick(package.roles)[1]
        concerned = {id(official) for other, _ in vendor.entries for _, official in other.roles}
        if rule == KIN_UNIT:
            official = chance.pick(self.staff[package.unit])
        else:
            buyers = {other.unit for other, _ in vendor.entries}
            unit = chance.pick(self.units_of[self.units[package.unit].government])
            if unit in buyers or not self.staff[unit]:
                return None
            official = chance.pick(self.staff[unit])
            if any(posting.unit in buyers for posting in official.postings):
                return None
        return None if id(official) in concerned else official

    def relative_for(self, official: Official, kind: str) -> int | None:
        """A declared relative who fits, by position in the long rows."""
        fitting = []
        for position, (relation, person) in enumerate(zip(official.relations, official.kin)):
            listed = RELATIONS[relation].listed
            if kind == "outside-list":
                listed = relation in (NEPHEW, COUSIN, CO_PARENT)
            alive = not person.died
            if kind == "deceased-holder":
                alive = day(2014, 1, 1) < person.died < day(2024, 12, 1)
            is_free = person.holdings is None and person.official is None and person.nik not in self.doubled
            fits = kind != "ayah-anak" or person.sex == 1
            if listed and alive and is_free and fits and 21 <= person.age() <= 78:
                fitting.append(position)
        return self.chance.pick(fitting) if fitting else None

    def double(self, relative: Person, kind: str) -> Person:
        """Another human being who looks like the relative on paper."""
        chance, population = self.chance, self.population
        if kind == "kembar":
            other = population.stranger(relative.sex, like=relative)
            return population.twin_of(relative, other.words if other.words != relative.words else (*other.words, "Ola"))
        born = relative.born + chance.between(3 * YEAR, 14 * YEAR) * chance.pick((-1, 1))
        if kind == "ayah-anak":
            born = relative.born + (27 * YEAR + chance.below(5 * YEAR)) * (1 if relative.age() > 52 else -1)
        elif kind == "senama-tahun":
            born = day(date.fromordinal(relative.born).year, 7, 2) + chance.between(-170, 170)
            born += 9 if born == relative.born else 0
        other = population.stranger(relative.sex, like=relative, born=min(born, TODAY - 21 * YEAR))
        other.words = relative.words
        return other

    # Who holds what

    def hold(self, person: Person, vendor: Vendor, start: int, end: int = 0) -> Holding:
        holding = Holding(person, vendor, max(start, person.born + 18 * YEAR), end)
        vendor.holdings.append(holding)
        vendor.open -= 1
        return holding

    def fill(self) -> None:
        """Gives the rest to strangers, at times a relative or another vendor's owner; then offices and shares."""
        chance, officials = self.chance, self.population.officials
        owners: list[Person] = []
        row = 1
        for vendor in self.vendors:
            while vendor.open:
                self.hold(self.someone(vendor, owners, officials), vendor, vendor.registered + chance.below(2 * YEAR))
                latest = vendor.holdings[-1]
                draw = chance.random()
                if draw < 0.05 and len(vendor.holdings) > 1:
                    latest.end = latest.start + chance.between(YEAR, 6 * YEAR)
                elif draw < 0.07 and len(vendor.holdings) > 1:
                    latest.start = day(2025, 3, 1) + chance.below(YEAR)
                if latest.end > TODAY:
                    latest.end = 0
                if vendor.open and chance.happens(0.06):  # the same person as shareholder and as director, in two rows
                    latest.rows, vendor.open = 2, vendor.open - 1
                owners.append(latest.person)
            chance.shuffle(vendor.holdings)
            self.share_out(vendor)
            for holding in vendor.holdings:
                holding.first_row = row
                row += holding.rows
        self.rows = row - 1

    def someone(self, vendor: Vendor, owners: list[Person], officials: list[Official]) -> Person:
        chance = self.chance
        draw = chance.random()
        if draw < 0.005:
            official = chance.pick(officials)
            fitting = [
                person for person in official.kin if person.age() > 21 and not person.died and person.holdings is None
            ]
            if fitting:
                return chance.pick(fitting)
        elif draw < 0.03 and owners:
            person = chance.pick(owners)
            if all(holding.person is not person for holding in vendor.holdings):
                return person
        elif draw < 0.35 and vendor.holdings:
            return self.population.stranger(like=vendor.holdings[0].person)
        return self.population.stranger()

    def share_out(self, vendor: Vendor) -> None:
        """Offices by rank; shares in whole percent that sum to 100; one notation for the vendor."""
        chance = self.chance
        vendor.notation = chance.pick(("bare", "bare", "percent", "percent", "fraction", "thirds", "sheets", "none"))
        present = [holding for holding in vendor.holdings if not holding.end]
        offices = {
            CV: ("Direktur", "Komisaris", "Persero Komanditer"),
            PT: ("Direktur Utama", "Direktur", "Komisaris", "Komisaris Utama"),
            SOLE: ("Pemilik",),
            COOPERATIVE: ("Ketua", "Sekretaris", "Bendahara", "Pengawas"),
            TRADER: ("Pemilik", "Wakil Direktur"),
        }[vendor.form]
        left = 100
        for place, holding in enumerate(vendor.holdings):
            holding.office = offices[min(place, len(offices) - 1)]
        for place, holding in enumerate(present):
            if vendor.form == COOPERATIVE:
                continue
            last = place == len(present) - 1
            if vendor.notation == "thirds":
                holding.share = 100 // len(present)
                continue
            holding.share = left if last else max(1, left * chance.between(3, 8) // 10)
            left -= holding.share
