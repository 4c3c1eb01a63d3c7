"""Somebody installs Likeness as a package: everything that a build reads comes along."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.house.test_gate import ROOT, tracked_files


def test_the_wheel_holds_every_file_of_the_builder(tmp_path: Path) -> None:
    ours = [file for file in tracked_files() if file.is_relative_to(ROOT / "builder")]
    for file in [*ours, *(ROOT / name for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT"))]:
        copy = tmp_path / "source" / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        tmp_path,
    ]
    subprocess.run([*pip, tmp_path / "source"], check=True, capture_output=True)
    packed = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    missing = {file.relative_to(ROOT).as_posix() for file in ours} - packed
    assert missing == set()
    assert any(name.endswith("licenses/LICENSE-CONTENT") for name in packed)
