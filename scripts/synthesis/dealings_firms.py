"""The world `dealings`: firms, and the rows about who holds them or has an office in them."""

from __future__ import annotations

from fractions import Fraction

from .chance import Chance
from .dealings_people import Human, People
from .dealings_periods import HOLDS, UNKNOWN, Days, period, pick_covering, state
from .market import COMPANY_WORDS, COOPERATIVE, CV, PT, TRADER
from .numbers import NumberOffice
from .population import YEAR, day

OWNER, OFFICER, SIGNATORY, UNCLEAR, STAFF = "pemilik", "pengurus", "wakil", "tak-dikenal", "staf"
OFFICES = {
    OWNER: ("Pemegang Saham", "Pemilik", "Pemegang Saham"),
    OFFICER: ("Direktur", "Direktur Utama", "Komisaris", "Komisaris Utama", "Wakil Direktur"),
    SIGNATORY: ("Wakil Sah", "Wakil Sah Penyedia"),
    UNCLEAR: ("Penasihat", "Lainnya"),
    STAFF: ("Tenaga Ahli", "Staf Administrasi", "Karyawan"),
}
BOARD = ("Ketua", "Sekretaris", "Bendahara", "Manajer")
"""Officers of a cooperative."""
PERCENT, BARE, FRACTION, SHEETS = "60%", "60", "0,6", "600 lembar"


class Stake:
    """A row about a firm: who holds it or serves in it, from when to when. `share` is in percent, `None` if unknown."""

    __slots__ = ("key", "firm", "holder", "kind", "office", "share", "start", "end", "by_name")

    def __init__(
        self, firm: Firm, holder: Human | Firm, kind: str, office: str, share: int | None, dates: Days
    ) -> None:
        self.key = ""
        self.firm, self.holder, self.kind, self.office, self.share = firm, holder, kind, office, share
        self.start, self.end = dates
        self.by_name = False
        """Whether the row names a company without its tax number."""

    def state(self, days: Days) -> str:
        return state(self.start, self.end, days)


class Firm:
    """A company: a vendor, or one that is only known as a holder of others."""

    __slots__ = ("code", "name", "form", "npwp", "nib", "house", "founded", "notation", "sheets", "stakes", "holds")

    def __init__(self, name: str, form: str, npwp: str, founded: int) -> None:
        self.code, self.nib, self.house = "", "", 0
        self.name, self.form, self.npwp, self.founded = name, form, npwp, founded
        self.notation, self.sheets = PERCENT, 1000
        self.stakes: list[Stake] = []
        self.holds: list[Stake] = []
        """The rows in which it holds others."""

    def rest(self, days: Days) -> int:
        """What its known shares of those days leave of the whole, in percent."""
        known = sum(stake.share or 0 for stake in self.stakes if stake.state(days) in (HOLDS, UNKNOWN))
        return max(0, 100 - known)

    def has_changed_hands(self) -> bool:
        """Whether bare numbers, fractions or sheets make up the whole only where the rows' dates are heeded."""
        return self.notation != PERCENT and sum(stake.share or 0 for stake in self.stakes) > 100

    def write_share(self, share: int | None) -> str:
        """The share in the firm's notation."""
        if share is None:
            return ""
        if self.notation == BARE:
            return str(share)
        if self.notation == FRACTION:
            return "1" if share == 100 else f"0,{share:02d}".rstrip("0")
        if self.notation == SHEETS:
            return f"{Fraction(share * self.sheets, 100)} lembar"
        return f"{share} %" if self.sheets == 500 else f"{share}%"


