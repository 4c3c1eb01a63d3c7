"""The two commands on machines that lack something: each says what, and what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.test_gate import ROOT
from tools import environment, equipment, foreign_readers


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """A project in an empty folder; gives the commands that would have been run to prepare it."""
    for name in ("requirements.txt", "requirements-test.txt", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    commands: list[list[str]] = []

    def run(command: list[str], failure: str) -> None:
        commands.append(command)
        if command[1:3] == ["-m", "venv"]:
            environment.home_python().parent.mkdir(parents=True)
            environment.home_python().symlink_to(sys.executable)

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "HOME", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "ready.json")
    monkeypatch.setattr(environment, "run", run)
    monkeypatch.setattr(environment, "same_python", lambda: True)
    yield commands


def test_packages_are_installed_once_and_only_with_their_hashes(project: list[list[str]]) -> None:
    environment.prepare("requirements.txt")
    installs = [command for command in project if "install" in command]
    assert "--require-hashes" in installs[0] and installs[0][-1] == "requirements.txt"
    assert "--no-deps" in installs[1]
    project.clear()
    environment.prepare("requirements.txt")
    assert project == []


def test_the_test_environment_is_enough_for_the_site(project: list[list[str]]) -> None:
    environment.prepare("requirements-test.txt")
    project.clear()
    environment.prepare("requirements.txt")
    assert project == []


def test_a_new_list_is_installed_into_the_same_environment(project: list[list[str]]) -> None:
    environment.prepare("requirements.txt")
    (environment.ROOT / "requirements.txt").write_text("another list")
    project.clear()
    environment.prepare("requirements.txt")
    assert [command[1:3] for command in project] == [["-m", "pip"], ["-m", "pip"]]


def test_an_installation_that_was_cut_short_is_done_again(project: list[list[str]]) -> None:
    environment.prepare("requirements.txt")
    environment.STAMP.write_text("{")
    project.clear()
    environment.prepare("requirements.txt")
    assert len(project) == 2


def test_a_debian_without_venv_is_told_which_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(environment, "may_install_packages", lambda: False)
    with pytest.raises(environment.NoEnvironment, match=r"sudo apt-get install python3\.\d+-venv"):
        environment.ensure_pip_can_be_had()


def test_a_machine_without_a_new_enough_python_is_told_so() -> None:
    ended = subprocess.run(["make", "PYTHON=", "site"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert "Likeness needs Python 3.11 or newer" in ended.stderr


def test_a_program_that_cannot_be_had_is_written_down_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(equipment, "MISSING", tmp_path / "missing.json")
    monkeypatch.setattr(equipment, "is_debian_root", lambda: False)
    unobtainable = equipment.Equipment("Java", lambda: None, "default-jre-headless")
    failing = equipment.Equipment("Chromium", lambda: None, "chromium", ("sh", "-c", "echo no network >&2; exit 1"))
    monkeypatch.setattr(equipment, "EQUIPMENT", (unobtainable, failing))
    assert equipment.main() == 0
    assert json.loads(equipment.MISSING.read_text()) == {
        "Java": "Java is not installed, and only root could install it (Debian: apt-get install default-jre-headless)",
        "Chromium": "Chromium could not be installed by `sh`: no network",
    }
    assert equipment.why_missing("Chromium").endswith("no network")


def test_readers_that_could_not_be_had_are_told_in_the_words_of_npm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        (tmp_path / name).write_text("" if name == ".npmrc" else "{")
    monkeypatch.setattr(foreign_readers, "HOME", tmp_path)
    if foreign_readers.find_node() is None:
        pytest.skip(equipment.why_missing("Node.js"))
    assert foreign_readers.main() == 1
    assert capsys.readouterr().err.startswith("npm said: ")
    assert foreign_readers.find_readers() is None


def test_readers_are_installed_again_when_their_lock_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_readers, "HOME", tmp_path)
    for name in ("package-lock.json", ".npmrc"):
        (tmp_path / name).write_text("first")
    foreign_readers.stamp().parent.mkdir()
    foreign_readers.stamp().write_text(foreign_readers.fingerprint())
    assert foreign_readers.find_readers() == str(tmp_path)
    (tmp_path / "package-lock.json").write_text("second")
    assert foreign_readers.find_readers() is None


@pytest.mark.parametrize(("ci", "code", "begin"), [("true", 1, "FAILED"), ("", 0, "skipped")])
def test_the_closing_line_names_what_was_skipped_and_ci_fails_for_it(
    tmp_path: Path, ci: str, code: int, begin: str
) -> None:
    (tmp_path / "test_two.py").write_text(
        "import pytest\ndef test_a(): pass\ndef test_b(): pytest.skip('there is no Java')\n"
    )
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", os.devnull, "--rootdir", tmp_path, tmp_path],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == code
    last = ended.stdout.splitlines()[-1]
    assert last.startswith(begin) and last.endswith("1 because there is no Java")
