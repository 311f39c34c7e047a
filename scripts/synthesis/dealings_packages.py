"""The world `dealings`: packages, who has which role on them, and what each role weighs by law."""

from __future__ import annotations

from typing import NamedTuple

from .chance import Chance
from .dealings_firms import Firm
from .dealings_people import Official
from .dealings_periods import HOLDS, Days, period, state
from .market import PLACES, WORKS
from .population import day

REGISTERED, BID, WON, CONTRACTED = "mendaftar", "menawar", "menang", "berkontrak"
DECIDES, ASSISTS, DISTANT, SAME_UNIT = "menentukan", "membantu", "jauh", "satu-unit"
TIERS = (DECIDES, ASSISTS, DISTANT, SAME_UNIT)

BUDGET = ("PA", "Pengguna Anggaran")
RECEIVING = ("PjPHP", "PPHP", "Pejabat Pemeriksa Hasil Pekerjaan")
ROLE_WORDS = {
    DECIDES: (
        *("Pokja Pemilihan", "Pokja", "Kelompok Kerja Pemilihan", "PPK", "Pejabat Pembuat Komitmen"),
        *("Pejabat Pengadaan", "Agen Pengadaan", *BUDGET),
    ),
    ASSISTS: (
        *("KPA", "Kuasa Pengguna Anggaran", "PPTK", "Pejabat Pelaksana Teknis Kegiatan", "Tim Teknis", "Tim Ahli"),
        *("Tim Pendukung", "Bendahara Pengeluaran", "Bendahara", "PPSPM", "PPK-SKPD", *BUDGET, *RECEIVING),
        "Pejabat Penatausahaan Keuangan SKPD",
    ),
    DISTANT: ("Kepala UKPBJ", *RECEIVING),
}
OLD_BOARD = ("Panitia Pengadaan", "Panitia", "Pokja ULP", "ULP")
"""What Pokja was called until 2018."""
FULL, NO_AWARD, ONLY_YEAR = "lengkap", "tanpa-penetapan", "hanya-tahun"
BILLION = 1_000_000_000


class Role(NamedTuple):
    """One official's role on a package; `is_announced` where the announcement names him, without dates."""

    official: Official
    word: str
    decreed: int = 0
    start: int = 0
    end: int = 0
    is_announced: bool = False
    case: str = ""

    def is_held(self, days: Days) -> bool:
        """A role without dates counts as held."""
        return not (self.start or self.end) or state(self.start, self.end, days) == HOLDS


class Entry(NamedTuple):
    """How far a vendor came, and its bid in rupiah; 0 for a registration only."""

    firm: Firm
    outcome: str
    value: int


