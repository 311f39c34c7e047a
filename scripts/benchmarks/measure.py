"""What a process costs."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    cpu: float
    """Seconds of user and system time, children's included."""
    wall: float
    """Seconds."""
    memory: float
    """The most that was resident at once, in millions of bytes."""


class Failed(Exception):
    """A measured command that ended with a status not expected of it."""


def measure(command: Sequence[str | Path], log: Path, accepted: tuple[int, ...] = (0,)) -> Cost:
    """Runs the command to its end; what it prints goes to `log`."""
    with log.open("wb") as output:
        start = time.monotonic()
        process = subprocess.Popen([str(word) for word in command], stdout=output, stderr=subprocess.STDOUT)
        _, state, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(state)
    if process.returncode not in accepted:
        raise Failed(f"status {process.returncode}: {log.read_text(errors='replace').strip()[-600:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024 / 1e6)
