"""A small site to publish, and other processes that publish it: what the tests of publishing share.

Imports little, for a test starts a hundred processes that read this.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from builder.publish import publishing

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [f"student/{language}/page-{number}.html" for language in ("en", "ko") for number in range(3)]
START = f"""import sys
sys.path[:0] = [{str(ROOT)!r}]
from pathlib import Path
from builder import publish
from builder.errors import OutputError
from tests.publish.small_site import *
"""


def write_site(folder: Path, words: str) -> None:
    """Pages that all say the same."""
    for page in PAGES:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text(words)


def publish_site(out: Path, words: str) -> None:
    """A build that ends well."""
    with publishing(out) as draft:
        write_site(draft, words)


def words_of(out: Path) -> set[str]:
    """What the pages say: one text when the site is whole, and an error when a page is missing."""
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*.html")) == sorted(PAGES)
    return {(out / page).read_text() for page in PAGES}


def neighbours(out: Path) -> list[str]:
    """What stands beside the output."""
    return sorted(path.name for path in out.parent.iterdir() if path != out)


def start(program: str, *words: object) -> subprocess.Popen[str]:
    """Start a Python program that knows the names of this file."""
    command = [sys.executable, "-c", START + program, *map(str, words)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run_on_a_small_disk(disk: Path, change: str, program: str) -> tuple[str, str]:
    """Publish "old" on a file system of its own at `disk`, which nobody else sees, `change` it, and run the program.

    Gives what the program printed, and its complaints. Raises `FileNotFoundError` where no such disk can be had.
    """
    disk.mkdir()
    steps = f'mount -t tmpfs -o size=200k none "$1" && "$2" -c "$3" "$1" && {change} && "$2" -c "$4" "$1"'
    unshare = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]
    programs = [START + 'publish_site(Path(sys.argv[1]) / "site", "old")', START + program]
    command = [*unshare, "sh", "-c", steps, "sh", str(disk), sys.executable, *programs]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    return ended.stdout, ended.stderr
