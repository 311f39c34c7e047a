"""Identity numbers with the structure that the registers check, and nothing behind them."""

from __future__ import annotations

from datetime import date

from .chance import Chance

# The codes of Kementerian Dalam Negeri, which stand in a NIK, with the place name that registers write.
REGENCIES = (
    (5371, "Kupang", 52),
    (5301, "Oelamasi", 20),
    (5302, "Soe", 30),
    (5303, "Kefamenanu", 22),
    (5304, "Atambua", 22),
    (5305, "Kalabahi", 17),
    (5306, "Larantuka", 18),
    (5307, "Maumere", 20),
    (5308, "Ende", 20),
    (5309, "Bajawa", 12),
    (5310, "Ruteng", 12),
    (5311, "Waingapu", 20),
    (5312, "Waikabubak", 6),
    (5313, "Lewoleba", 9),
    (5314, "Ba'a", 10),
    (5315, "Labuan Bajo", 10),
    (5316, "Mbay", 7),
    (5317, "Waibakul", 5),
    (5318, "Tambolaka", 11),
    (5319, "Borong", 9),
    (5320, "Seba", 6),
    (5321, "Betun", 12),
)
"""Code, chief town, and the number of districts used."""

PEOPLE_AT_HOME = {
    "timor": (0, 1, 2, 3),
    "belu": (4, 21, 0),
    "rote": (14, 0),
    "sabu": (20, 0),
    "sumba": (11, 12, 17, 18),
    "alor": (5, 0),
    "lamaholot": (6, 13),
    "flores": (7, 8, 9, 16),
    "manggarai": (10, 15, 19),
    "muslim": (0, 5, 6, 8),
    "java": (0, 7),
    "bali": (0, 11),
}
"""Where each people mostly lives: indexes into `REGENCIES`."""


class NumberOffice:
    """Hands out NIK, NIP and NPWP; never the same one twice."""

    def __init__(self, seed: int) -> None:
        self.chance = Chance(seed, "numbers")
        self.serials: dict[int, int] = {}
        self.nip_serials: dict[int, int] = {}
        self.tax_numbers: set[str] = set()

    def nik(self, regency: int, born: int, sex: int) -> int:
        """Region (6), birth date DDMMYY with a woman's day + 40, serial from 0001."""
        code, _, districts = REGENCIES[regency]
        day = date.fromordinal(born)
        stem = ((code * 100 + 1 + self.chance.below(districts)) * 100 + day.day + (40 if sex == 2 else 0)) * 10000
        stem += day.month * 100 + day.year % 100
        return self.next_nik(stem)

    def next_nik(self, stem: int) -> int:
        """The next free NIK of those twelve digits: what a twin gets."""
        serial = self.serials.get(stem, 0) + 1
        self.serials[stem] = serial
        return stem * 10000 + serial

    def nip(self, born: int, appointed: int, sex: int) -> str:
        """Birth date, month of appointment, sex, and a serial that tells equals apart."""
        day, start = date.fromordinal(born), date.fromordinal(appointed)
        stem = int(f"{day:%Y%m%d}{start:%Y%m}{sex}")
        serial = self.nip_serials.get(stem, 0) + 1
        self.nip_serials[stem] = serial
        return f"{stem}{serial:03d}"

    def npwp(self, for_person: bool) -> str:
        """Fifteen digits: eight, Luhn's check digit over them, tax office, branch."""
        while True:
            second = self.chance.between(4, 9) if for_person else self.chance.between(1, 3)
            first = f"0{second}{self.chance.below(1_000_000):06d}"
            if first not in self.tax_numbers:
                self.tax_numbers.add(first)
                return f"{first}{luhn_digit(first)}{921 + self.chance.below(6)}000"


def luhn_digit(digits: str) -> int:
    """The digit that makes `digits` followed by it pass Luhn's test."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return -total % 10


def dotted(npwp: str) -> str:
    """An NPWP as forms print it: 01.234.567.8-922.000."""
    return f"{npwp[:2]}.{npwp[2:5]}.{npwp[5:8]}.{npwp[8]}-{npwp[9:12]}.{npwp[12:]}"
