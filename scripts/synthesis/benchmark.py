"""One very large relatives table, written as fast as Python can, to measure how fast it is read."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from .addresses import write_address
from .chance import Chance
from .names import PEOPLES, make_fam, make_words
from .numbers import PEOPLE_AT_HOME, REGENCIES, NumberOffice
from .population import RELATIONS, WORK, day

HEADER = (
    "id;nip;hubungan;nama;nik;tempat_lahir;tanggal_lahir;jenis_kelamin;pekerjaan;alamat;status_hidup;tanggal_lapor\r\n"
)
BATCH = 8192


def write_relatives(path: Path, seed: int, megabytes: int) -> int:
    """Writes about so many million bytes of relatives, ten to an official; returns the number of rows.

    Every field comes from a table made beforehand, and one draw of random bits chooses in all of them. The tables'
    sizes are powers of two, so that masks choose.
    """
    chance, bits = Chance(seed, "benchmark"), random.Random(f"{seed}/benchmark-rows").getrandbits
    people = [chance.pick(PEOPLES) for _ in range(1 << 15)]
    names = [
        ";" + " ".join(make_words(each, make_fam(each, chance), 1 + place % 2, chance)) + ";"
        for place, each in enumerate(people)
    ]
    homes = [chance.pick(PEOPLE_AT_HOME[each]) for each in people]
    regions = [f"{REGENCIES[home][0]}{1 + chance.below(REGENCIES[home][2]):02d}" for home in homes]
    tails = [
        f";{'LP'[place % 2]};{chance.pick(WORK)};{write_address(chance.below(1 << 30), homes[place])};Hidup;"
        f"{1 + chance.below(28):02d}-0{1 + chance.below(9)}-2024\r\n"
        for place in range(1 << 15)
    ]
    births: list[list[tuple[str, str]]] = [[], []]
    for _ in range(1 << 14):
        born = date.fromordinal(day(1940, 1, 1) + chance.below(29_000))
        for sex in (0, 1):
            births[sex].append((f"{born.day + 40 * sex:02d}{born:%m%y}", f"{born.day:02d}-{born:%m-%Y}"))
    places = [f";{REGENCIES[home][1]};" for home in homes]
    terms = [
        [term for relation in RELATIONS for term in (relation.female_terms if sex else relation.male_terms) * 4][:32]
        for sex in (0, 1)
    ]
    numbers = NumberOffice(seed)
    nips = []
    for _ in range(1 << 14):
        first_day = day(1967, 1, 1) + chance.below(12_000)
        nips.append(";" + numbers.nip(first_day, first_day + 25 * 365, chance.between(1, 2)) + ";")
    size, written, goal = 3 + len(HEADER), 0, megabytes * 1_000_000
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf" + HEADER.encode())
        while size < goal:
            lines = []
            for row in range(written + 1, written + BATCH + 1):
                draw = bits(60)
                who = draw & 32767
                sex = who & 1
                short, long = births[sex][draw >> 15 & 16383]
                nik = f"{regions[who]}{short}{1 + (draw >> 29 & 31):04d}" if draw >> 34 & 3 else ""
                tail = (draw >> 41 & 16383) << 1 | sex
                lines.append(
                    f"K{row:09d}{nips[row // 10 & 16383]}{terms[sex][draw >> 36 & 31]}{names[who]}"
                    f"{nik}{places[who]}{long}{tails[tail]}"
                )
            data = "".join(lines).encode()
            if size + len(data) > goal:
                average = len(data) // BATCH
                lines = lines[: max(1, (goal - size) // average + 1)]
                data = "".join(lines).encode()
            file.write(data)
            size += len(data)
            written += len(lines)
    return written
