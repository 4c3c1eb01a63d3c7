"""Writes the hash-locked lists of packages from pyproject.toml, for every system and Python from 3.11."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.txt": [],
    "requirements-test.txt": ["--group", "test", "--constraint", "requirements.txt"],
}
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--quiet",
    # Where packages come from is the business of the machine that installs them.
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command=make lock",
]


def write_lock(name: str, choice: list[str], extra: list[str]) -> None:
    """Write one locked list; what is locked already stays unless `extra` says `--upgrade`."""
    command = ["uv", "pip", "compile", *OPTIONS, *choice, *extra, "pyproject.toml", "--output-file", name]
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)


def main() -> None:
    """Write both lists; arguments go to uv as they are."""
    for name, choice in LOCKS.items():
        write_lock(name, choice, sys.argv[1:])
        print(f"{name} is up to date.")


if __name__ == "__main__":
    main()
