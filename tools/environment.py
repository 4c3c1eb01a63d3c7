"""Makes `.venv` from the hash-locked list of packages, and installs this project into it.

Run by the Python the machine has, so it uses nothing but the standard library. Nothing is done twice:
a stamp in `.venv` remembers the lists that were installed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
STAMP = HOME / "likeness-ready.json"
OLDEST = (3, 11)


class NoEnvironment(Exception):
    """The environment cannot be made; the message says why and what to do."""


def main() -> int:
    """Make what is missing and say so; 1 and one sentence when it cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--test", action="store_true", help="with the tools the tests need")
    try:
        prepare("requirements-test.txt" if parser.parse_args().test else "requirements.txt")
    except NoEnvironment as problem:
        print(f"likeness: {problem}", file=sys.stderr)
        return 1
    return 0


def prepare(wanted: str) -> None:
    """Install the list `wanted` and this project, unless the stamp says that they are there."""
    if sys.version_info < OLDEST:
        raise NoEnvironment(f"needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if stamped().get(wanted) == fingerprint(wanted):
        return
    make_home()
    install("packages", "--require-hashes", "--requirement", wanted)
    install("likeness itself", "--no-deps", "--no-build-isolation", "--editable", ".")
    # The test list holds everything of the other one, so that both need not be installed in turn.
    done = ["requirements.txt"] if wanted == "requirements.txt" else ["requirements.txt", wanted]
    STAMP.write_text(json.dumps({name: fingerprint(name) for name in done}), encoding="utf-8")


def fingerprint(wanted: str) -> str:
    """What the environment is made of: the list, the project's own description, the Python."""
    made_of = hashlib.sha256(f"{sys.version}{ROOT}".encode())
    for name in (wanted, "pyproject.toml"):
        made_of.update((ROOT / name).read_bytes())
    return made_of.hexdigest()


def stamped() -> dict[str, str]:
    """What was installed before, by list; empty when nothing was, or not to the end."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and home_python().exists() else {}


def home_python() -> Path:
    """The Python inside the environment."""
    return HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_home() -> None:
    """Make an empty environment, or keep the one that is there when its Python is this one."""
    STAMP.unlink(missing_ok=True)
    if home_python().exists() and same_python():
        return
    say("making .venv")
    if HOME.exists():
        shutil.rmtree(HOME)
    ensure_pip_can_be_had()
    run([sys.executable, "-m", "venv", str(HOME)], "Python could not make an environment")


def same_python() -> bool:
    """Whether the environment there was made by this Python, and has a pip that runs."""
    question = [str(home_python()), "-c", "import sys, pip; print(sys.version)"]
    answer = subprocess.run(question, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == sys.version


def ensure_pip_can_be_had() -> None:
    """Debian leaves `ensurepip` out of Python: fetch its package where that is allowed, or say which."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not may_install_packages():
            raise NoEnvironment(f"Python lacks its venv module; run: sudo apt-get install {package}") from None
        say(f"installing {package}")
        run(["apt-get", "update", "-qq"], "the list of Debian packages could not be fetched")
        run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], f"no {package}")


def may_install_packages() -> bool:
    """Whether this is a Debian-like machine and we are its root."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def install(what: str, *options: str) -> None:
    """Install into the environment with its own pip."""
    say(f"installing {what} ({options[-1]})" if options[0] == "--require-hashes" else f"installing {what}")
    pip = [str(home_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run([*pip, *options], f"{what} could not be installed; is the network there?")


def run(command: list[str], failure: str) -> None:
    """Run a command in the project's folder; its own words stand above our sentence when it fails."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise NoEnvironment(failure)


def say(what: str) -> None:
    """Tell what takes time."""
    print(f"likeness: {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
