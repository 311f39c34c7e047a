"""Addresses and telephone numbers that lead nowhere."""

from __future__ import annotations

from .chance import Chance
from .numbers import REGENCIES

STREETS = """Lontar Cendana Sasando Flamboyan Gewang Kesambi Kelor Tenun Sabana Mutis Bougenville Nangka Kamboja
    Pelabuhan Pasir Karang Dempel Sumur Kelapa Gading Bukit Teluk Tanjung Merpati Jagung Asam Kemiri""".split()
WARDS = """Oebelo Lama;Fatukoto Baru;Naikolan Atas;Batu Tua;Oehani;Lasikode;Manutapu;Nunbes;Kolhua Timur;Wolomari;
    Tanalein;Watubala""".replace("\n    ", "").split(";")


def write_address(house: int, home: int) -> str:
    """The address of a house: the same for everybody who lives in it."""
    mixed = house * 2654435761 % 2**32
    street, number = STREETS[mixed % len(STREETS)], 1 + mixed // 64 % 180
    block, ward = 1 + mixed // 4096 % 20, WARDS[mixed // 131072 % len(WARDS)]
    return f"Jl. {street} No. {number}, RT {block:03d}/RW {1 + block % 7:03d}, Kel. {ward}, {REGENCIES[home][1]}"


def write_phone(chance: Chance) -> str:
    """A mobile number under 0810, which no operator has."""
    return f"0810{chance.below(10**8):08d}"
