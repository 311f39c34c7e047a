"""The driver behind scripts/bench conflicts: benturan's findings beside the truth about the world `dealings`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from compare import ROOT, built_program, note, run_benturan, table
from measure import Failed
from scoring import pair_of, ratio, rows

LEVELS = ("kritis", "tinggi", "sedang", "rendah")
ABOUT = ("hubungan", "peran", "hasil", "waktu", "sebab")
"""The truth's columns that tell what kind of case a row is."""
SERIOUS = frozenset(LEVELS[:2])
EPILOG = """\
A finding is right if rule, official, vendor and package agree with the truth. Precision and recall are of the two upper
levels together: of what is published as kritis or tinggi, how much the truth calls one of the two, and the other way
round. Beside them, of all findings on which both agree whatever their level: how many have the very level, the same
state of time, and the same least share to 0.01 percent. Findings that rest on nothing but wrong judgements of who is
whom are left out, and so are rules of which the truth does not speak.
"""

Key = tuple[str, str, str, str]
"""Rule, official's NIP, vendor, package."""
Row = dict[str, str]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench conflicts",
        description="benturan's findings beside the truth about a world of holdings, roles and dates",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--program", type=Path, help="a built benturan; without it, a release build is made")
    parser.add_argument("--seed", type=int, default=1, help="which world to synthesise (default: 1)")
    parser.add_argument("--packages", type=int, default=400, help="default: 400")
    parser.add_argument("--data", type=Path, help="a synthesised world; without it, one is made and removed")
    parser.add_argument("--errors", action="store_true", help="list what is false, missed, of another level or share")
    return parser.parse_args()


def data_for(given: argparse.Namespace, scratch: Path) -> Path:
    if given.data:
        return Path(given.data)
    folder = scratch / "data"
    command: list[object] = [ROOT / "scripts/synthesise", "--world", "dealings", "--seed", given.seed]
    command += ["--packages", given.packages, "--out", folder]
    subprocess.run([str(word) for word in command], check=True, stdout=sys.stderr)
    return folder


def digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def read_truth(path: Path) -> dict[Key, Row]:
    """What is true and, with the level `-`, what only looks so."""
    return {(row["aturan"], row["nip"], digits(row["npwp_penyedia"]), row["kode_paket"]): row for row in rows(path)}


def read_published(latest: Path, truth: Path) -> dict[Key, Row]:
    """The program's findings, without those that rest on wrong person links only."""
    right = {pair_of(row) for row in rows(truth / "person-links.csv")}
    links: dict[tuple[str, str], bool] = {}
    for row in rows(latest / "person-links.csv"):
        links[row["sumber_keluarga"], row["sumber_pengurus"]] = pair_of(row) in right
    cases = {row["id_kasus"]: row for row in rows(latest / "flagged-pairs.csv")}
    published: dict[Key, Row] = {}
    for row in rows(latest / "findings.csv"):
        case, sources = cases[row["id_kasus"]], row["bukti"].split(" | ")
        used = [links[left, other] for left in sources for other in sources if (left, other) in links]
        if any(used) or not used:
            key = (row["aturan"], digits(case["nip_pejabat"]), digits(case["npwp_penyedia"]), row["kode_paket"])
            published[key] = row
    return published


def share(text: str) -> float:
    """A share in percent; nothing written is nothing held."""
    return float(text.replace(",", ".").removesuffix("%").strip() or 0)


def has_same_share(expected: Row, found: Row) -> bool:
    """Whether the least shares are equal to 0.01 percent; the slack is for binary fractions."""
    return abs(share(expected["porsi_bawah"]) - share(found["porsi_saham"])) < 0.0101


def part(right: int, whole: int) -> str:
    value = ratio(right, whole)
    return "-" if value is None else f"{value:.3f}"


def by_level(truth: dict[Key, Row], published: dict[Key, Row]) -> list[list[str]]:
    """For each rule and level: expected, found, and found with that very level where it is expected."""
    expected = Counter((key[0], row["tingkat"]) for key, row in truth.items())
    found = Counter((key[0], row["tingkat"]) for key, row in published.items())
    right = Counter(
        (key[0], row["tingkat"]) for key, row in truth.items() if has_level(published.get(key), (row["tingkat"],))
    )
    return [
        [rule, level, *(str(counted[rule, level]) for counted in (expected, found, right))]
        for rule in sorted({key[0] for key in truth})
        for level in LEVELS
        if expected[rule, level] or found[rule, level]
    ]


def has_level(row: Row | None, levels: Iterable[str]) -> bool:
    return row is not None and row["tingkat"] in levels


def figures(name: str, truth: dict[Key, Row], published: dict[Key, Row]) -> list[str]:
    """A line of the second table, over the rules given."""
    expected = {key for key, row in truth.items() if has_level(row, SERIOUS)}
    found = {key for key, row in published.items() if has_level(row, SERIOUS)}
    shared = [key for key, row in truth.items() if has_level(row, LEVELS) and key in published]
    same = [(truth[key], published[key]) for key in shared]
    counts = (
        sum(one["tingkat"] == other["tingkat"] for one, other in same),
        sum(one["waktu"] == other["waktu"] for one, other in same),
        sum(has_same_share(one, other) for one, other in same),
    )
    both = len(expected & found)
    agreement = (part(count, len(same)) for count in counts)
    return [name, part(both, len(found)), part(both, len(expected)), str(len(same)), *agreement]


def errors(truth: dict[Key, Row], published: dict[Key, Row]) -> list[str]:
    """Every disagreement in a line: what it is, the key, both levels and shares, and the class of the case."""
    lines = []
    for key in sorted(truth.keys() | published.keys()):
        expected, found = truth.get(key), published.get(key)
        wanted, told = (row["tingkat"] if row else "-" for row in (expected, found))
        shares = f"{expected['porsi_bawah'] if expected else ''}/{found['porsi_saham'] if found else ''}"
        if wanted == told:
            what = "" if not (expected and found) or has_same_share(expected, found) else "share"
        else:
            what = "missed" if told == "-" else "false" if wanted == "-" else "level"
        if what:
            about = (expected[name] for name in ABOUT) if expected else ("not in truth",)
            lines.append("; ".join((what, *key, f"{wanted}/{told}", shares, *about)))
    return lines


def main() -> None:
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="benturan-bench-") as scratch:
        data = data_for(given, Path(scratch))
        note("benturan")
        _, latest = run_benturan(given.program or built_program(), data, Path(scratch))
        truth = read_truth(data / "truth/findings.csv")
        published = read_published(latest, data / "truth")
    rules = sorted({key[0] for key in truth})
    published = {key: row for key, row in published.items() if key[0] in rules}
    print("rule, official, vendor and package agree; `right` has the level expected\n")
    print(table("rule | level | expected | found | right", by_level(truth, published)))
    lines = [figures("all", truth, published)]
    for rule in rules:
        only = ({key: row for key, row in rows.items() if key[0] == rule} for rows in (truth, published))
        lines.append(figures(rule, *only))
    print("\nkritis and tinggi together; then, of the findings on which both agree, how many agree in more\n")
    print(table("rule | precision | recall | agreed | level | time | share", lines))
    if given.errors:
        print("\nwhat; rule; official; vendor; package; level and least share, true/published; then of the truth:")
        print("relation; roles; outcome; time; class\n")
        print(*errors(truth, published), sep="\n")


if __name__ == "__main__":
    try:
        main()
    except (Failed, subprocess.CalledProcessError) as fault:
        raise SystemExit(f"bench: {fault}") from None
