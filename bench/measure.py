"""Running a command and measuring it: seconds on the wall, seconds of a processor, and the most memory it held."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

LIKENESS = Path(sys.executable).with_name("likeness")


@dataclass(frozen=True)
class Cost:
    """What one run took. `cpu` adds up all its processors' seconds; `printed` is what it said."""

    seconds: float
    cpu: float
    megabytes: float
    printed: str


def run(command: list[str | Path], folder: Path, environment: dict[str, str] | None = None) -> Cost:
    """Run a command that must end well, in a process of its own."""
    started = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}
    )
    assert child.stdout is not None
    printed = child.stdout.read().decode("utf-8", "replace")
    child.stdout.close()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{printed}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, megabytes(usage), printed)


def pace() -> float:
    """Seconds of a loop that is always the same: a shared machine is not as fast at every moment, and this says how fast it was."""
    started, total = time.perf_counter(), 0
    for number in range(1_000_000):
        total += number * number
    return time.perf_counter() - started


def megabytes(usage: resource.struct_rusage) -> float:
    """The most memory one process held. Linux counts in kilobytes, macOS in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / 1_000_000


def machine() -> str:
    """The machine in a few words, without its name."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores ({platform.machine()}), {platform.system()}, Python {platform.python_version()}"
