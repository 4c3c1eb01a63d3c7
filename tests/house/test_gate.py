"""The house is kept in order: the code is clean, and the repository holds nothing that ties it to one machine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

MACHINE_PATHS = re.compile(r"(?<![\w.~*-])/(?:home|Users|root|work|tmp|var/folders)/[\w.-]+")
PACKAGE_SOURCES = re.compile(r"^\s*--(?:extra-)?index-url|^\s*--find-links|^\s*registry\s*=|\"resolved\":\s*\"http")
ADDRESSES = re.compile(r"(?:https?:)?//[\w-]+(?:\.[\w-]+)+[^\s\"')]*")
NAMES_OF_XML = ("http://www.w3.org/", "https://www.w3.org/")


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def lines_that_match(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in files
        if b"\0" not in (raw := file.read_bytes())
        for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]


def run_tool(*command: str) -> str:
    """What a tool of the gate has to say; nothing when it is content."""
    answer = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if answer.returncode == 0 else answer.stdout + answer.stderr


def test_the_linter_finds_nothing() -> None:
    complaint = run_tool("ruff", "check", "--quiet", "--output-format=concise", ".")
    assert not complaint, complaint


def test_every_file_is_formatted() -> None:
    complaint = run_tool("ruff", "format", "--check", "--output-format=concise", ".")
    assert not complaint, complaint


def test_the_type_checker_finds_nothing() -> None:
    complaint = run_tool("mypy")
    assert not complaint, complaint


def test_no_file_of_tests_is_passed_over() -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    collected = {line.partition("::")[0] for line in listed.splitlines() if "::" in line}
    assert collected == {file.relative_to(ROOT).as_posix() for file in (ROOT / "tests").rglob("test_*.py")}


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert lines_that_match(MACHINE_PATHS, tracked_files()) == []


def test_no_list_says_where_packages_come_from() -> None:
    """The machine that installs decides that; the lists hold names, versions and hashes."""
    lists = [file for file in tracked_files() if file.suffix in {".txt", ".toml", ".json", ".lock", ".in", ".cfg"}]
    assert lines_that_match(PACKAGE_SOURCES, lists) == []
    assert lines_that_match(re.compile("://"), [ROOT / "requirements.txt", ROOT / "requirements-test.txt"]) == []


def test_every_package_is_locked_by_hash() -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        entries = re.split(r"\n(?=[A-Za-z])", (ROOT / name).read_text(encoding="utf-8"))[1:]
        assert entries
        assert [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_every_package_of_the_foreign_readers_is_locked_by_hash_and_brings_no_address() -> None:
    locked = json.loads((ROOT / "tests" / "readers" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    ours = locked.pop("")
    assert all(re.fullmatch(r"\d[\w.-]*", version) for version in ours["devDependencies"].values())
    assert [name for name, entry in locked.items() if not entry.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, entry in locked.items() if "resolved" in entry] == []


def test_the_theme_asks_nothing_of_others() -> None:
    """A page of a school must not tell anybody else that it was opened."""
    theme = [file for file in tracked_files() if file.is_relative_to(ROOT / "builder" / "site" / "theme")]
    found = [
        f"{file.relative_to(ROOT)}: {address}"
        for file in theme
        if file.suffix in {".html", ".css", ".js", ".svg", ".json", ".webmanifest"}
        for address in ADDRESSES.findall(file.read_text(encoding="utf-8"))
        if not address.startswith(NAMES_OF_XML)
    ]
    assert theme and found == []
