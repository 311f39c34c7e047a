"""How registers write the same person differently: the error model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .chance import Chance

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
OLD_MONTHS = {2: "Pebruari", 11: "Nopember"}


@dataclass(frozen=True, slots=True)
class Register:
    """How often one register goes wrong, as probabilities."""

    name: float
    """That a name is written otherwise; a second time with a quarter of the probability left."""
    capitals: float
    titles: float
    no_nik: float
    broken_nik: float
    no_birth: float
    wrong_birth: float
    no_dates: float
    """That a share, a start or another smaller datum is missing."""


@dataclass(frozen=True, slots=True)
class Mix:
    staff: Register
    family: Register
    vendors: Register
    procurement: Register


MIXES = {
    "province": Mix(
        staff=Register(0.01, 0.25, 1.00, 0.04, 0.002, 0.000, 0.000, 0.05),
        family=Register(0.12, 0.20, 0.06, 0.35, 0.020, 0.050, 0.020, 0.10),
        vendors=Register(0.12, 0.62, 0.15, 0.10, 0.020, 0.220, 0.015, 0.25),
        procurement=Register(0.03, 0.70, 0.85, 0.00, 0.000, 0.000, 0.000, 0.10),
    ),
    "rough": Mix(
        staff=Register(0.04, 0.35, 1.00, 0.15, 0.020, 0.020, 0.010, 0.15),
        family=Register(0.34, 0.40, 0.12, 0.65, 0.060, 0.180, 0.060, 0.25),
        vendors=Register(0.34, 0.70, 0.25, 0.28, 0.080, 0.420, 0.050, 0.45),
        procurement=Register(0.10, 0.80, 0.85, 0.00, 0.000, 0.000, 0.000, 0.20),
    ),
}

SPELLINGS = {
    "Yohanes": ("Johanes", "Yohanis", "Johannes", "Yoh."),
    "Yosef": ("Yoseph", "Josef", "Yosep"),
    "Yoseph": ("Yosef", "Joseph"),
    "Fransiskus": ("Frans", "Franciscus", "Fransiscus"),
    "Antonius": ("Anton", "Anthonius"),
    "Agustinus": ("Augustinus", "Agus"),
    "Petrus": ("Piter", "Peterus"),
    "Stefanus": ("Stephanus", "Stevanus"),
    "Yakobus": ("Jakobus", "Yacobus"),
    "Dominikus": ("Dominicus",),
    "Kristoforus": ("Christoforus",),
    "Benediktus": ("Benedictus", "Beny"),
    "Mikael": ("Michael", "Mikhael"),
    "Rafael": ("Raphael",),
    "Vinsensius": ("Vincentius", "Vinsen"),
    "Ignasius": ("Ignatius",),
    "Laurensius": ("Laurentius", "Lorensius"),
    "Kornelis": ("Cornelis", "Kornelius"),
    "Yeremias": ("Jeremias",),
    "Yulius": ("Julius",),
    "Filipus": ("Philipus",),
    "Matheus": ("Mateus",),
    "Thomas": ("Tomas",),
    "Marthen": ("Marten",),
    "Yuliana": ("Juliana",),
    "Margaretha": ("Margareta",),
    "Elisabet": ("Elisabeth", "Elizabeth"),
    "Katarina": ("Catharina", "Katharina"),
    "Theresia": ("Teresia", "Theresa"),
    "Veronika": ("Veronica", "Feronika"),
    "Yasinta": ("Jacinta",),
    "Kristina": ("Christina",),
    "Agustina": ("Augustina", "Agustin"),
    "Yosefina": ("Yosephina", "Josefina"),
    "Yohana": ("Johana",),
    "Lusia": ("Lucia",),
    "Martha": ("Marta",),
    "Viktoria": ("Victoria",),
    "Sofia": ("Sophia",),
    "Debora": ("Deborah",),
    "Maria": ("M.",),
    "Soleman": ("Sulaiman",),
    "Djoni": ("Joni",),
    "Muhammad": ("Mohammad", "Mohamad", "Moh.", "Muh."),
    "Ahmad": ("Achmad", "Akhmad"),
    "Abdul": ("Abd.", "Abdoel"),
    "Usman": ("Oesman",),
    "Umar": ("Oemar",),
    "Yusuf": ("Jusuf", "Yusup"),
    "Syarif": ("Sjarif", "Sarif"),
    "Syamsul": ("Samsul",),
    "Zainal": ("Zaenal", "Jainal"),
    "Rahmat": ("Rachmat",),
    "Husein": ("Husain",),
    "Siti": ("Sitti", "St."),
    "Nur": ("Noor",),
    "Fatimah": ("Fatmah",),
    "Aisyah": ("Aisah",),
    "Khadijah": ("Hadijah",),
    "Rahman": ("Rachman",),
    "Hidayat": ("Hidajat",),
    "Aziz": ("Azis",),
    "Suharto": ("Soeharto",),
    "Joko": ("Djoko",),
    "Oematan": ("Umatan",),
    "Foeh": ("Fuh",),
    "Adoe": ("Adu",),
    "Ndoen": ("Ndun",),
    "Toelle": ("Tulle",),
    "Sjioen": ("Syiun",),
    "Djami": ("Jami",),
    "Ludji": ("Luji",),
    "Radja": ("Raja",),
    "Djawa": ("Jawa",),
    "Djobo": ("Jobo",),
    "Tjeunfin": ("Ceunfin",),
    "Boeky": ("Buky",),
    "da Cunha": ("DaCunha", "Dacunha"),
    "da Silva": ("DaSilva", "Dasilva"),
    "da Costa": ("Dacosta",),
    "Pareira": ("Parera",),
    "Ma'u": ("Mau",),
    "To'o": ("Too",),
    "I Gusti Ngurah": ("I Gst Ngr",),
    "Wayan": ("Wyn",),
    "Nyoman": ("Nym",),
    "Ketut": ("Kt",),
    "Made": ("Md",),
}
LETTER_RULES = (
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sj", "sy"),
    ("u", "oe"),
    ("k", "c"),
    ("f", "v"),
    ("i", "y"),
    ("th", "t"),
    ("ai", "ae"),
    ("y", "i"),
)


def other_spelling(word: str, chance: Chance) -> str:
    """The word as another clerk spells it."""
    known = SPELLINGS.get(word)
    if known:
        return chance.pick(known)
    rules = [rule for rule in LETTER_RULES if rule[0] in word[1:]]
    if rules:
        old, new = chance.pick(rules)
        return word[0] + word[1:].replace(old, new, 1)
    return word + "h" if word[-1] in "ae" else word


def slip(word: str, chance: Chance) -> str:
    """The word with one typing error behind its first letter."""
    if len(word) < 4:
        return word
    place = chance.between(1, len(word) - 2)
    draw = chance.random()
    if draw < 0.35:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if draw < 0.7:
        return word[:place] + word[place + 1 :]
    return word[:place] + word[place] + word[place:]


def miswrite(words: tuple[str, ...], chance: Chance) -> tuple[str, ...]:
    """The name with one change: spelling, typing, an initial, or a word left out, moved or joined."""
    draw, count = chance.random(), len(words)
    place = chance.below(count)
    if draw < 0.42 or count == 1:
        changed = other_spelling(words[place], chance) if draw < 0.33 else slip(words[place], chance)
        return (*words[:place], changed, *words[place + 1 :])
    if draw < 0.62:
        place = max(0, count - 2) if count > 2 else 0
        return (*words[:place], words[place][0] + ".", *words[place + 1 :])
    if draw < 0.80:
        if count > 2:
            place = chance.between(1, count - 1)
            return words[:place] + words[place + 1 :]
        return words
    if draw < 0.90:
        return (words[-1], *words[:-1])
    place = chance.below(count - 1)
    return (*words[:place], words[place] + words[place + 1].lower(), *words[place + 2 :])


def write_name(words: tuple[str, ...], register: Register, chance: Chance) -> str:
    """The name as the register holds it, without titles."""
    if chance.random() < register.name:
        words = miswrite(words, chance)
        if chance.random() < register.name / 4:
            words = miswrite(words, chance)
    name = " ".join(words)
    return name.upper() if chance.random() < register.capitals else name


def with_titles(name: str, titles: tuple[str, tuple[str, ...]], register: Register, chance: Chance) -> str:
    """The name between its titles, as carefully punctuated as registers are."""
    front, back = titles
    if not (front or back) or not chance.happens(register.titles):
        return name
    behind = list(back)
    if chance.happens(0.4):
        behind = [title.replace(".", "") if len(title) < 5 else title.rstrip(".") for title in behind]
    comma = ", " if chance.happens(0.85) else ","
    between = ", " if chance.happens(0.7) else ","
    return (f"{front} " if front else "") + name + (comma + between.join(behind) if behind else "")


def write_nik(nik: int, register: Register, chance: Chance) -> str:
    """The NIK, or what a spreadsheet left of it, or nothing."""
    draw = chance.random()
    if draw < register.no_nik:
        return ""
    if draw < register.no_nik + register.broken_nik:
        return broken_nik(nik, chance)
    return str(nik)


def broken_nik(nik: int, chance: Chance) -> str:
    """Fifteen significant digits, scientific notation, or a digit mistyped."""
    digits = str(nik)
    draw = chance.random()
    if draw < 0.4:
        return f"{digits[0]},{digits[1:6]}E+15"
    if draw < 0.75:
        return digits[:15] + "0"
    if draw < 0.85:
        return "'" + digits
    place = chance.between(6, 14)
    return digits[:place] + str((int(digits[place]) + 1 + chance.below(8)) % 10) + digits[place + 1 :]


def note_birth(born: int, register: Register, chance: Chance) -> int:
    """The birth date as noted: right, day and month exchanged, one off, or 0 where it is missing."""
    draw = chance.random()
    if draw < register.no_birth:
        return 0
    if draw < register.no_birth + register.wrong_birth:
        right = date.fromordinal(born)
        if right.day <= 12 and right.day != right.month:
            return date(right.year, right.day, right.month).toordinal()
        return born + chance.pick((-10, -1, 1, 10, 366))
    return born


def write_date(when: int, style: str) -> str:
    """A date in one of the ways in which offices write it; nothing for 0."""
    if not when:
        return ""
    day = date.fromordinal(when)
    if style == "iso":
        return day.isoformat()
    if style == "long":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if style == "old":
        return f"{day.day} {OLD_MONTHS.get(day.month) or MONTHS[day.month - 1]} {day.year}"
    mark = "/" if style == "slash" else "-"
    return f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year}"