class Package:
    """A tender. Money is in rupiah, dates are ordinals; 0 where nothing is written."""

    __slots__ = (
        *("code", "unit", "year", "name", "category", "method", "ceiling", "estimate"),
        *("announced", "awarded", "contracted", "kind", "entries", "roles", "cases"),
    )

    def __init__(self, number: int, unit: int, chance: Chance) -> None:
        draw = chance.random()
        self.kind = FULL if draw < 0.9 else NO_AWARD if draw < 0.95 else ONLY_YEAR
        self.code, self.unit = str(20_260_000_000 + 1000 * number), unit
        self.year = 2025 if self.kind == NO_AWARD else chance.pick((2016, 2017, *range(2018, 2026), 2024, 2025, 2026))
        self.category, title = chance.pick(WORKS)
        self.name = title.format(place=chance.pick(PLACES), other=chance.pick(PLACES), n=chance.between(1, 9))
        self.name += f" TA {self.year}"
        is_advice = self.category.startswith("Jasa Konsultansi")
        self.method = "Seleksi" if is_advice else chance.pick(("Tender", "Tender", "Tender Cepat"))
        limit = BILLION * (10 if is_advice else 100)
        share = chance.pick((2, 5, 20, 60, 100, 103, 150, 260))
        self.ceiling = limit * share // 100
        self.estimate = self.ceiling * chance.between(95, 99) // 100
        if chance.happens(0.1):
            self.ceiling = 0
        self.announced = day(self.year, 1, 15) + chance.below(180 if self.year < 2026 else 150)
        self.awarded = self.announced + chance.between(20, 60)
        self.contracted = self.awarded + chance.between(3, 25) if chance.happens(0.65) else 0
        if self.contracted and chance.happens(0.1):
            self.contracted = self.awarded - 2  # a slip; the award is the last day then
        if self.kind != FULL:
            self.awarded = self.contracted = 0
        if self.kind == ONLY_YEAR:
            self.announced = 0
        self.entries: list[Entry] = []
        self.roles: list[Role] = []
        self.cases: dict[tuple[str, str], str] = {}
        """The class that was planted for an official's NIP and a vendor's code."""

    def days(self) -> Days:
        if self.kind == ONLY_YEAR:
            return day(self.year, 1, 1), day(self.year, 12, 31)
        return self.announced, max(self.announced, self.awarded, self.contracted)

    def limit(self) -> int:
        """Above this, the PA and not the Pokja names the winner (Perpres 16/2018 article 9 (1))."""
        return BILLION * (10 if self.category.startswith("Jasa Konsultansi") else 100)

    def tier(self, word: str) -> str:
        """What the role may do here."""
        if word in BUDGET:
            return DECIDES if (self.ceiling or self.estimate) > self.limit() else ASSISTS
        if word in RECEIVING:
            return ASSISTS if self.year <= 2021 else DISTANT
        if word in OLD_BOARD:
            return DECIDES
        return next(tier for tier, words in ROLE_WORDS.items() if word in words)

    def pick_word(self, tier: str, chance: Chance) -> str:
        """A role of that tier on this package, under a name of its time."""
        if tier == DECIDES and self.year < 2018 and chance.happens(0.5):
            return chance.pick(OLD_BOARD)
        words = [word for word in ROLE_WORDS[tier] if self.tier(word) == tier]
        if tier == DECIDES and any(word in BUDGET for word in words) and chance.happens(0.4):
            words = list(BUDGET)
        return chance.pick(words)

    def appoint(self, official: Official, tier: str, chance: Chance, case: str = "") -> None:
        """Gives the official a role: dated, announced, undated, or over before or begun after the package's days."""
        word, days = self.pick_word(tier, chance), self.days()
        draw = chance.random()
        if case:
            start, end = period(case.removeprefix("peran-"), days, days[0] - 200, chance)
            role = Role(official, word, start, start, end, case=case)
        elif self.kind != ONLY_YEAR and word in ("PPK", "Pokja Pemilihan") and draw < 0.7:
            role = Role(official, word, is_announced=True)
        elif self.kind != FULL or draw < 0.3:
            role = Role(official, word)
        elif draw < 0.5:
            role = Role(official, word, decreed=days[0] - chance.between(1, 90))
        elif draw < 0.6:
            role = Role(official, word, 0, *period("akhir-hari-pertama", days, days[0] - 200, chance))
        elif draw < 0.7:
            role = Role(official, word, 0, *period("mulai-hari-terakhir", days, days[0] - 200, chance))
        else:
            start = days[0] - chance.between(1, 120)
            role = Role(official, word, start, start, max(days[1], day(self.year, 12, 31)) if draw < 0.85 else 0)
        self.roles.append(role)

    def add(self, firm: Firm, outcome: str, chance: Chance) -> None:
        """Lets a vendor take part, once."""
        if all(entry.firm is not firm for entry in self.entries):
            value = 0 if outcome == REGISTERED else self.estimate * chance.between(80, 99) // 100
            self.entries.append(Entry(firm, outcome, value))

    def has_winner(self) -> bool:
        return any(entry.outcome in (WON, CONTRACTED) for entry in self.entries)

    def winning(self) -> str:
        """What the winner has reached; nothing where no award is known."""
        return "" if self.kind == NO_AWARD else CONTRACTED if self.contracted else WON
