"""Installs the software of others that the tests read our exports with: `tests/readers/package-lock.json`, by npm.

No script of a package is run. Nothing is done twice: a stamp beside the packages remembers the lock they came from.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent / "tests" / "readers"
OLDEST_NODE = 18
"""Debian 12 has this one."""


def find_node() -> str | None:
    """The program `node`, if it runs and is new enough and `npm` stands beside it."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return node if major.isdecimal() and int(major) >= OLDEST_NODE else None


def find_readers() -> str | None:
    """The folder with the installed packages, if they are those of the lock as it is now."""
    try:
        return str(HOME) if stamp().read_text(encoding="utf-8") == fingerprint() else None
    except OSError:
        return None


def stamp() -> Path:
    """Where the fingerprint of what was installed is kept; npm removes it with the packages."""
    return HOME / "node_modules" / ".likeness-ready"


def fingerprint() -> str:
    """What the packages are made from: the lock, and the settings of npm."""
    made_of = hashlib.sha256()
    for name in ("package-lock.json", ".npmrc"):
        made_of.update((HOME / name).read_bytes())
    return made_of.hexdigest()


def main() -> int:
    """Install the lock's packages; 1 and one sentence when they could not be had."""
    npm = shutil.which("npm")
    if npm is None or find_node() is None:
        print(f"there is no npm with a Node.js of at least {OLDEST_NODE}", file=sys.stderr)
        return 1
    command = [npm, "ci", "--ignore-scripts", "--loglevel=error"]
    ended = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        print(f"npm said: {first_complaint(ended.stderr)}", file=sys.stderr)
        return 1
    stamp().write_text(fingerprint(), encoding="utf-8")
    return 0


def first_complaint(said: str) -> str:
    """The sentence of npm that tells most: not its codes, which come first, nor the address of its log, which comes last."""
    lines = [line.removeprefix("npm ERR!").removeprefix("npm error").strip() for line in said.splitlines()]
    telling = [line for line in lines if line and not line.startswith(("code ", "errno ", "syscall "))]
    return telling[0] if telling else "nothing"


if __name__ == "__main__":
    sys.exit(main())
