"""The driver behind scripts/bench matching, curve and comparator; needs nothing but Python 3.11."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from measure import Cost, Failed, measure
from scoring import Pair, Quality, judge, published_links, read_answers, read_truth

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOOLS = ("benturan", "splink", "splink-kept", "rapidfuzz", "sql")
SIZES = (100_000, 300_000, 1_000_000, 3_000_000)
EPILOG = """\
matching prints, for pairs with a score of 0.5 or more: precision, recall and F1; average precision over all pairs from
0.05 on; which part of the planted twins and of fathers and sons of one name was linked; then CPU seconds, wall seconds
and the most memory. Every tool is a process of its own that reads the same files. splink-kept predicts with the model
that splink trained. benturan also screens the tenders and writes its reports, which its time includes.
curve takes officials as a tenth of the relatives up to 59,000 and vendor people as a fifth up to 200,000.
Relatives in wide tables (keys with a slash) count for nobody. The peers' settings stand, with their reasons, in
scripts/benchmarks/peer_*.py; they run in a virtual environment under ~/.cache/benturan-bench.
"""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, meaning in (
        ("matching", "finding the same people in two registers, beside the peers"),
        ("curve", "benturan's time and memory as the registers grow"),
        ("comparator", "comparing two names"),
    ):
        command = commands.add_parser(
            name, help=meaning, description=meaning, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        command.add_argument("--seed", type=int, default=7, help="which province to synthesise (default: 7)")
        command.add_argument("--world", help="province (the default), or kin or sealed, without tenders")
        command.add_argument("--program", type=Path, help="a built benturan; without it, a release build is made")
        if name == "curve":
            command.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of relatives")
            continue
        command.add_argument("--data", type=Path, help="a synthesised province; without it, one is made and removed")
        command.add_argument("--relatives", type=int, default=50_000, help="default: 50000")
        command.add_argument("--officials", type=int, help="default: a tenth of the relatives, at most 59,000")
        command.add_argument("--vendor-people", type=int, default=20_000, help="default: 20000")
        if name == "matching":
            command.add_argument("--only", help=f"some of {','.join(TOOLS)}")
    return parser.parse_args()


def note(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


def environment() -> Path:
    """The Python of a virtual environment with the pinned peers, made where it is not there yet."""
    pins = HERE / "requirements.txt"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "benturan-bench"
    folder = cache / hashlib.sha256(pins.read_bytes()).hexdigest()[:12]
    python = folder / "bin/python"
    if not (folder / "complete").exists():
        note(f"installing the peers in {folder}")
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", pins], check=True)
        (folder / "complete").touch()
    return python


def built_program() -> Path:
    subprocess.run([ROOT / "scripts/setup"], check=True, stdout=sys.stderr)
    build: list[str | Path] = ["swift", "build", "--package-path", ROOT, "--configuration", "release"]
    subprocess.run([*build, "--product", "benturan"], check=True, stdout=sys.stderr)
    where = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return Path(where) / "benturan"


def synthesise(folder: Path, given: argparse.Namespace, relatives: int, officials: int, vendor_people: int) -> Path:
    note(f"synthesising {officials:,} officials, {relatives:,} relatives, {vendor_people:,} vendor people")
    command: list[object] = [ROOT / "scripts/synthesise", "--seed", given.seed, "--out", folder]
    command += ["--officials", officials, "--relatives", relatives, "--vendor-people", vendor_people]
    if given.world in (None, "province"):
        command += ["--class", "pemprov", "--vendors", max(20, vendor_people * 7 // 20)]
    else:
        command += ["--world", given.world]
    subprocess.run([str(word) for word in command], check=True, stdout=sys.stderr)
    return folder


def officials_for(relatives: int) -> int:
    return min(59_000, max(60, relatives // 10))


def data_for(given: argparse.Namespace, scratch: Path) -> Path:
    if given.data:
        return Path(given.data)
    officials = given.officials or officials_for(given.relatives)
    return synthesise(scratch / "data", given, given.relatives, officials, given.vendor_people)


def run_benturan(program: Path, data: Path, scratch: Path) -> tuple[Cost, Path]:
    """A full run, without masks so that keys can be compared; the folder of what it published."""
    output = scratch / "published"
    shutil.rmtree(output, ignore_errors=True)
    folders: list[str | Path] = [program, "run", "--input", data / "input", "--output", output]
    options = ["--as-of", "2026-11-23", "--threads", "2", "--quiet", "--unmask", "--reason", "benchmark"]
    return measure([*folders, *options], scratch / "log", (0, 3)), output / "latest"


def run_peer(tool: str, python: Path, data: Path, scratch: Path) -> tuple[Cost, dict[Pair, float]]:
    script, answers = HERE / f"peer_{tool.removesuffix('-kept')}.py", scratch / f"{tool}.csv"
    model = [scratch / "model.json"] if tool.startswith("splink") else []
    return measure([python, "-B", script, data, answers, *model], scratch / "log"), read_answers(answers)


def table(header: str, lines: list[list[str]]) -> str:
    """A Markdown table whose columns also line up on a terminal."""
    cells = [header.split(" | "), *lines]
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]

    def line(row: list[str]) -> str:
        padded = [cell.rjust(widths[place]) if place else cell.ljust(widths[0]) for place, cell in enumerate(row)]
        return f"| {' | '.join(padded)} |"

    rule = "|" + "|".join("-" * (width + 1) + (":" if place else "-") for place, width in enumerate(widths)) + "|"
    return "\n".join([line(cells[0]), rule, *map(line, cells[1:])])


def figures(quality: Quality, cost: Cost) -> list[str]:
    def part(value: float | None, percent: bool = False) -> str:
        return "-" if value is None else f"{100 * value:.0f} %" if percent else f"{value:.3f}"

    agreement = [part(value) for value in (quality.precision, quality.recall, quality.f1, quality.average_precision)]
    alike = [part(value, percent=True) for value in (quality.twins, quality.fathers)]
    return [*agreement, *alike, f"{cost.cpu:.1f}", f"{cost.wall:.1f}", f"{cost.memory:,.0f}"]


def matching(given: argparse.Namespace, scratch: Path) -> None:
    chosen = given.only.split(",") if given.only else list(TOOLS)
    if unknown := set(chosen) - set(TOOLS):
        raise SystemExit(f"bench: no tool is called {', '.join(unknown)}; there are {', '.join(TOOLS)}")
    if "splink-kept" in chosen and "splink" not in chosen:
        raise SystemExit("bench: splink-kept needs the model that splink trains; name both")
    program = given.program
    if "benturan" in chosen:
        program = program or built_program()
    python, data = environment(), data_for(given, scratch)
    truth, lines = read_truth(data / "truth"), []
    for tool in (tool for tool in TOOLS if tool in chosen):
        note(tool)
        try:
            if tool == "benturan":
                cost, latest = run_benturan(program, data, scratch)
                scored = published_links(latest / "person-links.csv")
            else:
                cost, scored = run_peer(tool, python, data, scratch)
            lines.append([tool, *figures(judge(scored, truth), cost)])
        except Failed as fault:
            note(f"{tool} failed, {fault}")
    counts = len(truth.links), len(truth.twins), len(truth.fathers)
    print("{:,} true pairs; {:,} pairs of twins, {:,} of father and son\n".format(*counts))
    print(table("tool | precision | recall | F1 | AP | twins | father/son | CPU s | wall s | peak MB", lines))


def curve(given: argparse.Namespace, scratch: Path) -> None:
    program = given.program or built_program()
    lines, before = [], (0, 0.0)
    for relatives in given.sizes:
        officials, vendor_people = officials_for(relatives), min(200_000, relatives // 5)
        data = synthesise(scratch / "data", given, relatives, officials, vendor_people)
        cost, _ = run_benturan(program, data, scratch)
        shutil.rmtree(data)
        count = officials + relatives + vendor_people
        added = (cost.cpu - before[1]) / (count - before[0]) * 1e6
        before = count, cost.cpu
        sizes = [f"{number:,}" for number in (relatives, officials, vendor_people)]
        lines.append([*sizes, f"{cost.cpu:.1f}", f"{cost.wall:.1f}", f"{cost.memory:,.0f}", f"{added:.1f}"])
    print(table("relatives | officials | vendor people | CPU s | wall s | peak MB | us CPU per added row", lines))


def comparator(given: argparse.Namespace, scratch: Path) -> None:
    python = environment()
    data = data_for(given, scratch)
    subprocess.run([python, "-B", HERE / "comparator.py", data], check=True)
    print("benturan, one thread, pairs drawn evenly, the drawing included:", flush=True)
    subprocess.run([given.program or built_program(), "measure", "--input", data / "input"], check=True)


def main() -> None:
    given = arguments()
    commands: dict[str, Callable[[argparse.Namespace, Path], None]] = {
        "matching": matching,
        "curve": curve,
        "comparator": comparator,
    }
    with tempfile.TemporaryDirectory(prefix="benturan-bench-") as scratch:
        commands[given.command](given, Path(scratch))


if __name__ == "__main__":
    try:
        main()
    except (Failed, subprocess.CalledProcessError) as fault:
        raise SystemExit(f"bench: {fault}") from None