class Registry:
    """Founds firms and enters their rows."""

    def __init__(self, seed: int, numbers: NumberOffice, people: People) -> None:
        self.chance, self.numbers, self.people = Chance(seed, "dealings/firms"), numbers, people
        self.firms: list[Firm] = []
        self.names: set[str] = set()
        self.held_by: dict[Human, list[Stake]] = {}
        self.cases: dict[tuple[Firm, Human], str] = {}
        """The class of what was built for a person in a bidder."""
        self.planted: set[Human] = set()
        """Those who are somebody's relatives, or officials."""
        self.only_ways: list[Stake] = []
        """Rows of companies in chains without side ways."""

    def found(self, form: str = PT, is_vendor: bool = True) -> Firm:
        """A new firm, of a name that no other has in any form."""
        chance = self.chance
        while True:
            name = " ".join(word for words in COMPANY_WORDS if (word := chance.pick(words)))
            if name in self.names:
                name = f"{name} {chance.pick(COMPANY_WORDS[2])} {chance.pick('I II III IV V VI'.split())}"
            if name not in self.names:
                break
        self.names.add(name)
        title = {COOPERATIVE: "KOPERASI", TRADER: "UD", CV: "CV"}.get(form, "PT")
        founded = day(2007, 1, 8) + chance.below(6 * YEAR)
        firm = Firm(f"{title} {name}", form, self.numbers.npwp(False), founded)
        firm.house = 1_000_000 + len(self.firms)
        firm.sheets = chance.pick((500, 1000, 2000))
        firm.nib = f"{chance.between(1, 9)}{chance.below(10**12):012d}"
        if is_vendor:
            firm.code = str(600_000 + 13 * len(self.firms))
        self.firms.append(firm)
        return firm

    def enter(
        self,
        firm: Firm,
        holder: Human | Firm,
        share: int | None,
        days: Days,
        way: str = "",
        kind: str = OWNER,
        office: str = "",
    ) -> Stake:
        """A row that lies beside the days as `way` says; without a way it covers them."""
        chance = self.chance
        born = holder.of_age() if isinstance(holder, Human) else holder.founded
        dates = period(way or pick_covering(chance), days, max(firm.founded, born), chance)
        return self.add(firm, holder, kind, office or chance.pick(OFFICES[kind]), share, dates)

    def add(self, firm: Firm, holder: Human | Firm, kind: str, office: str, share: int | None, dates: Days) -> Stake:
        stake = Stake(firm, holder, kind, office, share, dates)
        firm.stakes.append(stake)
        if isinstance(holder, Human):
            self.held_by.setdefault(holder, []).append(stake)
        else:
            holder.holds.append(stake)
        return stake

    # The other holders

    def fill(self, firm: Firm, leave: int = 0) -> None:
        """Gives what is left of the firm, but for `leave` percent, to strangers, who were there from its founding.

        Where the rows tell shares as bare numbers, fractions or sheets, they make up the whole on every day: who sold
        has a successor, who bought a predecessor.
        """
        chance = self.chance
        planted = list(firm.stakes)
        owned = [stake for stake in planted if stake.kind == OWNER or stake.share]
        is_known = all(stake.share for stake in owned)
        is_steady = all(stake.start <= firm.founded and not stake.end for stake in owned)
        if is_known and not leave and (is_steady or chance.happens(0.4)):
            firm.notation = chance.pick((PERCENT, BARE, FRACTION, SHEETS))
        for stake in owned:
            if firm.notation != PERCENT or (is_known and chance.happens(0.3)):
                self.complement(stake)
        left = 100 - leave - sum(stake.share or 0 for stake in owned)
        if left > 10 and chance.happens(0.4):
            part = chance.between(1, left - 1)
            self.stranger(firm, part)
            left -= part
        if left > 0:
            self.stranger(firm, left)
        if not any(stake.kind == OFFICER for stake in planted):
            self.officer(firm)

    def complement(self, stake: Stake) -> None:
        """Who held the share before and after."""
        firm = stake.firm
        if stake.start > firm.founded:
            self.stranger(firm, stake.share, (firm.founded, stake.start - 1))
        if stake.end:
            self.stranger(firm, stake.share, (stake.end + 1, 0))

    def stranger(self, firm: Firm, share: int | None, dates: Days | None = None) -> None:
        office = "Persero Komanditer" if firm.form == CV else self.chance.pick(OFFICES[OWNER])
        self.add(firm, self.people.stranger(), OWNER, office, share, dates or (firm.founded, 0))

    def officer(self, firm: Firm) -> None:
        office = self.chance.pick(BOARD if firm.form == COOPERATIVE else OFFICES[OFFICER])
        self.add(firm, self.people.stranger(), OFFICER, office, None, (firm.founded, 0))

    def hand_over(self, firm: Firm, human: Human) -> bool:
        """Puts somebody in the place of a stranger who holds some of the firm; says whether there was one."""
        for stake in firm.stakes:
            is_stranger = isinstance(stake.holder, Human) and len(self.held_by[stake.holder]) == 1
            if is_stranger and stake.kind == OWNER and stake.holder not in self.planted:
                if stake.start >= human.of_age():
                    stake.holder = human
                    self.held_by.setdefault(human, []).append(stake)
                    return True
        return False

    def passer_by(self) -> Firm:
        """A vendor of strangers."""
        firm = self.found(self.chance.pick((CV, CV, PT, TRADER)))
        self.fill(firm)
        return firm

    def number_rows(self) -> None:
        """Numbers all rows, and leaves some companies that hold others without their tax number.

        Only where the holder can be looked up by name among the vendors, and where the row is its holder's only way to
        a bidder.
        """
        for stake in self.only_ways:
            stake.by_name = isinstance(stake.holder, Firm) and bool(stake.holder.code) and self.chance.happens(0.14)
        rows = (stake for firm in self.firms for stake in firm.stakes)
        for number, stake in enumerate(rows, 1):
            stake.key = f"P{number:06d}"
